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

/** Marks a function that Fastify runs on the app itself (https://github.com/fastify/fastify-plugin). */
const ON_THE_APP = 'skip-override';

/**
 * Runs the plugins that Fastify and Hapi are given on the part of the app that is theirs, which is what the recorded call
 * of `register` gives (https://fastify.dev/docs/latest/Reference/Plugins/, https://hapi.dev/tutorials/plugins/).
 */
export const plugins: Library = (call, machine) => {
  const [first] = call.args;
  if (call.path?.[0] === 'fastify-plugin') return first?.is === 'function' ? marked(first) : undefined;
  const app = registering(call);
  return app && register(call, app, machine);
};

/** The app of a call of its `register`; undefined for other calls. */
export function pluginParent({ callee }: Pick<Call, 'callee'>): External | undefined {
  if (callee.is !== 'external' || callee.origin.by !== 'member' || callee.origin.name !== 'register') return undefined;
  return isApp(callee.origin.of) ? callee.origin.of : undefined;
}

/** The prefix that a plugin's routes are given. */
export function pluginPrefix({ args: [plugin, options] }: Call): JsValue | undefined {
  return cell(cell(plugin, 'routes'), 'prefix') ?? cell(options, 'prefix') ?? cell(cell(options, 'routes'), 'prefix');
}

function marked(plugin: FunctionValue): FunctionValue {
  const mark = { value: primitive(true, plugin.at) };
  return { ...plugin, cells: new Map([...plugin.cells, [ON_THE_APP, mark]]) };
}

function registering({ callee }: LibraryCall): External | undefined {
  return callee.is === 'external' ? pluginParent({ callee }) : undefined;
}

function isApp({ origin }: External): boolean {
  if (origin.by !== 'call') return false;
  const { callee } = origin.call;
  if (callee.is !== 'external') return false;
  const made = madeBy(pathOfExternal(callee) ?? []);
  if (made) return made.dialect.name === 'Fastify' || made.dialect.name === 'Hapi';
  const { origin: by } = callee;
  return by.by === 'member' && (by.name === 'withTypeProvider' || by.name === 'register') && isApp(by.of);
}

function register(call: LibraryCall, app: External, machine: Machine): JsValue | undefined {
  const [given, options] = call.args;
  const list = given?.is === 'array' && given.open === undefined ? given.items : given ? [given] : [];
  const found = list.map((each) => pluginOf(each, options, machine));
  if (!found.every((each) => each !== undefined)) return undefined;
  const { conditional, branches, within, stack } = machine.state;
  for (const { run, written, own } of found) {
    const target = run.cells.has(ON_THE_APP) ? app : part(call, [written, options], machine);
    const place = { ...callPlace(machine, call.at), conditional, branches, within, stack };
    machine.later(run, [target, own ?? primitive(undefined, call.at)], place);
  }
  return app;
}

interface Plugin {
  run: FunctionValue;
  /** As it is given. */
  written: JsValue;
  own: JsValue | undefined;
}

/** Fastify takes functions, also as a module's default; Hapi objects with `register`, alone or under `plugin`. */
function pluginOf(value: JsValue, options: JsValue | undefined, machine: Machine): Plugin | undefined {
  if (value.is === 'function') return { run: value, written: value, own: options };
  if (value.is !== 'object') return undefined;
  const standard = machine.member(value, 'default', value.at);
  if (standard.is === 'function') return { run: standard, written: value, own: options };
  const inner = cell(value, 'plugin') ?? value;
  const run = inner.is === 'object' ? machine.member(inner, 'register', value.at) : undefined;
  return run?.is === 'function' ? { run, written: value, own: cell(value, 'options') ?? options } : undefined;
}

/** A property that an object is written with. */
export function cell(value: JsValue | undefined, name: string): JsValue | undefined {
  if (value?.is !== 'object') return undefined;
  const found = value.cells.get(name)?.value;
  return found?.is === 'primitive' && found.value === undefined ? undefined : found;
}

/** The part of an app that a plugin gets: what its call of `register` gives. */
function part({ callee, at, module }: LibraryCall, args: readonly (JsValue | undefined)[], machine: Machine): External {
  const result = external({ by: 'global', name: '' }, at);
  if (callee.is !== 'external') return result;
  const { node, nodes } = callPlace(machine, at);
  const { conditional, branches, within, stack } = machine.state;
  const given = args.flatMap((each) => each ?? []);
  const call: Call = {
    ...{ callee, constructs: false, args: given, nodes, open: false, at, node, module },
    ...{ conditional, branches, within, stack, result },
  };
  result.origin = { by: 'call', call };
  machine.calls.push(call);
  return result;
}
