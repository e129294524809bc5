import { childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { mayBring } from './python-brought.js';
import { packagesOfModule, packagesOfProgram, requirementLine, withNeeds } from './python-packages.js';
import type { Lack, Provision } from './provision.js';
import type { PythonInstall } from './python-words.js';
import { normalised, joined, type Listing } from './requirements.js';

/** What the installs of Python packages provide. */
export interface PythonPackages {
  /** Whether a program is there; undefined where no package is known to have it. */
  program(name: string): Provision | undefined;
  /** Whether a module can be imported, by the first part of its name; undefined where no package is known to have it. */
  module(name: string): Provision | undefined;
  installs: readonly PythonInstall[];
}

export function pythonPackages(
  repository: Repository,
  installs: readonly PythonInstall[],
  folder: string,
): PythonPackages {
  const listing = joined(installs.map((each) => each.listing));
  const names = withNeeds(listing.requirements);
  const answer = (providers: readonly string[]): Provision | undefined =>
    providers.length === 0 ? undefined : provision({ repository, installs, folder, listing, ...names }, providers);
  return {
    program: (name) => answer(packagesOfProgram(name)),
    module: (name) => answer(packagesOfModule(name)),
    installs,
  };
}

interface Known {
  repository: Repository;
  installs: readonly PythonInstall[];
  folder: string;
  listing: Listing;
  names: ReadonlySet<string>;
  open: readonly string[];
}

function provision(known: Known, providers: readonly string[]): Provision {
  const { installs, listing, names, open } = known;
  const [name = ''] = providers;
  const [install] = installs;
  if (!install)
    return {
      is: 'no',
      lack: {
        is: 'no-install',
        package: name,
        folder: known.folder,
        listedIn: manifestWith(known, providers),
        others: false,
      },
    };
  const own = listing.requirements.filter((each) => providers.includes(each.name));
  const listed = own.find(({ maybe }) => !maybe) ?? own[0];
  if (listed?.maybe === true)
    return { is: 'unknown', why: `${listed.name} is installed with an extra only`, at: listed.at };
  if (listed) return { is: 'yes', by: listed.name, at: listed.at };
  const brought = providers.find((each) => names.has(each));
  if (brought !== undefined) return { is: 'yes', by: brought, at: install.at };
  const [doubt] = listing.doubts;
  if (doubt) return { is: 'unknown', ...doubt };
  const locked = inLock(known, providers);
  if (locked === 'listed')
    return { is: 'unknown', why: `a lockfile has ${name}, but which group it is for is not read`, at: install.at };
  // What no lockfile tells, a package whose needs are not known may bring.
  const bringer = locked === 'no-lock' ? mayBring(open, name) : undefined;
  if (bringer !== undefined) return { is: 'unknown', why: `\`${bringer}\` may bring ${name}`, at: install.at };
  return { is: 'no', lack: notListed(known, install, name) };
}

function notListed({ listing }: Known, install: PythonInstall, name: string): Lack {
  const line = requirementLine(name);
  const file = listing.files.find((each) => !/(?:^|\/)(?:dev|test)/.test(each)) ?? listing.files[0];
  if (file === undefined) return { is: 'not-listed', package: name, file: '', line };
  return {
    is: 'not-listed',
    package: name,
    file,
    line: file.endsWith('.toml') && install.manager !== 'poetry' ? `"${line}",` : tomlLine(file, install, name, line),
  };
}

function tomlLine(file: string, { manager }: PythonInstall, name: string, line: string): string {
  if (manager === 'poetry' && file.endsWith('.toml')) return `${name} = "*"`;
  return file.endsWith('Pipfile') ? `${name} = "*"` : line;
}

/** Lockfiles of Python's managers; all of them name packages in this way, one a line. */
const LOCKS = ['poetry.lock', 'uv.lock', 'pdm.lock', 'Pipfile.lock', 'pylock.toml'];

/** Whether a lockfile beside the lists has a package. */
function inLock(
  { repository, installs, listing, folder }: Known,
  providers: readonly string[],
): 'listed' | 'not-listed' | 'no-lock' {
  if (!installs.some(({ manager }) => manager !== 'pip' && manager !== 'hatch')) return 'no-lock';
  const folders = new Set([folder, ...installs.map((each) => each.folder), ...listing.files.map(parent)]);
  let found: 'not-listed' | 'no-lock' = 'no-lock';
  for (const lock of [...folders].flatMap((each) => LOCKS.map((name) => childOf(each, name)))) {
    const source = repository.read(lock);
    if (source.is === 'missing') continue;
    if (source.is !== 'text') return 'listed';
    const names = Array.from(source.text.matchAll(/^(?:name = "([^"]+)"|[ ]{8}"([^"]+)": \{)/gm), ([, one, other]) =>
      normalised(one ?? other ?? ''),
    );
    if (providers.some((each) => names.includes(each))) return 'listed';
    found = 'not-listed';
  }
  return found;
}

/** The usual lists that nothing installs, where one of them has the package. */
function manifestWith({ repository, folder }: Known, providers: readonly string[]): string | undefined {
  for (const name of ['requirements.txt', 'pyproject.toml', 'Pipfile']) {
    const file = childOf(folder, name);
    const source = repository.read(file);
    if (source.is !== 'text') continue;
    const words = source.text
      .toLowerCase()
      .split(/[^\w.-]+/)
      .map(normalised);
    if (providers.some((each) => words.includes(each))) return file;
  }
  return undefined;
}
