import type { Node } from '@babel/types';
import { bare, calleeName, textOf } from '../../../code/literals.js';
import { readModule } from '../../../code/modules.js';
import { childOf, join } from '../../../repository/paths.js';
import { startOf } from '../../../syntax/lines.js';
import { exportsOf } from './files.js';
import { configurationDoubts, enterStatic, firstOf, mentions, nothing, routeFilesIn, scripts } from './found.js';
import type { App, Found } from './found.js';

/** Settings by which no other path is answered (https://v2.remix.run/docs/file-conventions/remix-config). */
const REMIX_HARMLESS = new Set([
  ...['ignoredRouteFiles', 'serverModuleFormat', 'serverDependenciesToBundle', 'tailwind', 'postcss', 'future'],
  ...['serverBuildPath', 'serverPlatform', 'publicPath', 'assetsBuildDirectory', 'dev'],
]);

/** https://reactrouter.com/explanation/special-files#react-routerconfigts; `ssr` is looked at by itself. */
const ROUTER_HARMLESS = new Set(['future', 'ssr', 'buildDirectory', 'serverModuleFormat']);

/**
 * The routes of an app that `remix-serve` or `react-router-serve` serves: of `app/routes.ts`
 * (https://reactrouter.com/start/framework/routing), else the files of `app/routes`
 * (https://reactrouter.com/how-to/file-route-conventions).
 */
export async function reactRouterFiles(app: App): Promise<Found> {
  const found = nothing();
  found.doubts.push(
    ...(await configurationDoubts(app, 'remix.config', REMIX_HARMLESS)),
    ...(await configurationDoubts(app, 'react-router.config', ROUTER_HARMLESS)),
    ...['vite.config', 'react-router.config'].flatMap((name) =>
      mentions(app, name, /\b(?:routes|basename|appDirectory|base)\s*[:(]|ssr:(?!\s*true\b)/),
    ),
    ...mentions(app, 'app/root', /middleware/i),
    ...mentions(app, 'app/entry.server', /pathname|\.url\b/),
  );
  enterStatic(app, 'public', found);
  const table = firstOf(app, scripts('app/routes'));
  if (table === undefined) await enterFlat(app, found);
  else await enterTable(app, childOf(app.folder, table), found);
  return found;
}

async function enterModule({ repository }: App, file: string, path: string, found: Found): Promise<void> {
  const isExported = await exportsOf(repository, file);
  const route = { path, at: startOf(file), guarded: false };
  const isPage = isExported?.('default') === true || isExported?.('loader') === true;
  if (!isExported) found.routes.push({ ...route, method: 'ALL', uncertain: `${file} is not followed` });
  if (isPage) found.routes.push({ ...route, method: 'GET' });
  if (isExported?.('action') === true) found.routes.push({ ...route, method: 'POST' });
}

// ---- files

async function enterFlat(app: App, found: Found): Promise<void> {
  const files = routeFilesIn(app, 'app/routes', found);
  const root = firstOf(app, scripts('app/root'));
  const all = files.map((file) => [flatName(file), childOf(app.folder, `app/routes/${file}`)] as const);
  if (root === undefined) found.doubts.push('it has no root');
  for (const [name, file] of all) {
    if (name === undefined) continue;
    const path = flatPath(name);
    if (path === undefined) found.doubts.push(`${file} is not followed`);
    else if (path !== '') await enterModule(app, file, path, found);
  }
}

/** The name that tells the path: of the file, or of the folder of a `route` file. Other files of folders are no routes. */
function flatName(file: string): string | undefined {
  const [, name] = /^(.*)\.(?:[cm]?[jt]sx?|mdx?)$/.exec(file) ?? [];
  if (!name?.includes('/')) return name;
  const [, folder] = /^([^/]+)\/(?:route|index)$/.exec(name) ?? [];
  return folder;
}

/** Undefined where it is not decided, empty where the file only lies around others. */
function flatPath(name: string): string | undefined {
  if (/[()]/.test(name)) return undefined;
  // What stands in brackets is taken as it is.
  const segments = name.replace(/\[([^\]]*)\]/g, (_, text: string) => text.replaceAll('.', '\0')).split('.');
  const last = segments.at(-1) ?? '';
  if (last !== '_index' && last.startsWith('_')) return '';
  const shown = segments.filter((each) => !each.startsWith('_')).map((each) => each.replace(/_$/, ''));
  return `/${shown.map((each) => (each === '$' ? '*' : each.replace(/^\$/, ':').replaceAll('\0', '.'))).join('/')}`;
}

// ---- app/routes.ts

async function enterTable(app: App, file: string, found: Found): Promise<void> {
  const module = await readModule(app.repository, file);
  const exported =
    module.is === 'module'
      ? module.program.ast.program.body.find((each) => each.type === 'ExportDefaultDeclaration')
      : undefined;
  await enterEntries(app, file, exported?.declaration, '', found);
}

/** Deepest nesting that is followed. */
const MAX_DEPTH = 20;

async function enterEntries(
  app: App,
  file: string,
  node: Node | null | undefined,
  prefix: string,
  found: Found,
  depth = 0,
): Promise<void> {
  const list = unwrapped(node);
  const isFlat = list?.type === 'CallExpression' && calleeName(list.callee) === 'flatRoutes';
  if (isFlat && list.arguments.length === 0 && prefix === '') return enterFlat(app, found);
  if (list?.type === 'CallExpression' && calleeName(list.callee) === 'prefix') {
    const [path, inner] = list.arguments;
    const text = textOf(path);
    if (text !== undefined) return enterEntries(app, file, inner, under(prefix, text), found, depth + 1);
  }
  if (list?.type !== 'ArrayExpression' || depth > MAX_DEPTH) {
    found.doubts.push(`${file} is not followed`);
    return;
  }
  for (const each of list.elements) {
    if (each?.type === 'SpreadElement') await enterEntries(app, file, each.argument, prefix, found, depth + 1);
    else await enterEntry(app, file, unwrapped(each), prefix, found, depth);
  }
}

function unwrapped(node: Node | null | undefined): Node | undefined {
  const plain = bare(node);
  return plain?.type === 'AwaitExpression' ? bare(plain.argument) : plain;
}

/** `route(path, file, children)`, `index(file)`, `layout(file, children)`, the last two or three with options before the children. */
async function enterEntry(
  app: App,
  file: string,
  node: Node | undefined,
  prefix: string,
  found: Found,
  depth: number,
): Promise<void> {
  const call = node?.type === 'CallExpression' ? node : undefined;
  const name = call && calleeName(call.callee);
  const [first, ...rest] = call?.arguments ?? [];
  const module = textOf(name === 'route' ? rest[0] : first);
  const path = name === 'route' ? textOf(first) : '';
  const target = module === undefined ? undefined : join(childOf(app.folder, 'app'), module);
  const isKnown = name === 'route' || name === 'index' || name === 'layout';
  if (!isKnown || path === undefined || target === undefined || path.includes('?')) {
    found.doubts.push(`${file} is not followed`);
    return;
  }
  const own = under(prefix, path);
  if (name !== 'layout') await enterModule(app, target, own, found);
  const children = rest.find((each) => each.type === 'ArrayExpression');
  if (children) await enterEntries(app, file, children, own, found, depth + 1);
  else if (name !== 'index' && rest.slice(name === 'route' ? 1 : 0).length > 0)
    found.doubts.push(`${file} is not followed`);
}

function under(prefix: string, path: string): string {
  const joined = [...prefix.split('/'), ...path.split('/')].filter((each) => each !== '');
  return `/${joined.join('/')}`;
}
