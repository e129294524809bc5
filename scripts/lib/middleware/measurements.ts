import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../project.js';
import measured from './measured.json' with { type: 'json' };
import type { Answers } from './run.js';

/** What was seen of packages that stand in front of routes, or beside Express 4. */
export interface Measured {
  /** YYYY-MM-DD */
  date: string;
  /** Of Node, without `v`. */
  node: string;
  /** By the names of packages. */
  versions: Readonly<Record<string, string>>;
  /** By the paths of the cases; null: it did not start. */
  answers: Readonly<Record<string, Answers | null>>;
  /** By the names of packages: `answers`, `lives` or `ends`. */
  outcomes: Readonly<Record<string, string>>;
  /** By what is imported: `rejects`, `waits` or `neither`. */
  asked: Readonly<Record<string, string>>;
}

/** As it was when the program began. */
export function readMeasured(): Measured {
  return measured;
}

export function writeMeasured(anew: Measured): void {
  const file = join(PROJECT, 'scripts/lib/middleware/measured.json');
  writeFileSync(file, `${JSON.stringify(anew, null, 2)}\n`);
}
