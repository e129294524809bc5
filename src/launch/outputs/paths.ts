import { join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { ImageFiles } from '../docker/files.js';

/**
 * The path that a word of a command means in a folder. In an image, an absolute one starts at its root, as the paths of
 * its files do; elsewhere it leads out of the repository, where nothing is known.
 */
export function pathIn(repository: Repository, folder: string, word: string): string | undefined {
  if (!word.startsWith('/')) return join(folder, word);
  return repository instanceof ImageFiles ? join('', word.replace(/^\/+/, '')) : undefined;
}
