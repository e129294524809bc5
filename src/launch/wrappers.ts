import type { Words } from './words.js';

/** What a program that runs the command behind it changes. */
export interface Wrapped {
  /** The command; empty where there is none. */
  words: Words;
  /** It is handed to a shell as one text. */
  isText: boolean;
  /** Variables it sets, in order; undefined: to something that cannot be read. */
  sets: readonly (readonly [name: string, text: string | undefined])[];
  unsets: readonly string[];
  /** Only what it sets is in the environment. */
  clears: boolean;
  /** It adds variables from a place that cannot be seen. */
  opens: boolean;
  /** Files of variables, the first to set one counting most. */
  files: readonly VariableFile[];
  folder: string | undefined;
}

/** A file that a command reads variables from. */
export interface VariableFile {
  path: string | undefined;
  /** Its variables count more than those there are. */
  overrides: boolean;
  /** The command goes on without it. */
  optional: boolean;
  /** The part of a file of several environments. */
  part?: string;
}

interface Wrapper {
  /** Options that are followed by a value. Those not listed stand alone, or have it after `=`. */
  valued?: readonly string[];
  /** The command stands behind this word. */
  subcommand?: string;
  /** How many words stand between the options and the command. */
  operands?: number;
  /** Words such as `NAME=value` before the command set variables. */
  assigns?: boolean;
  /** Options with a folder to run in. */
  folder?: readonly string[];
  /** Options with a file of variables; `default` is read without them. */
  file?: { options: readonly string[]; default?: string; overrides: boolean };
  /** Options that turn round whether files override. */
  turns?: readonly string[];
  /** Options with a text for a shell in place of a command. */
  text?: readonly string[];
  /** The command is handed to a shell. */
  shell?: boolean;
  opens?: boolean;
  /** Options with a variable: `-u NAME`, and `-v NAME=value`. */
  unset?: readonly string[];
  set?: readonly string[];
  clear?: readonly string[];
}

/** Taken from each program's own help or manual. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  env: {
    valued: ['-S', '--split-string'],
    assigns: true,
    folder: ['-C', '--chdir'],
    unset: ['-u', '--unset'],
    clear: ['-i', '--ignore-environment', '-'],
  },
  'cross-env': { assigns: true },
  'cross-env-shell': { assigns: true, shell: true },
  'env-cmd': {
    valued: ['-r', '--rc-file'],
    file: { options: ['-f', '--file'], default: '.env', overrides: true },
    turns: ['--no-override'],
  },
  dotenv: {
    valued: ['-p'],
    file: { options: ['-e'], default: '.env', overrides: false },
    turns: ['-o', '--override'],
    set: ['-v'],
  },
  'dotenv-flow': { valued: ['-p'], opens: true },
  dotenvx: {
    subcommand: 'run',
    valued: ['-fk', '--env-keys-file', '--convention'],
    file: { options: ['-f', '--env-file'], default: '.env', overrides: false },
    turns: ['-o', '--overload'],
    set: ['-e', '--env'],
  },
  doppler: {
    subcommand: 'run',
    valued: ['-p', '--project', '-c', '--config', '-t', '--token', '--scope', '--mount', '--fallback'],
    text: ['--command'],
    opens: true,
  },
  infisical: {
    subcommand: 'run',
    valued: ['-e', '--env', '--path', '--token', '--projectId', '--tags', '--domain'],
    text: ['-c', '--command'],
    opens: true,
  },
  op: { subcommand: 'run', valued: ['--account'], file: { options: ['--env-file'], overrides: true }, opens: true },
  exec: { valued: ['-a'] },
  command: {},
  builtin: {},
  time: { valued: ['-f', '-o'] },
  nohup: {},
  setsid: {},
  nice: { valued: ['-n', '--adjustment'] },
  ionice: { valued: ['-c', '-n', '--class', '--classdata'] },
  stdbuf: { valued: ['-i', '-o', '-e'] },
  unbuffer: {},
  'xvfb-run': { valued: ['-s', '--server-args', '-n', '--server-num', '-e', '--error-file', '-f', '-p', '-w'] },
  sudo: { valued: ['-u', '--user', '-g', '--group', '-C', '-h', '-p'], assigns: true },
  timeout: { valued: ['-s', '--signal', '-k', '--kill-after'], operands: 1 },
  tini: { valued: ['-p', '-e'] },
  'dumb-init': { valued: ['-r', '--rewrite'] },
  catatonit: {},
  gosu: { operands: 1 },
  'su-exec': { operands: 1 },
  's6-setuidgid': { operands: 1 },
  setpriv: { valued: ['--reuid', '--regid', '--groups', '--inh-caps', '--bounding-set'] },
  'with-contenv': {},
  'newrelic-admin': { subcommand: 'run-program' },
  'ddtrace-run': {},
  'opentelemetry-instrument': {
    valued: [
      '--traces_exporter',
      '--metrics_exporter',
      '--logs_exporter',
      '--service_name',
      '--exporter_otlp_endpoint',
    ],
  },
  'sentry-cli': { subcommand: 'exec' },
  bundle: { subcommand: 'exec' },
  conda: { subcommand: 'run', valued: ['-n', '--name', '-p', '--prefix', '--cwd'] },
  su: { valued: ['-s', '--shell', '-g', '--group'], text: ['-c', '--command'], operands: 1 },
  mise: { subcommand: 'exec' },
  asdf: { subcommand: 'exec' },
  uvx: { valued: ['--from', '--with', '--python', '-p', '--index-url'] },
  pipx: { subcommand: 'run', valued: ['--spec', '--python'] },
};

/** The command without the program that wraps it, one layer; undefined where there is none. */
export function unwrapped(words: Words): Wrapped | undefined {
  const [program = '', ...rest] = words;
  const wrapper = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
  if (!wrapper) return undefined;
  if (program === 'dotenv' && firstOperand(rest, ['-f', '--file']) === 'run') return read(PYTHON_DOTENV, rest);
  return read(wrapper, program === 'env-cmd' ? environmentWords(rest) : rest);
}

