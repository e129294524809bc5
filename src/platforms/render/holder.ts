import type { Fix } from '../../model/finding.js';
import type { Range } from '../../model/location.js';
import type { Problem } from '../../model/platform-file.js';
import { entryOf, isNull, type YamlEntry, type YamlNode } from '../../syntax/yaml.js';
import { placeIn } from './problems.js';
import type { Resource } from './resources.js';

/** A map of the document with the keys that are checked. */
export type Holder = Pick<Resource, 'file' | 'owner'> & { node: YamlNode };

/** The place of a problem, its owner and fixes. */
export function base(
  { file, owner }: Holder,
  range: Range,
  fixes: readonly Fix[] = [],
): Pick<Problem, 'at' | 'owner' | 'fixes'> {
  return { at: placeIn(file, range), owner, fixes };
}

/** The key of an entry that has a value. */
export function written(node: YamlNode, key: string): YamlEntry | undefined {
  const entry = entryOf(node, key);
  return entry && !isNull(entry.value) ? entry : undefined;
}
