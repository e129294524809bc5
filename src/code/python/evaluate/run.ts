import type { Environment } from '../../../model/process.js';
import type { Repository } from '../../../repository/repository.js';
import { startOf } from '../../../syntax/lines.js';
import type { Expression } from '../../../syntax/python.js';
import type { FoundModule } from '../modules.js';
import type { Program, Unreadable } from '../program.js';
import { call } from './calls.js';
import { evaluate } from './expressions.js';
import { readImported } from './imports.js';
import type { ExternalCall, Frame, Machine, Unfollowed } from './machine.js';
import { lookUp, newNames, type Binding, type Names } from './names.js';
import { execute } from './statements.js';
import { unknown, type Doubt, type Evaluated } from './values.js';
import { variable, type Found } from './variables.js';

/** What a Python program is run with. */
export interface RunOptions {
  /** Where modules are looked for, the first first (`searchPath`). */
  folders: readonly string[];
  /** The working directory. */
  folder: string;
  environment: Environment;
  /** The words of the command, which `sys.argv` holds, where they are known. */
  words?: readonly (string | undefined)[];
  /** The module is the main program: its `__name__` is `__main__`. */
  asMain?: boolean;
}

/** A module as it is after it was imported. */
export interface EvaluatedModule {
  file: string;
  /** It, and all that it imports of the repository. */
  files: readonly string[];
  /** What a name stands for, imports and star imports included; undefined where nothing gave it a value. */
  binding(name: string): Binding | undefined;
  /** Names that were given a value. */
  names: readonly string[];
  /** Why any name may have another value, or there may be others. */
  open: Doubt | undefined;
  /** What is known of an expression of this file, with the names as they are in the end. */
  expression(expression: Expression): Evaluated;
  /** Calls of what is installed, in order: those that were made while the module was imported, and in functions it called. */
  calls: readonly ExternalCall[];
  /** What may have done more than `calls` tells. */
  unfollowed: readonly Unfollowed[];
  /** A variable as it is once the module was imported. */
  variable(name: string): Found;
  /** Calls a function of the module without arguments, as `module:create_app()` does; what it then calls is in `calls`. */
  call(name: string): Evaluated | undefined;
}

/** Statements and expressions that one run looks at. */
const BUDGET = 300_000;

/** Modules that are being imported at a time, each by the one before it. */
const MAX_NESTED = 120;

/**
 * Runs a module as far as that can be told from its text: statements in order, conditions on the environment decided where
 * it is known, and tried both ways where it is not. Nothing is executed. Never rejects for what is in the repository.
 */
export async function runModule(
  repository: Repository,
  module: Exclude<FoundModule, { is: 'namespace' }>,
  dotted: string,
  options: RunOptions,
): Promise<EvaluatedModule> {
  const programs = new Map<string, Program | Unreadable>();
  await readImported(repository, options.folders, module.path, programs);
  const { machine, frameOf } = openMachine(repository, programs, options);
  const frame = frameOf(module.path, options.asMain ? '__main__' : dotted);
  const names = machine.run(module);
  const open = 'why' in names ? names : names.open;
  const found = 'why' in names ? newNames() : names;
  return {
    file: module.path,
    files: [...programs.keys()],
    binding: (name) => ('why' in names ? doubtful(names) : lookUp(names, name)),
    names: [...found.bindings.keys()],
    get open() {
      const isOver = machine.budget <= 0;
      return open ?? (isOver ? { why: 'takes too long to compute', at: startOf(module.path) } : undefined);
    },
    expression: (expression) =>
      frame ? machine.evaluate(expression, { ...frame, names: found }) : unknown('is not read', startOf(module.path)),
    calls: machine.calls,
    unfollowed: machine.unfollowed,
    variable: (name) => variable(machine, name, startOf(module.path)),
    call: (name) => {
      const binding = found.bindings.get(name);
      const given = { positional: [], named: new Map() };
      return frame && binding && machine.call({ ...frame, names: found }, binding.value, given, binding.value.at);
    },
  };
}

function doubtful({ why, at }: Doubt): Binding {
  return { value: unknown(why, at), statements: [], reads: [] };
}

function openMachine(
  repository: Repository,
  programs: ReadonlyMap<string, Program | Unreadable>,
  { folders, folder, environment, words }: RunOptions,
): { machine: Machine; frameOf: (file: string, dotted: string) => Frame | undefined } {
  const modules = new Map<string, Names | Doubt>();
  const finished = new Set<string>();
  const main = { file: '', dotted: '' };
  const machine: Machine = {
    repository,
    folders,
    folder,
    environment,
    words,
    changes: new Map(),
    reads: [],
    calls: [],
    unfollowed: [],
    prefix: '',
    conditions: 0,
    calling: [],
    budget: BUDGET,
    trying: 0,
    raises: false,
    mayRaise: false,
    run: (module) => {
      if (module.is === 'namespace') return newNames();
      const known = modules.get(module.path);
      if (known) return known;
      if (modules.size - finished.size > MAX_NESTED) {
        return { why: `${module.path} is imported through too many others`, at: startOf(module.path) };
      }
      const outer = machine.calling;
      machine.calling = [];
      const names = runFile(module.path, main.file === module.path ? main.dotted : dottedOf(module.path, folders));
      machine.calling = outer;
      finished.add(module.path);
      modules.set(module.path, names);
      const doubt = 'why' in names ? names : names.open;
      if (doubt) machine.unfollowed.push({ what: 'module', ...doubt, on: [] });
      return names;
    },
    evaluate,
    call,
    execute,
  };
  const frames = new Map<string, Frame>();

  function runFile(file: string, dotted: string): Names | Doubt {
    const program = programs.get(file);
    if (!program) return { why: `${file} is not read: the program imports too much`, at: startOf(file) };
    const frame = frameIn(file, program, dotted);
    if ('why' in frame) return frame;
    // A module that is imported in a circle is seen as far as it was run.
    modules.set(file, frame.names);
    const outer = { trying: machine.trying, raises: machine.raises };
    machine.trying = 0;
    const ending = execute(frame.program.body, frame);
    machine.trying = outer.trying;
    machine.raises = outer.raises;
    if (ending === 'raises')
      frame.names.open ??= { why: `${file} raises an error when it is imported`, at: startOf(file) };
    return frame.names;
  }

  function frameIn(file: string, program: Program | Unreadable, dotted: string): Frame | Doubt {
    if (program.is === 'unreadable') return { why: `${file} ${program.why}`, at: program.at };
    const [error] = program.errors;
    if (error) return { why: `${file} ${error.why}`, at: error.at };
    const names = newNames();
    const frame = { machine, program, names, module: names, dotted, returned: [], globals: new Set<string>() };
    frames.set(file, frame);
    return frame;
  }

  return {
    machine,
    frameOf: (file, dotted) => {
      main.file = file;
      main.dotted = dotted;
      machine.run({ is: 'file', path: file });
      return frames.get(file);
    },
  };
}

/** The name under which a file is imported. */
function dottedOf(file: string, folders: readonly string[]): string {
  const inside = folders.filter((folder) => folder === '' || file.startsWith(`${folder}/`));
  const nearest = inside.reduce((one, other) => (other.length > one.length ? other : one), '');
  return file
    .slice(nearest === '' ? 0 : nearest.length + 1)
    .replace(/(?:\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}
