import type { Location } from '../model/location.js';
import { linesOf } from './lines.js';

/** A comment that asks for findings not to be reported. */
export interface IgnoreComment {
  at: Location;
  /** The rules it names; none where it names none. */
  rules: readonly string[];
  /** What stands after the colon; empty where nothing does. */
  reason: string;
  /** The lines it speaks of: its own, and where nothing else stands on that, the next one that is no comment. */
  lines: readonly number[];
}

const WORD = 'lint-deploy-ignore';

/** How a comment starts, and how it ends where the line does not end it. */
interface Comment {
  start: string;
  end?: string;
}

const HASH: readonly Comment[] = [{ start: '#' }];
/** The longer first: between elements of JSX a comment stands in braces. */
const SLASHES: readonly Comment[] = [
  { start: '//' },
  { start: '{/*', end: '*/' },
  { start: '/**', end: '*/' },
  { start: '/*', end: '*/' },
];
const MARKUP: readonly Comment[] = [{ start: '<!--', end: '-->' }];

/** By the name of the file. JSON has no comments, and what is not named here is mostly of the shell's kind. */
const LANGUAGES: readonly (readonly [name: RegExp, comments: readonly Comment[]])[] = [
  [/\.(?:[cm]?[jt]sx?|jsonc|json5)$/i, SLASHES],
  [/\.(?:vue|svelte|astro)$/i, [...SLASHES, ...MARKUP]],
  [/\.(?:html?|xml|md|svg)$/i, MARKUP],
  [/\.json$/i, []],
  [/(?:)/, HASH],
];

/** The ignore comments of a file, by its name and text. */
export function ignoreComments(file: string, text: string): IgnoreComment[] {
  const comments = LANGUAGES.find(([name]) => name.test(file))?.[1] ?? [];
  if (comments.length === 0 || !text.includes(WORD)) return [];
  const index = linesOf(file, text);
  const lines = text.split(/\r\n|\n|\r/);
  const below = linesBelow(lines, comments);
  const found: IgnoreComment[] = [];
  let line = 0;
  for (let at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + WORD.length)) {
    const { line: number, column } = index.position(at);
    // One for each line.
    if (number === line) continue;
    line = number;
    const written = lines[number - 1] ?? '';
    const comment = commentBefore(written.slice(0, column - 1), comments);
    if (!comment) continue;
    const words = wordsOf(written.slice(column - 1), comment.end);
    const parts = partsOf(words);
    if (!parts) continue;
    const own = comment.alone ? [number, below[number - 1] ?? number + 1] : [number];
    found.push({ at: index.location(at, at + words.length), ...parts, lines: own });
  }
  return found;
}

/** The comment that opens right before a word; `alone`: nothing stands before it on its line. */
function commentBefore(before: string, comments: readonly Comment[]): (Comment & { alone: boolean }) | undefined {
  const opening = before.trimEnd();
  const comment = comments.find(({ start }) => opening.endsWith(start));
  if (!comment) return undefined;
  const code = opening.slice(0, -comment.start.length);
  // In YAML and a shell a comment starts behind a blank; a URL's slashes start none.
  if (code !== '' && !/[\s;{}()]$/.test(code)) return undefined;
  return { ...comment, alone: code.trim() === '' };
}

function wordsOf(rest: string, end: string | undefined): string {
  const stop = end === undefined ? -1 : rest.indexOf(end);
  return (stop < 0 ? rest : rest.slice(0, stop)).trimEnd();
}

/** Undefined where the word goes on as another one. */
function partsOf(words: string): Pick<IgnoreComment, 'rules' | 'reason'> | undefined {
  const rest = words.slice(WORD.length);
  if (/^[\w-]/.test(rest)) return undefined;
  const colon = rest.indexOf(':');
  const names = (colon < 0 ? rest : rest.slice(0, colon)).split(/[\s,]+/).filter((name) => name !== '');
  return { rules: names, reason: colon < 0 ? '' : rest.slice(colon + 1).trim() };
}

/** For each line, in order, the number of the next one below it that is no comment. */
function linesBelow(lines: readonly string[], comments: readonly Comment[]): readonly number[] {
  const below: number[] = [];
  let next = lines.length + 1;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    below[index] = next;
    const line = (lines[index] ?? '').trimStart();
    if (!comments.some(({ start }) => line.startsWith(start))) next = index + 1;
  }
  return below;
}
