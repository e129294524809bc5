import { nearestPackage } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import { childOf } from '../../repository/paths.js';
import { member } from '../../syntax/json.js';
import { failing, inSequence, runs, type Flow, type Follower, type Place, type Tool } from '../flow.js';
import { valuedOptions } from '../targets/node.js';
import type { Words } from '../words.js';
import type { VariableFile } from '../wrappers.js';
import { has, option, readOptions, type Options } from './options.js';

/** Options of V8, which take a value behind `=` only: with a space, node ends with "bad option". */
const V8_OPTIONS = [
  '--max-old-space-size',
  '--max_old_space_size',
  '--max-semi-space-size',
  '--stack-size',
  '--stack-trace-limit',
];

/** Node and what runs code as it does: the files of variables it reads are part of its environment. */
function nodeLike(name: string): Tool {
  return async (words, at, place, follower) => {
    const options = readOptions(words, valuedOptions(name), 1);
    const script = option(options, '--run');
    if (name === 'node' && script.given) return nodeRun(words, at, place, follower);
    const v8 = words.findIndex((word) => word !== undefined && V8_OPTIONS.includes(word));
    if (name === 'node' && v8 !== -1 && words.slice(0, v8).every((word) => word?.startsWith('-') === true)) {
      return failing(follower.gap(`node takes the value of \`${words[v8] ?? ''}\` behind \`=\` only`, at, place));
    }
    return withFiles(name, words, filesOf(options), at, place, follower);
  };
}

/** The files named on the command line, and the one that `-r dotenv/config` reads. */
function filesOf(options: Options): readonly VariableFile[] {
  const named = (name: string, optional: boolean): VariableFile[] =>
    (options.values.get(name) ?? []).map((path) => ({ path, overrides: false, optional }));
  const files = [...named('--env-file', false), ...named('--env-file-if-exists', true)];
  const preloads = ['-r', '--require', '--import'].flatMap((name) => options.values.get(name) ?? []);
  if (!preloads.includes('dotenv/config')) return files;
  const setting = (name: string): string | undefined =>
    options.operands
      .find((word) => word?.startsWith(`dotenv_config_${name}=`) === true)
      ?.slice(`dotenv_config_${name}=`.length);
  return [...files, { path: setting('path') ?? '.env', overrides: setting('override') === 'true', optional: true }];
}

function withFiles(
  name: string,
  words: Words,
  files: readonly VariableFile[],
  at: Location,
  place: Place,
  follower: Follower,
): Flow {
  let there = place;
  const gaps: Flow[] = [];
  for (const file of files) {
    const read = follower.variables(file, at, there);
    gaps.push(...read.gaps);
    there = { ...there, environment: read.environment };
  }
  return inSequence([...gaps, runs([name, ...words], at, there)]);
}

/** `node --run start` runs a script of package.json. */
async function nodeRun(words: Words, at: Location, place: Place, follower: Follower): Promise<Flow> {
  const index = words.findIndex((word) => word === '--run' || word?.startsWith('--run=') === true);
  const written = words[index];
  const name = written === '--run' ? words[index + 1] : written?.slice('--run='.length);
  if (name === undefined) return follower.gap('the script node runs depends on a variable', at, place);
  const divider = words.indexOf('--');
  const args = divider === -1 ? [] : words.slice(divider + 1);
  return follower.script({ name, args, manager: 'node', orProgram: false, optional: false }, at, place);
}

const BUN_VALUED = [
  '--cwd',
  '-c',
  '--config',
  '--env-file',
  '-r',
  '--preload',
  '--filter',
  '-F',
  '--define',
  '-d',
  '--port',
  '--conditions',
];

