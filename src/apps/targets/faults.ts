import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { MissingTarget } from '../../model/process.js';
import type { Instead } from './made.js';

/** Which of a service's commands it is. */
export type Phase = 'build' | 'pre-deploy' | 'start';

interface Placed {
  at: Location;
  /** From the command as the platform file has it; the last step is the one at fault. */
  steps: readonly Step[];
}

/** Something that a service's commands need and that is not there when they run. */
export interface Missing extends Placed {
  is: 'missing';
  /**
   * `build`: what a builder would make, for a command that serves it; `settings`: the module of them, for Django;
   * `outside`: a folder that the command goes to, above the root of the repository.
   */
  what:
    | MissingTarget['kind']
    | 'build'
    | 'module'
    | 'settings'
    | 'attribute'
    | 'root'
    | 'dockerfile'
    | 'context'
    | 'source'
    | 'outside';
  phase: Phase;
  /** As the command names it. */
  name: string;
  /** The program that asks for it, where one does. */
  program?: string;
  /** Where it was looked for, relative to the root of the repository. */
  path: string;
  /** The module as a server is given it. */
  module?: string;
  /** An option behind the name of a script that chooses a package only in front of it. */
  passedOn?: string;
  /** The path that differs in letter case only. */
  otherCase?: string;
  /** Names like it that are there: scripts, modules, what a module defines. */
  near: readonly string[];
  /** Paths of the same name in other folders. */
  elsewhere: readonly string[];
  /** What makes certain that no build makes it. */
  because: 'no-build' | 'build-installs' | 'not-built' | 'not-made';
  /** What the build makes instead, where it makes anything. */
  made?: Instead;
  /** The path of the image it was looked for. */
  inImage?: string;
  /** It is in the repository, but a `.dockerignore` leaves it out. */
  ignored?: true;
}

/**
 * What an image lacks that is built from the root: its Dockerfile, with the folder it is built with, or only what is to
 * go into it.
 */
export type ImageBeside = 'dockerfile' | 'files';

/** What is wrong, or not decided, with what a service's commands name. */
export type TargetFault =
  | Missing
  /** The build may make it. `why` is a clause. */
  | ({ is: 'may-be-made'; phase: Phase; name: string; path: string; why?: string } & Placed)
  /** The start command ends and leaves nothing running. `why` is a clause. */
  | ({ is: 'ends'; why: string } & Placed)
  /** A script that is run by its path, and that git records as not executable. */
  | ({ is: 'not-executable'; phase: Phase; path: string } & Placed)
  /** What the commands name is in the folder of the platform file, which is not where they run. */
  | (Omit<Missing, 'is'> & { is: 'beside'; folder: string; image?: ImageBeside })
  /** The started file is outside the folder that the platform takes. */
  | ({ is: 'outside'; root: string; path: string } & Placed)
  /** `why` is a clause. */
  | ({ is: 'undecided'; phase: Phase; why: string } & Placed);
