import { lint, onlyNewIn, openCommit, type LintOptions, type LintResult } from '../index.js';
import { ConfigError, settingsFor } from './settings.js';

export interface Comparison {
  /** A commit, branch or tag. */
  ref: string;
  /** The real path of the repository. */
  root: string;
  cwd: string;
  config?: string;
  /** In place of what the configurations say. */
  platform?: string;
  options: LintOptions;
  say: (text: string) => void;
}

/**
 * Leaves out what was found before the change: the tree of the commit is linted as this one was, under the configuration
 * that it had itself, so that a finding which is no longer ignored counts as new.
 */
export async function onlyNewSince(result: LintResult, comparison: Comparison): Promise<LintResult> {
  const { ref, root, cwd, config, platform, options, say } = comparison;
  const base = openCommit(root, ref, { notice: say });
  if (base.is === 'failed') return onlyNewIn(result, { why: base.why });
  const { repository } = base;
  try {
    const settings = await settingsFor(repository, { root, cwd, ...(config !== undefined && { config }) });
    return onlyNewIn(
      result,
      await lint(repository, { ...options, settings: { ...settings, ...(platform !== undefined && { platform }) } }),
    );
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // What the change repairs cannot be used: today's configuration stands in for it.
    return onlyNewIn(result, await lint(repository, options));
  }
}
