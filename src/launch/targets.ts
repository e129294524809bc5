import type { Location } from '../model/location.js';
import type { Environment, MissingTarget, Target } from '../model/process.js';
import { type Value, written } from '../model/value.js';
import { childOf, join } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { parseJson, stringAt } from '../syntax/json.js';
import { parseIni } from '../syntax/sections.js';
import { missingFile, missingFolder } from './missing.js';
import type { FindTarget, KnownProgram } from './programs.js';
import { option, readOptions } from './tools/options.js';
import type { Words } from './words.js';

/** What a program is given to run, and what of it is not there. */
export interface FoundTarget {
  target: Target;
  missing?: MissingTarget;
}

/** What a target is found with. */
interface Asked {
  words: Words;
  folder: string;
  environment: Environment;
  at: Location;
  repository: Repository;
  program: KnownProgram;
}

const NO_TARGET: FoundTarget = { target: { is: 'none' } };

/** Finds what a known program runs, by its words. */
export function findTarget(asked: Asked): FoundTarget {
  const { target: how } = asked.program;
  switch (how.by) {
    case 'none':
      return NO_TARGET;
    case 'file':
      return fileTarget(asked, how);
    case 'folder':
      return folderTarget(asked, how);
    case 'object':
      return objectTarget(asked, how);
    case 'node':
      return nodeTarget(asked);
    case 'python':
      return pythonTarget(asked);
    case 'manage':
      return asFile('manage.py', asked, []);
    case 'flask':
      return flaskTarget(asked);
    case 'gunicorn':
      return gunicornTarget(asked);
    case 'uwsgi':
      return uwsgiTarget(asked);
    case 'java':
      return javaTarget(asked);
  }
}

// ---- values

function byDefault<T>(value: T, { at, program }: Asked): Value<T> {
  return { is: 'known', value, at, from: { by: 'default', of: program.name, source: program.source } };
}

function unknown(why: string, at: Location): Value<string> {
  return { is: 'unknown', why, at };
}

const BY_VARIABLE = 'it depends on a variable';

// ---- files

/** A file by its name as the command has it; `endings` are those the program adds. */
export function asFile(
  name: string | undefined,
  { repository, folder, at }: Asked,
  endings: readonly string[],
): FoundTarget {
  if (name === undefined) return { target: { is: 'file', path: unknown(BY_VARIABLE, at) } };
  const path = join(folder, name);
  if (path === undefined) return { target: { is: 'file', path: unknown(`${name} is outside the repository`, at) } };
  const found = resolved(repository, path, endings, 0);
  if (found.is === 'file') return { target: { is: 'file', path: written(found.path, at) } };
  // A folder may name a file that the build makes.
  const wanted = found.path;
  const missing = missingFile(repository, name, wanted);
  return {
    target: { is: 'file', path: written(wanted, at) },
    missing: { ...missing, ...(endings.length > 0 && { endings }) },
  };
}

/** Deepest chain of `main` that names a folder again. */
const MAX_MAINS = 5;

function resolved(
  repository: Repository,
  path: string,
  endings: readonly string[],
  depth: number,
): { is: 'file' | 'missing'; path: string } {
  for (const ending of ['', ...endings]) {
    const full = `${path}${ending}`;
    if (path !== '' && repository.lookup(full).is === 'file') return { is: 'file', path: full };
  }
  const missing = { is: 'missing', path } as const;
  if (endings.length === 0 || depth > MAX_MAINS || repository.lookup(path).is !== 'directory') return missing;
  const manifest = childOf(path, 'package.json');
  const source = repository.read(manifest);
  const json = source.is === 'text' ? parseJson(source.text, manifest) : undefined;
  // Bun's own templates name the file under `module`.
  const main = stringAt(json, 'main') ?? (endings.includes('.ts') ? stringAt(json, 'module') : undefined);
  const named = main === undefined ? undefined : join(path, main);
  const byMain = named === undefined || named === path ? undefined : resolved(repository, named, endings, depth + 1);
  if (byMain?.is === 'file') return byMain;
  const index = endings
    .map((ending) => childOf(path, `index${ending}`))
    .find((each) => repository.lookup(each).is === 'file');
  if (index !== undefined) return { is: 'file', path: index };
  return byMain ?? missing;
}

/** The words behind the program's name and command that are no options. */
function operandsOf({ words, program }: Asked): Words {
  const call = program.calls.find(([name]) => name === words[0]) ?? [];
  const { operands, rest } = readOptions(words.slice(1), program.options ?? []);
  const own = [...operands, ...(rest ?? [])];
  const commands = Math.max(
    0,
    ...program.calls
      .filter((each) => each[0] === words[0] && each.slice(1).every((word, index) => own[index] === word))
      .map((each) => each.length - 1),
  );
  return own.slice(Math.max(commands, call.length > 0 ? commands : 0));
}

