import { Script } from 'node:vm';
import { Project, ts } from 'ts-morph';
import { parseWithBabel, type Dialect, type Refused, type Result } from './javascript-babel.js';

interface Span {
  start: number;
  end: number;
}

/** What is left out for a mistake: whole statements, and what stands beside them and belongs to none. */
interface Part extends Span {
  /** The offset of the mistake. */
  mistake: number;
}

/** How often what Babel still refuses is looked for: what TypeScript accepts and Babel does not shows by itself only. */
const ROUNDS = 2;

/** Most mistakes of a file that is still read. With more it is in another language, such as that of a template. */
const MAX_MISTAKES = 50;

/**
 * The longest that one file is parsed for, in ms: a file of 1 MB takes about a second. TypeScript's parser needs time
 * exponential in the depth of `async(async(…` (measured with ts-morph 28.0.0, 2026-11-21).
 */
const TIME_LIMIT = 4_000;

/**
 * Parses what is left of a program without the smallest statements that hold its mistakes. TypeScript's parser goes on
 * after a mistake, so it knows where the next statement begins. The offsets of what is left stay true.
 */
export function parseAroundMistakes(code: string, dialects: readonly Dialect[], refused: Refused): Result {
  let result: Result = refused;
  const parse = (): void => {
    result = parseRounds(code, dialects, refused);
  };
  try {
    // Only a script of node:vm can be stopped while it runs. This one is ours, and all that it does is to call us.
    new Script('parse()').runInNewContext({ parse }, { timeout: TIME_LIMIT });
    return result;
  } catch (error) {
    if (error instanceof RangeError || isTimeout(error)) return refused;
    throw error;
  }
}

/** The error is of the script's own realm, so it is no `Error` of ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function parseRounds(code: string, dialects: readonly Dialect[], refused: Refused): Result {
  const leftOut: number[] = [];
  let rest = code;
  let result: Result = refused;
  for (let round = 0; round < ROUNDS && result.is === 'failed'; round++) {
    const parts = mistakenParts(rest, fileName(dialects), result.offset);
    if (!parts) return refused;
    for (const part of parts) rest = blanked(rest, part);
    leftOut.push(...parts.map(({ mistake }) => mistake));
    result = parseWithBabel(rest, dialects);
  }
  return result.is === 'parsed' ? { ...result, leftOut: leftOut.sort((one, other) => one - other) } : refused;
}

/** TypeScript goes by the name; what is no TypeScript may still hold elements of JSX. */
function fileName(dialects: readonly Dialect[]): string {
  return dialects[0] === 'typescript' ? 'code.ts' : 'code.tsx';
}

/** Undefined where there are too many. */
function mistakenParts(code: string, file: string, refusedAt: number): readonly Part[] | undefined {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true, types: [] },
  });
  const source = project.createSourceFile(file, code);
  const mistakes = project
    .getProgram()
    .getSyntacticDiagnostics(source)
    .map((each) => ({ start: each.getStart(), end: each.getStart() + each.getLength() }));
  if (mistakes.length > MAX_MISTAKES) return undefined;
  // What TypeScript judges later than here, such as a decorator where none may stand, only Babel has found.
  const known = mistakes.length > 0 ? mistakes : [{ start: refusedAt, end: refusedAt }];
  return apart(known.map((each) => partAround(source.compilerNode, each)));
}

/** Parts that overlap become one, which the first mistake speaks for. */
function apart(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (!last || part.start >= last.end) all.push({ ...part });
    else {
      last.end = Math.max(last.end, part.end);
      last.mistake = Math.min(last.mistake, part.mistake);
    }
  }
  return all;
}

function partAround(source: ts.SourceFile, mistake: Span): Part {
  const span = spanOf(source, mistake);
  const held = statementsAround(source, span).filter(
    (each) => each.getStart(source) < span.end && each.end > span.start,
  );
  return {
    start: Math.min(span.start, ...held.map((each) => each.getStart(source))),
    end: Math.max(span.end, ...held.map((each) => each.end)),
    mistake: mistake.start,
  };
}

/** At least one character; a conflict of a merge from its first line to its last. */
function spanOf({ text, endOfFileToken }: ts.SourceFile, { start, end }: Span): Span {
  // What is missing at the end is missing to the last statement.
  const last = endOfFileToken.pos;
  if (start >= last) return { start: Math.max(last - 1, 0), end: last };
  const theirs = text.startsWith('<<<<<<<', start) ? text.indexOf('\n>>>>>>>', start) : -1;
  if (theirs < 0) return { start, end: Math.max(end, start + 1) };
  const lineEnd = text.indexOf('\n', theirs + 1);
  return { start, end: lineEnd < 0 ? text.length : lineEnd };
}

/** The innermost list of statements that all of a span is in. */
function statementsAround(source: ts.SourceFile, span: Span): readonly ts.Statement[] {
  let statements: readonly ts.Statement[] = source.statements;
  const visit = (node: ts.Node): void => {
    if (node.pos > span.start || node.end < span.end) return;
    const isList = ts.isBlock(node) || ts.isModuleBlock(node);
    if (isList && node.getStart(source) < span.start && span.end < node.end) statements = node.statements;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return statements;
}

/** A `;` stays: the statement before may have none, and would go on in the one after. */
function blanked(code: string, { start, end }: Span): string {
  const blank = code.slice(start, end).replace(/[^\r\n]/g, ' ');
  return code.slice(0, start) + blank.replace(/^ /, ';') + code.slice(end);
}