/** Bun runs a file, where there is no script of that name, with the .env files there are (https://bun.com/docs/runtime/env). */
const bun: Tool = async (words, at, place, follower) => {
  const before = readOptions(words, BUN_VALUED, 1);
  const isRun = before.operands[0] === 'run';
  const options = isRun ? readOptions(before.operands.slice(1), BUN_VALUED, 1) : before;
  const [name] = options.operands;
  const own = nearestPackage(follower.repository, place.folder);
  if (name === undefined || member(own?.json, 'scripts', name)?.is === 'string') return undefined;
  const isFile = ['.ts', '.tsx', '.js', '.mjs'].some(
    (ending) => follower.repository.lookup(childOf(place.folder, `${name}${ending}`)).is === 'file',
  );
  if (!/[./]/.test(name) && !isFile) return undefined;
  if (has(before, '--filter', '-F')) return undefined;
  const named = [before, options]
    .flatMap(({ values }) => values.get('--env-file') ?? [])
    .map((path) => ({ path, overrides: false, optional: true }));
  const found = ['.env.local', '.env.production', '.env'].filter(
    (file) => follower.repository.lookup(childOf(place.folder, file)).is === 'file',
  );
  const files = named.length > 0 ? named : found.map((path) => ({ path, overrides: false, optional: true }));
  return withFiles('bun', words, files, at, place, follower);
};

/** Programs that are also run as a module. */
const PYTHON_MODULES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...[
        'gunicorn',
        'uvicorn',
        'hypercorn',
        'daphne',
        'granian',
        'flask',
        'quart',
        'fastapi',
        'streamlit',
        'celery',
        'alembic',
      ],
      ...[
        'pip',
        'poetry',
        'pipenv',
        'uv',
        'pdm',
        'http.server',
        'honcho',
        'sanic',
        'litestar',
        'dramatiq',
        'arq',
        'chainlit',
      ],
      ...['rq', 'pytest', 'mlflow', 'bokeh', 'panel', 'flower', 'gradio'],
    ].map((name) => [name, name]),
  ),
  waitress: 'waitress-serve',
  django: 'django-admin',
  'huey.bin.huey_consumer': 'huey_consumer',
  dotenv: 'dotenv',
};

/** Modules that run another one, with the options of theirs that have a value. */
const PYTHON_RUNNERS: Readonly<Record<string, readonly string[]>> = {
  debugpy: ['--listen', '--connect', '--configure-subProcess', '--log-to'],
  coverage: ['--rcfile', '--source', '--data-file'],
  memory_profiler: [],
};

const python: Tool = async (words, at, place, follower) => {
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === '-m') {
      const name = words[index + 1] ?? '';
      const rest = words.slice(index + 2);
      const program = Object.hasOwn(PYTHON_MODULES, name) ? PYTHON_MODULES[name] : undefined;
      if (program !== undefined) return follower.command([program, ...rest], at, place);
      const runner = Object.hasOwn(PYTHON_RUNNERS, name) ? PYTHON_RUNNERS[name] : undefined;
      if (!runner) return undefined;
      const { operands, values } = readOptions(rest[0] === 'run' ? rest.slice(1) : rest, runner, 1);
      return follower.command(['python', ...(values.has('-m') ? ['-m'] : []), ...operands], at, place);
    }
    if (word === '-W' || word === '-X') index++;
    else if (word?.startsWith('-') !== true) break;
    else if (word === '-c') return undefined;
  }
  const script = words.findIndex((word) => word?.startsWith('-') !== true);
  const name = words[script];
  // Its name is what its users know it by.
  return name === 'manage.py' || name?.endsWith('/manage.py') === true
    ? runs(['python', ...words], at, place)
    : undefined;
};

/** `flask run` reads .flaskenv and .env, where python-dotenv is installed. */
const flask: Tool = async (words, at, place, follower) => {
  const files = ['.flaskenv', '.env'].filter(
    (file) => follower.repository.lookup(childOf(place.folder, file)).is === 'file',
  );
  return withFiles(
    'flask',
    words,
    files.map((path) => ({ path, overrides: false, optional: true })),
    at,
    place,
    follower,
  );
};

export const RUNTIMES: Readonly<Record<string, Tool>> = {
  node: nodeLike('node'),
  tsx: nodeLike('tsx'),
  'ts-node': nodeLike('ts-node'),
  'ts-node-dev': nodeLike('ts-node-dev'),
  bun,
  python,
  flask,
};
