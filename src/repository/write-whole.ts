import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file at once: a reader sees the old file or the new one, never a part. It is written beside its place and
 * renamed, which within one folder is atomic. Its mode and owner become those of `like`, where that is given.
 * Throws the system's error where that fails; then the file is as it was, and nothing is left behind.
 */
export function writeWhole(path: string, content: string | Uint8Array, like?: Stats): void {
  const temporary = join(dirname(path), `.lint-deploy-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx', like ? 0o600 : 0o666);
    try {
      writeFileSync(descriptor, content);
      if (like) {
        keepOwner(temporary, fstatSync(descriptor), like);
        fchmodSync(descriptor, like.mode & 0o7777);
      }
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
function keepOwner(path: string, own: Stats, { uid, gid }: Stats): void {
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // As an editor that saves by renaming would.
  }
}
