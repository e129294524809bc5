import { deliver } from './deliver.js';
import { EXIT } from './exit.js';
import type { Target } from './options.js';
import { speaker, type Invocation } from './streams.js';

/** All that a run has to tell. */
export interface Outcome {
  reports: readonly (Target & { text: string })[];
  /** Sentences for standard error. */
  remarks: readonly string[];
  /** The exit status, once all of it is told. */
  status: number;
}

/** Writes the reports, says the remarks, and returns the exit status. `inputs` are absolute paths of what was read. */
export function tell({ reports, remarks, status }: Outcome, invocation: Invocation, inputs: readonly string[]): number {
  let written = true;
  for (const { text, ...target } of reports) written = deliver(target, text, invocation, inputs) && written;
  for (const remark of remarks) speaker(invocation)(remark);
  return written ? status : EXIT.failed;
}
