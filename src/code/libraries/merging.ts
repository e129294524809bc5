import type { Location } from '../../model/location.js';
import { copyOver } from '../run/copying.js';
import type { Library } from '../run/machine.js';
import { isNullish, objectOf, type JsValue, type ObjectValue } from '../run/values.js';

/** Functions that put objects together, by whether they go into objects in objects, and whether the first value stays. */
const MERGING: Readonly<Record<string, { deep: boolean; firstStays: boolean }>> = {
  merge: { deep: true, firstStays: false },
  deepmerge: { deep: true, firstStays: false },
  assign: { deep: false, firstStays: false },
  extend: { deep: false, firstStays: false },
  defaults: { deep: false, firstStays: true },
  defaultsDeep: { deep: true, firstStays: true },
};

/** Deepest nesting of objects that is put together. */
export const MAX_DEPTH = 10;

/** `merge(…)` of lodash (https://lodash.com/docs/#merge) and the like; `deepmerge(…)`. */
export const merging: Library = ({ path, args, at }) => {
  const [, inLodash, alone] =
    /^lodash(?:-es)?[./](merge|assign|extend|defaults|defaultsDeep)$|^(deepmerge|extend)$/.exec(
      path?.join('.') ?? '',
    ) ?? [];
  const way = MERGING[inLodash ?? alone ?? ''];
  const [target, ...sources] = args;
  if (!way || target?.is !== 'object') return undefined;
  const whole = way.firstStays || alone !== undefined ? objectOf([], at) : target;
  const order = way.firstStays ? [...sources.toReversed(), target] : whole === target ? sources : args;
  for (const each of order) merge(whole, each, way.deep ? MAX_DEPTH : 0, at);
  return whole;
};

export function merge(target: ObjectValue, from: JsValue, depth: number, at: Location): void {
  copyOver(target, from, at, (name, value) => {
    const before = target.cells.get(name)?.value;
    // What is undefined is left out.
    if (value.is === 'primitive' && value.value === undefined && before && isNullish(before) !== true) return;
    if (depth > 0 && value.is === 'object') {
      const inner = objectOf([], at);
      if (before?.is === 'object') merge(inner, before, depth - 1, at);
      merge(inner, value, depth - 1, at);
      target.cells.set(name, { value: inner });
    } else target.cells.set(name, { value });
  });
}
