import { accessSync, constants, realpathSync, statSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { unifiedDiff } from '../fixes/diff.js';
import { writeFixed } from '../fixes/write.js';
import { jsonReport, lint, openDirectory, sarifReport, textReport, type LintResult } from '../index.js';
import { SEVERITIES } from '../model/finding.js';
import { cleanText } from '../report/clean-text.js';
import { redactFile, redactSecrets } from '../report/secrets.js';
import { reportedPath } from '../report/context.js';
import type { Repository } from '../repository/repository.js';
import { fixAll, type FixOutcome } from './fix.js';
import { EXIT } from './exit.js';
import { didYouMean } from './nearest.js';
import { COMMANDS, UsageError, type LintCommand, type Target } from './options.js';
import { wantsColour, type Invocation } from './streams.js';
import { writeReport } from './write-report.js';

/** Columns of a text report that goes to a file or a pipe. */
const DEFAULT_WIDTH = 100;

/** Lints, fixes where asked, writes every report, and returns the exit status. */
export async function runLint(options: LintCommand, invocation: Invocation): Promise<number> {
  const root = folderAt(resolve(invocation.cwd, options.path), options.path);
  const say = (text: string): void => void invocation.stderr.write(`lint-deploy: ${cleanText(text)}\n`);
  const repository = openDirectory(root, { notice: say });
  let result = await lint(repository, { rules: options.rules });
  let written = true;
  if (options.fix !== 'none') {
    const outcome = await fixAll(repository, result, options.fix, { rules: options.rules });
    if (options.dryRun) printDiff(outcome, options.uriPrefix, invocation);
    else {
      written = writeChanges(root, repository, outcome, say);
      // What could not be written is still as it was, so it is read anew.
      result = written ? outcome.result : await lint(openDirectory(root), { rules: options.rules });
    }
    for (const { finding, why } of outcome.skipped) say(`${placeOf(finding.at)} ${finding.rule} is not fixed. ${why}`);
  }
  for (const target of options.targets) {
    if (options.dryRun && target.file === undefined) continue;
    written = deliver(target, result, options, { invocation, root, say }) && written;
  }
  return exitStatus(result, options, written, say);
}

/** @throws {UsageError} where the path is no folder that can be read. */
function folderAt(path: string, written: string): string {
  const stats = statsOf(path);
  if (!stats) {
    throw new UsageError(`There is no folder ${written}, or it cannot be read.${didYouMean(written, COMMANDS)}`);
  }
  if (!stats.isDirectory()) {
    throw new UsageError(`${written} is a file. lint-deploy reads a whole repository: name its folder.`);
  }
  return realpathSync(path);
}

function statsOf(path: string): Stats | undefined {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path);
  } catch {
    return undefined;
  }
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

/** What a report is written in. */
interface Surroundings {
  invocation: Invocation;
  /** Absolute path of the folder that was linted. */
  root: string;
  /** Prints a notice for the user. */
  say: (text: string) => void;
}

/** Writes one report. Returns false where it could not be written. */
function deliver(
  target: Target,
  result: LintResult,
  options: LintCommand,
  { invocation, root, say }: Surroundings,
): boolean {
  const { cwd, env, stdout } = invocation;
  if (target.file === undefined) {
    const colour = wantsColour(stdout, env, options.noColor);
    stdout.write(reportText(target, result, options, colour, stdout.columns ?? DEFAULT_WIDTH));
    return true;
  }
  const path = resolve(cwd, target.file);
  const isInput = result.report.platformFiles.some((file) => join(root, file) === path);
  const refusal = isInput
    ? 'it is a file that was linted'
    : writeReport(path, reportText(target, result, options, false, DEFAULT_WIDTH));
  if (refusal !== undefined) say(`The ${target.format} report could not be written to ${target.file}: ${refusal}.`);
  return refusal === undefined;
}

function reportText(
  { format }: Target,
  result: LintResult,
  options: LintCommand,
  colour: boolean,
  width: number,
): string {
  const { uriPrefix, sarifCategory, quiet, verbose } = options;
  const context = { ...result.context, uriPrefix, ...(sarifCategory !== undefined && { sarifCategory }) };
  switch (format) {
    case 'text':
      return textReport(result.report, context, { colour, width, quiet, verbose });
    case 'sarif':
      return sarifReport(result.report, context);
    case 'json':
      return jsonReport(result.report, context);
  }
}

function exitStatus(
  { report }: LintResult,
  options: LintCommand,
  written: boolean,
  say: (text: string) => void,
): number {
  if (!report.complete || !written) return EXIT.failed;
  const { failOn } = options;
  const counting = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  if (report.findings.some(({ severity }) => counting.includes(severity))) return EXIT.findings;
  if (report.platformFiles.length > 0 || report.services.length > 0) return EXIT.clean;
  say(
    `${options.path} holds no render.yaml, and no Procfile, Dockerfile, package.json with a start script or manage.py ` +
      'to infer a service from.',
  );
  return EXIT.nothing;
}

function placeOf({ file, range }: { file: string; range: { start: { line: number } } }): string {
  return `${file}:${range.start.line}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
