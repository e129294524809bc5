import type { Repository } from './repository.js';

/** The repository, and the paths of the files whose text was asked for and is there, each once. */
export function recording(repository: Repository): { repository: Repository; read: () => readonly string[] } {
  const paths = new Set<string>();
  return {
    repository: {
      lookup: (path) => repository.lookup(path),
      list: (path, wanted) => repository.list(path, wanted),
      read(path) {
        const source = repository.read(path);
        if (source.is === 'text') paths.add(path);
        return source;
      },
    },
    read: () => [...paths],
  };
}
