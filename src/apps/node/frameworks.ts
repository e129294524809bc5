/** How a server is told where to listen. */
type Style =
  /** `listen(port, host, …)` or `listen({ port, host })`, as Node's own. */
  | 'node'
  /** One object of options: `{ port, host }` or `{ port, hostname }`. */
  | 'options';

/** A way to set `keepAliveTimeout` from outside, which holds in every version of the package. */
export type KeepAliveFix =
  /** On what the call that listens gives, which is Node's server, or on the server itself if that is one. */
  | 'server'
  /** On what the call that listens promises. */
  | 'promised'
  /** By the option of the call that makes it. */
  | 'option'
  /** On a property of what is made: `of.listener`, or `of.getHttpServer()`; `gives`: the call that listens gives it back. */
  | { property: string; gives?: boolean };

/** A server that a program makes with a package, and what it does when it is told nothing. */
export interface Framework {
  /** As its users write it. */
  title: string;
  /** What makes the server: paths of names in packages; `new` or not. */
  makes: readonly string[];
  /** The method that listens; empty: making it listens. */
  listen: readonly string[];
  style: Style;
  /** Where the options are: of the call that listens, or of the one that makes it. */
  options: 'listen' | 'make';
  /** Which argument of that call, counted from 0. */
  argument: number;
  /** Names under which the host stands in the options. */
  hostKeys: readonly string[];
  host: string;
  /** Undefined: without one, the operating system chooses. */
  port: number | undefined;
  /** Variables that it reads itself where no option says more. */
  variables?: { host?: readonly string[]; port?: readonly string[] };
  /** In ms; undefined: it keeps connections without a limit. */
  keepAlive: number | undefined;
  /** How the limit is set: on the http server that is reached by these properties, or by an option. */
  keepAliveOn: readonly string[];
  /**
   * The option of the call that makes it, and its unit in ms; `within`: the option whose object holds it; `listen`: the
   * options of the call that listens can hold it, too, and win.
   */
  keepAliveOption?: { name: string; unit: number; within?: string; listen?: boolean };
  /** How a fix sets the limit: the first way that the program's text allows. */
  keepAliveFix: readonly KeepAliveFix[];
  /** Documentation of these defaults. */
  source: string;
  /** When and how they were measured; undefined: they were not. */
  measured?: string;
}

/** `keepAliveTimeout` of Node's http, in ms; the same in every major from 8 to 26 (measured 2026-11). */
const NODE_KEEP_ALIVE = 5_000;

const NODE_HTTP = 'https://nodejs.org/api/http.html#serverkeepalivetimeout';
const NODE_LISTEN = 'https://nodejs.org/api/net.html#serverlistenport-host-backlog-callback';
/** Host, port and idle time of a connection, on Linux with PORT set: docs/servers.md. */
const MEASURED = 'measured 2026-11-21 on Node 20, 22, 24, 26';

type Row = Partial<Omit<Framework, 'title' | 'makes' | 'source'>>;

function framework(title: string, makes: string, source: string, row: Row = {}): Framework {
  return {
    title,
    makes: makes.split(' '),
    listen: ['listen'],
    style: 'node',
    options: 'listen',
    argument: 0,
    hostKeys: ['host'],
    host: '::',
    port: undefined,
    keepAlive: NODE_KEEP_ALIVE,
    // What `listen` returns, too, can have it set.
    keepAliveOn: [],
    keepAliveFix: ['server'],
    source,
    ...row,
  };
}

const IS_MEASURED: Row = { measured: MEASURED };

/** Its `serverOptions` go to Node's `createServer`. */
const HONO: Row = {
  ...IS_MEASURED,
  keepAliveOption: { name: 'keepAliveTimeout', unit: 1, within: 'serverOptions' },
  // In TypeScript what it gives may be a server of HTTP/2, which has no such time.
  keepAliveFix: ['option'],
};

