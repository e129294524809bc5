import { isSequence, textOf, truth, type Evaluated } from '../../code/python/evaluate/values.js';
import type { Known, Value } from '../../model/value.js';

/** A setting that is to be a list of texts. */
export interface Texts {
  /** `text`: a plain text, which Django refuses or takes apart. */
  kind: 'list' | 'tuple' | 'set' | 'text';
  /** An item that is no text is absent. */
  items: readonly Value<string>[];
  /** Why there may be others; a clause. */
  more?: string;
}

/** What a setting is, as a list of texts. */
export function textsOf(value: Evaluated): Value<Texts> {
  return read(value, (one): Texts | undefined => {
    if (one.is === 'string') return { kind: 'text', items: [textOf(one)] };
    if (!isSequence(one)) return undefined;
    return { kind: one.is, items: one.items.map(itemOf), ...(one.rest && { more: one.rest.why }) };
  });
}

/** Whether a list is known to have an item. */
export function hasItem(value: Value<Texts>, name: string): boolean {
  return value.is === 'known' && value.value.items.some((item) => item.is === 'known' && item.value === name);
}

/** Whether a list has such an item, or may have one. */
export function mayHave(value: Value<Texts>, fits: (item: string) => boolean): boolean {
  if (value.is === 'absent') return false;
  if (value.is !== 'known' || value.value.more !== undefined) return true;
  return value.value.items.some((item) => item.is !== 'known' || fits(item.value));
}

function itemOf(item: Evaluated): Value<string> {
  const { at } = item;
  if (item.is === 'boolean' || item.is === 'number' || isSequence(item)) return { is: 'absent', at };
  return textOf(item);
}

export function switchOf(value: Evaluated): Value<boolean> {
  return read(value, (one) => (one.is === 'none' ? false : truth(one)));
}

/** Seconds; None, which is "never ends", is Infinity. */
export function secondsOf(value: Evaluated): Value<number> {
  return read(value, (one) => (one.is === 'number' ? one.value : one.is === 'none' ? Infinity : undefined));
}

/** As a value of the model. A name that may have no value has, in that case, none here. */
function read<T>(value: Evaluated, of: (one: Evaluated) => T | undefined): Value<T> {
  const values = value.is === 'oneOf' ? value.values : [value];
  const known: Known<T>[] = [];
  for (const one of values) {
    if (one.is === 'undefined') continue;
    const found = of(one);
    if (found === undefined) return unreadable(one);
    known.push({ is: 'known', value: found, at: one.at, from: one.from });
  }
  const [only] = known;
  if (!only) return { is: 'absent', at: value.at };
  if (values.some(({ is }) => is === 'undefined')) {
    return { is: 'unknown', why: 'it is set only on a condition that is not decided', at: value.at };
  }
  return known.length === 1 ? only : { is: 'oneOf', values: known };
}

function unreadable(value: Evaluated): Extract<Value<never>, { is: 'unknown' }> {
  return { is: 'unknown', why: whyOf(value), at: value.at };
}

/** Why a value is not told; a clause. */
function whyOf(value: Evaluated): string {
  switch (value.is) {
    case 'unknown':
      return value.why;
    case 'object':
      return `it comes from ${value.of.replace(/^builtins\./, '').replaceAll('()', '')}()`;
    default:
      return 'it is written in a way that is not read';
  }
}
