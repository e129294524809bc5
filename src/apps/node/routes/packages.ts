import { pathOfExternal, type External } from '../../../code/run/values.js';

/**
 * What packages do that stand in front of routes, by the purpose each is published for on https://www.npmjs.com; none was
 * measured. A package that is not listed may answer or refuse what it gets.
 */

/** Packages whose middleware lets a GET request pass, whatever it carries. */
const PASSING = new Set([
  ...[
    'cors',
    'helmet',
    'hpp',
    'morgan',
    'compression',
    'body-parser',
    'cookie-parser',
    'express-session',
    'connect-flash',
  ],
  ...['method-override', 'xss-clean', 'express-mongo-sanitize', 'express-fileupload', 'multer', 'serve-favicon'],
  ...['response-time', 'express-rate-limit', 'express-slow-down', 'csurf', 'cookie-session', 'passport', 'pino-http'],
  ...['express-pino-logger', 'express-winston', 'express-useragent', 'express-ejs-layouts', 'express-validator'],
  ...[
    'express-request-id',
    'connect-timeout',
    'errorhandler',
    'express-async-errors',
    'i18n',
    'i18next-http-middleware',
  ],
  ...[
    '@clerk/express',
    '@sentry/node',
    '@sentry/node-core',
    'express-list-endpoints',
    'express-http-context',
    'cls-rtracer',
  ],
  ...[
    'express-device',
    'request-ip',
    'express-enforces-ssl',
    'nocache',
    'permissions-policy',
    'celebrate',
    'joi',
    'zod',
  ],
  ...['koa-bodyparser', 'koa-body', '@koa/bodyparser', '@koa/cors', 'kcors', 'koa2-cors', 'koa-helmet', 'koa-logger'],
  ...['koa-compress', 'koa-session', 'koa-json', 'koa-json-error', 'koa-error', 'koa-conditional-get', 'koa-etag'],
  ...['koa-morgan', 'koa-pino-logger', 'koa-ratelimit', 'koa-response-time', 'koa-passport', 'koa-generic-session'],
  ...[
    'hono/cors',
    'hono/logger',
    'hono/compress',
    'hono/secure-headers',
    'hono/pretty-json',
    'hono/etag',
    'hono/timing',
  ],
  ...['hono/request-id', 'hono/csrf', 'hono/body-limit', 'hono/timeout', 'hono/trailing-slash', 'hono/context-storage'],
  ...['hono/language', 'hono/method-override', 'hono/powered-by', 'hono-rate-limiter', '@hono/zod-validator'],
]);

/** Names of what some of these packages offer that does not let every request pass. */
const NOT_PASSING = new Set(['authenticate', 'requireAuth', 'authorize', 'ensureAuthenticated']);

/** Parts of packages whose middleware lets a GET request pass. */
const PASSING_PARTS = new Set([
  ...[
    'express.json',
    'express.urlencoded',
    'express.raw',
    'express.text',
    'express.cookieParser',
    'express.bodyParser',
  ],
  ...['restify.plugins.bodyParser', 'restify.plugins.queryParser', 'restify.plugins.acceptParser'],
  ...['restify.plugins.gzipResponse', 'restify.plugins.fullResponse', 'restify.plugins.jsonp'],
  ...['restify.plugins.requestLogger', 'restify.plugins.dateParser', 'restify.plugins.sanitizePath'],
]);

/** Whether something of a package, by the names that lead to it, lets every GET request pass. */
export function letsPass(path: readonly string[]): boolean {
  const [specifier = '', ...names] = path;
  if (PASSING_PARTS.has(path.join('.'))) return true;
  return PASSING.has(specifier) && !names.some((name) => NOT_PASSING.has(name));
}

/** What refuses a request without a login, by the names that lead to it. */
const REFUSING = new Set([
  ...[
    'passport.authenticate',
    'koa-passport.authenticate',
    'express-basic-auth',
    'express-jwt.expressjwt',
    'express-jwt',
  ],
  ...['express-oauth2-jwt-bearer.auth', 'express-openid-connect.requiresAuth', 'koa-jwt', 'koa-basic-auth'],
  ...['hono/basic-auth.basicAuth', 'hono/bearer-auth.bearerAuth', 'hono/jwt.jwt', '@clerk/express.requireAuth'],
]);

/** Whether something of a package refuses every request without a login. */
export function refuses(path: readonly string[]): boolean {
  return REFUSING.has(path.join('.'));
}

/** Packages that wrap a handler and call it. */
const WRAPPING = new Set([
  'express-async-handler',
  'express-async-wrap',
  'async-express',
  'asyncmiddleware',
  'express-asyncify',
]);

export function wraps(path: readonly string[]): boolean {
  return WRAPPING.has(path[0] ?? '');
}

/** Functions that are given an app and add no routes to it. */
const HARMLESS = [
  ...[
    'http',
    'https',
    'http2',
    'spdy',
    'socket.io',
    'ws',
    '@sentry/',
    'dd-trace',
    'newrelic',
    'express-list-endpoints',
  ],
  ...[
    '@hono/node-server',
    'http-terminator',
    'http-graceful-shutdown',
    '@godaddy/terminus',
    'stoppable',
    'net',
    'cluster',
  ],
  ...[
    'supertest',
    'util',
    'serverless-http',
    'express-ws',
    'node-cron',
    'http-shutdown',
    'server-destroy',
    'koa-mount',
  ],
];

export function addsNothing(path: readonly string[]): boolean {
  const [specifier = ''] = path;
  return HARMLESS.some((each) => (each.endsWith('/') ? specifier.startsWith(each) : specifier === each));
}

/** Fastify plugins of its own organisation add no routes but for these. */
const FASTIFY_WITH_ROUTES = new Set([
  ...['@fastify/autoload', '@fastify/static', '@fastify/http-proxy', '@fastify/swagger-ui', '@fastify/express'],
  ...[
    '@fastify/middie',
    '@fastify/nextjs',
    '@fastify/vite',
    '@fastify/oauth2',
    '@fastify/under-pressure',
    '@fastify/routes',
  ],
]);

/** Fastify plugins that refuse every request of their instance without a login. */
export const FASTIFY_GUARDS: ReadonlySet<string> = new Set(['@fastify/bearer-auth']);

export function isFastifyPluginWithoutRoutes(specifier: string): boolean {
  return /^@fastify\/|^fastify-(?:cors|helmet|jwt|cookie|sensible|formbody|multipart|rate-limit|compress)$/.test(
    specifier,
  )
    ? !FASTIFY_WITH_ROUTES.has(specifier)
    : ['fastify-type-provider-zod', 'fastify-zod'].includes(specifier);
}

/** Longest chain of calls and names that is followed. */
const MAX_DEPTH = 40;

/** The names that lead to what a chain of calls begins with: `body('name').notEmpty()` begins with express-validator. */
export function rootPath(value: External): readonly string[] | undefined {
  let each = value;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const path = pathOfExternal(each);
    if (path) return path;
    const { origin } = each;
    if (origin.by === 'call' && origin.call.callee.is === 'external') each = origin.call.callee;
    else if (origin.by === 'member') each = origin.of;
    else return undefined;
  }
  return undefined;
}
