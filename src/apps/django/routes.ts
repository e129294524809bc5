import type { Binding } from '../../code/python/evaluate/names.js';
import { runModule, type EvaluatedModule, type RunOptions } from '../../code/python/evaluate/run.js';
import { alternatives, isSequence, type Arguments, type Evaluated } from '../../code/python/evaluate/values.js';
import { resolveModule } from '../../code/python/modules.js';
import type { Step } from '../../model/finding.js';
import type { Process } from '../../model/process.js';
import type { AppRoute, Routes } from '../../model/routes.js';
import { knownValue } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { projectOf } from './project.js';
import { djangoSettings, type DjangoSettings } from './settings.js';

/** Deepest chain of `include()`. */
const MAX_DEPTH = 8;

/** The routes of a process that starts Django; undefined where it starts something else. Never rejects. */
export async function djangoProcessRoutes(repository: Repository, process: Process): Promise<Routes | undefined> {
  const project = await projectOf(repository, process, (environment) => environment);
  if (!project) return undefined;
  const settings = await djangoSettings(repository, project);
  if (project.is === 'undecided' || settings.is === 'undecided') {
    const { why } = project.is === 'undecided' ? project : { why: settings.is === 'undecided' ? settings.why : '' };
    return { routes: [], complete: false, why, steps: process.steps };
  }
  const { folders, folder, environment } = project;
  return djangoRoutes(repository, settings, { folders, folder, environment });
}

/**
 * The routes of a Django project: `path()`, `re_path()` and `include()` of ROOT_URLCONF, and the admin.
 * https://docs.djangoproject.com/en/stable/topics/http/urls/
 */
async function djangoRoutes(
  repository: Repository,
  { rootUrlconf, steps, middleware }: DjangoSettings,
  options: RunOptions,
): Promise<Routes> {
  const name = knownValue(rootUrlconf.value);
  if (name === undefined) return { routes: [], complete: false, why: 'ROOT_URLCONF cannot be read', steps };
  const search: Search = { repository, options, routes: [], doubts: [] };
  await addModule(search, name, '', []);
  const routes = [...search.routes, ...withoutSlash(search.routes, middleware)];
  const [why] = search.doubts;
  const answer = { routes, steps: way(steps, rootUrlconf.at, name) };
  return why === undefined ? { ...answer, complete: true } : { ...answer, complete: false, why };
}

/** CommonMiddleware answers `/health` with a redirect to `/health/` (docs.djangoproject.com, APPEND_SLASH). */
function withoutSlash(routes: readonly AppRoute[], { value }: DjangoSettings['middleware']): readonly AppRoute[] {
  const items = value.is === 'known' ? value.value.items : [];
  if (!items.some((item) => item.is === 'known' && item.value.endsWith('.CommonMiddleware'))) return [];
  return routes.flatMap((one) =>
    /[^/]\/$/.test(one.path) ? [{ ...one, path: one.path.slice(0, -1), guarded: false, statuses: [301] }] : [],
  );
}

function way(steps: readonly Step[], at: Step['at'], name: string): readonly Step[] {
  return [...steps, { at, words: `ROOT_URLCONF is ${name}` }];
}

interface Search {
  repository: Repository;
  options: RunOptions;
  routes: AppRoute[];
  /** Why there may be other routes: clauses. */
  doubts: string[];
}

async function addModule(search: Search, dotted: string, prefix: string, within: readonly string[]): Promise<void> {
  const { repository, options, doubts } = search;
  const found = resolveModule(repository, options.folders, dotted);
  if (found.is !== 'file' && found.is !== 'package') {
    doubts.push(`the routes of ${dotted} are not in the repository`);
    return;
  }
  if (within.includes(dotted) || within.length >= MAX_DEPTH) {
    doubts.push(`${dotted} is included over and over`);
    return;
  }
  const run: EvaluatedModule = await runModule(repository, found, dotted, options);
  const binding: Binding | undefined = run.binding('urlpatterns');
  if (!binding) doubts.push(run.open?.why ?? `${dotted} has no urlpatterns`);
  else await addList(search, binding.value, prefix, [...within, dotted]);
}

