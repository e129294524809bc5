import type { Fix } from '../../model/finding.js';
import type { Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import { isNull, valueOf, type YamlFile, type YamlNode } from '../../syntax/yaml.js';
import { placeIn } from './problems.js';
import { ownerAt, placeOfMap, textOf } from './resources.js';
import type { Violation } from './schema-validator.js';
import type { Meant, Path, Spot } from './tree.js';

/** The document under judgement. */
export interface Context {
  file: YamlFile;
  root: YamlNode;
  placeOfKey: (key: string) => string | undefined;
  valuesOfKey: (key: string) => readonly string[];
}

/** A problem that a violation of the schema is. */
export interface Judged {
  problem: Problem;
  /** How to read it from now on. */
  correction?: { of: keyof Meant; offset: number; to: string };
}

/** Where a problem with a value is, and whose it is. */
export function base(
  { file, root }: Context,
  { path }: Violation,
  spot: Spot,
): Pick<Problem, 'at' | 'owner' | 'fixes'> {
  return { at: placeIn(file, rangeOfValue(spot)), owner: ownerAt(root, holderOf(path)), fixes: [] };
}

/** Of the map that holds a value, directly or in a list. */
export function holderOf(path: Path): Path {
  const key = path.findLastIndex((step) => typeof step === 'string');
  return path.slice(0, Math.max(0, key));
}

/** A scalar itself; of a map or list the key that holds it, else its first key. */
function rangeOfValue({ node, entry }: Spot): Range {
  if (node.is === 'scalar') return node.alias ?? (isNull(node) && entry ? entry.keyRange : node.range);
  if (node.alias) return node.alias;
  return entry?.keyRange ?? (node.is === 'map' ? placeOfMap(node) : node.range);
}

/** The key that a path leads to, directly or in a list. */
export function keyOf(path: Path): string {
  return path.findLast((step): step is string => typeof step === 'string') ?? '';
}

/** Keeps `static` to what can be a static site, where the runtime of a service is to be chosen. */
export function withoutStatic(
  allowed: readonly string[],
  key: string,
  service: YamlNode | undefined,
): readonly string[] {
  const type = textOf(valueOf(service, 'type'));
  const serves = type === undefined || type === 'web';
  return serves || (key !== 'runtime' && key !== 'env') ? allowed : allowed.filter((runtime) => runtime !== 'static');
}

export function guess(title: string, edits: Fix['edits']): Fix {
  return { title, safety: 'unsafe', because: 'What was meant is a guess from the spelling.', edits };
}