/** Servers whose `listen` is that of Node's http server. */
const LIKE_NODE: readonly Framework[] = [
  framework('Node http', 'http.createServer http.Server', NODE_LISTEN, {
    ...IS_MEASURED,
    keepAliveOption: { name: 'keepAliveTimeout', unit: 1 },
  }),
  framework('Node https', 'https.createServer https.Server spdy.createServer', NODE_LISTEN, {
    ...IS_MEASURED,
    keepAliveOption: { name: 'keepAliveTimeout', unit: 1 },
  }),
  framework('Node http2', 'http2.createServer http2.createSecureServer', 'https://nodejs.org/api/http2.html', {
    keepAlive: undefined,
    keepAliveFix: [],
  }),
  framework('Express', 'express', 'https://expressjs.com/en/5x/api.html#app.listen', IS_MEASURED),
  // Packages that set an app of Express up and give it back.
  framework(
    'Express',
    'routing-controllers.createExpressServer inversify-express-utils.InversifyExpressServer',
    'https://github.com/typestack/routing-controllers',
  ),
  framework('Feathers', '@feathersjs/express @feathersjs/koa.koa', 'https://feathersjs.com/api/express', {
    ...IS_MEASURED,
    // A promise of the server from 5 on, the server itself before.
    keepAliveFix: ['promised'],
  }),
  framework('Connect', 'connect', 'https://github.com/senchalabs/connect', IS_MEASURED),
  framework('Koa', 'koa', 'https://koajs.com/#app-listen-', IS_MEASURED),
  framework('Polka', 'polka', 'https://github.com/lukeed/polka#listen', {
    ...IS_MEASURED,
    keepAliveOn: ['server'],
    keepAliveFix: [{ property: 'server', gives: true }],
  }),
  framework('Restify', 'restify.createServer', 'http://restify.com/docs/server-api/#listen', {
    measured: 'measured 2026-11-21 on Node 20, 22; version 11 does not start on 24 and 26',
    keepAliveOn: ['server'],
    keepAliveFix: [{ property: 'server' }],
  }),
  framework('Nest', '@nestjs/core.NestFactory.create', 'https://docs.nestjs.com/first-steps', {
    measured: `${MEASURED}, Nest 11`,
    keepAliveOn: ['getHttpServer'],
    keepAliveFix: [{ property: 'getHttpServer()' }, 'promised'],
  }),
  framework(
    'tRPC',
    '@trpc/server/adapters/standalone.createHTTPServer',
    'https://trpc.io/docs/server/adapters/standalone',
    {
      ...IS_MEASURED,
      keepAliveOn: ['server'],
      // Version 10 gives an object of its own, 11 the server.
      keepAliveFix: [],
    },
  ),
  framework('json-server', 'json-server.create', 'https://github.com/typicode/json-server/tree/v0#module', IS_MEASURED),
  framework(
    'Apollo Server',
    'apollo-server.ApolloServer',
    'https://www.apollographql.com/docs/apollo-server/v3/api/apollo-server',
    {
      ...IS_MEASURED,
      style: 'options',
      port: 4000,
      keepAliveOn: ['server'],
      // A promise of an object that holds the server.
      keepAliveFix: [],
    },
  ),
  framework('graphql-yoga 1', 'graphql-yoga.GraphQLServer', 'https://www.npmjs.com/package/graphql-yoga/v/1.18.3', {
    listen: ['start'],
    style: 'options',
    port: 4000,
    keepAliveFix: [],
    variables: { port: ['PORT'] },
  }),
  framework('Adonis', '@adonisjs/core.Ignitor @adonisjs/core/build/standalone.Ignitor', 'https://docs.adonisjs.com', {
    listen: ['start'],
    style: 'options',
    host: '0.0.0.0',
    port: 3333,
    keepAliveFix: [],
    variables: { host: ['HOST'], port: ['PORT'] },
  }),
  framework('Hono', '@hono/node-server.createAdaptorServer', 'https://hono.dev/docs/getting-started/nodejs', HONO),
  framework('micro', 'micro', 'https://github.com/vercel/micro'),
  framework('tinyhttp', '@tinyhttp/app.App', 'https://tinyhttp.v1rtl.site/docs#applisten', IS_MEASURED),
  framework('restana', 'restana', 'https://github.com/BackendStack21/restana', {
    ...IS_MEASURED,
    listen: ['start', 'listen'],
    keepAliveFix: ['promised'],
  }),
];

const FASTIFY: Row = {
  host: 'localhost',
  keepAliveOn: ['server'],
  keepAliveOption: { name: 'keepAliveTimeout', unit: 1 },
  keepAliveFix: ['option', { property: 'server' }],
};

