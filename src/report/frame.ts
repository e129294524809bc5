import type { Range } from '../model/location.js';
import { escapesIn } from './clean-text.js';
import { codePointWidth, displayWidth } from './layout.js';

const TAB = 4;

export interface FrameStyle {
  /** Columns the frame may take. */
  width: number;
  /** Paints the line number and the rule beside it. */
  gutter: (text: string) => string;
  /** Paints the marker and its label. */
  marker: (text: string) => string;
}

/**
 * A line of source with its number, and under it a marker of the range and its label. A range over several lines is
 * marked to the end of its first. Tabs are expanded, what would not show is escaped, a line that is too wide is cut
 * around the marker. Empty where the text has no such line.
 */
export function sourceFrame(lines: readonly string[], range: Range, label: string, style: FrameStyle): string[] {
  const line = lines[range.start.line - 1];
  if (line === undefined) return [];
  const number = String(range.start.line);
  const end = range.end.line === range.start.line ? range.end.column - 1 : line.length;
  const cut = cutAround(cellsOf(line), range.start.column - 1, end, style.width - number.length - 3);
  const words = label === '' ? '' : ` ${label}`;
  const marker = '^'.repeat(cut.marked);
  const fits = displayWidth(number + words) + 3 + cut.before + cut.marked <= style.width;
  return [
    `${style.gutter(`${number} │`)} ${cut.text}`.trimEnd(),
    `${style.gutter(`${' '.repeat(number.length)} │`)} ${' '.repeat(cut.before)}${style.marker(marker + (fits ? words : ''))}`,
  ];
}

/** One character as it is shown. */
interface Cell {
  /** Offset of the character in the line. */
  offset: number;
  shown: string;
  width: number;
}

function cellsOf(line: string): Cell[] {
  const escapes = escapesIn(line);
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const character of line) {
    const shown = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : (escapes.get(offset) ?? character);
    const width = shown === character ? codePointWidth(character) : shown.length;
    cells.push({ offset, shown, width });
    column += width;
    offset += character.length;
  }
  return cells;
}

interface Cut {
  text: string;
  /** Columns before the marker. */
  before: number;
  /** Columns of the marker, at least 1. */
  marked: number;
}

/** The part of a line, at most `width` columns, in which [start, end) begins, and where it stands in it. */
function cutAround(cells: readonly Cell[], start: number, end: number, width: number): Cut {
  const total = widthOf(cells);
  const markStart = widthOf(cells.filter(({ offset }) => offset < start));
  const markEnd = markStart + widthOf(cells.filter(({ offset }) => offset >= start && offset < end));
  const fromStart = total <= width || markEnd < width;
  const from = fromStart ? 0 : Math.max(0, Math.min(markStart - Math.floor(width / 4), total - width));
  const to = total - from <= width ? total : from + width - 1;

  const cut: Cut = { text: from > 0 ? '…' : '', before: from > 0 ? 1 : 0, marked: 0 };
  let column = 0;
  for (const { offset, shown, width: wide } of cells) {
    const visible = column >= (from > 0 ? from + 1 : 0) && column + wide <= to;
    column += wide;
    if (!visible) continue;
    cut.text += shown;
    if (offset < start) cut.before += wide;
    else if (offset < end) cut.marked += wide;
  }
  if (to < total) cut.text += '…';
  return { ...cut, marked: Math.max(1, cut.marked) };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
