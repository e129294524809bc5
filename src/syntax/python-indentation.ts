import { ERROR, type Fault, type Node } from './python-node.js';

/** Width of a line's indentation with tab stops every 8 columns and every column, as Python's tokenizer counts it. */
interface Indent {
  columns: number;
  /** Where tabs count one. Lines that agree in one count only depend on the width of a tab: a TabError. */
  units: number;
}

const NONE: Indent = { columns: 0, units: 0 };

/**
 * What the grammar lets pass and Python does not: statements of a block that stand at different columns, tabs mixed with
 * spaces so that it depends on their width, and blocks without a statement.
 */
export function indentationFaults(root: Node, text: string): Fault[] {
  const faults: Fault[] = [];
  check(root, NONE, true, text, faults);
  return faults;
}

function check(node: Node, outer: Indent, top: boolean, text: string, faults: Fault[]): void {
  const isBlock = top || node.type === 'block';
  let own: Indent | undefined = top ? NONE : undefined;
  for (const child of node.children) {
    const indent = isBlock && child.type !== ERROR ? indentOf(child, text) : undefined;
    if (indent) {
      const fits = own ? same(indent, own) : deeper(indent, outer);
      if (!fits) faults.push({ why: 'is not indented like its block', start: child.start, end: child.start });
      own ??= indent;
    }
    if (child.children.length > 0) check(child, own ?? outer, false, text, faults);
    else if (child.type === 'block') faults.push({ why: 'has no indented block', start: node.start, end: node.start });
  }
}

function same(one: Indent, other: Indent): boolean {
  return one.columns === other.columns && one.units === other.units;
}

function deeper(one: Indent, other: Indent): boolean {
  return one.columns > other.columns && one.units > other.units;
}

/** Undefined where the statement does not begin a line. */
function indentOf({ start }: Node, text: string): Indent | undefined {
  let line = start;
  while (/[ \t\f]/.test(text[line - 1] ?? '')) line--;
  if (line > 0 && (text[line - 1] !== '\n' || continues(text, line))) return undefined;
  let indent = NONE;
  for (let at = line; at < start; at++) indent = widened(indent, text[at]);
  return indent;
}

/** Whether the line before ends with a backslash. */
function continues(text: string, line: number): boolean {
  return text[line - (text[line - 2] === '\r' ? 3 : 2)] === '\\';
}

function widened({ columns, units }: Indent, character: string | undefined): Indent {
  if (character === '\f') return NONE;
  return { columns: character === '\t' ? (Math.floor(columns / 8) + 1) * 8 : columns + 1, units: units + 1 };
}
