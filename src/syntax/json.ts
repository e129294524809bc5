import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Location } from '../model/location.js';
import { linesOf, startOf, type Lines } from './lines.js';
import { tooDeepAt } from './nesting.js';

/** A JSON value with its place. Of a key that is repeated, the last one counts, as in `JSON.parse`. */
export type Json =
  | { is: 'object'; members: ReadonlyMap<string, Member>; at: Location }
  | { is: 'array'; items: readonly Json[]; at: Location }
  | { is: 'string'; value: string; at: Location }
  | { is: 'number'; value: number; at: Location }
  | { is: 'boolean'; value: boolean; at: Location }
  | { is: 'null'; at: Location };

export interface Member {
  key: Location;
  value: Json;
}

/**
 * Reads JSON as tolerantly as tsconfig.json is read: comments, trailing commas, and what can be read of a broken text.
 * Undefined where there is no value at all, or where it nests too deep.
 */
export function parseJson(text: string, file: string): Json | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  const node = parseTree(text, [], { allowTrailingComma: true });
  return node && jsonOf(node, linesOf(file, text));
}

/** The place of the first mistake in a text that `parseJson` reads around; undefined where there is none. */
export function jsonMistakeAt(text: string, file: string): Location | undefined {
  if (tooDeepAt(text) !== undefined) return startOf(file);
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  return first && linesOf(file, text).location(first.offset, first.offset + first.length);
}

/** The value under a path of keys. */
export function member(json: Json | undefined, ...path: readonly string[]): Json | undefined {
  let value = json;
  for (const key of path) value = value?.is === 'object' ? value.members.get(key)?.value : undefined;
  return value;
}

/** The string under a path of keys. */
export function stringAt(json: Json | undefined, ...path: readonly string[]): string | undefined {
  const value = member(json, ...path);
  return value?.is === 'string' ? value.value : undefined;
}

/** The strings of an array, or a string alone as the only one; anything else counts as none. */
export function stringsOf(json: Json | undefined): readonly string[] {
  if (json?.is === 'string') return [json.value];
  if (json?.is !== 'array') return [];
  return json.items.flatMap((item) => (item.is === 'string' ? [item.value] : []));
}

function jsonOf(node: Node, lines: Lines): Json | undefined {
  const at = lines.location(node.offset, node.offset + node.length);
  const value: unknown = node.value;
  switch (node.type) {
    case 'object':
      return { is: 'object', members: membersOf(node, lines), at };
    case 'array':
      return { is: 'array', items: (node.children ?? []).flatMap((child) => jsonOf(child, lines) ?? []), at };
    case 'string':
      return typeof value === 'string' ? { is: 'string', value, at } : undefined;
    case 'number':
      return typeof value === 'number' ? { is: 'number', value, at } : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? { is: 'boolean', value, at } : undefined;
    case 'null':
      return { is: 'null', at };
    case 'property':
      return undefined;
  }
}

function membersOf(node: Node, lines: Lines): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    const name: unknown = key?.value;
    const read = value && jsonOf(value, lines);
    if (!key || !read || typeof name !== 'string') continue;
    members.set(name, { key: lines.location(key.offset, key.offset + key.length), value: read });
  }
  return members;
}

/** Whether it is `true`, and not a text of it. */
export function isTrue(json: Json | undefined): boolean {
  return json?.is === 'boolean' && json.value;
}
