import { childOf } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';

/** How many levels below the root platform files and services are looked for. */
const MAX_FOLDER_DEPTH = 3;

/** How many folders are listed in the search: about 0.1 s. A tree with more so near its root holds something else than services. */
const MAX_FOLDERS = 2000;

/** Dependencies, virtual environments and caches: nothing in them is deployed as a service of its own. */
const DEPENDENCIES = new Set(['node_modules', 'bower_components', 'vendor', 'venv', 'site-packages', '__pycache__']);

/** Words in a folder's name that say that its content is shown or tested rather than deployed. */
const SHOWN_ONLY = new Set(['example', 'sample', 'template', 'fixture', 'test'].flatMap((word) => [word, `${word}s`]));

/**
 * The folders that may hold something that is deployed, level by level from the root (the empty path). Hidden folders but
 * `.render`, and links are left out: what a link leads to is met where it lies.
 */
export function* foldersByLevel(repository: Repository): Generator<readonly string[]> {
  let level = [''];
  let left = MAX_FOLDERS;
  for (let depth = 0; depth <= MAX_FOLDER_DEPTH && level.length > 0; depth++) {
    yield level;
    left -= level.length;
    level = level.flatMap((folder) => subfolders(repository, folder)).slice(0, left);
  }
}

function subfolders(repository: Repository, folder: string): string[] {
  return repository
    .list(folder, 'folders')
    .filter((entry) => entry.is === 'directory' && !entry.link && isDeployedFolder(entry.name))
    .map(({ name }) => childOf(folder, name));
}

function isDeployedFolder(name: string): boolean {
  if ((name.startsWith('.') && name !== '.render') || DEPENDENCIES.has(name)) return false;
  return !name
    .toLowerCase()
    .split(/[-_. ]/)
    .some((word) => SHOWN_ONLY.has(word));
}
