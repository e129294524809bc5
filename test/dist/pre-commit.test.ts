import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { PROJECT } from '../../scripts/lib/project.js';
import { git } from '../repository/folder.js';
import { temporaryFolder } from '../support/temporary.js';

/** Where it may be absent, its tests are skipped; in CI they are not. */
const isAbsent = spawnSync('pre-commit', ['--version']).status !== 0 && process.env.CI !== 'true';

/** A clone of this repository with what is being worked on, under a tag, as a hook's user gets it. */
function hookRepository(): string {
  const folder = join(temporaryFolder(), 'lint-deploy');
  git(PROJECT, 'clone', '-q', '--no-local', '.', folder);
  for (const path of ['package.json', '.pre-commit-hooks.yaml', '.npmrc']) cpSync(join(PROJECT, path), join(folder, path));
  rmSync(join(folder, 'dist'), { recursive: true });
  cpSync(inject('bundle'), join(folder, 'dist'), { recursive: true });
  git(folder, 'add', '--all');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'release');
  git(folder, 'tag', 'v0.0.1');
  return folder;
}

const RENDER = `services:
  - type: web
    name: api
    runtime: node
    buildCommand: npm install
    startCommand: node server.js
`;

interface Ran {
  status: number | null;
  output: string;
}

describe.skipIf(isAbsent)('the hook of pre-commit', () => {
  it.each(['lint-deploy', 'lint-deploy-script'])('%s comes from a tag, and runs on the whole project when a file that matters changes', (id) => {
    const folder = temporaryFolder({
      '.pre-commit-config.yaml': `repos:\n  - repo: ${hookRepository()}\n    rev: v0.0.1\n    hooks:\n      - id: ${id}\n`,
      'render.yaml': RENDER,
      'package.json': '{}',
      'server.js': '',
    });
    const home = temporaryFolder();
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    const preCommit = (): Ran => {
      const { status, stdout, stderr } = spawnSync('pre-commit', ['run', '--color', 'never'], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          // How the registry is reached stays that of the machine.
          ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
          PRE_COMMIT_HOME: join(home, 'pre-commit'),
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_AUTHOR_NAME: 't',
          GIT_AUTHOR_EMAIL: 't@example.com',
        },
      });
      return { status, output: stdout + stderr };
    };
    const faulty = preCommit();
    expect(faulty.output).toMatch(/missing-health-check +render\.yaml:3:11/);
    expect(faulty.status).toBe(1);

    git(folder, 'commit', '-q', '-m', 'first');
    writeFileSync(join(folder, 'notes.txt'), 'words');
    git(folder, 'add', '.');
    expect(preCommit()).toMatchObject({ status: 0, output: expect.stringContaining('Skipped') as unknown });

    writeFileSync(join(folder, 'render.yaml'), `${RENDER}    healthCheckPath: /health\n`);
    git(folder, 'add', '.');
    expect(preCommit()).toMatchObject({ status: 0, output: expect.stringContaining('Passed') as unknown });
  }, 180_000);
});
