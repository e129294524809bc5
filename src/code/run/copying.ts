import type { Location } from '../../model/location.js';
import { reason } from './operators.js';
import { alternatives, oneOf, primitive, truthiness, unknown, type JsValue, type ObjectValue } from './values.js';

/**
 * Copies the properties of a value over those of an object, as `{ …object, ...from }` and Object.assign do. What is not
 * known of the value may take the place of all that stands before it.
 */
export function copyOver(
  object: ObjectValue,
  from: JsValue,
  at: Location,
  set: (name: string, value: JsValue) => void,
): void {
  const each = alternatives(from);
  const before = each.length === 1 ? undefined : new Map([...object.cells].map(([name, { value }]) => [name, value]));
  for (const one of each) {
    const replace = (name: string, value: JsValue): void => {
      const other = before?.get(name) ?? primitive(undefined, at);
      set(name, before ? oneOf([other, value], at) : value);
    };
    if (one.is === 'object') copyProperties(object, one, at, replace);
    else if ((one.is === 'unknown' || one.is === 'external') && truthiness(one) !== false) {
      for (const name of object.cells.keys()) replace(name, unknown(reason(one), at));
      object.open = reason(one);
    }
  }
}

function copyProperties(
  object: ObjectValue,
  from: ObjectValue,
  at: Location,
  set: (name: string, value: JsValue) => void,
): void {
  for (const name of object.cells.keys()) {
    if (from.cells.has(name)) continue;
    const found = from.lookup?.(name, at);
    const isThere = found && (found.is !== 'primitive' || found.value !== undefined);
    if (isThere) set(name, found);
    else if (!found && from.open !== undefined) set(name, unknown(from.open, at));
  }
  for (const [name, { value }] of from.cells) set(name, value);
  if (from.lookup) object.lookup = from.lookup;
  if (from.open !== undefined) object.open = from.open;
}
