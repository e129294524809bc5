import type { Node } from '@babel/types';
import { bare } from '../../../code/literals.js';
import type { Module } from '../../../code/modules.js';
import type { Machine } from '../../../code/run/machine.js';
import { find } from '../../../code/run/scope.js';
import type { External, FunctionValue, JsValue } from '../../../code/run/values.js';
import { walk, type Path } from '../../../code/walk.js';
import { isInFunction } from '../places.js';
import { asksOutside } from './packages.js';

/** A place in a function where it can reject, and nothing in it catches that. */
export interface Rejection {
  node: Node;
  module: Module;
  /** It throws by itself; otherwise it awaits what can fail. */
  is: 'throws' | 'awaits';
}

/** A function, or the top level of a module, which has no node. */
export type Within = Pick<FunctionValue, 'scope' | 'module' | 'at' | 'self'> & { node?: FunctionValue['node'] };

/** Deepest chain of functions that is followed. */
const MAX_DEPTH = 4;

/**
 * The first place where an async function clearly can reject: a `throw`, or a call that asks something outside of the
 * process, directly or through other functions of the program. What only might reject is not reported.
 */
export function rejectionOf(value: FunctionValue, machine: Machine, depth = MAX_DEPTH): Rejection | undefined {
  const { node, module } = value;
  if (depth === 0) return undefined;
  let found: Rejection | undefined;
  const consider = (path: Path, is: Rejection['is']): void => {
    if (!found && !isInFunction(path) && !isCaught(path)) found = { node: path.node, module, is };
  };
  walk(node.body, (path) => {
    const { node: each } = path;
    if (found) return;
    if (each.type === 'ThrowStatement') consider(path, 'throws');
    else if (each.type === 'AwaitExpression' && fails(each.argument, value, machine, depth)) consider(path, 'awaits');
    else if (each.type === 'ReturnStatement' && node.async && fails(each.argument, value, machine, depth)) {
      consider(path, 'awaits');
    }
  });
  return found;
}

/** Whether a `try` around a place catches what it throws. */
function isCaught(path: Path): boolean {
  for (let each: Path | undefined = path; each; each = each.parent) {
    const outer = each.parent?.node;
    if (outer?.type === 'TryStatement' && each.key === 'block' && outer.handler) return true;
  }
  return false;
}

/** Whether a call, such as one that is awaited, clearly can reject. `within`: the function it stands in. */
export function fails(given: Node | null | undefined, within: Within, machine: Machine, depth = MAX_DEPTH): boolean {
  const node = bare(given);
  if (node?.type !== 'CallExpression' || catches(node)) return false;
  const { callee } = node;
  if (isPromiseAll(callee)) {
    const [list] = node.arguments;
    const items = list?.type === 'ArrayExpression' ? list.elements : [];
    return items.some((each) => fails(each, within, machine, depth));
  }
  const value = calleeOf(callee, within, machine);
  if (value?.is === 'external') return asksOutside(value);
  // Where nothing is awaited, a function that is not async throws at once.
  if (value?.is !== 'function' || value.node === within.node || (!within.node && !value.node.async)) return false;
  return rejectionOf(value, machine, depth - 1) !== undefined;
}

/** `promise.catch(…)`, `promise.then(one, other)`, anywhere in the chain. */
function catches(call: Node): boolean {
  let each: Node = call;
  while (each.type === 'CallExpression' && each.callee.type === 'MemberExpression') {
    const { property } = each.callee;
    const name = property.type === 'Identifier' ? property.name : '';
    if (name === 'catch' || (name === 'then' && each.arguments.length > 1)) return true;
    each = each.callee.object;
  }
  return false;
}

function isPromiseAll(callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Promise' &&
    callee.property.type === 'Identifier' &&
    (callee.property.name === 'all' || callee.property.name === 'race')
  );
}

/** Longest chain of names that is followed. */
const MAX_NAMES = 12;

/** What is called, without evaluating anything: something of a package, or a function of the program. */
function calleeOf(callee: Node, within: Within, machine: Machine): JsValue | undefined {
  const names: string[] = [];
  let each: Node = callee;
  // A call in the chain makes something new: only what it begins with is known then.
  let isDirect = true;
  while (
    each.type === 'MemberExpression' ||
    each.type === 'CallExpression' ||
    each.type === 'OptionalMemberExpression'
  ) {
    if (names.length > MAX_NAMES) return undefined;
    if (each.type === 'CallExpression') {
      isDirect = false;
      each = each.callee;
      continue;
    }
    if (each.property.type !== 'Identifier' || each.computed) return undefined;
    names.unshift(each.property.name);
    each = each.object;
  }
  const root = rootOf(each, within, machine);
  if (!root || root.is === 'external') return root;
  return isDirect ? memberOf(root, names, within, machine) : undefined;
}

function memberOf(root: JsValue, names: readonly string[], { at }: Within, machine: Machine): JsValue | undefined {
  let value = root;
  for (const name of names) {
    if (value.is === 'external') return value;
    if (value.is !== 'object' && value.is !== 'class') return undefined;
    value = machine.member(value, name, at);
  }
  return value;
}

function rootOf(node: Node, within: Within, machine: Machine): JsValue | undefined {
  if (node.type === 'ThisExpression') return within.self;
  if (node.type !== 'Identifier') return undefined;
  const local = localOf(node.name, within);
  if (!local) {
    const known = find(within.scope, node.name)?.value;
    if (known) return known;
    return node.name === 'fetch' ? fetchAt(within) : undefined;
  }
  return local.init ? madeFrom(local.init, within, machine) : undefined;
}

/** Node's own `fetch`, which rejects where nothing answers. */
function fetchAt({ at }: Within): External {
  return { is: 'external', origin: { by: 'global', name: 'fetch' }, cells: new Map(), members: new Map(), at };
}

/** A name that a function declares for itself, and what it is set to where that is a call. */
function localOf(name: string, { node }: Within): { init: Node | undefined } | undefined {
  let found: { init: Node | undefined } | undefined;
  if (!node) return undefined;
  for (const param of node.params) {
    walk(param, (path) => {
      if (path.node.type === 'Identifier' && path.node.name === name) found = { init: undefined };
    });
  }
  walk(node.body, (path) => {
    if (path.node.type !== 'VariableDeclarator') return;
    const { id, init } = path.node;
    if (id.type === 'Identifier') {
      if (id.name === name) found = { init: init ?? undefined };
      return;
    }
    walk(id, (inner) => {
      if (inner.node.type === 'Identifier' && inner.node.name === name) found = { init: undefined };
    });
  });
  return found;
}

/** `new Client()`, `create()`: what a package makes asks outside as the package does. */
function madeFrom(init: Node, within: Within, machine: Machine): JsValue | undefined {
  const value = bare(init);
  const inner = value?.type === 'AwaitExpression' ? bare(value.argument) : value;
  if (inner?.type !== 'NewExpression' && inner?.type !== 'CallExpression') return undefined;
  const { callee } = inner;
  if (callee.type === 'Identifier' && localOf(callee.name, within)) return undefined;
  const made = calleeOf(callee, within, machine);
  return made?.is === 'external' ? made : undefined;
}
