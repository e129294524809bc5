import type { Expression, Identifier, Python, Span, Statement } from '../../syntax/python.js';
import { reachedOnImport } from './reached.js';
import { outsideBlocks, walk, type PythonNode } from './walk.js';

/** How a name comes about. `other` is a loop, a `with`, a pattern and the like. */
export type How = 'assignment' | 'function' | 'class' | 'import' | 'other';

/** A place that gives a name to something. */
export type Binding = { name: string; at: Span } & (
  | { by: Exclude<How, 'import'> }
  /** `import a.b` gives the module `a`; `import a.b as c` gives `a.b`. */
  | { by: 'import'; module: string }
  | { by: 'fromImport'; source: Source; imported: string }
);

/** The module behind `from`: `level` is the number of dots before it. */
export interface Source {
  level: number;
  module: string;
}

/** `why` is a clause. */
interface Doubt {
  why: string;
  at: Span;
}

/** What an importer finds in a module, as far as the module's own text tells. */
export interface Bindings {
  /** In the order of the text. */
  names: readonly Binding[];
  stars: readonly { source: Source; at: Span }[];
  /** `__all__`: undefined without one, unknown where it is made in a way that is not read. */
  all: { is: 'names'; names: readonly string[] } | { is: 'unknown' } | undefined;
  deleted: ReadonlyMap<string, Span>;
  /** Names that functions declare `global`, and so may set when they are called. */
  globals: ReadonlyMap<string, Span>;
  /** The first thing that may give the module names of any kind. */
  dynamic: Doubt | undefined;
}

const known = new WeakMap<Python, Bindings>();

/** The names that a module has once it is imported; conditional ones count. */
export function bindingsOf(program: Python): Bindings {
  const bindings = known.get(program) ?? readBindings(program);
  known.set(program, bindings);
  return bindings;
}

function readBindings({ body, text }: Python): Bindings {
  const reached = reachedOnImport(body);
  return {
    names: reached.flatMap(bindingsIn),
    stars: reached.flatMap((each) =>
      each.is === 'fromImport' && each.names === '*' ? [{ source: sourceOf(each), at: each }] : [],
    ),
    all: exportList(reached),
    ...doubts(reached, text),
  };
}

function bindingsIn(statement: Statement): readonly Binding[] {
  const assigned = (by: 'assignment' | 'other', targets: readonly (Expression | undefined)[]): readonly Binding[] =>
    targets.flatMap((target) => (target ? targetNames(target) : [])).map((at) => ({ name: at.name, by, at }));
  const own = (): readonly Binding[] => {
    switch (statement.is) {
      case 'assign':
        return statement.value ? assigned('assignment', statement.targets) : [];
      case 'augmentedAssign':
        return assigned('assignment', [statement.target]);
      case 'for':
        return assigned('other', [statement.target]);
      case 'with':
        return assigned(
          'other',
          statement.items.map(({ target }) => target),
        );
      case 'match':
        return statement.cases.flatMap(({ binds }) => binds.map((at) => ({ name: at.name, by: 'other', at })));
      case 'typeAlias':
        return [{ name: statement.name.name, by: 'other', at: statement.name }];
      case 'function':
      case 'class':
        return [{ name: statement.name.name, by: statement.is, at: statement.name }];
      case 'import':
        return statement.modules.map(importBinding);
      case 'fromImport':
        return fromImportBindings(statement);
      default:
        return [];
    }
  };
  return [...own(), ...walruses(statement)];
}

function importBinding(imported: { name: string; as: Identifier | undefined } & Span): Binding {
  const { name, as, start, end } = imported;
  const top = name.split('.')[0] ?? name;
  return { name: as?.name ?? top, by: 'import', module: as ? name : top, at: { start, end } };
}

function fromImportBindings(statement: Extract<Statement, { is: 'fromImport' }>): readonly Binding[] {
  if (statement.names === '*') return [];
  const source = sourceOf(statement);
  return statement.names.map(({ name, as, start, end }) => ({
    name: as?.name ?? name,
    by: 'fromImport',
    source,
    imported: name,
    at: { start, end },
  }));
}

function sourceOf({ level, module }: Source): Source {
  return { level, module };
}

/** Names given in the middle of an expression. */
function walruses(statement: Statement): readonly Binding[] {
  const found: Binding[] = [];
  walk(outsideBlocks(statement), (node) => {
    if (node.is === 'walrus') found.push({ name: node.name, by: 'assignment', at: node });
    return node.is !== 'lambda';
  });
  return found;
}

