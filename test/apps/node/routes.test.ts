import { describe, expect, it } from 'vitest';
import { routesIn, said, type Files } from './routes-of.js';

const of = async (source: string, more: Files = {}): Promise<string> =>
  said(await routesIn({ 'server.js': source, ...more }));

const express = (body: string): string =>
  `const express = require('express'); const app = express(); ${body}; app.listen(process.env.PORT);`;

describe('Express', () => {
  it.each([
    ["app.get('/health', (req, res) => res.send('ok'))", 'GET /health 200'],
    ["app.get('/health', (req, res) => { res.status(200).json({ ok: true }); })", 'GET /health 200'],
    ["app.get('/health', (req, res) => res.sendStatus(204))", 'GET /health 204'],
    ["app.get('/health', (req, res) => { res.status(up ? 200 : 503).end(); })", 'GET /health 200/503'],
    ["app.get('/health', (req, res) => { res.statusCode = 200; res.end(); })", 'GET /health'],
    ["app.get('/gone', (req, res) => res.status(410).end())", 'GET /gone 410'],
    ["app.get('/old', (req, res) => res.redirect('/new'))", 'GET /old 302'],
    ["app.get('/old', (req, res) => res.redirect(301, '/new'))", 'GET /old 301'],
    ["app.get('/health', handler)", 'GET /health'],
    ["app.get('/a', require('./handler').show)", 'GET /a, …'],
    ["app.post('/login', (req, res) => res.end())", 'POST /login 200'],
    ["app.all('/any', (req, res) => res.end())", 'ALL /any 200'],
    ["app.get(['/a', '/b'], (req, res) => res.end())", 'GET /a 200, GET /b 200'],
    ["app.get('/users/:id', (req, res) => res.end())", 'GET /users/:id 200'],
    ["app.get('/users/:id?', (req, res) => res.end())", 'GET /users 200, GET /users/:id 200'],
    ["app.get('/users{/:id}', (req, res) => res.end())", 'GET /users 200, GET /users/:id 200'],
    ["app.get('*', (req, res) => res.sendFile('index.html'))", 'GET /* 200'],
    ["app.get('/{*splat}', (req, res) => res.sendFile('index.html'))", 'GET / 200, GET /* 200'],
    ["app.get('/files/:name.:ext', (req, res) => res.end())", 'GET /files/* 200 ?'],
    ["app.get('/ab?cd', (req, res) => res.end())", 'GET /* 200 ?'],
    ['app.get(/^\\/api/, (req, res) => res.end())', 'GET /* 200 ?'],
    ["app.get('/' + process.env.NAME, (req, res) => res.end())", 'GET /* 200 ?'],
    ["app.get('title')", ''],
    ["app.set('view engine', 'ejs'); app.disable('x-powered-by')", ''],
    ["app.route('/a').get((req, res) => res.end()).post((req, res) => res.end())", 'GET /a 200, POST /a 200'],
    ["app.get('/a', (q, s) => s.end()).get('/b', (q, s) => s.end())", 'GET /a 200, GET /b 200'],
    ["app['get']('/a', (q, s) => s.end())", 'GET /a 200'],
    ["const { get } = { get: '/x' }; app.get(get, (q, s) => s.end())", 'GET /x 200'],
    ["const BASE = '/api'; app.get(`${BASE}/health`, (q, s) => s.end())", 'GET /api/health 200'],
    ["for (const p of ['/a', '/b']) app.get(p, (q, s) => s.end())", 'GET /a 200, GET /b 200'],
    ["['/a', '/b'].forEach((p) => app.get(p, (q, s) => s.end()))", 'GET /a 200, GET /b 200'],
    ["if (process.env.DEBUG_ROUTES) app.get('/debug', (q, s) => s.end())", 'GET /debug 200 ?'],
    ["app.use((req, res) => res.status(404).send('no'))", 'ALL /* 404'],
    ['app.use((err, req, res, next) => res.status(500).end())', ''],
    ['app.use((req, res, next) => { console.log(req.url); next(); })', ''],
    ["app.use((req, res, next) => { if (req.method === 'OPTIONS') return res.sendStatus(200); next(); })", ''],
    ["app.use('/admin', (req, res) => res.end())", 'ALL /admin 200, ALL /admin/* 200'],
    ["app.use(express.json()); app.use(require('cors')()); app.use(require('helmet')())", ''],
    ["app.use(require('swagger-stats').getMiddleware({}))", 'ALL /* ?'],
    ["app.use('/auth', require('some-auth')())", 'ALL /auth ?, ALL /auth/* ?'],
    ["app.use((req, res, next) => { if (req.path === '/health') return res.send('ok'); next(); })", 'ALL /* ?'],
    ["app.use(express.static('client/build'))", 'GET /* ?'],
    ["require('express-routemagic').use(app)", '…'],
    ["const server = require('http').createServer(app); require('socket.io')(server)", ''],
  ])('%s', async (source, expected) => {
    expect(await of(express(source))).toBe(expected);
  });

  it.each([
    [
      'const auth = (req, res, next) => { if (!req.headers.authorization) return res.status(401).end(); next(); }; app.use(auth)',
      'refused',
    ],
    [
      'const auth = (req, res, next) => { const token = req.cookies.token; if (!token) { return res.status(403).json({}); } next(); }; app.use(auth)',
      'refused',
    ],
    ["app.use(require('passport').authenticate('jwt', { session: false }))", 'refused'],
    ["app.use(require('passport').authenticate(['jwt', 'anonymous'], { session: false }))", 'guarded'],
    ["app.use(require('express-basic-auth')({ users: { a: 'b' } }))", 'refused'],
    // A redirect to where one logs in is an answer.
    ["app.use(require('passport').authenticate('google'))", 'guarded'],
    ["app.use(require('passport').authenticate('jwt', (error, user) => {}))", 'guarded'],
    // A guard that depends on how the program is set may be off.
    [
      'const auth = (req, res, next) => { if (!process.env.TOKEN) return next(); if (!req.headers.authorization) return res.status(401).end(); next(); }; app.use(auth)',
      'guarded',
    ],
    [
      'const auth = (req, res, next) => { if (!process.env.TOKEN) return res.status(401).end(); next(); }; app.use(auth)',
      'guarded',
    ],
    [
      'const limit = (req, res, next) => { if (busy) return res.status(429).end(); next(); }; app.use(limit)',
      'guarded',
    ],
    ['app.use((req, res, next) => { check(req, res); next(); })', 'guarded'],
  ])('a guard: %s', async (source, mark) => {
    const after = await of(express(`${source}; app.get('/a', (req, res) => res.end())`));
    expect(after).toBe(`GET /a 200 ${mark}`);
    const before = await of(express(`app.get('/a', (req, res) => res.end()); ${source}`));
    expect(before).toBe('GET /a 200');
  });

  it('keeps a guard to its paths', async () => {
    const source = express(
      "const auth = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); }; app.use('/api', auth); app.get('/health', (q, s) => s.end()); app.get('/api/me', (q, s) => s.end())",
    );
    expect(await of(source)).toBe('GET /health 200, GET /api/me 200 refused');
  });

  it.each([
    [
      "app.get('/a', wrap(async (req, res) => res.status(201).end())); function wrap(fn) { return (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next); }",
      'GET /a 201',
    ],
    ["app.get('/a', require('express-async-handler')(async (req, res) => { res.json(1); }))", 'GET /a 200'],
    ["class C { show = (req, res) => res.end(); } app.get('/a', new C().show)", 'GET /a 200'],
    ["const c = { show(req, res) { res.end(); } }; app.get('/a', c.show.bind(c))", 'GET /a 200'],
  ])('wrapped: %s', async (source, expected) => {
    expect(await of(express(source))).toBe(expected);
  });

  const router =
    "const router = require('express').Router(); router.get('/health', (q, s) => s.end()); module.exports = router;";
  it.each([
    ["app.use(require('./r'))", 'GET /health 200'],
    ["app.use('/', require('./r'))", 'GET /health 200'],
    ["app.use('/api', require('./r'))", 'GET /api/health 200'],
    ["app.use('/api/', express.json(), require('./r'))", 'GET /api/health 200'],
    ["app.use(['/v1', '/v2'], require('./r'))", 'GET /v1/health 200, GET /v2/health 200'],
    ["const all = express.Router(); all.use('/v1', require('./r')); app.use('/api', all)", 'GET /api/v1/health 200'],
    ["const sub = express(); sub.use(require('./r')); app.use('/sub', sub)", 'GET /sub/health 200'],
    ["const routes = [['/a', require('./r')]]; for (const [p, r] of routes) app.use(p, r)", 'GET /a/health 200'],
    ["app.use(process.env.PREFIX, require('./r'))", 'ALL /* ?, GET /health 200 guarded'],
    ["require('fs').readdirSync('routes').forEach((f) => app.use(require('./routes/' + f)))", 'ALL /* ?'],
  ])('a router of another file: %s', async (source, expected) => {
    expect(await of(express(source), { 'r.js': router })).toBe(expected);
  });

  it('reads modules and TypeScript', async () => {
    const files = {
      'src/index.ts': "import { app } from './app.js'; app.listen(3000);",
      'src/app.ts':
        "import express, { type Express } from 'express'; import users from './users'; export const app: Express = express(); app.use('/users', users);",
      'src/users.ts':
        "import { Router, Request, Response } from 'express'; const router: Router = Router(); router.get('/', async (req: Request, res: Response): Promise<void> => { res.json([]); }); export default router;",
    };
    expect(said(await routesIn(files))).toBe('GET /users 200');
  });

  it('lists the files of a folder that is served', async () => {
    const files = { 'public/index.html': '', 'public/a/b.css': '' };
    expect(await of(express("app.use(express.static('public'))"), files)).toBe('GET /a/b.css, GET /index.html, GET /');
  });

  it('does not follow two servers', async () => {
    const source =
      "const e = require('express'); const a = e(); a.get('/x', (q, s) => s.end()); a.listen(1); const b = e(); b.listen(2);";
    expect(await of(source)).toBe('GET /x 200, …');
  });

  it('says nothing of a router that nothing mounts', async () => {
    expect(await of(express("const r = express.Router(); r.get('/x', (q, s) => s.end())"))).toBe('');
  });
});

