import type { Location } from '../../../model/location.js';
import {
  alternatives,
  derived,
  each,
  entryOf,
  isSequence,
  oneOf,
  same,
  truth,
  unknown,
  written,
  type Evaluated,
  type Shape,
  MAX_LENGTH,
} from './values.js';

/** Most pairs of alternatives that are tried. */
const MAX_PAIRS = 36;

/** Applies a function to each pair of the values that two may have. */
export function pairs(
  left: Evaluated,
  right: Evaluated,
  at: Location,
  apply: (left: Evaluated, right: Evaluated) => Evaluated,
): Evaluated {
  const lefts = alternatives(left);
  const rights = alternatives(right);
  if (lefts.length * rights.length > MAX_PAIRS) return unknown('has too many possible values', at);
  return oneOf(
    lefts.flatMap((one) => rights.map((other) => apply(one, other))),
    at,
  );
}

/** The first of two that is not known well enough to go on with. */
export function doubtOf(...values: readonly Evaluated[]): { why: string } | undefined {
  for (const value of values) {
    if (value.is === 'unknown') return value;
    if (value.is === 'object') return { why: `${value.of}() is not followed` };
    if (value.is === 'external') return { why: `${value.name} is not read` };
    if (value.is === 'undefined') return { why: 'has no value' };
  }
  return undefined;
}

/** `left operator right` of two single values. */
export function binary(operator: string, left: Evaluated, right: Evaluated, at: Location): Evaluated {
  return pairs(left, right, at, (one, other) => {
    const result = operate(operator, one, other);
    if (result) return { ...result, at: at, from: origin(one, other) };
    return unknown(doubtOf(one, other)?.why ?? 'is computed in a way that is not read', at);
  });
}

/** What is made of a variable and of written text is the variable's. */
function origin(left: Evaluated, right: Evaluated): Evaluated['from'] {
  return left.from.by === 'written' ? right.from : left.from;
}

function operate(operator: string, left: Evaluated, right: Evaluated): Shape | undefined {
  if (left.is === 'number' && right.is === 'number') return calculate(operator, left.value, right.value);
  switch (operator) {
    case '+':
      return sum(left, right);
    case '%':
      return left.is === 'string' ? percent(left.value, right) : undefined;
    case '*':
      return left.is === 'string' && right.is === 'number' && left.value.length * right.value <= MAX_LENGTH
        ? { is: 'string', value: left.value.repeat(Math.max(0, Math.trunc(right.value))) }
        : undefined;
    case '/':
      return left.is === 'path' ? joinedPath(left.value, right) : undefined;
    case '|':
      if (left.is === 'dictionary' && right.is === 'dictionary') return mergedDictionaries(left, right);
      return left.is === 'set' && right.is === 'set' ? { ...left, items: [...left.items, ...right.items] } : undefined;
    default:
      return undefined;
  }
}

function mergedDictionaries(
  left: Extract<Shape, { is: 'dictionary' }>,
  right: Extract<Shape, { is: 'dictionary' }>,
): Shape {
  const rest = left.rest ?? right.rest;
  return { is: 'dictionary', entries: [...left.entries, ...right.entries], ...(rest && { rest }) };
}

function sum(left: Evaluated, right: Evaluated): Shape | undefined {
  if (left.is === 'string' && right.is === 'string') {
    return left.value.length + right.value.length > MAX_LENGTH
      ? undefined
      : { is: 'string', value: left.value + right.value };
  }
  if (!isSequence(left) || left.is === 'set') return undefined;
  // What is added to a list is a list, too.
  if (!isSequence(right)) {
    const doubt = doubtOf(right);
    return doubt && { is: left.is, items: left.items, rest: { why: doubt.why, at: right.at } };
  }
  if (right.is !== left.is || left.items.length + right.items.length > MAX_LENGTH) return undefined;
  const rest = left.rest ?? right.rest;
  return { is: left.is, items: [...left.items, ...right.items], ...(rest && { rest }) };
}

function calculate(operator: string, left: number, right: number): Shape | undefined {
  const value = arithmetic(operator, left, right);
  return value !== undefined && Number.isFinite(value) ? { is: 'number', value } : undefined;
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '//':
      return Math.floor(left / right);
    case '%':
      return right === 0 ? undefined : left - right * Math.floor(left / right);
    case '**':
      return left ** right;
    case '|':
      return left | right;
    case '&':
      return left & right;
    default:
      return undefined;
  }
}

/** A path below another; `..` stays as it is written until the path is resolved. */
export function joinedPath(base: string, part: Evaluated): Shape | undefined {
  if (part.is !== 'string' && part.is !== 'path') return undefined;
  if (part.value.startsWith('/')) return { is: 'path', value: part.value };
  return { is: 'path', value: base.endsWith('/') ? base + part.value : `${base}/${part.value}` };
}

