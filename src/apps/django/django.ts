import { serviceEnvironment } from '../../launch/environment.js';
import type { Surroundings } from '../../launch/surroundings.js';
import type { Launch } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import type { Repository } from '../../repository/repository.js';
import { publicHost, withHost } from './host.js';
import { djangoProject } from './project.js';
import { djangoSettings, type Django } from './settings.js';

/** The settings of Django in force for a service; undefined where it starts nothing of Django. Never rejects. */
export async function djangoOf(
  repository: Repository,
  service: Service,
  launch: Launch,
  surroundings: Surroundings,
): Promise<Django | undefined> {
  if (service.elsewhere !== undefined || service.kind === 'static') return undefined;
  const { facts } = surroundings;
  const host = publicHost(service, facts);
  const project = await djangoProject(repository, service, launch, {
    own: serviceEnvironment(service, surroundings, 'run'),
    prepare: (environment) => (host ? withHost(environment, host, facts) : environment),
  });
  return project && djangoSettings(repository, project);
}
