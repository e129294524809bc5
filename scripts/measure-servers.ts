// npm run measure-servers -- [major of Node …]: installs Node's servers into a temporary folder, starts each with PORT set
// on every version of Node that is asked for, which come from npm's package `node` (20, 22, 24, 26 where none is), and
// notes where each listens and how long it keeps an idle connection in scripts/lib/servers/measured.json, from which
// "npm run docs" makes docs/servers.md. Takes about a quarter of an hour. Fails where a table says otherwise.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_CASES, type ServerCase } from './lib/servers/cases.js';
import { readMeasurements, writeMeasurements, type Measurement } from './lib/servers/measurements.js';
import { agrees, saidOf, seen, writeCertificate, type Seen } from './lib/servers/run.js';

/** How many servers run side by side: most of the time is spent waiting for a connection to be closed. */
const TOGETHER = 8;
/** How long a connection is watched, in ms: beyond the longest default. */
const WATCH = 80_000;

const majors = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26'];
const root = mkdtempSync(join(tmpdir(), 'servers-'));
try {
  const packages = [...new Set(SERVER_CASES.flatMap((each) => each.packages))];
  install(root, packages, ['--ignore-scripts', '--legacy-peer-deps']);
  writeCertificate(root);
  let all = readMeasurements();
  for (const major of majors) {
    const own = await onNode(nodeOf(major));
    const isAnew = ({ node }: Measurement): boolean => node.startsWith(`${major}.`);
    all = [...all.filter((each) => !isAnew(each)), ...own].sort((one, other) => order(one) - order(other));
    writeMeasurements(all);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

function order({ title, node }: Measurement): number {
  return SERVER_CASES.findIndex((each) => each.title === title) * 100 + parseInt(node);
}

function install(folder: string, packages: readonly string[], options: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...options, ...packages], {
    cwd: folder,
    // The package `node` installs another by npm once more, which "npm run" would send to this project.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The newest Node of a major version, from npm. */
function nodeOf(major: string): string {
  const folder = join(root, `node-${major}`);
  install(folder, [`node@${major}`], []);
  return join(folder, 'node_modules/node/bin/node');
}

async function onNode(node: string): Promise<Measurement[]> {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const results = new Map<ServerCase, Seen | null>();
  const isAlone = ({ port, isHeavy }: ServerCase): boolean => port !== undefined || isHeavy === true;
  const queue = SERVER_CASES.filter((each) => !isAlone(each));
  const workers = Array.from({ length: TOGETHER }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.set(next, await tried(node, version, next));
  });
  await Promise.all(workers);
  // A server that was kept waiting by the others gets its turn alone, as those do that have a port of their own.
  for (const each of SERVER_CASES.filter((one) => isAlone(one) || !isRight(one, results.get(one)))) {
    results.set(each, await tried(node, version, each));
  }
  for (const [each, result] of results) if (result && !isRight(each, result)) process.exitCode = 1;
  const date = new Date().toISOString().slice(0, 10);
  return SERVER_CASES.map((each) => ({
    title: each.title,
    node: version,
    versions: Object.fromEntries(each.packages.map(installed)),
    date,
    seen: results.get(each) ?? null,
  }));
}

function isRight(server: ServerCase, result: Seen | null | undefined): boolean {
  return result !== null && result !== undefined && agrees(result, saidOf(server));
}

/** Null where it does not start. */
async function tried(node: string, version: string, server: ServerCase): Promise<Seen | null> {
  try {
    const result = await seen(root, server, node, WATCH);
    console.log(`${isRight(server, result) ? 'ok  ' : 'FAIL'} ${version} ${server.title} ${JSON.stringify(result)}`);
    return result;
  } catch (error) {
    console.log(`none ${version} ${server.title}: ${String(error)}`);
    return null;
  }
}

/** `name@range` and `alias@npm:name@range`, with the version that came. */
function installed(asked: string): [string, string | undefined] {
  const name = asked.replace(/(?<!^)@.*$/, '');
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  const manifest: unknown = JSON.parse(text);
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : undefined;
  return [name, typeof version === 'string' ? version : undefined];
}
