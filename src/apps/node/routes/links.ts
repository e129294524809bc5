import { find } from '../../../code/run/scope.js';
import {
  pathOfExternal,
  type Call,
  type External,
  type FunctionValue,
  type JsValue,
} from '../../../code/run/values.js';
import type { Collecting } from './collecting.js';
import type { Dialect } from './dialects.js';
import { CONNECT, effectOf, handlingOf, type Convention } from './functions.js';
import { ROOT } from './patterns.js';
import { letsPass, REDIRECTING, refuses, rootPath, wraps } from './packages.js';
import { cell } from './plugins.js';
import type { Link } from './router.js';
import { staticRoutes } from './static.js';

/** What a value does that is given to a router. */
export function linksOf(collector: Collecting, value: JsValue, dialect: Dialect): readonly Link[] {
  switch (value.is) {
    case 'array':
      return value.items.flatMap((each) => linksOf(collector, each, dialect));
    case 'function':
      return [functionLink(value, dialect.convention)];
    case 'external':
      return [externalLink(collector, value, dialect)];
    case 'primitive':
      return [];
    case 'oneOf': {
      const links = value.values.flatMap((each) => linksOf(collector, each, dialect));
      return [links.every(isPassing) ? { is: 'passes' } : UNKNOWN];
    }
    default:
      return [UNKNOWN];
  }
}

const UNKNOWN: Link = { is: 'unknown', why: 'what handles it is not followed' };

function isPassing(link: Link): boolean {
  return link.is === 'passes' || (link.is === 'function' && link.effect.is === 'passes');
}

/** What a function of the program does with a request. */
export function functionLink(value: FunctionValue, convention: Convention): Link {
  // Express takes a function of four parameters for one that handles errors.
  if (convention === CONNECT && value.node.params.length === 4) return { is: 'passes' };
  const inner = wrapped(value, convention) ?? value;
  return { is: 'function', effect: effectOf(inner.node, convention), at: value.at };
}

/** The handler that a function of the program only wraps, as `(req, res, next) => fn(req, res, next).catch(next)` does. */
function wrapped(value: FunctionValue, convention: Convention): FunctionValue | undefined {
  const { effect, handedOn } = handlingOf(value.node, convention);
  const [call, ...others] = handedOn;
  if (effect.is === 'passes' || call?.callee.type !== 'Identifier' || others.length > 0) return undefined;
  const found = find(value.scope, call.callee.name)?.value;
  return found?.is === 'function' && found.node !== value.node ? found : undefined;
}

function externalLink(collector: Collecting, value: External, dialect: Dialect): Link {
  const owner = collector.ownerOf(value);
  if (owner) {
    owner.mounted = true;
    return { is: 'router', router: owner.router };
  }
  const { origin } = value;
  if (origin.by === 'call') return callLink(collector, origin.call, dialect);
  if (origin.by === 'member' && origin.name === 'fetch') {
    const inner = collector.ownerOf(origin.of);
    if (inner) return externalLink(collector, origin.of, dialect);
  }
  return byPath(pathOfExternal(value), value) ?? UNKNOWN;
}

function callLink(collector: Collecting, call: Call, dialect: Dialect): Link {
  const { callee, args } = call;
  if (callee.is !== 'external') return UNKNOWN;
  const { origin } = callee;
  if (origin.by === 'member') {
    const target = collector.target(origin.of);
    if (target && ['routes', 'middleware', 'callback'].includes(origin.name)) {
      target.owner.mounted = true;
      return { is: 'router', router: target.owner.router };
    }
    if (target && origin.name === 'allowedMethods') return { is: 'passes' };
  }
  const path = pathOfExternal(callee);
  // `body('name').notEmpty()`: what a package gives lets pass as the package does.
  if (!path) return letsPass(rootPath(callee) ?? []) ? { is: 'passes' } : UNKNOWN;
  const [first] = args;
  if (path.join('.') === 'koa-mount') return mounted(collector, call, dialect);
  if (wraps(path) && first) return linksOf(collector, first, dialect)[0] ?? UNKNOWN;
  const files = staticRoutes(collector.run, path, call);
  return files ?? byPath(path, call, args) ?? UNKNOWN;
}

/** `mount('/prefix', app)`, `mount(app)` (https://github.com/koajs/mount). */
function mounted(collector: Collecting, { args: [first, second], at }: Call, dialect: Dialect): Link {
  const [path, app] = second ? [first, second] : [undefined, first];
  if (!app) return UNKNOWN;
  const links = linksOf(collector, app, dialect);
  const paths = path ? collector.paths(path) : ROOT;
  return {
    is: 'router',
    router: { prefix: '', entries: [{ methods: ['ALL'], paths, isPrefix: true, links, at, conditional: false }] },
  };
}

function byPath(
  path: readonly string[] | undefined,
  { at }: { at: External['at'] },
  args: readonly JsValue[] = [],
): Link | undefined {
  if (!path) return undefined;
  if (letsPass(path)) return { is: 'passes' };
  if (!refuses(path)) return undefined;
  return { is: 'function', effect: { is: isOptional(args) ? 'may-refuse' : 'refuses' }, at };
}

/** Whether a guard also lets pass who carries no login, or sends him to where he gets one. */
function isOptional(args: readonly JsValue[]): boolean {
  return args.some((each) => {
    if (each.is === 'array') return isOptional(each.items);
    if (each.is === 'primitive') return each.value === 'anonymous' || REDIRECTING.has(String(each.value));
    // A function of the program, as `passport.authenticate('jwt', callback)` has, decides itself.
    if (each.is !== 'object') return true;
    return OPTIONAL.some((name) => cell(each, name) !== undefined);
  });
}

const OPTIONAL = [
  'credentialsRequired',
  'authRequired',
  'passthrough',
  'successRedirect',
  'failureRedirect',
  'failWithError',
];
