import { join, resolve } from 'node:path';
import { unifiedDiff } from '../fixes/diff.js';
import { writeFixed } from '../fixes/write.js';
import { lint, openDirectory, type LintOptions, type LintResult } from '../index.js';
import { cleanText } from '../report/clean-text.js';
import { redactFile, redactSecrets } from '../report/secrets.js';
import { reportedPath } from '../report/context.js';
import { directorySource } from '../repository/disk.js';
import type { Repository } from '../repository/repository.js';
import { repositoryOf } from '../repository/tree.js';
import { baselineAt, updateBaseline } from './baseline.js';
import { fixAll, type FixOutcome } from './fix.js';
import { keeperOf } from './cache/keeper.js';
import { styleOf } from './deliver.js';
import { EXIT, statusOf } from './exit.js';
import { folderAt, nothingIn } from './folder.js';
import type { LintCommand } from './options.js';
import { tell, type Outcome } from './outcome.js';
import { remarksOn } from './remarks.js';
import { reportText } from './report-text.js';
import { nameInside, settingsFor } from './settings.js';
import { onlyNewSince } from './since.js';
import { dayOf, speaker, type Invocation } from './streams.js';
import { watchRun, type Watch } from './watch.js';

/** Lints, fixes where asked, writes every report, and returns the exit status. */
export async function runLint(options: LintCommand, invocation: Invocation): Promise<number> {
  const { cwd, stderr } = invocation;
  const root = folderAt(resolve(cwd, options.path), options.path);
  const say = speaker(invocation);
  const watch = watchRun(stderr, () => performance.now());
  const source = directorySource(root, { notice: say });
  const keeper = await keeperOf(options, source, invocation);
  const repository = repositoryOf(keeper?.source ?? source);
  watch.start('configuration');
  const lintOptions = await lintOptionsFor(options, repository, root, invocation, watch);
  const first = await lint(repository, lintOptions);
  let { result, written } = await fixed({ first, options, lintOptions, root, repository }, invocation, watch);
  watch.clear();
  if (options.baseline?.update) {
    const before = baselineAt(options.baseline.file, { cwd, root }, true);
    invocation.beforeWriting?.();
    const updated = updateBaseline(result, before, { file: options.baseline.file, cwd, root, say });
    ({ result } = updated);
    written &&= updated.written;
  }
  if (options.since !== undefined) {
    watch.start('base');
    result = await compared(result, options.since, { options, lintOptions, root }, invocation);
  }
  const settingsFiles = lintOptions.settings?.files ?? [];
  const files = [...result.report.platformFiles, ...settingsFiles];
  const outcome = outcomeOf(result, options, invocation);
  const status = tell(outcome, invocation, { root, files: files.map((file) => join(root, file)) });
  if (status === outcome.status && !isExtendedOutside(options, root, cwd, settingsFiles)) keeper?.keep(outcome, files);
  if (options.stats) stderr.write(watch.stats());
  return written ? status : EXIT.failed;
}

/** Whether a configuration outside of the repository extends others there, which nobody watches for changes. */
function isExtendedOutside({ config }: LintCommand, root: string, cwd: string, files: readonly string[]): boolean {
  return config !== undefined && files.length > 1 && nameInside(root, resolve(cwd, config)) === undefined;
}

function outcomeOf(result: LintResult, options: LintCommand, invocation: Invocation): Outcome {
  const targets = options.targets.filter(({ file }) => !options.dryRun || file !== undefined);
  const status = statusOf(result.report, options.failOn);
  return {
    reports: targets.map((target) => {
      const style = styleOf(target, options.noColor, invocation);
      return { ...target, text: reportText(target, result, options, style) };
    }),
    remarks: [...remarksOn(result.report, options), ...(status === EXIT.nothing ? [nothingIn(options.path)] : [])],
    status,
  };
}

