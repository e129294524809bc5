import { Hono, type MiddlewareHandler } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { contextStorage } from 'hono/context-storage';
import { cors } from 'hono/cors';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { jwt } from 'hono/jwt';
import { languageDetector } from 'hono/language';
import { logger } from 'hono/logger';
import { methodOverride } from 'hono/method-override';
import { poweredBy } from 'hono/powered-by';
import { prettyJSON } from 'hono/pretty-json';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { timeout } from 'hono/timeout';
import { timing } from 'hono/timing';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { describe, expect, it } from 'vitest';
import { ASKING_CASES } from '../../../scripts/lib/middleware/asking.js';
import { MIDDLEWARE_CASES } from '../../../scripts/lib/middleware/cases.js';
import { readMeasured } from '../../../scripts/lib/middleware/measurements.js';
import { REJECTION_CASES } from '../../../scripts/lib/middleware/rejections.js';
import { does } from '../../../scripts/lib/middleware/run.js';
import { letsPass, refuses, wraps } from '../../../src/apps/node/routes/packages.js';
import { CATCHING, isClient } from '../../../src/apps/node/uncaught/packages.js';

type Made = (app: Hono) => MiddlewareHandler;

/** By the names that lead to each. */
const PASSING: Readonly<Record<string, Made>> = {
  'hono/body-limit.bodyLimit': () => bodyLimit({ maxSize: 1 }),
  'hono/compress.compress': () => compress(),
  'hono/context-storage.contextStorage': () => contextStorage(),
  'hono/cors.cors': () => cors(),
  'hono/csrf.csrf': () => csrf(),
  'hono/etag.etag': () => etag(),
  'hono/language.languageDetector': () => languageDetector({ supportedLanguages: ['en'], fallbackLanguage: 'en' }),
  'hono/logger.logger': () => logger(() => undefined),
  'hono/method-override.methodOverride': (app) => methodOverride({ app }),
  'hono/powered-by.poweredBy': () => poweredBy(),
  'hono/pretty-json.prettyJSON': () => prettyJSON(),
  'hono/request-id.requestId': () => requestId(),
  'hono/secure-headers.secureHeaders': () => secureHeaders(),
  'hono/timeout.timeout': () => timeout(60_000),
  'hono/timing.timing': () => timing(),
  'hono/trailing-slash.trimTrailingSlash': () => trimTrailingSlash(),
};

const REFUSING: Readonly<Record<string, Made>> = {
  'hono/basic-auth.basicAuth': () => basicAuth({ username: 'a', password: 'b' }),
  'hono/bearer-auth.bearerAuth': () => bearerAuth({ token: 'a' }),
  'hono/jwt.jwt': () => jwt({ secret: 'a', alg: 'HS256' }),
};

async function statusBehind(made: Made): Promise<number> {
  const app = new Hono();
  app.use(made(app));
  app.get('/health', (context) => context.text('ok'));
  return (await app.request('http://localhost/health', { headers: { cookie: 'a=b', origin: 'http://elsewhere' } }))
    .status;
}

describe('what stands in front of a route of Hono', () => {
  it.each(Object.entries(PASSING))('%s lets a GET pass, as the table says', async (path, made) => {
    expect(letsPass(path.split('.'))).toBe(true);
    expect(await statusBehind(made)).toBe(200);
  });

  it.each(Object.entries(REFUSING))('%s refuses it, as the table says', async (path, made) => {
    expect(refuses(path.split('.'))).toBe(true);
    expect(await statusBehind(made)).toBe(401);
  });
});

describe('what may answer by itself', () => {
  it.each(['celebrate.celebrate', '@hono/zod-validator.zValidator', 'express-enforces-ssl', 'joi', 'zod'])(
    '%s is not said to let a request pass',
    (path) => {
      expect(letsPass(path.split('.'))).toBe(false);
    },
  );

  it.each(['@clerk/express.requireAuth', 'express-openid-connect.requiresAuth'])('%s redirects', (path) => {
    expect(refuses(path.split('.'))).toBe(false);
    expect(letsPass(path.split('.'))).toBe(false);
  });
});

const measured = readMeasured();

describe('what was measured of packages is what the tables say', () => {
  it.each(MIDDLEWARE_CASES)('$path $does', ({ path, does: said }) => {
    const answers = measured.answers[path];
    expect(answers && does(answers)).toBe(said);
    expect(letsPass(path.split('.'))).toBe(said !== 'refuses');
    expect(refuses(path.split('.'))).toBe(said === 'refuses');
  });

  it.each(REJECTION_CASES)('$package: the process $outcome', ({ package: name, outcome }) => {
    expect(measured.outcomes[name]).toBe(outcome);
    expect(CATCHING.has(name) || wraps([name])).toBe(outcome !== 'ends');
  });

  it.each(ASKING_CASES)('$specifier $outcome', ({ specifier, outcome }) => {
    expect(measured.asked[specifier]).toBe(outcome);
    expect(isClient(specifier)).toBe(outcome === 'rejects');
  });
});
