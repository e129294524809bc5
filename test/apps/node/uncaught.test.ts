import { describe, expect, it } from 'vitest';
import { runFile } from '../../../src/apps/node/program.js';
import { uncaughtOf } from '../../../src/apps/node/uncaught/uncaught.js';
import { unknownEnvironment } from '../../../src/launch/environment.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { startOf } from '../../../src/syntax/lines.js';

const HEAD =
  "const express = require('express'); const { Pool } = require('pg'); const pool = new Pool(); const app = express();";

async function uncaught(
  body: string,
  version = '^4.18.2',
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const at = startOf('server.js');
  const files = {
    'package.json': JSON.stringify({ dependencies: { express: version } }),
    'server.js': `${HEAD}\n${body}\napp.listen(3000);`,
    ...more,
  };
  const program = await runFile(memoryRepository(files), 'server.js', {
    ...{ folder: '', environment: unknownEnvironment(at), at },
  });
  if (program.is !== 'run') throw new Error(program.why);
  const { handlers, startUp } = uncaughtOf(program.run);
  return [
    ...handlers.map(({ is, at: { range } }) => `${is} ${String(range.start.line)}:${String(range.start.column)}`),
    ...startUp.map(({ at: { range } }) => `start ${String(range.start.line)}`),
  ].join(', ');
}

const handler = (body: string): string => `app.get('/a', async (req, res) => {\n${body}\n});`;

describe('handlers of Express 4', () => {
  it.each([
    ["res.json(await pool.query('x'));", 'awaits 3:10'],
    ["return pool.query('x');", 'awaits 3:1'],
    ["throw new Error('no');", 'throws 3:1'],
    ["if (!req.body) throw new Error('no');", 'throws 3:16'],
    ["await fetch('https://x');", 'awaits 3:1'],
    ["const client = await pool.connect(); await client.query('x');", 'awaits 3:16'],
    ["await Promise.all([pool.query('x'), 1]);", 'awaits 3:1'],
    ["try { await pool.query('x'); } finally { res.end(); }", 'awaits 3:7'],
    ["try { await pool.query('x'); } catch (e) { throw e; }", 'throws 3:44'],
    ["try { x(); } catch { await pool.query('x'); }", 'awaits 3:22'],
    ['await helper(); async function inner() { throw 1; }', ''],
    ["try { await pool.query('x'); } catch { res.end(); }", ''],
    ["await pool.query('x').catch(() => 0);", ''],
    ["await pool.query('x').then(() => 1, () => 2);", ''],
    ['res.json(await req.json());', ''],
    ['await new Promise((resolve) => setTimeout(resolve, 1));', ''],
    ["await Promise.allSettled([pool.query('x')]);", ''],
    ["pool.query('x', (error) => res.end());", ''],
    ["await unknown.query('x');", ''],
    ["const pool = { query() {} }; await pool.query('x');", ''],
  ])('%s', async (body, expected) => {
    expect(await uncaught(handler(body))).toBe(expected);
  });

  it.each([
    [
      'a function that rejects',
      "res.json(await find()); async function unused() {}\n}); async function find() { return pool.query('x'); //",
      'awaits 3:10',
    ],
    [
      'a function that catches',
      "res.json(await find());\n}); async function find() { try { return await pool.query('x'); } catch { return 1; } //",
      '',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await uncaught(`app.get('/a', async (req, res) => {\n${body}\n}`)).toBe(expected);
  });

  it('counts each handler', async () => {
    const one = (path: string): string => `app.get('${path}', async () => { await pool.query('x'); });`;
    expect(await uncaught([one('/a'), one('/b')].join('\n'))).toBe('awaits 2:29, awaits 3:29');
  });

  const rejecting = handler("await pool.query('x');");
  it.each([
    ['^5.0.0', ''],
    ['~4.17.1', 'awaits 3:1'],
    ['4.x', 'awaits 3:1'],
    ['>=4', ''],
    ['latest', ''],
    ['*', ''],
  ])('with express %s', async (version, expected) => {
    expect(await uncaught(rejecting, version)).toBe(expected);
  });

  it.each([
    ['package-lock.json', '{ "packages": { "node_modules/express": {\n "version": "5.1.0" } } }', ''],
    ['package-lock.json', '{ "dependencies": { "express": { "version": "4.21.2" } } }', 'awaits 3:1'],
    ['yarn.lock', 'express@^4.18.2:\n  version "4.21.2"\n', 'awaits 3:1'],
    ['yarn.lock', '"express@npm:*":\n  version: 5.1.0\n', ''],
    ['pnpm-lock.yaml', 'packages:\n\n  express@4.21.2:\n    resolution: {}\n', 'awaits 3:1'],
    ['pnpm-lock.yaml', "packages:\n\n  '/express/5.1.0':\n    resolution: {}\n", ''],
  ])('with %s: %s', async (file, text, expected) => {
    expect(await uncaught(rejecting, '*', { [file]: text })).toBe(expected);
  });

  it.each([
    // In a package below that of the program, only an install of its own gives it another Express.
    ['^5.1.0', '^4.18.2', ''],
    ['^4.18.2', '^5.1.0', ''],
    ['^4.18.2', '^4.17.1', 'awaits 2:49'],
  ])('with express %s, and %s in a package below it', async (above, below, expected) => {
    const route = `const { Pool } = require('pg'); const pool = new Pool(); const router = require('express').Router();
router.get('/a', async (req, res) => { res.json(await pool.query('x')); });
module.exports = router;`;
    const files = {
      'lessons/package.json': JSON.stringify({ dependencies: { express: below } }),
      'lessons/router.js': route,
    };
    expect(await uncaught("app.use('/r', require('./lessons/router'));", above, files)).toBe(expected);
  });

  it.each([
    ["require('express-async-errors');"],
    ["const Sentry = require('@sentry/node'); Sentry.init({});"],
    ["process.on('unhandledRejection', () => {});"],
    ["process.once('uncaughtException', () => {});"],
    ['const wrap = (router) => router.stack.forEach((layer) => { layer.handle = safe(layer.handle); });'],
    ["const Layer = require('express/lib/router/layer'); Layer.prototype.handle_request = safe;"],
  ])('is caught by %s', async (line) => {
    expect(await uncaught(`${line}${rejecting}`)).toBe('');
  });
});

describe('handlers of Node itself', () => {
  const make = "const { createServer } = require('http');\n";
  it.each([
    ["createServer(async (req, res) => res.end(await pool.query('x')));", 'awaits 3:42'],
    ["createServer().on('request', async (req, res) => res.end(await pool.query('x')));", 'awaits 3:58'],
    ["const s = createServer();\ns.on('request', async (req, res) => { await pool.query('x'); });", 'awaits 4:39'],
    ["createServer().on('upgrade', async () => { await pool.query('x'); });", ''],
  ])('%s', async (body, expected) => {
    expect(await uncaught(`${make}${body}`)).toBe(expected);
  });
});

describe('promises of the start', () => {
  it.each([
    ['pool.connect();', 'start 2'],
    ["setUp(); async function setUp() { await pool.query('x'); }", 'start 2'],
    ["setUp().catch(console.error); async function setUp() { await pool.query('x'); }", ''],
    ["setUp(); async function setUp() { await pool.query('x'); app.listen(1); }", ''],
    ["setUp(); function setUp() { throw new Error('stops at once'); }", ''],
    ["pool.on('error', () => {});", ''],
    ["(async () => { await pool.query('x'); app.listen(1); })();", ''],
  ])('%s', async (body, expected) => {
    expect(await uncaught(body)).toBe(expected);
  });
});
