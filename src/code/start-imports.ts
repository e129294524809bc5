import type { Node } from '@babel/types';
import type { Import, Module } from './modules.js';
import { usesOf } from './uses.js';
import { walk, type Path } from './walk.js';

/**
 * The imports that a module cannot be loaded without by Node: no call in a function, under a condition or where its
 * failure is caught, and in TypeScript none whose names stand for types only, which the compiler leaves out.
 */
export function importsOnLoad(module: Module): readonly Import[] {
  const { imports, file } = module;
  const certain = certainCalls(module);
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const used = isTypeScript ? usedSpecifiers(module) : undefined;
  return imports.filter(({ by, at, locals, specifier }) => {
    if (by === 'call') return certain.has(at.range.start.offset);
    return by === 'export' || locals.length === 0 || !used || used.has(specifier);
  });
}

function usedSpecifiers(module: Module): ReadonlySet<string> {
  return new Set(usesOf(module, module.bindings).map(({ specifier }) => specifier));
}

/** Where the arguments stand of calls of `require` that always run. */
function certainCalls({ program }: Module): ReadonlySet<number> {
  const found = new Set<number>();
  walk(program.ast.program, (path) => {
    const { node } = path;
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return;
    const [argument] = node.arguments;
    if (argument && alwaysRuns(path)) found.add(argument.start ?? 0);
  });
  return found;
}

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

function alwaysRuns(path: Path): boolean {
  for (let each: Path | undefined = path; each; each = each.parent) if (CONDITIONAL.has(each.node.type)) return false;
  return true;
}
