import type { Report } from '../model/report.js';
import type { ReportContext } from './context.js';
/**
 * The report as JSON, complete, in the format that schema/report.json describes. The same report gives the same text.
 * Words are cleaned and their secrets hidden; paths and the texts of fixes are exact.
 */
export declare function jsonReport(raw: Report, context: ReportContext): string;
