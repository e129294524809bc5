import type { Process } from '../../model/process.js';
import { knownValue } from '../../model/value.js';
import type { Outputs } from '../../launch/outputs/outputs.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { NPM } from './answer.js';
import { packagesOnLoad } from './javascript.js';
import { modulesOnLoad } from './python.js';
import type { Called } from './wants.js';

/** A file that is compiled from one source, and what is written there. */
export interface Written {
  repository: Repository;
  file: string;
}

/** What a program imports as soon as it is loaded; places are those of `repository`. */
export interface Imported {
  repository: Repository;
  calls: readonly Called[];
}

/** `sourceOf`: what a file that is not there is compiled from; undefined where that is not known. */
export async function importedBy(
  repository: Repository,
  process: Process,
  sourceOf: (path: string) => Promise<Written | undefined>,
): Promise<Imported> {
  const { program } = process;
  if (PYTHON.has(program.name)) {
    const modules = await modulesOnLoad(repository, process);
    return { repository, calls: modules.map((each) => calledIn(each, each.name, process)) };
  }
  const path = program.target.is === 'file' ? knownValue(program.target.path) : undefined;
  if (path === undefined || !/\.[cm]?[jt]sx?$/.test(path) || !JAVASCRIPT.has(program.name))
    return { repository, calls: [] };
  const isThere = repository.lookup(path).is === 'file';
  const written = isThere ? { repository, file: path } : await sourceOf(path);
  if (!written) return { repository, calls: [] };
  const packages = await packagesOnLoad(written.repository, written.file);
  // A compiled file looks for packages where it is, not where its source was.
  const calls = packages.map((each) => ({
    ...calledIn(each, `${NPM}${each.name}`, process),
    folder: isThere ? each.folder : parent(path),
  }));
  return { repository: written.repository, calls };
}

type Loaded = Pick<Called, 'at' | 'steps' | 'folder'>;

function calledIn({ at, steps, folder }: Loaded, name: string, process: Process): Called {
  return { what: 'module', name, from: 'anywhere', folder, at, steps: [...process.steps, ...steps] };
}

/** Compilers that make one file of each: what a bundler makes may hold the packages it imports. */
const COMPILERS = /^(?:tsc|ttsc|tspc|swc|babel|nest)\b/;

/** The source of a file, where a compiler makes it and keeps its imports. */
export function compiledFrom(outputs: Outputs, path: string): string | undefined {
  const program = outputs.by(path)?.program;
  return program !== undefined && COMPILERS.test(program) ? outputs.sourceOf(path) : undefined;
}

/** Programs that load code of a project with Python, and with Node. */
const PYTHON = new Set([
  'python',
  'gunicorn',
  'uvicorn',
  'hypercorn',
  'daphne',
  'waitress-serve',
  'granian',
  'uwsgi',
  'manage.py',
  'flask',
  'fastapi',
  'celery',
]);
const JAVASCRIPT = new Set([
  'node',
  'tsx',
  'ts-node',
  'nodemon',
  'ts-node-dev',
  'nest',
  'babel-node',
  'bun',
  'esno',
  'vite-node',
  'swc-node',
]);
