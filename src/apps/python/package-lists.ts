import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Files that list what a Python project depends on, by their names. */
const LISTS = /^(?:requirements.*\.(?:txt|in)|pyproject\.toml|Pipfile|setup\.py|setup\.cfg|environment\.ya?ml)$/;

/** The lists of packages in a folder, those in its folder `requirements` last. */
export function packageLists(repository: Repository, folder: string): readonly string[] {
  const inside = childOf(folder, 'requirements');
  return [
    ...repository
      .list(folder)
      .flatMap(({ name, is }) => (is === 'file' && LISTS.test(name) ? [childOf(folder, name)] : [])),
    ...repository.list(inside).flatMap(({ name, is }) => (is === 'file' ? [childOf(inside, name)] : [])),
  ];
}
