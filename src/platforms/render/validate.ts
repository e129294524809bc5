import type { Problem } from '../../model/platform-file.js';
import type { YamlFile, YamlNode } from '../../syntax/yaml.js';
import type { Context, Judged } from './judging.js';
import { shapeOf } from './names.js';
import { locationOf, placeIn } from './problems.js';
import { oneLine, ownerAt } from './resources.js';
import type * as SchemaValidator from './schema-validator.js';
import type { Violation } from './schema-validator.js';
import { asMeant, dataOf, spotAt, withoutRepeats, type Path, type RepeatedKey, type Spot } from './tree.js';
import { forbiddenKey, missingKey, unknownKey } from './wrong-keys.js';
import { outOfLimit, refusedValue, wrongType } from './wrong-values.js';

/** A document as it is meant, with what is wrong with it as it is written. */
interface Interpreted {
  root: YamlNode;
  problems: readonly Problem[];
}

/** Renaming a key can show that another one, or the kind of an entry, was misread; more rounds than this change nothing. */
const MAX_ROUNDS = 3;

/** As of violations of the schema: more of them do not tell more. */
const MAX_REPEATS = 500;

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
      const repeated = repeats.slice(0, MAX_REPEATS).map((repeat) => repeatedProblem(file, root, repeat));
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
