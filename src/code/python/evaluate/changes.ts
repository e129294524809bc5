import { itemsOf } from './items.js';
import { doubtOf } from './operators.js';
import {
  each,
  isSequence,
  MAX_LENGTH,
  same,
  unknown,
  withEntry,
  type Arguments,
  type Dictionary,
  type Evaluated,
  type Sequence,
} from './values.js';

/** Methods that change the object they are called on. */
export const CHANGING = new Set([
  ...['append', 'extend', 'insert', 'remove', 'pop', 'clear', 'reverse', 'sort', 'add', 'discard', 'update'],
  'setdefault',
]);

/** The object after such a method was called on it. */
export function changed(object: Evaluated, method: string, given: Arguments): Evaluated {
  return each(object, (one) => {
    const result = isSequence(one)
      ? changedSequence(one, method, given)
      : one.is === 'dictionary'
        ? changedDictionary(one, method, given)
        : undefined;
    if (result) return result;
    return one.is === 'unknown' || one.is === 'object' || one.is === 'instance'
      ? one
      : unknown(doubtOf(one)?.why ?? `is changed by ${method}()`, one.at);
  });
}

function changedSequence(list: Evaluated & Sequence, method: string, { positional }: Arguments): Evaluated | undefined {
  const [first, second] = positional;
  const { items } = list;
  switch (method) {
    case 'append':
    case 'add':
      return first && { ...list, items: [...items, first] };
    case 'extend':
    case 'update':
      return first && extended(list, first);
    case 'insert':
      return first && second && inserted(list, first, second);
    case 'remove':
    case 'discard':
      return first && removed(list, first);
    case 'clear':
      return { ...list, items: [] };
    case 'pop':
      return first === undefined && !list.rest ? { ...list, items: items.slice(0, -1) } : doubtful(list, 'pop');
    case 'reverse':
    case 'sort':
      return list;
    default:
      return undefined;
  }
}

function doubtful(list: Evaluated & Sequence, method: string): Evaluated {
  return { ...list, items: [], rest: { why: `is changed by ${method}()`, at: list.at } };
}

/** `list.extend(other)` and `list += other`, which takes whatever can be gone through: a text by its characters. */
export function extended(list: Evaluated & Sequence, other: Evaluated): Evaluated {
  return each(other, (one) => {
    if (isSequence(one) && list.items.length + one.items.length > MAX_LENGTH) {
      return { ...list, rest: { why: 'has too many items', at: list.at } };
    }
    if (isSequence(one)) {
      const rest = list.rest ?? one.rest;
      return { ...list, items: [...list.items, ...one.items], ...(rest && { rest }) };
    }
    if (one.is === 'string') {
      return { ...list, items: [...list.items, ...(itemsOf(one) ?? [])] };
    }
    return { ...list, rest: { why: doubtOf(one)?.why ?? 'is added in a way that is not read', at: one.at } };
  });
}

function inserted(list: Evaluated & Sequence, index: Evaluated, item: Evaluated): Evaluated {
  const at = index.is === 'number' ? index.value : list.items.length;
  const items = [...list.items];
  items.splice(at, 0, item);
  return { ...list, items };
}

function removed(list: Evaluated & Sequence, item: Evaluated): Evaluated {
  const at = list.items.findIndex((each) => same(each, item));
  if (item.is === 'unknown' || item.is === 'oneOf') return doubtful(list, 'remove');
  return at < 0 ? list : { ...list, items: list.items.filter((_, index) => index !== at) };
}

function changedDictionary(
  dictionary: Evaluated & Dictionary,
  method: string,
  { positional, named }: Arguments,
): Evaluated | undefined {
  const [first, second] = positional;
  const isKey = first?.is === 'string' || first?.is === 'number';
  switch (method) {
    case 'update':
      return updated(dictionary, first, named);
    case 'setdefault':
      if (!isKey || !second) return undefined;
      return dictionary.entries.some(({ key }) => key === first.value)
        ? dictionary
        : withEntry(dictionary, first.value, second);
    case 'pop':
      return isKey
        ? { ...dictionary, entries: dictionary.entries.filter(({ key }) => key !== first.value) }
        : undefined;
    case 'clear':
      return { ...dictionary, entries: [] };
    default:
      return undefined;
  }
}

function updated(
  dictionary: Evaluated & Dictionary,
  other: Evaluated | undefined,
  named: ReadonlyMap<string, Evaluated>,
): Evaluated {
  const own = [...named].map(([key, value]) => ({ key, value }));
  if (other && other.is !== 'dictionary') {
    return {
      ...dictionary,
      rest: { why: doubtOf(other)?.why ?? 'is updated in a way that is not read', at: other.at },
    };
  }
  const rest = dictionary.rest ?? other?.rest;
  let result: Evaluated & Dictionary = { ...dictionary, ...(rest && { rest }) };
  for (const { key, value } of [...(other?.entries ?? []), ...own]) result = withEntry(result, key, value);
  return result;
}
