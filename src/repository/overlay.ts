import type { Repository } from './repository.js';

/** The repository as it would be with other texts in some of its files; keys are paths as `lookup` gives them. */
export function withTexts(repository: Repository, texts: ReadonlyMap<string, string>): Repository {
  return {
    lookup: (path) => repository.lookup(path),
    list: (path) => repository.list(path),
    read(path) {
      const source = repository.read(path);
      const found = repository.lookup(path);
      const text = found.is === 'file' ? texts.get(found.path) : undefined;
      return source.is === 'text' && text !== undefined ? { ...source, text } : source;
    },
  };
}
