import type { ExternalCall, Unfollowed } from '../../../code/python/evaluate/machine.js';
import { functionText } from '../../../code/python/evaluate/function-text.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';
import type { Location } from '../../../model/location.js';
import type { Application } from './application.js';
import { DIALECTS, HARMLESS_EXTENSIONS, PASSING_WRAPPERS, type Kind } from './dialects.js';

/** Why an app may have routes that are not listed: each a clause. */
export function routeDoubts(application: Application, kind: Kind): readonly string[] {
  return [
    ...extensionDoubts(application, kind),
    ...application.unfollowed.flatMap((each) => (mayAdd(each, application, kind) ? [each.why] : [])),
  ];
}

/** What else was given the app, and may have added to it. */
function extensionDoubts({ app, calls }: Application, kind: Kind): readonly string[] {
  const id = identity(app);
  return calls.flatMap(({ callee, arguments: given, self, through }) => {
    const values = [...given.positional, ...given.named.values()];
    const isGiven = values.some((each) => identity(each) === id || isAddingMethod(each, id));
    const name = callee.replaceAll('()', '');
    const isOwn = self?.is === 'object' && kind.app.test(self.of);
    if (!isGiven || isOwn || through !== undefined || HARMLESS_EXTENSIONS.some((each) => each.test(callee))) return [];
    return [`\`${name}\` may add routes`];
  });
}

/** `partial(app.get)` */
function isAddingMethod(value: Evaluated, id: string): boolean {
  return value.is === 'method' && identity(value.object) === id && ADDING.test(value.name);
}

/** Names of methods that add routes. */
const ADDING =
  /^(?:get|post|put|patch|delete|options|head|trace|view|route|api_route|mount|host|static|blueprint|websocket|register_blueprint|include_router|add_(?!middleware|event|exception|signal|task)\w+)$/;

/** Attributes of an app whose methods add no route. */
const HARMLESS_ATTRIBUTES = new Set([
  ...['config', 'logger', 'cli', 'jinja_env', 'jinja_options', 'extensions', 'json', 'json_provider_class', 'state'],
  ...['dependency_overrides', 'session_interface', 'permanent_session_lifetime', 'secret_key', 'debug', 'testing'],
  ...['openapi', 'openapi_schema', 'title', 'version', 'description', 'login_manager', 'db', 'teardown_appcontext'],
  ...['json_encoder', 'template_folder', 'app_context', 'test_client', 'mongo', 'redis', 'celery', 'limiter'],
]);

/** Text that adds routes. */
export const ADDS =
  /\.(?:add_url_rule|register_blueprint|include_router|add_api_route|add_routes?|add_(?:get|post|put|patch|delete|view|static|resource|subapp|handlers)|blueprint|mount|route)\(|^[ \t]*@\w+\.(?:get|post|put|patch|delete|view|api_route)\(/m;

function mayAdd(
  { what, on, text, calls = [], attribute = '' }: Unfollowed,
  application: Application,
  kind: Kind,
): boolean {
  const id = identity(application.app);
  const isOne = (each: Evaluated | undefined): boolean =>
    isRouter(each, kind) || (each !== undefined && identity(each) === id);
  switch (what) {
    case 'module':
      return true;
    case 'function':
      return ADDS.test(text ?? '') || on.some(isOne);
    case 'loop':
      return ADDS.test(text ?? '') || calls.some(({ self, callee }) => isOne(self) && ADDING.test(lastPart(callee)));
    case 'call':
      return on.some(isOne) && !HARMLESS_ATTRIBUTES.has(attribute) && !kind.read?.has(attribute);
    case 'change':
      return isRouter(on[0], kind) && CHANGES.test(attribute) && !isPassing(on[1]);
  }
}

function lastPart(callee: string): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

/** Attributes that decide what answers a request. */
const CHANGES =
  /^(?:wsgi_app|asgi_app|router|routes|url_map|view_functions|\w+_funcs|middleware_stack|exception_handlers|error_handler)$/;

function isPassing(value: Evaluated | undefined): boolean {
  return value?.is === 'object' && PASSING_WRAPPERS.test(value.of);
}

function isRouter(value: Evaluated | undefined, kind: Kind): boolean {
  return (
    value?.is === 'object' && [kind, ...DIALECTS].some(({ app, router }) => app.test(value.of) || router.test(value.of))
  );
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

/** Calls on an object, in order; also those of the methods of these attributes. */
export function callsOn(
  calls: readonly ExternalCall[],
  id: string,
  attributes?: ReadonlySet<string>,
): readonly ExternalCall[] {
  return calls.filter(({ self, through }) => {
    const isOwn = through === undefined || attributes?.has(through) === true;
    return isOwn && self !== undefined && identity(self) === id;
  });
}
