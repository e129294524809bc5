import { distance } from 'fastest-levenshtein';

/** The shortest word that counts as the part of a candidate. */
const SHORTEST_PART = 4;

/**
 * The candidate a misspelt word most likely means: a third of it differs at most, or two letters that changed places; or
 * the only one with the word in it, between hyphens.
 */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const near = candidates
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .filter(({ far }) => far <= limit)
    .sort((one, other) => one.far - other.far)[0]?.candidate;
  if (near !== undefined || word.length < SHORTEST_PART) return near;
  const holding = candidates.filter((candidate) => `-${candidate}-`.includes(`-${word}-`));
  return holding.length === 1 ? holding[0] : undefined;
}

/** A sentence to end an error with; empty where nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : ` Did you mean ${found}?`;
}
