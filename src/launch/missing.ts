import type { Package } from '../code/packages.js';
import type { MissingTarget } from '../model/process.js';
import { parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { member, type Json } from '../syntax/json.js';

/** Most names of what there is instead. */
const MAX_NAMES = 50;

/** A path that nothing is at. */
export function missingFile(repository: Repository, name: string, path: string): MissingTarget {
  const found = repository.lookup(path);
  const otherCase = found.is === 'missing' ? found.otherCase : undefined;
  const available = repository.list(parent(path)).map((entry) => entry.name);
  return {
    kind: 'file',
    name,
    path,
    ...(otherCase !== undefined && { otherCase }),
    available: available.slice(0, MAX_NAMES),
  };
}

/** A script that a package.json does not have. `passedOn`: an option that its manager takes only before the name. */
export function missingScript(own: Package, name: string, passedOn?: string): MissingTarget {
  return {
    ...{ kind: 'script', name, path: own.file, available: scriptNames(own.json).slice(0, MAX_NAMES) },
    ...(passedOn !== undefined && { passedOn }),
  };
}

/** A folder that is not there. */
export function missingFolder(repository: Repository, name: string, path: string): MissingTarget {
  return { ...missingFile(repository, name, path), kind: 'folder' };
}

/** A package.json that no folder on the way up has. */
export function missingManifest(repository: Repository, folder: string): MissingTarget {
  const path = folder === '' ? 'package.json' : `${folder}/package.json`;
  return { ...missingFile(repository, 'package.json', path), kind: 'manifest' };
}

function scriptNames(json: Json): readonly string[] {
  const scripts = member(json, 'scripts');
  return scripts?.is === 'object' ? [...scripts.members.keys()] : [];
}

/**
 * The scripts whose names match a pattern such as `start:*`. `levels`: a star stands for one level of a name, as in
 * npm-run-all, where `**` stands for any number; else for any text, as in concurrently.
 */
export function matchingScripts(json: Json, pattern: string, levels: boolean): readonly string[] {
  const star = pattern.indexOf('*');
  const [before, behind] = [pattern.slice(0, star), pattern.slice(star).replace(/^\*+/, '')];
  const all = !levels || pattern.includes('**');
  return scriptNames(json).filter((name) => {
    if (name.length < before.length + behind.length || !name.startsWith(before) || !name.endsWith(behind)) return false;
    return all || !name.slice(before.length, name.length - behind.length).includes(':');
  });
}
