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
  const names = keys.flatMap((key) => key.at(-1) ?? []);
  // A file that does not mention it leaves it as it is, unless it takes in another one.
  if (source.is === 'text' && !mentions(source.text, names)) return { is: 'absent', at };
  return { is: 'unknown', why: `${file} may set it`, at };
}

function mentions(text: string, names: readonly string[]): boolean {
  const words = new Set(text.match(/\w+/g));
  return names.some((name) => words.has(name)) || /\.\.\.|mergeConfig|require\(['"]\.|from ['"]\./.test(text);
}
