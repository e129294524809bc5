import type { Cell, JsValue, Scope } from './values.js';

export function newScope(parent: Scope | undefined, isFunction = false): Scope {
  return { names: new Map(), parent, isFunction };
}

/** The cell of a name, looked for outwards. */
export function find(scope: Scope, name: string): Cell | undefined {
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    const cell = each.names.get(name);
    if (cell) return cell;
  }
  return undefined;
}

/** `this` of the nearest function that has its own. */
export function selfOf(scope: Scope): JsValue | undefined {
  for (let each: Scope | undefined = scope; each; each = each.parent) if (each.self) return each.self;
  return undefined;
}

/** The scope that a `var` belongs to. */
export function functionScope(scope: Scope): Scope {
  let each = scope;
  while (!each.isFunction && each.parent) each = each.parent;
  return each;
}
