import type { Argument } from '../../../syntax/python.js';
import type { Frame } from './machine.js';
import { doubtOf } from './operators.js';
import { isSequence, type Arguments, type Doubt, type Evaluated } from './values.js';

/** The arguments of a call, with `*` and `**` spread as far as they are known. */
export function argumentsOf(given: readonly Argument[], frame: Frame): Arguments {
  const positional: Evaluated[] = [];
  const named = new Map<string, Evaluated>();
  let rest: Doubt | undefined;
  for (const { kind, name, value: expression } of given) {
    const value = frame.machine.evaluate(expression, frame);
    if (kind === 'positional') positional.push(value);
    else if (kind === 'keyword') named.set(name ?? '', value);
    else if (kind === 'star' && isSequence(value)) {
      positional.push(...value.items);
      rest ??= value.rest;
    } else if (kind === 'doubleStar' && value.is === 'dictionary') {
      for (const { key, value: held } of value.entries) named.set(String(key), held);
      rest ??= value.rest;
    } else rest ??= { why: doubtOf(value)?.why ?? 'is spread in a way that is not read', at: value.at };
  }
  return { positional, named, ...(rest && { rest }) };
}

/** An argument by its place or its name; undefined where it is not given. */
export function argument({ positional, named }: Arguments, index: number, ...names: string[]): Evaluated | undefined {
  const byName = names.map((name) => named.get(name)).find((value) => value !== undefined);
  return positional[index] ?? byName;
}

/** The text of an argument. */
export function textArgument(given: Arguments, index: number, ...names: string[]): string | undefined {
  const value = argument(given, index, ...names);
  return value?.is === 'string' || value?.is === 'path' ? value.value : undefined;
}
