// npm run measure-builders -- [builder or package@version …]: installs each builder into a temporary folder, builds its tiny projects for
// real and compares the files with what lint-deploy says of them. It writes scripts/lib/builders/measured.json, from which
// "npm run docs" makes docs/builders.md. With names, only those are measured anew.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf } from './lib/arguments.js';
import { BUILDER_SETS } from './lib/builders/cases.js';
import type { BuilderSet } from './lib/builders/set.js';
import { readMeasurements, writeMeasurements, type Measurement } from './lib/builders/measurements.js';
import { clear, measure } from './lib/builders/run.js';

const { positionals: wanted } = argumentsOf(import.meta.url, { allowPositionals: true });
let all = readMeasurements();
for (const set of BUILDER_SETS.filter(isWanted)) {
  const measured = await measureSet(set);
  if (!measured) continue;
  const others = all.filter((each) => each.builder !== measured.builder || each.asked !== measured.asked);
  all = [...others, measured];
  writeMeasurements(all);
}

function isWanted({ builder, packages }: BuilderSet): boolean {
  return wanted.length === 0 || wanted.includes(builder) || wanted.some((each) => packages[0] === each);
}

async function measureSet({ builder, packages, scripts, cases }: BuilderSet): Promise<Measurement | undefined> {
  const root = mkdtempSync(join(tmpdir(), `lint-deploy-${builder}-`));
  try {
    const versions = install(root, packages, scripts === true);
    if (!versions) return undefined;
    const asked = packages[0] ?? '';
    const date = new Date().toISOString().slice(0, 10);
    const results: Measurement['cases'][number][] = [];
    for (const each of cases) {
      clear(root);
      const own = each.files['package.json'];
      const manifest = { ...(typeof own === 'object' ? own : {}), private: true, dependencies: versions };
      const files = { ...each.files, 'package.json': manifest };
      const { made, faults } = await measure(root, join(root, 'node_modules/.bin'), { ...each, files });
      console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${asked}: ${each.name}`);
      for (const fault of faults) console.log(`       ${fault}`);
      results.push({ name: each.name, command: each.command, made: made.length, faults });
    }
    return { builder, asked, versions, date, cases: results };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Installs packages, and gives the version of each that came; undefined where the install fails. */
function install(root: string, packages: readonly string[], scripts: boolean): Record<string, string> | undefined {
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "private": true }\n');
  const run = spawnSync(
    'npm',
    [
      ...['install', '--no-audit', '--no-fund', '--legacy-peer-deps'],
      ...[scripts ? '--ignore-scripts=false' : '--ignore-scripts'],
      ...packages,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (run.status !== 0) {
    console.log(`FAIL ${packages.join(' ')} cannot be installed: ${run.stderr.slice(-1000)}`);
    return undefined;
  }
  return Object.fromEntries(
    packages.map((each) => {
      const name = each.slice(0, each.lastIndexOf('@'));
      const own: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
      return [name, typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : '?'];
    }),
  );
}
