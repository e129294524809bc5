import type { Step, TextEdit } from './finding.js';
import type { Location } from './location.js';
import type { Value } from './value.js';

/** What gunicorn is set to, over all places that set it. */
export interface GunicornSettings {
  /** How long a worker may be silent before it is killed, in milliseconds; Infinity is "never". */
  timeout: Value<number>;
  /** What it is where nothing sets it, in milliseconds. */
  defaultTimeout: number;
  /** How long open requests may take after SIGTERM, in milliseconds. */
  gracefulTimeout: Value<number>;
  /** The worker class as it is named; `gthread` where threads make it that. */
  workerClass: Value<string>;
  /** Sets the timeout, in seconds; undefined where its place does not allow it. */
  setTimeout(seconds: number): readonly TextEdit[] | undefined;
  /** The command that starts it. */
  at: Location;
  steps: readonly Step[];
  /** It runs only on a condition that is not decided. */
  conditional: boolean;
  /** Why settings may differ from these: each a clause with its place. */
  gaps: readonly { why: string; at: Location }[];
}
