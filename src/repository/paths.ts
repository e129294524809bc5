/** `/x`, `\x`, `\\server\x`, `C:\x`, `C:/x` and `C:` alone. */
const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:(?:[/\\]|$))/;

/** A segment that a normalised path has none of: `.`, `..` or an empty one. */
const TO_NORMALISE = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * A path relative to the root, without `.`, empty segments or `..`; the root itself is the empty string.
 * Undefined where the path leaves the root, which an absolute path, also one of Windows, always does.
 * `..` is taken off the text: links play no part. A backslash is a character of a name, as on Linux.
 */
export function normalise(path: string): string | undefined {
  if (ABSOLUTE.test(path)) return undefined;
  // Most paths are: each answer about one is looked up with it again.
  if (!TO_NORMALISE.test(path)) return path;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** The path that `path` means when it is written in the folder `base`. Undefined where it leaves the root. */
export function join(base: string, path: string): string | undefined {
  if (ABSOLUTE.test(path)) return undefined;
  return normalise(base === '' ? path : `${base}/${path}`);
}

/** The folder of a normalised path: the empty string for the top level, and for the root itself. */
export function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The last segment of a normalised path: the empty string for the root. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of an entry of a normalised folder, by its name. */
export function childOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Whether a path is a folder or something in it, both normalised. */
export function liesWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** A folder as a sentence names it. */
export function folderInWords(folder: string): string {
  return folder === '' ? 'the root of the repository' : folder;
}
