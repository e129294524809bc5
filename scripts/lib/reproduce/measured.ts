import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../project.js';
import measured from './measured.json' with { type: 'json' };
import type { Result } from './reproduce.js';

/** What the runs of all reproductions came to. */
export interface Measured {
  /** The edge of the last run, with its version. */
  edge: string;
  /** Ordered by rule and title. */
  results: readonly Result[];
}

/** As it was when the program began. */
export function readMeasured(): Measured {
  return measured;
}

export function writeMeasured({ edge, results }: Measured): void {
  const sorted = [...results].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const text = JSON.stringify({ edge, results: sorted }, null, 2);
  const file = join(PROJECT, 'scripts/lib/reproduce/measured.json');
  writeFileSync(file, `${text}\n`);
  execFileSync('npx', ['prettier', '--write', file], { cwd: PROJECT, stdio: 'ignore' });
}

function keyOf({ rule, title }: Result): string {
  return `${rule}: ${title}`;
}
