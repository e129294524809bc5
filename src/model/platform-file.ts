import type { Fix } from './finding.js';
import type { Location } from './location.js';
import type { EnvGroup, Service, Store } from './service.js';

/** What every problem of a platform file carries. */
interface ProblemBase {
  at: Location;
  /** The entry it stands in, in words, such as "web service `api`" or "database `db`"; empty for the file itself. */
  owner: string;
  fixes: readonly Fix[];
  /**
   * What the platform does with it, as far as it is documented. Left out: it refuses the file or the entry.
   * `unclear`: documented as wrong, but not what follows. `lost`: accepted, and what is written has no effect.
   * `none`: it does what is meant all the same.
   */
  effect?: 'unclear' | 'lost' | 'none';
  /** What to do, a sentence, where the kind of problem does not tell. */
  remedy?: string;
}

/**
 * Something in a platform file that its platform refuses, ignores or reads otherwise than it is meant.
 * Facts only: how bad it is and what to say is the rule's judgement.
 */
export type Problem = ProblemBase &
  /**
   * `why` is a clause after the file's name. `unreadable`: the operating system refuses; `refused`: it is no file we read;
   * `too-large`: it is beyond a limit of ours, and may be right.
   */
  (
    | { problem: 'unread'; reason: 'unreadable' | 'refused' | 'too-large'; why: string }
    | { problem: 'syntax'; why: string }
    | { problem: 'wrong-type'; key: string; expected: string; got: string }
    /** A plain value that YAML reads as a boolean or number (`reads`) where the platform takes text. */
    | { problem: 'unquoted'; key: string; value: string; reads: string }
    | { problem: 'unknown-key'; key: string; allowed: readonly string[]; meant?: string }
    /** The key exists, but not here; `belongs` says where, such as "a static site" or "envVars". */
    | { problem: 'misplaced-key'; key: string; belongs: string }
    | { problem: 'repeated-key'; key: string; first: Location }
    /** `key` is the name of the variable. */
    | { problem: 'repeated-variable'; key: string; first: Location }
    | { problem: 'missing-key'; key: string; allowed: readonly string[] }
    | { problem: 'refused-value'; key: string; value: string; allowed: readonly string[]; meant?: string }
    /** A value outside a numeric or textual limit; `limit` is a phrase such as "at least 1". */
    | { problem: 'out-of-limit'; key: string; value: string; limit: string }
    /** Two things that do not go together; `because` is a sentence. */
    | { problem: 'conflict'; key: string; other: string; because: string }
    /** A variable takes its value from what its name does not mean. */
    | { problem: 'unfit-source'; key: string; because: string }
    | { problem: 'unresolved-reference'; name: string; to: string }
    | { problem: 'wrong-reference'; name: string; expected: string; got: string; actual: Location }
    | { problem: 'duplicate-name'; name: string; first: Location }
    /**
     * The key, or this value of it, has a newer name. `replacement` is written as code. `keptOnly`: accepted only where it is
     * in force already.
     */
    | { problem: 'deprecated'; key: string; value?: string; replacement: string; keptOnly?: true }
    /** Accepted, but without effect; `because` is a sentence. */
    | { problem: 'ignored'; key: string; because: string }
    | { problem: 'placeholder'; key: string; value: string }
    | { problem: 'file-name'; expected: string }
  );

/** One platform file as read. A file with errors still yields what it can. */
export interface PlatformFile {
  platform: string;
  file: string;
  /** Line 1 of the file. */
  at: Location;
  /** It did not parse to its end: no rule but the one for the file itself speaks on it. */
  partial: boolean;
  services: readonly Service[];
  stores: readonly Store[];
  groups: readonly EnvGroup[];
  problems: readonly Problem[];
}
