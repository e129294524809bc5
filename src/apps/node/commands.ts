import { writtenCommand, type CommandWord, type WrittenCommand } from '../../launch/written.js';
import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Socket, SocketEdits, Sockets } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { configuredAddress } from './configured.js';
import { PACKAGED, type Packaged, type Setting } from './packaged.js';
import { byDefault, orElse } from './settings.js';
import { variableOf } from './variable.js';
import { wantedMajor } from './versions.js';

/** What a packaged server listens on, by its options and environment; undefined where a process is none. */
export async function packagedSockets(repository: Repository, process: Process): Promise<Sockets | undefined> {
  const server = PACKAGED.find((each) => isStarted(repository, process, each));
  if (!server) return undefined;
  const command = await writtenCommand(repository, process);
  return { sockets: [await socketOf(repository, process, command, server)], gaps: [] };
}

function isStarted(repository: Repository, { program, folder }: Process, server: Packaged): boolean {
  const { name, words, target } = program;
  if (server.built) {
    const path = target.is === 'file' && target.path.is === 'known' ? target.path.value : undefined;
    if (path === undefined || !server.built.file.test(path)) return false;
    return server.built.package === undefined || wantedMajor(repository, folder, server.built.package) !== undefined;
  }
  if (server.program !== name || (server.command && !server.command.some((each) => words.includes(each)))) return false;
  if (!server.package) return true;
  const major = wantedMajor(repository, folder, server.package.name);
  return major === undefined ? server.package.unsure : major >= server.package.from && major < server.package.below;
}

async function socketOf(
  repository: Repository,
  process: Process,
  command: WrittenCommand,
  server: Packaged,
): Promise<Socket> {
  const { at, steps, conditional } = process;
  const asked: Asked = { process, command, server, repository };
  const keepAlive = await keepAliveOf(asked);
  return {
    server: server.title,
    host: await hostOf(asked),
    port: numberOf(await textOf(asked, server.port), 1, 'no port'),
    keepAlive,
    ...(server.keepAlive && !server.keepAlive.flags && !server.keepAlive.variables && { keepAliveFixed: true }),
    headersTimeout: { is: 'absent', at },
    requestTimeout: { is: 'absent', at },
    ...(conditional && { conditional: true }),
    at,
    steps: steps.slice(0, -1),
    edits: editsOf(asked),
  };
}

interface Asked {
  process: Process;
  command: WrittenCommand;
  server: Packaged;
  repository: Repository;
}

/** The options, else the configuration and the variables in the order of the server, else the default. */
async function textOf({ process, command, server, repository }: Asked, setting: Setting): Promise<Value<string>> {
  const { at, environment } = process;
  const flag = option(command, setting.flags ?? []);
  const text = flag && flagValue(flag, setting);
  if (text) return text;
  const variable = variableOf(environment, setting.variables, at);
  if (setting.configured?.afterVariables && variable.is !== 'absent') return variable;
  const configured = setting.configured && (await configuredAddress(repository, process, setting.configured));
  if (configured && configured.is !== 'absent') return configured;
  if (setting.otherwise === undefined)
    return { is: 'unknown', why: `where ${server.title} listens is set elsewhere`, at };
  return orElse(variable, byDefault(setting.otherwise, server.title, server.source, at));
}

async function hostOf(asked: Asked): Promise<Value<string>> {
  const value = await textOf(asked, asked.server.host);
  if (value.is !== 'known') return value;
  // `tcp://0.0.0.0:5000` and `5000` are addresses of `serve`.
  const [, host] = /^tcp:\/\/(.*):[^:]*$/.exec(value.value) ?? [];
  if (host !== undefined) return { ...value, value: host };
  const { otherwise = '' } = asked.server.host;
  return /^\d+$/.test(value.value) ? { ...value, value: otherwise } : value;
}

