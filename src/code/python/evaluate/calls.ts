import type { Location } from '../../../model/location.js';
import type { Body, Expression } from '../../../syntax/python.js';
import { BUILTINS, type Reader } from './builtins.js';
import { COMMAND_LINES } from './command-line.js';
import { DATABASE_ADDRESSES } from './database-addresses.js';
import { functionText, isBody } from './function-text.js';
import { place, type Frame } from './machine.js';
import { externalBases } from './members.js';
import { methodResult } from './methods.js';
import { newNames, openUp, type Names } from './names.js';
import { doubtOf } from './operators.js';
import { SETTINGS_LIBRARIES } from './settings-libraries.js';
import { declaredFields, settingsObject } from './settings-classes.js';
import { STANDARD_LIBRARY } from './standard-library.js';
import {
  oneOf,
  unknown,
  written,
  type Arguments,
  type Evaluated,
  type PythonClass,
  type PythonFunction,
} from './values.js';

const READERS: ReadonlyMap<string, Reader> = new Map([
  ...Object.entries(BUILTINS).map(([name, reader]): [string, Reader] => [`builtins.${name}`, reader]),
  ...Object.entries(STANDARD_LIBRARY),
  ...Object.entries(SETTINGS_LIBRARIES),
  ...Object.entries(DATABASE_ADDRESSES),
  ...Object.entries(COMMAND_LINES),
]);

/** What calling a value yields. Calls of what is installed are noted, unless they are read. */
export function call(frame: Frame, callee: Evaluated, given: Arguments, at: Location): Evaluated {
  switch (callee.is) {
    case 'function':
      return invoke(frame, callee, given, at);
    case 'class':
      return instantiate(frame, callee, given, at);
    case 'method':
      if (callee.definition) {
        const self = { ...given, positional: [callee.object, ...given.positional] };
        return invoke(frame, callee.definition, self, at);
      }
      if (callee.object.is !== 'object') {
        const result = methodResult(callee.object, callee.name, given, at);
        if (result && result.is !== 'unknown') return result;
        noteUnfollowed(frame, callee, given, at);
        return result ?? unknown('is a call that is not read', at);
      }
      return installed(frame, `${callee.object.of}().${callee.name}`, given, at, callee.object);
    case 'external':
      return installed(frame, callee.name, given, at);
    case 'object':
      return installed(frame, `${callee.of}().__call__`, given, at, callee);
    default:
      noteUnfollowed(frame, callee, given, at);
      return unknown(doubtOf(callee)?.why ?? 'is a call that is not read', at);
  }
}

function noteUnfollowed({ machine }: Frame, callee: Evaluated, given: Arguments, at: Location): void {
  let self = callee;
  const names: string[] = [];
  while (self.is === 'method') {
    names.unshift(self.name);
    self = self.object;
  }
  const [attribute] = names;
  if (self.is === 'object' && attribute !== undefined && names.length > 1) {
    const conditional = machine.conditions > 0;
    const name = `${self.of}().${names.join('.')}`;
    machine.calls.push({ callee: name, arguments: given, at, conditional, self, through: attribute });
  }
  const on = [self, ...given.positional, ...given.named.values()];
  const why = doubtOf(callee)?.why ?? 'what it calls is not followed';
  machine.unfollowed.push({ what: 'call', why, at, on, ...(attribute !== undefined && { attribute }) });
}

/** A function whose body is not run. */
function passedOver(
  { machine }: Frame,
  called: PythonFunction,
  { positional, named }: Arguments,
  why: string,
  at: Location,
): Evaluated {
  const on = [...positional, ...named.values()];
  machine.unfollowed.push({ what: 'function', why, at, on, text: functionText(called) });
  return unknown(why, at);
}

/** Functions that give names in a way that is not followed. */
const OPENING = new Set([
  'dynaconf.DjangoDynaconf',
  'split_settings.tools.include',

  'builtins.exec',
  'builtins.execfile',
  'builtins.locals().update',
  'builtins.globals().update',
]);

/** The names around, as a dictionary. */
const TABLES = new Set(['builtins.locals', 'builtins.globals', 'builtins.vars']);

/** Calls that end the program. */
const ENDING = new Set(['sys.exit', 'builtins.exit', 'builtins.quit', 'os._exit']);

function installed(frame: Frame, name: string, given: Arguments, at: Location, self?: Evaluated): Evaluated {
  const { machine } = frame;
  const everything = self ? { ...given, positional: [self, ...given.positional] } : given;
  const reader = READERS.get(name);
  const read = reader ? reader(frame, everything, at) : unboundMethod(name, given, at);
  if (read) return read;
  if (reader) {
    const doubtful = given.positional.map((each) => doubtOf(each)?.why).find((why) => why !== undefined);
    return unknown(doubtful ?? `${name.replace('builtins.', '')}() is not read`, at);
  }
  if (ENDING.has(name)) machine.raises = true;
  if (OPENING.has(name) || passesTable(given)) openUp(frame.module, { why: `may be set by ${shownName(name)}`, at });
  const conditional = machine.conditions > 0;
  const threaded = machine.threads > 0 && ({ threaded: true } as const);
  machine.calls.push({ callee: name, arguments: given, at, conditional, ...(self && { self }), ...threaded });
  return written({ is: 'object', of: name, arguments: given, ...(self && { self }) }, at);
}

