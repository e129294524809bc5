import type { Route, Service } from '../../src/model/service.js';

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
export function judgeRoutes({ routes }: Service): RouteJudgement {
  const all = routes.findIndex(({ matches }) => matches === 'all');
  const first = routes[all];
  if (first) return judgeCatchAll(first, routes.slice(all + 1));
  const toIndex = routes.filter(({ type, leadsTo }) => type === 'rewrite' && leadsTo === 'index');
  const partial = toIndex.find(({ matches }) => matches === 'some');
  if (partial)
    return {
      is: 'undecided',
      why: `whether \`${partial.source}\` covers every page of the app is not known`,
      route: partial,
    };
  const attempt = toIndex.find(({ matches }) => matches === 'literal-pattern') ?? toIndex[0];
  return attempt ? { is: 'ineffective', because: 'no-wildcard', route: attempt } : { is: 'missing' };
}

/** The route that takes every path decides; what stands behind it is never asked. */
function judgeCatchAll(route: Route, behind: readonly Route[]): RouteJudgement {
  const { type, leadsTo } = route;
  if (type === 'rewrite' && leadsTo === 'index') return { is: 'rewritten' };
  const later = behind.find((each) => each.type === 'rewrite' && each.matches === 'all' && each.leadsTo === 'index');
  if (later) return { is: 'shadowed', route: later, by: route };
  if (leadsTo === 'index') return { is: 'ineffective', because: 'redirect', route };
  if (leadsTo === 'nowhere') return { is: 'ineffective', because: 'destination', route };
  return { is: 'undecided', why: `whether \`${route.destination}\` gives the app is not known`, route };
}
