import type { Location } from '../../model/location.js';
import { callPlace } from '../run/methods.js';
import type { Library, Machine } from '../run/machine.js';
import { isNullish, objectOf, primitive, textIn, type Call, type External, type JsValue } from '../run/values.js';
import { callsOn, chainOf, type ChainLink } from './chains.js';
import { withOtherwise } from './runtime.js';

/** An option of a program as a package is told of it. */
interface Option {
  /** Without dashes; the first one is that of the value. */
  names: readonly string[];
  otherwise?: JsValue | undefined;
  /** A variable that is read where the option is not given. */
  variable?: string | undefined;
  /** What makes the value of the text. */
  read?: JsValue | undefined;
}

/** Packages that read the command line, and Node's own `parseArgs`. */
export const commandLine: Library = ({ callee, path, args, at }, machine) => {
  const name = path?.join('.') ?? '';
  const [first, second] = args;
  if (name === 'minimist') return valuesOf(machine, minimistOptions(machine, second, at), at);
  if (name === 'util.parseArgs') return parsedByNode(machine, first, at);
  if (callee.is !== 'external' || callee.origin.by !== 'member') return undefined;
  const { of, name: method } = callee.origin;
  if (/^parse(?:Sync|Async)?$/.test(method)) return yargsValues(machine, of, at);
  return method === 'opts' ? commanderValues(machine, of, at) : undefined;
};

/** `yargs.argv`, and `program.port` of commander before 7. */
export function argumentProperty(machine: Machine, on: External, name: string, at: Location): JsValue | undefined {
  return name === 'argv' ? yargsValues(machine, on, at) : undefined;
}

// ---- the values

const OPEN = 'it depends on the command line';

function valuesOf(machine: Machine, options: readonly Option[], at: Location): JsValue {
  const { words } = machine;
  const given = words && givenIn(words);
  if (!given) return { ...objectOf([], at), open: OPEN };
  const object = objectOf([], at);
  for (const [name, text] of given) object.cells.set(name, { value: primitive(text, at) });
  for (const option of options) {
    const value = valueOf(machine, option, given, at);
    for (const name of option.names) object.cells.set(name, { value });
  }
  return object;
}

function valueOf(
  machine: Machine,
  { names, otherwise, variable, read }: Option,
  given: ReadonlyMap<string, string | boolean>,
  at: Location,
): JsValue {
  const made = (value: JsValue): JsValue => {
    if (!read || isNullish(value) === true) return value;
    // commander gives the value so far as well, which `parseInt` takes for a base.
    return machine.call(read, [value, otherwise ?? primitive(undefined, at)], callPlace(machine, at));
  };
  const name = names.find((each) => given.has(each));
  if (name !== undefined) return made(primitive(given.get(name), at));
  const set = variable === undefined ? primitive(undefined, at) : made(machine.member(machine.env, variable, at));
  return withOtherwise(set, otherwise, at);
}

