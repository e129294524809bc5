import type { Range } from '../model/location.js';
import type { Lines } from './lines.js';
import { parserLoaded } from './loaded.js';

/** A text, number, boolean or null. `range` covers the value as written, quotes included; it is empty where nothing is. */
export interface YamlScalar {
  is: 'scalar';
  value: string | number | boolean | null;
  /** As written, without quotes: `3.10` stays `3.10` where `value` is 3.1. */
  text: string;
  style: 'plain' | 'quoted' | 'block';
  range: Range;
  /** Where the value is taken in by an alias (`*name`): the place of that alias. `range` is the anchored text. */
  alias?: Range;
  /** An anchor or a tag stands before it. Always set where it is taken in by an alias. */
  properties?: true;
}

export interface YamlEntry {
  key: string;
  keyRange: Range;
  /** The offset of the colon. Absent where there is none, and where the key is merged, follows a `?` or is more than a text. */
  colon?: number;
  value: YamlNode;
  /** It comes from another map by a merge key (`<<`). */
  merged: boolean;
}

/** Keys may repeat, and stand in the order of the file; entries taken in by `<<` come last. */
export interface YamlMap {
  is: 'map';
  entries: readonly YamlEntry[];
  range: Range;
  /** Written with braces. */
  flow: boolean;
  alias?: Range;
  properties?: true;
}

export interface YamlList {
  is: 'list';
  items: readonly YamlNode[];
  range: Range;
  /** Written with brackets. */
  flow: boolean;
  alias?: Range;
  properties?: true;
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** `message` is a sentence. The range stays on one line. */
export interface YamlProblem {
  message: string;
  range: Range;
  /** The limit of ours that ends the reading, such as "1,000 values": the file may be right. */
  limit?: string;
}

export interface YamlFile {
  file: string;
  text: string;
  lines: Lines;
  /** The root of each document that holds anything. */
  documents: readonly YamlNode[];
  /** Why the file is not, or not wholly, what its text says. Only the first error of each document: what follows one is guesswork. */
  problems: readonly YamlProblem[];
}

/**
 * Reads YAML 1.2 (with merge keys) and keeps what can be read of a broken file. Never throws, and its work is bounded: a file
 * of more than 150,000 tokens is not read, and of a document nothing below 100 levels or beyond 50,000 values, its aliases
 * unfolded; each yields a problem.
 */
export async function parseYaml(file: string, text: string): Promise<YamlFile> {
  const { parse } = await import('./yaml-parser.js');
  parserLoaded('YAML');
  return parse(file, text);
}

/** The entry of a key; of a repeated key the last, as most YAML readers take it. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.is === 'map' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

/** The value of a key of a map; undefined where there is no such key, or nothing after it. */
export function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  const value = entryOf(node, key)?.value;
  return value && isNull(value) ? undefined : value;
}

/** The items of a list; none where it is no list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.is === 'list' ? node.items : [];
}

export function isNull(node: YamlNode): boolean {
  return node.is === 'scalar' && node.value === null;
}
