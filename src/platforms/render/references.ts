import type { Problem } from '../../model/platform-file.js';
import { itemsOf, valueOf, type YamlNode } from '../../syntax/yaml.js';
import { locationOf, placeIn } from './problems.js';
import { KIND_WORDS, textOf, variableIn, type Resource, type ResourceKind } from './resources.js';

/** The type a `fromService` names, and the kinds it can stand for. Others are not known to us. */
const KINDS_OF_TYPE: Readonly<Record<string, readonly ResourceKind[]>> = {
  web: ['web', 'static'],
  static: ['static'],
  pserv: ['private'],
  worker: ['worker'],
  cron: ['cron'],
  workflow: ['workflow'],
  redis: ['keyvalue'],
  keyvalue: ['keyvalue'],
};

/**
 * References to the wrong kind of resource, or to none of this repository's files: the workspace may hold that one.
 * A group that is not declared is not reported, since groups are often made in the dashboard. Of several references to one
 * name the first is reported: they are repaired together.
 */
export function wrongReferences(resources: readonly Resource[], declared: readonly Resource[]): readonly Problem[] {
  const seen = new Set<string>();
  return resources
    .flatMap((resource) => checkReferences(resource, declared))
    .filter((problem) => {
      const id = 'name' in problem ? `${problem.problem} ${problem.name}` : '';
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
}

function checkReferences(resource: Resource, declared: readonly Resource[]): readonly Problem[] {
  const source = valueOf(resource.node, 'buildSource');
  return [
    ...check(resource, declared, source, ['buildSource']),
    ...itemsOf(valueOf(resource.node, 'envVars')).flatMap((variable) => [
      ...check(variableIn(resource, variable), declared, valueOf(valueOf(variable, 'fromDatabase'), 'name'), [
        'database',
      ]),
      ...checkService(variableIn(resource, variable), declared, valueOf(variable, 'fromService')),
    ]),
  ];
}

type Owned = Pick<Resource, 'file' | 'owner'>;

function checkService(from: Owned, declared: readonly Resource[], reference: YamlNode | undefined): Problem[] {
  const type = textOf(valueOf(reference, 'type'));
  const known = type !== undefined && Object.hasOwn(KINDS_OF_TYPE, type) ? KINDS_OF_TYPE[type] : undefined;
  return check(from, declared, valueOf(reference, 'name'), known ?? SERVICES);
}

const SERVICES: readonly ResourceKind[] = ['web', 'static', 'private', 'worker', 'cron', 'workflow', 'keyvalue'];

function check(
  from: Owned,
  declared: readonly Resource[],
  node: YamlNode | undefined,
  expected: readonly ResourceKind[],
): Problem[] {
  const name = textOf(node);
  const [kind] = expected;
  if (node?.is !== 'scalar' || name === undefined || kind === undefined) return [];
  const named = declared.filter((each) => each.name === name && each.kind !== 'group');
  // A service of an unknown type may well be what is meant.
  if (named.some((each) => each.kind === undefined || expected.includes(each.kind))) return [];
  const common = { at: placeIn(from.file, node.alias ?? node.range), owner: from.owner, fixes: [], name } as const;
  const words = expected.length > 2 ? 'service' : KIND_WORDS[kind];
  const [other] = named;
  if (other?.kind === undefined) return [{ ...common, problem: 'unresolved-reference', to: words, effect: 'unclear' }];
  const actual = locationOf(other.file, other.place);
  return [{ ...common, problem: 'wrong-reference', expected: words, got: KIND_WORDS[other.kind], actual }];
}
