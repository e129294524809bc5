import { MAX_FILE_BYTES } from './limits.js';
import { baseName, normalise, parent } from './paths.js';
import type { Repository } from './repository.js';
import { repositoryOf, SPECIAL, TOO_LARGE, type RawEntry, type TreeSource } from './tree.js';

/** A file by its content, with its mode, or a link by where it leads as seen from its folder. Text is stored as UTF-8. */
export type MemoryFile =
  string | Uint8Array | { content: string | Uint8Array; executable?: boolean } | { link: string };

type Content = { is: 'file'; bytes: Uint8Array; executable: boolean | undefined } | { is: 'link'; target: string };

/**
 * A repository of these files, by path; folders follow from the paths. Nothing is ignored but `.git`.
 * Throws where a path leaves the root, or is both a file and a folder.
 */
export function memoryRepository(files: Readonly<Record<string, MemoryFile>>): Repository {
  const contents = new Map<string, Content>();
  const folders = new Map<string, Map<string, RawEntry['is']>>([['', new Map<string, RawEntry['is']>()]]);
  for (const [name, file] of Object.entries(files)) {
    const path = normalise(name);
    if (path === undefined || path === '') throw new Error(`not a path of a file: ${name}`);
    const content = contentOf(file);
    contents.set(path, content);
    enter(folders, path, content.is);
  }
  return repositoryOf(memorySource(contents, folders));
}

function contentOf(file: MemoryFile): Content {
  if (typeof file === 'string') return { is: 'file', bytes: new TextEncoder().encode(file), executable: undefined };
  if (file instanceof Uint8Array) return { is: 'file', bytes: file, executable: undefined };
  if ('link' in file) return { is: 'link', target: file.link };
  const bytes = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
  return { is: 'file', bytes, executable: file.executable };
}

/** Enters a path and the folders above it. */
function enter(folders: Map<string, Map<string, RawEntry['is']>>, path: string, is: RawEntry['is']): void {
  const folder = parent(path);
  if (folder !== '') enter(folders, folder, 'directory');
  let entries = folders.get(folder);
  if (entries === undefined) folders.set(folder, (entries = new Map<string, RawEntry['is']>()));
  const name = baseName(path);
  if ((entries.get(name) ?? is) !== is) throw new Error(`both a file and a folder: ${path}`);
  entries.set(name, is);
}

function memorySource(
  contents: ReadonlyMap<string, Content>,
  folders: ReadonlyMap<string, ReadonlyMap<string, RawEntry['is']>>,
): TreeSource {
  return {
    list(folder) {
      return { is: 'entries', entries: Array.from(folders.get(folder) ?? [], ([name, is]) => ({ name, is })) };
    },
    lacks: () => false,
    isFlat: () => false,
    linkTarget(link) {
      const content = contents.get(link);
      return content?.is === 'link' && !content.target.startsWith('/') ? content.target : undefined;
    },
    bytes(file) {
      const content = contents.get(file);
      if (content?.is !== 'file') return SPECIAL;
      return content.bytes.length > MAX_FILE_BYTES ? TOO_LARGE : { is: 'bytes', bytes: content.bytes };
    },
    executable(file) {
      const content = contents.get(file);
      return content?.is === 'file' ? content.executable : undefined;
    },
  };
}
