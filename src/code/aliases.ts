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

/** The tsconfig.json or jsconfig.json in force for the files of a folder. */
export function typeScriptConfig(repository: Repository, folder: string): string | undefined {
  return foldersUp(folder)
    .flatMap((each) => [childOf(each, 'tsconfig.json'), childOf(each, 'jsconfig.json')])
    .find((file) => repository.lookup(file).is === 'file');
}

/** The `paths` and `baseUrl` of a tsconfig.json. */
export function typeScriptPaths(repository: Repository, file: string): TypeScriptPaths {
  return combined(configChain(repository, file));
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
    ...tables.flatMap(({ paths }) => paths(specifier)),
    ...tables.flatMap(({ base }) => (base === undefined ? [] : pathsOf(join(base, specifier)))),
  ];
}

/** Most targets of one table that are tried for one import. */
const MAX_TARGETS = 50;

/** A pattern with a `*`: what stands behind it, and the targets. */
interface Wildcard {
  after: string;
  targets: readonly string[];
}

/** A table of `paths`: an exact match comes first, then the longest prefix (https://www.typescriptlang.org/tsconfig/#paths). */
function patternsOf(paths: Json | undefined, base: string): TypeScriptPaths {
  const exact = new Map<string, readonly string[]>();
  const wildcards = new Map<string, Wildcard[]>();
  for (const [pattern, { value }] of paths?.is === 'object' ? paths.members : []) {
    const targets = stringsOf(value);
    const [before = '', after] = pattern.split('*', 2);
    const same = wildcards.get(before) ?? [];
    if (after === undefined) exact.set(pattern, targets);
    else {
      same.push({ after, targets });
      wildcards.set(before, same);
    }
  }
  const lengths = [...new Set([...wildcards.keys()].map(({ length }) => length))].sort((one, other) => other - one);
  return (specifier) => {
    const found = [...(exact.get(specifier) ?? [])];
    for (const length of lengths) {
      if (length > specifier.length || found.length > MAX_TARGETS) continue;
      for (const { after, targets } of wildcards.get(specifier.slice(0, length)) ?? []) {
        const wildcard = wildcardOf(specifier, length, after);
        if (wildcard !== undefined) found.push(...targets.map((target) => target.split('*').join(wildcard)));
      }
    }
    return found.slice(0, MAX_TARGETS).flatMap((path) => pathsOf(join(base, path)));
  };
}

/** What `*` stands for behind a prefix that fits; undefined where the rest does not. */
function wildcardOf(specifier: string, length: number, after: string): string | undefined {
  const end = specifier.length - after.length;
  return end >= length && specifier.endsWith(after) ? specifier.slice(length, end) : undefined;
}
