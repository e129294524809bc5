/** A server that is started for real. */
export interface MeasuredServer {
  title: string;
  /** The row of the table that it is compared with. */
  row: string;
  /** As `npm install` takes them; an alias in front tells versions apart. */
  packages: readonly string[];
  /** Its program; it is given PORT. */
  code: string;
  /** What the table says, where a version differs from the row. */
  keepAlive?: number;
}

const server = (
  title: string,
  row: string,
  packages: string,
  code: string,
  more: Partial<MeasuredServer> = {},
): MeasuredServer => ({
  title,
  row,
  packages: packages === '' ? [] : packages.split(' '),
  code,
  ...more,
});

/** The core set: no TypeScript, no build. */
export const MEASURED_SERVERS: readonly MeasuredServer[] = [
  server('Node http', 'Node http', '', "require('http').createServer((q, s) => s.end('ok')).listen(process.env.PORT);"),
  server(
    'Express 4',
    'Express',
    'express4@npm:express@4',
    "require('express4')().use((q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
  server(
    'Express 5',
    'Express',
    'express5@npm:express@5',
    "require('express5')().use((q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
  server(
    'Koa 3',
    'Koa',
    'koa@3',
    "const Koa = require('koa'); new Koa().use((c) => { c.body = 'ok'; }).listen(process.env.PORT);",
  ),
  server(
    'Fastify 3',
    'Fastify',
    'fastify3@npm:fastify@3',
    "const f = require('fastify3')(); f.get('/', async () => 'ok'); f.listen(process.env.PORT);",
    { keepAlive: 5_000 },
  ),
  server(
    'Fastify 4',
    'Fastify',
    'fastify4@npm:fastify@4',
    "const f = require('fastify4')(); f.get('/', async () => 'ok'); f.listen({ port: process.env.PORT });",
  ),
  server(
    'Fastify 5',
    'Fastify',
    'fastify5@npm:fastify@5',
    "const f = require('fastify5')(); f.get('/', async () => 'ok'); f.listen({ port: process.env.PORT });",
  ),
  server(
    'Hapi 21',
    'Hapi',
    '@hapi/hapi@21',
    "const s = require('@hapi/hapi').server({ port: process.env.PORT }); s.route({ method: 'GET', path: '/', handler: () => 'ok' }); s.start();",
  ),
  server(
    'Polka 0.5',
    'Polka',
    'polka@0.5',
    "require('polka')().get('/', (q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
  server(
    'Restify 11',
    'Restify',
    'restify@11',
    "const s = require('restify').createServer(); s.get('/', (q, r, n) => { r.send('ok'); n(); }); s.listen(process.env.PORT);",
  ),
  server(
    'Hono',
    'Hono',
    '@hono/node-server@1 hono@4',
    "const { serve } = require('@hono/node-server'); serve({ fetch: () => new Response('ok'), port: Number(process.env.PORT) });",
  ),
  server(
    'Connect 3',
    'Connect',
    'connect@3',
    "require('connect')().use((q, s) => s.end('ok')).listen(process.env.PORT);",
  ),
];
