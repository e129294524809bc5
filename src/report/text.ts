import { bySeverity, SEVERITIES, type Finding, type Fix, type ServiceLabel, type Undecided } from '../model/finding.js';
import type { Report, ServiceSummary } from '../model/report.js';
import { suppressedCounts } from './suppressed.js';
import { cleanLine, cleanText } from './clean-text.js';
import type { ReportContext } from './context.js';
import { sourceFrame } from './frame.js';
import { displayWidth, flow, wrap, type Piece } from './layout.js';
import {
  entryHead,
  hanging,
  indented,
  noticeLines,
  Page,
  path,
  placeOf,
  plural,
  rows,
  serviceHead,
  stepRows,
  type PageOptions,
} from './page.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { redactSecrets } from './secrets.js';

export interface TextOptions extends PageOptions {
  /**
   * Errors and warnings only, each on one line of its own (`file:line:column: severity rule: message`), and nothing
   * else.
   */
  quiet: boolean;
  /** Also every trail, services without findings, what was not decided and why, and notices of every level. */
  verbose: boolean;
}

/**
 * The report for a person: findings by service, worst first, with the source they speak of, then one line that sums up.
 * Ends with a line break; empty where `quiet` leaves nothing to say. All text from the repository is cleaned and its
 * secrets are hidden.
 */
export function textReport(raw: Report, context: ReportContext, options: TextOptions): string {
  const report = withoutQuotedSecrets(raw, context);
  const lines = options.quiet ? quietLines(report, context) : fullLines(report, new Page(context, options), context);
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

function fullLines(report: Report, page: Page, context: ReportContext): string[] {
  const blocks = [
    ...groupsOf(report)
      .filter(({ findings }) => findings.length > 0 || page.verbose)
      .map((group) => groupLines(group, page)),
    undecidedLines(page.verbose ? report.undecided : [], page),
    noticeLines(report.notifications, page),
    summaryLines(report, page, context),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
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
  return [...groups.values()].sort(
    (one, other) => errorsFirst(one, other) || compare(one.file, other.file) || one.offset - other.offset,
  );
}

/** What fails for certain is to be seen before what fails now and then, whatever service it is of. */
function errorsFirst(one: Group, other: Group): number {
  const hasError = ({ findings }: Group): number => (findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  return hasError(other) - hasError(one);
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
  return ['    How it gets there:', ...rows(stepRows(trail, page), 6, page)];
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

function summaryLines(report: Report, page: Page, context: ReportContext): string[] {
  const { findings, services, undecided, complete } = report;
  const parts = [totals(report, context)];
  const safe = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length;
  const unsafe = findings.filter(({ fixes }) => fixes.length > 0).length - safe;
  if (safe > 0) parts.push(`${safe} fixable with --fix`);
  if (unsafe > 0) parts.push(`${unsafe} ${safe > 0 ? 'more' : 'fixable'} with --fix=unsafe`);
  const open = services.filter(({ followed }) => !followed).length;
  if (open > 0) parts.push(`${plural(open, 'start')} not followed (lint-deploy trace)`);
  if (undecided.length > 0) parts.push(`${undecided.length} not decided${page.verbose ? '' : ' (--verbose)'}`);
  parts.push(...suppressedCounts(report));
  if (!complete) parts.push('the run is incomplete');
  if (context.durationMs !== undefined) parts.push(duration(context.durationMs));
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

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
