import type { Location } from '../../../model/location.js';
import { argument, textArgument } from './arguments.js';
import { asText, doubtOf, joinedPath } from './operators.js';
import {
  derived,
  each,
  entryOf,
  isSequence,
  MAX_LENGTH,
  REPOSITORY_FOLDER,
  unknown,
  written,
  type Arguments,
  type Dictionary,
  type Evaluated,
  type Sequence,
  type Shape,
} from './values.js';

/** A method of a text, list or dictionary, called for what it yields. Undefined where it is not one that is read. */
export function methodResult(object: Evaluated, name: string, given: Arguments, at: Location): Evaluated | undefined {
  return each(object, (one) => {
    const shape = resultOf(one, name, given, at);
    return shape ? derived(shape, { ...one, at }) : unknown(doubtOf(one)?.why ?? `${name}() is not read`, at);
  });
}

function resultOf(object: Evaluated, name: string, given: Arguments, at: Location): Shape | undefined {
  switch (object.is) {
    case 'string':
      return ofString(object, name, given);
    case 'path':
      return ofPath(object.value, name, given);
    case 'list':
    case 'tuple':
    case 'set':
      return ofSequence(object, name, given);
    case 'dictionary':
      return ofDictionary(object, name, given, at);
    default:
      return undefined;
  }
}

/** Characters that `strip()` takes off where it is not told which. */
const BLANK = ' \t\n\r\v\f';

function ofString(object: Extract<Evaluated, { is: 'string' }>, name: string, given: Arguments): Shape | undefined {
  const text = object.value;
  const first = textArgument(given, 0);
  const strings = (values: readonly string[]): Shape => ({
    is: 'list',
    items: values.map((value) => ({ ...object, value })),
  });
  if (given.positional.length > 0 && first === undefined && name !== 'format' && name !== 'join') {
    if (!['startswith', 'endswith', 'split', 'rsplit'].includes(name)) return undefined;
  }
  switch (name) {
    case 'split':
    case 'rsplit':
      return given.positional.length < 2 && given.named.size === 0 ? strings(split(text, first)) : undefined;
    case 'splitlines':
      return strings(text.split(/\r\n|\n|\r/));
    case 'strip':
      return { is: 'string', value: strip(strip(text, first, true), first, false) };
    case 'lstrip':
      return { is: 'string', value: strip(text, first, true) };
    case 'rstrip':
      return { is: 'string', value: strip(text, first, false) };
    case 'lower':
    case 'casefold':
      return { is: 'string', value: text.toLowerCase() };
    case 'upper':
      return { is: 'string', value: text.toUpperCase() };
    case 'title':
    case 'capitalize':
      return { is: 'string', value: text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase() };
    case 'replace':
      return replaced(text, first, textArgument(given, 1));
    case 'removeprefix':
      return { is: 'string', value: first && text.startsWith(first) ? text.slice(first.length) : text };
    case 'removesuffix':
      return { is: 'string', value: first && text.endsWith(first) ? text.slice(0, -first.length) : text };
    case 'startswith':
    case 'endswith':
      return begins(text, name, given.positional[0]);
    case 'isdigit':
    case 'isnumeric':
      return { is: 'boolean', value: /^\d+$/.test(text) };
    case 'join':
      return joined(text, given.positional[0]);
    case 'format':
      return format(text, given);
    case 'encode':
    case 'decode':
    case 'copy':
      return object;
    case 'count':
      return first ? { is: 'number', value: text.split(first).length - 1 } : undefined;
    default:
      return undefined;
  }
}

function split(text: string, separator: string | undefined): readonly string[] {
  if (separator === undefined || separator === '') return text.split(/[ \t\n\r\v\f]+/).filter((word) => word !== '');
  return text.split(separator);
}

