import type { Process } from '../model/process.js';
import type { Routes } from '../model/routes.js';
import type { Repository } from '../repository/repository.js';
import { djangoProcessRoutes } from './django/routes.js';
import { fileRoutes } from './node/file-routes/file-routes.js';
import type { NodeProgram } from './node/program.js';
import { nodeRoutes } from './node/routes/node-routes.js';
import { packagedRoutes } from './node/routes/packaged.js';
import { pythonRoutes } from './python/routes/python-routes.js';

/** The routes of a process; undefined where what it answers cannot be read at all. Never rejects. */
export async function processRoutes(
  repository: Repository,
  process: Process,
  nodeProgramOf: (process: Process) => Promise<NodeProgram | undefined>,
): Promise<Routes | undefined> {
  return (
    packagedRoutes(process) ??
    (await fileRoutes(repository, process)) ??
    nodeRoutes(await nodeProgramOf(process), process) ??
    // An app of FastAPI may hold one of Django.
    (await pythonRoutes(repository, process)) ??
    (await djangoProcessRoutes(repository, process))
  );
}
