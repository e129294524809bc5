import type { TextEdit } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Process } from '../model/process.js';
import type { Repository } from '../repository/repository.js';
import { parseJson } from '../syntax/json.js';
import { linesOf, type Lines } from '../syntax/lines.js';
import { parseShell, type ShellCommand, type ShellList, type ShellWord } from '../syntax/shell.js';

/** A word of a command, as it is run and as it is written. */
export interface CommandWord {
  /** Undefined where it cannot be decided. */
  text: string | undefined;
  /** Its place; the whole command where the word cannot be found in it. */
  at: Location;
  /** The word as it stands there; undefined where it cannot be found. */
  raw?: string;
  /** Where it ends with a variable, that one's name; `unguarded`: nothing stands in for it where it is not set. */
  variable?: string;
}

/** A command as its file has it. */
export interface WrittenCommand {
  /** One for each word of the program, its name included. */
  words: readonly CommandWord[];
  /** Adds words at the end, or behind a word; undefined where the place of that is not certain. */
  append(words: readonly string[], behind?: CommandWord): readonly TextEdit[] | undefined;
  /** A shell reads it, and expands the variables in it. */
  isShell: boolean;
}

/** Longest command whose words get places of their own, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/** Finds the words of a process's program in the file that holds its command. */
export async function writtenCommand(repository: Repository, { program, at }: Process): Promise<WrittenCommand> {
  const source = repository.read(at.file);
  const text = source.is === 'text' ? source.text : '';
  const { start, end } = at.range;
  const lines = linesOf(at.file, text);
  const slice = { text: text.slice(start.offset, end.offset), offset: start.offset };
  const candidates = slice.text.length > MAX_LENGTH ? [] : await commandsIn(slice, lines);
  for (const { words, isShell } of candidates) {
    const found = aligned(program.words, words, at);
    if (found) {
      const append: WrittenCommand['append'] = (added, behind) => {
        return appended(added, behind?.raw === undefined ? found.last : behind, lines, isShell);
      };
      return { words: found.words, isShell, append };
    }
  }
  return { words: program.words.map((word) => ({ text: word, at })), isShell: true, append: () => undefined };
}

function appended(
  words: readonly string[],
  last: CommandWord | undefined,
  lines: Lines,
  isShell: boolean,
): readonly TextEdit[] | undefined {
  if (last === undefined) return undefined;
  const { offset } = last.at.range.end;
  const text = words.map((word) => (isShell ? ` ${word}` : `, ${JSON.stringify(word)}`)).join('');
  // Only a shell puts in the value of a variable.
  if (!isShell && text.includes('$')) return undefined;
  return [{ at: lines.location(offset, offset), text }];
}

interface Slice {
  text: string;
  offset: number;
}

interface Candidate {
  words: readonly Raw[];
  isShell: boolean;
}

interface Raw {
  text: string | undefined;
  raw: string;
  at: Location;
  variable?: string;
}

async function commandsIn(slice: Slice, lines: Lines): Promise<readonly Candidate[]> {
  const list = /^(?:[A-Za-z]+[ \t]+)?(?=\[)/.exec(slice.text);
  if (list)
    return jsonCommand({ text: slice.text.slice(list[0].length), offset: slice.offset + list[0].length }, lines);
  return shellCommands(slice, lines, 0);
}

/** The words of a Dockerfile's exec form, and the commands in those that are texts for a shell. */
async function jsonCommand(slice: Slice, lines: Lines): Promise<readonly Candidate[]> {
  const json = parseJson(slice.text, lines.file);
  if (json?.is !== 'array') return [];
  const words = json.items.flatMap((item): Raw[] => {
    const { start, end } = item.at.range;
    const at = lines.location(slice.offset + start.offset, slice.offset + end.offset);
    return item.is === 'string' ? [{ text: item.value, raw: slice.text.slice(start.offset, end.offset), at }] : [];
  });
  const nested = await nestedCommands(words, lines, 0);
  return [{ words, isShell: false }, ...nested];
}

/** Deepest nesting of shells in shells that is looked into. */
const MAX_DEPTH = 3;

async function shellCommands(slice: Slice, lines: Lines, depth: number): Promise<readonly Candidate[]> {
  // A folded text of YAML goes on over the end of a line; a shell sees a space there.
  const text = slice.text.replace(/(?<!\\)(\r?)\n/g, (newline) => ' '.repeat(newline.length));
  const script = await parseShell(text);
  const found: Candidate[] = [];
  for (const command of simpleCommands(script.list)) {
    const words = placed(command, slice, text, lines);
    if (words.length === 0) continue;
    found.push({ words, isShell: true }, ...(depth < MAX_DEPTH ? await nestedCommands(words, lines, depth) : []));
  }
  return found;
}

/** The commands in words that are quoted as a whole, as in `sh -c '…'`. */
async function nestedCommands(words: readonly Raw[], lines: Lines, depth: number): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const { raw, at } of words) {
    const [, inner] = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(raw)?.slice(0, 3).filter(Boolean) ?? [];
    if (inner?.includes(' ') !== true) continue;
    found.push(...(await shellCommands({ text: inner, offset: at.range.start.offset + 1 }, lines, depth + 1)));
  }
  return found;
}

