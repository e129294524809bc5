import type { Finding } from '../model/finding.js';
import type { Notification, Report, Suppressed } from '../model/report.js';
import type { Baseline, BaselineEntry } from '../model/settings.js';
import { compare } from './order.js';
import { UNREAD } from './unread.js';

/**
 * Takes out the findings that the baseline lists. `fingerprints` are those of the report's findings, in their order;
 * `ran` are the rules that ran: an entry of another one is not called stale.
 */
export function applyBaseline(
  report: Report,
  fingerprints: readonly string[],
  baseline: Baseline,
  ran: readonly string[],
): Report {
  const listed = new Set(baseline.entries.map(({ fingerprint }) => fingerprint));
  const isListed = (_: Finding, index: number): boolean => listed.has(fingerprints[index] ?? '');
  const suppressed = report.findings
    .filter(isListed)
    .map((finding): Suppressed => ({ finding, suppression: { by: 'baseline' } }));
  const stale = isWhole(report) ? staleEntries(fingerprints, baseline, ran).length : 0;
  return {
    ...report,
    findings: report.findings.filter((finding, index) => !isListed(finding, index)),
    suppressed: [...report.suppressed, ...suppressed],
    notifications: [...report.notifications, ...(stale > 0 ? [staleNotice(stale)] : [])],
  };
}

/** Whether all that there is was judged: only then does a missing finding mean that its fault is gone. */
export function isWhole({ complete, notifications }: Report): boolean {
  return complete && !notifications.some(({ id }) => UNREAD.includes(id));
}

/** The baseline of these findings, and what an older one lists for rules that did not run. In a steady order. */
export function baselineOf(
  findings: readonly { finding: Finding; fingerprint: string }[],
  before: Baseline,
  ran: readonly string[],
): Baseline {
  const own = findings.map(({ finding, fingerprint }) => ({
    fingerprint,
    rule: finding.rule,
    file: finding.at.file,
    found: finding.message.found,
  }));
  const others = before.entries.filter(({ rule }) => !ran.includes(rule));
  return { entries: [...own, ...others].sort(byFile) };
}

function staleEntries(
  fingerprints: readonly string[],
  { entries }: Baseline,
  ran: readonly string[],
): readonly BaselineEntry[] {
  const found = new Set(fingerprints);
  return entries.filter(({ fingerprint, rule }) => ran.includes(rule) && !found.has(fingerprint));
}

function staleNotice(count: number): Notification {
  const message =
    count === 1
      ? 'An entry of the baseline fits no finding any more. --update-baseline removes it.'
      : `${count} entries of the baseline fit no finding any more. --update-baseline removes them.`;
  return { id: 'stale-baseline', level: 'warning', message };
}

function byFile(one: BaselineEntry, other: BaselineEntry): number {
  return compare(one.file, other.file) || compare(one.rule, other.rule) || compare(one.fingerprint, other.fingerprint);
}
