import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/missing-start-target/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

interface Commands {
  build?: string;
  start: string;
  runtime?: string;
  kind?: string;
  root?: string;
  env?: Record<string, string>;
}

async function linted(commands: Commands, files: Record<string, string>): Promise<Report> {
  const { build, start, runtime = 'node', kind = 'web', root, env = {} } = commands;
  const lines = [
    'services:',
    `  - type: ${kind}`,
    '    name: api',
    `    runtime: ${runtime}`,
    ...(root === undefined ? [] : [`    rootDir: ${root}`]),
    ...(build === undefined ? [] : [`    buildCommand: ${JSON.stringify(build)}`]),
    `    startCommand: ${JSON.stringify(start)}`,
    `    envVars: [${Object.entries(env)
      .map(([key, value]) => `{ key: ${key}, value: ${JSON.stringify(value)} }`)
      .join()}]`,
    '',
  ];
  const repository = memoryRepository({ 'render.yaml': lines.join('\n'), ...files });
  return lint({ repository, rules: [rule], platforms: [render] });
}

async function said(commands: Commands, files: Record<string, string>): Promise<string[]> {
  const { findings } = await linted(commands, files);
  return findings.map(({ facts }) => `${String(facts.what)} ${String(facts.name ?? facts.path ?? '')}`.trim());
}

const PACKAGE = '{ "scripts": { "start": "node server.js" } }';
const INSTALL = 'pip install -r requirements.txt';

describe('what a build may make', () => {
  it.each([
    ['no build command', undefined, 'file dist/server.js'],
    ['an install', 'npm ci', 'file dist/server.js'],
    ['an install and checks', 'npm ci && npx prisma migrate deploy && npx eslint .', 'file dist/server.js'],
  ])('is nothing with %s', async (_, build, expected) => {
    const commands = { start: 'node dist/server.js', ...(build !== undefined && { build }) };
    expect(await said(commands, { 'package.json': '{}' })).toEqual([expected]);
  });

  it.each([
    ['a program that is not known', 'npm ci && ./tools/make-it'],
    ['output that goes into a file that cannot be read', 'echo "x" > $(cat target)'],
    ['a script that cannot be read', 'npm ci && $(cat build-command)'],
  ])('is not decided with %s', async (_, build) => {
    const { findings, undecided } = await linted(
      { start: 'node dist/server.js', build },
      { 'package.json': '{}', 'tools/make-it': '#!/usr/bin/env node\n' },
    );
    expect(findings).toEqual([]);
    expect(undecided).toHaveLength(1);
  });

  it('does not matter for a name in another letter case', async () => {
    expect(
      await said({ start: 'node Server.js', build: 'npx tsc' }, { 'server.js': '', 'package.json': '{}' }),
    ).toEqual(['file Server.js']);
  });

  it('does not matter for a script of package.json, and a step that may fail is none', async () => {
    const files = { 'package.json': PACKAGE, 'server.js': '' };
    expect(await said({ start: 'npm start', build: 'npx tsc && npm run bundle' }, files)).toEqual(['script bundle']);
    expect(await said({ start: 'npm start', build: 'npm run bundle || true' }, files)).toEqual([]);
    expect(await said({ start: 'npm start', build: 'npm run bundle; npm ci' }, files)).toEqual([]);
    expect(await said({ start: 'npm start', build: 'set -e; npm run bundle; npm ci' }, files)).toEqual([
      'script bundle',
    ]);
  });
});

it('what a script of the build would have made, which is not there, is not told again', async () => {
  const files = { 'package.json': '{ "scripts": { "build": "tsc" } }' };
  const start = 'node dist/server.js';
  expect(await said({ start, build: 'npm ci && npm run build:render' }, files)).toEqual(['script build:render']);
  expect(await said({ start, build: 'npm run build:render || true' }, files)).toEqual(['file dist/server.js']);
  expect(await said({ start, build: 'npm ci' }, files)).toEqual(['file dist/server.js']);
});

