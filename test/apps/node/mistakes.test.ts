import { describe, expect, it } from 'vitest';
import { programSockets } from '../../../src/apps/node/sockets.js';
import { runFile } from '../../../src/apps/node/program.js';
import { routesOf } from '../../../src/apps/node/routes/node-routes.js';
import { uncaughtOf } from '../../../src/apps/node/uncaught/uncaught.js';
import type { Run } from '../../../src/code/run/run.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { environment, process, program } from '../../support/launch.js';
import { place } from '../../support/model.js';

async function run(files: Readonly<Record<string, string>>): Promise<Run> {
  const repository = memoryRepository({ 'package.json': '{ "dependencies": { "express": "4.21.0" } }', ...files });
  const read = await runFile(repository, 'server.js', {
    ...{ folder: '', environment: environment(), at: place('render.yaml') },
  });
  if (read.is !== 'run') throw new Error(read.why);
  return read.run;
}

/** Each port and host with its line, and the reasons why there may be others. */
async function listening(files: Readonly<Record<string, string>>): Promise<{ sockets: unknown[]; gaps: string[] }> {
  const { sockets, gaps } = programSockets(
    memoryRepository(files),
    await run(files),
    process(program(['node', 'server.js']), place('render.yaml')),
  );
  return {
    sockets: sockets.map(({ port, host, at }) => [
      port.is === 'known' ? port.value : port.is,
      host.is === 'known' ? host.value : host.is,
      at.range.start.line,
    ]),
    gaps: gaps.map(({ why, at }) => `${why} (${at.file}:${String(at.range.start.line)})`),
  };
}

const APP = "const express = require('express');\nconst app = express();\n";
const LISTEN = "app.listen(3000, '127.0.0.1');\n";

describe('a program with mistakes', () => {
  it.each([
    ['in a handler', `${APP}app.get('/', (req, res) => {\n  res.send(;\n});\n${LISTEN}`, 6, [4]],
    ['by a conflict of a merge', `${APP}<<<<<<< a\napp.use(b);\n=======\napp.use(c);\n>>>>>>> d\n${LISTEN}`, 8, [3]],
    ['by a brace that is missing at the end', `${APP}${LISTEN}function stop() {\n  app.close();\n`, 3, [6]],
  ])('listens as its other parts say, and may do otherwise: %s', async (_, text, line, gaps) => {
    expect(await listening({ 'server.js': text })).toEqual({
      sockets: [[3000, '127.0.0.1', line]],
      gaps: gaps.map((each) => `a part of server.js does not parse (server.js:${String(each)})`),
    });
  });

  it('may listen in the part that is left out', async () => {
    expect(await listening({ 'server.js': `${APP}app.listen(3000 4000);\n` })).toEqual({
      sockets: [],
      gaps: ['a part of server.js does not parse (server.js:3)'],
    });
  });

  it('may have any value, where the mistake is in a file that it takes values from', async () => {
    const files = {
      'server.js': `${APP}const config = require('./config');\napp.listen(config.port, config.host);\n`,
      'config.js': "exports.host = '127.0.0.1';\nexports.port = 3000 +;\n",
    };
    expect((await listening(files)).gaps).toEqual(['a part of config.js does not parse (config.js:2)']);
  });

  it('has no gap where all of it parses', async () => {
    expect((await listening({ 'server.js': `${APP}${LISTEN}` })).gaps).toEqual([]);
  });

  it('may have other routes', async () => {
    const text = `${APP}app.get('/a', (req, res) => res.end());\napp.get('/b' '/c');\n${LISTEN}`;
    const { routes, complete, why } = routesOf(await run({ 'server.js': text }), []);
    expect(routes.map(({ path }) => path)).toEqual(['/a']);
    expect({ complete, why }).toEqual({ complete: false, why: 'a part of server.js does not parse' });
  });

  it('may catch what its handlers throw', async () => {
    const handler = "app.get('/', async () => {\n  throw new Error('no');\n});\n";
    const faulty = `${APP}process.on('unhandledRejection' log);\n${handler}${LISTEN}`;
    expect(uncaughtOf(await run({ 'server.js': `${APP}${handler}${LISTEN}` })).handlers).toHaveLength(1);
    expect(uncaughtOf(await run({ 'server.js': faulty })).handlers).toEqual([]);
  });
});
