import { bySeverity, type Finding, type Severity } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Notification, Report } from '../model/report.js';
import { cleanText } from './clean-text.js';
import { reportedPath, type ReportContext } from './context.js';
import { plural } from './page.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { shown } from './shown.js';
import type { Problem } from './problem.js';
import { suppressedCounts } from './suppressed.js';

/**
 * Annotations of one kind that GitHub's runner keeps of a step (actions/runner, src/Runner.Worker/ExecutionContext.cs,
 * _maxCountPerIssueType).
 */
const MOST_OF_A_KIND = 10;

type Kind = 'error' | 'warning' | 'notice';

const KINDS: Readonly<Record<Severity, Kind>> = { error: 'error', warning: 'warning', note: 'notice' };

interface Annotation {
  kind: Kind;
  title: string;
  message: string;
  at?: Location;
}

/**
 * Workflow commands that GitHub's runner turns into annotations, the worst first; what is beyond its limits follows as plain
 * lines of the log, then one line that sums up.
 */
export function githubReport(raw: Report, context: ReportContext): string {
  const report = withoutQuotedSecrets(raw, context);
  const failures = report.notifications.filter(({ level }) => level !== 'note').toSorted(byLevel);
  const all = [...failures.map(ofNotification), ...report.findings.toSorted(bySeverity).map(ofFinding)];
  return written([...linesOf(all, context.uriPrefix), summary(report)]);
}

/** The annotations of a run that could not be made: an error for each problem. */
export function githubFailure(problems: readonly Problem[]): string {
  const all = problems.map((problem): Annotation => ({ kind: 'error', title: 'nothing was linted', ...problem }));
  return written(linesOf(all, ''));
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** What the runner keeps as commands, the rest as lines of the log. */
function linesOf(all: readonly Annotation[], uriPrefix: string): string[] {
  const counts = new Map<Kind, number>();
  const [kept, rest]: [Annotation[], Annotation[]] = [[], []];
  for (const each of all) {
    const count = counts.get(each.kind) ?? 0;
    counts.set(each.kind, count + 1);
    (count < MOST_OF_A_KIND ? kept : rest).push(each);
  }
  return [
    ...kept.toSorted(byKind).map((each) => command(each, uriPrefix)),
    ...rest.toSorted(byKind).map((each) => logLine(each, uriPrefix)),
  ];
}

function byLevel(one: Notification, other: Notification): number {
  return bySeverity({ severity: one.level }, { severity: other.level });
}

function byKind(one: Annotation, other: Annotation): number {
  const kinds = Object.values(KINDS);
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind);
}

function ofFinding({ rule, severity, statuses, message, at }: Finding): Annotation {
  const { found, effect, remedy } = message;
  const codes = statuses.length > 0 ? ` (${statuses.join(', ')})` : '';
  return { kind: KINDS[severity], title: `${rule}${codes}`, message: `${found} ${effect} ${remedy}`, at };
}

function ofNotification({ id, level, message, at }: Notification): Annotation {
  return { kind: KINDS[level], title: id, message, ...(at && { at }) };
}

function command({ kind, title, message, at }: Annotation, uriPrefix: string): string {
  const properties = [...(at ? placeOf(at, uriPrefix) : []), ['title', shown(`lint-deploy: ${title}`)] as const];
  const named = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(',');
  return `::${kind} ${named}::${escapedData(shown(message))}`;
}

function placeOf({ file, range: { start, end } }: Location, uriPrefix: string): (readonly [string, string | number])[] {
  const lines = [['file', reportedPath(file, uriPrefix)] as const, ['line', start.line] as const];
  // Columns count on one line only (actions/toolkit, packages/core/src/core.ts, AnnotationProperties).
  if (start.line !== end.line) return lines;
  return [...lines, ['endLine', end.line], ['col', start.column], ['endColumn', end.column]];
}

/** As actions/toolkit writes them (packages/core/src/command.ts): the runner reads just these back. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Fit for a log: whatever stands in it, the runner takes no command from it. */
function logLine({ kind, title, message, at }: Annotation, uriPrefix: string): string {
  const place = at ? `${reportedPath(at.file, uriPrefix)}:${at.range.start.line}:${at.range.start.column}: ` : '';
  return cleanText(shown(`${place}${kind} ${title}: ${message}`).split(/\s+/).join(' '));
}

function summary(report: Report): string {
  const { findings, services, complete } = report;
  const found = findings.length === 0 ? 'No problems found' : plural(findings.length, 'problem');
  const parts = [`${found} in ${plural(services.length, 'service')}`, ...suppressedCounts(report)];
  return `lint-deploy: ${[...parts, ...(complete ? [] : ['the run is incomplete'])].join(' · ')}`;
}
