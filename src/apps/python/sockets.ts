import { writtenCommand } from '../../launch/written.js';
import type { GunicornSettings } from '../../model/gunicorn.js';
import type { Process } from '../../model/process.js';
import type { Sockets } from '../../model/socket.js';
import type { Repository } from '../../repository/repository.js';
import { codeSockets } from './code-sockets.js';
import { commandSockets } from './command-sockets.js';
import { httpServerSockets, runserverSockets } from './development-sockets.js';
import { openGunicorn, settingsOf } from './gunicorn.js';
import { gunicornSockets } from './gunicorn-sockets.js';
import { SERVER_COMMANDS } from './servers.js';
import { uwsgiSockets } from './uwsgi.js';

/** What a process of Python listens on; undefined where it is none that is known. Never rejects. */
export async function pythonSockets(repository: Repository, process: Process): Promise<Sockets | undefined> {
  const { name, words, role } = process.program;
  const command = await writtenCommand(repository, process);
  switch (name) {
    case 'gunicorn':
      return gunicornSockets(await openGunicorn(repository, process, command));
    case 'uwsgi':
      return uwsgiSockets(repository, process, command);
    case 'python':
      return codeSockets(repository, process);
    case 'http.server':
      return httpServerSockets(process, command);
    case 'manage.py':
    case 'django-admin':
      return words.includes('runserver') ? runserverSockets(process, command) : undefined;
  }
  if (role === 'worker' || role === 'task') return undefined;
  const server = SERVER_COMMANDS.find(
    ({ program, command: own }) => program === name && (own === undefined || words.includes(own)),
  );
  return server && commandSockets(repository, process, command, server);
}

/** What a process that is gunicorn is set to; undefined for any other program. Never rejects. */
export async function gunicornSettings(
  repository: Repository,
  process: Process,
): Promise<GunicornSettings | undefined> {
  if (process.program.name !== 'gunicorn') return undefined;
  return settingsOf(await openGunicorn(repository, process, await writtenCommand(repository, process)));
}
