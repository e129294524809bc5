import { describe, expect, it } from 'vitest';
import { nodeSockets } from '../../../src/apps/node/node-sockets.js';
import { nodeProgram } from '../../../src/apps/node/program.js';
import type { Socket } from '../../../src/model/socket.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { environment, process, program } from '../../support/launch.js';
import { known, place } from '../../support/model.js';

type Files = Readonly<Record<string, string>>;

async function socketOf(files: Files): Promise<Socket | undefined> {
  const repository = memoryRepository({ ...files });
  const entry = Object.keys(files)[0] ?? '';
  const own = program(['node', entry], { role: 'runtime', target: { is: 'file', path: known(entry) } });
  const sourceOf = (_: unknown, path: string): Promise<string> => Promise.resolve(path);
  const started = process(own, place('render.yaml'), { environment: environment({}) });
  const found = await nodeSockets(repository, started, {
    nodeProgramOf: (each) => nodeProgram(repository, each, sourceOf),
    sourceOf,
  });
  return found?.sockets[0];
}

/** The files after the fix; undefined where there is none. */
async function fixed(files: Files): Promise<Files | undefined> {
  const edits = (await socketOf(files))?.edits.keepAlive?.(120_000);
  if (!edits) return undefined;
  const after = { ...files };
  const fromTheEnd = [...edits].sort((one, other) => other.at.range.start.offset - one.at.range.start.offset);
  for (const { at, text } of fromTheEnd) {
    const before = after[at.file] ?? '';
    after[at.file] = before.slice(0, at.range.start.offset) + text + before.slice(at.range.end.offset);
  }
  return after;
}

const EXPRESS = "const app = require('express')();\n";
const NEST = "const { NestFactory } = require('@nestjs/core');\n";
const HONO = "const { serve, createAdaptorServer } = require('@hono/node-server');\n";

/** A program without its first line, and what follows that line once it is mended. */
const CASES: readonly (readonly [title: string, head: string, written: string, mended: string])[] = [
  [
    'a call that stands alone is given a name',
    EXPRESS,
    'app.listen(80, () => {});',
    'const server = app.listen(80, () => {});\nserver.keepAliveTimeout = 120000;\nserver.headersTimeout = 125000;',
  ],
  [
    'a name that is taken is not used',
    EXPRESS,
    'const server = 1;\napp.listen(80)',
    'const server = 1;\nconst httpServer = app.listen(80)\nhttpServer.keepAliveTimeout = 120000\nhttpServer.headersTimeout = 125000',
  ],
  [
    'a name that is there is used',
    EXPRESS,
    'export const web = app.listen(80);',
    'export const web = app.listen(80);\nweb.keepAliveTimeout = 120000;\nweb.headersTimeout = 125000;',
  ],
  [
    'an own property is a name',
    EXPRESS,
    'class Web {\n  start() {\n    this.web = app.listen(80);\n  }\n}\nnew Web().start();',
    'class Web {\n  start() {\n    this.web = app.listen(80);\n    this.web.keepAliveTimeout = 120000;\n    this.web.headersTimeout = 125000;\n  }\n}\nnew Web().start();',
  ],
  [
    'a comment stays with its statement',
    EXPRESS,
    'app.listen(80); // here we go\n',
    'const server = app.listen(80); // here we go\nserver.keepAliveTimeout = 120000;\nserver.headersTimeout = 125000;\n',
  ],
  [
    'a server of its own',
    "const http = require('http');\n",
    "const web = http.createServer();\nweb.listen(80, '0.0.0.0');",
    "const web = http.createServer();\nweb.listen(80, '0.0.0.0');\nweb.keepAliveTimeout = 120000;\nweb.headersTimeout = 125000;",
  ],
  [
    'Feathers, awaited',
    "const app = require('@feathersjs/express')();\n",
    'async function main() {\n  await app.listen(80);\n}\nmain();',
    'async function main() {\n  const server = await app.listen(80);\n  server.keepAliveTimeout = 120000;\n  server.headersTimeout = 125000;\n}\nmain();',
  ],
  [
    'Nest, awaited',
    NEST,
    'async function main() {\n  const app = await NestFactory.create({});\n  await app.listen(80);\n}\nmain();',
    'async function main() {\n  const app = await NestFactory.create({});\n  await app.listen(80);\n  app.getHttpServer().keepAliveTimeout = 120000;\n  app.getHttpServer().headersTimeout = 125000;\n}\nmain();',
  ],
  [
    'Nest, not awaited: what the call gives is a promise',
    NEST,
    'async function main() {\n  const app = await NestFactory.create({});\n  app.listen(80).then(() => {});\n}\nmain();',
    'async function main() {\n  const app = await NestFactory.create({});\n  app.listen(80).then(() => {});\n  app.getHttpServer().keepAliveTimeout = 120000;\n  app.getHttpServer().headersTimeout = 125000;\n}\nmain();',
  ],
  [
    'Nest on Fastify',
    "import { NestFactory } from '@nestjs/core';\nimport { FastifyAdapter } from '@nestjs/platform-fastify';\n",
    'const app = await NestFactory.create({}, new FastifyAdapter());\nawait app.listen(80);',
    'const app = await NestFactory.create({}, new FastifyAdapter());\nawait app.listen(80);\napp.getHttpServer().keepAliveTimeout = 120000;\napp.getHttpServer().headersTimeout = 125000;',
  ],
  [
    'Fastify without options',
    "const app = require('fastify')();\n",
    'app.listen({ port: 80 });',
    'app.listen({ port: 80 });',
  ],
  [
    'Fastify with options elsewhere',
    "const options = require('./options');\nconst app = require('fastify')(options);\n",
    'app.listen({ port: 80 });',
    'app.listen({ port: 80 });\napp.server.keepAliveTimeout = 120000;\napp.server.headersTimeout = 125000;',
  ],
  [
    'Hapi',
    "const server = require('@hapi/hapi').server({ port: 80 });\n",
    'server.start().catch(() => {});',
    'server.start().catch(() => {});\nserver.listener.keepAliveTimeout = 120000;\nserver.listener.headersTimeout = 125000;',
  ],
  [
    'Polka by its name',
    "const app = require('polka')();\n",
    'app.listen(80);',
    'app.listen(80);\napp.server.keepAliveTimeout = 120000;\napp.server.headersTimeout = 125000;',
  ],
  [
    'Polka in a chain',
    "const polka = require('polka');\n",
    "polka().get('/', () => {}).listen(80);",
    "const server = polka().get('/', () => {}).listen(80);\nserver.server.keepAliveTimeout = 120000;\nserver.server.headersTimeout = 125000;",
  ],
  [
    'Restify',
    "const server = require('restify').createServer();\n",
    'server.listen(80);',
    'server.listen(80);\nserver.server.keepAliveTimeout = 120000;\nserver.server.headersTimeout = 125000;',
  ],
  [
    'Hono',
    HONO,
    'serve({ fetch, port: 80 });',
    'serve({ serverOptions: { keepAliveTimeout: 120000 }, fetch, port: 80 });',
  ],
  [
    'Hono with options of the server',
    HONO,
    'serve({\n  fetch,\n  serverOptions: {\n    maxHeaderSize: 1,\n  },\n});',
    'serve({\n  fetch,\n  serverOptions: {\n    keepAliveTimeout: 120000,\n    maxHeaderSize: 1,\n  },\n});',
  ],
  [
    'h3',
    "import { serve } from 'h3';\n",
    'serve(app, { port: 80 });',
    'serve(app, { node: { keepAliveTimeout: 120000 }, port: 80 });',
  ],
  [
    'h3 without options',
    "import { serve } from 'h3';\n",
    'serve(app);',
    'serve(app, { node: { keepAliveTimeout: 120000 } });',
  ],
  ['Bun, in seconds', '', 'Bun.serve({ fetch, port: 80 });', 'Bun.serve({ idleTimeout: 120, fetch, port: 80 });'],
  [
    'Elysia',
    "import { Elysia } from 'elysia';\n",
    'new Elysia().listen(80);',
    'new Elysia({ serve: { idleTimeout: 120 } }).listen(80);',
  ],
];

