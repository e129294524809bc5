import type { Process } from '../model/process.js';
import type { Sockets } from '../model/socket.js';
import type { Repository } from '../repository/repository.js';
import { nodeSockets, type NodePrograms } from './node/node-sockets.js';
import { pythonSockets } from './python/sockets.js';

/** What a process listens on. Never rejects. */
export async function socketsOf(repository: Repository, process: Process, programs: NodePrograms): Promise<Sockets> {
  const { role, name } = process.program;
  if (role === 'worker' || role === 'task') return { sockets: [], gaps: [] };
  const found = (await nodeSockets(repository, process, programs)) ?? (await pythonSockets(repository, process));
  return found ?? { sockets: [], gaps: [{ why: `what \`${name}\` listens on is not known`, at: process.at }] };
}
