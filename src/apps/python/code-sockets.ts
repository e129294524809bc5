import type { EvaluatedModule } from '../../code/python/evaluate/run.js';
import type { ExternalCall } from '../../code/python/evaluate/machine.js';
import { isSequence, truth, type Arguments, type Evaluated } from '../../code/python/evaluate/values.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Socket, Sockets } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { callEdits, type ArgumentHolder } from './call-edits.js';
import { isNone, numericOf, textOf } from './evaluated.js';
import type { ListenCall, Parameter } from './listen-calls.js';
import { listenCall, listeningProgram } from './ran-program.js';
import { addressOf, hostOf, portOf, variableValue, type Listening } from './socket-parts.js';
import { byDefault, mapValue, milliseconds } from './values.js';

/** What a program of Python that `python` runs listens on, by the calls that it makes. Never rejects. */
export async function codeSockets(repository: Repository, asked: Process): Promise<Sockets> {
  const { program, process } = await listeningProgram(repository, asked);
  if ('why' in program) return { sockets: [], gaps: [program] };
  const sockets: Socket[] = [];
  const gaps: { why: string; at: Location }[] = [];
  for (const call of program.calls) {
    const row = listenCall(call);
    if (!row) continue;
    const found = setByConfig(repository, program, row, call) ?? (await socketOf(repository, process, row, call));
    if ('why' in found) gaps.push(found);
    else sockets.push(found);
  }
  if (sockets.length === 0 && gaps.length === 0) {
    gaps.push(program.open ?? { why: 'it starts no server that is known', at: process.at });
  }
  return { sockets, gaps };
}

/** A setting of the app that stands for its arguments, given any value but None. */
function setByConfig(
  repository: Repository,
  { files }: EvaluatedModule,
  row: ListenCall,
  { arguments: given, at }: ExternalCall,
): { why: string; at: Location } | undefined {
  const { setting } = row;
  if (setting === undefined || (argument(given, row.host) && argument(given, row.port))) return undefined;
  const isSet = new RegExp(`\\b${setting}\\b(?!['"\\]]{0,2}\\s{0,9}[=:]\\s{0,9}None\\b)`);
  const file = files.find((path) => {
    const source = repository.read(path);
    return source.is === 'text' && isSet.test(source.text);
  });
  return file === undefined ? undefined : { why: `${setting} in ${file} may set what ${row.title} listens on`, at };
}

async function socketOf(
  repository: Repository,
  process: Process,
  row: ListenCall,
  call: ExternalCall,
): Promise<Socket | { why: string; at: Location }> {
  const holder = holderOf(row, call);
  if (holder === undefined) return { why: `what ${row.title} is given cannot be read`, at: call.at };
  const given = holder.arguments;
  const other = row.elsewhere?.map((name) => given.named.get(name)).find((value) => !isNone(value));
  if (other) return { why: `what ${row.title} listens on is set elsewhere`, at: other.at };
  const at = firstLine(repository, call.at);
  const asked: Asked = { process, row, given, at };
  const none: Value<number> = { is: 'absent', at };
  return {
    server: row.title,
    ...(row.address ? pairOf(asked, row.address) : { host: hostIn(asked), port: portIn(asked) }),
    keepAlive: keepAliveIn(asked),
    ...(row.keepAlive === undefined && { keepAliveFixed: true }),
    ...(call.conditional && { conditional: true }),
    ...(call.threaded && { threaded: true }),
    ...developmentOf(row, given),
    headersTimeout: none,
    requestTimeout: none,
    at,
    steps: process.steps,
    edits: await callEdits(repository, row, holder),
  };
}

/** It watches files only where that is certain. */
function developmentOf({ development, production = [] }: ListenCall, given: Arguments): Pick<Socket, 'development'> {
  if (development === undefined || production.some((name) => !isNone(given.named.get(name)))) return {};
  if (typeof development === 'string') return { development };
  const reload = argument(given, development.reload);
  return reload && truth(reload) === true ? { development: 'reload' } : {};
}

interface Asked {
  process: Process;
  row: ListenCall;
  given: Arguments;
  at: Location;
}

function holderOf(row: ListenCall, call: ExternalCall): ArgumentHolder | undefined {
  const { self } = call;
  if (row.arguments === 'call') return call;
  if (self?.is !== 'object') return undefined;
  if (row.arguments === 'object') return self;
  const config = self.arguments.positional[0] ?? self.arguments.named.get('config');
  return config?.is === 'object' ? config : undefined;
}

/** What is given for a parameter; undefined where it keeps its default, and its doubt where that is not known. */
function argument({ positional, named, rest }: Arguments, parameter: Parameter | undefined): Evaluated | undefined {
  const { name = '', position } = parameter ?? {};
  const value = named.get(name) ?? (position === undefined ? undefined : positional[position]);
  if (!isNone(value)) return value;
  return rest && value === undefined
    ? { is: 'unknown', why: rest.why, at: rest.at, from: { by: 'written' } }
    : undefined;
}

function hostIn({ process, row, given, at }: Asked): Value<string> {
  const value = argument(given, row.host);
  if (value) return hostOf(textOf(value));
  const variable = variableValue(process.environment, row.variables?.host);
  return variable ? hostOf(variable) : byDefault(row.defaults.host, row.title, row.source, at);
}

function portIn({ process, row, given, at }: Asked): Value<number> {
  const value = argument(given, row.port);
  if (value) return numericOf(value);
  const variable = variableValue(process.environment, row.variables?.port);
  if (variable) return portOf(variable);
  const { port } = row.defaults;
  return port === undefined
    ? { is: 'unknown', why: 'it is given no port that can be read', at }
    : byDefault(port, row.title, row.source, at);
}

/** A pair `(host, port)`, a text `host:port`, or a port alone. */
function pairOf({ row, given, at }: Asked, parameter: Parameter): Listening {
  const value = argument(given, parameter);
  const standardHost = byDefault(row.defaults.host, row.title, row.source, at);
  const [host, port] = value && isSequence(value) && !value.rest ? value.items : [];
  if (host && port) return { host: hostOf(textOf(host)), port: numericOf(port) };
  if (value?.is === 'string') return addressOf(textOf(value), { port: 0, server: row.title, source: row.source });
  if (value?.is === 'number') return { host: standardHost, port: numericOf(value) };
  const unknown = { is: 'unknown', why: 'its address cannot be read', at: value?.at ?? at } as const;
  return { host: unknown, port: unknown };
}

function keepAliveIn({ row, given, at }: Asked): Value<number> {
  const [first] = given.positional;
  const from = row.keepAliveOnFirst && first?.is === 'object' ? first.arguments : given;
  const value = row.keepAlive && argument(from, row.keepAlive);
  if (value) return mapValue(numericOf(value), milliseconds, String);
  const { keepAlive } = row.defaults;
  if (keepAlive === 'none') return { is: 'absent', at };
  if (keepAlive === 'unknown')
    return { is: 'unknown', why: `how long ${row.title} keeps a connection is not known`, at };
  return byDefault(milliseconds(keepAlive.seconds), row.title, row.source, at);
}

/** A place up to the end of its first line. */
function firstLine(repository: Repository, at: Location): Location {
  const { start, end } = at.range;
  if (start.line === end.line) return at;
  const source = repository.read(at.file);
  const rest = source.is === 'text' ? source.text.slice(start.offset, end.offset) : '';
  const length = Math.max(rest.search(/\r?\n|\r/), 0);
  const last = { offset: start.offset + length, line: start.line, column: start.column + length };
  return { file: at.file, range: { start, end: last } };
}
