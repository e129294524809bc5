import { lstatSync, mkdirSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '../../repository/reason.js';

/** What is at a path below a root; a link counts as what it is. */
export function isThere(root: string, path: string): boolean {
  return statsOf(join(root, path)) !== undefined;
}

/**
 * Writes a new file below a root. Returns why it could not, as a clause: whatever has the name already stays, and no folder
 * on the way may be a link, as that may lead anywhere.
 */
export function writeNew(root: string, path: string, text: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const link = folders
    .map((_, index) => folders.slice(0, index + 1).join('/'))
    .find((folder) => statsOf(join(root, folder))?.isSymbolicLink());
  if (link !== undefined) return `${link} is a link`;
  try {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return reasonOf(error, { EEXIST: 'something has this name already' });
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
