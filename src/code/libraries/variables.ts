import type { Location } from '../../model/location.js';
import { instead } from '../run/operators.js';
import type { Library, Machine } from '../run/machine.js';
import {
  intrinsic,
  isNullish,
  mapped,
  objectOf,
  oneOf,
  primitive,
  type JsValue,
  type ObjectValue,
} from '../run/values.js';
import { atPath, withOtherwise } from './runtime.js';
import { numbered } from './schemas.js';

/** Packages that read variables by a table of their own. */
export const variables: Library = (call, machine) => {
  const { path, args, at } = call;
  const name = path?.join('.') ?? '';
  if (/^envalid\.(?:cleanEnv|customCleanEnv)$/.test(name)) return cleaned(machine, args[0] ?? machine.env, args[1], at);
  // envsafe takes the same tables (https://github.com/KATT/envsafe).
  if (name === 'envsafe.envsafe') return cleaned(machine, machine.env, args[0], at);
  if (name === 'convict') return convicted(machine, args[0], at);
  if (/^env-var\.get$/.test(name)) return reader(machine, machine.env, args[0], at);
  if (name === 'env-var.from') {
    const from = args[0] ?? machine.env;
    return objectOf([['get', intrinsic('get', at, ([key], place) => reader(machine, from, key, place))]], at);
  }
  return undefined;
};

// ---- envalid (https://github.com/af/envalid)

function cleaned(machine: Machine, input: JsValue, specs: JsValue | undefined, at: Location): JsValue {
  const object = objectOf([], at);
  if (specs?.is !== 'object') return { ...object, open: 'the variables are not known' };
  for (const [name, { value: spec }] of specs.cells) {
    object.cells.set(name, { value: cleanedValue(machine, machine.member(input, name, at), spec, at) });
  }
  for (const [name, value] of [
    ['isProduction', 'production'],
    ['isDev', 'development'],
  ] as const) {
    const mode = machine.member(input, 'NODE_ENV', at);
    if (mode.is === 'primitive') object.cells.set(name, { value: primitive(mode.value === value, at) });
  }
  return object;
}

function cleanedValue(machine: Machine, given: JsValue, spec: JsValue, at: Location): JsValue {
  const validator = spec.is === 'external' && spec.origin.by === 'call' ? spec.origin.call : undefined;
  const callee = validator?.callee.is === 'external' ? validator.callee : undefined;
  const kind = callee?.origin.by === 'member' ? callee.origin.name : '';
  const options = validator?.args[0];
  const read = kind === 'port' || kind === 'num' ? numbered(given, at) : given;
  if (!options) return read;
  const mode = machine.member(machine.env, 'NODE_ENV', at);
  const isProduction = mode.is === 'primitive' && mode.value === 'production';
  const dev = isProduction ? undefined : machine.member(options, 'devDefault', at);
  const otherwise = dev && isNullish(dev) === false ? dev : machine.member(options, 'default', at);
  return withOtherwise(read, otherwise, at);
}

// ---- convict (https://github.com/mozilla/node-convict/tree/master/packages/convict)

