import { childOf } from '../../../repository/paths.js';
import { bracketPaths, configurationDoubts, enterEndpoint, enterGuard, enterPage, enterStatic } from './found.js';
import { hasOpenMiddle, mentions, nothing, routeFilesIn, scripts, type App, type Found } from './found.js';

/** Settings of SvelteKit by which no other path is answered (https://svelte.dev/docs/kit/configuration). */
const HARMLESS = new Set(['adapter', 'alias', 'csp', 'csrf', 'env', 'typescript', 'version', 'prerender', 'output']);

/** The routes of an app of SvelteKit (https://svelte.dev/docs/kit/routing, https://svelte.dev/docs/kit/advanced-routing). */
export async function svelteFiles(app: App): Promise<Found> {
  const found = nothing();
  found.doubts.push(
    ...(await configurationDoubts(app, 'svelte.config', HARMLESS, 'kit')),
    // From version 3 on its settings are given to its plugin of Vite (https://svelte.dev/docs/kit/configuration).
    ...mentions(app, 'vite.config', /\b(?:paths|files|base)\s*[:,}]/),
  );
  const hooks = ['src/hooks.server', 'src/hooks'].flatMap((each) => [...scripts(each), each]);
  enterGuard(app, hooks, found);
  enterStatic(app, 'static', found);
  for (const file of routeFilesIn(app, 'src/routes', found)) await enter(app, file, found);
  return found;
}

async function enter(app: App, file: string, found: Found): Promise<void> {
  const { stem = '', kind } =
    /^(?<stem>.*\/)?\+(?<kind>page|server)(?:@[^/]*?)?(?:\.server)?\.(?:svelte|[jt]s)$/.exec(file)?.groups ?? {};
  if (kind === undefined) return;
  const segments = stem.split('/').filter((each) => each !== '' && !/^\(.*\)$/.test(each));
  const full = childOf(app.folder, `src/routes/${file}`);
  if (hasOpenMiddle(segments)) found.doubts.push(`${full} is not followed`);
  const paths = bracketPaths(segments);
  if (kind === 'page') enterPage(full, paths, found);
  else await enterEndpoint(app, full, paths, found, 'fallback');
}
