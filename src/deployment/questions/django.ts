import { djangoOf } from '../../apps/django/django.js';
import { djangoEdits } from '../../apps/django/edits.js';
import { publicHost, type PublicHost } from '../../apps/django/host.js';
import type { Django } from '../../apps/django/settings.js';
import { staticFiles, type StaticFiles } from '../../apps/django/static-files.js';
import type { Service } from '../../model/service.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Commands } from './commands.js';
import type { Given } from './given.js';

type Asked = 'publicHost' | 'django' | 'staticFiles' | 'djangoEdits';

/** The questions about Django: its settings, the host they have to allow, its static files. */
export function djangoQuestions({ repository, surroundingsOf }: Given, commands: Commands): Pick<Deployment, Asked> {
  const django = oncePer(async (service: Service): Promise<Django | undefined> => {
    return djangoOf(repository, service, await commands.launch(service), surroundingsOf(service));
  });
  return {
    django,
    publicHost: oncePer((service: Service): PublicHost | undefined =>
      publicHost(service, surroundingsOf(service).facts),
    ),
    staticFiles: oncePer(async (service: Service): Promise<StaticFiles | undefined> => {
      const settings = await django(service);
      if (settings?.is !== 'settings') return undefined;
      return staticFiles(repository, settings, await commands.launch(service), await commands.ran(service));
    }),
    djangoEdits: (settings) => djangoEdits(repository, settings),
  };
}
