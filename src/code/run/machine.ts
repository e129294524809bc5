import type { Node } from '@babel/types';
import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import type { Repository } from '../../repository/repository.js';
import type { Module } from '../modules.js';
import type { Program } from './program.js';
import type { Branch, Call, Cell, ClassValue, External, Frame, JsValue, ObjectValue, Scope } from './values.js';

/** How a statement or a list of them ends; undefined: at its end. */
export type Completion =
  | { is: 'return'; value: JsValue }
  /** It throws, or ends the process. */
  | { is: 'ends' }
  | { is: 'leaves'; loop: 'break' | 'continue' };

/** Values of a branch that may not run. */
export type Journal = Map<Cell, JsValue>;

/** What knows what some package does. Undefined: not this call. */
export type Library = (call: LibraryCall, machine: Machine) => JsValue | undefined;

/** A call of something outside of the program, before it is recorded. */
export interface LibraryCall {
  callee: JsValue;
  /** The path of names, such as `['zod', 'object']`, where it leads to a package. */
  path: readonly string[] | undefined;
  /** For a method of what another call gave: that call, and the names behind it. */
  on: { call: Call; names: readonly string[] } | undefined;
  args: readonly JsValue[];
  constructs: boolean;
  at: Location;
  module: Module;
}

/** What runs a program, by the global of its own. */
export type Runtime = 'Node' | 'Bun' | 'Deno';

/** A program that is run in the mind: its state, and the parts of the machine, which know each other by this only. */
export interface Machine {
  readonly program: Program;
  readonly repository: Repository;
  readonly environment: Environment;
  /** The folder it runs in, relative to the root of the repository. */
  readonly folder: string;
  readonly runtime: Runtime;
  /** It runs as a thread beside the main one. */
  readonly isThread: boolean;
  /** It is started without arguments: of another one these are not known. */
  readonly withoutArguments: boolean;
  readonly calls: Call[];
  readonly gaps: { why: string; at: Location }[];
  /** `process.env`. */
  readonly env: ObjectValue;
  readonly state: State;
  readonly libraries: readonly Library[];

  evaluate(node: Node | null | undefined, scope: Scope, module: Module): JsValue;
  execute(body: readonly Node[], scope: Scope, module: Module): Completion | undefined;
  bind(pattern: Node, value: JsValue, target: Binding): void;
  member(object: JsValue, name: string, at: Location): JsValue;
  setMember(object: JsValue, name: string, value: JsValue): void;
  call(callee: JsValue, args: readonly JsValue[], how: CallPlace): JsValue;
  /** Lets what is called later run, with arguments that are not known unless they are given. */
  later(callee: JsValue, args: readonly JsValue[] | undefined, how: LaterPlace): void;
  instantiate(callee: ClassValue, args: readonly JsValue[], how: CallPlace): JsValue;
  construct(callee: JsValue, args: readonly JsValue[], how: CallPlace): JsValue;
  /** Runs alternatives of which one is taken, and joins what they leave. */
  branch(alternatives: readonly (() => Completion | undefined)[]): Completion | undefined;
  write(cell: Cell, value: JsValue): void;
  /** What a module exports under a name, run when first asked for. */
  exported(file: string, name: string, at: Location): JsValue;
  /** What `require` or `import()` of a specifier gives. */
  request(specifier: string, from: Module, at: Location, by: 'import' | 'require'): JsValue;
  /** A package by its specifier, the same each time. */
  packageOf(specifier: string, at: Location): External;
  /** `module` of the entry. */
  mainModule(): JsValue;
  exportDefault(module: Module, value: JsValue): void;
  /** `export =`. */
  exportWhole(module: Module, value: JsValue): void;
  /** The names of a module that has run. */
  scopeOf(module: Module): Scope | undefined;
  at(node: Node, module: Module): Location;
  /** Counts a step; false where there have been too many. */
  step(at: () => Location): boolean;
}

interface State {
  steps: number;
  /** Runs under a condition that is not decided. */
  conditional: boolean;
  branches: readonly Branch[];
  within: readonly string[];
  stack: readonly Frame[];
  journals: Journal[];
  /** What functions return, of those that are running. */
  returns: JsValue[][];
  /** The functions that are running, the innermost last. */
  running: Node[];
  /** Names of properties that were set on something unknown. */
  lost: Set<string>;
}

export interface CallPlace {
  at: Location;
  node: Node;
  nodes: readonly Node[];
  module: Module;
  self?: JsValue | undefined;
  open?: boolean;
}

export interface LaterPlace extends CallPlace {
  conditional: boolean;
  branches: readonly Branch[];
  within: readonly string[];
  stack: readonly Frame[];
}

/** How a pattern's names get their values. */
export interface Binding {
  kind: 'var' | 'lexical' | 'assign';
  scope: Scope;
  module: Module;
}
