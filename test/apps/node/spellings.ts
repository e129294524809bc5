/** A program as it is really written, and what its server listens on. */
export interface Spelling {
  /** The text of server.js, or files of which the first is started. */
  program: string | Readonly<Record<string, string>>;
  /** What it is started with; Node where it is not said. */
  by?: string;
  /** Variables of the service, besides those of Render. */
  env?: Readonly<Record<string, string>>;
  /**
   * Host, port and how long idle connections are kept (in s) of each socket: `:: 10000 5`. `?`: not decided; `-`: none;
   * `|` between several; `(maybe)`: on a condition that is not decided.
   */
  listens: readonly string[];
}

const DEFAULT = ':: 10000 5';
const express = (rest: string): string => `const express = require('express');\nconst app = express();\n${rest}`;
const http = (rest: string): string =>
  `const http = require('http');\nconst server = http.createServer((q, s) => s.end());\n${rest}`;
const esm = (rest: string): string => `import express from 'express';\nconst app = express();\n${rest}`;
const fastify = (rest: string): string => `const fastify = require('fastify')({ logger: true });\n${rest}`;
const row = (program: Spelling['program'], ...listens: string[]): Spelling => ({ program, listens });

/** How the port is spelled in `app.listen(…)`. */
const PORTS: readonly Spelling[] = [
  row(express('app.listen(process.env.PORT);'), DEFAULT),
  row(express('app.listen(process.env.PORT || 3000);'), DEFAULT),
  row(express('app.listen(process.env.PORT ?? 3000);'), DEFAULT),
  row(express('app.listen(process.argv[2] || process.env.PORT || 3000);'), DEFAULT),
  row(express("app.listen(process.env['PORT'] || 3000);"), DEFAULT),
  row(
    express('const port = process.env.PORT || 3000;\napp.listen(port, () => console.log(`http://localhost:${port}`));'),
    DEFAULT,
  ),
  row(express('const { PORT = 3000 } = process.env;\napp.listen(PORT);'), DEFAULT),
  row(express('const { PORT: port = 3000, HOST } = process.env;\napp.listen(port, HOST);'), DEFAULT),
  row(express('const env = process.env;\napp.listen(env.PORT || 3000);'), DEFAULT),
  row(express("const { env } = require('process');\napp.listen(env.PORT);"), DEFAULT),
  row(express('app.listen(Number(process.env.PORT) || 3000);'), DEFAULT),
  row(express('app.listen(Number(process.env.PORT || 3000));'), DEFAULT),
  row(express('app.listen(parseInt(process.env.PORT, 10) || 3000);'), DEFAULT),
  row(express("app.listen(parseInt(process.env.PORT || '3000', 10));"), DEFAULT),
  row(express('app.listen(Number.parseInt(process.env.PORT ?? "3000"));'), DEFAULT),
  row(express('app.listen(+process.env.PORT || 3000);'), DEFAULT),
  row(express('app.listen(+(process.env.PORT || 3000));'), DEFAULT),
  row(express('app.listen(~~process.env.PORT);'), DEFAULT),
  row(express('app.listen(process.env.PORT | 0);'), DEFAULT),
  row(express('app.listen(`${process.env.PORT || 3000}`);'), DEFAULT),
  row(express('app.listen(String(process.env.PORT || 3000));'), DEFAULT),
  row(express('app.listen((process.env.PORT || "3000").trim());'), DEFAULT),
  row(express("app.set('port', process.env.PORT || 3000);\napp.listen(app.get('port'));"), DEFAULT),
  row(
    express('let port = process.env.PORT;\nif (port == null || port == "") {\n  port = 8000;\n}\napp.listen(port);'),
    DEFAULT,
  ),
  row(express('const port = process.env.PORT ? process.env.PORT : 3000;\napp.listen(port);'), DEFAULT),
  row(
    express('const port = process.env.PORT !== undefined ? Number(process.env.PORT) : 3000;\napp.listen(port);'),
    DEFAULT,
  ),
  row(express('process.env.PORT ||= "3000";\napp.listen(process.env.PORT);'), DEFAULT),
  row(express('process.env.PORT = process.env.PORT || 3000;\napp.listen(process.env.PORT);'), DEFAULT),
  row(express('const port = Math.max(Number(process.env.PORT), 1);\napp.listen(port);'), DEFAULT),
  row(express("const port = 'PORT' in process.env ? process.env.PORT : 3000;\napp.listen(port);"), DEFAULT),
  row(express('const port = isNaN(process.env.PORT) ? 3000 : process.env.PORT;\napp.listen(port);'), DEFAULT),
  row(express('app.listen(3000);'), ':: 3000 5'),
  row(express("app.listen('3000');"), ':: 3000 5'),
  row(express('const PORT = 3001;\napp.listen(PORT);'), ':: 3001 5'),
  row(express('const port = process.env.APP_PORT || 8080;\napp.listen(port);'), ':: 8080 5'),
  row(express('app.listen(process.env.APP_PORT);'), ':: - 5'),
  row(express('app.listen();'), ':: - 5'),
  row(express('app.listen(0);'), ':: - 5'),
  row(express('app.listen(undefined, () => {});'), ':: - 5'),
  row(express('app.listen(10000);'), DEFAULT),
  row(express("const port = process.env.NODE_ENV === 'production' ? 80 : 3000;\napp.listen(port);"), ':: 80 5'),
  row(
    express("const port = process.env.NODE_ENV === 'production' ? process.env.PORT : 3000;\napp.listen(port);"),
    DEFAULT,
  ),
  row(
    express("const isDev = process.env.NODE_ENV !== 'production';\napp.listen(isDev ? 3000 : process.env.PORT);"),
    DEFAULT,
  ),
  row(
    express(
      'let port;\nif (process.env.NODE_ENV === "production") { port = process.env.PORT; } else { port = 3000; }\napp.listen(port);',
    ),
    DEFAULT,
  ),
  row(
    express(
      'switch (process.env.NODE_ENV) {\n  case "production": app.listen(process.env.PORT); break;\n  default: app.listen(3000);\n}',
    ),
    DEFAULT,
  ),
  row(express('const port = Math.random() > 0.5 ? 3000 : 4000;\napp.listen(port);'), ':: 3000|4000 5'),
  row(express('app.listen(require("./missing").port);'), ':: ? 5'),
  row(express("const argv = require('yargs').argv;\napp.listen(argv.port || 3000);"), ':: 3000 5'),
  {
    program: express('app.listen(process.env.PORT || 3000);'),
    env: { PORT: '4000' },
    listens: [':: 4000 5'],
  },
  {
    program: express('app.listen(process.env.API_PORT || 3000);'),
    env: { API_PORT: '10000' },
    listens: [DEFAULT],
  },
  row(
    express(
      'const port = normalizePort(process.env.PORT || "3000");\napp.listen(port);\nfunction normalizePort(val) {\n  const port = parseInt(val, 10);\n  if (isNaN(port)) { return val; }\n  if (port >= 0) { return port; }\n  return false;\n}',
    ),
    DEFAULT,
  ),
];

