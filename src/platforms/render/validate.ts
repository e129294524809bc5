import type { Fix } from '../../model/finding.js';
import type { Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import {
  entryOf,
  isNull,
  valueOf,
  type YamlEntry,
  type YamlFile,
  type YamlNode,
  type YamlScalar,
} from '../../syntax/yaml.js';
import { BLUEPRINT_DEFAULTS, CONSTRAINTS, MAY_BE_MISSING } from './facts.js';
import { meantBy, shapeOf } from './names.js';
import { isRewritable, locationOf, placeIn, quoteFix, replace, separatorIn } from './problems.js';
import { kindOf, oneLine, ownerAt, placeOfMap, scalarText, textOf } from './resources.js';
import type * as SchemaValidator from './schema-validator.js';
import type { Violation } from './schema-validator.js';
import { asMeant, dataOf, spotAt, withoutRepeats, type Meant, type Path, type RepeatedKey, type Spot } from './tree.js';

/** A document as it is meant, with what is wrong with it as it is written. */
interface Interpreted {
  root: YamlNode;
  problems: readonly Problem[];
}

/** Renaming a key can show that another one, or the kind of an entry, was misread; more rounds than this change nothing. */
const MAX_ROUNDS = 3;

/**
 * Checks a document against the schema. A key or value whose meaning is clear is read as meant, so that the document is
 * judged by it and what follows from one slip is not reported again.
 */
export async function interpret(file: YamlFile, written: YamlNode): Promise<Interpreted> {
  const schema = await import('./schema-validator.js');
  const { root: unique, repeats } = withoutRepeats(written);
  const meant = { keys: new Map<number, string>(), values: new Map<number, string>() };
  const slips: Problem[] = [];
  for (let rounds = 1; ; rounds++) {
    const { root, found, unfit } = round(file, asMeant(unique, meant), schema, meant.keys);
    const misread = rounds < MAX_ROUNDS ? found.filter(({ correction }) => correction) : [];
    if (misread.length === 0) {
      const repeated = repeats.map((repeat) => repeatedProblem(file, root, repeat));
      const kept = slips.map((slip) => withShape(slip, unfit));
      return { root, problems: [...repeated, ...kept, ...found.map(({ problem }) => problem)] };
    }
    for (const { correction } of misread) if (correction) meant[correction.of].set(correction.offset, correction.to);
    slips.push(...misread.map(({ problem }) => problem));
  }
}

interface Round {
  root: YamlNode;
  found: readonly Judged[];
  /** By the offset of each renamed key whose value does not fit the new name: whether it must be written anew as a whole. */
  unfit: ReadonlyMap<number, boolean>;
}

/** A new name alone does not repair a value that does not fit it. */
function withShape(slip: Problem, unfit: Round['unfit']): Problem {
  const anew = unfit.get(slip.at.range.start.offset);
  if (anew === undefined || slip.problem !== 'unknown-key' || slip.meant === undefined) return slip;
  const remedy = anew ? shapeOf(slip.key, slip.meant) : undefined;
  return { ...slip, fixes: [], ...(remedy !== undefined && { remedy }) };
}

/** Judges the document as it is read so far. */
function round(
  file: YamlFile,
  root: YamlNode,
  schema: typeof SchemaValidator,
  renamed: ReadonlyMap<number, string>,
): Round {
  const context: Context = { file, root, placeOfKey: schema.placeOfKey, valuesOfKey: schema.valuesOfKey };
  const unfit = new Map<number, boolean>();
  const found = firstPerSpot(schema.violationsOf(dataOf(root))).flatMap((violation) => {
    const { path, keyword } = violation;
    const key = renamedOn(root, path, renamed);
    if (!key) return judged(context, violation);
    const anew = key.depth === 0 || (key.depth === 1 && keyword === 'type');
    unfit.set(key.offset, anew || unfit.get(key.offset) === true);
    return [];
  });
  return { root, found, unfit };
}

interface Context {
  file: YamlFile;
  root: YamlNode;
  placeOfKey: (key: string) => string | undefined;
  valuesOfKey: (key: string) => readonly string[];
}

interface Judged {
  problem: Problem;
  /** How to read it from now on. */
  correction?: { of: keyof Meant; offset: number; to: string };
}

/** A value of the wrong type also misses its list of values: one violation of a spot says it all, the list where there is one. */
function firstPerSpot(violations: readonly Violation[]): readonly Violation[] {
  const seen = new Set<string>();
  const types = violations.filter(({ keyword }) => keyword === 'type');
  return [...violations.filter(({ keyword }) => keyword !== 'type'), ...types].filter(({ path, keyword, detail }) => {
    const about = ['type', 'enum', 'const'].includes(keyword) ? 'value' : `${keyword} ${detail}`;
    const spot = `${path.join('/')} ${about}`;
    if (seen.has(spot)) return false;
    seen.add(spot);
    return true;
  });
}

/**
 * The renamed key that a path leads through, and how many steps lie below it. That what stands under it does not fit the
 * right key is no fault of its own.
 */
function renamedOn(
  root: YamlNode,
  path: Path,
  keys: ReadonlyMap<number, string>,
): { offset: number; depth: number } | undefined {
  for (let length = 1; length <= path.length; length++) {
    const offset = spotAt(root, path.slice(0, length))?.entry?.keyRange.start.offset;
    if (offset !== undefined && keys.has(offset)) return { offset, depth: path.length - length };
  }
  return undefined;
}

function repeatedProblem(file: YamlFile, root: YamlNode, { path, entry, first }: RepeatedKey): Problem {
  return {
    problem: 'repeated-key',
    key: entry.key,
    first: locationOf(file, oneLine(first.keyRange)),
    at: placeIn(file, entry.keyRange),
    owner: ownerAt(root, path),
    fixes: [],
    ...(entry.value.is === 'list' && first.value.is === 'list' && { remedy: 'Merge both lists into one.' }),
  };
}

// ---- from violations to problems

type Judge = (context: Context, violation: Violation, spot: Spot) => Judged | undefined;

const JUDGES: Readonly<Record<string, Judge>> = {
  type: wrongType,
  enum: refusedValue,
  const: refusedValue,
  required: missingKey,
  additionalProperties: unknownKey,
  'false schema': forbiddenKey,
  minimum: outOfLimit,
  maximum: outOfLimit,
  maxItems: outOfLimit,
  minProperties: outOfLimit,
};

function judged(context: Context, violation: Violation): Judged[] {
  const spot = spotAt(context.root, violation.path);
  const judge = Object.hasOwn(JUDGES, violation.keyword) ? JUDGES[violation.keyword] : undefined;
  const result = spot && judge?.(context, violation, spot);
  return result ? [result] : [];
}

function base({ file, root }: Context, { path }: Violation, spot: Spot): Pick<Problem, 'at' | 'owner' | 'fixes'> {
  return { at: placeIn(file, rangeOfValue(spot)), owner: ownerAt(root, holderOf(path)), fixes: [] };
}

/** Of the map that holds a value, directly or in a list. */
function holderOf(path: Path): Path {
  const key = path.findLastIndex((step) => typeof step === 'string');
  return path.slice(0, Math.max(0, key));
}

/** A scalar itself; of a map or list the key that holds it, else its first key. */
function rangeOfValue({ node, entry }: Spot): Range {
  if (node.is === 'scalar') return node.alias ?? (isNull(node) && entry ? entry.keyRange : node.range);
  if (node.alias) return node.alias;
  return entry?.keyRange ?? (node.is === 'map' ? placeOfMap(node) : node.range);
}

function keyOf(path: Path): string {
  return path.findLast((step): step is string => typeof step === 'string') ?? '';
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys',
  array: 'a list',
};

function wrongType(context: Context, violation: Violation, spot: Spot): Judged {
  const { node, entry } = spot;
  const key = keyOf(violation.path);
  const common = base(context, violation, spot);
  if (node.is === 'scalar' && !isNull(node) && violation.allowed.includes('string')) {
    return unquoted(context, violation, spot, node);
  }
  if (key === 'env' && entry && node.is !== 'scalar')
    return misspelt(context, violation, entry, ['envVars', 'runtime'], 'envVars');
  const expected = violation.allowed.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
  const shape = node.is === 'scalar' ? undefined : shapeOf(key, key);
  const remedy = shape === undefined ? {} : { remedy: shape };
  return { problem: { ...common, problem: 'wrong-type', key, expected, got: typeWords(node), ...remedy } };
}

/** Only a plain scalar can be of another type than text. */
function unquoted(context: Context, violation: Violation, spot: Spot, node: YamlScalar): Judged {
  const problem: Problem = {
    ...base(context, violation, spot),
    problem: 'unquoted',
    key: keyOf(violation.path),
    value: scalarText(node),
    reads: TYPE_WORDS[typeof node.value] ?? '',
    effect: 'none',
    fixes: quoteFix(context.file, node),
  };
  return { problem };
}

export function typeWords(node: YamlNode): string {
  if (node.is === 'list') return 'a list';
  if (node.is === 'map') return 'a map of keys';
  if (isNull(node)) return 'nothing';
  return typeof node.value === 'string' ? 'text' : (TYPE_WORDS[typeof node.value] ?? '');
}

function refusedValue(context: Context, violation: Violation, spot: Spot): Judged | undefined {
  const { file } = context;
  const { node } = spot;
  const key = keyOf(violation.path);
  const common = base(context, violation, spot);
  if (node.is !== 'scalar') return wrongType(context, { ...violation, allowed: ['string'] }, spot);
  const value = scalarText(node);
  const allowed = withoutStatic(violation.allowed, key, spot.holder);
  if (typeof node.value !== 'string' && allowed.includes(value)) return unquoted(context, violation, spot, node);
  // A plan that other kinds have does not go together with this kind, which is said of all such kinds alike.
  if (key === 'plan' && value === 'free') return undefined;
  // Plans are added often.
  const isPlan = key === 'plan' || key === 'previewPlan';
  const unclear = isPlan ? ({ effect: 'unclear' } as const) : {};
  const special = SPECIAL_VALUES.find((each) => each.key === key && each.value === value);
  if (special)
    return { problem: { ...common, problem: 'refused-value', key, value, allowed, ...special.rest(context, spot) } };
  const meant = meantBy(value, allowed);
  if (meant === undefined) {
    const remedy = isPlan ? { remedy: remedyForPlan(allowed) } : {};
    return { problem: { ...common, problem: 'refused-value', key, value, allowed, ...unclear, ...remedy } };
  }
  const fixes: Fix[] =
    node.style === 'block' || node.properties ? [] : [guess(`Write ${meant}`, [replace(file, node.range, meant)])];
  return {
    problem: { ...common, problem: 'refused-value', key, value, allowed, meant, ...unclear, fixes },
    correction: { of: 'values', offset: node.range.start.offset, to: meant },
  };
}

/** Keeps `static` to what can be a static site, where the runtime of a service is to be chosen. */
function withoutStatic(allowed: readonly string[], key: string, service: YamlNode | undefined): readonly string[] {
  const type = textOf(valueOf(service, 'type'));
  const serves = type === undefined || type === 'web';
  return serves || (key !== 'runtime' && key !== 'env') ? allowed : allowed.filter((runtime) => runtime !== 'static');
}

/** Lists of plans up to this length are worth printing. */
const SHORT_LIST = 15;

function remedyForPlan(allowed: readonly string[]): string {
  if (allowed.length > SHORT_LIST) return `Take a plan that ${BLUEPRINT_DEFAULTS.source} lists.`;
  return `Take one of the plans: ${allowed.map((plan) => `\`${plan}\``).join(', ')}.`;
}

function guess(title: string, edits: Fix['edits']): Fix {
  return { title, safety: 'unsafe', because: 'What was meant is a guess from the spelling.', edits };
}

/** Values that stand for something which is written in another way altogether. */
const SPECIAL_VALUES: readonly {
  key: string;
  value: string;
  rest: (context: Context, spot: Spot) => { remedy: string; fixes: readonly Fix[] };
}[] = [
  { key: 'type', value: 'static', rest: staticType },
  ...['postgres', 'postgresql', 'database', 'pg', 'psql'].map((value) => ({
    key: 'type',
    value,
    rest: () => ({ remedy: 'Declare a Postgres database under `databases`.', fixes: [] }),
  })),
];

function staticType({ file }: Context, { node, holder: service }: Spot): { remedy: string; fixes: readonly Fix[] } {
  const remedy = 'Write `type: web` with `runtime: static`.';
  const entry = entryOf(service, 'type');
  if (!entry || node.is !== 'scalar' || node.style === 'block' || service?.is !== 'map') return { remedy, fixes: [] };
  const separator = separatorIn(file, service);
  if (separator === undefined || !isRewritable(service, entry)) return { remedy, fixes: [] };
  const runtime = (valueOf(service, 'runtime') ?? valueOf(service, 'env')) ? '' : `${separator}runtime: static`;
  return {
    remedy,
    fixes: [
      { title: 'Declare it as a static site', safety: 'safe', edits: [replace(file, node.range, `web${runtime}`)] },
    ],
  };
}

function missingKey(context: Context, violation: Violation, spot: Spot): Judged {
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
      ...remedyForMissing(key),
    },
  };
}

function remedyForMissing(key: string): { remedy?: string } {
  return key === 'ipAllowList'
    ? { remedy: 'Add `ipAllowList: []`, which lets no one in from outside Render, or list who may connect.' }
    : {};
}

function mayBeMissing(node: YamlNode, key: string): boolean {
  const type = textOf(valueOf(node, 'type'));
  return MAY_BE_MISSING.some((each) => each.key === key && each.type === type);
}

function unknownKey(context: Context, violation: Violation, spot: Spot): Judged | undefined {
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
function misspelt(
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
function forbiddenKey(context: Context, violation: Violation, { entry, holder }: Spot): Judged | undefined {
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

function outOfLimit(context: Context, violation: Violation, spot: Spot): Judged {
  const { keyword, detail } = violation;
  const limit =
    keyword === 'minimum'
      ? `at least ${detail}`
      : keyword === 'maximum'
        ? `at most ${detail}`
        : keyword === 'maxItems'
          ? `at most ${detail} items`
          : 'not empty';
  const value = spot.node.is === 'scalar' ? scalarText(spot.node) : typeWords(spot.node);
  return {
    problem: { ...base(context, violation, spot), problem: 'out-of-limit', key: keyOf(violation.path), value, limit },
  };
}
