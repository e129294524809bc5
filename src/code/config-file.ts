import type { Node, ObjectExpression } from '@babel/types';
import type { Alias } from './aliases.js';
import { SCRIPT_EXTENSIONS } from './extensions.js';
import { constant, exportedObject, keyOf, pathOf, property, textOf, valueAt } from './literals.js';
import { readModule, type Module, type Unreadable } from './modules.js';
import { childOf, join } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';

/** A builder's configuration file. */
export interface ConfigFile {
  is: 'config';
  folder: string;
  module: Module;
  /** What it exports; undefined where that is put together in a way that is not read. */
  object: ObjectExpression | undefined;
}

/**
 * The configuration file of a folder, by its name without extension, or the one that is named by an option.
 * Undefined where there is none.
 */
export async function readConfig(
  repository: Repository,
  folder: string,
  name: string,
  named?: string,
): Promise<ConfigFile | Unreadable | undefined> {
  const file =
    named === undefined
      ? SCRIPT_EXTENSIONS.map((extension) => childOf(folder, `${name}.${extension}`)).find(
          (each) => repository.lookup(each).is === 'file',
        )
      : join(folder, named);
  if (file === undefined) return undefined;
  const module = await readModule(repository, file);
  if (module.is === 'unreadable') return module;
  return { is: 'config', folder, module, object: exportedObject(module.program.ast) };
}

/** The value under a path of keys, where it is written as such. */
export function configured({ module, object }: ConfigFile, ...path: readonly string[]): Node | undefined {
  return valueAt(module.program.ast, object, ...path);
}

/** Whether a key is set, to whatever value. */
export function isSet({ object }: ConfigFile, key: string): boolean {
  return object !== undefined && property(object, key).is === 'set';
}

/** What a configuration sets under a path of keys; `unreadable` where that is put together in a way that is not read. */
export type Setting = { is: 'set'; node: Node } | { is: 'unset' } | { is: 'unreadable' };

export function settingOf({ module, object }: ConfigFile, ...path: readonly string[]): Setting {
  if (!object) return { is: 'unreadable' };
  let node: Node = object;
  for (const key of path) {
    if (node.type !== 'ObjectExpression') return { is: 'unreadable' };
    const found = property(node, key);
    if (found.is === 'unset') return found;
    const value = found.is === 'set' ? constant(module.program.ast, found.value) : undefined;
    if (!value) return { is: 'unreadable' };
    node = value;
  }
  return { is: 'set', node };
}

/** The path under a path of keys, relative to the repository's root; undefined where it is not set or cannot be read. */
function configuredPath(config: ConfigFile, ...path: readonly string[]): string | undefined {
  return configPath(config, configured(config, ...path));
}

export function configPath({ module, folder }: ConfigFile, node: Node | undefined): string | undefined {
  return pathOf(module.program.ast, node, folder);
}

/** The aliases of `resolve.alias`, as Vite, webpack and their kin write them; those that cannot be read are left out. */
export function configuredAliases(config: ConfigFile, ...path: readonly string[]): readonly Alias[] {
  const value = configured(config, ...path);
  if (value?.type === 'ObjectExpression') {
    return value.properties.flatMap((each) => {
      if (each.type !== 'ObjectProperty') return [];
      return aliasOf(keyOf(each), configPath(config, each.value));
    });
  }
  if (value?.type !== 'ArrayExpression') return [];
  return value.elements.flatMap((each) => {
    if (each?.type !== 'ObjectExpression') return [];
    const { ast } = config.module.program;
    return aliasOf(textOf(valueAt(ast, each, 'find')), configPath(config, valueAt(ast, each, 'replacement')));
  });
}

function aliasOf(find: string | undefined, replacement: string | undefined): readonly Alias[] {
  // webpack marks an exact match by `$`, which makes no difference to what is found.
  return find === undefined || replacement === undefined ? [] : [{ find: find.replace(/\$$/, ''), replacement }];
}

/** The value of an option of a command, `--config x` and `--config=x` alike. */
export function optionOf(words: readonly (string | undefined)[], ...names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word === undefined) continue;
    if (names.includes(word)) return words[index + 1];
    const name = names.find((each) => word.startsWith(`${each}=`));
    if (name !== undefined) return word.slice(name.length + 1);
  }
  return undefined;
}

/** The root of a Vite project: what the command or the configuration names, else the folder itself. Undefined where it cannot be read. */
export function viteRoot(
  config: ConfigFile | undefined,
  folder: string,
  words: readonly (string | undefined)[],
): string | undefined {
  const written = words[2]?.startsWith('-') === false ? words[2] : undefined;
  if (written !== undefined) return join(folder, written);
  return config && isSet(config, 'root') ? configuredPath(config, 'root') : folder;
}

/** Whether a Vite configuration builds a library. */
export function buildsLibrary(config: ConfigFile): boolean {
  const build = configured(config, 'build');
  return build?.type === 'ObjectExpression' && isSet({ ...config, object: build }, 'lib');
}
