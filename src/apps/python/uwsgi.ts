import type { WrittenCommand } from '../../launch/written.js';
import type { Location } from '../../model/location.js';
import type { Environment, Process } from '../../model/process.js';
import type { Socket, Sockets } from '../../model/socket.js';
import type { Value } from '../../model/value.js';
import { join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseIni } from '../../syntax/sections.js';
import { readArguments, type OptionTable } from './arguments.js';
import { addressOf, commandSocket, variableValue } from './socket-parts.js';
import { argumentValue, mapValue } from './values.js';

const SOURCE = 'https://uwsgi-docs.readthedocs.io/en/latest/HTTP.html';

/** Options that open a port for HTTP. `socket` speaks a protocol of its own. */
const HTTP_OPTIONS = ['http', 'http-socket', 'http11-socket'] as const;

const OPTIONS: OptionTable = {
  parser: 'getopt',
  partial: true,
  valued: [
    ...HTTP_OPTIONS.map((name) => `--${name}`),
    ...['--ini', '-s --socket', '--uwsgi-socket', '-w --module', '--wsgi-file --file', '--chdir', '--callable'],
    ...['-p --processes --workers', '--threads', '--uid', '--gid', '-H --home --virtualenv', '--pythonpath', '--pp'],
    ...['--stats', '--mount', '--http-timeout', '--harakiri', '--env', '--buffer-size', '-b', '--logto', '--listen'],
  ],
  flags: ['--master', '-M', '--enable-threads', '--vacuum', '--die-on-term', '--need-app', '--lazy-apps'],
  source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html',
};

/** What uWSGI listens on for HTTP, by its options or its ini file. It closes each connection. */
export function uwsgiSockets(repository: Repository, process: Process, command: WrittenCommand): Sockets {
  const given = readArguments(command.words.slice(1), OPTIONS);
  const own = HTTP_OPTIONS.flatMap((name) => given.option(`--${name}`)).map(argumentValue);
  const file = given.option('--ini').at(-1) ?? given.operands.find(({ text }) => text?.endsWith('.ini') === true);
  const fromFile = file === undefined ? [] : fileAddresses(repository, process, file);
  if (!Array.isArray(fromFile)) return { sockets: [], gaps: [fromFile] };
  const values = [...own, ...fromFile];
  if (values.length === 0) {
    return { sockets: [], gaps: [{ why: 'uwsgi is given no address for HTTP that can be read', at: process.at }] };
  }
  return { sockets: values.map((value) => socketOf(process, value)), gaps: given.faults };
}

function socketOf(process: Process, value: Value<string>): Socket {
  const { at } = process;
  const address = addressOf(value, { port: 0, server: 'uWSGI', source: SOURCE });
  return commandSocket(process, 'uWSGI', address, { is: 'absent', at }, {});
}

function fileAddresses(
  repository: Repository,
  { folder, environment }: Process,
  { text, at }: { text: string | undefined; at: Location },
): Value<string>[] | { why: string; at: Location } {
  const path = text === undefined ? undefined : join(folder, text);
  const source = path === undefined ? undefined : repository.read(path);
  if (path === undefined || source?.is !== 'text') return { why: 'the file of its settings cannot be read', at };
  return parseIni(source.text, path).flatMap(({ section, key, value, at: place }) =>
    section === 'uwsgi' && HTTP_OPTIONS.some((name) => name === key) ? [expanded(value, place, environment)] : [],
  );
}

/** `$(PORT)` is a variable of the environment (https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#placeholders). */
function expanded(text: string, at: Location, environment: Environment): Value<string> {
  const [whole, name] = /\$\((\w+)\)/.exec(text) ?? [];
  if (whole === undefined) {
    return text.includes('%(')
      ? { is: 'unknown', why: 'it is put together of other settings', at }
      : { is: 'known', value: text, at, from: { by: 'written' } };
  }
  const value = variableValue(environment, name) ?? { is: 'unknown', why: `${name ?? ''} is not set`, at };
  const put = mapValue(value, (known) => text.replace(whole, () => known), String);
  return put.is === 'known' ? { ...put, at } : put;
}
