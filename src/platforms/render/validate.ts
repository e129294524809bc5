import type { Fix } from '../../model/finding.js';
import type { Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import { entryOf, isNull, valueOf, type YamlEntry, type YamlFile, type YamlNode } from '../../syntax/yaml.js';
import { meantBy } from './names.js';
import { locationOf, placeIn, quoteFix, replace } from './problems.js';
import { kindOf, oneLine, ownerAt, placeOfMap, scalarText } from './resources.js';
import type { Violation } from './schema-validator.js';
import { asMeant, dataOf, spotAt, withoutRepeats, type Meant, type Path, type RepeatedKey, type Spot } from './tree.js';

/** A document as it is meant, with what is wrong with it as it is written. */
export interface Interpreted {
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
  for (let round = 1; ; round++) {
    const root = asMeant(unique, meant);
    const context: Context = { file, root, placeOfKey: schema.placeOfKey, valuesOfKey: schema.valuesOfKey };
    const violations = firstPerSpot(schema.violationsOf(dataOf(root)));
    const unfit = violations.map(({ path }) => renamedOn(root, path, meant.keys));
    const found = violations
      .filter((_, index) => unfit[index] === undefined)
      .flatMap((violation) => judged(context, violation));
    const misread = found.filter(({ correction }) => correction && round < MAX_ROUNDS);
    if (misread.length === 0) {
      const repeated = repeats.map((repeat) => repeatedProblem(file, root, repeat));
      const kept = slips.map((slip) => (unfit.includes(slip.at.range.start.offset) ? { ...slip, fixes: [] } : slip));
      return { root, problems: [...repeated, ...kept, ...found.map(({ problem }) => problem)] };
    }
    for (const { problem, correction } of misread) {
      if (correction) meant[correction.of].set(correction.offset, correction.to);
      slips.push(problem);
    }
  }
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

/** A value of the wrong type also misses its list of values: the first violation of a spot says it all. */
function firstPerSpot(violations: readonly Violation[]): readonly Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ path, keyword, detail }) => {
    const about = ['type', 'enum', 'const'].includes(keyword) ? 'value' : `${keyword} ${detail}`;
    const spot = `${path.join('/')} ${about}`;
    if (seen.has(spot)) return false;
    seen.add(spot);
    return true;
  });
}

/**
 * The offset of the renamed key that a path leads through. That what stands under it does not fit the right key is no fault of
 * its own, but a new name alone does not repair it then.
 */
function renamedOn(root: YamlNode, path: Path, keys: ReadonlyMap<number, string>): number | undefined {
  return path
    .map((_, index) => spotAt(root, path.slice(0, index + 1))?.entry?.keyRange.start.offset)
    .find((offset) => offset !== undefined && keys.has(offset));
}

function repeatedProblem(file: YamlFile, root: YamlNode, { path, entry, first }: RepeatedKey): Problem {
  return {
    problem: 'repeated-key',
    key: entry.key,
    first: locationOf(file, oneLine(first.keyRange)),
    at: placeIn(file, entry.keyRange),
    owner: ownerOf(root, path),
    fixes: [],
  };
}

function ownerOf(root: YamlNode, path: Path): string {
  const spot = spotAt(root, path);
  return spot ? ownerAt(spot.chain, path) : '';
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
  return { at: placeIn(file, rangeOfValue(spot)), owner: ownerOf(root, holderOf(path)), fixes: [] };
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
  const { file } = context;
  const { node, entry } = spot;
  const key = keyOf(violation.path);
  const common = base(context, violation, spot);
  if (node.is === 'scalar' && node.style === 'plain' && !isNull(node) && violation.allowed.includes('string')) {
    const reads = TYPE_WORDS[typeof node.value] ?? '';
    const value = scalarText(node);
    return {
      problem: { ...common, problem: 'unquoted', key, value, reads, effect: 'none', fixes: quoteFix(file, node) },
    };
  }
  if (key === 'env' && entry && node.is !== 'scalar')
    return misspelt(context, violation, entry, ['envVars', 'runtime'], 'envVars');
  const expected = violation.allowed.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
  return { problem: { ...common, problem: 'wrong-type', key, expected, got: typeWords(node) } };
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
  if (node.is !== 'scalar') {
    return { problem: { ...common, problem: 'wrong-type', key, expected: 'text', got: typeWords(node) } };
  }
  const value = scalarText(node);
  const { allowed } = violation;
  // A plan that other kinds have does not go together with this kind, which is said of all such kinds alike.
  if (key === 'plan' && value === 'free') return undefined;
  // Lists of plans grow, and region and type may too, but only plans do so often.
  const unclear = key === 'plan' || key === 'previewPlan' ? ({ effect: 'unclear' } as const) : {};
  const special = SPECIAL_VALUES.find((each) => each.key === key && each.value === value);
  if (special)
    return { problem: { ...common, problem: 'refused-value', key, value, allowed, ...special.rest(context, spot) } };
  const meant = meantBy(value, allowed);
  if (meant === undefined) return { problem: { ...common, problem: 'refused-value', key, value, allowed, ...unclear } };
  const fixes: Fix[] = node.style === 'block' ? [] : [guess(`Write ${meant}`, [replace(file, node.range, meant)])];
  return {
    problem: { ...common, problem: 'refused-value', key, value, allowed, meant, ...unclear, fixes },
    correction: { of: 'values', offset: node.range.start.offset, to: meant },
  };
}

