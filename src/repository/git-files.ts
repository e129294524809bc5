import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join as joinOnDisk } from 'node:path';
import { GIT_MAX_OUTPUT_BYTES, GIT_TIMEOUT_MS } from './limits.js';
import { baseName, parent } from './paths.js';
import { codeOf, reasonOf } from './reason.js';
import type { RawEntry } from './tree.js';

/** What git holds under a name. `file` and `executable` are the modes 100644 and 100755 of the index. */
export type GitEntry = 'directory' | 'submodule' | 'file' | 'executable' | 'untracked';

/** The files git tracks, or would add. */
export interface GitFiles {
  /** What git holds in a folder, by name. Undefined inside a submodule, which has a git of its own. */
  folder(path: string): ReadonlyMap<string, GitEntry> | undefined;
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
  // Windows looks for a program in the working directory first, and a git.exe of the repository must not run.
  const cwd = dirname(process.execPath);
  const { error, status, stdout, stderr } = spawnSync('git', ['-C', root, ...LIST_FILES], {
    cwd,
    env: gitEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: GIT_TIMEOUT_MS,
    killSignal: 'SIGKILL',
    maxBuffer: GIT_MAX_OUTPUT_BYTES,
    windowsHide: true,
  });
  if (error !== undefined) return { is: 'failed', why: whyNotRun(error) };
  if (status !== 0) return { is: 'failed', why: `git refused: ${firstLine(stderr) || 'it gave no reason'}` };
  return stdout === '' ? { is: 'none' } : { is: 'listed', files: parseFiles(stdout) };
}

/**
 * The switches keep a hostile .git/config from starting programs: core.fsmonitor names one that every listing runs.
 * -t tells tracked from untracked files, which no name can imitate.
 */
const LIST_FILES = [
  '--no-pager',
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard', '--'],
] as const;

/** In a git hook these point at the repository that is committed to, which need not be the one under lint. */
const OF_ANOTHER_REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX'];

function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_ANOTHER_REPOSITORY.includes(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone fetches what it lacks, with a command its own configuration can name.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}

function isInWorkTree(folder: string): boolean {
  if (existsSync(joinOnDisk(folder, '.git'))) return true;
  const above = dirname(folder);
  return above !== folder && isInWorkTree(above);
}

const NOT_RUN: Readonly<Record<string, string>> = {
  ENOENT: 'git is not installed',
  ETIMEDOUT: `git took longer than ${GIT_TIMEOUT_MS / 1000} seconds`,
  ENOBUFS: 'git lists too many files',
};

function whyNotRun(error: Error): string {
  return NOT_RUN[codeOf(error) ?? ''] ?? `git did not run: ${reasonOf(error)}`;
}

function firstLine(stderr: string): string {
  const line = stderr.split('\n').find((each) => each.startsWith('fatal: ')) ?? stderr.split('\n', 1)[0] ?? '';
  return line.replace(/^fatal: /, '').trim();
}

const MODES: Readonly<Record<string, GitEntry>> = { '100755': 'executable', '160000': 'submodule' };

function parseFiles(output: string): GitFiles {
  const folders = new Map<string, Map<string, GitEntry>>();
  const submodules = new Set<string>();
  for (const record of output.split('\0')) {
    const found = parseRecord(record);
    if (found === undefined) continue;
    add(folders, found.path, found.is);
    if (found.is === 'submodule') submodules.add(found.path);
  }
  return {
    folder: (path) => (isWithin(submodules, path) ? undefined : (folders.get(path) ?? new Map<string, GitEntry>())),
  };
}

/** `? path` for an untracked file, `H mode object stage<TAB>path` for a tracked one (git-ls-files(1), -t and --stage). */
function parseRecord(record: string): { path: string; is: GitEntry } | undefined {
  if (record.startsWith('? ')) {
    // A path that ends in a slash is a repository of its own, of which a commit would hold nothing.
    return record.endsWith('/') ? undefined : { path: record.slice(2), is: 'untracked' };
  }
  const tab = record.indexOf('\t');
  if (tab === -1) return undefined;
  return { path: record.slice(tab + 1), is: MODES[record.slice(2, 8)] ?? 'file' };
}

function add(folders: Map<string, Map<string, GitEntry>>, path: string, is: GitEntry): void {
  let [at, entry] = [path, is];
  for (;;) {
    const folder = parent(at);
    const known = folders.get(folder);
    if (known !== undefined) {
      known.set(baseName(at), entry);
      return;
    }
    folders.set(folder, new Map([[baseName(at), entry]]));
    if (folder === '') return;
    [at, entry] = [folder, 'directory'];
  }
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
  const names = new Set(listed.map((entry) => entry.name));
  const respelled = [...held.keys()].flatMap((name): RawEntry[] => {
    const is = names.has(name) ? undefined : onDisk(name);
    return is === undefined ? [] : [{ name, is }];
  });
  return [...listed.filter((entry) => held.has(entry.name)), ...respelled];
}
