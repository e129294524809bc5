import type { Report } from '../model/report.js';
import { type ReportContext } from './context.js';
export interface TextOptions {
    /** The text is the same with and without. */
    colour: boolean;
    /** Columns of the terminal. Lines keep within it, and within 100; below 24 it counts as 24. */
    width: number;
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
