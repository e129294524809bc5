import type { Environment, Variable } from '../model/process.js';
import type { ShellCommand } from '../syntax/shell.js';
import { extended } from './environment.js';
import type { Place, ShellText } from './flow.js';
import type { Words } from './words.js';

/** A shell as it runs: what `cd`, assignments and the like change. */
export interface Shell {
  /** Undefined where it cannot be decided. */
  folder: string | undefined;
  environment: Environment;
  /** Variables that are not exported. */
  readonly own: Map<string, Variable>;
  readonly functions: Map<string, ShellCommand>;
  args: Words | undefined;
  /** A failure ends the shell (`set -e`). */
  strict: boolean;
  /** Every variable that is set is exported (`set -a`). */
  exports: boolean;
  conditional: boolean;
  /** A `cd` could not be read. */
  isLost: boolean;
  /** A process of its own, started by the shell of the text: nothing in it takes the place of that one. */
  isFork: boolean;
  /** What runs now takes the place of the shell. */
  isReplaced: boolean;
}

/** A shell at the start of a text. */
export function openShell(text: ShellText, place: Place): Shell {
  return {
    folder: place.folder,
    environment: place.environment,
    own: new Map(),
    functions: new Map(),
    args: text.args ?? [],
    strict: text.strict ?? false,
    exports: false,
    conditional: place.conditional,
    isLost: false,
    isFork: false,
    isReplaced: false,
  };
}

/** Sets a variable: one that is in the environment already stays there. */
export function assign(shell: Shell, name: string, variable: Variable): void {
  const isExported = shell.environment.variable(name).is === 'set' && !shell.own.has(name);
  if (isExported || shell.exports) put(shell, name, variable);
  else shell.own.set(name, variable);
}

export function put(shell: Shell, name: string, variable: Variable): void {
  shell.own.delete(name);
  shell.environment = extended(shell.environment, new Map([[name, variable]]));
}

/** The shell as a process of its own. */
export function forked(shell: Shell): Shell {
  return { ...copied(shell), isFork: true };
}

/** The shell whose place the next program takes. */
export function replaced(shell: Shell): Shell {
  return shell.isFork ? shell : { ...shell, isReplaced: true };
}

export function copied(shell: Shell): Shell {
  return { ...shell, own: new Map(shell.own), functions: new Map(shell.functions) };
}

/** The shell after branches of which one has run. What they leave different is not decided. */
export function merge(shell: Shell, ends: readonly Shell[]): void {
  const [first, ...others] = ends;
  if (!first) return;
  if (others.some(({ folder }) => folder !== first.folder)) shell.folder = undefined;
  else shell.folder = first.folder;
  const names = new Set(ends.flatMap((each) => [...each.own.keys(), ...each.environment.names]));
  const changes = new Map<string, Variable>();
  for (const name of names) {
    const values = ends.map((each) => each.own.get(name) ?? each.environment.variable(name));
    const [one] = values;
    if (!one) continue;
    const exported = ends.some((each) => !each.own.has(name) && each.environment.variable(name).is === 'set');
    const merged = values.every((value) => isSame(value, one)) ? one : ({ is: 'unknown', at: one.at } as const);
    if (exported) changes.set(name, merged);
    else shell.own.set(name, merged);
  }
  shell.environment = extended(shell.environment, changes);
  for (const each of ends) for (const [name, body] of each.functions) shell.functions.set(name, body);
}

function isSame(one: Variable, other: Variable): boolean {
  if (one === other) return true;
  if (one.is !== 'set' || other.is !== 'set') return one.is === other.is;
  return one.value.is === 'known' && other.value.is === 'known' && one.value.value === other.value.value;
}
