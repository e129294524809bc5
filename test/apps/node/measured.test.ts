import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../../scripts/lib/project.js';
import { SERVER_CASES, type ServerCase } from '../../../scripts/lib/servers/cases.js';
import { readMeasurements } from '../../../scripts/lib/servers/measurements.js';
import { majorOf } from '../../../scripts/lib/servers/page.js';
import { agrees, saidOf, seen } from '../../../scripts/lib/servers/run.js';
import { FRAMEWORKS, NEST_FASTIFY } from '../../../src/apps/node/frameworks.js';
import { PACKAGED } from '../../../src/apps/node/packaged.js';

/** How long a connection is watched, in ms; Fastify's 72 s are waited for by `npm run measure-servers` only. */
const WATCH = 30_000;
const LONG_WATCH = 10_000;

const core = SERVER_CASES.filter(({ isCore }) => isCore === true);

describe('a server that is started for real', () => {
  it.concurrent.for(core.map((each): [string, ServerCase] => [each.title, each]))(
    '%s listens and keeps connections as its table says',
    { timeout: 120_000 },
    async ([, server], { onTestFinished }) => {
      const folder = mkdtempSync(join(tmpdir(), 'lint-deploy-server-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      });
      symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
      const said = saidOf(server);
      const isLong = (said.keepAlive ?? 0) * 1_000 > WATCH;
      const found = await seen(folder, server, process.execPath, isLong ? LONG_WATCH : WATCH);
      if (isLong) expect(found.idle, 'the connection is still open').toBeNull();
      expect(agrees(isLong ? { ...found, idle: said.keepAlive } : found, said)).toBe(true);
    },
  );
});

const measurements = readMeasurements();

describe('what was measured', () => {
  it('is all that the tables say was', () => {
    const rows = [...FRAMEWORKS, NEST_FASTIFY, ...PACKAGED];
    const said = rows
      .filter(({ measured = '' }) => measured.startsWith('measured 2026-11-21'))
      .map(({ title }) => title);
    const cases = SERVER_CASES.filter(({ title }) => measurements.some((each) => each.title === title));
    expect([...new Set(said)].sort()).toEqual([...new Set(cases.map(({ row }) => row))].sort());
  });

  it.each(SERVER_CASES.map((each): [string, ServerCase] => [each.title, each]))(
    'agrees with the table: %s',
    (_, server) => {
      const own = measurements.filter(({ title }) => title === server.title);
      expect(own.map(({ node }) => majorOf(node))).toEqual(server.engine ? [''] : ['20', '22', '24', '26']);
      const started = own.flatMap((each) => each.seen ?? []);
      expect(started.length).toBeGreaterThan(0);
      for (const each of started) expect(agrees(each, saidOf(server))).toBe(true);
    },
  );
});