/** The names that an assignment to a target gives. */
function targetNames(target: Expression): readonly Identifier[] {
  switch (target.is) {
    case 'name':
      return [target];
    case 'tuple':
    case 'list':
      return target.items.flatMap(targetNames);
    case 'starred':
      return targetNames(target.value);
    default:
      return [];
  }
}

const ALL = '__all__';

/** Reads `__all__ = […]` and `__all__ += […]`. Any other mention, such as `__all__.append`, makes it unknown. */
function exportList(reached: readonly Statement[]): Bindings['all'] {
  const names: string[] = [];
  let mentions = 0;
  let read = 0;
  for (const statement of reached) {
    walk(outsideBlocks(statement), (node) => {
      if (node.is === 'name' && node.name === ALL) mentions++;
      return true;
    });
    const strings = addedToAll(statement);
    if (!strings) continue;
    names.push(...strings);
    read++;
  }
  if (mentions === 0) return undefined;
  return mentions === read ? { is: 'names', names } : { is: 'unknown' };
}

/** The names that a statement puts into `__all__`; undefined where it does nothing of the kind that is understood. */
function addedToAll(statement: Statement): readonly string[] | undefined {
  const isAll = (target: Expression | undefined): boolean => target?.is === 'name' && target.name === ALL;
  if (statement.is === 'assign' && isAll(statement.targets[0])) return stringsIn(statement.value);
  if (statement.is === 'augmentedAssign' && isAll(statement.target)) return stringsIn(statement.value);
  return undefined;
}

/** The strings of a list or tuple that holds nothing else. */
function stringsIn(value: Expression | undefined): readonly string[] | undefined {
  if (value?.is !== 'list' && value?.is !== 'tuple') return undefined;
  const strings = value.items.flatMap((item) => (item.is === 'string' ? [item.value] : []));
  return strings.length === value.items.length ? strings : undefined;
}

/** What gives a module names that are not written as such, when it is called while the module is read. */
const WRITES_NAMES = new Set(['exec', 'globals', 'locals', 'vars', 'setattr']);

/** What of the module `enum` puts members into the module around them. */
const SPREADS_MEMBERS = new Set(['global_enum', '_convert_']);

/** The same in a part that is only seen as a whole. */
const UNSEEN = /\b(?:exec|globals|locals|vars|setattr|modules)\b|:=/;

function doubts(reached: readonly Statement[], text: string): Pick<Bindings, 'deleted' | 'globals' | 'dynamic'> {
  const deleted = new Map<string, Span>();
  const globals = new Map<string, Span>();
  let dynamic: Doubt | undefined;
  const isDynamic = (why: string, at: Span): void => void (dynamic ??= { why, at });

  const outer = (node: PythonNode): boolean => {
    if (node.is === 'name' && WRITES_NAMES.has(node.name)) isDynamic(`uses ${node.name}()`, node);
    if (node.is === 'opaque' && UNSEEN.test(text.slice(node.start, node.end))) isDynamic('is not fully read', node);
    if (isModuleTable(node)) isDynamic('uses sys.modules', node);
    if ((node.is === 'name' || node.is === 'attribute') && SPREADS_MEMBERS.has(node.name)) {
      isDynamic('spreads the members of an enumeration', node);
    }
    return true;
  };
  // In functions and classes: only what reaches out of them.
  const inner = (node: PythonNode): boolean => {
    if (node.is === 'global') for (const name of node.names) globals.set(name, node);
    if (node.is === 'name' && node.name === 'globals') isDynamic('uses globals()', node);
    if (isModuleTable(node)) isDynamic('uses sys.modules', node);
    return true;
  };
  for (const statement of reached) {
    if (statement.is === 'delete') {
      for (const at of statement.targets.flatMap(targetNames)) deleted.set(at.name, at);
    }
    if (statement.is === 'function' && statement.name.name === '__getattr__') {
      isDynamic('defines __getattr__', statement.name);
    }
    if (statement.is === 'opaque') outer(statement);
    walk(outsideBlocks(statement), outer);
    if (statement.is === 'function' || statement.is === 'class') walk(statement.body, inner);
  }
  return { deleted, globals, dynamic };
}

/** `sys.modules`, through which a module can be replaced. */
function isModuleTable(node: PythonNode): boolean {
  return node.is === 'attribute' && node.name === 'modules' && node.object.is === 'name' && node.object.name === 'sys';
}
