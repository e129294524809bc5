import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { foldersUp, nearestPackage } from '../../code/packages.js';
import type { FollowedCommand } from '../flow.js';
import { isClassicYarn } from '../package-managers.js';
import { has, option, readOptions, type Options } from '../tools/options.js';
import type { InstallStep, Omission } from './provision.js';

/** A command that installs the packages of a package.json, or adds some. */
export interface NodeInstall extends InstallStep {
  manager: 'npm' | 'pnpm' | 'yarn' | 'berry' | 'bun';
  /** The folder it is run for, relative to the root of the repository. */
  folder: string;
  /** The folder whose package.json counts, where it is not that one. */
  listedIn?: string;
  /** Packages it names; empty where it installs what package.json lists. */
  names: readonly string[];
  global: boolean;
  /** `undefined`: it installs what is listed for development, too; `unknown`: that depends on a variable. */
  omission: Omission | 'unknown' | undefined;
  /** Fails without a lockfile. */
  locked: boolean;
  /** It only removes what is not listed, or left out. */
  prunes: boolean;
  conditional: boolean;
}

interface Words {
  install: readonly string[];
  add: readonly string[];
  prune: readonly string[];
  valued: readonly string[];
  folder: readonly string[];
}

/** Sources: `npm help install` (npm 11), https://classic.yarnpkg.com/en/docs/cli/, https://yarnpkg.com/cli, https://pnpm.io/cli/install, https://bun.com/docs/cli/install. */
const WORDS: Readonly<Record<string, Words>> = {
  npm: {
    install: [
      'install',
      'i',
      'in',
      'ins',
      'inst',
      'isntall',
      'add',
      'ci',
      'clean-install',
      'install-clean',
      'cit',
      'it',
    ],
    add: [],
    prune: ['prune'],
    valued: ['--omit', '--include', '--only', '--also', '-w', '--workspace', '--loglevel', '--registry', '--cache'],
    folder: ['--prefix', '-C'],
  },
  yarn: {
    install: ['install', ''],
    add: ['add', 'global'],
    prune: [],
    valued: [
      '--network-timeout',
      '--cache-folder',
      '--registry',
      '--mutex',
      '--modules-folder',
      '--network-concurrency',
    ],
    folder: ['--cwd'],
  },
  pnpm: {
    install: ['install', 'i', 'add', 'ci'],
    add: [],
    prune: ['prune'],
    valued: ['--filter', '-F', '--store-dir', '--registry', '--reporter', '--loglevel'],
    folder: ['-C', '--dir', '--prefix'],
  },
  bun: {
    install: ['install', 'i', 'add', 'a', 'ci'],
    add: [],
    prune: [],
    valued: ['--omit', '--filter', '-F', '-c', '--config', '--registry', '--backend'],
    folder: ['--cwd'],
  },
};

/** Reads a command as an install; undefined where it is none. */
export function nodeInstall(command: FollowedCommand, repository: Repository): NodeInstall | undefined {
  const [program = '', ...rest] = command.words;
  const words = Object.hasOwn(WORDS, program) ? WORDS[program] : undefined;
  if (!words || (program !== 'yarn' && rest.length === 0)) return undefined;
  const options = readOptions(rest, [...words.valued, ...words.folder]);
  const [verb = '', ...operands] = options.operands;
  if (program === 'pnpm' && verb === 'deploy') return pnpmDeploy(command, options, operands[0], repository);
  const isWorkspace = program === 'yarn' && (verb === 'workspace' || verb === 'workspaces');
  if (isWorkspace && operands.includes('focus')) return yarnFocus(command, options);
  const prunes = words.prune.includes(verb);
  if (!words.install.includes(verb) && !words.add.includes(verb) && !prunes) return undefined;
  const names = prunes
    ? []
    : [...operands, ...(options.rest ?? [])].flatMap((word) => (word === undefined ? '?' : nameOf(word)));
  const manager = managerOf(program, command, repository);
  const folder = names.length > 0 ? folderOf(command, options, words) : command.folder;
  const { at, steps, conditional } = command;
  return {
    name: verb === '' ? program : `${program} ${verb}`,
    manager,
    folder,
    names: verb === 'global' ? names.slice(1) : names,
    global: verb === 'global' || has(options, '-g', '--global') || option(options, '--location').value === 'global',
    omission: omission(manager, options, command, repository),
    locked: isLocked(manager, verb, options),
    prunes,
    at,
    steps,
    conditional,
  };
}

