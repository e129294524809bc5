import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Environment, Process } from '../../model/process.js';
import type { Socket, SocketEdits } from '../../model/socket.js';
import type { Absent, Value } from '../../model/value.js';
import type { WrittenCommand } from '../../launch/written.js';
import { parseAddress, portNumber } from './address.js';
import type { Argument } from './arguments.js';
import { byDefault, mapValue } from './values.js';

/** Where a server listens, as one address has it. */
export interface Listening {
  host: Value<string>;
  port: Value<number>;
  unexpanded?: NonNullable<Socket['unexpanded']>;
}

/** A socket that a command opens. */
export function commandSocket(
  process: Process,
  server: string,
  { host, port, unexpanded }: Listening,
  keepAlive: Value<number>,
  edits: SocketEdits,
  keepAliveFixed = false,
): Socket {
  const { at, conditional } = process;
  const none: Absent = { is: 'absent', at };
  return {
    server,
    host,
    port,
    ...(unexpanded && { unexpanded }),
    keepAlive,
    ...(keepAliveFixed && { keepAliveFixed: true }),
    ...(conditional && { conditional: true }),
    headersTimeout: none,
    requestTimeout: none,
    at,
    steps: process.steps.slice(0, -1),
    edits,
  };
}

/** A port that a text holds. */
export function portOf(value: Value<string>): Value<number> {
  return mapValue(value, portNumber, notAPort);
}

/** A variable that is given as it stands: the text is no port, and the server refuses it. */
export function unexpandedIn(argument: Argument | undefined): Pick<Listening, 'unexpanded'> {
  const { text = '', at } = argument ?? {};
  return at && /\$(?:\w+|\{\w+\})$/.test(text) ? { unexpanded: { text, at } } : {};
}

function notAPort(text: string): string {
  const shown = text.slice(0, 60);
  return shown.includes('$')
    ? `\`${shown}\` is passed as it stands, as no shell reads it`
    : `\`${shown}\` holds no port that can be read`;
}

/** A host as it is compared: without one, every interface is meant. */
export function hostOf(value: Value<string>): Value<string> {
  return mapValue(
    value,
    (text) => (text === '' || text === '*' || text === '0' ? '0.0.0.0' : text.replace(/^\[(.*)\]$/, '$1')),
    String,
  );
}

/**
 * Reads `host:port`. The host is written there even where the port comes from a variable; a unix socket has its path in
 * place of a host, and no port.
 */
export function addressOf(value: Value<string>, standard: { port: number; server: string; source: string }): Listening {
  const { at } = value.is === 'oneOf' ? { at: undefined } : value;
  const host = mapValue(
    value,
    (text) => {
      const address = parseAddress(text);
      return address.is === 'tcp' ? address.host : address.is === 'unix' ? unixPath(address.path) : undefined;
    },
    () => 'it takes over a socket that is open',
  );
  const isUnix = value.is === 'known' && parseAddress(value.value).is === 'unix';
  if (isUnix && at) return { host, port: { is: 'absent', at } };
  const port = mapValue(
    value,
    (text) => {
      const address = parseAddress(text);
      if (address.is !== 'tcp') return undefined;
      return address.port === undefined ? standard.port : portNumber(address.port);
    },
    notAPort,
  );
  const hasNone = value.is === 'known' && parts(value.value).port === undefined;
  const own = hasNone && port.is === 'known' && at ? byDefault(port.value, standard.server, standard.source, at) : port;
  return { host: writtenHost(host), port: own };
}

/** A path, which no host is; one that is not absolute is marked. */
function unixPath(path: string): string {
  return path.startsWith('/') ? path : `unix:${path}`;
}

function parts(text: string): { port: string | undefined } {
  const address = parseAddress(text);
  return { port: address.is === 'tcp' ? address.port : '' };
}

/** The variable at the end of an address is its port. */
function writtenHost(host: Value<string>): Value<string> {
  return host.is === 'known' && host.from.by === 'variable' ? { ...host, from: { by: 'written' } } : host;
}

/** The host in front of an address whose port is not known, as in `0.0.0.0:$PORT`. */
export function hostOfUnknown({ raw, at }: { raw: string | undefined; at: Location }): Value<string> | undefined {
  const [, host] = /(?:^|[=\s"'])(\d{1,3}(?:\.\d{1,3}){3}|localhost|\[[\da-fA-F:]+\]|):\$\{?\w+/.exec(raw ?? '') ?? [];
  if (host === undefined) return undefined;
  const value = host === '' ? '0.0.0.0' : host.replace(/^\[(.*)\]$/, '$1');
  return { is: 'known', value, at, from: { by: 'written' } };
}

/** What a variable of the environment holds; undefined where it is not set. */
export function variableValue(environment: Environment, name: string | undefined): Value<string> | undefined {
  if (name === undefined) return undefined;
  const variable = environment.variable(name);
  switch (variable.is) {
    case 'unset':
      return undefined;
    case 'unknown':
      return { is: 'unknown', why: `${name} may be set in the dashboard`, at: variable.at };
    case 'set':
      return variable.value.is === 'known'
        ? { ...variable.value, from: { by: 'variable', name } }
        : { is: 'unknown', why: `the value of ${name} is not known`, at: variable.at };
  }
}

/** How an option is set anew: in its place where it is written as such, behind the command where it is not there. */
export function optionEdit(
  command: WrittenCommand,
  given: Argument | undefined,
  option: string,
  text: string,
): readonly TextEdit[] | undefined {
  if (given === undefined) return command.append([option, text]);
  return given.variable === undefined ? given.replace?.(text) : undefined;
}

/** An object without the entries that have no value. */
export function editsOf(edits: {
  host: readonly TextEdit[] | undefined;
  port: readonly TextEdit[] | undefined;
  keepAlive?: SocketEdits['keepAlive'];
}): SocketEdits {
  return {
    ...(edits.host && { host: edits.host }),
    ...(edits.port && { port: edits.port }),
    ...(edits.keepAlive && { keepAlive: edits.keepAlive }),
  };
}

/** Durations are given in whole seconds. */
export function seconds(milliseconds: number): string {
  return String(Math.ceil(milliseconds / 1_000));
}
