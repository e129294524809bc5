import { lstatSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../repository/reason.js';
import { writeWhole } from '../repository/write-whole.js';

/**
 * Writes a report to an absolute path: whole, or not at all. What is no plain file (a link, a device, a pipe such as
 * /dev/stderr) stays what it is and is written through. Returns why it could not, as a clause.
 */
export function writeReport(path: string, text: string): string | undefined {
  try {
    const existing = lstatSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory()) return 'it is a folder';
    if (existing && !existing.isFile()) writeFileSync(path, text);
    else writeWhole(path, text);
    return undefined;
  } catch (error) {
    return reasonOf(error, { ENOENT: 'its folder does not exist' });
  }
}
