import type { Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Setting } from './packaged.js';

/**
 * A setting of a configuration file. Whatever a file may say that is there and not read is unknown: `undefined` only
 * where no file is there.
 */
export function configuredAddress(
  repository: Repository,
  { folder, at }: Process,
  { files, keys }: NonNullable<Setting['configured']>,
): Value<string> {
  const file = files.map((name) => childOf(folder, name)).find((path) => repository.lookup(path).is === 'file');
  if (file === undefined) return { is: 'absent', at };
  const source = repository.read(file);
  const names = new Set(keys.map((key) => key.at(-1) ?? ''));
  const mentions = source.is !== 'text' || [...names].some((name) => new RegExp(`\\b${name}\\b`).test(source.text));
  // A file that does not mention it leaves it as it is, unless it takes in another one.
  if (!mentions && source.is === 'text' && !/\.\.\.|mergeConfig|require\(['"]\.|from ['"]\./.test(source.text)) {
    return { is: 'absent', at };
  }
  return { is: 'unknown', why: `${file} may set it`, at };
}
