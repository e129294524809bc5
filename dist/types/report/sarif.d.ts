import type { Report } from '../model/report.js';
import type { ReportContext } from './context.js';
/**
 * The report as SARIF 2.1.0 for GitHub code scanning and other viewers.
 * Without a machine-dependent path or a time: the same report gives the same text.
 */
export declare function sarifReport(raw: Report, context: ReportContext): string;
/** What a reader has to know of a run with so many findings: a sentence, or undefined where all are listed. */
export declare function resultLimit(findings: number): string | undefined;