/** How the host is spelled. */
const HOSTS: readonly Spelling[] = [
  row(express("app.listen(process.env.PORT, '127.0.0.1');"), '127.0.0.1 10000 5'),
  row(express("app.listen(process.env.PORT, 'localhost', () => {});"), 'localhost 10000 5'),
  row(express("app.listen(process.env.PORT, '::1');"), '::1 10000 5'),
  row(express("app.listen(process.env.PORT, '0.0.0.0');"), '0.0.0.0 10000 5'),
  row(express("app.listen(process.env.PORT, '::');"), DEFAULT),
  row(express('app.listen(process.env.PORT, null);'), DEFAULT),
  row(express("app.listen(process.env.PORT, '');"), DEFAULT),
  row(express('app.listen(process.env.PORT, process.env.HOST);'), DEFAULT),
  row(express("app.listen(process.env.PORT, process.env.HOST || '127.0.0.1');"), '127.0.0.1 10000 5'),
  row(express("app.listen(process.env.PORT, process.env.HOST ?? '0.0.0.0');"), '0.0.0.0 10000 5'),
  row(
    express("const host = process.env.RENDER ? '0.0.0.0' : 'localhost';\napp.listen(process.env.PORT, host);"),
    '0.0.0.0 10000 5',
  ),
  row(
    express("const host = 'RENDER' in process.env ? '0.0.0.0' : 'localhost';\napp.listen(process.env.PORT, host);"),
    '0.0.0.0 10000 5',
  ),
  row(
    express("const host = process.env.PORT ? '0.0.0.0' : '127.0.0.1';\napp.listen(process.env.PORT || 3000, host);"),
    '0.0.0.0 10000 5',
  ),
  row(
    express(
      "const host = process.env.NODE_ENV === 'production' ? '127.0.0.1' : '0.0.0.0';\napp.listen(process.env.PORT, host);",
    ),
    '127.0.0.1 10000 5',
  ),
  row(express("const HOST = '127.0.0.1';\napp.listen(process.env.PORT, HOST);"), '127.0.0.1 10000 5'),
  row(express("app.listen(process.env.PORT, require('os').hostname());"), '? 10000 5'),
  row(express("app.listen({ port: process.env.PORT, host: '127.0.0.1' });"), '127.0.0.1 10000 5'),
  // Node's listen has no such option.
  row(http("server.listen({ port: process.env.PORT, hostname: '127.0.0.1' });"), DEFAULT),
  row(http("server.listen({ port: process.env.PORT, host: 'localhost' }, () => {});"), 'localhost 10000 5'),
  row(http('server.listen(process.env.PORT, 511);'), DEFAULT),
  row(http("server.listen(process.env.PORT, '127.0.0.1', 511, () => {});"), '127.0.0.1 10000 5'),
  {
    program: express("app.listen(process.env.PORT, process.env.HOST || '0.0.0.0');"),
    env: { HOST: 'localhost' },
    listens: ['localhost 10000 5'],
  },
];

/** Where the time is set. */
const TIMES: readonly Spelling[] = [
  row(
    express(
      'const server = app.listen(process.env.PORT);\nserver.keepAliveTimeout = 120 * 1000;\nserver.headersTimeout = 120 * 1000;',
    ),
    ':: 10000 120',
  ),
  row(
    express('const server = app.listen(process.env.PORT, () => {\n  server.keepAliveTimeout = 76000;\n});'),
    ':: 10000 76',
  ),
  row(express('app.listen(process.env.PORT).keepAliveTimeout = 80_000;'), ':: 10000 80'),
  row(express('const server = app.listen(process.env.PORT);\nserver.timeout = 120000;'), DEFAULT),
  row(express('const server = app.listen(process.env.PORT);\nserver.setTimeout(120000);'), DEFAULT),
  row(express('const server = app.listen(process.env.PORT);\nserver.keepAliveTimeout = 0;'), ':: 10000 never'),
  row(
    express(
      'const server = app.listen(process.env.PORT);\nserver.keepAliveTimeout = Number(process.env.KEEP_ALIVE || 65) * 1000;',
    ),
    ':: 10000 65',
  ),
  row(
    express('const server = app.listen(process.env.PORT);\nObject.assign(server, { keepAliveTimeout: 90000 });'),
    ':: 10000 90',
  ),
  row(
    express(
      'const server = app.listen(process.env.PORT);\nconfigure(server);\nfunction configure(s) { s.keepAliveTimeout = 100000; }',
    ),
    ':: 10000 100',
  ),
  row(
    express(
      "const server = require('http').createServer(app);\nserver.keepAliveTimeout = 95000;\nserver.listen(process.env.PORT);",
    ),
    ':: 10000 95',
  ),
  row(
    express(
      "const server = require('http').createServer({ keepAliveTimeout: 95000 }, app);\nserver.listen(process.env.PORT);",
    ),
    ':: 10000 95',
  ),
  row(
    express(
      "const server = require('http').createServer(app).listen(process.env.PORT);\nserver.keepAliveTimeout = 95000;",
    ),
    ':: 10000 95',
  ),
  row(
    express(
      "const http = require('http');\nconst server = http.createServer(app);\nserver.on('listening', () => { server.keepAliveTimeout = 91000; });\nserver.listen(process.env.PORT);",
    ),
    ':: 10000 91',
  ),
  row(
    express(
      'const server = app.listen(process.env.PORT);\nif (process.env.NODE_ENV === "production") server.keepAliveTimeout = 120000;',
    ),
    ':: 10000 120',
  ),
  row(
    express('const server = app.listen(process.env.PORT);\nif (Math.random() > 0.5) server.keepAliveTimeout = 120000;'),
    ':: 10000 ?',
  ),
  row(
    express("const server = app.listen(process.env.PORT);\nserver.keepAliveTimeout = require('ms')('2m');"),
    ':: 10000 120',
  ),
  row(express('app.keepAliveTimeout = 120000;\napp.listen(process.env.PORT);'), DEFAULT),
  row(
    {
      'server.js': express("const server = app.listen(process.env.PORT);\nrequire('./tune')(server);"),
      'tune.js': 'module.exports = (s) => { s.keepAliveTimeout = 77000; };',
    },
    ':: 10000 77',
  ),
  row(fastify("fastify.listen({ port: process.env.PORT, host: '0.0.0.0' });"), '0.0.0.0 10000 72'),
  row(
    "const f = require('fastify')({ keepAliveTimeout: 120000 });\nf.listen({ port: process.env.PORT, host: '0.0.0.0' });",
    '0.0.0.0 10000 120',
  ),
  row(
    fastify("fastify.server.keepAliveTimeout = 121000;\nfastify.listen({ port: process.env.PORT, host: '0.0.0.0' });"),
    '0.0.0.0 10000 121',
  ),
  row(
    "const f = require('fastify')({ serverFactory: make });\nfunction make() {}\nf.listen({ port: process.env.PORT, host: '0.0.0.0' });",
    '0.0.0.0 10000 ?',
  ),
];

