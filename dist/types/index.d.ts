import { type BaselineResult } from './config/baseline.js';
import { type ConfigFiles, type ConfigResult } from './config/read.js';
import type { Progress, Report } from './model/report.js';
import { type Baseline, type Settings } from './model/settings.js';
import type { Trace } from './model/trace.js';
import { type ReportContext, type RuleInfo } from './report/context.js';
import type { Repository } from './repository/repository.js';
export type { Finding, Fix, Message, ServiceLabel, Severity, Step, TextEdit, Undecided } from './model/finding.js';
export type { Location, Position, Range } from './model/location.js';
export type { Gap, MissingTarget, Program, Role, Target, Variable } from './model/process.js';
export type { Notification, Progress, Report, ServiceSummary, Suppressed, Suppression } from './model/report.js';
export type { Baseline, BaselineEntry, IgnoreSetting, OptionValue, RuleSetting, ServiceSetting, Settings, } from './model/settings.js';
export type { RefusedRoute, Route } from './model/service.js';
export type { ProcessTrace, ServiceTrace, Trace, TracedSetting } from './model/trace.js';
export type { Absent, Known, OneOf, Origin, Unknown, Value } from './model/value.js';
export type { BaselineResult } from './config/baseline.js';
export type { ConfigProblem } from './config/problem.js';
export type { ConfigFiles, ConfigResult } from './config/read.js';
export type { ReportContext, RuleInfo } from './report/context.js';
export type { Entry, Lookup, Repository, SourceText, Unread } from './repository/repository.js';
export type { CommitAnswer } from './repository/commit.js';
export { openCommit } from './repository/commit.js';
export { openDirectory } from './repository/disk.js';
export { memoryRepository } from './repository/memory.js';
export { baselineText } from './report/baseline.js';
export { fingerprintsOf } from './report/finding-keys.js';
export { githubReport } from './report/github.js';
export { jsonReport } from './report/json.js';
export { junitReport } from './report/junit.js';
export { markdownReport } from './report/markdown.js';
export { rdjsonReport } from './report/rdjson.js';
export { sarifReport } from './report/sarif.js';
export { textReport } from './report/text.js';
export { traceJson } from './report/trace-json.js';
export { traceText } from './report/trace-text.js';
/** Every rule there is, in the order of the index, with its page. */
export declare const rules: readonly RuleInfo[];
/** The ids of the platforms, the first being that of services that no platform file declares. */
export declare const platforms: readonly string[];
export interface LintOptions {
    /** Ids of the rules to run, also where the settings turn them off; all that these leave on where left out. */
    rules?: readonly string[];
    /** The configuration, as `readSettings` gives it; none where left out. */
    settings?: Settings;
    /** False: `lint-deploy-ignore` comments in the repository ignore nothing. */
    inlineIgnores?: boolean;
    /** The day, as `2026-12-31`, for ignores that hold until a day; without it they all hold. */
    today?: string;
    /** Findings that are known already, as `readBaseline` gives them. */
    baseline?: Baseline;
    /** Called as the run goes on. */
    onProgress?: (progress: Progress) => void;
}
/** A finished run, and what a reporter needs to give it a format. */
export interface LintResult {
    report: Report;
    context: ReportContext;
}
/**
 * Lints a repository: `await lint(openDirectory('.'))`. Reads only, and never runs anything of it. Its configuration counts
 * if it is given as `settings`.
 *
 * @throws {RangeError} if `options.rules` names a rule that does not exist.
 */
export declare function lint(repository: Repository, options?: LintOptions): Promise<LintResult>;
/**
 * The configuration of a repository: lint-deploy.yaml at its root, or the key `lint-deploy` of package.json; or `file`.
 * Data only: nothing of it is run, and it reaches no file outside of `files`.
 */
export declare function readSettings(files: ConfigFiles, file?: string): Promise<ConfigResult>;
/** A baseline from the text of its file, whose name is for the messages. */
export declare function readBaseline(text: string, file: string): BaselineResult;
/** The same run without the findings that the baseline lists; entries that fit none are reported. */
export declare function withBaseline({ report, context }: LintResult, baseline: Baseline): LintResult;
/**
 * The same run without the findings that another one has: that of the commit before a change, as `openCommit` reads it. Where
 * there is none, say why, in a clause: the report then holds all findings and a notification.
 */
export declare function onlyNewIn({ report, context }: LintResult, before: LintResult | {
    why: string;
}): LintResult;
/**
 * The baseline of all findings of a run. Of `before`, what it lists for rules that did not run is kept, the rest goes.
 * The run must have been made without a baseline.
 */
export declare function baselineFrom({ report, context }: LintResult, before?: Baseline): Baseline;
/** What was understood of a repository, and what a reporter needs to give it a format. */
export interface TraceResult {
    trace: Trace;
    context: Pick<ReportContext, 'version' | 'homepage' | 'source' | 'uriPrefix'>;
}
/** Follows the start command of each service, as `lint` does, and says what was found. Reads only. */
export declare function trace(repository: Repository, { settings }?: Pick<LintOptions, 'settings'>): Promise<TraceResult>;