/** Servers with ways of their own. */
const OTHERS: readonly Framework[] = [
  framework(
    'Fastify',
    'fastify fastify.fastify fastify.Fastify',
    'https://fastify.dev/docs/latest/Reference/Server/#listen',
    {
      ...FASTIFY,
      keepAlive: 72_000,
      measured: `${MEASURED}, Fastify 4 and 5`,
    },
  ),
  framework(
    'Hapi',
    '@hapi/hapi.server @hapi/hapi.Server hapi.server hapi.Server',
    'https://hapi.dev/api/#server.options.host',
    {
      ...IS_MEASURED,
      listen: ['start'],
      style: 'options',
      options: 'make',
      keepAliveOn: ['listener'],
      keepAliveFix: [{ property: 'listener' }],
    },
  ),
  framework('Hono', '@hono/node-server.serve', 'https://hono.dev/docs/getting-started/nodejs', {
    ...HONO,
    listen: [],
    style: 'options',
    options: 'make',
    hostKeys: ['hostname'],
    port: 3000,
  }),
  framework('h3', 'h3.serve srvx.serve srvx/node.serve', 'https://srvx.h3.dev/guide/options', {
    ...IS_MEASURED,
    listen: [],
    style: 'options',
    options: 'make',
    argument: 1,
    hostKeys: ['hostname'],
    port: 3000,
    variables: { host: ['HOST'], port: ['PORT'] },
    keepAliveOption: { name: 'keepAliveTimeout', unit: 1, within: 'node' },
    keepAliveFix: ['option'],
  }),
  framework('listhen', 'listhen.listen', 'https://github.com/unjs/listhen', {
    ...IS_MEASURED,
    listen: [],
    style: 'options',
    options: 'make',
    argument: 1,
    hostKeys: ['hostname'],
    port: 3000,
    variables: { host: ['NITRO_HOST', 'HOST'], port: ['NITRO_PORT', 'PORT'] },
    keepAliveFix: [],
  }),
  framework(
    'Apollo Server',
    '@apollo/server/standalone.startStandaloneServer',
    'https://www.apollographql.com/docs/apollo-server/api/standalone',
    {
      ...IS_MEASURED,
      listen: [],
      style: 'options',
      options: 'make',
      argument: 1,
      port: 4000,
      keepAliveFix: [],
    },
  ),
  framework('Socket.IO', 'socket.io.Server socket.io', 'https://socket.io/docs/v4/server-initialization/', {
    ...IS_MEASURED,
    listen: ['listen', 'attach'],
    keepAliveOn: ['httpServer'],
    // In TypeScript it may be a server of HTTP/2, which has no such time.
    keepAliveFix: [],
  }),
  framework(
    'ws',
    'ws.WebSocketServer ws.Server ws.WebSocket.Server',
    'https://github.com/websockets/ws/blob/master/doc/ws.md',
    {
      ...IS_MEASURED,
      listen: [],
      style: 'options',
      options: 'make',
      keepAliveFix: [],
    },
  ),
  framework('Bun', '.Bun.serve bun.serve', 'https://bun.com/docs/runtime/http/server', {
    measured: 'measured 2026-11 with Bun 1.4',
    listen: [],
    style: 'options',
    options: 'make',
    hostKeys: ['hostname'],
    host: '0.0.0.0',
    port: 3000,
    variables: { port: ['BUN_PORT', 'PORT', 'NODE_PORT'] },
    keepAlive: 10_000,
    keepAliveOption: { name: 'idleTimeout', unit: 1_000 },
    keepAliveFix: ['option'],
  }),
  framework('Elysia', 'elysia.Elysia elysia', 'https://elysiajs.com/patterns/configuration', {
    measured: 'measured 2026-11 with Elysia 1.4',
    hostKeys: ['hostname'],
    host: '0.0.0.0',
    keepAlive: 30_000,
    keepAliveOption: { name: 'idleTimeout', unit: 1_000, within: 'serve', listen: true },
    keepAliveFix: ['option'],
  }),
  framework('Deno', '.Deno.serve', 'https://docs.deno.com/api/deno/~/Deno.serve', {
    measured: 'measured 2026-11 with Deno 2.9',
    listen: [],
    style: 'options',
    options: 'make',
    hostKeys: ['hostname'],
    host: '0.0.0.0',
    port: 8000,
    keepAlive: undefined,
    keepAliveFix: [],
  }),
];

export const FRAMEWORKS: readonly Framework[] = [...LIKE_NODE, ...OTHERS];

/** Nest on Fastify: the second argument of `create` decides. */
export const NEST_FASTIFY: Framework = framework(
  'Nest on Fastify',
  '@nestjs/platform-fastify.FastifyAdapter',
  'https://docs.nestjs.com/techniques/performance',
  {
    ...FASTIFY,
    keepAlive: 72_000,
    keepAliveOn: ['getHttpServer'],
    keepAliveFix: [{ property: 'getHttpServer()' }, 'promised'],
    measured: `${MEASURED}, Nest 11`,
  },
);

/** Fastify before 4 leaves the time to Node. */
export const FASTIFY_3_KEEP_ALIVE = { below: 4, keepAlive: NODE_KEEP_ALIVE, source: NODE_HTTP } as const;

/** A server that speaks no HTTP: it counts only where nothing else listens. */
export const PLAIN: Framework = framework('Node net', 'net.createServer net.Server', NODE_LISTEN, {
  keepAlive: undefined,
  keepAliveFix: [],
});

/** Calls that give back the server, or another object of the same one. */
export const PASSING: ReadonlySet<string> = new Set([
  ...['use', 'get', 'post', 'put', 'patch', 'delete', 'all', 'head', 'options', 'route', 'register', 'decorate', 'set'],
  ...['on', 'once', 'addListener', 'setTimeout', 'enable', 'disable', 'group', 'guard', 'derive', 'state', 'plugin'],
  ...[
    'addHook',
    'after',
    'ready',
    'keys',
    'ws',
    'listen',
    'ref',
    'unref',
    'configure',
    'hooks',
    'onError',
    'withTypeProvider',
    // Adonis and Inversify
    'tap',
    'httpServer',
    'setConfig',
    'setErrorConfig',
    'build',
  ],
]);

/** Packages whose function gives back the server that it is given. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  ...[
    'stoppable',
    'http-shutdown',
    'server-destroy',
    'killable',
    'http-graceful-shutdown',
    'express-ws',
    'http-terminator',
  ],
]);
