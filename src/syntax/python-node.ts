import type { Language, Tree, TreeCursor } from 'web-tree-sitter';
import type { Span } from './python.js';

/** A node of the grammar's tree, copied out of the parser's memory. Comments and most punctuation are left out. */
export interface Node extends Span {
  /** A type of tree-sitter-python's src/node-types.json, or `ERROR`. */
  type: string;
  field: string | undefined;
  children: Node[];
  /** Something in it does not parse. */
  broken: boolean;
}

/** Something that could not be read. `why` is a clause. */
export interface Fault extends Span {
  why: string;
}

/**
 * Deepest level of the tree that is read. A nested block or a link of a chain of calls takes two levels, an operator of
 * a sum one; Python itself stops at 100 indentations and 200 brackets (CPython's Parser/lexer/state.h).
 */
const MAX_DEPTH = 512;

/** Types that say nothing about what a program does. */
const IGNORED = new Set(['comment', 'line_continuation']);

/** What the parser calls a part that fits nowhere. */
export const ERROR = 'ERROR';

/** The types and fields of a grammar by number, so that a node costs few calls into the parser. */
export interface Grammar {
  types: readonly string[];
  /** Whether a type is more than punctuation or a keyword. */
  named: readonly boolean[];
  fields: readonly (string | null)[];
}

export function grammarOf(language: Language): Grammar {
  const named = language.types.map((_, id) => language.nodeTypeIsNamed(id));
  return { types: language.types, named, fields: language.fields };
}

/** Copies a tree. Works without recursion, as a stranger's file may nest as deep as it is long. */
export function copyTree(tree: Tree, grammar: Grammar): { root: Node; faults: Fault[] } {
  const root: Node = { type: 'module', field: undefined, children: [], broken: false, start: 0, end: 0 };
  const faults: Fault[] = [];
  const cursor = tree.walk();
  try {
    root.end = cursor.endIndex;
    // Where nothing fits, all of the file is one part that does not.
    if (typeOf(cursor, grammar) === ERROR) faults.push({ why: UNPARSED, start: 0, end: root.end });
    if (cursor.gotoFirstChild()) copyBelow(root, cursor, grammar, faults);
  } finally {
    cursor.delete();
  }
  return { root, faults };
}

const UNPARSED = 'does not parse';

/** Copies the cursor's node, those after it and all in them into `root`. */
function copyBelow(root: Node, cursor: TreeCursor, grammar: Grammar, faults: Fault[]): void {
  // The nodes around the cursor, the outermost first.
  const open = [root];
  for (;;) {
    const node = copyNode(cursor, grammar, open, faults);
    if (node && cursor.gotoFirstChild()) {
      open.push(node);
      if (open.length <= MAX_DEPTH) continue;
      markBroken(open);
      faults.push({ why: 'nests too deep', start: node.start, end: node.start });
      open.pop();
      cursor.gotoParent();
    }
    while (!cursor.gotoNextSibling()) {
      open.pop();
      if (open.length === 0) return;
      cursor.gotoParent();
    }
  }
}

/** Enters the cursor's node in the innermost open one, and answers it; undefined where it does not matter. */
function copyNode(cursor: TreeCursor, grammar: Grammar, open: readonly Node[], faults: Fault[]): Node | undefined {
  const type = typeOf(cursor, grammar);
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  // The parser makes up what it misses, without extent.
  const missing = start === end && cursor.nodeIsMissing;
  if (missing || type === ERROR) {
    faults.push({ why: UNPARSED, start, end });
    markBroken(open);
  }
  const field = grammar.fields[cursor.currentFieldId] ?? undefined;
  const matters = field !== undefined || type === ERROR || grammar.named[cursor.nodeTypeId] === true;
  if (missing || !matters || IGNORED.has(type)) return undefined;
  const node: Node = { type, field, children: [], broken: type === ERROR, start, end };
  open.at(-1)?.children.push(node);
  return node;
}

function typeOf(cursor: TreeCursor, { types }: Grammar): string {
  return types[cursor.nodeTypeId] ?? ERROR;
}

function markBroken(open: readonly Node[]): void {
  for (let at = open.length - 1; at >= 0; at--) {
    const node = open[at];
    if (!node || node.broken) return;
    node.broken = true;
  }
}

/** The first child in a field. */
export function inField(node: Node | undefined, field: string): Node | undefined {
  return node?.children.find((each) => each.field === field);
}

/** All children in a field. */
export function allInField(node: Node | undefined, field: string): readonly Node[] {
  return node?.children.filter((each) => each.field === field) ?? [];
}

/** The children of a type. */
export function ofType(node: Node | undefined, type: string): readonly Node[] {
  return node?.children.filter((each) => each.type === type) ?? [];
}
