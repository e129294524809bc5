import type { Problem } from '../../model/platform-file.js';
import { entryOf, valueOf, type YamlEntry, type YamlNode } from '../../syntax/yaml.js';
import { CONSTRAINTS, MAY_BE_MISSING } from './facts.js';
import { guess, holderOf, withoutStatic, type Context, type Judged } from './judging.js';
import { meantBy } from './names.js';
import { placeIn, replace } from './problems.js';
import { kindOf, ownerAt, placeOfMap, textOf } from './resources.js';
import type { Violation } from './schema-validator.js';
import { spotAt, type Path, type Spot } from './tree.js';

export function missingKey(context: Context, violation: Violation, spot: Spot): Judged {
  const { root, file } = context;
  const { node, entry } = spot;
  const key = violation.detail;
  const values = violation.allowed.length > 0 ? violation.allowed : context.valuesOfKey(key);
  const allowed = withoutStatic(values, key, node);
  // An entry has its place at its name, a map under a key at that key.
  const range =
    typeof violation.path.at(-1) === 'number' && node.is === 'map' ? placeOfMap(node) : (entry?.keyRange ?? node.range);
  const lenient = mayBeMissing(node, key) ? ({ effect: 'unclear' } as const) : {};
  return {
    problem: {
      problem: 'missing-key',
      key,
      allowed,
      at: placeIn(file, range),
      owner: ownerAt(root, violation.path),
      fixes: [],
      ...lenient,
      ...remedyForMissing(key, node),
    },
  };
}

/** Keys that belong to services of one runtime (https://render.com/docs/blueprint-spec). */
const RUNTIME_OF: Readonly<Record<string, string>> = {
  dockerfilePath: 'docker',
  dockerContext: 'docker',
  dockerCommand: 'docker',
  staticPublishPath: 'static',
};

function remedyForMissing(key: string, node: YamlNode): { remedy?: string } {
  const own = key === 'runtime' ? Object.keys(RUNTIME_OF).find((each) => valueOf(node, each)) : undefined;
  if (own !== undefined)
    return { remedy: `Add \`runtime: ${RUNTIME_OF[own] ?? ''}\`, as \`${own}\` is of such a service.` };
  return key === 'ipAllowList'
    ? { remedy: 'Add `ipAllowList: []`, which lets no one in from outside Render, or list who may connect.' }
    : {};
}

function mayBeMissing(node: YamlNode, key: string): boolean {
  const type = textOf(valueOf(node, 'type'));
  return MAY_BE_MISSING.some((each) => each.key === key && each.type === type);
}

export function unknownKey(context: Context, violation: Violation, spot: Spot): Judged | undefined {
  const { file, root } = context;
  const key = violation.detail;
  const entry = entryOf(spot.node, key);
  if (!entry) return undefined;
  const at = placeIn(file, entry.keyRange);
  const owner = ownerAt(root, violation.path);
  const variable = isVariable(violation.path);
  if (variable) {
    const other = SOURCES.includes(key) && SOURCES.find((each) => each !== key && valueOf(spot.node, each));
    if (other) {
      return {
        problem: {
          problem: 'conflict',
          key,
          other,
          because: CONSTRAINTS.oneSource.says,
          at,
          owner,
          fixes: [],
          effect: 'unclear',
        },
      };
    }
  }
  const belongs = variable ? undefined : context.placeOfKey(key);
  if (belongs !== undefined) {
    return {
      problem: {
        problem: 'misplaced-key',
        key,
        belongs,
        at,
        owner,
        fixes: [],
        ...onStaticSite(spot.node, belongs),
      },
    };
  }
  if (isHealthCheckElsewhere(spot.node, violation.path, key)) {
    const { problem } = misspelt(context, violation, entry, violation.allowed, undefined);
    return { problem: { ...problem, remedy: `Remove it. ${CONSTRAINTS.healthCheck.says}` } };
  }
  const allowed = variable ? keysOfVariable(violation, spot.node) : violation.allowed;
  const meant = meantBy(key, allowed) ?? (key === 'env' ? meantByEnv(entry, allowed) : undefined);
  return misspelt(context, violation, entry, allowed, meant);
}