/** Of several possible lists, the routes of all: a condition mostly adds some. */
async function addList(search: Search, value: Evaluated, prefix: string, within: readonly string[]): Promise<void> {
  const added = new Set<Evaluated>();
  for (const list of alternatives(value)) {
    if (!isSequence(list)) {
      search.doubts.push('a list of routes cannot be read');
      continue;
    }
    if (list.rest) search.doubts.push(list.rest.why);
    for (const item of list.items) {
      if (!added.has(item)) await addPattern(search, item, prefix, within);
      added.add(item);
    }
  }
}

const PATTERNS: Readonly<Record<string, 'path' | 'regex'>> = {
  'django.urls.path': 'path',
  'django.urls.re_path': 'regex',
  'django.conf.urls.url': 'regex',
};

async function addPattern(search: Search, item: Evaluated, prefix: string, within: readonly string[]): Promise<void> {
  const kind = item.is === 'object' ? PATTERNS[item.of] : undefined;
  if (item.is !== 'object' || !kind) {
    search.doubts.push('a route is made in a way that is not read');
    return;
  }
  const [written, given] = item.arguments.positional;
  const view = given ?? item.arguments.named.get('view');
  const own = written?.is === 'string' ? pathOf(written.value, kind) : undefined;
  if (own === undefined || !view) {
    search.doubts.push('the path of a route cannot be read');
    return;
  }
  const path = prefix + own;
  if (view.is === 'object' && view.of === 'django.urls.include') {
    await addIncluded(search, view.arguments, path, within);
    return;
  }
  if (view.is === 'external' && /^django\.contrib\.admin\.(?:site\.|sites\.site\.)?(?:site\.)?urls$/.test(view.name)) {
    // The admin answers below its path, to who is not logged in with a redirect to its login.
    search.routes.push(route(path, item, false), route(`${path}login/`, item, false), route(`${path}*`, item, true));
    return;
  }
  search.routes.push(route(path, item, isGuarded(view)));
}

/** Decorators around a view that refuse who is not logged in. */
function isGuarded(view: Evaluated): boolean {
  if (view.is === 'object') return /login_required|permission_required|staff_member_required/.test(view.of);
  if (view.is !== 'function') return false;
  const { text } = view.program;
  return view.decorators.some(({ start, end }) =>
    /login_required|permission_required|user_passes_test|staff_member|permission_classes/.test(text.slice(start, end)),
  );
}

function route(path: string, { at }: Evaluated, guarded: boolean): AppRoute {
  return { method: 'ALL', path: `/${path}`, at, guarded };
}

async function addIncluded(
  search: Search,
  { positional: [first] }: Arguments,
  prefix: string,
  within: readonly string[],
): Promise<void> {
  // `include((patterns, 'app'))`.
  const target = first?.is === 'tuple' ? first.items[0] : first;
  if (target?.is === 'string') await addModule(search, target.value, prefix, within);
  else if (target?.is === 'module') await addModule(search, target.dotted, prefix, within);
  else if (target && isSequence(target)) await addList(search, target, prefix, within);
  else search.doubts.push('included routes are not read');
}

/** A path with `:name` for each parameter; undefined where a regular expression is more than names and plain text. */
function pathOf(written: string, kind: 'path' | 'regex'): string | undefined {
  if (kind === 'path') {
    return written.replace(/<(?:(\w+):)?(\w+)>/g, (_, converter: string | undefined, name: string) =>
      converter === 'path' ? '*' : `:${name}`,
    );
  }
  const plain = written
    .replace(/^\^/, '')
    .replace(/\$$|\\Z$/, '')
    .replace(/\(\?P<(\w+)>\[?[^()[\]]*\]?[+*]?\)/g, ':$1')
    .replace(/\\([./-])/g, '$1');
  return /[()[\]{}?+*|\\^$]/.test(plain) ? undefined : plain;
}
