import type { Run } from '../../../code/run/run.js';
import {
  alternatives,
  pathOfExternal,
  textIn,
  type Call,
  type External,
  type JsValue,
} from '../../../code/run/values.js';
import { EXPRESS, madeBy, type Dialect } from './dialects.js';
import type { Collecting, Owner, Target } from './collecting.js';
import { linksOf } from './links.js';
import { addsNothing, answersInFront } from './packages.js';
import { EVERY_PATH, pathsOf, ROOT, type PatternPath } from './patterns.js';
import { cell, pluginParent, pluginPrefix } from './plugins.js';
import { answering, READERS } from './readers.js';
import type { Entry, Link } from './router.js';

/** The apps and routers of a program, and why there may be more to them. */
export interface Collection {
  owners: readonly Owner[];
  doubts: readonly string[];
}

/** Routes and rejections are both read from what a program adds, which takes its time. */
const collected = new WeakMap<Run, Collector>();

/** Reads what a program adds to its apps and routers, once per run. */
export function collect(run: Run): Collector {
  const known = collected.get(run);
  if (known) return known;
  const collector = new Collector(run);
  collected.set(run, collector);
  collector.read();
  return collector;
}

export class Collector implements Collection, Collecting {
  readonly doubts: string[] = [];
  readonly #owners = new Map<Call, Owner>();

  constructor(readonly run: Run) {}

  get owners(): readonly Owner[] {
    return [...this.#owners.values()];
  }

  read(): void {
    for (const call of this.run.calls) {
      const { callee } = call;
      const target =
        callee.is === 'external' && callee.origin.by === 'member' ? this.target(callee.origin.of) : undefined;
      if (target && callee.is === 'external' && callee.origin.by === 'member')
        this.#method(target, callee.origin.name, call);
      else this.#other(call);
    }
  }

  /** The app or router that a value is. */
  ownerOf(value: JsValue): Owner | undefined {
    if (value.is !== 'external') return undefined;
    const target = this.target(value);
    return target && !target.paths ? target.owner : undefined;
  }

  /** What a method of something outside the program is called on. */
  target({ origin }: External): Target | undefined {
    // `app.router` of Express, `server.auth` of Hapi.
    if (origin.by === 'member') {
      return origin.name === 'router' || origin.name === 'auth' ? this.target(origin.of) : undefined;
    }
    return origin.by === 'call' ? this.#targetBy(origin.call) : undefined;
  }

  #targetBy(call: Call): Target | undefined {
    const known = this.#owners.get(call);
    if (known) return { owner: known };
    const parent = pluginParent(call);
    if (parent) return this.#plugin(call, parent);
    const { callee } = call;
    if (callee.is !== 'external') return undefined;
    const made = madeBy(pathOfExternal(callee) ?? []);
    if (made) return { owner: this.#own(call, made.dialect, made.is, prefixOf(call.args, made.dialect)) };
    return callee.origin.by === 'member' ? this.#chained(call, callee.origin.of, callee.origin.name) : undefined;
  }

  #chained(call: Call, on: External, name: string): Target | undefined {
    const target = ENDING_CHAIN.has(name) ? undefined : this.target(on);
    if (!target) return undefined;
    const { dialect, router } = target.owner;
    if (name === 'route' && dialect.convention.next === 2)
      return { owner: target.owner, paths: this.paths(call.args[0]) };
    if (name === 'basePath' && dialect.name === 'Hono') {
      const owner = this.#own(call, dialect, 'router', '');
      router.entries.push(
        this.entry(call, this.paths(call.args[0]), [{ is: 'router', router: owner.router }], ['ALL'], true),
      );
      owner.mounted = true;
      return { owner };
    }
    return target.paths ? target : { owner: target.owner };
  }

