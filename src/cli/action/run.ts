import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import {
  githubReport,
  lint,
  markdownReport,
  onlyNewIn,
  openCommit,
  openDirectory,
  sarifReport,
  textReport,
  type LintOptions,
  type LintResult,
  type Notification,
  type ReportContext,
} from '../../index.js';
import { SEVERITIES, type Severity } from '../../model/finding.js';
import { resultLimit } from '../../report/sarif.js';
import { baselineAt } from '../baseline.js';
import { EXIT, statusOf } from '../exit.js';
import { folderAt, nothingIn } from '../folder.js';
import { settingsFor } from '../settings.js';
import { onlyNewSince } from '../since.js';
import { dayOf, speaker, type Invocation } from '../streams.js';
import { eventOf, type WorkflowEvent } from './event.js';
import { reportFailure } from './failure.js';
import { append, outputLines, prefixIn, writeSarif } from './files.js';
import { readInputs, type ActionInputs } from './inputs.js';

/** Columns of the log. */
const WIDTH = 100;

/**
 * A step of a workflow on GitHub: lints, then writes the log, annotations, the summary, the SARIF file and the outputs.
 * Returns the exit status, which is that of the step.
 */
export async function runAction(invocation: Invocation): Promise<number> {
  try {
    return await lintAndReport(invocation);
  } catch (error) {
    return reportFailure(error, invocation);
  }
}

async function lintAndReport(invocation: Invocation): Promise<number> {
  const { cwd, env } = invocation;
  const inputs = readInputs(env);
  const event = eventOf(env);
  const root = folderAt(resolve(cwd, inputs.path), inputs.path);
  const all = await lintAll(root, inputs, invocation);
  const wanted = inputs.onlyChanged === 'new' ? await changed(all, root, inputs, event, invocation) : all.result;
  const uriPrefix = prefixIn(root, cwd);
  const status = statusOf(wanted.report, inputs.failOn);
  const shown = status === EXIT.nothing ? withoutService(wanted, inputs.path) : wanted;
  writeLog(shown, { ...shown.context, uriPrefix }, inputs, invocation);
  const limit = resultLimit(all.result.report.findings.length);
  if (limit !== undefined) speaker(invocation)(`SARIF: ${limit}`);
  // Code scanning closes the alerts that a file no longer has, so that it is given all findings.
  const sarif = sarifReport(all.result.report, { ...all.result.context, uriPrefix });
  return writeFiles(shown, sarif, status, { inputs, event, uriPrefix }, invocation);
}

/** The step fails, and its annotations and summary have to say why. */
function withoutService(result: LintResult, path: string): LintResult {
  const notice: Notification = { id: 'nothing-to-lint', level: 'error', message: nothingIn(path) };
  const { report } = result;
  return { ...result, report: { ...report, notifications: [...report.notifications, notice] } };
}

/** A run over all there is, and what it was made with. */
interface FullRun {
  result: LintResult;
  options: LintOptions;
}

async function lintAll(root: string, inputs: ActionInputs, invocation: Invocation): Promise<FullRun> {
  const { cwd } = invocation;
  const { config, baseline, platform, inlineIgnores } = inputs;
  const repository = openDirectory(root, { notice: speaker(invocation) });
  const settings = await settingsFor(repository, { root, cwd, config, platform });
  const options = {
    settings,
    inlineIgnores,
    today: dayOf(invocation),
    ...(baseline !== undefined && { baseline: baselineAt(baseline, { cwd, root }, false) }),
  };
  return { result: await lint(repository, options), options };
}

/** The findings that the change of the event brings in. */
async function changed(
  { result, options }: FullRun,
  root: string,
  { config, platform }: ActionInputs,
  { bases }: WorkflowEvent,
  invocation: Invocation,
): Promise<LintResult> {
  const say = speaker(invocation);
  const ref = bases.find((base) => openCommit(root, base).is === 'opened');
  if (ref !== undefined) {
    const { cwd } = invocation;
    return onlyNewSince(result, { ref, source: { root, cwd, config, platform }, options, say });
  }
  return onlyNewIn(result, { why: whyNoBase(bases, root) });
}

/** A clause, which says what to do where that is known. */
function whyNoBase(bases: readonly string[], root: string): string {
  const named = bases.at(-1);
  const answer = named === undefined ? undefined : openCommit(root, named);
  if (answer?.is !== 'failed') return 'this event names no commit before the change';
  if (!answer.isAbsent) return answer.why;
  return `${answer.why}: give actions/checkout \`fetch-depth: 2\` for pull requests, or 0 for pushes`;
}

/**
 * The report for a reader, in which the runner looks for no commands whatever the repository holds, then the annotations.
 */
function writeLog(
  { report }: LintResult,
  context: ReportContext,
  { annotations }: ActionInputs,
  { stdout }: Invocation,
): void {
  const token = randomUUID();
  const text = textReport(report, context, { colour: false, width: WIDTH, quiet: false, verbose: false });
  stdout.write(`::stop-commands::${token}\n${text}\n::${token}::\n`);
  if (annotations) stdout.write(githubReport(report, context));
}

/** What else there is to know of a run. */
interface Circumstances {
  inputs: ActionInputs;
  event: WorkflowEvent;
  uriPrefix: string;
}

function writeFiles(
  { report, context }: LintResult,
  sarif: string,
  status: number,
  { inputs, event, uriPrefix }: Circumstances,
  invocation: Invocation,
): number {
  const { env } = invocation;
  const say = speaker(invocation);
  if (inputs.summary) {
    const why = append(env.GITHUB_STEP_SUMMARY, markdownReport(report, { ...context, uriPrefix }));
    if (why !== undefined) say(`The summary could not be written: ${why}.`);
  }
  const written = writeSarif(sarif, env.RUNNER_TEMP);
  if ('why' in written) say(`The SARIF report could not be written: ${written.why}.`);
  const exitCode = 'why' in written ? EXIT.failed : status;
  const count = (severity: Severity): number => report.findings.filter((each) => each.severity === severity).length;
  const why = append(
    env.GITHUB_OUTPUT,
    outputLines({
      'sarif-file': 'path' in written ? written.path : '',
      category: inputs.category ?? (uriPrefix === '' ? 'lint-deploy' : `lint-deploy/${uriPrefix}`),
      // No result at all would close every alert.
      ...uploadOutputs('path' in written && status !== EXIT.nothing, inputs, event),
      findings: report.findings.length,
      ...Object.fromEntries(SEVERITIES.map((severity) => [`${severity}s`, count(severity)])),
      'exit-code': exitCode,
    }),
  );
  if (why !== undefined) say(`The outputs of the step could not be written: ${why}.`);
  return why === undefined ? exitCode : EXIT.failed;
}

/**
 * Whether the file is uploaded, and whether that must succeed. Code scanning is free for public repositories only, and the
 * token of a pull request from a fork may be refused: neither is a fault of the change.
 */
function uploadOutputs(hasFile: boolean, { upload }: ActionInputs, event: WorkflowEvent): Record<string, string> {
  const isWanted = upload === 'true' || (upload === 'auto' && event.isPrivate !== true);
  return {
    upload: String(hasFile && isWanted),
    'upload-may-fail': String(upload !== 'true' || event.fromFork),
  };
}
