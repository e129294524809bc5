import type { ExternalCall } from '../../../code/python/evaluate/machine.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';

export function textArgument({ arguments: given }: ExternalCall, position: number, name: string): string | undefined {
  const value = given.positional[position] ?? given.named.get(name);
  return value?.is === 'string' ? value.value : undefined;
}

export type OptionalText =
  { is: 'text'; text: string | undefined } | { is: 'none'; text: undefined } | { is: 'unknown' };

export function optionalText(value: Evaluated | undefined): OptionalText {
  if (value === undefined) return { is: 'text', text: undefined };
  if (value.is === 'none') return { is: 'none', text: undefined };
  return value.is === 'string' ? { is: 'text', text: value.value } : { is: 'unknown' };
}

/** `<id>` and `{id}` are `:id`, `<int:id>` and `{id:int}` are `:id(int)`; `<path:rest>` and `{rest:path}` take in all that follows. */
export function patternOf(path: string): string {
  return path
    .replace(/<path:\w+>|\{\w+:path\}/g, '*')
    .replace(
      /<(\w+)>|<(?:string|default)(?:\([^)<>]*\))?:(\w+)>/g,
      (_, name?: string, other?: string) => `:${name ?? other ?? ''}`,
    )
    .replace(/<(\w+)(?:\([^)<>]*\))?:(\w+)>/g, ':$2($1)')
    .replace(/\{(\w+)(?::str)?\}/g, ':$1')
    .replace(/\{(\w+):(\w+)\}/g, ':$1($2)');
}

export function joined(prefix: string, path: string): string {
  return `${prefix.replace(/\/$/, '')}${path}`;
}
