import type { ExternalCall } from '../../../code/python/evaluate/machine.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';
import type { Process } from '../../../model/process.js';
import type { AppRoute, Routes } from '../../../model/routes.js';
import type { Repository } from '../../../repository/repository.js';
import { applicationOf, type Application } from './application.js';
import { DIALECTS, FLASK, type Dialect } from './dialects.js';
import { builtIn, handlesNotFound, hasMiddleware, underRoot } from './built-in.js';
import { callsOn, identity, routeDoubts } from './doubts.js';
import { handlerAt, type Handlers } from './handlers.js';
import { letsPass } from './passing.js';
import { joined, optionalText, patternOf, textArgument } from './paths.js';

/** The routes of a Flask or FastAPI program; undefined where it is none, or its app cannot be found. Never rejects. */
export async function pythonRoutes(repository: Repository, process: Process): Promise<Routes | undefined> {
  const application = await applicationOf(repository, process);
  const dialect =
    application && DIALECTS.find((each) => application.app.is === 'object' && each.app.test(application.app.of));
  if (!application || !dialect) return undefined;
  const handlers = await handlerAt(repository, application.calls);
  const listing: Listing = { routes: [], doubts: [] };
  const reader: Reader = { application, dialect, handlers, listing };
  if (application.open) listing.doubts.push(application.open.why);
  const guarded = handlers.standsBefore(dialect.before);
  list(reader, application.app, { prefix: '', guarded, conditional: false }, []);
  listing.routes.push(...underRoot(process, application.app));
  listing.doubts.push(...routeDoubts(application, dialect));
  const [why] = listing.doubts;
  return {
    routes: listing.routes,
    complete: why === undefined,
    ...(why !== undefined && { why }),
    steps: [],
  };
}

interface Listing {
  routes: AppRoute[];
  /** Why these may not be all: each a clause. */
  doubts: string[];
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
  const guarded =
    under.guarded || own.some((call) => isGuard(reader, call)) || hasDependencies(router) || hasMiddleware(router);
  const here = { ...under, guarded };
  for (const call of own) {
    const method = methodOf(call);
    if (dialect.byMethod.includes(method) || dialect.byList.includes(method)) add(reader, call, method, here);
    else if (method === dialect.include.method) include(reader, call, here, [...above, id]);
    else if (method === 'mount') mount(reader, call, here, [...above, id]);
    else if (method === 'on_event' && reader.handlers.addsRoutes(call)) {
      listing.doubts.push('routes are added when it starts');
    } else if (isErrorHandler(call, dialect) && !reader.handlers.answersNotFound(call)) {
      listing.doubts.push('what it answers in place of 404 is not read');
    }
  }
  const { routes, doubts } = builtIn(dialect, router, here);
  listing.routes.push(...routes);
  listing.doubts.push(...doubts);
}

function add(reader: Reader, call: ExternalCall, method: string, under: Under): void {
  const { dialect, handlers, listing } = reader;
  const path = textArgument(call, 0, dialect === FLASK ? 'rule' : 'path');
  if (path === undefined) {
    listing.doubts.push('the path of a route cannot be read');
    return;
  }
  const methods = dialect.byMethod.includes(method) ? [method.toUpperCase()] : listedMethods(call);
  const refuses = hasDependencies({ arguments: call.arguments }) || handlers.mayRefuse(call);
  const pattern = joined(under.prefix, patternOf(path));
  // Of the other ways to add a route to FastAPI, the function gets the request alone.
  const isTyped = dialect !== FLASK && method !== 'route' && method !== 'add_route';
  const patterns = isTyped ? typedPatterns(reader, call, pattern) : [{ path: pattern }];
  for (const each of methods) {
    for (const one of patterns) {
      listing.routes.push({
        method: each,
        at: call.at,
        guarded: under.guarded || refuses,
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

/** Of a view that is a class, its methods are not known: it counts for all. */
function listedMethods({ arguments: given, callee }: ExternalCall): readonly string[] {
  const methods = given.named.get('methods');
  if (methods === undefined) {
    const view = given.named.get('view_func') ?? given.positional[callee.endsWith('.add_url_rule') ? 2 : 1];
    const isClass = /\.(?:add_url_rule|add_route)$/.test(callee) && view?.is !== 'function';
    return isClass ? ['ALL'] : ['GET'];
  }
  if (methods.is !== 'list' && methods.is !== 'tuple' && methods.is !== 'set') return ['ALL'];
  const texts = methods.items.flatMap((item) => (item.is === 'string' ? [item.value.toUpperCase()] : []));
  return texts.length === methods.items.length && !methods.rest ? texts : ['ALL'];
}

function include(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const { dialect, listing, application } = reader;
  const { calls } = application;
  const router = call.arguments.positional[0] ?? call.arguments.named.get(dialect === FLASK ? 'blueprint' : 'router');
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
  const prefix = dialect.replacesPrefix ? (given.text ?? own.text ?? '') : `${given.text ?? ''}${own.text ?? ''}`;
  list(
    reader,
    router,
    {
      prefix: joined(under.prefix, patternOf(prefix)),
      guarded: under.guarded || hasDependencies({ arguments: call.arguments }),
      conditional: under.conditional || call.conditional,
      isTaken: (route) => calls.indexOf(route) > calls.indexOf(call),
    },
    above,
  );
}

/** Another app under a path. Files may answer any path below. */
function mount(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const { dialect, listing } = reader;
  const path = textArgument(call, 0, 'path');
  const app = call.arguments.positional[1] ?? call.arguments.named.get('app');
  if (path === undefined) {
    listing.doubts.push('the path of an app that is mounted cannot be read');
    return;
  }
  const prefix = joined(under.prefix, patternOf(path));
  if (app?.is === 'object' && dialect.app.test(app.of)) {
    list(reader, app, { prefix, guarded: under.guarded, conditional: under.conditional || call.conditional }, above);
    return;
  }
  const uncertain = 'another app is mounted there';
  listing.routes.push({ method: 'ALL', path: joined(prefix, '/*'), at: call.at, guarded: under.guarded, uncertain });
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
    !/\.(?:errorhandler|app_errorhandler|register_error_handler|exception_handler|add_exception_handler)$/.test(
      call.callee,
    )
  )
    return false;
  const [first] = call.arguments.positional;
  return first === undefined || handlesNotFound(first, dialect);
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
