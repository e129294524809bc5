import type { Run } from '../../../code/run/run.js';
import { textIn, type Call, type JsValue } from '../../../code/run/values.js';
import type { AppRoute } from '../../../model/routes.js';
import { childOf, join } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { cell } from './plugins.js';
import type { Link } from './router.js';

/** What serves the files of a folder, by the names that lead to it; the folder is the first argument. */
const SERVING = new Set(['express.static', 'serve-static', 'koa-static', 'sirv', 'hono/serve-static.serveStatic']);

/** Most files of a folder that are listed. */
const MAX_FILES = 500;

/** The files that `express.static` and the like serve. Of a folder that the build makes, any path may be one. */
export function staticRoutes(
  run: Run,
  path: readonly string[],
  { args: [given, options], at }: Call,
): Link | undefined {
  const name = path.join('.');
  if (!SERVING.has(name) && !name.endsWith('.serveStatic')) return undefined;
  const folder = given && folderOf(given, run);
  const files = folder === undefined ? undefined : filesIn(run.machine.repository, folder);
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

/** The files below a folder, by their paths from there; undefined where it is not there, or has too many. */
function filesIn(repository: Repository, folder: string): readonly string[] | undefined {
  if (repository.lookup(folder).is !== 'directory') return undefined;
  const files: string[] = [];
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    for (const { name, is } of repository.list(childOf(folder, below))) {
      const path = childOf(below, name);
      if (is === 'directory') pending.push(path);
      else files.push(path);
      if (files.length + pending.length > MAX_FILES) return undefined;
    }
  }
  return files;
}