type Simple = Extract<ShellCommand, { is: 'simple' }>;

function simpleCommands(list: ShellList): readonly Simple[] {
  return list.flatMap(({ command }) => inCommand(command));
}

function inCommand(command: ShellCommand): readonly Simple[] {
  switch (command.is) {
    case 'simple':
      return [command];
    case 'list':
    case 'subshell':
      return simpleCommands(command.list);
    case 'pipe':
      return command.commands.flatMap(inCommand);
    default:
      return [];
  }
}

/** The words of a command with their places: each stands behind the one before it. */
function placed({ words, start, end }: Simple, slice: Slice, text: string, lines: Lines): readonly Raw[] {
  const found: Raw[] = [];
  let from = start;
  for (const word of words) {
    const at = wordAt(text, word.raw, from, end);
    if (at === undefined) return [];
    from = at + word.raw.length;
    const variable = lastVariable(word);
    found.push({
      text: word.text,
      raw: slice.text.slice(at, from),
      at: lines.location(slice.offset + at, slice.offset + from),
      ...(variable !== undefined && { variable }),
    });
  }
  return found;
}

function wordAt(text: string, raw: string, from: number, end: number): number | undefined {
  for (let at = text.indexOf(raw, from); at !== -1 && at < end; at = text.indexOf(raw, at + 1)) {
    if (isSpace(text.charAt(at - 1)) && isSpace(text.charAt(at + raw.length))) return at;
  }
  return undefined;
}

function isSpace(unit: string): boolean {
  return unit === '' || /[\s;&|()<>]/.test(unit);
}

function lastVariable({ parts }: ShellWord): string | undefined {
  const last = parts.filter((part) => part.is !== 'text' || part.text !== '').at(-1);
  return last?.is === 'variable' ? last.name : undefined;
}

/**
 * The words of a program with the places of those that are found. Wrappers stand before its name; a variable may stand
 * for any number of words, so behind one that does not fit no place is certain. `last`: the last word, if it is found.
 */
function aligned(
  words: readonly (string | undefined)[],
  raws: readonly Raw[],
  at: Location,
): { words: readonly CommandWord[]; last: CommandWord | undefined } | undefined {
  const [name = ''] = words;
  const first = raws.findIndex(({ text }) => text !== undefined && programName(text) === programName(name));
  if (first === -1) return undefined;
  const own = raws.slice(first);
  const found: CommandWord[] = [];
  for (const [index, text] of words.entries()) {
    const raw = own[index];
    if (raw === undefined || (index > 0 && raw.text !== undefined && raw.text !== text)) break;
    const { variable } = raw;
    found.push({ text, at: raw.at, raw: raw.raw, ...(variable !== undefined && { variable }) });
  }
  const isWhole = found.length === words.length && own.length === words.length;
  const rest = words.slice(found.length).map((text) => ({ text, at }));
  return { words: [...found, ...rest], last: isWhole ? found.at(-1) : undefined };
}

/** Without its path and version. */
function programName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1).replace(/^(python|pip)[\d.]+$/, '$1');
}
