import { resolve } from 'node:path';
import { listening } from '../../repository/answers.js';
import { reasonOf } from '../../repository/reason.js';
import type { TreeSource } from '../../repository/tree.js';
import { EXIT } from '../exit.js';
import type { LintCommand } from '../options.js';
import type { Outcome } from '../outcome.js';
import { speaker, type Invocation } from '../streams.js';
import { writeKept } from './kept.js';
import { keptFile } from './place.js';
import { isFile, surroundingsOf } from './surroundings.js';

/** Follows a run from its first question on, so that it can be kept. */
export interface Keeper {
  /** What the run has to read in place of the source that was given. */
  source: TreeSource;
  /** To be called once all is told. `files` are those that no report may replace, seen from the root. */
  keep: (outcome: Outcome, files: readonly string[]) => void;
}

/**
 * Undefined where the run is not to be kept, or cannot be: one that changes files, that asks git for a commit, or that is
 * measured is another one each time, and a pipe in place of a file can be read but once.
 */
export async function keeperOf(
  options: LintCommand,
  source: TreeSource,
  invocation: Invocation,
): Promise<Keeper | undefined> {
  if (!options.cache || !isRepeatable(options)) return undefined;
  const file = await keptFile(invocation);
  if (file === undefined) {
    speaker(invocation)('The reports cannot be kept: your cache folder is not known. Name one with --cache-location.');
    return undefined;
  }
  const named = [options.config, options.baseline?.file].flatMap((path) =>
    path === undefined ? [] : [resolve(invocation.cwd, path)],
  );
  if (!named.every(isFile)) return undefined;
  const folder = resolve(invocation.cwd, options.path);
  const surroundings = surroundingsOf(invocation, folder, named);
  const heard = listening(source);
  return {
    source: heard.source,
    keep(outcome, files) {
      // A failed run may have missed what another would see.
      if (outcome.status === EXIT.failed) return;
      invocation.beforeWriting?.();
      try {
        writeKept(file, { folder, answers: heard.answers(), files, named, surroundings, outcome });
      } catch (error) {
        speaker(invocation)(`The reports could not be kept in ${file}: ${reasonOf(error)}.`);
      }
    },
  };
}

function isRepeatable({ fix, dryRun, since, stats, baseline }: LintCommand): boolean {
  return fix === 'none' && !dryRun && since === undefined && !stats && baseline?.update !== true;
}
