import type { Location } from '../../../model/location.js';
import { childOf, parent } from '../../../repository/paths.js';
import { parseDotenv } from '../../../syntax/dotenv.js';
import { parseIni } from '../../../syntax/sections.js';
import { argument, textArgument } from './arguments.js';
import { BUILTINS, type Reader } from './builtins.js';
import type { Frame } from './machine.js';
import { doubtOf } from './operators.js';
import { parseJson, repositoryPath } from './standard-library.js';
import {
  alternatives,
  each,
  isSequence,
  oneOf,
  REPOSITORY_FOLDER,
  truth,
  unknown,
  written,
  type Arguments,
  type Evaluated,
} from './values.js';
import { setVariable, variable } from './variables.js';

/** Libraries that read settings from the environment differ in what they take for true and in how they split a list. */
interface Dialect {
  trues: readonly string[];
  /** Whether the items of a list lose the spaces around them. */
  strips: boolean;
  /** Whether a default goes through the same conversion. */
  castsDefault: boolean;
  /** Whether it looks for a file of settings by itself. */
  searches: boolean;
}

/** https://github.com/joke2k/django-environ, environ/environ.py (0.11.2). */
const DJANGO_ENVIRON: Dialect = {
  trues: ['true', 'on', 'ok', 'y', 'yes', '1'],
  strips: false,
  castsDefault: false,
  searches: false,
};

/** https://github.com/sloria/environs, by marshmallow's Boolean field. */
const ENVIRONS: Dialect = {
  trues: ['t', 'true', 'on', 'y', 'yes', '1'],
  strips: true,
  castsDefault: false,
  searches: false,
};

/** https://github.com/HBNetwork/python-decouple, decouple.py (3.8). */
const DECOUPLE: Dialect = {
  trues: ['true', 'on', 't', 'y', 'yes', '1'],
  strips: true,
  castsDefault: true,
  searches: true,
};

/** `env.KIND(name, default)`. Without a kind, the value is converted by `cast`, or by what the reader was made with. */
function reading(dialect: Dialect, kind?: string): Reader {
  return (frame, given, at) => {
    const [self, ...positional] = given.positional;
    const own: Arguments = { ...given, positional };
    const name = textArgument(own, 0, 'var', 'name', 'key');
    if (name === undefined) return undefined;
    const scheme = self && schemeOf(self, name);
    // The second place is a conversion in `env(name, cast, default)`, and the default in `env.bool(name, default)`.
    const second = own.positional[1];
    const isCast = kind === undefined && dialect === DJANGO_ENVIRON && second !== undefined && isConversion(second);
    const cast = own.named.get('cast') ?? (isCast ? second : undefined) ?? scheme?.cast;
    const otherwise = own.named.get('default') ?? (isCast ? own.positional[2] : second) ?? scheme?.otherwise;
    const around = dialect === ENVIRONS ? frame.machine.prefix : '';
    if (around === undefined) return unknown('has a prefix that is not read', at);
    const prefix = around + (self ? prefixOf(self) : '');
    return readSetting(
      frame,
      prefix + name,
      otherwise,
      (value) => converted(frame, dialect, kind, cast, value, at),
      dialect,
      at,
    );
  };
}

/** `Config(RepositoryEnv(path))`: what the file holds that it names stands in for what is not set. */
function readingOfFile(frame: Frame, given: Arguments, at: Location): Evaluated | undefined {
  const [self, ...positional] = given.positional;
  const [source] = self?.is === 'object' ? self.arguments.positional : [];
  const path = source?.is === 'object' && source.of === 'decouple.RepositoryEnv' && source.arguments.positional[0];
  const file = path && (path.is === 'string' || path.is === 'path') ? repositoryPath(frame, path.value) : undefined;
  const name = textArgument({ ...given, positional }, 0, 'option');
  const held = file === undefined || name === undefined ? undefined : entriesOf(frame, file).get(name);
  const cast = given.named.get('cast');
  if (held && name !== undefined && variable(frame.machine, name, at).is !== 'set') {
    return each(held, (one) => converted(frame, DECOUPLE, undefined, cast, one, at));
  }
  return reading({ ...DECOUPLE, searches: false })(frame, given, at);
}

