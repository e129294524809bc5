import type { Location } from '../../model/location.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { FollowedCommand } from '../flow.js';
import { has, readOptions, type Options } from '../tools/options.js';
import { pipfileListing, projectListing, type Lists } from './projects.js';
import type { InstallStep } from './provision.js';
import {
  doubtful,
  joined,
  normalised,
  NOTHING_LISTED,
  operandListing,
  requirementsIn,
  type Listing,
} from './requirements.js';

/** A command that installs Python packages, and what it asks for. */
export interface PythonInstall extends InstallStep {
  manager: 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'hatch' | 'rye';
  /** The folder it is run in. */
  folder: string;
  listing: Listing;
  conditional: boolean;
}

const PIP_VALUED = [
  ...['-r', '--requirement', '-c', '--constraint', '-e', '--editable', '-t', '--target', '-i', '--index-url'],
  ...[
    '--extra-index-url',
    '-f',
    '--find-links',
    '--prefix',
    '--root',
    '--python',
    '-p',
    '--only-binary',
    '--no-binary',
  ],
  ...[
    '--timeout',
    '--retries',
    '--trusted-host',
    '--cache-dir',
    '--platform',
    '--python-version',
    '--upgrade-strategy',
  ],
  ...['--proxy', '--progress-bar', '--extra', '--group', '--index-strategy', '--src', '--config-settings', '-C'],
];

const MANAGER_VALUED = [
  ...[
    '--with',
    '--without',
    '--only',
    '-E',
    '--extras',
    '--extra',
    '--group',
    '--no-group',
    '--only-group',
    '-G',
    '-p',
  ],
  ...[
    '--python',
    '--package',
    '--no-extra',
    '--categories',
    '--index',
    '-i',
    '--no-install-package',
    '--without-group',
  ],
];

/** Reads a command as an install; undefined where it is none. */
export async function pythonInstall(
  command: FollowedCommand,
  repository: Repository,
): Promise<PythonInstall | undefined> {
  const called = pipWords(command) ?? managerWords(command);
  if (!called) return undefined;
  const { at, steps, conditional, folder } = command;
  const listing = await called.listing(repository);
  return { name: called.name, manager: called.manager, folder, listing, at, steps, conditional };
}

interface Called {
  name: string;
  manager: PythonInstall['manager'];
  listing(repository: Repository): Promise<Listing>;
}

// ---- pip, and uv's and pip-tools' forms of it

function pipWords({ words, folder, at }: FollowedCommand): Called | undefined {
  const [program, first, second] = words;
  const isUv = program === 'uv' && first === 'pip';
  const verb = isUv ? second : program === 'pip-sync' ? 'sync' : first;
  if (program !== 'pip' && program !== 'pip-sync' && !isUv) return undefined;
  if (verb !== 'install' && verb !== 'sync') return undefined;
  const rest = words.slice(isUv ? 3 : program === 'pip-sync' ? 1 : 2);
  const name = isUv ? `uv pip ${verb}` : program === 'pip-sync' ? 'pip-sync' : 'pip install';
  const listing = async (repository: Repository): Promise<Listing> => {
    const options = readOptions(rest, PIP_VALUED);
    if (options.operands.includes(undefined))
      return joined([doubtful(`what \`${name}\` installs depends on a variable`, at), await given()]);
    return given();
    async function given(): Promise<Listing> {
      const files = [...valuesOf(options, '-r', '--requirement'), ...(verb === 'sync' ? options.operands : [])];
      const named = [...(verb === 'sync' ? [] : options.operands), ...valuesOf(options, '-e', '--editable')];
      const listings = [
        ...files.map((file) => fileListing(repository, folder, file, at)),
        ...named.flatMap((word) => (word === undefined ? [] : operandListing(word, folder, at))),
      ];
      return withProjects(repository, joined(listings));
    }
  };
  return { name, manager: isUv ? 'uv' : 'pip', listing };
}

function fileListing(repository: Repository, folder: string, file: string | undefined, at: Location): Listing {
  const path = file === undefined ? undefined : join(folder, file);
  if (file === undefined || path === undefined) return doubtful('which file it installs from cannot be told', at);
  // pip and uv take a project's file, too: `uv pip install -r pyproject.toml`.
  const [, project] = /^(.*?)\/?(?:pyproject\.toml|setup\.py|setup\.cfg)$/.exec(path) ?? [];
  if (project !== undefined) return { ...NOTHING_LISTED, projects: [{ folder: project, extras: [], at }] };
  return requirementsIn(repository, path, at);
}

/** Adds what projects that are installed by their folder list themselves. */
async function withProjects(repository: Repository, listing: Listing): Promise<Listing> {
  const own = await Promise.all(
    listing.projects.map(({ folder, extras }) =>
      projectListing(repository, folder, { main: true, extras, groups: () => false }),
    ),
  );
  return joined([listing, ...own]);
}

// ---- managers of projects

