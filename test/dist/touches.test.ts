import { transformSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { PROJECT } from '../../scripts/lib/project.js';
import { runNode, type Outcome } from '../support/run.js';
import { temporaryFolder } from '../support/temporary.js';

const bundle = realpathSync(inject('bundle'));
const program = join(bundle, 'lint-deploy.js');

/** Beside the repository; nothing of it may be read. */
const OUTSIDE = {
  'server.js': 'secret-outside();',
  '.env': 'PORT=secret-outside',
  'env.sh': 'export A=secret-outside',
  'tsconfig.json': '{ "compilerOptions": { "outDir": "secret-outside" } }',
  'requirements.txt': 'secret-outside',
  'render.yaml': 'services: [{ type: web, name: secret-outside }]',
  'lint.yaml': 'rules: { secret-outside: off }',
  Dockerfile: 'FROM secret-outside',
};

/** Whatever can name a file names one outside. */
const HOSTILE = {
  'render.yaml': `services:
  - { type: web, name: a, runtime: node, buildCommand: npm ci, startCommand: npm start, rootDir: . }
  - { type: web, name: b, runtime: node, startCommand: node -r ../outside/server.js link.js, rootDir: .. }
  - { type: web, name: c, runtime: docker, dockerfilePath: ../outside/Dockerfile, dockerContext: ../.. }
  - { type: web, name: d, runtime: python, buildCommand: pip install -r requirements.txt, startCommand: sh start.sh }
  - { type: web, name: e, runtime: node, startCommand: node server.js }
  - { type: web, name: f, runtime: docker, dockerfilePath: folder/Dockerfile }
  - { type: web, name: g, runtime: docker }
  - { type: web, name: h, runtime: static, buildCommand: npx vite build --config ../outside/server.js, staticPublishPath: folder }
  - { type: web, name: i, runtime: python, startCommand: gunicorn -c ../outside/server.js app:app }
  - { type: web, name: j, runtime: node, startCommand: node pipe.js }
  - { type: web, name: k, runtime: node, startCommand: node /etc/hostname }
`,
  'package.json': `{
  "workspaces": ["../*", "folder", "/etc/*"],
  "main": "../outside/server.js",
  "scripts": { "start": "node --env-file=../outside/.env --import ../outside/server.js server.js" },
  "dependencies": { "a": "file:../outside", "express": "5.0.0", "dotenv": "17.0.0" }
}`,
  'server.js': `require('dotenv').config({ path: '/etc/hostname' }); require('../outside/server.js'); require('./link.js');
require('/etc/hostname'); require('./folder/server.js'); require('./round.js'); import('file:///etc/hostname');
require('express')().use(require('express').static('/etc')).listen(require('fs').readFileSync('/etc/hostname'));
`,
  'tsconfig.json': '{ "extends": ["../outside/tsconfig.json", "./folder/tsconfig.json", "/etc/hostname"] }',
  'requirements.txt': '-r ../outside/requirements.txt\n-r folder/requirements.txt\n-c /etc/hostname\n-e ../outside\n',
  'start.sh': '. ../outside/env.sh\n. folder/env.sh\nsource /etc/hostname\ncd ..\nexec gunicorn app:app\n',
  'app.py': 'import outside\nfrom .. import outside\nexec(open("/etc/hostname").read())\napp = None\n',
  Dockerfile: 'FROM node:22\nCOPY ../outside /app\nCOPY folder /app\nCOPY --from=../outside / /\nCMD ["node", "/app/server.js"]\n',
};

/** A repository between other files, with links that lead to those, and to themselves. */
function hostileRepository(): { root: string; beside: string } {
  const beside = realpathSync(temporaryFolder());
  const root = join(beside, 'repository');
  for (const [folder, files] of [
    [join(beside, 'outside'), OUTSIDE],
    [root, HOSTILE],
  ] as const) {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  }
  for (const [link, target] of Object.entries({
    'link.js': '../outside/server.js',
    'round.js': 'round.js',
    folder: '../outside',
    '.dockerignore': '/etc/hostname',
    '.env': '../outside/.env',
  }))
    symlinkSync(target, join(root, link));
  execFileSync('mkfifo', [join(root, 'pipe.js')]);
  return { root, beside };
}

const guard = readFileSync(join(PROJECT, 'test/support/touch-guard.ts'), 'utf8');

/** Runs Node with the guard. `touched` is what it had to refuse. */
function guarded(args: readonly string[], cwd: string, writes: readonly string[] = []): Outcome & { touched: string } {
  const own = realpathSync(temporaryFolder());
  const [preload, log] = [join(own, 'guard.mjs'), join(own, 'log')];
  const define = { TOUCH_GUARD: JSON.stringify({ reads: [cwd, bundle, preload], writes, log }) };
  writeFileSync(preload, transformSync(guard, { loader: 'ts', format: 'esm', define }).code);
  const outcome = runNode(['--import', preload, ...args], cwd);
  return { ...outcome, touched: existsSync(log) ? readFileSync(log, 'utf8') : '' };
}

// Links and pipes are made by other means on Windows.
describe.runIf(process.platform !== 'win32')('a hostile repository', () => {
  it.each<[string, string[]]>([
    ['the lint', ['--verbose', '--fail-on', 'never']],
    ['the lint as SARIF', ['--format', 'sarif', '--fail-on', 'never']],
    ['the comparison with a commit', ['--since', 'HEAD', '--fail-on', 'never']],
    ['the trace', ['trace']],
  ])('has %s open nothing outside of it, write nothing, reach no network, start nothing but git', (_, args) => {
    const { root } = hostileRepository();
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { cwd: root });
    git('init', '-q');
    git('add', 'package.json', 'server.js');
    git('commit', '-q', '-m', 'a');
    const { touched, status, stdout, stderr } = guarded([program, ...args], root);
    expect({ touched, status, stderr: stderr.includes('a fault inside') }).toEqual({
      ...{ touched: '', status: 0, stderr: false },
    });
    expect(stdout).toMatch(/server\.js/);
    expect(stdout + stderr).not.toContain('secret-outside');
  });

  it('gets no configuration from outside', () => {
    const { root } = hostileRepository();
    writeFileSync(join(root, 'lint-deploy.yaml'), 'extends: ../outside/lint.yaml\n');
    const { touched, status, stdout, stderr } = guarded([program], root);
    expect({ touched, status, stdout }).toEqual({ touched: '', status: 2, stdout: '' });
    expect(stderr).not.toContain('secret-outside');
  });

  it('has its report written where that is asked for, and nowhere else', () => {
    const { root, beside } = hostileRepository();
    const out = join(beside, 'out');
    mkdirSync(out);
    const report = ['--format', 'json', '--output', join(out, 'report.json'), '--fail-on', 'never'];
    expect(guarded([program, ...report], root, [out])).toMatchObject({ touched: '', status: 0, stdout: '' });
    expect(readdirSync(out)).toEqual(['report.json']);
  });

  it('has its reports kept where that is asked for, given again from there, and opens nothing else for it', () => {
    const { root, beside } = hostileRepository();
    const out = join(beside, 'out');
    const cached = [program, '--verbose', '--fail-on', 'never', '--cache', '--cache-location', out];
    const first = guarded(cached, root, [out]);
    expect(first).toMatchObject({ touched: '', status: 0 });
    const [kept = ''] = readdirSync(out);
    writeFileSync(join(out, kept), readFileSync(join(out, kept), 'utf8').replaceAll('is not decided', 'is MARKED'));
    const second = guarded(cached, root, [out]);
    expect(second).toEqual({ ...first, stdout: first.stdout.replaceAll('is not decided', 'is MARKED') });
    expect(second.stdout).toContain('is MARKED');
  });
});

