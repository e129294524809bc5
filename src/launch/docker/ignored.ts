import { childOf, join, normalise } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { matchesWithin } from './patterns.js';

/** Most patterns of a `.dockerignore` that are read. */
const MAX_PATTERNS = 1_000;

/** Whether a path of the context, relative to it, is left out of the build. */
export type Ignored = (path: string) => boolean;

/**
 * What the build of a Dockerfile leaves out of its context: the patterns of `<Dockerfile>.dockerignore`, else of the
 * `.dockerignore` in the context (https://docs.docker.com/build/concepts/context/#dockerignore-files).
 */
export function ignoredBy(repository: Repository, dockerfile: string, context: string): Ignored {
  const files = [`${dockerfile}.dockerignore`, childOf(context, '.dockerignore')];
  const source = files.map((file) => repository.read(file)).find((each) => each.is === 'text');
  if (source?.is !== 'text') return () => false;
  const patterns = readPatterns(source.text);
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const ignored = isIgnored(patterns, path);
    known.set(path, ignored);
    return ignored;
  };
}

interface Pattern {
  text: string;
  keeps: boolean;
}

function readPatterns(text: string): readonly Pattern[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, MAX_PATTERNS)
    .flatMap((line): Pattern[] => {
      const keeps = line.startsWith('!');
      const written = keeps ? line.slice(1).trim() : line;
      const path = normalise(written.replace(/^\/+/, ''));
      return path === undefined || path === '' ? [] : [{ text: path, keeps }];
    });
}

/** The last pattern that fits the path, or a folder it is in, counts. */
function isIgnored(patterns: readonly Pattern[], path: string): boolean {
  if (path === '') return false;
  const whole = join('', path) ?? path;
  const last = patterns.findLast(({ text }) => matchesWithin(text, whole));
  return last !== undefined && !last.keeps;
}
