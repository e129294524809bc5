import { driverOf, type Driver } from '../../apps/databases/drivers.js';
import { dependencyFaults } from '../../apps/dependencies/dependencies.js';
import type { DependencyFault } from '../../apps/dependencies/faults.js';
import { imageDependencyFaults } from '../../apps/dependencies/image.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import type { Deployment } from '../deployment.js';
import { oncePer } from '../once.js';
import type { Commands } from './commands.js';
import type { DjangoQuestions } from './django.js';
import type { Given } from './given.js';

/** The question about what the commands of a service need. */
export function dependencyQuestions(
  { repository, surroundingsOf }: Given,
  commands: Commands,
  django: DjangoQuestions,
): Pick<Deployment, 'dependencies'> {
  return {
    dependencies: oncePer(async (service: Service): Promise<readonly DependencyFault[]> => {
      const driver = async (): Promise<Driver | undefined> => driverOf(await django.django(service));
      if (knownValue(service.runtime) === 'docker') {
        return imageDependencyFaults(repository, service, surroundingsOf(service), driver);
      }
      const { folder } = await commands.launch(service);
      const outputs = () => commands.outputs(service);
      return dependencyFaults(repository, service, surroundingsOf(service), { folder, outputs, driver });
    }),
  };
}