/** `'%s' % value` with %s, %d and %r of texts. */
function percent(format: string, right: Evaluated): Shape | undefined {
  const values = right.is === 'tuple' ? [...right.items] : [right];
  let unreadable = 0;
  const value = format.replace(/%(?:\((\w+)\))?([sdif%])/g, (_, key: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const named = key === undefined ? values.shift() : right.is === 'dictionary' ? entryOf(right, key) : undefined;
    const text = named && asText(named);
    if (text === undefined) unreadable++;
    return text ?? '';
  });
  return unreadable === 0 && value.length <= MAX_LENGTH ? { is: 'string', value } : undefined;
}

/** What `str()` makes of a value; undefined where it is not known. */
export function asText(value: Evaluated): string | undefined {
  switch (value.is) {
    case 'string':
    case 'path':
      return value.value;
    case 'number':
      return String(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    default:
      return undefined;
  }
}

/** `not value`. */
export function negated(value: Evaluated, at: Location): Evaluated {
  return each(value, (one) => {
    const outcome = truth(one);
    if (outcome === undefined) return unknown(doubtOf(one)?.why ?? 'is not decided', at);
    return { is: 'boolean', value: !outcome, at, from: one.from };
  });
}

export function unary(operator: string, value: Evaluated, at: Location): Evaluated {
  return each(value, (one) => {
    if (one.is !== 'number') return unknown(doubtOf(one)?.why ?? 'is computed in a way that is not read', at);
    return derived({ is: 'number', value: operator === '-' ? -one.value : one.value }, one);
  });
}

/** `left operator right` of a comparison. */
export function compare(operator: string, left: Evaluated, right: Evaluated, at: Location): Evaluated {
  return pairs(left, right, at, (one, other) => {
    const outcome = outcomeOf(operator, one, other);
    if (outcome === undefined) return unknown(doubtOf(one, other)?.why ?? 'is not decided', at);
    return written({ is: 'boolean', value: outcome }, at);
  });
}

function outcomeOf(operator: string, left: Evaluated, right: Evaluated): boolean | undefined {
  const words = operator.replace(/\s+/g, ' ');
  switch (words) {
    case '==':
    case 'is':
      return equal(left, right);
    case '!=':
    case '<>':
    case 'is not':
      return not(equal(left, right));
    case 'in':
      return contains(right, left);
    case 'not in':
      return not(contains(right, left));
    default:
      return ordered(words, left, right);
  }
}

function not(outcome: boolean | undefined): boolean | undefined {
  return outcome === undefined ? undefined : !outcome;
}

function ordered(operator: string, left: Evaluated, right: Evaluated): boolean | undefined {
  const numbers = left.is === 'number' && right.is === 'number';
  const texts = left.is === 'string' && right.is === 'string';
  if (!numbers && !texts) return undefined;
  switch (operator) {
    case '<':
      return left.value < right.value;
    case '<=':
      return left.value <= right.value;
    case '>':
      return left.value > right.value;
    case '>=':
      return left.value >= right.value;
    default:
      return undefined;
  }
}

const PLAIN = new Set<Evaluated['is']>(['string', 'number', 'boolean', 'none', 'path']);

/** Whether two values are equal; undefined where one is not known. */
function equal(left: Evaluated, right: Evaluated): boolean | undefined {
  if (same(left, right) && left.is !== 'unknown') return true;
  if (PLAIN.has(left.is) && PLAIN.has(right.is)) {
    const number = (value: Evaluated): number | undefined =>
      value.is === 'number' ? value.value : value.is === 'boolean' ? Number(value.value) : undefined;
    return number(left) !== undefined && number(left) === number(right);
  }
  if (PLAIN.has(left.is) && isSequence(right)) return false;
  if (isSequence(left) && PLAIN.has(right.is)) return false;
  if (isSequence(left) && isSequence(right) && !left.rest && !right.rest) {
    if (left.items.length !== right.items.length) return false;
  }
  return undefined;
}

/** Whether a container has an item. */
function contains(container: Evaluated, item: Evaluated): boolean | undefined {
  if (container.is === 'string') return item.is === 'string' ? container.value.includes(item.value) : undefined;
  if (container.is === 'dictionary') {
    if (item.is !== 'string' && item.is !== 'number') return undefined;
    const found = container.entries.some(({ key }) => key === item.value);
    return found || !container.rest ? found : undefined;
  }
  if (!isSequence(container)) return undefined;
  const outcomes = container.items.map((each) => equal(each, item));
  if (outcomes.includes(true)) return true;
  return outcomes.includes(undefined) || container.rest ? undefined : false;
}
