import type { Fix } from '../../model/finding.js';
import type { Problem } from '../../model/platform-file.js';
import { entryOf, isNull, valueOf, type YamlNode, type YamlScalar } from '../../syntax/yaml.js';
import { BLUEPRINT_DEFAULTS } from './facts.js';
import { base, guess, keyOf, withoutStatic, type Context, type Judged } from './judging.js';
import { meantBy, shapeOf } from './names.js';
import { isRewritable, quoteFix, replace, separatorIn } from './problems.js';
import { scalarText } from './resources.js';
import type { Violation } from './schema-validator.js';
import type { Spot } from './tree.js';
import { misspelt } from './wrong-keys.js';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys',
  array: 'a list',
};

export function wrongType(context: Context, violation: Violation, spot: Spot): Judged {
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

export function refusedValue(context: Context, violation: Violation, spot: Spot): Judged | undefined {
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

/** Lists of plans up to this length are worth printing. */
const SHORT_LIST = 15;

function remedyForPlan(allowed: readonly string[]): string {
  if (allowed.length > SHORT_LIST) return `Take a plan that ${BLUEPRINT_DEFAULTS.source} lists.`;
  return `Take one of the plans: ${allowed.map((plan) => `\`${plan}\``).join(', ')}.`;
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

export function outOfLimit(context: Context, violation: Violation, spot: Spot): Judged {
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
