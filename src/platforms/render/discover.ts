import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { foldersByLevel } from '../folders.js';

/** The name Render reads by default, and the one people write in its place. */
export const BLUEPRINT_NAME = 'render.yaml';
const NAMES = [BLUEPRINT_NAME, 'render.yml'];

/** Where a Blueprint was found. */
export interface BlueprintPath {
  /** Where its text lies: elsewhere than it was found where that is a link, which no report can point at. */
  file: string;
  name: string;
  atRoot: boolean;
}

/** The Blueprints, the root's first, then level by level; each text once, however many links lead to it. */
export function blueprintPaths(repository: Repository): readonly BlueprintPath[] {
  const found = [...foldersByLevel(repository)].flat().flatMap((folder) => blueprintIn(repository, folder));
  return found.filter(({ file }, index) => found.findIndex((each) => each.file === file) === index);
}

function blueprintIn(repository: Repository, folder: string): BlueprintPath[] {
  // Most folders hold none, which need not be listed to say so.
  if (NAMES.every((each) => repository.lookup(childOf(folder, each)).is === 'missing')) return [];
  const names = new Set(repository.list(folder).map(({ name }) => name));
  const name = NAMES.find((each) => names.has(each));
  if (name === undefined) return [];
  const path = childOf(folder, name);
  const target = repository.lookup(path);
  return [{ file: target.is === 'file' ? target.path : path, name, atRoot: folder === '' }];
}
