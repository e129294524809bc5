import { foldersUp, nearestPackage, packageAt, workspacePackages, type Package } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member } from '../../syntax/json.js';
import { isOftenBrought, mayBeBrought, packagesWith } from './node-bins.js';
import { lockIn, LOCKFILES, type Lock } from './node-lock.js';
import type { NodeInstall } from './node-words.js';
import type { FailingInstall, Lack, Provision } from './provision.js';

/** What the installs of JavaScript packages provide. */
export interface NodePackages {
  /** Whether a program is there for a command in a folder; undefined where it is not known to be one of npm's. */
  program(name: string, folder: string): Provision | undefined;
  /** Whether a package can be imported from a file in a folder. */
  package(name: string, folder: string): Provision;
  failing: readonly FailingInstall[];
  /** Commands that install what package.json lists. */
  installs: readonly NodeInstall[];
  /** The folders whose `node_modules` are filled. */
  folders: readonly string[];
}

/** An install with the package.json files whose lists it installs, the folder it is run for first. */
interface Scope {
  install: NodeInstall;
  packages: readonly Package[];
  /** Where the lockfile is looked for. */
  root: string;
}

/** A package in a list of a package.json. */
interface Listed {
  list: string;
  at: Location;
}

/** The lists that an install always takes in; npm 7 and later install peer dependencies, too. */
const LISTS = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** `settled`: what is there in the end, after later installs have removed what they leave out. */
export async function nodePackages(
  repository: Repository,
  installs: readonly NodeInstall[],
  settled: boolean,
): Promise<NodePackages> {
  const scopes: Scope[] = [];
  for (const install of installs) {
    const scope = install.global ? undefined : await scopeOf(repository, install);
    if (scope) scopes.push(scope);
  }
  const own = settled ? scopes.map((scope) => ({ ...scope, install: settledInstall(scope, scopes) })) : scopes;
  return new Packages(
    repository,
    installs,
    own.filter(({ install }) => !install.prunes),
  );
}

/**
 * npm, pnpm and yarn 1 remove what an install leaves out, also where an earlier one brought it (`npm help prune`,
 * https://pnpm.io/cli/install#--prod--p, measured 2026-11-21).
 */
function settledInstall({ install, root }: Scope, scopes: readonly Scope[]): NodeInstall {
  const last = scopes.filter((each) => each.root === root && each.install.names.length === 0).at(-1)?.install;
  if (!last || last.conditional || last.manager === 'bun' || typeof last.omission !== 'object') return install;
  return { ...last, prunes: install.prunes, names: install.names };
}

/** An install in a package of a workspace installs the whole workspace. */
async function scopeOf(repository: Repository, install: NodeInstall): Promise<Scope | undefined> {
  const { folder: root, listedIn: source } = install;
  const copied = source === undefined ? undefined : (packageAt(repository, root) ?? packageAt(repository, source));
  if (copied) return { install, packages: [{ ...copied, folder: root }], root };
  const own = nearestPackage(repository, install.folder);
  if (!own) return undefined;
  for (const folder of foldersUp(own.folder)) {
    const top = packageAt(repository, folder);
    if (!top) continue;
    const members = await workspacePackages(repository, folder);
    const isRoot = members.length > 0 && !members.some((each) => each.folder === folder);
    if (isRoot && (folder === own.folder || members.some((each) => each.folder === own.folder)))
      return { install, packages: [top, ...members], root: folder };
  }
  return { install, packages: [own], root: own.folder };
}

class Packages implements NodePackages {
  constructor(
    private readonly repository: Repository,
    private readonly all: readonly NodeInstall[],
    private readonly scopes: readonly Scope[],
  ) {}

  get installs(): readonly NodeInstall[] {
    return this.all.filter(({ names, global, prunes }) => names.length === 0 && !global && !prunes);
  }

  get folders(): readonly string[] {
    return this.scopes.flatMap(({ root, install, packages }) => [
      root,
      ...packages.map((each) => each.folder),
      ...(install.names.length > 0 ? [install.folder] : []),
    ]);
  }

