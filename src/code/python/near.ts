import { distance } from 'fastest-levenshtein';

/** Names that a misspelt one may stand for, the nearest first: at most half of it differs, letter case left out. */
export function nearNames(name: string, candidates: readonly string[]): readonly string[] {
  const limit = Math.max(1, Math.floor(name.length / 2));
  return byNearness(name, candidates)
    .filter((each) => far(name, each) <= limit)
    .slice(0, 3);
}

/** All names once, the likeliest first: those that hold the wanted one or are held by it, then by distance. */
export function byNearness(name: string, candidates: readonly string[]): readonly string[] {
  const holds = (each: string): boolean => each.includes(name) || name.includes(each);
  return [...new Set(candidates)].sort(
    (one, other) => Number(holds(other)) - Number(holds(one)) || far(name, one) - far(name, other),
  );
}

function far(one: string, other: string): number {
  return distance(one.toLowerCase(), other.toLowerCase());
}
