import { lint, onlyNewIn, openCommit, type LintOptions, type LintResult } from '../index.js';
import { ConfigError, settingsFor, type SettingsSource } from './settings.js';

export interface Comparison {
  /** A commit, branch or tag. */
  ref: string;
  /** What the settings of both trees are read from. */
  source: SettingsSource;
  options: LintOptions;
  say: (text: string) => void;
}

/**
 * Leaves out what was found before the change: the tree of the commit is linted as this one was, under the configuration
 * that it had itself, so that a finding which is no longer ignored counts as new.
 */
export async function onlyNewSince(result: LintResult, comparison: Comparison): Promise<LintResult> {
  const { ref, source, options, say } = comparison;
  const base = openCommit(source.root, ref, { notice: say });
  if (base.is === 'failed') return onlyNewIn(result, { why: base.why });
  const { repository } = base;
  try {
    const settings = await settingsFor(repository, source);
    return onlyNewIn(result, await lint(repository, { ...options, settings }));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // What the change repairs cannot be used: today's configuration stands in for it.
    return onlyNewIn(result, await lint(repository, options));
  }
}
