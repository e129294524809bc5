import type { Fault, Node } from './python-node.js';

interface Refusal {
  /** A clause for a message. */
  why: string;
  applies: (node: Node, text: string) => boolean;
}

/** What the grammar accepts and Python 3 refuses, by the type of the node. */
const REFUSED: Readonly<Record<string, Refusal>> = {
  print_statement: outdated(() => true),
  exec_statement: outdated(() => true),
  '<>': outdated(() => true),
  // raise Error, 'message'
  raise_statement: outdated(({ children }) => children[0]?.type === 'expression_list'),
  // except Error, name
  except_clause: outdated(({ start, end }, text) =>
    /^except[ \t]+[\w.]+[ \t]*,[ \t]*[a-z_]\w*[ \t]*:/.test(text.slice(start, end)),
  ),
  // 10L and 0777
  integer: outdated((node, text) => /^(?:0[0-9]*[1-9]|.*[lL]$)/.test(text.slice(node.start, node.end))),
  // `x` and ur'x'
  string_start: outdated((node, text) => /^(?:`|[uU][rR])/.test(text.slice(node.start, node.end))),
  try_statement: {
    why: 'has neither except nor finally',
    applies: ({ children }) => !children.some(({ type }) => type === 'except_clause' || type === 'finally_clause'),
  },
};

function outdated(applies: Refusal['applies']): Refusal {
  return { why: 'is Python 2', applies };
}

/** Statements and literals that the parser lets pass though Python 3 does not. */
export function refusedSyntax(node: Node, text: string): Fault[] {
  const faults: Fault[] = [];
  collect(node, text, faults);
  return faults;
}

function collect(node: Node, text: string, faults: Fault[]): void {
  const refusal = REFUSED[node.type];
  if (refusal?.applies(node, text)) faults.push({ why: refusal.why, start: node.start, end: node.end });
  for (const child of node.children) collect(child, text, faults);
}
