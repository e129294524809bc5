import { realpathSync } from 'node:fs';
import { answersAlike } from '../../repository/answers.js';
import { directorySource } from '../../repository/disk.js';
import { tell } from '../outcome.js';
import type { Invocation } from '../streams.js';
import { readKept, type Kept } from './kept.js';
import { keptFile } from './place.js';
import { surroundingsOf } from './surroundings.js';

/**
 * Tells once more what the same command line was told before, where all that its run has read is still the same, and returns
 * its exit status; undefined where it has to run. Loads nothing that only a run needs, which is what makes it quick.
 */
export function repeat(invocation: Invocation): number | undefined {
  const file = keptFile(invocation);
  const kept = file === undefined ? undefined : readKept(file);
  if (!kept || !isUnchanged(kept, invocation)) return undefined;
  // That no report goes where a linted file is, the run that is kept has seen to.
  return tell(kept.outcome, invocation, { root: realpathSync(kept.folder), files: [] });
}

function isUnchanged({ folder, answers, named, surroundings }: Kept, invocation: Invocation): boolean {
  let isListed = true;
  try {
    const source = directorySource(folder, { notice: () => (isListed = false) });
    return surroundingsOf(invocation, named) === surroundings && answersAlike(source, answers) && isListed;
  } catch {
    return false;
  }
}
