import { cleanText } from './clean-text.js';

/** East Asian wide and full-width blocks and emoji (Unicode TR11, simplified): two columns in a terminal. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{M}/u;

/** Columns one code point takes in a terminal. */
export function codePointWidth(character: string): 0 | 1 | 2 {
  if (character >= ' ' && character <= '~') return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns a text takes in a terminal. It holds no control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += codePointWidth(character);
  return width;
}

/** The text cut to so many columns, with `…` where something is left out. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${chunks(text, width - 1)[0] ?? ''}…`;
}

/**
 * Cleans prose and breaks it at blanks into lines of at most `width` columns. Only a word longer than a line is broken
 * inside.
 */
export function wrap(prose: string, width: number): string[] {
  const words = cleanText(prose)
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => chunks(word, width));
  const pieces = words.map((text) => ({ text }));
  // Again: the break may have put at the start of a line what is harmless inside one.
  return flow(pieces, ' ', width).map(cleanText);
}

/** A text that is never broken, and how it is painted. */
export interface Piece {
  text: string;
  paint?: (text: string) => string;
}

/** Puts as many pieces on a line as fit. A separator at the end of a line loses its last blank. */
export function flow(pieces: readonly Piece[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [index, { text, paint }] of pieces.entries()) {
    const wide = displayWidth(text);
    const after = index === pieces.length - 1 ? 0 : displayWidth(separator.trimEnd());
    if (used > 0 && used + displayWidth(separator) + wide + after > width) {
      lines.push((line + separator).trimEnd());
      line = '';
      used = 0;
    }
    if (used > 0) {
      line += separator;
      used += displayWidth(separator);
    }
    line += paint ? paint(text) : text;
    used += wide;
  }
  if (used > 0) lines.push(line);
  return lines;
}

/** Cuts a text into stretches of at most `width` columns. */
function chunks(text: string, width: number): string[] {
  const result: string[] = [];
  let chunk = '';
  let used = 0;
  for (const character of text) {
    const wide = codePointWidth(character);
    if (used > 0 && used + wide > width) {
      result.push(chunk);
      chunk = '';
      used = 0;
    }
    chunk += character;
    used += wide;
  }
  if (chunk !== '') result.push(chunk);
  return result;
}
