import { SEVERITIES } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { EnvEntry } from '../model/service.js';
import {
  SETTABLE,
  SETTABLE_KINDS,
  type IgnoreSetting,
  type OptionValue,
  type RuleSetting,
  type ServiceSetting,
  type Settings,
} from '../model/settings.js';
import type { Known } from '../model/value.js';
import { textOf, textsOf, valueAt, type ConfigEntry, type ConfigNode } from './node.js';

/** A file of configuration in which nothing is wrong. */
export interface ConfigDocument {
  file: string;
  root: ConfigNode;
}

/** The settings of all files together. Of what two files say of a rule or a service, the later one's counts. */
export function settingsOf(documents: readonly ConfigDocument[]): Settings {
  const roots = documents.map(({ root }) => root);
  const platform = roots.map((root) => textOf(valueAt(root, 'platform'))).findLast((each) => each !== undefined);
  return {
    ...(platform !== undefined && { platform }),
    rules: rulesOf(roots),
    ignores: roots.flatMap((root) => itemsOf(valueAt(root, 'ignores')).map(ignoreOf)),
    services: servicesOf(roots),
    files: documents.map(({ file }) => file),
  };
}

function entriesOf(node: ConfigNode | undefined): readonly ConfigEntry[] {
  return node?.is === 'map' ? node.entries : [];
}

function itemsOf(node: ConfigNode | undefined): readonly ConfigNode[] {
  return node?.is === 'list' ? node.items : [];
}

function rulesOf(roots: readonly ConfigNode[]): Map<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  for (const { key, value } of roots.flatMap((root) => entriesOf(valueAt(root, 'rules')))) {
    const before = rules.get(key);
    const severity = severityOf(textOf(value) ?? textOf(valueAt(value, 'severity'))) ?? before?.severity;
    const options = { ...before?.options, ...optionsOf(valueAt(value, 'options')) };
    rules.set(key, { ...(severity !== undefined && { severity }), options });
  }
  return rules;
}

function severityOf(text: string | undefined): RuleSetting['severity'] {
  return ([...SEVERITIES, 'off'] as const).find((each) => each === text);
}

function optionsOf(node: ConfigNode | undefined): Record<string, OptionValue> {
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, value }): [string, OptionValue][] => {
      if (value.is === 'list') return [[key, textsOf(value).map((each) => each.value)]];
      return value.is === 'scalar' && value.value !== null ? [[key, value.value]] : [];
    }),
  );
}

function ignoreOf(node: ConfigNode): IgnoreSetting {
  const words = (key: string): readonly string[] => textsOf(valueAt(node, key)).map(({ value }) => value);
  const until = textOf(valueAt(node, 'until'));
  return {
    at: node.is === 'map' ? (node.entries[0]?.keyAt ?? node.at) : node.at,
    rules: words('rule'),
    paths: words('path').map((path) => path.replace(/^\.?\/+/, '')),
    services: words('service'),
    reason: textOf(valueAt(node, 'reason'))?.trim() ?? '',
    ...(until !== undefined && { until }),
  };
}

function servicesOf(roots: readonly ConfigNode[]): readonly ServiceSetting[] {
  const services = new Map<string, ServiceSetting>();
  for (const entry of roots.flatMap((root) => entriesOf(valueAt(root, 'services')))) {
    const before = services.get(entry.key);
    const own = serviceOf(entry);
    services.set(entry.key, before ? merged(before, own) : own);
  }
  return [...services.values()];
}

function merged(before: ServiceSetting, own: ServiceSetting): ServiceSetting {
  return {
    ...before,
    ...own,
    values: { ...before.values, ...own.values },
    domains: [...before.domains, ...own.domains],
    env: [...before.env.filter(({ key }) => !own.env.some((each) => each.key === key)), ...own.env],
  };
}

function serviceOf({ key, keyAt, value }: ConfigEntry): ServiceSetting {
  const kind = SETTABLE_KINDS.find((each) => each === textOf(valueAt(value, 'kind')));
  const values = SETTABLE.flatMap((name) => {
    const node = valueAt(value, name);
    const text = textOf(node);
    return node && text !== undefined ? [[name, written(text, node.at)] as const] : [];
  });
  return {
    name: key,
    at: keyAt,
    ...(kind && { kind }),
    values: Object.fromEntries(values),
    domains: textsOf(valueAt(value, 'domains')).map((domain) => written(domain.value, domain.at)),
    env: textsOf(valueAt(value, 'env')).map(variableOf),
  };
}

/** `NAME`, or `NAME=value`. */
function variableOf({ value, at }: { value: string; at: Location }): EnvEntry {
  const [, key = value, text] = /^([^=]*)=([^]*)$/.exec(value) ?? [];
  if (text === undefined) return { key, value: { is: 'unknown', why: 'it is set in the dashboard', at }, at };
  return { key, value: written(text, at), at };
}

function written(value: string, at: Location): Known<string> {
  return { is: 'known', value, at, from: { by: 'written' } };
}
