import type { Spelling } from './spellings.js';

const DEFAULT = ':: 10000 5';
const BUN = '0.0.0.0 10000 10';
const bun = (program: Spelling['program'], ...listens: string[]): Spelling => ({ program, listens, by: 'bun' });
const node = (program: Spelling['program'], ...listens: string[]): Spelling => ({ program, listens });
const express = (rest: string): string => `const express = require('express');\nconst app = express();\n${rest}`;
const hono = (rest: string): string => `import { Hono } from 'hono';\nconst app = new Hono();\n${rest}`;

/** What Bun serves of the program's default export: each row but the undecided ones was started with Bun 1.4.5. */
const EXPORTED: readonly Spelling[] = [
  bun('export default { fetch() { return new Response(); } };', BUN),
  bun(
    "export default { port: 4100, hostname: '127.0.0.1', idleTimeout: 120, fetch() { return new Response(); } };",
    '127.0.0.1 4100 120',
  ),
  bun('export default { port: process.env.API_PORT || 4300, fetch: (request) => new Response() };', '0.0.0.0 4300 10'),
  bun('export default { port: process.env.PORT, fetch: handle } satisfies Server;\nfunction handle() {}', BUN),
  bun('module.exports = { fetch() { return new Response(); } };', BUN),
  bun('const make = async () => ({ fetch() {}, port: 4500 });\nexport default await make();', '0.0.0.0 4500 10'),
  bun('export default { port: undefined, fetch() {} };\nexport const name = 1;', BUN),
  bun(hono("app.get('/', (c) => c.text('x'));\nexport default app;"), BUN),
  bun(
    hono("const routes = app.get('/a', (c) => c.text('x')).post('/b', (c) => c.text('x'));\nexport default routes;"),
    BUN,
  ),
  bun(
    hono("export default { port: Number(Bun.env.PORT ?? 3000), hostname: 'localhost', fetch: app.fetch };"),
    'localhost 10000 10',
  ),
  bun({ 'server.ts': "export { default } from './app';", 'app.ts': hono('export default app;') }, BUN),
  bun({ 'server.ts': "import app from './app';\nexport default app;", 'app.ts': hono('export default app;') }, BUN),
  // Only what the program itself exports.
  bun({ 'server.ts': "import app from './app';\napp.get('/');", 'app.ts': hono('export default app;') }),
  bun('export default { routes: {} };'),
  bun('export const fetch = () => new Response();'),
  bun(
    "import express from 'express';\nconst app = express();\napp.listen(process.env.PORT);\nexport default app;",
    DEFAULT,
  ),
  // A server that runs already, and one that does not.
  bun('const server = Bun.serve({ port: 4400, fetch() {} });\nexport default server;', '0.0.0.0 4400 10'),
  bun(
    "import { Elysia } from 'elysia';\nexport default new Elysia().get('/', () => 'x').listen(4200);",
    '0.0.0.0 4200 30',
  ),
  bun(
    "import { Elysia } from 'elysia';\nconst app = new Elysia().get('/', () => 'x');\napp.listen(4200);\nexport default app;",
    '0.0.0.0 4200 30',
  ),
  // Bun before 1.3.6 or so serves it, later versions do not.
  bun("import { Elysia } from 'elysia';\nexport default new Elysia().get('/', () => 'x');", '? ? 10 (maybe)'),
  bun('export default { fetch() {}, stop() {} };', `${BUN} (maybe)`),
  bun(hono('export default { ...app, port: 4700 };'), '? 4700 ? (maybe)'),
  bun("import { app } from '@acme/app';\nexport default app;", '? ? 10 (maybe)'),
  bun(
    "import { serve, env } from 'bun';\nserve({ port: env.PORT, hostname: '127.0.0.1', fetch() {} });",
    '127.0.0.1 10000 10',
  ),
  {
    by: 'deno',
    program: "Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8000) }, () => new Response());",
    listens: ['0.0.0.0 10000 -'],
  },
  { by: 'deno serve', program: 'export default { fetch() { return new Response(); } };', listens: ['0.0.0.0 8000 -'] },
  // Node serves nothing by itself.
  node(hono('export default app;')),
  node('export default { port: 3000, fetch() {} };'),
];