function readSetting(
  frame: Frame,
  name: string,
  otherwise: Evaluated | undefined,
  convert: (value: Evaluated) => Evaluated,
  { castsDefault, searches }: Dialect,
  at: Location,
): Evaluated {
  const found = variable(frame.machine, name, at);
  const inFile = searches && found.is !== 'set' ? committedVariable(frame, name) : undefined;
  if (found.is === 'set') return each(found.value, convert);
  const instead = inFile ? convert(inFile) : otherwise && (castsDefault ? each(otherwise, convert) : otherwise);
  if (found.is === 'unknown') return oneOf([found.value, ...(instead ? [instead] : [])], at);
  if (instead) return instead;
  frame.machine.raises = true;
  return unknown(`${name} is not set`, at);
}

/** Of a variable that `Env(NAME=(type, default))` was told of. */
function schemeOf(self: Evaluated, name: string): { cast?: Evaluated; otherwise?: Evaluated } | undefined {
  if (self.is !== 'object') return undefined;
  const told = self.arguments.named.get(name);
  if (!told) return undefined;
  if (told.is !== 'tuple') return { cast: told };
  const [cast, otherwise] = told.items;
  return { ...(cast && { cast }), ...(otherwise && { otherwise }) };
}

function prefixOf(self: Evaluated): string {
  if (self.is !== 'object') return '';
  return textArgument(self.arguments, 99, 'prefix') ?? '';
}

function isConversion(value: Evaluated): boolean {
  if (isSequence(value) || value.is === 'dictionary') return true;
  return value.is === 'external' || value.is === 'function' || value.is === 'object' || value.is === 'class';
}

function converted(
  frame: Frame,
  dialect: Dialect,
  kind: string | undefined,
  cast: Evaluated | undefined,
  value: Evaluated,
  at: Location,
): Evaluated {
  const name = kind ?? (cast?.is === 'external' ? cast.name.replace(/^builtins\./, '') : undefined);
  if (cast?.is === 'object' && cast.of === 'decouple.Csv') return commaSeparated(frame, cast.arguments, value, at);
  if (name === undefined && cast && isSequence(cast)) {
    const [item] = cast.items;
    const parts = separated(dialect, cast.is === 'tuple' ? 'tuple' : 'list', value, at);
    return isSequence(parts) && item
      ? { ...parts, items: parts.items.map((each) => converted(frame, dialect, undefined, item, each, at)) }
      : parts;
  }
  if (name === undefined) return cast && isConversion(cast) ? called(frame, cast, value, at) : value;
  // What makes an entry of DATABASES of an address tells more than that it is not known.
  if (cast && name === 'dj_database_url.parse') return called(frame, cast, value, at);
  if (value.is !== 'string') {
    // Defaults are often of the type already.
    return value.is === 'unknown' ? unknown(value.why, value.at) : value;
  }
  switch (name) {
    case 'str':
    case 'unicode':
      return value;
    case 'bool':
    case 'boolean':
      return {
        is: 'boolean',
        value: dialect.trues.includes(value.value.toLowerCase()),
        at: value.at,
        from: value.from,
      };
    case 'list':
    case 'tuple':
      return separated(dialect, name, value, at);
    case 'json':
      return parseJson(frame, { positional: [value], named: new Map() }, at) ?? value;
    case 'int':
    case 'float':
      return BUILTINS[name]?.(frame, { positional: [value], named: new Map() }, at) ?? value;
    default:
      return cast ? called(frame, cast, value, at) : unknown(`${name}() is not read`, at);
  }
}

/** A text as a list, by its commas. */
function separated({ strips }: Dialect, is: 'list' | 'tuple', value: Evaluated, at: Location): Evaluated {
  if (value.is !== 'string') return isSequence(value) ? value : unknown(doubtOf(value)?.why ?? 'is not a text', at);
  const parts = value.value.split(',').filter((part) => part !== '');
  const items = parts.map((part) => ({ ...value, value: strips ? part.trim() : part }));
  return { is, items, at: value.at, from: value.from };
}

