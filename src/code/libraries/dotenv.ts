import { join } from '../../repository/paths.js';
import { parseDotenv } from '../../syntax/dotenv.js';
import type { Library, LibraryCall, Machine } from '../run/machine.js';
import { objectOf, primitive, unknown, type JsValue } from '../run/values.js';

/**
 * Files of variables that a program reads itself. What is set already stays, unless it says otherwise
 * (https://github.com/motdotla/dotenv#options). A file that the repository does not have sets nothing.
 */
export const dotenv: Library = (call, machine) => {
  const path = call.path?.join('.') ?? '';
  if (path === 'dotenv.config' || path === 'dotenv-safe.config' || path === 'dotenv-flow.config')
    return configured(call, machine);
  if (path === '.process.loadEnvFile') return loaded(call, machine);
  // The package expands what the other one read.
  return path.startsWith('dotenv-expand.') ? (call.args[0] ?? undefined) : undefined;
};

/** `import 'dotenv/config'` reads the file when it is loaded, and Adonis as it starts. */
export function loadDotenv(machine: Machine, specifier: string, at: LibraryCall['at']): void {
  if (/^dotenv(?:-flow|-safe)?\/(?:config|load)(?:\.js)?$|^@adonisjs\/core(?:$|\/build\/standalone$)/.test(specifier)) {
    readInto(machine, join(machine.folder, '.env') ?? '.env', false, at);
  }
}

function configured({ args: [options], at }: LibraryCall, machine: Machine): JsValue {
  const path = options ? machine.member(options, 'path', at) : undefined;
  const override = options ? machine.member(options, 'override', at) : undefined;
  const overrides = override?.is === 'primitive' && override.value === true;
  for (const each of path?.is === 'array' ? path.items : [path]) {
    const file = fileOf(machine, each);
    if (file === undefined) return unknown('which file of variables is read depends on a value', at);
    readInto(machine, file, overrides, at);
  }
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

function readInto(machine: Machine, path: string, overrides: boolean, at: LibraryCall['at']): void {
  const source = machine.repository.read(path);
  if (source.is !== 'text') return;
  for (const { name, value, at: written } of parseDotenv(source.text, path)) {
    const before = machine.member(machine.env, name, at);
    const isUnset = before.is === 'primitive' && before.value === undefined;
    if (!isUnset && !overrides) continue;
    const content =
      value === undefined ? unknown(`${name} is put together from others`, written) : primitive(value, written);
    machine.setMember(machine.env, name, content);
  }
}
