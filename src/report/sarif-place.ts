import type { PhysicalLocation, Region } from 'sarif';
import type { Location, Range } from '../model/location.js';
import { linesOf, type Lines } from '../syntax/lines.js';
import { cleanText } from './clean-text.js';
import { reportedPath, type ReportContext } from './context.js';
import { redactFile } from './secrets.js';

/** A longer region gets no snippet, in UTF-16 units. */
const SNIPPET_LIMIT = 1000;
/** How far the context reaches to either side of a region at most, in UTF-16 units. */
const CONTEXT_REACH = 300;

/** From the first character of a line up to, not including, its line break. */
interface LineSpan {
  start: number;
  end: number;
}

/** A text as places in it are described. */
interface Source {
  lines: Lines;
  spans: readonly LineSpan[];
  /** The text with its secrets hidden. Offsets are those of the text itself. */
  shown: string;
}

/** Describes places in the files of the repository. Each file is read and indexed once. */
export interface Places {
  uri: (file: string) => string;
  /** The place as a location that a result, a step or a notification points at: on one line, not empty where the line is not. */
  physical: (at: Location) => PhysicalLocation;
  /** The text of the line a place starts on; undefined where the file cannot be read. */
  lineText: (at: Location) => string | undefined;
}

export function placesOf({ source, uriPrefix }: Pick<ReportContext, 'source' | 'uriPrefix'>): Places {
  const known = new Map<string, Source | undefined>();
  const open = (file: string): Source | undefined => {
    if (!known.has(file)) known.set(file, sourceOf(file, source(file)));
    return known.get(file);
  };
  const uri = (file: string): string => uriOf(reportedPath(file, uriPrefix));
  return {
    uri,
    physical: (at) => ({ artifactLocation: { uri: uri(at.file) }, ...regionsOf(at, open(at.file)) }),
    lineText: (at) => {
      const found = open(at.file);
      const span = found?.spans[at.range.start.line - 1];
      return span && found.shown.slice(span.start, span.end);
    },
  };
}

/** A path as a relative URI. A lone surrogate, which no URI can hold, becomes U+FFFD. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
}

function sourceOf(file: string, text: string | undefined): Source | undefined {
  if (text === undefined) return undefined;
  return { lines: linesOf(file, text), spans: spansOf(text), shown: redactFile(file, text) };
}

function spansOf(text: string): LineSpan[] {
  const spans: LineSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...spans, { start, end: text.length }];
}

/** A range as it is, as a fix needs it. */
export function exactRegion({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function regionsOf(at: Location, source: Source | undefined): Pick<PhysicalLocation, 'region' | 'contextRegion'> {
  if (!source) return { region: unreadRegion(at.range) };
  const range = oneLine(at.range, source);
  const context = contextOf(range, source);
  const isLarger = context.start.offset < range.start.offset || context.end.offset > range.end.offset;
  return {
    region: regionWithText(range, source),
    ...(isLarger && { contextRegion: regionWithText(context, source) }),
  };
}

/** Where the text is not at hand, a region over several lines is known to its first column only. */
function unreadRegion({ start, end }: Range): Region {
  const isOneLine = end.line === start.line && end.column > start.column;
  return exactRegion({ start, end: isOneLine ? end : { ...start, column: start.column + 1 } });
}

/** Cut to its first line, and widened by one column where it is empty and the line is not. */
function oneLine(range: Range, source: Source): Range {
  const line = spanAt(source, range.start.line);
  const start = Math.min(range.start.offset, line.end);
  const end = Math.min(range.end.offset, line.end);
  if (start < end) return source.lines.range(start, end);
  if (start < line.end) return source.lines.range(start, start + 1);
  return source.lines.range(Math.max(line.start, start - 1), start);
}

/** The line with its neighbours, or as much of it as is near. */
function contextOf({ start, end }: Range, source: Source): Range {
  const first = spanAt(source, Math.max(1, start.line - 1));
  const last = spanAt(source, Math.min(source.spans.length, start.line + 1));
  return source.lines.range(
    Math.max(first.start, start.offset - CONTEXT_REACH),
    Math.min(last.end, end.offset + CONTEXT_REACH),
  );
}

function spanAt({ spans }: Source, line: number): LineSpan {
  return spans[line - 1] ?? spans.at(-1) ?? { start: 0, end: 0 };
}

function regionWithText(range: Range, { shown }: Source): Region {
  const region = exactRegion(range);
  if (range.end.offset - range.start.offset > SNIPPET_LIMIT) return region;
  return { ...region, snippet: { text: cleanText(shown.slice(range.start.offset, range.end.offset)) } };
}