function called(frame: Frame, cast: Evaluated, value: Evaluated, at: Location): Evaluated {
  return frame.machine.call(frame, cast, { positional: [value], named: new Map() }, at);
}

/** decouple's `Csv(cast, delimiter, strip, post_process)`. */
function commaSeparated(frame: Frame, given: Arguments, value: Evaluated, at: Location): Evaluated {
  if (value.is !== 'string') {
    return isSequence(value) ? value : unknown(doubtOf(value)?.why ?? 'is not a text', at);
  }
  const delimiter = textArgument(given, 1, 'delimiter') ?? ',';
  const items = quotedParts(value.value, delimiter).map((part) => ({ ...value, value: part }));
  const list: Evaluated = { is: 'list', items, at: value.at, from: value.from };
  const process = argument(given, 3, 'post_process');
  return process ? called(frame, process, list, at) : list;
}

/** The parts of a text as Python's shlex tells them, which decouple uses: quotes hold a part together and are no part of it. */
function quotedParts(text: string, delimiter: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quote = '';
  for (const character of text) {
    if (quote === '' && delimiter.includes(character)) {
      parts.push(part);
      part = '';
    } else if (quote === character) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else part += character;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}

/** A variable of the settings.ini or .env that decouple finds beside the file that asks, or above it: the nearest one. */
function committedVariable(frame: Frame, name: string): Evaluated | undefined {
  const env = nearestUp(frame, '.env');
  const ini = nearestUp(frame, 'settings.ini');
  const isIni = ini !== undefined && (env === undefined || parent(ini).length >= parent(env).length);
  if (isIni) return iniEntry(frame, ini, name);
  return env === undefined ? undefined : entriesOf(frame, env).get(name);
}

/** Of a section, in which letter case means nothing. */
function iniEntry({ machine }: Frame, file: string, name: string): Evaluated | undefined {
  const source = machine.repository.read(file);
  if (source.is !== 'text') return undefined;
  const found = parseIni(source.text, file).findLast(
    ({ section, key }) => section === 'settings' && key.toLowerCase() === name.toLowerCase(),
  );
  return found && { is: 'string', value: found.value, at: found.at, from: { by: 'variable', name } };
}

/** The nearest file of a name in the folder of the running file or one above. */
function nearestUp(frame: Frame, name: string): string | undefined {
  for (let folder = parent(frame.program.file); ; folder = parent(folder)) {
    const path = childOf(folder, name);
    if (frame.machine.repository.lookup(path).is === 'file') return path;
    if (folder === '') return undefined;
  }
}

function entriesOf(frame: Frame, file: string): ReadonlyMap<string, Evaluated> {
  const source = frame.machine.repository.read(file);
  if (source.is !== 'text') return new Map();
  return new Map(
    parseDotenv(source.text, file).map(({ name, value, at }): [string, Evaluated] => [
      name,
      value === undefined
        ? unknown(`the value of ${name} is not read`, at)
        : { is: 'string', value, at, from: { by: 'variable', name } },
    ]),
  );
}

/** What a .env file holds that is committed, by a path as the program names it. */
export function envFileEntries(frame: Frame, path: string): readonly [string, Evaluated][] {
  const file = repositoryPath(frame, path);
  if (file === undefined || frame.machine.repository.lookup(file).is !== 'file') return [];
  return [...entriesOf(frame, file)];
}

/** Reads a .env file that is committed into the environment; one that is not committed is not there. */
function loading(find: (frame: Frame, given: Arguments) => string | undefined, overrides: readonly string[]): Reader {
  return (frame, given, at) => {
    const file = find(frame, given);
    const overriding = overrides.map((name) => given.named.get(name)).find((value) => value !== undefined);
    if (file === undefined) return written({ is: 'boolean', value: false }, at);
    for (const [name, value] of entriesOf(frame, file)) {
      const found = variable(frame.machine, name, at);
      if (found.is === 'unset' || (overriding && truth(overriding) === true)) setVariable(frame.machine, name, value);
      else if (found.is === 'unknown') setVariable(frame.machine, name, oneOf([found.value, value], at));
    }
    return written({ is: 'boolean', value: true }, at);
  };
}

/** The file that an argument names, else the nearest .env; `beside`: only one in the folder of the file that asks. */
function dotenvFile(
  skip: number,
  names: readonly string[],
  where: 'beside' | 'above' = 'above',
): (frame: Frame, given: Arguments) => string | undefined {
  return (frame, given) => {
    const named = argument({ ...given, positional: given.positional.slice(skip) }, 0, ...names);
    if (!named || named.is === 'none') {
      const nearest = nearestUp(frame, '.env');
      return where === 'above' || nearest === childOf(parent(frame.program.file), '.env') ? nearest : undefined;
    }
    const [path] = alternatives(named);
    if (path?.is !== 'string' && path?.is !== 'path') return undefined;
    const file = repositoryPath(frame, path.value);
    return file !== undefined && frame.machine.repository.lookup(file).is === 'file' ? file : undefined;
  };
}

function readers(prefix: string, dialect: Dialect, kinds: readonly string[]): Record<string, Reader> {
  return Object.fromEntries(kinds.map((kind) => [`${prefix}.${kind}`, reading(dialect, kind)]));
}

const KINDS = ['str', 'bool', 'int', 'float', 'list', 'tuple', 'json'];

/** `config(...)` has no object before its arguments. */
function plain(reader: Reader): Reader {
  return (frame, given, at) =>
    reader(frame, { ...given, positional: [written({ is: 'none' }, at), ...given.positional] }, at);
}

/** https://django-environ.readthedocs.io/en/latest/api.html#environ.Env.read_env */
const readBeside = loading(dotenvFile(1, ['env_file', 'path'], 'beside'), ['overwrite', 'override']);
const readBesideOfClass = loading(dotenvFile(0, ['env_file', 'path'], 'beside'), ['overwrite', 'override']);

/** https://github.com/sloria/environs: `recurse` is on. */
const readEnv = loading(dotenvFile(1, ['env_file', 'path']), ['overwrite', 'override']);
const readEnvOfClass = loading(dotenvFile(0, ['env_file', 'path']), ['overwrite', 'override']);

/** Functions of the libraries that read settings, by name. */
export const SETTINGS_LIBRARIES: Readonly<Record<string, Reader>> = {
  'environ.Env().__call__': reading(DJANGO_ENVIRON),
  'environ.FileAwareEnv().__call__': reading(DJANGO_ENVIRON),
  ...readers('environ.Env()', DJANGO_ENVIRON, KINDS),
  ...readers('environ.FileAwareEnv()', DJANGO_ENVIRON, KINDS),
  'environ.Env().read_env': readBeside,
  'environ.FileAwareEnv().read_env': readBeside,
  'environ.Env.read_env': readBesideOfClass,
  'environ.FileAwareEnv.read_env': readBesideOfClass,
  'environs.Env().__call__': reading(ENVIRONS),
  ...readers('environs.Env()', ENVIRONS, KINDS),
  'environs.Env().read_env': readEnv,
  'environs.env.read_env': readEnvOfClass,
  ...Object.fromEntries(KINDS.map((kind) => [`environs.env.${kind}`, plain(reading(ENVIRONS, kind))])),
  'environs.env': plain(reading(ENVIRONS)),
  'decouple.config': plain(reading(DECOUPLE)),
  'decouple.AutoConfig().__call__': reading(DECOUPLE),
  'decouple.Config().__call__': readingOfFile,
  // Routes to files that Django serves in development only: with DEBUG off there are none.
  'django.conf.urls.static.static': (_, __, at) => written({ is: 'list', items: [] }, at),
  'django.contrib.staticfiles.urls.staticfiles_urlpatterns': (_, __, at) => written({ is: 'list', items: [] }, at),
  'dotenv.load_dotenv': loading(dotenvFile(0, ['dotenv_path']), ['override']),
  'dotenv.read_dotenv': loading(dotenvFile(0, ['dotenv']), ['override']),
  'dotenv.find_dotenv': (frame, _, at) => {
    const file = nearestUp(frame, '.env');
    return written({ is: 'string', value: file === undefined ? '' : `${REPOSITORY_FOLDER}/${file}` }, at);
  },
};
