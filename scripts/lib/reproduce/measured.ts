import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../project.js';
import measured from './measured.json' with { type: 'json' };
import type { Result } from './reproduce.js';

/** What the last full run came to, as it was when the program began. */
export function readResults(): readonly Result[] {
  return measured;
}

export function writeResults(results: readonly Result[]): void {
  const sorted = [...results].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  writeFileSync(join(PROJECT, 'scripts/lib/reproduce/measured.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

function keyOf({ rule, title }: Result): string {
  return `${rule} ${title}`;
}