/** The dotenv of python-dotenv, which has a subcommand. */
const PYTHON_DOTENV: Wrapper = {
  subcommand: 'run',
  file: { options: ['-f', '--file'], default: '.env', overrides: true },
  turns: ['--no-override'],
};

function firstOperand(words: Words, valued: readonly string[]): string | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word !== undefined && valued.includes(word)) at++;
    else if (word?.startsWith('-') !== true) return word;
  }
  return undefined;
}

/** `env-cmd -e production` reads the part of that name of .env-cmdrc.json; up to version 8, a file stands without `-f`. */
function environmentWords(words: Words): Words {
  if (/(?:^|[./])env(?:\.[\w.-]+)?$/.test(words[0] ?? '')) return ['-f', ...words];
  const at = words.findIndex((word) => word === '-e' || word === '--environments');
  if (at === -1) return words;
  return [...words.slice(0, at), '-f', `.env-cmdrc.json#${words[at + 1] ?? ''}`, ...words.slice(at + 2)];
}

function read(wrapper: Wrapper, words: Words): Wrapped | undefined {
  const sets: [string, string | undefined][] = [];
  const unsets: string[] = [];
  const paths: (string | undefined)[] = [];
  let clears = false;
  let folder: string | undefined;
  let turned = false;
  let cascade: string | undefined;
  let awaited = wrapper.subcommand;
  let operands = wrapper.operands ?? 0;
  const result = (command: Words, isText: boolean): Wrapped => ({
    words: command,
    isText,
    sets,
    unsets,
    clears,
    opens: wrapper.opens ?? false,
    files: filesOf(wrapper, paths, cascade, turned),
    folder,
  });
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--' && awaited === undefined) return result(words.slice(at + 1), wrapper.shell ?? false);
    if (word === undefined) return awaited === undefined ? result(words.slice(at), wrapper.shell ?? false) : undefined;
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const name = equals === -1 ? word : word.slice(0, equals);
    const value = (): string | undefined => (equals === -1 ? words[++at] : word.slice(equals + 1));
    if (wrapper.clear?.includes(name)) clears = true;
    else if (wrapper.unset?.includes(name)) unsets.push(value() ?? '');
    else if (wrapper.set?.includes(name)) sets.push(assignment(value()));
    else if (wrapper.folder?.includes(name)) folder = value();
    else if (wrapper.file?.options.includes(name)) paths.push(value());
    else if (wrapper.turns?.includes(name)) turned = true;
    else if (wrapper.text?.includes(name)) return result([value()], true);
    else if (wrapper.file?.options.includes('-e') && name === '-c') {
      // dotenv-cli: `-c production` reads four files; a value that is a command's name is none.
      const next = words[at + 1];
      cascade = next !== undefined && !next.startsWith('-') ? (at++, next) : '';
    } else if (wrapper.valued?.includes(name)) value();
    else if (word.startsWith('-')) continue;
    else if (awaited !== undefined) {
      if (word !== awaited) return undefined;
      awaited = undefined;
    } else if (wrapper.assigns && /^[A-Za-z_]\w*=/.test(word)) sets.push(assignment(word));
    else if (operands > 0) operands--;
    else return result(words.slice(at), wrapper.shell ?? false);
  }
  return awaited === undefined ? result([], false) : undefined;
}

