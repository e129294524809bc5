import type { Report } from '../index.js';
import { resultLimit } from '../report/sarif.js';
import { suppressedCounts } from '../report/suppressed.js';
import type { Format, LintCommand } from './options.js';

/** Formats that say themselves how many findings are left out. */
const COUNTING: readonly Format[] = ['text', 'json', 'github', 'markdown'];

/** Sentences for standard error: what no report of a run tells its reader, and nobody should miss. */
export function remarksOn(report: Report, { targets, quiet, dryRun }: LintCommand): string[] {
  const isCounted = targets.some(({ format, file }) => {
    if (format === 'text') return !quiet && !(dryRun && file === undefined);
    return COUNTING.includes(format);
  });
  const leftOut = isCounted ? [] : suppressedCounts(report);
  const limit = targets.some(({ format }) => format === 'sarif') ? resultLimit(report.findings.length) : undefined;
  return [
    ...(leftOut.length > 0 ? [`Findings left out: ${leftOut.join(', ')}.`] : []),
    ...(limit === undefined ? [] : [`SARIF: ${limit}`]),
  ];
}
