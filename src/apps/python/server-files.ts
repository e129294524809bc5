import type { Process } from '../../model/process.js';
import { type Known, written } from '../../model/value.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseTomlTexts, tomlText, type Setting } from '../../syntax/sections.js';
import type { Argument } from './arguments.js';
import type { ServerCommand } from './servers.js';
import { addressOf, hostOf, portOf, type Listening } from './socket-parts.js';

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

/** What hypercorn's TOML file, which it is given by `--config`, tells it; undefined where that cannot be read. */
export function configuredListening(
  repository: Repository,
  { folder, at }: Process,
  server: ServerCommand,
  given: Argument,
): Listening | undefined {
  const path = server.program === 'hypercorn' && given.text !== undefined ? join(folder, given.text) : undefined;
  const settings = path === undefined ? undefined : tomlSettings(repository, path);
  if (settings === undefined) return undefined;
  const { host, port } = server.defaults;
  const bind = settings.findLast((each) => each.section === '' && each.key === 'bind');
  if (bind === undefined) {
    const standard = <T>(value: T): Known<T> => ({
      is: 'known',
      value,
      at,
      from: { by: 'default', of: server.title, source: server.source },
    });
    return { host: standard(host), port: standard(port) };
  }
  const text = tomlText(bind.value.replace(/^\[\s*/, ''));
  return text === undefined
    ? undefined
    : addressOf(written(text, bind.at), { port, server: server.title, source: server.source });
}

function tomlSettings(repository: Repository, path: string): readonly Setting[] | undefined {
  const source = repository.read(path);
  return source.is === 'text' ? parseTomlTexts(source.text, path) : undefined;
}

/** A value without quotes, and without a comment behind it. */
function bareToml(value: string): string {
  return value.replace(/\s*#.*$/, '').trim();
}
