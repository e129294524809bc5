import { baseName, normalise, parent } from './paths.js';
import type { Entry, Repository } from './repository.js';

/** The repository as it would be with other texts in some of its files; keys are paths as `lookup` gives them. */
export function withTexts(repository: Repository, texts: ReadonlyMap<string, string>): Repository {
  return {
    lookup: (path) => repository.lookup(path),
    list: (path, wanted) => repository.list(path, wanted),
    read(path) {
      const source = repository.read(path);
      const found = repository.lookup(path);
      const text = found.is === 'file' ? texts.get(found.path) : undefined;
      return source.is === 'text' && text !== undefined ? { ...source, text } : source;
    },
  };
}

/**
 * The repository without the texts of some files, which are listed also where it does not have them; the value of each is
 * why, as a clause.
 */
export function withoutTexts(repository: Repository, files: ReadonlyMap<string, string>): Repository {
  return {
    lookup: (path) => repository.lookup(path),
    list(path) {
      const own = repository.list(path);
      const folder = normalise(path);
      const added = [...files.keys()].filter((each) => parent(each) === folder).map(baseName);
      const names = new Set(own.map(({ name }) => name));
      const entries = added.filter((name) => !names.has(name)).map((name) => ({ name, is: 'file' as const }));
      return entries.length === 0 ? own : [...own, ...entries].sort(byName);
    },
    read(path) {
      const found = repository.lookup(path);
      const why = files.get(found.is === 'file' ? found.path : (normalise(path) ?? path));
      return why === undefined ? repository.read(path) : { is: 'unreadable', why };
    },
  };
}

function byName(one: Entry, other: Entry): number {
  return one.name < other.name ? -1 : 1;
}
