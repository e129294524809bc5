import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Folders that builds write to, and those that sources stand in. */
const BUILT = new Set(['dist', 'build', 'out', 'lib', '.build', 'output']);
const SOURCES = ['src', ''];

/** What a compiled file is written in. */
const WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
  js: ['ts', 'tsx', 'mts', 'js', 'jsx'],
  mjs: ['mts', 'ts', 'mjs', 'js'],
  cjs: ['cts', 'ts', 'cjs', 'js'],
};

/**
 * The source of a file that a build makes, by the usual folders; the path itself where it is in the repository, or where
 * no source is found.
 */
export function builtFrom(repository: Repository, path: string): string {
  if (repository.lookup(path).is === 'file') return path;
  const segments = path.split('/');
  const at = segments.findIndex((segment) => BUILT.has(segment));
  if (at === -1) return path;
  const [before, after] = [segments.slice(0, at), segments.slice(at + 1)];
  for (const folder of SOURCES) {
    // A compiler may have kept the folder of the sources.
    const rest = after[0] === folder ? after : [...(folder === '' ? [] : [folder]), ...after];
    const found = sourceAt(repository, [...before, ...rest].join('/'));
    if (found !== undefined) return found;
  }
  return path;
}

function sourceAt(repository: Repository, path: string): string | undefined {
  const extension = /\.([cm]?js)$/.exec(path)?.[1];
  const stem = extension === undefined ? path : path.slice(0, -extension.length - 1);
  const candidates = [stem, childOf(stem, 'index')].flatMap((each) =>
    (WRITTEN_IN[extension ?? 'js'] ?? []).map((ending) => `${each}.${ending}`),
  );
  return candidates.find((each) => repository.lookup(each).is === 'file');
}
