import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../project.js';
import measured from './measured.json' with { type: 'json' };

/** What came of one builder at one version. */
export interface Measurement {
  /** The builder's id. */
  builder: string;
  /** The package and version that was asked for. */
  asked: string;
  /** The packages that were installed, by name. */
  versions: Readonly<Record<string, string>>;
  /** YYYY-MM-DD */
  date: string;
  cases: readonly { name: string; command: string; made: number; faults: readonly string[] }[];
}

const FILE = join(PROJECT, 'scripts/lib/builders/measured.json');

/** As they were when the program began. */
export function readMeasurements(): readonly Measurement[] {
  return measured;
}

export function writeMeasurements(measurements: readonly Measurement[]): void {
  const sorted = [...measurements].sort((one, other) =>
    `${one.builder} ${one.asked}` < `${other.builder} ${other.asked}` ? -1 : 1,
  );
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}
