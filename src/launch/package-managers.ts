import { foldersUp, type Package } from '../code/packages.js';
import { childOf } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { stringAt } from '../syntax/json.js';
import type { Words } from './words.js';

/** What a command of a JavaScript package manager asks for. Words that depend on the shell's variables are undefined. */
export type PackageCommand =
  /** Runs a script of package.json. `orProgram`: without such a script, a program of that name (`yarn vite`). */
  | { asks: 'script'; script: string; args: Words; target: Target; orProgram: boolean }
  | { asks: 'install'; target: Target }
  | { asks: 'program'; words: Words; target: Target }
  /** `pnpm deploy`: copies a package of the workspace, and installs what it needs there. `words`: its options and the folder. */
  | { asks: 'deploy'; words: Words; target: Target }
  /** It concerns no script and builds nothing, such as `npm config`. */
  | { asks: 'nothing' }
  | { asks: 'unknown'; why: string };

export type { Words } from './words.js';

/** Which package it is asked of: that in force in a folder (seen from the working directory), or workspace packages. */
export interface Target {
  folder: string | undefined;
  /** Names or folders of workspace packages; empty for the package in force. */
  packages: readonly string[];
  /** Every package of the workspace that has the script. */
  all: boolean;
}

interface Manager {
  /** Options that are followed by a value. Those not listed stand alone, or have it after `=`. */
  folder: readonly string[];
  workspace: readonly string[];
  all: readonly string[];
  valued: readonly string[];
  run: readonly string[];
  install: readonly string[];
  exec: readonly string[];
  /** Any other word is a script (or program) name. */
  bare: boolean;
  /** Subcommands that are no script, where any other word may be one; or scripts that have a subcommand of their own. */
  others: readonly string[];
}

/**
 * Sources: `npm help 7 config` (npm@11), yarn@1.22 `src/cli/index.js` and yarnpkg.com/cli, pnpm.io/pnpm-cli and
 * pnpm.io/filtering, bun.com/docs/cli/run.
 */
const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: {
    folder: ['--prefix', '-C'],
    workspace: ['-w', '--workspace'],
    all: ['-ws', '--workspaces'],
    valued: ['--loglevel', '--registry', '--cache', '--omit', '--include', '--userconfig'],
    run: ['run', 'run-script', 'rum', 'urn'],
    install: ['install', 'i', 'ci', 'clean-install', 'install-clean', 'add', 'isntall'],
    exec: ['exec', 'x'],
    bare: false,
    others: ['start', 'stop', 'test', 'restart'],
  },
  yarn: {
    folder: ['--cwd'],
    workspace: [],
    all: [],
    valued: [
      '--registry',
      '--network-timeout',
      '--network-concurrency',
      '--mutex',
      '--cache-folder',
      '--modules-folder',
    ],
    run: ['run'],
    install: ['install', 'add'],
    exec: ['exec', 'dlx'],
    bare: true,
    others: ['config', 'set', 'cache', 'global', 'plugin', 'dedupe', 'why', 'info', 'audit'],
  },
  pnpm: {
    folder: ['-C', '--dir', '--prefix'],
    workspace: ['--filter', '-F', '--filter-prod'],
    all: ['-r', '--recursive'],
    valued: ['--loglevel', '--reporter', '--registry', '--store-dir'],
    run: ['run', 'run-script'],
    install: ['install', 'i', 'add'],
    exec: ['exec', 'dlx'],
    bare: true,
    others: ['config', 'store', 'prune', 'rebuild', 'fetch', 'audit', 'why', 'list', 'ls', 'env', 'deploy'],
  },
  bun: {
    folder: ['--cwd'],
    workspace: ['--filter', '-F'],
    all: [],
    valued: ['--config', '-c'],
    run: ['run'],
    install: ['install', 'i', 'add'],
    exec: ['x'],
    bare: true,
    others: ['pm', 'upgrade', 'link', 'test', 'init', 'create'],
  },
};

/** Programs that run another one, taken from a package. */
const RUNNERS = new Set(['npx', 'pnpx', 'bunx']);
const RUNNER_VALUED = new Set(['-p', '--package', '-c', '--call']);

/** Reads the words of a command; undefined where its program is no package manager. */
export function packageCommand(words: Words): PackageCommand | undefined {
  const [program, ...rest] = words;
  if (program === undefined) return undefined;
  if (RUNNERS.has(program)) return { asks: 'program', words: programWords(rest), target: HERE };
  const manager = Object.hasOwn(MANAGERS, program) ? MANAGERS[program] : undefined;
  return manager && managed(program, manager, rest);
}

