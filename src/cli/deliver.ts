import { resolve } from 'node:path';
import { realPlace } from '../repository/named-path.js';
import type { Target } from './options.js';
import { speaker, wantsColour, type Invocation } from './streams.js';
import { writeReport } from './write-report.js';

/** Columns of a text that goes to a file or a pipe. */
const DEFAULT_WIDTH = 100;

/** How a text is to look. `width` in columns. */
export interface Style {
  colour: boolean;
  width: number;
}

/** What was read: the real path of the repository, and the absolute paths of files in it. */
export interface Linted {
  root: string;
  files: readonly string[];
}

/** How a text looks where a target goes. */
export function styleOf({ file }: Target, noColor: boolean, { env, stdout }: Invocation): Style {
  if (file !== undefined) return { colour: false, width: DEFAULT_WIDTH };
  return { colour: wantsColour(stdout, env, noColor), width: stdout.columns ?? DEFAULT_WIDTH };
}

/**
 * Writes a report to standard output or to its file. Returns false, and says why, where it could not be written. A report
 * never replaces what was linted.
 */
export function deliver(
  { format, file }: Target,
  text: string,
  invocation: Invocation,
  { root, files }: Linted,
): boolean {
  if (file === undefined) {
    invocation.stdout.write(text);
    return true;
  }
  invocation.beforeWriting?.();
  const path = resolve(invocation.cwd, file);
  const refusal = files.includes(realPlace(path) ?? path)
    ? 'it is a file that was linted'
    : writeReport(path, text, root);
  if (refusal !== undefined) speaker(invocation)(`The ${format} report could not be written to ${file}: ${refusal}.`);
  return refusal === undefined;
}
