import { accessSync, constants, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../repository/reason.js';
import type { SourceText } from '../repository/repository.js';
import { writeWhole } from '../repository/write-whole.js';

/** `why` is a clause that follows the file's name, such as "is a symbolic link". */
export type WriteResult = { is: 'written' } | { is: 'refused'; why: string };

/** How a file's text is stored. */
export type TextForm = Pick<SourceText, 'encoding' | 'bom' | 'lossy'>;

/**
 * Replaces the text of `file` (relative to `root`, with `/`) at once: a reader sees the old file or the new one, never
 * a part. Encoding, byte order mark, mode and owner stay. Refuses anything but a regular file reached without a
 * symbolic link, a file that is not writable, one that no longer holds `before`, and text that could not be decoded
 * without loss. Never throws; after a refusal the file is as it was and nothing is left behind.
 */
export function writeFixed(
  root: string,
  file: string,
  change: { before: string; after: string },
  form: TextForm,
): WriteResult {
  if (form.lossy) return refused('holds bytes that are not valid in its encoding');
  const path = join(root, file);
  try {
    const why = obstacle(root, file);
    if (why !== undefined) return refused(why);
    accessSync(path, constants.W_OK);
    if (!readFileSync(path).equals(encode(change.before, form))) return refused('was changed in the meantime');
    writeWhole(path, encode(change.after, form), lstatSync(path));
    return { is: 'written' };
  } catch (error) {
    return refused(`could not be written (${reasonOf(error)})`);
  }
}

function refused(why: string): WriteResult {
  return { is: 'refused', why };
}

/** What stands in the way of a regular file under the root. */
function obstacle(root: string, file: string): string | undefined {
  const segments = file.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    return 'is not a path inside the repository';
  let path = root;
  for (const [index, segment] of segments.entries()) {
    path = join(path, segment);
    const stats = lstatSync(path);
    const last = index === segments.length - 1;
    if (stats.isSymbolicLink()) return last ? 'is a symbolic link' : 'lies behind a symbolic link';
    if (last && !stats.isFile()) return 'is not a regular file';
  }
  return undefined;
}

const MARK = '\uFEFF';

function encode(text: string, { encoding, bom }: TextForm): Buffer {
  const whole = bom ? MARK + text : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(whole, 'utf8');
    case 'utf-16le':
      return Buffer.from(whole, 'utf16le');
    case 'utf-16be':
      return Buffer.from(whole, 'utf16le').swap16();
  }
}