const HERE: Target = { folder: undefined, packages: [], all: false };

/** The program a runner runs: what follows its own options. With `-c`, a text for a shell. */
function programWords(words: Words): Words {
  let at = 0;
  for (let word = words[at]; word?.startsWith('-') === true; word = words[at]) {
    if (word === '--') return words.slice(at + 1);
    if (word === '-c' || word === '--call') return ['sh', '-c', words[at + 1]];
    at += RUNNER_VALUED.has(word) ? 2 : 1;
  }
  // `npx vite@5 build` runs vite.
  return words.slice(at).map((word, index) => (index === 0 ? word?.replace(/(?<=.)@.*$/, '') : word));
}

function managed(program: string, manager: Manager, rest: Words): PackageCommand {
  const options = readOptions(manager, rest);
  if (options === undefined) return { asks: 'unknown', why: 'the folder or package it runs in depends on a variable' };
  const { target, positional, passed } = options;
  const [command, ...more] = positional;
  if (positional.length === 0) return program === 'yarn' ? { asks: 'install', target } : { asks: 'nothing' };
  if (command === undefined) return { asks: 'unknown', why: `what ${program} is asked for depends on a variable` };
  if (program === 'yarn' && command === 'workspace') {
    const [name] = more;
    if (name === undefined) return { asks: 'unknown', why: 'the package it runs in depends on a variable' };
    return retarget(managed(program, manager, rest.slice(rest.indexOf(name) + 1)), { ...target, packages: [name] });
  }
  if (program === 'yarn' && command === 'workspaces') return yarnWorkspaces(more, target);
  // With names behind it, it adds packages: often a tool, often globally.
  if (manager.install.includes(command)) return more.length > 0 ? { asks: 'nothing' } : { asks: 'install', target };
  if (manager.bare && manager.run.includes(command) && more[0] !== undefined) {
    return ownScript(
      manager,
      rest,
      rest.indexOf(more[0], rest.indexOf(command) + 1),
      program === 'bun' || program === 'yarn',
    );
  }
  if (manager.run.includes(command)) return scriptOf(more, passed, target, program === 'bun');
  // Options of a program that is run by name are its own, so its words are taken as they stand.
  if (manager.exec.includes(command))
    return { asks: 'program', words: programWords(rest.slice(rest.indexOf(command) + 1)), target };
  if (!manager.bare)
    return manager.others.includes(command) ? scriptOf(positional, passed, target, false) : { asks: 'nothing' };
  if (program === 'pnpm' && command === 'deploy') return { asks: 'deploy', words: deployWords(rest, more[0]), target };
  if (manager.others.includes(command)) return { asks: 'nothing' };
  // Bun's own bundler has the name that scripts usually have.
  if (program === 'bun' && command === 'build') {
    return { asks: 'program', words: ['bun', ...rest.slice(rest.indexOf(command))], target };
  }
  return ownScript(manager, rest, rest.indexOf(command), true);
}

/** What `pnpm deploy` leaves out, and the folder it makes, wherever its options stand (https://pnpm.io/cli/deploy). */
function deployWords(rest: Words, folder: string | undefined): Words {
  return [...rest.filter((word) => word !== undefined && /^(?:--prod(?:uction)?(?:=.*)?|-P)$/.test(word)), folder];
}

/** A script by the place of its name: what stands behind that is the script's own. */
function ownScript(manager: Manager, words: Words, at: number, orProgram: boolean): PackageCommand {
  const target = readOptions(manager, words.slice(0, at))?.target ?? HERE;
  const args = words.slice(at + 1);
  return { asks: 'script', script: words[at] ?? '', args, target, orProgram };
}

/**
 * The option that chooses a package where it stands behind the name of a script: pnpm hands it on to the script (measured
 * 2026-11-21, pnpm 9 and 10). The others take theirs anywhere.
 */
export function passedOn(manager: string, args: Words): string | undefined {
  const at = manager === 'pnpm' ? args.findIndex((word) => /^(?:--filter|-F)(?:=|$)/.test(word ?? '')) : -1;
  const [option, value] = at === -1 ? [] : args.slice(at, at + 2);
  return option === undefined || option.includes('=') || value === undefined ? option : `${option} ${value}`;
}

