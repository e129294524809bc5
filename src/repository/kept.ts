import { Recent } from './recent.js';
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

/**
 * What `make` answers of the text of a file, remembered for the files of each view of a repository that were asked about
 * last, as long as their text is the same: a view on a disk may change while it is looked at. `room`: how many characters
 * all of their texts may have together.
 */
export function perText<Answer>(
  room: number,
  make: (text: string, file: string) => Answer,
): (repository: Repository, file: string, text: string) => Answer {
  const memories = perRepository(() => new Recent<string, { text: string; answer: Answer }>(room));
  return (repository, file, text) => {
    const memory = memories(repository);
    const known = memory.get(file);
    if (known?.text === text) return known.answer;
    const answer = make(text, file);
    memory.set(file, { text, answer }, text.length);
    return answer;
  };
}
