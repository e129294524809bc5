import type { FailingInstall, Lack } from '../../launch/install/provision.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';

/** Which of a service's commands it is. */
export type Phase = 'build' | 'pre-deploy' | 'start';

/** Something that a service's commands, or the code they start, cannot do without. */
export interface Want {
  what: 'program' | 'module';
  /** As the command or the import names it. */
  name: string;
  /** The package that has it. */
  package: string;
  /** The line for the list that lacks it, where it lacks it. */
  line?: string;
  /** The package manager that the command is called with. */
  manager?: string;
  phase: Phase;
  at: Location;
  /** From the command as the platform file has it. */
  steps: readonly Step[];
}

interface Placed {
  at: Location;
  steps: readonly Step[];
}

/** What is wrong, or not decided, with what a service needs and what is installed for it. */
export type DependencyFault =
  /**
   * One cause, with all that is wanting for it. `build`: where the build command is written; `dockerfile`: what installs
   * instead.
   */
  | ({
      is: 'missing';
      lack: Lack;
      wants: readonly Want[];
      phase: Phase;
      build: Location | undefined;
      dockerfile?: string;
    } & Placed)
  | ({ is: 'failing'; failing: FailingInstall; phase: Phase; dockerfile?: string } & Placed)
  /** `why` is a clause; without a name, nothing that it needs is decided. */
  | ({ is: 'undecided'; name: string | undefined; why: string } & Placed);

/** How many of them are decided. */
export function certainFaults(faults: readonly DependencyFault[]): number {
  return faults.filter((each) => each.is !== 'undecided').length;
}
