import type { Location } from '../model/location.js';
import { didYouMean } from '../model/nearest.js';
import { isMatchable } from '../repository/glob.js';
import { nodeAt, plain, textsOf, valueAt, type ConfigNode } from './node.js';
import type { ConfigProblem } from './problem.js';
import type { Violation } from './schema-validator.js';

/** What is wrong with one file of configuration, each with the nearest that would be right, in the order of the file. */
export async function problemsOf(root: ConfigNode, schema: object): Promise<ConfigProblem[]> {
  const { violationsOf } = await import('./schema-validator.js');
  const violations = violationsOf(schema, plain(withoutEmptyKeys(root)));
  const problems = [
    ...repeatedKeys(root),
    ...violations.map((violation) => problemOf(root, violation)),
    ...unmatchable(root),
    ...impossibleDays(root),
  ];
  return problems.sort((one, other) => one.at.range.start.offset - other.at.range.start.offset);
}

/** A key whose lines are all commented out says nothing. */
function withoutEmptyKeys(root: ConfigNode): ConfigNode {
  if (root.is !== 'map') return root;
  return { ...root, entries: root.entries.filter(({ value }) => value.is !== 'scalar' || value.value !== null) };
}

function problemOf(root: ConfigNode, violation: Violation): ConfigProblem {
  const { path, keyword, detail } = violation;
  const { node } = nodeAt(root, path);
  const unknown = keyword === 'additionalProperties' ? nodeAt(root, [...path, detail]).key : undefined;
  return { at: unknown ?? placeOf(node), message: messageOf(violation, node) };
}

/** A map is meant by its first key: the whole of it may fill the file. */
function placeOf(node: ConfigNode): Location {
  return node.is === 'map' ? (node.entries[0]?.keyAt ?? node.at) : node.at;
}

const ASK_REASON = 'Say in a sentence why the findings are not to be reported.';

function messageOf(violation: Violation, node: ConfigNode): string {
  const { path, keyword, detail, allowed, description } = violation;
  const name = nameOf(path);
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, detail, allowed);
    case 'enum':
      return refusedValue(path, node, allowed);
    case 'type':
      return `${name} takes ${typeWords(allowed)}, not ${valueWords(node)}.${needsQuotes(allowed, node)}`;
    case 'required':
      return `${name} has no ${detail}.${detail === 'reason' ? ` ${ASK_REASON}` : ''}`;
    case 'anyOf':
      return `${name} names no rule, path or service.`;
    case 'minimum':
      return `${name} takes ${detail} at least.`;
    case 'maximum':
      return `${name} takes ${detail} at most.`;
    case 'minLength':
    case 'minItems':
      return `${name} is empty.`;
    case 'pattern':
      return path.at(-1) === 'reason' ? `${name} is empty. ${ASK_REASON}` : `${name} cannot be read. ${description}`;
    default:
      return `${name} cannot be read. ${description}`;
  }
}

function unknownKey(path: readonly string[], key: string, allowed: readonly string[]): string {
  const near = didYouMean(key, allowed);
  if (path.length === 1 && path[0] === 'rules') {
    return `There is no rule "${key}".${near || ' lint-deploy rules lists them.'}`;
  }
  return `"${key}" is no key of ${nameOf(path)}.${near || ` Its keys are ${allowed.join(', ')}.`}`;
}

function refusedValue(path: readonly string[], node: ConfigNode, allowed: readonly string[]): string {
  const written = node.is === 'scalar' ? String(node.value) : '';
  const isSwitchedOff = node.is === 'scalar' && node.value === false && allowed.includes('off');
  const near = isSwitchedOff ? ' Did you mean off?' : didYouMean(written, allowed);
  const isRule = path[0] === 'ignores' && path[2] === 'rule';
  if (isRule && node.is === 'scalar') {
    return `There is no rule "${written}".${near || ' lint-deploy rules lists them.'}`;
  }
  return `${nameOf(path)} takes ${orList(allowed)}; not ${valueWords(node)}.${near}`;
}

/** `rules.dev-server`, `ignores[0].until`, or the whole. */
function nameOf(path: readonly string[]): string {
  if (path.length === 0) return 'the configuration';
  return path.reduce((name, step) => {
    if (/^\d+$/.test(step)) return `${name}[${step}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'keys with values',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function typeWords(types: readonly string[]): string {
  return orList(types.map((type) => TYPE_WORDS[type] ?? type));
}

function valueWords(node: ConfigNode): string {
  if (node.is === 'map') return 'keys with values';
  if (node.is === 'list') return 'a list';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? `"${node.value}"` : String(node.value);
}

function needsQuotes(types: readonly string[], node: ConfigNode): string {
  const isRead = node.is === 'scalar' && node.value !== null && typeof node.value !== 'string';
  return isRead && types.includes('string') ? ` Put it in quotes: "${String(node.value)}".` : '';
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function repeatedKeys(node: ConfigNode): ConfigProblem[] {
  if (node.is === 'scalar') return [];
  if (node.is === 'list') return node.items.flatMap(repeatedKeys);
  const seen = new Set<string>();
  return node.entries.flatMap(({ key, keyAt, value }) => {
    const repeated = seen.has(key) ? [{ at: keyAt, message: `"${key}" is written twice here.` }] : [];
    seen.add(key);
    return [...repeated, ...repeatedKeys(value)];
  });
}

function ignoresOf(root: ConfigNode): readonly ConfigNode[] {
  const ignores = valueAt(root, 'ignores');
  return ignores?.is === 'list' ? ignores.items : [];
}

/** The schema takes every month for one of 31 days. */
function impossibleDays(root: ConfigNode): ConfigProblem[] {
  return ignoresOf(root)
    .flatMap((item) => textsOf(valueAt(item, 'until')))
    .filter(({ value }) => /^\d{4}-\d{2}-(29|30|31)$/.test(value) && !isDay(value))
    .map(({ value, at }) => ({ at, message: `There is no day ${value}.` }));
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function unmatchable(root: ConfigNode): ConfigProblem[] {
  return ignoresOf(root)
    .flatMap((item) => textsOf(valueAt(item, 'path')))
    .filter(({ value }) => value !== '' && !isMatchable(value))
    .map(({ value, at }) => ({
      at,
      message: `The pattern "${value}" is not matched: it is too long, or has groups, ranges or too many wildcards.`,
    }));
}