/** A baseline that is to be written anew takes in all findings, so it leaves none out before. */
async function lintOptionsFor(
  { rules, config, platform, inlineIgnores, baseline }: LintCommand,
  repository: Repository,
  root: string,
  invocation: Invocation,
  { onProgress }: Watch,
): Promise<LintOptions> {
  const { cwd } = invocation;
  const settings = await settingsFor(repository, { root, cwd, config, platform });
  return {
    rules,
    settings,
    inlineIgnores,
    today: dayOf(invocation),
    ...(baseline && !baseline.update && { baseline: baselineAt(baseline.file, { cwd, root }, false) }),
    onProgress,
  };
}

/** A first run, and all that it was made with. */
interface Run {
  first: LintResult;
  options: LintCommand;
  lintOptions: LintOptions;
  root: string;
  repository: Repository;
}

/** Leaves out what is older than the change since a commit. */
function compared(
  result: LintResult,
  ref: string,
  { options: { config, platform }, lintOptions, root }: Pick<Run, 'options' | 'lintOptions' | 'root'>,
  invocation: Invocation,
): Promise<LintResult> {
  // Progress counts the services of this tree.
  const options = { ...lintOptions, onProgress: () => undefined };
  const { cwd } = invocation;
  const say = speaker(invocation);
  return onlyNewSince(result, { ref, source: { root, cwd, config, platform }, options, say });
}

/** Makes the fixes that are asked for. `written` is false where one could not be written. */
async function fixed(
  { first, options, lintOptions, root, repository }: Run,
  invocation: Invocation,
  watch: Watch,
): Promise<{ result: LintResult; written: boolean }> {
  if (options.fix === 'none') return { result: first, written: true };
  const say = speaker(invocation);
  const outcome = await fixAll(repository, first, options.fix, lintOptions);
  watch.clear();
  let written = true;
  if (options.dryRun) printDiff(outcome, options.uriPrefix, invocation);
  else {
    invocation.beforeWriting?.();
    written = writeChanges(root, repository, outcome, say);
  }
  for (const { finding, why } of outcome.skipped) say(`${placeOf(finding.at)} ${finding.rule} is not fixed. ${why}`);
  if (options.dryRun) return { result: first, written };
  // What could not be written is still as it was, so it is read anew.
  return { result: written ? outcome.result : await lint(openDirectory(root), lintOptions), written };
}

function printDiff({ changes, fixed }: FixOutcome, uriPrefix: string, { stdout, stderr }: Invocation): void {
  for (const [file, change] of changes) {
    const path = reportedPath(file, uriPrefix);
    // A patch has to keep every character; a terminal must not get them all.
    const isSeen = stdout.isTTY === true;
    const diff = unifiedDiff(path, isSeen ? redacted(file, change) : change);
    stdout.write(isSeen ? cleanText(redactSecrets(diff)) : diff);
  }
  stderr.write(
    `lint-deploy: ${count(fixed, 'fix', 'fixes')} in ${count(changes.size, 'file')}. Nothing was changed.\n`,
  );
}

/** The text of a file. */
interface Change {
  before: string;
  after: string;
}

/** A diff holds too little of a file to tell its secrets by, so they are hidden before. */
function redacted(file: string, { before, after }: Change): Change {
  return { before: redactFile(file, before), after: redactFile(file, after) };
}

/** Writes the fixed files, each at once. Returns false where one could not be written. */
function writeChanges(root: string, repository: Repository, outcome: FixOutcome, say: (text: string) => void): boolean {
  let complete = true;
  for (const [file, change] of outcome.changes) {
    const source = repository.read(file);
    const write =
      source.is === 'text' ? writeFixed(root, file, change, source) : ({ is: 'refused', why: source.why } as const);
    if (write.is === 'refused') {
      complete = false;
      say(`${file} is not fixed: it ${write.why}.`);
    }
  }
  if (complete && outcome.fixed > 0) {
    say(`${count(outcome.fixed, 'finding')} fixed in ${[...outcome.changes.keys()].join(', ')}.`);
  }
  return complete;
}

function placeOf({ file, range }: { file: string; range: { start: { line: number } } }): string {
  return `${file}:${range.start.line}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
