import type { Location } from '../../model/location.js';
import { callPlace } from '../run/methods.js';
import { instead } from '../run/operators.js';
import type { Library, Machine } from '../run/machine.js';
import {
  isNullish,
  mapped,
  objectOf,
  oneOf,
  pathOfExternal,
  primitive,
  unknown,
  type Call,
  type External,
  type JsValue,
  type ObjectValue,
} from '../run/values.js';

/** Packages whose schemas are built by chains of calls. */
const SCHEMA_PACKAGES = new Set([
  'zod',
  'zod/v4',
  'zod/v3',
  'zod/mini',
  'joi',
  '@hapi/joi',
  'yup',
  'znv',
  'envsafe',
  'valibot',
]);

const PARSING = new Set([
  'parse',
  'parseAsync',
  'validateSync',
  'validate',
  'cast',
  'attempt',
  'safeParse',
  'safeParseAsync',
  'validateAsync',
]);

/** `schema.parse(process.env)`, also of Joi and Yup, and what is built upon them. */
export const schemas: Library = (call, machine) => {
  const { path, on, args, at, callee } = call;
  const method = callee.is === 'external' && callee.origin.by === 'member' ? callee.origin.name : '';
  if (
    on &&
    callee.is === 'external' &&
    callee.origin.by === 'member' &&
    PARSING.has(method) &&
    isSchema(callee.origin.of)
  ) {
    return parsed(machine, method, callee.origin.of, args[0] ?? primitive(undefined, at), at);
  }
  const name = path?.join('.') ?? '';
  if (/^(?:@hapi\/)?joi\.attempt$/i.test(name) && args[0] && args[1]) return applied(machine, args[1], args[0], at, 0);
  if (/^@t3-oss\/env-(?:core|nextjs|nuxt)\.createEnv$/.test(name)) return createdEnv(machine, args[0], at);
  if (/^valibot\.(?:safeP|p)arse(?:Async)?$/.test(name) && args[0]) {
    const value = applied(machine, args[0], args[1] ?? primitive(undefined, at), at, 0);
    if (!name.includes('safe')) return value;
    return objectOf(
      [
        ['success', primitive(true, at)],
        ['output', value],
        ['issues', primitive(undefined, at)],
      ],
      at,
    );
  }
  if (name === 'znv.parseEnv') return shaped(machine, args[1], args[0] ?? machine.env, at, 0);
  return undefined;
};

function parsed(machine: Machine, method: string, schema: External, input: JsValue, at: Location): JsValue {
  const value = applied(machine, schema, input, at, 0);
  if (method === 'safeParse' || method === 'safeParseAsync') {
    return objectOf(
      [
        ['success', primitive(true, at)],
        ['data', value],
        ['error', primitive(undefined, at)],
      ],
      at,
    );
  }
  const isJoi = rootOf(schema)?.[0]?.includes('joi') === true;
  // Joi gives the value with the error; the others give the value.
  return isJoi && method === 'validate'
    ? objectOf(
        [
          ['value', value],
          ['error', primitive(undefined, at)],
        ],
        at,
      )
    : value;
}

/** The server's and the shared variables (https://env.t3.gg/docs/core). */
function createdEnv(machine: Machine, options: JsValue | undefined, at: Location): JsValue {
  if (!options) return unknown('the variables are not known', at);
  const given = machine.member(options, 'runtimeEnv', at);
  const input = given.is === 'object' ? given : machine.env;
  const whole = objectOf([], at);
  for (const part of ['server', 'shared', 'client']) {
    const found = shaped(machine, machine.member(options, part, at), input, at, 0);
    if (found.is === 'object') for (const [name, cell] of found.cells) whole.cells.set(name, cell);
  }
  return { ...whole, open: 'further variables come from what it extends' };
}

export function isSchema(value: JsValue): boolean {
  if (value.is !== 'external') return false;
  const root = rootOf(value);
  return root?.[0] !== undefined && SCHEMA_PACKAGES.has(root[0]);
}

/** The path of the package's function that a chain of calls begins with. */
function rootOf(value: External): readonly string[] | undefined {
  let each: External = value;
  for (let turn = 0; turn < 100; turn++) {
    if (each.origin.by === 'call') {
      const { callee } = each.origin.call;
      if (callee.is !== 'external') return undefined;
      each = callee;
    } else if (each.origin.by === 'member') each = each.origin.of;
    else return pathOfExternal(each);
  }
  return undefined;
}

/** Deepest nesting of schemas that is followed. */
const MAX_DEPTH = 40;

/** What a schema makes of a value. */
export function applied(machine: Machine, schema: JsValue, input: JsValue, at: Location, depth: number): JsValue {
  if (schema.is !== 'external' || schema.origin.by !== 'call' || depth > MAX_DEPTH) return input;
  const { call } = schema.origin;
  const { callee, args } = call;
  if (callee.is !== 'external') return input;
  const path = pathOfExternal(callee);
  if (path) return base(machine, path, call, input, at, depth);
  const { origin } = callee;
  if (origin.by !== 'member') return input;
  const inner = (value: JsValue): JsValue => applied(machine, origin.of, value, at, depth + 1);
  return chained(machine, { name: origin.name, args, inner, depth }, input, at);
}

