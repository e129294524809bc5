import type { ClassDeclaration, ClassExpression, Function as FunctionNode, Node } from '@babel/types';
import type { Location } from '../../model/location.js';
import type { Origin } from '../../model/value.js';
import type { Module } from '../modules.js';

/** What an expression of a program comes to, as far as it can be told without running it. */
export type JsValue =
  | Primitive
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | Intrinsic
  | ClassValue
  | External
  | PathValue
  | OneOfValues
  | UnknownValue;

export type PrimitiveContent = string | number | bigint | boolean | null | undefined;

export interface Primitive {
  is: 'primitive';
  value: PrimitiveContent;
  /** The literal, or the place where it is read from outside the program. */
  at: Location;
  from: Origin;
  /** Variables of the environment that would take its place if something set them. */
  unless?: readonly string[];
}

/** A place that holds a value: a variable or a property. */
export interface Cell {
  value: JsValue;
}

export type Cells = Map<string, Cell>;

export interface ObjectValue {
  is: 'object';
  cells: Cells;
  at: Location;
  /** Why it may have properties beyond these, a clause. */
  open?: string;
  /** What it inherits from. */
  class?: ClassValue;
  /** An object of a package that it extends. */
  base?: External;
  /** Gives the properties that it has beside its cells. */
  lookup?: (name: string, at: Location) => JsValue | undefined;
}

export interface ArrayValue {
  is: 'array';
  items: JsValue[];
  at: Location;
  /** Why it may have other items, a clause. */
  open?: string;
}

export interface FunctionValue {
  is: 'function';
  node: FunctionNode;
  scope: Scope;
  module: Module;
  /** Undefined for an arrow function, which has that of its scope. */
  self?: JsValue;
  /** Arguments that `bind` put in front. */
  bound?: readonly JsValue[];
  /** The class whose member it is, for `super`. */
  home?: ClassValue;
  cells: Cells;
  at: Location;
}

/** A function that is modelled here. */
export interface Intrinsic {
  is: 'intrinsic';
  name: string;
  apply: (args: readonly JsValue[], at: Location) => JsValue;
  /** Its own properties, by name. */
  member?: (name: string, at: Location) => JsValue | undefined;
  cells: Cells;
  at: Location;
}

export interface ClassValue {
  is: 'class';
  node: ClassDeclaration | ClassExpression;
  scope: Scope;
  module: Module;
  base?: JsValue;
  /** Static members. */
  cells: Cells;
  /** Methods and accessors, by name. */
  methods: ReadonlyMap<string, Member>;
  at: Location;
}

export interface Member {
  kind: 'method' | 'get' | 'set';
  node: FunctionNode;
}

/** Something of a package or of the runtime that is known by its name only. */
export interface External {
  is: 'external';
  origin: ExternalOrigin;
  /** Properties that the program writes. */
  cells: Cells;
  /** Properties that it reads, each always the same. */
  members: Map<string, External>;
  at: Location;
}

export type ExternalOrigin =
  /** A package, or one of its modules, by its specifier. `builtin` ones have no `node:` in front. */
  | { by: 'package'; specifier: string }
  | { by: 'global'; name: string }
  | { by: 'member'; of: External; name: string }
  | { by: 'call'; call: Call };

/** A file of the repository, by its absolute path or `file:` address at run time. */
export interface PathValue {
  is: 'path';
  /** Relative to the root of the repository. */
  path: string;
  as: 'path' | 'address';
  at: Location;
}

/** One of several, by a condition that is not decided. */
interface OneOfValues {
  is: 'oneOf';
  values: readonly JsValue[];
}

/** `why` is a clause. */
export interface UnknownValue {
  is: 'unknown';
  why: string;
  at: Location;
  /** It is some text that is not empty. */
  truthy?: true;
}

/** Names of a part of a program. */
export interface Scope {
  names: Map<string, Cell>;
  parent: Scope | undefined;
  /** `var` and function declarations belong here. */
  isFunction: boolean;
  self?: JsValue;
  home?: ClassValue;
}

/** A call of something outside the program, in the order of running. */
export interface Call {
  callee: External | UnknownValue;
  /** `new`. */
  constructs: boolean;
  args: readonly JsValue[];
  /** The arguments as written. */
  nodes: readonly Node[];
  /** There may be further arguments. */
  open: boolean;
  at: Location;
  node: Node;
  module: Module;
  /** It runs only under a condition that is not decided. */
  conditional: boolean;
  /** The conditions it runs under, the outermost first, with the side of each that it is on. */
  branches: readonly Branch[];
  /** What has to happen before, the nearest last: `on('error')`, `catch`. */
  within: readonly string[];
  /** How the program gets here from its entry: imports and calls, the outermost first. */
  stack: readonly Frame[];
  /** What it gives. */
  result: External;
}

/** One side of a condition that is not decided. */
export interface Branch {
  fork: Fork;
  /** Which of its sides, counted from 0. */
  side: number;
}

/** A condition that is not decided. */
export interface Fork {
  sides: number;
  /** Sides at whose end the program ends. */
  ended: Set<number>;
}