  program(name: string, folder: string): Provision | undefined {
    const providers = packagesWith(name) ?? (this.#isListedAnywhere(name, folder) ? [name] : undefined);
    if (!providers) return undefined;
    const global = this.all.find(
      (each) => each.global && each.names.some((added) => providers.includes(added) || added === '?'),
    );
    if (global) return { is: 'yes', by: global.names[0] ?? name, at: global.at };
    return this.#provision(providers, folder, name);
  }

  package(name: string, folder: string): Provision {
    return this.#provision([name], folder, undefined);
  }

  get failing(): readonly FailingInstall[] {
    return this.scopes.flatMap(({ install, root }) => {
      const files = install.locked && install.names.length === 0 ? LOCKFILES[install.manager] : undefined;
      if (!files || install.conditional) return [];
      // npm looks for the lockfile beside the package.json of the workspace; one further up is not taken, but may be meant.
      if (
        foldersUp(root).some((each) =>
          files.some((file) => this.repository.lookup(childOf(each, file)).is !== 'missing'),
        )
      )
        return [];
      const member = nearestPackage(this.repository, install.folder)?.folder ?? root;
      return [
        {
          install,
          folder: root,
          ...(member !== root && { member }),
          needs: files,
          instead: UNLOCKED[install.name] ?? `${install.manager === 'berry' ? 'yarn' : install.manager} install`,
        },
      ];
    });
  }

  // ---- one question

  #provision(providers: readonly string[], folder: string, bin: string | undefined): Provision {
    const committed = foldersUp(folder)
      .map((each) => childOf(each, 'node_modules'))
      .find((path) => this.repository.lookup(path).is !== 'missing');
    if (committed !== undefined) return unknown(`${committed} is in the repository`, committed);
    const plugged = foldersUp(folder)
      .map((each) => childOf(each, '.pnp.cjs'))
      .find((path) => this.repository.lookup(path).is === 'file');
    if (plugged !== undefined) return unknown(`${plugged} tells where packages are`, plugged);
    const scopes = this.scopes.filter((scope) => reaches(scope, folder));
    const [first] = scopes;
    if (!first) return { is: 'no', lack: this.#uninstalled(providers, folder) };
    const uncovered = this.#uncovered(scopes, providers, folder);
    const answers = scopes.map((scope) => this.#inScope(scope, providers, bin));
    return (
      answers.find(({ is }) => is === 'yes') ??
      answers.find(({ is }) => is === 'unknown') ??
      uncovered ??
      answers.find((each) => each.is === 'no' && each.lack.is === 'omitted') ??
      answers[0] ??
      unknown('its install is not read', first.root)
    );
  }

  #inScope(scope: Scope, providers: readonly string[], bin: string | undefined): Provision {
    const { install, packages } = scope;
    const added = install.names.find((name) => providers.includes(name) || name === '?');
    if (added !== undefined)
      return added === '?'
        ? { is: 'unknown', why: `what \`${install.name}\` adds cannot be read`, at: install.at }
        : { is: 'yes', by: added, at: install.at };
    let development: { name: string; listed: Listed } | undefined;
    for (const name of providers) {
      for (const each of packages) {
        const listed = listedIn(each, name);
        if (listed && listed.list !== 'devDependencies') return { is: 'yes', by: name, at: listed.at };
        if (listed) development ??= { name, listed };
        if (each.name === name) return { is: 'yes', by: name, at: placeOf(each) };
      }
    }
    const own = bin === undefined ? undefined : packages.find(({ json }) => hasBin(json, bin));
    if (own) return unknown(`${own.file} has a program of this name`, own.file);
    const { omission } = install;
    if (development && omission === undefined) return { is: 'yes', by: development.name, at: development.listed.at };
    if (development && omission === 'unknown')
      return {
        is: 'unknown',
        why: `whether \`${install.name}\` leaves out what is listed for development depends on a variable`,
        at: install.at,
      };
    const brought = this.#brought(scope, providers, bin);
    if (brought) return brought;
    const [name = ''] = providers;
    if (!development || omission === undefined || omission === 'unknown')
      return { is: 'no', lack: notListed(scope, name) };
    const { listed } = development;
    return {
      is: 'no',
      lack: { is: 'omitted', package: development.name, listedAt: listed.at, list: listed.list, install, omission },
    };
  }

  /** Whether it comes with another package; undefined where it does not. */
  #brought(scope: Scope, providers: readonly string[], bin: string | undefined): Provision | undefined {
    const { install, packages, root } = scope;
    const lock = lockIn(this.repository, root, install.manager);
    if (install.manager === 'pnpm') return this.#hoisted(root);
    if (lock?.is === 'read') return inLock(lock, scope, providers, bin);
    if (lock) return { is: 'unknown', why: lock.why, at: lock.at };
    const omits = install.omission !== undefined;
    const listed = packages.flatMap((each) => namesIn(each, !omits));
    const may = (name: string): boolean => (bin === undefined ? isOftenBrought(name) : mayBeBrought(name, listed));
    if (!providers.some(may)) return undefined;
    return unknown(
      `another package may bring ${providers[0] ?? 'it'}, and there is no lockfile that tells`,
      childOf(root, 'package.json'),
    );
  }

