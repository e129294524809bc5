import { lstatSync, writeFileSync } from 'node:fs';
import { isLedOut, LED_OUT } from '../repository/named-path.js';
import { reasonOf } from '../repository/reason.js';
import { writeWhole } from '../repository/write-whole.js';

/**
 * Writes a report to an absolute path: whole, or not at all. What is no plain file (a link, a device, a pipe such as
 * /dev/stderr) stays what it is and is written through, but no link of the repository leads out of it. `root` is the real
 * path of the repository, where the path may lie in one. Returns why it could not, as a clause.
 */
export function writeReport(path: string, text: string, root?: string): string | undefined {
  if (root !== undefined && isLedOut(path, root)) return LED_OUT;
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
