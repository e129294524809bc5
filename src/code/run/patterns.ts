import type { Node } from '@babel/types';
import { bare, keyOf } from '../literals.js';
import type { Binding, Machine } from './machine.js';
import { instead, reason } from './operators.js';
import { find, functionScope } from './scope.js';
import { isNullish, oneOf, unknown, type ArrayValue, type Cells, type JsValue } from './values.js';

/** Gives the names of a pattern their values; also the targets of an assignment. */
export function bind(machine: Machine, pattern: Node, value: JsValue, target: Binding): void {
  const node = bare(pattern) ?? pattern;
  switch (node.type) {
    case 'Identifier':
      setName(machine, node.name, value, target);
      return;
    case 'AssignmentPattern':
      bind(machine, node.left, withDefault(machine, value, node.right, target), target);
      return;
    case 'ObjectPattern':
      bindObject(machine, node, value, target);
      return;
    case 'ArrayPattern':
      bindArray(machine, node, value, target);
      return;
    case 'RestElement':
      bind(machine, node.argument, value, target);
      return;
    case 'TSParameterProperty':
      bind(machine, node.parameter, value, target);
      return;
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const { scope, module } = target;
      const object = machine.evaluate(node.object, scope, module);
      const name = propertyName(machine, node, target);
      if (name !== undefined) machine.setMember(object, name, value);
      return;
    }
    default:
  }
}

function setName(machine: Machine, name: string, value: JsValue, { kind, scope }: Binding): void {
  const known = find(scope, name);
  if (kind === 'assign') {
    if (known) machine.write(known, value);
    else find(functionScope(scope), name);
    return;
  }
  const home = kind === 'var' ? functionScope(scope) : scope;
  const own = home.names.get(name);
  if (own) machine.write(own, value);
  else home.names.set(name, { value });
}

function propertyName(
  machine: Machine,
  node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
  { scope, module }: Binding,
): string | undefined {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : privateName(node.property);
  const key = machine.evaluate(node.property, scope, module);
  return key.is === 'primitive' ? String(key.value) : undefined;
}

function privateName(node: Node): string | undefined {
  return node.type === 'PrivateName' ? `#${node.id.name}` : undefined;
}

/** A value, or its default where it is undefined. */
function withDefault(machine: Machine, value: JsValue, otherwise: Node, { scope, module }: Binding): JsValue {
  const missing = value.is === 'primitive' ? value.value === undefined : isNullish(value);
  if (missing === false) return value;
  const fallback = machine.evaluate(otherwise, scope, module);
  if (missing === true) return instead(fallback, value);
  return oneOf([value, fallback], machine.at(otherwise, module));
}

function bindObject(
  machine: Machine,
  { properties }: Extract<Node, { type: 'ObjectPattern' }>,
  value: JsValue,
  target: Binding,
): void {
  const taken = new Set<string>();
  for (const each of properties) {
    if (each.type === 'RestElement') {
      bind(machine, each.argument, restOf(machine, value, taken, each, target), target);
      continue;
    }
    const name = each.computed ? computedName(machine, each.key, target) : (keyOf(each) ?? numberKey(each.key));
    const at = machine.at(each, target.module);
    if (name !== undefined) taken.add(name);
    const inner =
      name === undefined ? unknown('the name of a property is not known', at) : machine.member(value, name, at);
    bind(machine, each.value, inner, target);
  }
}

function numberKey(key: Node): string | undefined {
  return key.type === 'NumericLiteral' ? String(key.value) : undefined;
}

function computedName(machine: Machine, key: Node, { scope, module }: Binding): string | undefined {
  const value = machine.evaluate(key, scope, module);
  return value.is === 'primitive' ? String(value.value) : undefined;
}

function restOf(machine: Machine, value: JsValue, taken: ReadonlySet<string>, node: Node, target: Binding): JsValue {
  const at = machine.at(node, target.module);
  if (value.is !== 'object') return unknown(reason(value), at);
  const cells: Cells = new Map([...value.cells].filter(([name]) => !taken.has(name)));
  return { ...value, cells };
}

function bindArray(
  machine: Machine,
  { elements }: Extract<Node, { type: 'ArrayPattern' }>,
  value: JsValue,
  target: Binding,
): void {
  for (const [index, each] of elements.entries()) {
    if (!each) continue;
    const at = machine.at(each, target.module);
    if (each.type === 'RestElement') bind(machine, each.argument, tail(value, index, at), target);
    else bind(machine, each, machine.member(value, String(index), at), target);
  }
}

function tail(value: JsValue, from: number, at: ArrayValue['at']): JsValue {
  return value.is === 'array' ? { ...value, items: value.items.slice(from) } : unknown(reason(value), at);
}
