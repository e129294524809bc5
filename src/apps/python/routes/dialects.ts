import { flaskPattern, sanicPattern, starlettePattern } from './paths.js';

/** The objects of a framework. */
export interface Kind {
  /** Those that answer requests by themselves. */
  app: RegExp;
  /** Those that hold routes until they are taken in by another. */
  router: RegExp;
  /** Attributes of an app whose methods are read. */
  read?: ReadonlySet<string>;
}

/** How a framework names what it is made of. */
export interface Dialect extends Kind {
  /** The argument for the path of a route, and where it is for a method that does not have it first. */
  path: { name: string; positions?: Readonly<Record<string, number>> };
  /** `:id` for a parameter, `*` for the rest of a path. */
  patternOf: (path: string) => string;
  /** Methods, also used as decorators, that add a route under a path for one HTTP method each. */
  byMethod: readonly string[];
  /** Those that name their HTTP methods in `methods`; without it, GET. */
  byList: readonly string[];
  /** The method that takes in a router, with the arguments for it and for its prefix. */
  include?: { method: string; router: string; prefix: string };
  /** The argument for the prefix of a router itself. An included Flask blueprint loses it where another is given. */
  ownPrefix: string;
  replacesPrefix: boolean;
  /** One of them may hold another under a path, as it is. */
  mounts?: true;
  /** Methods that add something in front of every route. */
  before: readonly string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ALL_METHODS = [...METHODS, 'options', 'head'] as const;

/** https://flask.palletsprojects.com/en/stable/api/ */
export const FLASK: Dialect = {
  app: /^(?:flask|quart)(?:\.app)?\.(?:Flask|Quart)$/,
  router: /^(?:flask|quart)(?:\.blueprints)?\.Blueprint$/,
  path: { name: 'rule' },
  patternOf: flaskPattern,
  byMethod: METHODS,
  byList: ['route', 'add_url_rule'],
  include: { method: 'register_blueprint', router: 'blueprint', prefix: 'url_prefix' },
  ownPrefix: 'url_prefix',
  replacesPrefix: true,
  before: ['before_request', 'before_app_request', 'before_websocket'],
};

/** https://fastapi.tiangolo.com/reference/fastapi/ */
export const FASTAPI: Dialect = {
  app: /^fastapi(?:\.applications)?\.FastAPI$/,
  router: /^fastapi(?:\.routing)?\.APIRouter$/,
  path: { name: 'path' },
  patternOf: starlettePattern,
  mounts: true,
  byMethod: [...ALL_METHODS, 'trace'],
  byList: ['api_route', 'route', 'add_api_route', 'add_route'],
  include: { method: 'include_router', router: 'router', prefix: 'prefix' },
  ownPrefix: 'prefix',
  replacesPrefix: false,
  before: ['middleware', 'add_middleware'],
};

/** https://www.starlette.io/routing/ */
const STARLETTE: Dialect = {
  app: /^starlette(?:\.applications)?\.Starlette$/,
  router: /^starlette\.routing\.Router$/,
  path: { name: 'path' },
  patternOf: starlettePattern,
  mounts: true,
  byMethod: [],
  byList: ['route', 'add_route'],
  ownPrefix: '',
  replacesPrefix: false,
  before: ['middleware', 'add_middleware'],
};

/** https://sanic.dev/en/guide/basics/routing.html */
export const SANIC: Dialect = {
  app: /^sanic(?:\.app)?\.Sanic$/,
  router: /^sanic(?:\.blueprints)?\.Blueprint$/,
  path: { name: 'uri', positions: { add_route: 1 } },
  patternOf: sanicPattern,
  byMethod: ALL_METHODS,
  byList: ['route', 'add_route'],
  include: { method: 'blueprint', router: 'blueprint', prefix: 'url_prefix' },
  ownPrefix: 'url_prefix',
  replacesPrefix: true,
  before: ['middleware', 'on_request', 'register_middleware'],
};

export const DIALECTS: readonly Dialect[] = [FLASK, FASTAPI, STARLETTE, SANIC];

/** Middleware that lets every request pass, or answers it with a redirect or by its Host alone. */
export const PASSING_MIDDLEWARE =
  /(?:^|\.)(?:CORSMiddleware|GZipMiddleware|BrotliMiddleware|SessionMiddleware|TrustedHostMiddleware|HTTPSRedirectMiddleware|ProxyHeadersMiddleware|SlowAPIMiddleware|CorrelationIdMiddleware|RawContextMiddleware|SentryAsgiMiddleware|PrometheusMiddleware)$/;

/** What an app may be wrapped in, `app.wsgi_app = ProxyFix(app.wsgi_app)`, so that it answers as before. */
export const PASSING_WRAPPERS =
  /(?:^|\.)(?:ProxyFix|WhiteNoise|ReverseProxied|SentryWsgiMiddleware|ProfilerMiddleware)$/;

/** What may be given an app without adding a route to it or refusing a request to read. */
export const HARMLESS_EXTENSIONS: readonly RegExp[] = [
  /^flask_(?:cors|sqlalchemy|migrate|login|bcrypt|jwt_extended|mail|marshmallow|session|wtf|caching|compress|moment|babel|bootstrap|minify|assets|talisman|seasurf|pymongo|mongoengine|redis|executor|apscheduler|limiter|cachebuster|htmx|sock|mysqldb)\b/,
  /^flask_bootstrap\b/,
  /^aiohttp_(?:cors|jinja2|session|security|remotes)\b/,
  /^(?:sqlalchemy|alembic|sentry_sdk|logging|prometheus_client|opentelemetry|slowapi|fastapi_pagination|mangum|whitenoise|werkzeug\.middleware|asgiref|asyncio)\b/,
  /^(?:uvicorn|hypercorn|waitress|gunicorn|gevent|eventlet|werkzeug\.serving|aiohttp\.web|tornado\.httpserver)\b/,
  /^builtins\./,
];
