import { resolve } from 'node:path';
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

/**
 * Writes a report to standard output or to its file. Returns false, and says why, where it could not be written. `inputs`
 * are absolute paths of what was read: a report never replaces them.
 */
export function deliver(
  { format, file }: Target,
  textOf: (style: Style) => string,
  noColor: boolean,
  invocation: Invocation,
  inputs: readonly string[],
): boolean {
  const { cwd, env, stdout } = invocation;
  if (file === undefined) {
    stdout.write(textOf({ colour: wantsColour(stdout, env, noColor), width: stdout.columns ?? DEFAULT_WIDTH }));
    return true;
  }
  invocation.beforeWriting?.();
  const path = resolve(cwd, file);
  const refusal = inputs.includes(path)
    ? 'it is a file that was linted'
    : writeReport(path, textOf({ colour: false, width: DEFAULT_WIDTH }));
  if (refusal !== undefined) speaker(invocation)(`The ${format} report could not be written to ${file}: ${refusal}.`);
  return refusal === undefined;
}
