import { closeSync, openSync, readlinkSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { decode } from './decode.js';
import { workTreeOf } from './git.js';
import { MAX_LINKS } from './limits.js';
import { codeOf, reasonOf } from './reason.js';

export type NamedText =
  | { is: 'text'; text: string }
  /** `why` is a clause. */
  | { is: 'refused'; why: string; isMissing: boolean };

/**
 * The text of a file that the command line names, which may be a pipe and may lie outside of the repository. `path` is
 * absolute, `root` the real path of the repository.
 */
export function readNamed(path: string, root: string, maxBytes: number): NamedText {
  if (isLedOut(path, root)) return refused(LED_OUT);
  try {
    const bytes = readUpTo(path, maxBytes);
    if (bytes === undefined) return refused(`it is larger than ${maxBytes / 1_048_576} MB`);
    const source = decode(bytes);
    return source ? { is: 'text', text: source.text } : refused('it is not text');
  } catch (error) {
    return { is: 'refused', why: reasonOf(error), isMissing: codeOf(error) === 'ENOENT' };
  }
}

function refused(why: string): NamedText {
  return { is: 'refused', why, isMissing: false };
}

/** The size that a file tells is no bound: a device and a pipe tell none. */
function readUpTo(path: string, maxBytes: number): Buffer | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const parts: Buffer[] = [];
    for (let length = 0; length <= maxBytes;) {
      const part = Buffer.allocUnsafe(65_536);
      const count = readSync(descriptor, part);
      if (count === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, count));
      length += count;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Why a path is refused that is led out, as a clause. */
export const LED_OUT = 'a link leads it out of the repository';

/**
 * Whether a path that is named within the repository is led out of it, or into git's own folder, by a link. Whoever names a
 * path there does not choose what a pull request puts in its place. The repository is the whole work tree that `root` lies
 * in. Both are absolute, `root` is a real path.
 */
export function isLedOut(path: string, root: string): boolean {
  const top = workTreeOf(root) ?? root;
  const name = nameWithin(path, top);
  if (name === undefined) return false;
  const place = realPlace(path);
  if (place === undefined || place === join(top, name)) return false;
  return !isWithin(place, top) || isWithin(place, join(top, '.git'));
}

/** What follows after the folder `top` in a path that runs through it; undefined where it does not. */
function nameWithin(path: string, top: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (realPath(folder) === top) return relative(folder, path);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Where a path leads, also where nothing is there yet; undefined where it leads nowhere. */
export function realPlace(path: string, links = MAX_LINKS): string | undefined {
  const real = realPath(path);
  if (real !== undefined) return real;
  const folder = realPath(dirname(path));
  if (folder === undefined) return undefined;
  const place = join(folder, basename(path));
  const target = targetOf(place);
  if (target === undefined) return place;
  return links > 0 ? realPlace(resolve(folder, target), links - 1) : undefined;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  const steps = relative(folder, path);
  return steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}
