import { childOf, join } from '../../repository/paths.js';
import { parseDotenv } from '../../syntax/dotenv.js';
import type { Library, LibraryCall, Machine } from '../run/machine.js';
import { isNullish, objectOf, primitive, textIn, unknown, type JsValue, type ObjectValue } from '../run/values.js';

/**
 * Files of variables that a program reads itself. What is set already stays, unless it says otherwise
 * (https://github.com/motdotla/dotenv#options). A file that the repository does not have sets nothing.
 */
export const dotenv: Library = (call, machine) => {
  const path = call.path?.join('.') ?? '';
  if (/^(?:dotenv|dotenv-safe|@dotenvx\/dotenvx)\.config$/.test(path)) return configured(call, machine);
  if (path === 'dotenv-flow.config') return flowing(machine, call.args[0], call.at);
  if (path === '.process.loadEnvFile') return loaded(call, machine);
  // The package expands what the other one read.
  return path.startsWith('dotenv-expand.') ? (call.args[0] ?? undefined) : undefined;
};

/** `import 'dotenv/config'` reads the file when it is loaded, and Adonis as it starts. */
export function loadDotenv(machine: Machine, specifier: string, at: LibraryCall['at']): void {
  if (/^dotenv-flow\/config(?:\.js)?$/.test(specifier)) flowing(machine, undefined, at);
  if (
    /^(?:dotenv(?:-safe)?|@dotenvx\/dotenvx)\/(?:config|load)(?:\.js)?$|^@adonisjs\/core(?:$|\/build\/standalone$)/.test(
      specifier,
    )
  ) {
    readInto(machine, join(machine.folder, '.env') ?? '.env', false, at);
  }
}

function configured({ args: [options], at }: LibraryCall, machine: Machine): JsValue {
  const path = options ? machine.member(options, 'path', at) : undefined;
  // dotenvx has it under another name.
  const overrides = ['override', 'overload'].some((name) => {
    const override = options ? machine.member(options, name, at) : undefined;
    return override?.is === 'primitive' && override.value === true;
  });
  for (const each of path?.is === 'array' ? path.items : [path]) {
    const file = fileOf(machine, each);
    if (file === undefined) return unknown('which file of variables is read depends on a value', at);
    readInto(machine, file, overrides, at);
  }
  return objectOf([['parsed', { ...objectOf([], at), open: 'it comes from a file' }]], at);
}

/** The more special file counts (https://github.com/kerimdzhanov/dotenv-flow#variables-overwritingpriority). */
function flowing(machine: Machine, options: JsValue | undefined, at: LibraryCall['at']): JsValue {
  const given = (name: string): JsValue => (options ? machine.member(options, name, at) : primitive(undefined, at));
  const folder = given('path');
  const base = folder.is === 'path' ? folder.path : join(machine.folder, textIn(folder) ?? '.');
  const ownMode = given('node_env');
  const mode = isNullish(ownMode) === true ? machine.member(machine.env, 'NODE_ENV', at) : ownMode;
  const name = isNullish(mode) === true ? given('default_node_env') : mode;
  const text = textIn(name);
  if (base === undefined || (text === undefined && isNullish(name) !== true))
    return unknown('which file of variables is read depends on a value', at);
  const endings =
    text === undefined ? ['.local', ''] : [`.${text}.local`, `.${text}`, ...(text === 'test' ? [] : ['.local']), ''];
  for (const ending of endings) readInto(machine, childOf(base, `.env${ending}`), false, at);
  return objectOf([['parsed', { ...objectOf([], at), open: 'it comes from a file' }]], at);
}

function loaded({ args: [path], at }: LibraryCall, machine: Machine): JsValue {
  const file = fileOf(machine, path);
  if (file !== undefined) readInto(machine, file, false, at);
  return primitive(undefined, at);
}

/** Relative to the root of the repository. */
function fileOf(machine: Machine, path: JsValue | undefined): string | undefined {
  if (!path || (path.is === 'primitive' && path.value === undefined)) return join(machine.folder, '.env');
  if (path.is === 'path') return path.path;
  return path.is === 'primitive' && typeof path.value === 'string' ? join(machine.folder, path.value) : undefined;
}

/** What a file of variables says, in an object. */
export function readFileInto(machine: Machine, path: string, object: ObjectValue): void {
  const source = machine.repository.read(path);
  if (source.is !== 'text') {
    if (source.is !== 'missing') object.open = `${path} ${source.why}`;
    return;
  }
  for (const { name, value, at } of parseDotenv(source.text, path)) {
    object.cells.set(name, { value: contentOf(name, value, at) });
  }
}

/** dotenvx keeps secrets encrypted. */
function contentOf(name: string, value: string | undefined, at: LibraryCall['at']): JsValue {
  if (value === undefined) return unknown(`${name} is put together from others`, at);
  return value.startsWith('encrypted:') ? unknown(`${name} is encrypted`, at) : primitive(value, at);
}

function readInto(machine: Machine, path: string, overrides: boolean, at: LibraryCall['at']): void {
  const source = machine.repository.read(path);
  if (source.is !== 'text') {
    if (source.is !== 'missing') leaveOpen(machine, `${path} ${source.why}`);
    return;
  }
  for (const { name, value, at: written } of parseDotenv(source.text, path)) {
    const before = machine.member(machine.env, name, at);
    const isUnset = before.is === 'primitive' && before.value === undefined;
    if (!isUnset && !overrides) continue;
    machine.setMember(machine.env, name, contentOf(name, value, written));
  }
}

/** A file that is not read may set what nothing else does. */
function leaveOpen({ env }: Machine, why: string): void {
  const { lookup } = env;
  env.lookup = (name, at) => {
    const value = lookup?.(name, at);
    return value && isNullish(value) !== true ? value : unknown(`${name} may be set there: ${why}`, at);
  };
}
