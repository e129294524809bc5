import type { Location } from '../../model/location.js';
import type { CallPlace, Machine } from './machine.js';
import { reason } from './operators.js';
import {
  intrinsic,
  oneOf,
  onlyPerhaps,
  primitive,
  truthiness,
  unknown,
  type ArrayValue,
  type Intrinsic,
  type JsValue,
  type Primitive,
  type PrimitiveContent,
} from './values.js';

type Method = (value: JsValue, args: readonly JsValue[], at: Location) => JsValue;

/** A method that the language gives a value; undefined where there is none of that name. */
export function methodOf(machine: Machine, value: JsValue, name: string, at: Location): Intrinsic | undefined {
  const method = found(machine, value, name);
  return method && intrinsic(name, at, (args, place) => method(value, args, place));
}

function found(machine: Machine, value: JsValue, name: string): Method | undefined {
  const later = own(promiseMethods(machine), name);
  if (later && value.is !== 'unknown') return later;
  switch (value.is) {
    case 'function':
    case 'class':
    case 'intrinsic':
      return own(functionMethods(machine), name);
    case 'array':
      return own(arrayMethods(machine), name);
    case 'primitive':
      return typeof value.value === 'string' && TEXT_METHODS.has(name) ? textMethod(name) : own(NUMBER_METHODS, name);
    case 'object':
      return own(objectMethods(machine), name);
    default:
      return undefined;
  }
}

function own(methods: Readonly<Record<string, Method>>, name: string): Method | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** How the machine calls a function from within one that is modelled. */
export function callPlace(machine: Machine, at: Location): CallPlace {
  const module = machine.program.entry;
  return { at, node: module.program.ast, nodes: [], module };
}

/** A promise counts as what it comes to. */
function promiseMethods(machine: Machine): Readonly<Record<string, Method>> {
  return {
    then: (value, [use], at) => (use ? machine.call(use, [value], callPlace(machine, at)) : value),
    catch: (value, [use], at) => {
      const { branches, within, stack } = machine.state;
      const place = { ...callPlace(machine, at), conditional: true, within: [...within, 'catch'], stack };
      if (use) machine.later(use, undefined, { ...place, branches: onlyPerhaps(branches) });
      return value;
    },
    finally: (value, [use], at) => {
      if (use) machine.call(use, [], callPlace(machine, at));
      return value;
    },
  };
}

function functionMethods(machine: Machine): Readonly<Record<string, Method>> {
  return {
    call: (value, [self, ...args], at) => machine.call(value, args, { ...callPlace(machine, at), self }),
    apply: (value, [self, args], at) =>
      machine.call(value, args?.is === 'array' ? args.items : [], { ...callPlace(machine, at), self }),
    bind: (value, [self, ...args]) =>
      value.is === 'function' ? { ...value, ...(self && { self: value.self ?? self }), bound: args } : value,
  };
}

// ---- text and numbers

