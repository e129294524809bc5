import type { Node, ObjectExpression } from '@babel/types';
import type { Module } from '../../code/modules.js';
import { walk, type Path } from '../../code/walk.js';
import type { TextEdit } from '../../model/finding.js';
import type { Range } from '../../model/location.js';

/** Edits that make a server keep idle connections for so many ms. */
export type KeepAliveEdits = (milliseconds: number) => readonly TextEdit[];

export function insertion({ program }: Module, offset: number, text: string): TextEdit {
  return { at: program.lines.location(offset, offset), text };
}

/** A property at the beginning of an object. */
export function addedProperty(module: Module, object: ObjectExpression, property: string): TextEdit {
  const start = (object.start ?? 0) + 1;
  const [space = ''] = /^\s*/.exec(module.program.text.slice(start)) ?? [];
  const lead = space === '' ? ' ' : space;
  return insertion(module, start, object.properties.length === 0 ? ` ${property} ` : `${lead}${property},`);
}

/** The statement of a list that a node stands in, not in a function of its own. */
export function statementOf(module: Module, node: Node): Path | undefined {
  let path = pathTo(module, (each) => each === node);
  while (path?.parent) {
    const { parent } = path;
    if (isList(parent.node) && path.key === 'body') return path;
    if (/Function|Method/.test(parent.node.type)) return undefined;
    path = parent;
  }
  return undefined;
}

function isList({ type }: Node): boolean {
  return type === 'Program' || type === 'BlockStatement' || type === 'StaticBlock';
}

/** A name for a server that the module does not use. */
export function freeName({ program }: Module): string | undefined {
  const names = new Set<string>();
  walk(program.ast.program, ({ node }) => {
    if (node.type === 'Identifier') names.add(node.name);
  });
  return ['server', 'httpServer', 'listener'].find((name) => !names.has(name));
}

/** The innermost node of a module that is written in just this range, with what it stands in. */
export function pathAt(module: Module, { start, end }: Range): Path | undefined {
  return pathTo(module, (node) => node.start === start.offset && node.end === end.offset);
}

/** The innermost node of a module that is meant, with what it stands in. */
function pathTo({ program }: Module, isMeant: (node: Node) => boolean): Path | undefined {
  let found: Path | undefined;
  walk(program.ast.program, (path) => {
    if (isMeant(path.node)) found = path;
  });
  return found;
}
