import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { findingKeys } from './fingerprint.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { placesOf, type Places } from './sarif-place.js';

/** The key of each finding, in their order. What their words quote of secrets is hidden already. */
export function keysOf(findings: readonly Finding[], places: Places, uriPrefix: string): string[] {
  return findingKeys(
    findings.map((finding) => ({
      finding,
      path: reportedPath(finding.at.file, uriPrefix),
      line: places.lineText(finding.at) ?? '',
    })),
  );
}

/**
 * The fingerprint of each finding of a report, in their order: the same for the same fault in another commit, also where
 * lines have moved. Paths are those below the root.
 */
export function fingerprintsOf(report: Report, { source }: Pick<ReportContext, 'source'>): string[] {
  const { findings } = withoutQuotedSecrets(report, { source });
  return keysOf(findings, placesOf({ source, uriPrefix: '' }), '');
}
