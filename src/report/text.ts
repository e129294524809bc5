import pc from 'picocolors';
import {
  bySeverity,
  SEVERITIES,
  type Finding,
  type Fix,
  type ServiceLabel,
  type Severity,
  type Undecided,
} from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Notification, Report, ServiceSummary } from '../model/report.js';
import { cleanLine, cleanText } from './clean-text.js';
import { reportedPath, type ReportContext } from './context.js';
import { sourceFrame } from './frame.js';
import { displayWidth, flow, truncate, wrap, type Piece } from './layout.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { redactFile, redactSecrets } from './secrets.js';

export interface TextOptions {
  /** The text is the same with and without. */
  colour: boolean;
  /** Columns of the terminal. Lines keep within it, and within 100; below 24 it counts as 24. */
  width: number;
  /**
   * Errors and warnings only, each on one line of its own (`file:line:column: severity rule: message`), and nothing
   * else.
   */
  quiet: boolean;
  /** Also every trail, services without findings, what was not decided and why, and notices of every level. */
  verbose: boolean;
}

const MAX_WIDTH = 100;
const MIN_WIDTH = 24;
/** Columns a command takes in the chain of a service. */
const MAX_COMMAND = 72;

/**
 * The report for a person: findings by service, worst first, with the source they speak of, then one line that sums up.
 * Ends with a line break; empty where `quiet` leaves nothing to say. All text from the repository is cleaned and its
 * secrets are hidden.
 */
export function textReport(raw: Report, context: ReportContext, options: TextOptions): string {
  const report = withoutQuotedSecrets(raw, context);
  const lines = options.quiet ? quietLines(report, context) : fullLines(report, new Page(context, options));
  return lines.map((line) => `${line}\n`).join('');
}

function quietLines(report: Report, context: ReportContext): string[] {
  const failures = report.notifications.filter(({ level }) => level === 'error');
  return [
    ...failures.map(
      ({ at, id, message }) => `${at ? `${placeOf(at, context)}: ` : ''}error ${id}: ${oneLine(message)}`,
    ),
    ...[...report.findings]
      .filter(({ severity }) => severity !== 'note')
      .sort((one, other) => compare(one.at.file, other.at.file) || bySeverity(one, other))
      .map(
        ({ at, severity, rule, message }) =>
          `${placeOf(at, context)}: ${severity} ${rule}: ${oneLine(`${message.found} ${message.effect} ${message.remedy}`)}`,
      ),
  ];
}

function oneLine(prose: string): string {
  return cleanText(redactSecrets(prose)).split(/\s+/).join(' ').trim();
}

