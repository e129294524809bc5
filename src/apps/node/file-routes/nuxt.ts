import { property, textOf, exportedObject } from '../../../code/literals.js';
import { readModule } from '../../../code/modules.js';
import { childOf } from '../../../repository/paths.js';
import { startOf } from '../../../syntax/lines.js';
import { bracketPaths, configurationDoubts, enterPage, enterStatic, filesIn, firstOf, hasOpenMiddle } from './found.js';
import { nothing, scripts, type App, type Found } from './found.js';

/** Settings of Nuxt by which no other path is answered (https://nuxt.com/docs/api/nuxt-config). */
const NUXT_HARMLESS = new Set([
  ...[
    'compatibilityDate',
    'devtools',
    'css',
    'runtimeConfig',
    'typescript',
    'vite',
    'postcss',
    'imports',
    'components',
  ],
  ...['devServer', 'telemetry', 'sourcemap', 'build', 'debug', 'future', 'vue', 'plugins'],
]);

/**
 * The routes of an app of Nuxt 3 or later: pages (https://nuxt.com/docs/guide/directory-structure/pages) and handlers of its server
 * (https://nuxt.com/docs/guide/directory-structure/server).
 */
export async function nuxtFiles(app: App): Promise<Found> {
  const found = nothing();
  found.doubts.push(...(await configurationDoubts(app, 'nuxt.config', NUXT_HARMLESS)));
  const adding = firstOf(app, ['modules', 'layers', 'server/plugins', ...scripts('app/router.options')]);
  if (adding !== undefined) found.doubts.push(`${adding} may add routes`);
  enterHandlers(app, 'server', found);
  enterStatic(app, 'public', found);
  const pages = ['pages', 'app/pages'].filter((name) => firstOf(app, [name]) !== undefined);
  const [folder] = pages;
  // Without pages its one component answers whatever is asked.
  if (folder === undefined || pages.length > 1) found.doubts.push('which pages it has is not decided');
  else enterPages(app, folder, found);
  const guards = ['middleware', 'app/middleware'].flatMap((name) => filesIn(app, name, found));
  if (guards.some((name) => name.includes('.global.'))) {
    found.guarded = true;
    found.doubts.push('middleware stands before all routes');
  }
  return found;
}

/** Settings of Nitro by which no other path is answered (https://nitro.build/config). */
const NITRO_HARMLESS = new Set(['compatibilityDate', 'srcDir', 'preset', 'imports', 'typescript', 'runtimeConfig']);

/** The routes of an app of Nitro alone (https://nitro.build/guide/routing). */
export async function nitroFiles(app: App): Promise<Found> {
  const found = nothing();
  found.doubts.push(...(await configurationDoubts(app, 'nitro.config', NITRO_HARMLESS)));
  const name = firstOf(app, scripts('nitro.config')) ?? '';
  const module = await readModule(app.repository, childOf(app.folder, name));
  const object = module.is === 'module' ? exportedObject(module.program.ast) : undefined;
  const source = object ? property(object, 'srcDir') : undefined;
  const folder = source?.is === 'set' ? textOf(source.value) : '';
  if (folder === undefined) return { ...found, doubts: ['its folder of sources is not decided'] };
  enterHandlers(app, folder.replace(/^\.\/|\/$/g, ''), found);
  enterStatic(app, 'public', found);
  if (firstOf(app, [childOf(folder, 'plugins')]) !== undefined) found.doubts.push('plugins may add routes');
  return found;
}

/** `api/health.get.ts`, `routes/feed.xml.ts`: the method stands before the ending. */
const HANDLER =
  /^(?<path>.*?)(?:\.(?<method>get|post|put|patch|delete|head|options|connect|trace))?(?<when>\.(?:dev|prod|prerender))?\.[cm]?[jt]sx?$/;

function enterHandlers(app: App, server: string, found: Found): void {
  if (filesIn(app, childOf(server, 'middleware'), found).length > 0) {
    found.guarded = true;
    found.doubts.push('middleware of the server stands before all routes');
  }
  for (const [name, prefix] of [['api', ['api']] as const, ['routes', []] as const]) {
    const folder = childOf(server, name);
    const full = childOf(app.folder, folder);
    for (const file of filesIn(app, folder, found)) enterHandler(childOf(full, file), file, prefix, found);
  }
}

function enterHandler(full: string, file: string, prefix: readonly string[], found: Found): void {
  const { path, method, when } = HANDLER.exec(file)?.groups ?? {};
  if (path === undefined) return;
  const segments = segmentsOf([...prefix, ...path.split('/')]);
  if (when !== undefined || hasOpenMiddle(segments)) found.doubts.push(`${full} is not followed`);
  const uncertain = when === undefined ? {} : { uncertain: `${full} is not there in each environment` };
  for (const each of bracketPaths(segments)) {
    found.routes.push({
      ...{ method: method?.toUpperCase() ?? 'ALL', path: each, at: startOf(full), guarded: false },
      ...uncertain,
    });
  }
}

/** Without groups, and without the name of an index. */
function segmentsOf(segments: readonly string[]): readonly string[] {
  const own = segments.filter((each) => !/^\(.*\)$/.test(each));
  return own.at(-1) === 'index' ? own.slice(0, -1) : own;
}

/** A page can say in its own text under which paths it is, and what stands before it. */
const OWN_PATH = /definePageMeta[^]*\b(?:path|alias|redirect|validate|middleware)\b/;

function enterPages(app: App, name: string, found: Found): void {
  for (const file of filesIn(app, name, found)) {
    const [, path] = /^(.*)\.(?:vue|[jt]sx?|mjs)$/.exec(file) ?? [];
    if (path === undefined) continue;
    const full = childOf(childOf(app.folder, name), file);
    const source = app.repository.read(full);
    const isOwn = source.is !== 'text' || OWN_PATH.test(source.text);
    const segments = segmentsOf(path.split('/'));
    if (isOwn || hasOpenMiddle(segments)) found.doubts.push(`${full} is not followed`);
    enterPage(full, bracketPaths(segments), found, isOwn ? `${full} says itself where it is` : undefined);
  }
}
