import type { CallExpression, ImportExpression, Node } from '@babel/types';
import { bare } from './literals.js';
import type { Path } from './walk.js';

/** Names that the parts of a program declare for themselves; one instance serves one module. */
export class Scopes {
  readonly #names = new Map<Node, ReadonlySet<string>>();

  /** Whether a name means something else at a place than at the top level of the file. */
  shadows(path: Path, name: string): boolean {
    for (let each = path.parent; each; each = each.parent) {
      if (each.node.type === 'Program') return false;
      if (this.#declaredBy(each.node).has(name)) return true;
    }
    return false;
  }

  #declaredBy(node: Node): ReadonlySet<string> {
    const known = this.#names.get(node) ?? new Set(declaredIn(node));
    this.#names.set(node, known);
    return known;
  }
}

/** What a function, block, loop or `catch` declares for what is inside of it. */
function declaredIn(node: Node): readonly string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return node.params.flatMap(namesIn);
    case 'BlockStatement':
      return node.body.flatMap(declaredNames);
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent.flatMap(declaredNames));
    case 'ForStatement':
      return declaredNames(node.init);
    case 'ForInStatement':
    case 'ForOfStatement':
      return declaredNames(node.left);
    case 'CatchClause':
      return namesIn(node.param);
    default:
      return [];
  }
}

/** The names a declaration gives; none for other statements. */
export function declaredNames(statement: Node | null | undefined): readonly string[] {
  switch (statement?.type) {
    case 'VariableDeclaration':
      // A name for a module that is asked for there is that module's.
      return statement.declarations.flatMap(({ id, init }) => (isRequest(init) ? [] : namesIn(id)));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return statement.id ? [statement.id.name] : [];
    default:
      return [];
  }
}

function isRequest(init: Node | null | undefined): boolean {
  let value = bare(init);
  if (value?.type === 'MemberExpression') value = bare(value.object);
  if (value?.type === 'AwaitExpression') value = bare(value.argument);
  return (value?.type === 'CallExpression' || value?.type === 'ImportExpression') && requestOf(value) !== undefined;
}

/** The names of a pattern. */
function namesIn(pattern: Node | null | undefined): readonly string[] {
  const names: string[] = [];
  const pending: (Node | null | undefined)[] = [pattern];
  while (pending.length > 0) {
    const each = pending.pop();
    switch (each?.type) {
      case 'Identifier':
        names.push(each.name);
        break;
      case 'AssignmentPattern':
        pending.push(each.left);
        break;
      case 'RestElement':
        pending.push(each.argument);
        break;
      case 'ArrayPattern':
        pending.push(...each.elements);
        break;
      case 'ObjectPattern':
        pending.push(...each.properties.map((inner) => (inner.type === 'ObjectProperty' ? inner.value : inner)));
        break;
      case 'TSParameterProperty':
        pending.push(each.parameter);
        break;
      default:
    }
  }
  return names;
}

/** What `require('x')` or `import('x')` asks for. */
export function requestOf(node: CallExpression | ImportExpression): Node | undefined {
  if (node.type === 'ImportExpression') return node.source;
  const { callee, arguments: given } = node;
  const asks = callee.type === 'Import' || (callee.type === 'Identifier' && callee.name === 'require');
  return asks ? given[0] : undefined;
}
