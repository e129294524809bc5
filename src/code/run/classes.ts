import type { ClassDeclaration, ClassExpression, ClassMethod, ClassPrivateMethod, Node } from '@babel/types';
import { bare, keyOf } from '../literals.js';
import type { Module } from '../modules.js';
import type { CallPlace, Machine } from './machine.js';
import { newScope } from './scope.js';
import {
  objectOf,
  primitive,
  type ClassValue,
  type FunctionValue,
  type JsValue,
  type Member,
  type ObjectValue,
  type Scope,
} from './values.js';

/** Defines a class: its methods, static members and decorators. */
export function defineClass(
  machine: Machine,
  node: ClassDeclaration | ClassExpression,
  outer: Scope,
  module: Module,
): ClassValue {
  const at = machine.at(node.id ?? node, module);
  const scope = newScope(outer);
  const methods = new Map<string, Member>();
  const base = node.superClass ? machine.evaluate(node.superClass, outer, module) : undefined;
  const value: ClassValue = { is: 'class', node, scope, module, cells: new Map(), methods, at, ...(base && { base }) };
  if (node.id) scope.names.set(node.id.name, { value });
  scope.self = value;
  for (const each of node.body.body) {
    if (each.type === 'ClassMethod' || each.type === 'ClassPrivateMethod') defineMethod(machine, value, methods, each);
  }
  for (const each of node.body.body) defineStatic(machine, value, each);
  evaluateDecorators(machine, node, outer, module);
  return value;
}

function memberName(each: { key: Node; computed?: boolean }): string | undefined {
  return each.key.type === 'PrivateName' ? `#${each.key.id.name}` : keyOf(each);
}

function defineMethod(
  machine: Machine,
  value: ClassValue,
  methods: Map<string, Member>,
  node: ClassMethod | ClassPrivateMethod,
): void {
  const name = memberName(node);
  if (name === undefined || node.kind === 'constructor') return;
  const { scope, module } = value;
  if (node.static) {
    const method: FunctionValue = {
      is: 'function',
      node,
      scope,
      module,
      self: value,
      home: value,
      cells: new Map(),
      at: machine.at(node.key, module),
    };
    value.cells.set(name, {
      value: node.kind === 'get' ? machine.call(method, [], placeOf(machine, value, node)) : method,
    });
    return;
  }
  const kind = node.kind === 'get' || node.kind === 'set' ? node.kind : 'method';
  methods.set(kind === 'set' ? `set ${name}` : name, { kind, node });
}

function defineStatic(machine: Machine, value: ClassValue, each: Node): void {
  const { scope, module } = value;
  if (each.type === 'StaticBlock') machine.execute(each.body, newScope(scope, true), module);
  const isField = each.type === 'ClassProperty' || each.type === 'ClassPrivateProperty';
  if (!isField || !each.static) return;
  const name = memberName(each);
  const at = machine.at(each, module);
  const content = each.value ? machine.evaluate(each.value, scope, module) : primitive(undefined, at);
  if (name !== undefined) value.cells.set(name, { value: content });
}

/** Decorators say what a framework does with a class: their arguments are evaluated as those of any call. */
function evaluateDecorators(
  machine: Machine,
  node: ClassDeclaration | ClassExpression,
  scope: Scope,
  module: Module,
): void {
  for (const { expression } of node.decorators ?? []) machine.evaluate(expression, scope, module);
}

function placeOf(machine: Machine, { module }: ClassValue, node: Node): CallPlace {
  return { at: machine.at(node, module), node, nodes: [], module };
}

/** `new` of a class of the program. */
export function instantiate(machine: Machine, value: ClassValue, args: readonly JsValue[], how: CallPlace): JsValue {
  const object: ObjectValue = { ...objectOf([], how.at), class: value };
  constructObject(machine, value, object, args, how);
  return object;
}

/** Runs the constructor of a class for an object, of the one it extends first. */
function constructObject(
  machine: Machine,
  value: ClassValue,
  object: ObjectValue,
  args: readonly JsValue[],
  how: CallPlace,
): void {
  const { scope, module, base } = value;
  const own = value.node.body.body.find((each) => each.type === 'ClassMethod' && each.kind === 'constructor');
  const constructor = own?.type === 'ClassMethod' ? own : undefined;
  if (base && !constructor) constructBase(machine, base, object, args, how);
  if (!base || !constructor) initialiseFields(machine, value, object);
  if (!constructor) return;
  const method: FunctionValue = {
    is: 'function',
    node: constructor,
    scope,
    module,
    self: object,
    home: value,
    cells: new Map(),
    at: how.at,
  };
  for (const [index, param] of constructor.params.entries()) {
    // `constructor(private readonly app: App)` sets a property of that name.
    const inner = param.type === 'TSParameterProperty' ? param.parameter : undefined;
    const name = inner?.type === 'AssignmentPattern' ? inner.left : inner;
    const content = args[index];
    if (name?.type === 'Identifier' && content) machine.setMember(object, name.name, content);
  }
  machine.call(method, args, how);
}

/** `super(…)`. */
export function constructBase(
  machine: Machine,
  base: JsValue,
  object: ObjectValue,
  args: readonly JsValue[],
  how: CallPlace,
): void {
  if (base.is === 'class') {
    constructObject(machine, base, object, args, how);
    return;
  }
  const made = machine.construct(base, args, how);
  if (made.is === 'external') object.base = made;
  else if (made.is === 'unknown') object.open = made.why;
}

export function initialiseFields(machine: Machine, { node, scope, module }: ClassValue, object: ObjectValue): void {
  const inner = newScope(scope, true);
  inner.self = object;
  for (const each of node.body.body) {
    const isField = each.type === 'ClassProperty' || each.type === 'ClassPrivateProperty';
    if (!isField || each.static) continue;
    const name = memberName(each);
    const { value } = each;
    // TypeScript's `declare` and fields without a value leave what a constructor sets.
    if (name === undefined || !bare(value)) continue;
    object.cells.set(name, { value: machine.evaluate(value, inner, module) });
  }
}
