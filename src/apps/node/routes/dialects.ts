import { CONNECT, HONO, KOA, REPLY, type Convention } from './functions.js';

/** How a framework lets its routes be written. */
export interface Dialect {
  name: 'Express' | 'Polka' | 'Restify' | 'Koa' | 'Hono' | 'Fastify' | 'Hapi';
  convention: Convention;
  /** What makes an app that can listen, by the names that lead to it. */
  apps: readonly string[];
  /** What makes a router that is mounted elsewhere. */
  routers: readonly string[];
  /** Methods that add a route, and the methods of HTTP it answers. */
  verbs: Readonly<Record<string, readonly string[]>>;
}

const COMMON = {
  get: ['GET'],
  post: ['POST'],
  put: ['PUT'],
  patch: ['PATCH'],
  delete: ['DELETE'],
  options: ['OPTIONS'],
  head: ['HEAD'],
  all: ['ALL'],
};

export const EXPRESS: Dialect = {
  name: 'Express',
  convention: CONNECT,
  apps: ['express', 'ultimate-express'],
  routers: ['express.Router', 'express-promise-router', 'router'],
  verbs: { ...COMMON, del: ['DELETE'] },
};

const DIALECTS: readonly Dialect[] = [
  EXPRESS,
  { name: 'Polka', convention: CONNECT, apps: ['polka'], routers: [], verbs: COMMON },
  {
    name: 'Restify',
    convention: CONNECT,
    apps: ['restify.createServer'],
    routers: ['restify-router.Router'],
    verbs: {
      get: ['GET'],
      post: ['POST'],
      put: ['PUT'],
      patch: ['PATCH'],
      del: ['DELETE'],
      opts: ['OPTIONS'],
      head: ['HEAD'],
    },
  },
  {
    name: 'Koa',
    convention: KOA,
    apps: ['koa'],
    routers: ['@koa/router', 'koa-router', '@koa/router.Router', 'koa-router.Router'],
    verbs: { ...COMMON, del: ['DELETE'] },
  },
  {
    name: 'Hono',
    convention: HONO,
    apps: ['hono.Hono', '@hono/zod-openapi.OpenAPIHono', 'hono/quick.Hono', 'hono/tiny.Hono'],
    routers: [],
    verbs: COMMON,
  },
  {
    name: 'Fastify',
    convention: REPLY,
    apps: ['fastify', 'fastify.fastify', 'fastify.default'],
    routers: [],
    verbs: COMMON,
  },
  {
    name: 'Hapi',
    convention: REPLY,
    apps: ['@hapi/hapi.server', '@hapi/hapi.Server', 'hapi.server', 'hapi.Server', '@hapi/hapi.Server.Server'],
    routers: [],
    verbs: {},
  },
];

/** The framework whose app or router something of a package makes. */
export function madeBy(path: readonly string[]): { dialect: Dialect; is: 'app' | 'router' } | undefined {
  const name = path.join('.');
  for (const dialect of DIALECTS) {
    if (dialect.apps.includes(name)) return { dialect, is: 'app' };
    if (dialect.routers.includes(name)) return { dialect, is: 'router' };
  }
  return undefined;
}
