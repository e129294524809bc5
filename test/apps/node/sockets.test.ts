import { describe, expect, it } from 'vitest';
import { nodeSockets, type NodePrograms } from '../../../src/apps/node/node-sockets.js';
import { nodeProgram } from '../../../src/apps/node/program.js';
import type { Process, Variable } from '../../../src/model/process.js';
import type { Socket } from '../../../src/model/socket.js';
import type { Value } from '../../../src/model/value.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import type { Repository } from '../../../src/repository/repository.js';
import { environment, process, program } from '../../support/launch.js';
import { known, place } from '../../support/model.js';
import { RUNTIME_SPELLINGS } from './runtime-spellings.js';
import { SPELLINGS, type Spelling } from './spellings.js';

const RENDER = { PORT: '10000', RENDER: 'true', NODE_ENV: 'production' };

function started(file: string, env: Readonly<Record<string, string>>, by = 'node'): Process {
  const variables = Object.entries(env).map(([name, value]): [string, Variable] => [
    name,
    { is: 'set', value: known(value), at: place('render.yaml') },
  ]);
  const own = program([by, file], { role: 'runtime', target: { is: 'file', path: known(file) } });
  return process(own, place('render.yaml'), { environment: environment(Object.fromEntries(variables)) });
}

function shown<T>(value: Value<T>, text: (value: T) => string = String): string {
  switch (value.is) {
    case 'known':
      return text(value.value);
    case 'oneOf':
      return value.values.map((each) => text(each.value)).join('|');
    case 'absent':
      return '-';
    case 'unknown':
      return '?';
  }
}

function listening({ host, port, keepAlive, conditional }: Socket): string {
  const time = shown(keepAlive, (milliseconds) => (milliseconds === Infinity ? 'never' : String(milliseconds / 1_000)));
  return `${shown(host)} ${shown(port)} ${time}${conditional ? ' (maybe)' : ''}`;
}

/** Programs that no build makes. */
function programsOf(repository: Repository): NodePrograms {
  const sourceOf = (_: Process, path: string): Promise<string> => Promise.resolve(path);
  return { nodeProgramOf: (each) => nodeProgram(repository, each, sourceOf), sourceOf };
}

async function socketsOf({ program: own, env = {}, by }: Spelling): Promise<string[] | undefined> {
  const files = typeof own === 'string' ? { 'server.js': own } : own;
  const entry = Object.keys(files).find((file) => /^(?:server|main)\.[cm]?[jt]s$/.test(file)) ?? 'server.js';
  const repository = memoryRepository({ ...files });
  const found = await nodeSockets(repository, started(entry, { ...RENDER, ...env }, by), programsOf(repository));
  return found?.sockets.map(listening);
}

describe('a program as it is written', () => {
  it.each(
    [...SPELLINGS, ...RUNTIME_SPELLINGS].map(
      (each) => [typeof each.program === 'string' ? each.program : JSON.stringify(each.program), each] as const,
    ),
  )('%s', async (_, spelling) => {
    expect(await socketsOf(spelling)).toEqual(spelling.listens);
  });
});

describe('a program that is started with arguments', () => {
  it.each([
    [['node', 'server.js', '8080'], '?'],
    [['node', 'server.js', undefined], '?'],
    [['node', 'server.js'], '10000'],
  ])('%j', async (words, port) => {
    const text = 'require("http").createServer().listen(process.argv[2] || process.env.PORT);';
    const repository = memoryRepository({ 'server.js': text });
    const own = started('server.js', RENDER);
    const given = { ...own, program: { ...own.program, words } };
    const found = await nodeSockets(repository, given, programsOf(repository));
    expect(found?.sockets.map((each) => shown(each.port))).toEqual([port]);
  });
});

describe('a program that listens again and again', () => {
  it('is not followed, and says so', async () => {
    const line = "require('http').createServer().listen(3000);\n";
    const repository = memoryRepository({ 'server.js': line.repeat(60) });
    const found = await nodeSockets(repository, started('server.js', RENDER), programsOf(repository));
    expect(found?.sockets).toEqual([]);
    expect(found?.gaps.map(({ why, at }) => `${why} ${at.range.start.line}`)).toEqual([
      'the program listens too often 51',
    ]);
  });
});
