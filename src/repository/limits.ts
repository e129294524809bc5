/** What the repository costs at most, whatever is in it: it may come from a stranger's pull request. */

/**
 * Largest file that is read, in bytes (1 MB). Hand-written sources and configuration are far smaller; what is larger is
 * a bundle, data or a lock file, whose parsing takes seconds and decides nothing.
 */
export const MAX_FILE_BYTES = 1_048_576;

/** Largest baseline that is read, in bytes (16 MB): some 60,000 findings. */
export const MAX_BASELINE_BYTES = 16_777_216;

/** Links followed in one path, as on Linux (path_resolution(7): at most 40, then ELOOP). A loop ends here. */
export const MAX_LINKS = 40;

/** Longest time in ms `git ls-files` may take. A few hundred files take about 10 ms. */
export const GIT_TIMEOUT_MS = 20_000;

/** Longest answer of `git ls-files`, in bytes: about a million files. */
export const GIT_MAX_OUTPUT_BYTES = 134_217_728;

/** Entries of listed folders kept for the next question. Beyond it the oldest folders are listed again. */
export const MAX_CACHED_ENTRIES = 500_000;

/** Text kept for the next question, in UTF-16 units. Beyond it the oldest files are read again. */
export const MAX_CACHED_TEXT = 67_108_864;

/**
 * What a glob pattern may hold. Patterns come from the repository's own configuration and become regular expressions:
 * a name is matched in time n^k for k wildcards in a segment, and 20 brace groups are a million patterns.
 */
export const PATTERN_LIMITS = {
  length: 500,
  wildcardsPerSegment: 3,
  globstars: 4,
  braceGroups: 3,
  alternatives: 30,
} as const;
