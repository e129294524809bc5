import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../../rules/index.js';
import { copyFixture, expectationOf, fixtures, type Fixture } from '../../../scripts/lib/fixtures.js';
import { PROJECT } from '../../../scripts/lib/project.js';
import { ended, freePort, idleTime, listening, reached } from '../../../scripts/lib/servers/run.js';
import { lint } from '../../../src/engine/lint.js';
import { planFixes } from '../../../src/fixes/plan.js';
import { writeFixed } from '../../../src/fixes/write.js';
import { render } from '../../../src/platforms/render/index.js';
import { openDirectory } from '../../../src/repository/disk.js';
import { at } from '../../support/data.js';

/** Says what is to be done when a test ends. */
type Finally = (action: () => Promise<void> | void) => void;

/** Ends a server with all that it has started. */
async function stop(child: ChildProcess): Promise<void> {
  try {
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
  await ended(child);
}

/** Fixtures with a fix that no test starts, and why; their servers are measured by `npm run measure-servers`. */
const NOT_STARTED: Readonly<Record<string, string>> = {
  'loopback-bind/flagged-config-module': 'is compiled first',
  'loopback-bind/flagged-json-server': 'needs a package that this project lacks',
  'loopback-bind/flagged-restify': 'does not run on Node 24',
  'ignored-port/flagged-restify': 'does not run on Node 24',
  'short-keep-alive/flagged-restify': 'does not run on Node 24',
  'ignored-port/flagged-next-start': 'is built first',
  'short-keep-alive/flagged-next-start': 'is built first',
  'unserved-health-check/flagged-koa-prefix': 'needs a package that this project lacks',
  'missing-health-check/flagged-next-health-route': 'is built first',
  'unserved-health-check/flagged-next-no-such-file': 'is built first',
  'unserved-health-check/flagged-react-router-prefix': 'is built first',
  'unserved-health-check/flagged-astro-prefix': 'is built first',
  'unserved-health-check/flagged-nuxt-prefix': 'is built first',
  'missing-health-check/flagged-nuxt-health-route': 'is built first',
  'missing-health-check/flagged-sveltekit-health-route': 'is built first',
  'loopback-bind/flagged-inversify': 'needs a package that this project lacks',
  'loopback-bind/flagged-routing-controllers': 'needs a package that this project lacks',
  'ignored-port/flagged-yoga-1': 'needs a package that this project lacks',
  'short-keep-alive/flagged-nested-compiled': 'is built first',
  'short-keep-alive/flagged-image-pnpm-deploy': 'is built first',
  'short-keep-alive/flagged-refuses-without-a-variable': 'has variables that only a dashboard sets',
  'ignored-port/flagged-nest-start': 'is built first',
};

/** A fixture of Node's with a fix, and the arguments that node is started with. */
interface Startable {
  name: string;
  fixture: Fixture;
  args: readonly string[];
}

function startable(rule: string): Startable[] {
  return fixtures().flatMap((fixture) => {
    const name = `${rule}/${fixture.name}`;
    const manifest = join(fixture.folder, 'package.json');
    const isMended = JSON.stringify(expectationOf(fixture)).includes('"fix":"safe"');
    if (fixture.rule !== rule || fixture.kind !== 'flagged' || !isMended || !existsSync(manifest)) return [];
    const start = String(at(JSON.parse(readFileSync(manifest, 'utf8')), 'scripts', 'start'));
    // Bun is no package of this project.
    if (name in NOT_STARTED || start.startsWith('bun ')) return [];
    return { name, fixture, args: argsOf(start) };
  });
}

/** `node server.js`, `tsx src/main.ts`. */
function argsOf(start: string): readonly string[] {
  const [program, ...args] = start.split(' ');
  if (program === 'tsx') return [join(PROJECT, 'node_modules/tsx/dist/cli.mjs'), ...args];
  if (program === 'node') return args;
  throw new Error(`No test can start ${start}.`);
}

/** A copy of a fixture that has the packages of this project, before or after its rule's own fixes. */
async function copied(fixture: Fixture, isFixed: boolean, whenDone: Finally): Promise<string> {
  const folder = copyFixture(fixture);
  whenDone(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  if (isFixed) await mend(folder, fixture.rule);
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

async function mend(folder: string, id: string): Promise<void> {
  const repository = openDirectory(folder);
  const own = rules.flatMap(({ rule }) => (rule.id === id ? [rule] : []));
  const { findings } = await lint({ repository, rules: own, platforms: [render] });
  const textOf = (file: string): string | undefined => {
    const read = repository.read(file);
    return read.is === 'text' ? read.text : undefined;
  };
  for (const [file, change] of planFixes(findings, 'safe', textOf).files) {
    const form = repository.read(file);
    if (form.is === 'text') writeFixed(folder, file, change, form);
  }
}

/** Starts a fixture on a port that is free, and waits until something listens there. */
async function started(each: Startable, isFixed: boolean, whenDone: Finally): Promise<number> {
  const [port] = await startedIn(each, isFixed, whenDone);
  return port;
}

async function startedIn({ fixture, args }: Startable, isFixed: boolean, whenDone: Finally): Promise<[number, string]> {
  const port = await freePort();
  const folder = await copied(fixture, isFixed, whenDone);
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, PORT: String(port), RENDER: 'true', NODE_ENV: 'production' },
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
  whenDone(() => stop(child));
  await listening(child, port);
  return [port, folder];
}

/** What the server says of how long it keeps an idle connection. */
function promised(port: number): Promise<string | undefined> {
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

const LIMIT = 120_000;
const table = (rule: string): [string, Startable][] => startable(rule).map((each) => [each.name, each]);

describe.runIf(process.platform === 'linux')('a server on a local address', () => {
  it.concurrent.for(table('loopback-bind'))(
    '%s is reached from elsewhere after its fix, and not before',
    { timeout: LIMIT },
    async ([, each], { onTestFinished }) => {
      expect(await reached(await started(each, false, onTestFinished), ELSEWHERE)).toBe(false);
      expect(await reached(await started(each, true, onTestFinished), ELSEWHERE)).toBe(true);
    },
  );
});

describe('a server on a port of its own', () => {
  it.for(table('ignored-port'))(
    '%s listens on PORT after its fix',
    { timeout: LIMIT },
    async ([, each], { onTestFinished }) => {
      expect(await reached(await started(each, true, onTestFinished), 'localhost')).toBe(true);
    },
  );
});

describe.each(['unserved-health-check', 'missing-health-check'])('a server with a health route (%s)', (rule) => {
  it.concurrent.for(table(rule))(
    '%s answers the path that its fix names',
    { timeout: LIMIT },
    async ([, each], { onTestFinished }) => {
      const [port, folder] = await startedIn(each, true, onTestFinished);
      const path = at(parse(readFileSync(join(folder, 'render.yaml'), 'utf8')), 'services', 0, 'healthCheckPath');
      expect(path).toMatch(/^\//);
      expect((await fetch(`http://localhost:${String(port)}${String(path)}`)).status).toBe(200);
    },
  );
});

/** Up to this time a test waits for a connection to be closed, in s. */
const SHORT = 10;

describe('a server that closes idle connections early', () => {
  it.concurrent.for(table('short-keep-alive'))(
    '%s keeps them longer after its fix',
    { timeout: LIMIT },
    async ([, each], { onTestFinished }) => {
      const [before, after] = await Promise.all([
        started(each, false, onTestFinished),
        started(each, true, onTestFinished),
      ]);
      const time = Number(/^timeout=(\d+)/.exec((await promised(before)) ?? '')?.[1]);
      expect(time).toBeLessThan(75);
      expect(await promised(after)).toBe('timeout=120');
      if (time > SHORT) return;
      const [first, second] = await Promise.all([idleTime(before, {}, LIMIT / 2), idleTime(after, {}, 2_000 * time)]);
      expect(first, 'the connection was closed').not.toBeNull();
      expect(second, 'the connection is still open').toBeNull();
    },
  );
});

describe('the fixtures that no test starts', () => {
  it('have a fix', () => {
    const all = new Set(fixtures().map(({ rule, name }) => `${rule}/${name}`));
    expect(Object.keys(NOT_STARTED).filter((each) => !all.has(each))).toEqual([]);
  });
});
