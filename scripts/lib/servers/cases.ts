import { PROJECTS } from './projects.js';

/** A server that is started for real. */
export interface ServerCase {
  title: string;
  /** The title of its row in the tables, and what the row's server is made by where several have one title. */
  row: string;
  makes?: string;
  /** As `npm install` takes them; an alias in front tells versions apart. */
  packages: readonly string[];
  /** Its program, a CommonJS or a module by its text; it is given PORT. */
  code?: string;
  /** A program of a package, with its arguments. */
  command?: readonly string[];
  /** Beside the program, by path. */
  files?: Readonly<Record<string, string>>;
  /** A program of a package that comes first, once. */
  build?: readonly string[];
  /** The program that the build makes. */
  built?: string;
  /** A folder of its own, where its packages are installed without those of others. */
  project?: string;
  /** Variables beside PORT. */
  env?: Readonly<Record<string, string>>;
  /** What runs its program in place of Node. */
  engine?: Engine;
  /** Where it does not read PORT. */
  port?: number;
  /** It keeps the machine so busy that nothing else is measured beside it. */
  isHeavy?: true;
  /** It speaks TLS; its program finds `key.pem` and `cert.pem`. */
  isSecure?: true;
  /** It speaks HTTP/2 alone. */
  isHttp2?: true;
  /** In ms, where a version differs from its row. */
  keepAlive?: number;
  /** Its packages are among the project's own: it is measured by the tests. */
  isCore?: true;
}

/** An engine that comes by npm, and the version that counts. */
export interface Engine {
  name: 'Bun' | 'Deno';
  /** The package that holds its program for this machine, and where. */
  package: string;
  program: string;
  arguments: readonly string[];
}

type More = Omit<ServerCase, 'title' | 'row' | 'packages' | 'code'>;

function made(title: string, row: string, packages: string, code: string, more: More = {}): ServerCase {
  return { title, row, packages: packages === '' ? [] : packages.split(' '), code, ...more };
}

function run(title: string, row: string, packages: string, command: string, more: More = {}): ServerCase {
  return { title, row, packages: packages.split(' '), command: command.split(' '), ...more };
}

const CORE = { isCore: true } as const;
const NEST = '@nestjs/core@11 @nestjs/common@11 reflect-metadata rxjs';
const nest = (adapter: string): string =>
  `require('reflect-metadata'); const { NestFactory } = require('@nestjs/core'); const { Module } = require('@nestjs/common'); class App {} Module({})(App); ${adapter}.then((app) => app.listen(process.env.PORT));`;
const FEATHERS = '@feathersjs/feathers@5';

