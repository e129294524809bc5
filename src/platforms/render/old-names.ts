import type { Fix } from '../../model/finding.js';
import type { Problem } from '../../model/platform-file.js';
import { valueOf, type YamlNode } from '../../syntax/yaml.js';
import { base, written, type Holder } from './holder.js';
import { isRewritable, quoteFix, replace } from './problems.js';
import type { Resource } from './resources.js';

/** Keys and values of a resource that have a newer name. */
export function oldNames(resource: Resource): Problem[] {
  const { kind } = resource;
  if (kind === 'keyvalue') return redisType(resource);
  if (kind === 'group' || kind === 'database' || kind === 'buildSource') return [];
  return [
    ...oldRuntime(resource),
    ...oldAutoDeploy(resource),
    ...oldPreviews(resource, 'pullRequestPreviewsEnabled', 'generation'),
    ...oldPreviews(resource, 'previewPlan', 'plan'),
  ];
}

/** A key whose setting is now one of `previews`. The replacement shows its value where that is plain. */
export function oldPreviews(holder: Holder, key: string, setting: string): Problem[] {
  const value = valueOf(holder.node, key);
  const plain = value?.is === 'scalar' && value.style === 'plain' ? value : undefined;
  const now = typeof plain?.value === 'boolean' ? (plain.value ? 'automatic' : "'off'") : plain?.text;
  return deprecatedKey(holder, key, now === undefined ? `previews.${setting}` : `previews: { ${setting}: ${now} }`);
}

function deprecatedKey(holder: Holder, key: string, replacement: string, fixes: readonly Fix[] = []): Problem[] {
  const entry = written(holder.node, key);
  return entry
    ? [{ ...base(holder, entry.keyRange, fixes), problem: 'deprecated', key, replacement, effect: 'none' }]
    : [];
}

function redisType(resource: Resource): Problem[] {
  const entry = written(resource.node, 'type');
  if (entry?.value.is !== 'scalar' || entry.value.value !== 'redis') return [];
  const { value: type } = entry;
  // Under its new name the entry needs an ipAllowList.
  const replaceable =
    type.style !== 'block' && isRewritable(resource.node, entry) && written(resource.node, 'ipAllowList') !== undefined;
  const fixes: Fix[] = replaceable
    ? [{ title: 'Write keyvalue', safety: 'safe', edits: [replace(resource.file, type.range, 'keyvalue')] }]
    : [];
  const place = base(resource, type.alias ?? type.range, fixes);
  return [{ ...place, problem: 'deprecated', key: 'type', value: 'redis', replacement: 'keyvalue', effect: 'none' }];
}

function oldRuntime(resource: Resource): Problem[] {
  const entry = written(resource.node, 'env');
  if (entry?.value.is !== 'scalar') return [];
  const fixes: Fix[] =
    written(resource.node, 'runtime') || !isRewritable(resource.node, entry)
      ? []
      : [
          {
            title: 'Rename env to runtime',
            safety: 'safe',
            edits: [replace(resource.file, entry.keyRange, 'runtime')],
          },
        ];
  return deprecatedKey(resource, 'env', 'runtime', fixes);
}

function oldAutoDeploy(resource: Resource): Problem[] {
  const entry = written(resource.node, 'autoDeploy');
  const value = entry?.value;
  const replaceable =
    entry &&
    value?.is === 'scalar' &&
    typeof value.value === 'boolean' &&
    isRewritable(resource.node, entry) &&
    entry.keyRange.start.line === value.range.start.line &&
    !written(resource.node, 'autoDeployTrigger');
  if (!replaceable) return deprecatedKey(resource, 'autoDeploy', 'autoDeployTrigger');
  const text = `autoDeployTrigger: ${value.value === true ? 'commit' : "'off'"}`;
  const edits = [replace(resource.file, { start: entry.keyRange.start, end: value.range.end }, text)];
  return deprecatedKey(resource, 'autoDeploy', 'autoDeployTrigger', [
    { title: `Write ${text}`, safety: 'safe', edits },
  ]);
}

/** YAML 1.1, which many tools still read, takes a plain `off` for false. */
export function unquotedOff(holder: Holder): Problem[] {
  const { node } = holder;
  const places: [string, YamlNode | undefined][] = [
    ['autoDeployTrigger', valueOf(node, 'autoDeployTrigger')],
    ['persistenceMode', valueOf(node, 'persistenceMode')],
    ['generation', valueOf(valueOf(node, 'previews'), 'generation')],
  ];
  return places.flatMap(([key, value]) =>
    value?.is === 'scalar' && value.style === 'plain' && value.value === 'off'
      ? [
          {
            ...base(holder, value.range, quoteFix(holder.file, value)),
            problem: 'unquoted',
            key,
            value: 'off',
            reads: 'true or false',
            effect: 'none',
          },
        ]
      : [],
  );
}
