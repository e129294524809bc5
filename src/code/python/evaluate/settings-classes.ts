import type { Location } from '../../../model/location.js';
import type { Expression } from '../../../syntax/python.js';
import { BUILTINS } from './builtins.js';
import type { Frame } from './machine.js';
import { externalBases } from './members.js';
import { each, entryOf, oneOf, unknown, written, type Arguments, type Evaluated, type PythonClass } from './values.js';
import { variable } from './variables.js';

const BASES = new Set(['pydantic_settings.BaseSettings', 'pydantic.BaseSettings', 'pydantic.v1.BaseSettings']);

/**
 * An object of a class that pydantic fills from the environment: each field from the variable of its name, in any letter
 * case. Undefined for other classes. https://docs.pydantic.dev/latest/concepts/pydantic_settings/
 */
export function settingsObject(frame: Frame, of: PythonClass, given: Arguments, at: Location): Evaluated | undefined {
  if (!externalBases(of).some((name) => BASES.has(name))) return undefined;
  const prefix = prefixOf(of);
  const attributes = fieldsOf(of).map(({ name, otherwise, type }) => ({
    key: name,
    value: given.named.get(name) ?? fieldValue(frame, prefix + name, otherwise, type, at),
  }));
  return written({ is: 'instance', of, attributes }, at);
}

interface Field {
  name: string;
  otherwise: Evaluated | undefined;
  type: Expression | undefined;
}

function fieldsOf(of: PythonClass, depth = 0): readonly Field[] {
  const inherited = of.bases.flatMap((base) => (base.is === 'class' && depth < 10 ? fieldsOf(base, depth + 1) : []));
  const own = [...new Set([...of.types.keys(), ...of.members.bindings.keys()])].map((name) => ({
    name,
    otherwise: defaultOf(of.members.bindings.get(name)?.value),
    type: of.types.get(name),
  }));
  const fields = own.filter(({ name, otherwise }) => otherwise?.is !== 'function' && name !== 'model_config');
  return [...inherited.filter((one) => !fields.some(({ name }) => name === one.name)), ...fields];
}

/** `Field(default, …)` and the plain value. */
function defaultOf(value: Evaluated | undefined): Evaluated | undefined {
  if (value?.is !== 'object' || !/(?:^|\.)Field$/.test(value.of)) return value;
  const { positional, named } = value.arguments;
  const [first] = positional;
  return first && !(first.is === 'external') ? first : named.get('default');
}

function prefixOf({ members }: PythonClass): string {
  const config = members.bindings.get('model_config')?.value;
  const given =
    config?.is === 'object'
      ? config.arguments.named.get('env_prefix')
      : config?.is === 'dictionary'
        ? entryOf(config, 'env_prefix')
        : undefined;
  const inner = members.bindings.get('Config')?.value;
  const old = inner?.is === 'class' ? inner.members.bindings.get('env_prefix')?.value : undefined;
  const prefix = given ?? old;
  return prefix?.is === 'string' ? prefix.value : '';
}

function fieldValue(
  frame: Frame,
  name: string,
  otherwise: Evaluated | undefined,
  type: Expression | undefined,
  at: Location,
): Evaluated {
  const names = [name.toUpperCase(), name, name.toLowerCase()];
  const found = names.map((one) => variable(frame.machine, one, at)).find(({ is }) => is !== 'unset');
  const missing = otherwise ?? unknown(`${name.toUpperCase()} is not set`, at);
  if (!found || found.is === 'unset') return missing;
  const value = each(found.value, (one) => converted(frame, one, type, at));
  return found.is === 'set' ? value : oneOf([value, missing], at);
}

/** A text from the environment as a field of a type. */
function converted(frame: Frame, value: Evaluated, type: Expression | undefined, at: Location): Evaluated {
  if (value.is !== 'string') return value;
  switch (type?.is === 'name' ? type.name : undefined) {
    case 'str':
    case undefined:
      return type && type.is !== 'name' ? unknown('has a type that is not read', at) : value;
    case 'int':
    case 'float':
      return BUILTINS.int?.(frame, { positional: [value], named: new Map() }, at) ?? value;
    case 'bool': {
      const isTrue = ['1', 'true', 't', 'yes', 'y', 'on'].includes(value.value.toLowerCase());
      return { is: 'boolean', value: isTrue, at: value.at, from: value.from };
    }
    default:
      return unknown('has a type that is not read', at);
  }
}
