import { childOf } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import type { Patterns } from './project.js';

/** Most folders that are looked through for the files of one project, and most files of it. */
const MAX_FOLDERS = 3_000;
const MAX_FILES = 10_000;

/** Folders that `**` does not enter (https://www.typescriptlang.org/tsconfig/#exclude). */
const PACKAGES = new Set(['node_modules', 'bower_components', 'jspm_packages']);

/**
 * The files below a folder that the patterns of `include` match and those of `exclude` do not, by what TypeScript makes
 * of patterns. Undefined where they are too many.
 */
export function matchedFiles(
  repository: Repository,
  { include, exclude, extensions }: { include: Patterns; exclude: Patterns; extensions: readonly string[] },
): readonly string[] | undefined {
  const wanted = include.patterns.flatMap((each) => compiled(include.folder, each, true) ?? []);
  const unwanted = exclude.patterns.flatMap((each) => compiled(exclude.folder, each, false) ?? []);
  const isExcluded = (path: string): boolean => unwanted.some((each) => covers(each, path.split('/')));
  const found: string[] = [];
  const pending = [...new Set(wanted.map(({ base }) => base))].filter(
    (each) => repository.lookup(each).is === 'directory',
  );
  const seen = new Set<string>();
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    if (seen.size > MAX_FOLDERS || found.length > MAX_FILES) return undefined;
    for (const { name, is, link } of repository.list(folder)) {
      const path = childOf(folder, name);
      if (is === 'directory' && link !== true && !PACKAGES.has(name) && !isExcluded(path)) pending.push(path);
      if (is !== 'file' || !extensions.some((each) => name.endsWith(each)) || isExcluded(path)) continue;
      if (wanted.some((each) => isMatch(each.segments, path.split('/')))) found.push(path);
    }
  }
  return found.sort();
}

interface Pattern {
  segments: readonly string[];
  /** The folder before the first wildcard. */
  base: string;
}

/** A pattern as segments from the root of the repository; undefined where it leaves it. */
function compiled(folder: string, written: string, isInclude: boolean): Pattern | undefined {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of written.replaceAll('\\', '/').split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  const last = segments.at(-1);
  // A last segment without wildcard or extension is a folder with all in it.
  const isFolder = last === undefined || !/[*?.]/.test(last) || /[/\\]$/.test(written) || written === '.';
  if (isInclude && isFolder) segments.push('**', '*');
  if (isInclude && last === '**') segments.push('*');
  const wild = segments.findIndex((each) => /[*?]/.test(each));
  const base = segments.slice(0, wild === -1 ? -1 : wild).join('/');
  return { segments, base };
}

/** Whether an exclusion takes in a path: itself or a folder above it. */
function covers({ segments }: Pattern, path: readonly string[]): boolean {
  return path.some((_, index) => isMatch(segments, path.slice(0, index + 1), true));
}

/** Matches a path segment by segment. `any`: as for an exclusion, where a wildcard takes in every name. */
function isMatch(pattern: readonly string[], path: readonly string[], any = false): boolean {
  /** How far the pattern may have got, before each segment of the path. */
  let states = closure(pattern, new Set([0]));
  for (const [index, name] of path.entries()) {
    const isLast = index === path.length - 1;
    const next = new Set<number>();
    for (const state of states) {
      const segment = pattern[state];
      if (segment === undefined) continue;
      if (segment === '**') {
        if (any || (!name.startsWith('.') && !PACKAGES.has(name))) next.add(state);
      } else if (isNameMatch(segment, name, any, isLast)) next.add(state + 1);
    }
    states = closure(pattern, next);
  }
  return states.has(pattern.length);
}

function closure(pattern: readonly string[], states: ReadonlySet<number>): Set<number> {
  const all = new Set(states);
  for (const state of all) if (pattern[state] === '**') all.add(state + 1);
  return all;
}

/** Whether a segment with `*` and `?` matches a name: of an `include`, no leading dot and, for `*`, no `.min.js`. */
function isNameMatch(segment: string, name: string, any: boolean, isLast: boolean): boolean {
  if (!/[*?]/.test(segment)) return segment === name;
  if (!any && name.startsWith('.') && !segment.startsWith('.')) return false;
  if (!any && isLast && name.endsWith('.min.js') && !segment.includes('.min.js')) return false;
  return wildcard(segment, name);
}

/** Linear in the length of both, but for the last star. */
function wildcard(pattern: string, text: string): boolean {
  let at = 0;
  let within = 0;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    if (pattern[within] === '?' || (pattern[within] !== '*' && pattern[within] === text[at])) {
      at++;
      within++;
    } else if (pattern[within] === '*') {
      star = within++;
      mark = at;
    } else if (star !== -1) {
      within = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[within] === '*') within++;
  return within === pattern.length;
}
