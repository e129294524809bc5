import type { Binding } from '../../code/python/evaluate/names.js';
import { runModule, type EvaluatedModule, type RunOptions } from '../../code/python/evaluate/run.js';
import { alternatives, isSequence, type Arguments, type Evaluated } from '../../code/python/evaluate/values.js';
import { resolveModule } from '../../code/python/modules.js';
import type { Step } from '../../model/finding.js';
import type { Process } from '../../model/process.js';
import type { AppRoute, Routes } from '../../model/routes.js';
import { knownValue } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { applicationOf } from '../python/routes/application.js';
import type { StartedDjango } from './django.js';
import { routerOf, routerPaths } from './rest-routers.js';
import type { DjangoSettings } from './settings.js';

/** Deepest chain of `include()`. */
const MAX_DEPTH = 8;

/** The routes of a process that starts a project of Django. Never rejects. */
export async function djangoProcessRoutes(
  repository: Repository,
  process: Process,
  { project, settings }: StartedDjango,
): Promise<Routes> {
  if (project.is === 'undecided') return unread(project.why);
  if (settings.is === 'undecided') return unread(settings.why);
  const { folders, folder, environment } = project;
  const own = { ...settings, steps: settings.steps.slice(process.steps.length) };
  const routes = await djangoRoutes(repository, own, { folders, folder, environment });
  const application = await applicationOf(repository, process);
  if (!application || PLAIN_APPLICATION.test(kindOf(application.app))) return routes;
  return { ...routes, complete: false, why: routes.why ?? "what stands around Django's application may answer" };
}

/** Applications that hand every path, but those of static files, on to Django. */
const PLAIN_APPLICATION =
  /^(?:django\.core\.(?:wsgi|asgi|handlers)|configurations\.(?:wsgi|asgi)|channels\.routing|whitenoise|dj_static)\./;

function kindOf(app: Evaluated): string {
  return app.is === 'object' ? app.of : '';
}

function unread(why: string): Routes {
  return { routes: [], complete: false, why, steps: [] };
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
  if (name === undefined) return unread('ROOT_URLCONF cannot be read');
  const search: Search = { repository, options, routes: [], doubts: [...middlewareDoubts(middleware)] };
  await addModule(search, name, '', []);
  const asksLogin = known(middleware).some((each) => each.endsWith('.LoginRequiredMiddleware'));
  const listed = asksLogin ? search.routes.map((one) => ({ ...one, guarded: true })) : search.routes;
  const routes = [...listed, ...withoutSlash(listed, middleware)];
  const [why] = search.doubts;
  const answer = { routes, steps: way(steps, rootUrlconf.at, name) };
  return why === undefined ? { ...answer, complete: true } : { ...answer, complete: false, why };
}

/** Middleware of these packages answers no path by itself, or redirects by the host, the language or the login. */
const PASSING_MIDDLEWARE =
  /^(?:django\.|whitenoise\.|corsheaders\.|allauth\.|debug_toolbar\.|django_htmx\.|django_prometheus\.|simple_history\.|csp\.|axes\.|crum\.|waffle\.|django_user_agents\.|rollbar\.)/;

/** Other middleware may answer a path before a route does, as some is made to for health checks. */
function middlewareDoubts({ value }: DjangoSettings['middleware']): readonly string[] {
  if (value.is === 'absent') return [];
  const isRead = value.is === 'known' && value.value.more === undefined;
  const names = known({ value });
  if (!isRead || names.length < value.value.items.length) return ['MIDDLEWARE cannot be read'];
  const other = names.find((each) => !PASSING_MIDDLEWARE.test(each));
  return other === undefined ? [] : [`${other} may answer before a route does`];
}

function known({ value }: Pick<DjangoSettings['middleware'], 'value'>): readonly string[] {
  const items = value.is === 'known' ? value.value.items : [];
  return items.flatMap((item) => (item.is === 'known' ? [item.value] : []));
}

/** CommonMiddleware answers `/health` with a redirect to `/health/` (docs.djangoproject.com, APPEND_SLASH). */
function withoutSlash(routes: readonly AppRoute[], middleware: DjangoSettings['middleware']): readonly AppRoute[] {
  if (!known(middleware).some((each) => each.endsWith('.CommonMiddleware'))) return [];
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
  /** The module whose routes are listed. */
  run?: EvaluatedModule;
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
  else await addList({ ...search, run }, binding.value, prefix, [...within, dotted]);
  // Django knows it in the module of ROOT_URLCONF only.
  if (within.length === 0 && run.binding('handler404')) doubts.push('what it answers in place of 404 is not read');
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
  const router = routerOf(item);
  if (router && search.run) {
    const { paths, doubts } = routerPaths(router, search.run, (regex) => pathOf(regex, 'regex'));
    search.routes.push(...paths.map((each) => route(prefix + each, item, true)));
    search.doubts.push(...doubts);
    return;
  }
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
  // `site.urls` of an own admin, `router.urls`: routes below the path.
  if (namesUrls(search.repository, item)) search.doubts.push('a route takes in others that are not read');
  search.routes.push(route(path, item, isGuarded(view)));
}

/** `path('panel/', site.urls)`, as it is written. */
function namesUrls(repository: Repository, { at: { file, range } }: Evaluated): boolean {
  const source = repository.read(file);
  const text = source.is === 'text' ? source.text.slice(range.start.offset, range.end.offset) : '';
  return /,\s*(?:view\s*=\s*)?[\w.]+\.urls\s*[,)]/.test(text);
}

/** Decorators that let every GET pass. Others may ask for a login. */
const PASSING_DECORATOR =
  /(?:^|\.)(?:csrf_exempt|csrf_protect|ensure_csrf_cookie|never_cache|cache_page|cache_control|vary_on_\w+|gzip_page|require_GET|require_safe|xframe_options_\w+|login_not_required)$/;

/** Generic views that answer by themselves (https://docs.djangoproject.com/en/stable/ref/class-based-views/base/). */
const OPEN_VIEW = /^django\.views\.generic(?:\.base)?\.(?:TemplateView|RedirectView)\.as_view$/;

/** Whether a view may refuse who is not logged in, or GET: all but plain functions and views that only show a page. */
function isGuarded(view: Evaluated): boolean {
  if (view.is === 'object') {
    if (OPEN_VIEW.test(view.of)) return false;
    const [inner] = view.arguments.positional;
    return !inner || !PASSING_DECORATOR.test(view.of) || isGuarded(inner);
  }
  if (view.is !== 'function') return true;
  const { text } = view.program;
  return view.decorators.some(
    ({ start, end }) => !PASSING_DECORATOR.test(text.slice(start, end).replace(/\(.*$/s, '')),
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
