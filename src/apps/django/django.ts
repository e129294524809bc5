import { serviceEnvironment } from '../../launch/environment.js';
import type { Surroundings } from '../../launch/surroundings.js';
import type { Environment, Launch, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import type { Repository } from '../../repository/repository.js';
import { withStandIns } from './host.js';
import { managerProject, projectOf, type Project } from './project.js';
import { djangoSettings, type Django } from './settings.js';

/** A project of Django that a process starts, and its settings. */
export interface StartedDjango {
  project: Project;
  settings: Django;
}

/** What a process starts of Django in this environment; undefined: nothing. Never rejects. */
export async function startedDjango(
  repository: Repository,
  process: Process,
  environment: Environment,
): Promise<StartedDjango | undefined> {
  const project = await projectOf(repository, process, environment);
  return project && { project, settings: await djangoSettings(repository, project) };
}

/**
 * The settings of Django in force for a service, by what it starts, else by the one manage.py of its folder; undefined
 * where it starts nothing of Django. Never rejects.
 */
export async function djangoOf(
  repository: Repository,
  service: Service,
  launch: Launch,
  surroundings: Surroundings,
  startedBy: (process: Process) => Promise<StartedDjango | undefined>,
): Promise<Django | undefined> {
  if (service.elsewhere !== undefined || service.kind === 'static') return undefined;
  const servers = launch.processes.filter(({ program }) => program.role !== 'worker' && program.role !== 'task');
  let undecided: Django | undefined;
  for (const process of servers) {
    const found = await startedBy(process);
    if (found?.project.is === 'project') return found.settings;
    undecided ??= found?.settings;
  }
  if (undecided) return undecided;
  // What is started is something else, or all that is started is known.
  if (servers.length > 0 || launch.gaps.length === 0) return undefined;
  const own = serviceEnvironment(service, surroundings, 'run');
  const project = await managerProject(repository, service, launch, withStandIns(own, service, surroundings.facts));
  return project && djangoSettings(repository, project);
}
