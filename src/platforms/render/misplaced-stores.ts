import type { Problem } from '../../model/platform-file.js';
import { entryOf, itemsOf, valueOf, type YamlEntry, type YamlNode } from '../../syntax/yaml.js';
import { isInside, KIND_WORDS, textOf, type Resource } from './resources.js';

/** Keys that entries of `services` have, and of them only key value stores. */
const STORE_KEYS = ['maxmemoryPolicy', 'persistenceMode'];

const STORE_TYPES: readonly (string | undefined)[] = ['redis', 'keyvalue'];

/** Keys that only Postgres databases have. */
const POSTGRES_KEYS = [
  'connectionPool',
  'databaseName',
  'diskSizeGB',
  'highAvailability',
  'postgresMajorVersion',
  'readReplicas',
  'storageAutoscalingEnabled',
  'user',
];

/** Resources that no `fromService` can mean. */
const NO_SERVICES: readonly Resource['kind'][] = ['database', 'group', 'buildSource'];

/**
 * Of an entry of `databases` that clearly is a key value store, no more is said than that it belongs elsewhere: at a key
 * that tells, and at what refers to it. The rest is judged once it stands there.
 */
export function moveStores(problems: readonly Problem[], all: readonly Resource[]): readonly Problem[] {
  const usedAsStores = namesUsedAsStores(all);
  const stores = all.filter((each) => each.kind === 'database' && isStore(each, usedAsStores));
  if (stores.length === 0) return problems;
  return problems.flatMap((problem) => {
    const inside = stores.find((store) => isInside(problem.at, store));
    if (inside) return tells(problem, inside) ? [{ ...problem, remedy: remedyFor(inside) }] : [];
    if (problem.problem !== 'wrong-reference' || problem.expected !== KIND_WORDS.keyvalue) return [problem];
    const named = stores.find((store) => isInside(problem.actual, store));
    return [named ? { ...problem, remedy: remedyFor(named) } : problem];
  });
}

function isStore(entry: Resource, usedAsStores: ReadonlySet<string>): boolean {
  if (POSTGRES_KEYS.some((key) => valueOf(entry.node, key))) return false;
  return tellingEntry(entry) !== undefined || (entry.name !== undefined && usedAsStores.has(entry.name));
}

function tellingEntry({ node }: Resource): YamlEntry | undefined {
  const key = STORE_KEYS.find((each) => valueOf(node, each));
  if (key !== undefined) return entryOf(node, key);
  return STORE_TYPES.includes(textOf(valueOf(node, 'type'))) ? entryOf(node, 'type') : undefined;
}

function tells({ at }: Problem, store: Resource): boolean {
  return tellingEntry(store)?.keyRange.start.offset === at.range.start.offset;
}

/** Names referred to as key value stores, never as databases, by which nothing else can be meant. */
function namesUsedAsStores(all: readonly Resource[]): ReadonlySet<string> {
  const variables = all.flatMap(({ node }) => itemsOf(valueOf(node, 'envVars')));
  const references = (key: string): YamlNode[] => variables.flatMap((variable) => valueOf(variable, key) ?? []);
  const nameOf = (reference: YamlNode): string | undefined => textOf(valueOf(reference, 'name'));
  const others = new Set([
    ...references('fromDatabase').map(nameOf),
    ...all.filter(({ kind }) => !NO_SERVICES.includes(kind)).map(({ name }) => name),
  ]);
  return new Set(
    references('fromService')
      .filter((reference) => STORE_TYPES.includes(textOf(valueOf(reference, 'type'))))
      .flatMap((reference) => nameOf(reference) ?? [])
      .filter((name) => !others.has(name)),
  );
}

function remedyFor({ name }: Resource): string {
  const subject = name === undefined ? 'This' : `\`${name}\``;
  return `${subject} is a key value store: declare it under \`services\` as \`type: keyvalue\`.`;
}