interface Link {
  name: string;
  args: readonly JsValue[];
  inner: (value: JsValue) => JsValue;
  depth: number;
}

/** A method of a schema. */
function chained(machine: Machine, { name, args, inner, depth }: Link, input: JsValue, at: Location): JsValue {
  const [first] = args;
  switch (name) {
    case 'default':
    case 'prefault':
    case 'failover':
      return withDefault(machine, input, first, inner, at);
    case 'catch':
      return oneOf([inner(input), called(machine, first, at)], at);
    case 'optional':
    case 'nullish':
    case 'nullable':
    case 'allow':
    case 'empty':
      return isNullish(input) === true ? input : inner(input);
    case 'transform':
      return first ? machine.call(first, [inner(input)], callPlace(machine, at)) : inner(input);
    case 'pipe':
      return first ? applied(machine, first, inner(input), at, depth + 1) : inner(input);
    case 'extend':
    case 'keys':
    case 'shape':
    case 'safeExtend':
      return merged(inner(input), shaped(machine, first, input, at, depth + 1));
    case 'merge':
    case 'concat':
    case 'and':
      return first ? merged(inner(input), applied(machine, first, input, at, depth + 1)) : inner(input);
    default:
      return inner(input);
  }
}

function called(machine: Machine, value: JsValue | undefined, at: Location): JsValue {
  if (value?.is === 'function') return machine.call(value, [], callPlace(machine, at));
  return value ?? primitive(undefined, at);
}

function withDefault(
  machine: Machine,
  input: JsValue,
  otherwise: JsValue | undefined,
  inner: (value: JsValue) => JsValue,
  at: Location,
): JsValue {
  const missing = input.is === 'primitive' ? input.value === undefined : isNullish(input);
  if (missing === false) return inner(input);
  const value = called(machine, otherwise, at);
  return missing === true ? instead(value, input) : oneOf([inner(input), value], at);
}

function merged(one: JsValue, other: JsValue): JsValue {
  if (one.is !== 'object' || other.is !== 'object') return one;
  return { ...one, cells: new Map([...one.cells, ...other.cells]) };
}

/** What the function that begins a schema does. */
function base(
  machine: Machine,
  path: readonly string[],
  { args }: Call,
  input: JsValue,
  at: Location,
  depth: number,
): JsValue {
  const isJoi = path[0]?.includes('joi') === true || path[0] === 'yup';
  const name = path.at(-1) ?? '';
  const [first, second] = args;
  if (path[0] === 'valibot') {
    const own = ofValibot(machine, name, args, input, at, depth);
    if (own) return own;
  }
  switch (name) {
    case 'object':
    case 'strictObject':
    case 'looseObject':
      return shaped(machine, first, input, at, depth);
    case 'number':
      return isJoi || path.includes('coerce') ? numbered(input, at) : input;
    case 'preprocess':
      return first && second
        ? applied(machine, second, machine.call(first, [input], callPlace(machine, at)), at, depth + 1)
        : input;
    case 'pipe':
    case 'optional':
      return first ? applied(machine, first, input, at, depth + 1) : input;
    case 'union':
      return first?.is === 'array' && first.items[0] ? applied(machine, first.items[0], input, at, depth + 1) : input;
    default:
      return input;
  }
}

/** Its schemas are put together by functions (https://valibot.dev/guides/mental-model/); undefined where zod's are alike. */
function ofValibot(
  machine: Machine,
  name: string,
  args: readonly JsValue[],
  input: JsValue,
  at: Location,
  depth: number,
): JsValue | undefined {
  const [first, second] = args;
  const inner = (value: JsValue): JsValue => (first ? applied(machine, first, value, at, depth + 1) : value);
  switch (name) {
    case 'pipe':
      return args.reduce((value, each) => applied(machine, each, value, at, depth + 1), input);
    case 'transform':
      return first && machine.call(first, [input], callPlace(machine, at));
    case 'toNumber':
      return numbered(input, at);
    case 'optional':
    case 'nullish':
    case 'nullable':
    case 'undefinedable':
    case 'exactOptional':
      if (!second) return isNullish(input) === true ? input : inner(input);
      return inner(withDefault(machine, input, second, (value) => value, at));
    case 'fallback':
      return oneOf([inner(input), called(machine, second, at)], at);
    default:
      return undefined;
  }
}

export function numbered(input: JsValue, at: Location): JsValue {
  return mapped(input, at, (each) =>
    each.is === 'primitive' && each.value !== undefined ? { ...each, value: Number(each.value) } : each,
  );
}

/** An object each of whose properties a schema of its own makes. */
function shaped(machine: Machine, shape: JsValue | undefined, input: JsValue, at: Location, depth: number): JsValue {
  if (shape?.is !== 'object') return unknown('the shape of the variables is not known', at);
  const object: ObjectValue = objectOf([], at);
  for (const [name, { value: schema }] of shape.cells) {
    object.cells.set(name, { value: applied(machine, schema, machine.member(input, name, at), at, depth + 1) });
  }
  if (shape.open !== undefined) object.open = shape.open;
  return object;
}
