import pc from 'picocolors';
import type { ServiceLabel, Severity, Step } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Notification, ServiceSummary } from '../model/report.js';
import { cleanLine, cleanText } from './clean-text.js';
import { reportedPath, type ReportContext } from './context.js';
import { displayWidth, flow, truncate, wrap, type Piece } from './layout.js';
import { redactFile, redactSecrets } from './secrets.js';

const MAX_WIDTH = 100;
const MIN_WIDTH = 24;
/** Columns a command takes in the chain of a service. */
const MAX_COMMAND = 72;

/** What a page takes from the context of a report. */
export type PageContext = Pick<ReportContext, 'source' | 'uriPrefix'>;

export interface PageOptions {
  /** The text is the same with and without. */
  colour: boolean;
  /** Columns of the terminal. Lines keep within it, and within 100; below 24 it counts as 24. */
  width: number;
  /** Also notices of every level. */
  verbose: boolean;
}

/** Those that a page uses. Spelt out, so that the public types name no package. */
type Colours = Record<'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow', (text: string) => string>;

/** What a line needs to be laid out. */
export class Page {
  readonly width: number;
  readonly verbose: boolean;
  readonly colours: Colours;
  readonly #sources = new Map<string, readonly string[]>();

  constructor(
    readonly context: PageContext,
    options: PageOptions,
  ) {
    this.width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, options.width));
    this.verbose = options.verbose;
    this.colours = pc.createColors(options.colour);
  }

  severity(severity: Severity): (text: string) => string {
    const { bold, red, yellow, cyan } = this.colours;
    const paint = { error: red, warning: yellow, note: cyan }[severity];
    return (text) => bold(paint(text));
  }

  /** `file:line:column` as it is printed. */
  place(at: Location): string {
    return placeOf(at, this.context);
  }

  /** Prose in wrapped lines, each behind `indent` blanks. */
  prose(text: string, indent: number): string[] {
    return indented(wrap(redactSecrets(text), this.width - indent), indent);
  }

  /** The lines of a file, secrets hidden; none where it cannot be read. */
  source(file: string): readonly string[] {
    const known = this.#sources.get(file);
    if (known) return known;
    const text = this.context.source(file);
    const lines = text === undefined ? [] : redactFile(file, text).split(/\r\n|\n|\r/);
    this.#sources.set(file, lines);
    return lines;
  }
}

/** Each line behind so many blanks. */
export function indented(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => ' '.repeat(indent) + line);
}

/** The name of a service, what and where it is, and its chain. */
export function serviceHead(service: ServiceLabel | ServiceSummary, page: Page): string[] {
  const { bold, dim } = page.colours;
  const { file, range } = service.at;
  const from = path(file, page.context);
  const inferred = 'inferred' in service && service.inferred;
  const kind = `${service.kind} on ${cleanLine(service.platform)}`;
  const pieces: Piece[] = [{ text: cleanLine(redactSecrets(service.name)), paint: bold }];
  if (inferred) pieces.push({ text: `${kind} (inferred from ${from})` });
  else pieces.push({ text: kind }, { text: `${from}:${range.start.line}` });
  const chain =
    'chain' in service ? service.chain.map(({ words }) => ({ text: command(words, page), paint: dim })) : [];
  return [...hanging(flow(pieces, ' · ', page.width - 2)), ...indented(hanging(flow(chain, ' → ', page.width - 4)), 2)];
}

/** A command of a chain: on one line, cut where it is long. */
function command(words: string, page: Page): string {
  const text = onOneLine(cleanText(redactSecrets(words)));
  return truncate(text, Math.min(MAX_COMMAND, page.width - 4));
}

/** A command of several lines as it would be written on one. */
export function onOneLine(command: string): string {
  const lines = command
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).join(' '))
    .filter((line) => line !== '');
  return lines.reduce((before, line) => `${before}${/(?:[;&|]|^)$/.test(before) ? ' ' : '; '}${line}`, '').trim();
}

/** Lines after the first stand two blanks further in. */
export function hanging(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`));
}

/** What a run says of itself; without `verbose`, not its notes. */
export function noticeLines(notifications: readonly Notification[], page: Page): string[] {
  const shown = notifications.filter(({ level }) => page.verbose || level !== 'note');
  if (shown.length === 0) return [];
  const entries = shown.flatMap(({ level, id, at, message }) => {
    const place = at ? [{ text: page.place(at) }] : [];
    const head = [{ text: level, paint: page.severity(level) }, { text: cleanLine(id) }, ...place];
    return ['', ...entryHead(head, page), ...page.prose(message, 4)];
  });
  return [page.colours.bold('About this run'), ...entries];
}

/** The first line of an entry of a list. */
export function entryHead(pieces: readonly Piece[], page: Page): string[] {
  return indented(hanging(flow(pieces, '  ', page.width - 4)), 2);
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The path of a file as it is printed. */
export function path(file: string, context: PageContext): string {
  return cleanLine(redactSecrets(reportedPath(file, context.uriPrefix)));
}

/** `file:line:column` as it is printed. */
export function placeOf({ file, range }: Location, context: PageContext): string {
  return `${path(file, context)}:${range.start.line}:${range.start.column}`;
}

/** Texts beside what they belong to, in two columns, or below it where a line is too short for both. */
export function rows(entries: readonly Row[], indent: number, page: Page): string[] {
  const column = Math.max(...entries.map(({ left }) => displayWidth(left))) + 2;
  const beside = page.width - indent - column >= MIN_WIDTH;
  return entries.flatMap(({ left, right }) => {
    const start = ' '.repeat(indent) + page.colours.dim(left);
    if (!beside) return [start, ...page.prose(right, indent + 2)];
    const gap = ' '.repeat(column - displayWidth(left));
    const [first = '', ...more] = wrap(redactSecrets(right), page.width - indent - column);
    return [`${start}${gap}${first}`, ...indented(more, indent + column)];
  });
}

/** `left` is printed as it is, `right` is cleaned. */
export interface Row {
  left: string;
  right: string;
}

/** Steps of a chain, each beside its place. */
export function stepRows(steps: readonly Step[], page: Page): readonly Row[] {
  return steps.map(({ at, words }) => ({ left: page.place(at), right: words }));
}
