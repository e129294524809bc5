import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import type { Places } from '../places.js';
import type { ImageFiles } from './files.js';

/** What CMD, ENTRYPOINT or RUN runs. */
export type ImageCommand =
  /** Its words, without a shell: nothing in them is expanded. */
  | { is: 'exec'; words: readonly string[]; at: Location }
  /** A text for a shell, such as `/bin/sh -c`. */
  | { is: 'shell'; text: string; places: Places; shell: readonly string[]; at: Location };

/** A command that is run while a stage is built. */
export interface RunStep {
  /** The files of its stage, those of later instructions included, and what is mounted for it. */
  files: ImageFiles;
  /** The same without those of later instructions. */
  before: () => ImageFiles;
  command: ImageCommand;
  /** The folder it runs in: a path of the image without the slash in front; undefined where it cannot be told. */
  folder: string | undefined;
  environment: Environment;
  at: Location;
}
