import type { Finding } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
/**
 * The key of each finding, in their order. What their words quote of secrets is hidden already. `lineText` gives the line of
 * a place.
 */
export declare function keysOf(findings: readonly Finding[], lineText: (at: Location) => string | undefined, uriPrefix: string): string[];
/**
 * The fingerprint of each finding of a report, in their order: the same for the same fault in another commit, also where
 * lines have moved. Paths are those below the root.
 */
export declare function fingerprintsOf(report: Report, { source }: Pick<ReportContext, 'source'>): string[];