/** A condition of which one side is known only. */
export function onlyPerhaps(branches: readonly Branch[]): readonly Branch[] {
  return [...branches, { fork: { sides: 2, ended: new Set() }, side: 0 }];
}

export interface Frame {
  at: Location;
  /** What is done there: a short clause, such as "imports ./app.js". */
  words: string;
}

/** Why a value is unknown that has both values, each in a process of its own: `cluster.isPrimary`. */
export const BOTH = 'the program runs as both';

/** `cluster.isPrimary`: the program runs once as the one and once as the other. */
export function isEither(test: JsValue): boolean {
  return alternatives(test).some((each) => each.is === 'unknown' && each.why === BOTH);
}

// ---- making values

const WRITTEN: Origin = { by: 'written' };

export function primitive(value: PrimitiveContent, at: Location, from: Origin = WRITTEN): Primitive {
  return { is: 'primitive', value, at, from };
}

export function unknown(why: string, at: Location): UnknownValue {
  return { is: 'unknown', why, at };
}

export function objectOf(entries: Iterable<readonly [string, JsValue]>, at: Location): ObjectValue {
  return { is: 'object', cells: cellsOf(entries), at };
}

export function cellsOf(entries: Iterable<readonly [string, JsValue]>): Cells {
  return new Map(Array.from(entries, ([name, value]) => [name, { value }]));
}

export function external(origin: ExternalOrigin, at: Location): External {
  return { is: 'external', origin, cells: new Map(), members: new Map(), at };
}

export function intrinsic(
  name: string,
  at: Location,
  apply: Intrinsic['apply'],
  member?: Intrinsic['member'],
): Intrinsic {
  return { is: 'intrinsic', name, apply, cells: new Map(), at, ...(member && { member }) };
}

// ---- several values at once

/** Most values one expression may have before it counts as unknown. */
const MAX_VALUES = 12;

/** One of these values. Equal ones count once. */
export function oneOf(values: readonly JsValue[], at: Location): JsValue {
  const distinct: JsValue[] = [];
  for (const each of values.flatMap(alternatives)) {
    if (!distinct.some((other) => isSame(other, each))) distinct.push(each);
  }
  const [first] = distinct;
  if (distinct.length === 1 && first) return first;
  if (distinct.length === 0 || distinct.length > MAX_VALUES) return unknown('it depends on several conditions', at);
  return { is: 'oneOf', values: distinct };
}

export function alternatives(value: JsValue): readonly JsValue[] {
  return value.is === 'oneOf' ? value.values : [value];
}

/** The same for each value it may have. */
export function mapped(value: JsValue, at: Location, map: (value: JsValue) => JsValue): JsValue {
  return value.is === 'oneOf' ? oneOf(value.values.map(map), at) : map(value);
}

function isSame(one: JsValue, other: JsValue): boolean {
  if (one === other) return true;
  if (one.is === 'primitive' && other.is === 'primitive') return Object.is(one.value, other.value);
  return one.is === 'unknown' && other.is === 'unknown';
}

// ---- asking values

/** Whether it counts as true; undefined where that is not known. */
export function truthiness(value: JsValue): boolean | undefined {
  switch (value.is) {
    case 'primitive':
      return Boolean(value.value);
    case 'unknown':
      return value.truthy;
    case 'external':
      return externalTruth(value);
    case 'oneOf': {
      const [first, ...rest] = value.values.map(truthiness);
      return rest.every((each) => each === first) ? first : undefined;
    }
    default:
      return true;
  }
}

/** A package is there; what it gives is not known. */
function externalTruth({ origin }: External): boolean | undefined {
  if (origin.by === 'package') return true;
  if (origin.by === 'global') return origin.name === 'Bun' || origin.name === 'Deno' ? true : undefined;
  return origin.by === 'call' && origin.call.constructs ? true : undefined;
}

/** Whether it is `null` or `undefined`; undefined where that is not known. */
export function isNullish(value: JsValue): boolean | undefined {
  switch (value.is) {
    case 'primitive':
      return value.value === null || value.value === undefined;
    case 'unknown':
      return value.truthy === true ? false : undefined;
    case 'external':
      return value.origin.by === 'package' ? false : undefined;
    case 'oneOf': {
      const [first, ...rest] = value.values.map(isNullish);
      return rest.every((each) => each === first) ? first : undefined;
    }
    default:
      return false;
  }
}

/** The text, where it is a single known one. */
export function textIn(value: JsValue | undefined): string | undefined {
  return value?.is === 'primitive' && typeof value.value === 'string' ? value.value : undefined;
}

/** The path of names that leads to something of a package: `['express']`, `['node:http', 'createServer']`. */
export function pathOfExternal({ origin }: External): readonly string[] | undefined {
  if (origin.by === 'package') return [origin.specifier.replace(/^node:/, '')];
  if (origin.by === 'global') return ['', origin.name];
  if (origin.by === 'call') return undefined;
  const path = pathOfExternal(origin.of);
  // Of a CommonJS package imported as a module, `default` is the package.
  return path && (origin.name === 'default' ? path : [...path, origin.name]);
}
