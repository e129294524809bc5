import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import { copyFixture, fixtures } from '../../../scripts/lib/fixtures.js';
import { lint } from '../../../src/engine/lint.js';
import { planFixes } from '../../../src/fixes/plan.js';
import { writeFixed } from '../../../src/fixes/write.js';
import { render } from '../../../src/platforms/render/index.js';
import { openDirectory } from '../../../src/repository/disk.js';

const children: ChildProcess[] = [];
const copies: string[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
});

/** A copy of a fixture, before or after its rule's own fixes. */
async function copied(rule: string, name: string, fixed: boolean): Promise<string> {
  const fixture = fixtures().find((each) => each.rule === rule && each.name === name);
  if (!fixture) throw new Error(`There is no fixture ${rule}/${name}.`);
  const folder = copyFixture(fixture);
  copies.push(folder);
  if (!fixed) return folder;
  const repository = openDirectory(folder);
  const own = rules.flatMap((each) => (each.rule.id === rule ? [each.rule] : []));
  const { findings } = await lint({ repository, rules: own, platforms: [render] });
  const textOf = (file: string): string | undefined => {
    const read = repository.read(file);
    return read.is === 'text' ? read.text : undefined;
  };
  for (const [file, change] of planFixes(findings, 'safe', textOf).files) {
    const form = repository.read(file);
    if (form.is === 'text') writeFixed(folder, file, change, form);
  }
  return folder;
}

/** Starts server.js of a folder on a port that is free, and waits until something listens on `wanted`. */
async function started(folder: string, wanted?: number): Promise<number> {
  const port = await freePort();
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  children.push(child);
  while (!(await reached(wanted ?? port, 'localhost'))) {
    if (child.exitCode !== null) throw new Error('The server has ended.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return port;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

function reached(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
}

/** For how many seconds the server says that it keeps an idle connection. */
function keptFor(port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { connection: 'keep-alive' };
    get({ port, host: 'localhost', headers }, (response) => {
      response.resume();
      const value = response.headers['keep-alive'];
      resolve(typeof value === 'string' ? value : undefined);
    }).once('error', reject);
  });
}

/** Another local address: only a server on every interface has it. Other systems than Linux do not answer there at all. */
const ELSEWHERE = '127.0.0.2';

describe('a server that is started for real', () => {
  it.runIf(process.platform === 'linux')(
    'is reached from elsewhere after the fix of loopback-bind, and not before',
    async () => {
      const before = await started(await copied('loopback-bind', 'flagged-node-http', false));
      expect(await reached(before, ELSEWHERE)).toBe(false);
      const after = await started(await copied('loopback-bind', 'flagged-node-http', true));
      expect(await reached(after, ELSEWHERE)).toBe(true);
    },
  );

  it('listens on PORT after the fix of ignored-port, and not before', async () => {
    const before = await started(await copied('ignored-port', 'flagged-node-http', false), 38_127);
    expect(await reached(before, 'localhost')).toBe(false);
    for (const child of children.splice(0)) child.kill('SIGKILL');
    const after = await started(await copied('ignored-port', 'flagged-node-http', true));
    expect(await reached(after, 'localhost')).toBe(true);
  });

  it('keeps idle connections longer after the fix of short-keep-alive', async () => {
    const before = await started(await copied('short-keep-alive', 'flagged-node-http', false));
    expect(await keptFor(before)).toBe('timeout=5');
    const after = await started(await copied('short-keep-alive', 'flagged-node-http', true));
    expect(await keptFor(after)).toBe('timeout=120');
  });
});
