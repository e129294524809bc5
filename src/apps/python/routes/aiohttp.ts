import { functionText } from '../../../code/python/evaluate/function-text.js';
import type { ExternalCall } from '../../../code/python/evaluate/machine.js';
import { isSequence, type Arguments, type Evaluated } from '../../../code/python/evaluate/values.js';
import type { Location } from '../../../model/location.js';
import type { Application } from './application.js';
import type { Kind } from './dialects.js';
import { addsRoutes, callsOn, identity, routeDoubts } from './doubts.js';
import { mayRefuseBy } from './handlers.js';
import type { Listing } from './listing.js';
import { mayAnswerItself } from './passing.js';
import { aiohttpPattern, joined } from './paths.js';
import { classView } from './views.js';

/** Lists of functions that are called around the life of an app. */
const SIGNALS = new Set(['on_startup', 'on_cleanup', 'on_shutdown', 'on_response_prepare', 'cleanup_ctx']);

/** https://docs.aiohttp.org/en/stable/web_reference.html */
const AIOHTTP: Kind = {
  app: /^aiohttp\.web(?:_app)?\.Application$/,
  router: /^aiohttp\.web(?:_routedef)?\.RouteTableDef$/,
  read: new Set(['router', ...SIGNALS]),
};

export function isAiohttp(app: Evaluated): boolean {
  return app.is === 'object' && AIOHTTP.app.test(app.of);
}

/** The routes of an app of aiohttp. */
export function aiohttpRoutes(application: Application, listing: Listing): Listing {
  list({ application, listing }, application.app, { prefix: '', guarded: false }, []);
  listing.doubts.push(...routeDoubts(application, AIOHTTP));
  return listing;
}

interface Reader {
  application: Application;
  listing: Listing;
}

interface Under {
  prefix: string;
  guarded: boolean;
}

function list(reader: Reader, app: Evaluated, under: Under, above: readonly string[]): void {
  const { application, listing } = reader;
  const id = identity(app);
  if (app.is !== 'object' || above.includes(id)) {
    listing.doubts.push('an app that it takes in cannot be read');
    return;
  }
  const own = { ...under, guarded: under.guarded || hasGuards(app.arguments, listing) };
  for (const call of callsOn(application.calls, id, AIOHTTP.read)) {
    const method = call.callee.slice(call.callee.lastIndexOf('.') + 1);
    if (call.through !== undefined && SIGNALS.has(call.through)) {
      if (call.arguments.positional.some(addsRoutes)) listing.doubts.push('routes may be added when it starts');
    } else if (method === 'add_routes') addAll(reader, call, own);
    else if (method === 'add_subapp' && call.through === undefined) addApp(reader, call, own, [...above, id]);
    else if (call.through === 'router') addByMethod(reader, call, method, own);
    else if (method === 'add_domain') listing.doubts.push('routes of a host of its own are not read');
  }
}

/** Middleware that only tidies up the path or the answer is no guard. */
function hasGuards({ named, rest }: Arguments, listing: Listing): boolean {
  const given = named.get('middlewares');
  if (given === undefined && !rest) return false;
  const items = given && isSequence(given) && !given.rest ? given.items : undefined;
  const isOpen =
    items?.every((item) => (item.is === 'function' ? !mayAnswerItself(functionText(item)) : isTidying(item))) ?? false;
  // It may answer what is not found, too.
  if (!isOpen) listing.doubts.push('its middleware may answer in place of its routes');
  return !isOpen;
}

function isTidying(item: Evaluated): boolean {
  return item.is === 'object' && /^aiohttp(?:\.web)?\.normalize_path_middleware$/.test(item.of);
}

function addApp(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const prefix = text(call.arguments, 0, 'prefix');
  const app = call.arguments.positional[1] ?? call.arguments.named.get('subapp');
  if (prefix === undefined || !app || !isAiohttp(app)) {
    reader.listing.doubts.push('an app that it takes in cannot be read');
    return;
  }
  list(reader, app, { ...under, prefix: joined(under.prefix, prefix.replace(/\/$/, '')) }, above);
}

