import type { ExternalCall } from '../../../code/python/evaluate/machine.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';
import type { Location } from '../../../model/location.js';
import type { Process } from '../../../model/process.js';
import type { AppRoute, Routes } from '../../../model/routes.js';
import type { Repository } from '../../../repository/repository.js';
import { applicationOf, type Application } from './application.js';
import { DIALECTS, FLASK, HARMLESS_EXTENSIONS, PASSING_MIDDLEWARE, type Dialect } from './dialects.js';
import { handlerAt, type Handlers } from './handlers.js';

/** The routes of a Flask or FastAPI program; undefined where it is none, or its app cannot be found. Never rejects. */
export async function pythonRoutes(repository: Repository, process: Process): Promise<Routes | undefined> {
  const application = await applicationOf(repository, process);
  const dialect = application && DIALECTS.find((each) => each.app.test(kindOf(application.app)));
  if (!application || !dialect) return undefined;
  const handlers = await handlerAt(repository, application.calls);
  const listing: Listing = { routes: [], doubts: [] };
  const reader: Reader = { application, dialect, handlers, listing };
  if (application.open) listing.doubts.push(application.open.why);
  const guarded = handlers.standsBefore(dialect.before);
  list(reader, application.app, { prefix: '', guarded, conditional: false }, []);
  listing.doubts.push(...extensionDoubts(application, dialect));
  const [why] = listing.doubts;
  return {
    routes: listing.routes,
    complete: why === undefined,
    ...(why !== undefined && { why }),
    steps: [],
  };
}

interface Listing {
  routes: AppRoute[];
  /** Why these may not be all: each a clause. */
  doubts: string[];
}

interface Reader {
  application: Application;
  dialect: Dialect;
  handlers: Handlers;
  listing: Listing;
}

/** Where a router stands. */
interface Under {
  prefix: string;
  guarded: boolean;
  conditional: boolean;
}

/** Most routes of one program that are listed. */
const MAX_ROUTES = 5_000;

function list(reader: Reader, router: Evaluated, under: Under, above: readonly string[]): void {
  const { application, dialect, listing } = reader;
  const id = identity(router);
  if (above.includes(id) || listing.routes.length > MAX_ROUTES) {
    listing.doubts.push('its routers are mounted in each other, or have too many routes');
    return;
  }
  const own = application.calls.filter(({ self }) => self !== undefined && identity(self) === id);
  const guarded = under.guarded || own.some((call) => isGuard(reader, call)) || hasDependencies(router);
  const here = { ...under, guarded };
  for (const call of own) {
    const method = methodOf(call);
    if (dialect.byMethod.includes(method) || dialect.byList.includes(method)) add(reader, call, method, here);
    else if (method === dialect.include.method) include(reader, call, here, [...above, id]);
    else if (method === 'mount') mount(reader, call, here, [...above, id]);
    else if (isErrorHandler(call) && !reader.handlers.answersNotFound(call)) {
      listing.doubts.push('what it answers in place of 404 is not read');
    }
  }
  if (above.length === 0 || dialect.app.test(kindOf(router))) builtIn(reader, router, here);
}

function add(reader: Reader, call: ExternalCall, method: string, under: Under): void {
  const { dialect, handlers, listing } = reader;
  const path = textArgument(call, 0, dialect === FLASK ? 'rule' : 'path');
  if (path === undefined) {
    listing.doubts.push('the path of a route cannot be read');
    return;
  }
  const methods = dialect.byMethod.includes(method) ? [method.toUpperCase()] : listedMethods(call);
  const refuses = hasDependencies({ arguments: call.arguments }) || handlers.mayRefuse(call);
  for (const each of methods) {
    listing.routes.push({
      method: each,
      path: joined(under.prefix, patternOf(path)),
      at: call.at,
      guarded: under.guarded || refuses,
      ...((call.conditional || under.conditional) && {
        uncertain: 'it is added only on a condition that is not decided',
      }),
    });
  }
}

/** Of a view that is a class, its methods are not known: it counts for all. */
function listedMethods({ arguments: given, callee }: ExternalCall): readonly string[] {
  const methods = given.named.get('methods');
  if (methods === undefined) return /add_url_rule|add_route/.test(callee) ? ['ALL'] : ['GET'];
  if (methods.is !== 'list' && methods.is !== 'tuple' && methods.is !== 'set') return ['ALL'];
  const texts = methods.items.flatMap((item) => (item.is === 'string' ? [item.value.toUpperCase()] : []));
  return texts.length === methods.items.length && !methods.rest ? texts : ['ALL'];
}

function include(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const { dialect, listing } = reader;
  const router = call.arguments.positional[0] ?? call.arguments.named.get(dialect === FLASK ? 'blueprint' : 'router');
  if (router?.is !== 'object' || !(dialect.router.test(router.of) || dialect.app.test(router.of))) {
    listing.doubts.push('a router that it takes in cannot be read');
    return;
  }
  const given = optionalText(call.arguments.named.get(dialect.include.prefix));
  const own = optionalText(router.arguments.named.get(dialect.ownPrefix));
  if (given.is === 'unknown' || own.is === 'unknown') {
    listing.doubts.push('the prefix of a router cannot be read');
    return;
  }
  const prefix = dialect.replacesPrefix ? (given.text ?? own.text ?? '') : `${given.text ?? ''}${own.text ?? ''}`;
  list(
    reader,
    router,
    {
      prefix: joined(under.prefix, patternOf(prefix)),
      guarded: under.guarded || hasDependencies({ arguments: call.arguments }),
      conditional: under.conditional || call.conditional,
    },
    above,
  );
}

