import type { Location } from '../../../model/location.js';
import type { Variable } from '../../../model/process.js';
import type { Machine } from './machine.js';
import { unknown, type Evaluated } from './values.js';

/** What a program finds under a name in its environment; a value that cannot be read is unknown. */
export type Found = { is: 'set'; value: Evaluated } | { is: 'unset' } | { is: 'unknown'; value: Evaluated };

/** Looks a variable up as the program does at that moment, and notes that it was asked for. */
export function variable(machine: Machine, name: string, at: Location): Found {
  const found = currently(machine, name, at);
  machine.reads.push({ name, found: found.is, at });
  return found;
}

function currently({ changes, environment }: Machine, name: string, at: Location): Found {
  if (!changes.has(name)) return declared(environment.variable(name), name, at);
  const value = changes.get(name);
  return value ? { is: 'set', value } : { is: 'unset' };
}

function declared(variable: Variable, name: string, at: Location): Found {
  if (variable.is === 'unset') return { is: 'unset' };
  if (variable.is === 'unknown') return { is: 'unknown', value: unknown(`${name} may be set elsewhere`, at) };
  const { value } = variable;
  const from = { by: 'variable', name } as const;
  switch (value.is) {
    case 'known':
      return { is: 'set', value: { is: 'string', value: value.value, at: value.at, from } };
    case 'oneOf': {
      const values = value.values.map((one): Evaluated => ({ is: 'string', value: one.value, at: one.at, from }));
      return { is: 'set', value: { is: 'oneOf', values, at: variable.at, from } };
    }
    case 'unknown': {
      const why = `the value of ${name} is not known`;
      return { is: 'set', value: { is: 'unknown', why, at: value.at, from, ...(value.filled && { filled: true }) } };
    }
    case 'absent':
      return { is: 'set', value: { is: 'string', value: '', at: value.at, from } };
  }
}

/** Sets a variable for what runs later; with undefined it is taken out. */
export function setVariable(machine: Machine, name: string, value: Evaluated | undefined): void {
  machine.changes = new Map([...machine.changes, [name, value]]);
}
