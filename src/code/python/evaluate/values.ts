import type { Location } from '../../../model/location.js';
import type { Known, Origin, Value } from '../../../model/value.js';
import type { Dictionary, Evaluated, Sequence, Shape } from './shapes.js';

export type {
  Arguments,
  Dictionary,
  DictionaryItem,
  Doubt,
  Evaluated,
  PythonClass,
  PythonFunction,
  Sequence,
  Shape,
} from './shapes.js';

export { REPOSITORY_FOLDER } from '../modules.js';

const MAX_ALTERNATIVES = 12;

/** Most units of a text and items of a list that a program is followed in making. */
export const MAX_LENGTH = 100_000;

const WRITTEN: Origin = { by: 'written' };

export function unknown(why: string, at: Location): Evaluated {
  return { is: 'unknown', why, at, from: WRITTEN };
}

/** A value at a place, as if it were written there. */
export function written(shape: Shape, at: Location): Evaluated {
  return { ...shape, at, from: WRITTEN };
}

/** The same value, made of something at another place. */
export function derived(shape: Shape, from: Evaluated): Evaluated {
  return { ...shape, at: from.at, from: from.from };
}

/** The values that it may have: itself where there is only one. */
export function alternatives(value: Evaluated): readonly Evaluated[] {
  return value.is === 'oneOf' ? value.values : [value];
}

/** One of these values; equal ones count once, and too many are unknown. */
export function oneOf(values: readonly Evaluated[], at: Location): Evaluated {
  const distinct: Evaluated[] = [];
  for (const each of values.flatMap(alternatives)) {
    if (!distinct.some((other) => same(other, each))) distinct.push(each);
  }
  const [only] = distinct;
  if (!only) return unknown('has no value', at);
  if (distinct.length === 1) return only;
  if (distinct.length > MAX_ALTERNATIVES) return unknown('has too many possible values', at);
  return { is: 'oneOf', values: distinct, at, from: WRITTEN };
}

/** Applies a function to each value that it may have. */
export function each(value: Evaluated, change: (one: Evaluated) => Evaluated): Evaluated {
  if (value.is !== 'oneOf') return change(value);
  return oneOf(value.values.map(change), value.at);
}

/** Whether two values are equal for certain, as far as one tells by looking at them. */
export function same(one: Evaluated, other: Evaluated): boolean {
  if (one === other) return true;
  switch (one.is) {
    case 'string':
    case 'path':
    case 'number':
    case 'boolean':
      return one.is === other.is && one.value === other.value;
    case 'none':
    case 'undefined':
      return one.is === other.is;
    case 'list':
    case 'tuple':
    case 'set':
      return one.is === other.is && !one.rest && !other.rest && allSame(one.items, other.items);
    case 'dictionary':
      return (
        other.is === 'dictionary' &&
        !one.rest &&
        !other.rest &&
        one.entries.length === other.entries.length &&
        one.entries.every(({ key, value }, index) => {
          const twin = other.entries[index];
          return twin?.key === key && same(value, twin.value);
        })
      );
    case 'unknown':
      return other.is === 'unknown' && one.why === other.why;
    case 'external':
      return other.is === 'external' && one.name === other.name;
    default:
      return false;
  }
}

function allSame(some: readonly Evaluated[], others: readonly Evaluated[]): boolean {
  return (
    some.length === others.length &&
    some.every((item, index) => {
      const twin = others[index];
      return twin !== undefined && same(item, twin);
    })
  );
}

/** What a value counts as in a test; undefined where that is not certain. */
export function truth(value: Evaluated): boolean | undefined {
  switch (value.is) {
    case 'string':
      return value.value !== '';
    case 'number':
      return value.value !== 0;
    case 'boolean':
      return value.value;
    case 'none':
      return false;
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.length > 0 ? true : value.rest ? undefined : false;
    case 'dictionary':
      return value.entries.length > 0 ? true : value.rest ? undefined : false;
    case 'path':
    case 'function':
    case 'class':
    case 'module':
      return true;
    case 'unknown':
      return value.filled;
    case 'oneOf': {
      const outcomes = new Set(value.values.filter(({ is }) => is !== 'undefined').map(truth));
      const [only] = outcomes;
      return outcomes.size === 1 ? only : undefined;
    }
    default:
      return undefined;
  }
}

export function isSequence(value: Evaluated): value is Evaluated & Sequence {
  return value.is === 'list' || value.is === 'tuple' || value.is === 'set';
}

/** The last value under a key. */
export function entryOf({ entries }: Dictionary, key: string | number): Evaluated | undefined {
  return entries.findLast((entry) => entry.key === key)?.value;
}

/** A dictionary with a value under a key, in the place of the one that was there. */
export function withEntry<D extends Dictionary>(dictionary: D, key: string | number, value: Evaluated): D {
  const others = dictionary.entries.filter((entry) => entry.key !== key);
  return { ...dictionary, entries: [...others, { key, value }] };
}

/** What a value is for the model: `read` answers undefined where it is nothing of the kind. None and no value are absent. */
export function valueOf<T>(value: Evaluated, read: (one: Evaluated) => T | undefined, kind: string): Value<T> {
  const { at } = value;
  if (value.is === 'none' || value.is === 'undefined') return { is: 'absent', at };
  if (value.is === 'unknown') return { is: 'unknown', why: value.why, at, ...(value.filled && { filled: true }) };
  if (value.is !== 'oneOf') return knownOf(value, read) ?? { is: 'unknown', why: `is not ${kind}`, at };
  const known = value.values.map((one) => knownOf(one, read));
  const values = known.filter((one) => one !== undefined);
  if (values.length === known.length) return { is: 'oneOf', values };
  const doubtful = value.values.find(({ is }) => is === 'unknown');
  return doubtful?.is === 'unknown'
    ? { is: 'unknown', why: doubtful.why, at: doubtful.at }
    : { is: 'unknown', why: `is not always ${kind}`, at };
}

function knownOf<T>(value: Evaluated, read: (one: Evaluated) => T | undefined): Known<T> | undefined {
  const found = read(value);
  return found === undefined ? undefined : { is: 'known', value: found, at: value.at, from: value.from };
}

export function textOf(value: Evaluated): Value<string> {
  return valueOf(value, (one) => (one.is === 'string' || one.is === 'path' ? one.value : undefined), 'a text');
}