describe('the fix of a short keep-alive', () => {
  it.each(CASES)('%s', async (title, head, written, mended) => {
    const after = await fixed({ 'server.mjs': head + written });
    const isInHead = title === 'Fastify without options';
    const newHead = isInHead ? head.replace('()', '({ keepAliveTimeout: 120000 })') : head;
    expect(after).toEqual({ 'server.mjs': newHead + mended });
    expect((await socketOf(after ?? {}))?.keepAlive).toMatchObject({ is: 'known', value: 120_000 });
  });

  it('sets the option where the server is made, in another module', async () => {
    const after = await fixed({
      'server.js': "const app = require('./app');\napp.listen({ port: 80 });",
      'app.js': "module.exports = require('fastify')({ logger: true });",
    });
    expect(after?.['app.js']).toBe("module.exports = require('fastify')({ keepAliveTimeout: 120000, logger: true });");
  });

  it('names the server in the module that listens', async () => {
    const after = await fixed({
      'server.js': "const app = require('./app');\napp.listen(80);",
      'app.js': "module.exports = require('express')();",
    });
    expect(after?.['server.js']).toContain('const server = app.listen(80);\nserver.keepAliveTimeout = 120000;');
    expect((await socketOf(after ?? {}))?.keepAlive).toMatchObject({ is: 'known', value: 120_000 });
  });

  it.each([
    ['a promise that nothing waits for', "require('@feathersjs/express')().listen(80);"],
    ['a server that is given away', "module.exports = require('express')().listen(80);"],
    ['a call beside others', "const app = require('express')();\nready && app.listen(80);"],
    ['a server without a setting', "require('@apollo/server/standalone').startStandaloneServer(server);"],
    ['an app alone, which may be typed', `${HONO}serve(app);`],
    ['a spread of arguments', "import { serve } from 'h3';\nserve(app, ...rest);"],
  ])('leaves %s alone', async (_, text) => {
    expect(await socketOf({ 'server.mjs': text })).toBeDefined();
    expect(await fixed({ 'server.mjs': text })).toBeUndefined();
  });
});