function managerWords({ words, folder, at }: FollowedCommand): Called | undefined {
  const [program = '', verb = '', ...rest] = words;
  const name = `${program} ${verb}`;
  const options = readOptions(rest, MANAGER_VALUED);
  const project = (manager: PythonInstall['manager'], lists: Lists): Called => ({
    name,
    manager,
    listing: async (repository) =>
      withProjects(repository, await projectListing(repository, projectFolder(repository, folder), lists)),
  });
  const added = (manager: PythonInstall['manager']): Called => ({
    name,
    manager,
    listing: async (repository) => {
      const lists: Lists = { main: true, extras: [], groups: () => true };
      const own =
        manager === 'pipenv'
          ? await pipfileListing(repository, folder, true)
          : await projectListing(repository, projectFolder(repository, folder), lists);
      return joined([
        own,
        ...options.operands.flatMap((word) =>
          word === undefined ? doubtful('what it adds depends on a variable', at) : operandListing(word, folder, at),
        ),
      ]);
    },
  });
  switch (program) {
    case 'poetry':
      return verb === 'install' || verb === 'sync'
        ? project('poetry', poetryLists(options))
        : verb === 'add'
          ? added('poetry')
          : undefined;
    case 'uv':
      if (verb === 'run') return undefined;
      return verb === 'sync' ? project('uv', uvLists(options)) : verb === 'add' ? added('uv') : undefined;
    case 'pdm':
      return ['install', 'sync', 'update'].includes(verb)
        ? project('pdm', pdmLists(options))
        : verb === 'add'
          ? added('pdm')
          : undefined;
    case 'rye':
    case 'hatch':
      return verb === 'sync' || verb === 'env' || verb === 'run' ? project(program, ALL) : undefined;
    case 'pipenv':
      return pipenvWords(name, verb, options, folder, at);
    default:
      return setupWords(words, folder);
  }
}

const ALL: Lists = { main: true, extras: 'all', groups: () => true };

/** The nearest folder with a pyproject.toml: managers look further up. */
function projectFolder(repository: Repository, folder: string): string {
  let each = folder;
  while (repository.lookup(childOf(each, 'pyproject.toml')).is !== 'file') {
    if (each === '') return folder;
    each = each.includes('/') ? each.slice(0, each.lastIndexOf('/')) : '';
  }
  return each;
}

/** https://python-poetry.org/docs/cli/#install */
function poetryLists(options: Options): Lists {
  const only = namesIn(options, '--only');
  const without = namesIn(options, '--without');
  const withGroups = namesIn(options, '--with');
  const noDevelopment = has(options, '--no-dev');
  const every = has(options, '--all-groups');
  return {
    main: only.length === 0 || only.includes('main'),
    extras: has(options, '--all-extras') ? 'all' : namesIn(options, '-E', '--extras'),
    groups: (name, optional) => {
      if (only.length > 0) return only.includes(normalised(name));
      if (without.includes(normalised(name)) || (noDevelopment && name === 'dev')) return false;
      return every || !optional || withGroups.includes(normalised(name));
    },
  };
}

/** https://docs.astral.sh/uv/concepts/projects/sync/: the group `dev` is installed unless it is left out. */
function uvLists(options: Options): Lists {
  const groups = namesIn(options, '--group', '--only-group');
  const without = namesIn(options, '--no-group');
  const noDevelopment = has(options, '--no-dev') || has(options, '--no-default-groups');
  const isOnly = has(options, '--only-group', '--only-dev');
  return {
    main: !isOnly,
    extras: has(options, '--all-extras') ? 'all' : namesIn(options, '--extra'),
    groups: (name) => {
      if (without.includes(normalised(name))) return false;
      return groups.includes(normalised(name)) || has(options, '--all-groups') || (name === 'dev' && !noDevelopment);
    },
  };
}

/** https://pdm-project.org/latest/reference/cli/#install */
function pdmLists(options: Options): Lists {
  const groups = namesIn(options, '-G', '--group', '--with');
  const production = has(options, '--prod', '--production', '--no-dev');
  const every = groups.includes('all');
  return {
    main: true,
    extras: every ? 'all' : groups,
    groups: (name, optional) => !production && (!optional || every || groups.includes(normalised(name))),
  };
}

function pipenvWords(name: string, verb: string, options: Options, folder: string, at: Location): Called | undefined {
  if (verb !== 'install' && verb !== 'sync') return undefined;
  return {
    name,
    manager: 'pipenv',
    listing: async (repository) => {
      const files = valuesOf(options, '-r', '--requirements').map((file) => fileListing(repository, folder, file, at));
      const named = options.operands.flatMap((word) => (word === undefined ? [] : operandListing(word, folder, at)));
      const own = files.length > 0 ? [] : [await pipfileListing(repository, folder, has(options, '--dev', '-d'))];
      return joined([...own, ...files, ...named]);
    },
  };
}

/** `python setup.py install` */
function setupWords(words: FollowedCommand['words'], folder: string): Called | undefined {
  const [program, file, verb] = words;
  if (program !== 'python' || file !== 'setup.py' || (verb !== 'install' && verb !== 'develop')) return undefined;
  const lists: Lists = { main: true, extras: [], groups: () => false };
  return {
    name: `python setup.py ${verb}`,
    manager: 'pip',
    listing: (repository) => projectListing(repository, folder, lists),
  };
}

// ---- options

function valuesOf({ values }: Options, ...names: readonly string[]): readonly (string | undefined)[] {
  return names.flatMap((name) => values.get(name) ?? []);
}

function namesIn(options: Options, ...names: readonly string[]): readonly string[] {
  return valuesOf(options, ...names).flatMap((value) =>
    (value ?? '')
      .split(/[\s,]+/)
      .flatMap((each) => (each === '' || each === ':all' ? (each === '' ? [] : ['all']) : normalised(each))),
  );
}
