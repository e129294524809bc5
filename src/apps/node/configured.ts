import { callPlace } from '../../code/run/methods.js';
import type { Machine } from '../../code/run/machine.js';
import { withOtherwise } from '../../code/libraries/runtime.js';
import { intrinsic, objectOf, pathOfExternal, primitive, type JsValue, type Primitive } from '../../code/run/values.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Absent, Known, Value } from '../../model/value.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Setting } from './packaged.js';
import { runFile } from './program.js';
import { settingOf } from './settings.js';

/**
 * A setting of a configuration file, run in the mind as the server runs it. Whatever a file may say that is there and not
 * read is unknown: absent only where it does not say it.
 */
export async function configuredAddress(
  repository: Repository,
  process: Process,
  { files, keys }: NonNullable<Setting['configured']>,
): Promise<Value<string>> {
  const { folder, at } = process;
  const file = files.map((name) => childOf(folder, name)).find((path) => repository.lookup(path).is === 'file');
  if (file === undefined) return { is: 'absent', at };
  const source = repository.read(file);
  const names = keys.flatMap((key) => key.at(-1) ?? []);
  // A file that does not mention it leaves it as it is, unless it takes in another one.
  if (source.is === 'text' && !mentions(source.text, names)) return { is: 'absent', at };
  const program = await runFile(repository, file, process);
  const unknown = { is: 'unknown', why: `${file} may set it`, at } as const;
  if (program.is === 'unread' || program.run.program.leftOut.length > 0) return unknown;
  const { machine } = program.run;
  const whole = exportedSettings(machine, file, at);
  for (const key of keys) {
    const set = settingOf(under(machine, whole, key, at), at, textOf);
    if (set.is === 'unknown') return unknown;
    if (set.is !== 'absent') return set;
  }
  return { is: 'absent', at };
}

function mentions(text: string, names: readonly string[]): boolean {
  const words = new Set(text.match(/\w+/g));
  return names.some((name) => words.has(name)) || /\.\.\.|mergeConfig|require\(['"]\.|from ['"]\./.test(text);
}

/** How often what a file exports is unwrapped. */
const MAX_WRAPS = 3;

/** The object that a file exports, as it is, in `defineConfig(…)`, or given by a function. */
function exportedSettings(machine: Machine, file: string, at: Location): JsValue {
  let value = machine.exported(file, 'default', at);
  for (let turn = 0; turn < MAX_WRAPS; turn++) {
    if (value.is === 'function') {
      const given = { ...objectOf([['env', strapiEnv(machine, at)]], at), open: 'the server gives it' };
      value = machine.call(value, [given], callPlace(machine, at));
      continue;
    }
    const call = value.is === 'external' && value.origin.by === 'call' ? value.origin.call : undefined;
    const name = call?.callee.is === 'external' ? pathOfExternal(call.callee)?.at(-1) : undefined;
    const [first] = call?.args ?? [];
    // `defineConfig` of Vite and Astro, `defineNuxtConfig`: they give what they are given.
    if (!first || !/^define(?:Nuxt)?Config$/.test(name ?? '')) break;
    value = first;
  }
  return value;
}

/** `env('HOST', '0.0.0.0')` and `env.int('PORT', 1337)` (https://docs.strapi.io/cms/configurations/environment). */
function strapiEnv(machine: Machine, at: Location): JsValue {
  const read = ([name, otherwise]: readonly JsValue[], place: Location): JsValue =>
    name?.is === 'primitive'
      ? withOtherwise(machine.member(machine.env, String(name.value), place), otherwise, place)
      : { is: 'unknown', why: 'which variable is read depends on a value', at: place };
  return intrinsic('env', at, read, (name, place) => intrinsic(name, place, read));
}

function under(machine: Machine, whole: JsValue, key: readonly string[], at: Location): JsValue {
  const nothing = (value: JsValue): boolean =>
    value.is === 'primitive' && (value.value === undefined || value.value === null);
  return key.reduce<JsValue>(
    (object, name) => (nothing(object) ? primitive(undefined, at) : machine.member(object, name, at)),
    whole,
  );
}

/** A host may be `true`, for every address, or `false`, for the default. */
function textOf({ value, at, from, unless }: Primitive): Known<string> | Absent {
  if (value === undefined || value === null || value === false || value === '') return { is: 'absent', at };
  const text = value === true ? '0.0.0.0' : String(value);
  return { is: 'known', value: text, at, from, ...(unless && { unless }) };
}
