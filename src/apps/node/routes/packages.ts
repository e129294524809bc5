import { pathOfExternal, type External } from '../../../code/run/values.js';

/**
 * What packages do that stand in front of routes. Each row has its source beside it: what its documentation says it is for.
 * Hono's own were measured on 2026-11-21 with Hono 4.13.19 (test/apps/node/middleware.test.ts does it anew); the others were
 * not. A package that is not listed may answer or refuse what it gets.
 */

/**
 * Packages whose middleware lets a GET request pass, whatever it carries. None that checks what a request holds and answers
 * 400 itself (celebrate, @hono/zod-validator), and none that redirects (express-enforces-ssl).
 */
const PASSING = new Set([
  'cors', // https://github.com/expressjs/cors
  'helmet', // https://github.com/helmetjs/helmet
  'hpp', // https://github.com/analog-nico/hpp
  'morgan', // https://github.com/expressjs/morgan
  'compression', // https://github.com/expressjs/compression
  'body-parser', // https://github.com/expressjs/body-parser
  'cookie-parser', // https://github.com/expressjs/cookie-parser
  'express-session', // https://github.com/expressjs/session
  'connect-flash', // https://github.com/jaredhanson/connect-flash
  'method-override', // https://github.com/expressjs/method-override
  'xss-clean', // https://www.npmjs.com/package/xss-clean
  'express-mongo-sanitize', // https://www.npmjs.com/package/express-mongo-sanitize
  'express-fileupload', // https://github.com/richardgirges/express-fileupload
  'multer', // https://github.com/expressjs/multer
  'serve-favicon', // https://github.com/expressjs/serve-favicon
  'response-time', // https://github.com/expressjs/response-time
  'express-rate-limit', // https://github.com/express-rate-limit/express-rate-limit
  'express-slow-down', // https://www.npmjs.com/package/express-slow-down
  'csurf', // https://github.com/expressjs/csurf
  'cookie-session', // https://github.com/expressjs/cookie-session
  'passport', // https://github.com/jaredhanson/passport
  'pino-http', // https://github.com/pinojs/pino-http
  'express-pino-logger', // https://www.npmjs.com/package/express-pino-logger
  'express-winston', // https://github.com/bithavoc/express-winston
  'express-useragent', // https://www.npmjs.com/package/express-useragent
  'express-ejs-layouts', // https://www.npmjs.com/package/express-ejs-layouts
  'express-validator', // https://github.com/express-validator/express-validator
  'express-request-id', // https://www.npmjs.com/package/express-request-id
  'connect-timeout', // https://github.com/expressjs/timeout
  'errorhandler', // https://github.com/expressjs/errorhandler
  'express-async-errors', // https://github.com/davidbanham/express-async-errors
  'i18n', // https://github.com/mashpie/i18n-node
  'i18next-http-middleware', // https://github.com/i18next/i18next-http-middleware
  '@clerk/express', // https://github.com/clerk/javascript
  '@sentry/node', // https://www.npmjs.com/package/@sentry/node
  '@sentry/node-core', // https://www.npmjs.com/package/@sentry/node-core
  'express-list-endpoints', // https://www.npmjs.com/package/express-list-endpoints
  'express-http-context', // https://www.npmjs.com/package/express-http-context
  'cls-rtracer', // https://github.com/puzpuzpuz/cls-rtracer
  'express-device', // https://www.npmjs.com/package/express-device
  'request-ip', // https://github.com/pbojinov/request-ip
  'nocache', // https://github.com/helmetjs/nocache
  'permissions-policy', // https://www.npmjs.com/package/permissions-policy
  'koa-bodyparser', // https://github.com/koajs/bodyparser
  'koa-body', // https://github.com/koajs/koa-body
  '@koa/bodyparser', // https://github.com/koajs/bodyparser
  '@koa/cors', // https://github.com/koajs/cors
  'kcors', // https://github.com/koajs/cors
  'koa2-cors', // https://www.npmjs.com/package/koa2-cors
  'koa-helmet', // https://github.com/venables/koa-helmet
  'koa-logger', // https://github.com/koajs/logger
  'koa-compress', // https://github.com/koajs/compress
  'koa-session', // https://github.com/koajs/session
  'koa-json', // https://github.com/koajs/json
  'koa-json-error', // https://github.com/koajs/json-error
  'koa-error', // https://github.com/koajs/error
  'koa-conditional-get', // https://github.com/koajs/conditional-get
  'koa-etag', // https://github.com/koajs/etag
  'koa-morgan', // https://www.npmjs.com/package/koa-morgan
  'koa-pino-logger', // https://www.npmjs.com/package/koa-pino-logger
  'koa-ratelimit', // https://github.com/koajs/ratelimit
  'koa-response-time', // https://github.com/koajs/response-time
  'koa-passport', // https://github.com/rkusa/koa-passport
  'koa-generic-session', // https://github.com/koajs/generic-session
  'hono/cors', // https://hono.dev/docs/middleware/builtin/cors
  'hono/logger', // https://hono.dev/docs/middleware/builtin/logger
  'hono/compress', // https://hono.dev/docs/middleware/builtin/compress
  'hono/secure-headers', // https://hono.dev/docs/middleware/builtin/secure-headers
  'hono/pretty-json', // https://hono.dev/docs/middleware/builtin/pretty-json
  'hono/etag', // https://hono.dev/docs/middleware/builtin/etag
  'hono/timing', // https://hono.dev/docs/middleware/builtin/timing
  'hono/request-id', // https://hono.dev/docs/middleware/builtin/request-id
  'hono/csrf', // https://hono.dev/docs/middleware/builtin/csrf
  'hono/body-limit', // https://hono.dev/docs/middleware/builtin/body-limit
  'hono/timeout', // https://hono.dev/docs/middleware/builtin/timeout
  'hono/trailing-slash', // https://hono.dev/docs/middleware/builtin/trailing-slash
  'hono/context-storage', // https://hono.dev/docs/middleware/builtin/context-storage
  'hono/language', // https://hono.dev/docs/middleware/builtin/language
  'hono/method-override', // https://hono.dev/docs/middleware/builtin/method-override
  'hono/powered-by', // https://hono.dev/docs/middleware/builtin/powered-by
  'hono-rate-limiter', // https://www.npmjs.com/package/hono-rate-limiter
]);

