import type { Location } from '../../../model/location.js';

/** The first line of a place: a finding has one. */
export function firstLine({ file, range }: Location): Location {
  const { start, end } = range;
  return { file, range: start.line === end.line ? range : { start, end: start } };
}
