/** A word and where it stands in its text. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

/** Longest text that is split, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/**
 * Splits a text into words as Python's `shlex.split` does; undefined where a quotation has no end, which it refuses, or
 * where the text is very long (https://docs.python.org/3/library/shlex.html#parsing-rules).
 */
export function splitWords(text: string): readonly Piece[] | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const pieces: Piece[] = [];
  let piece: Piece | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (quote === '' && /\s/.test(unit)) {
      if (piece) pieces.push(piece);
      piece = undefined;
      continue;
    }
    piece ??= { text: '', start: at, end: at };
    if (unit === quote) quote = '';
    else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
    else if (unit === '\\' && quote !== "'") piece.text += text.charAt(++at);
    else piece.text += unit;
    piece.end = at + 1;
  }
  if (quote !== '') return undefined;
  return piece ? [...pieces, piece] : pieces;
}
