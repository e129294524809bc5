/** How a framework names what it is made of. */
export interface Dialect {
  /** Objects that answer requests by themselves. */
  app: RegExp;
  /** Objects that hold routes until they are taken in by another. */
  router: RegExp;
  /** Methods, also used as decorators, that add a route under a path for one HTTP method each. */
  byMethod: readonly string[];
  /** Those that name their HTTP methods in `methods`; without it, GET. */
  byList: readonly string[];
  /** Methods that take in a router, with the argument for its prefix. */
  include: { method: string; prefix: string };
  /** The argument for the prefix of a router itself. An included Flask blueprint loses it where another is given. */
  ownPrefix: string;
  replacesPrefix: boolean;
  /** Methods that add something in front of every route. */
  before: readonly string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** https://flask.palletsprojects.com/en/stable/api/ */
export const FLASK: Dialect = {
  app: /^(?:flask|quart)(?:\.app)?\.(?:Flask|Quart)$/,
  router: /^(?:flask|quart)(?:\.blueprints)?\.Blueprint$/,
  byMethod: METHODS,
  byList: ['route', 'add_url_rule'],
  include: { method: 'register_blueprint', prefix: 'url_prefix' },
  ownPrefix: 'url_prefix',
  replacesPrefix: true,
  before: ['before_request', 'before_app_request', 'before_websocket'],
};

/** https://fastapi.tiangolo.com/reference/fastapi/ */
const FASTAPI: Dialect = {
  app: /^fastapi(?:\.applications)?\.FastAPI$/,
  router: /^fastapi(?:\.routing)?\.APIRouter$/,
  byMethod: [...METHODS, 'options', 'head', 'trace'],
  byList: ['api_route', 'route', 'add_api_route', 'add_route'],
  include: { method: 'include_router', prefix: 'prefix' },
  ownPrefix: 'prefix',
  replacesPrefix: false,
  before: ['middleware', 'add_middleware'],
};

export const DIALECTS: readonly Dialect[] = [FLASK, FASTAPI];

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
  /^(?:sqlalchemy|alembic|sentry_sdk|logging|prometheus_client|opentelemetry|slowapi|fastapi_pagination|mangum|whitenoise|werkzeug\.middleware|asgiref)\b/,
  /^(?:uvicorn|hypercorn|waitress|gunicorn|gevent|eventlet|werkzeug\.serving)\b/,
  /^builtins\./,
];
