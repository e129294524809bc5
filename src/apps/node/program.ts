import { argumentProperty } from '../../code/libraries/arguments.js';
import { LIBRARIES } from '../../code/libraries/index.js';
import { loadDotenv } from '../../code/libraries/dotenv.js';
import { loadSettings, settingsFolder } from '../../code/libraries/node-config.js';
import { openModules } from '../../code/modules.js';
import { nearestPackage } from '../../code/packages.js';
import { loadProgram } from '../../code/run/program.js';
import type { Runtime } from '../../code/run/machine.js';
import { runProgram, type Run, type RunOptions } from '../../code/run/run.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import { serveExported } from './bun-export.js';
import { plugins } from './routes/plugins.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Programs that run a file of JavaScript or TypeScript as it is. */
const RUNNERS: ReadonlySet<string> = new Set([
  ...[
    'node',
    'tsx',
    'ts-node',
    'ts-node-dev',
    'nest',
    'babel-node',
    'swc-node',
    'esno',
    'vite-node',
    'nodemon',
    'bun',
    'deno',
    'nest',
  ],
  ...['deno serve', 'pm2', 'forever', 'throng'],
]);

/** Those that are no Node. */
const RUNTIMES: Readonly<Record<string, Runtime>> = { bun: 'Bun', deno: 'Deno', 'deno serve': 'Deno' };

/** A program that could be read, or why it could not: a clause. */
export type NodeProgram = { is: 'run'; run: Run; file: string } | { is: 'unread'; why: string; at: Location };

/** The source of a file that the build of a process's service makes; the file itself where it makes none. */
export type SourceOf = (process: Process, path: string) => Promise<string>;

/** Runs the file that a process starts in the mind; undefined where it starts none of Node's. Never rejects. */
export async function nodeProgram(
  repository: Repository,
  process: Process,
  sourceOf: SourceOf,
): Promise<NodeProgram | undefined> {
  const { program, folder, environment, at } = process;
  const { target } = program;
  if (!RUNNERS.has(program.name) || target.is !== 'file') return undefined;
  if (target.path.is === 'unknown') return { is: 'unread', why: target.path.why, at: target.path.at };
  if (target.path.is !== 'known') return { is: 'unread', why: 'which file is started depends on a condition', at };
  const file = await sourceOf(process, target.path.value);
  const words = wordsBehind(process);
  const runtime = Object.hasOwn(RUNTIMES, program.name) ? RUNTIMES[program.name] : undefined;
  return runFile(repository, file, {
    folder,
    environment,
    at,
    ...(words && { words }),
    ...(runtime && { runtime }),
    ...(program.name === 'bun' && { onEnd: serveExported }),
  });
}

/** Programs that hand on to the file what stands behind it, and nothing else. */
const HANDING_ON: ReadonlySet<string> = new Set(['node', 'tsx', 'ts-node', 'bun']);

/** What the command has behind the file that it starts; undefined where that is not known. */
function wordsBehind({ program: { name, words, target }, folder }: Process): How['words'] {
  if (!HANDING_ON.has(name) || target.is !== 'file' || target.path.is !== 'known') return undefined;
  const path = target.path.value;
  const index = words.findIndex((word, at) => at > 0 && word !== undefined && join(folder, word) === path);
  return index === -1 ? undefined : words.slice(index + 1);
}

interface How extends Pick<RunOptions, 'folder' | 'environment' | 'words' | 'runtime' | 'isThread' | 'onEnd'> {
  /** The place that names the file. */
  at: Location;
}

/** Runs a file in the mind. */
export async function runFile(
  repository: Repository,
  file: string,
  { folder, environment, at, words, runtime, isThread, onEnd }: How,
): Promise<NodeProgram> {
  if (repository.lookup(file).is !== 'file') return { is: 'unread', why: `${file} is not in the repository`, at };
  const own = nearestPackage(repository, parent(file))?.folder ?? parent(file);
  const graph = openModules(repository, { folder: own, root: own, aliases: [], aroundMistakes: true });
  const program = await loadProgram(repository, graph, file, settingsFolder(environment, folder));
  if ('why' in program) return { is: 'unread', why: program.why, at: program.at };
  const options: RunOptions = {
    repository,
    environment,
    folder,
    ...(words && { words }),
    ...(runtime && { runtime }),
    ...(isThread && { isThread }),
    ...(onEnd && { onEnd }),
    libraries: [...LIBRARIES, plugins],
    property: argumentProperty,
    onLoad: (machine, specifier, at) => {
      loadDotenv(machine, specifier, at);
      loadSettings(machine, specifier, at);
    },
  };
  return { is: 'run', run: runProgram(program, options), file };
}
