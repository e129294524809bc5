import type { Location } from '../../../model/location.js';
import { normalise } from '../../../repository/paths.js';
import { argument, textArgument } from './arguments.js';
import type { Reader } from './builtins.js';
import type { Frame } from './machine.js';
import { folderOf } from './members.js';
import { resolved } from './methods.js';
import { joinedPath } from './operators.js';
import {
  derived,
  each,
  isSequence,
  oneOf,
  REPOSITORY_FOLDER,
  unknown,
  written,
  type Arguments,
  type Evaluated,
  type Shape,
} from './values.js';
import { setVariable, variable } from './variables.js';

/** `os.environ.get(name, default)` and `os.getenv(name, default)`. */
const getenv: Reader = (frame, given, at) => {
  const name = textArgument(given, 0, 'key');
  if (name === undefined) return undefined;
  const otherwise = argument(given, 1, 'default') ?? written({ is: 'none' }, at);
  return variableOr(frame, name, otherwise, at);
};

/** A variable, or a value where it is not set. */
function variableOr(frame: Frame, name: string, otherwise: Evaluated, at: Location): Evaluated {
  const found = variable(frame.machine, name, at);
  if (found.is === 'set') return found.value;
  return found.is === 'unset' ? otherwise : oneOf([found.value, otherwise], at);
}

const setdefault: Reader = (frame, given, at) => {
  const [name, value] = given.positional;
  if (name?.is !== 'string' || !value) return undefined;
  const found = variable(frame.machine, name.value, at);
  if (found.is === 'unset') setVariable(frame.machine, name.value, value);
  if (found.is === 'unknown') setVariable(frame.machine, name.value, oneOf([found.value, value], at));
  return found.is === 'set' ? found.value : value;
};

const update: Reader = (frame, { positional: [first], named }, at) => {
  for (const { key, value } of first?.is === 'dictionary' ? first.entries : []) {
    setVariable(frame.machine, String(key), value);
  }
  for (const [key, value] of named) setVariable(frame.machine, key, value);
  return written({ is: 'none' }, at);
};

const pop: Reader = (frame, given, at) => {
  const name = textArgument(given, 0);
  if (name === undefined) return undefined;
  const value = variableOr(frame, name, argument(given, 1) ?? written({ is: 'none' }, at), at);
  setVariable(frame.machine, name, undefined);
  return value;
};

/** Of a path, another. */
function path(change: (path: string) => string): Reader {
  return (_, { positional: [first] }, at) =>
    first &&
    each(first, (one) =>
      one.is === 'string' || one.is === 'path'
        ? written({ is: 'string', value: change(one.value) }, at)
        : unknown('is a path that is not read', at),
    );
}

const join: Reader = (_, { positional }, at) => {
  const [first, ...others] = positional;
  if (first?.is !== 'string' && first?.is !== 'path') return undefined;
  let result: Shape | undefined = { is: 'path', value: first.value };
  for (const part of others) result = result?.is === 'path' ? joinedPath(result.value, part) : undefined;
  return result?.is === 'path' ? written({ is: 'string', value: result.value }, at) : undefined;
};

/** A file that is committed is there; another one may be. */
function exists(frame: Frame, given: Arguments, at: Location): Evaluated | undefined {
  const path = textArgument(given, 0);
  const file = path === undefined ? undefined : repositoryPath(frame, path);
  if (file === undefined) return undefined;
  const { is } = frame.machine.repository.lookup(file);
  return is === 'file' || is === 'directory' ? written({ is: 'boolean', value: true }, at) : undefined;
}

/** The path in the repository that a program means; undefined where it leads elsewhere. */
export function repositoryPath({ machine }: Frame, path: string): string | undefined {
  const whole = path.startsWith('/') ? path : `${REPOSITORY_FOLDER}/${machine.folder}/${path}`;
  const clean = resolved(whole);
  if (clean === REPOSITORY_FOLDER) return '';
  return clean.startsWith(`${REPOSITORY_FOLDER}/`) ? normalise(clean.slice(REPOSITORY_FOLDER.length + 1)) : undefined;
}

const strtobool: Reader = (_, { positional: [first] }, at) =>
  first &&
  each(first, (one) => {
    if (one.is !== 'string') return unknown('is not a text', at);
    const text = one.value.toLowerCase();
    if (['y', 'yes', 't', 'true', 'on', '1'].includes(text)) return written({ is: 'number', value: 1 }, at);
    if (['n', 'no', 'f', 'false', 'off', '0'].includes(text)) return written({ is: 'number', value: 0 }, at);
    return unknown('is neither true nor false', at);
  });

/** A function that yields what it is given. */
function same(index: number): Reader {
  return (_, { positional }) => positional[index];
}

/** Another object with the same in it: what is added to one is not in the other. */
const copied: Reader = (_, { positional: [first] }) => first && { ...first };

/** The same of all that it holds. */
function deeplyCopied(value: Evaluated, depth = 0): Evaluated {
  if (depth > 10) return unknown('is nested too deeply', value.at);
  const inner = (one: Evaluated): Evaluated => deeplyCopied(one, depth + 1);
  if (isSequence(value)) return { ...value, items: value.items.map(inner) };
  if (value.is !== 'dictionary') return { ...value };
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: inner(entry.value) })) };
}

