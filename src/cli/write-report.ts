import { statSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../repository/reason.js';
import { writeWhole } from '../repository/write-whole.js';

/**
 * Writes a report to an absolute path: whole, or not at all. A device or pipe such as /dev/stderr is written to as it is.
 * Returns why it could not, as a clause.
 */
export function writeReport(path: string, text: string): string | undefined {
  try {
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory()) return 'it is a folder';
    if (existing && !existing.isFile()) writeFileSync(path, text);
    else writeWhole(path, text);
    return undefined;
  } catch (error) {
    return reasonOf(error, { ENOENT: 'its folder does not exist' });
  }
}
