import type { Step } from './finding.js';
import type { Location } from './location.js';

/** One path that a program answers. */
export interface AppRoute {
  /** Upper case, or `ALL`. */
  method: string;
  /** With every prefix it is mounted under; a parameter is `:name`, the rest of a path `*`. */
  path: string;
  at: Location;
  /** Something stands before it that may refuse the request: authentication, a guard. */
  guarded: boolean;
  /** Where that stands, as far as it is known. */
  guardedAt?: Location;
  /** Where what stands before it refuses a request that carries no login, for certain. */
  refusedAt?: Location;
  /** The status codes its handler answers with, where they can all be read. */
  statuses?: readonly number[];
  /** Why it may not be there, or not answer all of these paths, a clause. */
  uncertain?: string;
}

/** The routes of a process, in the order in which they are tried. `complete`: these are all it answers. */
export interface Routes {
  routes: readonly AppRoute[];
  complete: boolean;
  /** Why they may not be all, a clause. */
  why?: string;
  /** From the start command to the routes. */
  steps: readonly Step[];
}

/** What a program answers to GET on a path. */
export type Answer =
  | { is: 'yes'; route: AppRoute }
  /** It has no such route. */
  | { is: 'no'; because: 'no-route' }
  /** It has one, for another method; or one that refuses the request, or answers it with other statuses. */
  | { is: 'no'; because: 'method' | 'refused' | 'status'; route: AppRoute }
  /** `why` is a clause. */
  | { is: 'unknown'; why: string; at?: Location };

/** What these routes answer to GET on a path, whose query string means nothing. Unknown is never no. */
export function answerOf(
  { routes, complete, why = 'not all of its routes can be read' }: Routes,
  path: string,
  isAccepted: (status: number) => boolean,
): Answer {
  let unknown: Answer | undefined;
  let otherMethod: AppRoute | undefined;
  for (const route of routes) {
    const match = matchPath(route.path, path);
    if (match === 'no') continue;
    if (!answersGet(route)) {
      otherMethod ??= match === 'yes' ? route : undefined;
      continue;
    }
    const answer = match === 'yes' ? answerBy(route, isAccepted) : maybe(route);
    if (answer.is !== 'unknown') return unknown && answer.is === 'no' ? unknown : answer;
    unknown ??= answer;
  }
  if (unknown) return unknown;
  if (!complete) return { is: 'unknown', why };
  return otherMethod ? { is: 'no', because: 'method', route: otherMethod } : { is: 'no', because: 'no-route' };
}

/** Whether a route takes GET. */
function answersGet({ method }: AppRoute): boolean {
  return method === 'GET' || method === 'ALL';
}

function answerBy(route: AppRoute, isAccepted: (status: number) => boolean): Answer {
  const { uncertain, refusedAt, guarded, statuses, at } = route;
  if (uncertain !== undefined) return { is: 'unknown', why: uncertain, at };
  if (refusedAt) return { is: 'no', because: 'refused', route };
  if (guarded) return { is: 'unknown', why: guardWords(route), at };
  if (statuses && !statuses.some(isAccepted)) return { is: 'no', because: 'status', route };
  return { is: 'yes', route };
}

function guardWords({ path, guardedAt }: AppRoute): string {
  const place = guardedAt ? ` (${guardedAt.file}:${guardedAt.range.start.line})` : '';
  return `what stands before \`${path}\`${place} may refuse the request`;
}

function maybe({ path, at }: AppRoute): Answer {
  return { is: 'unknown', why: `\`${path}\` may match it`, at };
}

/**
 * Whether a pattern of a route matches a path. Routers differ over a final slash, letter case and what a parameter within
 * a segment takes in: there it is `maybe`.
 */
