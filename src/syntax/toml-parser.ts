import { parseTOML, ParseError, type AST } from 'toml-eslint-parser';
import type { Json, Member } from './json.js';
import { linesOf, type Lines } from './lines.js';
import type { Toml } from './toml.js';
import { withoutStacks } from './without-stacks.js';

/** A table as it is filled: later parts of the text add to it. */
type Table = Extract<Json, { is: 'object' }> & { members: Map<string, Member> };

export function readToml(text: string, file: string): Toml {
  const lines = linesOf(file, text);
  try {
    const { body } = withoutStacks(() => parseTOML(text, { filePath: file, tomlVersion: '1.0' }));
    const [top] = body;
    const root = emptyTable(lines, top);
    for (const each of top.body) {
      if (each.type === 'TOMLKeyValue') enter(root, each, lines);
      else {
        const table = tableAt(root, each.resolvedKey, each, lines);
        for (const pair of each.body) enter(table, pair, lines);
      }
    }
    return { is: 'table', value: root };
  } catch (error) {
    const offset = error instanceof ParseError ? error.index : 0;
    return { is: 'failed', why: 'does not parse', at: lines.location(offset, offset) };
  }
}

function emptyTable(lines: Lines, { range }: AST.TOMLNode): Table {
  return { is: 'object', members: new Map(), at: lines.location(...range) };
}

/** The table that a header such as `[a.b]` opens; a number in its key is an index of an array of tables. */
function tableAt(root: Table, path: readonly (string | number)[], header: AST.TOMLTable, lines: Lines): Table {
  let table = root;
  path.forEach((key, index) => {
    if (typeof key === 'number') return;
    const isArray = typeof path[index + 1] === 'number';
    table = isArray
      ? elementOf(table, key, Number(path[index + 1]), header, lines)
      : tableIn(table, key, header, lines);
  });
  return table;
}

function tableIn(table: Table, key: string, at: AST.TOMLNode, lines: Lines): Table {
  const known = table.members.get(key)?.value;
  if (known && isTable(known)) return known;
  const made = emptyTable(lines, at);
  table.members.set(key, { key: lines.location(...at.range), value: made });
  return made;
}

function elementOf(table: Table, key: string, index: number, at: AST.TOMLNode, lines: Lines): Table {
  const known = table.members.get(key);
  const items: readonly Json[] = known?.value.is === 'array' ? known.value.items : [];
  const element = items[index];
  if (element && isTable(element)) return element;
  const made = emptyTable(lines, at);
  const place = lines.location(...at.range);
  table.members.set(key, { key: place, value: { is: 'array', items: [...items, made], at: place } });
  return made;
}

function isTable(json: Json): json is Table {
  return json.is === 'object' && json.members instanceof Map;
}

function enter(table: Table, { key, value }: AST.TOMLKeyValue, lines: Lines): void {
  const names = key.keys.map((each) => (each.type === 'TOMLBare' ? each.name : each.value));
  const last = names.pop() ?? '';
  let target = table;
  for (const name of names) target = tableIn(target, name, key, lines);
  target.members.set(last, { key: lines.location(...key.range), value: valueOf(value, lines) });
}

function valueOf(node: AST.TOMLContentNode, lines: Lines): Json {
  const at = lines.location(...node.range);
  switch (node.type) {
    case 'TOMLArray':
      return { is: 'array', items: node.elements.map((each) => valueOf(each, lines)), at };
    case 'TOMLInlineTable': {
      const table = emptyTable(lines, node);
      for (const each of node.body) enter(table, each, lines);
      return table;
    }
    case 'TOMLValue':
      if (node.kind === 'boolean') return { is: 'boolean', value: node.value, at };
      if (node.kind === 'integer' || node.kind === 'float') return { is: 'number', value: node.value, at };
      return { is: 'string', value: node.kind === 'string' ? node.value : node.datetime, at };
  }
}
