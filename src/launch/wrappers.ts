import type { Words } from './package-managers.js';

/**
 * Programs that run the command behind them and change nothing about what it builds, with those of their options that
 * are followed by a value.
 */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  env: ['-u', '--unset', '-C', '--chdir'],
  'cross-env': [],
  'cross-env-shell': [],
  'env-cmd': ['-f', '--file', '-e', '--environments'],
  dotenv: ['-e', '-c', '-v', '-p'],
  'dotenv-flow': ['-p'],
  exec: [],
  command: [],
  time: [],
  nohup: [],
  nice: ['-n'],
  sudo: ['-u'],
  builtin: [],
};

/** The command without the programs that only wrap it and without the variables they set. */
export function unwrapped(words: Words): Words {
  let rest = words;
  for (;;) {
    const [program = ''] = rest;
    const valued = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
    if (!valued) return rest;
    rest = wrappedCommand(rest.slice(1), valued);
  }
}

function wrappedCommand(words: Words, valued: readonly string[]): Words {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--') return words.slice(at + 1);
    if (word !== undefined && valued.includes(word)) at++;
    else if (word === undefined || !(word.startsWith('-') || /^[A-Za-z_]\w*=/.test(word))) return words.slice(at);
  }
  return [];
}

/**
 * The program a command runs, by its package's own name where it is run by a path into node_modules or through node;
 * otherwise the words as they are. `node --flag node_modules/.bin/vite build` gives `vite build`.
 */
export function namedProgram(words: Words): Words {
  const [program, ...rest] = words;
  if (program === undefined) return words;
  if (program !== 'node' && program !== 'nodejs') return [installedName(program) ?? program, ...rest];
  const at = rest.findIndex((word) => word?.startsWith('-') !== true);
  const name = at === -1 ? undefined : installedName(rest[at] ?? '');
  return name === undefined ? words : [name, ...rest.slice(at + 1)];
}

/** The program behind a path into node_modules: the name in `.bin`, else that of the package. */
function installedName(path: string): string | undefined {
  const [, below] = /(?:^|\/)node_modules\/(.+)$/.exec(path) ?? [];
  if (below === undefined) return undefined;
  const [first = '', second = ''] = below.split('/');
  if (first === '.bin') return second;
  return first.startsWith('@') ? `${first}/${second}` : first;
}
