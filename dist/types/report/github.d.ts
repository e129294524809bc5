import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
import type { Problem } from './problem.js';
/**
 * Workflow commands that GitHub's runner turns into annotations, the worst first; what is beyond its limits follows as plain
 * lines of the log, then one line that sums up.
 */
export declare function githubReport(raw: Report, context: ReportContext): string;
/** The annotations of a run that could not be made: an error for each problem. */
export declare function githubFailure(problems: readonly Problem[]): string;
