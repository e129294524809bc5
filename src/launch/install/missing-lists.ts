import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import { join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Words } from '../words.js';

/** A list of packages that an install is given and does not find. */
interface MissingList {
  /** As the command names it. */
  name: string;
  /** Relative to the root of the repository. */
  path: string;
  at: Location;
  steps: readonly Step[];
}

/** https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-r */
export function missingLists(
  repository: Repository,
  commands: readonly { words: Words; folder: string; at: Location; steps: readonly Step[] }[],
): readonly MissingList[] {
  return commands.flatMap(({ words, folder, at, steps }): readonly MissingList[] => {
    const option = words.findIndex((word) => word === '-r' || word === '--requirement');
    const name = option === -1 ? undefined : words[option + 1];
    const path = name === undefined || !words.includes('pip') ? undefined : join(folder, name);
    if (name === undefined || path === undefined || repository.lookup(path).is !== 'missing') return [];
    return [{ name, path, at, steps }];
  });
}
