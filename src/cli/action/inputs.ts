import { platforms } from '../../index.js';
import { SEVERITIES, type Severity } from '../../model/finding.js';
import { didYouMean } from '../../model/nearest.js';
import { knownPlatform, UsageError } from '../options.js';
import type { Invocation } from '../streams.js';

/** What a workflow asks for. Paths are relative to the workspace. */
export interface ActionInputs {
  path: string;
  config?: string;
  baseline?: string;
  platform?: string;
  inlineIgnores: boolean;
  failOn: Severity | 'never';
  onlyChanged: 'none' | 'new';
  annotations: boolean;
  summary: boolean;
  upload: 'auto' | 'true' | 'false';
  category?: string;
}

/**
 * The inputs of the action, each in a variable of its own, such as INPUT_FAIL_ON for fail-on: action.yml puts them there. An
 * empty one is one that was not given.
 *
 * @throws {UsageError} on a value that the input does not take
 */
export function readInputs(env: Invocation['env']): ActionInputs {
  const given = (name: string): string => (env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim();
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = given(name);
    if (value === '') return otherwise;
    const found = values.find((each) => each === value.toLowerCase());
    if (found !== undefined) return found;
    throw new UsageError(`The input ${name} takes ${values.join(', ')}; not "${value}".${didYouMean(value, values)}`);
  };
  const isOn = (name: string): boolean => oneOf(name, ['true', 'false'], 'true') === 'true';
  const [config, baseline, category] = [given('config'), given('baseline'), given('category')];
  const platform = given('platform').toLowerCase();
  return {
    path: given('path') || '.',
    ...(config !== '' && { config }),
    ...(baseline !== '' && { baseline }),
    ...(platform !== '' && { platform: knownPlatform('The input platform', platform, platforms) }),
    inlineIgnores: isOn('inline-ignores'),
    failOn: oneOf('fail-on', [...SEVERITIES, 'never'], 'warning'),
    onlyChanged: oneOf('only-changed', ['none', 'new'], 'none'),
    annotations: isOn('annotations'),
    summary: isOn('summary'),
    upload: oneOf('upload-sarif', ['auto', 'true', 'false'], 'auto'),
    ...(category !== '' && { category }),
  };
}
