import type { Process } from '../../model/process.js';
import type { Sockets } from '../../model/socket.js';
import type { Repository } from '../../repository/repository.js';
import { packagedSockets } from './commands.js';
import { nodeProgram } from './program.js';
import { programSockets } from './sockets.js';
import { startedPrograms } from './started.js';

/** What a process of Node's listens on; undefined where it is none that is known. Never rejects. */
export async function nodeSockets(
  repository: Repository,
  process: Process,
  sourceOf: (path: string) => string,
): Promise<Sockets | undefined> {
  const packaged = await packagedSockets(repository, process);
  if (packaged) return packaged;
  const program = await nodeProgram(repository, process, sourceOf);
  if (!program) return undefined;
  if (program.is === 'unread') return { sockets: [], gaps: [{ why: program.why, at: program.at }] };
  const own = programSockets(repository, program.run, process);
  const started = await startedPrograms(repository, program.run, process, sourceOf);
  const all = [own, ...started.map(({ run, process: child }) => programSockets(repository, run, child))];
  return { sockets: all.flatMap(({ sockets }) => sockets), gaps: all.flatMap(({ gaps }) => gaps) };
}
