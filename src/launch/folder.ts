import { normalise, parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import type { Service } from '../model/service.js';
import { knownValue } from '../model/value.js';

/**
 * The folders a service may be built and run in, relative to the root of the repository, the likeliest first. Without
 * a root of its own that is the repository's; where a platform file lies deeper and what its commands need exists only
 * beside it, that folder is meant. Empty where the root is written but cannot be read, or leaves the repository.
 */
export function serviceFolders(repository: Repository, service: Service): readonly string[] {
  if (service.root.is === 'absent') {
    const beside = parent(service.file);
    return beside === '' || repository.lookup(beside).is !== 'directory' ? [''] : ['', beside];
  }
  const written = knownValue(service.root);
  // A leading slash means nothing: the path starts at the repository.
  const folder = written === undefined ? undefined : normalise(written.replace(/^\/+/, ''));
  return folder === undefined ? [] : [folder];
}
