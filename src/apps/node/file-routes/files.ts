import { readModule } from '../../../code/modules.js';
import { childOf } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';

/** Most files below a folder that are listed. */
const MAX_FILES = 3_000;

/** The files below a folder by their paths from there; undefined where it is not there, or has too many. */
export function filesBelow(repository: Repository, folder: string): readonly string[] | undefined {
  if (repository.lookup(folder).is !== 'directory') return undefined;
  const files: string[] = [];
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    for (const { name, is } of repository.list(childOf(folder, below))) {
      const path = childOf(below, name);
      if (is === 'directory') pending.push(path);
      else files.push(path);
      if (files.length + pending.length > MAX_FILES) return undefined;
    }
  }
  return files.sort();
}

/** Whether a module exports a name; undefined where it passes on what is not read. */
export async function exportsOf(
  repository: Repository,
  file: string,
): Promise<((name: string) => boolean) | undefined> {
  const module = await readModule(repository, file);
  if (module.is === 'unreadable' || module.passedOnWhole.length > 0) return undefined;
  return (name) => module.exported.has(name) || module.passedOn.has(name);
}
