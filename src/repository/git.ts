import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join as joinOnDisk } from 'node:path';
import { GIT_MAX_OUTPUT_BYTES, GIT_TIMEOUT_MS } from './limits.js';
import { codeOf, reasonOf } from './reason.js';

export type GitOutput =
  | { is: 'answered'; output: Buffer }
  /** `why` is a clause. */
  | { is: 'failed'; why: string }
  /** More than the limit. */
  | { is: 'tooMuch'; why: string };

/**
 * Asks git a question in a folder on disk, within limits of time and size, so that it only reads: no hook, no helper
 * program, no network. `root` is an absolute path, `maxBytes` the longest answer.
 */
export function askGit(root: string, words: readonly string[], maxBytes = GIT_MAX_OUTPUT_BYTES): GitOutput {
  // Windows looks for a program in the working directory first, and a git.exe of the repository must not run.
  const cwd = dirname(process.execPath);
  const { error, status, stdout, stderr } = spawnSync('git', ['-C', root, ...READ_ONLY, ...words], {
    cwd,
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: GIT_TIMEOUT_MS,
    killSignal: 'SIGKILL',
    maxBuffer: maxBytes,
    windowsHide: true,
  });
  if (error !== undefined) {
    return { is: codeOf(error) === 'ENOBUFS' ? 'tooMuch' : 'failed', why: whyNotRun(error) };
  }
  if (status !== 0) {
    return { is: 'failed', why: `git refused: ${firstLine(stderr.toString()) || 'it gave no reason'}` };
  }
  return { is: 'answered', output: stdout };
}

/** Whether a folder is in a work tree of git, so that there is something to ask. */
export function isInWorkTree(folder: string): boolean {
  return workTreeOf(folder) !== undefined;
}

/** The top of the work tree that a folder is in. */
export function workTreeOf(folder: string): string | undefined {
  if (existsSync(joinOnDisk(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : workTreeOf(above);
}

/**
 * The switches keep a hostile .git/config from starting programs: core.fsmonitor names one that every listing runs.
 * Replacements would show other objects than those that were asked for.
 */
const READ_ONLY = [
  ...['--no-pager', '--no-replace-objects'],
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
] as const;

/** In a git hook these point at the repository that is committed to, which need not be the one under lint. */
const OF_ANOTHER_REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX'];

function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_ANOTHER_REPOSITORY.includes(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone fetches what it lacks, with a command its own configuration can name.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}

const NOT_RUN: Readonly<Record<string, string>> = {
  ENOENT: 'git is not installed',
  ETIMEDOUT: `git took longer than ${GIT_TIMEOUT_MS / 1000} seconds`,
  ENOBUFS: 'git lists too many files',
};

function whyNotRun(error: Error): string {
  return NOT_RUN[codeOf(error) ?? ''] ?? `git did not run: ${reasonOf(error)}`;
}

function firstLine(stderr: string): string {
  const line = stderr.split('\n').find((each) => each.startsWith('fatal: ')) ?? stderr.split('\n', 1)[0] ?? '';
  return line.replace(/^fatal: /, '').trim();
}