  /** What `register` gives is the part of the app that is the plugin's. */
  #plugin(call: Call, parent: External): Target | undefined {
    const above = this.target(parent)?.owner;
    if (!above) return undefined;
    const owner = this.#own(call, above.dialect, 'router', '');
    owner.mounted = true;
    const prefix = pluginPrefix(call);
    const links: readonly Link[] = [{ is: 'router', router: owner.router }];
    above.router.entries.push(this.entry(call, prefix ? this.paths(prefix) : ROOT, links, ['ALL'], true));
    return { owner };
  }

  #own(call: Call, dialect: Dialect, is: Owner['is'], prefix: string): Owner {
    const made = call.callee.is === 'external' ? call.callee : call.result;
    const owner: Owner = { dialect, is, router: { entries: [], prefix }, made, mounted: false, listens: false };
    this.#owners.set(call, owner);
    return owner;
  }

  #method(target: Target, name: string, call: Call): void {
    const { owner } = target;
    if (name === 'listen' || name === 'start' || name === 'callback') owner.listens = true;
    else if (!READERS[owner.dialect.name](this, target, name, call)) {
      if (!QUIET.has(name)) this.doubt(`\`${name}\` of ${owner.dialect.name} is not followed`);
    }
    for (const each of call.args) this.#escapes(each, call, false);
  }

  /** A call of something else: of a package that may add routes to an app it is given, or of something unknown. */
  #other(call: Call): void {
    const { callee, args } = call;
    const path = callee.is === 'external' ? pathOfExternal(callee) : undefined;
    for (const each of args) this.#escapes(each, call, path === undefined || !addsNothing(path));
    if (path && answersInFront(path)) this.doubt(`\`${path[0] ?? ''}\` may answer in front of the app`);
    if (callee.is === 'unknown' && looksLikeRoute(call))
      this.doubt('a route is added to something that is not followed');
  }

  #escapes(value: JsValue, { callee, constructs }: Call, mayAdd: boolean): void {
    const given = [value, ...(value.is === 'object' ? [...value.cells.values()].map((each) => each.value) : [])];
    for (const each of given.flatMap(alternatives)) {
      const owner = each.is === 'external' ? this.#served(each) : undefined;
      if (!owner) continue;
      if (!mayAdd) owner.listens ||= callee.is === 'external' && !this.#isOwn(callee);
      else if (!constructs || each !== value) this.doubt('a package is given the app and may add routes to it');
    }
  }

  #isOwn(callee: External): boolean {
    return callee.origin.by === 'member' && this.target(callee.origin.of) !== undefined;
  }

  /** `app`, `app.fetch`, `app.callback()`, `app.handler`. */
  #served(value: External): Owner | undefined {
    const own = this.ownerOf(value);
    if (own) return own;
    return value.origin.by === 'member' && ['fetch', 'handler', 'handle'].includes(value.origin.name)
      ? this.ownerOf(value.origin.of)
      : undefined;
  }

  doubt(why: string): void {
    if (!this.doubts.includes(why)) this.doubts.push(why);
  }

  /** The paths that an argument stands for. */
  paths(value: JsValue | undefined): readonly PatternPath[] {
    if (!value) return [EVERY_PATH];
    if (value.is === 'array') {
      return value.open === undefined ? value.items.flatMap((each) => this.paths(each)) : [EVERY_PATH];
    }
    const text = textIn(value);
    return text === undefined ? [EVERY_PATH] : pathsOf(text);
  }

  entry(
    { at, conditional, open }: Call,
    paths: readonly PatternPath[],
    links: readonly Link[],
    methods: readonly string[],
    isPrefix: boolean,
  ): Entry {
    const rest: readonly Link[] = open ? [{ is: 'unknown', why: 'its handlers are not all followed' }] : [];
    return { methods, paths, isPrefix, links: [...links, ...rest], at, conditional };
  }

  /** What a route's handler does: it answers, even where it is not followed. */
  answer(handler: JsValue | undefined, dialect: Dialect): readonly Link[] {
    return handler ? answering(this.links([handler], dialect)) : [{ is: 'answers' }];
  }

  /** What a middleware of Connect's kind does that a framework of another kind is given. */
  connectLinks(value: JsValue): readonly Link[] {
    return linksOf(this, value, EXPRESS);
  }

  /** What handles a request, from arguments. */
  links(values: readonly JsValue[], dialect: Dialect): readonly Link[] {
    return values.flatMap((each) => linksOf(this, each, dialect));
  }
}

function prefixOf([options]: readonly JsValue[], { name }: Dialect): string {
  return name === 'Koa' ? (textIn(cell(options, 'prefix')) ?? '') : '';
}

/** Methods that give something else than what they are called on. */
const ENDING_CHAIN = new Set([
  'routes',
  'middleware',
  'allowedMethods',
  'callback',
  'listen',
  'address',
  'start',
  'inject',
]);

/** Methods of apps that add no route. */
const QUIET = new Set([
  ...['set', 'enable', 'disable', 'engine', 'param', 'on', 'once', 'emit', 'enabled', 'disabled', 'path', 'address'],
  ...['close', 'ready', 'after', 'decorate', 'decorateRequest', 'decorateReply', 'addSchema', 'setErrorHandler', 'log'],
  ...[
    'setValidatorCompiler',
    'setSerializerCompiler',
    'addContentTypeParser',
    'inject',
    'printRoutes',
    'withTypeProvider',
  ],
  ...[
    'setReplySerializer',
    'hasDecorator',
    'removeAllContentTypeParsers',
    'onError',
    'stop',
    'initialize',
    'ext',
    'event',
  ],
  ...[
    'events',
    'method',
    'validator',
    'state',
    'cache',
    'table',
    'lookup',
    'settings',
    'info',
    'bind',
    'ws',
    'allowedMethods',
  ],
  ...[
    'off',
    'removeListener',
    'addListener',
    'setMaxListeners',
    'url',
    'showRoutes',
    'getSchema',
    'swagger',
    'addHook',
  ],
]);

const VERB = /^(?:get|post|put|patch|delete|all|use|route)$/;

/** Whether a call on something unknown has the looks of a route: `x.get('/path', function)`. */
function looksLikeRoute({ node, args: [first, ...rest] }: Call): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { property } = node.callee;
  if (property.type !== 'Identifier' || !VERB.test(property.name)) return false;
  if (property.name === 'route') return first?.is === 'object' && ['url', 'path'].some((key) => cell(first, key));
  const path = textIn(first);
  return path?.startsWith('/') === true && rest.some((each) => each.is === 'function' || each.is === 'external');
}
