import type { TextEdit } from '../model/finding.js';

/**
 * The text with all edits made; they are of one file, and their offsets are those of `text`. Insertions at one place
 * keep their order, and stand before what replaces the text that follows; edits that are alike are made once. Line
 * breaks that an edit brings are those of the text: CR LF where its first line ends so. Throws RangeError where edits
 * overlap or lie outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineBreak = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  let result = '';
  let done = 0;
  for (const { start, end, replacement } of inOrder(edits)) {
    if (start < done || end < start || end > text.length) {
      throw new RangeError(`The edit of ${start} to ${end} does not fit behind ${done} in a text of ${text.length}.`);
    }
    result += text.slice(done, start) + replacement.replace(/\r?\n/g, lineBreak);
    done = end;
  }
  return result + text.slice(done);
}

interface Replacement {
  start: number;
  end: number;
  replacement: string;
}

function inOrder(edits: readonly TextEdit[]): Replacement[] {
  const distinct = new Map<string, Replacement>();
  for (const { at, text } of edits) {
    const start = at.range.start.offset;
    const end = at.range.end.offset;
    distinct.set([start, end, text].join(':'), { start, end, replacement: text });
  }
  return [...distinct.values()].sort(
    (one, other) => one.start - other.start || Math.sign(one.end - one.start) - Math.sign(other.end - other.start),
  );
}
