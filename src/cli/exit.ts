import { SEVERITIES, type Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';

/** Exit statuses, as `--help` describes them. */
export const EXIT = { clean: 0, findings: 1, failed: 2, nothing: 3 } as const;

/** The exit status of a run whose reports were written. It does not depend on their format. */
export function statusOf(report: Report, failOn: Severity | 'never'): number {
  if (!report.complete) return EXIT.failed;
  const counting = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  if (report.findings.some(({ severity }) => counting.includes(severity))) return EXIT.findings;
  return report.platformFiles.length > 0 || report.services.length > 0 ? EXIT.clean : EXIT.nothing;
}
