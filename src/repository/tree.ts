import { boundedCache } from './cache.js';
import { decode } from './decode.js';
import { MAX_CACHED_ENTRIES, MAX_CACHED_TEXT, MAX_LINKS } from './limits.js';
import { childOf, normalise, parent } from './paths.js';
import type { Entry, Lookup, Repository, SourceText, Unread } from './repository.js';

/** An entry as it lies in its folder: a link is a link. */
export interface RawEntry {
  name: string;
  is: 'file' | 'directory' | 'link' | 'special';
}

/**
 * Where a tree comes from. Every path it is asked about is normalised, was listed by it before and runs through no
 * link, so it has no decisions to make. It never throws.
 */
export interface TreeSource {
  /** The entries of a folder, in any order. */
  list(folder: string): { is: 'entries'; entries: readonly RawEntry[] } | Unread;
  /** Whether its folder is sure not to list this path. False where only a list of it can say. */
  lacks(path: string): boolean;
  /** Whether a folder is sure to hold no folder. False where only a list of it can say. */
  isFlat(folder: string): boolean;
  /** Where a link leads, seen from its folder, with `/`. Undefined where it leads out of the tree. */
  linkTarget(link: string): string | undefined;
  /** The content of a file, at most MAX_FILE_BYTES of it. */
  bytes(file: string): { is: 'bytes'; bytes: Uint8Array } | Unread;
  executable(file: string): boolean | undefined;
}

const UNREAD = {
  missing: { is: 'missing', why: 'does not exist' },
  outside: { is: 'outside', why: 'is outside the repository' },
  special: { is: 'special', why: 'is neither a file nor a folder, or is a link that leads nowhere' },
  directory: { is: 'directory', why: 'is a folder' },
  tooLarge: { is: 'tooLarge', why: 'is larger than 1 MB' },
  binary: { is: 'binary', why: 'is not text' },
} as const satisfies Record<string, Unread>;

/** The answer of a source for a file over the limit. */
export const TOO_LARGE: Unread = UNREAD.tooLarge;

/** The answer of a source for a file that turned into something else since it was listed. */
export const SPECIAL: Unread = UNREAD.special;

/** A path with its links resolved, or why there is none. */
type Found = { is: 'file'; path: string } | { is: 'folder'; path: string } | { is: 'nowhere'; unread: Unread };

/** A folder's content by name, in code-unit order. */
interface Folder {
  entries: ReadonlyMap<string, RawEntry['is']>;
  /** The first name that is written like this but for letter case. */
  inOtherCase(name: string): string | undefined;
}

/** What a folder holds, or why that cannot be known. */
type Listing = { is: 'folder'; folder: Folder } | { is: 'nowhere'; unread: Unread };

/** A tree with its folders kept in mind. */
interface Tree {
  source: TreeSource;
  listing(folder: string): Listing;
}

/** A repository over a tree: paths, links, letter case, decoding and caching are the same for every source. */
export function repositoryOf(source: TreeSource): Repository {
  const listings = boundedCache<Listing>(
    MAX_CACHED_ENTRIES,
    (each) => (each.is === 'folder' ? each.folder.entries.size : 0) + 1,
  );
  const texts = boundedCache<SourceText | Unread>(
    MAX_CACHED_TEXT,
    (each) => (each.is === 'text' ? each.text.length : 0) + 1,
  );
  const tree: Tree = { source, listing: (folder) => listings(folder, () => listingOf(source, folder)) };
  return {
    lookup: (path) => lookup(tree, path),
    list: (path, wanted) => list(tree, path, wanted),
    read: (path) => {
      const found = walk(tree, path);
      if (found.is === 'nowhere') return found.unread;
      if (found.is === 'folder') return UNREAD.directory;
      return texts(found.path, () => textOf(source, found.path));
    },
  };
}

function textOf(source: TreeSource, file: string): SourceText | Unread {
  const content = source.bytes(file);
  return content.is === 'bytes' ? (decode(content.bytes) ?? UNREAD.binary) : content;
}

function lookup(tree: Tree, path: string): Lookup {
  const found = walk(tree, path);
  if (found.is === 'folder') return { is: 'directory', path: found.path };
  if (found.is === 'file') return { is: 'file', path: found.path, executable: tree.source.executable(found.path) };
  if (found.unread.is === 'outside') return { is: 'outside' };
  if (found.unread.is !== 'missing') return { is: 'special' };
  return {
    is: 'missing',
    // Few ask, and it takes lists of folders.
    get otherCase() {
      return inOtherCase(tree, path);
    },
  };
}

