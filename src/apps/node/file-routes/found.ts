import { exportedObject, keyOf } from '../../../code/literals.js';
import { readModule } from '../../../code/modules.js';
import type { Location } from '../../../model/location.js';
import type { AppRoute } from '../../../model/routes.js';
import { childOf } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { startOf } from '../../../syntax/lines.js';
import { exportedMethods, filesBelow } from './files.js';

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

/** Enters a file as it is served from a folder of static files. */
export function enterStatic({ repository, folder }: App, name: string, found: Found): void {
  const files = filesBelow(repository, childOf(folder, name));
  if (!files) {
    if (repository.lookup(childOf(folder, name)).is === 'directory') found.doubts.push(`${name} has too many files`);
    return;
  }
  for (const file of files) enterPage(childOf(childOf(folder, name), file), [`/${file}`], found);
}

export function enterPage(file: string, paths: readonly string[], found: Found, uncertain?: string): void {
  const at = startOf(file);
  const doubt = uncertain === undefined ? {} : { uncertain };
  for (const path of paths) found.routes.push({ method: 'GET', path, at, guarded: false, ...doubt });
}

/** Enters a file that exports a function for each method. `others`: the one that takes all methods without one. */
export async function enterEndpoint(
  { repository }: App,
  file: string,
  paths: readonly string[],
  others: string,
  found: Found,
): Promise<void> {
  const exported = await exportedMethods(repository, file, others);
  const at = startOf(file);
  for (const path of paths) {
    if (!exported) found.routes.push({ method: 'ALL', path, at, guarded: false, uncertain: `${file} is not followed` });
    for (const method of exported?.methods ?? []) found.routes.push({ method, path, at, guarded: false });
  }
}

/** The first of these files, or folders, of an app that is there. */
export function firstOf({ repository, folder }: App, names: readonly string[]): string | undefined {
  return names.find((name) => {
    const { is } = repository.lookup(childOf(folder, name));
    return is === 'file' || is === 'directory';
  });
}

export const SCRIPTS = ['ts', 'js', 'mjs', 'mts', 'cjs', 'cts', 'tsx', 'jsx'];

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
