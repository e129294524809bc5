import type { Location } from '../../../model/location.js';
import type { Frame } from './machine.js';
import { memberOf } from './members.js';
import { asText, doubtOf } from './operators.js';
import {
  alternatives,
  each,
  isSequence,
  oneOf,
  truth,
  unknown,
  written,
  type Arguments,
  type Evaluated,
  type Shape,
} from './values.js';
import { itemsOf } from './items.js';

/** What a call of something known yields; undefined where it is not read after all. */
export type Reader = (frame: Frame, given: Arguments, at: Location) => Evaluated | undefined;

/** A function of one value that yields another; without an argument, `otherwise`. */
function converting(otherwise: Shape, convert: (value: Evaluated) => Shape | undefined): Reader {
  return (_, { positional: [first] }, at) => {
    if (!first) return written(otherwise, at);
    return each(first, (one) => {
      const shape = convert(one);
      if (!shape) return unknown(doubtOf(one)?.why ?? 'is converted in a way that is not read', at);
      return { ...shape, at: one.at, from: one.from };
    });
  };
}

const toInteger = converting({ is: 'number', value: 0 }, (value) => {
  if (value.is === 'number') return { is: 'number', value: Math.trunc(value.value) };
  if (value.is === 'boolean') return { is: 'number', value: Number(value.value) };
  const text = value.is === 'string' ? value.value.trim().replaceAll('_', '') : '';
  return /^[+-]?\d{1,15}$/.test(text) ? { is: 'number', value: Number(text) } : undefined;
});

const toFloat = converting({ is: 'number', value: 0 }, (value) => {
  if (value.is === 'number') return value;
  const text = value.is === 'string' ? value.value.trim() : '';
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? { is: 'number', value: Number(text) } : undefined;
});

const toText = converting({ is: 'string', value: '' }, (value) => {
  const text = asText(value);
  return text === undefined ? undefined : { is: 'string', value: text };
});

const toBoolean = converting({ is: 'boolean', value: false }, (value) => {
  const outcome = truth(value);
  return outcome === undefined ? undefined : { is: 'boolean', value: outcome };
});

function collecting(is: 'list' | 'tuple' | 'set'): Reader {
  return converting({ is, items: [] }, (value) => {
    const items = itemsOf(value);
    const rest = isSequence(value) || value.is === 'dictionary' ? value.rest : undefined;
    return items && { is, items, ...(rest && { rest }) };
  });
}

/** `filter(None, items)`, `filter(lambda h: …, items)`. */
const filter: Reader = (frame, { positional: [test, source] }, at) => {
  if (!test || !source) return undefined;
  return each(source, (one) => {
    const items = itemsOf(one);
    if (!items) return unknown(doubtOf(one)?.why ?? 'is filtered in a way that is not read', at);
    const passes = (item: Evaluated): boolean | undefined =>
      truth(test.is === 'none' ? item : frame.machine.call(frame, test, { positional: [item], named: new Map() }, at));
    const outcomes = items.map(passes);
    const doubt = outcomes.includes(undefined) ? { why: 'is filtered by what is not read', at } : undefined;
    const rest = (isSequence(one) ? one.rest : undefined) ?? doubt;
    return written({ is: 'list', items: items.filter((_, index) => outcomes[index]), ...(rest && { rest }) }, at);
  });
};

const map: Reader = (frame, { positional: [change, source] }, at) => {
  if (!change || !source) return undefined;
  return each(source, (one) => {
    const items = itemsOf(one);
    if (!items) return unknown(doubtOf(one)?.why ?? 'is made of what is not read', at);
    const results = items.map((item) =>
      frame.machine.call(frame, change, { positional: [item], named: new Map() }, at),
    );
    const rest = isSequence(one) ? one.rest : undefined;
    return written({ is: 'list', items: results, ...(rest && { rest }) }, at);
  });
};

/** `any` is decided by one item that is true, `all` by one that is not. */
function quantifier(decisive: boolean): Reader {
  return (_, { positional: [source] }, at) => {
    const items = source && itemsOf(source);
    if (!items) return undefined;
    const outcomes = items.map(truth);
    if (outcomes.includes(decisive)) return written({ is: 'boolean', value: decisive }, at);
    return outcomes.includes(undefined) ? undefined : written({ is: 'boolean', value: !decisive }, at);
  };
}

function extreme(choose: (...numbers: number[]) => number): Reader {
  return (_, { positional }, at) => {
    const given = positional.length === 1 && positional[0] ? itemsOf(positional[0]) : positional;
    const numbers = given?.flatMap((item) => (item.is === 'number' ? [item.value] : []));
    if (!given || !numbers || numbers.length < given.length || numbers.length === 0) return undefined;
    return written({ is: 'number', value: choose(...numbers) }, at);
  };
}

/** `getattr(object, 'name', default)`. */
const getattr: Reader = (frame, given, at) => {
  const [object, name, otherwise] = given.positional;
  if (!object || name?.is !== 'string') return undefined;
  const found = memberOf(frame.machine, object, name.value, at);
  const known = alternatives(found).filter(({ is }) => is !== 'undefined');
  if (known.length === 0) return otherwise;
  return otherwise && found.is !== 'undefined' && known.some(({ is }) => is === 'unknown')
    ? oneOf([...known, otherwise], at)
    : oneOf(known, at);
};

const dict: Reader = (_, { positional: [first], named, rest }, at) => {
  const given = first?.is === 'dictionary' ? first.entries : first ? undefined : [];
  if (!given) return undefined;
  const doubt = rest ?? (first?.is === 'dictionary' ? first.rest : undefined);
  const entries = [...given, ...[...named].map(([key, value]) => ({ key, value }))];
  return written({ is: 'dictionary', entries, ...(doubt && { rest: doubt }) }, at);
};

const length: Reader = (_, { positional: [value] }, at) => {
  const items = value && itemsOf(value);
  const isOpen = value !== undefined && isSequence(value) && value.rest !== undefined;
  return items && !isOpen ? written({ is: 'number', value: items.length }, at) : undefined;
};

/** Functions of Python itself. */
export const BUILTINS: Readonly<Record<string, Reader>> = {
  int: toInteger,
  float: toFloat,
  str: toText,
  bool: toBoolean,
  list: collecting('list'),
  sorted: collecting('list'),
  reversed: collecting('list'),
  tuple: collecting('tuple'),
  set: collecting('set'),
  frozenset: collecting('set'),
  dict,
  len: length,
  filter,
  map,
  any: quantifier(true),
  all: quantifier(false),
  min: extreme(Math.min),
  max: extreme(Math.max),
  getattr,
  // What they yield is of no use here, and they change nothing.
  print: (_, __, at) => written({ is: 'none' }, at),
};
