import type { Fix } from '../../model/finding.js';
import type { Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import { entryOf, isNull, itemsOf, valueOf, type YamlEntry, type YamlNode } from '../../syntax/yaml.js';
import {
  BLUEPRINT_DEFAULTS,
  CONSTRAINTS,
  LEGACY_DATABASE_PLANS,
  NATIVE_RUNTIMES,
  RESERVED_MOUNT_PATHS,
} from './facts.js';
import { placeholders } from './placeholders.js';
import { isRewritable, locationOf, placeIn, quoteFix, replace } from './problems.js';
import { buildSourceOf, isFalse, runtimeOf, sourceValue, textOf, variableIn, type Resource } from './resources.js';

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

type Holder = Pick<Resource, 'file' | 'owner'> & { node: YamlNode };

function base(
  { file, owner }: Holder,
  range: Range,
  fixes: readonly Fix[] = [],
): Pick<Problem, 'at' | 'owner' | 'fixes'> {
  return { at: placeIn(file, range), owner, fixes };
}

/** The key of an entry that has a value. */
function written(node: YamlNode, key: string): YamlEntry | undefined {
  const entry = entryOf(node, key);
  return entry && !isNull(entry.value) ? entry : undefined;
}

// ---- names

function oldNames(resource: Resource): Problem[] {
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
function oldPreviews(holder: Holder, key: string, setting: string): Problem[] {
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
function unquotedOff(holder: Holder): Problem[] {
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

// ---- commands

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

// ---- what goes together

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

// ---- databases

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

// ---- variables

function variables(resource: Resource): Problem[] {
  const all = itemsOf(valueOf(resource.node, 'envVars'));
  const each = all.flatMap((variable) => {
    const owned = variableIn(resource, variable);
    return [
      ...(resource.kind === 'group' ? unsyncedInGroup(owned, variable) : twoSources(owned, variable)),
      ...sourceOfReference(owned, variable),
      ...mongoFromPostgres(owned, variable),
    ];
  });
  return [...each, ...repeatedVariables(resource, all)];
}

/** What an alias or a merge key takes in may be meant to be overridden. */
function repeatedVariables(resource: Resource, variables: readonly YamlNode[]): Problem[] {
  const firsts = new Map<string, Range>();
  return variables.flatMap((variable) => {
    const entry = entryOf(variable, 'key');
    const key = textOf(entry?.value);
    if (!entry || key === undefined || entry.merged || variable.alias || entry.value.alias) return [];
    const { range } = entry.value;
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, range);
      return [];
    }
    const common = base(resource, range);
    return [{ ...common, problem: 'repeated-variable', key, first: placeIn(resource.file, first), effect: 'unclear' }];
  });
}

function isTrue(node: YamlNode | undefined): boolean {
  return node?.is === 'scalar' && node.value === true;
}

function twoSources(resource: Resource, variable: YamlNode): Problem[] {
  const sources = [
    written(variable, 'value'),
    isTrue(valueOf(variable, 'generateValue')) ? written(variable, 'generateValue') : undefined,
    isFalse(valueOf(variable, 'sync')) ? written(variable, 'sync') : undefined,
  ];
  const [first, second] = sources
    .filter((entry) => entry !== undefined)
    .sort((a, b) => a.keyRange.start.offset - b.keyRange.start.offset);
  if (!first || !second) return [];
  return [
    {
      ...base(resource, second.keyRange),
      problem: 'conflict',
      key: second.key,
      other: first.key,
      because: CONSTRAINTS.oneSource.says,
      effect: 'unclear',
    },
  ];
}

function unsyncedInGroup(resource: Resource, variable: YamlNode): Problem[] {
  const sync = written(variable, 'sync');
  if (!sync || !isFalse(sync.value) || written(variable, 'value') || isTrue(valueOf(variable, 'generateValue')))
    return [];
  const key = textOf(valueOf(variable, 'key')) ?? 'the variable';
  const because = `${CONSTRAINTS.syncInGroup.says} So ${key} is not declared.`;
  const remedy = 'Declare it in `envVars` of each service, or set it in the dashboard.';
  return [
    { ...base(resource, sync.keyRange), problem: 'ignored', key: 'sync: false', because, effect: 'lost', remedy },
  ];
}

/** `fromService` names what it takes over: exactly one of a property and a variable. */
function sourceOfReference(resource: Resource, variable: YamlNode): Problem[] {
  const entry = written(variable, 'fromService');
  if (entry?.value.is !== 'map') return [];
  const property = written(entry.value, 'property');
  const variableKey = written(entry.value, 'envVarKey');
  if (!property && !variableKey) {
    const allowed = ['property', 'envVarKey'];
    return [{ ...base(resource, entry.keyRange), problem: 'missing-key', key: 'property', allowed, effect: 'unclear' }];
  }
  if (!property || !variableKey) return [];
  return [
    {
      ...base(resource, variableKey.keyRange),
      problem: 'conflict',
      key: 'envVarKey',
      other: 'property',
      because: CONSTRAINTS.oneReference.says,
      effect: 'unclear',
    },
  ];
}

function mongoFromPostgres(resource: Resource, variable: YamlNode): Problem[] {
  const key = textOf(valueOf(variable, 'key'));
  const reference = written(variable, 'fromDatabase');
  const property = textOf(valueOf(reference?.value, 'property'));
  if (key === undefined || !reference || !/mongo/i.test(key) || !property?.startsWith('connection')) return [];
  return [
    {
      ...base(resource, reference.keyRange),
      problem: 'conflict',
      key: 'fromDatabase',
      other: key,
      because: CONSTRAINTS.postgresOnly.says,
      effect: 'unclear',
    },
  ];
}