/** `app.add_routes([web.get('/', index)])`, or a table that functions were decorated with. */
function addAll(reader: Reader, call: ExternalCall, under: Under): void {
  const { application, listing } = reader;
  const [given] = call.arguments.positional;
  if (given?.is === 'object' && AIOHTTP.router.test(given.of)) {
    const until = application.calls.indexOf(call);
    for (const one of callsOn(application.calls, identity(given))) {
      if (application.calls.indexOf(one) < until) addOne(listing, one.callee, one, under);
    }
    return;
  }
  if (!given || !isSequence(given) || given.rest) {
    listing.doubts.push('a list of routes cannot be read');
    return;
  }
  for (const item of given.items) {
    if (item.is === 'object') addOne(listing, item.of, { ...item, conditional: call.conditional }, under);
    else listing.doubts.push('a route is made in a way that is not read');
  }
}

/** `app.router.add_get('/', index)` */
function addByMethod({ listing }: Reader, call: ExternalCall, method: string, under: Under): void {
  if (!method.startsWith('add_')) return;
  addOne(listing, method.replace('add_', '.'), call, under);
}

const BY_METHOD = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

interface Added {
  arguments: Arguments;
  at: Location;
  conditional: boolean;
}

function addOne(listing: Listing, callee: string, { arguments: given, at, conditional }: Added, under: Under): void {
  const kind = callee.slice(callee.lastIndexOf('.') + 1);
  const first = kind === 'route' ? 1 : 0;
  const path = text(given, first, kind === 'static' ? 'prefix' : 'path');
  const isKnown = BY_METHOD.has(kind) || kind === 'route' || kind === 'view' || kind === 'static';
  if (path === undefined || !isKnown) {
    listing.doubts.push(isKnown ? 'the path of a route cannot be read' : 'a route is made in a way that is not read');
    return;
  }
  const isFiles = kind === 'static';
  const uncertain = isFiles
    ? 'it depends on the files there are'
    : conditional
      ? 'it is added only on a condition that is not decided'
      : undefined;
  const view = viewOf(given.positional[first + 1] ?? given.named.get('handler'));
  for (const method of isFiles ? ['GET'] : methodsOf(kind, given, view)) {
    listing.routes.push({
      method,
      path: joined(under.prefix, isFiles ? `${path.replace(/\/$/, '')}/*` : aiohttpPattern(path)),
      at,
      guarded: under.guarded || view.guarded,
      ...(uncertain !== undefined && { uncertain }),
    });
  }
}

interface Answering {
  methods: readonly string[] | undefined;
  guarded: boolean;
}

/** A function that is decorated itself is not seen here: what decorates it beside its route may refuse a request. */
function viewOf(handler: Evaluated | undefined): Answering {
  const own = handler?.is === 'method' ? handler.definition : handler;
  if (own?.is === 'function') return { methods: undefined, guarded: mayRefuseBy(own.decorators) };
  const view = own?.is === 'class' ? classView(own, /^aiohttp(?:\.abc|\.web)?\.(?:View|AbstractView)$/) : undefined;
  return { methods: view?.methods, guarded: view?.guarded ?? false };
}

function methodsOf(kind: string, given: Arguments, view: Answering): readonly string[] {
  if (kind === 'view') return view.methods && view.methods.length > 0 ? view.methods : ['ALL'];
  if (kind !== 'route') return [kind.toUpperCase()];
  const method = text(given, 0, 'method')?.toUpperCase();
  return method === undefined || method === '*' ? ['ALL'] : [method];
}

function text({ positional, named }: Arguments, position: number, name: string): string | undefined {
  const value = positional[position] ?? named.get(name);
  return value?.is === 'string' ? value.value : undefined;
}
