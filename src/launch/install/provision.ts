import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';

/** A command that installs packages. */
export interface InstallStep {
  /** As it is called: `npm ci`, `pip install`. */
  name: string;
  at: Location;
  steps: readonly Step[];
}

/** Whether something is installed when a command runs. */
export type Provision =
  /** `by`: the package that brings it; `at`: where that is listed, or what installs it. */
  | { is: 'yes'; by: string; at: Location }
  | { is: 'no'; lack: Lack }
  /** `why` is a clause. */
  | { is: 'unknown'; why: string; at: Location };

/** Why something is not installed. */
export type Lack =
  /**
   * No command installs packages of its kind, in this folder where one is named. `listedIn`: the list that has it and
   * that nothing installs. `others`: something else is installed.
   */
  | { is: 'no-install'; package: string; folder: string; listedIn: string | undefined; others: boolean }
  /** It is installed, but in a folder where the command does not look. */
  | { is: 'other-folder'; package: string; folders: readonly string[] }
  /** It is listed for development only, and the install leaves that out. */
  | { is: 'omitted'; package: string; listedAt: Location; list: string; install: InstallStep; omission: Omission }
  /** It is in no list of what is installed. */
  | { is: 'not-listed'; package: string; file: string; line: string };

/** What makes an install leave out what is listed for development; the text as it is written, such as `--omit=dev`. */
export interface Omission {
  by: 'option' | 'variable' | 'setting';
  text: string;
  at: Location;
}

/** An install that cannot do its work. */
export interface FailingInstall {
  install: InstallStep;
  /** Where the file is looked for. */
  folder: string;
  /** The package that it is run in, where that is one of the workspace whose root `folder` is. */
  member?: string;
  /** It needs one of these files, and there is none. */
  needs: readonly string[];
  /** The command that does without. */
  instead: string;
}
