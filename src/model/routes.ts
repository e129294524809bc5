import type { Step } from './finding.js';
import type { Location } from './location.js';

/** One path that a program answers. */
export interface AppRoute {
  /** Upper case, or `ALL`. */
  method: string;
  /** With every prefix it is mounted under; a parameter is `:name`, the rest of a path `*`. */
  path: string;
  at: Location;
  /** Something stands before it that may refuse the request: authentication, a guard. */
  guarded: boolean;
  /** The status codes its handler answers with, where they can all be read. */
  statuses?: readonly number[];
}

/** The routes of a process. `complete`: these are all it answers. */
export interface Routes {
  routes: readonly AppRoute[];
  complete: boolean;
  /** Why they may not be all, a clause. */
  why?: string;
  steps: readonly Step[];
}
