import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import { baseName, childOf, join } from '../../repository/paths.js';
import { settingsFiles } from '../run/settings-files.js';
import type { Machine } from '../run/machine.js';
import { reason } from '../run/operators.js';
import {
  intrinsic,
  isNullish,
  objectOf,
  primitive,
  textIn,
  unknown,
  type JsValue,
  type ObjectValue,
} from '../run/values.js';
import { MAX_DEPTH, merge } from './merging.js';
import { atPath } from './runtime.js';
import { numbered } from './schemas.js';

/** Endings of files that the package reads, those in the order in which it puts them together. */
const ENDINGS = ['js', 'cjs', 'ts', 'mjs', 'json', 'json5', 'jsonc', 'hjson', 'toml', 'coffee', 'iced', 'yaml', 'yml'];
const RARE_ENDINGS = ['cson', 'properties', 'xml'];

/** The folder that the package `config` reads; undefined where it is not known. */
export function settingsFolder(environment: Environment, folder: string): string | undefined {
  const set = environment.variable('NODE_CONFIG_DIR');
  if (set.is === 'unset') return childOf(folder, 'config');
  return set.is === 'set' && set.value.is === 'known' ? join(folder, set.value.value) : undefined;
}

/**
 * What the package `config` gives, when it is loaded: the files of its folder, one over the other, and variables over
 * them (https://github.com/node-config/node-config/wiki/Configuration-Files).
 */
export function loadSettings(machine: Machine, specifier: string, at: Location): void {
  if (specifier !== 'config') return;
  const settings = machine.packageOf(specifier, at);
  if (settings.cells.has('get')) return;
  const whole = wholeSettings(machine, at);
  const get = ([key]: readonly JsValue[], place: Location): JsValue => {
    const name = textIn(key);
    if (name === undefined) return unknown('which setting is read depends on a value', place);
    const found = whole.is === 'object' ? atPath(machine, whole, name, place) : whole;
    // It refuses to give what is not there.
    return isNullish(found) === true && found.is === 'primitive' && found.value === undefined
      ? unknown(`no file of settings has ${name}`, place)
      : found;
  };
  const has = ([key]: readonly JsValue[], place: Location): JsValue => {
    const found = get(key ? [key] : [], place);
    return found.is === 'unknown' ? unknown(reason(found), place) : primitive(true, place);
  };
  const util = objectOf([['toObject', intrinsic('toObject', at, ([from]) => from ?? whole)]], at);
  if (whole.is === 'object') for (const [name, cell] of whole.cells) settings.cells.set(name, cell);
  settings.cells.set('get', { value: intrinsic('get', at, get) });
  settings.cells.set('has', { value: intrinsic('has', at, has) });
  settings.cells.set('util', { value: util });
  settings.cells.set('default', { value: settings });
}

function wholeSettings(machine: Machine, at: Location): JsValue {
  const { environment, folder, repository } = machine;
  const own = settingsFolder(environment, folder);
  const overriding = environment.variable('NODE_CONFIG');
  const modes = own === undefined || overriding.is !== 'unset' ? undefined : modesOf(machine, at);
  if (own === undefined || !modes) return unknown('which settings are read depends on a variable', at);
  const whole = objectOf([], at);
  const names = ['default', ...modes, 'local', ...modes.map((mode) => `local-${mode}`), VARIABLES];
  const files = settingsFiles(repository, own);
  for (const name of names) {
    for (const file of files.filter((each) => nameOf(each) === name).sort(byEnding)) {
      const content = contentOf(machine, file, at);
      if (content.is !== 'object') return unknown(`${file} is not read`, at);
      merge(whole, name === VARIABLES ? substituted(machine, content, at, MAX_DEPTH) : content, MAX_DEPTH, at);
    }
  }
  return whole;
}

/** Names of variables in the shape of the settings. */
const VARIABLES = 'custom-environment-variables';

/** The environments whose files are read; undefined where they are not known. */
function modesOf(machine: Machine, at: Location): readonly string[] | undefined {
  for (const name of ['NODE_CONFIG_ENV', 'NODE_ENV']) {
    const value = machine.member(machine.env, name, at);
    const text = textIn(value);
    if (text !== undefined && text !== '') return text.split(',').map((each) => each.trim());
    if (isNullish(value) !== true && text === undefined) return undefined;
  }
  return ['development'];
}

function nameOf(file: string): string | undefined {
  const [, name, ending = ''] = /^(.+?)\.(\w+)$/.exec(baseName(file)) ?? [];
  return ENDINGS.includes(ending) || RARE_ENDINGS.includes(ending) ? name : undefined;
}

function byEnding(one: string, other: string): number {
  const order = (file: string): number => ENDINGS.indexOf(file.slice(file.lastIndexOf('.') + 1));
  return order(one) - order(other);
}

function contentOf(machine: Machine, file: string, at: Location): JsValue {
  const content = machine.request(`/${file}`, machine.program.entry, at, 'require');
  const standard = content.is === 'object' ? content.cells.get('default')?.value : undefined;
  return standard?.is === 'object' ? standard : content;
}

/** The variables that are set and not empty, in place of their names. */
function substituted(machine: Machine, names: ObjectValue, at: Location, depth: number): JsValue {
  const object = objectOf([], at);
  for (const [key, { value }] of names.cells) {
    const found = depth > 0 ? variableOf(machine, value, at, depth) : undefined;
    if (found) object.cells.set(key, { value: found });
  }
  return object;
}

function variableOf(machine: Machine, value: JsValue, at: Location, depth: number): JsValue | undefined {
  if (value.is === 'object' && !value.cells.has('__name')) return substituted(machine, value, at, depth - 1);
  const name = textIn(value.is === 'object' ? value.cells.get('__name')?.value : value);
  if (name === undefined) return undefined;
  const found = machine.member(machine.env, name, at);
  if (isNullish(found) === true || textIn(found) === '') return undefined;
  const format = value.is === 'object' ? textIn(value.cells.get('__format')?.value) : undefined;
  if (format === undefined) return found;
  return format === 'number' || (format === 'json' && /^\d+$/.test(textIn(found) ?? ''))
    ? numbered(found, at)
    : unknown(`${name} is read in a way of its own`, at);
}
