import type { TextEdit } from '../../model/finding.js';
import type { Service } from '../../model/service.js';
import { entryOf, isNull, type YamlFile, type YamlList, type YamlMap, type YamlNode } from '../../syntax/yaml.js';
import type { PlatformEdits } from '../platform.js';
import { lineBreakOf, locationOf, replace, separatorIn } from './problems.js';
import type { Resource } from './resources.js';

const INDEX_REWRITE = ['type: rewrite', 'source: /*', 'destination: /index.html'] as const;

/**
 * Edits of Blueprints as they were read. Nothing is written anew: indentation, comments and line endings stay. There is none
 * of what an anchor shares with other places, nor where a key is written in a way that leaves its indentation open.
 */
export function blueprintEdits(resources: readonly Resource[]): PlatformEdits {
  const find = (service: Service): Resource | undefined =>
    resources.find(
      ({ file, node }) =>
        file.file === service.file && node.range.start.offset === service.entry.start.offset && !node.properties,
    );
  return {
    addIndexRewrite: (service) => {
      const resource = find(service);
      return resource && addRoute(resource.file, resource.node);
    },
    setHealthCheckPath: (service, path) => {
      const resource = find(service);
      return resource && setKey(resource.file, resource.node, 'healthCheckPath', path);
    },
    setPublishPath: (service, folder) => {
      const resource = find(service);
      return resource && setKey(resource.file, resource.node, 'staticPublishPath', folder);
    },
    setRegion: (service, region) => {
      const resource = find(service);
      return resource && setKey(resource.file, resource.node, 'region', region);
    },
    setRoot: (service, folder) => {
      const resource = find(service);
      return resource && setKey(resource.file, resource.node, 'rootDir', folder);
    },
    setDockerContext: (service, folder) => {
      const resource = find(service);
      return resource && setKey(resource.file, resource.node, 'dockerContext', `./${folder}`);
    },
  };
}

type Edits = readonly TextEdit[] | undefined;

function setKey(file: YamlFile, map: YamlMap, key: string, value: string): Edits {
  const written = scalarOf(value);
  const entry = entryOf(map, key);
  if (!entry || entry.merged) return appendKey(file, map, key, written, () => ` ${written}`);
  const { value: old, colon } = entry;
  if (colon === undefined || (old.properties && !old.alias)) return undefined;
  if (isEmpty(old)) return [insert(file, colon + 1, ` ${written}`)];
  return old.is !== 'scalar' || old.style === 'block' ? undefined : [replace(file, old.alias ?? old.range, written)];
}

/** Plain where it can only be read as the text it is. */
function scalarOf(value: string): string {
  return /^[a-z/][\w/.~-]*$/i.test(value) ? value : JSON.stringify(value);
}

function addRoute(file: YamlFile, map: YamlMap): Edits {
  const entry = entryOf(map, 'routes');
  const block = (newLine: string): string =>
    blockRoute(listIndent(file))
      .map((line) => newLine + line)
      .join('');
  if (!entry) return appendKey(file, map, 'routes', `[${flowRoute()}]`, block);
  const { value: routes, colon } = entry;
  // Routes that several entries share, or that a merge key brings, are not this entry's to change.
  if (colon === undefined || routes.properties) return undefined;
  if (isEmpty(routes)) {
    const newLine = map.flow ? undefined : separatorIn(file, map);
    return newLine === undefined ? undefined : [insert(file, colon + 1, block(newLine))];
  }
  if (isNull(routes)) return [replace(file, routes.range, `[${flowRoute()}]`)];
  return routes.is === 'list' ? appendItem(file, routes) : undefined;
}

/** Whether nothing at all is written. A null may be. */
function isEmpty(node: YamlNode): boolean {
  return isNull(node) && !node.alias && node.range.start.offset === node.range.end.offset;
}

/** The lines of a list item, each after `indent`. */
function blockRoute(indent: string): string[] {
  return INDEX_REWRITE.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);
}

function flowRoute(): string {
  return `{ ${INDEX_REWRITE.join(', ')} }`;
}

/** How far this file indents a list under its key: some put the dashes below the key itself. */
function listIndent(file: YamlFile): string {
  for (const root of file.documents) {
    if (root.is !== 'map') continue;
    for (const { keyRange, value } of root.entries) {
      if (value.is === 'list' && !value.flow)
        return ' '.repeat(Math.max(0, value.range.start.column - keyRange.start.column));
    }
  }
  return '  ';
}

function appendItem(file: YamlFile, list: YamlList): Edits {
  const last = list.items.at(-1);
  if (list.flow) {
    if (!last) return [replace(file, list.range, `[${flowRoute()}]`)];
    return [insert(file, (last.alias ?? last.range).end.offset, `, ${flowRoute()}`)];
  }
  if (endsKeepingBreaks(file, list)) return undefined;
  const lines = blockRoute(' '.repeat(list.range.start.column - 1));
  return [insert(file, lineEnd(file, list.range.end.offset), lines.map((line) => lineBreakOf(file) + line).join(''))];
}

/** `flow` and `block` give what follows the colon in a map of either style; `block` gets the line break before a further key. */
function appendKey(file: YamlFile, map: YamlMap, key: string, flow: string, block: (newLine: string) => string): Edits {
  const own = map.entries.filter(({ merged }) => !merged);
  const last = own.at(-1)?.value;
  if (!last) return undefined;
  const separator = separatorIn(file, map);
  if (separator === undefined) return undefined;
  if (map.flow) return [insert(file, (last.alias ?? last.range).end.offset, `${separator}${key}: ${flow}`)];
  if (endsKeepingBreaks(file, map)) return undefined;
  return [insert(file, lineEnd(file, map.range.end.offset), `${separator}${key}:${block(separator)}`)];
}

/** A block text with `+` keeps the line breaks after it, so nothing can follow it without changing it. */
function endsKeepingBreaks({ text }: YamlFile, node: YamlMap | YamlList): boolean {
  let last: YamlMap['entries'][number]['value'] | undefined = node;
  while (last && last.is !== 'scalar' && !last.alias) {
    last = last.is === 'map' ? last.entries.filter(({ merged }) => !merged).at(-1)?.value : last.items.at(-1);
  }
  if (last?.is !== 'scalar' || last.style !== 'block') return false;
  return text.slice(last.range.start.offset, lineEnd({ text }, last.range.start.offset)).includes('+');
}

function insert(file: YamlFile, offset: number, text: string): TextEdit {
  return { at: locationOf(file, file.lines.range(offset, offset)), text };
}

function lineEnd({ text }: Pick<YamlFile, 'text'>, offset: number): number {
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}
