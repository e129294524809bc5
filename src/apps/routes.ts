import type { Process } from '../model/process.js';
import type { Routes } from '../model/routes.js';
import type { Repository } from '../repository/repository.js';
import type { StartedDjango } from './django/django.js';
import { djangoProcessRoutes } from './django/routes.js';
import { fileRoutes } from './node/file-routes/file-routes.js';
import type { NodeProgram } from './node/program.js';
import { nodeRoutes } from './node/routes/node-routes.js';
import { packagedRoutes } from './packaged-routes.js';
import { pythonRoutes } from './python/routes/python-routes.js';

/** What routes are read from, each answered once per process. */
interface RoutesNeeds {
  nodeProgramOf: (process: Process) => Promise<NodeProgram | undefined>;
  djangoBy: (process: Process) => Promise<StartedDjango | undefined>;
}

/** The routes of a process; undefined where what it answers cannot be read at all. Never rejects. */
export async function processRoutes(
  repository: Repository,
  process: Process,
  { nodeProgramOf, djangoBy }: RoutesNeeds,
): Promise<Routes | undefined> {
  const others =
    packagedRoutes(repository, process) ??
    (await fileRoutes(repository, process)) ??
    nodeRoutes(await nodeProgramOf(process), process) ??
    // An app of FastAPI may hold one of Django.
    (await pythonRoutes(repository, process));
  if (others) return others;
  const django = await djangoBy(process);
  return django && djangoProcessRoutes(repository, process, django);
}