function fileTarget(asked: Asked, { fallbacks = [] }: Extract<FindTarget, { by: 'file' }>): FoundTarget {
  const operands = operandsOf(asked);
  if (operands.length > 0) return asFile(operands[0], asked, []);
  const found = fallbacks
    .map((name) => join(asked.folder, name))
    .find((path) => path !== undefined && asked.repository.lookup(path).is === 'file');
  return found === undefined ? NO_TARGET : { target: { is: 'file', path: byDefault(found, asked) } };
}

function folderTarget(asked: Asked, { options = [], fallback }: Extract<FindTarget, { by: 'folder' }>): FoundTarget {
  const given = option(readOptions(asked.words.slice(1), [...options, ...(asked.program.options ?? [])]), ...options);
  const operands = options.length > 0 ? [] : operandsOf(asked);
  const isWritten = given.given || operands.length > 0;
  const name = given.given ? given.value : operands.length > 0 ? operands[0] : fallback;
  if (name === undefined) return { target: { is: 'folder', path: unknown(BY_VARIABLE, asked.at) } };
  const path = join(asked.folder, name);
  if (path === undefined)
    return { target: { is: 'folder', path: unknown(`${name} is outside the repository`, asked.at) } };
  const target: Target = { is: 'folder', path: isWritten ? written(path, asked.at) : byDefault(path, asked) };
  const isThere = !isWritten || asked.repository.lookup(path).is !== 'missing';
  return isThere ? { target } : { target, missing: missingFolder(asked.repository, name, path) };
}

// ---- Node

const NODE_ENDINGS = ['.js', '.json', '.node'];
const TYPESCRIPT_ENDINGS = ['.ts', '.tsx', '.mts', '.cts', ...NODE_ENDINGS, '.mjs', '.cjs'];

/**
 * Options of Node, and of the runners in front of it, whose value may stand behind a space (`node --help` of v20 to v24,
 * and each runner's own help).
 */
const NODE_VALUED: readonly string[] = [
  ...[
    '-r',
    '--require',
    '--import',
    '--loader',
    '--experimental-loader',
    '-C',
    '--conditions',
    '--env-file',
    '--env-file-if-exists',
  ],
  ...[
    '--title',
    '--icu-data-dir',
    '--dns-result-order',
    '--unhandled-rejections',
    '--max-http-header-size',
    '--watch-path',
  ],
  ...[
    '--redirect-warnings',
    '--trace-event-categories',
    '--input-type',
    '--experimental-default-type',
    '--inspect-port',
  ],
  ...[
    '--openssl-config',
    '--diagnostic-dir',
    '--report-dir',
    '--report-directory',
    '--report-filename',
    '--disable-warning',
  ],
  ...[
    '--cpu-prof-dir',
    '--heap-prof-dir',
    '--localstorage-file',
    '--es-module-specifier-resolution',
    '--tls-cipher-list',
  ],
];

const RUNNER_VALUED: Readonly<Record<string, readonly string[]>> = {
  tsx: ['--tsconfig', '--include', '--exclude', '--ignore'],
  'ts-node': [
    '-P',
    '--project',
    '-O',
    '--compiler-options',
    '-I',
    '--ignore',
    '-D',
    '--ignore-diagnostics',
    '--cwd',
    '--dir',
    '--cwd-mode',
    '--ts-node-compiler',
    '--compiler',
  ],
  'ts-node-dev': [
    '-P',
    '--project',
    '-O',
    '--compiler-options',
    '--watch',
    '--ignore-watch',
    '--debounce',
    '--interval',
    '--compiler',
  ],
  'babel-node': ['-x', '--extensions', '--presets', '--plugins', '--config-file', '--env-name', '-b'],
  bun: [
    '--cwd',
    '-c',
    '--config',
    '--preload',
    '--define',
    '-d',
    '--port',
    '--filter',
    '-F',
    '--conditions',
    '--tsconfig-override',
  ],
  deno: [
    '-c',
    '--config',
    '--import-map',
    '--port',
    '--host',
    '--cert',
    '--lock',
    '--location',
    '-L',
    '--log-level',
    '--env-file',
  ],
};

/** Options of Node, or of a runner in front of it, that are followed by a value. */
export function valuedOptions(program: string): readonly string[] {
  return [...NODE_VALUED, ...(Object.hasOwn(RUNNER_VALUED, program) ? (RUNNER_VALUED[program] ?? []) : [])];
}

