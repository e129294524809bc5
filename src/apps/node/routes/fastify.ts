import { alternatives, pathOfExternal, textIn, type JsValue } from '../../../code/run/values.js';
import type { Collecting, Reader, Target } from './collecting.js';
import { HOOK } from './functions.js';
import { functionLink } from './links.js';
import { FASTIFY_GUARDS, isFastifyPluginWithoutRoutes } from './packages.js';
import { ROOT } from './patterns.js';
import { cell } from './plugins.js';
import type { Link } from './router.js';

/** What runs before a handler (https://fastify.dev/docs/latest/Reference/Hooks/). */
const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const;

/** https://fastify.dev/docs/latest/Reference/Routes/ */
export const readFastify: Reader = (collector, target, name, call) => {
  const { owner } = target;
  const [first, second, third] = call.args;
  if (name === 'route') {
    if (first?.is !== 'object') return false;
    const path = cell(first, 'url') ?? cell(first, 'path');
    const methods = methodsOf(cell(first, 'method'));
    if (!path || !methods) return false;
    return add(collector, target, call, { path, methods, options: first, handler: cell(first, 'handler') });
  }
  if (name === 'addHook') {
    const hook = HOOKS.find((each) => each === textIn(first));
    // Hooks stand before all routes of their part of the app, also those added earlier.
    if (hook && second) owner.router.entries.unshift(collector.entry(call, ROOT, hookLinks(second), ['ALL'], true));
    return true;
  }
  if (name === 'register') return registered(collector, target, call);
  if (name === 'setNotFoundHandler') {
    const links: readonly Link[] = [{ is: 'opaque', why: 'what answers all other paths is not followed' }];
    const [found] = collector.answer(first, owner.dialect);
    const statuses = found?.is === 'function' && found.effect.is === 'answers' ? found.effect.statuses : undefined;
    const isRefusal = statuses?.every((status) => status === 404) === true;
    if (!isRefusal) owner.router.entries.push(collector.entry(call, ROOT, links, ['GET'], true));
    return true;
  }
  const methods = Object.hasOwn(owner.dialect.verbs, name) ? owner.dialect.verbs[name] : undefined;
  if (!methods || !first) return false;
  const [options, handler] = third
    ? [second, third]
    : second?.is === 'object'
      ? [second, cell(second, 'handler')]
      : [undefined, second];
  return add(collector, target, call, { path: first, methods, options, handler });
};

interface Written {
  path: JsValue;
  methods: readonly string[];
  options: JsValue | undefined;
  handler: JsValue | undefined;
}

function add(
  collector: Collecting,
  { owner }: Target,
  call: Parameters<Reader>[3],
  { path, methods, options, handler }: Written,
): boolean {
  const before = HOOKS.flatMap((hook) => {
    const given = cell(options, hook);
    return given ? hookLinks(given) : [];
  });
  const links = [...before, ...collector.answer(handler, owner.dialect)];
  owner.router.entries.push(collector.entry(call, collector.paths(path), links, methods, false));
  return true;
}

function methodsOf(value: JsValue | undefined): readonly string[] | undefined {
  const list = value?.is === 'array' ? value.items : value ? [value] : [];
  const names = list.flatMap((each) => textIn(each)?.toUpperCase() ?? []);
  return names.length === list.length && names.length > 0 ? names : undefined;
}

function hookLinks(value: JsValue): readonly Link[] {
  if (value.is === 'array') return value.items.flatMap(hookLinks);
  return value.is === 'function' ? [functionLink(value, HOOK)] : [{ is: 'guard' }];
}

/** A plugin of a package, or one that is not followed. */
function registered(collector: Collecting, { owner }: Target, call: Parameters<Reader>[3]): boolean {
  const [plugin, options] = call.args;
  // One that is followed adds its routes by itself.
  if (plugin?.is === 'function' || plugin?.is === 'object') return collector.target(call.result) !== undefined;
  const path = plugin?.is === 'external' ? pathOfExternal(plugin) : undefined;
  const specifier = path?.[0] ?? '';
  if (FASTIFY_GUARDS.has(specifier)) {
    owner.router.entries.unshift(collector.entry(call, ROOT, [{ is: 'guard' }], ['ALL'], true));
    return true;
  }
  if (isFastifyPluginWithoutRoutes(specifier)) return true;
  const status = specifier === '@fastify/under-pressure' ? statusRoute(options) : undefined;
  if (status) {
    const entry = collector.entry(call, collector.paths(status.path), [{ is: 'answers' }], ['GET'], false);
    owner.router.entries.push(entry);
  }
  if (specifier === '@fastify/under-pressure') return true;
  const prefix = cell(options, 'prefix') ?? cell(options, 'routePrefix');
  const why = path ? `the plugin \`${specifier}\` may add routes` : 'a plugin is not followed';
  const isServing = prefix !== undefined && alternatives(prefix).every((each) => textIn(each) !== undefined);
  const paths = isServing && specifier !== '@fastify/autoload' ? collector.paths(prefix) : ROOT;
  owner.router.entries.push(collector.entry(call, paths, [{ is: 'opaque', why }], ['ALL'], true));
  return true;
}

/** https://github.com/fastify/under-pressure: `/status` unless it is named otherwise. */
function statusRoute(options: JsValue | undefined): { path: JsValue } | undefined {
  const exposed = cell(options, 'exposeStatusRoute');
  if (!exposed) return undefined;
  if (exposed.is === 'primitive' && exposed.value === true) return { path: { ...exposed, value: '/status' } };
  const url = exposed.is === 'object' ? (cell(exposed, 'url') ?? { ...emptyAt(exposed), value: '/status' }) : exposed;
  return { path: url };
}

function emptyAt({ at }: Extract<JsValue, { is: 'object' }>): Extract<JsValue, { is: 'primitive' }> {
  return { is: 'primitive', value: undefined, at, from: { by: 'written' } };
}
