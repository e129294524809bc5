import type { Known, Origin, Value } from '../../model/value.js';
import type { Argument } from './arguments.js';

/** Makes something else of each value that is known; undefined is unknown, for the reason given. */
export function mapValue<From, To>(
  value: Value<From>,
  change: (known: From) => To | undefined,
  why: (known: From) => string,
): Value<To> {
  switch (value.is) {
    case 'known':
      return mapKnown(value, change) ?? { is: 'unknown', why: why(value.value), at: value.at };
    case 'oneOf': {
      const values: Known<To>[] = [];
      for (const each of value.values) {
        const mapped = mapKnown(each, change);
        if (mapped === undefined) return { is: 'unknown', why: why(each.value), at: each.at };
        values.push(mapped);
      }
      return { is: 'oneOf', values };
    }
    case 'absent':
    case 'unknown':
      return value;
  }
}

function mapKnown<From, To>(known: Known<From>, change: (known: From) => To | undefined): Known<To> | undefined {
  const value = change(known.value);
  return value === undefined ? undefined : { is: 'known', value, at: known.at, from: known.from };
}

/** What a program is given by an argument. A variable at its end is where the value comes from. */
export function argumentValue({ text, at, from, variable }: Argument): Value<string> {
  const origin: Origin = variable === undefined ? from : { by: 'variable', name: variable };
  if (text !== undefined) return { is: 'known', value: text, at, from: origin };
  const why = variable === undefined ? 'it depends on a variable' : `the value of ${variable} is not known`;
  return { is: 'unknown', why, at };
}

/** A number as Python's `int` reads it from text, with the prefixes of its literals. */
export function integer(text: string): number | undefined {
  const bare = text.trim().replaceAll('_', '');
  return /^[+-]?(?:\d+|0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(bare) ? Number(bare) : undefined;
}

/** A duration of so many seconds in milliseconds. */
export function milliseconds(seconds: number): number {
  return seconds * 1_000;
}

/** A value that several places may set, of which the first that does counts. */
export function firstSet<T>(...values: readonly Value<T>[]): Value<T> | undefined {
  return values.find(({ is }) => is !== 'absent');
}

/** A default of a program; `at`: where it would be set otherwise. */
export function byDefault<T>(value: T, of: string, source: string, at: Known<T>['at']): Known<T> {
  return { is: 'known', value, at, from: { by: 'default', of, source } };
}
