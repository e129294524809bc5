import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';

/** A package or module from outside the repository that a program loads when it starts. */
export interface Loaded {
  /** The name of a package of npm, or the first part of that of a Python module. */
  name: string;
  at: Location;
  /** The imports that lead there. */
  steps: readonly Step[];
  /** The folder of the file that imports it. */
  folder: string;
}
