import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { folderOf, git } from '../repository/folder.js';

const service = (name: string, more = ''): string =>
  `  - type: web\n    name: ${name}\n    runtime: node\n    buildCommand: npm install\n    startCommand: node server.js\n${more}`;
const RENDER = `services:\n${service('old')}`;
const BOTH = `# Moved down.\n${RENDER}${service('new')}`;

let root = '';
beforeEach(() => {
  root = folderOf({ 'render.yaml': RENDER, 'package.json': '{}', 'server.js': '' });
  git(root, 'init', '-q');
  commit();
  git(root, 'tag', 'base');
});

function commit(): void {
  git(root, 'add', '.');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'change');
}

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main({
    argv,
    cwd: root,
    env: {},
    stdout: { write: (text) => out.push(text), columns: 100 },
    stderr: { write: (text) => err.push(text) },
    today: '2026-11-21',
  });
  return { code, out: out.join(''), err: err.join('') };
}

const found = (out: string): string[] => out.split('\n').filter((line) => line.includes('missing-health-check'));

describe('--since', () => {
  it('reports what a change brings in, also where it is not committed', async () => {
    write('render.yaml', BOTH);
    const { code, out } = await run('--since', 'base', '--quiet');
    expect(code).toBe(1);
    expect(found(out)).toEqual([expect.stringMatching(/^render\.yaml:9:11: warning missing-health-check: .*`new`/)]);
    commit();
    expect(await run('--since', 'base', '--quiet')).toMatchObject({ code: 1, out });
  });

  it('exits with 0 where nothing is new, and counts what is left out', async () => {
    write('render.yaml', `# Moved down.\n${RENDER}`);
    const { code, out } = await run('--since', 'HEAD');
    expect(code).toBe(0);
    expect(out).toContain('1 not new');
  });

  it('tells in JSON, SARIF and JUnit what is left out', async () => {
    const json = await run('--since', 'base', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      summary: { warnings: 0, notNew: 1, ignored: 0, inBaseline: 0 },
      suppressed: [{ by: 'base', finding: { rule: 'missing-health-check' } }],
    });
    const sarif = await run('--since', 'base', '--format', 'sarif', '--include-suppressed');
    expect(JSON.parse(sarif.out)).toMatchObject({
      runs: [{ results: [{ suppressions: [{ kind: 'external', justification: 'It is not new.' }] }] }],
    });
    const junit = await run('--since', 'base', '--format', 'junit', '--include-suppressed');
    expect(junit.out).toContain('<skipped message="It is not new."');
  });

  it('takes a finding whose ignore is removed for new', async () => {
    write('lint-deploy.yaml', 'rules: { missing-health-check: off }');
    commit();
    git(root, 'tag', '-f', 'base');
    write('lint-deploy.yaml', '{}');
    expect(found((await run('--since', 'base', '--quiet')).out)).toHaveLength(1);
  });

  it('compares by the configuration of today where that of the commit cannot be used', async () => {
    write('lint-deploy.yaml', 'rules: { no-such-rule: off }');
    commit();
    git(root, 'tag', '-f', 'base');
    write('lint-deploy.yaml', '{}');
    expect(await run('--since', 'base')).toMatchObject({ code: 0, err: '' });
  });

  it('reports all and says so where the commit is not here', async () => {
    const { code, out } = await run('--since', 'nowhere');
    expect(code).toBe(1);
    expect(found(out)).toHaveLength(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'All findings are reported, not the new ones only, because git has no commit nowhere here.',
    );
  });

  it.each(['--fix', '--fix-dry-run', '--update-baseline'])('goes without %s', async (option) => {
    const { code, err } = await run('--since', 'base', '--baseline', 'known.json', option);
    expect(code).toBe(2);
    expect(err).toContain('--since');
  });
});