/** A name for a health check on a service that has none by path. */
function isHealthCheckElsewhere(node: YamlNode, path: Path, key: string): boolean {
  if (path.at(-2) !== 'services' || meantBy(key, ['healthCheckPath']) === undefined) return false;
  const kind = kindOf(node, 'services');
  return kind !== undefined && kind !== 'web';
}

/** One that has no source yet may take another kind of source; in a group there is only one kind. */
function keysOfVariable({ path, allowed }: Violation, variable: YamlNode): readonly string[] {
  const open = !path.includes('envVarGroups') && !SOURCES.some((source) => valueOf(variable, source));
  return open ? [...new Set([...allowed, ...SOURCES])] : allowed;
}

const SOURCES = ['value', 'generateValue', 'sync', 'fromDatabase', 'fromService', 'fromGroup'];

function meantByEnv({ value }: YamlEntry, allowed: readonly string[]): string | undefined {
  const meant = value.is === 'scalar' ? 'runtime' : 'envVars';
  return allowed.includes(meant) ? meant : undefined;
}

/** Whether the map at a path is one entry of a list of variables. */
function isVariable(path: Path): boolean {
  return path.at(-2) === 'envVars' && typeof path.at(-1) === 'number';
}

function isOpen(path: Path): boolean {
  return path.includes('routes') || path.includes('headers');
}

/** Keys of servers on a static site: some are refused, most are not, and Render does not say which. None is wanted elsewhere. */
function onStaticSite(node: YamlNode, belongs: string): { effect?: 'unclear'; remedy?: string } {
  return kindOf(node, 'services') === 'static' && belongs === 'a web service, private service or worker'
    ? { effect: 'unclear', remedy: 'Remove it.' }
    : {};
}

/** An unknown key, read as what it is meant to be unless that is there already. */
export function misspelt(
  context: Context,
  violation: Violation,
  entry: YamlEntry,
  allowed: readonly string[],
  meant: string | undefined,
): Judged {
  const { file, root } = context;
  const inside = spotAt(root, violation.path);
  const holder = inside?.entry === entry ? inside.holder : inside?.node;
  const free = meant !== undefined && !entryOf(holder, meant);
  const problem: Problem = {
    problem: 'unknown-key',
    key: entry.key,
    allowed,
    at: placeIn(file, entry.keyRange),
    owner: ownerAt(root, inside?.entry === entry ? holderOf(violation.path) : violation.path),
    fixes: free && entry.colon !== undefined ? [guess(`Write ${meant}`, [replace(file, entry.keyRange, meant)])] : [],
    ...(free && { meant }),
    ...(isVariable(violation.path) && { effect: 'unclear' as const }),
    // Render's own schema lets other keys stand in routes and headers.
    ...(!free && isOpen(violation.path) && { effect: 'lost' as const }),
  };
  return free ? { problem, correction: { of: 'keys', offset: entry.keyRange.start.offset, to: meant } } : { problem };
}

/** A key that another key of the same map rules out. */
export function forbiddenKey(context: Context, violation: Violation, { entry, holder }: Spot): Judged | undefined {
  if (!entry) return undefined;
  const { file, root } = context;
  const [other, because] = valueOf(holder, 'buildSource')
    ? ['buildSource', CONSTRAINTS.buildSource.says]
    : ['image', CONSTRAINTS.oneBuildSource.says];
  const at = placeIn(file, entry.keyRange);
  return {
    problem: {
      problem: 'conflict',
      key: entry.key,
      other,
      because,
      at,
      owner: ownerAt(root, holderOf(violation.path)),
      fixes: [],
    },
  };
}
