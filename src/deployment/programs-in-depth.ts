import type { RanCommands } from '../apps/commands/ran.js';
import { djangoEdits } from '../apps/django/edits.js';
import { publicHost } from '../apps/django/host.js';
import type { Django } from '../apps/django/settings.js';
import type { StaticFiles } from '../apps/django/static-files.js';
import type { Engine } from '../apps/databases/engines.js';
import type { Migrations } from '../apps/migrations/migrations.js';
import type { Surroundings } from '../launch/surroundings.js';
import type { Launch } from '../model/process.js';
import type { Service } from '../model/service.js';
import type { Repository } from '../repository/repository.js';
import type { Deployment } from './deployment.js';
import { oncePer } from './once.js';

/** What these questions are answered from. */
interface Given {
  repository: Repository;
  services: readonly Service[];
  launch: (service: Service) => Promise<Launch>;
  surroundings: (service: Service) => Surroundings;
}

type Answers = Pick<Deployment, 'publicHost' | 'django' | 'staticFiles' | 'engines' | 'migrations' | 'djangoEdits'>;

/** The questions about what Django and databases make of a service. What answers them is loaded when first asked. */
export function inDepth({ repository, services, launch, surroundings }: Given): Answers {
  const django = oncePer(async (service: Service): Promise<Django | undefined> => {
    const { djangoOf } = await import('../apps/django/django.js');
    return djangoOf(repository, service, await launch(service), surroundings(service));
  });
  const ran = oncePer(async (service: Service): Promise<RanCommands> => {
    const { ranCommands } = await import('../apps/commands/ran.js');
    return ranCommands(repository, service, await launch(service), surroundings(service));
  });
  return {
    publicHost: (service) => publicHost(service, surroundings(service).facts),
    django,
    staticFiles: oncePer(async (service: Service): Promise<StaticFiles | undefined> => {
      const settings = await django(service);
      if (settings?.is !== 'settings') return undefined;
      const { staticFiles } = await import('../apps/django/static-files.js');
      return staticFiles(repository, settings, await launch(service), await ran(service));
    }),
    engines: oncePer(async (service: Service): Promise<readonly Engine[]> => {
      const { enginesOf } = await import('../apps/databases/engines.js');
      return enginesOf(repository, await launch(service));
    }),
    migrations: oncePer(async (service: Service): Promise<readonly Migrations[]> => {
      const { migrationsOf } = await import('../apps/migrations/migrations.js');
      const neighbours = services.filter((each) => each !== service && each.elsewhere === undefined);
      return migrationsOf(
        repository,
        await ran(service),
        await Promise.all(neighbours.map(ran)),
        await django(service),
      );
    }),
    djangoEdits: (settings) => djangoEdits(repository, settings),
  };
}
