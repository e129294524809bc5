import type { Node } from '@babel/types';
import type { Module } from '../../code/modules.js';
import { walk, type Path } from '../../code/walk.js';
import type { TextEdit } from '../../model/finding.js';

/** Edits that make a server keep idle connections for so many ms. */
export type KeepAliveEdits = (milliseconds: number) => readonly TextEdit[];

/** A module with its text. */
export interface Source {
  module: Module;
  text: string;
}

export function insertion({ program }: Module, offset: number, text: string): TextEdit {
  return { at: program.lines.location(offset, offset), text };
}

/** The statement of a list that a node stands in, not in a function of its own. */
export function statementOf(module: Module, node: Node): Path | undefined {
  let path = pathTo(module, node);
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

/** A node of a module with what it stands in. */
function pathTo({ program }: Module, node: Node): Path | undefined {
  let found: Path | undefined;
  walk(program.ast.program, (path) => {
    if (path.node === node) found = path;
  });
  return found;
}
