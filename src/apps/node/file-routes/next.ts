import { exportedObject, property, textOf } from '../../../code/literals.js';
import { readModule } from '../../../code/modules.js';
import type { Process } from '../../../model/process.js';
import type { AppRoute, Routes } from '../../../model/routes.js';
import { childOf, join } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { startOf } from '../../../syntax/lines.js';
import { joined } from '../routes/patterns.js';
import { exportedMethods, filesBelow } from './files.js';

/**
 * The routes of a Next app, which are its files (https://nextjs.org/docs/app/api-reference/file-conventions,
 * https://nextjs.org/docs/pages/building-your-application/routing); undefined where the process runs none.
 */
export async function nextRoutes(repository: Repository, process: Process): Promise<Routes | undefined> {
  const { program, steps } = process;
  if (program.name !== 'next') return undefined;
  const folder = folderOf(process);
  const settings = folder === undefined ? undefined : await settingsOf(repository, folder);
  if (folder === undefined || !settings) {
    return { routes: [], complete: false, why: 'the configuration of Next is not followed', steps };
  }
  const found = await filesOf(repository, folder);
  const before = middleware(repository, folder);
  const standing = before === undefined ? [] : [`${before} stands before all routes`];
  const doubts = [...settings.doubts, ...found.doubts, ...standing];
  const guard = before === undefined ? {} : { guarded: true, guardedAt: startOf(before) };
  const routes = found.routes.map((route) => ({ ...route, ...guard, path: joined(settings.basePath, route.path) }));
  const [why] = doubts;
  return { routes, complete: why === undefined, ...(why !== undefined && { why }), steps };
}

/** `next start [folder]`. */
function folderOf({ program, folder }: Process): string | undefined {
  const [, command, given] = program.words;
  if (command !== 'start' || given === undefined || given.startsWith('-')) return folder;
  return join(folder, given);
}

interface Settings {
  basePath: string;
  doubts: readonly string[];
}

const CONFIGURATIONS = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'];

/** Settings by which other paths are answered than files say. */
const CHANGING = ['rewrites', 'redirects', 'i18n', 'pageExtensions'];

async function settingsOf(repository: Repository, folder: string): Promise<Settings | undefined> {
  const file = CONFIGURATIONS.map((name) => childOf(folder, name)).find(
    (each) => repository.lookup(each).is === 'file',
  );
  if (file === undefined) return { basePath: '', doubts: [] };
  const module = await readModule(repository, file);
  const object = module.is === 'module' ? exportedObject(module.program.ast) : undefined;
  if (!object) return undefined;
  const doubts = CHANGING.filter((name) => property(object, name).is !== 'unset').map(
    (name) => `\`${name}\` of its configuration may answer other paths`,
  );
  const basePath = property(object, 'basePath');
  if (basePath.is === 'unset') return { basePath: '', doubts };
  const text = basePath.is === 'set' ? textOf(basePath.value) : undefined;
  return text === undefined ? undefined : { basePath: text, doubts };
}

/** What stands before every route may refuse a request or answer it (https://nextjs.org/docs/app/api-reference/file-conventions/proxy). */
function middleware(repository: Repository, folder: string): string | undefined {
  const names = ['middleware', 'proxy'].flatMap((name) => ['ts', 'js', 'mjs'].map((ending) => `${name}.${ending}`));
  const paths = names.flatMap((name) => [childOf(folder, name), childOf(childOf(folder, 'src'), name)]);
  return paths.find((each) => repository.lookup(each).is === 'file');
}

interface Found {
  routes: AppRoute[];
  doubts: string[];
}

async function filesOf(repository: Repository, folder: string): Promise<Found> {
  const found: Found = { routes: [], doubts: [] };
  let any = false;
  for (const name of ['app', 'src/app', 'pages', 'src/pages', 'public']) {
    const files = filesBelow(repository, childOf(folder, name));
    if (!files) {
      if (repository.lookup(childOf(folder, name)).is === 'directory') found.doubts.push('it has too many files');
      continue;
    }
    any ||= name !== 'public';
    for (const file of files) await enter(repository, childOf(folder, name), file, name, found);
  }
  if (!any) found.doubts.push('it has no folder of pages');
  return found;
}

async function enter(repository: Repository, folder: string, file: string, kind: string, found: Found): Promise<void> {
  const full = childOf(folder, file);
  const at = startOf(full);
  if (kind === 'public') {
    found.routes.push({ method: 'GET', path: `/${file}`, at, guarded: false });
    return;
  }
  const [, stem = '', name = ''] = /^(?<stem>.*?)(?<name>[^/]+)\.[cm]?[jt]sx?$/.exec(file) ?? [];
  if (name === '') return;
  if (kind.endsWith('pages')) {
    for (const path of pagePaths(stem, name)) {
      found.routes.push({ method: path.startsWith('/api/') ? 'ALL' : 'GET', path, at, guarded: false });
    }
    return;
  }
  const paths = appPaths(stem);
  if (!paths) return;
  if (name === 'page') found.routes.push(...paths.map((path) => ({ method: 'GET', path, at, guarded: false })));
  if (name !== 'route') return;
  const exported = await exportedMethods(repository, full);
  for (const path of paths) {
    if (!exported) found.routes.push({ method: 'ALL', path, at, guarded: false, uncertain: `${full} is not followed` });
    for (const method of exported?.methods ?? []) found.routes.push({ method, path, at, guarded: false });
  }
}

/** The paths of a folder of the app router; undefined for private folders and routes that only take the place of others. */
function appPaths(stem: string): readonly string[] | undefined {
  const segments = stem.split('/').filter((each) => each !== '');
  if (segments.some((each) => each.startsWith('_') || /^\(\.{1,3}\)/.test(each))) return undefined;
  return pathsOf(segments.filter((each) => !/^\(.*\)$/.test(each) && !each.startsWith('@')));
}

function pagePaths(stem: string, name: string): readonly string[] {
  const segments = stem.split('/').filter((each) => each !== '');
  if (segments.length === 0 && /^(?:_app|_document|_error|404|500|_middleware)$/.test(name)) return [];
  return pathsOf(name === 'index' ? segments : [...segments, name]);
}

/** `[name]` is a parameter, `[...name]` the rest, `[[...name]]` also none. */
function pathsOf(segments: readonly string[]): readonly string[] {
  const plain = segments.map((each) => {
    if (/^\[\[?\.\.\./.test(each)) return '*';
    return /^\[.*\]$/.test(each) ? `:${each.slice(1, -1).replace(/\W/g, '_')}` : each;
  });
  const path = `/${plain.join('/')}`;
  const isOptional = segments.at(-1)?.startsWith('[[...') === true;
  return isOptional ? [`/${plain.slice(0, -1).join('/')}`, path] : [path];
}
