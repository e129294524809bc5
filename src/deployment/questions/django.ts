import { djangoOf } from '../../apps/django/django.js';
import { djangoEdits } from '../../apps/django/edits.js';
import { publicHost, withHost, type PublicHost } from '../../apps/django/host.js';
import type { Django } from '../../apps/django/settings.js';
import { staticFiles, type StaticFiles } from '../../apps/django/static-files.js';
import { trustedHosts, type TrustedHosts } from '../../apps/python/trusted-hosts.js';
import { serverOf } from '../../launch/server.js';
import type { Service } from '../../model/service.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Commands } from './commands.js';
import type { Given } from './given.js';

type Asked = 'publicHost' | 'django' | 'trustedHosts' | 'staticFiles' | 'djangoEdits';

/** The questions about Django, its settings and static files, and about the hosts that an app of Python lets in. */
export function djangoQuestions({ repository, surroundingsOf }: Given, commands: Commands): Pick<Deployment, Asked> {
  const django = oncePer(async (service: Service): Promise<Django | undefined> => {
    return djangoOf(repository, service, await commands.launch(service), surroundingsOf(service));
  });
  return {
    django,
    publicHost: oncePer((service: Service): PublicHost | undefined =>
      publicHost(service, surroundingsOf(service).facts),
    ),
    trustedHosts: oncePer(async (service: Service): Promise<TrustedHosts | undefined> => {
      const server = serverOf(await commands.launch(service));
      if (server === undefined || server === 'undecided') return undefined;
      const { facts } = surroundingsOf(service);
      const host = publicHost(service, facts);
      const environment = host ? withHost(server.environment, host, facts) : server.environment;
      return trustedHosts(repository, { ...server, environment });
    }),
    staticFiles: oncePer(async (service: Service): Promise<StaticFiles | undefined> => {
      const settings = await django(service);
      if (settings?.is !== 'settings') return undefined;
      return staticFiles(repository, settings, await commands.launch(service), await commands.ran(service));
    }),
    djangoEdits: (settings) => djangoEdits(repository, settings),
  };
}
