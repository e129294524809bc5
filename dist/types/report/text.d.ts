import type { Report } from '../model/report.js';
import type { ReportContext } from './context.js';
import { type PageOptions } from './page.js';
export interface TextOptions extends PageOptions {
    /**
     * Errors and warnings only, each on one line of its own (`file:line:column: severity rule: message`), and nothing
     * else.
     */
    quiet: boolean;
    /** Also every trail, services without findings, what was not decided and why, and notices of every level. */
    verbose: boolean;
}
/**
 * The report for a person: findings by service, worst first, with the source they speak of, then one line that sums up.
 * Ends with a line break; empty where `quiet` leaves nothing to say. All text from the repository is cleaned and its
 * secrets are hidden.
 */
export declare function textReport(raw: Report, context: ReportContext, options: TextOptions): string;
