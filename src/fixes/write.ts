import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceText } from '../repository/repository.js';

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
    replaceFile(path, encode(change.after, form), lstatSync(path));
    return { is: 'written' };
  } catch (error) {
    return refused(`could not be written (${codeOf(error)})`);
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

/** Writes beside the file and renames: a rename within one folder is atomic. */
function replaceFile(path: string, bytes: Buffer, { mode, uid, gid }: Stats): void {
  const temporary = join(dirname(path), `.lint-deploy-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(descriptor, bytes);
      keepOwner(temporary, uid, gid);
      fchmodSync(descriptor, mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only root may give a file away; for anyone else the file is theirs already, or becomes theirs. */
function keepOwner(path: string, uid: number, gid: number): void {
  const own = lstatSync(path);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // As an editor that saves by renaming would.
  }
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

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return String(error);
}