function guess(title: string, edits: Fix['edits']): Fix {
  return { title, safety: 'unsafe', because: 'what was meant is a guess from the spelling', edits };
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

function staticType({ file }: Context, { node, chain }: Spot): { remedy: string; fixes: readonly Fix[] } {
  const remedy = 'Write `type: web` with `runtime: static`.';
  const service = chain.at(-2);
  const entry = entryOf(service, 'type');
  if (!entry || entry.merged || node.is !== 'scalar' || node.alias || node.style === 'block' || service?.is !== 'map')
    return { remedy, fixes: [] };
  const separator = service.flow ? ', ' : eolOf(file.text) + ' '.repeat(entry.keyRange.start.column - 1);
  const runtime = (valueOf(service, 'runtime') ?? valueOf(service, 'env')) ? '' : `${separator}runtime: static`;
  return {
    remedy,
    fixes: [
      { title: 'Declare it as a static site', safety: 'safe', edits: [replace(file, node.range, `web${runtime}`)] },
    ],
  };
}

function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function missingKey(context: Context, violation: Violation, spot: Spot): Judged {
  const { root, file } = context;
  const { node, entry } = spot;
  const key = violation.detail;
  const allowed = context.valuesOfKey(key);
  // An entry has its place at its name, a map under a key at that key.
  const range =
    typeof violation.path.at(-1) === 'number' && node.is === 'map' ? placeOfMap(node) : (entry?.keyRange ?? node.range);
  const lenient = isAcceptedWithout(node, key) ? ({ effect: 'unclear' } as const) : {};
  return {
    problem: {
      problem: 'missing-key',
      key,
      allowed,
      at: placeIn(file, range),
      owner: ownerOf(root, violation.path),
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

/** Old key value entries have no ipAllowList and work; a workflow's region has a default everywhere else. */
function isAcceptedWithout(node: YamlNode, key: string): boolean {
  const type = valueOf(node, 'type');
  if (type?.is !== 'scalar') return false;
  return (key === 'ipAllowList' && type.value === 'redis') || (key === 'region' && type.value === 'workflow');
}

function unknownKey(context: Context, violation: Violation, spot: Spot): Judged | undefined {
  const { file, root } = context;
  const key = violation.detail;
  const entry = entryOf(spot.node, key);
  if (!entry) return undefined;
  const at = placeIn(file, entry.keyRange);
  const owner = ownerOf(root, violation.path);
  const variable = isVariable(violation.path);
  if (variable) {
    const other = SOURCES.includes(key) && SOURCES.find((each) => each !== key && valueOf(spot.node, each));
    if (other) {
      return {
        problem: {
          problem: 'conflict',
          key,
          other,
          because: 'A variable takes its value from one source.',
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
        ...effectOfMisplaced(spot.node, belongs),
      },
    };
  }
  const meant =
    meantBy(entry.key, violation.allowed) ?? (key === 'env' ? meantByEnv(entry, violation.allowed) : undefined);
  return misspelt(context, violation, entry, violation.allowed, meant);
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

/** Keys of servers on a static site: some are refused, most are not, and Render does not say which. */
function effectOfMisplaced(node: YamlNode, belongs: string): { effect?: 'unclear' } {
  return kindOf(node, 'services') === 'static' && belongs === 'a web service, private service or worker'
    ? { effect: 'unclear' }
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
  const holder = inside?.entry === entry ? inside.chain.at(-2) : inside?.node;
  const free = meant !== undefined && !entryOf(holder, meant);
  const problem: Problem = {
    problem: 'unknown-key',
    key: entry.key,
    allowed,
    at: placeIn(file, entry.keyRange),
    owner: ownerOf(root, inside?.entry === entry ? holderOf(violation.path) : violation.path),
    fixes: free ? [guess(`Rename the key to ${meant}`, [replace(file, entry.keyRange, meant)])] : [],
    ...(free && { meant }),
    ...(isVariable(violation.path) && { effect: 'unclear' as const }),
    // Render's own schema lets other keys stand in routes and headers.
    ...(!free && isOpen(violation.path) && { effect: 'lost' as const }),
  };
  return free ? { problem, correction: { of: 'keys', offset: entry.keyRange.start.offset, to: meant } } : { problem };
}

/** A key that another key of the same map rules out. */
function forbiddenKey(context: Context, violation: Violation, { entry, chain }: Spot): Judged | undefined {
  if (!entry) return undefined;
  const { file, root } = context;
  const holder = chain.at(-2);
  const [other, because] = valueOf(holder, 'buildSource')
    ? ['buildSource', 'The build source says what is built and from where.']
    : ['image', 'A build source is either built from git or a prebuilt image.'];
  const at = placeIn(file, entry.keyRange);
  return {
    problem: {
      problem: 'conflict',
      key: entry.key,
      other,
      because,
      at,
      owner: ownerOf(root, holderOf(violation.path)),
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
