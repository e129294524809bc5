/** Deepest nesting of brackets that a recursive parser is handed. Hand-written code stays below 50. */
const MAX_NESTING = 256;

/**
 * Where brackets nest deeper than a parser should be asked to follow; undefined where they do not.
 * Counts text, not tokens: a bracket in a string counts too, which is harmless, as those mostly come in pairs.
 */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (OPENING.includes(sign) && ++depth > MAX_NESTING) return at;
    if (CLOSING.includes(sign) && depth > 0) depth--;
  }
  return undefined;
}

const OPENING = '([{';
const CLOSING = ')]}';
