import { callPlace } from '../../../code/run/methods.js';
import type { Library, LibraryCall, Machine } from '../../../code/run/machine.js';
import {
  external,
  pathOfExternal,
  primitive,
  type Call,
  type External,
  type FunctionValue,
  type JsValue,
} from '../../../code/run/values.js';
import { madeBy } from './dialects.js';

/** A part of an app that a plugin was given. */
export interface Registered {
  parent: External;
  /** The prefix of its routes, as it was given. */
  prefix: JsValue | undefined;
  conditional: boolean;
}

/** The parts of apps that plugins were given, by the call that stands for each. */
export type Plugins = ReadonlyMap<Call, Registered>;

/** Marks a function that Fastify runs on the app itself (https://github.com/fastify/fastify-plugin). */
const ON_THE_APP = 'skip-override';

/**
 * Runs the plugins that Fastify and Hapi are given on the part of the app that is theirs
 * (https://fastify.dev/docs/latest/Reference/Plugins/, https://hapi.dev/tutorials/plugins/).
 */
export function pluginLibrary(): { library: Library; plugins: Plugins } {
  const plugins = new Map<Call, Registered>();
  const library: Library = (call, machine) => {
    const [first] = call.args;
    if (call.path?.[0] === 'fastify-plugin') return first?.is === 'function' ? marked(first) : undefined;
    const parent = registering(call, plugins);
    return parent && register(call, parent, machine, plugins);
  };
  return { library, plugins };
}

function marked(plugin: FunctionValue): FunctionValue {
  const mark = { value: primitive(true, plugin.at) };
  return { ...plugin, cells: new Map([...plugin.cells, [ON_THE_APP, mark]]) };
}

/** The app of a call of its `register`. */
function registering({ callee }: LibraryCall, plugins: Plugins): External | undefined {
  if (callee.is !== 'external' || callee.origin.by !== 'member' || callee.origin.name !== 'register') return undefined;
  return isApp(callee.origin.of, plugins) ? callee.origin.of : undefined;
}

function isApp({ origin }: External, plugins: Plugins): boolean {
  if (origin.by !== 'call') return false;
  if (plugins.has(origin.call)) return true;
  const { callee } = origin.call;
  if (callee.is !== 'external') return false;
  const made = madeBy(pathOfExternal(callee) ?? []);
  if (made) return made.dialect.name === 'Fastify' || made.dialect.name === 'Hapi';
  return callee.origin.by === 'member' && callee.origin.name === 'withTypeProvider' && isApp(callee.origin.of, plugins);
}

function register(
  { args: [given, options], at }: LibraryCall,
  parent: External,
  machine: Machine,
  plugins: Map<Call, Registered>,
): JsValue | undefined {
  const list = given?.is === 'array' && given.open === undefined ? given.items : given ? [given] : [];
  const found = list.map((each) => pluginOf(each, options, machine));
  if (!found.every((each) => each !== undefined)) return undefined;
  const { conditional, within, stack } = machine.state;
  for (const { run, prefix, own } of found) {
    const isOnTheApp = run.cells.has(ON_THE_APP) || (prefix === undefined && !isFunction(given));
    const target = isOnTheApp ? parent : child(parent, prefix, conditional, machine, at, plugins);
    machine.later(run, [target, own ?? primitive(undefined, at)], {
      ...callPlace(machine, at),
      conditional,
      within,
      stack,
    });
  }
  return parent;
}

function isFunction(value: JsValue | undefined): boolean {
  return value?.is === 'function';
}

interface Plugin {
  run: FunctionValue;
  prefix: JsValue | undefined;
  own: JsValue | undefined;
}

/** Fastify takes functions, also as a module's default; Hapi objects with `register`, alone or under `plugin`. */
function pluginOf(value: JsValue, options: JsValue | undefined, machine: Machine): Plugin | undefined {
  const prefix = cell(options, 'prefix') ?? cell(cell(options, 'routes'), 'prefix');
  if (value.is === 'function') return { run: value, prefix, own: options };
  if (value.is !== 'object') return undefined;
  const standard = machine.member(value, 'default', value.at);
  if (standard.is === 'function') return { run: standard, prefix, own: options };
  const inner = cell(value, 'plugin') ?? value;
  const run = inner.is === 'object' || inner.is === 'class' ? machine.member(inner, 'register', value.at) : undefined;
  if (run?.is !== 'function') return undefined;
  return { run, prefix: cell(cell(value, 'routes'), 'prefix') ?? prefix, own: cell(value, 'options') ?? options };
}

/** A property that an object is written with. */
export function cell(value: JsValue | undefined, name: string): JsValue | undefined {
  if (value?.is !== 'object') return undefined;
  const found = value.cells.get(name)?.value;
  return found?.is === 'primitive' && found.value === undefined ? undefined : found;
}

function child(
  parent: External,
  prefix: JsValue | undefined,
  conditional: boolean,
  machine: Machine,
  at: LibraryCall['at'],
  plugins: Map<Call, Registered>,
): External {
  const result = external({ by: 'global', name: '' }, at);
  const { node, nodes, module } = callPlace(machine, at);
  const { within, stack } = machine.state;
  const call: Call = {
    ...{
      callee: parent,
      constructs: false,
      args: [],
      nodes,
      open: false,
      at,
      node,
      module,
      conditional,
      within,
      stack,
    },
    result,
  };
  result.origin = { by: 'call', call };
  plugins.set(call, { parent, prefix, conditional });
  return result;
}
