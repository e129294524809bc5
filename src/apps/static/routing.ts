import { neverRuns } from '../../code/live.js';
import { openModules, type Binding, type Module, type ModuleGraph, type Origin } from '../../code/modules.js';
import { dependencyNames, foldersUp, packageAt, workspacePackages } from '../../code/packages.js';
import { usesOf, type Use } from '../../code/uses.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Service } from '../../model/service.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
import { Names } from './names.js';
import { modeOf, routerOf, type RouterLibrary } from './routers.js';
import { findSite, otherHostsFiles, type Site } from './site.js';

/** Whether the app of a static site keeps its routes in the browser's history, so that every path must give its index page. */
export type ClientRouting =
  | {
      is: 'history';
      /** The package of the router, such as `react-router-dom`. */
      library: string;
      /** What makes it a history router, as the source names it, such as `BrowserRouter`. */
      name: string;
      at: Location;
      /** From the build command to the file with the router, the router's own place left out. */
      trail: readonly Step[];
      /** Routing files beside the site that only other hosts read. */
      otherHosts: readonly Location[];
    }
  | { is: 'none'; why: string }
  | { is: 'undecided'; why: string; at: Location };

type NotHistory = Exclude<ClientRouting, { is: 'history' }>;

/** What the search came to. `trail` leads from the page to the file with the router. */
type Outcome = ({ is: 'history' } & Found) | NotHistory;

/**
 * Looks for a history router in the app of a static site: from what its builder begins with, through the files that
 * are imported from there. Where one is found beside another that keeps its routes elsewhere, nothing is decided. `notRead` names the routing files of other hosts that the platform of
 * the service does not read. Never throws on what it finds in the repository.
 */
export async function clientRouting(
  repository: Repository,
  service: Service,
  notRead: readonly string[],
): Promise<ClientRouting> {
  const site = await findSite(repository, service);
  if (site.is === 'none' || site.is === 'undecided') return site;
  const otherHosts = otherHostsFiles(repository, site.folder, notRead).map(startOf);
  if (site.is === 'history') {
    const { library, name, at, trail } = site;
    return { is: 'history', library, name, at, trail, otherHosts };
  }
  if (!(await listsRouter(repository, site.folder))) return NOTHING;
  const outcome = await searchApp(repository, site);
  if (outcome.is !== 'history') return outcome;
  const { specifier, at } = outcome.use;
  return {
    is: 'history',
    library: specifier,
    name: shownName(outcome.use),
    at,
    trail: [...site.trail, ...outcome.trail],
    otherHosts,
  };
}

const NOTHING: NotHistory = { is: 'none', why: 'nothing the site loads routes by the browser’s history' };

/**
 * Whether any package.json that concerns a folder lists a router: its own, those above it and those of its workspace.
 * Reading a large app to the end takes seconds, and most that do so have no router. Other packages may bring one along
 * (as react-router-dom brings react-router), so any name that sounds like one counts.
 */
async function listsRouter(repository: Repository, folder: string): Promise<boolean> {
  const above = foldersUp(folder).flatMap((each) => packageAt(repository, each) ?? []);
  const all = [...above, ...(await workspacePackages(repository, folder))];
  const names = all.flatMap((each) => [...dependencyNames(each)]);
  return all.length === 0 || names.some((name) => routerOf(name) !== undefined || /rout|history|navigat/.test(name));
}

/** Most files of one app that are read, and most text of them, in UTF-16 units: about ten seconds of parsing. */
const MAX_MODULES = 2_000;
const MAX_TEXT = 10_000_000;

/** How a file was reached: by the page itself, or by an import of another file. */
interface Reached {
  file: string;
  step: Step;
  from: Reached | undefined;
  /** Whatever it passes on is asked for, too. */
  whole: boolean;
}