function nodeTarget(asked: Asked): FoundTarget {
  const { words, program, at } = asked;
  const valued = valuedOptions(program.calls[0]?.[0] ?? '');
  const rest = program.calls.some(([, command]) => command !== undefined && command === words[1])
    ? words.slice(2)
    : words.slice(1);
  const options = readOptions(rest, valued, 1);
  if (['-e', '--eval', '-p', '--print', '-pe'].some((name) => options.values.has(name)) && program.name === 'node') {
    return { target: { is: 'file', path: unknown('the code stands in the command', at) } };
  }
  const operands = options.operands.length > 0 ? options.operands : (options.rest ?? []);
  // `bun run` and `tsx watch` may have options in front of their command.
  const commands = new Set(program.calls.flatMap((call) => call.slice(1)));
  const own =
    operands[0] !== undefined && commands.has(operands[0])
      ? readOptions(operands.slice(1), valued, 1).operands
      : operands;
  if (own.length === 0) return NO_TARGET;
  return asFile(own[0], asked, program.name === 'node' ? NODE_ENDINGS : TYPESCRIPT_ENDINGS);
}

// ---- Python

/** Folders that Python looks for modules in, besides those of what is installed. */
function searched(asked: Asked, first: string | undefined): readonly string[] {
  const path = asked.environment.variable('PYTHONPATH');
  const text = path.is === 'set' && path.value.is === 'known' ? path.value.value : '';
  const folders = [
    first ?? asked.folder,
    ...text.split(':').flatMap((each) => (each === '' ? [] : [join(asked.folder, each)])),
  ];
  return [...new Set(folders.flatMap((each) => each ?? []))];
}

