import { textOf, type Evaluated } from '../../code/python/evaluate/values.js';
import type { Location } from '../../model/location.js';
import type { Value } from '../../model/value.js';
import { inDictionary } from './dictionaries.js';
import type { SettingsHolder } from './settings-holder.js';
import { secondsOf, switchOf } from './texts.js';

/** One entry of DATABASES. */
export interface DatabaseSetting {
  alias: string;
  /** Where the entry gets its value. */
  at: Location;
  engine: Value<string>;
  /** Seconds that a connection is kept; Infinity where it is never closed, absent where that is not set. */
  maxAge: Value<number>;
  healthChecks: Value<boolean>;
  /** Where `maxAge` is written. */
  maxAgeAt: Location;
}

export function databasesOf(held: SettingsHolder): readonly DatabaseSetting[] {
  const value = held.binding('DATABASES')?.value;
  if (value?.is !== 'dictionary') return [];
  return value.entries.flatMap(({ key, value: one }) =>
    one.is === 'dictionary' ? [databaseOf(String(key), one)] : [],
  );
}

function databaseOf(alias: string, held: Evaluated): DatabaseSetting {
  const entry = (name: string): Evaluated => inDictionary(held, name);
  const age = entry('CONN_MAX_AGE');
  return {
    alias,
    at: held.at,
    engine: textOf(entry('ENGINE')),
    maxAge: age.is === 'undefined' ? { is: 'absent', at: held.at } : secondsOf(age),
    healthChecks: switchOf(entry('CONN_HEALTH_CHECKS')),
    maxAgeAt: age.is === 'undefined' ? held.at : age.at,
  };
}