const fastify = (body: string): string =>
  `const app = require('fastify')(); ${body}; app.listen({ port: 3000, host: '0.0.0.0' });`;

describe('Fastify', () => {
  it.each([
    ["app.get('/health', async () => ({ ok: true }))", 'GET /health'],
    ["app.get('/health', (request, reply) => { reply.code(200).send('ok'); })", 'GET /health 200'],
    ["app.get('/health', { schema: {} }, (request, reply) => { reply.send('ok'); })", 'GET /health 200'],
    ["app.get('/health', { handler: async () => 1 })", 'GET /health'],
    ["app.route({ method: 'GET', url: '/a', handler: async () => 1 })", 'GET /a'],
    ["app.route({ method: ['GET', 'HEAD'], url: '/a', handler: async () => 1 })", 'GET /a, HEAD /a'],
    ["app.register(async (f) => { f.get('/a', async () => 1); })", 'GET /a'],
    ["app.register(async (f) => { f.get('/a', async () => 1); }, { prefix: '/v1' })", 'GET /v1/a'],
    ["app.register(function (f, o, done) { f.get('/', async () => 1); done(); }, { prefix: '/v1' })", 'GET /v1'],
    [
      "app.register(async (f) => { f.register(async (g) => { g.get('/b', async () => 1); }, { prefix: '/b' }); }, { prefix: '/a' })",
      'GET /a/b/b',
    ],
    ["app.register(require('./plugin'), { prefix: '/p' })", 'GET /p/x'],
    ["app.register(import('./plugin.mjs'), { prefix: '/p' })", 'GET /p/y'],
    [
      "app.register(require('fastify-plugin')(async (f) => { f.get('/a', async () => 1); }), { prefix: '/no' })",
      'GET /a',
    ],
    ["app.register(require('@fastify/cors'), {})", ''],
    ["app.register(require('@fastify/autoload'), { dir: 'routes', prefix: '/api' })", 'ALL /* ?'],
    ["app.register(require('@fastify/static'), { root: '/x', prefix: '/public/' })", 'ALL /public/ ?, ALL /public/* ?'],
    ["app.register(require('@fastify/under-pressure'), { exposeStatusRoute: true })", 'GET /status'],
    ["app.register(require('@fastify/under-pressure'), { exposeStatusRoute: '/alive' })", 'GET /alive'],
    ["app.register(require('unknown-plugin'))", 'ALL /* ?'],
    ["app.get('/a', { preHandler: app.authenticate }, async () => 1)", 'GET /a guarded'],
    [
      "app.get('/a', async () => 1); app.addHook('onRequest', async (request, reply) => { if (!request.headers.authorization) reply.code(401).send(); })",
      'GET /a refused',
    ],
    [
      "app.addHook('onSend', async (request, reply) => { reply.header('x', 'y'); }); app.get('/a', async () => 1)",
      'GET /a',
    ],
    ["app.addHook('onRequest', async (request) => { request.start = 1; }); app.get('/a', async () => 1)", 'GET /a'],
    ["app.setNotFoundHandler((request, reply) => reply.sendFile('index.html'))", 'GET /* ?'],
  ])('%s', async (source, expected) => {
    const files = {
      'plugin.js': "module.exports = async function (f) { f.get('/x', async () => 1); };",
      'plugin.mjs': "export default async function (f) { f.get('/y', async () => 1); }",
    };
    expect(await of(fastify(source), files)).toBe(expected);
  });
});

