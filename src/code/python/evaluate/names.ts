import type { Location } from '../../../model/location.js';
import type { Binding, Doubt, Names } from './shapes.js';
import { oneOf, unknown, written } from './values.js';

export type { Binding, Names, Read } from './shapes.js';

export function newNames(around?: Names): Names {
  return { bindings: new Map(), open: undefined, around };
}

/** What is to be kept of names while one branch is tried. */
export interface Snapshot {
  bindings: ReadonlyMap<string, Binding>;
  open: Doubt | undefined;
}

export function snapshot({ bindings, open }: Names): Snapshot {
  return { bindings: new Map(bindings), open };
}

export function restore(names: Names, { bindings, open }: Snapshot): void {
  names.bindings = new Map(bindings);
  names.open = open;
}

/** The names after one of several branches, whichever it was. */
export function merged(branches: readonly Snapshot[], at: Location): Snapshot {
  const [first, ...others] = branches;
  if (!first || others.length === 0) return first ?? { bindings: new Map(), open: undefined };
  const open = branches.find((branch) => branch.open)?.open;
  const bindings = new Map<string, Binding>();
  for (const name of new Set(branches.flatMap((branch) => [...branch.bindings.keys()]))) {
    const found = branches.map((branch) => branch.bindings.get(name) ?? absentFrom(branch, at));
    const [one] = found;
    if (one) bindings.set(name, found.every((other) => other === one) ? one : joined(found, at));
  }
  return { bindings, open };
}

function absentFrom({ open }: Snapshot, at: Location): Binding {
  const value = open ? unknown(open.why, open.at) : written({ is: 'undefined' }, at);
  return { value, statements: [], reads: [] };
}

function joined(found: readonly Binding[], at: Location): Binding {
  return {
    value: oneOf(
      found.map(({ value }) => value),
      at,
    ),
    statements: [...new Set(found.flatMap(({ statements }) => statements))],
    reads: [...new Set(found.flatMap(({ reads }) => reads))],
  };
}

/** Makes names doubtful: something may have given any of them another value. */
export function openUp(names: Names, doubt: Doubt): void {
  names.open = doubt;
  for (const [name, binding] of names.bindings) {
    const { value } = binding;
    // What is imported or defined is not what such a thing sets.
    if (value.is === 'module' || value.is === 'external' || value.is === 'function' || value.is === 'class') continue;
    names.bindings.set(name, { ...binding, value: oneOf([value, unknown(doubt.why, doubt.at)], value.at) });
  }
}

/** Finds a name here or around; undefined where nothing gave it a value. */
export function lookUp(names: Names, name: string): Binding | undefined {
  for (let here: Names | undefined = names; here; here = here.around) {
    const binding = here.bindings.get(name);
    if (binding) return binding;
    if (here.open) return { value: unknown(here.open.why, here.open.at), statements: [], reads: [] };
  }
  return undefined;
}
