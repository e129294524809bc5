import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/**
 * The change of one file as a unified diff that `git apply` and `patch -p1` take: `a/` and `b/` before the name (quoted
 * as git does where it holds special characters), three lines of context, carriage returns kept. Empty where nothing
 * changes. Everything in it is the repository's own text: it is not fit for a terminal as it stands.
 */
export function unifiedDiff(file: string, { before, after }: { before: string; after: string }): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
