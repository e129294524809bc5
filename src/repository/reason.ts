/** What the codes of the operating system's errors mean for a file, as clauses. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it does not exist',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * Why an operation of the operating system failed, as a clause. `words` are for codes that mean something else here than
 * usually. A code without words is given as it is, such as `EIO`; an error without a code by its message.
 */
export function reasonOf(error: unknown, words: Readonly<Record<string, string>> = {}): string {
  const code = codeOf(error);
  if (code !== undefined) return words[code] ?? REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}

/** The code of an error of the operating system, such as `ENOENT`; undefined for every other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
