import type { Location } from '../../model/location.js';
import type { Places } from '../places.js';

/** What CMD, ENTRYPOINT or RUN runs. */
export type ImageCommand =
  /** Its words, without a shell: nothing in them is expanded. */
  | { is: 'exec'; words: readonly string[]; at: Location }
  /** A text for a shell, such as `/bin/sh -c`. */
  | { is: 'shell'; text: string; places: Places; shell: readonly string[]; at: Location };
