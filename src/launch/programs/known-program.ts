import type { Role } from '../../model/process.js';

/** How the words of a program tell what it runs. */
export type FindTarget =
  | { by: 'none' }
  /** A file; `fallbacks` are tried in order without one. */
  | { by: 'file'; options?: readonly string[]; fallbacks?: readonly string[] }
  /** A folder whose files are served. */
  | { by: 'folder'; options?: readonly string[]; fallback: string }
  /** `module:attribute`. */
  | {
      by: 'object';
      attribute?: string;
      options?: readonly string[];
      folders?: readonly string[];
      factory?: readonly string[];
      /** Without a colon, the attribute stands behind the last dot: `server.app`. */
      dotted?: true;
    }
  /** Found by rules of the program's own. */
  | { by: 'node' | 'nest' | 'python' | 'manage' | 'flask' | 'gunicorn' | 'uwsgi' | 'java' };

/** A program that is known by its name. */
export interface KnownProgram {
  /** As its users call it. */
  name: string;
  /** The words it is called with: its own name, and what tells its commands apart. */
  calls: readonly (readonly string[])[];
  role: Role;
  target: FindTarget;
  /** Options that are followed by a value; for `object`, those that are not. */
  options?: readonly string[];
  /** Options that turn a server into one for development. */
  development?: readonly string[];
  /** Options with which it goes on in the background. */
  detaches?: readonly string[];
  /** Where it is documented. */
  source: string;
}

/** Its words name nothing of the repository. */
export const NONE: FindTarget = { by: 'none' };

type More = Partial<Pick<KnownProgram, 'options' | 'development' | 'detaches'>>;

/** A row of the tables; `calls` are separated by commas. */
export function known(
  name: string,
  role: Role,
  calls: string,
  target: FindTarget,
  source: string,
  more: More = {},
): KnownProgram {
  return { name, calls: calls.split(', ').map((call) => call.split(' ')), role, target, source, ...more };
}
