import type { Location } from '../../model/location.js';
import { join } from '../../repository/paths.js';
import { jsonValue } from '../run/modules.js';
import type { Library, Machine } from '../run/machine.js';
import { reason } from '../run/operators.js';
import { isNullish, objectOf, primitive, textIn, unknown, type JsValue, type ObjectValue } from '../run/values.js';
import { parseJson } from '../../syntax/json.js';
import { callsOn, chainOf, type ChainLink } from './chains.js';

/** `nconf.get('http:port')`: what the first store has that was added (https://github.com/indexzero/nconf). */
export const nconf: Library = ({ callee, args: [key], at }, machine) => {
  if (callee.is !== 'external' || callee.origin.by !== 'member') return undefined;
  const { of, name } = callee.origin;
  if (name !== 'get' && name !== 'any') return undefined;
  const chain = chainOf(of);
  if (chain?.path[0] !== 'nconf') return undefined;
  const text = textIn(key);
  if (name === 'any' || text === undefined) return unknown('which setting is read depends on a value', at);
  const calls = callsOn(chain.base, machine.calls);
  const change = calls.find((link) => CHANGES.has(link.name) && mayChange(link, text));
  if (change) return unknown(`\`${change.name}\` may set it`, at);
  return settingOf(machine, storesOf(calls), text, at, MAX_DEPTH);
};

/** What changes stores that are there: those that can be written to, wherever they stand. */
const CHANGES = new Set(['set', 'load', 'merge', 'clear', 'remove', 'reset']);

function mayChange({ name, call }: ChainLink, key: string): boolean {
  const other = name === 'set' ? textIn(call.args[0]) : undefined;
  return other === undefined || `${other}:`.startsWith(`${key}:`) || `${key}:`.startsWith(`${other}:`);
}

/** A store that is added again under its name takes the place of the one before (nconf 0.13.0, measured 2026-11-21). */
function storesOf(calls: readonly ChainLink[]): readonly ChainLink[] {
  const stores = calls.filter(({ name }) => STORES.has(name));
  return [...new Map(stores.map((link) => [nameOf(link) ?? link, link])).values()];
}

/** The name that a call adds its store under; undefined where it is not known. */
function nameOf({ name, call: { args } }: ChainLink): string | undefined {
  if (name === 'use' || name === 'add') return textIn(args[0]);
  return name === 'file' && args.length > 1 ? textIn(args[0]) : name;
}

/** Deepest nesting of objects that are put together. */
const MAX_DEPTH = 6;

function settingOf(machine: Machine, stores: readonly ChainLink[], key: string, at: Location, depth: number): JsValue {
  const parts: ObjectValue[] = [];
  for (const link of stores) {
    const value = storedIn(machine, link, key, at);
    if (value?.is === 'object') parts.push(value);
    else if (value && isNullish(value) !== true && parts.length === 0) return value;
  }
  if (parts.length === 0) return primitive(undefined, at);
  // Objects of several stores are put together, each of their settings from the first one that has it.
  const names = new Set(parts.flatMap((part) => [...part.cells.keys()]));
  const cells = [...names].map((name): [string, JsValue] => [
    name,
    depth === 0 ? unknown('settings nest too deep', at) : settingOf(machine, stores, `${key}:${name}`, at, depth - 1),
  ]);
  const open = parts.find((part) => part.open !== undefined)?.open;
  return { ...objectOf(cells, at), ...(open !== undefined && { open }) };
}

/** What a store has under a key; undefined where a call adds none. */
function storedIn(machine: Machine, { name, call }: ChainLink, key: string, at: Location): JsValue | undefined {
  if (!STORES.has(name)) return undefined;
  if (call.conditional) return unknown('a store is added on a condition', at);
  const [first, second] = call.args;
  switch (name) {
    case 'argv':
      return machine.words?.length === 0 ? primitive(undefined, at) : unknown('it depends on the command line', at);
    case 'env':
      return variable(machine, first, key, at);
    case 'defaults':
    case 'overrides':
      return first ? underKey(machine, first, key, at) : primitive(undefined, at);
    case 'file':
      return underKey(machine, fileContent(machine, second ?? first, at), key, at);
    default:
      return unknown(`\`${name}\` may set it`, at);
  }
}

const STORES = new Set(['argv', 'env', 'defaults', 'overrides', 'file', 'use', 'add']);

/** `env()`, `env('__')`, `env(['PORT'])`, `env({ separator, lowerCase, whitelist })`. */
function variable(machine: Machine, given: JsValue | undefined, key: string, at: Location): JsValue {
  const option = (name: string): JsValue =>
    given?.is === 'object' ? machine.member(given, name, at) : primitive(undefined, at);
  if (['transform', 'match', 'prefix'].some((name) => isNullish(option(name)) !== true))
    return unknown('variables are renamed', at);
  const separator = textIn(given) ?? textIn(option('separator'));
  const list = given?.is === 'array' ? given : option('whitelist');
  if (key.includes(':') && separator === undefined) return primitive(undefined, at);
  const name = key.replaceAll(':', separator ?? ':');
  const isListed = list.is !== 'array' || list.items.some((each) => textIn(each) === name);
  if (!isListed) return primitive(undefined, at);
  const isLower = option('lowerCase');
  const own = machine.member(machine.env, name, at);
  return isLower.is === 'primitive' && isLower.value === true && isNullish(own) === true
    ? machine.member(machine.env, name.toUpperCase(), at)
    : own;
}

function underKey(machine: Machine, store: JsValue, key: string, at: Location): JsValue {
  return key
    .split(':')
    .reduce<JsValue>(
      (value, name) => (isNullish(value) === true ? primitive(undefined, at) : machine.member(value, name, at)),
      store,
    );
}

/** A file that is not there has nothing. */
function fileContent(machine: Machine, given: JsValue | undefined, at: Location): JsValue {
  const path = given?.is === 'object' ? machine.member(given, 'file', at) : given;
  if (given?.is === 'object' && isNullish(machine.member(given, 'format', at)) !== true)
    return unknown('a file of settings is not read', at);
  const text = textIn(path);
  const file = path?.is === 'path' ? path.path : text === undefined ? undefined : join(machine.folder, text);
  if (file === undefined) return unknown(path ? reason(path) : 'a file of settings is not known', at);
  const source = machine.repository.read(file);
  if (source.is !== 'text') return source.is === 'missing' ? objectOf([], at) : unknown(`${file} is not read`, at);
  const json = parseJson(source.text, file);
  return json ? jsonValue(json) : unknown(`${file} is not read`, at);
}
