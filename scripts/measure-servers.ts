// npm run measure-servers -- [major of Node …] [part of a title …] [--in FOLDER]: installs Node's servers into a temporary folder (or FOLDER, which
// stays and need not be filled anew), builds
// those that are built, starts each with PORT set on every version of Node that is asked for, which come from npm's package
// `node` (20, 22, 24, 26 where none is), and those of Bun and Deno once on these. Notes where each listens and how long it
// keeps an idle connection in scripts/lib/servers/measured.json, from which "npm run docs" makes docs/servers.md. Takes
// about half an hour for all. Fails where a table says otherwise.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf } from './lib/arguments.js';
import { SERVER_CASES, type ServerCase } from './lib/servers/cases.js';
import { readMeasurements, writeMeasurements, type Measurement } from './lib/servers/measurements.js';
import { majorOf } from './lib/servers/page.js';
import { agrees, build, saidOf, seen, writeCertificate, writeFiles, type Seen } from './lib/servers/run.js';

/** How many servers run side by side: most of the time is spent waiting for a connection to be closed. */
const TOGETHER = 8;
/** How long a connection is watched, in ms: beyond the longest default. */
const WATCH = 80_000;

const { values, positionals: asked } = argumentsOf(import.meta.url, {
  allowPositionals: true,
  options: { in: { type: 'string' } },
});
const askedMajors = asked.filter((each) => /^\d+$/.test(each));
const majors = askedMajors.length > 0 ? askedMajors : ['20', '22', '24', '26'];
const parts = asked.filter((each) => !/^\d+$/.test(each));
const cases = SERVER_CASES.filter(({ title }) => parts.length === 0 || parts.some((part) => title.includes(part)));

let all = readMeasurements().filter(isCase);
const root = values.in ?? mkdtempSync(join(tmpdir(), 'servers-'));
try {
  const nodes = majors.map(nodeOf);
  const ready = prepared(nodes);
  for (const node of nodes) {
    note(
      await onNode(
        node,
        ready.filter(({ engine }) => !engine),
      ),
    );
  }
  note(
    await onEngines(
      process.execPath,
      ready.filter(({ engine }) => engine),
    ),
  );
} finally {
  if (values.in === undefined) rmSync(root, { recursive: true, force: true });
}

/** Installs and builds; gives those that can be started. */
function prepared(nodes: readonly string[]): readonly ServerCase[] {
  const together = cases.filter(({ project }) => project === undefined);
  const packages = [...new Set(together.flatMap((each) => each.packages))];
  if (!existsSync(join(root, 'node_modules'))) install(root, packages, ['--ignore-scripts', '--legacy-peer-deps']);
  writeCertificate(root);
  for (const each of together) writeFiles(root, each);
  const projects = cases.filter((each) => each.project !== undefined && isBuilt(each, nodes));
  return [...together, ...projects];
}

/** The first version of Node that can builds a project. */
function isBuilt(server: ServerCase, nodes: readonly string[]): boolean {
  const folder = folderOf(server);
  const isThere = existsSync(join(folder, 'node_modules'));
  if (!isThere) install(folder, server.packages, ['--ignore-scripts']);
  writeFiles(folder, server);
  if (isThere && (server.built === undefined || existsSync(join(folder, server.built)))) return true;
  return nodes.some((node) => {
    try {
      build(folder, server, node);
      return true;
    } catch (error) {
      console.log(`none ${versionOf(node)} ${server.title} is not built: ${String(error)}`);
      return false;
    }
  });
}

function folderOf({ project }: ServerCase): string {
  return project === undefined ? root : join(root, project);
}

/** Takes the place of what was measured before of the same. */
function note(anew: readonly Measurement[]): void {
  const isAnew = ({ title, node }: Measurement): boolean =>
    anew.some((each) => each.title === title && majorOf(each.node) === majorOf(node));
  all = [...all.filter((each) => !isAnew(each)), ...anew].sort((one, other) => order(one) - order(other));
  writeMeasurements(all);
}

function isCase({ title }: Measurement): boolean {
  return SERVER_CASES.some((each) => each.title === title);
}

function order({ title, node = '' }: Measurement): number {
  return SERVER_CASES.findIndex((each) => each.title === title) * 100 + (parseInt(node) || 0);
}

function install(folder: string, packages: readonly string[], options: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  if (packages.length === 0) return;
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
  const node = join(folder, 'node_modules/node/bin/node');
  if (!existsSync(node)) install(folder, [`node@${major}`], []);
  return node;
}

function versionOf(node: string): string {
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
}

async function onNode(node: string, servers: readonly ServerCase[]): Promise<Measurement[]> {
  const version = versionOf(node);
  const results = new Map<ServerCase, Seen | null>();
  const isAlone = ({ port, isHeavy }: ServerCase): boolean => port !== undefined || isHeavy === true;
  const queue = servers.filter((each) => !isAlone(each));
  const workers = Array.from({ length: TOGETHER }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.set(next, await tried(node, version, next));
  });
  await Promise.all(workers);
  // A server that was kept waiting by the others gets its turn alone, as those do that have a port of their own.
  for (const each of servers.filter((one) => isAlone(one) || !isRight(one, results.get(one)))) {
    results.set(each, await tried(node, version, each));
  }
  return servers.map((each) => measurement(each, results.get(each) ?? null, version));
}

async function onEngines(node: string, servers: readonly ServerCase[]): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const each of servers) measurements.push(measurement(each, await tried(node, each.engine?.name ?? '', each)));
  return measurements;
}

function measurement(server: ServerCase, result: Seen | null, node?: string): Measurement {
  if (result && !isRight(server, result)) process.exitCode = 1;
  return {
    title: server.title,
    ...(node !== undefined && { node }),
    versions: Object.fromEntries(server.packages.map((each) => installed(folderOf(server), each))),
    date: new Date().toISOString().slice(0, 10),
    seen: result,
  };
}

function isRight(server: ServerCase, result: Seen | null | undefined): boolean {
  return result !== null && result !== undefined && agrees(result, saidOf(server));
}

/** Null where it does not start. `version`: what runs it. */
async function tried(node: string, version: string, server: ServerCase): Promise<Seen | null> {
  try {
    const result = await seen(folderOf(server), server, node, WATCH);
    console.log(`${isRight(server, result) ? 'ok  ' : 'FAIL'} ${version} ${server.title} ${JSON.stringify(result)}`);
    return result;
  } catch (error) {
    console.log(`none ${version} ${server.title}: ${String(error)}`);
    return null;
  }
}

/** `name@range` and `alias@npm:name@range`, with the version that came. */
function installed(folder: string, range: string): [string, string | undefined] {
  const name = range.replace(/(?<!^)@.*$/, '');
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  const manifest: unknown = JSON.parse(text);
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : undefined;
  return [name, typeof version === 'string' ? version : undefined];
}
