import type { Report } from './model/report.js';
import { type ReportContext, type RuleInfo } from './report/context.js';
import type { Repository } from './repository/repository.js';
export type { Finding, Fix, Message, ServiceLabel, Severity, Step, TextEdit, Undecided } from './model/finding.js';
export type { Location, Position, Range } from './model/location.js';
export type { Notification, Report, ServiceSummary } from './model/report.js';
export type { ReportContext, RuleInfo } from './report/context.js';
export type { Entry, Lookup, Repository, SourceText, Unread } from './repository/repository.js';
export { openDirectory } from './repository/disk.js';
export { memoryRepository } from './repository/memory.js';
export { jsonReport } from './report/json.js';
export { sarifReport } from './report/sarif.js';
export { textReport } from './report/text.js';
/** Every rule there is, in the order of the index, with its page. */
export declare const rules: readonly RuleInfo[];
export interface LintOptions {
    /** Ids of the rules to run; all where left out. */
    rules?: readonly string[];
}
/** A finished run, and what a reporter needs to give it a format. */
export interface LintResult {
    report: Report;
    context: ReportContext;
}
/**
 * Lints a repository: `await lint(openDirectory('.'))`. Reads only, and never runs anything of it.
 *
 * @throws {RangeError} if `options.rules` names a rule that does not exist.
 */
export declare function lint(repository: Repository, options?: LintOptions): Promise<LintResult>;