function numberOf(value: Value<string>, unit: number, what: string): Value<number> {
  if (value.is === 'oneOf')
    return { is: 'unknown', why: 'it depends on a condition', at: value.values[0]?.at ?? NOWHERE };
  if (value.is !== 'known') return value;
  const [, digits] = /^(?:tcp:\/\/.*:)?(\d+)$/.exec(value.value.trim()) ?? [];
  if (digits === undefined) return { is: 'unknown', why: `it is ${what}`, at: value.at };
  return { ...value, value: Number(digits) * unit };
}

const NOWHERE: Location = {
  file: '',
  range: { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } },
};

async function keepAliveOf(asked: Asked): Promise<Value<number>> {
  const { server, process } = asked;
  const { keepAlive } = server;
  if (!keepAlive) return { is: 'absent', at: process.at };
  const setting: Setting = { ...keepAlive, otherwise: String(keepAlive.otherwise / keepAlive.unit) };
  const value = numberOf(await textOf(asked, setting), keepAlive.unit, 'no time');
  return value.is === 'known' && value.value === 0 ? { ...value, value: Infinity } : value;
}

// ---- options

/** An option of a command with its value. */
interface Option {
  /** Undefined where it has none. */
  value: CommandWord | undefined;
  at: Location;
  /** The value stands in the same word, behind `=` or the letter. */
  within?: string;
}

/** The last one of these options. */
function option({ words }: WrittenCommand, names: readonly string[]): Option | undefined {
  for (let index = words.length - 1; index > 0; index--) {
    const word = words[index];
    const next = words[index + 1];
    if (word?.text === undefined) continue;
    for (const name of names) {
      if (word.text === name) return { value: next?.text?.startsWith('-') === true ? undefined : next, at: word.at };
      const joined = name.startsWith('--') ? `${name}=` : name;
      if (word.text.startsWith(joined))
        return { value: word, at: word.at, within: word.text.slice(joined.length).replace(/^=/, '') };
    }
  }
  return undefined;
}

function flagValue({ value, at, within }: Option, { bare }: Setting): Value<string> | undefined {
  if (value === undefined)
    return bare === undefined ? undefined : { is: 'known', value: bare, at, from: { by: 'written' } };
  const text = within ?? value.text;
  if (text === undefined || text.includes('$')) {
    const why =
      value.variable === undefined ? 'it depends on a variable' : `the value of ${value.variable} is not known`;
    return { is: 'unknown', why, at: value.at };
  }
  const from =
    value.variable === undefined ? ({ by: 'written' } as const) : ({ by: 'variable', name: value.variable } as const);
  return { is: 'known', value: text, at: value.at, from };
}

// ---- edits

function editsOf(asked: Asked): SocketEdits {
  const { server } = asked;
  const host = flagEdit(asked, server.host, '0.0.0.0');
  const port = flagEdit(asked, server.port, '$PORT');
  const flag = server.keepAlive?.flags?.[0];
  const unit = server.keepAlive?.unit ?? 1;
  const keepAlive = (milliseconds: number): readonly TextEdit[] =>
    flagEdit(asked, { ...(flag !== undefined && { flags: [flag] }) }, String(Math.ceil(milliseconds / unit))) ?? [];
  return {
    ...(host && { host }),
    ...(port && { port }),
    ...(flag !== undefined && keepAlive(1_000).length > 0 && { keepAlive }),
  };
}

/** Replaces the value of an option, or adds the option. */
function flagEdit(
  { command }: Asked,
  { flags = [], template }: Setting,
  wanted: string,
): readonly TextEdit[] | undefined {
  const [name] = flags;
  if (name === undefined) return undefined;
  const text = template === undefined ? wanted : template.replace('*', wanted);
  const given = option(command, flags);
  if (!given) return command.append([name, text]);
  if (!given.value?.raw || given.within !== undefined || (!command.isShell && text.includes('$'))) return undefined;
  return [{ at: given.value.at, text }];
}
