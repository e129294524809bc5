import type { Location, Range } from '../../model/location.js';
import type { ServiceKind } from '../../model/service.js';
import {
  isNull,
  itemsOf,
  valueOf,
  type YamlFile,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../../syntax/yaml.js';
import { firstKey, stepInto, type Path } from './tree.js';

export type ResourceKind = ServiceKind | 'keyvalue' | 'database' | 'group' | 'buildSource';

/** One entry of a Blueprint's lists. */
export interface Resource {
  file: YamlFile;
  /** Undefined for a service whose type says nothing we know. */
  kind: ResourceKind | undefined;
  node: YamlMap;
  name: string | undefined;
  /** The list it stands in, as text: names must be unique there. */
  list: string;
  /** In words, such as "web service `api`". */
  owner: string;
  /** The value of its name, else its first key. One line. */
  place: Range;
}

/** Keys whose value is a list of resources. */
const LISTS = ['services', 'databases', 'envVarGroups', 'buildSources'] as const;
type ListKey = (typeof LISTS)[number];

export function resourcesOf(file: YamlFile, root: YamlNode): readonly Resource[] {
  return holders(root).flatMap(({ node, path }) => LISTS.flatMap((key) => listOf(file, node, path, key)));
}

/** The maps that may hold such lists, each with its path: the root, each project and its environments, and `ungrouped`. */
function holders(root: YamlNode): { node: YamlNode | undefined; path: string }[] {
  const projects = itemsOf(valueOf(root, 'projects')).map((node, index) => ({ node, path: `projects/${index}` }));
  const environments = projects.flatMap(({ node, path }) =>
    itemsOf(valueOf(node, 'environments')).map((environment, index) => ({
      node: environment,
      path: `${path}/${index}`,
    })),
  );
  return [
    { node: root, path: '' },
    ...projects,
    ...environments,
    { node: valueOf(root, 'ungrouped'), path: 'ungrouped' },
  ];
}

function listOf(file: YamlFile, holder: YamlNode | undefined, path: string, key: ListKey): Resource[] {
  return itemsOf(valueOf(holder, key)).flatMap((node) => {
    if (node.is !== 'map') return [];
    const name = nameOf(node);
    const kind = kindOf(node, key);
    return [{ file, kind, node, name, list: `${path}/${key}`, owner: ownerWords(kind, name), place: placeOfMap(node) }];
  });
}

/** What an entry of a list is, by its keys. */
export function kindOf(node: YamlNode, list: string): ResourceKind | undefined {
  if (list === 'databases') return 'database';
  if (list === 'envVarGroups') return 'group';
  if (list === 'buildSources') return 'buildSource';
  const type = textOf(valueOf(node, 'type'));
  if (type === 'keyvalue' || type === 'redis') return 'keyvalue';
  if (type === 'cron' || type === 'workflow') return type;
  if (type === 'static' || runtimeOf(node) === 'static') return 'static';
  if (type === 'pserv') return 'private';
  return type === 'web' || type === 'worker' ? type : undefined;
}

/** The entry of buildSources that an entry of services names; it may stand in another file of the workspace. */
export function buildSourceOf(node: YamlNode, all: readonly Resource[]): Resource | undefined {
  const name = textOf(valueOf(node, 'buildSource'));
  return name === undefined ? undefined : all.find((each) => each.kind === 'buildSource' && each.name === name);
}

/** A key of what a build source builds from git. */
export function sourceValue({ node }: Resource, key: string): YamlNode | undefined {
  return valueOf(valueOf(node, 'git'), key);
}

/** The runtime as written, under its old name too. */
export function runtimeOf(node: YamlNode): string | undefined {
  return textOf(valueOf(node, 'runtime')) ?? textOf(valueOf(node, 'env'));
}

/** Whether a place lies in what is written for a resource. */
export function isInside({ file, range }: Location, { file: own, node }: Resource): boolean {
  const { offset } = range.start;
  return file === own.file && node.range.start.offset <= offset && offset < node.range.end.offset;
}

export function isFalse(node: YamlNode | undefined): boolean {
  return node?.is === 'scalar' && node.value === false;
}

export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.is === 'scalar' && !isNull(node) ? scalarText(node) : undefined;
}

/** A plain number or boolean as it is written: a version `3.10` is not the number 3.1. */
export function scalarText(node: YamlScalar): string {
  return typeof node.value === 'string' ? node.value : node.text;
}

function nameOf(node: YamlMap): string | undefined {
  return textOf(valueOf(node, 'name'));
}

export const KIND_WORDS: Readonly<Record<ResourceKind, string>> = {
  web: 'web service',
  static: 'static site',
  private: 'private service',
  worker: 'worker',
  cron: 'cron job',
  workflow: 'workflow',
  keyvalue: 'key value store',
  database: 'database',
  group: 'environment group',
  buildSource: 'build source',
};

function ownerWords(kind: ResourceKind | undefined, name: string | undefined): string {
  const words = kind === undefined ? 'service' : KIND_WORDS[kind];
  return name === undefined ? words : `${words} \`${name}\``;
}

/** A resource narrowed to one entry of its envVars, for the words of a problem there. */
export function variableIn<R extends { owner: string }>(resource: R, variable: YamlNode): R {
  return { ...resource, owner: variableWords(variable, resource.owner) };
}

function variableWords(variable: YamlNode, owner: string): string {
  const key = textOf(valueOf(variable, 'key'));
  return key === undefined ? `variable of the ${owner}` : `variable \`${key}\` of the ${owner}`;
}

/** The map at the end of a path in words, with the resource it belongs to; empty for the file itself. */
export function ownerAt(root: YamlNode, path: Path): string {
  let node = root;
  let owner = '';
  // The last key on the way, below the resource where there is one.
  let key: string | undefined;
  for (const step of path) {
    const spot = stepInto(node, step);
    if (!spot) return '';
    node = spot.node;
    if (typeof step === 'string') key = step;
    else if (key === 'envVars' && owner !== '') return variableWords(node, owner);
    else if (key !== undefined && isListKey(key)) {
      owner = node.is === 'map' ? ownerWords(kindOf(node, key), nameOf(node)) : '';
      key = undefined;
    }
  }
  if (key === undefined) return owner;
  return owner === '' ? `entry \`${key}\`` : `\`${key}\` of the ${owner}`;
}

function isListKey(key: string): key is ListKey {
  return LISTS.some((each) => each === key);
}

/** The value of its name, else its first key: one line. */
export function placeOfMap(node: YamlMap): Range {
  const name = valueOf(node, 'name');
  return name?.is === 'scalar' && !isNull(name)
    ? oneLine(name.range)
    : (firstKey(node)?.keyRange ?? oneLine(node.range));
}

/** The part of a range on its first line: of a block text, its `|` or `>`. */
export function oneLine({ start, end }: Range): Range {
  if (start.line === end.line) return { start, end };
  return { start, end: { offset: start.offset + 1, line: start.line, column: start.column + 1 } };
}
