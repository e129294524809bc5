import { deliver, type Linted } from './deliver.js';
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

/** Writes the reports, says the remarks, and returns the exit status. */
export function tell({ reports, remarks, status }: Outcome, invocation: Invocation, linted: Linted): number {
  let written = true;
  for (const { text, ...target } of reports) written = deliver(target, text, invocation, linted) && written;
  for (const remark of remarks) speaker(invocation)(remark);
  return written ? status : EXIT.failed;
}
