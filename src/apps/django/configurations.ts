import type { EvaluatedModule } from '../../code/python/evaluate/run.js';
import type { Binding } from '../../code/python/evaluate/names.js';
import type { PythonClass } from '../../code/python/evaluate/values.js';
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

/** `values.ListValue(default)` is read from the environment under the setting's name, with `DJANGO_` before it. */
function withValue(binding: Binding | undefined, name: string, environment: Environment): Binding | undefined {
  const value = binding?.value;
  if (!binding || value?.is !== 'object' || !/^configurations\.values\.\w+Value$/.test(value.of)) return binding;
  const { positional, named } = value.arguments;
  const variable = environment.variable(`DJANGO_${name}`);
  const otherwise = positional[0] ?? named.get('default');
  const plain = !['environ_name', 'environ_prefix', 'environ'].some((option) => named.has(option));
  if (plain && variable.is === 'unset' && otherwise) return { ...binding, value: otherwise };
  return {
    ...binding,
    value: { is: 'unknown', why: `it is read from DJANGO_${name}`, at: value.at, from: value.from },
  };
}