function strip(text: string, characters = BLANK, fromStart: boolean): string {
  let start = 0;
  let end = text.length;
  if (fromStart) while (start < end && characters.includes(text.charAt(start))) start++;
  else while (end > start && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function replaced(text: string, from: string | undefined, to: string | undefined): Shape | undefined {
  if (from === undefined || from === '' || to === undefined) return undefined;
  const longest = text.length + (text.length / from.length) * to.length;
  return longest > MAX_LENGTH ? undefined : { is: 'string', value: text.replaceAll(from, () => to) };
}

function begins(text: string, name: string, part: Evaluated | undefined): Shape | undefined {
  const parts = part && isSequence(part) ? part.items : [part];
  const texts = parts.flatMap((each) => (each?.is === 'string' ? [each.value] : []));
  if (texts.length < parts.length) return undefined;
  return {
    is: 'boolean',
    value: texts.some((each) => (name === 'startswith' ? text.startsWith(each) : text.endsWith(each))),
  };
}

function joined(separator: string, items: Evaluated | undefined): Shape | undefined {
  if (!items || !isSequence(items) || items.rest) return undefined;
  const texts = items.items.flatMap((each) => (each.is === 'string' ? [each.value] : []));
  const length = texts.reduce((sum, each) => sum + each.length + separator.length, 0);
  if (texts.length < items.items.length || length > MAX_LENGTH) return undefined;
  return { is: 'string', value: texts.join(separator) };
}

/** `'{} {0} {name}'.format(…)`. */
function format(text: string, { positional, named, rest }: Arguments): Shape | undefined {
  if (rest) return undefined;
  let next = 0;
  let unreadable = 0;
  let length = 0;
  const value = text.replace(/\{\{|\}\}|\{(\w*)\}/g, (whole, key: string | undefined) => {
    if (key === undefined) return whole.charAt(0);
    const held = key === '' ? positional[next++] : /^\d+$/.test(key) ? positional[Number(key)] : named.get(key);
    const shown = held && asText(held);
    length += shown?.length ?? 0;
    if (shown === undefined || length > MAX_LENGTH) unreadable++;
    return unreadable === 0 ? (shown ?? '') : '';
  });
  return unreadable === 0 ? { is: 'string', value } : undefined;
}

function ofPath(path: string, name: string, given: Arguments): Shape | undefined {
  switch (name) {
    case 'resolve':
    case 'absolute':
    case 'expanduser':
      return { is: 'path', value: resolved(path) };
    case 'joinpath':
      return given.positional.reduce<Shape | undefined>(
        (base, part) => (base?.is === 'path' ? joinedPath(base.value, part) : undefined),
        { is: 'path', value: path },
      );
    case 'as_posix':
    case '__str__':
      return { is: 'string', value: path };
    default:
      return undefined;
  }
}

/** A path without `.` and `..`; a relative one is taken from the root of the repository. */
export function resolved(path: string): string {
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : `${REPOSITORY_FOLDER}/${path}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

function ofSequence(object: Evaluated & Sequence, name: string, given: Arguments): Shape | undefined {
  switch (name) {
    case 'copy':
      return object;
    case 'count':
    case 'index':
      return undefined;
    case 'union': {
      const [other] = given.positional;
      if (!other || !isSequence(other) || object.items.length + other.items.length > MAX_LENGTH) return undefined;
      const rest = object.rest ?? other.rest;
      return { is: 'set', items: [...object.items, ...other.items], ...(rest && { rest }) };
    }
    default:
      return undefined;
  }
}

function ofDictionary(object: Evaluated & Dictionary, name: string, given: Arguments, at: Location): Shape | undefined {
  switch (name) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      const key = given.positional[0];
      if (key?.is !== 'string' && key?.is !== 'number') return undefined;
      return (
        entryOf(object, key.value) ?? (object.rest ? undefined : (argument(given, 1, 'default') ?? { is: 'none' }))
      );
    }
    case 'copy':
      return object;
    case 'keys':
      return list(object, ({ key }) => keyOf(key, at));
    case 'values':
      return list(object, ({ value }) => value);
    case 'items':
      return list(object, ({ key, value }) => written({ is: 'tuple', items: [keyOf(key, at), value] }, at));
    default:
      return undefined;
  }
}

function keyOf(key: string | number, at: Location): Evaluated {
  return written(typeof key === 'string' ? { is: 'string', value: key } : { is: 'number', value: key }, at);
}

function list({ entries, rest }: Dictionary, item: (entry: Dictionary['entries'][number]) => Evaluated): Shape {
  return { is: 'list', items: entries.map(item), ...(rest && { rest }) };
}
