import type { Location } from '../model/location.js';

interface Placed {
  at: Location;
  rule: string;
}

/** By file, place and rule, in code-unit order: the same on every machine. */
export function byPlace(one: Placed, other: Placed): number {
  return (
    compare(one.at.file, other.at.file) ||
    one.at.range.start.offset - other.at.range.start.offset ||
    compare(one.rule, other.rule)
  );
}

/** In code-unit order. */
export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
