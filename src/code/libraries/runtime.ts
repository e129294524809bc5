import { requireOf } from '../run/expressions.js';
import type { Library, LibraryCall, Machine } from '../run/machine.js';
import { join } from '../../repository/paths.js';
import { numbered } from './schemas.js';
import { oneOf, pathOfExternal, primitive, textIn, unknown, type JsValue, type PathValue } from '../run/values.js';

/** What Node's own modules do with paths and functions. */
export const runtime: Library = (call, machine) => {
  const [module, ...names] = call.path ?? [];
  switch (module) {
    case 'path':
      return pathCall(names.at(-1), call, machine.folder);
    case 'url':
      return addressCall(names[0], call);
    case '':
      return globalCall(names, call, machine);
    case 'util':
      return names[0] === 'promisify' ? call.args[0] : undefined;
    case 'module':
      return names.at(-1) === 'createRequire' ? requireOf(machine, call.module) : undefined;
    case '@angular/ssr/node':
      return names[0] === 'isMainModule' ? isEntry(call, machine) : undefined;
    case 'events':
      return names[0] === 'once' ? call.args[0] : undefined;
    default:
      return undefined;
  }
};

/** `isMainModule(import.meta.url)` (https://angular.dev/api/ssr/node/isMainModule). */
function isEntry({ args: [first], at }: LibraryCall, machine: Machine): JsValue | undefined {
  return first?.is === 'path' ? primitive(first.path === machine.program.entry.file, at) : undefined;
}

function pathCall(name: string | undefined, { args, at }: LibraryCall, folder: string): JsValue | undefined {
  const [first, ...rest] = args;
  // `path.resolve('dist', 'server.js')` begins at the folder that the program runs in.
  const text = textIn(first);
  if (name === 'resolve' && text !== undefined && !text.startsWith('/'))
    return joined({ is: 'path', path: folder, as: 'path', at }, args, at);
  if (first?.is !== 'path') return undefined;
  if (name === 'dirname') return { ...first, path: first.path.slice(0, Math.max(first.path.lastIndexOf('/'), 0)), at };
  if (name === 'normalize') return first;
  if (name !== 'join' && name !== 'resolve') return undefined;
  return joined(first, rest, at);
}

function joined(first: PathValue, rest: readonly JsValue[], at: PathValue['at']): JsValue {
  let path: string | undefined = first.path;
  for (const each of rest) {
    if (each.is !== 'primitive' || typeof each.value !== 'string') return unknown('a path is put together', at);
    path = path === undefined ? undefined : join(path, each.value.replace(/^\/+/, ''));
  }
  return path === undefined ? unknown('a path leads out of the repository', at) : { ...first, path, at };
}

function addressCall(name: string | undefined, { args: [first], at }: LibraryCall): JsValue | undefined {
  if (first?.is !== 'path') return undefined;
  if (name === 'fileURLToPath') return { ...first, as: 'path', at };
  return name === 'pathToFileURL' ? { ...first, as: 'address', at } : undefined;
}

/** Globals of Node, Bun and Deno. */
function globalCall(
  names: readonly string[],
  { args, constructs, at }: LibraryCall,
  machine: Machine,
): JsValue | undefined {
  const [name, method] = names;
  // https://docs.deno.com/api/deno/~/Deno.Env
  if (names.join('.') === 'Deno.env.get') {
    const key = textIn(args[0]);
    return key === undefined
      ? unknown('which variable is read depends on a value', at)
      : machine.member(machine.env, key, at);
  }
  if (names.join('.') === 'Deno.env.toObject') return machine.env;
  if (name === 'URL' && constructs) {
    const [relative, base] = args;
    if (relative?.is === 'path') return relative;
    if (base?.is !== 'path' || relative?.is !== 'primitive') return undefined;
    const folder = base.path.slice(0, Math.max(base.path.lastIndexOf('/'), 0));
    const path = join(folder, String(relative.value));
    return path === undefined ? undefined : { ...base, path, at };
  }
  if (name === 'structuredClone' && !method) return args[0];
  return undefined;
}

/** A number of ms from text such as `5s`, as the package `ms` reads it (https://github.com/vercel/ms). */
export const durations: Library = ({ path, args: [first], at }) => {
  if (path?.join('.') !== 'ms' || first?.is !== 'primitive' || typeof first.value !== 'string') return undefined;
  const [, count, unit = 'ms'] = /^(-?\d+(?:\.\d+)?) *(ms|s|m|h|d)?$/.exec(first.value) ?? [];
  const factor = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
  if (count === undefined || factor === undefined) return unknown('a duration cannot be read', at);
  return { ...first, value: Number(count) * factor };
};

/** The number of a port from text, as the package `normalize-port` reads it. */
export const ports: Library = ({ path, args: [first], at }) =>
  path?.join('.') === 'normalize-port' && first ? numbered(first, at) : undefined;

/** `get(object, 'a.b', otherwise)` of lodash. */
export const lodash: Library = ({ path, args, at }, machine) => {
  if (!/^(?:lodash(?:-es)?\.get|lodash\.get|lodash\/get)$/.test(path?.join('.') ?? '')) return undefined;
  const [object, key, otherwise] = args;
  if (!object || key?.is !== 'primitive') return undefined;
  return withOtherwise(atPath(machine, object, String(key.value), at), otherwise, at);
};

/** The value under a dotted path of names. */
export function atPath(machine: Machine, object: JsValue, path: string, at: LibraryCall['at']): JsValue {
  return path.split('.').reduce((value, name) => machine.member(value, name, at), object);
}

/** A value, or another in its place where it is undefined. */
export function withOtherwise(value: JsValue, otherwise: JsValue | undefined, at: LibraryCall['at']): JsValue {
  if (!otherwise) return value;
  if (value.is === 'primitive') {
    if (value.value !== undefined) return value;
    const names = value.from.by === 'variable' ? [value.from.name] : [];
    return otherwise.is === 'primitive' && names.length > 0 ? { ...otherwise, unless: names } : otherwise;
  }
  return value.is === 'unknown' && value.truthy !== true ? oneOf([value, otherwise], at) : value;
}

const KEEPING_SETTINGS = new Set(['express', '@feathersjs/express', '@feathersjs/koa.koa', 'connect', 'restana']);

/** `app.set('port', 3000)` and `app.get('port')`, as Express and others keep settings. */
export const appSettings: Library = ({ on, args }, machine) => {
  const [name, second] = args;
  if (on?.names.join('.') !== 'get' || name?.is !== 'primitive' || second) return undefined;
  const { callee } = on.call;
  const path = callee.is === 'external' ? pathOfExternal(callee)?.join('.') : undefined;
  if (path === undefined || !KEEPING_SETTINGS.has(path)) return undefined;
  const set = machine.calls.findLast(({ callee, args: [key] }) => {
    if (callee.is !== 'external' || callee.origin.by !== 'member' || callee.origin.name !== 'set') return false;
    return callee.origin.of === on.call.result && key?.is === 'primitive' && key.value === name.value;
  });
  return set?.args[1];
};
