import { distance } from 'fastest-levenshtein';

/** The candidate a misspelt word most likely means: a third of it differs at most, or two letters that changed places. */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  return candidates
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .filter(({ far }) => far <= limit)
    .sort((one, other) => one.far - other.far)[0]?.candidate;
}

/** A sentence to end an error with; empty where nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : ` Did you mean ${found}?`;
}
