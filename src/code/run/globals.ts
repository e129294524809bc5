import type { Location } from '../../model/location.js';
import type { Machine } from './machine.js';
import { copyOver } from './copying.js';
import { callPlace } from './methods.js';
import { reason } from './operators.js';
import {
  alternatives,
  external,
  intrinsic,
  mapped,
  objectOf,
  oneOf,
  primitive,
  truthiness,
  unknown,
  type Intrinsic,
  type JsValue,
  type PrimitiveContent,
} from './values.js';

type Apply = (args: readonly JsValue[], at: Location) => JsValue;

/** What a name means that the program does not declare; undefined where only the runtime knows. */
export function globalValue(machine: Machine, name: string, at: Location): JsValue | undefined {
  switch (name) {
    case 'undefined':
      return primitive(undefined, at);
    case 'NaN':
      return primitive(NaN, at);
    case 'Infinity':
      return primitive(Infinity, at);
    case 'process':
      return processObject(machine, at);
    case 'globalThis':
    case 'global':
      return globalObject(machine, at);
    default: {
      const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      return known?.(machine, name, at);
    }
  }
}

function globalObject(machine: Machine, at: Location): JsValue {
  return {
    ...objectOf([], at),
    open: 'another part of the program may set it',
    lookup: (name, place) => {
      if (name !== 'Bun' && name !== 'Deno') return globalValue(machine, name, place);
      return name === machine.runtime ? external({ by: 'global', name }, place) : primitive(undefined, place);
    },
  };
}

/** `process`: what the platform and the command say, and whatever else is Node's own. */
export function processObject(machine: Machine, at: Location): JsValue {
  const { entry } = machine.program;
  const script: JsValue = { is: 'path', path: entry.file, as: 'path', at };
  const argv: JsValue = {
    is: 'array',
    items: [unknown('the path of the runtime', at), script],
    at,
    ...(!machine.withoutArguments && { open: 'it depends on the command line' }),
  };
  const rest = external({ by: 'global', name: 'process' }, at);
  return {
    ...objectOf(
      [
        ['env', machine.env],
        ['argv', argv],
        ['platform', primitive('linux', at)],
      ],
      at,
    ),
    lookup: (name, place) => {
      if (name === 'default') return processObject(machine, place);
      if (name === 'cwd')
        return intrinsic('cwd', place, (_, here) => ({ is: 'path', path: machine.folder, as: 'path', at: here }));
      if (name === 'versions') return versions(machine, place);
      const known = rest.members.get(name) ?? external({ by: 'member', of: rest, name }, place);
      rest.members.set(name, known);
      return known;
    },
  };
}

/** `process.versions.bun` tells the runtimes apart. */
function versions({ runtime }: Machine, at: Location): JsValue {
  const own = ['Bun', 'Deno'].map((name): [string, JsValue] => [
    name.toLowerCase(),
    name === runtime ? { ...unknown('a version is not known', at), truthy: true } : primitive(undefined, at),
  ]);
  return { ...objectOf(own, at), open: 'a version is not known' };
}

type Maker = (machine: Machine, name: string, at: Location) => JsValue;

/** A function whose result is a primitive of its first arguments. */
function plain(use: (...args: PrimitiveContent[]) => PrimitiveContent, member?: Intrinsic['member']): Maker {
  return (_, name, at) => intrinsic(name, at, converting(use), member);
}

/** The result keeps the place of what is converted. */
function converting(use: (...args: PrimitiveContent[]) => PrimitiveContent): Apply {
  return ([first, ...others], at) =>
    mapped(first ?? primitive(undefined, at), at, (value) => {
      const rest = others.map((each) => (each.is === 'primitive' ? each.value : undefined));
      if (value.is !== 'primitive') return unknown(reason(value), at);
      try {
        return { ...value, value: use(value.value, ...rest) };
      } catch {
        return unknown('it cannot be converted', at);
      }
    });
}

function methods(table: Readonly<Record<string, (machine: Machine) => Apply>>): Maker {
  return (machine, name, at) => {
    return intrinsic(
      name,
      at,
      (args, place) => asObject(args, place),
      (method, place) => {
        const make = Object.hasOwn(table, method) ? table[method] : undefined;
        return make && intrinsic(method, place, make(machine));
      },
    );
  };
}

function asObject([first]: readonly JsValue[], at: Location): JsValue {
  return first ?? unknown('an object of the language', at);
}

const asNumber = (value: PrimitiveContent): number => Number(value);
const NUMBER_MEMBERS: Readonly<Record<string, (value: PrimitiveContent, base?: PrimitiveContent) => PrimitiveContent>> =
  {
    isNaN: (value) => Number.isNaN(value),
    isInteger: (value) => Number.isInteger(value),
    isSafeInteger: (value) => Number.isSafeInteger(value),
    isFinite: (value) => Number.isFinite(value),
    parseInt: integer,
    parseFloat: (value) => parseFloat(String(value)),
  };

function integer(value: PrimitiveContent, base?: PrimitiveContent): number {
  return parseInt(String(value), base === undefined ? undefined : Number(base));
}

function numberMember(name: string, at: Location): JsValue | undefined {
  if (name === 'MAX_SAFE_INTEGER') return primitive(Number.MAX_SAFE_INTEGER, at);
  if (name === 'POSITIVE_INFINITY') return primitive(Infinity, at);
  const use = Object.hasOwn(NUMBER_MEMBERS, name) ? NUMBER_MEMBERS[name] : undefined;
  return use && intrinsic(name, at, converting(use));
}

