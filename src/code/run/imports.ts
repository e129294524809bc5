import type { ImportDeclaration, Node } from '@babel/types';
import type { Context } from './expressions.js';
import type { Machine } from './machine.js';
import type { Running } from './modules.js';
import { find } from './scope.js';
import { unknown, type Cell, type JsValue } from './values.js';

/** Runs what a module imports, and gives it the names. */
export function bindImports(machine: Machine, { module, scope }: Running): void {
  for (const node of module.program.ast.program.body) {
    if (node.type === 'ImportDeclaration') bindImport({ machine, module, scope }, node);
    const source =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration' ? node.source : undefined;
    if (source && !isType(node)) machine.request(source.value, module, machine.at(source, module), 'import');
    if (node.type === 'TSImportEqualsDeclaration' && node.moduleReference.type === 'TSExternalModuleReference') {
      const { expression } = node.moduleReference;
      const value = machine.request(expression.value, module, machine.at(node, module), 'require');
      scope.names.set(node.id.name, { value });
    }
  }
}

function isType(node: Node): boolean {
  return 'exportKind' in node && node.exportKind === 'type';
}

function bindImport({ machine, module, scope }: Context, node: ImportDeclaration): void {
  if (node.importKind === 'type' || node.importKind === 'typeof') return;
  const { value: specifier } = node.source;
  const at = machine.at(node.source, module);
  const taken = node.specifiers.filter((each) => each.type !== 'ImportSpecifier' || each.importKind !== 'type');
  if (taken.length === 0 && node.specifiers.length > 0) return;
  const whole = machine.request(specifier, module, at, 'import');
  const target = machine.program.resolve(module.file, specifier);
  for (const each of taken) {
    const name =
      each.type === 'ImportSpecifier'
        ? nameOf(each.imported)
        : each.type === 'ImportDefaultSpecifier'
          ? 'default'
          : '*';
    const value = (): JsValue => {
      if (name === '*') return whole;
      if (target.is === 'module') return machine.exported(target.module.file, name, at);
      return name === 'default' ? whole : machine.member(whole, name, machine.at(each, module));
    };
    scope.names.set(each.local.name, bound(value));
  }
}

/** A cell that is read through to another place. */
function bound(read: () => JsValue): Cell {
  return {
    get value() {
      return read();
    },
    set value(_) {
      // What is imported cannot be assigned.
    },
  };
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : '';
}

/** Notes what a module exports, before it runs: names stay bound to what they are set to later. */
export function declareExports(machine: Machine, running: Running): void {
  const { module, exports } = running;
  for (const node of module.program.ast.program.body) {
    if (node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type') {
      for (const local of declaredBy(node.declaration)) exports.set(local, byName(machine, running, local, node));
      for (const each of node.specifiers) {
        if (each.type !== 'ExportSpecifier' && each.type !== 'ExportNamespaceSpecifier') continue;
        const name = nameOf(each.exported);
        const local = each.type === 'ExportSpecifier' ? nameOf(each.local) : '*';
        exports.set(
          name,
          node.source
            ? fromModule(machine, running, node.source.value, local, node)
            : byName(machine, running, local, node),
        );
      }
    }
    if (node.type === 'ExportDefaultDeclaration') {
      const { declaration } = node;
      const id =
        declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration'
          ? declaration.id
          : undefined;
      if (id) exports.set('default', byName(machine, running, id.name, node));
      else exports.set('default', { value: unknown('it is not set yet', machine.at(node, module)) });
    }
  }
}

function byName(machine: Machine, { scope, module }: Running, local: string, node: Node): Cell {
  return bound(() => find(scope, local)?.value ?? unknown(`${local} is not set yet`, machine.at(node, module)));
}

function fromModule(machine: Machine, { module }: Running, specifier: string, name: string, node: Node): Cell {
  const at = machine.at(node, module);
  return bound(() => {
    const target = machine.program.resolve(module.file, specifier);
    if (target.is === 'module' && name !== '*') return machine.exported(target.module.file, name, at);
    const whole = machine.request(specifier, module, at, 'import');
    return name === '*' || name === 'default' ? whole : machine.member(whole, name, at);
  });
}

function declaredBy(node: Node | null | undefined): readonly string[] {
  switch (node?.type) {
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => patternNames(id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return node.id ? [node.id.name] : [];
    default:
      return [];
  }
}

function patternNames(pattern: Node | null | undefined): readonly string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        patternNames(each.type === 'ObjectProperty' ? each.value : each.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => patternNames(each));
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}
