import type { ExternalCall } from '../../../code/python/evaluate/machine.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';
import type { Location } from '../../../model/location.js';
import type { Process } from '../../../model/process.js';
import type { AppRoute, Routes } from '../../../model/routes.js';
import type { Repository } from '../../../repository/repository.js';
import { applicationOf, type Application } from './application.js';
import { aiohttpRoutes, isAiohttp } from './aiohttp.js';
import { DIALECTS, FASTAPI, SANIC, type Dialect } from './dialects.js';
import { builtIn, handlesNotFound, hasMiddleware, underRoot } from './built-in.js';
import { callsOn, identity, routeDoubts } from './doubts.js';
import { handlerAt, viewOf, type Handlers } from './handlers.js';
import { listedRoutes, methodTexts, type ListedRoute } from './listed.js';
import { withoutShadowed, type Listing } from './listing.js';
import { letsPass } from './passing.js';
import { joined, optionalText, textArgument } from './paths.js';
import { isTornado, tornadoRoutes } from './tornado.js';

/** The routes of a program of a framework that is known; undefined where it is none, or its app cannot be found. Never rejects. */
export async function pythonRoutes(repository: Repository, process: Process): Promise<Routes | undefined> {
  const application = await applicationOf(repository, process);
  const listing = application && (await listingOf(repository, process, application));
  if (!listing) return undefined;
  const [why] = listing.doubts;
  return {
    routes: withoutShadowed(listing),
    complete: why === undefined,
    ...(why !== undefined && { why }),
    steps: process.steps,
  };
}

async function listingOf(
  repository: Repository,
  process: Process,
  application: Application,
): Promise<Listing | undefined> {
  const { app, open } = application;
  const listing: Listing = { routes: [], doubts: open ? [open.why] : [], mounted: [] };
  if (isAiohttp(app)) return aiohttpRoutes(application, listing);
  if (isTornado(app)) return tornadoRoutes(application, listing);
  const dialect = dialectOf(app, 'app');
  if (!dialect) return undefined;
  const handlers = await handlerAt(repository, application.calls);
  const reader: Reader = { application, dialect, handlers, listing };
  const guarded = handlers.standsBefore(dialect.before);
  list(reader, app, { prefix: '', guarded, conditional: false }, []);
  listing.routes.push(...underRoot(process, app));
  listing.doubts.push(...routeDoubts(application, dialect));
  return listing;
}

/** The framework that an object is of. */
function dialectOf(value: Evaluated | undefined, ...roles: readonly ('app' | 'router')[]): Dialect | undefined {
  if (value?.is !== 'object') return undefined;
  return DIALECTS.find((each) => roles.some((role) => each[role].test(value.of)));
}

interface Reader {
  application: Application;
  dialect: Dialect;
  handlers: Handlers;
  listing: Listing;
}

/** Where a router stands. */
interface Under {
  prefix: string;
  guarded: boolean;
  /** Where what guards it stands, as far as it is one call. */
  guardedAt?: Location;
  conditional: boolean;
  /** Whether a call came too late to count. */
  isTaken?: (call: ExternalCall) => boolean;
}

/** Most routes of one program that are listed. */
const MAX_ROUTES = 5_000;

function list(reader: Reader, router: Evaluated, under: Under, above: readonly string[]): void {
  const { application, dialect, listing } = reader;
  const id = identity(router);
  if (above.includes(id) || listing.routes.length > MAX_ROUTES) {
    listing.doubts.push('its routers are mounted in each other, or have too many routes');
    return;
  }
  const own = callsOn(application.calls, id);
  const guardedAt = under.guardedAt ?? own.find((call) => isGuard(reader, call))?.at;
  const guarded = under.guarded || guardedAt !== undefined || hasDependencies(router) || hasMiddleware(router);
  const here = { ...under, guarded, ...(guardedAt && { guardedAt }) };
  const made = builtIn(dialect, router, here);
  listing.routes.push(...made.routes);
  listing.doubts.push(...made.doubts);
  const given = router.is === 'object' ? router.arguments : undefined;
  const routes = given?.named.get('routes') ?? (dialect.byMethod.length === 0 ? given?.positional[1] : undefined);
  if (routes) listed(reader, routes, here, [...above, id]);
  for (const call of own) {
    const method = methodOf(call);
    if (dialect.byMethod.includes(method) || dialect.byList.includes(method)) add(reader, call, method, here);
    else if (method === dialect.include?.method) include(reader, call, here, [...above, id]);
    else if (method === 'mount') mountCall(reader, call, here, [...above, id]);
    else if (method === 'host') listing.doubts.push('routes of a host of its own are not read');
    else if (method === 'static' && dialect === SANIC) files(reader, call, here);
    else if (method === 'on_event' && reader.handlers.addsRoutes(call)) {
      listing.doubts.push('routes are added when it starts');
    } else if (isErrorHandler(call, dialect) && !reader.handlers.answersNotFound(call)) {
      listing.doubts.push('what it answers in place of 404 is not read');
    }
  }
}

