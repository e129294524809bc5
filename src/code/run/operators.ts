import type { Location } from '../../model/location.js';
import { join } from '../../repository/paths.js';
import {
  BOTH,
  isNullish,
  mapped,
  primitive,
  truthiness,
  unknown,
  type JsValue,
  type PathValue,
  type Primitive,
  type PrimitiveContent,
} from './values.js';

const NOT_READ = 'it is put together in a way that is not followed';

/** `!x`, `-x`, `typeof x` … */
export function unary(operator: string, value: JsValue, at: Location, runtime: string): JsValue {
  if (operator === '!') {
    const is = truthiness(value);
    if (is !== undefined) return primitive(!is, at);
    return value.is === 'unknown' && value.why === BOTH ? value : unknown('it depends on a condition', at);
  }
  if (operator === 'typeof') return mapped(value, at, (each) => typeOf(each, at, runtime));
  if (operator === 'void') return primitive(undefined, at);
  return mapped(value, at, (each) => {
    if (each.is !== 'primitive' || typeof each.value === 'bigint') return unknown(reason(each), at);
    return { ...each, value: numeric(operator, Number(each.value)) };
  });
}

function numeric(operator: string, value: number): PrimitiveContent {
  if (operator === '-') return -value;
  return operator === '~' ? ~value : value;
}

function typeOf(value: JsValue, at: Location, runtime: string): JsValue {
  switch (value.is) {
    case 'primitive':
      return primitive(value.value === null ? 'object' : typeof value.value, at);
    case 'function':
    case 'intrinsic':
    case 'class':
      return primitive('function', at);
    case 'object':
    case 'array':
      return primitive('object', at);
    case 'path':
      return primitive('string', at);
    case 'external':
      if (value.origin.by !== 'global') return unknown(NOT_READ, at);
      // `typeof Bun`, `typeof EdgeRuntime`: only the runtime's own names are there.
      return primitive(value.origin.name === runtime ? 'object' : 'undefined', at);
    default:
      return unknown(reason(value), at);
  }
}

/** An operator between two values that are both evaluated. */
export function binary(operator: string, left: JsValue, right: JsValue, at: Location): JsValue {
  return mapped(left, at, (one) => mapped(right, at, (other) => binaryOf(operator, one, other, at)));
}

function binaryOf(operator: string, left: JsValue, right: JsValue, at: Location): JsValue {
  if (left.is === 'primitive' && right.is === 'primitive') return calculated(operator, left, right, at);
  const equal = EQUALITY[operator];
  if (equal !== undefined) {
    const same = sameValue(left, right);
    return same === undefined ? unknown('it depends on a condition', at) : primitive(same === equal, at);
  }
  if (operator === 'in' && right.is === 'object' && left.is === 'primitive') {
    const there = hasProperty(right, String(left.value), at);
    return there === undefined ? unknown(NOT_READ, at) : primitive(there, at);
  }
  if (operator === '+') {
    if (left.is === 'path' && right.is === 'primitive') return lengthened(left, String(right.value), at);
    if (right.is === 'path' && left.is === 'primitive' && left.value === '') return right;
  }
  return unknown(reason(left.is === 'unknown' ? left : right), at);
}

/** `__dirname + '/worker.js'`. */
function lengthened(path: PathValue, rest: string, at: Location): JsValue {
  if (rest === '') return path;
  const whole = rest.startsWith('/') ? join(path.path, rest.slice(1)) : undefined;
  return whole === undefined ? unknown(NOT_READ, at) : { ...path, path: whole, at };
}

const EQUALITY: Readonly<Record<string, boolean | undefined>> = { '===': true, '==': true, '!==': false, '!=': false };

function hasProperty(object: JsValue & { is: 'object' }, name: string, at: Location): boolean | undefined {
  if (object.cells.has(name)) return true;
  const found = object.lookup?.(name, at);
  if (!found) return object.open === undefined ? false : undefined;
  const nullish = isNullish(found);
  return nullish === undefined ? undefined : !nullish;
}

/** Whether two values of which one is no primitive are the same; undefined where that is not known. */
function sameValue(left: JsValue, right: JsValue): boolean | undefined {
  if (left.is === 'path' && right.is === 'path') return left.path === right.path && left.as === right.as;
  const nullish = [left, right].find((each) => isNullish(each) === true);
  if (nullish) {
    return isNullish(nullish === left ? right : left);
  }
  const kinds = ['object', 'array', 'function', 'class', 'intrinsic'];
  if (kinds.includes(left.is) && kinds.includes(right.is)) return left === right;
  if (left === right && left.is === 'external') return true;
  return undefined;
}

function calculated(operator: string, left: Primitive, right: Primitive, at: Location): JsValue {
  const value = result(operator, left.value, right.value);
  if (value === undefined) return unknown(NOT_READ, at);
  const variable = [left, right].find(({ from }) => from.by === 'variable');
  return variable ? { ...variable, value } : primitive(value, at);
}

/** The result of an operator; undefined for one that is not known. */
function result(operator: string, left: PrimitiveContent, right: PrimitiveContent): PrimitiveContent {
  switch (operator) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return isLoosely(left, right);
    case '!=':
      return !isLoosely(left, right);
    case '+':
      return typeof left === 'string' || typeof right === 'string'
        ? `${String(left)}${String(right)}`
        : Number(left) + Number(right);
    case '-':
      return Number(left) - Number(right);
    case '*':
      return Number(left) * Number(right);
    case '/':
      return Number(left) / Number(right);
    case '%':
      return Number(left) % Number(right);
    case '**':
      return Number(left) ** Number(right);
    case '|':
      return Number(left) | Number(right);
    case '&':
      return Number(left) & Number(right);
    case '<<':
      return Number(left) << Number(right);
    case '>>':
      return Number(left) >> Number(right);
    case '>>>':
      return Number(left) >>> Number(right);
    default:
      return compared(operator, left, right);
  }
}

function isLoosely(left: PrimitiveContent, right: PrimitiveContent): boolean {
  // eslint-disable-next-line eqeqeq -- it is what the program does
  return left == right;
}

function compared(operator: string, left: PrimitiveContent, right: PrimitiveContent): boolean | undefined {
  const [one, other] =
    typeof left === 'string' && typeof right === 'string' ? [left, right] : [Number(left), Number(right)];
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      return undefined;
  }
}

/** Why a value is not known: a clause. */
export function reason(value: JsValue): string {
  return value.is === 'unknown' ? value.why : NOT_READ;
}

/** A fallback's value, with the variables that would take its place. */
export function instead(value: JsValue, missing: JsValue): JsValue {
  const isMissing =
    missing.is === 'primitive' && (isNullish(missing) === true || missing.value === '' || Number.isNaN(missing.value));
  const names = isMissing ? variablesOf(missing) : [];
  if (value.is !== 'primitive' || names.length === 0) return value;
  return { ...value, unless: [...new Set([...names, ...(value.unless ?? [])])] };
}

function variablesOf({ from, unless = [] }: Primitive): readonly string[] {
  return from.by === 'variable' ? [from.name, ...unless] : unless;
}
