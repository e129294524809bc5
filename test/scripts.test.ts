import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../scripts/lib/project.js';

const SCRIPTS = [
  'reproduce',
  'measure-python',
  'measure-builders',
  'measure-servers',
  'measure-middleware',
  'fuzz',
  'fuzz-guided',
];

function run(name: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const tsx = join(PROJECT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const script = join(PROJECT, 'scripts', `${name}.ts`);
  return spawnSync(process.execPath, [tsx, script, ...args], { encoding: 'utf8' });
}

describe.each(SCRIPTS)('%s, which takes long', (name) => {
  it('says how it is called, and does nothing else', () => {
    const { status, stdout, stderr } = run(name, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`npm run ${name.replace('fuzz-', 'fuzz:')}`);
    expect(stdout).not.toContain('import ');
  });

  it('does not begin with an option that it does not know', () => {
    const { status, stdout, stderr } = run(name, '--no-such-option');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain("'--no-such-option'");
  });
});

it('reproduce refuses a rule of which nothing is reproduced', () => {
  const { status, stderr } = run('reproduce', 'no-such-rule');
  expect(status).toBe(2);
  expect(stderr).toContain('no-such-rule');
});
