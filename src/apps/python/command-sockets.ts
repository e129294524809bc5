import type { WrittenCommand } from '../../launch/written.js';
import type { Process } from '../../model/process.js';
import type { Socket, SocketEdits, Sockets } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { readArguments, type Argument, type Arguments } from './arguments.js';
import { configured, fileListening, type Configured } from './server-files.js';
import type { ServerCommand } from './servers.js';
import {
  addressOf,
  commandSocket,
  editsOf,
  hostOf,
  hostOfUnknown,
  optionEdit,
  portOf,
  seconds,
  unexpandedIn,
  variableValue,
  type Listening,
} from './socket-parts.js';
import { argumentValue, byDefault, firstSet, integer, mapValue, milliseconds } from './values.js';

/** What a server of the table listens on, as its command and environment have it. */
export async function commandSockets(
  repository: Repository,
  process: Process,
  command: WrittenCommand,
  server: ServerCommand,
): Promise<Sockets> {
  const given = readArguments(command.words.slice(1), server.options);
  const file = server.config === undefined ? undefined : given.option(server.config).at(-1);
  const settings = file && (await configured(repository, process, server, file));
  if (file && !settings && (server.bind === undefined || given.option(server.bind).length === 0)) {
    return { sockets: [], gaps: [{ why: `what ${server.title} listens on is set elsewhere`, at: file.at }] };
  }
  const asked: Asked = {
    process,
    command: server.optionsFirst ? optionsFirst(command) : command,
    server,
    given,
    ...(settings && { settings }),
    ...(file && { file }),
  };
  const elsewhere = (server.elsewhere ?? []).flatMap((option) => given.option(option));
  const [other] = elsewhere;
  if (other) {
    return { sockets: [], gaps: [{ why: `what ${server.title} listens on is set elsewhere`, at: other.at }] };
  }
  const binds = server.bind === undefined ? [] : given.option(server.bind);
  if (server.bind !== undefined && (binds.length > 0 || server.host === undefined)) {
    return { sockets: boundSockets(asked, server.bind, binds), gaps: given.faults };
  }
  return { sockets: [hostPortSocket(asked, fileListening(repository, process, server))], gaps: given.faults };
}

/** Options are added in front of the app. */
function optionsFirst(command: WrittenCommand): WrittenCommand {
  const [name] = command.words;
  return { ...command, append: (words) => (name?.raw === undefined ? undefined : command.append(words, name)) };
}

interface Asked {
  process: Process;
  command: WrittenCommand;
  server: ServerCommand;
  given: Arguments;
  /** The file of settings that it is given, and what that sets where it can be read. */
  file?: Argument;
  settings?: Configured;
}

/** Each address, else the default one. */
function boundSockets(asked: Asked, option: string, binds: readonly Argument[]): readonly Socket[] {
  const { process, server, settings } = asked;
  const { host, port } = server.defaults;
  const inFile = settings?.addresses ?? [];
  if (binds.length === 0 && ('is' in inFile || inFile.length > 0)) {
    const addresses: readonly Value<string>[] = 'is' in inFile ? [inFile] : inFile;
    return addresses.map((value) => {
      return socketOf(asked, addressOf(value, { port, server: server.title, source: server.source }), {
        option,
        argument: undefined,
      });
    });
  }
  if (binds.length === 0) {
    const standard = <T>(value: T) => byDefault(value, server.title, server.source, process.at);
    return [socketOf(asked, { host: standard(host), port: standard(port) }, { option, argument: undefined })];
  }
  return binds.map((argument) => {
    const value = argumentValue(argument);
    const listening = addressOf(value, { port, server: server.title, source: server.source });
    return socketOf(
      asked,
      { ...withHostInFront(listening, argument), ...unexpandedIn(argument) },
      { option, argument },
    );
  });
}

/** A host that is written is known, though the port behind it is not. */
export function withHostInFront(listening: Listening, { text, at, raw }: Argument): Listening {
  const host = text === undefined ? hostOfUnknown({ raw, at }) : undefined;
  return host ? { ...listening, host } : listening;
}

interface Bound {
  option: string;
  argument: Argument | undefined;
}

function socketOf(asked: Asked, listening: Listening, bound: Bound | undefined): Socket {
  const { process, server } = asked;
  const edits = bound ? addressEdits(asked.command, bound) : {};
  const all = { ...edits, ...keepAliveEdit(asked) };
  return commandSocket(process, server.title, listening, keepAliveOf(asked), all, server.keepAlive === undefined);
}

