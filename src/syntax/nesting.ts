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

/** Most labels in front of one statement. Written code has one; each is compared with all before it, and told if it repeats one. */
const MAX_LABELS = 50;

/** Where JavaScript puts more labels in front of a statement than a parser should compare; undefined where it does not. */
export function tooManyLabelsAt(code: string): number | undefined {
  const label = /\s*[\w$\u0080-\uffff]+\s*:/y;
  let labels = 0;
  for (let colon = code.indexOf(':'); colon >= 0;) {
    label.lastIndex = colon + 1;
    const isNext = label.test(code);
    labels = isNext ? labels + 1 : 0;
    if (labels > MAX_LABELS) return colon;
    colon = isNext ? label.lastIndex - 1 : code.indexOf(':', colon + 1);
  }
  return undefined;
}
