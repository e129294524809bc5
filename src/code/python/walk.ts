import type { Body, Expression, Statement } from '../../syntax/python.js';

export type PythonNode = Statement | Expression;

/**
 * Visits statements and expressions as they are written, the outer ones before those in them.
 * What is in a node is left out where `visit` answers false.
 */
export function walk(nodes: readonly PythonNode[], visit: (node: PythonNode) => boolean): void {
  for (const node of nodes) if (visit(node)) walk(partsOf(node), visit);
}

/** The statements and expressions directly in a node, also those of its arguments, branches and the like. */
function partsOf(node: PythonNode): readonly PythonNode[] {
  const parts: PythonNode[] = [];
  collect(Object.values(node), parts);
  return parts.sort((one, other) => one.start - other.start);
}

function collect(values: readonly unknown[], into: PythonNode[]): void {
  for (const value of values) {
    if (Array.isArray(value)) collect(value, into);
    else if (typeof value !== 'object' || value === null) continue;
    else if (isNode(value)) into.push(value);
    else collect(Object.values(value), into);
  }
}

function isNode(value: object): value is PythonNode {
  return 'is' in value;
}

/** The blocks of a statement. */
export function blocksOf(statement: Statement): readonly Body[] {
  switch (statement.is) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise];
    case 'try':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.otherwise, statement.finally];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'with':
    case 'function':
    case 'class':
      return [statement.body];
    case 'match':
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
}

/** What a statement holds beside its blocks: tests, values, targets, and a definition's decorators, defaults and bases. */
export function outsideBlocks(statement: Statement): readonly PythonNode[] {
  const inBlocks = new Set<PythonNode>(blocksOf(statement).flat());
  return partsOf(statement).filter((part) => !inBlocks.has(part));
}
