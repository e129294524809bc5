import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reportedPath } from '../../report/context.js';
import { githubFailure } from '../../report/github.js';
import { markdownFailure } from '../../report/markdown.js';
import type { Problem } from '../../report/problem.js';
import { EXIT } from '../exit.js';
import { UsageError } from '../options.js';
import { ConfigError } from '../settings.js';
import type { Invocation } from '../streams.js';
import { append, outputLines, prefixIn } from './files.js';

/**
 * Says, as annotations and in the summary, why nothing was linted: inputs or a configuration that cannot be used. Returns
 * the exit status. Outputs that would tell of findings stay empty, and nothing is uploaded: that would close every alert.
 *
 * @throws what is a fault inside; the outputs are written all the same
 */
export function reportFailure(error: unknown, { cwd, env, stdout }: Invocation): number {
  append(env.GITHUB_OUTPUT, outputLines({ upload: 'false', 'exit-code': EXIT.failed }));
  const problems = problemsOf(error)?.map((problem) => placed(problem, resolve(cwd, env.INPUT_PATH ?? ''), cwd));
  if (!problems) throw error;
  stdout.write(githubFailure(problems));
  if ((env.INPUT_SUMMARY ?? '').trim().toLowerCase() !== 'false') {
    append(env.GITHUB_STEP_SUMMARY, markdownFailure(problems));
  }
  return EXIT.failed;
}

function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof ConfigError) return error.problems;
  return error instanceof UsageError ? [{ message: error.message }] : undefined;
}

/** A configuration names its files from the folder that is linted, a baseline from the workspace. */
function placed(problem: Problem, folder: string, workspace: string): Problem {
  const { at } = problem;
  if (!at || !existsSync(join(folder, at.file))) return problem;
  const prefix = prefixIn(realpathSync(folder), workspace);
  return { ...problem, at: { ...at, file: reportedPath(at.file, prefix) } };
}