function moduleTarget(
  name: string,
  asked: Asked,
  more: { attribute?: string; call?: boolean; folder?: string | undefined; isDefault?: boolean },
): FoundTarget {
  const { at } = asked;
  const [module = '', object] = name.split(/:(.*)/s);
  const called = /^([\w.]+)\s*\(/.exec(object ?? '')?.[1];
  const attribute = called ?? (object === '' ? undefined : object);
  const own: Value<string> =
    attribute !== undefined
      ? written(attribute, at)
      : more.attribute === undefined
        ? { is: 'absent', at }
        : byDefault(more.attribute, asked);
  const value = more.isDefault === true ? byDefault(module, asked) : written(module, at);
  const call = called !== undefined || more.call === true;
  return { target: { is: 'module', module: value, attribute: own, call, folders: searched(asked, more.folder) } };
}

function unknownModule(why: string, asked: Asked): FoundTarget {
  return {
    target: {
      is: 'module',
      module: unknown(why, asked.at),
      attribute: unknown(why, asked.at),
      call: false,
      folders: searched(asked, undefined),
    },
  };
}

/** The options of a Python server: all but the listed ones are followed by a value. */
function serverOptions({ words, program }: Asked): {
  values: ReadonlyMap<string, readonly (string | undefined)[]>;
  operands: Words;
} {
  const flags = program.options ?? [];
  const valued = words.flatMap((word) =>
    word?.startsWith('-') === true && !flags.includes(word) && !/^-\w\S/.test(word) ? [word] : [],
  );
  const { values, operands, rest } = readOptions(words.slice(1), valued);
  return { values, operands: [...operands, ...(rest ?? [])] };
}

function objectTarget(
  asked: Asked,
  { attribute, options = [], folders = [], factory = [] }: Extract<FindTarget, { by: 'object' }>,
): FoundTarget {
  const read = { ...serverOptions(asked), rest: undefined };
  const given = option(read, ...options);
  const name = given.given ? given.value : read.operands[0];
  if (name === undefined) {
    return unknownModule(
      given.given || read.operands.length > 0 ? BY_VARIABLE : `${asked.program.name} is given no app`,
      asked,
    );
  }
  const own = option(read, ...folders);
  const folder = own.value === undefined ? undefined : join(asked.folder, own.value);
  if (own.given && folder === undefined) return unknownModule('the folder it is looked for in cannot be read', asked);
  const call = factory.some((each) => read.values.has(each));
  return moduleTarget(name, asked, { ...(attribute !== undefined && { attribute }), call, folder });
}

/** gunicorn: options on the command line, else in its file (https://docs.gunicorn.org/en/stable/settings.html#wsgi-app). */
function gunicornTarget(asked: Asked): FoundTarget {
  const read = { ...serverOptions(asked), rest: undefined };
  const chdir = option(read, '--chdir');
  const folder = chdir.value === undefined ? undefined : join(asked.folder, chdir.value);
  if (chdir.given && folder === undefined) return unknownModule('the folder it is looked for in cannot be read', asked);
  const config = option(read, '-c', '--config');
  const name =
    read.operands.length > 0
      ? read.operands[0]
      : configuredApp(asked, config.given ? config.value : './gunicorn.conf.py');
  if (name === undefined)
    return unknownModule(read.operands.length > 0 ? BY_VARIABLE : 'gunicorn is given no app', asked);
  return moduleTarget(name, asked, { attribute: 'application', folder });
}

function configuredApp({ repository, folder }: Asked, file: string | undefined): string | undefined {
  const path = file === undefined ? undefined : join(folder, file.replace(/^file:/, ''));
  const source = path === undefined ? undefined : repository.read(path);
  if (source?.is !== 'text') return undefined;
  return /^wsgi_app[ \t]*=[ \t]*["']([\w.:()]+)["']/m.exec(source.text)?.[1];
}

/** https://flask.palletsprojects.com/en/stable/cli/#application-discovery */
function flaskTarget(asked: Asked): FoundTarget {
  const given = option(readOptions(asked.words.slice(1), asked.program.options ?? []), '--app', '-A');
  const variable = asked.environment.variable('FLASK_APP');
  const named = given.given
    ? given.value
    : variable.is === 'set' && variable.value.is === 'known'
      ? variable.value.value
      : undefined;
  if (given.given && named === undefined) return unknownModule(BY_VARIABLE, asked);
  if (named !== undefined) return flaskModule(named, asked);
  if (variable.is === 'set') return unknownModule('FLASK_APP cannot be read', asked);
  const found = ['wsgi.py', 'app.py'].find(
    (name) => asked.repository.lookup(childOf(asked.folder, name)).is === 'file',
  );
  if (found !== undefined) return moduleTarget(found.replace(/\.py$/, ''), asked, { isDefault: true });
  return unknownModule(
    variable.is === 'unknown' ? 'FLASK_APP may be set in the dashboard' : 'FLASK_APP is not set',
    asked,
  );
}

/** A file may stand for its module, with its folder in front. */
function flaskModule(name: string, asked: Asked): FoundTarget {
  const [path = '', object] = name.split(/:(.*)/s);
  if (!/\.py$|\//.test(path)) return moduleTarget(name, asked, {});
  const at = path.lastIndexOf('/');
  const module = path.slice(at + 1).replace(/\.py$/, '');
  const folder = at === -1 ? undefined : join(asked.folder, path.slice(0, at));
  return moduleTarget(object === undefined ? module : `${module}:${object}`, asked, { folder });
}

const UWSGI_VALUED = [
  '--http',
  '--http-socket',
  '--socket',
  '-s',
  '--module',
  '-w',
  '--wsgi-file',
  '--file',
  '--ini',
  '--chdir',
  '--callable',
  '--processes',
  '-p',
  '--threads',
  '--uid',
  '--gid',
  '--home',
  '-H',
  '--virtualenv',
  '--pythonpath',
  '--stats',
  '--mount',
];

/** https://uwsgi-docs.readthedocs.io/en/latest/WSGIquickstart.html: options on the command line or in an ini file. */
function uwsgiTarget(asked: Asked): FoundTarget {
  const { words, folder, repository } = asked;
  const options = readOptions(words.slice(1), UWSGI_VALUED);
  const ini = option(options, '--ini').value ?? options.operands.find((word) => word?.endsWith('.ini'));
  const path = ini === undefined ? undefined : join(folder, ini);
  const source = path === undefined ? undefined : repository.read(path);
  const settings = source?.is === 'text' ? parseIni(source.text, path ?? '') : [];
  const setting = (...names: readonly string[]): string | undefined =>
    option(options, ...names.map((name) => (name.length === 1 ? `-${name}` : `--${name}`))).value ??
    settings.find(({ section, key }) => section === 'uwsgi' && names.includes(key))?.value;
  const chdir = setting('chdir');
  const base = chdir === undefined ? undefined : join(folder, chdir);
  const file = setting('wsgi-file', 'file');
  if (file !== undefined) return asFile(file, { ...asked, folder: base ?? folder }, []);
  const module = setting('module', 'w');
  if (module === undefined) return unknownModule('uwsgi is given no app that can be read', asked);
  return moduleTarget(module, asked, { attribute: setting('callable') ?? 'application', folder: base });
}

function pythonTarget(asked: Asked): FoundTarget {
  const { at, folder, repository } = asked;
  const words = asked.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) return asFile(undefined, asked, []);
    if (word === '-c') return { target: { is: 'file', path: unknown('the code stands in the command', at) } };
    if (word === '-m') {
      const name = words[index + 1];
      return name === undefined ? unknownModule(BY_VARIABLE, asked) : moduleTarget(name, asked, {});
    }
    if (word === '-W' || word === '-X') index++;
    else if (!word.startsWith('-')) {
      const path = join(folder, word);
      // A folder runs its __main__.py.
      const isFolder = path !== undefined && repository.lookup(path).is === 'directory';
      return asFile(isFolder ? `${word.replace(/\/$/, '')}/__main__.py` : word, asked, []);
    }
  }
  return NO_TARGET;
}

// ---- Java

function javaTarget(asked: Asked): FoundTarget {
  const { words } = asked;
  const at = words.indexOf('-jar');
  return at === -1 ? NO_TARGET : asFile(words[at + 1], asked, []);
}