/** What `set` gives comes before a variable, this before what `load` and `loadFile` give, and these before the default. */
function convicted(machine: Machine, schema: JsValue | undefined, at: Location): JsValue {
  let values = schema?.is === 'object' ? settings(machine, schema, at, 0) : undefined;
  const config = objectOf([], at);
  let loaded = false;
  const replaced = new Set<string>();
  // A setting stands for those within it as well.
  const isReplaced = (key: string): boolean =>
    [...replaced].some((each) => `${each}.`.startsWith(`${key}.`) || `${key}.`.startsWith(`${each}.`));
  const settle = (value: JsValue, place: Location): JsValue => (loaded ? withoutDefaults(value, place) : value);
  const lookup = ([key]: readonly JsValue[], place: Location): JsValue => {
    if (!values || key?.is !== 'primitive') return { is: 'unknown', why: 'the setting is not known', at: place };
    if (isReplaced(String(key.value))) return { is: 'unknown', why: '`set` may change it', at: place };
    return settle(atPath(machine, values, String(key.value), place), place);
  };
  const load = (): JsValue => {
    loaded = true;
    return config;
  };
  // It may stand in a branch that is not taken, so what it gives is not read.
  const set = ([key]: readonly JsValue[]): JsValue => {
    if (key?.is === 'primitive') replaced.add(String(key.value));
    else values = undefined;
    return config;
  };
  const whole = (): JsValue =>
    (values && replaced.size === 0 ? settle(values, at) : undefined) ?? {
      is: 'unknown',
      why: 'the settings are not known',
      at,
    };
  config.cells = objectOf(
    [
      ['get', intrinsic('get', at, lookup)],
      ['default', intrinsic('default', at, lookup)],
      ['set', intrinsic('set', at, set)],
      ['load', intrinsic('load', at, load)],
      ['loadFile', intrinsic('loadFile', at, load)],
      ['validate', intrinsic('validate', at, () => config)],
      ['getProperties', intrinsic('getProperties', at, whole)],
      ['getSchema', intrinsic('getSchema', at, whole)],
    ],
    at,
  ).cells;
  return config;
}

/** Settings that are loaded take the place of all but variables. */
function withoutDefaults(value: JsValue, at: Location): JsValue {
  if (value.is === 'primitive' && value.from.by === 'variable') return value;
  if (value.is !== 'object') return { is: 'unknown', why: 'a file may set it', at };
  const cells = [...value.cells].map(([name, cell]) => [name, withoutDefaults(cell.value, at)] as const);
  return { ...objectOf(cells, at), open: 'a file may set it' };
}

const MAX_NESTING = 10;

function settings(machine: Machine, schema: ObjectValue, at: Location, depth: number): ObjectValue {
  const object = objectOf([], at);
  for (const [name, { value: spec }] of schema.cells) {
    if (spec.is !== 'object' || depth > MAX_NESTING) object.cells.set(name, { value: spec });
    else if (!spec.cells.has('default')) object.cells.set(name, { value: settings(machine, spec, at, depth + 1) });
    else object.cells.set(name, { value: setting(machine, spec, at) });
  }
  return object;
}

function setting(machine: Machine, spec: ObjectValue, at: Location): JsValue {
  const variable = spec.cells.get('env')?.value;
  const otherwise = spec.cells.get('default')?.value;
  if (variable?.is !== 'primitive') return otherwise ?? primitive(undefined, at);
  const value = machine.member(machine.env, String(variable.value), at);
  const format = spec.cells.get('format')?.value;
  const isNumber =
    (format?.is === 'primitive' && /^(?:port|int|nat|integer)$/.test(String(format.value))) ||
    (format?.is === 'intrinsic' && format.name === 'Number') ||
    (otherwise?.is === 'primitive' && typeof otherwise.value === 'number');
  return withOtherwise(isNumber ? numbered(value, at) : value, otherwise, at);
}

// ---- env-var (https://github.com/evanshortiss/env-var)

function reader(machine: Machine, from: JsValue, key: JsValue | undefined, at: Location): JsValue {
  const value: JsValue =
    key?.is === 'primitive'
      ? machine.member(from, String(key.value), at)
      : { is: 'unknown', why: 'which variable is read depends on a value', at };
  return readerOf(value, at);
}

/** Its methods give itself, up to one such as `asPortNumber()`. */
function readerOf(value: JsValue, at: Location): JsValue {
  const object = objectOf([], at);
  object.lookup = (name, place) => {
    if (name === 'default')
      return intrinsic(name, place, ([otherwise]) => readerOf(defaulted(value, otherwise, place), place));
    if (/^as(?:Port|Int|Float)/.test(name)) return intrinsic(name, place, () => numbered(value, place));
    if (name.startsWith('as')) return intrinsic(name, place, () => mapped(value, place, (each) => each));
    return intrinsic(name, place, () => object);
  };
  return object;
}

function defaulted(value: JsValue, otherwise: JsValue | undefined, at: Location): JsValue {
  const missing = isNullish(value);
  if (!otherwise || missing === false) return value;
  return missing === true ? instead(otherwise, value) : oneOf([value, otherwise], at);
}
