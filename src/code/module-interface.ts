import type {
  CallExpression,
  ExportAllDeclaration,
  ExportNamedDeclaration,
  ImportDeclaration,
  ImportExpression,
  Node,
} from '@babel/types';
import type { Location } from '../model/location.js';
import type { JavaScript } from '../syntax/javascript.js';
import type { Lines } from '../syntax/lines.js';
import { bare, textOf } from './literals.js';
import { alwaysRuns, neverRuns } from './live.js';
import { declaredNames, requestOf } from './scopes.js';
import { walk, type Path } from './walk.js';

/** A mention of another module, types left out. */
export interface Import {
  specifier: string;
  at: Location;
  /** By an `import` declaration, by an `export … from`, or by a call of `import` or `require`. */
  by: 'import' | 'export' | 'call';
  /** The names an `import` declaration gives; none for `import 'x'`, which only runs the module. */
  locals: readonly string[];
  /** A production build for browsers leaves it out. */
  neverRuns: boolean;
  /** A declaration, or a call of `require` that runs whenever the module is loaded. */
  onLoad: boolean;
}

/** Something of another module. `name` is `default`, or `*` for the module as a whole. */
export interface Origin {
  specifier: string;
  name: string;
}

/** A local name for something of another module. */
export interface Binding extends Origin {
  local: string;
}

/** What a module takes from others, and what of it it passes on. */
export interface ModuleInterface {
  imports: readonly Import[];
  bindings: readonly Binding[];
  /** Exported names that are another module's. */
  passedOn: ReadonlyMap<string, Origin>;
  /** Modules all of whose names are passed on. */
  passedOnWhole: readonly string[];
  /** Exported names that are its own. */
  exported: ReadonlySet<string>;
  /** What specifiers begin with that are put together when it runs: `./env/` of `require('./env/' + name)`. */
  beginnings: readonly string[];
  /** `./a/b` of `require(path.join(__dirname, 'a', 'b'))`. */
  joined: readonly string[];
}

/** Reads the imports and re-exports of a program, CommonJS's included. */
export function moduleInterface(program: JavaScript): ModuleInterface {
  const collector = new Collector(program.lines);
  walk(program.ast.program, (path) => {
    collector.visit(path);
  });
  collector.end();
  return collector;
}

class Collector implements ModuleInterface {
  readonly imports: Import[] = [];
  readonly bindings: Binding[] = [];
  readonly passedOn = new Map<string, Origin>();
  readonly passedOnWhole: string[] = [];
  readonly exported = new Set<string>();
  readonly beginnings: string[] = [];
  readonly joined: string[] = [];
  readonly #byLocal = new Map<string, Binding>();
  /** Exports without a source: names here and outside. */
  readonly #listed: { local: string; name: string }[] = [];

  constructor(private readonly lines: Lines) {}

  visit(path: Path): void {
    const { node } = path;
    if (node.type === 'ImportDeclaration') this.#imported(node);
    else if (node.type === 'ExportNamedDeclaration') this.#exported(node);
    else if (node.type === 'ExportAllDeclaration') this.#exportedWhole(node);
    else if (node.type === 'ExportDefaultDeclaration') this.exported.add('default');
    else if (node.type === 'CallExpression' || node.type === 'ImportExpression') this.#requested(node, path);
    // `import x = require('x')` of TypeScript.
    else if (node.type === 'TSExternalModuleReference') this.#mention(node.expression, 'call');
  }

  /** Imports may stand behind the exports that name them. */
  end(): void {
    for (const { local, name } of this.#listed) {
      const origin = this.#byLocal.get(local);
      if (origin) this.passedOn.set(name, origin);
      else this.exported.add(name);
    }
  }

