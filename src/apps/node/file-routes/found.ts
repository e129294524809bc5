import { exportedObject, keyOf } from '../../../code/literals.js';
import { readModule } from '../../../code/modules.js';
import type { Location } from '../../../model/location.js';
import type { AppRoute } from '../../../model/routes.js';
import { childOf } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { startOf } from '../../../syntax/lines.js';
import { exportsOf, filesBelow } from './files.js';

/** What was found of an app whose routes are its files. */
export interface Found {
  routes: AppRoute[];
  /** Why they may not be all: clauses. */
  doubts: string[];
  /** Something stands before every route. */
  guarded: boolean;
  /** Where that stands, as far as it is one file. */
  guardedAt?: Location;
}

export function nothing(): Found {
  return { routes: [], doubts: [], guarded: false };
}

/** An app of one framework: the folder that it stands in, and what is asked of it. */
export interface App {
  repository: Repository;
  folder: string;
}

/**
 * The files below a folder of an app, by their paths from there; none where it is not there. That they are too many to be
 * listed is a doubt.
 */
export function filesIn({ repository, folder }: App, name: string, found: Found): readonly string[] {
  const files = filesBelow(repository, childOf(folder, name));
  if (!files && isFolder({ repository, folder }, name)) found.doubts.push(`${name} has too many files`);
  return files ?? [];
}

/** The same of the folder that holds all routes: that it is not there is a doubt, too. */
export function routeFilesIn(app: App, name: string, found: Found): readonly string[] {
  if (!isFolder(app, name)) found.doubts.push('which routes it has is not decided');
  return filesIn(app, name, found);
}

function isFolder({ repository, folder }: App, name: string): boolean {
  return repository.lookup(childOf(folder, name)).is === 'directory';
}

/** Enters what stands before every route: the first of these files, or folders, that is there. */
export function enterGuard(app: App, names: readonly string[], found: Found): void {
  const name = firstOf(app, names);
  if (name === undefined) return;
  const path = childOf(app.folder, name);
  found.guarded = true;
  found.guardedAt = startOf(path);
  found.doubts.push(`${path} stands before all routes`);
}

/** Enters each file as it is served from a folder of static files. */
export function enterStatic(app: App, name: string, found: Found): void {
  const folder = childOf(app.folder, name);
  for (const file of filesIn(app, name, found)) enterPage(childOf(folder, file), [`/${file}`], found);
}

export function enterPage(file: string, paths: readonly string[], found: Found, uncertain?: string): void {
  const at = startOf(file);
  const doubt = uncertain === undefined ? {} : { uncertain };
  for (const path of paths) found.routes.push({ method: 'GET', path, at, guarded: false, ...doubt });
}

const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/**
 * Enters a file that exports a function for each method. `others`: the name of the one that takes all methods without
 * one, where there may be such a one.
 */
export async function enterEndpoint(
  { repository }: App,
  file: string,
  paths: readonly string[],
  found: Found,
  others?: string,
): Promise<void> {
  const isExported = await exportsOf(repository, file);
  const route = { at: startOf(file), guarded: false };
  if (!isExported) {
    const uncertain = `${file} is not followed`;
    for (const path of paths) found.routes.push({ ...route, method: 'ALL', path, uncertain });
    return;
  }
  const all = others !== undefined && isExported(others) ? ['ALL'] : [];
  const methods = [...HTTP_METHODS.filter(isExported), ...all];
  found.routes.push(...paths.flatMap((path) => methods.map((method) => ({ ...route, method, path }))));
}

/** The first of these files, or folders, of an app that is there. */
export function firstOf({ repository, folder }: App, names: readonly string[]): string | undefined {
  return names.find((name) => {
    const { is } = repository.lookup(childOf(folder, name));
    return is === 'file' || is === 'directory';
  });
}

const SCRIPTS = ['ts', 'js', 'mjs', 'mts', 'cjs', 'cts', 'tsx', 'jsx'];

/** A name with each of the endings that scripts have. */
export function scripts(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => SCRIPTS.map((ending) => `${name}.${ending}`));
}

/** A doubt where a configuration, by its name without an ending, has something by which other paths may be answered. */
export function mentions(app: App, name: string, pattern: RegExp): readonly string[] {
  const file = firstOf(app, scripts(name));
  if (file === undefined) return [];
  const source = app.repository.read(childOf(app.folder, file));
  return source.is === 'text' && !pattern.test(source.text) ? [] : [`${file} may have other paths answered`];
}

/**
 * Why a configuration may have other paths answered than the files say: it says more than these keys, which change none.
 * `within`: the key whose object is asked, the others are harmless.
 */
export async function configurationDoubts(
  app: App,
  name: string,
  harmless: ReadonlySet<string>,
  within?: string,
): Promise<readonly string[]> {
  const file = firstOf(app, scripts(name));
  if (file === undefined) return [];
  const module = await readModule(app.repository, childOf(app.folder, file));
  const whole = module.is === 'module' ? exportedObject(module.program.ast) : undefined;
  if (!whole) return [`${file} is not followed`];
  const doubts: string[] = [];
  const ask = (properties: typeof whole.properties): void => {
    for (const each of properties) {
      const key = each.type === 'SpreadElement' ? undefined : keyOf(each);
      if (key === undefined) doubts.push(`${file} is not followed`);
      else if (within !== undefined && properties === whole.properties) {
        if (key !== within) continue;
        if (each.type === 'ObjectProperty' && each.value.type === 'ObjectExpression') ask(each.value.properties);
        else doubts.push(`${file} is not followed`);
      } else if (!harmless.has(key)) doubts.push(`\`${key}\` in ${file} may have other paths answered`);
    }
  };
  ask(whole.properties);
  return doubts;
}

/**
 * The paths of segments of files in which `[name]` is a parameter, `[[name]]` one that may be left out, and `[...name]` the rest,
 * which may be empty. Of a segment that is written in another way it stays open what it matches.
 */
export function bracketPaths(segments: readonly string[]): readonly string[] {
  const last = segments.at(-1);
  const plain = segments.map(segmentOf);
  const path = `/${plain.join('/')}`;
  const isOptional = last !== undefined && /^\[(?:\[|\.\.\.)/.test(last);
  return isOptional ? [`/${plain.slice(0, -1).join('/')}`, path] : [path];
}

function segmentOf(segment: string): string {
  if (/^\[?\[\.\.\.\w*\]\]?$/.test(segment)) return '*';
  const [, name] = /^\[(\w+)\]$/.exec(segment) ?? [];
  if (name !== undefined) return `:${name}`;
  return segment.includes('[') ? OPEN : segment;
}

/** A segment of which it is not decided what it matches. */
const OPEN = ':{open}';

/** A segment in the middle that may be left out, or that stands for several, cannot be written as one path. */
export function hasOpenMiddle(segments: readonly string[]): boolean {
  return segments.slice(0, -1).some((each) => /^\[(?:\[|\.\.\.)/.test(each));
}
