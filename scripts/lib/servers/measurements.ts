import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../project.js';
import measured from './measured.json' with { type: 'json' };
import type { Seen } from './run.js';

/** What a server was seen to do on one version of Node. */
export interface Measurement {
  /** The case's title. */
  title: string;
  /** Without `v`; left out where it ran on an engine of its own. */
  node?: string;
  /** Of the packages that were asked for, by the names that they were installed under. */
  versions: Readonly<Record<string, string | undefined>>;
  /** YYYY-MM-DD */
  date: string;
  /** Null: it did not start. */
  seen: Seen | null;
}

const FILE = join(PROJECT, 'scripts/lib/servers/measured.json');

/** As they were when the program began. */
export function readMeasurements(): readonly Measurement[] {
  return measured;
}

export function writeMeasurements(measurements: readonly Measurement[]): void {
  writeFileSync(FILE, `${JSON.stringify(measurements, null, 2)}\n`);
}
