import type { Words } from '../words.js';

/** The options of a command and the words that are none. */
export interface Options {
  /** Values by the name of the option; of one without a value, the empty text. Undefined: it depends on a variable. */
  values: ReadonlyMap<string, readonly (string | undefined)[]>;
  operands: Words;
  /** What stands behind `--`; undefined where there is no `--`. */
  rest: Words | undefined;
}

/**
 * Reads the words of a command. Options in `valued` are followed by a value, where it does not stand behind `=`.
 * `until`: options end with that many operands, and all words behind belong to the last of them.
 */
export function readOptions(words: Words, valued: readonly string[], until = Infinity): Options {
  const values = new Map<string, (string | undefined)[]>();
  const operands: (string | undefined)[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (operands.length >= until) {
      operands.push(word);
      continue;
    }
    if (word === '--') return { values, operands, rest: words.slice(at + 1) };
    if (word === undefined || !word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals === -1 ? word : word.slice(0, equals);
    const value = equals !== -1 ? word.slice(equals + 1) : valued.includes(name) ? words[++at] : '';
    const list = values.get(name) ?? [];
    list.push(value);
    values.set(name, list);
  }
  return { values, operands, rest: undefined };
}

/** The last value of an option by any of its names; `given` false where it is not there. */
export function option(
  { values }: Options,
  ...names: readonly string[]
): { given: boolean; value: string | undefined } {
  for (const name of names) {
    const list = values.get(name);
    if (list) return { given: true, value: list.at(-1) };
  }
  return { given: false, value: undefined };
}

export function has({ values }: Options, ...names: readonly string[]): boolean {
  return names.some((name) => values.has(name));
}
