import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Words } from '../words.js';

/** A list of packages that an install is given, or looks for, and does not find. */
interface MissingList {
  /** As the command names it, or as the manager is documented to name it. */
  name: string;
  /** Relative to the root of the repository. */
  path: string;
  at: Location;
  steps: readonly Step[];
}

/** What a command that installs packages is read from. */
interface Install {
  words: Words;
  folder: string;
  at: Location;
  steps: readonly Step[];
}

/** The lists that installs do not find, in the order they are asked for. */
export function missingLists<Each extends Install>(
  repository: Repository,
  commands: readonly Each[],
): readonly (MissingList & { command: Each })[] {
  return commands.flatMap((command) => {
    const { words, folder, at, steps } = command;
    return listNames(words).flatMap(({ name, isSearched }) => {
      const path = name.startsWith('/') ? undefined : join(folder, name);
      const isThere = (where: string): boolean => repository.lookup(where).is !== 'missing';
      if (path === undefined || isThere(path)) return [];
      if (isSearched && above(folder).some((each) => isThere(join(each, name) ?? ''))) return [];
      return [{ name, path, at, steps, command }];
    });
  });
}

/** `isSearched`: the folders above are looked through, too. */
function listNames(words: Words): readonly { name: string; isSearched: boolean }[] {
  const manager = MANAGERS.find(({ program, command }) => words[0] === program && words[1] === command);
  if (manager) {
    const isPlain = words.slice(2).every((word) => word !== undefined && !manager.elsewhere.test(word));
    return isPlain ? [{ name: 'pyproject.toml', isSearched: true }] : [];
  }
  if (!words.some((word) => /^pip3?$/.test(word ?? ''))) return [];
  return words.flatMap((word, index) => {
    const [, joined] = /^(?:--requirement=|-r)(.+)$/.exec(word ?? '') ?? [];
    const name = word === '-r' || word === '--requirement' ? words[index + 1] : joined;
    return name === undefined ? [] : [{ name, isSearched: false }];
  });
}

/**
 * Managers that end with an error where there is no pyproject.toml in their folder or above it. `elsewhere`: options that
 * name another folder, or a file that stands for it.
 */
const MANAGERS = [
  // https://github.com/python-poetry/poetry-core/blob/main/src/poetry/core/factory.py
  { program: 'poetry', command: 'install', elsewhere: /^(?:-C|-P|--directory|--project)/ },
  // https://docs.astral.sh/uv/concepts/projects/sync/
  { program: 'uv', command: 'sync', elsewhere: /^(?:--directory|--project|--script)/ },
] as const;

function above(folder: string): readonly string[] {
  const all: string[] = [];
  for (let each = folder; each !== ''; each = parent(each)) all.push(parent(each));
  return all;
}