/** Routes that an app of Starlette or a router is made with, `routes=[Route(…), Mount(…)]`. */
function listed(reader: Reader, routes: Evaluated, under: Under, above: readonly string[]): void {
  const { listing, dialect } = reader;
  const { items, doubts } = listedRoutes(routes);
  listing.doubts.push(...doubts);
  for (const item of items) {
    if (item.is === 'mount') mount(reader, item, under, above);
    else addListed(listing, { ...item, path: joined(under.prefix, dialect.patternOf(item.path)) }, under);
  }
}

function addListed(
  { routes }: Listing,
  { path, methods, guarded, at }: Extract<ListedRoute, { is: 'route' }>,
  under: Under,
): void {
  const uncertain = under.conditional && { uncertain: 'it is added only on a condition that is not decided' };
  for (const method of methods) {
    routes.push({ method, path, at, ...guardOf(under, guarded), ...uncertain });
  }
}

/** Files that Sanic serves under a path, or one file (https://sanic.dev/en/guide/basics/routing.html#static-files). */
function files({ listing }: Reader, call: ExternalCall, { prefix, guarded }: Under): void {
  const path = textArgument(call, 0, 'uri');
  if (path === undefined) listing.doubts.push('the path of files cannot be read');
  const uncertain = 'it depends on the files there are';
  for (const each of path === undefined ? [] : [path, `${path.replace(/\/$/, '')}/*`]) {
    listing.routes.push({ method: 'GET', path: joined(prefix, each), at: call.at, guarded, uncertain });
  }
}

function add(reader: Reader, call: ExternalCall, method: string, under: Under): void {
  const { dialect, handlers, listing } = reader;
  const path = textArgument(call, dialect.path.positions?.[method] ?? 0, dialect.path.name);
  if (path === undefined) {
    listing.doubts.push('the path of a route cannot be read');
    return;
  }
  const methods = dialect.byMethod.includes(method) ? [method.toUpperCase()] : listedMethods(call);
  const refuses = hasDependencies({ arguments: call.arguments }) || handlers.mayRefuse(call);
  const pattern = joined(under.prefix, dialect.patternOf(path));
  if (dialect === SANIC && call.arguments.named.has('version')) listing.doubts.push(VERSIONED);
  // Of the other ways to add a route to FastAPI, the function gets the request alone.
  const isTyped = dialect === FASTAPI && method !== 'route' && method !== 'add_route';
  const patterns = isTyped ? typedPatterns(reader, call, pattern) : [{ path: pattern }];
  for (const each of methods) {
    for (const one of patterns) {
      listing.routes.push({
        method: each,
        at: call.at,
        ...guardOf(under, refuses),
        ...one,
        ...uncertainty(call, under),
      });
    }
  }
}