/** Servers that a program makes. */
const MADE: readonly ServerCase[] = [
  made(
    'Node http',
    'Node http',
    '',
    "require('http').createServer((q, s) => s.end('ok')).listen(process.env.PORT);",
    CORE,
  ),
  made(
    'Node https',
    'Node https',
    '',
    "const fs = require('fs'); require('https').createServer({ key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') }, (q, s) => s.end('ok')).listen(process.env.PORT);",
    { isSecure: true },
  ),
  made(
    'Node http2',
    'Node http2',
    '',
    "require('http2').createServer((q, s) => s.end('ok')).listen(process.env.PORT);",
    { isHttp2: true },
  ),
  made(
    'Express 4',
    'Express',
    'express4@npm:express@4',
    "require('express4')().use((q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
  made(
    'Express 5',
    'Express',
    'express@5',
    "require('express')().use((q, s) => s.end('ok')).listen(process.env.PORT);",
    CORE,
  ),
  made(
    'routing-controllers 0.11',
    'Express',
    'routing-controllers@0.11 class-transformer@0.5 class-validator@0.14 reflect-metadata',
    "require('reflect-metadata'); require('routing-controllers').createExpressServer({ controllers: [] }).listen(process.env.PORT);",
    { makes: 'routing-controllers.createExpressServer' },
  ),
  made(
    'Feathers 5 on Express',
    'Feathers',
    `${FEATHERS} @feathersjs/express@5`,
    "const f = require('@feathersjs/express'); const app = f.default(require('@feathersjs/feathers').feathers()); app.use((q, s) => s.end('ok')); app.listen(process.env.PORT);",
  ),
  made(
    'Feathers 5 on Koa',
    'Feathers',
    `${FEATHERS} @feathersjs/koa@5`,
    "const app = require('@feathersjs/koa').koa(require('@feathersjs/feathers').feathers()); app.listen(process.env.PORT);",
  ),
  made(
    'Connect 3',
    'Connect',
    'connect@3',
    "require('connect')().use((q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
  made(
    'Koa 3',
    'Koa',
    'koa@3',
    "const Koa = require('koa'); new Koa().use((c) => { c.body = 'ok'; }).listen(process.env.PORT);",
    CORE,
  ),
  made(
    'Polka 0.5',
    'Polka',
    'polka@0.5',
    "require('polka')().get('/', (q, s) => s.end('ok')).listen(process.env.PORT);",
    CORE,
  ),
  made(
    'Restify 11',
    'Restify',
    'restify@11',
    "const s = require('restify').createServer(); s.get('/', (q, r, n) => { r.send('ok'); n(); }); s.listen(process.env.PORT);",
  ),
  made(
    'Nest 11 on Express',
    'Nest',
    `${NEST} @nestjs/platform-express@11`,
    nest('NestFactory.create(App, { logger: false })'),
    CORE,
  ),
  made(
    'Nest 11 on Fastify',
    'Nest on Fastify',
    `${NEST} @nestjs/platform-fastify@11`,
    nest("NestFactory.create(App, new (require('@nestjs/platform-fastify').FastifyAdapter)(), { logger: false })"),
    CORE,
  ),
  made(
    'tRPC 10',
    'tRPC',
    'trpc10@npm:@trpc/server@10',
    "const { initTRPC } = require('trpc10'); require('trpc10/adapters/standalone').createHTTPServer({ router: initTRPC.create().router({}) }).listen(Number(process.env.PORT));",
  ),
  made(
    'tRPC 11',
    'tRPC',
    '@trpc/server@11',
    "const { initTRPC } = require('@trpc/server'); require('@trpc/server/adapters/standalone').createHTTPServer({ router: initTRPC.create().router({}) }).listen(Number(process.env.PORT));",
  ),
  made(
    'json-server 0.17 as a module',
    'json-server',
    'json-server@0.17',
    "require('json-server').create().use((q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
  made(
    'Apollo Server 3',
    'Apollo Server',
    'apollo-server@3 graphql@16',
    "const { ApolloServer, gql } = require('apollo-server'); new ApolloServer({ typeDefs: gql`type Query { a: Int }` }).listen(process.env.PORT);",
    { makes: 'apollo-server.ApolloServer' },
  ),
  made(
    'Apollo Server 5',
    'Apollo Server',
    '@apollo/server@5 graphql@16',
    "const { ApolloServer } = require('@apollo/server'); require('@apollo/server/standalone').startStandaloneServer(new ApolloServer({ typeDefs: 'type Query { a: Int }' }), { listen: { port: Number(process.env.PORT) } });",
    { makes: '@apollo/server/standalone.startStandaloneServer' },
  ),
  made(
    'Hono with node-server 1',
    'Hono',
    'hono-server1@npm:@hono/node-server@1 hono@4',
    "require('hono-server1').serve({ fetch: () => new Response('ok'), port: Number(process.env.PORT) });",
    { makes: '@hono/node-server.serve' },
  ),
  made(
    'Hono with node-server 2',
    'Hono',
    '@hono/node-server@2 hono@4',
    "require('@hono/node-server').serve({ fetch: () => new Response('ok'), port: Number(process.env.PORT) });",
    { ...CORE, makes: '@hono/node-server.serve' },
  ),
  made(
    'Hono, createAdaptorServer',
    'Hono',
    '@hono/node-server@2 hono@4',
    "require('@hono/node-server').createAdaptorServer({ fetch: () => new Response('ok') }).listen(process.env.PORT);",
    { makes: '@hono/node-server.createAdaptorServer' },
  ),
  made(
    'micro 10 as a module',
    'micro',
    'micro@10',
    "require('http').createServer(require('micro').serve(() => 'ok')).listen(process.env.PORT);",
    { makes: 'micro' },
  ),
  made(
    'tinyhttp 2',
    'tinyhttp',
    '@tinyhttp/app@2',
    "import { App } from '@tinyhttp/app'; new App().get('/', (q, s) => s.send('ok')).listen(Number(process.env.PORT));",
  ),
  made(
    'restana 5',
    'restana',
    'restana@5',
    "const s = require('restana')(); s.get('/', (q, r) => r.send('ok')); s.start(Number(process.env.PORT));",
  ),
  made(
    'Fastify 3',
    'Fastify',
    'fastify3@npm:fastify@3',
    "const f = require('fastify3')(); f.get('/', async () => 'ok'); f.listen(process.env.PORT);",
    { keepAlive: 5_000 },
  ),
  made(
    'Fastify 4',
    'Fastify',
    'fastify4@npm:fastify@4',
    "const f = require('fastify4')(); f.get('/', async () => 'ok'); f.listen({ port: process.env.PORT });",
  ),
  made(
    'Fastify 5',
    'Fastify',
    'fastify@5',
    "const f = require('fastify')(); f.get('/', async () => 'ok'); f.listen({ port: process.env.PORT });",
    CORE,
  ),
  made(
    'Hapi 21',
    'Hapi',
    '@hapi/hapi@21',
    "const s = require('@hapi/hapi').server({ port: process.env.PORT }); s.route({ method: 'GET', path: '/', handler: () => 'ok' }); s.start();",
    CORE,
  ),
  made('h3 2', 'h3', 'h3@2', "import { H3, serve } from 'h3'; serve(new H3().get('/', () => 'ok'));"),
  made('listhen 1', 'listhen', 'listhen@1', "import { listen } from 'listhen'; listen((q, s) => s.end('ok'));"),
  made(
    'Socket.IO 4',
    'Socket.IO',
    'socket.io@4',
    "const { Server } = require('socket.io'); new Server(Number(process.env.PORT));",
  ),
  made(
    'ws 8',
    'ws',
    'ws@8',
    "const { WebSocketServer } = require('ws'); new WebSocketServer({ port: process.env.PORT });",
  ),
];

/** Servers with a command of their own. */
const COMMANDS: readonly ServerCase[] = [
  run('serve 14', 'serve', 'serve@14', 'serve .'),
  run('http-server 14', 'http-server', 'http-server@14', 'http-server .'),
  run('sirv-cli 3', 'sirv', 'sirv-cli@3', 'sirv .'),
  run('json-server 0.17', 'json-server', 'json-server@0.17', 'json-server db.json', {
    files: { 'db.json': '{ "a": [] }' },
    port: 3000,
  }),
  run('micro 10', 'micro', 'micro@10', 'micro micro-app.js', {
    files: { 'micro-app.js': "module.exports = () => 'ok';" },
    port: 3000,
  }),
  run('fastify-cli 8', 'fastify start', 'fastify-cli@8 fastify@5', 'fastify start fastify-app.js', {
    files: { 'fastify-app.js': "module.exports = async (app, options) => { app.get('/', async () => 'ok'); };" },
  }),
  run('vite 8, preview', 'vite preview', 'vite@8', 'vite preview', {
    files: { 'dist/index.html': '<p>ok</p>' },
    port: 4173,
  }),
  run('vite 8', 'vite', 'vite@8', 'vite', { files: { 'index.html': '<p>ok</p>' }, port: 5173 }),
];

const BUN: Engine = {
  name: 'Bun',
  package: `@oven/bun-linux-${process.arch === 'arm64' ? 'aarch64' : 'x64'}`,
  program: 'bin/bun',
  arguments: [],
};
const DENO: Engine = {
  name: 'Deno',
  package: `@deno/linux-${process.arch}-glibc`,
  program: 'deno',
  arguments: ['run', '--allow-all'],
};

/** Servers of other engines than Node. */
const ON_ENGINES: readonly ServerCase[] = [
  made('Bun.serve', 'Bun', 'bun@1', "Bun.serve({ fetch: () => new Response('ok') });", { engine: BUN }),
  made(
    'Elysia 1',
    'Elysia',
    'elysia@1 bun@1',
    "const { Elysia } = require('elysia'); new Elysia().get('/', () => 'ok').listen(process.env.PORT);",
    { engine: BUN, project: 'Elysia' },
  ),
  made(
    'Node http on Bun',
    'Node http',
    'bun@1',
    "require('http').createServer((q, s) => s.end('ok')).listen(process.env.PORT);",
    { engine: BUN },
  ),
  made('Deno.serve', 'Deno', 'deno@2', "Deno.serve(() => new Response('ok'));", { engine: DENO, port: 8000 }),
];

export const SERVER_CASES: readonly ServerCase[] = [...MADE, ...COMMANDS, ...PROJECTS, ...ON_ENGINES];
