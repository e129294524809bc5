import type { Location } from '../../../model/location.js';
import type { Expression } from '../../../syntax/python.js';
import { BUILTINS } from './builtins.js';
import { functionText } from './function-text.js';
import type { Frame } from './machine.js';
import { externalBases } from './members.js';
import { envFileEntries } from './settings-libraries.js';
import { fieldTypeOf, hasField } from './settings-types.js';
import {
  each,
  entryOf,
  isSequence,
  oneOf,
  truth,
  unknown,
  written,
  type Arguments,
  type DictionaryItem,
  type Evaluated,
  type PythonClass,
} from './values.js';
import { variable } from './variables.js';

const BASES = new Set(['pydantic_settings.BaseSettings', 'pydantic.BaseSettings', 'pydantic.v1.BaseSettings']);

/**
 * An object of a class that pydantic fills from the environment and from the files that it is told of.
 * Undefined for other classes. https://docs.pydantic.dev/latest/concepts/pydantic_settings/
 */
export function settingsObject(frame: Frame, of: PythonClass, given: Arguments, at: Location): Evaluated | undefined {
  const base = externalBases(of).find((name) => BASES.has(name));
  if (base === undefined) return undefined;
  const settings = settingsOf(frame, of, given, base !== 'pydantic_settings.BaseSettings');
  const attributes = fieldsOf(of).map((field) => ({
    key: field.name,
    value: given.named.get(field.name) ?? fieldValue(frame, field, settings, at),
  }));
  return written({ is: 'instance', of, attributes }, at);
}

/** The fields that a class declares with their types, as they are given to it or by default: pydantic's models, dataclasses. */
export function declaredFields(frame: Frame, of: PythonClass, given: Arguments, at: Location): DictionaryItem[] {
  if (of.types.size === 0 || of.members.bindings.has('__init__')) return [];
  return fieldsOf(of)
    .filter(({ type }) => type !== undefined)
    .flatMap(({ name, otherwise, factory }, index) => {
      const rest = given.rest && unknown(given.rest.why, given.rest.at);
      const value = given.named.get(name) ?? given.positional[index] ?? rest ?? otherwise ?? made(frame, factory, at);
      return value ? [{ key: name, value }] : [];
    });
}

interface Field {
  name: string;
  otherwise: Evaluated | undefined;
  /** What is called for its default. */
  factory: Evaluated | undefined;
  type: Expression | undefined;
  /** What `Field()` is given. */
  told: Arguments | undefined;
  /** The class that declares it. */
  of: PythonClass;
}

function fieldsOf(of: PythonClass, depth = 0): readonly Field[] {
  const inherited = of.bases.flatMap((base) => (base.is === 'class' && depth < 10 ? fieldsOf(base, depth + 1) : []));
  const own = [...new Set([...of.types.keys(), ...of.members.bindings.keys()])].map((name): Field => {
    const value = of.members.bindings.get(name)?.value;
    const told = value?.is === 'object' && /(?:^|\.)[Ff]ield$/.test(value.of) ? value.arguments : undefined;
    const [first] = told?.positional ?? [];
    const standard = first && first.is !== 'external' ? first : told?.named.get('default');
    return {
      name,
      otherwise: told ? standard : value,
      factory: told?.named.get('default_factory'),
      type: of.types.get(name),
      told,
      of,
    };
  });
  const fields = own.filter(
    ({ name, otherwise }) => otherwise?.is !== 'function' && otherwise?.is !== 'class' && name !== 'model_config',
  );
  return [...inherited.filter((one) => !fields.some(({ name }) => name === one.name)), ...fields];
}

function made(frame: Frame, factory: Evaluated | undefined, at: Location): Evaluated | undefined {
  return factory && frame.machine.call(frame, factory, { positional: [], named: new Map() }, at);
}