describe('Koa', () => {
  const koa = (body: string): string =>
    `const Koa = require('koa'); const Router = require('@koa/router'); const app = new Koa(); ${body}; app.listen(3000);`;

  it.each([
    ["const r = new Router(); r.get('/a', (ctx) => { ctx.body = 'ok'; }); app.use(r.routes())", 'GET /a 200'],
    [
      "const r = new Router(); r.get('/a', (ctx) => { ctx.status = 204; }); app.use(r.routes()).use(r.allowedMethods())",
      'GET /a 204',
    ],
    [
      "const r = new Router({ prefix: '/api' }); r.get('/a', (ctx) => { ctx.body = 1; }); app.use(r.middleware())",
      'GET /api/a 200',
    ],
    [
      "const r = new Router(); r.prefix('/api'); r.get('name', '/a', (ctx) => { ctx.body = 1; }); app.use(r.routes())",
      'GET /api/a 200',
    ],
    [
      "const r = new Router(); const s = new Router(); s.get('/b', (ctx) => { ctx.body = 1; }); r.use('/a', s.routes()); app.use(r.routes())",
      'GET /a/b 200',
    ],
    [
      "const sub = new Koa(); const r = new Router(); r.get('/b', (ctx) => { ctx.body = 1; }); sub.use(r.routes()); app.use(require('koa-mount')('/m', sub))",
      'GET /m/b 200',
    ],
    ["app.use(async (ctx) => { ctx.body = 'hello'; })", 'ALL /* 200'],
    ["app.use(async (ctx, next) => { await next(); ctx.set('x', 'y'); })", ''],
    [
      "app.use(async (ctx, next) => { if (ctx.path === '/health') { ctx.body = 'ok'; return; } await next(); })",
      'ALL /* ?',
    ],
    ["app.use(require('koa-bodyparser')())", ''],
  ])('%s', async (source, expected) => {
    expect(await of(koa(source))).toBe(expected);
  });
});