/** `str.strip(text)`, as in `map(str.strip, …)`. */
function unboundMethod(name: string, given: Arguments, at: Location): Evaluated | undefined {
  const method = /^builtins\.(?:str|list|dict)\.(\w+)$/.exec(name)?.[1];
  const [object, ...positional] = given.positional;
  return method !== undefined && object ? methodResult(object, method, { ...given, positional }, at) : undefined;
}

function shownName(name: string): string {
  return `${name.replace(/^builtins\./, '').replace(/\(\)(?=\.)/g, '')}()`;
}

/** `settings(locals())` and `setattr(sys.modules[__name__], …)`, which may set any name. */
function passesTable({ positional, named }: Arguments): boolean {
  return [...positional, ...named.values()].some((each) =>
    each.is === 'object' ? TABLES.has(each.of) : each.is === 'external' && each.name === 'sys.modules',
  );
}

/** Functions in functions that are followed. */
const MAX_DEPTH = 12;

/** Decorators that leave what a function returns as it is. */
const HARMLESS = /^(?:staticmethod|classmethod|cache|lru_cache|functools\..*cache.*|wraps)$/;

function invoke(frame: Frame, called: PythonFunction, given: Arguments, at: Location): Evaluated {
  const { machine } = frame;
  const { program, body } = called;
  if (machine.calling.length >= MAX_DEPTH || machine.calling.filter((each) => each.body === body).length > 1) {
    return passedOver(frame, called, given, `${called.name}() calls itself too often`, at);
  }
  if (called.decorators.some((each) => !HARMLESS.test(decoratorName(each)))) {
    return passedOver(frame, called, given, `${called.name}() has a decorator that is not read`, at);
  }
  const names = newNames(called.around);
  bindParameters(frame, called, given, names, at);
  const inner: Frame = { ...frame, program, names, module: outermost(called.around), returned: [], globals: new Set() };
  const outer = machine.calling;
  if (yields(called)) return passedOver(frame, called, given, `${called.name}() is a generator`, at);
  machine.calling = [...outer, called];
  const result = isBody(body) ? ran(inner, body, called, at) : machine.evaluate(body, inner);
  machine.calling = outer;
  return result;
}

function yields(called: PythonFunction): boolean {
  return isBody(called.body) && /\byield\b/.test(functionText(called));
}

function ran(frame: Frame, body: Body, { name }: PythonFunction, at: Location): Evaluated {
  const ending = frame.machine.execute(body, frame);
  if (ending === 'raises') frame.machine.raises = true;
  const none = written({ is: 'none' }, at);
  const results = ending === 'returns' || ending === 'raises' ? frame.returned : [...frame.returned, none];
  return results.length > 0 ? oneOf(results, at) : unknown(`${name}() raises an error`, at);
}

function decoratorName(decorator: Expression): string {
  if (decorator.is === 'name') return decorator.name;
  if (decorator.is === 'call') return decoratorName(decorator.callee);
  return decorator.is === 'attribute' ? `${decoratorName(decorator.object)}.${decorator.name}` : '?';
}

function outermost(names: Names): Names {
  let here = names;
  while (here.around) here = here.around;
  return here;
}

function bindParameters(
  frame: Frame,
  { parameters, program, around }: PythonFunction,
  { positional, named, rest }: Arguments,
  names: Names,
  at: Location,
): void {
  const left = [...positional];
  const others = new Map(named);
  for (const parameter of parameters) {
    const { name, kind } = parameter;
    const bind = (value: Evaluated): void => void names.bindings.set(name, { value, statements: [], reads: [] });
    if (kind === 'star') {
      bind(written({ is: 'tuple', items: left.splice(0), ...(rest && { rest }) }, at));
      continue;
    }
    if (kind === 'doubleStar') {
      const entries = [...others].map(([key, value]) => ({ key, value }));
      bind(written({ is: 'dictionary', entries, ...(rest && { rest }) }, at));
      continue;
    }
    const given = (kind === 'plain' ? left.shift() : undefined) ?? others.get(name);
    others.delete(name);
    if (given) bind(given);
    else if (rest) bind(unknown(rest.why, rest.at));
    else if (parameter.default) bind(frame.machine.evaluate(parameter.default, { ...frame, program, names: around }));
    else bind(unknown(`${name} is not given`, place({ ...frame, program }, parameter)));
  }
}

/** An object of a class: what its `__init__` sets, or for a class of settings what the environment gives. */
function instantiate(frame: Frame, of: PythonClass, given: Arguments, at: Location): Evaluated {
  const { machine } = frame;
  const settings = settingsObject(frame, of, given, at);
  if (settings) return settings;
  const bases = externalBases(of);
  const conditional = machine.conditions > 0;
  for (const base of bases) machine.calls.push({ callee: base, arguments: given, at, conditional });
  const instance = written({ is: 'instance', of, attributes: declaredFields(frame, of, given, at) }, at);
  const make = of.members.bindings.get('__init__')?.value;
  if (make?.is !== 'function' || !isBody(make.body)) return instance;
  const [self] = make.parameters;
  if (!self || machine.calling.length >= MAX_DEPTH) return instance;
  const names = newNames(make.around);
  bindParameters(frame, make, { ...given, positional: [instance, ...given.positional] }, names, at);
  const { program } = make;
  const outer = machine.calling;
  machine.calling = [...outer, make];
  machine.execute(make.body, {
    ...frame,
    program,
    names,
    module: outermost(make.around),
    returned: [],
    globals: new Set(),
  });
  machine.calling = outer;
  return names.bindings.get(self.name)?.value ?? instance;
}
