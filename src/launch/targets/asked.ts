import type { Location } from '../../model/location.js';
import type { Environment, MissingTarget, Target } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import type { KnownProgram } from '../programs/known-program.js';
import type { Words } from '../words.js';

/** What a program is given to run, and what of it is not there. */
export interface FoundTarget {
  target: Target;
  missing?: MissingTarget;
}

/** What a target is found with. */
export interface Asked {
  words: Words;
  folder: string;
  environment: Environment;
  at: Location;
  repository: Repository;
  program: KnownProgram;
}

export const NO_TARGET: FoundTarget = { target: { is: 'none' } };

export function byDefault<T>(value: T, { at, program }: Asked): Value<T> {
  return { is: 'known', value, at, from: { by: 'default', of: program.name, source: program.source } };
}

export function unknown(why: string, at: Location): Value<string> {
  return { is: 'unknown', why, at };
}

export const BY_VARIABLE = 'it depends on a variable';
