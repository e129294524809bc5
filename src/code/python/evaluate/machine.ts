import type { Location } from '../../../model/location.js';
import type { Environment } from '../../../model/process.js';
import type { Repository } from '../../../repository/repository.js';
import type { Expression, Span, Statement } from '../../../syntax/python.js';
import type { FoundModule } from '../modules.js';
import { placeOf, type Program } from '../program.js';
import { snapshot, restore, merged, type Names, type Read, type Snapshot } from './names.js';
import { unknown, type Arguments, type Doubt, type Evaluated, type PythonFunction } from './values.js';

/** A call of something installed that running a module makes. */
export interface ExternalCall {
  /** `uvicorn.run`; of a method `flask.Flask().run`. */
  callee: string;
  arguments: Arguments;
  /** What the method belongs to. */
  self?: Evaluated;
  at: Location;
  /** It is made only on a condition that is not decided. */
  conditional: boolean;
  /** The program has begun a thread or another process before, in which it may be made, too. */
  threaded?: true;
  /** The attribute whose method it is, which is not followed: of `app.router.add_get()` it is `router`. */
  through?: string;
}

/** Something that is not followed, and may do more than is seen. */
export interface Unfollowed {
  /**
   * A module that is not read to its end, a function whose body is not run, a loop whose later rounds are not run, a call
   * of what is not known, a change of an attribute.
   */
  what: 'module' | 'function' | 'loop' | 'call' | 'change';
  /** A clause. */
  why: string;
  at: Location;
  /** What it was given, or done to. */
  on: readonly Evaluated[];
  /** The text of the function or the loop. */
  text?: string;
  /** Those of the rounds of a loop that were run. */
  calls?: readonly ExternalCall[];
  /** The attribute that was changed, or whose method was called: of `app.router.add()` it is `router`. */
  attribute?: string;
}

/** What a program changes in its own environment; `undefined`: taken out. */
type EnvironmentChanges = ReadonlyMap<string, Evaluated | undefined>;

/** How the running of statements ended. What was returned is in the frame. */
export type Ending = 'goes on' | 'returns' | 'raises' | 'leaves the loop' | 'continues';

/** One run of a Python program, as far as it can be told. */
export interface Machine {
  repository: Repository;
  /** Where modules are looked for. */
  folders: readonly string[];
  /** The working directory. */
  folder: string;
  environment: Environment;
  /** The words of its command, which `sys.argv` holds; undefined where they are not known, or one of them is not. */
  words: readonly (string | undefined)[] | undefined;
  changes: EnvironmentChanges;
  /** Reads of variables since the statement that is run began. */
  reads: Read[];
  calls: ExternalCall[];
  unfollowed: Unfollowed[];
  /** What stands before the names that `environs` reads within `with env.prefixed(…)`; undefined where it is not known. */
  prefix: string | undefined;
  /** Branches around what is run that are not decided. */
  conditions: number;
  /** Threads and processes that were begun. */
  threads: number;
  /** Functions that are being called, the outermost first. */
  calling: readonly PythonFunction[];
  /** Work that is left: statements and expressions. */
  budget: number;
  /** `try` statements around what is run. */
  trying: number;
  /** The statement that is run raises an error for certain. */
  raises: boolean;
  /** Something installed was imported, which may not be there. */
  mayRaise: boolean;
  /** The module's names after it was run; `why` where that is not known. */
  run(module: FoundModule): Names | Doubt;
  evaluate(expression: Expression, frame: Frame): Evaluated;
  call(frame: Frame, callee: Evaluated, given: Arguments, at: Location): Evaluated;
  execute(body: readonly Statement[], frame: Frame): Ending;
}

/** Where an expression stands. */
export interface Frame {
  machine: Machine;
  program: Program;
  names: Names;
  /** The names of the module around it. */
  module: Names;
  /** The dotted name of the module. */
  dotted: string;
  /** What the function that is called may return. */
  returned: Evaluated[];
  /** Names that the function that is called declares `global`. */
  globals: Set<string>;
}

export function place({ program }: Frame, span: Span): Location {
  return placeOf(program, span);
}

/** All that a branch may change. */
export interface State {
  names: Snapshot;
  changes: EnvironmentChanges;
}

export function stateOf({ names, machine }: Frame): State {
  return { names: snapshot(names), changes: machine.changes };
}

export function putBack({ names, machine }: Frame, state: State): void {
  restore(names, state.names);
  machine.changes = state.changes;
}

/** Runs each branch from the same beginning; afterwards the names are those of any branch that goes on. */
export function anyOf(frame: Frame, at: Location, branches: readonly (() => Ending)[]): Ending {
  const { machine } = frame;
  const before = stateOf(frame);
  const ends: { ending: Ending; state: State }[] = [];
  machine.conditions++;
  for (const branch of branches) {
    putBack(frame, before);
    ends.push({ ending: branch(), state: stateOf(frame) });
  }
  machine.conditions--;
  // What leaves a loop goes on behind it.
  const goingOn = ends.filter(({ ending }) => ending !== 'returns' && ending !== 'raises');
  const [first = ends[0]] = goingOn;
  if (goingOn.length > 1) {
    const states = goingOn.map(({ state }) => state);
    const names = states.map((state) => state.names);
    restore(frame.names, merged(names, at));
    machine.changes = mergedChanges(
      states.map(({ changes }) => changes),
      at,
    );
  } else if (first) putBack(frame, first.state);
  return ENDINGS.find((each) => ends.some(({ ending }) => ending === each)) ?? 'raises';
}

/** Of several branches, the one that goes furthest tells how they end. */
const ENDINGS: readonly Ending[] = ['goes on', 'returns', 'leaves the loop', 'continues', 'raises'];

/** A variable that not all branches changed alike is unknown. */
function mergedChanges(all: readonly EnvironmentChanges[], at: Location): EnvironmentChanges {
  const names = new Set(all.flatMap((changes) => [...changes.keys()]));
  const [first, ...others] = all;
  return new Map(
    [...names].map((name) => {
      const alike = others.every(
        (other) => other.has(name) === first?.has(name) && other.get(name) === first.get(name),
      );
      return [name, alike ? first?.get(name) : unknown(`${name} is set on a condition that is not decided`, at)];
    }),
  );
}
