import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../../scripts/lib/project.js';
import { offeredFiles } from '../../src/cli/init/files.js';
import { main } from '../../src/cli/main.js';
import { memoryRepository, readSettings } from '../../src/index.js';
import { folderOf, git } from '../repository/folder.js';

let root = '';
beforeEach(() => {
  root = folderOf({
    'render.yaml':
      'services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: npm ci\n    startCommand: npm start\n',
    'package.json': '{ "scripts": { "start": "node server.js" } }',
    'server.js': '',
  });
  git(root, 'init', '-q');
});

const WORKFLOW = '.github/workflows/lint-deploy.yml';
const HOOK = '.pre-commit-config.yaml';
const PATHS = [WORKFLOW, HOOK, 'lint-deploy.yaml'];

/** `answers` are those to the questions, in order; left out: no terminal. */
async function run(argv: readonly string[], answers?: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const ask = (question: string): Promise<string> => {
    out.push(question);
    return Promise.resolve(answers?.shift() ?? '');
  };
  const code = await main({
    argv: ['init', ...argv],
    cwd: root,
    env: {},
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    ...(answers && { ask }),
  });
  return { code, out: out.join(''), err: err.join('') };
}

const written = (): string[] => PATHS.filter((path) => existsSync(join(root, path)));

describe('lint-deploy init', () => {
  it('shows what it understood, and writes what is agreed to', async () => {
    const { code, out } = await run([], ['n', 'y', '']);
    expect(code).toBe(0);
    expect(out).toContain('api, web, render.yaml:3: npm start → ');
    expect(written()).toEqual([HOOK]);
    expect(out).toContain(`Wrote ${HOOK}.`);
    expect(out).toContain('    branches: [main]');
  });

  it('writes nothing where nothing is agreed to', async () => {
    expect((await run([], ['', 'no', 'maybe'])).out).toContain('Nothing was written.');
    expect(written()).toEqual([]);
  });

  it('writes all with --yes, without a question', async () => {
    const { code, out } = await run(['--yes']);
    expect({ code, written: written() }).toEqual({ code: 0, written: PATHS });
    expect(out).not.toContain('[y/N]');
  });

  it('writes nothing where there is nobody to ask', async () => {
    const { code, err } = await run([]);
    expect(code).toBe(2);
    expect(err).toContain('--yes');
    expect(written()).toEqual([]);
  });

  it('never changes what is there, and shows the entry of a hook', async () => {
    for (const path of [HOOK, 'lint-deploy.yaml']) writeFileSync(join(root, path), '{}');
    const { code, out } = await run(['--yes']);
    expect(code).toBe(0);
    for (const path of [HOOK, 'lint-deploy.yaml']) expect(readFileSync(join(root, path), 'utf8')).toBe('{}');
    expect(out).toContain('      - id: lint-deploy\n');
    expect(written()).toContain(WORKFLOW);
  });

  it('follows no link out of the repository', async () => {
    const outside = folderOf();
    symlinkSync(outside, join(root, '.github'));
    symlinkSync(join(outside, 'gone.yaml'), join(root, HOOK));
    const { code, out } = await run(['--yes']);
    expect(code).toBe(2);
    expect(out).toContain(`${WORKFLOW} is not written: .github is a link.`);
    expect(readdirSync(outside)).toEqual([]);
  });

  it('writes no second configuration beside that of package.json', async () => {
    writeFileSync(join(root, 'package.json'), '{ "scripts": { "start": "node server.js" }, "lint-deploy": {} }');
    const { code, out } = await run(['--yes']);
    expect(code).toBe(0);
    expect(out).toContain('The configuration in package.json stays as it is.');
    expect(written()).toEqual([WORKFLOW, HOOK]);
    expect((await run(['--yes'])).code).toBe(0);
  });

  it.each([
    ['that of the remote', 'topic', 'trunk', 'trunk'],
    ['the one that is checked out, before there is a remote', 'master', undefined, 'master'],
    ['main, where its name means something in YAML', 'true', undefined, 'main'],
  ])('has pushes linted on the default branch: %s', async (_, branch, remote, expected) => {
    git(root, 'symbolic-ref', 'HEAD', `refs/heads/${branch}`);
    if (remote !== undefined) {
      git(root, 'remote', 'add', 'origin', 'https://example.com/x.git');
      git(root, 'symbolic-ref', 'refs/remotes/origin/HEAD', `refs/remotes/origin/${remote}`);
    }
    await run(['--yes']);
    const workflow: unknown = parse(readFileSync(join(root, WORKFLOW), 'utf8'));
    expect(workflow).toMatchObject({ on: { push: { branches: [expected] } } });
  });

  it('is for the top of a repository', async () => {
    mkdirSync(join(root, 'services'));
    const { code, err } = await run(['services', '--yes']);
    expect(code).toBe(2);
    expect(err).toContain('services is a folder of a repository: name its top');
  });

  it('says where there is nothing to understand', async () => {
    root = folderOf();
    expect(await run(['--yes'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\. holds no render\.yaml/) as unknown,
    });
  });

  it.each([['--fix'], ['one', 'two']])('takes no %s', async (...argv) => {
    expect((await run(argv)).code).toBe(2);
  });
});

describe('what it writes', () => {
  const text = (path: string): string => offeredFiles('main').find((offered) => offered.path === path)?.text ?? '';

  it('is the workflow of docs/action.md', () => {
    expect(readFileSync(join(PROJECT, 'docs/action.md'), 'utf8')).toContain(
      `file=${WORKFLOW}\n${text(WORKFLOW)}\`\`\``,
    );
  });

  it('names a hook that there is', () => {
    const hooks: unknown = parse(readFileSync(join(PROJECT, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hooks).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'lint-deploy' })]));
    expect(parse(text(HOOK))).toMatchObject({ repos: [{ hooks: [{ id: 'lint-deploy' }] }] });
  });

  it('is a configuration that can be used', async () => {
    const files = memoryRepository({ 'lint-deploy.yaml': text('lint-deploy.yaml') });
    expect(await readSettings(files)).toMatchObject({ is: 'read', settings: { ignores: [], services: [] } });
    const examples = memoryRepository({ 'lint-deploy.yaml': text('lint-deploy.yaml').replaceAll('\n#  ', '\n  ') });
    expect(await readSettings(examples)).toMatchObject({
      is: 'read',
      settings: { services: [{ name: 'api' }], ignores: [{ services: ['legacy'] }] },
    });
  });
});