/** What the program asks about its runtime. */
const RUNTIMES: readonly Spelling[] = [
  bun(
    "if (typeof Bun !== 'undefined') Bun.serve({ fetch() {} });\nelse require('http').createServer().listen(3000);",
    BUN,
  ),
  node(
    "if (typeof Bun !== 'undefined') Bun.serve({ fetch() {} });\nelse require('http').createServer().listen(3000);",
    ':: 3000 5',
  ),
  bun('if (globalThis.Bun) Bun.serve({ fetch() {} });', BUN),
  node('if (globalThis.Bun) Bun.serve({ fetch() {} });'),
  bun('if (process.versions.bun) Bun.serve({ fetch() {} });', BUN),
  node("if (process.versions.bun) Bun.serve({});\nelse require('http').createServer().listen(3000);", ':: 3000 5'),
  bun('if (import.meta.main) Bun.serve({ fetch() {} });', BUN),
  // Node 24.2 and later only.
  node(express('if (import.meta.main) app.listen(process.env.PORT);'), `${DEFAULT} (maybe)`),
  node({
    'server.js': "import './app.js';",
    'app.js': "import express from 'express';\nif (import.meta.main) express().listen(3000);",
  }),
];

const LOCAL = '127.0.0.1 10000 5';
const local = express("app.listen(process.env.PORT, '127.0.0.1');");

/** Threads and processes that the program starts. */
const BESIDE: readonly Spelling[] = [
  ...[
    "const { Worker } = require('worker_threads');\nnew Worker('./worker.js');",
    "const { Worker } = require('node:worker_threads');\nconst path = require('path');\nnew Worker(path.join(__dirname, 'worker.js'), { workerData: {} });",
    "const { Worker } = require('worker_threads');\nnew Worker(require('path').resolve(__dirname, './worker.js'));",
    "const { Worker } = require('worker_threads');\nnew Worker(require('path').resolve('worker.js'));",
    "import { Worker } from 'node:worker_threads';\nnew Worker(new URL('./worker.js', import.meta.url));",
    "import { Worker } from 'worker_threads';\nimport { fileURLToPath } from 'url';\nnew Worker(fileURLToPath(new URL('./worker.js', import.meta.url)));",
    "import threads from 'node:worker_threads';\nconst worker = new threads.Worker(`${import.meta.dirname}/worker.js`);",
    "const { Worker } = require('worker_threads');\nnew Worker(__dirname + '/worker.js');",
    "const { fork } = require('child_process');\nfork(require('path').resolve('worker.js'));",
    "const cluster = require('cluster');\ncluster.setupPrimary({ exec: './worker.js' });\ncluster.fork();",
  ].map((program) => node({ 'server.js': program, 'worker.js': local }, LOCAL)),
  node(
    "const { Worker, isMainThread } = require('worker_threads');\nif (isMainThread) new Worker(__filename);\nelse require('http').createServer().listen(3000);",
    ':: 3000 5',
  ),
  node(
    "const { Worker, isMainThread } = require('worker_threads');\nif (isMainThread) { new Worker(__filename); require('http').createServer().listen(process.env.PORT); }",
    DEFAULT,
  ),
  node({
    'server.js': "const { Worker } = require('worker_threads');\nnew Worker('./worker.js');",
    'worker.js':
      "const { isMainThread } = require('worker_threads');\nif (isMainThread) require('http').createServer().listen(3000);",
  }),
  node(
    "const { Worker } = require('worker_threads');\nnew Worker('require(\"http\").createServer().listen(1)', { eval: true });",
  ),
  {
    by: 'bun',
    program: {
      'server.ts': "new Worker(new URL('./worker.ts', import.meta.url).href);",
      'worker.ts': 'Bun.serve({ port: 4000, fetch() {} });',
    },
    listens: ['0.0.0.0 4000 10'],
  },
  ...[
    'if (cluster.isPrimary) {\n  for (const cpu of os.cpus()) cluster.fork();\n} else {\n  start();\n}',
    'function main() {\n  if (cluster.isPrimary) { cluster.fork(); return; }\n  start();\n}\nmain();',
    'cluster.isPrimary ? cluster.fork() : start();',
    'cluster.isWorker && start();',
    'if (!cluster.isMaster) start(); else cluster.fork();',
    "if (cluster.isPrimary && process.env.NODE_ENV === 'production') cluster.fork();\nelse start();",
    "if (process.env.NODE_ENV === 'production' && cluster.isMaster) cluster.fork();\nelse start();",
    'const { isPrimary } = cluster;\nif (isPrimary) cluster.fork();\nelse start();',
    'if (cluster.isPrimary) {\n  cluster.fork();\n  cluster.on("exit", () => cluster.fork());\n  process.on("SIGTERM", () => process.exit(0));\n} else start();',
  ].map((program) =>
    node(
      `const cluster = require('cluster');\nconst os = require('os');\nfunction start() { require('express')().listen(process.env.PORT, '127.0.0.1'); }\n${program}`,
      LOCAL,
    ),
  ),
];

