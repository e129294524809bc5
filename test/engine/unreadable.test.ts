import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';
import type { Repository } from '../../src/repository/repository.js';

/** As openDirectory gives it where the system answers EACCES; the superuser, as whom tests may run, is never refused. */
function refusing(repository: Repository, file: string): Repository {
  return {
    lookup: (path) => repository.lookup(path),
    list: (path) => repository.list(path),
    read: (path) =>
      path === file ? { is: 'unreadable', why: 'cannot be read (permission denied)' } : repository.read(path),
  };
}

it('reports a platform file that may not be read, and that the run is not complete', async () => {
  const files = {
    'render.yaml': 'services: []\n',
    'package.json': '{ "name": "api" }',
    'index.js': '',
    'api/render.yaml':
      'services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: npm install\n    startCommand: node .\n',
  };
  const report = await lint({
    repository: refusing(memoryRepository(files), 'render.yaml'),
    rules: rules.map(({ rule }) => rule),
    platforms: [render],
  });
  expect(report.complete).toBe(false);
  expect(report.notifications).toMatchObject([
    { id: 'unreadable-file', level: 'error', at: { file: 'render.yaml', range: { start: { line: 1, column: 1 } } } },
  ]);
  expect(report.findings).toMatchObject([
    {
      rule: 'missing-health-check',
      at: { file: 'api/render.yaml' },
    },
    {
      rule: 'invalid-config',
      severity: 'error',
      at: { file: 'render.yaml' },
      message: { found: 'The file render.yaml cannot be read (permission denied).' },
    },
  ]);
});

it('says which services are built from another repository', async () => {
  const entry = (name: string, repo: string): string =>
    `  - type: web\n    name: ${name}\n    runtime: node\n    buildCommand: npm ci\n    startCommand: npm start\n${repo}`;
  const text = `services:\n${entry('api', '    repo: https://github.com/me/api\n')}${entry('web', '')}`;
  const files = { 'render.yaml': text, 'package.json': '{ "scripts": { "start": "node ." } }' };
  const report = await lint({ repository: memoryRepository(files), rules: [], platforms: [render] });
  expect(report.notifications).toMatchObject([
    { id: 'built-elsewhere', level: 'note', at: { file: 'render.yaml', range: { start: { line: 3 } } } },
  ]);
  expect(report.notifications[0]?.message).toContain('`api` is built from another repository');
  expect(report.complete).toBe(true);
});
