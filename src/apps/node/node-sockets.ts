import { settled } from '../../code/run/run.js';
import type { Process } from '../../model/process.js';
import type { Sockets } from '../../model/socket.js';
import type { Repository } from '../../repository/repository.js';
import { packagedSockets } from './commands.js';
import type { NodeProgram, SourceOf } from './program.js';
import { programSockets } from './sockets.js';
import { startedPrograms } from './started.js';

/** How the programs of Node are come by. */
export interface NodePrograms {
  /** What a process starts, once run in the mind. */
  nodeProgramOf: (process: Process) => Promise<NodeProgram | undefined>;
  sourceOf: SourceOf;
}

/** What a process of Node's listens on; undefined where it is none that is known. Never rejects. */
export async function nodeSockets(
  repository: Repository,
  process: Process,
  { nodeProgramOf, sourceOf }: NodePrograms,
): Promise<Sockets | undefined> {
  const packaged = await packagedSockets(repository, process);
  if (packaged) return packaged;
  const program = await nodeProgramOf(process);
  if (!program) return undefined;
  if (program.is === 'unread') return { sockets: [], gaps: [{ why: program.why, at: program.at }] };
  const run = settled(program.run);
  const own = programSockets(repository, run, process);
  const started = await startedPrograms(repository, run, process, sourceOf);
  const all = [own, ...started.map(({ run, process: child }) => programSockets(repository, run, child))];
  return { sockets: all.flatMap(({ sockets }) => sockets), gaps: all.flatMap(({ gaps }) => gaps) };
}