const makePath: Reader = (_, { positional }, at) => {
  const [first, ...others] = positional;
  if (!first) return written({ is: 'path', value: '.' }, at);
  if (first.is !== 'string' && first.is !== 'path') return undefined;
  let result: Shape | undefined = { is: 'path', value: first.value };
  for (const part of others) result = result?.is === 'path' ? joinedPath(result.value, part) : undefined;
  return result && written(result, at);
};

/** Text as JSON, and Python's own literals where they look the same. */
export const parseJson: Reader = (_, { positional: [first] }, at) =>
  first &&
  each(first, (one) => {
    if (one.is !== 'string') return unknown('is not a text', at);
    try {
      const parsed: unknown = JSON.parse(one.value.replaceAll("'", '"'));
      return fromJson(parsed, one) ?? unknown('is not read', at);
    } catch {
      return unknown('does not parse', at);
    }
  });

/** A literal of Python: its names for what JSON calls true, false and null. */
const parseLiteral: Reader = (frame, given, at) => {
  const [first] = given.positional;
  return (
    first &&
    each(first, (one) => {
      const text = one.is === 'string' ? one.value.trim() : '';
      if (text === 'True' || text === 'False') return derived({ is: 'boolean', value: text === 'True' }, one);
      if (text === 'None') return derived({ is: 'none' }, one);
      return parseJson(frame, { ...given, positional: [one] }, at) ?? unknown('is not read', at);
    })
  );
};

function fromJson(value: unknown, from: Evaluated): Evaluated | undefined {
  const { at } = from;
  if (typeof value === 'string') return { is: 'string', value, at, from: from.from };
  if (typeof value === 'number') return { is: 'number', value, at, from: from.from };
  if (typeof value === 'boolean') return { is: 'boolean', value, at, from: from.from };
  if (value === null) return written({ is: 'none' }, at);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item: unknown) => fromJson(item, from) ?? unknown('is not read', at));
  return { is: 'list', items, at, from: from.from };
}

/** `Thread(target=…, args=…, kwargs=…).start()` calls the function. */
const startThread: Reader = (frame, { positional: [thread] }, at) => {
  if (thread?.is !== 'object') return undefined;
  const { named, positional: own } = thread.arguments;
  const target = named.get('target') ?? own[1];
  const args = named.get('args') ?? own[3];
  const kwargs = named.get('kwargs') ?? own[4];
  if (!target) return undefined;
  const positional = args && isSequence(args) ? args.items : [];
  const keywords = kwargs?.is === 'dictionary' ? kwargs.entries : [];
  const isRead = (!args || isSequence(args)) && (!kwargs || kwargs.is === 'dictionary');
  const rest = isRead ? undefined : { why: 'is given in a way that is not read', at };
  const given = { positional, named: new Map(keywords.map(({ key, value }) => [String(key), value])) };
  frame.machine.threads++;
  frame.machine.call(frame, target, { ...given, ...(rest && { rest }) }, at);
  return written({ is: 'none' }, at);
};

/** `submit(function, …)` and the like: the function is at this place, what it is given behind it. */
function later(index: number): Reader {
  return (frame, { positional, named }, at) => {
    const target = positional[index];
    frame.machine.threads++;
    return target && frame.machine.call(frame, target, { positional: positional.slice(index + 1), named }, at);
  };
}

/** Functions of Python's standard library, by name. */
export const STANDARD_LIBRARY: Readonly<Record<string, Reader>> = {
  'os.environ.get': getenv,
  'os.getenv': getenv,
  'os.environ.setdefault': setdefault,
  'os.environ.update': update,
  'os.environ.pop': pop,
  'os.path.join': join,
  'os.path.dirname': path(folderOf),
  'os.path.abspath': path(resolved),
  'os.path.realpath': path(resolved),
  'os.path.normpath': path(resolved),
  'os.path.basename': path((whole) => whole.slice(whole.lastIndexOf('/') + 1)),
  'os.path.exists': exists,
  'os.path.isfile': exists,
  'os.path.isdir': exists,
  'os.getcwd': (frame, _, at) =>
    written({ is: 'string', value: resolved(`${REPOSITORY_FOLDER}/${frame.machine.folder}`) }, at),
  'pathlib.Path': makePath,
  'pathlib.PurePath': makePath,
  'pathlib.PosixPath': makePath,
  'distutils.util.strtobool': strtobool,
  'setuptools.distutils.util.strtobool': strtobool,
  'json.loads': parseJson,
  'ast.literal_eval': parseLiteral,
  'typing.cast': same(1),
  'threading.Thread().start': startThread,
  'multiprocessing.Process().start': startThread,
  'asyncio.to_thread': later(0),
  'concurrent.futures.ThreadPoolExecutor().submit': later(1),
  'copy.copy': copied,
  'copy.deepcopy': (_, { positional: [first] }) => first && deeplyCopied(first),
};
