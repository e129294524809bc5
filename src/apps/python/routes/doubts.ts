import type { ExternalCall, Unfollowed } from '../../../code/python/evaluate/machine.js';
import { functionText } from '../../../code/python/evaluate/function-text.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';
import type { Location } from '../../../model/location.js';
import type { Application } from './application.js';
import { DIALECTS, HARMLESS_EXTENSIONS, PASSING_WRAPPERS, type Dialect } from './dialects.js';

/** Why an app may have routes that are not listed: each a clause. */
export function routeDoubts(application: Application, dialect: Dialect): readonly string[] {
  return [
    ...extensionDoubts(application, dialect),
    ...application.unfollowed.flatMap((each) => (mayAdd(each, application) ? [each.why] : [])),
  ];
}

/** What else was given the app, and may have added to it. */
function extensionDoubts({ app, calls }: Application, dialect: Dialect): readonly string[] {
  const id = identity(app);
  return calls.flatMap(({ callee, arguments: given, self }) => {
    const values = [...given.positional, ...given.named.values()];
    const isGiven = values.some((each) => identity(each) === id || isAddingMethod(each, dialect, id));
    const name = callee.replaceAll('()', '');
    const isOwn = self?.is === 'object' && dialect.app.test(self.of);
    if (!isGiven || isOwn || HARMLESS_EXTENSIONS.some((each) => each.test(callee))) return [];
    return [`\`${name}\` may add routes`];
  });
}

/** `partial(app.get)` */
function isAddingMethod(value: Evaluated, dialect: Dialect, id: string): boolean {
  if (value.is !== 'method' || identity(value.object) !== id) return false;
  return [...dialect.byMethod, ...dialect.byList, dialect.include.method, 'mount'].includes(value.name);
}

/** Attributes of an app whose methods add no route. */
const HARMLESS_ATTRIBUTES = new Set([
  ...['config', 'logger', 'cli', 'jinja_env', 'jinja_options', 'extensions', 'json', 'json_provider_class', 'state'],
  ...['dependency_overrides', 'session_interface', 'permanent_session_lifetime', 'secret_key', 'debug', 'testing'],
  ...['openapi', 'openapi_schema', 'title', 'version', 'description', 'login_manager', 'db', 'teardown_appcontext'],
  ...['json_encoder', 'template_folder', 'app_context', 'test_client', 'mongo', 'redis', 'celery', 'limiter'],
]);

/** Text that adds routes. */
export const ADDS =
  /\.(?:add_url_rule|register_blueprint|include_router|add_api_route|add_route|add_routes|mount|route)\(|^[ \t]*@\w+\.(?:get|post|put|patch|delete|api_route)\(/m;

function mayAdd({ what, on, text, attribute = '' }: Unfollowed, { app }: Application): boolean {
  const isOnRouter = on.some((each) => isApp(each) || identity(each) === identity(app));
  switch (what) {
    case 'module':
      return true;
    case 'function':
    case 'loop':
      return ADDS.test(text ?? '');
    case 'call':
      return isOnRouter && !HARMLESS_ATTRIBUTES.has(attribute);
    case 'change':
      return isApp(on[0]) && CHANGES.test(attribute) && !isPassing(on[1]);
  }
}

/** Attributes that decide what answers a request. */
const CHANGES =
  /^(?:wsgi_app|asgi_app|router|routes|url_map|view_functions|\w+_funcs|middleware_stack|exception_handlers)$/;

function isPassing(value: Evaluated | undefined): boolean {
  return value?.is === 'object' && PASSING_WRAPPERS.test(value.of);
}

function isApp(value: Evaluated | undefined): boolean {
  return value?.is === 'object' && DIALECTS.some(({ app, router }) => app.test(value.of) || router.test(value.of));
}

/** Whether a function adds routes when it is called later: at the start of the app. */
export function addsRoutes(value: Evaluated): boolean {
  if (value.is !== 'function') return value.is !== 'none';
  return ADDS.test(functionText(value));
}

/** An object is known by the place where it is made. */
export function identity(value: Evaluated): string {
  return value.is === 'object' ? `${value.of} ${placeKey(value.at)}` : '';
}

function placeKey({ file, range }: Location): string {
  return `${file}:${range.start.offset}`;
}

/** Calls on an object, in order. */
export function callsOn(calls: readonly ExternalCall[], id: string): readonly ExternalCall[] {
  return calls.filter(({ self }) => self !== undefined && identity(self) === id);
}