/** Names of what some of these packages offer that does not let every request pass. */
const NOT_PASSING = new Set(['authenticate', 'requireAuth', 'authorize', 'ensureAuthenticated']);

/** Parts of packages whose middleware lets a GET request pass. */
const PASSING_PARTS = new Set([
  'express.json', // https://expressjs.com/en/5x/api.html#express.json
  'express.urlencoded', // https://expressjs.com/en/5x/api.html#express.urlencoded
  'express.raw', // https://expressjs.com/en/5x/api.html#express.raw
  'express.text', // https://expressjs.com/en/5x/api.html#express.text
  'express.cookieParser', // https://expressjs.com/en/3x/api.html
  'express.bodyParser', // https://expressjs.com/en/3x/api.html
  'restify.plugins.bodyParser', // http://restify.com/docs/plugins-api/
  'restify.plugins.queryParser', // http://restify.com/docs/plugins-api/
  'restify.plugins.acceptParser', // http://restify.com/docs/plugins-api/
  'restify.plugins.gzipResponse', // http://restify.com/docs/plugins-api/
  'restify.plugins.fullResponse', // http://restify.com/docs/plugins-api/
  'restify.plugins.jsonp', // http://restify.com/docs/plugins-api/
  'restify.plugins.requestLogger', // http://restify.com/docs/plugins-api/
  'restify.plugins.dateParser', // http://restify.com/docs/plugins-api/
  'restify.plugins.sanitizePath', // http://restify.com/docs/plugins-api/
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
  'passport.authenticate', // https://github.com/jaredhanson/passport
  'koa-passport.authenticate', // https://github.com/rkusa/koa-passport
  'express-basic-auth', // https://github.com/LionC/express-basic-auth
  'express-jwt.expressjwt', // https://github.com/auth0/express-jwt
  'express-jwt', // https://github.com/auth0/express-jwt
  'express-oauth2-jwt-bearer.auth', // https://www.npmjs.com/package/express-oauth2-jwt-bearer
  'koa-jwt', // https://github.com/koajs/jwt
  'koa-basic-auth', // https://github.com/koajs/basic-auth
  'hono/basic-auth.basicAuth', // https://hono.dev/docs/middleware/builtin/basic-auth
  'hono/bearer-auth.bearerAuth', // https://hono.dev/docs/middleware/builtin/bearer-auth
  'hono/jwt.jwt', // https://hono.dev/docs/middleware/builtin/jwt
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
  'express-async-handler', // https://github.com/Abazhenov/express-async-handler
  'express-async-wrap', // https://www.npmjs.com/package/express-async-wrap
  'async-express', // https://www.npmjs.com/package/async-express
  'asyncmiddleware', // https://www.npmjs.com/package/asyncmiddleware
  'express-asyncify', // https://www.npmjs.com/package/express-asyncify
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
