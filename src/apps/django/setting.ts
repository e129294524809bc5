import type { Location } from '../../model/location.js';
import type { Value } from '../../model/value.js';

/** A setting of Django, as it is in the process. */
export interface Setting<T> {
  name: string;
  /** Absent: nothing sets it, and Django's default counts. */
  value: Value<T>;
  /** Where it gets its value, else line 1 of the settings module. One line. */
  at: Location;
  /** The statements that make it, in order. */
  statements: readonly Location[];
  /** Variables that these statements asked for and that nothing sets. */
  unset: readonly string[];
}
