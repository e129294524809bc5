import type { Run } from '../../../code/run/run.js';
import { textIn, type Call, type JsValue } from '../../../code/run/values.js';
import type { AppRoute } from '../../../model/routes.js';
import { join } from '../../../repository/paths.js';
import { filesBelow } from '../file-routes/files.js';
import { cell } from './plugins.js';
import type { Link } from './router.js';

/** What serves the files of a folder, by the names that lead to it; the folder is the first argument. */
const SERVING = new Set(['express.static', 'serve-static', 'koa-static', 'sirv', 'hono/serve-static.serveStatic']);

/** The files that `express.static` and the like serve. Of a folder that the build makes, any path may be one. */
export function staticRoutes(
  run: Run,
  path: readonly string[],
  { args: [given, options], at }: Call,
): Link | undefined {
  const name = path.join('.');
  if (!SERVING.has(name) && !name.endsWith('.serveStatic')) return undefined;
  const folder = given && folderOf(given, run);
  const files = folder === undefined ? undefined : filesBelow(run.machine.repository, folder);
  const route = { method: 'GET', at, guarded: false } satisfies Partial<AppRoute>;
  if (!files || cell(options, 'extensions')) {
    return {
      is: 'routes',
      routes: [{ ...route, path: '/*', uncertain: 'a folder of files is served that the build may make' }],
    };
  }
  const routes = files.flatMap((file): AppRoute[] => {
    const index = file.endsWith('index.html') ? [{ ...route, path: `/${file.slice(0, -'index.html'.length)}` }] : [];
    return [{ ...route, path: `/${file}` }, ...index];
  });
  return { is: 'routes', routes };
}

function folderOf(value: JsValue, { machine }: Run): string | undefined {
  if (value.is === 'path') return value.path;
  const text = textIn(value);
  return text === undefined || text.startsWith('/') ? undefined : join(machine.folder, text);
}
