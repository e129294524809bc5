import { childOf, join, parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { member, parseJson, stringAt, stringsOf, type Json } from '../syntax/json.js';
import { foldersUp } from './packages.js';

/** A prefix of import specifiers that stands for a path. */
export interface Alias {
  /** The prefix, `@` or `@/` alike, or the whole specifier. */
  find: string;
  /** The path it stands for, relative to the repository's root. */
  replacement: string;
}

/** What a specifier may mean by the tsconfig.json (or jsconfig.json) in force: paths to try, in order. */
export type TypeScriptPaths = (specifier: string) => readonly string[];

/** The paths an alias gives; empty where it does not apply. */
export function aliased(alias: Alias, specifier: string): readonly string[] {
  if (specifier === alias.find) return [alias.replacement];
  const prefix = alias.find.endsWith('/') ? alias.find : `${alias.find}/`;
  if (!specifier.startsWith(prefix)) return [];
  return pathsOf(join(alias.replacement, specifier.slice(prefix.length)));
}

function pathsOf(path: string | undefined): readonly string[] {
  return path === undefined ? [] : [path];
}

/** Longest chain of `extends` and `references` that is followed. */
const MAX_CHAIN = 10;

/** The `paths` and `baseUrl` in force for the files of a folder; nothing where no tsconfig.json or jsconfig.json is. */
export function typeScriptPaths(repository: Repository, folder: string): TypeScriptPaths {
  for (const each of foldersUp(folder)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = childOf(each, name);
      if (repository.lookup(file).is === 'file') return combined(configChain(repository, file));
    }
  }
  return () => [];
}

/** One configuration file. */
interface Config {
  folder: string;
  json: Json;
}

/**
 * A configuration with those it extends and refers to: Vite's templates keep `paths` in a tsconfig.app.json that the
 * tsconfig.json refers to. The nearest comes first, which is what overriding amounts to when all are tried in turn.
 */
function configChain(repository: Repository, start: string): readonly Config[] {
  const chain: Config[] = [];
  const pending = [start];
  const seen = new Set<string>();
  for (let file = pending.shift(); file !== undefined && chain.length < MAX_CHAIN; file = pending.shift()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = repository.read(file);
    const json = source.is === 'text' ? parseJson(source.text, file) : undefined;
    if (!json) continue;
    const folder = parent(file);
    chain.push({ folder, json });
    const references = member(json, 'references');
    const referred = references?.is === 'array' ? references.items.flatMap((item) => stringAt(item, 'path') ?? []) : [];
    for (const path of [...stringsOf(member(json, 'extends')), ...referred])
      pending.push(...configFile(repository, folder, path));
  }
  return chain;
}

/** The file meant by `extends` or a reference: packages are not in the repository, so only paths are followed. */
function configFile(repository: Repository, folder: string, path: string): readonly string[] {
  if (!path.startsWith('.')) return [];
  const full = join(folder, path);
  if (full === undefined) return [];
  return [full, `${full}.json`, childOf(full, 'tsconfig.json')]
    .filter((file) => repository.lookup(file).is === 'file')
    .slice(0, 1);
}

function combined(chain: readonly Config[]): TypeScriptPaths {
  const tables = chain.map(({ folder, json }) => {
    const options = member(json, 'compilerOptions');
    const baseUrl = stringAt(options, 'baseUrl');
    const base = baseUrl === undefined ? undefined : join(folder, baseUrl);
    return { base, paths: patternsOf(member(options, 'paths'), base ?? folder) };
  });
  return (specifier) => [
    ...tables.flatMap(({ paths }) => paths.flatMap((match) => match(specifier))),
    ...tables.flatMap(({ base }) => (base === undefined ? [] : pathsOf(join(base, specifier)))),
  ];
}

function patternsOf(paths: Json | undefined, base: string): readonly TypeScriptPaths[] {
  if (paths?.is !== 'object') return [];
  return [...paths.members].map(([pattern, { value }]) => {
    const targets = stringsOf(value);
    const [before = '', after] = pattern.split('*', 2);
    return (specifier) => {
      const wildcard = wildcardOf(specifier, before, after);
      return wildcard === undefined
        ? []
        : targets.flatMap((target) => pathsOf(join(base, target.split('*').join(wildcard))));
    };
  });
}

/** What `*` stands for; undefined where the specifier does not match. Without a `*`, both must be equal. */
function wildcardOf(specifier: string, before: string, after: string | undefined): string | undefined {
  if (after === undefined) return specifier === before ? '' : undefined;
  const fits =
    specifier.startsWith(before) && specifier.endsWith(after) && specifier.length >= before.length + after.length;
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}
