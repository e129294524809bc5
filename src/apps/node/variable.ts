import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import type { Value } from '../../model/value.js';

/** The first of these variables that is set. */
export function variableOf(
  environment: Environment,
  names: readonly string[] | undefined,
  at: Location,
): Value<string> {
  for (const name of names ?? []) {
    const variable = environment.variable(name);
    if (variable.is === 'unknown') return { is: 'unknown', why: `${name} may be set in the dashboard`, at };
    if (variable.is === 'unset' || variable.value.is === 'absent') continue;
    const { value } = variable;
    if (value.is !== 'known') return { is: 'unknown', why: `the value of ${name} is not known`, at: variable.at };
    if (value.value !== '') return { ...value, at: variable.at, from: { by: 'variable', name } };
  }
  return { is: 'absent', at, ...(names && names.length > 0 && { unless: names }) };
}
