import type { Location, Position, Range } from '../model/location.js';
import { Recent } from '../repository/recent.js';

/** Turns offsets of one text into positions. */
export interface Lines {
  file: string;
  position(offset: number): Position;
  range(start: number, end: number): Range;
  location(start: number, end: number): Location;
}

/**
 * The line index of a text. CR LF, LF and a lone CR end a line.
 * Offsets count UTF-16 units and are clamped to the text.
 */
export function linesOf(file: string, text: string): Lines {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const line = lineAt(starts, at);
    return { offset: at, line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  };
  const range = (start: number, end: number): Range => ({
    start: position(start),
    end: position(Math.max(start, end)),
  });
  return { file, position, range, location: (start, end) => ({ file, range: range(start, end) }) };
}

/** The beginning of a file, also of one that has no text. */
export function startOf(file: string): Location {
  const start = { offset: 0, line: 1, column: 1 };
  return { file, range: { start, end: start } };
}

/** How many texts' lines are kept: a file is asked about again for each of its commands, a few files in turn. */
const MAX_KEPT = 16;

/** Where the lines of a text begin. */
const kept = new Recent<string, readonly number[]>(MAX_KEPT);

function lineStarts(text: string): readonly number[] {
  const known = kept.get(text);
  if (known) return known;
  const starts = readLineStarts(text);
  kept.set(text, starts);
  return starts;
}

function readLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Index of the last line start at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
