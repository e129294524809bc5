import type { Location } from '../../model/location.js';
import type { Disk, EnvEntry, EnvGroup, Reference, Service, ServiceKind, Store } from '../../model/service.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { isNull, itemsOf, valueOf, type YamlFile, type YamlNode } from '../../syntax/yaml.js';
import { BLUEPRINT_DEFAULTS, renderFacts } from './facts.js';
import { elsewhere } from './origin.js';
import { locationOf } from './problems.js';
import { buildSourceOf, isFalse, scalarText, sourceValue, textOf, type Resource } from './resources.js';
import { routesOf } from './routes.js';
import { firstKey } from './tree.js';

/** The services among the resources. One whose type is unknown is none. */
export function servicesOf(
  repository: Repository,
  resources: readonly Resource[],
  all: readonly Resource[],
): readonly Service[] {
  return resources.flatMap((resource) => {
    const { kind } = resource;
    return kind !== undefined && isServiceKind(kind) ? [serviceOf(repository, resource, kind, all)] : [];
  });
}

export function storesOf(resources: readonly Resource[]): readonly Store[] {
  return resources.flatMap((resource) => {
    const { kind, file, node } = resource;
    if (kind !== 'database' && kind !== 'keyvalue') return [];
    const at = locationOf(file, resource.place);
    const plan = kind === 'database' ? BLUEPRINT_DEFAULTS.databasePlan : BLUEPRINT_DEFAULTS.plan;
    return [
      {
        kind: kind === 'database' ? 'postgres' : 'keyvalue',
        name: text(file, valueOf(node, 'name'), at),
        at,
        file: file.file,
        entry: node.range,
        region: withDefault(text(file, valueOf(node, 'region'), at), BLUEPRINT_DEFAULTS.region),
        plan: withDefault(text(file, valueOf(node, 'plan'), at), plan),
      },
    ];
  });
}

export function groupsOf(resources: readonly Resource[]): readonly EnvGroup[] {
  return resources.flatMap((resource) => {
    if (resource.kind !== 'group') return [];
    const at = locationOf(resource.file, resource.place);
    return [{ name: text(resource.file, valueOf(resource.node, 'name'), at), at, env: variablesOf(resource) }];
  });
}

const SERVICE_KINDS: ReadonlySet<string> = new Set<ServiceKind>([
  'web',
  'static',
  'private',
  'worker',
  'cron',
  'workflow',
]);

function isServiceKind(kind: string): kind is ServiceKind {
  return SERVICE_KINDS.has(kind);
}

function serviceOf(repository: Repository, resource: Resource, kind: ServiceKind, all: readonly Resource[]): Service {
  const { file, node } = resource;
  const at = locationOf(file, resource.place);
  const source = buildSourceOf(node, all);
  const own = (key: string): Value<string> => text(file, valueOf(node, key), at);
  const built = (key: string): Value<string> => (source ? text(source.file, sourceValue(source, key), at) : own(key));
  const runtime = runtimeValue(resource, source, at);
  const container = runtime.is === 'known' && (runtime.value === 'docker' || runtime.value === 'image');
  const fromDocker = runtime.is === 'known' && runtime.value === 'docker';
  const other = elsewhere(repository, source ?? resource, repoOf(resource, source));
  const dockerfile = built('dockerfilePath');
  const dockerContext = source ? text(source.file, sourceValue(source, 'baseDir'), at) : own('dockerContext');
  return {
    platform: renderFacts.id,
    kind,
    name: own('name'),
    inferred: false,
    at,
    file: file.file,
    entry: node.range,
    ...(other !== undefined && { elsewhere: other }),
    runtime,
    root: source ? text(source.file, sourceValue(source, 'rootDir'), at) : own('rootDir'),
    buildCommand: built('buildCommand'),
    startCommand: own(container ? 'dockerCommand' : 'startCommand'),
    preDeployCommand: own('preDeployCommand'),
    dockerfile: fromDocker ? withDefault(dockerfile, BLUEPRINT_DEFAULTS.dockerfilePath) : dockerfile,
    dockerContext: fromDocker ? withDefault(dockerContext, BLUEPRINT_DEFAULTS.dockerContext) : dockerContext,
    image: text(file, valueOf(imageOf(resource, source), 'url'), at),
    healthCheckPath: own('healthCheckPath'),
    shutdownDelay: withDefault(own('maxShutdownDelaySeconds'), BLUEPRINT_DEFAULTS.maxShutdownDelaySeconds),
    publishPath: own('staticPublishPath'),
    region: kind === 'static' ? own('region') : withDefault(own('region'), BLUEPRINT_DEFAULTS.region),
    plan: kind === 'static' || kind === 'workflow' ? own('plan') : withDefault(own('plan'), BLUEPRINT_DEFAULTS.plan),
    domains: domainsOf(file, node),
    env: variablesOf(resource),
    groups: groupReferences(resource),
    disks: disksOf(resource),
    ...routesOf(resource),
  };
}

// ---- values

/** A map or list where text belongs is something written that cannot be read. */
function text(file: YamlFile, node: YamlNode | undefined, absentAt: Location): Value<string> {
  if (!node || isNull(node)) return { is: 'absent', at: absentAt };
  const at = locationOf(file, node.range);
  if (node.is !== 'scalar') return { is: 'unknown', why: `it is written as a ${node.is}`, at };
  return { is: 'known', value: scalarText(node), at, from: { by: 'written' } };
}

function withDefault(value: Value<string>, fallback: string): Value<string> {
  if (value.is !== 'absent') return value;
  return {
    is: 'known',
    value: fallback,
    at: value.at,
    from: { by: 'default', of: renderFacts.title, source: BLUEPRINT_DEFAULTS.source },
  };
}

