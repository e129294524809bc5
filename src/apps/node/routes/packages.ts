import { pathOfExternal, type External } from '../../../code/run/values.js';

/*
 * What packages do that stand in front of routes. Those without a source beside them were started for real on 2026-11-21:
 * docs/middleware.md, and Hono's own by test/apps/node/middleware.test.ts. Those with one were not: they rest on it. A package
 * that is not listed may answer or refuse what it gets.
 */

/**
 * Packages whose middleware lets a GET request pass, whatever it carries; those that limit how often one asks, up to that
 * limit. None that checks what a request holds and answers 400 itself (celebrate, @hono/zod-validator), and none that redirects
 * (express-enforces-ssl).
 */
const PASSING = new Set([
  'cors',
  'helmet',
  'hpp',
  'morgan',
  'compression',
  'body-parser',
  'cookie-parser',
  'express-session',
  'connect-flash',
  'method-override',
  'xss-clean',
  'express-mongo-sanitize',
  'express-fileupload',
  'multer',
  'serve-favicon',
  'response-time',
  'express-rate-limit',
  'express-slow-down',
  'csurf',
  'cookie-session',
  'passport',
  'pino-http',
  'express-pino-logger',
  'express-winston',
  'express-useragent',
  'express-ejs-layouts',
  'express-validator',
  'express-request-id',
  'connect-timeout',
  'errorhandler',
  'express-async-errors',
  'i18n',
  'i18next-http-middleware',
  '@clerk/express',
  '@sentry/node',
  '@sentry/node-core', // https://www.npmjs.com/package/@sentry/node-core
  'express-list-endpoints', // https://www.npmjs.com/package/express-list-endpoints
  'express-http-context',
  'cls-rtracer',
  'express-device',
  'request-ip',
  'nocache',
  'permissions-policy',
  'koa-bodyparser',
  'koa-body',
  '@koa/bodyparser',
  '@koa/cors',
  'kcors',
  'koa2-cors',
  'koa-helmet',
  'koa-logger',
  'koa-compress',
  'koa-session',
  'koa-json',
  'koa-json-error',
  'koa-error',
  'koa-conditional-get',
  'koa-etag',
  'koa-morgan',
  'koa-pino-logger',
  'koa-ratelimit',
  'koa-response-time',
  'koa-passport',
  'koa-generic-session',
  'hono/cors',
  'hono/logger',
  'hono/compress',
  'hono/secure-headers',
  'hono/pretty-json',
  'hono/etag',
  'hono/timing',
  'hono/request-id',
  'hono/csrf',
  'hono/body-limit',
  'hono/timeout',
  'hono/trailing-slash',
  'hono/context-storage',
  'hono/language',
  'hono/method-override',
  'hono/powered-by',
  'hono-rate-limiter',
]);

/** Names of what some of these packages offer that does not let every request pass. */
const NOT_PASSING = new Set(['authenticate', 'requireAuth', 'authorize', 'ensureAuthenticated']);

/** Parts of packages whose middleware lets a GET request pass. */
const PASSING_PARTS = new Set([
  'express.json',
  'express.urlencoded',
  'express.raw',
  'express.text',
  'express.cookieParser', // https://expressjs.com/en/3x/api.html
  'express.bodyParser', // https://expressjs.com/en/3x/api.html
  'restify.plugins.bodyParser',
  'restify.plugins.queryParser',
  'restify.plugins.acceptParser',
  'restify.plugins.gzipResponse',
  'restify.plugins.fullResponse',
  'restify.plugins.jsonp',
  'restify.plugins.requestLogger',
  'restify.plugins.dateParser',
  'restify.plugins.sanitizePath',
]);

/** Whether something of a package, by the names that lead to it, lets every GET request pass. */
export function letsPass(path: readonly string[]): boolean {
  const [specifier = '', ...names] = path;
  if (PASSING_PARTS.has(path.join('.'))) return true;
  return PASSING.has(specifier) && !names.some((name) => NOT_PASSING.has(name));
}

/**
 * What refuses a request without a login, by the names that lead to it. None that sends it to a page with a form, which some
 * platforms take for an answer: requireAuth of @clerk/express, requiresAuth of express-openid-connect.
 */