  /** pnpm puts into the top folder only what is listed, unless it is told otherwise (https://pnpm.io/settings#shamefullyhoist). */
  #hoisted(root: string): Provision | undefined {
    for (const name of ['.npmrc', 'pnpm-workspace.yaml']) {
      const file = childOf(root, name);
      const source = this.repository.read(file);
      if (source.is === 'text' && /hoist|nodeLinker|node-linker/i.test(source.text))
        return unknown(`${file} puts more packages into the top folder`, file);
    }
    return undefined;
  }

  #uninstalled(providers: readonly string[], folder: string): Lack {
    const [name = ''] = providers;
    const own = nearestPackage(this.repository, folder);
    const listed = own && providers.find((each) => listedIn(own, each));
    const holders = this.scopes.filter((scope) => this.#inScope(scope, providers, undefined).is === 'yes');
    // What the package.json here lists is missing since nothing is installed here, wherever else something is.
    if (holders.length > 0 && listed === undefined)
      return { is: 'other-folder', package: name, folders: [...new Set(holders.map(({ root }) => root))] };
    return {
      is: 'no-install',
      package: listed ?? name,
      folder: own?.folder ?? folder,
      listedIn: listed === undefined ? undefined : own?.file,
      others: this.scopes.length > 0,
    };
  }

  /** The package.json in force lists it, but only those of folders above are installed. */
  #uncovered(scopes: readonly Scope[], providers: readonly string[], folder: string): Provision | undefined {
    const own = nearestPackage(this.repository, folder);
    const listed = own && providers.find((each) => listedIn(own, each));
    if (!own || listed === undefined || scopes.some(({ packages }) => packages.some((each) => each.file === own.file)))
      return undefined;
    return {
      is: 'no',
      lack: { is: 'no-install', package: listed, folder: own.folder, listedIn: own.file, others: true },
    };
  }

  #isListedAnywhere(name: string, folder: string): boolean {
    const own = nearestPackage(this.repository, folder);
    const packages = [...this.scopes.flatMap((scope) => scope.packages), ...(own ? [own] : [])];
    return packages.some((each) => listedIn(each, name) !== undefined);
  }
}

const UNLOCKED: Readonly<Record<string, string>> = { 'npm ci': 'npm install', 'pnpm ci': 'pnpm install' };

/** What is installed in a folder is seen by all below it; the lists of a workspace are for all its packages. */
function reaches({ root, packages, install }: Scope, folder: string): boolean {
  const isIn = (outer: string): boolean => outer === '' || folder === outer || folder.startsWith(`${outer}/`);
  return isIn(root) || (install.names.length > 0 && isIn(install.folder)) || packages.some((each) => isIn(each.folder));
}

function inLock(
  { packages, file }: Extract<Lock, { is: 'read' }>,
  { install }: Scope,
  providers: readonly string[],
  bin: string | undefined,
): Provision | undefined {
  const at = { file, range: { start: ORIGIN, end: ORIGIN } };
  const own = providers.flatMap((name) => packages.get(name) ?? []);
  // A program of the name may come from a package that is not known for it.
  const other = bin === undefined ? [] : [...packages.values()].filter(({ bins }) => bins?.includes(bin) === true);
  const found = [...own.filter(({ bins }) => bin === undefined || bins === undefined || bins.length > 0), ...other];
  const [first] = found;
  if (!first) return undefined;
  if (install.omission === undefined || found.some(({ development }) => development === false))
    return { is: 'yes', by: first.name, at };
  if (found.some(({ development }) => development === undefined))
    return { is: 'unknown', why: `${file} does not tell whether ${first.name} is for development only`, at };
  return undefined;
}

const ORIGIN = { offset: 0, line: 1, column: 1 };

function notListed({ packages, root }: Scope, name: string): Lack {
  const file = packages[0]?.file ?? childOf(root, 'package.json');
  return { is: 'not-listed', package: name, file, line: `"${name}": "…"` };
}

function listedIn({ json }: Package, name: string): Listed | undefined {
  for (const list of [...LISTS, 'devDependencies']) {
    const entry = member(json, list);
    const found = entry?.is === 'object' ? entry.members.get(name) : undefined;
    if (found) return { list, at: found.key };
  }
  return undefined;
}

function namesIn({ json }: Package, development: boolean): readonly string[] {
  return [...LISTS, ...(development ? ['devDependencies'] : [])].flatMap((list) => {
    const entry = member(json, list);
    return entry?.is === 'object' ? [...entry.members.keys()] : [];
  });
}

function hasBin(json: Package['json'], bin: string): boolean {
  const own = member(json, 'bin');
  return own?.is === 'object' && own.members.has(bin);
}

function placeOf({ file }: Package): Location {
  return { file, range: { start: ORIGIN, end: ORIGIN } };
}

function unknown(why: string, file: string): Provision {
  return { is: 'unknown', why, at: { file, range: { start: ORIGIN, end: ORIGIN } } };
}
