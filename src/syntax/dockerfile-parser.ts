import { Copy, DockerfileParser, Run, type Instruction } from 'dockerfile-ast';
import type { DockerfileTree, DockerHeredoc, DockerInstruction, DockerWord } from './dockerfile.js';

/** Most instructions of one file that are read. */
const MAX_INSTRUCTIONS = 20_000;

/** `parseDockerfile` with its parser at hand. */
export function parseInstructions(text: string): DockerfileTree {
  try {
    const dockerfile = DockerfileParser.parse(text);
    const escape = dockerfile.getEscapeCharacter() === '`' ? '`' : '\\';
    const source: Source = { text, starts: lineStarts(text), escape };
    const all = dockerfile.getInstructions();
    const instructions = all.slice(0, MAX_INSTRUCTIONS).map((each) => instructionOf(each, source));
    const [beyond] = all.slice(MAX_INSTRUCTIONS);
    if (!beyond) return { instructions, escape };
    const why = `it has more than ${MAX_INSTRUCTIONS} instructions`;
    return { instructions, escape, fault: { why, offset: offsetOf(source, beyond.getRange().start) } };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { instructions: [], escape: '\\', fault: { why: `it cannot be read: ${why}`, offset: 0 } };
  }
}

interface Source {
  text: string;
  /** Offsets of the first units of its lines. */
  starts: readonly number[];
  escape: string;
}

/** A text on one line, and where each of its units stands in the file. */
interface Joined {
  text: string;
  offsets: readonly number[];
}

function instructionOf(instruction: Instruction, source: Source): DockerInstruction {
  const start = offsetOf(source, instruction.getRange().start);
  const behind = offsetOf(source, instruction.getInstructionRange().end);
  const heredocs = heredocsOf(instruction, source);
  const end = heredocs[0] ? endOfLine(source.text, start) : offsetOf(source, instruction.getRange().end);
  const { flags, rest } = withoutFlags(joined(source, behind, heredocs[0] ? Math.max(end, behind) : end));
  const place = (from: number, to: number): { start: number; end: number } => {
    const first = rest.offsets[from] ?? end;
    return { start: first, end: Math.max(first, (rest.offsets[Math.max(to - 1, from)] ?? end - 1) + 1) };
  };
  return {
    keyword: instruction.getKeyword(),
    flags,
    text: rest.text,
    place,
    words: [...rest.text.matchAll(/\S+/g)].map((match) => wordAt(match[0], match.index, place)),
    json: jsonWords(rest.text, place),
    heredocs,
    start,
    end,
  };
}

function wordAt(text: string, index: number, place: DockerInstruction['place'], length = text.length): DockerWord {
  return { text, ...place(index, index + length) };
}

/** The strings of a JSON list; undefined where the text is none, which makes it the text of a shell. */
function jsonWords(text: string, place: DockerInstruction['place']): readonly DockerWord[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  const values = parsed(text);
  if (!Array.isArray(values) || !values.every((each) => typeof each === 'string')) return undefined;
  const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return values.map((value: string, index) => {
    const match = places[index];
    return wordAt(value, match?.index ?? 0, place, match?.[0].length ?? 0);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Joins the lines of an instruction: an escape at the end of a line continues it; comments and empty lines then do not count. */
function joined({ text, escape }: Source, start: number, end: number): Joined {
  let out = '';
  const offsets: number[] = [];
  let at = start;
  let continued = false;
  while (at < end) {
    const lineStop = Math.min(endOfLine(text, at), end);
    const line = text.slice(at, lineStop);
    if (!(continued && /^[ \t]*(?:#|$)/.test(line))) {
      const continues = line.trimEnd().endsWith(escape);
      const kept = continues ? line.trimEnd().slice(0, -1) : line;
      out += kept;
      for (let index = 0; index < kept.length; index++) offsets.push(at + index);
      if (!continues) break;
    }
    continued = true;
    at = text.startsWith('\r\n', lineStop) ? lineStop + 2 : lineStop + 1;
  }
  return { text: out, offsets };
}

/** Takes off the blanks and the `--name=value` in front. */
function withoutFlags(whole: Joined): { flags: DockerInstruction['flags']; rest: Joined } {
  const flags: { name: string; value: string | undefined }[] = [];
  let at = blanksEnd(whole.text, 0);
  for (;;) {
    const [, name, value] = /^--([a-z][\w-]*)(?:=(\S*))?(?=\s|$)/i.exec(whole.text.slice(at, at + 2_000)) ?? [];
    if (name === undefined) break;
    flags.push({ name: name.toLowerCase(), value });
    at = blanksEnd(whole.text, at + 2 + name.length + (value === undefined ? 0 : value.length + 1));
  }
  const text = whole.text.slice(at).trimEnd();
  return { flags, rest: { text, offsets: whole.offsets.slice(at, at + text.length) } };
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

// ---- here-documents

function heredocsOf(instruction: Instruction, source: Source): readonly DockerHeredoc[] {
  if (!(instruction instanceof Copy || instruction instanceof Run)) return [];
  return instruction.getHeredocs().flatMap((each): DockerHeredoc[] => {
    const operator = rangeText(source, each.getStartRange());
    const content = each.getContentRange();
    const delimiter = each.getDelimiterRange();
    if (!delimiter) return [];
    return [
      {
        name: each.getName(),
        expands: !/["']/.test(operator),
        stripsTabs: operator.startsWith('<<-'),
        start: offsetOf(source, content?.start ?? delimiter.start),
        end: offsetOf(source, { line: delimiter.start.line, character: 0 }),
      },
    ];
  });
}

// ---- offsets

interface LineAndUnit {
  line: number;
  character: number;
}

function rangeText(source: Source, { start, end }: { start: LineAndUnit; end: LineAndUnit }): string {
  return source.text.slice(offsetOf(source, start), offsetOf(source, end));
}

function offsetOf({ starts, text }: Source, { line, character }: LineAndUnit): number {
  return Math.min((starts[line] ?? text.length) + character, text.length);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function endOfLine(text: string, from: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}
