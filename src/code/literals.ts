import type { Expression, File, Node, ObjectExpression } from '@babel/types';
import { join } from '../repository/paths.js';
import { walk } from './walk.js';

/** An expression without the wrappers that only concern types or grouping. */
export function bare(node: Node | null | undefined): Node | undefined {
  let inner = node ?? undefined;
  for (;;) {
    switch (inner?.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TypeCastExpression':
      case 'ParenthesizedExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** A text that is written as such: a string, or a template without expressions. */
export function textOf(node: Node | null | undefined): string | undefined {
  const value = bare(node);
  if (value?.type === 'StringLiteral') return value.value;
  if (value?.type !== 'TemplateLiteral' || value.expressions.length > 0) return undefined;
  return value.quasis[0]?.value.cooked ?? undefined;
}

/** The value of a property of an object literal; `spread` where the object takes in another one, which may set it. */
export function property(
  object: ObjectExpression,
  name: string,
): { is: 'set'; value: Node } | { is: 'unset' } | { is: 'spread' } {
  let spread = false;
  for (const each of [...object.properties].reverse()) {
    if (each.type === 'SpreadElement') spread = true;
    else if (keyOf(each) === name)
      return spread ? { is: 'spread' } : { is: 'set', value: each.type === 'ObjectMethod' ? each : each.value };
  }
  return spread ? { is: 'spread' } : { is: 'unset' };
}

/** The name of a property, where it is written as such. */
export function keyOf(each: { key: Node; computed?: boolean }): string | undefined {
  if (each.key.type === 'StringLiteral') return each.key.value;
  return each.key.type === 'Identifier' && each.computed !== true ? each.key.name : undefined;
}

/** The value under a path of keys of object literals; undefined where it is not written there. */
export function valueAt(file: File, node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let value = constant(file, node);
  for (const key of path) {
    if (value?.type !== 'ObjectExpression') return undefined;
    const found = property(value, key);
    value = found.is === 'set' ? constant(file, found.value) : undefined;
  }
  return value;
}

/** What the constant that an expression names is set to at the top level of the file, else the expression itself. */
export function constant(file: File, node: Node | undefined): Node | undefined {
  const value = bare(node);
  return value?.type === 'Identifier' ? (bare(declared(file, value.name)) ?? value) : value;
}

/** What a `const` at the top level is set to; where it is exported, too. */
export function declared(file: File, name: string): Expression | undefined {
  for (const statement of file.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && id.name === name) return init ?? undefined;
    }
  }
  return undefined;
}

/**
 * The object a configuration file exports: directly, through a call such as `defineConfig({…})`, by a function that
 * returns it, or by a constant. Undefined where it is put together in another way.
 */
export function exportedObject(file: File): ObjectExpression | undefined {
  for (const statement of file.program.body) {
    if (statement.type === 'ExportDefaultDeclaration') return objectOf(file, statement.declaration);
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = statement.expression;
    if (isModuleExports(left)) return objectOf(file, right);
  }
  return undefined;
}

function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'exports'
  );
}

function objectOf(file: File, node: Node | undefined): ObjectExpression | undefined {
  // Each turn takes off one layer: call, function, constant.
  let value = constant(file, node);
  for (let turn = 0; turn < 5 && value; turn++) {
    switch (value.type) {
      case 'ObjectExpression':
        return value;
      case 'CallExpression':
        value = constant(file, value.arguments[0]);
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        value = constant(file, value.body.type === 'BlockStatement' ? onlyReturn(value.body) : value.body);
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** What a function returns, where it has one `return` only. */
function onlyReturn(body: Node): Node | undefined {
  const returned: (Node | undefined)[] = [];
  walk(body, ({ node, parent }) => {
    if (node.type !== 'ReturnStatement') return;
    // A return of a function inside is not this one's.
    for (let outer = parent; outer; outer = outer.parent) if (/Function|Method/.test(outer.node.type)) return;
    returned.push(node.argument ?? undefined);
  });
  return returned.length === 1 ? returned[0] : undefined;
}

/** Deepest nesting of calls that is followed for a path: constants may refer to themselves. */
const MAX_PATH_DEPTH = 10;

/**
 * The path an expression in a configuration file stands for, relative to the repository's root: a text, or the usual
 * ways to build a path from the file's own folder (`path.resolve(__dirname, 'src')`, `fileURLToPath(new URL('./src',
 * import.meta.url))`). A text alone that begins with `/` is a path of the machine's, so it is undefined here.
 */
export function pathOf(file: File, node: Node | undefined, folder: string, depth = MAX_PATH_DEPTH): string | undefined {
  const named = bare(node);
  // ES modules declare `__dirname` themselves, to the same effect.
  if (named && isOwnFolder(named)) return folder;
  const value = constant(file, named);
  if (!value || depth === 0) return undefined;
  const text = textOf(value);
  if (text !== undefined) return join(folder, text);
  switch (value.type) {
    case 'NewExpression': {
      const [target] = value.arguments;
      return value.callee.type === 'Identifier' && value.callee.name === 'URL'
        ? pathOf(file, target, folder, depth - 1)
        : undefined;
    }
    case 'MemberExpression':
      return value.property.type === 'Identifier' && value.property.name === 'pathname'
        ? pathOf(file, value.object, folder, depth - 1)
        : undefined;
    case 'CallExpression':
      return calledPath(file, value, folder, depth);
    default:
      return undefined;
  }
}

/** `__dirname`, `import.meta.dirname`, `process.cwd()`: builds run in the folder of their configuration. */
function isOwnFolder(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === '__dirname';
  if (node.type === 'MemberExpression') {
    return (
      node.object.type === 'MetaProperty' && node.property.type === 'Identifier' && node.property.name === 'dirname'
    );
  }
  return node.type === 'CallExpression' && calleeName(node.callee) === 'cwd';
}

function calledPath(
  file: File,
  { callee, arguments: given }: Extract<Node, { type: 'CallExpression' }>,
  folder: string,
  depth: number,
): string | undefined {
  const name = calleeName(callee);
  const [first, ...rest] = given;
  if (name === 'fileURLToPath') return pathOf(file, first, folder, depth - 1);
  if (name !== 'resolve' && name !== 'join') return undefined;
  let path = pathOf(file, first, folder, depth - 1);
  for (const segment of rest) {
    const text = textOf(constant(file, segment));
    path =
      path === undefined || text === undefined
        ? undefined
        : join(path, text.replace(/^\/+/, name === 'join' ? '' : '/'));
  }
  return path;
}

/** The last name of a callee: `resolve` of both `resolve(…)` and `path.resolve(…)`. */
export function calleeName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}