describe('what a build makes instead', () => {
  const files = {
    'package.json': '{ "devDependencies": { "typescript": "^5.9.3" } }',
    'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
    'src/server.ts': '',
    'config.ts': '',
  };

  /** The remedy, and the text that the fix puts in place of another. */
  async function remedied(start: string, more: Record<string, string> = {}): Promise<readonly (string | undefined)[]> {
    const [finding] = (await linted({ start, build: 'npm ci && npx tsc' }, { ...files, ...more })).findings;
    const [fix] = finding?.fixes ?? [];
    return [finding?.message.remedy, fix?.safety === 'safe' ? fix.edits[0]?.text : undefined];
  }

  it('is named, and set where only the folders of the compiler differ', async () => {
    expect(await remedied('node dist/server.js')).toEqual([
      '`tsc` makes `dist/src/server.js`: name that one.',
      'dist/src/server.js',
    ]);
    expect(await remedied('node ./dist/server')).toEqual([
      '`tsc` makes `dist/src/server.js`: name that one.',
      './dist/src/server',
    ]);
    expect(await remedied('node dist/src/server.js')).toEqual([undefined, undefined]);
  });

  it('is only named where it may be another file', async () => {
    expect(await remedied('node build/server.js')).toEqual([
      expect.stringContaining('`dist/src/server.js`'),
      undefined,
    ]);
    expect(await remedied('node dist/index.js')).toEqual([expect.stringContaining('`dist/config.js`'), undefined]);
    expect(await remedied('node dist/server.js', { 'lib/server.ts': '' })).toEqual([
      expect.stringContaining('`dist/lib/server.js` and `dist/src/server.js`'),
      undefined,
    ]);
  });

  it.each([
    ['next start', 'npm ci', ['build next build']],
    ['next start -p $PORT', 'npm ci && npx next build', []],
    ['next start', 'npm ci && make', []],
    ['npx next start web', 'npm ci && npx next build web', []],
    ['docusaurus serve', 'npm ci && npx tsc', ['build docusaurus build']],
    ['next dev', 'npm ci', []],
  ])('%s after %s', async (start, build, expected) => {
    expect(await said({ start, build }, { 'package.json': '{}', 'web/package.json': '{}' })).toEqual(expected);
  });
});

describe('Python', () => {
  const python = (start: string, files: Record<string, string>): Promise<string[]> =>
    said({ start, build: INSTALL, runtime: 'python' }, { 'requirements.txt': 'gunicorn\nuvicorn\n', ...files });

  it('wants the module and what is called in it', async () => {
    expect(await python('gunicorn app:app', { 'app.py': 'app = 1\n' })).toEqual([]);
    expect(await python('gunicorn app:app', { 'app.py': 'def create_app(): ...\n' })).toEqual(['attribute app']);
    expect(await python('gunicorn app:app', { 'main.py': 'app = 1\n' })).toEqual(['module app']);
    expect(await python('gunicorn app', { 'app.py': 'app = 1\n' })).toEqual(['attribute application']);
    expect(await python('sanic main.app', { 'main.py': 'app = 1\n' })).toEqual([]);
    expect(await python('sanic main.server', { 'main.py': 'app = 1\n' })).toEqual(['attribute server']);
    expect(await python('sanic api.main:app', { 'api/main.py': 'app = 1\n' })).toEqual([]);
    expect(await python('python -m shop', { 'shop/__init__.py': '' })).toEqual(['module shop.__main__']);
    expect(await python('python -m http.server', {})).toEqual([]);
  });

  it('leaves modules alone that may be installed, or looked for elsewhere', async () => {
    expect(
      await python('gunicorn shop.wsgi', { 'requirements.txt': 'gunicorn\ngit+https://example.com/shop.git\n' }),
    ).toEqual([]);
    expect(await python('PYTHONPATH=$(cat folder) uvicorn main:app', {})).toEqual([]);
    const commands = { start: 'uvicorn shop.main:app', runtime: 'python' };
    expect(await said({ ...commands, build: 'pip install -e .' }, { 'pyproject.toml': '' })).toEqual([]);
    expect(await said({ ...commands, build: 'pip install uvicorn' }, { 'pyproject.toml': '' })).toEqual([
      'module shop.main',
    ]);
  });

  it.each([
    ["from setuptools import setup\nsetup(name='shop', install_requires=['main'])\n", []],
    ["from setuptools import setup\nsetup(name='shop')\nif __name__ == '__main__':\n    main()\n", ['module main']],
    ["import os\nos.system('python backend/main.py')\n", ['module main']],
  ])('takes from %j whether a package brings the module', async (setup, expected) => {
    expect(await python('gunicorn main:app', { 'setup.py': setup })).toEqual(expected);
  });

  it.each([
    ['/opt/render/project/src', ['module main']],
    ['/opt/render/project/src/api', []],
    ['/opt/render/project/src/web:/opt/render/project/src/api', []],
    ['api', []],
    ['/srv', []],
  ])('looks in the repository where PYTHONPATH is %s', async (path, expected) => {
    const commands = { start: 'gunicorn main:app', build: INSTALL, runtime: 'python' };
    const files = { 'requirements.txt': 'gunicorn\n', 'api/main.py': 'app = 1\n' };
    expect(await said({ ...commands, env: { PYTHONPATH: path } }, files)).toEqual(expected);
  });

  it('offers a factory where there is one', async () => {
    const { findings } = await linted(
      { start: 'gunicorn app:app', build: INSTALL, runtime: 'python' },
      { 'requirements.txt': 'gunicorn\n', 'app.py': 'def create_app(): ...\n' },
    );
    expect(findings[0]?.message.remedy).toContain('`app:create_app()`');
  });
});

