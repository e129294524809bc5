import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../../scripts/lib/project.js';
import { at, recordOf } from '../support/data.js';
import { temporaryFolder } from '../support/temporary.js';

it('the script of the action runs on the bundle, with the defaults of its inputs', () => {
  const action = temporaryFolder();
  cpSync(inject('bundle'), join(action, 'dist'), { recursive: true });
  cpSync(join(PROJECT, 'action.yml'), join(action, 'action.yml'));
  const data: unknown = parse(readFileSync(join(action, 'action.yml'), 'utf8'));
  const lint = at(data, 'runs', 'steps', 0);
  const values = Object.entries(recordOf(at(lint, 'env'))).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(String(expression))?.[1] ?? '';
    return [name, String(at(data, 'inputs', input, 'default'))] as const;
  });
  const runner = temporaryFolder({ output: '', summary: '', 'event.json': '{}' });
  const files = { OUTPUT: 'output', STEP_SUMMARY: 'summary', EVENT_PATH: 'event.json' };
  const script = join(runner, 'script.sh');
  writeFileSync(script, String(at(lint, 'run')));
  // As the runner calls bash (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrunshell).
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: join(PROJECT, 'fixtures/missing-spa-rewrite/flagged-react-router-6'),
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      CI: 'true',
      GITHUB_ACTION_PATH: action,
      RUNNER_TEMP: runner,
      ...Object.fromEntries(values),
      ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`GITHUB_${name}`, join(runner, file)])),
    },
  });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=.*render\.yaml,line=3/m);
  expect(readFileSync(join(runner, 'summary'), 'utf8')).toContain('missing-spa-rewrite');
  expect(readFileSync(join(runner, 'output'), 'utf8')).toContain('sarif-file<<');
});
