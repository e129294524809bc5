import type { Node } from '@babel/types';
import type { Location } from '../model/location.js';
import { placeOf, type Binding, type Module } from './modules.js';
import { Scopes } from './scopes.js';
import { walk, type Path } from './walk.js';

/** A place where a program uses something of another module: not its import, and not a type. */
export interface Use {
  specifier: string;
  /** The name in the other module, whatever it is called here; `default` for the default export. */
  name: string;
  at: Location;
  /** The expression or JSX name; undefined in the markup of a single-file component. */
  path: Path | undefined;
  module: Module;
}

/** The uses of these bindings of a module, in source order, those in the markup of a single-file component first. */
export function usesOf(module: Module, bindings: readonly Binding[]): readonly Use[] {
  if (bindings.length === 0) return [];
  const byLocal = new Map(bindings.map((binding) => [binding.local, binding]));
  const uses = markupUses(module, bindings);
  const scopes = new Scopes();
  walk(module.program.ast.program, (path) => {
    const { node } = path;
    if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return;
    const binding = byLocal.get(node.name);
    if (!binding || !isValue(path) || scopes.shadows(path, node.name)) return;
    const whole = memberOf(path);
    const name = binding.name !== '*' ? binding.name : (whole?.name ?? 'default');
    const used = binding.name === '*' && whole ? whole.path : path;
    uses.push({ specifier: binding.specifier, name, at: placeOf(module, used.node), path: used, module });
  });
  return uses;
}

function markupUses(module: Module, bindings: readonly Binding[]): Use[] {
  return bindings.flatMap(({ local, specifier, name }) => {
    const used = name === '*' ? membersIn(module, local) : module.program.components.has(local) ? [name] : [];
    const at = module.imports.find((each) => each.specifier === specifier)?.at;
    return at ? used.map((each): Use => ({ specifier, name: each, at, path: undefined, module })) : [];
  });
}

function membersIn({ program }: Module, local: string): readonly string[] {
  return [...program.components].filter((tag) => tag.startsWith(`${local}.`)).map((tag) => tag.slice(local.length + 1));
}

/** Whether an identifier stands for a value: it is no declaration, no key and no part of an import or export list. */
function isValue({ node, key, parent }: Path): boolean {
  const outer = parent?.node;
  if (!outer) return false;
  switch (outer.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ExportSpecifier':
    case 'ExportNamespaceSpecifier':
    case 'JSXClosingElement':
    case 'JSXAttribute':
    case 'LabeledStatement':
      return false;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return key === 'object' || outer.computed;
    case 'JSXMemberExpression':
      return key === 'object' && !isClosing(parent);
    case 'ObjectProperty':
      // In a pattern the value is a new name.
      return key === 'value' && parent.parent?.node.type !== 'ObjectPattern' && node.type === 'Identifier';
    case 'VariableDeclarator':
      return key === 'init';
    default:
      return !DECLARING_KEYS.has(key);
  }
}

/** Keys under which a name is declared, not used. */
const DECLARING_KEYS = new Set(['id', 'params', 'param', 'key', 'label']);

function isClosing(path: Path): boolean {
  return path.parent?.node.type === 'JSXClosingElement';
}

/** For `Lib` in `Lib.name` or `<Lib.name>`: the name, and the whole. */
function memberOf({ key, parent }: Path): { name: string; path: Path } | undefined {
  const outer = parent?.node;
  if (!outer || key !== 'object') return undefined;
  const name = propertyName(outer);
  return name === undefined ? undefined : { name, path: parent };
}

function propertyName(node: Node): string | undefined {
  if (node.type === 'JSXMemberExpression') return node.property.name;
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  return node.property.type === 'Identifier' ? node.property.name : undefined;
}