// ---- what is built

function repoOf({ node }: Resource, source: Resource | undefined): string | undefined {
  return textOf(source ? sourceValue(source, 'repo') : valueOf(node, 'repo'));
}

function imageOf({ node }: Resource, source: Resource | undefined): YamlNode | undefined {
  return source ? valueOf(source.node, 'image') : valueOf(node, 'image');
}

function runtimeValue(resource: Resource, source: Resource | undefined, at: Location): Value<string> {
  const { file, node } = resource;
  const written = textOf(valueOf(node, 'buildSource'));
  if (source) {
    const image = valueOf(source.node, 'image');
    const of = image ? { value: 'image', range: image.range } : undefined;
    if (of) return { is: 'known', value: of.value, at: locationOf(source.file, of.range), from: { by: 'written' } };
    return text(source.file, sourceValue(source, 'runtime'), at);
  }
  if (written !== undefined) return { is: 'unknown', why: `the build source ${written} is not declared here`, at };
  const value = text(file, valueOf(node, 'runtime') ?? valueOf(node, 'env'), at);
  const meant = value.is === 'absent' ? meantRuntime(node) : undefined;
  return meant === undefined ? value : { is: 'known', value: meant, at, from: { by: 'written' } };
}

/** What other keys of a service without a runtime say that it is. */
function meantRuntime(node: YamlNode): string | undefined {
  if (textOf(valueOf(node, 'type')) === 'static') return 'static';
  if (['startCommand', 'buildCommand', 'image'].some((key) => valueOf(node, key) !== undefined)) return undefined;
  return ['dockerfilePath', 'dockerContext', 'dockerCommand'].some((key) => valueOf(node, key) !== undefined)
    ? 'docker'
    : undefined;
}

// ---- variables

function variablesOf({ file, node, kind }: Resource): EnvEntry[] {
  return itemsOf(valueOf(node, 'envVars')).flatMap((variable) => {
    const keyNode = valueOf(variable, 'key');
    const key = textOf(keyNode);
    if (keyNode === undefined || key === undefined) return [];
    const at = locationOf(file, keyNode.range);
    const value = variableValue(file, variable, at);
    // In a group, `sync: false` declares nothing.
    if (kind === 'group' && value.is === 'unknown' && isFalse(valueOf(variable, 'sync'))) return [];
    const reference = referenceOf(file, variable);
    return [{ key, value, at, ...(reference && { reference }) }];
  });
}

function variableValue(file: YamlFile, variable: YamlNode, at: Location): Value<string> {
  const value = valueOf(variable, 'value');
  if (value) return text(file, value, at);
  if (isFalse(valueOf(variable, 'sync'))) return { is: 'unknown', why: 'it is set in the dashboard', at };
  const filled = true;
  if (valueOf(variable, 'generateValue')) return { is: 'unknown', why: 'Render generates it', at, filled };
  const fromDatabase = valueOf(variable, 'fromDatabase');
  if (fromDatabase) {
    const form = formOf(textOf(valueOf(fromDatabase, 'property')));
    return { is: 'unknown', why: 'it is taken from a database', at, filled, ...(form !== undefined && { form }) };
  }
  const fromService = valueOf(variable, 'fromService');
  if (fromService) {
    // Another service's variable may be empty; its host, port and address are not.
    const isProperty = valueOf(fromService, 'property') !== undefined;
    return { is: 'unknown', why: 'it is taken from another service', at, ...(isProperty && { filled }) };
  }
  return { is: 'unknown', why: 'the file gives it no value', at };
}

/** The form that a property of a database has: https://render.com/docs/postgresql-creating-connecting */
function formOf(property: string | undefined): string | undefined {
  return property === 'connectionString' || property === 'connectionPoolString'
    ? 'postgresql://user:password@dpg-host-a/database'
    : undefined;
}

function referenceOf(file: YamlFile, variable: YamlNode): Reference | undefined {
  const database = valueOf(valueOf(variable, 'fromDatabase'), 'name');
  const databaseName = textOf(database);
  if (database && databaseName !== undefined)
    return { to: 'store', name: databaseName, at: locationOf(file, database.range) };
  const fromService = valueOf(variable, 'fromService');
  const service = valueOf(fromService, 'name');
  const name = textOf(service);
  if (!service || name === undefined) return undefined;
  const kind = textOf(valueOf(fromService, 'type'));
  return { to: 'service', name, at: locationOf(file, service.range), ...(kind !== undefined && { kind }) };
}

function groupReferences({ file, node }: Resource): Reference[] {
  return itemsOf(valueOf(node, 'envVars')).flatMap((variable) => {
    const group = valueOf(variable, 'fromGroup');
    const name = textOf(group);
    return group && name !== undefined ? [{ to: 'group' as const, name, at: locationOf(file, group.range) }] : [];
  });
}

// ---- the rest

function domainsOf(file: YamlFile, node: YamlNode): Value<string>[] {
  const one = valueOf(node, 'domain');
  const nodes = [...(one ? [one] : []), ...itemsOf(valueOf(node, 'domains'))];
  return nodes.filter((each) => !isNull(each)).map((each) => text(file, each, locationOf(file, each.range)));
}

/** A list where one disk belongs is read as the disks it means. */
function disksOf({ file, node }: Resource): Disk[] {
  const disk = valueOf(node, 'disk');
  const disks = disk?.is === 'list' ? disk.items : disk ? [disk] : [];
  return disks.flatMap((each) => {
    if (each.is !== 'map') return [];
    const key = firstKey(each);
    const at = locationOf(file, key?.keyRange ?? each.range);
    return [{ mountPath: text(file, valueOf(each, 'mountPath'), at), at }];
  });
}
