import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
/**
 * The report in the Reviewdog Diagnostic Format, as one DiagnosticResult (reviewdog, proto/rdf/reviewdog.proto), the worst
 * first. A safe fix of one edit is a suggestion.
 */
export declare function rdjsonReport(raw: Report, context: ReportContext): string;
