import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
/**
 * Workflow commands that GitHub's runner turns into annotations, the worst first; what is beyond its limits follows as plain
 * lines of the log, then one line that sums up.
 */
export declare function githubReport(raw: Report, context: ReportContext): string;
