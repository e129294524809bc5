import { childOf } from '../../../repository/paths.js';
import { startOf } from '../../../syntax/lines.js';
import { filesBelow } from './files.js';
import { bracketPaths, configurationDoubts, enterEndpoint, enterPage, enterStatic } from './found.js';
import { firstOf, hasOpenMiddle, mentions, nothing, scripts, type App, type Found } from './found.js';

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
  const hooks = firstOf(
    app,
    ['src/hooks.server', 'src/hooks'].flatMap((each) => [...scripts(each), each]),
  );
  if (hooks !== undefined) {
    found.guarded = true;
    found.guardedAt = startOf(childOf(app.folder, hooks));
    found.doubts.push(`${hooks} stands before all routes`);
  }
  enterStatic(app, 'static', found);
  const folder = childOf(app.folder, 'src/routes');
  const files = filesBelow(app.repository, folder);
  if (!files) found.doubts.push('which routes it has is not decided');
  for (const file of files ?? []) await enter(app, folder, file, found);
  return found;
}

async function enter(app: App, root: string, file: string, found: Found): Promise<void> {
  const { stem = '', kind } =
    /^(?<stem>.*\/)?\+(?<kind>page|server)(?:@[^/]*?)?(?:\.server)?\.(?:svelte|[jt]s)$/.exec(file)?.groups ?? {};
  if (kind === undefined) return;
  const segments = stem.split('/').filter((each) => each !== '' && !/^\(.*\)$/.test(each));
  const full = childOf(root, file);
  if (hasOpenMiddle(segments)) found.doubts.push(`${full} is not followed`);
  const paths = bracketPaths(segments);
  if (kind === 'page') enterPage(full, paths, found);
  else await enterEndpoint(app, full, paths, 'fallback', found);
}