function scriptOf(positional: Words, passed: Words, target: Target, orProgram: boolean): PackageCommand {
  const [script, ...args] = positional;
  if (positional.length === 0) return { asks: 'nothing' };
  if (script === undefined) return { asks: 'unknown', why: 'the name of the script depends on a variable' };
  return { asks: 'script', script, args: [...args, ...passed], target, orProgram };
}

/** `yarn workspaces run build` (1) and `yarn workspaces foreach … run build` (2 and later). */
function yarnWorkspaces(words: Words, target: Target): PackageCommand {
  const run = words.indexOf('run');
  const script = run === -1 ? undefined : words[run + 1];
  if (script === undefined) return { asks: 'unknown', why: 'what yarn runs in the workspaces cannot be read' };
  return { asks: 'script', script, args: words.slice(run + 2), target: { ...target, all: true }, orProgram: false };
}

function retarget(command: PackageCommand, target: Target): PackageCommand {
  return command.asks === 'nothing' || command.asks === 'unknown' ? command : { ...command, target };
}

/** The manager's own options, wherever they stand before `--`; undefined where one that matters has no readable value. */
function readOptions(manager: Manager, words: Words): { target: Target; positional: Words; passed: Words } | undefined {
  const positional: (string | undefined)[] = [];
  const packages: string[] = [];
  let folder: string | undefined;
  let all = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--') return { target: { folder, packages, all }, positional, passed: words.slice(at + 1) };
    if (word?.startsWith('-') !== true) {
      positional.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals === -1 ? word : word.slice(0, equals);
    const value = (): string | undefined => (equals === -1 ? words[++at] : word.slice(equals + 1));
    if (manager.all.includes(name)) all = true;
    else if (manager.folder.includes(name) || manager.workspace.includes(name)) {
      const given = value();
      if (given === undefined) return undefined;
      if (manager.folder.includes(name)) folder = given;
      else packages.push(given);
    } else if (manager.valued.includes(name)) value();
  }
  return { target: { folder, packages, all }, positional, passed: [] };
}

/**
 * Whether a manager runs the scripts named `pre…` and `post…` around another one: yarn does in version 1 only
 * (https://yarnpkg.com/advanced/lifecycle-scripts), pnpm from version 9 on (https://pnpm.io/settings#enableprepostscripts),
 * npm unless scripts are ignored, and `node --run` never.
 */
export function hasLifecycle(repository: Repository, manager: string, own: Package): boolean {
  if (manager === 'node') return false;
  if (manager === 'yarn') return isClassicYarn(repository, own);
  const settings = foldersUp(own.folder).map((folder) => repository.read(childOf(folder, '.npmrc')));
  const says = (line: RegExp): boolean => settings.some((source) => source.is === 'text' && line.test(source.text));
  if (manager === 'npm') return !says(/^ignore-scripts[ \t]*=[ \t]*true/m);
  if (manager !== 'pnpm') return true;
  return !isOldPnpm(repository, own) || says(/^enable-pre-post-scripts[ \t]*=[ \t]*true/m);
}

/** Whether a manager starts server.js, where there is no script start. */
export function hasServerFile(repository: Repository, manager: string, own: Package): boolean {
  return manager === 'npm' || manager === 'pnpm' || (manager === 'yarn' && isClassicYarn(repository, own));
}

/** Whether a package is installed by version 1 of yarn. */
export function isClassicYarn(repository: Repository, { folder, json }: Package): boolean {
  for (const each of foldersUp(folder)) {
    if (repository.lookup(childOf(each, '.yarnrc.yml')).is === 'file') return false;
    const lock = repository.read(childOf(each, 'yarn.lock'));
    if (lock.is === 'text') return !/^__metadata:/m.test(lock.text.slice(0, 1_000));
  }
  return !/^yarn@(?:[2-9]|\d\d)/.test(stringAt(json, 'packageManager') ?? '');
}

function isOldPnpm(repository: Repository, { folder, json }: Package): boolean {
  const named = /^pnpm@(\d+)/.exec(stringAt(json, 'packageManager') ?? '')?.[1];
  if (named !== undefined) return Number(named) < 9;
  for (const each of foldersUp(folder)) {
    const lock = repository.read(childOf(each, 'pnpm-lock.yaml'));
    // Version 9 of pnpm writes version 9 of the file.
    if (lock.is === 'text') return /^lockfileVersion: '?[1-8]\b/m.test(lock.text.slice(0, 1_000));
  }
  return false;
}