function managerOf(program: string, { folder }: FollowedCommand, repository: Repository): NodeInstall['manager'] {
  if (program === 'npm' || program === 'pnpm' || program === 'bun') return program;
  const own = nearestPackage(repository, folder);
  return own && !isClassicYarn(repository, own) ? 'berry' : 'yarn';
}

/** `yarn workspaces focus --production` installs some packages of a workspace. */
function yarnFocus({ at, steps, folder, conditional }: FollowedCommand, options: Options): NodeInstall {
  const production = has(options, '--production');
  return {
    name: 'yarn workspaces focus',
    manager: 'berry',
    folder,
    names: [],
    global: false,
    omission: production ? { by: 'option', text: '--production', at } : undefined,
    locked: false,
    prunes: false,
    at,
    steps,
    conditional,
  };
}

/**
 * `pnpm deploy`, as it is called in the folder of its package: installs what that needs in the folder it makes
 * (https://pnpm.io/cli/deploy). Only an image has a folder at an absolute path.
 */
function pnpmDeploy(
  command: FollowedCommand,
  options: Options,
  to: string | undefined,
  repository: Repository,
): NodeInstall | undefined {
  const path = to?.startsWith('/') === true ? to.replace(/^\/+/, '') : to && join(command.folder, to);
  if (path === undefined) return undefined;
  return {
    name: 'pnpm deploy',
    manager: 'pnpm',
    folder: path,
    listedIn: command.folder,
    names: [],
    global: false,
    omission: omission('pnpm', options, command, repository),
    locked: false,
    prunes: false,
    at: command.at,
    steps: command.steps,
    conditional: command.conditional,
  };
}

