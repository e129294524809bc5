import { isSequence, type Arguments, type Evaluated } from '../../../code/python/evaluate/values.js';
import type { AppRoute } from '../../../model/routes.js';
import type { Location } from '../../../model/location.js';
import type { Application } from './application.js';
import type { Kind } from './dialects.js';
import { callsOn, identity, routeDoubts } from './doubts.js';
import type { Listing } from './listing.js';
import { regexPatterns } from './regex-paths.js';
import { classView } from './views.js';

/** https://www.tornadoweb.org/en/stable/web.html */
const TORNADO: Kind = { app: /^tornado\.web\.Application$/, router: /^tornado\.routing\.\w*Router$/ };

export function isTornado(app: Evaluated): boolean {
  return app.is === 'object' && TORNADO.app.test(app.of);
}

/** The routes of an app of Tornado. */
export function tornadoRoutes(application: Application, listing: Listing): Listing {
  const { app, calls } = application;
  if (app.is !== 'object') return listing;
  const { positional, named, rest } = app.arguments;
  const handlers = positional[0] ?? named.get('handlers');
  addSettings(app.arguments, app.at, listing);
  if (handlers && handlers.is !== 'none') addList(handlers, listing);
  if (rest) listing.doubts.push('what the app is given cannot be read');
  for (const call of callsOn(calls, identity(app))) {
    if (!call.callee.endsWith('.add_handlers')) continue;
    const [host, added] = call.arguments.positional;
    if (host?.is === 'string' && host.value === '.*' && added) addList(added, listing);
    else listing.doubts.push('routes of a host of its own are not read');
  }
  listing.doubts.push(...routeDoubts(application, TORNADO));
  return listing;
}

/** Settings that answer paths of their own: files come before all else. */
function addSettings({ named }: Arguments, at: Location, { routes, doubts }: Listing): void {
  const files = named.get('static_path');
  const prefix = named.get('static_url_prefix');
  if (files && files.is !== 'none') {
    if (prefix && prefix.is !== 'string') doubts.push('the path of files cannot be read');
    const path = prefix?.is === 'string' ? prefix.value : '/static/';
    for (const each of [`${path}*`, '/favicon.ico', '/robots.txt']) {
      routes.push({ method: 'GET', path: each, at, guarded: false, uncertain: 'it depends on the files there are' });
    }
  }
  if (named.has('default_handler_class')) doubts.push('what it answers in place of 404 is not read');
}

function addList(list: Evaluated, { routes, doubts }: Listing): void {
  if (!isSequence(list) || list.rest) {
    doubts.push(isSequence(list) ? (list.rest?.why ?? '') : 'a list of routes cannot be read');
    if (!isSequence(list)) return;
  }
  for (const item of list.items) {
    const [pattern, handler, given] = partsOf(item);
    if (pattern?.is === 'string' && handler) routes.push(...routesOf(pattern.value, handler, given, item.at));
    else doubts.push('a route is made in a way that is not read');
  }
}

/** `(pattern, handler, arguments)`, also as `url(…)`. */
function partsOf(item: Evaluated): readonly (Evaluated | undefined)[] {
  if (item.is === 'tuple' && !item.rest) return item.items;
  const isSpec = item.is === 'object' && /^tornado\.web\.(?:url|URLSpec)$/.test(item.of);
  if (!isSpec) return [];
  const { positional, named } = item.arguments;
  return [positional[0] ?? named.get('pattern'), positional[1] ?? named.get('handler'), positional[2]];
}

function routesOf(
  pattern: string,
  handler: Evaluated,
  given: Evaluated | undefined,
  at: Location,
): readonly AppRoute[] {
  const { methods, guarded, uncertain } = handling(handler, given);
  return regexPatterns(pattern).flatMap(({ path, isWhole }) =>
    methods.map((method) => ({
      method,
      path,
      at,
      guarded,
      ...(uncertain !== undefined && { uncertain }),
      ...(!isWhole && { uncertain: 'its pattern is not read' }),
    })),
  );
}

interface Handling {
  methods: readonly string[];
  guarded: boolean;
  uncertain?: string;
}

/** What a handler answers. Only GET counts where it is a class of files. */
function handling(handler: Evaluated, given: Evaluated | undefined): Handling {
  if (handler.is === 'class') {
    const view = classView(handler, /^tornado\.web\.RequestHandler$/);
    if (view && view.methods.length > 0) return view;
  }
  const name = handler.is === 'external' ? handler.name : '';
  if (name === 'tornado.web.RedirectHandler' && given?.is === 'dictionary') return { methods: ['GET'], guarded: false };
  return { methods: ['ALL'], guarded: false, uncertain: 'its handler is not read' };
}