/** A method that is called in another way. */
const BOUND: readonly Spelling[] = [
  node(express("const listen = app.listen.bind(app, process.env.PORT, '127.0.0.1');\nlisten();"), LOCAL),
  node(express("const listen = app.listen.bind(app);\nlisten(process.env.PORT, '127.0.0.1');"), LOCAL),
  node(
    express("const { promisify } = require('util');\npromisify(app.listen.bind(app))(process.env.PORT, '127.0.0.1');"),
    LOCAL,
  ),
];

/** Conditions that are not decided, with a server on each side. */
const SIDES: readonly Spelling[] = [
  node(
    express(
      "if (load()) require('https').createServer({}, app).listen(443);\nelse require('http').createServer(app).listen(process.env.PORT);",
    ),
    ':: 443 5',
    DEFAULT,
  ),
  node(express("load() ? require('https').createServer({}, app).listen(443) : app.listen(80);"), ':: 443 5', ':: 80 5'),
  node(
    express('let server = app;\nif (load()) server = require("https").createServer({}, app);\nserver.listen(3000);'),
    ':: 3000 5',
    ':: 3000 5',
  ),
  node(
    express(
      "switch (load()) {\n  case 'a': app.listen(1); break;\n  case 'b': app.listen(2); break;\n  default: app.listen(3);\n}",
    ),
    ':: 1 5',
    ':: 2 5',
    ':: 3 5',
  ),
  node(
    express("switch (load()) {\n  case 'a': app.listen(1); break;\n  case 'b': app.listen(2); break;\n}"),
    ':: 1 5 (maybe)',
    ':: 2 5 (maybe)',
  ),
  // In a condition within one; where the program ends there is nothing to decide.
  node(
    express('if (load()) {\n  if (more()) app.listen(1); else app.listen(2);\n} else app.listen(3);'),
    ':: 1 5',
    ':: 2 5',
    ':: 3 5',
  ),
  node(
    express('if (load()) {\n  if (more()) app.listen(1);\n} else app.listen(3);'),
    ':: 1 5 (maybe)',
    ':: 3 5 (maybe)',
  ),
  node(
    express('if (load()) {\n  if (!more()) throw new Error();\n  app.listen(1);\n} else app.listen(3);'),
    ':: 1 5',
    ':: 3 5',
  ),
  node(express('if (load()) app.listen(1);\nelse process.exit(1);'), ':: 1 5'),
  node(express('if (load()) app.listen(1);\nelse console.log("no");'), ':: 1 5 (maybe)'),
  // What it refuses to start without may be set in a dashboard.
  node(express('if (!process.env.KEY) process.exit(1);\napp.listen(process.env.PORT);'), DEFAULT),
  node(
    express(
      "const key = process.env.KEY;\nif (!key || !process.env.OTHER) {\n  console.error('no');\n  process.exit(1);\n}\napp.listen(1);",
    ),
    ':: 1 5',
  ),
  node(
    express("if (process.env.KEY === undefined && process.env.RENDER) throw new Error('KEY');\napp.listen(1);"),
    ':: 1 5',
  ),
  node(
    express(
      "const missing = ['KEY', 'B'].filter((name) => !process.env[name]);\nif (missing.length > 0) process.exit(1);\napp.listen(1);",
    ),
    ':: 1 5',
  ),
  node(
    express("for (const name of ['KEY']) {\n  if (!process.env[name]) throw new Error(name);\n}\napp.listen(1);"),
    ':: 1 5',
  ),
  node(express("if (process.env.NODE_ENV === 'production') process.exit(0);\napp.listen(1);")),
  node(express('if (!process.env.KEY) process.exit(1);\nelse app.listen(1);\napp.listen(2);')),
  // Two conditions are not one.
  node(express('if (load()) app.listen(1);\nif (!load()) app.listen(2);'), ':: 1 5 (maybe)', ':: 2 5 (maybe)'),
  // In what is called back on either side.
  node(
    express('if (load()) connect(() => app.listen(1));\nelse connect(() => { app.listen(2); });'),
    ':: 1 5',
    ':: 2 5',
  ),
  node(
    express('if (load()) db.on("error", () => app.listen(1));\nelse app.listen(2);'),
    ':: 2 5 (maybe)',
    ':: 1 5 (maybe)',
  ),
];

export const RUNTIME_SPELLINGS: readonly Spelling[] = [...BOUND, ...EXPORTED, ...RUNTIMES, ...BESIDE, ...SIDES];
