import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
import type { Problem } from './problem.js';
/**
 * The report as Markdown for a job summary or a comment: a table by service, then the findings, the worst first, as many
 * as fit. Everything from the repository is escaped: it can neither format nor link nor mention.
 */
export declare function markdownReport(raw: Report, context: ReportContext): string;
/** The summary of a run that could not be made. */
export declare function markdownFailure(problems: readonly Problem[]): string;
