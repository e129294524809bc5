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

/** Visits every node that can take effect at run time, in source order. Uses no recursion: trees may be very deep. */
export function walk(root: Node, visit: (path: Path) => void): void {
  const pending: Path[] = [{ node: root, key: '', parent: undefined }];
  for (let path = pending.pop(); path; path = pending.pop()) {
    if (SKIPPED_TYPES.has(path.node.type)) continue;
    visit(path);
    const children = childrenOf(path);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) pending.push(child);
    }
  }
}

function childrenOf(parent: Path): Path[] {
  const children: Path[] = [];
  for (const [key, value] of Object.entries(parent.node)) {
    if (typeof value !== 'object' || value === null || SKIPPED_KEYS.has(key)) continue;
    if (isNode(value)) children.push({ node: value, key, parent });
    else if (Array.isArray(value))
      for (const each of value) if (isNode(each)) children.push({ node: each, key, parent });
  }
  return children;
}

/** All objects of a tree that have a type and an offset are nodes. */
function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value
  );
}
