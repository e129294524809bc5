import type { Node } from '@babel/types';

/** A node with what it stands in. `key` is the name of the parent's property that holds it. */
export interface Path {
  node: Node;
  key: string;
  parent: Path | undefined;
}

/** Parts of a tree that have no effect when the program runs: types, and what is not program at all. */
const SKIPPED_KEYS = new Set([
  'loc',
  'extra',
  'errors',
  'tokens',
  'comments',
  'leadingComments',
  'innerComments',
  'trailingComments',
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'superTypeParameters',
  'returnType',
  'implements',
]);
const SKIPPED_TYPES = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TypeAlias',
  'OpaqueType',
  'InterfaceDeclaration',
]);

/** Nodes that hold no others, which half of a tree are. (An identifier may hold decorators, as a parameter of a method.) */
const LEAVES = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NullLiteral', 'ThisExpression']);

/** Visits every node that can take effect at run time, in source order. Uses no recursion: trees may be very deep. */
export function walk(root: Node, visit: (path: Path) => void): void {
  const pending: Path[] = [{ node: root, key: '', parent: undefined }];
  for (let path = pending.pop(); path; path = pending.pop()) {
    if (SKIPPED_TYPES.has(path.node.type)) continue;
    visit(path);
    if (!isLeaf(path.node)) pushChildren(path, pending);
  }
}

function isLeaf(node: Node): boolean {
  return node.type === 'Identifier' ? !node.decorators : LEAVES.has(node.type);
}

/** From the last to the first, which comes to lie on top. Without lists in between: large programs are walked often. */
function pushChildren(parent: Path, pending: Path[]): void {
  const node: unknown = parent.node;
  if (!isRecord(node)) return;
  const keys = Object.keys(node);
  for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
    const value = node[key];
    if (typeof value !== 'object' || value === null || SKIPPED_KEYS.has(key)) continue;
    if (Array.isArray(value)) pushAll(value, key, parent, pending);
    else if (isNode(value)) pending.push({ node: value, key, parent });
  }
}

function pushAll(values: readonly unknown[], key: string, parent: Path, pending: Path[]): void {
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at];
    if (isNode(value)) pending.push({ node: value, key, parent });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** All objects of a tree that have a type and an offset are nodes. */
function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value.type === 'string' && typeof value.start === 'number';
}