describe('Hono', () => {
  const hono = (body: string): string =>
    `import { Hono } from 'hono'; import { serve } from '@hono/node-server'; ${body}; serve({ fetch: app.fetch, port: 3000 });`;

  it.each([
    ["const app = new Hono(); app.get('/a', (c) => c.text('ok'))", 'GET /a 200'],
    ["const app = new Hono(); app.get('/a', (c) => c.json({}, 503))", 'GET /a 503'],
    ["const app = new Hono().basePath('/api'); app.get('/a', (c) => c.text('ok'))", 'GET /api/a 200'],
    [
      "const app = new Hono(); const s = new Hono(); s.get('/b', (c) => c.text('b')); app.route('/a', s)",
      'GET /a/b 200',
    ],
    ["const app = new Hono(); app.on(['GET', 'POST'], '/a', (c) => c.text('a'))", 'GET /a 200, POST /a 200'],
    [
      "const app = new Hono(); app.use('*', async (c, next) => { await next(); }); app.get('/a', (c) => c.text('a'))",
      'GET /a 200',
    ],
    ["const app = new Hono().get('/a', (c) => c.text('a')).post('/b', (c) => c.text('b'))", 'GET /a 200, POST /b 200'],
  ])('%s', async (source, expected) => {
    expect(await of(hono(source))).toBe(expected);
  });
});

