import { resolve } from 'node:path';
import { baselineFrom, baselineText, readBaseline, withBaseline, type Baseline, type LintResult } from '../index.js';
import { isWhole } from '../engine/baseline.js';
import { MAX_BASELINE_BYTES } from '../repository/limits.js';
import { readNamed } from '../repository/named-path.js';
import { UsageError } from './options.js';
import { ConfigError } from './settings.js';
import { writeReport } from './write-report.js';

/**
 * The baseline in a file, whose path is relative to `cwd`. One that does not exist yet is empty, if it is to be written.
 * `root` is the real path of the repository.
 *
 * @throws {UsageError} where it cannot be read
 * @throws {ConfigError} where it is no baseline
 */
export function baselineAt(file: string, { cwd, root }: Folders, update: boolean): Baseline {
  const text = textAt(file, { cwd, root }, update);
  const result = readBaseline(text, file);
  if (result.is === 'wrong') throw new ConfigError([result.problem]);
  return result.baseline;
}

function textAt(file: string, { cwd, root }: Folders, update: boolean): string {
  const read = readNamed(resolve(cwd, file), root, MAX_BASELINE_BYTES);
  if (read.is === 'text') return read.text;
  if (read.isMissing && update) return '';
  const why = read.isMissing ? 'it does not exist; --update-baseline writes one' : read.why;
  throw new UsageError(`The baseline ${file} cannot be read: ${why}.`);
}

/** Where the program runs, and the repository that it reads. */
interface Folders {
  cwd: string;
  root: string;
}

/** A run with its new baseline applied; `written` is false where that could not be written, which is said. */
export interface Updated {
  result: LintResult;
  written: boolean;
}

/** Writes the findings of a run as the new baseline: what is not found any more goes, what is found comes in. */
export function updateBaseline(
  result: LintResult,
  before: Baseline,
  { file, cwd, root, say }: Folders & { file: string; say: (text: string) => void },
): Updated {
  if (!isWhole(result.report)) {
    say(`${file} is not updated: not everything could be read, so what is gone cannot be told.`);
    return { result: withBaseline(result, before), written: false };
  }
  const baseline = baselineFrom(result, before);
  const refusal = writeReport(resolve(cwd, file), baselineText(baseline), root);
  if (refusal !== undefined) {
    say(`The baseline could not be written to ${file}: ${refusal}.`);
    return { result: withBaseline(result, before), written: false };
  }
  const [count, gone] = [baseline.entries.length, goneFrom(before, baseline)];
  say(
    `${file} holds ${count} ${count === 1 ? 'finding' : 'findings'} now${gone > 0 ? `; ${gone} no longer found` : ''}.`,
  );
  return { result: withBaseline(result, baseline), written: true };
}

function goneFrom(before: Baseline, after: Baseline): number {
  const kept = new Set(after.entries.map(({ fingerprint }) => fingerprint));
  return before.entries.filter(({ fingerprint }) => !kept.has(fingerprint)).length;
}
