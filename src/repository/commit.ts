import { createHash } from 'node:crypto';
import { join as joinOnDisk } from 'node:path';
import { readRegularFile, type DirectoryOptions } from './disk.js';
import { askGit, isInWorkTree } from './git.js';
import { filesOf, type GitEntry, type GitFiles, type GitPath } from './git-files.js';
import { MAX_FILE_BYTES } from './limits.js';
import { baseName, parent } from './paths.js';
import type { Repository } from './repository.js';
import { repositoryOf, SPECIAL, TOO_LARGE, type RawEntry, type TreeSource } from './tree.js';

export type CommitAnswer =
  | { is: 'opened'; repository: Repository }
  /** `why` is a clause, which says what is missing; `isAbsent`: the commit, which a fuller clone may have. */
  | { is: 'failed'; why: string; isAbsent: boolean };

/**
 * The tree of the commit at which the work tree left `ref`, below a folder of that work tree: read from git's objects, so
 * that the checkout stays as it is. Where no common commit is known, as in a shallow clone, it is `ref` itself. A submodule
 * is an empty folder. `root` is an absolute path; `options.notice` is called at most once, where a file cannot be read.
 */
export function openCommit(root: string, ref: string, options: DirectoryOptions = {}): CommitAnswer {
  if (!isInWorkTree(root)) return { is: 'failed', why: 'this is no work tree of git', isAbsent: false };
  const named = objectId(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (named.is !== 'known') {
    return { is: 'failed', why: named.why ?? `git has no commit ${ref} here`, isAbsent: named.why === undefined };
  }
  const shared = objectId(root, ['merge-base', named.id, 'HEAD']);
  const listed = askGit(root, ['ls-tree', '-r', '-z', shared.is === 'known' ? shared.id : named.id]);
  if (listed.is !== 'answered') return { is: 'failed', why: listed.why, isAbsent: false };
  return { is: 'opened', repository: repositoryOf(commitSource(root, parsed(listed.output.toString()), options)) };
}

type ObjectId = { is: 'known'; id: string } | { is: 'unknown'; why?: string };

/** Git answers these questions with the id of one commit, or stops without a word. */
function objectId(root: string, words: readonly string[]): ObjectId {
  const answer = askGit(root, words);
  if (answer.is === 'answered') {
    const id = answer.output.toString().trim();
    return /^[0-9a-f]{40,64}$/.test(id) ? { is: 'known', id } : { is: 'unknown' };
  }
  return answer.why.endsWith('it gave no reason') ? { is: 'unknown' } : { is: 'unknown', why: answer.why };
}

/** An entry of a commit: what it is and the object that holds its content. */
interface Held extends GitPath {
  object: string;
  link: boolean;
}

/** `mode type object<TAB>path` (git-ls-tree(1)). */
function parsed(output: string): Held[] {
  return output.split('\0').flatMap((record): Held[] => {
    const tab = record.indexOf('\t');
    const [mode = '', , object = ''] = record.slice(0, Math.max(tab, 0)).split(' ');
    if (tab === -1 || object === '') return [];
    return [{ path: record.slice(tab + 1), is: MODES[mode] ?? 'file', object, link: mode === LINK }];
  });
}

const MODES: Readonly<Record<string, GitEntry>> = { '100755': 'executable', '160000': 'submodule' };
const LINK = '120000';

function commitSource(root: string, held: readonly Held[], { notice }: DirectoryOptions): TreeSource {
  const files: GitFiles = filesOf(held);
  const byPath = new Map(held.map((each) => [each.path, each]));
  let isSaid = false;
  const failed = (why: string): void => {
    if (!isSaid) notice?.(`Some files of the commit to compare with cannot be read, because ${why}.`);
    isSaid = true;
  };
  return {
    list(folder) {
      const entries = Array.from(files.folder(folder) ?? [], ([name, is]): RawEntry => {
        if (is === 'directory' || is === 'submodule') return { name, is: 'directory' };
        return { name, is: byPath.get(folder === '' ? name : `${folder}/${name}`)?.link ? 'link' : 'file' };
      });
      return { is: 'entries', entries };
    },
    lacks: () => false,
    isFlat: (folder) => files.isFlat(folder),
    linkTarget(link) {
      const content = contentOf(root, byPath.get(link), failed);
      const target = content.is === 'bytes' ? new TextDecoder().decode(content.bytes) : '/';
      return target.startsWith('/') ? undefined : target;
    },
    bytes: (file) => contentOf(root, byPath.get(file), failed),
    executable: (file) => files.folder(parent(file))?.get(baseName(file)) === 'executable',
  };
}

function contentOf(
  root: string,
  held: Held | undefined,
  failed: (why: string) => void,
): ReturnType<TreeSource['bytes']> {
  if (!held) return SPECIAL;
  const unchanged = held.link ? undefined : sameOnDisk(root, held);
  if (unchanged) return { is: 'bytes', bytes: unchanged };
  // A plain blob: without a filter and without a conversion that attributes could name.
  const answer = askGit(root, ['cat-file', 'blob', held.object], MAX_FILE_BYTES);
  if (answer.is === 'answered') return { is: 'bytes', bytes: answer.output };
  if (answer.is === 'tooMuch') return TOO_LARGE;
  failed(answer.why);
  return { is: 'unreadable', why: `cannot be read (${answer.why})` };
}

/**
 * Most files are on disk as they were in the commit, and a process for each would take longer than the run. The name of an
 * object is the hash of its content, so that whatever has the same hash is the same.
 */
function sameOnDisk(root: string, { path, object }: Held): Uint8Array | undefined {
  const content = readRegularFile(joinOnDisk(root, path));
  if (content.is !== 'bytes') return undefined;
  const hash = createHash(object.length === 64 ? 'sha256' : 'sha1');
  hash.update(`blob ${content.bytes.length}\0`).update(content.bytes);
  return hash.digest('hex') === object ? content.bytes : undefined;
}
