import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryFolder } from '../support/temporary.js';

const REPOSITORY = {
  'render.yaml': `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
`,
  'package.json': '{}',
  'server.js': '',
};

/** A work tree of git beside a folder that is none of its business. Whoever writes the pull request chooses its links. */
function workTree(links: Readonly<Record<string, string>> = {}): string {
  const folder = join(
    temporaryFolder({
      ...Object.fromEntries(Object.entries(REPOSITORY).map(([path, text]) => [`checkout/${path}`, text])),
      'outside/secret': 'TOPSECRET: 1\n',
    }),
    'checkout',
  );
  mkdirSync(join(folder, '.git'));
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  return folder;
}

async function run(cwd: string, ...argv: readonly string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const stream = { write: (text: string): unknown => said.push(text) };
  const code = await main({ argv, cwd, env: {}, stdout: stream, stderr: stream });
  return { code, said: said.join('') };
}

const LED_OUT = 'a link leads it out of the repository';

describe.each(['--config', '--baseline'])('the file that %s names', (option) => {
  it.each([
    ['a link', 'named', '../outside/secret', 'named'],
    ['a link to a link', 'named', '../outside/link', 'named'],
    ['a link to a device', 'named', '/dev/zero', 'named'],
    ['a link to a folder', 'folder', '../outside', 'folder/secret'],
    ["a link to git's own folder", 'named', '.git/config', 'named'],
  ])('is not read through %s that leads out of the repository', async (_, link, target, named) => {
    const folder = workTree({ [link]: target, '../outside/link': 'secret' });
    writeFileSync(join(folder, '.git/config'), 'TOPSECRET: 1\n');
    const { code, said } = await run(folder, option, named);
    expect(code).toBe(2);
    expect(said).toContain(LED_OUT);
    expect(said).not.toContain('TOPSECRET');
  });

  it('is not read through a link of the repository that the linted folder is a part of', async () => {
    const folder = workTree({ named: '../outside/secret' });
    mkdirSync(join(folder, 'part'));
    const { said } = await run(join(folder, 'part'), option, '../named');
    expect(said).toContain(LED_OUT);
  });

  it('is read in bounds, whatever it is', async () => {
    const { code, said } = await run(workTree(), option, '/dev/zero');
    expect(code).toBe(2);
    expect(said).toMatch(/cannot be read: it is larger than (1|16) MB\./);
  });

  it('is to be text', async () => {
    const folder = workTree();
    writeFileSync(join(folder, 'named'), Uint8Array.of(1, 0, 2));
    expect((await run(folder, option, 'named')).said).toContain('cannot be read: it is not text.');
  });

  it.each([
    ['a link within the repository', { named: 'kept', kept: '' }, 'named'],
    ['a file outside', {}, '../outside/kept'],
    ['a link outside', {}, '../outside/link'],
    ['nothing, from a device', {}, '/dev/null'],
  ])('may be %s', async (_, links, named) => {
    const folder = workTree(Object.fromEntries(Object.entries(links).filter(([, target]) => target !== '')));
    const empty = option === '--config' ? '\uFEFFrules: {}\n' : '\uFEFF{ "version": 1, "findings": [] }';
    for (const path of ['kept', '../outside/kept']) writeFileSync(join(folder, path), empty);
    symlinkSync('kept', join(folder, '../outside/link'));
    const { code, said } = await run(folder, option, named);
    expect(code).toBe(1);
    expect(said).toContain('missing-health-check');
  });
});

describe('a report', () => {
  it.each([
    ['a link', 'report', '../outside/secret', 'report'],
    ['a link to what is not there yet', 'report', '../outside/new', 'report'],
    ['a link to a folder', 'folder', '../outside', 'folder/secret'],
    ["a link to git's own folder", 'report', '.git/config', 'report'],
  ])('is not written through %s that leads out of the repository', async (_, link, target, named) => {
    const folder = workTree({ [link]: target });
    const { code, said } = await run(folder, '--output', named);
    expect(code).toBe(2);
    expect(said).toContain(LED_OUT);
    expect(readFileSync(join(folder, '../outside/secret'), 'utf8')).toBe('TOPSECRET: 1\n');
    expect(existsSync(join(folder, '../outside/new'))).toBe(false);
    expect(existsSync(join(folder, '.git/config'))).toBe(false);
  });

  it('is not written over what was linted, through a link either', async () => {
    const folder = workTree({ report: 'render.yaml' });
    expect((await run(folder, '--output', 'report')).said).toContain('it is a file that was linted');
    expect(readFileSync(join(folder, 'render.yaml'), 'utf8')).toBe(REPOSITORY['render.yaml']);
  });

  it.each(['.git/report', '../outside/report'])('is written where it is told to, as to %s', async (file) => {
    const folder = workTree();
    expect((await run(folder, '--output', file)).code).toBe(1);
    expect(readFileSync(join(folder, file), 'utf8')).toContain('missing-health-check');
  });

  it('of a trace is not written through a link that leads out either', async () => {
    const folder = workTree({ report: '../outside/secret' });
    expect((await run(folder, 'trace', '--output', 'report')).said).toContain(LED_OUT);
  });
});

it('a baseline is not written through a link that leads out of the repository', async () => {
  const folder = workTree({ 'baseline.json': '../outside/new' });
  expect((await run(folder, '--baseline', 'baseline.json', '--update-baseline')).said).toContain(LED_OUT);
  expect(existsSync(join(folder, '../outside/new'))).toBe(false);
});
