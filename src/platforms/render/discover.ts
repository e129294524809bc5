import type { Repository } from '../../repository/repository.js';

/** The name Render reads by default, and the one people write in its place. */
export const BLUEPRINT_NAME = 'render.yaml';
const OTHER_NAME = 'render.yml';

/** Folders between the root and a Blueprint, at most. */
const MAX_DEPTH = 3;
/** A tree with more folders than this in its upper levels holds something else than services. */
const MAX_FOLDERS = 2000;

const FOREIGN_CODE = new Set(['node_modules', 'vendor', 'venv', 'site-packages', '__pycache__', 'bower_components']);
const NOT_DEPLOYED = new Set(
  ['example', 'template', 'sample', 'fixture', 'test', 'doc'].flatMap((word) => [word, `${word}s`]),
);

/**
 * Paths of the Blueprints, the root's first, then level by level. Hidden folders, foreign code and folders that are named as
 * examples, templates, samples, fixtures, tests or documentation are left out.
 */
export function blueprintPaths(repository: Repository): readonly string[] {
  const found: string[] = [];
  let level = [''];
  let listed = 0;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (++listed > MAX_FOLDERS) return found;
      const entries = repository.list(folder === '' ? '.' : folder);
      const names = entries.map(({ name }) => name);
      const file = [BLUEPRINT_NAME, OTHER_NAME].find((name) => names.includes(name));
      if (file !== undefined) found.push(join(folder, file));
      next.push(
        ...entries
          .filter(({ name, is }) => is === 'directory' && mayDeploy(name))
          .map(({ name }) => join(folder, name)),
      );
    }
    level = next;
  }
  return found;
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function mayDeploy(name: string): boolean {
  if (name.startsWith('.') || FOREIGN_CODE.has(name) || name === BLUEPRINT_NAME || name === OTHER_NAME) return false;
  return !name
    .toLowerCase()
    .split(/[-_. ]/)
    .some((part) => NOT_DEPLOYED.has(part));
}
