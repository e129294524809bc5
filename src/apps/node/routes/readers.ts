import { textIn, type Call, type JsValue } from '../../../code/run/values.js';
import type { Collecting, Reader, Target } from './collecting.js';
import type { Dialect } from './dialects.js';
import { readFastify } from './fastify.js';
import { readHapi } from './hapi.js';
import { EVERY_PATH, ROOT, type PatternPath } from './patterns.js';
import type { Link } from './router.js';

export const READERS: Readonly<Record<Dialect['name'], Reader>> = {
  Express: readConnect,
  Polka: readConnect,
  Restify: readRestify,
  Koa: readKoa,
  Hono: readHono,
  Fastify: readFastify,
  Hapi: readHapi,
};

function readConnect(collector: Collecting, target: Target, name: string, call: Call): boolean {
  if (name === 'use') return use(collector, target, call);
  if (name === 'route' && call.args.length === 1) return true;
  return verb(collector, target, name, call);
}

/** `use([path,] ...handlers)`. */
function use(collector: Collecting, { owner }: Target, call: Call): boolean {
  const [first, ...rest] = call.args;
  if (!first) return true;
  const paths = leadingPaths(collector, call);
  const links = collector.links(paths ? rest : call.args, owner.dialect);
  owner.router.entries.push(collector.entry(call, paths ?? ROOT, links, ['ALL'], true));
  return true;
}

/** The paths that come before the handlers; undefined where the first argument is a handler. */
function leadingPaths(
  collector: Collecting,
  { args: [first], nodes: [node] }: Call,
): readonly PatternPath[] | undefined {
  if (node?.type === 'RegExpLiteral') return [EVERY_PATH];
  if (first?.is === 'primitive') return collector.paths(first);
  const isList = first?.is === 'array' && first.items.every((each) => each.is === 'primitive');
  return isList && first.items.length > 0 ? collector.paths(first) : undefined;
}

/** `get(path, ...handlers)`, or `get(...handlers)` of what `route(path)` gives. */
function verb(collector: Collecting, { owner, paths }: Target, name: string, call: Call): boolean {
  const methods = Object.hasOwn(owner.dialect.verbs, name) ? owner.dialect.verbs[name] : undefined;
  if (!methods) return false;
  const [first, ...rest] = call.args;
  const handlers = paths ? call.args : rest;
  // Express' `get(name)` reads a setting.
  if (handlers.length === 0 && !call.open) return true;
  const links = answering(collector.links(handlers, owner.dialect));
  owner.router.entries.push(collector.entry(call, paths ?? collector.paths(first), links, methods, false));
  return true;
}

/** The last of the handlers of a route answers, even where it is not followed. */
export function answering(links: readonly Link[]): readonly Link[] {
  const last = links.at(-1);
  if (!last || last.is === 'router' || last.is === 'routes') return links;
  const passes = last.is === 'passes' || (last.is === 'function' && last.effect.is === 'passes');
  if (passes || (last.is === 'function' && last.effect.is === 'answers')) return links;
  const at = last.is === 'function' ? last.at : undefined;
  return [...links.slice(0, -1), { is: 'answers', ...(at && { at }) }];
}

/** Restify takes `{ path }` for a path, and `applyRoutes` mounts a restify-router. */
function readRestify(collector: Collecting, target: Target, name: string, call: Call): boolean {
  if (name === 'use' || name === 'pre') return use(collector, target, call);
  if (name === 'applyRoutes') {
    const [server, prefix] = call.args;
    const app = server && collector.ownerOf(server);
    if (!app) return false;
    target.owner.mounted = true;
    const paths = prefix ? collector.paths(prefix) : ROOT;
    app.router.entries.push(
      collector.entry(call, paths, [{ is: 'router', router: target.owner.router }], ['ALL'], true),
    );
    return true;
  }
  return verb(collector, target, name, unwrapped(call));
}

function unwrapped(call: Call): Call {
  const [first, ...rest] = call.args;
  const path = first?.is === 'object' ? first.cells.get('path')?.value : undefined;
  return path ? { ...call, args: [path, ...rest] } : call;
}

function readKoa(collector: Collecting, target: Target, name: string, call: Call): boolean {
  const { owner } = target;
  if (owner.is === 'app') return name === 'use' && use(collector, target, call);
  if (name === 'use') return use(collector, target, call);
  if (name === 'prefix') {
    owner.router.prefix = (textIn(call.args[0]) ?? '') + owner.router.prefix;
    return true;
  }
  if (name === 'routes' || name === 'middleware' || name === 'register') return name !== 'register';
  // A route may have a name before its path.
  const [first, second, ...rest] = call.args;
  const isNamed = textIn(first) !== undefined && textIn(second) !== undefined;
  return verb(collector, target, name, isNamed && second ? { ...call, args: [second, ...rest] } : call);
}

function readHono(collector: Collecting, target: Target, name: string, call: Call): boolean {
  const { owner } = target;
  const [first, second, third] = call.args;
  const add = (paths: readonly PatternPath[], handlers: readonly JsValue[], methods: readonly string[]): boolean => {
    const links = answering(collector.links(handlers, owner.dialect));
    owner.router.entries.push(collector.entry(call, paths, links, methods, false));
    return true;
  };
  switch (name) {
    case 'use':
      return use(collector, target, call);
    case 'route':
    case 'mount':
      if (!first || !second) return false;
      owner.router.entries.push(
        collector.entry(call, collector.paths(first), collector.links([second], owner.dialect), ['ALL'], true),
      );
      return true;
    case 'basePath':
    case 'notFound':
    case 'doc':
      return true;
    case 'on': {
      if (!first || !second || !third) return false;
      const methods = (first.is === 'array' ? first.items : [first]).map(
        (each) => textIn(each)?.toUpperCase() ?? 'ALL',
      );
      return add(collector.paths(second), call.args.slice(2), methods);
    }
    default:
      // `app.get(handler)` goes on with the path before.
      if (first && textIn(first) === undefined && Object.hasOwn(owner.dialect.verbs, name)) return false;
      return verb(collector, target, name, call);
  }
}