describe('Hapi, Polka, Restify and bare http', () => {
  const hapi = (body: string): string =>
    `const Hapi = require('@hapi/hapi'); const init = async () => { const server = Hapi.server({ port: 3000 }); ${body}; await server.start(); }; init();`;

  it.each([
    ["server.route({ method: 'GET', path: '/a', handler: () => 'ok' })", 'GET /a'],
    [
      "server.route([{ method: 'GET', path: '/a/{id}', handler: () => 1 }, { method: ['PUT', 'POST'], path: '/b', handler: () => 1 }])",
      'GET /a/:id, PUT /b, POST /b',
    ],
    ["server.route({ method: '*', path: '/{any*}', handler: (r, h) => h.response('no').code(404) })", 'ALL /* 404'],
    ["server.route({ method: 'GET', path: '/a', options: { auth: 'jwt', handler: () => 1 } })", 'GET /a guarded'],
    [
      "server.auth.default('jwt'); server.route({ method: 'GET', path: '/a', options: { auth: false }, handler: () => 1 }); server.route({ method: 'GET', path: '/b', handler: () => 1 })",
      'GET /a, GET /b guarded',
    ],
    [
      "await server.register({ name: 'p', register: async (s) => { s.route({ method: 'GET', path: '/p', handler: () => 1 }); } })",
      'GET /p',
    ],
    [
      "await server.register({ plugin: { name: 'p', register: (s) => { s.route({ method: 'GET', path: '/p', handler: () => 1 }); } }, routes: { prefix: '/x' } })",
      'GET /x/p',
    ],
    ["await server.register(require('unknown'))", '…'],
  ])('Hapi: %s', async (source, expected) => {
    expect(await of(hapi(source))).toBe(expected);
  });

  it.each([
    ["require('polka')().get('/a', (q, s) => s.end('x')).listen(3000)", 'GET /a 200'],
    [
      "const s = require('restify').createServer(); s.get('/a', (q, r, n) => { r.send('x'); n(); }); s.listen(1)",
      'GET /a',
    ],
    [
      "const s = require('restify').createServer(); s.del('/a', (q, r) => { r.send('x'); }); s.listen(1)",
      'DELETE /a 200',
    ],
    ["require('http').createServer((req, res) => res.end('ok')).listen(3000)", 'ALL /* 200'],
    [
      "require('http').createServer((req, res) => { if (req.url === '/health') return res.end('ok'); res.statusCode = 404; res.end(); }).listen(3000)",
      'ALL /health, ALL /* ?',
    ],
    [
      "require('http').createServer((req, res) => { switch (req.url) { case '/a': return res.end(); default: res.writeHead(404).end(); } }).listen(3000)",
      'ALL /a, ALL /* ?',
    ],
    ["require('http').createServer((req, res) => route(req, res)).listen(3000)", 'ALL /* ?'],
    [
      "const s = require('http').createServer(); s.on('request', (req, res) => res.end('ok')); s.listen(3000)",
      'ALL /* 200',
    ],
    ["require('unknown-framework')().get('/a', () => 1).listen(3000)", '…'],
  ])('%s', async (source, expected) => {
    expect(await of(source)).toBe(expected);
  });
});