async function searchApp(repository: Repository, { page, folder }: Extract<Site, { is: 'app' }>): Promise<Outcome> {
  const graph = openModules(repository, { folder, root: page.root, aliases: page.aliases });
  const search = new Search(graph);
  const queue: Reached[] = page.entries.map(({ file, step }) => ({ file, step, from: undefined, whole: true }));
  /** By file: whether all that it passes on was asked for. */
  const seen = new Map(queue.map(({ file, whole }) => [file, whole]));
  let text = 0;
  for (let next = 0; next < queue.length; next++) {
    const reached = queue[next];
    if (!reached) break;
    if (next >= MAX_MODULES || text > MAX_TEXT) {
      search.gap('the app is too large to be read to the end', reached.step.at);
      break;
    }
    const module = await graph.module(reached.file);
    if (module.is === 'unreadable') {
      search.gap(`${reached.file} ${module.why}`, module.at);
      continue;
    }
    text += module.program.ast.end ?? 0;
    await search.look(module, reached);
    for (const needed of await search.neededBy(module, reached)) {
      const known = seen.get(needed.file);
      if (known === true || known === needed.whole) continue;
      seen.set(needed.file, needed.whole);
      queue.push(needed);
    }
  }
  return search.end();
}

/** A history router with the way to it. */
interface Found {
  use: Use;
  trail: readonly Step[];
}

/** What the files that were read so far say. */
class Search {
  readonly #names: Names;
  /** The first router of each library that keeps its routes in the path. */
  readonly #histories = new Map<RouterLibrary, Found>();
  /** By family, the first router that does not. */
  readonly #notInPath = new Map<string, Use>();
  readonly #halves = new Map<RouterLibrary, Found>();
  /** By family, the first router of which that is not known. */
  readonly #unknown = new Map<string, Use>();
  #gap: { why: string; at: Location } | undefined;

  constructor(private readonly graph: ModuleGraph) {
    this.#names = new Names(graph);
  }

  gap(why: string, at: Location): void {
    this.#gap ??= { why, at };
  }

