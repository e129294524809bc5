import type { Location } from '../../src/model/location.js';
import type { Environment, Launch, Process, Program, Variable } from '../../src/model/process.js';
import { place } from './model.js';

/** An environment with these variables; the others are not set. */
export function environment(
  variables: Readonly<Record<string, Variable>> = {},
  at = place('render.yaml'),
): Environment {
  return {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined) ?? { is: 'unset', at },
    names: Object.keys(variables).sort(),
  };
}

export function program(words: readonly (string | undefined)[], over: Partial<Program> = {}): Program {
  return { name: words[0] ?? '', words, role: 'server', target: { is: 'none' }, ...over };
}

/** A process that one step leads to, at the same place. */
export function process(own: Program, at: Location, over: Partial<Process> = {}): Process {
  const words = `the start command runs \`${own.words.join(' ')}\``;
  return {
    program: own,
    folder: '',
    environment: environment(),
    steps: [{ at, words }],
    at,
    conditional: false,
    ...over,
  };
}

export function launched(over: Partial<Launch> = {}): Launch {
  return { processes: [], before: [], gaps: [], folder: '', ...over };
}
