/** Deepest nesting of brackets that a recursive parser is handed. Hand-written code stays below 50. */
const MAX_NESTING = 256;

/**
 * Where brackets nest deeper than a parser should be asked to follow; undefined where they do not.
 * Counts text, not tokens: a bracket in a string counts too, which is harmless, as those mostly come in pairs.
 */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '(':
      case '[':
      case '{':
        if (++depth > MAX_NESTING) return at;
        break;
      case ')':
      case ']':
      case '}':
        if (depth > 0) depth--;
    }
  }
  return undefined;
}

/** Most labels of one name. Babel compares each with all that it stands under, and holds an error for each like it. */
const MAX_LIKE_LABELS = 100;

/** A name, of which letters may be written by number; spaces; what may come behind the name of a label; what is left. */
const PARTS =
  /(?<name>(?:[$\p{ID_Continue}]|\u200c|\u200d|\\u\{[\da-f]+\}|\\)+)|\s+|(?<behind>:|\/[/*]|<!--|-->)|[^]/giu;

/**
 * Whether JavaScript may put one label too often, one below the other. Keys of objects count as well, so it is for code
 * alone that has a mistake.
 */
export function hasManyLabels(code: string): boolean {
  const counts = new Map<string, number>();
  let last: string | undefined;
  for (const { 0: part, groups } of code.matchAll(PARTS)) {
    if (part.trim() === '') continue;
    if (last !== undefined && groups?.behind !== undefined) {
      const count = (counts.get(last) ?? 0) + 1;
      if (count > MAX_LIKE_LABELS) return true;
      counts.set(last, count);
    }
    // All that are written by number count as one name.
    last = part.includes('\\') ? '\\' : groups?.name;
  }
  return false;
}
