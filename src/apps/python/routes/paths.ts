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

/** `<id>` is `:id`, `<int:id>` is `:id(int)`; `<path:rest>` takes in all that follows. */
export function flaskPattern(path: string): string {
  return path
    .replace(/<path:\w+>/g, '*')
    .replace(
      /<(\w+)>|<(?:string|default)(?:\([^)<>]*\))?:(\w+)>/g,
      (_, name?: string, other?: string) => `:${name ?? other ?? ''}`,
    )
    .replace(/<(\w+)(?:\([^)<>]*\))?:(\w+)>/g, ':$2($1)');
}

/** `{id}` is `:id`, `{id:int}` is `:id(int)`; `{rest:path}` takes in all that follows. */
export function starlettePattern(path: string): string {
  return path
    .replace(/\{\w+:path\}/g, '*')
    .replace(/\{(\w+)(?::str)?\}/g, ':$1')
    .replace(/\{(\w+):(\w+)\}/g, ':$1($2)');
}

/** `<id>` and `<id:str>` are `:id`, `<id:int>` is `:id(int)`; `<rest:path>` takes in all that follows. */
export function sanicPattern(path: string): string {
  return path
    .replace(/<\w+:path>/g, '*')
    .replace(/<(\w+)(?::str|:string)?>/g, ':$1')
    .replace(/<(\w+):[^<>]*>/g, (whole, name: string) => `:${name}(${whole.endsWith(':int>') ? 'int' : 'type'})`);
}

/** `{id}` is `:id`, `{id:\d+}` is `:id(int)`; an expression that takes in slashes stands for the rest of a path. */
export function aiohttpPattern(path: string): string {
  return path.replace(/\{(\w+)(?::((?:[^{}]|\{[^{}]*\})+))?\}/g, (_, name: string, expression?: string) => {
    if (expression === undefined || expression === '[^/]+') return `:${name}`;
    if (/^(?:\\d|\[0-9\])\+$/.test(expression)) return `:${name}(int)`;
    return /^(?:\\w|\[[\w-]+\])[+*]$/.test(expression) ? `:${name}(type)` : '*';
  });
}

export function joined(prefix: string, path: string): string {
  return `${prefix.replace(/\/$/, '')}${path}`;
}