/** How a class of settings finds its values. */
interface Settings {
  prefix: string;
  isCaseSensitive: boolean;
  /** Fields that are objects have variables for their fields. */
  isNested: boolean;
  /** The names of version 1, which knows no aliases here. */
  isOld: boolean;
  /** What the files of variables hold that it reads. */
  inFiles: ReadonlyMap<string, Evaluated>;
  /** Why none of its values can be told. */
  doubt: string | undefined;
  /** The text of its methods that may change what was read. */
  changing: readonly { text: string; names: readonly string[] | undefined }[];
}

function settingsOf(frame: Frame, of: PythonClass, given: Arguments, isOld: boolean): Settings {
  const prefix = configured(of, 'env_prefix');
  const isCaseSensitive = configured(of, 'case_sensitive');
  const file = given.named.get('_env_file') ?? configured(of, 'env_file');
  const inFiles = envFiles(frame, file);
  const isOpen =
    given.rest !== undefined ||
    (prefix !== undefined && prefix.is !== 'string' && prefix.is !== 'none') ||
    inFiles === undefined ||
    configured(of, 'settings_customise_sources') !== undefined ||
    configured(of, 'customise_sources') !== undefined ||
    configured(of, 'fields') !== undefined ||
    configured(of, '**') !== undefined;
  return {
    prefix: prefix?.is === 'string' ? prefix.value : '',
    isCaseSensitive: isCaseSensitive !== undefined && truth(isCaseSensitive) !== false,
    isNested: configured(of, 'env_nested_delimiter') !== undefined,
    isOld,
    inFiles: inFiles ?? new Map<string, Evaluated>(),
    doubt: isOpen ? 'is set in a way that is not read' : undefined,
    changing: changingMethods(of),
  };
}

