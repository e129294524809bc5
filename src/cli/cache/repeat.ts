import { realpathSync } from 'node:fs';
import { join } from 'node:path';
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
export async function repeat(invocation: Invocation): Promise<number | undefined> {
  const file = await keptFile(invocation);
  const kept = file === undefined ? undefined : readKept(file);
  if (!kept || !isUnchanged(kept, invocation)) return undefined;
  const root = realpathSync(kept.folder);
  return tell(kept.outcome, invocation, { root, files: kept.files.map((file) => join(root, file)) });
}

function isUnchanged({ folder, answers, named, surroundings }: Kept, invocation: Invocation): boolean {
  let isListed = true;
  try {
    const source = directorySource(folder, { notice: () => (isListed = false) });
    return surroundingsOf(invocation, folder, named) === surroundings && answersAlike(source, answers) && isListed;
  } catch {
    return false;
  }
}