  /** Takes in one file. */
  async look(module: Module, reached: Reached): Promise<void> {
    for (const use of usesOf(module, await this.#routerBindings(module))) {
      const library = isLive(use) ? routerOf(use.specifier) : undefined;
      if (!library) continue;
      const mode = await modeOf(library, use, this.graph);
      const found = { use, trail: trailOf(reached) };
      if (mode === 'history') addFirst(this.#histories, library, found);
      else if (mode === 'half') addFirst(this.#halves, library, found);
      else if (mode === 'notInPath') addFirst(this.#notInPath, library.family, use);
      else if (mode === 'undecided') addFirst(this.#unknown, library.family, use);
    }
  }

  /** Names of the module that stand for something of a router, also where another file of the app passes it on. */
  async #routerBindings({ file, bindings }: Module): Promise<readonly Binding[]> {
    const found: Binding[] = [];
    for (const binding of bindings) {
      const { router } = await this.#names.lead(file, binding);
      if (router) found.push({ ...router, local: binding.local });
    }
    return found;
  }

  /** The files that a module takes in. What it only passes on counts where that is asked for. */
  async neededBy(module: Module, reached: Reached): Promise<readonly Reached[]> {
    const taken = takenBy(module, reached.whole);
    const needed: Reached[] = [];
    for (const { specifier, at, whole, origins } of taken) {
      const target = await this.graph.resolve(module.file, specifier);
      if (target.is === 'missing') this.gap(`${module.file} imports ${specifier}, which is not in the repository`, at);
      if (target.is !== 'file') continue;
      const first = hopTo(target.file, at, reached, whole);
      needed.push(first);
      for (const origin of origins) {
        let last = first;
        for (const hop of (await this.#names.lead(module.file, origin)).hops) {
          last = hopTo(hop.file, hop.at, last, hop.whole);
          needed.push(last);
        }
      }
    }
    return needed;
  }

  /** A router that is handed its history, and that history, where both were seen. */
  #joined(): [RouterLibrary, Found] | undefined {
    const [one, ...others] = this.#halves;
    const other = others.find(([library]) => library.family === one?.[0].family);
    if (!one || !other) return undefined;
    return one[0].specifiers.includes('history') ? one : other;
  }

  /** The answer once every file was read. */
  end(): Outcome {
    const joined = this.#joined();
    const all = [...this.#histories, ...(joined ? [joined] : [])];
    const [unknown] = this.#unknown.values();
    let open: NotHistory | undefined = unknown ? unknownMode(unknown) : undefined;
    open ??= this.#gap && { is: 'undecided', ...this.#gap };
    for (const [library, found] of all) {
      const { family, overruled } = library;
      const other = this.#notInPath.get(family);
      // What overrules a router does so wherever it stands.
      if (overruled && other) continue;
      if (overruled && open) return open;
      const mine = this.#unknown.get(family);
      if (!other && !mine) return { is: 'history', ...found };
      open = mine ? unknownMode(mine) : bothUsed(found.use, other);
    }
    return open ?? NOTHING;
  }
}

function addFirst<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function unknownMode({ specifier, at }: Use): NotHistory {
  return {
    is: 'undecided',
    why: `how ${specifier} keeps its routes is decided by a value that cannot be read`,
    at,
  };
}

/** An app that has a router of either sort picks one of them, by a condition or a setting. */
function bothUsed(use: Use, other: Use | undefined): NotHistory {
  const names = [use, other].flatMap((each) => (each ? shownName(each) : []));
  return { is: 'undecided', why: `which of ${names.join(' and ')} the app takes is not read`, at: use.at };
}

/** What to call the router of a use. */
function shownName({ specifier, name }: Use): string {
  return name === 'default' ? (routerOf(specifier)?.defaultExport ?? name) : name;
}

/** Whether a use is part of what is deployed. */
function isLive({ path }: Use): boolean {
  return path === undefined || !neverRuns(path);
}

/** A module that another one takes in. */
interface Taken {
  specifier: string;
  at: Location;
  /** All of it, not only some names. */
  whole: boolean;
  origins: readonly Origin[];
}

/** What a module takes of others; with `whole` also what it passes on and does not use itself. */
function takenBy(module: Module, whole: boolean): readonly Taken[] {
  const used = usedNames(module);
  const byLocal = new Map(module.bindings.map((each) => [each.local, each]));
  const passedOn = new Map<string, Origin[]>();
  for (const each of module.passedOn.values()) {
    const same = passedOn.get(each.specifier) ?? [];
    same.push(each);
    passedOn.set(each.specifier, same);
  }
  const stars = new Set(module.passedOnWhole);
  return module.imports.flatMap(({ specifier, at, by, locals, neverRuns: isDead }): Taken[] => {
    if (isDead) return [];
    if (by === 'call') return [{ specifier, at, whole: true, origins: [] }];
    const own = locals.filter((local) => used(local)).flatMap((local) => byLocal.get(local) ?? []);
    const others = whole ? (passedOn.get(specifier) ?? []) : [];
    const origins = by === 'import' ? [...own, ...others] : others;
    const isStar = by === 'export' && whole && stars.has(specifier);
    // `import 'x'` runs the module.
    if (origins.length === 0 && !isStar && (by === 'export' || locals.length > 0)) return [];
    return [{ specifier, at, whole: isStar || origins.some(({ name }) => name === '*'), origins }];
  });
}

/** Tells which local names a module uses; the markup of a component may use any, in ways that are not read. */
function usedNames(module: Module): (local: string) => boolean {
  if (/\.(?:vue|svelte|html)$/.test(module.file)) return () => true;
  const itself = module.bindings.map(({ local }) => ({ local, specifier: local, name: local }));
  const used = new Set(usesOf(module, itself).flatMap((use) => (isLive(use) ? use.specifier : [])));
  return (local) => used.has(local);
}

function hopTo(file: string, at: Location, from: Reached, whole: boolean): Reached {
  return { file, step: { at, words: `${from.file} imports ${file}` }, from, whole };
}

/** The steps to a file, the page's first. */
function trailOf(reached: Reached): readonly Step[] {
  const steps: Step[] = [];
  for (let each: Reached | undefined = reached; each; each = each.from) steps.unshift(each.step);
  return steps;
}
