import type { Location } from '../../model/location.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseJson, type Json } from '../../syntax/json.js';
import type { Module, ModuleGraph } from '../modules.js';
import { settingsFiles, yamlData } from './settings-files.js';

/** Most files of one program that are read. */
const MAX_MODULES = 1_500;

/** The modules a program may reach from its entry, all of them read. */
export interface Program {
  entry: Module;
  /** By file, in the order they are reached. */
  modules: ReadonlyMap<string, Module>;
  /** What an import leads to: a file of the repository, data, or a package by its specifier. */
  resolve(from: string, specifier: string): Target;
  /** What could not be read, each a clause with its place. */
  gaps: readonly { why: string; at: Location }[];
  /** What was left out of files with mistakes, told like the gaps: any value may be another by it. */
  leftOut: readonly { why: string; at: Location }[];
}

type Target =
  | { is: 'module'; module: Module }
  | { is: 'json'; json: Json }
  | { is: 'package'; specifier: string }
  /** It should be there and is not, or cannot be read. */
  | { is: 'missing'; why: string };

/**
 * Reads a program from its entry through what it imports; undefined with the reason where the entry cannot be read.
 * `settings`: the folder from which the package `config` reads files, each found as one that the entry requires.
 */
export async function loadProgram(
  repository: Repository,
  graph: ModuleGraph,
  entry: string,
  settings?: string,
): Promise<Program | { why: string; at: Location }> {
  const first = await graph.module(entry);
  if (first.is === 'unreadable') return { why: `${entry} ${first.why}`, at: first.at };
  const modules = new Map([[entry, first]]);
  const targets = new Map<string, Target>();
  const gaps: { why: string; at: Location }[] = [];
  for (const module of modules.values()) {
    for (const { specifier, at } of module.imports) {
      const key = `${module.file}\0${specifier}`;
      if (targets.has(key)) continue;
      const target = await targetOf(repository, graph, modules, module.file, specifier);
      targets.set(key, target);
      if (target.is === 'missing') gaps.push({ why: target.why, at });
    }
    const readsSettings = settings !== undefined && module.imports.some(({ specifier }) => specifier === 'config');
    for (const file of readsSettings ? settingsFiles(repository, settings) : []) {
      targets.set(`${entry}\0/${file}`, await settingsTarget(repository, graph, modules, file));
    }
    for (const specifier of module.joined) {
      const key = `${module.file}\0/${join(parent(module.file), specifier) ?? ''}`;
      if (!targets.has(key)) targets.set(key, await targetOf(repository, graph, modules, module.file, specifier));
    }
    for (const specifier of module.beginnings.flatMap((each) => begunSo(repository, module.file, each))) {
      const key = `${module.file}\0${specifier}`;
      if (!targets.has(key)) targets.set(key, await targetOf(repository, graph, modules, module.file, specifier));
    }
  }
  return {
    entry: first,
    modules,
    gaps,
    leftOut: [...modules.values()].flatMap(({ file, program }) =>
      program.leftOut.map((at) => ({ why: `a part of ${file} does not parse`, at })),
    ),
    resolve: (from, specifier) =>
      targets.get(`${from}\0${specifier}`) ??
      (specifier.startsWith('/')
        ? { is: 'missing', why: 'what is required depends on a value' }
        : { is: 'package', specifier }),
  };
}

/** Most files that one specifier which is put together may mean: there are more routes than environments. */
const MAX_MEANT = 12;

/** The specifiers of the files that one may mean which begins so. */
function begunSo(repository: Repository, from: string, beginning: string): readonly string[] {
  const before = beginning.slice(0, beginning.lastIndexOf('/') + 1);
  const folder = join(parent(from), before);
  const names = folder === undefined ? [] : repository.list(folder).map(({ name }) => name);
  const meant = names.filter(
    (name) =>
      before + name !== beginning &&
      (before + name).startsWith(beginning) &&
      /^[^.]+(?:\.[cm]?[jt]s|\.json)?$/.test(name),
  );
  if (meant.length > MAX_MEANT) return [];
  return meant.flatMap((name) => [before + name, before + name.replace(/\.[^.]*$/, '')]);
}

async function targetOf(
  repository: Repository,
  graph: ModuleGraph,
  modules: Map<string, Module>,
  from: string,
  specifier: string,
): Promise<Target> {
  const json = specifier.endsWith('.json') ? jsonAt(repository, join(parent(from), specifier)) : undefined;
  if (json) return { is: 'json', json };
  const found = await graph.resolve(from, specifier);
  if (found.is === 'external') return { is: 'package', specifier };
  if (found.is === 'asset') {
    const data = specifier.startsWith('.')
      ? jsonAt(repository, `${join(parent(from), specifier) ?? ''}.json`)
      : undefined;
    return data ? { is: 'json', json: data } : { is: 'missing', why: `${specifier} is no program` };
  }
  if (found.is === 'missing') return { is: 'missing', why: `${specifier} is not in the repository` };
  const known = modules.get(found.file);
  if (known) return { is: 'module', module: known };
  if (modules.size >= MAX_MODULES) return { is: 'missing', why: 'the program has too many files' };
  const module = await graph.module(found.file);
  if (module.is === 'unreadable') return { is: 'missing', why: `${found.file} ${module.why}` };
  modules.set(found.file, module);
  return { is: 'module', module };
}

async function settingsTarget(
  repository: Repository,
  graph: ModuleGraph,
  modules: Map<string, Module>,
  file: string,
): Promise<Target> {
  const isData = /\.(?:json|ya?ml)$/.test(file);
  const data = file.endsWith('.json')
    ? jsonAt(repository, file)
    : isData
      ? await yamlData(repository, file)
      : undefined;
  if (data) return { is: 'json', json: data };
  if (isData || !/\.[cm]?[jt]s$/.test(file)) return { is: 'missing', why: `${file} is not read` };
  const module = modules.get(file) ?? (await graph.module(file));
  if (module.is === 'unreadable') return { is: 'missing', why: `${file} ${module.why}` };
  modules.set(file, module);
  return { is: 'module', module };
}

function jsonAt(repository: Repository, path: string | undefined): Json | undefined {
  const source = path === undefined ? undefined : repository.read(path);
  return source?.is === 'text' && path !== undefined ? parseJson(source.text, path) : undefined;
}
