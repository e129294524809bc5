import type { Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import { entryOf, itemsOf, valueOf, type YamlNode } from '../../syntax/yaml.js';
import { CONSTRAINTS } from './facts.js';
import { base, written } from './holder.js';
import { placeIn } from './problems.js';
import { isFalse, textOf, variableIn, type Resource } from './resources.js';

/** What is wrong with the variables of a service or group. */
export function variables(resource: Resource): Problem[] {
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
      problem: 'unfit-source',
      key: 'fromDatabase',
      because: CONSTRAINTS.postgresOnly.says,
      effect: 'lost',
      remedy: 'Take it from a MongoDB server: set it in the dashboard, and write `sync: false` here.',
    },
  ];
}