describe('a command that leaves nothing running', () => {
  const files = { 'package.json': PACKAGE, 'server.js': '' };

  it.each([
    ['node server.js &', 'web', ['ends']],
    ['node server.js &', 'worker', ['ends']],
    ['pm2 start server.js', 'web', ['ends']],
    ['npm ci', 'web', ['ends']],
    ['npm ci', 'cron', []],
    ['node server.js & wait', 'web', []],
    ['pm2-runtime server.js', 'web', []],
  ])('%s as %s: %j', async (start, kind, expected) => {
    const extra = kind === 'cron' ? 'cron\n    schedule: 0 4 * * *' : kind;
    expect(await said({ start, kind: extra, build: 'npm ci' }, files)).toEqual(expected);
  });

  it('is not decided where a task of the project may stay', async () => {
    const { findings, undecided } = await linted(
      { start: 'bundle exec rake serve', runtime: 'ruby', build: 'bundle install' },
      {},
    );
    expect(findings).toEqual([]);
    expect(undecided).toHaveLength(1);
  });
});

describe('where the commands run', () => {
  it('names a file of the same name in another folder', async () => {
    const { findings } = await linted({ start: 'node server.js', build: 'true' }, { 'api/server.js': '' });
    expect(findings[0]?.message.remedy).toMatch(/^There is `api\/server\.js`/);
  });

  it('takes a file of a submodule for there', async () => {
    const gitmodules = '[submodule "api"]\n\tpath = api\n\turl = https://example.com/api.git\n';
    expect(await said({ start: 'node server.js', root: 'api' }, { '.gitmodules': gitmodules })).toEqual([]);
    expect(await said({ start: 'node server.js', root: 'api' }, {})).toEqual(['root api']);
  });

  it('fails the deploy, and answers nothing, where the build fails', async () => {
    const { findings } = await linted({ start: 'node server.js', build: 'cd api && npm ci' }, { 'server.js': '' });
    expect(findings.map(({ statuses }) => statuses)).toEqual([[]]);
  });
});

it('speaks of one file that there is, and of several', async () => {
  const remedies = async (files: Record<string, string>): Promise<readonly string[]> =>
    (await linted({ build: 'true', start: 'bash run/start.sh' }, files)).findings.map(({ message }) => message.remedy);
  const rest = 'set the folder of the service, or name the path from where the command runs.';
  expect(await remedies({ 'a/start.sh': '' })).toEqual([`There is \`a/start.sh\`: ${rest}`]);
  expect(await remedies({ 'a/start.sh': '', 'b/start.sh': '' })).toEqual([
    `There are \`a/start.sh\` and \`b/start.sh\`: ${rest}`,
  ]);
});

