import { bySeverity, SEVERITIES, type Finding, type Severity } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Notification, Report, ServiceSummary } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { plural } from './page.js';
import type { Problem } from './problem.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { shown } from './shown.js';
import { suppressedCounts } from './suppressed.js';

/**
 * UTF-8 bytes of a report. GitHub drops a job summary of more than 1 MiB whole (actions/runner,
 * src/Runner.Worker/FileCommandManager.cs); what else the step writes has the rest.
 */
const MOST_BYTES = 1_000_000;

/** Room for what stands behind the lists. */
const RESERVE = 2_000;

/**
 * The report as Markdown for a job summary or a comment: a table by service, then the findings, the worst first, as many
 * as fit. Everything from the repository is escaped: it can neither format nor link nor mention.
 */
export function markdownReport(raw: Report, context: ReportContext): string {
  const report = withoutQuotedSecrets(raw, context);
  const head = ['## lint-deploy', '', ...summaryOf(report), ''];
  const services = fitting(serviceRows(report), MOST_BYTES / 4, (left) => `| … and ${plural(left, 'other')} | | | |`);
  const table = services.length > 0 ? [...SERVICE_HEAD, ...services, ''] : [];
  const notices = report.notifications.filter(({ level }) => level !== 'note').map((each) => noticeItem(each, context));
  const shownNotices = fitting(notices, MOST_BYTES / 8, (left) => `- … and ${plural(left, 'other')}`);
  const before = [...head, ...table, ...(shownNotices.length > 0 ? [...shownNotices, ''] : [])];
  const findings = report.findings.toSorted(bySeverity).map((finding) => findingRow(finding, context));
  const room = MOST_BYTES - RESERVE - bytesOf(before);
  const rows = fitting(findings, room, (left) => `| … | and ${plural(left, 'more finding')} | | |`);
  const list = rows.length > 0 ? [...FINDING_HEAD, ...rows, ''] : [];
  return [...before, ...list].join('\n');
}

/** The summary of a run that could not be made. */
export function markdownFailure(problems: readonly Problem[]): string {
  const items = problems.map(({ message, at }) => `- ${at ? `${placeOf(at, '')} ` : ''}${prose(message)}`);
  const shownItems = fitting(items, MOST_BYTES / 2, (left) => `- … and ${plural(left, 'other')}`);
  return ['## lint-deploy', '', '**Nothing was linted.**', '', ...shownItems, ''].join('\n');
}

const SERVICE_HEAD = ['| Service | Errors | Warnings | Notes |', '| --- | ---: | ---: | ---: |'];
const FINDING_HEAD = ['| Severity | Rule | Place | Finding |', '| --- | --- | --- | --- |'];

function summaryOf(report: Report): string[] {
  const { findings, services, undecided, complete } = report;
  const counts = SEVERITIES.map((severity) => ({ severity, count: count(findings, severity) })).filter(
    (each) => each.count > 0,
  );
  const found = counts.map((each) => `**${plural(each.count, each.severity)}**`).join(', ') || 'No problems found';
  const parts = [`${found} in ${plural(services.length, 'service')}`];
  const open = services.filter(({ followed }) => !followed).length;
  if (open > 0) parts.push(`${plural(open, 'start')} not followed`);
  if (undecided.length > 0) parts.push(`${undecided.length} not decided`);
  parts.push(...suppressedCounts(report));
  if (!complete) parts.push('the run is incomplete');
  return [parts.join(' · ')];
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** One for each service, and one for each file with findings that belong to none. */
function serviceRows({ services, findings }: Report): string[] {
  const of = (service: ServiceSummary): readonly Finding[] =>
    findings.filter(
      (finding) =>
        finding.service?.name === service.name &&
        finding.service.at.file === service.at.file &&
        finding.service.at.range.start.offset === service.at.range.start.offset,
    );
  const ofNone = findings.filter(({ service }) => !service);
  const files = [...new Set(ofNone.map(({ at }) => at.file))];
  return [
    ...services.map((service) => countRow(`${code(service.name)} (${service.kind})`, of(service))),
    ...files.map((file) =>
      countRow(
        code(file),
        ofNone.filter(({ at }) => at.file === file),
      ),
    ),
  ];
}

function countRow(name: string, findings: readonly Finding[]): string {
  return `| ${[name, ...SEVERITIES.map((severity) => String(count(findings, severity)))].join(' | ')} |`;
}

function findingRow(
  { severity, rule, statuses, at, message }: Finding,
  { homepage, uriPrefix }: ReportContext,
): string {
  const { found, effect, remedy } = message;
  const page = `[${rule}](${homepage}/blob/main/rules/${rule}/README.md)`;
  const codes = statuses.length > 0 ? ` ${statuses.join(', ')}` : '';
  return `| ${severity} | ${page}${codes} | ${placeOf(at, uriPrefix)} | ${prose(`${found} ${effect} ${remedy}`)} |`;
}

function noticeItem({ level, message, at }: Notification, { uriPrefix }: ReportContext): string {
  return `- ${level}${at ? ` ${placeOf(at, uriPrefix)}` : ''} ${prose(message)}`;
}

function placeOf({ file, range }: Location, uriPrefix: string): string {
  return code(`${reportedPath(file, uriPrefix)}:${range.start.line}`);
}

/** As many lines as fit, and one that counts the rest. */
function fitting(lines: readonly string[], room: number, more: (left: number) => string): string[] {
  let used = 0;
  const fit = lines.findIndex((line) => (used += bytesOf([line])) > room);
  return fit < 0 ? [...lines] : [...lines.slice(0, fit), more(lines.length - fit)];
}

function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

/** Prose whose backticks set off code. A last one without its other half is text. */
function prose(text: string): string {
  const parts = shown(text).split('`');
  const last = parts.length % 2 === 0 ? (parts.pop() ?? '') : undefined;
  const written = parts.map((part, index) => (index % 2 === 1 ? `<code>${escaped(part)}</code>` : unlinked(part)));
  return written.join('') + (last === undefined ? '' : unlinked(`\`${last}`));
}

function code(text: string): string {
  return `<code>${escaped(shown(text))}</code>`;
}

/** GitHub makes mentions and issues of the finished text, but not in code: a blank of no width keeps them from it. */
function unlinked(text: string): string {
  return escaped(text).replace(/&#(?:64|35);(?=\w)/g, '$&&#8203;');
}

/**
 * Characters that format, link or mention, as references: these never act as Markdown (CommonMark 0.31, section 2.5). A
 * bare address is a link by its scheme or its `www.` (GitHub Flavored Markdown, section 6.9).
 */
function escaped(text: string): string {
  return text
    .replace(/[&<>|\\`*_[\]~@#$!^{}]|:(?=\/\/)|(?<=www)\./gi, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\s+/g, ' ');
}
