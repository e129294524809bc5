import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { dirname, isAbsolute, join as joinOnDisk, relative, sep } from 'node:path';
import { deployedEntries, gitFiles, type GitFiles } from './git-files.js';
import { MAX_FILE_BYTES } from './limits.js';
import { baseName, childOf, parent } from './paths.js';
import { reasonOf } from './reason.js';
import type { Repository } from './repository.js';
import { repositoryOf, SPECIAL, TOO_LARGE, type RawEntry, type TreeSource } from './tree.js';

export interface DirectoryOptions {
  /** Called at most once, with a sentence, where git should have said which files are ignored but could not. */
  notice?: (text: string) => void;
}

/**
 * The repository in a folder on disk; the folder may be a subfolder of a git work tree. Inside a work tree, what git
 * ignores is not there (one `git ls-files`, made with the first question); elsewhere everything is. `.git` never is.
 * Throws where the folder does not exist or is none.
 */
export function openDirectory(root: string, options: DirectoryOptions = {}): Repository {
  return repositoryOf(directorySource(root, options));
}

/** What such a repository is made from. Throws where the folder does not exist or is none. */
export function directorySource(root: string, options: DirectoryOptions = {}): TreeSource {
  const top = realpathSync.native(root);
  if (!lstatSync(top).isDirectory()) throw new Error(`${root} is not a folder`);
  return diskSource(top, lazyGitFiles(top, options.notice));
}

/** Undefined where git has no say. */
function lazyGitFiles(root: string, notice: DirectoryOptions['notice']): () => GitFiles | undefined {
  let answer: ReturnType<typeof gitFiles> | undefined;
  return () => {
    if (answer === undefined) {
      answer = gitFiles(root);
      if (answer.is === 'failed') notice?.(`Files that git ignores are read too, because ${answer.why}.`);
    }
    return answer.is === 'listed' ? answer.files : undefined;
  };
}

function diskSource(root: string, git: () => GitFiles | undefined): TreeSource {
  const onDisk = (path: string): string => joinOnDisk(root, path);
  return {
    list(folder) {
      const listed = listFolder(onDisk(folder));
      if (listed.is !== 'entries') return listed;
      const held = git()?.folder(folder);
      if (held === undefined) return listed;
      const kindOnDisk = (name: string): RawEntry['is'] | undefined => {
        const stats = statsOf(onDisk(childOf(folder, name)));
        return stats && kindOf(stats);
      };
      return { is: 'entries', entries: deployedEntries(listed.entries, held, kindOnDisk) };
    },
    lacks: (path) => git()?.folder(parent(path))?.has(baseName(path)) === false,
    isFlat: (folder) => git()?.isFlat(folder) === true,
    linkTarget: (link) => linkTarget(onDisk(link)),
    bytes: (file) => readRegularFile(onDisk(file)),
    executable(file) {
      const files = git();
      // A folder from an archive or a copy may have lost the bits: what is deployed has those that git records.
      if (files === undefined) return undefined;
      const held = files.folder(parent(file))?.get(baseName(file));
      return held === 'executable' || held === 'file' ? held === 'executable' : isExecutable(onDisk(file));
    },
  };
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(entry: Kinds): RawEntry['is'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

function listFolder(folder: string): ReturnType<TreeSource['list']> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return { is: 'entries', entries: entries.map((entry) => ({ name: entry.name, is: kindOf(entry) })) };
  } catch (error) {
    return { is: 'unreadable', why: `is in a folder that cannot be listed (${reasonOf(error)})` };
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function linkTarget(link: string): string | undefined {
  try {
    const target = readlinkSync(link);
    const fromFolder = isAbsolute(target) ? relative(dirname(link), target) : target;
    // Between two drives of Windows no path is relative.
    return isAbsolute(fromFolder) ? undefined : fromFolder.replaceAll(sep, '/');
  } catch {
    return undefined;
  }
}

/**
 * Whatever took the file's place since it was listed is neither followed nor waited for. Windows has no such flags:
 * they are undefined there, and count as 0.
 */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The content of a file on disk, if it is a plain one. `file` is an absolute path; its last name is not followed. */
export function readRegularFile(file: string): ReturnType<TreeSource['bytes']> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, OPEN_FLAGS);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return SPECIAL;
    if (stats.size > MAX_FILE_BYTES) return TOO_LARGE;
    return { is: 'bytes', bytes: readUpTo(descriptor, stats.size) };
  } catch (error) {
    return { is: 'unreadable', why: `cannot be read (${reasonOf(error)})` };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readUpTo(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(descriptor, bytes, filled, size - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

function isExecutable(file: string): boolean | undefined {
  // Windows derives the bits from the file's extension.
  if (process.platform === 'win32') return undefined;
  const mode = statsOf(file)?.mode;
  return mode === undefined ? undefined : (mode & 0o111) !== 0;
}
