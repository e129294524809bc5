import type { Evaluated } from '../../code/python/evaluate/values.js';

/** The value under a key of a dictionary; what has none has no value. */
export function inDictionary(value: Evaluated, key: string): Evaluated {
  const nothing: Evaluated = { is: 'undefined', at: value.at, from: value.from };
  if (value.is === 'undefined') return value;
  if (value.is !== 'dictionary') return { is: 'unknown', why: 'is not read', at: value.at, from: value.from };
  const found = value.entries.findLast((entry) => entry.key === key)?.value;
  if (value.rest) return { is: 'unknown', why: value.rest.why, at: value.rest.at, from: value.from };
  return found ?? nothing;
}
