import type { Location } from '../model/location.js';
import type { Variable } from '../model/process.js';
import type { ShellCommand } from '../syntax/shell.js';
import { extended } from './environment.js';
import { NOTHING, writtenVariable, type Flow, type Place } from './flow.js';
import { assign, put, replaced, type Shell } from './shell-state.js';
import type { Words } from './words.js';

/** What commands of the shell itself ask of the shell that runs them. */
export interface BuiltinShell {
  /** Follows the words of one command, in this shell. */
  words(words: Words, at: Location, shell: Shell, raw: string): Promise<Flow>;
  /** Follows the words of a command that is no function. */
  program(words: Words, at: Location, place: Place): Promise<Flow>;
  /** A test, by its words. */
  tested(words: Words, shell: Shell): Flow;
  /** The place of a command, with its step; undefined where its folder cannot be decided. */
  at(at: Location, shell: Shell, raw: string): Place | undefined;
  /** Changes the folder; a gap where that is not possible. */
  cd(raw: string, path: string | undefined, at: Location, shell: Shell): Promise<Flow>;
  /** `source x.sh`: the commands of a file, in this shell. */
  source(name: string | undefined, args: Words, at: Location, shell: Shell): Promise<Flow>;
  /** Takes in the variables of a file; of one that cannot be told, any may be set. */
  exportFile(path: string | undefined, at: Location, shell: Shell): void;
  /** `eval`: a text for the same shell. */
  evaluated(text: string, at: Location, place: Place): Promise<Flow>;
  /** A command as it is written. */
  written(command: { start: number; end: number }): string;
  gap(why: string, at: Location, place: Place): Flow;
}

/** What a command of the shell itself is given. */
interface Builtin {
  words: Words;
  raw: Extract<ShellCommand, { is: 'simple' }>;
  changes: readonly (readonly [string, Variable])[];
  shell: Shell;
  at: Location;
  run: BuiltinShell;
}

type BuiltinRun = (call: Builtin) => Flow | Promise<Flow>;

const ends: BuiltinRun = () => NOTHING;
const tests: BuiltinRun = () => ({ is: 'test' });

const compares: BuiltinRun = ({ words, shell, run }) =>
  run.tested(words.at(-1) === ']' ? words.slice(0, -1) : words, shell);

/** `$(grep -v '^#' .env | xargs)`. Bounded, so that the time of a long command grows with its length only. */
const ENVIRONMENT_FILE = /\$\([^()]{0,500}?((?:(?<![\w-])(?:[\w-]+\/){1,9})?\.env[\w.-]{0,40})[^)]{0,500}\)/;

const declares: BuiltinRun = ({ words, raw, changes, shell, at, run }) => {
  if (words.includes(undefined)) {
    const [, file] = ENVIRONMENT_FILE.exec(run.written(raw)) ?? [];
    run.exportFile(file, at, shell);
  }
  for (const [name, variable] of changes) put(shell, name, variable);
  for (const word of words) {
    if (word === undefined || word.startsWith('-')) continue;
    const [name = '', text] = word.split('=', 2);
    if (text !== undefined) put(shell, name, writtenVariable(text, at));
    else {
      const own = shell.own.get(name);
      if (own) put(shell, name, own);
    }
  }
  return NOTHING;
};

const declaresOwn: BuiltinRun = ({ changes, shell }) => {
  for (const [name, variable] of changes) assign(shell, name, variable);
  return NOTHING;
};

const changesFolder: BuiltinRun = ({ words, raw, shell, at, run }) => {
  const index = words.findIndex((word) => word?.startsWith('-') !== true || word === '-');
  const written = raw.words[index + 1]?.raw ?? '';
  return run.cd(written, index === -1 ? '~' : words[index], at, shell);
};

const sources: BuiltinRun = ({ words, shell, at, run }) => run.source(words[0], words.slice(1), at, shell);

/** The commands of the shell itself, by name. */
export const BUILTINS: Readonly<Record<string, BuiltinRun>> = {
  ...Object.fromEntries(
    [
      'echo',
      'printf',
      ':',
      'true',
      'umask',
      'ulimit',
      'alias',
      'trap',
      'shopt',
      'hash',
      'return',
      'break',
      'continue',
      'popd',
      'read',
      'type',
      'fg',
      'jobs',
      'disown',
      'kill',
      'getopts',
    ].map((name) => [name, ends]),
  ),
  test: compares,
  '[': compares,
  false: () => ({ is: 'test', result: false }),
  which: tests,
  cd: changesFolder,
  pushd: changesFolder,
  chdir: changesFolder,
  export: declares,
  declare: declaresOwn,
  typeset: declaresOwn,
  local: declaresOwn,
  readonly: declaresOwn,
  let: declaresOwn,
  source: sources,
  '.': sources,
  wait: () => ({ is: 'waits' }),
  exit: ({ at }) => ({ is: 'exit', at }),
  unset({ words, shell, at }) {
    for (const word of words) if (word?.startsWith('-') === false) put(shell, word, { is: 'unset', at });
    return NOTHING;
  },
  shift({ words, shell }) {
    const count = words.length === 0 ? 1 : Number(words[0]);
    shell.args = Number.isInteger(count) ? shell.args?.slice(count) : undefined;
    return NOTHING;
  },
  set({ words, shell }) {
    const divider = words.indexOf('--');
    if (divider !== -1) shell.args = words.slice(divider + 1);
    const options = divider === -1 ? words : words.slice(0, divider);
    const isStrict = (word = ''): boolean => /^-[a-z]+$/.test(word) && word.includes('e');
    if (options.some(isStrict) || options.includes('errexit')) shell.strict = true;
    if (options.some((word) => /^\+[a-z]*e/.test(word ?? ''))) shell.strict = false;
    if (options.some((word) => /^-[a-z]*a/.test(word ?? '')) || options.includes('allexport')) shell.exports = true;
    if (options.some((word) => /^\+[a-z]*a/.test(word ?? ''))) shell.exports = false;
    return NOTHING;
  },
  async exec({ words, raw, changes, shell, at, run }) {
    // `exec > log` and `exec 2>&1` only redirect.
    if (words.length === 0) return NOTHING;
    const rest = words[0] === '-a' ? words.slice(2) : words[0] === '-c' || words[0] === '-l' ? words.slice(1) : words;
    const inner = { ...replaced(shell), environment: extended(shell.environment, new Map(changes)) };
    return { is: 'replaces', flow: await run.words(rest, at, inner, run.written(raw)) };
  },
  async eval({ words, raw, shell, at, run }) {
    const place = run.at(at, shell, run.written(raw));
    if (words.includes(undefined)) return place ? run.gap('what eval runs depends on a variable', at, place) : NOTHING;
    return place ? run.evaluated(words.join(' '), at, place) : NOTHING;
  },
  async command({ words, raw, shell, at, run }) {
    if (words[0] === '-v' || words[0] === '-V') return { is: 'test' };
    const place = run.at(at, shell, run.written(raw));
    return place ? run.program(words, at, place) : NOTHING;
  },
};
