import type { WrittenCommand } from '../../launch/written.js';
import type { Process } from '../../model/process.js';
import type { Socket, Sockets } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import { readArguments, type Argument, type OptionTable } from './arguments.js';
import { addressEdits } from './command-sockets.js';
import { commandSocket, editsOf, hostOf, optionEdit, portOf, type Listening } from './socket-parts.js';
import { argumentValue, byDefault, mapValue } from './values.js';

const RUNSERVER: OptionTable & { host: string; port: number } = {
  parser: 'argparse',
  valued: ['--settings', '--pythonpath', '-v --verbosity', '--addrport'],
  flags: [
    ...['-6 --ipv6', '--nothreading', '--noreload', '--nostatic', '--insecure', '--skip-checks', '--no-color'],
    ...['--force-color', '--traceback', '--noasgi', '-h --help', '--version'],
  ],
  host: '127.0.0.1',
  port: 8000,
  source: 'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
};

/** Django's runserver: `[host:]port`. It has no limit on how long it keeps a connection (measured, 5.2). */
export function runserverSockets(process: Process, command: WrittenCommand): Sockets {
  const start = command.words.findIndex(({ text }) => text === 'runserver');
  const given = readArguments(command.words.slice(start + 1), RUNSERVER);
  const [argument] = given.operands;
  const socket = commandSocket(process, 'runserver', runserverAddress(process, argument), absent(process), {
    ...(argument ? addressEdits(command, { option: '', argument }) : appended(command)),
  });
  return { sockets: [socket], gaps: given.faults };
}

function appended(command: WrittenCommand) {
  const edit = command.append(['0.0.0.0:$PORT']);
  return editsOf({ host: edit, port: edit });
}

function runserverAddress({ at }: Process, argument: Argument | undefined): Listening {
  const { host, port, source } = RUNSERVER;
  const standardHost = byDefault(host, 'runserver', source, at);
  if (!argument) return { host: standardHost, port: byDefault(port, 'runserver', source, at) };
  const value = argumentValue(argument);
  const hasHost = argument.text?.includes(':') ?? argument.raw?.includes(':') ?? false;
  if (!hasHost) return { host: standardHost, port: portOf(value) };
  const part = (pattern: RegExp): Value<string> =>
    mapValue(
      value,
      (text) => pattern.exec(text)?.[1],
      (text) => `\`${text.slice(0, 60)}\` is no address`,
    );
  return { host: hostOf(part(/^(.*):[^:]*$/)), port: portOf(part(/:([^:]*)$/)) };
}

const HTTP_SERVER: OptionTable & { host: string; port: number } = {
  parser: 'argparse',
  valued: ['-b --bind', '-d --directory', '-p --protocol', '--tls-cert', '--tls-key', '--tls-password-file'],
  flags: ['--cgi', '-h --help'],
  host: '0.0.0.0',
  port: 8000,
  source: 'https://docs.python.org/3/library/http.server.html#command-line-interface',
};

/** `python -m http.server [port]`, which closes each connection. */
export function httpServerSockets(process: Process, command: WrittenCommand): Sockets {
  const given = readArguments(command.words.slice(1), HTTP_SERVER);
  const bind = given.option('--bind').at(-1);
  const [port] = given.operands;
  const { at } = process;
  const standard = <T>(value: T) => byDefault(value, 'http.server', HTTP_SERVER.source, at);
  const listening: Listening = {
    host: bind ? hostOf(argumentValue(bind)) : standard(HTTP_SERVER.host),
    port: port ? portOf(argumentValue(port)) : standard(HTTP_SERVER.port),
  };
  const edits = editsOf({
    host: optionEdit(command, bind, '--bind', '0.0.0.0'),
    port: port ? port.replace?.('$PORT') : command.append(['$PORT']),
  });
  const socket: Socket = commandSocket(process, 'http.server', listening, absent(process), edits);
  return { sockets: [socket], gaps: given.faults };
}

function absent({ at }: Process): Value<number> {
  return { is: 'absent', at };
}