/** `--name value`, `--name=value`, `-n value`, `--name`; undefined where a word is not known. */
function givenIn(words: readonly (string | undefined)[]): ReadonlyMap<string, string | boolean> | undefined {
  const given = new Map<string, string | boolean>();
  for (const [index, word] of words.entries()) {
    if (word === undefined) return undefined;
    const [, name, value] = /^--?([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const next = words[index + 1];
    if (name !== undefined) given.set(name, value ?? (next === undefined || next.startsWith('-') ? true : next));
  }
  return given;
}

function entriesOf(value: JsValue | undefined): readonly (readonly [string, JsValue])[] {
  return value?.is === 'object' ? [...value.cells].map(([name, cell]) => [name, cell.value] as const) : [];
}

function textsOf(value: JsValue | undefined): readonly string[] {
  if (value?.is === 'array') return value.items.flatMap((each) => textIn(each) ?? []);
  const text = textIn(value);
  return text === undefined ? [] : [text];
}

// ---- minimist (https://github.com/minimistjs/minimist)

function minimistOptions(machine: Machine, options: JsValue | undefined, at: Location): readonly Option[] {
  if (options?.is !== 'object') return [];
  const alias = entriesOf(machine.member(options, 'alias', at));
  return entriesOf(machine.member(options, 'default', at)).map(([name, otherwise]) => {
    const group = alias.map(([key, value]) => [key, ...textsOf(value)]).find((each) => each.includes(name));
    return { names: [name, ...(group ?? []).filter((each) => each !== name)], otherwise };
  });
}

// ---- util.parseArgs (https://nodejs.org/api/util.html#utilparseargsconfig)

function parsedByNode(machine: Machine, config: JsValue | undefined, at: Location): JsValue {
  const options = config ? entriesOf(machine.member(config, 'options', at)) : [];
  const known = options.map(([name, spec]): Option => {
    const short = textsOf(machine.member(spec, 'short', at));
    return { names: [name, ...short], otherwise: machine.member(spec, 'default', at) };
  });
  const list: JsValue = { is: 'array', items: [], at, open: OPEN };
  return objectOf(
    [
      ['values', valuesOf(machine, known, at)],
      ['positionals', list],
    ],
    at,
  );
}

// ---- yargs (https://yargs.js.org/docs/)

function yargsValues(machine: Machine, of: External, at: Location): JsValue | undefined {
  const chain = chainOf(of);
  if (chain?.path[0] !== 'yargs' && chain?.path[0] !== 'yargs/yargs') return undefined;
  const links = callsOn(chain.base, machine.calls);
  // Commands have options of their own, and a configuration or variables may give any.
  if (links.some(({ name }) => /^(?:command|config|pkgConf|env|coerce|middleware)$/.test(name)))
    return { ...objectOf([], at), open: OPEN };
  return valuesOf(machine, mergedByName(links.flatMap((link) => yargsOptions(machine, link, at))), at);
}

function yargsOptions(machine: Machine, { name, call }: ChainLink, at: Location): readonly Option[] {
  const [first, second] = call.args;
  const key = textIn(first);
  const option = (own: string, spec: JsValue): Option => {
    const otherwise = machine.member(spec, 'default', at);
    const isNone = otherwise.is === 'primitive' && otherwise.value === undefined;
    return { names: [own, ...textsOf(machine.member(spec, 'alias', at))], otherwise: isNone ? undefined : otherwise };
  };
  if (name === 'option' || name === 'options') {
    return key === undefined
      ? entriesOf(first).map(([own, spec]) => option(own, spec))
      : second
        ? [option(key, second)]
        : [];
  }
  if (name === 'default') {
    if (key !== undefined) return [{ names: [key], otherwise: second }];
    return entriesOf(first).map(([own, otherwise]) => ({ names: [own], otherwise }));
  }
  return name === 'alias' && key !== undefined ? [{ names: [key, ...textsOf(second)] }] : [];
}

function mergedByName(options: readonly Option[]): readonly Option[] {
  const merged: Option[] = [];
  for (const each of options) {
    const index = merged.findIndex(({ names }) => names.some((name) => each.names.includes(name)));
    const before = merged[index];
    if (!before) merged.push(each);
    else
      merged[index] = {
        names: [...new Set([...before.names, ...each.names])],
        otherwise: each.otherwise ?? before.otherwise,
      };
  }
  return merged;
}

// ---- commander (https://github.com/tj/commander.js)

function commanderValues(machine: Machine, of: External, at: Location): JsValue | undefined {
  const chain = chainOf(of);
  if (chain?.path[0] !== 'commander') return undefined;
  const options = callsOn(chain.base, machine.calls).flatMap(({ name, call }) => commanderOption(name, call) ?? []);
  return valuesOf(machine, options, at);
}

function commanderOption(name: string, { args }: Call): Option | undefined {
  const [first, , third, fourth] = args;
  if (name === 'option' || name === 'requiredOption') {
    const names = flagNames(textIn(first));
    const isRead = third?.is === 'function' || third?.is === 'intrinsic' || third?.is === 'external';
    return names && { names, otherwise: isRead ? fourth : third, read: isRead ? third : undefined };
  }
  const chain = name === 'addOption' && first ? chainOf(first) : undefined;
  if (chain?.base.origin.by !== 'call' || chain.path.at(-1) !== 'Option') return undefined;
  const names = flagNames(textIn(chain.base.origin.call.args[0]));
  const given = (method: string): JsValue | undefined => chain.links.find((each) => each.name === method)?.call.args[0];
  return names && { names, otherwise: given('default'), variable: textIn(given('env')), read: given('argParser') };
}

/** `-p, --port <number>`: the value is under `port`, and `--http-port` under `httpPort`. */
function flagNames(flags: string | undefined): readonly string[] | undefined {
  const found = flags?.match(/--?[\w-]+/g)?.map((each) => each.replace(/^--?/, ''));
  const long = flags === undefined ? undefined : /--([\w-]+)/.exec(flags)?.[1];
  if (!found || long === undefined) return undefined;
  return [...new Set([long.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), ...found])];
}
