import { openModules, type Binding, type Module, type ModuleGraph, type Origin } from '../../code/modules.js';
import { dependencyNames, foldersUp, packageAt, workspacePackages } from '../../code/packages.js';
import { usesOf, type Use } from '../../code/uses.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Service } from '../../model/service.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
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
 * are imported from there, until one is found. `notRead` names the routing files of other hosts that the platform of
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
  const { specifier, name, at } = outcome.use;
  return {
    is: 'history',
    library: specifier,
    name: name === 'default' ? (routerOf(specifier)?.defaultExport ?? name) : name,
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
}

async function searchApp(repository: Repository, { page, folder }: Extract<Site, { is: 'app' }>): Promise<Outcome> {
  const graph = openModules(repository, { folder, root: page.root, aliases: page.aliases });
  const search = new Search(graph);
  const queue: Reached[] = page.entries.map(({ file, step }) => ({ file, step, from: undefined }));
  const seen = new Set(queue.map(({ file }) => file));
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
    const found = await search.look(module, reached);
    if (found) return { is: 'history', ...found };
    for (const { specifier, at } of module.imports) {
      const target = await graph.resolve(reached.file, specifier);
      if (target.is === 'missing')
        search.gap(`${reached.file} imports ${specifier}, which is not in the repository`, at);
      if (target.is !== 'file' || seen.has(target.file)) continue;
      seen.add(target.file);
      queue.push({ file: target.file, step: { at, words: `${reached.file} imports ${target.file}` }, from: reached });
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
  /** Of libraries whose mode may be changed elsewhere, by family. */
  readonly #open = new Map<string, Found>();
  /** Families of which a router was seen that does not keep its routes in the path. */
  readonly #notInPath = new Set<string>();
  readonly #halves = new Map<RouterLibrary, Found>();
  #undecided: { why: string; at: Location } | undefined;
  #gap: { why: string; at: Location } | undefined;

  constructor(private readonly graph: ModuleGraph) {}

  gap(why: string, at: Location): void {
    this.#gap ??= { why, at };
  }

  /** Takes in one file; yields the history router it holds, where that is certain at once. */
  async look(module: Module, reached: Reached): Promise<Found | undefined> {
    const uses = usesOf(module, await routerBindings(this.graph, module));
    const histories: { library: RouterLibrary; use: Use }[] = [];
    const others: { library: RouterLibrary; use: Use }[] = [];
    for (const use of uses) {
      const library = routerOf(use.specifier);
      if (!library) continue;
      switch (await modeOf(library, use, this.graph)) {
        case 'history':
          histories.push({ library, use });
          break;
        case 'notInPath':
          others.push({ library, use });
          this.#notInPath.add(library.family);
          break;
        case 'half':
          if (!this.#halves.has(library)) this.#halves.set(library, { use, trail: trailOf(reached) });
          break;
        case 'undecided':
          this.#undecided ??= {
            why: `how ${use.specifier} keeps its routes is decided by a value that cannot be read`,
            at: use.at,
          };
          break;
        case 'none':
      }
    }
    for (const { library, use } of histories) {
      const other = others.find((each) => each.library.family === library.family);
      if (other && (isConditional(use) || isConditional(other.use))) {
        this.#undecided ??= {
          why: `whether ${use.name} or ${other.use.name} is taken depends on a condition`,
          at: use.at,
        };
        continue;
      }
      const found = { use, trail: trailOf(reached) };
      if (!library.overruled) return found;
      if (!this.#open.has(library.family)) this.#open.set(library.family, found);
    }
    return this.#joined();
  }

  /** A router that is handed its history, and that history, once both were seen. */
  #joined(): Found | undefined {
    const [one, ...others] = this.#halves;
    const other = others.find(([library]) => library.family === one?.[0].family);
    if (!one || !other) return undefined;
    return one[0].specifiers.includes('history') ? one[1] : other[1];
  }

  /** The answer once every file was read. */
  end(): Outcome {
    const open = [...this.#open].find(([family]) => !this.#notInPath.has(family))?.[1];
    const unknown = this.#undecided ?? this.#gap;
    if (open && !unknown) return { is: 'history', ...open };
    if (unknown) return { is: 'undecided', ...unknown };
    return NOTHING;
  }
}

/** The steps to a file, the page's first. */
function trailOf(reached: Reached): readonly Step[] {
  const steps: Step[] = [];
  for (let each: Reached | undefined = reached; each; each = each.from) steps.unshift(each.step);
  return steps;
}

/** Names of the module that stand for something of a router, also where another file of the app passes it on. */
async function routerBindings(graph: ModuleGraph, module: Module): Promise<readonly Binding[]> {
  const found: Binding[] = [];
  for (const binding of module.bindings) {
    const origin = await routerOrigin(graph, module.file, binding, MAX_PASSED_ON);
    if (origin) found.push({ ...origin, local: binding.local });
  }
  return found;
}

/** Longest chain of files that pass a name on. */
const MAX_PASSED_ON = 5;

async function routerOrigin(
  graph: ModuleGraph,
  file: string,
  origin: Origin,
  depth: number,
): Promise<Origin | undefined> {
  if (routerOf(origin.specifier)) return origin;
  const target = depth > 0 ? await graph.resolve(file, origin.specifier) : undefined;
  if (target?.is !== 'file') return undefined;
  const module = await graph.module(target.file);
  if (module.is === 'unreadable') return undefined;
  const named = module.passedOn.get(origin.name);
  if (named) return routerOrigin(graph, target.file, named, depth - 1);
  for (const specifier of module.passedOnWhole) {
    const whole = await routerOrigin(graph, target.file, { specifier, name: origin.name }, depth - 1);
    if (whole) return whole;
  }
  return undefined;
}

/** Whether a use takes place under a condition only. */
function isConditional({ path }: Use): boolean {
  for (let each = path; each; each = each.parent) {
    const outer = each.parent?.node;
    if (outer?.type === 'ConditionalExpression' && each.key !== 'test') return true;
    if (outer?.type === 'LogicalExpression' && each.key === 'right') return true;
    if (outer?.type === 'IfStatement' && each.key !== 'test') return true;
    if (outer?.type === 'SwitchCase') return true;
  }
  return false;
}
