import { childOf } from '../../../repository/paths.js';
import { bracketPaths, configurationDoubts, enterEndpoint, enterGuard, enterPage, enterStatic } from './found.js';
import { hasOpenMiddle, nothing, routeFilesIn, scripts, type App, type Found } from './found.js';

/** Settings of Astro by which no other path is answered (https://docs.astro.build/en/reference/configuration-reference/). */
const HARMLESS = new Set([
  ...['site', 'output', 'adapter', 'server', 'vite', 'markdown', 'image', 'compressHTML', 'devToolbar', 'security'],
  ...['prefetch', 'env', 'scopedStyleStrategy'],
]);

/** The routes of an app of Astro (https://docs.astro.build/en/guides/routing/, https://docs.astro.build/en/guides/endpoints/). */
export async function astroFiles(app: App): Promise<Found> {
  const found = nothing();
  found.doubts.push(...(await configurationDoubts(app, 'astro.config', HARMLESS)));
  enterGuard(app, ['src/middleware', ...scripts('src/middleware')], found);
  enterStatic(app, 'public', found);
  for (const file of routeFilesIn(app, 'src/pages', found)) await enter(app, file, found);
  return found;
}

async function enter(app: App, file: string, found: Found): Promise<void> {
  const { stem = '', ending } = /^(?<stem>.*)\.(?<ending>astro|mdx?|html|[jt]s)$/.exec(file)?.groups ?? {};
  const named = stem.split('/');
  // What begins with an underscore is no route.
  if (ending === undefined || named.some((each) => each.startsWith('_'))) return;
  const segments = named.at(-1) === 'index' ? named.slice(0, -1) : named;
  const full = childOf(app.folder, `src/pages/${file}`);
  if (hasOpenMiddle(segments)) found.doubts.push(`${full} is not followed`);
  const paths = bracketPaths(segments);
  const isDynamic = stem.includes('[');
  if (/^[jt]s$/.test(ending) && !isDynamic) await enterEndpoint(app, full, paths, found, 'ALL');
  // One that is made when the app is built answers those paths alone that it names.
  else enterPage(full, paths, found, isDynamic ? `${full} may answer some paths alone` : undefined);
}
