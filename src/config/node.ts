import type { Location } from '../model/location.js';
import type { Json } from '../syntax/json.js';
import type { YamlFile, YamlNode } from '../syntax/yaml.js';

/** A value of the configuration with its place, whether it is written in YAML or in package.json. */
export type ConfigNode =
  | { is: 'map'; entries: readonly ConfigEntry[]; at: Location }
  | { is: 'list'; items: readonly ConfigNode[]; at: Location }
  | { is: 'scalar'; value: string | number | boolean | null; at: Location };

export interface ConfigEntry {
  key: string;
  keyAt: Location;
  value: ConfigNode;
}

export function fromYaml(file: YamlFile, node: YamlNode): ConfigNode {
  const at = { file: file.file, range: node.range };
  switch (node.is) {
    case 'scalar':
      return { is: 'scalar', value: node.value, at };
    case 'list':
      return { is: 'list', items: node.items.map((item) => fromYaml(file, item)), at };
    case 'map':
      return {
        is: 'map',
        entries: node.entries.map(({ key, keyRange, value }) => ({
          key,
          keyAt: { file: file.file, range: keyRange },
          value: fromYaml(file, value),
        })),
        at,
      };
  }
}

export function fromJson(json: Json): ConfigNode {
  const { at } = json;
  switch (json.is) {
    case 'object': {
      const entries = Array.from(json.members, ([key, member]) => ({
        key,
        keyAt: member.key,
        value: fromJson(member.value),
      }));
      return { is: 'map', entries, at };
    }
    case 'array':
      return { is: 'list', items: json.items.map(fromJson), at };
    case 'null':
      return { is: 'scalar', value: null, at };
    default:
      return { is: 'scalar', value: json.value, at };
  }
}

/** The value without its places. */
export function plain(node: ConfigNode): unknown {
  switch (node.is) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  }
}

export function entryAt(node: ConfigNode | undefined, key: string): ConfigEntry | undefined {
  return node?.is === 'map' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

export function valueAt(node: ConfigNode | undefined, key: string): ConfigNode | undefined {
  return entryAt(node, key)?.value;
}

/** The text of a scalar that is one. */
export function textOf(node: ConfigNode | undefined): string | undefined {
  return node?.is === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The texts of a list, or a text alone as the only one, each with its place. */
export function textsOf(node: ConfigNode | undefined): readonly { value: string; at: Location }[] {
  const nodes = node?.is === 'list' ? node.items : node ? [node] : [];
  return nodes.flatMap((each) => {
    const value = textOf(each);
    return value === undefined ? [] : [{ value, at: each.at }];
  });
}

/** The node under a path of keys and indices, or the nearest above it that there is. */
export function nodeAt(root: ConfigNode, path: readonly string[]): { node: ConfigNode; key?: Location } {
  let node = root;
  let key: Location | undefined;
  for (const step of path) {
    const entry = entryAt(node, step);
    const next = entry?.value ?? (node.is === 'list' ? node.items[Number(step)] : undefined);
    if (!next) break;
    node = next;
    key = entry?.keyAt;
  }
  return { node, ...(key && { key }) };
}