function assignment(word = ''): [string, string | undefined] {
  const equals = word.indexOf('=');
  return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function filesOf(
  { file }: Wrapper,
  paths: readonly (string | undefined)[],
  cascade: string | undefined,
  turned: boolean,
): readonly VariableFile[] {
  if (!file) return [];
  const overrides = file.overrides !== turned;
  const written = paths.length > 0 ? paths : file.default === undefined ? [] : [file.default];
  const optional = true;
  return written.flatMap((path): VariableFile[] => {
    const [name, part] = path?.split('#') ?? [];
    if (cascade === undefined) return [{ path: name, overrides, optional, ...(part !== undefined && { part }) }];
    const names = cascade === '' ? ['.local', ''] : [`.${cascade}.local`, '.local', `.${cascade}`, ''];
    return names.map((ending) => ({ path: `${name ?? ''}${ending}`, overrides, optional }));
  });
}

/**
 * The program a command runs, by its own name where it is run by a path into node_modules, a virtual environment or a
 * system folder, or through node; otherwise the words as they are. `node --flag node_modules/.bin/vite build` gives
 * `vite build`.
 */
export function namedProgram(words: Words): Words {
  const [program, ...rest] = words;
  if (program === undefined) return words;
  const name = installedName(program);
  if (name !== 'node' && name !== 'nodejs') return name === undefined ? words : [name, ...rest];
  const at = rest.findIndex((word) => word?.startsWith('-') !== true);
  const installed = at === -1 ? undefined : packageProgram(rest[at] ?? '');
  return installed === undefined ? ['node', ...rest] : [installed, ...rest.slice(at + 1)];
}

function installedName(path: string): string | undefined {
  if (!path.includes('/')) return commonName(path);
  const [, system] = /^(?:\/usr|\/usr\/local|\/opt\/[\w./-]+)?\/s?bin\/([\w.-]+)$/.exec(path) ?? [];
  const [, virtual] = /(?:^|\/)(?:\.?v?env|vendor|\.venv[\w-]*|venv[\w-]*)\/bin\/([\w.-]+)$/.exec(path) ?? [];
  const name = packageProgram(path) ?? system ?? virtual ?? /(?:^|\/)bin\/(rails|rake)$/.exec(path)?.[1];
  return name === undefined ? undefined : commonName(name);
}

/** The name without its version: `python3.12` is python. */
function commonName(name: string): string {
  if (name === 'nodejs') return 'node';
  return /^(?:python|pip)\d/.test(name) ? name.slice(0, name.startsWith('pip') ? 3 : 6) : name;
}

/** The program behind a path into node_modules: the name in `.bin`, else that of the package. */
function packageProgram(path: string): string | undefined {
  const [, below] = /(?:^|\/)node_modules\/(.+)$/.exec(path) ?? [];
  if (below === undefined) return undefined;
  const [first = '', second = ''] = below.split('/');
  if (first === '.bin') return second;
  return first.startsWith('@') ? `${first}/${second}` : first;
}
