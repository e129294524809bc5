import type { AppRoute } from '../../../model/routes.js';

/** The routes of a program, as they are found. */
export interface Listing {
  routes: AppRoute[];
  /** Why these may not be all: each a clause. */
  doubts: string[];
  /** Apps that are mounted, each before the routes from this one on. */
  mounted: { prefix: string; before: number }[];
}

/** The routes; of those that come after an app that is mounted above them it is not certain what answers. */
export function withoutShadowed({ routes, mounted }: Listing): readonly AppRoute[] {
  if (mounted.length === 0) return routes;
  return routes.map((one, index) => {
    const isBehind = mounted.some(({ prefix, before }) => before <= index && one.path.startsWith(`${prefix}/`));
    return isBehind ? { uncertain: 'an app that is mounted before it may answer its path', ...one } : one;
  });
}