/** Edits of `host:port`: the part that is right stays. */
export function addressEdits(command: WrittenCommand, { option, argument }: Bound): SocketEdits {
  const everywhere = '0.0.0.0:$PORT';
  if (argument === undefined) {
    const edit = command.append([option, everywhere]);
    return editsOf({ host: edit, port: edit });
  }
  const written = argument.text ?? '';
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(written) ?? [];
  const isPlain = argument.variable === undefined && argument.text !== undefined && !written.startsWith('unix:');
  return editsOf({
    host: isPlain ? argument.replace?.(port === undefined ? everywhere : `0.0.0.0:${port}`) : unknownPort(argument),
    port: isPlain ? argument.replace?.(`${host || '0.0.0.0'}:$PORT`) : undefined,
  });
}

/** `127.0.0.1:$PORT`, whose port stays as it is. */
function unknownPort({ raw = '', replace }: Argument): SocketEdits['host'] {
  const [, port] = /:(\$\{?\w[^"'\s]*)["']?$/.exec(raw) ?? [];
  return port === undefined ? undefined : replace?.(`0.0.0.0:${port}`);
}

function hostPortSocket(asked: Asked, file: Partial<Listening>): Socket {
  const { process, command, server, given } = asked;
  const { defaults, title, source, variables = {} } = server;
  const hostOption = server.host ?? '';
  const portOption = server.port ?? '';
  const host = given.option(hostOption).at(-1);
  const port = given.option(portOption).at(-1);
  const { environment, at } = process;
  const listening: Listening = {
    host:
      (host ? hostOf(argumentValue(host)) : undefined) ??
      optional(variableValue(environment, variables.host), hostOf) ??
      file.host ??
      byDefault(defaults.host, title, source, at),
    port:
      (port ? portOf(argumentValue(port)) : undefined) ??
      optional(variableValue(environment, variables.port), portOf) ??
      file.port ??
      standardPort(asked),
    ...unexpandedIn(port),
  };
  const edits = editsOf({
    host: optionEdit(command, host, hostOption, '0.0.0.0'),
    port: optionEdit(command, port, portOption, '$PORT'),
  });
  const all = { ...edits, ...keepAliveEdit(asked) };
  return commandSocket(process, title, listening, keepAliveOf(asked), all, server.keepAlive === undefined);
}

function standardPort({ process, server }: Asked): Value<number> {
  const { defaults, title, source, newerPortVariable } = server;
  const standard = byDefault(defaults.port, title, source, process.at);
  const variable = variableValue(process.environment, newerPortVariable);
  if (variable === undefined) return standard;
  const port = portOf(variable);
  return port.is === 'known' ? { is: 'oneOf', values: [standard, port] } : port;
}

function optional<From, To>(value: Value<From> | undefined, change: (value: Value<From>) => Value<To>) {
  return value && change(value);
}

function keepAliveOf({ process, server, given, file, settings }: Asked): Value<number> {
  const { keepAlive, variables = {}, defaults, title, source } = server;
  const { at, environment } = process;
  const argument = keepAlive === undefined ? undefined : given.option(keepAlive).at(-1);
  const text = argument ? argumentValue(argument) : variableValue(environment, variables.keepAlive);
  const set = text && firstSet(text);
  if (set) return mapValue(mapValue(set, integer, noNumber), milliseconds, String);
  if (file && !settings) return { is: 'unknown', why: 'its file of settings cannot be read', at: file.at };
  if (settings && settings.keepAlive.is !== 'absent') {
    return mapValue(mapValue(settings.keepAlive, integer, noNumber), milliseconds, String);
  }
  if (defaults.keepAlive === 'none') return { is: 'absent', at };
  if (defaults.keepAlive === 'unknown')
    return { is: 'unknown', why: `how long ${title} keeps a connection is not known`, at };
  return byDefault(milliseconds(defaults.keepAlive.seconds), title, source, at);
}

function noNumber(text: string): string {
  return `\`${text.slice(0, 60)}\` is no whole number of seconds`;
}

function keepAliveEdit({ command, server, given }: Asked): Pick<SocketEdits, 'keepAlive'> {
  const { keepAlive } = server;
  if (keepAlive === undefined) return {};
  const argument = given.option(keepAlive).at(-1);
  const edit = (wanted: number) => optionEdit(command, argument, keepAlive, seconds(wanted));
  return edit(0) === undefined ? {} : { keepAlive: (wanted) => edit(wanted) ?? [] };
}
