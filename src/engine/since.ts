import type { Notification, Report, Suppressed } from '../model/report.js';

/**
 * Takes out the findings that a base had already. `fingerprints` are those of the report's findings, in their order, `before`
 * those of the base.
 */
export function onlyNew(report: Report, fingerprints: readonly string[], before: readonly string[]): Report {
  const known = new Set(before);
  const isKnown = (index: number): boolean => known.has(fingerprints[index] ?? '');
  const old = report.findings.filter((_, index) => isKnown(index));
  return {
    ...report,
    findings: report.findings.filter((_, index) => !isKnown(index)),
    suppressed: [...report.suppressed, ...old.map((finding): Suppressed => ({ finding, suppression: { by: 'base' } }))],
  };
}

/** The report of a run that could not be compared. `why` is a clause. */
export function withoutBase(report: Report, why: string): Report {
  const message = `All findings are reported, not the new ones only, because ${why}.`;
  const notice: Notification = { id: 'no-base', level: 'warning', message };
  return { ...report, notifications: [...report.notifications, notice] };
}
