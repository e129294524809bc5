import type { Repository } from './repository.js';

/** What is remembered of each view of a repository, as long as that view is. `make` gives an empty memory. */
export function perRepository<Memory extends object>(make: () => Memory): (repository: Repository) => Memory {
  const memories = new WeakMap<Repository, Memory>();
  return (repository) => {
    const known = memories.get(repository) ?? make();
    memories.set(repository, known);
    return known;
  };
}