  #imported({ importKind, specifiers, source }: ImportDeclaration): void {
    const taken = specifiers.filter((each) => each.type !== 'ImportSpecifier' || isValue(each.importKind));
    // `import {} from` and `import 'x'` run the module; `import { type X } from` does not.
    if (!isValue(importKind) || (taken.length === 0 && specifiers.length > 0)) return;
    const locals = taken.map((each) => each.local.name);
    const specifier = this.#mention(source, 'import', { locals });
    if (specifier === undefined) return;
    for (const each of taken) this.#bind({ local: each.local.name, specifier, name: importedName(each) });
  }

  #exported({ exportKind, specifiers, source, declaration }: ExportNamedDeclaration): void {
    if (!isValue(exportKind)) return;
    for (const name of declaredNames(declaration)) this.exported.add(name);
    const specifier = source ? this.#mention(source, 'export') : undefined;
    for (const each of specifiers) {
      if (each.type === 'ExportDefaultSpecifier') continue;
      const name = each.type === 'ExportSpecifier' ? nameOf(each.local) : '*';
      // Without a source the name is a local one, maybe an import.
      if (specifier === undefined) this.#listed.push({ local: name, name: nameOf(each.exported) });
      else this.passedOn.set(nameOf(each.exported), { specifier, name });
    }
  }

  #exportedWhole({ exportKind, source }: ExportAllDeclaration): void {
    const specifier = isValue(exportKind) ? this.#mention(source, 'export') : undefined;
    if (specifier !== undefined) this.passedOnWhole.push(specifier);
  }

  #requested(node: CallExpression | ImportExpression, path: Path): void {
    const source = requestOf(node);
    const isRequire = node.type === 'CallExpression' && nameOf(node.callee) === 'require';
    const runs = { neverRuns: neverRuns(path), onLoad: isRequire && alwaysRuns(path) };
    const specifier = source && this.#mention(source, 'call', runs);
    const beginning = specifier === undefined ? beginningOf(source) : undefined;
    if (beginning !== undefined) this.beginnings.push(beginning);
    const joined = joinedFrom(source);
    if (joined !== undefined) this.joined.push(joined);
    if (specifier === undefined) return;
    for (const binding of requireBindings(path, specifier)) this.#bind(binding);
  }

  #bind(binding: Binding): void {
    this.bindings.push(binding);
    this.#byLocal.set(binding.local, binding);
  }

  #mention(
    source: Node,
    by: Import['by'],
    more: Partial<Pick<Import, 'locals' | 'neverRuns' | 'onLoad'>> = {},
  ): string | undefined {
    const specifier = textOf(source);
    if (specifier !== undefined) {
      const at = this.lines.location(source.start ?? 0, source.end ?? 0);
      this.imports.push({ specifier, at, by, locals: [], neverRuns: false, onLoad: by !== 'call', ...more });
    }
    return specifier;
  }
}

/** What a text begins with that is put together. */
function beginningOf(source: Node | undefined): string | undefined {
  let node = bare(source);
  for (let turn = 0; turn < 20 && node?.type === 'BinaryExpression'; turn++) node = bare(node.left);
  const text = node?.type === 'TemplateLiteral' ? node.quasis[0]?.value.cooked : textOf(node);
  return text?.startsWith('.') === true && text.includes('/') ? text : undefined;
}

/** The parts of a path under the module's own folder. */
function joinedFrom(source: Node | undefined): string | undefined {
  const call = bare(source);
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const [folder, ...parts] = call.arguments;
  const texts = parts.map((each) => textOf(each));
  const isJoin = /^(?:join|resolve)$/.test(nameOf(call.callee.property)) && nameOf(folder ?? call) === '__dirname';
  return isJoin && texts.length > 0 && texts.every((each) => each !== undefined) ? `./${texts.join('/')}` : undefined;
}

function importedName(each: ImportDeclaration['specifiers'][number]): string {
  if (each.type === 'ImportSpecifier') return nameOf(each.imported);
  return each.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

function isValue(kind: string | null | undefined): boolean {
  return kind !== 'type' && kind !== 'typeof';
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : '';
}

/** The names that `const … = require('x')` or `= await import('x')` gives, `.name` behind it included. */
function requireBindings(request: Path, specifier: string): Binding[] {
  let path = request.parent;
  if (path?.node.type === 'AwaitExpression') path = path.parent;
  let name = '*';
  if (path?.node.type === 'MemberExpression' && path.node.property.type === 'Identifier' && !path.node.computed) {
    name = path.node.property.name;
    path = path.parent;
  }
  const declarator = path?.node;
  if (declarator?.type !== 'VariableDeclarator') return [];
  const { id } = declarator;
  if (id.type === 'Identifier') return [{ local: id.name, specifier, name }];
  if (id.type !== 'ObjectPattern' || name !== '*') return [];
  return id.properties.flatMap((each) => {
    if (each.type !== 'ObjectProperty') return [];
    const target = bare(each.value);
    return target?.type === 'Identifier' ? [{ local: target.name, specifier, name: nameOf(each.key) }] : [];
  });
}
