import { PATTERN_LIMITS } from './limits.js';
import { join } from './paths.js';
import type { Repository } from './repository.js';

export interface GlobOptions {
  /** The folder the patterns are written in; the root unless given. */
  under?: string;
}

/**
 * The files that match, by canonical path, sorted by code unit. A pattern after `!` takes away from those before it.
 * Names match case-exactly, a leading dot is like any character, and `{a,b}` are alternatives. Folders named
 * node_modules are passed over, wildcards do not match links, and a pattern that isMatchable refuses matches nothing.
 * Every folder below the fixed beginning of a pattern is listed: ask only where a pattern has to be matched.
 */
export async function glob(
  repository: Repository,
  patterns: readonly string[],
  { under = '' }: GlobOptions = {},
): Promise<string[]> {
  const matchable = patterns.filter(isMatchable);
  if (matchable.length === 0 || repository.lookup(under).is !== 'directory') return [];
  const { matchFiles } = await import('./globby.js');
  const files = matchFiles(repository, matchable, under).flatMap((match) => {
    // A pattern may lead through a link or through `..`.
    const path = join(under, match);
    const found = path === undefined ? undefined : repository.lookup(path);
    return found?.is === 'file' ? [found.path] : [];
  });
  return [...new Set(files)].sort();
}

/**
 * Whether a path, which is relative to the root, matches one of the patterns. A pattern without wildcards also means all
 * that lies below it; one that isMatchable refuses matches nothing.
 */
export async function pathMatcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  const matchable = patterns.filter(isMatchable);
  if (matchable.length === 0) return () => false;
  const { matcher } = await import('./path-matcher.js');
  return matcher(matchable);
}

/**
 * Whether a pattern is matched at all: it is short, has few wildcards and alternatives, and neither a range such as
 * `{1..9}` nor a group such as `+(a|b)`, which becomes a regular expression that can take exponential time.
 */
export function isMatchable(pattern: string): boolean {
  if (pattern.length > PATTERN_LIMITS.length || pattern.includes('(')) return false;
  const segments = pattern.split('/');
  return (
    segments.every((segment) => segment === '**' || count(segment, /[*?[]/g) <= PATTERN_LIMITS.wildcardsPerSegment) &&
    segments.filter((segment) => segment === '**').length <= PATTERN_LIMITS.globstars &&
    count(pattern, /\{/g) <= PATTERN_LIMITS.braceGroups &&
    count(pattern, /,/g) <= PATTERN_LIMITS.alternatives &&
    !(pattern.includes('{') && /[^/]\.\.|\.\.[^/]/.test(pattern))
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
