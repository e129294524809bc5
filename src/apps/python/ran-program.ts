import { runModule, type EvaluatedModule } from '../../code/python/evaluate/run.js';
import type { ExternalCall } from '../../code/python/evaluate/machine.js';
import { resolveModule, type FoundModule } from '../../code/python/modules.js';
import type { Location } from '../../model/location.js';
import type { Environment, Process, Variable } from '../../model/process.js';
import { knownValue } from '../../model/value.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { moduleFolders } from './evaluated.js';
import { LISTEN_CALLS, type ListenCall } from './listen-calls.js';

/** A program that was run, or why it is not. */
type Ran = EvaluatedModule | { why: string; at: Location };

/** The row of a call that listens. */
export function listenCall({ callee }: ExternalCall): ListenCall | undefined {
  return LISTEN_CALLS.find((row) => row.callee.test(callee));
}

/**
 * Runs what `python` is given as the main program, and tells with which environment: where it ends before it listens, as
 * one that wants a variable which the platform file does not name, such variables may be set elsewhere.
 */
export async function listeningProgram(
  repository: Repository,
  process: Process,
): Promise<{ program: Ran; process: Process }> {
  const program = await ranProgram(repository, process);
  if ('why' in program || program.calls.some(listenCall)) return { program, process };
  const supplied = { ...process, environment: withUndeclared(process.environment) };
  const other = await ranProgram(repository, supplied);
  const listens = !('why' in other) && other.calls.some(listenCall);
  return listens ? { program: other, process: supplied } : { program, process };
}

/** The same, where each variable that is not declared may be set elsewhere. */
function withUndeclared(environment: Environment): Environment {
  const variable = (name: string): Variable => {
    const found = environment.variable(name);
    return found.is === 'unset' ? { ...found, is: 'unknown' } : found;
  };
  return { ...environment, variable };
}

/** Runs what `python` is given, as the main program. */
async function ranProgram(repository: Repository, process: Process): Promise<Ran> {
  const { program, folder, environment, at } = process;
  const { target } = program;
  const words = argumentVector(program.words);
  const given = words && { words };
  if (target.is === 'file') {
    const path = knownValue(target.path);
    if (path === undefined) return { why: 'what `python` runs cannot be read', at };
    if (repository.lookup(path).is !== 'file') return { why: `${path} is not in the repository`, at };
    const folders = moduleFolders(process, [parent(path)]);
    return runModule(repository, { is: 'file', path }, '__main__', {
      folders,
      folder,
      environment,
      ...given,
      asMain: true,
    });
  }
  if (target.is === 'none' && program.words.length === 1) return { why: '`python` is given nothing to run', at };
  if (target.is !== 'module') return { why: 'what `python` runs cannot be read', at };
  const dotted = knownValue(target.module);
  const folders = moduleFolders(process, target.folders ?? []);
  const found = dotted === undefined ? undefined : runnable(repository, folders, dotted, target.call);
  if (dotted === undefined || found === undefined) {
    return { why: `the module ${dotted ?? ''} is not in the repository`, at };
  }
  const options = { folders, folder, environment, ...(!target.call && given), asMain: !target.call };
  const module = await runModule(repository, found, dotted, options);
  const entry = knownValue(target.attribute);
  if (target.call && entry !== undefined) module.call(entry);
  return module;
}

/** `sys.argv`: what `python` runs and the words behind it; undefined where that is not plain. */
function argumentVector(words: Process['program']['words']): readonly (string | undefined)[] | undefined {
  const start = words.findIndex((word, index) => index > 0 && !/^-(?:[bBdEiIOPqRsSuvx]+|m)$/.test(word ?? ''));
  return start < 0 || words[start]?.startsWith('-') !== false ? undefined : words.slice(start);
}

/** The file of a module; of a package that `python -m` runs, its `__main__`. */
function runnable(
  repository: Repository,
  folders: readonly string[],
  dotted: string,
  isImported: boolean,
): Exclude<FoundModule, { is: 'namespace' }> | undefined {
  const found = resolveModule(repository, folders, dotted);
  if (found.is === 'file' || (found.is === 'package' && isImported)) return found;
  if (found.is !== 'package') return undefined;
  const main = resolveModule(repository, folders, `${dotted}.__main__`);
  return main.is === 'file' ? main : undefined;
}
