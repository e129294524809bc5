import { baseName, childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Levels of folders, and folders, that are looked through. */
const MAX_LEVELS = 3;
const MAX_FOLDERS = 200;

/** Most paths that are given. */
const MAX_PATHS = 3;

const SKIPPED = /^(?:\..*|node_modules|venv|env|vendor|__pycache__|site-packages)$/;

/** Paths with the last name of `path` in other folders, those nearest the root first. */
export function elsewhere(repository: Repository, path: string, is: 'file' | 'directory'): readonly string[] {
  const name = baseName(path);
  const found: string[] = [];
  let folders: readonly string[] = [''];
  let visited = 0;
  for (let level = 0; level <= MAX_LEVELS && folders.length > 0; level++) {
    const next: string[] = [];
    for (const folder of folders) {
      if (++visited > MAX_FOLDERS || found.length >= MAX_PATHS) return found;
      const own = childOf(folder, name);
      if (own !== path && repository.lookup(own).is === is) found.push(own);
      for (const entry of repository.list(folder)) {
        if (entry.is === 'directory' && !entry.link && !SKIPPED.test(entry.name))
          next.push(childOf(folder, entry.name));
      }
    }
    folders = next;
  }
  return found;
}

/** What `elsewhere` finds of a Python module that was looked for in a folder, and how it is named from there. */
export function moduleElsewhere(
  repository: Repository,
  folder: string,
  name: string,
): { elsewhere: readonly string[]; moduleElsewhere?: string } {
  const found = elsewhere(repository, `${childOf(folder, name.replaceAll('.', '/'))}.py`, 'file');
  const named = found[0] === undefined ? undefined : moduleNamed(found[0], folder);
  const isOther = named?.includes('.') === true && !named.endsWith(`.${name}`);
  return { elsewhere: found, ...(isOther && { moduleElsewhere: named }) };
}

/** Undefined where a file lies outside of the folder, or on a way that no import can name. */
function moduleNamed(file: string, folder: string): string | undefined {
  const inside = folder === '' ? '' : `${folder}/`;
  if (!file.startsWith(inside)) return undefined;
  const module = file.slice(inside.length).replace(/\.py$/, '').replaceAll('/', '.');
  return /^[a-z_]\w*(?:\.[a-z_]\w*)*$/i.test(module) ? module : undefined;
}
