import type { BuilderCase } from './run.js';

/** Packages that are installed together, and what is built with them. */
export interface BuilderSet {
  /** The builder's id. */
  builder: string;
  /** `name@version` each. */
  packages: readonly string[];
  /** Their install scripts run, too: one of them brings the program. */
  scripts?: true;
  cases: readonly BuilderCase[];
}