function fullLines(report: Report, page: Page): string[] {
  const blocks = [
    ...groupsOf(report)
      .filter(({ findings }) => findings.length > 0 || page.verbose)
      .map((group) => groupLines(group, page)),
    undecidedLines(page.verbose ? report.undecided : [], page),
    noticeLines(report.notifications, page),
    summaryLines(report, page),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

/** What a line needs to be laid out. */
class Page {
  readonly width: number;
  readonly verbose: boolean;
  readonly colours: ReturnType<typeof pc.createColors>;
  readonly #sources = new Map<string, readonly string[]>();

  constructor(
    readonly context: ReportContext,
    options: TextOptions,
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

function indented(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => ' '.repeat(indent) + line);
}

/** Findings under one head: a service, or a platform file for what belongs to none. */
interface Group {
  file: string;
  offset: number;
  service?: ServiceLabel | ServiceSummary;
  findings: Finding[];
}

function groupsOf({ services, findings }: Report): Group[] {
  const groups = new Map<string, Group>();
  const groupFor = (file: string, service?: ServiceLabel | ServiceSummary): Group => {
    const offset = service?.at.range.start.offset ?? -1;
    const key = [file, offset, service?.name ?? ''].join('\0');
    const group = groups.get(key) ?? { file, offset, findings: [], ...(service && { service }) };
    groups.set(key, group);
    return group;
  };
  for (const service of services) groupFor(service.at.file, service);
  for (const finding of findings)
    groupFor((finding.service ?? finding).at.file, finding.service).findings.push(finding);
  for (const group of groups.values()) group.findings.sort(bySeverity);
  return [...groups.values()].sort((one, other) => compare(one.file, other.file) || one.offset - other.offset);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function groupLines({ file, service, findings }: Group, page: Page): string[] {
  const lines = service ? serviceHead(service, page) : [page.colours.bold(path(file, page.context))];
  for (const finding of findings) lines.push('', ...findingLines(finding, page));
  if (findings.length === 0) lines.push('  No problems found.');
  return lines;
}

function serviceHead(service: ServiceLabel | ServiceSummary, page: Page): string[] {
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
function onOneLine(command: string): string {
  const lines = command
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).join(' '))
    .filter((line) => line !== '');
  return lines.reduce((before, line) => `${before}${/(?:[;&|]|^)$/.test(before) ? ' ' : '; '}${line}`, '').trim();
}

/** Lines after the first stand two blanks further in. */
function hanging(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`));
}

function findingLines(finding: Finding, page: Page): string[] {
  const { found, effect } = finding.message;
  const { dim } = page.colours;
  const style = { width: page.width - 6, gutter: dim, marker: page.severity(finding.severity) };
  const label = cleanLine(finding.label ?? '');
  const frame = sourceFrame(page.source(finding.at.file), finding.at.range, label, style);
  return [
    ...findingHead(finding, page),
    ...page.prose(`${found} ${effect}`, 4),
    ...indented(frame, 6),
    ...trailLines(finding, page),
    ...effectLines(finding, page),
    ...remedyLines(finding, page),
  ];
}

function findingHead({ severity, rule, at, statuses }: Finding, page: Page): string[] {
  const { bold } = page.colours;
  const name = [
    { text: severity, paint: page.severity(severity) },
    { text: cleanLine(rule), paint: bold },
  ];
  const place = { text: page.place(at) };
  const codes = statuses.join(', ');
  const whole = rowOf([...name, place], codes, page);
  if (whole !== undefined) return [whole];
  return [rowOf(name, codes, page) ?? `  ${painted(name)}`, `    ${place.text}`];
}

/** Pieces on the left and a text on the right, two blanks apart or more; undefined where a line does not hold them. */
function rowOf(pieces: readonly Piece[], right: string, page: Page): string | undefined {
  const left = pieces.map(({ text }) => text).join('  ');
  const room = page.width - 2 - displayWidth(left) - right.length;
  if (right === '') return room < 0 ? undefined : `  ${painted(pieces)}`;
  return room < 2 ? undefined : `  ${painted(pieces)}${' '.repeat(room)}${page.colours.bold(right)}`;
}

function painted(pieces: readonly Piece[]): string {
  return pieces.map(({ text, paint }) => (paint ? paint(text) : text)).join('  ');
}

function trailLines({ trail }: Finding, page: Page): string[] {
  if (trail.length === 0 || (trail.length === 1 && !page.verbose)) return [];
  const steps = trail.map(({ at, words }) => ({ place: page.place(at), words }));
  const column = Math.max(...steps.map(({ place }) => displayWidth(place))) + 2;
  const beside = page.width - 6 - column >= MIN_WIDTH;
  const lines = steps.flatMap(({ place, words }) => {
    if (!beside) return [`      ${page.colours.dim(place)}`, ...page.prose(words, 8)];
    const gap = ' '.repeat(column - displayWidth(place));
    const [first = '', ...more] = wrap(redactSecrets(words), page.width - 6 - column);
    return [`      ${page.colours.dim(place)}${gap}${first}`, ...indented(more, 6 + column)];
  });
  return ['    How it gets there:', ...lines];
}

function effectLines({ explains }: Finding, page: Page): string[] {
  if (explains.length === 0) return [];
  const effects = explains.flatMap(withEffects).map(({ rule, at }) => `${cleanLine(rule)} (${page.place(at)})`);
  const words = `Also leads to: ${effects.join(', ')}`.split(' ').map((text) => ({ text }));
  return indented(hanging(flow(words, ' ', page.width - 6)), 4);
}

/** A finding and all it explains, however deep. */
function withEffects(finding: Finding): Finding[] {
  return [finding, ...finding.explains.flatMap(withEffects)];
}

function remedyLines({ message, fixes }: Finding, page: Page): string[] {
  const prose = page.prose(`Fix: ${message.remedy}`, 4);
  const safe = fixes.some(({ safety }) => safety === 'safe');
  const [first = '', ...more] = safe
    ? withHint(prose, '(--fix)', page)
    : [...prose, ...unsafeLines(message.remedy, fixes, page)];
  return [first.replace('Fix:', () => page.colours.green('Fix:')), ...more];
}

/** Puts a hint behind the last line, or under it where it does not fit. */
function withHint(lines: readonly string[], hint: string, page: Page): string[] {
  const last = `${lines.at(-1) ?? ''}  ${hint}`;
  return displayWidth(last) <= page.width ? [...lines.slice(0, -1), last] : [...lines, `    ${hint}`];
}

/** A title that the remedy gives already is not repeated. */
function unsafeLines(remedy: string, fixes: readonly Fix[], page: Page): string[] {
  const fix = fixes.find(({ safety }) => safety === 'unsafe');
  if (fix?.safety !== 'unsafe') return [];
  const title = sentence(fix.title);
  const told = remedy.replaceAll('`', '') === title;
  return page.prose(`With --fix=unsafe: ${told ? '' : `${title} `}${sentence(fix.because)}`, 4);
}

/** A clause as a sentence. */
function sentence(clause: string): string {
  const whole = clause.replace(/^[a-z]/, (first) => first.toUpperCase());
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

function undecidedLines(undecided: readonly Undecided[], page: Page): string[] {
  if (undecided.length === 0) return [];
  const entries = undecided.flatMap(({ rule, at, why, service }) => {
    const name = service ? [{ text: cleanLine(redactSecrets(service.name)) }] : [];
    const head = [{ text: cleanLine(rule) }, { text: page.place(at) }, ...name];
    return ['', ...entryHead(head, page), ...page.prose(why, 4)];
  });
  return [page.colours.bold('Not decided'), ...entries];
}

function noticeLines(notifications: readonly Notification[], page: Page): string[] {
  const shown = notifications.filter(({ level }) => page.verbose || level !== 'note');
  if (shown.length === 0) return [];
  const entries = shown.flatMap(({ level, id, at, message }) => {
    const place = at ? [{ text: page.place(at) }] : [];
    const head = [{ text: level, paint: page.severity(level) }, { text: cleanLine(id) }, ...place];
    return ['', ...entryHead(head, page), ...page.prose(message, 4)];
  });
  return [page.colours.bold('About this run'), ...entries];
}

function entryHead(pieces: readonly Piece[], page: Page): string[] {
  return indented(hanging(flow(pieces, '  ', page.width - 4)), 2);
}

function summaryLines(report: Report, page: Page): string[] {
  const { findings, undecided, complete } = report;
  const parts = [totals(report, page.context)];
  const safe = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length;
  const unsafe = findings.filter(({ fixes }) => fixes.length > 0).length - safe;
  if (safe > 0) parts.push(`${safe} fixable with --fix`);
  if (unsafe > 0) parts.push(`${unsafe} ${safe > 0 ? 'more' : 'fixable'} with --fix=unsafe`);
  if (undecided.length > 0) parts.push(`${undecided.length} not decided${page.verbose ? '' : ' (--verbose)'}`);
  if (!complete) parts.push('the run is incomplete');
  parts.push(duration(page.context.durationMs));
  const pieces = parts.map((text) => wrap(text, page.width).map((line) => ({ text: line })));
  return flow(pieces.flat(), ' · ', page.width);
}

function totals({ findings, services, platformFiles }: Report, context: ReportContext): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const none = `No problems found by ${plural(context.rules.length, 'rule')}`;
  const found = counts.map(({ severity, count }) => plural(count, severity)).join(', ') || none;
  const [first] = platformFiles;
  if (services.length > 0) return `${found} in ${plural(services.length, 'service')}`;
  if (first === undefined)
    return findings.length > 0 ? found : 'Nothing to lint: no platform file and no service was found';
  const files = platformFiles.length === 1 ? path(first, context) : plural(platformFiles.length, 'platform file');
  return `${found} in ${files}, no services`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function path(file: string, context: ReportContext): string {
  return cleanLine(redactSecrets(reportedPath(file, context.uriPrefix)));
}

function placeOf({ file, range }: Location, context: ReportContext): string {
  return `${path(file, context)}:${range.start.line}:${range.start.column}`;
}
