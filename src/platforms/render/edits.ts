import type { TextEdit } from '../../model/finding.js';
import type { Service } from '../../model/service.js';
import {
  entryOf,
  isNull,
  itemsOf,
  type YamlEntry,
  type YamlFile,
  type YamlList,
  type YamlMap,
} from '../../syntax/yaml.js';
import type { PlatformEdits } from '../platform.js';
import { locationOf, replace } from './problems.js';
import type { Resource } from './resources.js';
import { firstKey } from './tree.js';

const INDEX_REWRITE = ['type: rewrite', 'source: /*', 'destination: /index.html'] as const;

/** Edits of Blueprints as they were read. Nothing is written anew: indentation, comments and line endings stay. */
export function blueprintEdits(resources: readonly Resource[]): PlatformEdits {
  const find = (service: Service): Resource | undefined =>
    resources.find(
      ({ file, node }) =>
        file.file === service.file && node.range.start.offset === service.entry.start.offset && !node.alias,
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
    setRegion: (service, region) => {
      const resource = find(service);
      return resource && setKey(resource.file, resource.node, 'region', region);
    },
  };
}

type Edits = readonly TextEdit[] | undefined;

function setKey(file: YamlFile, map: YamlMap, key: string, value: string): Edits {
  const written = scalarOf(value);
  const entry = entryOf(map, key);
  if (!entry || entry.merged) return appendKey(file, map, key, map.flow ? written : [` ${written}`]);
  const { value: old } = entry;
  if (isNull(old) && !old.alias) return afterColon(file, entry, ` ${written}`);
  return old.is !== 'scalar' || old.style === 'block' ? undefined : [replace(file, old.alias ?? old.range, written)];
}

/** Plain where it can only be read as the text it is. */
function scalarOf(value: string): string {
  return /^[a-z/][\w/.~-]*$/i.test(value) ? value : JSON.stringify(value);
}

function addRoute(file: YamlFile, map: YamlMap): Edits {
  const entry = entryOf(map, 'routes');
  if (!entry || entry.merged) {
    if (entry) return undefined;
    return appendKey(file, map, 'routes', map.flow ? `[${flowRoute()}]` : blockRoute(listIndent(file)));
  }
  const routes = entry.value;
  if (routes.alias) return undefined;
  if (isNull(routes)) {
    const indent = ' '.repeat(entry.keyRange.start.column - 1);
    return map.flow
      ? undefined
      : afterColon(
          file,
          entry,
          blockRoute(listIndent(file))
            .map((line) => eolOf(file) + indent + line)
            .join(''),
        );
  }
  return routes.is === 'list' ? appendItem(file, routes) : undefined;
}

/** The lines of a list with the one route, relative to the key that holds the list; the first follows the key's colon. */
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
  const last = itemsOf(list).at(-1);
  if (list.flow) {
    const at = last ? (last.alias ?? last.range).end : { ...list.range.start };
    if (last) return [insert(file, at.offset, `, ${flowRoute()}`)];
    return [replace(file, list.range, `[${flowRoute()}]`)];
  }
  if (endsKeepingBreaks(file, list)) return undefined;
  const indent = ' '.repeat(list.range.start.column - 1);
  const lines = INDEX_REWRITE.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);
  return [insert(file, lineEnd(file, list.range.end.offset), lines.map((line) => eolOf(file) + line).join(''))];
}

/** `value`: for a flow map the text after the key, for a block map what follows the colon and further lines, relative to the key. */
function appendKey(file: YamlFile, map: YamlMap, key: string, value: string | readonly string[]): Edits {
  const own = map.entries.filter(({ merged }) => !merged);
  const first = firstKey(map);
  const last = own.at(-1)?.value;
  if (!first || first.merged || !last) return undefined;
  if (typeof value === 'string') return [insert(file, (last.alias ?? last.range).end.offset, `, ${key}: ${value}`)];
  if (endsKeepingBreaks(file, map)) return undefined;
  const eol = eolOf(file) + ' '.repeat(first.keyRange.start.column - 1);
  const [head = '', ...rest] = value;
  const body =
    head.startsWith(' ') && rest.length === 0 && !head.trimStart().startsWith('-')
      ? head
      : [head, ...rest].map((line) => eol + line).join('');
  return [insert(file, lineEnd(file, map.range.end.offset), `${eol}${key}:${body}`)];
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

function afterColon(file: YamlFile, { keyRange }: YamlEntry, text: string): Edits {
  const colon = file.text.indexOf(':', keyRange.end.offset);
  return colon < 0 ? undefined : [insert(file, colon + 1, text)];
}

function insert(file: YamlFile, offset: number, text: string): TextEdit {
  return { at: locationOf(file, file.lines.range(offset, offset)), text };
}

function lineEnd({ text }: Pick<YamlFile, 'text'>, offset: number): number {
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}

function eolOf({ text }: YamlFile): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
