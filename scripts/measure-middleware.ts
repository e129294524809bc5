// npm run measure-middleware -- [--in FOLDER]: installs what the tables of src/apps/node/routes/packages.ts and
// src/apps/node/uncaught/packages.ts name into a temporary folder (or FOLDER, which stays and need not be filled anew), puts
// each before a route of an app or beside Express 4, and asks; has clients ask what is not there. What came is noted in
// scripts/lib/middleware/measured.json, of which "npm run docs" makes docs/middleware.md. Takes about ten minutes. Fails
// where a table says otherwise.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf } from './lib/arguments.js';
import { ASKING_CASES, askedIn } from './lib/middleware/asking.js';
import { MIDDLEWARE_CASES } from './lib/middleware/cases.js';
import { writeMeasured } from './lib/middleware/measurements.js';
import { REJECTION_CASES, outcomeOf } from './lib/middleware/rejections.js';
import { answersBehind, does } from './lib/middleware/run.js';

/** The frameworks that they stand in, at the versions that all of them know. */
const FRAMEWORKS = ['express@4', 'koa@3', 'hono@4', '@hono/node-server@1', 'restify@11'];

const { values } = argumentsOf(import.meta.url, { options: { in: { type: 'string' } } });
const root = values.in ?? mkdtempSync(join(tmpdir(), 'middleware-'));
try {
  const packages = [
    ...MIDDLEWARE_CASES.flatMap((each) => each.packages),
    ...REJECTION_CASES.map((each) => each.package),
  ].filter((name) => !['express', 'restify'].includes(name));
  const unique = [...new Set(packages)].sort();
  if (!existsSync(join(root, 'node_modules'))) install(root, [...FRAMEWORKS, ...unique]);
  const askingFolder = join(root, 'asking');
  const clients = [...new Set(ASKING_CASES.flatMap((each) => each.packages))];
  if (!existsSync(askingFolder)) install(askingFolder, clients);
  const answers = MIDDLEWARE_CASES.map((each) => {
    const found = answersBehind(root, each);
    report(each.path, found !== null && does(found) === each.does, JSON.stringify(found));
    return [each.path, found] as const;
  });
  const outcomes = REJECTION_CASES.map((each) => {
    const found = outcomeOf(root, each);
    report(each.package, found === each.outcome, found);
    return [each.package, found] as const;
  });
  const asked = ASKING_CASES.map((each) => {
    const found = askedIn(askingFolder, each);
    report(each.specifier, found === each.outcome, found ?? 'neither');
    return [each.specifier, found ?? 'neither'] as const;
  });
  const clientNames = clients.map((each) => each.replace(/(?<!^)@.*$/, ''));
  writeMeasured({
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    versions: {
      ...Object.fromEntries(clientNames.map((name) => [name, versionOf(askingFolder, name)])),
      ...Object.fromEntries(['express', 'restify', ...unique].map((name) => [name, versionOf(root, name)])),
    },
    answers: Object.fromEntries(answers),
    outcomes: Object.fromEntries(outcomes),
    asked: Object.fromEntries(asked),
  });
} finally {
  if (values.in === undefined) rmSync(root, { recursive: true, force: true });
}

function report(name: string, isRight: boolean, found: string): void {
  console.log(`${isRight ? 'ok  ' : 'FAIL'} ${name} ${found}`);
  if (!isRight) process.exitCode = 1;
}

function install(folder: string, packages: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...options, ...packages], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

function versionOf(folder: string, name: string): string {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  const manifest: unknown = JSON.parse(text);
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : '';
}
