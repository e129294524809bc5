import type { Node } from '@babel/types';
import { bare, textOf } from './literals.js';
import type { Path } from './walk.js';

/**
 * Whether a production build for browsers leaves a place out, as it stands under a condition such as
 * `import.meta.env.DEV` or `process.env.NODE_ENV !== 'production'` (https://vite.dev/guide/env-and-mode,
 * https://webpack.js.org/guides/production/).
 */
export function neverRuns(path: Path): boolean {
  for (let each: Path | undefined = path; each; each = each.parent) {
    const outer = each.parent?.node;
    if (outer && isDeadBranch(outer, each.key)) return true;
  }
  return false;
}

/** What a part of may not run when the module is loaded: functions, branches, and where a failure is caught. */
const CONDITIONAL: ReadonlySet<Node['type']> = new Set<Node['type']>([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
  'ClassProperty',
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'TryStatement',
  'SwitchStatement',
  'ForStatement',
  'WhileStatement',
  'CatchClause',
]);

/** Whether a place runs whenever its module is loaded, and a failure there is the module's. */
export function alwaysRuns(path: Path): boolean {
  for (let each: Path | undefined = path; each; each = each.parent) if (CONDITIONAL.has(each.node.type)) return false;
  return true;
}

function isDeadBranch(node: Node, key: string): boolean {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (key === 'test') return false;
      return outcome(node.test) === (key === 'alternate');
    case 'LogicalExpression':
      if (key !== 'right' || node.operator === '??') return false;
      return outcome(node.left) === (node.operator === '||');
    default:
      return false;
  }
}

/** Deepest nesting of operators in a condition that is read. */
const MAX_OPERATORS = 10;

/** What a condition comes to in a production build for browsers; undefined where that is not known. */
function outcome(condition: Node, depth = MAX_OPERATORS): boolean | undefined {
  const test = bare(condition);
  if (!test || depth === 0) return undefined;
  switch (test.type) {
    case 'BooleanLiteral':
      return test.value;
    case 'UnaryExpression': {
      const inner = test.operator === '!' ? outcome(test.argument, depth - 1) : undefined;
      return inner === undefined ? undefined : !inner;
    }
    case 'LogicalExpression': {
      const decisive = test.operator === '||';
      const sides = [outcome(test.left, depth - 1), outcome(test.right, depth - 1)];
      if (test.operator === '??') return undefined;
      if (sides.includes(decisive)) return decisive;
      return sides.includes(undefined) ? undefined : !decisive;
    }
    case 'BinaryExpression': {
      const same = modeIs(test.left, textOf(test.right)) ?? modeIs(test.right, textOf(test.left));
      if (same === undefined || !['===', '==', '!==', '!='].includes(test.operator)) return undefined;
      return test.operator.startsWith('!') ? !same : same;
    }
    default:
      return BUILD_FLAGS[memberText(test) ?? ''];
  }
}

const BUILD_FLAGS: Readonly<Record<string, boolean | undefined>> = {
  'import.meta.env.DEV': false,
  'import.meta.env.PROD': true,
  'import.meta.env.SSR': false,
};

/** Whether the mode is this one: a build may have modes of its own, but is neither development nor a test. */
function modeIs(node: Node, mode: string | undefined): boolean | undefined {
  const name = memberText(node);
  if (name !== 'process.env.NODE_ENV' && name !== 'import.meta.env.MODE') return undefined;
  if (mode === 'development' || mode === 'test') return false;
  return mode === 'production' && name === 'process.env.NODE_ENV' ? true : undefined;
}

/** `a.b.c` as text, `import.meta` included. */
function memberText(node: Node): string | undefined {
  const names: string[] = [];
  let each = node;
  while (
    each.type === 'MemberExpression' &&
    !each.computed &&
    each.property.type === 'Identifier' &&
    names.length < 4
  ) {
    names.unshift(each.property.name);
    each = each.object;
  }
  if (each.type === 'MetaProperty') return ['import.meta', ...names].join('.');
  return each.type === 'Identifier' ? [each.name, ...names].join('.') : undefined;
}
