/** What a terminal would act on or hide, and `##[`, which GitHub's runner takes for a command anywhere in a line. */
const UNSAFE = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]|(?<=##)\[/gu;

/**
 * A value as indented JSON that is safe to print: the characters in question are written as `\u` escapes, so that every
 * reader of the JSON still gets the exact value. Ends with a line break.
 */
export function safeJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(UNSAFE, escaped)}\n`;
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
