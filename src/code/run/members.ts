import type { Location } from '../../model/location.js';
import { methodOf } from './methods.js';
import type { Machine } from './machine.js';
import {
  BOTH,
  external,
  mapped,
  objectOf,
  pathOfExternal,
  primitive,
  unknown,
  type ClassValue,
  type External,
  type FunctionValue,
  type JsValue,
  type Member,
  type ObjectValue,
} from './values.js';

/** The property of a value. */
export function member(machine: Machine, object: JsValue, name: string, at: Location): JsValue {
  switch (object.is) {
    case 'oneOf':
      return mapped(object, at, (each) => member(machine, each, name, at));
    case 'object':
      return objectMember(machine, object, name, at);
    case 'external':
      return ofRuntime(machine, object, name, at) ?? externalMember(object, name, at);
    case 'class':
      return classMember(machine, object, name, at);
    case 'function':
      if (name === 'prototype' && !object.cells.has(name)) object.cells.set(name, { value: objectOf([], at) });
      return object.cells.get(name)?.value ?? methodOf(machine, object, name, at) ?? primitive(undefined, at);
    case 'intrinsic':
      return (
        object.cells.get(name)?.value ??
        object.member?.(name, at) ??
        methodOf(machine, object, name, at) ??
        primitive(undefined, at)
      );
    case 'array':
      return arrayMember(machine, object, name, at);
    case 'path':
      if (name === 'href') return object;
      if (name === 'pathname') return { ...object, as: 'path' };
      return methodOf(machine, object, name, at) ?? unknown('a property of it is not followed', at);
    case 'primitive':
      return methodOf(machine, object, name, at) ?? unknown('a property of it is not followed', at);
    case 'unknown':
      return methodOf(machine, object, name, at) ?? unknown(object.why, at);
  }
}

function arrayMember(machine: Machine, array: JsValue & { is: 'array' }, name: string, at: Location): JsValue {
  if (/^\d+$/.test(name)) {
    const item = array.items[Number(name)];
    return item ?? (array.open === undefined ? primitive(undefined, at) : unknown(array.open, at));
  }
  if (name === 'length') {
    return array.open === undefined ? primitive(array.items.length, at) : unknown(array.open, at);
  }
  return methodOf(machine, array, name, at) ?? primitive(undefined, at);
}

function objectMember(machine: Machine, object: ObjectValue, name: string, at: Location): JsValue {
  const own = object.cells.get(name)?.value ?? object.lookup?.(name, at);
  if (own) return own;
  const inherited = object.class && inheritedMember(machine, object.class, name, object, at);
  if (inherited) return inherited;
  if (object.base) return externalMember(object.base, name, at);
  const method = methodOf(machine, object, name, at);
  if (method) return method;
  return object.open === undefined ? primitive(undefined, at) : unknown(object.open, at);
}

/** A method or accessor of a class or of those it extends, for an object of it. */
function inheritedMember(
  machine: Machine,
  from: ClassValue,
  name: string,
  self: JsValue,
  at: Location,
): JsValue | undefined {
  const seen = new Set<ClassValue>();
  for (let each: JsValue | undefined = from; each?.is === 'class' && !seen.has(each); each = each.base) {
    seen.add(each);
    const found = each.methods.get(name);
    if (found) return memberOf(machine, each, found, self, at);
    if (name === 'constructor') return each;
  }
  return undefined;
}

function memberOf(machine: Machine, home: ClassValue, { kind, node }: Member, self: JsValue, at: Location): JsValue {
  const { scope, module } = home;
  const method: FunctionValue = { is: 'function', node, scope, module, self, home, cells: new Map(), at };
  if (kind === 'method') return method;
  return kind === 'get' ? machine.call(method, [], { at, node, nodes: [], module, self }) : primitive(undefined, at);
}

function classMember(machine: Machine, value: ClassValue, name: string, at: Location): JsValue {
  const seen = new Set<ClassValue>();
  for (let each: JsValue | undefined = value; each && !seen.has(value);) {
    if (each.is === 'external') return externalMember(each, name, at);
    if (each.is !== 'class' || seen.has(each)) break;
    seen.add(each);
    const own = each.cells.get(name);
    if (own) return own.value;
    each = each.base;
  }
  return methodOf(machine, value, name, at) ?? primitive(undefined, at);
}

/** A property of something outside the program: what the program wrote there, else always the same unknown thing. */
export function externalMember(object: External, name: string, at: Location): JsValue {
  const written = object.cells.get(name);
  if (written) return written.value;
  const fixed = fixedMember(object, name, at);
  if (fixed) return fixed;
  const known = object.members.get(name) ?? external({ by: 'member', of: object, name }, at);
  object.members.set(name, known);
  return known;
}

/** What a property of a package is for every program. */
function fixedMember(object: External, name: string, at: Location): JsValue | undefined {
  // Compiled modules ask for it; a package that has it gives its default under that name as well.
  if (name === '__esModule') return primitive(false, at);
  const path = pathOfExternal(object);
  if (path?.length !== 1) return undefined;
  if (path[0] === 'cluster' && /^is(?:Primary|Master|Worker)$/.test(name)) return unknown(BOTH, at);
  return undefined;
}

/** What only the start of the program tells. */
function ofRuntime({ isThread, env }: Machine, object: External, name: string, at: Location): JsValue | undefined {
  if (name !== 'isMainThread' && name !== 'env') return undefined;
  const path = pathOfExternal(object)?.join('.');
  if (name === 'env') return path === '.Bun' || path === 'bun' ? env : undefined;
  return path === 'worker_threads' ? primitive(!isThread, at) : undefined;
}

/** Sets the property of a value. */
export function setMember(machine: Machine, object: JsValue, name: string, value: JsValue): void {
  switch (object.is) {
    case 'oneOf':
      for (const each of object.values) setMember(machine, each, name, value);
      return;
    case 'object':
      if (object.base && object.class && !object.cells.has(name)) setCell(machine, object.base.cells, name, value);
      if (!callSetter(machine, object, name, value)) setCell(machine, object.cells, name, value);
      return;
    case 'external':
    case 'function':
    case 'intrinsic':
    case 'class':
      setCell(machine, object.cells, name, value);
      return;
    case 'array':
      if (/^\d{1,4}$/.test(name) && Number(name) <= object.items.length) object.items[Number(name)] = value;
      else object.open ??= 'its items are set one by one';
      return;
    case 'unknown':
      machine.state.lost.add(name);
      return;
    default:
  }
}

function callSetter(machine: Machine, object: ObjectValue, name: string, value: JsValue): boolean {
  const seen = new Set<ClassValue>();
  for (let each: JsValue | undefined = object.class; each?.is === 'class' && !seen.has(each); each = each.base) {
    seen.add(each);
    const setter = each.methods.get(`set ${name}`);
    if (!setter) continue;
    const { scope, module, at } = each;
    const { node } = setter;
    const method: FunctionValue = {
      is: 'function',
      node,
      scope,
      module,
      self: object,
      home: each,
      cells: new Map(),
      at,
    };
    machine.call(method, [value], { at, node, nodes: [], module, self: object });
    return true;
  }
  return false;
}

function setCell(machine: Machine, cells: Map<string, { value: JsValue }>, name: string, value: JsValue): void {
  const own = cells.get(name);
  if (own) {
    machine.write(own, value);
    return;
  }
  // Outside of the branch it may still be missing.
  const at = value.is === 'oneOf' ? machine.env.at : value.at;
  const cell = { value: primitive(undefined, at) as JsValue };
  cells.set(name, cell);
  machine.write(cell, value);
}
