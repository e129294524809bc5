import { relative, resolve, sep } from 'node:path';
import { globbySync, type Options } from 'globby';
import type { Repository } from './repository.js';

/** A path that stands for the root where globby wants one of a disk. Nothing is ever opened there. */
const ROOT = resolve('/repository');

/**
 * The paths that match, as seen from the folder `under`. Globby reads folders through the repository alone, so it
 * works in memory as well and can neither leave the root nor see what git ignores, without reading a .gitignore.
 */
export function matchFiles(repository: Repository, patterns: readonly string[], under: string): string[] {
  return globbySync([...patterns], {
    cwd: resolve(ROOT, under),
    fs: fileSystem(repository),
    dot: true,
    followSymbolicLinks: false,
    gitignore: false,
    expandDirectories: false,
    expandNegationOnlyPatterns: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
}

type FileSystem = NonNullable<Options['fs']>;
type Kind = 'file' | 'directory' | 'link' | 'special';

/**
 * What fast-glob calls: readdirSync for a pattern with wildcards, lstatSync for one without, and statSync only through
 * globby's own checks (fast-glob@3.3.3, out/readers/sync.js).
 */
function fileSystem(repository: Repository): FileSystem {
  const statSync = (path: string): Stats => {
    const found = repository.lookup(pathInRepository(path));
    // No class instance, as Stats has no constructor to call: only its questions are asked.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    if (found.is === 'file' || found.is === 'directory') return { ...questions(found.is), ...NO_FIGURES };
    throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
  };
  return { statSync, lstatSync: statSync, readdirSync: folderReader(repository) };
}

type FolderReader = NonNullable<FileSystem['readdirSync']>;
type Stats = ReturnType<NonNullable<FileSystem['statSync']>>;

function folderReader(repository: Repository): FolderReader {
  function readFolder(path: string, options: { withFileTypes: true }): Dirent[];
  function readFolder(path: string): string[];
  function readFolder(path: string, options?: { withFileTypes: true }): Dirent[] | string[] {
    const entries = repository.list(pathInRepository(path));
    if (options === undefined) return entries.map((entry) => entry.name);
    return entries.map((entry) => ({ name: entry.name, ...questions(entry.link ? 'link' : entry.is) }));
  }
  return readFolder;
}

/** It begins with `..`, and so is outside, where the path is not below ROOT. */
function pathInRepository(path: string): string {
  return relative(ROOT, path).replaceAll(sep, '/');
}

interface Dirent extends Questions {
  name: string;
}

type Questions = ReturnType<typeof questions>;

function questions(kind: Kind) {
  const no = (): boolean => false;
  return {
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'directory',
    isSymbolicLink: () => kind === 'link',
    isBlockDevice: no,
    isCharacterDevice: no,
    isFIFO: no,
    isSocket: no,
  };
}

/** The rest of a Stats object, which nobody reads. */
const NO_FIGURES = {
  ...{ dev: 0, ino: 0, mode: 0, nlink: 0, uid: 0, gid: 0, rdev: 0, size: 0, blksize: 0, blocks: 0 },
  ...{ atimeMs: 0, mtimeMs: 0, ctimeMs: 0, birthtimeMs: 0 },
  ...{ atime: new Date(0), mtime: new Date(0), ctime: new Date(0), birthtime: new Date(0) },
};
