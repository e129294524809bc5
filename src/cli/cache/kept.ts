import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ABOUT, type Answers } from '../../repository/answers.js';
import { isLedOut, LED_OUT } from '../../repository/named-path.js';
import { writeWhole } from '../../repository/write-whole.js';
import { FORMATS } from '../options.js';
import type { Outcome } from '../outcome.js';
import { isKeptFile } from './place.js';

/** A run: what it was told, and what it told. */
export interface Kept {
  /** The folder that was linted: an absolute path, whose links are followed anew each time. */
  folder: string;
  answers: Answers;
  /** Files of the repository that no report may replace, seen from its root. */
  files: readonly string[];
  /** Files that were read besides, by absolute path. */
  named: readonly string[];
  /** See surroundingsOf. */
  surroundings: string;
  outcome: Outcome;
}

const KEPT = v.object({
  folder: v.string(),
  answers: v.object({
    questions: v.array(v.tuple([v.picklist(ABOUT), v.string()])),
    digest: v.string(),
  }),
  files: v.array(v.string()),
  named: v.array(v.string()),
  surroundings: v.string(),
  outcome: v.object({
    reports: v.array(v.object({ format: v.picklist(FORMATS), file: v.exactOptional(v.string()), text: v.string() })),
    remarks: v.array(v.string()),
    status: v.number(),
  }),
});

/** Undefined where nothing is kept, or what is there is not of this form. */
export function readKept(file: string): Kept | undefined {
  try {
    const { success, output } = v.safeParse(KEPT, JSON.parse(readFileSync(file, 'utf8')));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

/** So long a run is kept that is not asked for again, in ms: 30 days. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * Keeps a run in a file, in place of the one before it, and removes what grew old beside it.
 * Throws the system's error where that fails; a run that was kept before is whole even then.
 */
export function writeKept(file: string, run: Kept): void {
  const folder = dirname(file);
  if (isLedOut(folder, realpathSync(run.folder))) throw new Error(LED_OUT);
  makeFolder(folder);
  writeWhole(file, JSON.stringify(run));
  const kept = readdirSync(folder).filter(isKeptFile);
  for (const path of kept.map((name) => join(folder, name))) if (isOld(path)) rmSync(path, { force: true });
}

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where a folder that is there takes no new one and
 * says that it is missing, as /proc does.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  // The reports of private code are nobody else's to read.
  mkdirSync(folder, { mode: 0o700 });
}

/** A run at the same time may have removed it. */
function isOld(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > KEPT_FOR;
}
