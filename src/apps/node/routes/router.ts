import type { Location } from '../../../model/location.js';
import { matchPath, type AppRoute } from '../../../model/routes.js';
import type { Effect } from './functions.js';
import { joined, type PatternPath } from './patterns.js';

/** What one call adds to a router, in the order of the calls. */
export interface Entry {
  /** Upper case, or `ALL`. */
  methods: readonly string[];
  paths: readonly PatternPath[];
  /** `use`: for every path below these. Otherwise for these paths. */
  isPrefix: boolean;
  /** What handles a request, one after the other. */
  links: readonly Link[];
  at: Location;
  /** It is added only under a condition that is not decided. */
  conditional: boolean;
}

/** One link of what handles a request. */
export type Link =
  | { is: 'router'; router: Router }
  /** Answers below its prefix by other means than the router: these paths, seen from there. */
  | { is: 'routes'; routes: readonly AppRoute[] }
  | { is: 'function'; effect: Effect; at: Location }
  /** It answers, with what is not followed. */
  | { is: 'answers'; at?: Location }
  /** It may refuse a request, and answers none otherwise. */
  | { is: 'guard' }
  /** It may answer some paths, and lets all else pass; `why` is a clause. */
  | { is: 'opaque'; why: string }
  /** Something of a package that is known to let every request pass. */
  | { is: 'passes' }
  /** It may answer or refuse what it gets; `why` is a clause. */
  | { is: 'unknown'; why: string };

export interface Router {
  entries: Entry[];
  /** Begins every path of it. */
  prefix: string;
}

/** What stands before an entry. */
interface Before {
  guards: readonly Guard[];
  conditional: boolean;
}

/** Something that may refuse a request. */
interface Guard {
  /** The paths it stands before. */
  path: string;
  at: Location;
  /** Where it refuses a request without a login, for certain. */
  refusedAt?: Location;
}

/** Most routes of one program that are listed. */
const MAX_ROUTES = 5_000;

interface Listing {
  routes: AppRoute[];
  /** Why they are not all. */
  why: string | undefined;
}

/** The routes of a router and of those mounted in it, in the order in which they are tried. */
export function listed(router: Router): Listing {
  const listing: Listing = { routes: [], why: undefined };
  list(router, '', { guards: [], conditional: false }, listing, []);
  return listing;
}

function list(router: Router, prefix: string, before: Before, listing: Listing, above: readonly Router[]): void {
  if (above.includes(router) || listing.routes.length > MAX_ROUTES) {
    listing.why ??= 'its routers are mounted in each other, or have too many routes';
    return;
  }
  const base = joined(prefix, router.prefix);
  const guards = [...before.guards];
  for (const entry of router.entries) {
    const conditional = before.conditional || entry.conditional;
    for (const { path, partly } of entry.paths) {
      const own: Before = { guards: [...guards], conditional };
      const full = joined(base, path);
      enter(entry, { path: full, partly }, own, listing, [...above, router]);
      if (!entry.isPrefix) continue;
      for (const link of entry.links) {
        const guard = guardOf(link, full, entry);
        if (guard) guards.push(conditional || partly ? { path: guard.path, at: guard.at } : guard);
      }
    }
  }
}

function enter(
  entry: Entry,
  { path, partly }: PatternPath,
  before: Before,
  listing: Listing,
  above: readonly Router[],
): void {
  let here = before;
  for (const link of entry.links) {
    switch (link.is) {
      case 'router':
        list(link.router, path, here, listing, above);
        break;
      case 'routes':
        for (const route of link.routes) {
          const full = { ...route, path: joined(path, route.path) };
          listing.routes.push({ ...full, ...limits(full, here) });
        }
        break;
      case 'function':
        if (link.effect.is === 'answers') add(entry, path, partly, here, listing, { statuses: link.effect.statuses });
        else if (link.effect.is === 'may-answer') add(entry, path, partly, here, listing, { uncertain: MAY_ANSWER });
        break;
      case 'answers':
        add(entry, path, partly, here, listing, {});
        break;
      case 'unknown':
      case 'opaque':
        add(entry, path, partly, here, listing, { uncertain: link.why });
        break;
      case 'passes':
      case 'guard':
    }
    const guard = guardOf(link, path, entry);
    if (guard) here = { ...here, guards: [...here.guards, guard] };
  }
}

const MAY_ANSWER = 'what stands before it looks at the path by itself';

function guardOf(link: Link, path: string, { at }: Entry): Guard | undefined {
  if (link.is === 'unknown' || link.is === 'guard') return { path, at };
  if (link.is !== 'function') return undefined;
  switch (link.effect.is) {
    case 'refuses':
      return { path, at, refusedAt: link.at };
    case 'may-refuse':
    case 'may-answer':
      return { path, at };
    default:
      return undefined;
  }
}

function add(
  entry: Entry,
  path: string,
  partly: boolean,
  before: Before,
  listing: Listing,
  { statuses, uncertain }: { statuses?: readonly number[] | undefined; uncertain?: string },
): void {
  for (const method of entry.methods) {
    for (const each of entry.isPrefix ? below(path) : [path]) {
      const route: AppRoute = {
        ...{ method, path: each, at: entry.at, guarded: false },
        ...(statuses && { statuses }),
        ...(partly && { uncertain: 'its pattern is not followed' }),
        ...(uncertain !== undefined && { uncertain }),
      };
      listing.routes.push({ ...route, ...limits(route, before) });
    }
  }
}

/** A prefix takes in its own path and all below it. */
function below(path: string): readonly string[] {
  return path === '/' || path.endsWith('*') ? [joined(path.replace(/\/?\*$/, ''), '*')] : [path, joined(path, '*')];
}

function limits(route: AppRoute, { guards, conditional }: Before): Partial<AppRoute> {
  const uncertain = route.uncertain ?? (conditional ? 'it is only there under a condition' : undefined);
  // What answers all the rest is not behind a guard of some paths.
  const standing = guards.filter(({ path }) => below(path).some((each) => matchPath(each, route.path) !== 'no'));
  const guardedAt = standing[0]?.at;
  const refusedAt = standing.find((guard) => guard.refusedAt)?.refusedAt;
  return {
    guarded: route.guarded || standing.length > 0,
    ...(guardedAt && { guardedAt }),
    ...(refusedAt && { refusedAt }),
    ...(uncertain !== undefined && { uncertain }),
  };
}
