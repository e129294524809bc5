import type { BuilderCase } from './run.js';

/** Packages that are installed together, and what is built with them. */
export interface BuilderSet {
  /** The builder's id. */
  builder: string;
  /** `name@version` each. */
  packages: readonly string[];
  cases: readonly BuilderCase[];
}
