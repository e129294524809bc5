import type { Step, TextEdit } from './finding.js';
import type { Location } from './location.js';
import type { Value } from './value.js';

/** How a worker of gunicorn answers requests. `other`: a class that is not known. */
export type WorkerKind = 'sync' | 'gthread' | 'async' | 'other';

/** What gunicorn is set to, over all places that set it. */
export interface GunicornSettings {
  /** How long a worker may be silent before it is killed, in milliseconds; Infinity is "never". */
  timeout: Value<number>;
  /** The worker class as it is named; of threads, `gthread`. */
  workerClass: Value<string>;
  /** What it is set to where it is set, with the setting itself; a default has no edit. */
  setTimeout?: (seconds: number) => readonly TextEdit[] | undefined;
  /** The command that starts it. */
  at: Location;
  steps: readonly Step[];
  /** It runs only on a condition that is not decided. */
  conditional: boolean;
  /** Why settings may differ from these: each a clause with its place. */
  gaps: readonly { why: string; at: Location }[];
}
