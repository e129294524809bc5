import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Json } from '../../syntax/json.js';
import { parseYaml, type YamlFile, type YamlNode } from '../../syntax/yaml.js';

/** Most files of one folder of settings. */
const MAX_FILES = 30;

/**
 * What is in a folder of settings of the package `config`
 * (https://github.com/node-config/node-config/wiki/Configuration-Files).
 */
export function settingsFiles(repository: Repository, folder: string): readonly string[] {
  const names = repository.list(folder).flatMap(({ name, is }) => (is === 'file' ? [name] : []));
  return names.slice(0, MAX_FILES).map((name) => childOf(folder, name));
}

/** A file of YAML as data, with its places; undefined where it cannot be read whole. */
export async function yamlData(repository: Repository, path: string): Promise<Json | undefined> {
  const source = repository.read(path);
  if (source.is !== 'text') return undefined;
  const file = await parseYaml(path, source.text);
  const [root, other] = file.documents;
  if (file.problems.length > 0 || other) return undefined;
  return root ? dataOf(file, root) : { is: 'null', at: file.lines.location(0, 0) };
}

function dataOf(file: YamlFile, node: YamlNode): Json {
  const { start, end } = node.range;
  const at = file.lines.location(start.offset, end.offset);
  switch (node.is) {
    case 'list':
      return { is: 'array', items: node.items.map((each) => dataOf(file, each)), at };
    case 'map': {
      const members = node.entries.map(({ key, keyRange, value }) => {
        const place = file.lines.location(keyRange.start.offset, keyRange.end.offset);
        return [key, { key: place, value: dataOf(file, value) }] as const;
      });
      return { is: 'object', members: new Map(members), at };
    }
    case 'scalar': {
      const { value } = node;
      if (typeof value === 'string') return { is: 'string', value, at };
      if (typeof value === 'number') return { is: 'number', value, at };
      return typeof value === 'boolean' ? { is: 'boolean', value, at } : { is: 'null', at };
    }
  }
}
