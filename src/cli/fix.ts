import { planFixes, type SkippedFix } from '../fixes/plan.js';
import { lint, type LintOptions, type LintResult } from '../index.js';
import type { Fix } from '../model/finding.js';
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
 * Fixes what can be fixed, in memory, until nothing more can. A round whose texts would hold more errors than before is
 * not taken.
 */
export async function fixAll(
  repository: Repository,
  first: LintResult,
  wanted: Fix['safety'],
  options: LintOptions,
): Promise<FixOutcome> {
  const texts = new Map<string, string>();
  let result = first;
  let fixed = 0;
  let skipped: readonly SkippedFix[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const plan = planFixes(result.report.findings, wanted, result.context.source);
    ({ skipped } = plan);
    if (plan.files.size === 0) break;
    const next = new Map(texts);
    for (const [file, { after }] of plan.files) next.set(file, after);
    const rerun = await lint(withTexts(repository, next), options);
    if (errors(rerun) > errors(result)) {
      const why = 'With it the file would hold more errors than before, so it is left out. Please report this.';
      skipped = [...skipped, ...plan.applied.map(({ finding }) => ({ finding, why }))];
      break;
    }
    for (const [file, text] of next) texts.set(file, text);
    fixed += plan.applied.length;
    result = rerun;
  }
  return { result, changes: changesOf(texts, first), fixed, skipped };
}

function errors({ report }: LintResult): number {
  return report.findings.filter(({ severity }) => severity === 'error').length;
}

function changesOf(texts: ReadonlyMap<string, string>, first: LintResult): FixOutcome['changes'] {
  const entries = [...texts].map(
    ([file, after]) => [file, { before: first.context.source(file) ?? '', after }] as const,
  );
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