/** The name of a package as it is added: `vite@5`, `@scope/name@^1`; of an address it cannot be told. */
function nameOf(word: string): string {
  if (/^(?:\.|\/|file:|git|https?:|github:)/.test(word)) return '?';
  const [, name] = /^((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(word) ?? [];
  return name ?? '?';
}

/** An install that names packages is followed in the folder it is called from. */
function folderOf({ folder }: FollowedCommand, options: Options, words: Words): string {
  const written = option(options, ...words.folder).value;
  return written === undefined ? folder : (join(folder, written) ?? folder);
}

/**
 * npm ci needs a lockfile, as does pnpm with `--frozen-lockfile` and yarn 2 and later with `--immutable`; yarn 1 and bun
 * do without (measured 2026-11-21 with npm 10.8, pnpm 9.15, yarn 1.22, bun 1.3).
 */
function isLocked(manager: NodeInstall['manager'], verb: string, options: Options): boolean {
  switch (manager) {
    case 'npm':
      return ['ci', 'clean-install', 'install-clean', 'cit'].includes(verb);
    case 'pnpm':
      return (
        verb === 'ci' || (has(options, '--frozen-lockfile') && option(options, '--frozen-lockfile').value !== 'false')
      );
    case 'berry':
      return has(options, '--immutable');
    default:
      return false;
  }
}

// ---- what is left out

/**
 * What makes an install leave out what is listed for development. Measured 2026-11-21: NODE_ENV=production does so with
 * npm 10.8, pnpm 8.15 and 9.15 and yarn 1.22, unless an option says otherwise; bun 1.3 takes no notice of it. Yarn 2 and
 * later have no such option of install (https://yarnpkg.com/cli/install).
 */
function omission(
  manager: NodeInstall['manager'],
  options: Options,
  { at, environment, folder }: FollowedCommand,
  repository: Repository,
): NodeInstall['omission'] {
  if (manager === 'berry') return undefined;
  const written = byOptions(manager, options);
  if (written.includes) return undefined;
  if (written.omits !== undefined) return { by: 'option', text: written.omits, at };
  const variable = byVariables(manager, environment);
  if (variable !== undefined) return variable === 'includes' ? undefined : variable;
  const setting = manager === 'npm' ? bySettings(repository, folder) : undefined;
  if (setting !== undefined) return setting === 'includes' ? undefined : setting;
  return manager === 'bun' ? undefined : byNodeEnv(environment);
}

function byOptions(
  manager: NodeInstall['manager'],
  options: Options,
): { includes: boolean; omits: string | undefined } {
  const valuesOf = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => (options.values.get(name) ?? []).flatMap((value) => value ?? []));
  const production = ['--production', '--prod', ...(manager === 'pnpm' || manager === 'bun' ? ['-P', '-p'] : [])];
  const given = production.find((name) => options.values.has(name));
  const off = given !== undefined && valuesOf(given).at(-1) === 'false';
  const includes =
    off ||
    has(options, '--no-production', '--dev') ||
    valuesOf('--include', '--also').some((value) => value.startsWith('dev'));
  if (given !== undefined && !off) return { includes, omits: given };
  if (valuesOf('--omit').includes('dev')) return { includes, omits: '--omit=dev' };
  // npm takes no notice of any other value, such as that of `--only=production=false` (measured 2026-11-21, npm 11.19).
  const only = valuesOf('--only').find((value) => value === 'prod' || value === 'production');
  return { includes, omits: only === undefined ? undefined : `--only=${only}` };
}

type FromOutside = Omission | 'unknown' | 'includes' | undefined;

/** npm and pnpm take their settings from variables, too (`npm help 7 config`); yarn 1 reads those of npm. */
function byVariables(manager: NodeInstall['manager'], environment: Environment): FromOutside {
  if (manager === 'bun') return undefined;
  const read = (setting: string): { name: string; text: string | undefined; at: Location } | undefined => {
    for (const name of [`npm_config_${setting}`, `NPM_CONFIG_${setting.toUpperCase()}`]) {
      const variable = environment.variable(name);
      if (variable.is !== 'set') continue;
      const text = variable.value.is === 'known' ? variable.value.value : undefined;
      return { name, text, at: variable.at };
    }
    return undefined;
  };
  const include = read('include');
  if (include) return include.text === undefined ? 'unknown' : /\bdev\b/.test(include.text) ? 'includes' : undefined;
  const production = read('production');
  if (production) {
    if (production.text === undefined) return 'unknown';
    return production.text === 'true'
      ? { by: 'variable', text: `${production.name}=true`, at: production.at }
      : 'includes';
  }
  const omit = read('omit');
  if (!omit) return undefined;
  if (omit.text === undefined) return 'unknown';
  return /\bdev\b/.test(omit.text) ? { by: 'variable', text: `${omit.name}=dev`, at: omit.at } : undefined;
}

/** The settings of npm in the folder of the project, or above it. */
function bySettings(repository: Repository, folder: string): FromOutside {
  for (const each of foldersUp(folder)) {
    const file = childOf(each, '.npmrc');
    const source = repository.read(file);
    if (source.is !== 'text') continue;
    if (/^[ \t]*include(?:\[\])?[ \t]*=[ \t]*"?dev\b/m.test(source.text)) return 'includes';
    if (/^[ \t]*production[ \t]*=[ \t]*false\b/m.test(source.text)) return 'includes';
    const [line] =
      /^[ \t]*(?:omit(?:\[\])?[ \t]*=[ \t]*"?dev\b|production[ \t]*=[ \t]*true\b)/m.exec(source.text) ?? [];
    if (line !== undefined) {
      const start = { offset: 0, line: 1, column: 1 };
      return { by: 'setting', text: line.trim(), at: { file, range: { start, end: start } } };
    }
  }
  return undefined;
}

function byNodeEnv(environment: Environment): Omission | 'unknown' | undefined {
  const variable = environment.variable('NODE_ENV');
  if (variable.is === 'unset') return undefined;
  if (variable.is === 'unknown' || variable.value.is !== 'known') return 'unknown';
  return variable.value.value === 'production'
    ? { by: 'variable', text: 'NODE_ENV=production', at: variable.at }
    : undefined;
}