const REFUSING = new Set([
  'passport.authenticate',
  'koa-passport.authenticate',
  'express-basic-auth',
  'express-jwt.expressjwt',
  'express-jwt',
  'express-oauth2-jwt-bearer.auth',
  'koa-jwt',
  'koa-basic-auth',
  'hono/basic-auth.basicAuth',
  'hono/bearer-auth.bearerAuth',
  'hono/jwt.jwt',
]);

/** Whether something of a package refuses every request without a login. */
export function refuses(path: readonly string[]): boolean {
  return REFUSING.has(path.join('.'));
}

/**
 * Strategies of Passport that redirect to where one logs in, under the names that their packages give them
 * (https://www.passportjs.org/packages/).
 */
export const REDIRECTING: ReadonlySet<string> = new Set([
  ...[
    'google',
    'github',
    'facebook',
    'twitter',
    'linkedin',
    'discord',
    'microsoft',
    'apple',
    'gitlab',
    'twitch',
    'steam',
  ],
  ...['oauth', 'oauth2', 'openidconnect', 'oidc', 'saml', 'auth0', 'okta', 'azuread-openidconnect'],
]);

/** Packages that wrap a handler and call it. */
const WRAPPING = new Set([
  'express-async-handler',
  'express-async-wrap',
  'async-express',
  'async-middleware',
  'express-asyncify',
]);

export function wraps(path: readonly string[]): boolean {
  return WRAPPING.has(path[0] ?? '');
}

/** What is given an app and adds no routes to it. Not @godaddy/terminus, which answers the paths of its health checks. */
const HARMLESS = [
  'http', // https://nodejs.org/api/http.html
  'https', // https://nodejs.org/api/https.html
  'http2', // https://nodejs.org/api/http2.html
  'spdy', // https://github.com/spdy-http2/node-spdy
  'socket.io', // https://github.com/socketio/socket.io
  'ws', // https://github.com/websockets/ws
  '@sentry/', // https://docs.sentry.io/platforms/javascript/guides/node/
  'dd-trace', // https://github.com/DataDog/dd-trace-js
  'newrelic', // https://github.com/newrelic/node-newrelic
  'express-list-endpoints', // https://www.npmjs.com/package/express-list-endpoints
  '@hono/node-server', // https://github.com/honojs/node-server
  'http-terminator', // https://github.com/gajus/http-terminator
  'http-graceful-shutdown', // https://www.npmjs.com/package/http-graceful-shutdown
  'stoppable', // https://github.com/hunterloftis/stoppable
  'net', // https://nodejs.org/api/net.html
  'cluster', // https://nodejs.org/api/cluster.html
  'supertest', // https://github.com/forwardemail/supertest
  'util', // https://nodejs.org/api/util.html
  'serverless-http', // https://github.com/dougmoscrop/serverless-http
  'express-ws', // https://github.com/HenningM/express-ws
  'node-cron', // https://github.com/node-cron/node-cron
  'http-shutdown', // https://www.npmjs.com/package/http-shutdown
  'server-destroy', // https://www.npmjs.com/package/server-destroy
  'koa-mount', // https://github.com/koajs/mount
];

export function addsNothing(path: readonly string[]): boolean {
  const [specifier = ''] = path;
  return HARMLESS.some((each) => (each.endsWith('/') ? specifier.startsWith(each) : specifier === each));
}

/** What answers requests on a server of Node's, in front of the app that it serves. */
const IN_FRONT = new Set([
  '@godaddy/terminus', // https://github.com/godaddy/terminus
]);

export function answersInFront(path: readonly string[]): boolean {
  return IN_FRONT.has(path[0] ?? '');
}

/** Fastify plugins of its own organisation add no routes but for these. */
const FASTIFY_WITH_ROUTES = new Set([
  '@fastify/autoload', // https://github.com/fastify/fastify-autoload
  '@fastify/static', // https://github.com/fastify/fastify-static
  '@fastify/http-proxy', // https://github.com/fastify/fastify-http-proxy
  '@fastify/swagger-ui', // https://github.com/fastify/fastify-swagger-ui
  '@fastify/express', // https://github.com/fastify/fastify-express
  '@fastify/middie', // https://github.com/fastify/fastify-middie
  '@fastify/nextjs', // https://github.com/fastify/fastify-nextjs
  '@fastify/vite', // https://github.com/fastify/fastify-vite
  '@fastify/oauth2', // https://github.com/fastify/fastify-oauth2
  '@fastify/under-pressure', // https://github.com/fastify/fastify-under-pressure
  '@fastify/routes', // https://github.com/fastify/fastify-routes
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