const FUNCTIONS: Readonly<Record<string, Maker>> = {
  Number: plain(asNumber, numberMember),
  parseInt: plain(integer),
  parseFloat: plain((value) => parseFloat(String(value))),
  String: plain((value) => String(value)),
  Boolean: (_, name, at) =>
    intrinsic(name, at, ([value], place) => {
      const is = value ? truthiness(value) : false;
      return is === undefined ? unknown('it depends on a condition', place) : primitive(is, place);
    }),
  isNaN: plain((value) => isNaN(Number(value))),
  isFinite: plain((value) => isFinite(Number(value))),
  Math: methods({
    max: () => mathOf(Math.max),
    min: () => mathOf(Math.min),
    floor: () => converting((value) => Math.floor(Number(value))),
    ceil: () => converting((value) => Math.ceil(Number(value))),
    round: () => converting((value) => Math.round(Number(value))),
    trunc: () => converting((value) => Math.trunc(Number(value))),
    abs: () => converting((value) => Math.abs(Number(value))),
  }),
  Object: methods({
    freeze: () => asObject,
    seal: () => asObject,
    assign: (machine) => (args, at) => assigned(machine, args, at),
    keys:
      (machine) =>
      ([value], at) =>
        listed(machine, value, at, (name) => primitive(name, at)),
    values:
      (machine) =>
      ([value], at) =>
        listed(machine, value, at, (_, each) => each),
    entries:
      (machine) =>
      ([value], at) =>
        listed(machine, value, at, (name, each) => ({ is: 'array', items: [primitive(name, at), each], at })),
    fromEntries:
      () =>
      ([value], at) =>
        fromEntries(value, at),
    create: () => (_, at) => ({ ...objectOf([], at), open: 'what it inherits is not followed' }),
    defineProperty:
      (machine) =>
      ([object, name, given], at) => {
        if (object && name?.is === 'primitive' && given) {
          machine.setMember(object, String(name.value), propertyValue(machine, given, at));
        }
        return object ?? primitive(undefined, at);
      },
  }),
  Array: methods({
    isArray:
      () =>
      ([value], at) =>
        value?.is === 'unknown' || value?.is === 'external' || value?.is === 'oneOf'
          ? unknown('it depends on a condition', at)
          : primitive(value?.is === 'array', at),
    from:
      (machine) =>
      ([value, use], at) => {
        const list: JsValue =
          value?.is === 'array' ? value : { is: 'array', items: [], at, open: 'its items are not known' };
        return use ? machine.call(machine.member(list, 'map', at), [use], callPlace(machine, at)) : list;
      },
  }),
  Promise: methods({
    resolve:
      () =>
      ([value], at) =>
        value ?? primitive(undefined, at),
    reject: () => (_, at) => unknown('it fails', at),
    all: () => asObject,
    allSettled: () => asObject,
    race:
      () =>
      ([value], at) =>
        value?.is === 'array' && value.open === undefined ? oneOf(value.items, at) : unknown('several promises', at),
    any:
      () =>
      ([value], at) =>
        value?.is === 'array' && value.open === undefined ? oneOf(value.items, at) : unknown('several promises', at),
  }),
};

function mathOf(use: (...values: number[]) => number): Apply {
  return (args, at) => {
    const values = args.map((each) => (each.is === 'primitive' ? Number(each.value) : undefined));
    const known = values.flatMap((value) => value ?? []);
    if (known.length < args.length)
      return unknown(reason(args.find(({ is }) => is !== 'primitive') ?? unknown('', at)), at);
    const value = use(...known);
    const source = args.find((each) => each.is === 'primitive' && Number(each.value) === value);
    return source?.is === 'primitive' ? { ...source, value } : primitive(value, at);
  };
}

function assigned(machine: Machine, [target, ...sources]: readonly JsValue[], at: Location): JsValue {
  if (!target) return primitive(undefined, at);
  for (const source of sources) {
    const set = (name: string, value: JsValue): void => {
      machine.setMember(target, name, value);
    };
    if (target.is === 'object') copyOver(target, source, at, set);
    else if (source.is === 'object') for (const [name, { value }] of source.cells) set(name, value);
  }
  return target;
}

/** Keys, values or entries of an object. */
function listed(
  machine: Machine,
  value: JsValue | undefined,
  at: Location,
  item: (name: string, value: JsValue) => JsValue,
): JsValue {
  if (value?.is === 'array') {
    return {
      is: 'array',
      items: value.items.map((each, index) => item(String(index), each)),
      at,
      ...(value.open !== undefined && { open: value.open }),
    };
  }
  if (value?.is !== 'object') return { is: 'array', items: [], at, open: value ? reason(value) : 'it is not known' };
  const open = value.lookup || value.base ? 'it has further properties' : value.open;
  const items = [...value.cells.keys()].map((name) => item(name, machine.member(value, name, at)));
  return { is: 'array', items, at, ...(open !== undefined && { open }) };
}

function fromEntries(value: JsValue | undefined, at: Location): JsValue {
  const pairs = value?.is === 'array' ? value.items : [];
  const entries = pairs.flatMap((pair): [string, JsValue][] => {
    const [name, content] = pair.is === 'array' ? pair.items : [];
    return name?.is === 'primitive' && content ? [[String(name.value), content]] : [];
  });
  const whole = value?.is === 'array' && value.open === undefined && entries.length === pairs.length;
  return { ...objectOf(entries, at), ...(!whole && { open: 'its properties are not all known' }) };
}

/** Of a property descriptor. */
function propertyValue(machine: Machine, given: JsValue, at: Location): JsValue {
  const getter = machine.member(given, 'get', at);
  if (getter.is === 'function') return machine.call(getter, [], callPlace(machine, at));
  return oneOf(alternatives(machine.member(given, 'value', at)), at);
}
