import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRule } from '../scripts/lib/new-rule.js';
import { filesOf } from '../scripts/lib/pages.js';
import { PROJECT } from '../scripts/lib/project.js';
import { runNode, type Outcome } from './support/run.js';
import { temporaryFolder } from './support/temporary.js';

const TITLE = 'The start command installs packages';

/** A copy of the project to write a rule in. */
function copyOfProject(): string {
  const folder = join(temporaryFolder(), 'project');
  const left = ['node_modules', '.git', 'dist', 'coverage'].map((name) => join(PROJECT, name));
  cpSync(PROJECT, folder, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function newRule(project: string, ...words: string[]): Outcome {
  return runNode(['node_modules/tsx/dist/cli.mjs', 'scripts/new-rule.ts', ...words], project);
}

function testsOf(project: string, id: string): Outcome {
  const vitest = 'node_modules/vitest/vitest.mjs';
  return runNode(
    [
      vitest,
      'run',
      '--reporter',
      'dot',
      '--project',
      'sources',
      '-t',
      id,
      'test/fixtures.test.ts',
      'test/pages.test.ts',
    ],
    project,
  );
}

describe('npm run new-rule', () => {
  it(
    'begins a rule that fails until it is written, as CONTRIBUTING.md does in its example',
    { timeout: 120_000 },
    () => {
      const project = copyOfProject();
      const begun = newRule(project, 'install-at-start', TITLE);
      expect(begun).toMatchObject({ status: 0, stderr: '' });
      expect(readFileSync(join(project, 'rules/index.ts'), 'utf8')).toContain(`'./install-at-start/rule.js'`);
      expect(readFileSync(join(project, 'rules/install-at-start/README.md'), 'utf8')).toContain(`\n${TITLE}.\n`);

      const unwritten = testsOf(project, 'install-at-start');
      expect(unwritten.status).toBe(1);
      expect(unwritten.stderr).toContain('fixtures/install-at-start/flagged-basic > gives what expected.json says');
      expect(unwritten.stderr).not.toContain('fixtures/install-at-start/clean-basic');

      const example = filesOf(readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8'));
      expect(example.size).toBe(6);
      for (const [path, text] of example) {
        expect(existsSync(join(project, path)), `${path} was scaffolded`).toBe(true);
        writeFileSync(join(project, path), text);
      }
      runNode(['node_modules/tsx/dist/cli.mjs', 'scripts/docs.ts'], project);
      const written = testsOf(project, 'install-at-start');
      expect(written.stdout).toMatch(/Tests\s+\d+ passed/);
      expect(written.status).toBe(0);

      writeFileSync(join(project, 'tsconfig.rules.json'), '{ "extends": "./tsconfig.json", "include": ["rules"] }');
      const types = runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.rules.json'], project);
      expect(types).toEqual({ status: 0, stdout: '', stderr: '' });
      const files = ['rules/index.ts', ...example.keys()].filter((path) => /\.(ts|md)$/.test(path));
      const style = runNode(['node_modules/prettier/bin/prettier.cjs', '--check', ...files], project);
      expect(style).toMatchObject({ status: 0 });
    },
  );

  it.each([
    ['an id in capitals', 'Slow-Start', 'A title', /"Slow-Start" is no id/],
    ['an id that is a path', '../slow-start', 'A title', /is no id/],
    ['an id of one word', 'slow', 'A title', /is no id/],
    ['a rule that exists', 'region-mismatch', 'A title', /rules\/region-mismatch exists already/],
    ['a title with a full stop', 'slow-start', 'A title.', /The title is one line/],
    ['a title that breaks the source', 'slow-start', "It's slow", /The title is one line/],
  ])('refuses %s', (_, id, title, message) => {
    expect(() => writeRule(id, title)).toThrow(message);
    expect(existsSync(join(PROJECT, 'rules/slow-start'))).toBe(false);
  });

  it('says how it is used', () => {
    const outcome = newRule(PROJECT, 'slow-start');
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(outcome.stderr).toContain('Usage: npm run new-rule -- <id> "<title>"');
  });
});
