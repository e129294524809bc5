import type { RefusedRoute, Route } from '../../model/service.js';
import { itemsOf, valueOf } from '../../syntax/yaml.js';
import { locationOf } from './problems.js';
import { textOf, type Resource } from './resources.js';
import { firstKey } from './tree.js';

/** The routes of a static site, by https://render.com/docs/redirects-rewrites. */
export function routesOf({ file, node }: Resource): {
  routes: readonly Route[];
  refusedRoutes: readonly RefusedRoute[];
} {
  const publishPath = textOf(valueOf(node, 'staticPublishPath')) ?? '';
  const routes: Route[] = [];
  const refusedRoutes: RefusedRoute[] = [];
  for (const item of itemsOf(valueOf(node, 'routes'))) {
    const at = locationOf(file, (item.is === 'map' ? firstKey(item)?.keyRange : undefined) ?? item.range);
    const [type, source, destination] = ['type', 'source', 'destination'].map((key) => textOf(valueOf(item, key)));
    if ((type === 'redirect' || type === 'rewrite') && source !== undefined && destination !== undefined) {
      routes.push({
        type,
        source,
        destination,
        matches: matchesOf(source),
        leadsTo: leadsTo(destination, publishPath),
        at,
      });
    } else refusedRoutes.push({ at });
  }
  return { routes, refusedRoutes };
}

/** Which paths a source matches. In a source, `*` stands for any text and `:name` for a segment; all else for itself. */
export function matchesOf(source: string): Route['matches'] {
  const path = source.trim();
  if (EVERY_PATH.test(path)) return 'all';
  if (REGULAR_EXPRESSION.test(path)) return 'literal-pattern';
  return path === '/' ? 'root' : 'some';
}

/** `/*`, `/**`, `*` and `/:path*`. */
const EVERY_PATH = /^\/?(?:\*{1,2}|:\w+\*)$/;

/** `/.*`, `/(.*)`, `^/.*$`: meant as a regular expression for every path. */
const REGULAR_EXPRESSION = /^\^?\/?\(?\.[*+]\)?\$?$/;

/** What stands at a destination, whose path starts at the publish directory. */
export function leadsTo(destination: string, publishPath: string): Route['leadsTo'] {
  const path = destination.trim();
  if (INDEX_PAGE.test(path)) return 'index';
  return isNoFile(path, publishPath) ? 'nowhere' : 'other';
}

/** The index page, however its path is written. */
const INDEX_PAGE = /^(?:\.?\/)?(?:index\.html)?$/;

/** A path with a wildcard, or one to the index page that begins with the publish directory or the end of its path. */
function isNoFile(path: string, publishPath: string): boolean {
  if (path.startsWith('/') && path.includes('*')) return true;
  const folders = publishPath.split('/').filter((name) => name !== '' && name !== '.');
  const plain = path.replace(/^\.?\//, '');
  return folders.some((_, index) => plain === `${folders.slice(index).join('/')}/index.html`);
}
