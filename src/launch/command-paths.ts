import { join } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import type { ImageShells } from './parents.js';
import { seenFrom } from './seen-from.js';
import type { Words } from './words.js';

/** Where commands run. */
export interface Ground {
  repository: Repository;
  /** The absolute path of the repository there. */
  sourceFolder: string | undefined;
  /** The repository is the tree of an image. */
  image: ImageShells | undefined;
}

/** The path in the repository that a command means, seen from its folder; undefined where it leaves the repository. */
export function pathMeant({ sourceFolder: own }: Ground, written: string, folder: string): string | undefined {
  if (own !== undefined && (written === own || written.startsWith(`${own}/`)))
    return join('', written.slice(own.length).replace(/^\/+/, ''));
  return join(folder, written);
}

/** The words of a command with those that are absolute paths of the repository as they are seen from a folder. */
export function asSeenFrom(ground: Ground, words: Words, folder: string): Words {
  return ground.image ? withOwnProgram(ground, words, folder) : words.map((word) => relative(ground, word, folder));
}

/** Options with those that are absolute paths of an image as they are seen from a folder, where something is at them. */
export function optionsSeenFrom(ground: Ground, words: Words, folder: string): Words {
  return ground.image ? words.map((word) => inImage(ground, word, folder)) : words;
}

function relative({ sourceFolder: own }: Ground, word: string | undefined, folder: string): string | undefined {
  if (own === undefined || word?.startsWith(`${own}/`) !== true) return word;
  const path = word.slice(own.length + 1);
  if (folder === '' || path.startsWith(`${folder}/`)) return path.slice(folder === '' ? 0 : folder.length + 1);
  return `${'../'.repeat(folder.split('/').length)}${path}`;
}

/**
 * A program that is a file of the image goes by its path, also where a system's programs are. The other words stay: a
 * script may change the folder before it runs them.
 */
function withOwnProgram(ground: Ground, [program, ...rest]: Words, folder: string): Words {
  const path = program?.startsWith('/') === true ? program.replace(/^\/+/, '') : '';
  const isFile = path !== '' && ground.repository.lookup(path).is === 'file';
  return [isFile ? inImage(ground, program, folder, true) : program, ...rest];
}

function inImage(
  { repository }: Ground,
  word: string | undefined,
  folder: string,
  isProgram = false,
): string | undefined {
  const path = word?.startsWith('/') === true ? word.replace(/^\/+/, '') : undefined;
  if (path === undefined || repository.lookup(path).is === 'missing') return word;
  return seenFrom(folder, path, isProgram);
}