/** Another app under a path. Files may answer any path below. */
function mount(reader: Reader, call: ExternalCall, under: Under, above: readonly string[]): void {
  const { dialect, listing } = reader;
  const path = textArgument(call, 0, 'path');
  const app = call.arguments.positional[1] ?? call.arguments.named.get('app');
  if (path === undefined) {
    listing.doubts.push('the path of an app that is mounted cannot be read');
    return;
  }
  const prefix = joined(under.prefix, patternOf(path));
  if (app?.is === 'object' && dialect.app.test(app.of)) {
    list(reader, app, { ...under, prefix }, above);
    return;
  }
  const uncertain = 'another app is mounted there';
  listing.routes.push({ method: 'ALL', path: joined(prefix, '/*'), at: call.at, guarded: under.guarded, uncertain });
}

/** Routes that every app of the framework has. */
function builtIn({ dialect, listing }: Reader, app: Evaluated, { prefix, guarded }: Under): void {
  if (app.is !== 'object' || !dialect.app.test(app.of)) return;
  const { named } = app.arguments;
  const get = (path: string, more: Partial<AppRoute> = {}): void =>
    void listing.routes.push({ method: 'GET', path: joined(prefix, path), at: app.at, guarded, ...more });
  if (dialect === FLASK) {
    get('/static/*', { uncertain: 'it depends on the files there are' });
    return;
  }
  if (app.arguments.rest) listing.doubts.push('what the app is given cannot be read');
  const schema = optionalText(named.get('openapi_url'));
  if (schema.is === 'none') return;
  if (schema.is === 'unknown') listing.doubts.push('`openapi_url` cannot be read');
  else get(schema.text ?? '/openapi.json');
  for (const [name, standard] of [
    ['docs_url', '/docs'],
    ['redoc_url', '/redoc'],
  ] as const) {
    const value = optionalText(named.get(name));
    if (value.is === 'unknown') listing.doubts.push(`\`${name}\` cannot be read`);
    else if (value.is !== 'none') get(value.text ?? standard);
  }
}

/** Something in front of every route that may refuse a request. */
function isGuard({ dialect, handlers }: Reader, call: ExternalCall): boolean {
  const method = methodOf(call);
  if (!dialect.before.includes(method)) return false;
  if (method !== 'add_middleware') return handlers.mayAnswer(call);
  const middleware = call.arguments.positional[0] ?? call.arguments.named.get('middleware_class');
  return middleware?.is !== 'external' || !PASSING_MIDDLEWARE.test(middleware.name);
}

function isErrorHandler(call: ExternalCall): boolean {
  if (
    !/\.(?:errorhandler|app_errorhandler|register_error_handler|exception_handler|add_exception_handler)$/.test(
      call.callee,
    )
  )
    return false;
  const [first] = call.arguments.positional;
  return first?.is !== 'number' || first.value === 404;
}

/** What else was given the app, and may have added to it. */
function extensionDoubts({ app, calls }: Application, { app: isApp }: Dialect): readonly string[] {
  const id = identity(app);
  return calls.flatMap(({ callee, arguments: given, self }) => {
    const isGiven = [...given.positional, ...given.named.values()].some((each) => identity(each) === id);
    const name = callee.replaceAll('()', '');
    const isOwn = self?.is === 'object' && isApp.test(self.of);
    if (!isGiven || isOwn || HARMLESS_EXTENSIONS.some((each) => each.test(callee))) return [];
    return [`\`${name}\` may add routes`];
  });
}

/** FastAPI's `dependencies=[…]`, which may refuse a request. */
function hasDependencies(given: Evaluated | Pick<ExternalCall, 'arguments'>): boolean {
  if (!('arguments' in given)) return false;
  const value = given.arguments.named.get('dependencies');
  if (value === undefined || value.is === 'none') return false;
  return value.is !== 'list' || value.items.length > 0 || value.rest !== undefined;
}

function kindOf(value: Evaluated): string {
  return value.is === 'object' ? value.of : '';
}

/** An object is known by the place where it is made. */
function identity(value: Evaluated): string {
  if (value.is !== 'object') return '';
  return `${value.of} ${placeKey(value.at)}`;
}

function placeKey({ file, range }: Location): string {
  return `${file}:${range.start.offset}`;
}

function methodOf({ callee }: ExternalCall): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

function textArgument({ arguments: given }: ExternalCall, position: number, name: string): string | undefined {
  const value = given.positional[position] ?? given.named.get(name);
  return value?.is === 'string' ? value.value : undefined;
}

type OptionalText = { is: 'text'; text: string | undefined } | { is: 'none'; text: undefined } | { is: 'unknown' };

function optionalText(value: Evaluated | undefined): OptionalText {
  if (value === undefined) return { is: 'text', text: undefined };
  if (value.is === 'none') return { is: 'none', text: undefined };
  return value.is === 'string' ? { is: 'text', text: value.value } : { is: 'unknown' };
}

/** `<int:id>` and `{id}` are `:id`; `<path:rest>` and `{rest:path}` take in all that follows. */
function patternOf(path: string): string {
  return path
    .replace(/<path:\w+>|\{\w+:path\}/g, '*')
    .replace(/<(?:[\w()=, ]+:)?(\w+)>/g, ':$1')
    .replace(/\{(\w+)(?::\w+)?\}/g, ':$1');
}

function joined(prefix: string, path: string): string {
  return `${prefix.replace(/\/$/, '')}${path}`;
}
