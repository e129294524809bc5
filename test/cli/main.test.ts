import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-deploy-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function run(argv: readonly string[], env: Record<string, string> = {}, terminal = false): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main({
    argv,
    cwd: folder,
    env,
    stdout: { write: (text) => out.push(text), isTTY: terminal, columns: 80 },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const SERVICE = `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
`;
const HEALTHY = `${SERVICE}    healthCheckPath: /health\n`;
const DEPRECATED = HEALTHY.replace('runtime:', 'env:');
const CODE = { 'package.json': '{ "name": "api" }', 'server.js': '' };

describe('exit status', () => {
  it('is 0 where nothing is found', async () => {
    write({ 'render.yaml': HEALTHY, ...CODE });
    expect(await run([])).toMatchObject({ code: 0, err: '' });
  });

  it('is 1 from --fail-on upwards', async () => {
    write({ 'render.yaml': SERVICE, ...CODE });
    expect((await run([])).code).toBe(1);
    expect((await run(['--fail-on', 'warning'])).code).toBe(1);
    expect((await run(['--fail-on', 'error'])).code).toBe(0);
    expect((await run(['--fail-on', 'never'])).code).toBe(0);
    expect((await run(['--format', 'sarif'])).code).toBe(1);
  });

  it('counts notes only when asked to', async () => {
    write({ 'render.yaml': DEPRECATED, ...CODE });
    expect((await run([])).code).toBe(0);
    expect((await run(['--fail-on', 'note'])).code).toBe(1);
  });

  it('is 1 where the platform file does not parse', async () => {
    write({ 'render.yaml': 'services:\n\t- type: web\n' });
    const { code, out } = await run([]);
    expect(code).toBe(1);
    expect(out).toContain('invalid-config');
  });

  it('is 2 for a usage error, with the way out', async () => {
    const { code, out, err } = await run(['--formt', 'json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Did you mean --format?');
    expect(err).toContain('--help');
  });

  it.each([
    [['missing'], 'There is no folder missing'],
    [['ruels'], 'Did you mean rules?'],
    [['render.yaml'], 'render.yaml is a file'],
  ])('is 2 for a path that is no folder: %j', async (argv, message) => {
    write({ 'render.yaml': HEALTHY });
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('is 2 where a report cannot be written, and the others are', async () => {
    write({ 'render.yaml': HEALTHY, ...CODE });
    const { code, out, err } = await run(['--format', 'text', '--format', 'json=no/such/folder/report.json']);
    expect(code).toBe(2);
    expect(out).toContain('No problems found');
    expect(err).toContain('no/such/folder/report.json: its folder does not exist');
  });

  it('is 3 where there is nothing to lint, and a SARIF file is written all the same', async () => {
    write({ 'notes.txt': 'hello' });
    const { code, err } = await run(['--format', 'sarif=out.sarif']);
    expect(code).toBe(3);
    expect(err).toContain('holds no render.yaml');
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({ runs: [{ results: [] }] });
  });

  it('is 0 for services that are inferred', async () => {
    write({ 'package.json': '{ "scripts": { "start": "node server.js" } }', 'server.js': '' });
    const { code, out } = await run(['--verbose']);
    expect(code).toBe(0);
    expect(out).toContain('inferred from package.json');
  });
});

describe('reports', () => {
  it('go to standard output and to files in one run, and nothing else goes there', async () => {
    write({ 'render.yaml': SERVICE, ...CODE });
    const { out, err } = await run(['--format', 'json', '--format', 'sarif=out.sarif', '--format', 'text=out.txt']);
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toContain('missing-health-check');
    expect(err).toBe('');
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('keep an older report whole where the new one cannot replace it', async () => {
    write({ 'render.yaml': SERVICE, ...CODE, 'taken/file': '' });
    const { code, err } = await run(['--output', 'taken']);
    expect(code).toBe(2);
    expect(err).toContain('it is a folder');
    expect(existsSync(join(folder, 'taken/file'))).toBe(true);
  });

  it('are written through a link, which stays', async () => {
    write({ 'render.yaml': HEALTHY, ...CODE, 'real.txt': 'old' });
    symlinkSync('real.txt', join(folder, 'link.txt'));
    expect((await run(['--output', 'link.txt'])).code).toBe(0);
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toContain('No problems found');
  });

  it.each([
    ['render.yaml', 'it is a file that was linted'],
    ['./render.yaml', 'it is a file that was linted'],
    ['server.js/report', 'its folder is a file'],
    ['x'.repeat(300), 'its name is too long'],
  ])('do not go to %j', async (file, why) => {
    write({ 'render.yaml': HEALTHY, ...CODE });
    const { code, err } = await run(['--output', file]);
    expect(code).toBe(2);
    expect(err).toContain(why);
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toBe(HEALTHY);
  });

  it('put the prefix before each path', async () => {
    write({ 'api/render.yaml': SERVICE, 'api/package.json': '{}', 'api/server.js': '' });
    const { out } = await run(['api', '--uri-prefix', 'api', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ at: { file: 'api/render.yaml' } }] });
  });

  it('have colours on a terminal only, or by FORCE_COLOR, and never by NO_COLOR', async () => {
    write({ 'render.yaml': SERVICE, ...CODE });
    const coloured = async (env: Record<string, string>, terminal: boolean, ...argv: string[]): Promise<boolean> =>
      (await run(argv, env, terminal)).out.includes('\u001b[');
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ TERM: 'dumb' }, true)).toBe(false);
    expect(await coloured({}, true, '--no-color')).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' }, true, '--format', 'sarif')).toBe(false);
  });

  it('run only the rules that are asked for', async () => {
    write({ 'render.yaml': SERVICE.replace('runtime:', 'env:'), ...CODE });
    const { out } = await run(['--rule', 'invalid-config', '--format', 'json']);
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({ findings: [{ rule: 'invalid-config' }] });
  });
});

describe('fixes', () => {
  it('are made and then no longer reported', async () => {
    write({ 'render.yaml': `# kept\r\n${DEPRECATED.replaceAll('\n', '\r\n')}`, ...CODE });
    chmodSync(join(folder, 'render.yaml'), 0o640);
    const { code, out, err } = await run(['--fix', '--fail-on', 'note']);
    expect({ code, err }).toEqual({ code: 0, err: 'lint-deploy: 1 finding fixed in render.yaml.\n' });
    expect(out).toContain('No problems found');
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toBe(`# kept\r\n${HEALTHY.replaceAll('\n', '\r\n')}`);
  });

  it('are printed as a diff that git applies, with --fix-dry-run', async () => {
    write({ 'render.yaml': DEPRECATED, ...CODE });
    const { code, out, err } = await run(['--fix-dry-run', '--fail-on', 'note']);
    expect(code).toBe(1);
    expect(err).toContain('1 fix in 1 file. Nothing was changed.');
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toBe(DEPRECATED);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: out });
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toBe(HEALTHY);
  });

  it('show no secret beside them on a terminal', async () => {
    const secret = '    envVars:\n      - { key: DB_PASSWORD, valu: hunter2 }\n';
    write({ 'render.yaml': DEPRECATED + secret, ...CODE });
    const { out } = await run(['--fix-dry-run', '--fix=unsafe'], {}, true);
    expect(out).toContain('value: •••••••');
    expect(out).not.toContain('hunter2');
  });

  it('apply from the top of the repository where the path is a subfolder', async () => {
    write({ 'api/render.yaml': DEPRECATED, 'api/package.json': '{}', 'api/server.js': '' });
    const { out } = await run(['api', '--uri-prefix', 'api', '--fix-dry-run']);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: out });
    expect(readFileSync(join(folder, 'api/render.yaml'), 'utf8')).toBe(HEALTHY);
  });

  it('are made in the file that a link leads to, and the link stays', async () => {
    write({ 'shared/blueprint.yaml': DEPRECATED, ...CODE });
    symlinkSync('shared/blueprint.yaml', join(folder, 'render.yaml'));
    const { code, err } = await run(['--fix']);
    expect({ code, err }).toEqual({ code: 0, err: 'lint-deploy: 1 finding fixed in shared/blueprint.yaml.\n' });
    expect(readFileSync(join(folder, 'shared/blueprint.yaml'), 'utf8')).toBe(HEALTHY);
    expect(lstatSync(join(folder, 'render.yaml')).isSymbolicLink()).toBe(true);
  });

  it('leave a file that could not be decoded alone, and go on reporting it', async () => {
    write(CODE);
    const bytes = Buffer.concat([Buffer.from(DEPRECATED), Buffer.from('# \xff\n', 'latin1')]);
    writeFileSync(join(folder, 'render.yaml'), bytes);
    const { code, out, err } = await run(['--fix']);
    expect(readFileSync(join(folder, 'render.yaml')).equals(bytes)).toBe(true);
    expect(code).toBe(2);
    expect(err).toContain('render.yaml is not fixed');
    expect(out).toContain('`env`');
  });
});

describe('errors', () => {
  it('show what an argument holds without its control characters', async () => {
    const { err } = await run(['no\u001b[31msuch']);
    expect(err).toContain('There is no folder');
    expect(err).not.toContain('\u001b');
  });
});

describe('commands', () => {
  it('list the rules and show their pages', async () => {
    const { out } = await run(['rules']);
    expect(out).toMatch(/^missing-spa-rewrite +error +301 404 /m);
    const page = await run(['explain', 'missing-spa-rewrite']);
    expect(page.code).toBe(0);
    expect(page.out).toContain('Why it matters');
    expect(page.out).not.toContain('<!--');
  });

  it('print help and the version of package.json', async () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect((await run(['--version'])).out.trim()).toBe(
      manifest instanceof Object && 'version' in manifest && manifest.version,
    );
    const help = await run(['--help']);
    expect(help.out).toContain('Usage');
    expect(help.out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