/** What `model_config`, or the class `Config` in a class, says; else its bases. */
function configured(of: PythonClass, key: string, depth = 0): Evaluated | undefined {
  const { bindings } = of.members;
  const config = bindings.get('model_config')?.value;
  const inner = bindings.get('Config')?.value;
  const own =
    (config?.is === 'object' ? (key === '**' ? restOf(config) : config.arguments.named.get(key)) : undefined) ??
    (config?.is === 'dictionary' ? entryOf(config, key) : undefined) ??
    (config?.is === 'unknown' && key === '**' ? config : undefined) ??
    (inner?.is === 'class' ? inner.members.bindings.get(key)?.value : undefined) ??
    (key.endsWith('customise_sources') ? bindings.get(key)?.value : undefined);
  if (own || depth > 10) return own;
  for (const base of of.bases) {
    const found = base.is === 'class' ? configured(base, key, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function restOf({ arguments: { rest } }: { arguments: Arguments }): Evaluated | undefined {
  return rest && unknown(rest.why, rest.at);
}

/** The variables of one file or several, of which the last counts; undefined where it is not known which. */
function envFiles(frame: Frame, file: Evaluated | undefined): ReadonlyMap<string, Evaluated> | undefined {
  if (file === undefined || file.is === 'none') return new Map();
  const files = isSequence(file) && !file.rest ? file.items : [file];
  const entries: [string, Evaluated][] = [];
  for (const each of files) {
    if (each.is !== 'string' && each.is !== 'path') return undefined;
    entries.push(...envFileEntries(frame, each.value));
  }
  return new Map(entries);
}

/** Validators, and methods that run once an object is made. */
function changingMethods(of: PythonClass, depth = 0): Settings['changing'] {
  const own = [...of.members.bindings.values()].flatMap(({ value }): Settings['changing'] => {
    if (value.is !== 'function') return [];
    const text = functionText(value);
    if (value.name === '__init__' || value.name === 'model_post_init') return [{ text, names: undefined }];
    return value.decorators.flatMap((decorator): Settings['changing'] => {
      if (decorator.is !== 'call' || (decorator.callee.is !== 'name' && decorator.callee.is !== 'attribute')) return [];
      const { name } = decorator.callee;
      if (/^(?:model_validator|root_validator)$/.test(name)) return [{ text, names: undefined }];
      if (!/^(?:field_)?validator$/.test(name)) return [];
      const names = decorator.arguments.flatMap((one) => (one.value.is === 'string' ? [one.value.value] : []));
      const [, given] = value.parameters;
      return isCheck(text, given?.name) ? [] : [{ text, names }];
    });
  });
  const inherited = of.bases.flatMap((base) =>
    base.is === 'class' && depth < 10 ? changingMethods(base, depth + 1) : [],
  );
  return [...own, ...inherited];
}

/** It returns what it is given, or raises an error. */
function isCheck(text: string, given: string | undefined): boolean {
  const returned = [...text.matchAll(/\breturn\b[ \t]*([^\n]*)/g)].map(([, value = '']) => value.trim());
  const isChanged = new RegExp(`(?:^|\\s)${given ?? ''}\\s*=[^=]`).test(text);
  return given !== undefined && !isChanged && returned.length > 0 && returned.every((value) => value === given);
}

function mayChange({ changing }: Settings, name: string): boolean {
  return changing.some(({ text, names }) =>
    names
      ? names.includes(name) || names.includes('*')
      : new RegExp(`\\b${name}\\b["'\\]]*\\s*(?:[:,]|=[^=])`).test(text),
  );
}

function fieldValue(frame: Frame, field: Field, settings: Settings, at: Location): Evaluated {
  const { name, otherwise, factory, type } = field;
  const names = variablesOf(field, settings);
  if (settings.doubt !== undefined || names === undefined || mayChange(settings, name) || hasField(type)) {
    return unknown(settings.doubt ?? 'is set in a way that is not read', at);
  }
  const inFile = names.map((one) => settings.inFiles.get(one)).find((value) => value !== undefined);
  const found = names.map((one) => variable(frame.machine, one, at)).find(({ is }) => is !== 'unset');
  const instead = inFile && converted(frame, inFile, type, at);
  const missing = instead ?? otherwise ?? made(frame, factory, at) ?? unknown(`${names[0] ?? name} is not set`, at);
  // Its own fields may have variables: `SERVER__PORT`.
  if (settings.isNested && missing.is === 'instance') return unknown('may be set by variables of its fields', at);
  if (!found || found.is === 'unset') return missing;
  const value = each(found.value, (one) => converted(frame, one, type, at));
  return found.is === 'set' ? value : oneOf([value, missing], at);
}

/** The variables that a field is read from, the strongest first; undefined where they are not known. */
function variablesOf({ name, told }: Field, settings: Settings): readonly string[] | undefined {
  const { isOld, prefix, isCaseSensitive } = settings;
  const alias = isOld ? told?.named.get('env') : (told?.named.get('validation_alias') ?? told?.named.get('alias'));
  const names = alias && alias.is !== 'none' ? aliases(alias) : [prefix + name];
  if (names === undefined || isCaseSensitive) return names;
  return names.flatMap((one) => [...new Set([one.toUpperCase(), one, one.toLowerCase()])]);
}

function aliases(alias: Evaluated): readonly string[] | undefined {
  if (alias.is === 'string') return [alias.value];
  const items = isSequence(alias)
    ? alias.items
    : alias.is === 'object' && /(?:^|\.)AliasChoices$/.test(alias.of)
      ? alias.arguments.positional
      : [];
  const texts = items.flatMap((item) => (item.is === 'string' ? [item.value] : []));
  return texts.length > 0 && texts.length === items.length ? texts : undefined;
}

/** A text from the environment as a field of a type. */
function converted(frame: Frame, value: Evaluated, type: Expression | undefined, at: Location): Evaluated {
  if (value.is !== 'string') return value;
  switch (fieldTypeOf(type)) {
    case 'str':
      return value;
    case 'int':
    case 'float':
      return BUILTINS.int?.(frame, { positional: [value], named: new Map() }, at) ?? value;
    case 'bool': {
      const isTrue = ['1', 'true', 't', 'yes', 'y', 'on'].includes(value.value.toLowerCase());
      return { is: 'boolean', value: isTrue, at: value.at, from: value.from };
    }
    case undefined:
      return unknown('has a type that is not read', at);
  }
}
