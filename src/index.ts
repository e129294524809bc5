import { rules as allRules } from '../rules/index.js';
import { readBaseline as parseBaseline, type BaselineResult } from './config/baseline.js';
import { readSettings as readConfig, type ConfigFiles, type ConfigResult } from './config/read.js';
import type { SchemaFacts } from './config/schema.js';
import { applyBaseline, baselineOf } from './engine/baseline.js';
import { lint as runRules } from './engine/lint.js';
import { onlyNew, withoutBase } from './engine/since.js';
import { trace as traceServices } from './engine/trace.js';
import type { Progress, Report } from './model/report.js';
import { NO_SETTINGS, type Baseline, type Settings } from './model/settings.js';
import type { Trace } from './model/trace.js';
import type { Platform } from './platforms/platform.js';
import { render } from './platforms/render/index.js';
import { product } from './product.js';
import { sourcesOf, type ReportContext, type RuleInfo } from './report/context.js';
import { fingerprintsOf } from './report/finding-keys.js';
import type { Repository } from './repository/repository.js';

export type { Finding, Fix, Message, ServiceLabel, Severity, Step, TextEdit, Undecided } from './model/finding.js';
export type { Location, Position, Range } from './model/location.js';
export type { Gap, MissingTarget, Program, Role, Target, Variable } from './model/process.js';
export type { Notification, Progress, Report, ServiceSummary, Suppressed, Suppression } from './model/report.js';
export type {
  Baseline,
  BaselineEntry,
  IgnoreSetting,
  OptionValue,
  RuleSetting,
  ServiceSetting,
  Settings,
} from './model/settings.js';
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
export const rules: readonly RuleInfo[] = allRules.map(({ rule, page }) => ({
  id: rule.id,
  title: rule.title,
  severity: rule.severity,
  statuses: rule.statuses,
  page,
}));

/** The platforms there are; the first is the one of services that no platform file declares. */
const PLATFORMS: readonly [Platform, ...Platform[]] = [render];

/** The ids of the platforms, the first being that of services that no platform file declares. */
export const platforms: readonly string[] = PLATFORMS.map(({ facts }) => facts.id);

/** What the schema of the configuration is made from: the rules and platforms there are. */
const configFacts: SchemaFacts = {
  rules: allRules.map(({ rule }) => rule),
  platforms,
  id: product.configSchema,
};

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
export async function lint(repository: Repository, options: LintOptions = {}): Promise<LintResult> {
  const { settings = NO_SETTINGS, inlineIgnores, today, baseline, onProgress } = options;
  const wanted = chosen(options.rules, settings);
  const started = performance.now();
  const report = await runRules({
    repository,
    rules: wanted.map(({ rule }) => rule),
    platforms: platformsBy(settings),
    settings,
    knownRules: rules.map(({ id }) => id),
    ...(inlineIgnores !== undefined && { inlineIgnores }),
    ...(today !== undefined && { today }),
    ...(onProgress && { onProgress }),
  });
  const context = {
    version: product.version,
    homepage: product.home,
    rules: rules.filter(({ id }) => wanted.some(({ rule }) => rule.id === id)),
    ...sourcesOf(repository),
    uriPrefix: '',
    durationMs: performance.now() - started,
  };
  return baseline ? withBaseline({ report, context }, baseline) : { report, context };
}

/**
 * The configuration of a repository: lint-deploy.yaml at its root, or the key `lint-deploy` of package.json; or `file`.
 * Data only: nothing of it is run, and it reaches no file outside of `files`.
 */
export function readSettings(files: ConfigFiles, file?: string): Promise<ConfigResult> {
  return readConfig(files, configFacts, file);
}

/** A baseline from the text of its file, whose name is for the messages. */
export function readBaseline(text: string, file: string): BaselineResult {
  return parseBaseline(text, file);
}

/** The same run without the findings that the baseline lists; entries that fit none are reported. */
export function withBaseline({ report, context }: LintResult, baseline: Baseline): LintResult {
  const judged = judgedRules(context, baseline);
  return { report: applyBaseline(report, fingerprintsOf(report, context), baseline, judged), context };
}

/**
 * The same run without the findings that another one has: that of the commit before a change, as `openCommit` reads it. Where
 * there is none, say why, in a clause: the report then holds all findings and a notification.
 */
export function onlyNewIn({ report, context }: LintResult, before: LintResult | { why: string }): LintResult {
  if ('why' in before) return { report: withoutBase(report, before.why), context };
  const known = fingerprintsOf(before.report, before.context);
  return { report: onlyNew(report, fingerprintsOf(report, context), known), context };
}

/**
 * The baseline of all findings of a run. Of `before`, what it lists for rules that did not run is kept, the rest goes.
 * The run must have been made without a baseline.
 */
export function baselineFrom({ report, context }: LintResult, before: Baseline = { entries: [] }): Baseline {
  const fingerprints = fingerprintsOf(report, context);
  const findings = report.findings.map((finding, index) => ({ finding, fingerprint: fingerprints[index] ?? '' }));
  return baselineOf(findings, before, judgedRules(context, before));
}

/** The rules whose findings are all known: those that ran, and those of a baseline that there are no more. */
function judgedRules({ rules: ran }: ReportContext, { entries }: Baseline): string[] {
  const gone = entries.map(({ rule }) => rule).filter((rule) => !rules.some(({ id }) => id === rule));
  return [...ran.map(({ id }) => id), ...new Set(gone)];
}

/** What was understood of a repository, and what a reporter needs to give it a format. */
export interface TraceResult {
  trace: Trace;
  context: Pick<ReportContext, 'version' | 'homepage' | 'source' | 'uriPrefix'>;
}

/** Follows the start command of each service, as `lint` does, and says what was found. Reads only. */
export async function trace(
  repository: Repository,
  { settings = NO_SETTINGS }: Pick<LintOptions, 'settings'> = {},
): Promise<TraceResult> {
  return {
    trace: await traceServices(repository, platformsBy(settings), settings),
    context: {
      version: product.version,
      homepage: product.home,
      source: sourcesOf(repository).source,
      uriPrefix: '',
    },
  };
}

function platformsBy({ platform }: Settings): typeof PLATFORMS {
  const first = PLATFORMS.find(({ facts }) => facts.id === platform) ?? PLATFORMS[0];
  return [first, ...PLATFORMS.filter((each) => each !== first)];
}

function chosen(ids: readonly string[] = [], { rules: settings }: Settings): typeof allRules {
  if (ids.length === 0) return allRules.filter(({ rule }) => settings.get(rule.id)?.severity !== 'off');
  const unknown = ids.find((id) => !allRules.some(({ rule }) => rule.id === id));
  if (unknown !== undefined) throw new RangeError(`There is no rule "${unknown}".`);
  return allRules.filter(({ rule }) => ids.includes(rule.id));
}
