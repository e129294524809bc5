import { enginesOf, type Engine } from '../../apps/databases/engines.js';
import { migrationsOf, type Migrations } from '../../apps/migrations/migrations.js';
import type { Service } from '../../model/service.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Commands } from './commands.js';
import type { Given } from './given.js';

/** The questions about databases: how a service holds on to them, and who brings them up to date. */
export function databaseQuestions(
  { repository, services }: Given,
  commands: Commands,
  django: Pick<Deployment, 'django'>,
): Pick<Deployment, 'engines' | 'migrations'> {
  return {
    engines: oncePer(async (service: Service): Promise<readonly Engine[]> => {
      return enginesOf(await commands.foundIn(service), await commands.launch(service));
    }),
    migrations: oncePer(async (service: Service): Promise<readonly Migrations[]> => {
      const neighbours = services.filter((each) => each !== service && each.elsewhere === undefined);
      const others = await Promise.all(neighbours.map((each) => commands.ran(each)));
      return migrationsOf(repository, await commands.ran(service), others, await django.django(service));
    }),
  };
}
