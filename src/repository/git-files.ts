import { askGit, isInWorkTree } from './git.js';
import { baseName, parent } from './paths.js';
import type { RawEntry } from './tree.js';

/** What git holds under a name. `file` and `executable` are the modes 100644 and 100755 of the index. */
export type GitEntry = 'directory' | 'submodule' | 'file' | 'executable' | 'untracked';

/** The files git tracks, or would add. */
export interface GitFiles {
  /** What git holds in a folder, by name. Undefined inside a submodule, which has a git of its own. */
  folder(path: string): ReadonlyMap<string, GitEntry> | undefined;
  /** Whether a folder holds neither a folder nor a submodule, of which git knows. */
  isFlat(path: string): boolean;
}

export type GitAnswer =
  | { is: 'listed'; files: GitFiles }
  /** No work tree, or one that holds no file here: the folder is ignored, or lies in somebody else's work tree. */
  | { is: 'none' }
  /** Git is to be asked but gave no list. `why` is a clause. */
  | { is: 'failed'; why: string };

/** Asks git for the files below a folder on disk. `root` is an absolute path. */
export function gitFiles(root: string): GitAnswer {
  if (!isInWorkTree(root)) return { is: 'none' };
  const answer = askGit(root, LIST_FILES);
  if (answer.is !== 'answered') return { is: 'failed', why: answer.why };
  const { output } = answer;
  return output.length === 0 ? { is: 'none' } : { is: 'listed', files: filesOf(parsed(output.toString())) };
}

/** -t tells tracked from untracked files, which no name can imitate. */
const LIST_FILES = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard', '--'] as const;

/** The modes of git that say more than that something is a file. */
const MODES: Readonly<Record<string, GitEntry>> = { '100755': 'executable', '160000': 'submodule' };

/** A path that git holds. */
export interface GitPath {
  path: string;
  is: GitEntry;
}

/** The folders that follow from these paths. What one holds is put together when it is asked for: most never are. */
export function filesOf(paths: Iterable<GitPath>): GitFiles {
  const held = new Map<string, GitPath[]>();
  const submodules = new Set<string>();
  for (const each of paths) {
    addTo(held, parent(each.path), each);
    if (each.is === 'submodule') submodules.add(each.path);
  }
  const subfolders = subfoldersOf(held.keys());
  const folders = new Map<string, ReadonlyMap<string, GitEntry>>();
  const entriesOf = (path: string): ReadonlyMap<string, GitEntry> => {
    const files = (held.get(path) ?? []).map((each) => [baseName(each.path), each.is] as const);
    const within = (subfolders.get(path) ?? []).map((each) => [baseName(each), 'directory'] as const);
    return new Map<string, GitEntry>([...files, ...within]);
  };
  const deep = new Set([...subfolders.keys(), ...[...submodules].map(parent)]);
  return {
    folder(path) {
      if (isWithin(submodules, path)) return undefined;
      const entries = folders.get(path) ?? entriesOf(path);
      folders.set(path, entries);
      return entries;
    },
    // Not by the entries: a file that git holds may have become a folder since.
    isFlat: (path) => !deep.has(path) && !isWithin(submodules, path),
  };
}

/** The folders that lie in a folder, by its path, where these are there and all that they lie in. */
function subfoldersOf(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const subfolders = new Map<string, string[]>();
  const known = new Set(['']);
  for (const path of paths) {
    for (let at = path; !known.has(at); at = parent(at)) {
      known.add(at);
      addTo(subfolders, parent(at), at);
    }
  }
  return subfolders;
}

function addTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** One by one: a repository may have a hundred thousand files. */
function* parsed(output: string): Generator<GitPath> {
  let start = 0;
  for (let end = output.indexOf('\0'); end !== -1; end = output.indexOf('\0', start)) {
    const found = parseRecord(output.slice(start, end));
    if (found) yield found;
    start = end + 1;
  }
}

/** `? path` for an untracked file, `H mode object stage<TAB>path` for a tracked one (git-ls-files(1), -t and --stage). */
function parseRecord(record: string): GitPath | undefined {
  if (record.startsWith('? ')) {
    // A path that ends in a slash is a repository of its own, of which a commit would hold nothing.
    return record.endsWith('/') ? undefined : { path: record.slice(2), is: 'untracked' };
  }
  const tab = record.indexOf('\t');
  if (tab === -1) return undefined;
  return { path: record.slice(tab + 1), is: MODES[record.slice(2, 8)] ?? 'file' };
}

function isWithin(folders: ReadonlySet<string>, path: string): boolean {
  if (folders.size === 0) return false;
  for (let at = path; at !== ''; at = parent(at)) if (folders.has(at)) return true;
  return false;
}

/**
 * The entries of a folder that a deploy gets, under git's spelling. `onDisk` tells what a name leads to, if anything.
 * A name that git holds, that is not listed and that still leads somewhere was changed in letter case only (or in the
 * form of its accents), on a disk that takes both for the same: the deploy gets git's.
 */
export function deployedEntries(
  listed: readonly RawEntry[],
  held: ReadonlyMap<string, GitEntry>,
  onDisk: (name: string) => RawEntry['is'] | undefined,
): RawEntry[] {
  const deployed = listed.filter((entry) => held.has(entry.name));
  if (deployed.length === held.size) return deployed;
  const names = new Set(deployed.map((entry) => entry.name));
  for (const name of held.keys()) {
    const is = names.has(name) ? undefined : onDisk(name);
    if (is !== undefined) deployed.push({ name, is });
  }
  return deployed;
}
