import type { Route, Service } from '../../src/model/service.js';
import { knownValue } from '../../src/model/value.js';

/** What the routes of a site do with the address of a page that is no file. The first route that matches it counts. */
export type RouteJudgement =
  | { is: 'rewritten' }
  | { is: 'missing' }
  /** Routes that may or may not cover the pages there are. `why` is a clause. */
  | { is: 'undecided'; why: string; route: Route }
  /** A route that looks like the rewrite but is none. */
  | { is: 'ineffective'; because: Because; route: Route }
  /** The rewrite is there, but `by` comes first and matches every path. */
  | { is: 'shadowed'; route: Route; by: Route };

export type Because = 'redirect' | 'no-wildcard' | 'destination';

/** Judges the routes of a static site. */
export function judgeRoutes(service: Service): RouteJudgement {
  const { routes } = service;
  const all = routes.findIndex(({ source }) => matchesAll(source));
  const first = routes[all];
  if (first) return judgeCatchAll(first, routes.slice(all + 1), service);
  const toIndex = routes.filter(isToIndex);
  const attempt =
    toIndex.find(({ source }) => LITERAL_PATTERN.test(source)) ?? toIndex.find(({ source }) => isRoot(source));
  const partial = toIndex.find(
    (route) => route !== attempt && !isRoot(route.source) && !LITERAL_PATTERN.test(route.source),
  );
  if (partial)
    return {
      is: 'undecided',
      why: `whether \`${partial.source}\` covers every page of the app is not known`,
      route: partial,
    };
  return attempt ? { is: 'ineffective', because: 'no-wildcard', route: attempt } : { is: 'missing' };
}

/** The route that takes every path decides; what stands behind it is never asked. */
function judgeCatchAll(route: Route, behind: readonly Route[], service: Service): RouteJudgement {
  if (route.type === 'rewrite' && isIndex(route.destination)) return { is: 'rewritten' };
  const later = behind.find((each) => each.type === 'rewrite' && matchesAll(each.source) && isIndex(each.destination));
  if (later) return { is: 'shadowed', route: later, by: route };
  if (route.type === 'redirect' && isIndex(route.destination)) return { is: 'ineffective', because: 'redirect', route };
  if (leadsNowhere(route.destination, service)) return { is: 'ineffective', because: 'destination', route };
  return { is: 'undecided', why: `whether \`${route.destination}\` gives the app is not known`, route };
}

/** `/*`, `/**`, `*` and `/:path*`: spellings of every path. */
function matchesAll(source: string): boolean {
  return /^\/?(?:\*{1,2}|:\w+\*)$/.test(source.trim());
}

/** Sources written as regular expressions, of which every sign but `*` is read as it stands: `/.*`, `/(.*)`, `^/.*$`. */
const LITERAL_PATTERN = /^\^?\/?\(?\.[*+]\)?\$?$/;

function isRoot(source: string): boolean {
  return source.trim() === '/';
}

function isToIndex({ type, destination }: Route): boolean {
  return type === 'rewrite' && isIndex(destination);
}

/** The index page, however its path is written. */
function isIndex(destination: string): boolean {
  return /^(?:\.?\/)?(?:index\.html)?$/.test(destination.trim());
}

/** A path that no file of the site can have: a wildcard, or one that begins with the publish directory, which is the site's root. */
function leadsNowhere(destination: string, { publishPath }: Service): boolean {
  if (destination.includes('*') && destination.startsWith('/')) return true;
  const folders = (knownValue(publishPath) ?? '').split('/').filter((name) => name !== '' && name !== '.');
  const path = destination.replace(/^\.?\//, '');
  return folders.some((_, index) => path === `${folders.slice(index).join('/')}/index.html`);
}
