import { isNull, type YamlEntry, type YamlList, type YamlMap, type YamlNode } from '../../syntax/yaml.js';

/** Keys and list indexes from the root of a document. */
export type Path = readonly (string | number)[];

export interface RepeatedKey {
  /** Of the map that holds it. */
  path: Path;
  entry: YamlEntry;
  first: YamlEntry;
}

/**
 * A copy in which each key stands once: the last of a repeated key, as most YAML readers take it. Lists under a repeated key
 * of the root are joined, so that what both declare can be judged. Of two `env`, a
 * text and a map of variables, the first is read by its new name, so that the second is judged by itself.
 */
export function withoutRepeats(root: YamlNode): { root: YamlNode; repeats: readonly RepeatedKey[] } {
  const repeats: RepeatedKey[] = [];
  const copy = (node: YamlNode, path: Path): YamlNode => {
    if (node.is === 'list') return { ...node, items: node.items.map((item, index) => copy(item, [...path, index])) };
    if (node.is === 'scalar') return node;
    const firsts = new Map<string, YamlEntry>();
    const unique = new Map<string, YamlEntry>();
    for (const entry of node.entries) {
      const first = firsts.get(entry.key) ?? entry;
      const earlier = unique.get(entry.key);
      if (earlier && isOfVariables(earlier, entry) && !unique.has('runtime')) {
        unique.delete('env');
        unique.set('runtime', { ...earlier, key: 'runtime' }).set('env', entry);
        continue;
      }
      if (earlier) repeats.push({ path, entry, first });
      firsts.set(entry.key, first);
      unique.set(entry.key, earlier && path.length === 0 ? joined(earlier, entry) : entry);
    }
    const entries = [...unique.values()].map((entry) => ({ ...entry, value: copy(entry.value, [...path, entry.key]) }));
    return { ...node, entries };
  };
  return { root: copy(root, []), repeats };
}

function isOfVariables(first: YamlEntry, later: YamlEntry): boolean {
  return later.key === 'env' && first.value.is === 'scalar' && later.value.is !== 'scalar';
}

function joined(first: YamlEntry, later: YamlEntry): YamlEntry {
  if (first.value.is !== 'list' || later.value.is !== 'list') return later;
  const value: YamlList = { ...first.value, items: [...first.value.items, ...later.value.items] };
  return { ...first, value };
}

/** Keys and values that are written wrongly but whose meaning is clear, by the offset at which each starts. */
export interface Meant {
  keys: ReadonlyMap<number, string>;
  values: ReadonlyMap<number, string>;
}

/** A copy in which those keys and values are what they are meant to be. Places stay. */
export function asMeant(node: YamlNode, meant: Meant): YamlNode {
  if (node.is === 'list') return { ...node, items: node.items.map((item) => asMeant(item, meant)) };
  if (node.is === 'map') return { ...node, entries: node.entries.map((entry) => entryAsMeant(entry, meant)) };
  const value = meant.values.get(node.range.start.offset);
  return value === undefined ? node : { ...node, value, text: value };
}

function entryAsMeant(entry: YamlEntry, meant: Meant): YamlEntry {
  const key = meant.keys.get(entry.keyRange.start.offset) ?? entry.key;
  return { ...entry, key, value: asMeant(entry.value, meant) };
}

/** Plain data for a schema. A key with nothing after it is left out: it sets nothing. */
export function dataOf(node: YamlNode): unknown {
  if (node.is === 'scalar') return node.value;
  if (node.is === 'list') return node.items.map(dataOf);
  // fromEntries makes every key, `__proto__` too, a plain property of its own.
  return Object.fromEntries(
    node.entries.filter(({ value }) => !isNull(value)).map(({ key, value }): [string, unknown] => [key, dataOf(value)]),
  );
}

/** What stands at a path. */
export interface Spot {
  node: YamlNode;
  /** The entry that holds it, where the last step is a key. */
  entry?: YamlEntry;
  /** The map or list that holds it. */
  holder?: YamlNode;
}

export function spotAt(root: YamlNode, path: Path): Spot | undefined {
  let spot: Spot | undefined = { node: root };
  for (const step of path) spot = spot && stepInto(spot.node, step);
  return spot;
}

/** One step down: to an item by its index, or to the value of a key. */
export function stepInto(holder: YamlNode, step: string | number): Spot | undefined {
  if (typeof step === 'number') {
    const node = holder.is === 'list' ? holder.items[step] : undefined;
    return node && { node, holder };
  }
  const entry = holder.is === 'map' ? holder.entries.find(({ key }) => key === step) : undefined;
  return entry && { node: entry.value, entry, holder };
}

/** The first key written in the map itself. */
export function firstKey(node: YamlMap): YamlEntry | undefined {
  return node.entries.find(({ merged }) => !merged) ?? node.entries[0];
}
