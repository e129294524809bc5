/** Something of a package that stands in front of a route, as it is started for real. */
export interface MiddlewareCase {
  /** The names that lead to it, as a program writes them, joined by dots. */
  path: string;
  /** As `npm install` takes them, its own first. */
  packages: readonly string[];
  /** Of the app that it stands in. */
  framework: 'express' | 'koa' | 'hono' | 'restify';
  /** A text of JavaScript that puts it into `app`. */
  code: string;
  does: Does;
}

/** `passes`: the route behind answers. `refuses`: 401. `limits`: the route answers until there were many requests. */
export type Does = 'passes' | 'refuses' | 'limits';

type Row = readonly [path: string, code: string, more?: string];

const nameOf = (path: string): string => /^(?:@[^/]+\/)?[^/.]+/.exec(path)?.[0] ?? path;

function casesOf(framework: MiddlewareCase['framework'], does: Does, rows: readonly Row[]): MiddlewareCase[] {
  return rows.map(([path, code, more = '']) => ({
    path,
    packages: [nameOf(path), ...more.split(' ').filter((each) => each !== '')],
    framework,
    code: /^(?:[(.]|$)/.test(code) ? `app.use(require('${nameOf(path)}')${code});` : code,
    does,
  }));
}

const SESSION = "app.use(require('express-session')({ secret: 'a', resave: false, saveUninitialized: true }));";

const EXPRESS: readonly Row[] = [
  ['cors', "({ origin: 'http://a.example' })"],
  ['helmet', '()'],
  ['hpp', '()'],
  ['morgan', "('tiny')"],
  ['compression', '()'],
  ['body-parser.json', '.json()'],
  ['body-parser.urlencoded', '.urlencoded({ extended: true })'],
  ['cookie-parser', '()'],
  ['express-session', "({ secret: 'a', resave: false, saveUninitialized: true })"],
  ['connect-flash', `${SESSION} app.use(require('connect-flash')());`, 'express-session'],
  ['method-override', "('_method')"],
  ['xss-clean', '()'],
  ['express-mongo-sanitize', '()'],
  ['express-fileupload', '()'],
  ['multer', '().none()'],
  ['express-slow-down', '.slowDown({ delayMs: 1 })'],
  ['serve-favicon', "(Buffer.from('a'))"],
  ['response-time', '()'],
  ['csurf', `${SESSION} app.use(require('csurf')());`, 'express-session'],
  ['cookie-session', "({ secret: 'a' })"],
  ['passport.initialize', '.initialize()'],
  ['passport.session', `${SESSION} app.use(require('passport').session());`, 'express-session'],
  ['pino-http', "({ level: 'silent' })"],
  ['express-pino-logger', "({ level: 'silent' })", 'pino'],
  ['express-winston.logger', ".logger({ transports: [new (require('winston').transports.Console)()] })", 'winston'],
  [
    'express-winston.errorLogger',
    ".errorLogger({ transports: [new (require('winston').transports.Console)()] })",
    'winston',
  ],
  ['express-useragent.express', '.express()'],
  ['express-ejs-layouts', '', 'ejs'],
  ['express-validator.body', ".body('name').notEmpty()"],
  ['express-validator.query', ".query('name').notEmpty()"],
  ['express-request-id', "import('express-request-id').then((own) => app.use(own.default()));"],
  ['connect-timeout', "('5s')"],
  ['errorhandler', '()'],
  ['express-async-errors', "require('express-async-errors');"],
  [
    'i18n.init',
    "const i18n = require('i18n'); i18n.configure({ locales: ['en'], directory: '/tmp' }); app.use(i18n.init);",
  ],
  [
    'i18next-http-middleware.handle',
    "const i18next = require('i18next'); i18next.init({ lng: 'en' }); app.use(require('i18next-http-middleware').handle(i18next));",
    'i18next',
  ],
  [
    '@clerk/express.clerkMiddleware',
    ".clerkMiddleware({ publishableKey: 'pk_test_YS5jbGVyay5hY2NvdW50cy5kZXYk', secretKey: 'sk_test_a' })",
  ],
  ['@sentry/node.setupExpressErrorHandler', "require('@sentry/node').setupExpressErrorHandler(app);"],
  ['express-http-context.middleware', '.middleware'],
  ['cls-rtracer.expressMiddleware', '.expressMiddleware()'],
  ['express-device.capture', '.capture()'],
  ['request-ip.mw', '.mw()'],
  ['nocache', '()'],
  ['permissions-policy', '({ features: { fullscreen: ["self"] } })'],
  ['express.json', '.json()'],
  ['express.urlencoded', '.urlencoded({ extended: true })'],
  ['express.raw', '.raw()'],
  ['express.text', '.text()'],
];

const KOA: readonly Row[] = [
  ['koa-bodyparser', '()'],
  ['koa-body', '.koaBody()'],
  ['@koa/bodyparser', '.bodyParser()'],
  ['@koa/cors', "({ origin: 'http://a.example' })"],
  ['kcors', "({ origin: 'http://a.example' })"],
  ['koa2-cors', "({ origin: 'http://a.example' })"],
  ['koa-helmet', "import('koa-helmet').then((own) => app.use(own.default()));", 'helmet'],
  ['koa-logger', "import('koa-logger').then((own) => app.use(own.default()));"],
  ['koa-compress', '()'],
  [
    'koa-session',
    "import('koa-session').then((own) => { app.keys = ['a']; app.use((own.default || own.createSession)(app)); });",
  ],
  ['koa-json', '()'],
  ['koa-json-error', '()'],
  ['koa-error', '()'],
  ['koa-conditional-get', '()'],
  ['koa-etag', '.default()'],
  ['koa-morgan', "('tiny')", 'morgan'],
  ['koa-pino-logger', "({ level: 'silent' })"],
  ['koa-response-time', '()'],
  ['koa-passport.initialize', '.initialize()', 'passport'],
  ['koa-generic-session', "app.keys = ['a']; app.use(require('koa-generic-session')());"],
];

const RESTIFY: readonly Row[] = [
  ...['bodyParser', 'queryParser', 'gzipResponse', 'fullResponse', 'jsonp', 'requestLogger', 'dateParser'].map(
    (name): Row => [`restify.plugins.${name}`, `app.use(require('restify').plugins.${name}());`],
  ),
  ['restify.plugins.acceptParser', "app.use(require('restify').plugins.acceptParser(app.acceptable));"],
  ['restify.plugins.sanitizePath', "app.pre(require('restify').plugins.pre.sanitizePath());"],
];

const REFUSING_ON_EXPRESS: readonly Row[] = [
  ['express-basic-auth', "({ users: { a: 'b' } })"],
  ['express-jwt.expressjwt', ".expressjwt({ secret: 'a', algorithms: ['HS256'] })"],
  ['express-oauth2-jwt-bearer.auth', ".auth({ issuerBaseURL: 'http://127.0.0.1:1', audience: 'a' })"],
  [
    'passport.authenticate',
    "const passport = require('passport'); passport.use(new (require('passport-http-bearer').Strategy)((token, done) => done(null, false))); app.use(passport.authenticate('bearer', { session: false }));",
    'passport-http-bearer',
  ],
];

const REFUSING_ON_KOA: readonly Row[] = [
  ['koa-jwt', "({ secret: 'a' })"],
  ['koa-basic-auth', "({ name: 'a', pass: 'b' })"],
  [
    'koa-passport.authenticate',
    "const passport = require('koa-passport'); passport.use(new (require('passport-http-bearer').Strategy)((token, done) => done(null, false))); app.use(passport.initialize()); app.use(passport.authenticate('bearer', { session: false }));",
    'passport passport-http-bearer',
  ],
];

export const MIDDLEWARE_CASES: readonly MiddlewareCase[] = [
  ...casesOf('express', 'passes', EXPRESS),
  ...casesOf('koa', 'passes', KOA),
  ...casesOf('restify', 'passes', RESTIFY),
  ...casesOf('express', 'limits', [['express-rate-limit', '.rateLimit()']]),
  ...casesOf('koa', 'limits', [['koa-ratelimit', "({ driver: 'memory', db: new Map(), max: 5 })"]]),
  ...casesOf('hono', 'limits', [
    ['hono-rate-limiter', ".rateLimiter({ windowMs: 60000, limit: 5, keyGenerator: () => 'a' })"],
  ]),
  ...casesOf('express', 'refuses', REFUSING_ON_EXPRESS),
  ...casesOf('koa', 'refuses', REFUSING_ON_KOA),
];
