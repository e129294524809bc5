import type { Node } from '@babel/types';
import { bare, constant, exportedObject, keyOf, pathOf, textOf } from '../../code/literals.js';
import type { Location } from '../../model/location.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseJavaScript, type JavaScript } from '../../syntax/javascript.js';
import { member, parseJson, type Json, type Member } from '../../syntax/json.js';
import { parseYaml, type YamlFile, type YamlNode } from '../../syntax/yaml.js';

/** An app of a pm2 file (https://pm2.keymetrics.io/docs/usage/application-declaration/). Null stands for what cannot be read. */
export interface Pm2App {
  json: Json;
  name: string | undefined;
  at: Location;
}

/** The apps of a pm2 file; undefined where it cannot be read. */
export async function pm2Apps(repository: Repository, file: string): Promise<readonly Pm2App[] | undefined> {
  const source = repository.read(file);
  if (source.is !== 'text') return undefined;
  const json = await configOf(source.text, file);
  const apps = member(json, 'apps') ?? json;
  const items = apps?.is === 'array' ? apps.items : apps?.is === 'object' ? [apps] : undefined;
  return items?.map((item) => {
    const name = member(item, 'name');
    return {
      json: item,
      name: name?.is === 'string' ? name.value : undefined,
      at: member(item, 'script')?.at ?? item.at,
    };
  });
}

async function configOf(text: string, file: string): Promise<Json | undefined> {
  if (/\.json5?$/.test(file)) return parseJson(text, file);
  if (/\.ya?ml$/.test(file)) {
    const yaml = await parseYaml(file, text);
    const [root] = yaml.documents;
    return root && ofYaml(yaml, root);
  }
  const program = await parseJavaScript(text, file);
  if (program.is === 'failed') return undefined;
  const object = exportedObject(program.ast);
  return object && ofCode(program, object, file, 0);
}

function ofYaml(yaml: YamlFile, node: YamlNode): Json {
  const at = { file: yaml.file, range: node.range };
  if (node.is === 'list') return { is: 'array', items: node.items.map((each) => ofYaml(yaml, each)), at };
  if (node.is === 'map') {
    const members = node.entries.map(({ key, keyRange, value }): [string, Member] => [
      key,
      { key: { file: yaml.file, range: keyRange }, value: ofYaml(yaml, value) },
    ]);
    return { is: 'object', members: new Map(members), at };
  }
  return node.value === null ? { is: 'null', at } : { is: 'string', value: node.text, at };
}

/** Deepest nesting of literals that is read. */
const MAX_DEPTH = 20;

function ofCode(program: JavaScript, written: Node, file: string, depth: number): Json {
  const node = constant(program.ast, written) ?? written;
  const at = program.lines.location(written.start ?? 0, written.end ?? 0);
  const text = textOf(node);
  if (text !== undefined) return { is: 'string', value: text, at };
  if (depth < MAX_DEPTH) {
    if (node.type === 'ArrayExpression') {
      const items = node.elements.flatMap((each) => (each ? [ofCode(program, each, file, depth + 1)] : []));
      return { is: 'array', items, at };
    }
    if (node.type === 'ObjectExpression') {
      const members = node.properties.flatMap((each): [string, Member][] => {
        const key = each.type === 'ObjectProperty' ? keyOf(each) : undefined;
        if (each.type !== 'ObjectProperty' || key === undefined) return [];
        const keyAt = program.lines.location(each.key.start ?? 0, each.key.end ?? 0);
        return [[key, { key: keyAt, value: ofCode(program, each.value, file, depth + 1) }]];
      });
      return { is: 'object', members: new Map(members), at };
    }
  }
  const value = bare(node);
  if (value?.type === 'NumericLiteral') return { is: 'number', value: value.value, at };
  if (value?.type === 'BooleanLiteral') return { is: 'boolean', value: value.value, at };
  const path = pathOf(program.ast, node, parent(file));
  // Seen from the folder of the file, which is what `__dirname` names.
  return path === undefined ? { is: 'null', at } : { is: 'string', value: `/${path}`, at };
}