function list(tree: Tree, path: string, wanted: 'folders' | undefined): readonly Entry[] {
  const found = walk(tree, path);
  if (found.is !== 'folder' || (wanted === 'folders' && tree.source.isFlat(found.path))) return [];
  const listing = tree.listing(found.path);
  if (listing.is === 'nowhere') return [];
  return Array.from(listing.folder.entries, ([name, is]): Entry => {
    if (is !== 'link') return { name, is };
    const target = walk(tree, childOf(found.path, name)).is;
    return { name, is: target === 'folder' ? 'directory' : target === 'file' ? 'file' : 'special', link: true };
  });
}

function listingOf(source: TreeSource, folder: string): Listing {
  const listed = source.list(folder);
  if (listed.is !== 'entries') return { is: 'nowhere', unread: listed };
  // Git's own folder, or the file that leads to it, is in no deploy.
  const ordered = listed.entries.filter((entry) => entry.name !== '.git').sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = new Map(ordered.map((entry) => [entry.name, entry.is]));
  let folded: Map<string, string> | undefined;
  const inOtherCase = (name: string): string | undefined => {
    // Later entries overwrite earlier ones, and the first name is the one wanted.
    folded ??= new Map(ordered.map((entry): [string, string] => [entry.name.toLowerCase(), entry.name]).reverse());
    return folded.get(name.toLowerCase());
  };
  return { is: 'folder', folder: { entries, inOtherCase } };
}

/** A segment still to be walked. `ofLink`: it stands in a link's target, so where it is missing the link is broken. */
interface Segment {
  name: string;
  ofLink: boolean;
}

/** Follows a path from the root, name by name, so that letter case counts on every disk and no link leads out unseen. */
function walk(tree: Tree, path: string): Found {
  const normal = normalise(path);
  if (normal === undefined) return { is: 'nowhere', unread: UNREAD.outside };
  const pending = segmentsOf(normal, false);
  let folder = '';
  let links = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.name === '..') {
      if (folder === '') return { is: 'nowhere', unread: UNREAD.outside };
      folder = parent(folder);
      continue;
    }
    const at = childOf(folder, next.name);
    if (tree.source.lacks(at)) return { is: 'nowhere', unread: next.ofLink ? UNREAD.special : UNREAD.missing };
    const listing = tree.listing(folder);
    if (listing.is === 'nowhere') return listing;
    switch (listing.folder.entries.get(next.name)) {
      case undefined:
        return { is: 'nowhere', unread: next.ofLink ? UNREAD.special : UNREAD.missing };
      case 'special':
        return { is: 'nowhere', unread: UNREAD.special };
      case 'file': {
        const further = pending.pop();
        if (further === undefined) return { is: 'file', path: at };
        return { is: 'nowhere', unread: further.ofLink ? UNREAD.special : UNREAD.missing };
      }
      case 'directory':
        folder = at;
        break;
      case 'link': {
        const target = tree.source.linkTarget(at);
        if (target === undefined) return { is: 'nowhere', unread: UNREAD.outside };
        if (++links > MAX_LINKS) return { is: 'nowhere', unread: UNREAD.special };
        for (const segment of segmentsOf(target, true)) pending.push(segment);
      }
    }
  }
  return { is: 'folder', path: folder };
}

/** The segments of a path, the last one first, so that the next one is at the end. */
function segmentsOf(path: string, ofLink: boolean): Segment[] {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.reverse().map((name) => ({ name, ofLink }));
}

/** The path of a file or folder that differs from a missing path in letter case only; per segment, the exact name goes first. */
function inOtherCase(tree: Tree, path: string): string | undefined {
  let spelled = '';
  let folder: string | undefined = '';
  for (const name of normalise(path)?.split('/') ?? []) {
    const entry: PlacedEntry | undefined = folder === undefined ? undefined : entryLike(tree, folder, name);
    if (entry === undefined) return undefined;
    spelled = childOf(spelled, entry.name);
    folder = entry.is === 'directory' ? entry.path : folderAt(tree, spelled);
  }
  return walk(tree, spelled).is === 'nowhere' ? undefined : spelled;
}

/** An entry with its path, in which all links are resolved but the entry itself. */
type PlacedEntry = RawEntry & { path: string };

/** The entry of a folder that has this name, or else the first that has it but for letter case. */
function entryLike(tree: Tree, folder: string, name: string): PlacedEntry | undefined {
  const listing = tree.listing(folder);
  if (listing.is === 'nowhere') return undefined;
  const { entries } = listing.folder;
  const actual = entries.has(name) ? name : listing.folder.inOtherCase(name);
  const is = actual === undefined ? undefined : entries.get(actual);
  return actual === undefined || is === undefined ? undefined : { name: actual, is, path: childOf(folder, actual) };
}

/** Where a folder is in truth. */
function folderAt(tree: Tree, path: string): string | undefined {
  const found = walk(tree, path);
  return found.is === 'folder' ? found.path : undefined;
}
