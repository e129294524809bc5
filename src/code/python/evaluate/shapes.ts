import type { Location } from '../../../model/location.js';
import type { Origin } from '../../../model/value.js';
import type { Body, Expression, Parameter } from '../../../syntax/python.js';
import type { FoundModule } from '../modules.js';
import type { Program } from '../program.js';

/** What an expression yields, with the place that it is written at. */
export type Evaluated = Shape & { at: Location; from: Origin };

/** Why something cannot be told; a clause. */
export interface Doubt {
  why: string;
  at: Location;
}

export type Shape =
  | { is: 'string'; value: string }
  /** A pathlib path. The repository is `REPOSITORY_FOLDER`. */
  | { is: 'path'; value: string }
  | { is: 'number'; value: number }
  | { is: 'boolean'; value: boolean }
  | { is: 'none' }
  | Sequence
  | Dictionary
  | PythonFunction
  | PythonClass
  /** An object of a class that the repository defines. */
  | { is: 'instance'; of: PythonClass; attributes: readonly DictionaryItem[] }
  /** A module of the repository. */
  | { is: 'module'; module: FoundModule; dotted: string }
  /** What an installed module has under a name: `os.environ.get`. */
  | { is: 'external'; name: string }
  /** What a call of something installed yields; `of` is its name, of a method `flask.Flask().run`. */
  | { is: 'object'; of: string; arguments: Arguments; self?: Evaluated }
  /** `definition`: where the repository defines it. */
  | { is: 'method'; object: Evaluated; name: string; definition?: PythonFunction }
  /** One of several, by a condition that is not decided. None of them is itself one of several. */
  | { is: 'oneOf'; values: readonly Evaluated[] }
  /** The name may have no value here: only inside `oneOf`, or where a name was never given one. */
  | { is: 'undefined' }
  /** `filled`: whatever it is, it is a text that is not empty. */
  | { is: 'unknown'; why: string; filled?: true };

/** With `rest`, there may be other items. */
export interface Sequence {
  is: 'list' | 'tuple' | 'set';
  items: readonly Evaluated[];
  rest?: Doubt;
}

/** With `rest`, there may be other entries, and those that are told may have other values. */
export interface Dictionary {
  is: 'dictionary';
  entries: readonly DictionaryItem[];
  rest?: Doubt;
}

export interface DictionaryItem {
  key: string | number;
  value: Evaluated;
}

/** Arguments of a call. `rest`: there may be others. */
export interface Arguments {
  positional: readonly Evaluated[];
  named: ReadonlyMap<string, Evaluated>;
  rest?: Doubt;
}

export interface PythonFunction {
  is: 'function';
  name: string;
  parameters: readonly Parameter[];
  body: Body | Expression;
  decorators: readonly Expression[];
  program: Program;
  /** The names around it. */
  around: Names;
}

export interface PythonClass {
  is: 'class';
  name: string;
  bases: readonly Evaluated[];
  members: Names;
  /** The types that it declares for its members, by name. */
  types: ReadonlyMap<string, Expression>;
}

/** A variable that a program asked for, and what it found. */
export interface Read {
  name: string;
  found: 'set' | 'unset' | 'unknown';
  at: Location;
}

/** A statement that gives a name a value, or changes it. */
interface Assignment {
  /** The name in it. */
  at: Location;
  whole: Location;
}

/** What a name stands for. */
export interface Binding {
  value: Evaluated;
  /** Every statement that had a part in it, in order; the first gave the name its value. Empty: no statement is known. */
  statements: readonly Assignment[];
  /** Variables of the environment that these statements asked for. */
  reads: readonly Read[];
}

/** Names and what they stand for: of a module, a class, or a call of a function. */
export interface Names {
  bindings: Map<string, Binding>;
  /** Something may have given names any value: those bound before it are in doubt, too. */
  open: Doubt | undefined;
  /** Where a name is looked up that is not here. */
  around: Names | undefined;
}
