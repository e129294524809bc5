import { resolveModule, searchPath } from '../../code/python/modules.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import { type Known, type Value, written } from '../../model/value.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseTomlTexts, tomlText, type Setting } from '../../syntax/sections.js';
import type { Argument } from './arguments.js';
import { namesOf, pythonPath, type Setting as FileSetting } from './evaluated.js';
import type { ServerCommand } from './servers.js';
import { hostOf, portOf, type Listening } from './socket-parts.js';
import { mapValue } from './values.js';

/** What a file that a server reads by itself tells it: Streamlit's config.toml. */
export function fileListening(repository: Repository, { folder }: Process, server: ServerCommand): Partial<Listening> {
  if (server.program !== 'streamlit') return {};
  const { host, port } = streamlitTexts(repository, folder);
  return { ...(host && { host: hostOf(host) }), ...(port && { port: portOf(port) }) };
}

interface Texts {
  host: Known<string> | undefined;
  port: Known<string> | undefined;
}

/** https://docs.streamlit.io/develop/api-reference/configuration/config.toml */
function streamlitTexts(repository: Repository, folder: string): Texts {
  const settings = tomlSettings(repository, childOf(folder, '.streamlit/config.toml')) ?? [];
  const setting = (key: string): Known<string> | undefined => {
    const found = settings.findLast((each) => each.section === 'server' && each.key === key);
    return found && written(tomlText(found.value) ?? bareToml(found.value), found.at);
  };
  return { host: setting('address'), port: setting('port') };
}

/** What hypercorn's configuration sets; a value is absent where it leaves it alone. */
export interface Configured {
  addresses: readonly Known<string>[] | Extract<Value<string>, { is: 'unknown' }>;
  /** Seconds. */
  keepAlive: Value<string>;
}

/**
 * The file that hypercorn is given by `--config`: TOML, or Python as `file:path` or `python:module`
 * (https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html). Undefined where it cannot be read.
 */
export async function configured(
  repository: Repository,
  process: Process,
  server: ServerCommand,
  given: Argument,
): Promise<Configured | undefined> {
  if (server.program !== 'hypercorn' || given.text === undefined) return undefined;
  const [, kind, rest = ''] = /^(python|file):(.*)$/.exec(given.text) ?? [];
  if (kind === undefined) return fromToml(repository, process, given.text);
  const path = kind === 'file' ? join(process.folder, rest) : moduleFile(repository, process, rest);
  if (path === undefined || repository.lookup(path).is !== 'file') return undefined;
  const names = await namesOf(repository, process, path);
  const seconds = names.value('keep_alive_timeout');
  return {
    addresses: addressesOf(names.value('bind'), given.at),
    keepAlive: mapValue(seconds, String, String),
  };
}

function moduleFile(repository: Repository, { folder, environment }: Process, dotted: string): string | undefined {
  const { folders } = searchPath({ folder, srcLayout: false, pythonPath: pythonPath(environment) });
  const found = resolveModule(repository, folders, dotted);
  return found.is === 'file' || found.is === 'package' ? found.path : undefined;
}

/** One text, or a list. */
function addressesOf(value: Value<FileSetting>, at: Location): Configured['addresses'] {
  if (value.is === 'absent') return [];
  const texts = value.is === 'known' && typeof value.value !== 'number' ? [value.value].flat() : undefined;
  if (value.is === 'known' && texts) return texts.map((text) => ({ ...value, value: text }));
  const why = value.is === 'unknown' ? value.why : 'it is no address';
  return { is: 'unknown', why, at: value.is === 'oneOf' ? (value.values[0]?.at ?? at) : value.at };
}

function fromToml(repository: Repository, { folder, at }: Process, path: string): Configured | undefined {
  const file = join(folder, path);
  const settings = file === undefined ? undefined : tomlSettings(repository, file);
  if (settings === undefined) return undefined;
  const setting = (key: string) => settings.findLast((each) => each.section === '' && each.key === key);
  const bind = setting('bind');
  const texts = bind ? [...bind.value.matchAll(/"([^"]*)"|'([^']*)'/g)] : [];
  const seconds = setting('keep_alive_timeout');
  return {
    addresses: bind ? texts.map(([, one, other]) => written(one ?? other ?? '', bind.at)) : [],
    keepAlive: seconds ? written(bareToml(seconds.value), seconds.at) : { is: 'absent', at },
  };
}

function tomlSettings(repository: Repository, path: string): readonly Setting[] | undefined {
  const source = repository.read(path);
  return source.is === 'text' ? parseTomlTexts(source.text, path) : undefined;
}

/** A value without quotes, and without a comment behind it. */
function bareToml(value: string): string {
  return value.replace(/(?<!\s)\s*#.*$/, '').trim();
}
