/**
 * Makes foreign text (file names, source lines, parser messages) fit to print.
 *
 * Two dangers: control and bidirectional characters that move the cursor or reorder what is read, and text that a CI
 * runner takes for a command. Secrets are secrets.ts's matter.
 */

/**
 * One code point at a time: control characters but for tab and line feed, line and paragraph separators, lone
 * surrogates, and everything invisible (bidirectional marks, zero-width characters, tags, fillers); the selector that
 * makes a symbol an emoji stays. Then what GitHub's runner obeys in ordinary output: `##[command]` anywhere in a line
 * and `::command::` at the start of one (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
const UNPRINTABLE =
  /(?![\t\n])\p{Cc}|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!(?<=\p{Extended_Pictographic})\uFE0F)\p{Default_Ignorable_Code_Point}|(?<=##)\[|(?<=(?:^|\s):):(?=[a-z][a-z-]{2,40}(?:\s|::|$))/giu;

/**
 * The text with every character that would not show shown as an escape such as `\u{202E}`: a reader should see that it
 * is there. Tabs and line feeds stay; CR LF becomes LF.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNPRINTABLE, escapeOf);
}

/**
 * As `cleanText`, for a name or anything else that must stay on one line: tabs and line feeds are shown as escapes too.
 */
export function cleanLine(text: string): string {
  return text.replace(UNPRINTABLE, escapeOf).replace(/[\t\n]/g, escapeOf);
}

/** The escapes `cleanText` would put in, by the offset of the character they stand for. */
export function escapesIn(text: string): ReadonlyMap<number, string> {
  return new Map(Array.from(text.matchAll(UNPRINTABLE), (match) => [match.index, escapeOf(match[0])]));
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
