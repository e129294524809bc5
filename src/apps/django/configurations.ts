import type { EvaluatedModule } from '../../code/python/evaluate/run.js';
import type { Binding } from '../../code/python/evaluate/names.js';
import { truth, type Arguments, type Evaluated, type PythonClass } from '../../code/python/evaluate/values.js';
import type { Environment } from '../../model/process.js';
import type { SettingsHolder } from './settings-holder.js';

/**
 * The settings of django-configurations: attributes of a class and of those it derives from.
 * https://django-configurations.readthedocs.io/en/stable/values/
 */
export function configurationClass(
  run: EvaluatedModule,
  name: string,
  environment: Environment,
): SettingsHolder | undefined {
  const value = run.binding(name)?.value;
  if (value?.is !== 'class') return undefined;
  return { binding: (setting) => withValue(memberOf(value, setting), setting, environment) };
}

function memberOf(of: PythonClass, name: string, depth = 0): Binding | undefined {
  const own = of.members.bindings.get(name);
  if (own || depth > 10) return own;
  for (const base of of.bases) {
    const found = base.is === 'class' ? memberOf(base, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * `values.ListValue(default)` is read from the environment under the setting's name, with `DJANGO_` before it
 * (https://django-configurations.readthedocs.io/en/stable/values/#environ).
 */
function withValue(binding: Binding | undefined, name: string, environment: Environment): Binding | undefined {
  const value = binding?.value;
  if (!binding || value?.is !== 'object') return binding;
  const [, kind] = /^configurations\.values\.(\w+)Value$/.exec(value.of) ?? [];
  if (kind === undefined && value.of !== 'configurations.values.Value') return binding;
  const { positional, named } = value.arguments;
  const otherwise = positional[0] ?? named.get('default');
  const variable = variableOf(name, value.arguments);
  const found = variable === undefined ? undefined : environment.variable(variable);
  if (otherwise && (found?.is === 'unset' || isOff(named.get('environ')))) return { ...binding, value: otherwise };
  const why = `it is read from ${variable ?? 'the environment'}`;
  if (found?.is !== 'set' || found.value.is !== 'known') {
    return { ...binding, value: { is: 'unknown', why, at: value.at, from: value.from } };
  }
  const read = converted(kind ?? '', named.get('separator'), { ...found.value, is: 'string' });
  return { ...binding, value: read ?? { is: 'unknown', why, at: value.at, from: value.from } };
}

function isOff(value: Evaluated | undefined): boolean {
  return value !== undefined && truth(value) === false;
}

/** The variable that a setting is read from; undefined where that is not known. */
function variableOf(setting: string, { named, rest }: Arguments): string | undefined {
  const name = named.get('environ_name');
  const prefix = named.get('environ_prefix');
  if (rest || (name && name.is !== 'string')) return undefined;
  const own = name?.is === 'string' ? name.value : setting;
  if (!prefix) return `DJANGO_${own}`;
  if (prefix.is === 'none') return own;
  if (prefix.is !== 'string') return undefined;
  return prefix.value === '' ? own : `${prefix.value}_${own}`;
}

function converted(
  kind: string,
  separator: Evaluated | undefined,
  text: Extract<Evaluated, { is: 'string' }>,
): Evaluated | undefined {
  const { value, at, from } = text;
  switch (kind) {
    case '':
      return text;
    case 'Boolean':
      if (/^(?:yes|y|true|1)$/i.test(value.trim())) return { is: 'boolean', value: true, at, from };
      return /^(?:no|n|false|0|)$/i.test(value.trim()) ? { is: 'boolean', value: false, at, from } : undefined;
    case 'List':
    case 'Tuple': {
      const parts = value.split(separator?.is === 'string' ? separator.value : ',').map((part) => part.trim());
      const items = parts.filter((part) => part !== '').map((part) => ({ ...text, value: part }));
      return { is: kind === 'List' ? 'list' : 'tuple', items, at, from };
    }
    case 'Integer':
      return /^[+-]?\d+$/.test(value.trim()) ? { is: 'number', value: Number(value), at, from } : undefined;
    default:
      return undefined;
  }
}