const TEXT_METHODS = new Set([
  ...['trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'toString', 'valueOf', 'split', 'includes'],
  ...['startsWith', 'endsWith', 'indexOf', 'slice', 'substring', 'substr', 'replace', 'replaceAll', 'concat', 'charAt'],
]);

/** Regular expressions of a program are not run. */
function textMethod(name: string): Method {
  return (value, args, at) => {
    if (value.is !== 'primitive' || typeof value.value !== 'string') return unknown(reason(value), at);
    const given = args.map((each) => (each.is === 'primitive' ? each.value : NOT_KNOWN));
    if (given.includes(NOT_KNOWN)) return unknown('a text is put together in a way that is not followed', at);
    const result = textResult(value.value, name, given);
    if (Array.isArray(result))
      return arrayOf(
        result.map((each) => ({ ...value, value: each })),
        at,
      );
    return { ...value, value: result };
  };
}

const NOT_KNOWN = Symbol('not known');

function textResult(
  text: string,
  name: string,
  args: readonly (PrimitiveContent | symbol)[],
): PrimitiveContent | string[] {
  const [first, second] = args;
  const one = String(first);
  const position = (index: PrimitiveContent | symbol): number | undefined =>
    index === undefined || typeof index === 'symbol' ? undefined : Number(index);
  switch (name) {
    case 'trim':
      return text.trim();
    case 'trimStart':
      return text.trimStart();
    case 'trimEnd':
      return text.trimEnd();
    case 'toLowerCase':
      return text.toLowerCase();
    case 'toUpperCase':
      return text.toUpperCase();
    case 'split':
      return first === undefined ? [text] : text.split(one);
    case 'includes':
      return text.includes(one);
    case 'startsWith':
      return text.startsWith(one);
    case 'endsWith':
      return text.endsWith(one);
    case 'indexOf':
      return text.indexOf(one);
    case 'slice':
      return text.slice(position(first), position(second));
    case 'substring':
    case 'substr':
      return text.substring(position(first) ?? 0, position(second));
    case 'replace':
      return text.replace(one, () => String(second));
    case 'replaceAll':
      return text.replaceAll(one, () => String(second));
    case 'concat':
      return text + args.map(String).join('');
    case 'charAt':
      return text.charAt(position(first) ?? 0);
    default:
      return text;
  }
}

const NUMBER_METHODS: Readonly<Record<string, Method>> = {
  toString: (value: JsValue) => (value.is === 'primitive' ? { ...value, value: String(value.value) } : value),
  valueOf: (value: JsValue) => value,
};

// ---- lists

function arrayOf(items: readonly JsValue[], at: Location, open?: string): ArrayValue {
  return { is: 'array', items: [...items], at, ...(open !== undefined && { open }) };
}

/** Most items of a list that a function is called with. */
const MAX_ITEMS = 50;

/** Results of a function for the items of a list. */
function results(
  machine: Machine,
  list: JsValue,
  use: JsValue | undefined,
  at: Location,
): readonly [JsValue, JsValue][] {
  if (list.is !== 'array' || !use) return [];
  const items = list.open === undefined ? list.items : [...list.items, unknown(list.open, at)];
  return items
    .slice(0, MAX_ITEMS)
    .map((item, index) => [item, machine.call(use, [item, primitive(index, at), list], callPlace(machine, at))]);
}

function openIn(list: JsValue): string | undefined {
  if (list.is !== 'array') return reason(list);
  return list.open ?? (list.items.length > MAX_ITEMS ? 'the list is long' : undefined);
}

function arrayMethods(machine: Machine): Readonly<Record<string, Method>> {
  const each = (list: JsValue, use: JsValue | undefined, at: Location) => results(machine, list, use, at);
  return {
    map: (list, [use], at) =>
      arrayOf(
        each(list, use, at).map(([, result]) => result),
        at,
        openIn(list),
      ),
    flatMap: (list, [use], at) =>
      arrayOf(
        each(list, use, at).flatMap(([, result]) => (result.is === 'array' ? result.items : [result])),
        at,
        openIn(list),
      ),
    forEach: (list, [use], at) => {
      each(list, use, at);
      return primitive(undefined, at);
    },
    filter: (list, [use], at) => {
      const kept = each(list, use, at).filter(([, result]) => truthiness(result) !== false);
      const sure = kept.every(([, result]) => truthiness(result) === true);
      return arrayOf(
        kept.map(([item]) => item),
        at,
        sure ? openIn(list) : 'it depends on a condition',
      );
    },
    find: (list, [use], at) => firstOf(each(list, use, at), openIn(list), at),
    some: (list, [use], at) => quantified(each(list, use, at), true, openIn(list), at),
    every: (list, [use], at) => quantified(each(list, use, at), false, openIn(list), at),
    reduce: (list, [use, start], at) => reduced(machine, list, use, start, at),
    includes: (list, [item], at) => included(list, item, at),
    indexOf: (list, [item], at) => {
      const found = included(list, item, at);
      return found.is === 'primitive' && found.value === false ? primitive(-1, at) : unknown('the place in a list', at);
    },
    join: (list, [by], at) => joined(list, by, at),
    push: (list, args, at) => {
      if (list.is === 'array') {
        list.items.push(...args);
        if (machine.state.conditional) list.open ??= 'it depends on a condition';
      }
      return unknown('the length of a list', at);
    },
    concat: (list, args, at) => {
      if (list.is !== 'array') return list;
      const open = args.map((arg) => (arg.is === 'array' ? arg.open : undefined)).find((why) => why !== undefined);
      return arrayOf(
        [...list.items, ...args.flatMap((arg) => (arg.is === 'array' ? arg.items : [arg]))],
        at,
        list.open ?? open,
      );
    },
    slice: (list, [from], at) => {
      const start = from === undefined ? 0 : from.is === 'primitive' ? Number(from.value) : NaN;
      return list.is === 'array' && start >= 0
        ? arrayOf(list.items.slice(start), at, list.open)
        : unknown(reason(list), at);
    },
    pop: (list, _, at) => (list.is === 'array' ? (list.items.at(-1) ?? primitive(undefined, at)) : list),
    shift: (list, _, at) => (list.is === 'array' ? (list.items[0] ?? primitive(undefined, at)) : list),
    at: (list, [index], at) =>
      list.is === 'array' && index?.is === 'primitive'
        ? (list.items.at(Number(index.value)) ?? primitive(undefined, at))
        : unknown(reason(list), at),
  };
}

function firstOf(found: readonly [JsValue, JsValue][], open: string | undefined, at: Location): JsValue {
  const candidates: JsValue[] = [];
  for (const [item, result] of found) {
    const is = truthiness(result);
    if (is === false) continue;
    candidates.push(item);
    if (is === true) return oneOf(candidates, at);
  }
  candidates.push(open === undefined ? primitive(undefined, at) : unknown(open, at));
  return oneOf(candidates, at);
}

function quantified(
  found: readonly [JsValue, JsValue][],
  decisive: boolean,
  open: string | undefined,
  at: Location,
): JsValue {
  const outcomes = found.map(([, result]) => truthiness(result));
  if (outcomes.includes(decisive)) return primitive(decisive, at);
  const sure = open === undefined && !outcomes.includes(undefined);
  return sure ? primitive(!decisive, at) : unknown('it depends on a condition', at);
}

function reduced(
  machine: Machine,
  list: JsValue,
  use: JsValue | undefined,
  start: JsValue | undefined,
  at: Location,
): JsValue {
  if (list.is !== 'array' || list.open !== undefined || !use) return unknown(reason(list), at);
  const [first, ...rest] = start ? [start, ...list.items] : list.items;
  let total = first ?? primitive(undefined, at);
  for (const item of rest.slice(0, MAX_ITEMS)) total = machine.call(use, [total, item], callPlace(machine, at));
  return total;
}

function included(list: JsValue, item: JsValue | undefined, at: Location): JsValue {
  const undecided = unknown('it depends on a condition', at);
  if (list.is !== 'array' || item?.is !== 'primitive') return undecided;
  const same = list.items.some((each) => each.is === 'primitive' && each.value === item.value);
  if (same) return primitive(true, at);
  return list.open === undefined && list.items.every(({ is }) => is === 'primitive') ? primitive(false, at) : undecided;
}

function joined(list: JsValue, by: JsValue | undefined, at: Location): JsValue {
  const between = by === undefined ? ',' : by.is === 'primitive' ? String(by.value) : undefined;
  if (list.is !== 'array' || list.open !== undefined || between === undefined) return unknown(reason(list), at);
  const parts = list.items.filter((each): each is Primitive => each.is === 'primitive');
  return parts.length === list.items.length
    ? primitive(parts.map(({ value }) => String(value)).join(between), at)
    : unknown('a text is put together in a way that is not followed', at);
}

// ---- objects

function objectMethods(machine: Machine): Readonly<Record<string, Method>> {
  return {
    hasOwnProperty: (value: JsValue, [name]: readonly JsValue[], at: Location) => {
      if (name?.is !== 'primitive') return unknown('it depends on a condition', at);
      const found = machine.member(value, String(name.value), at);
      return found.is === 'primitive' ? primitive(found.value !== undefined, at) : primitive(true, at);
    },
  };
}