/** How programs come to listen. */
const WAYS: readonly Spelling[] = [
  row(express('async function start() {\n  await connect();\n  app.listen(process.env.PORT);\n}\nstart();'), DEFAULT),
  row(express('(async () => {\n  await connect();\n  app.listen(process.env.PORT);\n})();'), DEFAULT),
  row(
    express(
      'const start = async () => {\n  try {\n    await connect();\n    app.listen(process.env.PORT);\n  } catch (error) {\n    process.exit(1);\n  }\n};\nstart();',
    ),
    DEFAULT,
  ),
  row(
    express(
      "const mongoose = require('mongoose');\nmongoose.connect(process.env.URL).then(() => app.listen(process.env.PORT)).catch(console.error);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const mongoose = require('mongoose');\nmongoose.connection.once('open', () => { app.listen(process.env.PORT); });",
    ),
    DEFAULT,
  ),
  row(express('sequelize.sync().then(() => {\n  app.listen(process.env.PORT);\n});'), DEFAULT),
  row(esm('await connect();\napp.listen(process.env.PORT);'), DEFAULT),
  row(express('if (require.main === module) {\n  app.listen(process.env.PORT);\n}\nmodule.exports = app;'), DEFAULT),
  row(express('if (!module.parent) app.listen(process.env.PORT);'), DEFAULT),
  row({
    'server.js': "require('./app');",
    'app.js': express('if (require.main === module) app.listen(3000);\nmodule.exports = app;'),
  }),
  row(
    esm(
      "import { fileURLToPath } from 'node:url';\nif (process.argv[1] === fileURLToPath(import.meta.url)) app.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    esm(
      "import { pathToFileURL } from 'node:url';\nif (import.meta.url === pathToFileURL(process.argv[1]).href) app.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(esm('if (import.meta.url === `file://${process.argv[1]}`) app.listen(process.env.PORT);'), DEFAULT),
  row(
    express(
      "function listen(port, host = '127.0.0.1') {\n  return app.listen(port, host);\n}\nlisten(process.env.PORT);",
    ),
    '127.0.0.1 10000 5',
  ),
  row(
    express(
      "const start = ({ port, host = '0.0.0.0' }) => app.listen(port, host);\nstart({ port: process.env.PORT });",
    ),
    '0.0.0.0 10000 5',
  ),
  row(
    express(
      'class Server {\n  constructor(port) { this.port = port; this.app = app; }\n  start() { this.app.listen(this.port); }\n}\nnew Server(process.env.PORT || 3000).start();',
    ),
    DEFAULT,
  ),
  row(
    express(
      'class Server {\n  port = process.env.PORT;\n  static create() { return new Server(); }\n  run() { app.listen(this.port); }\n}\nServer.create().run();',
    ),
    DEFAULT,
  ),
  row("const Koa = require('koa');\nclass App extends Koa {}\nnew App().listen(process.env.PORT);", DEFAULT),
  row(
    express(
      'function Server() { this.port = process.env.PORT; }\nServer.prototype.start = function () { app.listen(this.port); };\nnew Server().start();',
    ),
    DEFAULT,
  ),
  row(
    {
      'server.js':
        "const app = require('./app');\nconst config = require('./config');\napp.listen(config.port, config.host);",
      'app.js': `${express('')}module.exports = app;`,
      'config.js': "module.exports = { port: process.env.PORT || 3000, host: process.env.HOST || 'localhost' };",
    },
    'localhost 10000 5',
  ),
  row(
    {
      'server.mjs':
        "import { app } from './app.mjs';\nimport config from './config/index.mjs';\napp.listen(config.server.port);",
      'app.mjs': `${esm('')}export { app };`,
      'config/index.mjs': "import { port } from './port.mjs';\nexport default { server: { port } };",
      'config/port.mjs': 'export const port = process.env.PORT || 3000;',
    },
    DEFAULT,
  ),
  row(
    {
      'server.ts': "import { start } from './lib';\nvoid start();",
      'lib/index.ts': "export * from './start';",
      'lib/start.ts':
        "import express, { type Express } from 'express';\nexport async function start(): Promise<void> {\n  const app: Express = express();\n  app.listen(Number(process.env.PORT) as number, '0.0.0.0');\n}",
    },
    '0.0.0.0 10000 5',
  ),
  row(
    {
      'server.js': "const { port } = require('./config.json');\nconst app = require('express')();\napp.listen(port);",
      'config.json': '{ "port": 3000 }',
    },
    ':: 3000 5',
  ),
  row(
    {
      'server.js':
        "const app = require('express')();\nconst config = require('./config')[process.env.NODE_ENV || 'development'];\napp.listen(config.port);",
      'config.js': 'module.exports = { development: { port: 3000 }, production: { port: process.env.PORT } };',
    },
    DEFAULT,
  ),
  row(
    {
      'server.js': "import('./app.js').then(({ default: app }) => app.listen(process.env.PORT));",
      'app.js': 'import express from "express";\nexport default express();',
    },
    DEFAULT,
  ),
  row(
    {
      'bin/www': '',
      'server.js':
        "#!/usr/bin/env node\nvar app = require('./app');\nvar debug = require('debug')('x:server');\nvar http = require('http');\nvar port = normalizePort(process.env.PORT || '3000');\napp.set('port', port);\nvar server = http.createServer(app);\nserver.listen(port);\nserver.on('error', onError);\nserver.on('listening', () => {});\nfunction normalizePort(val) {\n  var port = parseInt(val, 10);\n  if (isNaN(port)) return val;\n  if (port >= 0) return port;\n  return false;\n}\nfunction onError(error) { throw error; }",
      'app.js': 'var express = require("express");\nvar app = express();\nmodule.exports = app;',
    },
    DEFAULT,
  ),
  row(
    express(
      "const cluster = require('cluster');\nif (cluster.isMaster) {\n  for (let i = 0; i < require('os').cpus().length; i++) cluster.fork();\n} else {\n  app.listen(process.env.PORT);\n}",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const cluster = require('cluster');\nif (!cluster.isPrimary) app.listen(process.env.PORT); else cluster.fork();",
    ),
    DEFAULT,
  ),
  row(
    {
      'server.js': "require('child_process').fork('./worker.js');",
      'worker.js': express('app.listen(process.env.PORT);'),
    },
    DEFAULT,
  ),
  row(
    {
      'server.js':
        "const { spawn } = require('node:child_process');\nspawn('node', ['app/worker.js'], { stdio: 'inherit' });",
      'app/worker.js': express("app.listen(process.env.PORT, '127.0.0.1');"),
    },
    '127.0.0.1 10000 5',
  ),
  row(
    {
      'server.js':
        "const { spawn } = require('child_process');\nconst path = require('path');\nspawn(process.execPath, [path.join(__dirname, 'worker.js')]);",
      'worker.js': express('app.listen(process.env.PORT);'),
    },
    DEFAULT,
  ),
  row(
    {
      'package.json': '{"scripts":{"api":"node api.js"}}',
      'server.js': "require('child_process').spawn('npm', ['run', 'api'], { stdio: 'inherit' });",
      'api.js': express("app.listen(process.env.PORT, '127.0.0.1');"),
    },
    '127.0.0.1 10000 5',
  ),
  row(
    {
      'package.json': '{"scripts":{"api":"node api.js"}}',
      'server.js': "require('child_process').exec('npm run api');",
      'api.js': express('app.listen(process.env.PORT);'),
    },
    DEFAULT,
  ),
  row(
    express("const throng = require('throng');\nthrong({ worker: () => app.listen(process.env.PORT), count: 2 });"),
    DEFAULT,
  ),
  row(express('new Promise((resolve) => app.listen(process.env.PORT, resolve)).then(() => console.log(1));'), DEFAULT),
  row(
    http("const { promisify } = require('util');\nawait promisify(server.listen.bind(server))(process.env.PORT);"),
    DEFAULT,
  ),
  row(http('server.listen.call(server, process.env.PORT);'), DEFAULT),
  row(
    http('const listen = (s, ...args) => s.listen(...args);\nlisten(server, process.env.PORT, "0.0.0.0");'),
    '0.0.0.0 10000 5',
  ),
  row(express('[3000].forEach((port) => app.listen(port));'), ':: 3000 5'),
  row(express('for (const port of [process.env.PORT, 9090]) app.listen(port);'), DEFAULT, ':: 9090 5'),
  row(express('if (await isReady()) app.listen(process.env.PORT);'), `${DEFAULT} (maybe)`),
  row(
    express(
      "const server = require('http-shutdown')(require('http').createServer(app));\nserver.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(express("const { app: wsApp } = require('express-ws')(app);\nwsApp.listen(process.env.PORT);"), DEFAULT),
  row(express("process.on('SIGTERM', () => server.close());\nconst server = app.listen(process.env.PORT);"), DEFAULT),
  row(
    {
      'server.ts': "import app = require('./app');\napp.listen(process.env.PORT);",
      'app.ts': "import express = require('express');\nconst app = express();\nexport = app;",
    },
    DEFAULT,
  ),
  row(
    { 'server.ts': "enum Ports { Http = 3000 }\nimport express from 'express';\nexpress().listen(Ports.Http);" },
    ':: 3000 5',
  ),
  row(
    {
      'server.js':
        "'use strict';\nvar __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { default: mod }; };\nObject.defineProperty(exports, '__esModule', { value: true });\nconst express_1 = __importDefault(require('express'));\nconst app = (0, express_1.default)();\napp.listen(process.env.PORT);",
    },
    DEFAULT,
  ),
];

/** What must not count. */
const DECOYS: readonly Spelling[] = [
  row(
    express(
      "// app.listen(3000, 'localhost')\nconst text = \"app.listen(3000, 'localhost')\";\napp.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(express('function unused() { app.listen(3000); }\napp.listen(process.env.PORT);'), DEFAULT),
  row(express('if (process.env.NODE_ENV === "test") app.listen(4000);\napp.listen(process.env.PORT);'), DEFAULT),
  row(
    express(
      "const net = require('net');\nfunction isFree(port) {\n  return new Promise((resolve) => {\n    const probe = net.createServer();\n    probe.once('error', () => resolve(false));\n    probe.once('listening', () => { probe.close(); resolve(true); });\n    probe.listen(port, '127.0.0.1');\n  });\n}\nisFree(3000).then(() => app.listen(process.env.PORT));",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const server = app.listen(process.env.PORT);\nserver.on('error', (e) => { if (e.code === 'EADDRINUSE') app.listen(3001); });",
    ),
    DEFAULT,
    ':: 3001 5 (maybe)',
  ),
  row(
    express(
      "const { createBrowserHistory } = require('history');\ncreateBrowserHistory().listen(() => {});\napp.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(express("const io = require('socket.io')(require('http').createServer(app).listen(process.env.PORT));"), DEFAULT),
  row(
    express(
      "const server = require('http').createServer(app);\nnew (require('ws').WebSocketServer)({ server });\nserver.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    express("const metrics = require('express')();\nmetrics.listen(9090, '127.0.0.1');\napp.listen(process.env.PORT);"),
    '127.0.0.1 9090 5',
    DEFAULT,
  ),
  row(
    express(
      "const redis = require('redis').createClient({ host: '127.0.0.1', port: 6379 });\napp.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row("const { createServer } = require('./framework');\ncreateServer();"),
];

/** Frameworks. */
const FRAMEWORK_ROWS: readonly Spelling[] = [
  row(http('server.listen(process.env.PORT);'), DEFAULT),
  row("import { createServer } from 'node:http';\ncreateServer().listen(process.env.PORT);", DEFAULT),
  row("const https = require('https');\nhttps.createServer({}, () => {}).listen(8443);", ':: 8443 5'),
  row("const http2 = require('http2');\nhttp2.createServer().listen(process.env.PORT);", ':: 10000 -'),
  row("const net = require('net');\nnet.createServer().listen(process.env.PORT, '127.0.0.1');", '127.0.0.1 10000 -'),
  row("import Koa from 'koa';\nconst app = new Koa();\napp.use(async () => {}).listen(process.env.PORT);", DEFAULT),
  row(
    "import Koa from 'koa';\nimport http from 'http';\nhttp.createServer(new Koa().callback()).listen(process.env.PORT, 'localhost');",
    'localhost 10000 5',
  ),
  row(fastify('fastify.listen({ port: process.env.PORT });'), 'localhost 10000 72'),
  row(fastify('fastify.listen(process.env.PORT);'), 'localhost 10000 72'),
  row(fastify("fastify.listen(process.env.PORT, '0.0.0.0', () => {});"), '0.0.0.0 10000 72'),
  row(fastify('fastify.listen();'), 'localhost - 72'),
  row(
    "import Fastify from 'fastify';\nconst app = Fastify();\nawait app.listen({ port: Number(process.env.PORT), host: process.env.RENDER ? '0.0.0.0' : 'localhost' });",
    '0.0.0.0 10000 72',
  ),
  row("import { fastify } from 'fastify';\nfastify().listen({ port: 3000, host: '::' });", ':: 3000 72'),
  row(
    {
      'server.js': fastify('fastify.listen({ port: process.env.PORT });'),
      'package.json': '{"dependencies":{"fastify":"^3.29.0"}}',
    },
    'localhost 10000 5',
  ),
  row(
    "const Hapi = require('@hapi/hapi');\nconst init = async () => {\n  const server = Hapi.server({ port: 3000, host: 'localhost' });\n  await server.start();\n};\ninit();",
    'localhost 3000 5',
  ),
  row(
    "const Hapi = require('@hapi/hapi');\nconst server = new Hapi.Server({ port: process.env.PORT });\nserver.start();",
    DEFAULT,
  ),
  row(
    "const Hapi = require('@hapi/hapi');\nconst server = Hapi.server({ port: process.env.PORT, host: '0.0.0.0' });\nserver.listener.keepAliveTimeout = 90000;\nserver.start();",
    '0.0.0.0 10000 90',
  ),
  row("const Hapi = require('@hapi/hapi');\nconst server = Hapi.server({ port: 3000 });\nserver.inject('/');"),
  row(
    {
      'main.ts':
        "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  await app.listen(process.env.PORT ?? 3000);\n}\nbootstrap();",
      'app.module.ts': "import { Module } from '@nestjs/common';\n@Module({})\nexport class AppModule {}",
    },
    DEFAULT,
  ),
  row(
    {
      'main.ts':
        "import { NestFactory } from '@nestjs/core';\nimport { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';\nasync function bootstrap() {\n  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());\n  await app.listen(process.env.PORT ?? 3000);\n}\nclass AppModule {}\nbootstrap();",
    },
    'localhost 10000 72',
  ),
  row(
    {
      'main.ts':
        "import { NestFactory } from '@nestjs/core';\nimport { ConfigService } from '@nestjs/config';\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  const config = app.get(ConfigService);\n  const server = await app.listen(config.get<number>('PORT') ?? 3000);\n  server.keepAliveTimeout = 120000;\n}\nclass AppModule {}\nbootstrap();",
    },
    ':: 10000 120',
  ),
  row(
    {
      'main.ts':
        "import { NestFactory } from '@nestjs/core';\nimport { ConfigService, ConfigModule } from '@nestjs/config';\nimport { Module } from '@nestjs/common';\n@Module({ imports: [ConfigModule.forRoot({ load: [() => ({ http: { port: parseInt(process.env.HTTP_PORT || '8080', 10) } })] })] })\nclass AppModule {}\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  await app.listen(app.get(ConfigService).get('http.port'));\n}\nbootstrap();",
    },
    ':: 8080 5',
  ),
  row(
    {
      'main.ts':
        "import { NestFactory } from '@nestjs/core';\nconst app = await NestFactory.create(class {});\napp.getHttpServer().keepAliveTimeout = 99000;\nawait app.listen(process.env.PORT, '0.0.0.0');",
    },
    '0.0.0.0 10000 99',
  ),
  row(
    "const restify = require('restify');\nconst server = restify.createServer();\nserver.listen(process.env.PORT);",
    DEFAULT,
  ),
  row("const polka = require('polka');\npolka().get('/', () => {}).listen(process.env.PORT);", DEFAULT),
  row(
    "const polka = require('polka');\nconst app = polka();\napp.listen(process.env.PORT);\napp.server.keepAliveTimeout = 88000;",
    ':: 10000 88',
  ),
  row("import { serve } from '@hono/node-server';\nimport { Hono } from 'hono';\nserve(new Hono());", ':: 3000 5'),
  row(
    "import { serve } from '@hono/node-server';\nserve({ fetch: app.fetch, port: Number(process.env.PORT) || 3000, hostname: 'localhost' });",
    'localhost 10000 5',
  ),
  row(
    "import { serve } from '@hono/node-server';\nconst server = serve({ fetch: app.fetch, port: Number(process.env.PORT) });\nserver.keepAliveTimeout = 120000;",
    ':: 10000 120',
  ),
  row(
    "import { serve } from '@hono/node-server';\nserve({ fetch, port: 10000, serverOptions: { keepAliveTimeout: 120_000 } });",
    ':: 10000 120',
  ),
  // Hono hands on what is in `serverOptions` only.
  row(
    "import { serve } from '@hono/node-server';\nserve({ fetch, port: 10000, keepAliveTimeout: 120_000 });",
    ':: 10000 5',
  ),
  row(
    "import { createAdaptorServer } from '@hono/node-server';\ncreateAdaptorServer({ fetch, serverOptions: { keepAliveTimeout: 120_000 } }).listen(10000);",
    ':: 10000 120',
  ),
  row(
    "import { ApolloServer } from '@apollo/server';\nimport { startStandaloneServer } from '@apollo/server/standalone';\nawait startStandaloneServer(new ApolloServer({}));",
    ':: 4000 5',
  ),
  row(
    "import { startStandaloneServer } from '@apollo/server/standalone';\nawait startStandaloneServer({}, { listen: { port: process.env.PORT || 4000 } });",
    DEFAULT,
  ),
  row(
    "const { ApolloServer } = require('apollo-server');\nnew ApolloServer({}).listen({ port: process.env.PORT || 4000 });",
    DEFAULT,
  ),
  row(
    "const { ApolloServer } = require('apollo-server');\nnew ApolloServer({}).listen().then(({ url }) => console.log(url));",
    ':: 4000 5',
  ),
  row(
    "import { createYoga } from 'graphql-yoga';\nimport { createServer } from 'node:http';\ncreateServer(createYoga({})).listen(process.env.PORT);",
    DEFAULT,
  ),
  row("const { Server } = require('socket.io');\nconst io = new Server(3000, { cors: {} });", ':: 3000 5'),
  row("const { Server } = require('socket.io');\nconst io = new Server({});\nio.listen(process.env.PORT);", DEFAULT),
  row("const WebSocket = require('ws');\nnew WebSocket.Server({ port: process.env.PORT });", DEFAULT),
  row(
    "import { WebSocketServer } from 'ws';\nnew WebSocketServer({ port: 8080, host: '127.0.0.1' });",
    '127.0.0.1 8080 5',
  ),
  row(
    "import { createHTTPServer } from '@trpc/server/adapters/standalone';\ncreateHTTPServer({}).listen(process.env.PORT);",
    DEFAULT,
  ),
  row(
    "import express from '@feathersjs/express';\nimport { feathers } from '@feathersjs/feathers';\nconst app = express(feathers());\napp.listen(process.env.PORT);",
    DEFAULT,
  ),
  row("import { serve } from 'h3';\nserve(app);", DEFAULT),
  row("import { serve } from 'h3';\nserve(app, { node: { keepAliveTimeout: 90_000 } });", ':: 10000 90'),
  row(
    "const next = require('next');\nconst { createServer } = require('http');\nconst app = next({ dev: false });\nconst handle = app.getRequestHandler();\napp.prepare().then(() => {\n  createServer((q, s) => handle(q, s)).listen(process.env.PORT || 3000, '127.0.0.1');\n});",
    '127.0.0.1 10000 5',
  ),
  row('Bun.serve({ fetch() { return new Response(); } });', '0.0.0.0 10000 10'),
  row('Bun.serve({ port: 3000, hostname: "127.0.0.1", idleTimeout: 120, fetch() {} });', '127.0.0.1 3000 120'),
  row('Deno.serve(() => new Response());', '0.0.0.0 8000 -'),
  row('Deno.serve({ port: 10000, hostname: "127.0.0.1" }, () => new Response());', '127.0.0.1 10000 -'),
  row(
    "import { Elysia } from 'elysia';\nnew Elysia().get('/', () => 'x').listen(process.env.PORT ?? 3000);",
    '0.0.0.0 10000 30',
  ),
  row(
    "import { Elysia } from 'elysia';\nnew Elysia().listen({ port: 3000, hostname: '127.0.0.1' });",
    '127.0.0.1 3000 30',
  ),
  row(
    "import { Elysia } from 'elysia';\nnew Elysia({ serve: { idleTimeout: 120 } }).get('/', () => 'x').listen(10000);",
    '0.0.0.0 10000 120',
  ),
  row(
    "import { Elysia } from 'elysia';\nnew Elysia({ serve: { idleTimeout: 120 } }).listen({ port: 10000, idleTimeout: 60 });",
    '0.0.0.0 10000 60',
  ),
  row(
    "const jsonServer = require('json-server');\nconst server = jsonServer.create();\nserver.listen(process.env.PORT);",
    DEFAULT,
  ),
];

/** Packages that read variables. */
const LIBRARIES: readonly Spelling[] = [
  row(
    esm(
      "import { z } from 'zod';\nconst env = z.object({ PORT: z.coerce.number().default(3000) }).parse(process.env);\napp.listen(env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    esm(
      "import * as z from 'zod';\nconst schema = z.object({ PORT: z.string().transform(Number).optional(), HOST: z.string().default('127.0.0.1') });\nconst result = schema.safeParse(process.env);\nif (!result.success) process.exit(1);\napp.listen(result.data.PORT, result.data.HOST);",
    ),
    '127.0.0.1 10000 5',
  ),
  row(
    esm(
      "import z from 'zod';\nconst env = z.object({ API_PORT: z.coerce.number().default(3333) }).parse(process.env);\napp.listen(env.API_PORT);",
    ),
    ':: 3333 5',
  ),
  row(
    esm(
      "import { z } from 'zod';\nconst env = z.object({ PORT: z.preprocess((v) => Number(v), z.number().min(1).max(65535)) }).parse(process.env);\napp.listen(env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const { cleanEnv, port, host } = require('envalid');\nconst env = cleanEnv(process.env, { PORT: port({ default: 3000 }), HOST: host({ default: 'localhost' }) });\napp.listen(env.PORT, env.HOST);",
    ),
    'localhost 10000 5',
  ),
  row(
    express(
      "const { cleanEnv, port, str } = require('envalid');\nconst env = cleanEnv(process.env, { PORT: port({ devDefault: 3000 }), HOST: str({ devDefault: 'localhost', default: '0.0.0.0' }) });\napp.listen(env.PORT, env.HOST);",
    ),
    '0.0.0.0 10000 5',
  ),
  row(
    express(
      "const convict = require('convict');\nconst config = convict({ port: { format: 'port', default: 3000, env: 'PORT' }, ip: { default: '127.0.0.1', env: 'IP_ADDRESS' } });\nconfig.validate();\napp.listen(config.get('port'), config.get('ip'));",
    ),
    '127.0.0.1 10000 5',
  ),
  row(express("const env = require('env-var');\napp.listen(env.get('PORT').default('3000').asPortNumber());"), DEFAULT),
  row(
    express("const env = require('env-var');\napp.listen(env.get('HTTP_PORT').default('8080').asPortNumber());"),
    ':: 8080 5',
  ),
  row(
    express(
      "const Joi = require('joi');\nconst { value, error } = Joi.object({ PORT: Joi.number().default(3000) }).unknown().validate(process.env);\nif (error) throw error;\napp.listen(value.PORT);",
    ),
    DEFAULT,
  ),
  row(
    esm(
      "import { createEnv } from '@t3-oss/env-core';\nimport { z } from 'zod';\nconst env = createEnv({ server: { PORT: z.coerce.number().default(3000) }, runtimeEnv: process.env });\napp.listen(env.PORT);",
    ),
    DEFAULT,
  ),
  row(express("require('dotenv').config();\napp.listen(process.env.PORT, process.env.HOST);"), DEFAULT),
  row(
    {
      'server.js': express("require('dotenv').config();\napp.listen(process.env.PORT, process.env.HOST);"),
      '.env': 'HOST=127.0.0.1\nPORT=3000\n',
    },
    '127.0.0.1 10000 5',
  ),
  row(
    { 'server.js': `import 'dotenv/config';\n${esm('app.listen(process.env.APP_PORT);')}`, '.env': 'APP_PORT=8080\n' },
    ':: 8080 5',
  ),
  row(
    {
      'server.js': express(
        "require('dotenv').config({ path: require('path').join(__dirname, 'conf/.env'), override: true });\napp.listen(process.env.PORT);",
      ),
      'conf/.env': 'PORT=3000\n',
    },
    ':: 3000 5',
  ),
  row(
    {
      'server.js': express('process.loadEnvFile();\napp.listen(process.env.HTTP_PORT || 1);'),
      '.env': 'HTTP_PORT=8080\n',
    },
    ':: 8080 5',
  ),
  row(express("const _ = require('lodash');\napp.listen(_.get(process.env, 'PORT', 3000));"), DEFAULT),
];

/** Settings that are put together from several objects. */
const SETTINGS: readonly Spelling[] = [
  row(
    {
      'server.js': "const config = require('./config');\nrequire('express')().listen(config.port, config.host);",
      'config/index.js':
        "const env = process.env.NODE_ENV || 'development';\nmodule.exports = { ...require('./base'), ...require('./' + env) };",
      'config/base.js': "module.exports = { port: 3000, host: 'localhost' };",
      'config/production.js': "module.exports = { port: process.env.PORT, host: '0.0.0.0' };",
      'config/development.js': 'module.exports = {};',
    },
    '0.0.0.0 10000 5',
  ),
  row(
    {
      'server.js':
        'const config = require(`./env/${process.env.NODE_ENV}`);\nrequire("express")().listen(config.port);',
      'env/production.js': 'exports.port = 8000;',
    },
    ':: 8000 5',
  ),
  row(
    {
      'server.js':
        "const _ = require('lodash');\nconst config = _.merge({ port: 9000, ip: process.env.IP }, require('./config/' + process.env.NODE_ENV + '.js') || {});\nrequire('express')().listen(config.port, config.ip);",
      'config/production.js': 'module.exports = { port: process.env.PORT || 8080 };',
    },
    DEFAULT,
  ),
  row(
    express(
      "const config = require('lodash').merge({ http: { port: 3000, host: '127.0.0.1' } }, { http: { port: process.env.PORT } });\napp.listen(config.http.port, config.http.host);",
    ),
    '127.0.0.1 10000 5',
  ),
  row(
    express(
      "const { port, host } = require('lodash').defaults({ port: process.env.PORT }, { port: 3000, host: 'localhost' });\napp.listen(port, host);",
    ),
    'localhost 10000 5',
  ),
  // What is not known may take the place of all that stands before it.
  row(
    express("const { port, host } = { port: 3000, host: 'localhost', ...load() };\napp.listen(port, host);"),
    '? ? 5',
  ),
  row(
    express(
      "const { port, host } = Object.assign({ port: 3000, host: 'localhost' }, load());\napp.listen(port, host);",
    ),
    '? ? 5',
  ),
  row(express('const { PORT } = { PORT: 3000, ...process.env };\napp.listen(PORT);'), DEFAULT),
  row(express('const { PORT } = Object.assign({ PORT: 3000 }, process.env);\napp.listen(PORT);'), DEFAULT),
  row(express('const { PORT } = { ...process.env, PORT: 3000 };\napp.listen(PORT);'), ':: 3000 5'),
  row(express('const { APP_PORT } = { APP_PORT: 3000, ...process.env };\napp.listen(APP_PORT);'), ':: 3000 5'),
  row(
    express(
      "const config = require('convict')({ http: { port: { default: 8080, env: 'PORT' }, host: { default: 'localhost', env: 'HTTP_HOST' } } });\nconfig.loadFile('./production.json');\nconst { port, host } = config.get('http');\napp.listen(port, host);",
    ),
    '? 10000 5',
  ),
  row(
    express(
      "const config = require('convict')({ port: { default: 8080, env: 'PORT' }, ip: { default: '127.0.0.1', env: 'IP_ADDRESS' } });\nif (process.env.NODE_ENV === 'production') config.set('ip', '0.0.0.0');\napp.listen(config.get('port'), config.get('ip'));",
    ),
    '? 10000 5',
  ),
  row(
    express(
      "const config = require('convict')({ http: { port: { default: 8080, env: 'PORT' }, host: { default: '127.0.0.1', env: 'HTTP_HOST' } } });\nconfig.set('http.host', '0.0.0.0');\nconst { port, host } = config.get('http');\napp.listen(port, host);",
    ),
    '? ? 5',
  ),
  row(
    esm(
      "import { envsafe, port, str } from 'envsafe';\nconst env = envsafe({ PORT: port({ default: 3000 }), HOST: str({ default: 'localhost' }) });\napp.listen(env.PORT, env.HOST);",
    ),
    'localhost 10000 5',
  ),
  row(express("app.listen(require('normalize-port')(process.env.PORT || '3000'));"), DEFAULT),
];

/** Packages that set a server of another one up, and what starts programs. */
const SET_UP: readonly Spelling[] = [
  row(
    {
      'server.js':
        "import { Ignitor } from '@adonisjs/core';\nnew Ignitor(new URL('../', import.meta.url), { importer: (file) => import(file) })\n  .tap((app) => app.booting(() => {}))\n  .httpServer()\n  .start()\n  .catch((error) => { process.exitCode = 1; });",
    },
    '0.0.0.0 10000 5',
  ),
  {
    program:
      "const { Ignitor } = require('@adonisjs/core/build/standalone');\nnew Ignitor(__dirname).httpServer().start();",
    env: { HOST: 'localhost' },
    listens: ['localhost 10000 5'],
  },
  // Adonis reads this file where it is committed.
  row(
    {
      'server.js':
        "import { Ignitor } from '@adonisjs/core';\nawait new Ignitor(new URL('../', import.meta.url)).httpServer().start();",
      '.env': 'HOST=localhost\nPORT=3333\n',
    },
    'localhost 10000 5',
  ),
  row(
    "import { createServer } from 'node:http';\nimport { Ignitor } from '@adonisjs/core';\nnew Ignitor(new URL('../', import.meta.url)).httpServer().start((handle) => createServer({ keepAliveTimeout: 90000 }, handle));",
    '0.0.0.0 10000 ?',
  ),
  row(
    "import { createExpressServer } from 'routing-controllers';\ncreateExpressServer({ controllers: [] }).listen(3000);",
    ':: 3000 5',
  ),
  row(
    "import { InversifyExpressServer } from 'inversify-express-utils';\nconst server = new InversifyExpressServer(container);\nserver.setConfig((app) => {});\nserver.build().listen(process.env.PORT);",
    DEFAULT,
  ),
  row(
    "const { GraphQLServer } = require('graphql-yoga');\nnew GraphQLServer({ typeDefs, resolvers }).start(() => console.log('ready'));",
    DEFAULT,
  ),
  row(
    "const { GraphQLServer } = require('graphql-yoga');\nnew GraphQLServer({ typeDefs, resolvers }).start({ port: 5000 }, () => {});",
    ':: 5000 5',
  ),
  row(
    esm(
      "import { isMainModule } from '@angular/ssr/node';\nif (isMainModule(import.meta.url) || process.env['pm_id']) app.listen(process.env['PORT'] || 4000);",
    ),
    DEFAULT,
  ),
  row(
    {
      'server.js':
        "const path = require('path');\nconst app = require(path.join(__dirname, 'lib', 'app'));\napp.listen(process.env.PORT, 'localhost');",
      'lib/app.js': "module.exports = require('express')();",
    },
    'localhost 10000 5',
  ),
  row(
    {
      'server.js': "require('child_process').spawn('npx', ['tsx', 'src/api.ts'], { stdio: 'inherit', shell: true });",
      'src/api.ts': esm("app.listen(process.env.PORT, 'localhost');"),
    },
    'localhost 10000 5',
  ),
  row(
    {
      'server.js': "require('child_process').exec('npx ts-node src/api.ts');",
      'src/api.ts': esm('app.listen(3000);'),
    },
    ':: 3000 5',
  ),
];

/** Servers beside the one that answers, ports that are tried, and code that is not run. */
const BESIDE: readonly Spelling[] = [
  row(
    express(
      "const http = require('http');\nfunction check(port) {\n  const probe = http.createServer();\n  probe.listen(port, 'localhost', () => { probe.close(); });\n}\ncheck(3000);\napp.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const metrics = express();\nif (process.env.METRICS_PORT) metrics.listen(process.env.METRICS_PORT, '127.0.0.1');\napp.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(
    express(
      "const grpc = require('@grpc/grpc-js');\nconst calls = new grpc.Server();\ncalls.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), () => calls.start());\napp.listen(process.env.PORT);",
    ),
    DEFAULT,
  ),
  row(express("require('inspector').open(9229, '127.0.0.1');\napp.listen(process.env.PORT);"), DEFAULT),
  row(
    express("require('dgram').createSocket('udp4').bind(41234, 'localhost');\napp.listen(process.env.PORT);"),
    DEFAULT,
  ),
  row(
    express(
      'class Bus { listen(topic) { this.topic = topic; } }\nnew Bus().listen(3000);\napp.listen(process.env.PORT);',
    ),
    DEFAULT,
  ),
  row({
    'server.js': express('module.exports = app;'),
    'index.js': "require('./server').listen(3000, 'localhost');",
  }),
  row(express("if (process.env.NODE_ENV !== 'production') app.listen(3000);\nmodule.exports = app;")),
  row("const { Client } = require('discord.js');\nnew Client({}).login(process.env.TOKEN);"),
];

export const SPELLINGS: readonly Spelling[] = [
  ...SET_UP,
  ...BESIDE,
  ...SETTINGS,
  ...PORTS,
  ...HOSTS,
  ...TIMES,
  ...WAYS,
  ...DECOYS,
  ...FRAMEWORK_ROWS,
  ...LIBRARIES,
];
