import { planFixes, type FixPlan, type SkippedFix } from '../fixes/plan.js';
import { lint, type LintOptions, type LintResult } from '../index.js';
import type { Finding, Fix } from '../model/finding.js';
import { withTexts } from '../repository/overlay.js';
import type { Repository } from '../repository/repository.js';

/** Fixes can make room for others. ESLint takes as many rounds (eslint@10 lib/linter/linter.js, MAX_AUTOFIX_PASSES). */
const MAX_ROUNDS = 10;

export interface FixOutcome {
  /** The run over the fixed texts. */
  result: LintResult;
  /** The files that change, by path. Nothing is written yet. */
  changes: ReadonlyMap<string, { before: string; after: string }>;
  fixed: number;
  skipped: readonly SkippedFix[];
}

/**
 * Fixes what can be fixed, in memory, until nothing more can. A fix whose text would hold more errors than before, or
 * would not parse, is left out.
 */
export async function fixAll(
  repository: Repository,
  first: LintResult,
  wanted: Fix['safety'],
  options: LintOptions,
): Promise<FixOutcome> {
  const texts = new Map<string, string>();
  const refused: SkippedFix[] = [];
  let result = first;
  let fixed = 0;
  let skipped: readonly SkippedFix[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const from = { repository, texts, result, options };
    const taken = await takeRound(from, fixable(result, refused), wanted, refused);
    ({ skipped } = taken.plan);
    if (!taken.rerun) break;
    for (const [file, { after }] of taken.plan.files) texts.set(file, after);
    fixed += taken.plan.applied.length;
    result = taken.rerun;
  }
  return { result, changes: changesOf(texts, first), fixed, skipped: [...skipped, ...refused] };
}

/** Where a round starts: the texts so far, and the run over them. */
interface Round {
  repository: Repository;
  texts: ReadonlyMap<string, string>;
  result: LintResult;
  options: LintOptions;
}

/**
 * Plans the fixes of these findings. `rerun` is the run over the outcome; undefined where there is nothing to do. Where
 * the outcome is worse, each fix is tried alone, and those that are at fault are added to `refused`.
 */
async function takeRound(
  from: Round,
  findings: readonly Finding[],
  wanted: Fix['safety'],
  refused: SkippedFix[],
): Promise<{ plan: FixPlan; rerun?: LintResult }> {
  const plan = planFixes(findings, wanted, from.result.context.source);
  if (plan.files.size === 0) return { plan };
  const rerun = await runWith(from, plan);
  if (!isWorse(rerun, from.result)) return { plan, rerun };
  const good: Finding[] = [];
  for (const { finding } of plan.applied) {
    const alone = planFixes([finding], wanted, from.result.context.source);
    if (plan.applied.length > 1 && !isWorse(await runWith(from, alone), from.result)) good.push(finding);
    else refused.push({ finding, why: 'With it the file would hold more errors than before, so it is left out.' });
  }
  if (good.length === 0 || good.length === plan.applied.length) return { plan: NO_PLAN };
  return takeRound(from, good, wanted, refused);
}

const NO_PLAN: FixPlan = { applied: [], skipped: [], files: new Map() };

function runWith({ repository, texts, options }: Round, { files }: FixPlan): Promise<LintResult> {
  const next = new Map(texts);
  for (const [file, { after }] of files) next.set(file, after);
  return lint(withTexts(repository, next), options);
}

/** More errors, or more files that do not parse: one must not be traded for the other. */
function isWorse(after: LintResult, before: LintResult): boolean {
  return errors(after) > errors(before) || unparsed(after) > unparsed(before);
}

function errors({ report }: LintResult): number {
  return report.findings.filter(({ severity }) => severity === 'error').length;
}

function unparsed({ report }: LintResult): number {
  return report.notifications.filter(({ id }) => id === 'unparsed-file').length;
}

/** A fix that was refused once is not tried again: its finding is still there, at a place that may have moved. */
function fixable({ report }: LintResult, refused: readonly SkippedFix[]): readonly Finding[] {
  return report.findings.filter(
    ({ rule, message }) =>
      !refused.some(({ finding }) => finding.rule === rule && finding.message.found === message.found),
  );
}

function changesOf(texts: ReadonlyMap<string, string>, first: LintResult): FixOutcome['changes'] {
  const entries = [...texts].map(
    ([file, after]) => [file, { before: first.context.source(file) ?? '', after }] as const,
  );
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
