import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-deploy-bad-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lints the folder; the quiet report has one line a finding. */
async function lintFolder(): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main({
    argv: ['--quiet'],
    cwd: folder,
    env: {},
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

function blueprint(content: string | Uint8Array): void {
  writeFileSync(join(folder, 'render.yaml'), content);
}

/** What the commands of SERVICE need. */
function app(): void {
  writeFileSync(join(folder, 'package.json'), '{ "name": "api" }');
  writeFileSync(join(folder, 'server.js'), '');
}

const SERVICE = `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
    healthCheckPath: /health
`;

describe('a platform file that cannot be read as meant is a finding with its place', () => {
  it.each([
    ['text that is no YAML', 'services: [\n  - {type: web\n', /^render\.yaml:[1-3]:\d+: error invalid-config: /],
    ['a tab as indentation', 'services:\n\t- type: web\n', /^render\.yaml:2:1: error invalid-config: .*tab/],
    ['a repeated key', `${SERVICE}services: []\n`, /^render\.yaml:8:1: error invalid-config: .*services/],
    [
      'an unclosed quote',
      'services:\n  - type: "web\n    name: api\n',
      /^render\.yaml:2:11: error invalid-config: .*quote/,
    ],
    ['a file that is empty', '', /^render\.yaml:1:1: \w+ invalid-config: /],
    ['a file of comments', '# nothing yet\n', /^render\.yaml:1:1: \w+ invalid-config: /],
    ['a list instead of a map', '- type: web\n  name: api\n', /^render\.yaml:1:1: error invalid-config: /],
    ['a text instead of a map', 'hello\n', /^render\.yaml:1:1: error invalid-config: /],
    [
      'a map instead of a list',
      'services:\n  api:\n    type: web\n',
      /^render\.yaml:1:1: error invalid-config: .*list/,
    ],
    ['a text instead of a service', 'services:\n  - api\n', /^render\.yaml:2:5: error invalid-config: /],
    ['an alias without an anchor', 'services: *missing\n', /^render\.yaml:1:11: error invalid-config: .*missing/],
    ['an alias inside its own value', 'services: &all\n  - *all\n', /^render\.yaml:2:5: error invalid-config: /],
    ['binary content', Uint8Array.of(0, 1, 2, 3), /^render\.yaml:1:1: error invalid-config: .*not text/],
  ])('%s', async (_, content, line) => {
    app();
    blueprint(content);
    const { code, out, err } = await lintFolder();
    expect(out).toMatch(line);
    expect(err).toBe('');
    expect(code).toBe(out.includes('error') || out.includes('warning') ? 1 : 0);
  });

  it('wrong types everywhere, each said once, and the service beside is still judged', async () => {
    blueprint(`services:
  - type: [web]
    name: { first: api }
    runtime: 3
    buildCommand: [npm, ci]
    startCommand: true
    envVars: none
    disk: []
    autoDeployTrigger: 12
  - type: web
    name: other
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
databases: 7
`);
    const { code, out } = await lintFolder();
    const places = out
      .trim()
      .split('\n')
      .map((line) => line.split(' ', 3).join(' '));
    expect(places).toContain('render.yaml:15:12: error invalid-config:');
    expect(places).toContain('render.yaml:7:14: error invalid-config:');
    expect(places).toContain('render.yaml:11:11: warning missing-health-check:');
    expect(new Set(places).size).toBe(places.length);
    expect(code).toBe(1);
  });
});

describe('a file made to be slow or large ends in a finding', () => {
  const bomb = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}]`,
  );
  const deep = (open: string, close: string, levels: number): string =>
    open.repeat(levels) + 'a: 1' + close.repeat(levels);
  it.each([
    ['an alias bomb', `a0: &a0 x\n${bomb.join('\n')}\nservices: *a30\n`],
    ['maps as keys of maps', deep('{', '}', 2_000)],
    ['lists in lists', `services: ${'['.repeat(20_000)}`],
    ['blocks in blocks', Array.from({ length: 2_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, index) => `key${index}: 1`).join('\n')],
    ['more than 1 MB', `# ${'x'.repeat(1_100_000)}\n${SERVICE}`],
    ['1 MB of one text', `services: "${'x'.repeat(1_000_000)}"\n`],
    ['1 MB of backslashes', `services: "${'\\q'.repeat(500_000)}"\n`],
  ])('%s', async (_, content) => {
    blueprint(content);
    const { code, out } = await lintFolder();
    expect(out).toMatch(/^render\.yaml:\d+:\d+: error invalid-config: /);
    expect(out.split('\n').length).toBeLessThan(20);
    expect(code).toBe(1);
  });
});

describe('what is no file is not opened', () => {
  it('a folder named render.yaml', async () => {
    mkdirSync(join(folder, 'render.yaml'));
    const { code, out } = await lintFolder();
    expect(out).toMatch(/^render\.yaml:1:1: error invalid-config: .*folder/);
    expect(code).toBe(1);
  });

  it('a link that leads to itself', async () => {
    symlinkSync('render.yaml', join(folder, 'render.yaml'));
    const { code, out } = await lintFolder();
    expect(out).toMatch(/^render\.yaml:1:1: error invalid-config: /);
    expect(code).toBe(1);
  });

  it('folders that link to each other: what is wrong in one is said once', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync('sub', join(folder, 'linked'));
    symlinkSync('..', join(folder, 'sub/loop'));
    writeFileSync(join(folder, 'sub/render.yaml'), 'services: [\n');
    const { code, out } = await lintFolder();
    expect(out.match(/^\S+(?=:\d+:\d+: error invalid-config: )/gm)).toEqual(['sub/render.yaml']);
    expect(code).toBe(1);
  });

  it('a link that leaves the repository', async () => {
    symlinkSync('/etc/hostname', join(folder, 'render.yaml'));
    const { code, out } = await lintFolder();
    expect(out).toMatch(/^render\.yaml:1:1: error invalid-config: .*outside/);
    expect(code).toBe(1);
  });

  it('paths of the file that leave the repository', async () => {
    app();
    // The second leads back to the files that the service needs, by way of a folder outside.
    for (const root of ['../../etc', `../${basename(folder)}`]) {
      blueprint(SERVICE.replace('name: api', `name: api\n    rootDir: ${root}`));
      const { code, out } = await lintFolder();
      expect(out).toMatch(/^render\.yaml:4:14: error missing-start-target: [^\n]*\n$/);
      expect(code).toBe(1);
    }
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission: the run is incomplete', async () => {
    blueprint(SERVICE);
    chmodSync(join(folder, 'render.yaml'), 0);
    const { code, out } = await lintFolder();
    expect(out).toMatch(/^render\.yaml:1:1: error /);
    expect(code).toBe(2);
  });
});

describe('what a file holds never reaches the terminal raw', () => {
  it('neither control characters nor secrets', async () => {
    blueprint(
      SERVICE.replace('name: api', 'name: "api\\u001b[31m\\u202e"\n    \u202eplan: postgres://user:hunter2@db/x'),
    );
    const { out } = await lintFolder();
    expect(out).toContain('invalid-config');
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
    expect(out).not.toContain('hunter2');
  });
});
