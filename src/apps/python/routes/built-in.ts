import type { Evaluated } from '../../../code/python/evaluate/values.js';
import { alternatives, isSequence, type Arguments } from '../../../code/python/evaluate/values.js';
import type { Process } from '../../../model/process.js';
import type { AppRoute } from '../../../model/routes.js';
import { FASTAPI, FLASK, SANIC, type Dialect } from './dialects.js';
import { letsPass } from './passing.js';
import { addsRoutes } from './doubts.js';
import { joined, optionalText } from './paths.js';

interface Under {
  prefix: string;
  guarded: boolean;
}

interface Found {
  routes: readonly AppRoute[];
  doubts: readonly string[];
}

/** Routes that an app or a router has by what it is made with. */
export function builtIn(dialect: Dialect, router: Evaluated, under: Under): Found {
  if (router.is !== 'object') return { routes: [], doubts: [] };
  const isApp = dialect.app.test(router.of);
  if (dialect === FLASK) return { routes: staticRoutes(router, isApp, under), doubts: [] };
  if (dialect === SANIC) return isApp ? ofSanic(router, under) : { routes: [], doubts: [] };
  if (dialect === FASTAPI && isApp) return ofFastApi(router, under);
  const { positional, rest } = router.arguments;
  const isUnread = rest !== undefined || (isApp && positional.length > 2);
  return { routes: [], doubts: [...argumentDoubts(router.arguments), ...(isUnread ? [UNREAD] : [])] };
}

type Made = Extract<Evaluated, { is: 'object' }>;

const UNREAD = 'what the app is given cannot be read';

const STATIC = 'it depends on the files there are';

/** The files of an app, and of a blueprint that has a folder of its own (https://flask.palletsprojects.com/en/stable/api/). */
function staticRoutes({ arguments: given, at }: Made, isApp: boolean, { prefix, guarded }: Under): AppRoute[] {
  const { positional, named } = given;
  const folder = named.get('static_folder') ?? positional[2];
  const url = optionalText(named.get('static_url_path') ?? positional[isApp ? 1 : 3]);
  if (folder?.is === 'none' || (!isApp && folder === undefined)) return [];
  const name = folder === undefined ? 'static' : folder.is === 'string' ? folder.value.replace(/^.*\//, '') : undefined;
  const path = url.is === 'text' && url.text !== undefined ? url.text : url.is === 'unknown' ? '' : `/${name ?? ''}`;
  return [{ method: 'GET', path: joined(prefix, `${path.replace(/\/$/, '')}/*`), at, guarded, uncertain: STATIC }];
}

/** An extension that Sanic takes in by itself has pages under /docs (https://sanic.dev/en/plugins/sanic-ext/openapi/ui.html). */
function ofSanic({ arguments: given, at }: Made, { prefix, guarded }: Under): Found {
  const isOther =
    given.rest !== undefined || ['router', 'error_handler', 'load_env'].some((name) => given.named.has(name));
  const uncertain = 'it depends on the extensions that are installed';
  return {
    routes: [{ method: 'GET', path: joined(prefix, '/docs/*'), at, guarded, uncertain }],
    doubts: isOther ? [UNREAD] : [],
  };
}

/** https://fastapi.tiangolo.com/reference/fastapi/ */
function ofFastApi({ arguments: given, at }: Made, { prefix, guarded }: Under): Found {
  const { named } = given;
  const routes: AppRoute[] = [];
  const doubts = [...argumentDoubts(given)];
  if (given.rest) doubts.push(UNREAD);
  const add = (name: string, standard: string): boolean => {
    const values = alternatives(named.get(name) ?? { is: 'string', value: standard, at, from: { by: 'written' } });
    if (values.some(({ is }) => is !== 'string' && is !== 'none')) doubts.push(`\`${name}\` cannot be read`);
    for (const value of values) {
      if (value.is !== 'string') continue;
      const path = joined(prefix, value.value);
      const uncertain = 'it is there only on a condition that is not decided';
      routes.push({ method: 'GET', path, at, guarded, ...(values.length > 1 && { uncertain }) });
    }
    return values.some(({ is }) => is !== 'none');
  };
  // Without a schema there are no pages of it.
  if (add('openapi_url', '/openapi.json')) {
    add('docs_url', '/docs');
    add('redoc_url', '/redoc');
  }
  return { routes, doubts };
}

/** Arguments of FastAPI and its routers that add routes, or answer what is not found. */
function argumentDoubts({ named }: Arguments): readonly string[] {
  const doubts: string[] = [];
  const isGiven = (name: string): boolean => {
    const value = named.get(name);
    const isEmpty = value?.is === 'none' || (value?.is === 'list' && value.items.length === 0 && !value.rest);
    return value !== undefined && !isEmpty;
  };
  if (isGiven('exception_handlers')) doubts.push('what it answers in place of 404 is not read');
  const lifespan = named.get('lifespan');
  const atStart = named.get('on_startup');
  const startup = atStart === undefined ? [] : isSequence(atStart) && !atStart.rest ? atStart.items : [atStart];
  if ((lifespan && addsRoutes(lifespan)) || startup.some(addsRoutes)) doubts.push('routes may be added when it starts');
  return doubts;
}

/** FastAPI's `middleware=[Middleware(…)]` that may refuse a request. */
export function hasMiddleware(router: Evaluated): boolean {
  const given = router.is === 'object' ? router.arguments.named.get('middleware') : undefined;
  if (given === undefined || given.is === 'none') return false;
  if (given.is !== 'list' || given.rest) return true;
  return given.items.some((item) => {
    const [of] = item.is === 'object' ? item.arguments.positional : [];
    return !letsPass(of);
  });
}

/**
 * Whether what is handled is the error of a path that there is not: 404 and its classes. In FastAPI, a handler of every
 * `Exception` stands for 500 alone (starlette/applications.py, `build_middleware_stack`).
 */
export function handlesNotFound(handled: Evaluated, dialect: Dialect): boolean {
  switch (handled.is) {
    case 'number':
      return handled.value === 404;
    case 'external':
      return (
        dialect === FLASK || dialect === SANIC
          ? /(?:^|\.)(?:Exception|HTTPException|SanicException|NotFound)$/
          : /HTTPException$/
      ).test(handled.name);
    // No class of the program's own is raised by the framework.
    case 'class':
      return false;
    default:
      return true;
  }
}

/** With a root path, an app may answer each of its paths under that, too: it depends on the versions. */
export function underRoot({ program }: Process, app: Evaluated): readonly AppRoute[] {
  if (app.is !== 'object') return [];
  const flag = program.words.findIndex((word) => word === '--root-path' || word?.startsWith('--root-path=') === true);
  const word = program.words[flag];
  const given = word?.split('=')[1] ?? (flag === -1 ? undefined : program.words[flag + 1]);
  const own = app.arguments.named.get('root_path');
  const root = given ?? (own?.is === 'string' ? own.value : own === undefined || own.is === 'none' ? '' : '/');
  if (root === '' && flag === -1) return [];
  const path = joined(root, '/*');
  return [
    { method: 'ALL', path, at: app.at, guarded: false, uncertain: 'it depends on the root path that it is given' },
  ];
}