it('says where pnpm takes --filter, if it stands behind a script that is not there', async () => {
  const files = {
    'package.json': '{}',
    'pnpm-workspace.yaml': 'packages: [web]\n',
    'web/package.json': '{ "name": "web", "scripts": { "start": "node server.js" } }',
    'web/server.js': '',
  };
  const { findings } = await linted({ build: 'pnpm install', start: 'pnpm start --filter web' }, files);
  expect(findings.map(({ message }) => message.remedy)).toEqual([
    'pnpm takes `--filter web` only in front of the script, and hands it on to the script behind it: write `pnpm --filter web run start`.',
  ]);
  expect((await linted({ build: 'pnpm install', start: 'pnpm --filter web run start' }, files)).findings).toEqual([]);
});

describe('a command that leaves the repository', () => {
  it.each<[Commands, string[]]>([
    [{ build: 'cd ../.. && npm ci', start: 'node server.js' }, ['outside ../..']],
    [{ build: 'cd ../ ; npm ci', start: 'node server.js' }, ['outside ../']],
    [{ start: 'cd .. && node server.js' }, ['outside ..']],
    [{ build: 'npm ci && cd ..', start: 'node server.js' }, []],
    [{ build: 'cd ..', start: 'node server.js' }, []],
    [{ build: 'cd ../.. && npm ci', start: 'node server.js', root: 'apps/api' }, []],
    [{ build: 'cd ../../.. && npm ci', start: 'node server.js', root: 'apps/api' }, ['outside ../../..']],
  ])('%j', async (commands, expected) => {
    const files = {
      'package.json': PACKAGE,
      'server.js': '',
      'apps/api/package.json': PACKAGE,
      'apps/api/server.js': '',
    };
    expect(await said(commands, files)).toEqual(expected);
  });

  it.each([
    ['node server.js', ['beside ../..']],
    // The start is right as it stands.
    ['cd apps/api && node server.js', ['outside ../..']],
  ])('that is beside a nested platform file, with %s', async (start, expected) => {
    const blueprint = `services:\n  - type: web\n    name: api\n    runtime: node\n    buildCommand: cd ../.. && npm ci\n    startCommand: ${start}\n`;
    const repository = memoryRepository({
      'apps/api/render.yaml': blueprint,
      'package.json': '{}',
      'apps/api/server.js': '',
    });
    const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
    expect(findings.map(({ facts }) => `${String(facts.what)} ${String(facts.name)}`)).toEqual(expected);
  });
});

describe('what a task of a workspace runs', () => {
  const lerna = { 'package.json': '{ "scripts": { "start": "lerna run dev --parallel" } }' };
  const api = { 'apps/api/package.json': '{ "scripts": { "dev": "node server.js" } }', 'apps/api/server.js': '' };
  it.each<[string, Record<string, string>, string[]]>([
    ['its packages are in lerna.json', { ...lerna, 'lerna.json': '{ "packages": ["apps/*"] }', ...api }, []],
    ['none of them is known', { ...lerna, 'lerna.json': '{}', ...api }, []],
    [
      'none has the script',
      { ...lerna, 'lerna.json': '{ "packages": ["apps/*"] }', 'apps/api/package.json': '{}' },
      ['ends'],
    ],
    [
      'pnpm takes folders by a pattern',
      {
        'package.json': '{ "scripts": { "start": "pnpm --filter \'./apps/*\' dev" } }',
        'pnpm-workspace.yaml': 'packages: [apps/*]',
        ...api,
        'apps/api/server.js': 'x',
      },
      [],
    ],
    [
      'and runs what is missing there',
      {
        'package.json': '{ "scripts": { "start": "pnpm --filter \'./apps/*\' dev" } }',
        'pnpm-workspace.yaml': 'packages: [apps/*]',
        'apps/api/package.json': '{ "scripts": { "dev": "node dist/server.js" } }',
      },
      ['file dist/server.js'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await said({ start: 'npm start' }, files)).toEqual(expected);
  });
});
