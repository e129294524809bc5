import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Report } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { findingKeys } from './fingerprint.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { placesOf } from './sarif-place.js';

/**
 * The key of each finding, in their order. What their words quote of secrets is hidden already. `lineText` gives the line of
 * a place.
 */
export function keysOf(
  findings: readonly Finding[],
  lineText: (at: Location) => string | undefined,
  uriPrefix: string,
): string[] {
  return findingKeys(
    findings.map((finding) => ({
      finding,
      path: reportedPath(finding.at.file, uriPrefix),
      line: lineText(finding.at) ?? '',
    })),
  );
}

/**
 * The fingerprint of each finding of a report, in their order: the same for the same fault in another commit, also where
 * lines have moved. Paths are those below the root.
 */
export function fingerprintsOf(report: Report, { source }: Pick<ReportContext, 'source'>): string[] {
  const { findings } = withoutQuotedSecrets(report, { source });
  return keysOf(findings, placesOf({ source, uriPrefix: '' }).lineText, '');
}
