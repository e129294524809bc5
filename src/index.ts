import { rules as allRules } from '../rules/index.js';
import { lint as runRules } from './engine/lint.js';
import { trace as traceServices } from './engine/trace.js';
import type { Report } from './model/report.js';
import type { Trace } from './model/trace.js';
import { render } from './platforms/render/index.js';
import { product } from './product.js';
import { sourcesOf, type ReportContext, type RuleInfo } from './report/context.js';
import type { Repository } from './repository/repository.js';

export type { Finding, Fix, Message, ServiceLabel, Severity, Step, TextEdit, Undecided } from './model/finding.js';
export type { Location, Position, Range } from './model/location.js';
export type { Gap, MissingTarget, Program, Role, Target, Variable } from './model/process.js';
export type { Notification, Report, ServiceSummary } from './model/report.js';
export type { RefusedRoute, Route } from './model/service.js';
export type { ProcessTrace, ServiceTrace, Trace, TracedSetting } from './model/trace.js';
export type { Absent, Known, OneOf, Origin, Unknown, Value } from './model/value.js';
export type { ReportContext, RuleInfo } from './report/context.js';
export type { Entry, Lookup, Repository, SourceText, Unread } from './repository/repository.js';
export { openDirectory } from './repository/disk.js';
export { memoryRepository } from './repository/memory.js';
export { jsonReport } from './report/json.js';
export { sarifReport } from './report/sarif.js';
export { textReport } from './report/text.js';
export { traceJson } from './report/trace-json.js';
export { traceText } from './report/trace-text.js';

/** Every rule there is, in the order of the index, with its page. */
export const rules: readonly RuleInfo[] = allRules.map(({ rule, page }) => ({
  id: rule.id,
  title: rule.title,
  severity: rule.severity,
  statuses: rule.statuses,
  page,
}));

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
export async function lint(repository: Repository, options: LintOptions = {}): Promise<LintResult> {
  const wanted = chosen(options.rules);
  const started = performance.now();
  const report = await runRules({
    repository,
    rules: wanted.map(({ rule }) => rule),
    platforms: [render],
  });
  return {
    report,
    context: {
      version: product.version,
      homepage: product.home,
      rules: rules.filter(({ id }) => wanted.some(({ rule }) => rule.id === id)),
      ...sourcesOf(repository),
      uriPrefix: '',
      durationMs: performance.now() - started,
    },
  };
}

/** What was understood of a repository, and what a reporter needs to give it a format. */
export interface TraceResult {
  trace: Trace;
  context: Pick<ReportContext, 'version' | 'homepage' | 'source' | 'uriPrefix'>;
}

/** Follows the start command of each service, as `lint` does, and says what was found. Reads only. */
export async function trace(repository: Repository): Promise<TraceResult> {
  return {
    trace: await traceServices(repository, [render]),
    context: {
      version: product.version,
      homepage: product.home,
      source: sourcesOf(repository).source,
      uriPrefix: '',
    },
  };
}

function chosen(ids: readonly string[] | undefined): typeof allRules {
  if (ids === undefined || ids.length === 0) return allRules;
  const unknown = ids.find((id) => !allRules.some(({ rule }) => rule.id === id));
  if (unknown !== undefined) throw new RangeError(`There is no rule "${unknown}".`);
  return allRules.filter(({ rule }) => ids.includes(rule.id));
}
