import { djangoOf, startedDjango, type StartedDjango } from '../../apps/django/django.js';
import { djangoEdits } from '../../apps/django/edits.js';
import { publicHost, withStandIns, type PublicHost } from '../../apps/django/host.js';
import type { Django } from '../../apps/django/settings.js';
import { staticFiles, type StaticFiles } from '../../apps/django/static-files.js';
import { trustedHosts, type TrustedHosts } from '../../apps/python/trusted-hosts.js';
import { serverOf } from '../../launch/server.js';
import type { Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import type { Deployment } from '../deployment.js';
import { latelyPer, oncePer } from '../once.js';
import type { Commands } from './commands.js';
import type { Given } from './given.js';

type Asked = 'publicHost' | 'django' | 'trustedHosts' | 'staticFiles' | 'djangoEdits';

/** The answers to rules, and what other questions ask besides. */
export interface DjangoQuestions extends Pick<Deployment, Asked> {
  /** What a process starts of Django; undefined: nothing. */
  startedBy: (process: Process) => Promise<StartedDjango | undefined>;
}

/** The questions about Django, its settings and static files, and about the hosts that an app of Python lets in. */
export function djangoQuestions({ repository, surroundingsOf }: Given, commands: Commands): DjangoQuestions {
  const startedBy = latelyPer(async (process: Process): Promise<StartedDjango | undefined> => {
    const service = commands.serviceOf(process);
    const { environment } = process;
    const seen = service ? withStandIns(environment, service, surroundingsOf(service).facts) : environment;
    return startedDjango(await commands.foundBy(process), process, seen);
  });
  const django = oncePer(async (service: Service): Promise<Django | undefined> => {
    const found = await commands.foundIn(service);
    return djangoOf(found, service, await commands.launch(service), surroundingsOf(service), startedBy);
  });
  return {
    startedBy,
    django,
    publicHost: oncePer((service: Service): PublicHost | undefined =>
      publicHost(service, surroundingsOf(service).facts),
    ),
    trustedHosts: oncePer(async (service: Service): Promise<TrustedHosts | undefined> => {
      const server = serverOf(await commands.launch(service));
      if (server === undefined || server === 'undecided') return undefined;
      const environment = withStandIns(server.environment, service, surroundingsOf(service).facts);
      return trustedHosts(await commands.foundBy(server), { ...server, environment });
    }),
    staticFiles: oncePer(async (service: Service): Promise<StaticFiles | undefined> => {
      const settings = await django(service);
      if (settings?.is !== 'settings') return undefined;
      return staticFiles(repository, settings, await commands.launch(service), await commands.ran(service));
    }),
    djangoEdits: (settings) => djangoEdits(repository, settings),
  };
}
