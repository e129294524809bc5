import type { Problem } from '../../model/platform-file.js';
import { valueOf, type YamlNode } from '../../syntax/yaml.js';
import {
  BLUEPRINT_DEFAULTS,
  CONSTRAINTS,
  LEGACY_DATABASE_PLANS,
  NATIVE_RUNTIMES,
  RESERVED_MOUNT_PATHS,
} from './facts.js';
import { base, written, type Holder } from './holder.js';
import { oldNames, oldPreviews, unquotedOff } from './old-names.js';
import { placeholders } from './placeholders.js';
import { locationOf } from './problems.js';
import { buildSourceOf, runtimeOf, sourceValue, textOf, type Resource } from './resources.js';
import { variables } from './variable-checks.js';

/** What the schema cannot say: which keys go together, and what has a newer name. */
export function checkResource(resource: Resource, all: readonly Resource[]): readonly Problem[] {
  return [
    ...oldNames(resource),
    ...unquotedOff(resource),
    ...commands(resource, all),
    ...freePlan(resource),
    ...disk(resource),
    ...scaling(resource),
    ...ignoredKeys(resource),
    ...databaseKeys(resource),
    ...variables(resource),
    ...placeholders(resource, all),
  ];
}

/** Names must be unique within a list; whether the same name in two environments collides is not documented. */
export function duplicateNames(resources: readonly Resource[]): readonly Problem[] {
  const seen = new Map<string, Resource>();
  return resources.flatMap((resource) => {
    if (resource.name === undefined) return [];
    const id = `${resource.list} ${resource.name}`;
    const first = seen.get(id);
    if (!first) {
      seen.set(id, resource);
      return [];
    }
    return [
      {
        ...base(resource, resource.place),
        problem: 'duplicate-name',
        name: resource.name,
        first: locationOf(first.file, first.place),
      },
    ];
  });
}

/** Old names and unquoted words at the top level. */
export function checkRoot(resource: Holder): readonly Problem[] {
  return [
    ...oldPreviews(resource, 'previewsEnabled', 'generation'),
    ...oldPreviews(resource, 'previewsExpireAfterDays', 'expireAfterDays'),
    ...unquotedOff(resource),
  ];
}

function commands(resource: Resource, all: readonly Resource[]): Problem[] {
  const { kind, node, place } = resource;
  if (kind === 'static' && !written(node, 'staticPublishPath')) {
    return [
      { ...base(resource, place), problem: 'missing-key', key: 'staticPublishPath', allowed: [], effect: 'unclear' },
    ];
  }
  const starts = kind === 'web' || kind === 'private' || kind === 'worker' || kind === 'cron';
  if (!starts || written(node, 'startCommand')) return [];
  if (!NATIVE_RUNTIMES.includes(builtRuntime(node, all) ?? '')) return [];
  return [{ ...base(resource, place), problem: 'missing-key', key: 'startCommand', allowed: [] }];
}

/** The runtime, which a build source may set; undefined where that source is not declared here. */
function builtRuntime(node: YamlNode, all: readonly Resource[]): string | undefined {
  if (textOf(valueOf(node, 'buildSource')) === undefined) return runtimeOf(node);
  const source = buildSourceOf(node, all);
  return source && textOf(sourceValue(source, 'runtime'));
}

function freePlan(resource: Resource): Problem[] {
  const { kind, node } = resource;
  const plan = valueOf(node, 'plan');
  if (plan?.is !== 'scalar' || plan.value !== 'free') return [];
  const common = base(resource, plan.alias ?? plan.range);
  if (kind === 'worker' || kind === 'private' || kind === 'cron') {
    return [
      {
        ...common,
        problem: 'conflict',
        key: 'plan: free',
        other: `type: ${kind === 'private' ? 'pserv' : kind}`,
        because: CONSTRAINTS.freeKinds.says,
      },
    ];
  }
  if (kind !== 'web' || !written(node, 'disk')) return [];
  return [{ ...common, problem: 'conflict', key: 'plan: free', other: 'disk', because: CONSTRAINTS.freeDisk.says }];
}

function disk(resource: Resource): Problem[] {
  const entry = written(resource.node, 'disk');
  if (!entry) return [];
  const mount = valueOf(entry.value, 'mountPath');
  const problems: Problem[] = [];
  const path = textOf(mount);
  if (mount?.is === 'scalar' && path !== undefined && RESERVED_MOUNT_PATHS.includes(path.replace(/(?<=.)\/$/, ''))) {
    const limit = CONSTRAINTS.mountPath.says;
    problems.push({ ...base(resource, mount.range), problem: 'out-of-limit', key: 'mountPath', value: path, limit });
  }
  const because = CONSTRAINTS.diskInstances.says;
  const instances = valueOf(resource.node, 'numInstances');
  if (instances?.is === 'scalar' && typeof instances.value === 'number' && instances.value > 1) {
    problems.push({
      ...base(resource, entry.keyRange),
      problem: 'conflict',
      key: 'disk',
      other: 'numInstances',
      because,
    });
  }
  if (written(resource.node, 'scaling')) {
    problems.push({ ...base(resource, entry.keyRange), problem: 'conflict', key: 'disk', other: 'scaling', because });
  }
  return problems;
}

function scaling(resource: Resource): Problem[] {
  const entry = valueOf(resource.node, 'scaling');
  const least = valueOf(entry, 'minInstances');
  const most = valueOf(entry, 'maxInstances');
  if (least?.is !== 'scalar' || most?.is !== 'scalar') return [];
  if (typeof least.value !== 'number' || typeof most.value !== 'number' || least.value <= most.value) return [];
  return [
    {
      ...base(resource, least.range),
      problem: 'out-of-limit',
      key: 'minInstances',
      value: least.text,
      limit: `at most maxInstances (${most.value})`,
    },
  ];
}

function ignoredKeys(resource: Resource): Problem[] {
  const { kind, node } = resource;
  const problems: Problem[] = [];
  const ignored = (key: string, because: string): void => {
    const entry = written(node, key);
    if (entry) problems.push({ ...base(resource, entry.keyRange), problem: 'ignored', key, because, effect: 'none' });
  };
  if (kind === 'private' || kind === 'worker') ignored('healthCheckPath', CONSTRAINTS.healthCheck.says);
  const runtime = runtimeOf(node);
  if (kind !== 'static' && (runtime === 'docker' || runtime === 'image')) {
    ignored('startCommand', CONSTRAINTS.containerStart.says);
  }
  return problems;
}

function databaseKeys(resource: Resource): Problem[] {
  if (resource.kind !== 'database') return [];
  const problems: Problem[] = [];
  const plan = valueOf(resource.node, 'plan');
  const name = textOf(plan);
  if (plan && name !== undefined && LEGACY_DATABASE_PLANS.includes(name)) {
    const replacement = BLUEPRINT_DEFAULTS.databasePlan;
    const remedy = `Take \`${replacement}\` or a larger plan; a database that exists keeps its own.`;
    problems.push({
      ...base(resource, plan.alias ?? plan.range),
      problem: 'deprecated',
      key: 'plan',
      value: name,
      replacement,
      keptOnly: true,
      effect: 'none',
      remedy,
    });
  }
  const size = valueOf(resource.node, 'diskSizeGB');
  if (size?.is === 'scalar' && typeof size.value === 'number' && size.value > 1 && size.value % 5 !== 0) {
    problems.push({
      ...base(resource, size.range),
      problem: 'out-of-limit',
      key: 'diskSizeGB',
      value: size.text,
      limit: CONSTRAINTS.databaseDiskSize.says,
    });
  }
  return problems;
}
