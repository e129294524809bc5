import type { Location } from '../../model/location.js';
import type { Json } from '../../syntax/json.js';
import type { Module } from '../modules.js';
import { processObject } from './globals.js';
import type { Machine } from './machine.js';
import { externalMember } from './members.js';
import { newScope } from './scope.js';
import {
  cellsOf,
  external,
  objectOf,
  primitive,
  unknown,
  type Cell,
  type External,
  type JsValue,
  type ObjectValue,
  type Scope,
} from './values.js';

/** A module that runs or has run. */
export interface Running {
  module: Module;
  scope: Scope;
  /** What an `export` gives: cells, as names stay bound to what they are set to later. */
  exports: Map<string, Cell>;
  /** `module` of CommonJS; its `exports` is a property. */
  object: ObjectValue;
  started: boolean;
}

/** The modules of a machine. */
export interface Modules {
  running: Map<string, Running>;
  packages: Map<string, External>;
}

export function newModules(): Modules {
  return { running: new Map(), packages: new Map() };
}

/** A module ready to run: names that its file alone has. */
export function moduleOf(machine: Machine, modules: Modules, module: Module): Running {
  const known = modules.running.get(module.file);
  if (known) return known;
  const at = machine.at(module.program.ast.program, module);
  const folder = module.file.slice(0, Math.max(module.file.lastIndexOf('/'), 0));
  const exported = objectOf([], at);
  const object = objectOf([['exports', exported]], at);
  const scope = newScope(undefined, true);
  scope.names = cellsOf([
    ['module', object],
    ['exports', exported],
    ['__filename', { is: 'path', path: module.file, as: 'path', at }],
    ['__dirname', { is: 'path', path: folder, as: 'path', at }],
  ]);
  const running: Running = { module, scope, exports: new Map(), object, started: false };
  modules.running.set(module.file, running);
  return running;
}

/** Runs a module, unless it has begun to run. */
export function runModule(
  machine: Machine,
  running: Running,
  at: Location,
  prepare: (machine: Machine, running: Running) => void,
): void {
  if (running.started) return;
  running.started = true;
  const { module, scope } = running;
  const { state } = machine;
  const { stack } = state;
  if (module !== machine.program.entry) state.stack = [...stack, { at, words: `loads ${module.file}` }];
  state.returns.push([]);
  prepare(machine, running);
  machine.execute(module.program.ast.program.body, scope, module);
  state.returns.pop();
  state.stack = stack;
}

/** What a module gives under a name; `*` for all. */
export function exportOf(machine: Machine, running: Running, name: string, at: Location): JsValue {
  const own = running.exports.get(name);
  if (own) return own.value;
  const { exports, module } = running;
  const whole = running.object.cells.get('exports')?.value;
  const isEmpty = whole?.is === 'object' && whole.cells.size === 0;
  const isCommon = exports.size === 0 && module.passedOnWhole.length === 0;
  if (name === '*') return isCommon ? (whole ?? primitive(undefined, at)) : namespaceOf(machine, running, at);
  if (name === 'default' && isCommon) {
    // A compiled module has its default as a property.
    const compiled = whole?.is === 'object' ? whole.cells.get('default') : undefined;
    return compiled?.value ?? whole ?? primitive(undefined, at);
  }
  if (whole && !isEmpty) return machine.member(whole, name, at);
  for (const specifier of module.passedOnWhole) {
    const target = machine.program.resolve(module.file, specifier);
    if (target.is === 'package') return externalMember(machine.packageOf(target.specifier, at), name, at);
    const found = target.is === 'module' ? machine.exported(target.module.file, name, at) : undefined;
    if (found && found.is !== 'unknown') return found;
  }
  return unknown(`${module.file} does not export ${name}`, at);
}

function namespaceOf(machine: Machine, running: Running, at: Location): JsValue {
  const namespace = objectOf([], at);
  namespace.cells = running.exports;
  namespace.lookup = (name, place) => {
    if (name === 'then') return undefined;
    const found = exportOf(machine, running, name, place);
    return found.is === 'unknown' ? undefined : found;
  };
  return namespace;
}

/** What `require('x')` or `import('x')` gives of a module that has run. */
export function moduleValue(machine: Machine, running: Running, at: Location, by: 'import' | 'require'): JsValue {
  const found = exportOf(machine, running, '*', at);
  const isCommon = running.exports.size === 0;
  if (by === 'require' || !isCommon || found.is !== 'object' || found.cells.has('default')) return found;
  // A module of CommonJS is the default of what import() gives, too.
  return { ...found, lookup: (name, place) => (name === 'default' ? found : found.lookup?.(name, place)) };
}

export function packageValue(machine: Machine, specifier: string, at: Location): JsValue {
  if (/^(?:node:)?process$/.test(specifier)) return processObject(machine, at);
  return machine.packageOf(specifier, at);
}

/** A package, the same each time. */
export function packageOf(modules: Modules, specifier: string, at: Location): External {
  const name = specifier.replace(/^node:/, '');
  const known = modules.packages.get(name) ?? external({ by: 'package', specifier: name }, at);
  modules.packages.set(name, known);
  return known;
}

/** Data of a file, with its places. */
export function jsonValue(json: Json): JsValue {
  switch (json.is) {
    case 'object':
      return objectOf(
        [...json.members].map(([name, { value }]) => [name, jsonValue(value)] as const),
        json.at,
      );
    case 'array':
      return { is: 'array', items: json.items.map(jsonValue), at: json.at };
    case 'null':
      return primitive(null, json.at);
    default:
      return primitive(json.value, json.at);
  }
}
