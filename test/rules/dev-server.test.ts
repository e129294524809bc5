import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/dev-server/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

function linted(start: string, files: Record<string, string> = {}): Promise<Report> {
  const blueprint = `services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: npm ci\n    startCommand: ${JSON.stringify(start)}\n`;
  const repository = memoryRepository({ 'render.yaml': blueprint, 'server.js': '', 'package.json': '{}', ...files });
  return lint({ repository, rules: [rule], platforms: [render] });
}

async function severities(start: string, files?: Record<string, string>): Promise<string[]> {
  return (await linted(start, files)).findings.map(({ severity }) => severity);
}

describe('a start command', () => {
  it.each([
    'nodemon server.js',
    'npx nodemon --exec ts-node server.ts',
    'next dev',
    'ng serve',
    'react-scripts start',
    'flask run',
    'python manage.py runserver',
    'uvicorn main:app --reload',
    'fastapi dev main.py',
    'php -S 0.0.0.0:$PORT',
  ])('that is for development: %s', async (start) => {
    expect(await severities(start)).toEqual(['warning']);
  });

  it.each([
    'node server.js',
    'tsx server.ts',
    'next start',
    'uvicorn main:app',
    'fastapi run',
    'reflex run --env prod',
    'gunicorn app:app',
  ])('that is not: %s', async (start) => {
    expect(await severities(start)).toEqual([]);
  });
});

describe('a server that refuses foreign hosts', () => {
  const vite = (version: string, config = ''): Record<string, string> => ({
    'package.json': JSON.stringify({ devDependencies: { vite: version } }),
    'vite.config.js': config,
  });

  it.each([
    ['^7.0.0', '', 'error'],
    ['^5.4.12', '', 'error'],
    ['^5.4.11', '', 'warning'],
    ['^6.0.8', '', 'warning'],
    ['latest', '', 'warning'],
    ['^7.0.0', 'export default { preview: { allowedHosts: true } }', 'warning'],
    ['^7.0.0', "import base from './base.js';\nexport default base;", 'warning'],
  ])('Vite %s with %j: %s', async (version, config, severity) => {
    expect(await severities('npx vite preview', vite(version, config))).toEqual([severity]);
  });

  it('answers 403, not 502', async () => {
    const { findings } = await linted('npx vite', vite('^7.0.0'));
    expect(findings.map(({ statuses }) => statuses)).toEqual([[403]]);
  });

  it('is webpack-dev-server, unless it is told otherwise', async () => {
    expect(await severities('npx webpack serve')).toEqual(['error']);
    expect(await severities('npx webpack serve --allowed-hosts all')).toEqual(['warning']);
    expect(
      await severities('npx webpack serve', { 'webpack.config.js': 'devServer: { allowedHosts: "all" }' }),
    ).toEqual(['warning']);
  });
});

it('does not decide what depends on a condition', async () => {
  const { findings, undecided } = await linted(
    'if curl -sf http://example.com; then nodemon server.js; else node server.js; fi',
  );
  expect(findings).toEqual([]);
  expect(undecided).toHaveLength(1);
});