describe.runIf(process.platform !== 'win32')('the guard itself', () => {
  it.each([
    ["import { readFileSync } from 'node:fs'; readFileSync('/etc/hostname');", 'readFileSync /etc/hostname'],
    ["import { openSync } from 'fs'; openSync('link', 'r');", /^openSync \/etc\/hostname/],
    ["import { readFile } from 'node:fs/promises'; await readFile('../outside/a');", /^readFile .*\/outside\/a/],
    ["import { writeFileSync } from 'node:fs'; writeFileSync('new', '');", /^writeFileSync .*\/new/],
    ["import { openSync } from 'node:fs'; openSync('new', 'w');", /^openSync .*\/new/],
    ["import { renameSync } from 'node:fs'; renameSync('program.mjs', '../a');", /^renameSync /],
    ["import { spawnSync } from 'node:child_process'; spawnSync('sh');", 'spawnSync sh'],
    ["import { connect } from 'node:net'; connect(80, '127.0.0.1');", 'connect'],
    ["fetch('http://127.0.0.1');", 'fetch'],
    ["import { lookup } from 'node:dns/promises'; await lookup('localhost');", 'lookup'],
  ])('notes %s', (text, expected) => {
    const cwd = realpathSync(temporaryFolder({ 'program.mjs': text }));
    symlinkSync('/etc/hostname', join(cwd, 'link'));
    const { touched, status } = guarded([join(cwd, 'program.mjs')], cwd);
    expect(status).toBe(1);
    expect(touched).toMatch(expected);
  });

  it('lets pass what is allowed', () => {
    const text = "import fs from 'node:fs'; import child from 'node:child_process'; fs.readFileSync('a'); child.spawnSync('git');";
    const cwd = realpathSync(temporaryFolder({ a: '', 'program.mjs': text }));
    expect(guarded([join(cwd, 'program.mjs')], cwd)).toMatchObject({ touched: '', status: 0 });
  });
});
