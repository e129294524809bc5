import type { Visit } from './visits.js';

/** What shows the faults of one rule. */
export interface RuleReproductions {
  /** The rule's id. */
  rule: string;
  /** How it is visited and what then happens, in a sentence or two. */
  how: string;
  /** They mostly wait, and are run at the same time. */
  together?: boolean;
  /** They take long and little of the machine: those of the other rules are run meanwhile. */
  meanwhile?: boolean;
  cases: readonly Reproduction[];
}

/** One fault that a rule finds, to be run for real before and after it is repaired. */
export interface Reproduction {
  /** Tells it from the others of its rule. */
  title: string;
  /** A fixture, as `<rule>/<name>`, or a small repository: text by path. */
  repository: string | Readonly<Record<string, string>>;
  /** The name of the service that is run; absent: the first of the file. */
  service?: string;
  /** The status that its visitors get while the fault is there. */
  status: number;
  /** `safe` and `unsafe`: the rule's own fix. Otherwise the change that the rule's page tells. */
  repair: 'safe' | 'unsafe' | Change;
  /** Made anew for each reproduction: what the first visit learns, the second may use. */
  visit: () => Visit;
  /** What its result depends on, by the names of {@link versionOf}. */
  versions: readonly string[];
  /** Part of the run that belongs to every change. */
  quick?: boolean;
  /** The service gets traffic only while its health check is answered as the platform wants. */
  healthChecked?: boolean;
  /** A version before it runs, and answers 200, until this one gets the traffic. */
  isUpdate?: boolean;
  /** Its successor, which answers 200, gets the requests once this one takes no connections. */
  isReplaced?: boolean;
  /** The value of PORT, where a repository counts on the platform's usual one; absent: one that is free. */
  port?: number;
  /** It finds an empty PostgreSQL. */
  hasDatabase?: boolean;
  /** It runs as the first process of a container: of a process namespace of its own. */
  inContainer?: boolean;
  /** The packages of its package.json are installed as its build command says, and no others are there. */
  installs?: boolean;
  /** It finds newer packages of Python than Debian's. */
  isNewer?: boolean;
}

export interface Change {
  /** What is changed, as a part of a sentence. */
  told: string;
  /** `from` is replaced, once; a file that is not there is made of `to`. */
  edits: readonly { file: string; from?: string; to: string }[];
}
