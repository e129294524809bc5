import { exportedObject, property, textOf } from '../../../code/literals.js';
import { readModule } from '../../../code/modules.js';
import { childOf } from '../../../repository/paths.js';
import { startOf } from '../../../syntax/lines.js';
import { joined } from '../routes/patterns.js';
import { enterEndpoint, enterGuard, enterPage, enterStatic, filesIn, firstOf, nothing } from './found.js';
import type { App, Found } from './found.js';

/**
 * The routes of an app of Next (https://nextjs.org/docs/app/api-reference/file-conventions,
 * https://nextjs.org/docs/pages/building-your-application/routing).
 */
export async function nextFiles(app: App): Promise<Found> {
  const found = nothing();
  const settings = await settingsOf(app);
  if (!settings) return { ...found, doubts: ['the configuration of Next is not followed'] };
  found.doubts.push(...settings.doubts);
  const folders = ['app', 'src/app', 'pages', 'src/pages'].filter((name) => firstOf(app, [name]) !== undefined);
  if (folders.length === 0) found.doubts.push('it has no folder of pages');
  for (const folder of folders) {
    for (const file of filesIn(app, folder, found)) {
      if (folder.endsWith('pages')) enterPageFile(app, folder, file, found);
      else await enterAppFile(app, folder, file, found);
    }
  }
  enterStatic(app, 'public', found);
  enterGuard(app, GUARDS, found);
  return { ...found, routes: found.routes.map((route) => ({ ...route, path: joined(settings.basePath, route.path) })) };
}

interface Settings {
  basePath: string;
  doubts: readonly string[];
}

const CONFIGURATIONS = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'];

/** Settings by which other paths are answered than files say. */
const CHANGING = ['rewrites', 'redirects', 'i18n', 'pageExtensions'];

async function settingsOf(app: App): Promise<Settings | undefined> {
  const file = firstOf(app, CONFIGURATIONS);
  if (file === undefined) return { basePath: '', doubts: [] };
  const module = await readModule(app.repository, childOf(app.folder, file));
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
const GUARDS = ['middleware', 'proxy'].flatMap((name) =>
  ['ts', 'js', 'mjs'].flatMap((ending) => [`${name}.${ending}`, `src/${name}.${ending}`]),
);

/** The folder of a file below a folder of routes, and its name without the ending of a script. */
const SCRIPT = /^(?<stem>.*?)(?<name>[^/]+)\.[cm]?[jt]sx?$/;

function enterPageFile(app: App, folder: string, file: string, found: Found): void {
  const { stem = '', name } = SCRIPT.exec(file)?.groups ?? {};
  if (name === undefined) return;
  const at = startOf(childOf(app.folder, `${folder}/${file}`));
  for (const path of pagePaths(stem, name)) {
    found.routes.push({ method: path.startsWith('/api/') ? 'ALL' : 'GET', path, at, guarded: false });
  }
}

async function enterAppFile(app: App, folder: string, file: string, found: Found): Promise<void> {
  const { stem = '', name } = SCRIPT.exec(file)?.groups ?? {};
  const paths = appPaths(stem);
  if (!paths) return;
  const full = childOf(app.folder, `${folder}/${file}`);
  if (name === 'page') enterPage(full, paths, found);
  if (name === 'route') await enterEndpoint(app, full, paths, found);
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