export function matchPath(pattern: string, path: string): 'yes' | 'no' | 'maybe' {
  const wanted = segments(pattern);
  const given = segments(path.replace(/[?#].*$/s, ''));
  let isSure = true;
  for (const [index, segment] of wanted.entries()) {
    if (segment === '*' && index === wanted.length - 1) {
      // Whether `/a/*` takes in `/a` itself differs.
      if (given.length < index) return 'no';
      return isSure && (index === 0 || given.length > index) ? 'yes' : 'maybe';
    }
    if (segment.includes('*')) return 'maybe';
    const one = given[index];
    if (one === undefined) return segment === '' && index === given.length && isSure ? 'maybe' : 'no';
    const match = matchSegment(segment, one);
    if (match === 'no') return 'no';
    if (match === 'maybe') isSure = false;
  }
  if (given.length > wanted.length) {
    const onlySlash = given.length === wanted.length + 1 && given.at(-1) === '';
    return onlySlash ? 'maybe' : 'no';
  }
  return isSure ? 'yes' : 'maybe';
}

/** The segments of a path; `/` has none, and an empty one at the end stands for a final slash. */
function segments(path: string): readonly string[] {
  const inner = path.replace(/^\//, '');
  return inner === '' ? [] : inner.split('/');
}

function matchSegment(pattern: string, segment: string): 'yes' | 'no' | 'maybe' {
  if (/^:\w+$/.test(pattern)) return segment === '' ? 'no' : 'yes';
  if (/^:\w+\(int\)$/.test(pattern)) return /^\d+$/.test(segment) ? 'yes' : 'no';
  // `users.:format`: what stands before the first parameter has to be there.
  const [fixed = ''] = pattern.split(/[:{}()]/, 1);
  if (fixed !== pattern && !/[?+*]/.test(fixed))
    return segment.toLowerCase().startsWith(fixed.toLowerCase()) ? 'maybe' : 'no';
  if (fixed !== pattern) return 'maybe';
  if (pattern === segment) return 'yes';
  return pattern.toLowerCase() === segment.toLowerCase() ? 'maybe' : 'no';
}

/** Paths that are served to say that a program runs, the likeliest to be meant first, without the prefixes of an API. */
const HEALTH_NAMES = [
  ...['health', 'healthz', 'healthcheck', 'health-check', 'health_check', 'health/live', 'health/ready', '_health'],
  ...['livez', 'readyz', 'live', 'ready', 'alive', 'up', 'ping', 'status'],
];

/** Prefixes under which they stand. */
const HEALTH_PREFIX = /^\/(?:_?api\/)?(?:v\d+\/)?/;

/** The route that was likely meant by a path: one that ends alike, else the obvious health route. */
export function nearestRoute(
  routes: Routes,
  path: string,
  isAccepted: (status: number) => boolean,
): AppRoute | undefined {
  const last = lastSegment(path);
  const alike = routes.routes.find(
    (route) =>
      last !== undefined &&
      lastSegment(route.path) === last &&
      answersGet(route) &&
      !/[:*]/.test(route.path) &&
      answerOf(routes, route.path, isAccepted).is === 'yes',
  );
  return alike ?? healthRoutes(routes, isAccepted)[0];
}

/** Without a final slash; undefined of the root. */
function lastSegment(path: string): string | undefined {
  return segments(path.replace(/[?#].*$/s, '')).findLast((each) => each !== '');
}

/** It sends elsewhere whatever the state of the program. */
function redirects({ statuses = [] }: AppRoute): boolean {
  return statuses.length > 0 && statuses.every((status) => 300 <= status && status < 400);
}

/** The routes that are obviously there for health checks and that surely answer GET without a login, the likeliest first. */
export function healthRoutes(routes: Routes, isAccepted: (status: number) => boolean): readonly AppRoute[] {
  return routes.routes
    .flatMap((route) => {
      const rank = HEALTH_NAMES.indexOf(route.path.replace(HEALTH_PREFIX, '').replace(/\/$/, ''));
      const answer =
        rank >= 0 && answersGet(route) && !redirects(route) ? answerOf(routes, route.path, isAccepted) : undefined;
      return answer?.is === 'yes' && answer.route === route ? [{ route, rank }] : [];
    })
    .sort((one, other) => one.rank - other.rank || one.route.path.length - other.route.path.length)
    .map(({ route }) => route);
}
