import type { Location } from '../model/location.js';
import type { Repository } from '../repository/repository.js';
import { linesOf } from '../syntax/lines.js';

/** The place of a part of a text, by its offsets. */
export type Places = (start: number, end: number) => Location;

/** Longest value whose parts get places of their own, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/**
 * Places in a text that stands as a string in another file, such as a command in YAML or a script in JSON. Where the
 * text cannot be found there as it is, every part has the place of the whole.
 */
export function placesWithin(repository: Repository, at: Location, text: string): Places {
  const source = repository.read(at.file);
  const { start, end } = at.range;
  const written = source.is === 'text' ? source.text.slice(start.offset, end.offset) : '';
  const offsets = text.length > MAX_LENGTH ? undefined : aligned(text, written);
  if (source.is !== 'text' || !offsets) return () => at;
  const lines = linesOf(at.file, source.text);
  return (from, to) => {
    const first = offsets[from];
    const last = offsets[to - 1];
    return first === undefined || last === undefined
      ? at
      : lines.location(start.offset + first, start.offset + last + 1);
  };
}

/**
 * Where each unit of a value stands in its notation: quotes and a block's header stand before it, a backslash may stand
 * before any unit, and space of any length for space.
 */
function aligned(text: string, written: string): readonly number[] | undefined {
  const [header = ''] = /^(?:["']|[|>][^\n]*\n\s*)?/.exec(written) ?? [];
  const offsets: number[] = [];
  let at = header.length;
  let inSpace = false;
  for (const unit of text) {
    const isSpace = /\s/.test(unit);
    if (isSpace) {
      if (!inSpace && !isSpaceAt(written, at) && written.charAt(at) !== '\\') return undefined;
      offsets.push(at);
      if (!inSpace) at = written.charAt(at) === '\\' ? at + 2 : afterSpace(written, at);
    } else {
      if (written.charAt(at) !== unit && (written.charAt(at) === '\\' || written.charAt(at) === "'")) at++;
      if (!written.startsWith(unit, at)) return undefined;
      // A character may be a pair of units.
      offsets.push(...Array.from({ length: unit.length }, (_, index) => at + index));
      at += unit.length;
    }
    inSpace = isSpace;
  }
  return offsets;
}

function isSpaceAt(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpaceAt(text, at)) at++;
  return at;
}