/** A path whose function asks for more of a parameter than a text answers other texts with 422. */
function typedPatterns({ handlers }: Reader, call: ExternalCall, path: string): Pick<AppRoute, 'path' | 'statuses'>[] {
  const names = [...path.matchAll(/:(\w+)(?!\w|\()/g)].map(([, name = '']) => name);
  const kinds = new Map(names.map((name) => [name, handlers.takes(call, name)]));
  if ([...kinds.values()].every((kind) => kind === 'any text')) return [{ path }];
  const isInteger = (name: string): boolean => kinds.get(name) === 'integers';
  const typed = path.replace(/:(\w+)(?!\w|\()/g, (whole, name: string) =>
    kinds.get(name) === 'any text' ? whole : `${whole}(${isInteger(name) ? 'int' : 'type'})`,
  );
  // What is not known to be an integer or a text may be answered either way.
  return names.every((name) => kinds.get(name) !== 'unknown')
    ? [{ path: typed }, { path, statuses: [422] }]
    : [{ path: typed }];
}

function uncertainty(call: ExternalCall, under: Under): Pick<AppRoute, 'uncertain'> {
  if (call.conditional || under.conditional)
    return { uncertain: 'it is added only on a condition that is not decided' };
  if (under.isTaken?.(call)) return { uncertain: 'it is added after its router was taken in' };
  const { named } = call.arguments;
  return named.has('subdomain') || named.has('host') ? { uncertain: 'it is for a host of its own' } : {};
}

const VERSIONED = 'a version is put before a path';

/** Of a view that is a class, its methods are mostly not known: it counts for all. */
function listedMethods(call: ExternalCall): readonly string[] {
  const methods = call.arguments.named.get('methods');
  if (methods !== undefined) return methodTexts(methods);
  const isClass = /\.(?:add_url_rule|add_route)$/.test(call.callee) && !isFunction(viewOf(call));
  return isClass ? ['ALL'] : ['GET'];
}

function isFunction(view: Evaluated | undefined): boolean {
  return view?.is === 'function' || (view?.is === 'method' && view.definition !== undefined);
}

function include(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const { dialect, listing, application } = reader;
  const { calls } = application;
  if (!dialect.include) return;
  const router = call.arguments.positional[0] ?? call.arguments.named.get(dialect.include.router);
  if (router?.is !== 'object' || !(dialect.router.test(router.of) || dialect.app.test(router.of))) {
    listing.doubts.push('a router that it takes in cannot be read');
    return;
  }
  const given = optionalText(call.arguments.named.get(dialect.include.prefix));
  const own = optionalText(router.arguments.named.get(dialect.ownPrefix));
  if (given.is === 'unknown' || own.is === 'unknown') {
    listing.doubts.push('the prefix of a router cannot be read');
    return;
  }
  if (dialect === SANIC && [call, router].some((each) => each.arguments.named.has('version'))) {
    listing.doubts.push(VERSIONED);
  }
  const prefix = dialect.replacesPrefix ? (given.text ?? own.text ?? '') : `${given.text ?? ''}${own.text ?? ''}`;
  list(
    reader,
    router,
    {
      prefix: joined(under.prefix, dialect.patternOf(prefix)),
      ...guardOf(under, hasDependencies({ arguments: call.arguments })),
      conditional: under.conditional || call.conditional,
      isTaken: (route) => calls.indexOf(route) > calls.indexOf(call),
    },
    above,
  );
}

function mountCall(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const path = textArgument(call, 0, 'path');
  if (path === undefined) {
    reader.listing.doubts.push('the path of an app that is mounted cannot be read');
    return;
  }
  const app = call.arguments.positional[1] ?? call.arguments.named.get('app');
  const conditional = under.conditional || call.conditional;
  mount(reader, { is: 'mount', path, app, guarded: false, at: call.at }, { ...under, conditional }, above);
}

/** Another app under a path, whose answer is the last word there. Files may answer any path below. */
function mount(
  reader: Reader,
  { path, app, routes, guarded, at }: Extract<ListedRoute, { is: 'mount' }>,
  { conditional, ...under }: Under,
  above: readonly string[],
): void {
  const { dialect, listing } = reader;
  const prefix = joined(under.prefix, dialect.patternOf(path));
  const inside: Under = { prefix, ...guardOf(under, guarded), conditional };
  const other = dialectOf(app, 'app', 'router');
  if (routes) listed(reader, routes, inside, above);
  else if (app && other?.mounts) list({ ...reader, dialect: other }, app, inside, above);
  else {
    const uncertain = 'another app is mounted there';
    listing.routes.push({ method: 'ALL', path: joined(prefix, '/*'), at, guarded: inside.guarded, uncertain });
  }
  listing.mounted.push({ prefix: prefix.replace(/\/$/, ''), before: listing.routes.length });
}

/** What may refuse a request: what stands above, or the route's own. */
function guardOf(
  { guarded, guardedAt }: Pick<Under, 'guarded' | 'guardedAt'>,
  own: boolean,
): Pick<AppRoute, 'guarded' | 'guardedAt'> {
  return { guarded: guarded || own, ...(guardedAt && { guardedAt }) };
}

/** Something in front of every route that may refuse a request. */
function isGuard({ dialect, handlers }: Reader, call: ExternalCall): boolean {
  const method = methodOf(call);
  if (!dialect.before.includes(method)) return false;
  if (method !== 'add_middleware') return handlers.mayAnswer(call);
  const middleware = call.arguments.positional[0] ?? call.arguments.named.get('middleware_class');
  return !letsPass(middleware);
}

function isErrorHandler(call: ExternalCall, dialect: Dialect): boolean {
  if (
    !/\.(?:errorhandler|app_errorhandler|register_error_handler|exception_handler|add_exception_handler|exception)$/.test(
      call.callee,
    )
  )
    return false;
  const { positional } = call.arguments;
  // Sanic's takes several.
  const handled = call.callee.endsWith('.exception') ? positional : positional.slice(0, 1);
  return handled.length === 0 || handled.some((each) => handlesNotFound(each, dialect));
}

/** FastAPI's `dependencies=[…]`, which may refuse a request. */
function hasDependencies(given: Evaluated | Pick<ExternalCall, 'arguments'>): boolean {
  if (!('arguments' in given)) return false;
  const value = given.arguments.named.get('dependencies');
  if (value === undefined || value.is === 'none') return false;
  return value.is !== 'list' || value.items.length > 0 || value.rest !== undefined;
}

function methodOf({ callee }: ExternalCall): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}
