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
import { deliver, type Style } from './deliver.js';
import { EXIT } from './exit.js';
import { folderAt, nothingIn } from './folder.js';
import type { LintCommand, Target } from './options.js';
import { speaker, type Invocation } from './streams.js';

/** Lints, fixes where asked, writes every report, and returns the exit status. */
export async function runLint(options: LintCommand, invocation: Invocation): Promise<number> {
  const root = folderAt(resolve(invocation.cwd, options.path), options.path);
  const say = speaker(invocation);
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
  const inputs = result.report.platformFiles.map((file) => join(root, file));
  for (const target of options.targets) {
    if (options.dryRun && target.file === undefined) continue;
    const textOf = (style: Style): string => reportText(target, result, options, style);
    written = deliver(target, textOf, options.noColor, invocation, inputs) && written;
  }
  return exitStatus(result, options, written, say);
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

function reportText({ format }: Target, result: LintResult, options: LintCommand, style: Style): string {
  const { uriPrefix, sarifCategory, quiet, verbose } = options;
  const context = { ...result.context, uriPrefix, ...(sarifCategory !== undefined && { sarifCategory }) };
  switch (format) {
    case 'text':
      return textReport(result.report, context, { ...style, quiet, verbose });
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
  say(nothingIn(options.path));
  return EXIT.nothing;
}

function placeOf({ file, range }: { file: string; range: { start: { line: number } } }): string {
  return `${file}:${range.start.line}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
