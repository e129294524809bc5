import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/missing-dependency/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

type Files = Record<string, string | object>;

interface Deployed {
  build?: string;
  start?: string;
  env?: Record<string, string>;
  files?: Files;
  kind?: 'node' | 'static';
}

function linted({ build, start = 'node server.js', env = {}, files = {}, kind = 'node' }: Deployed): Promise<Report> {
  const service = {
    type: 'web',
    name: 'api',
    runtime: kind,
    ...(build !== undefined && { buildCommand: build }),
    ...(kind === 'node' && { startCommand: start }),
    envVars: Object.entries(env).map(([key, value]) => ({ key, value })),
  };
  const all: Files = { 'server.js': '', 'app.py': '', ...files };
  const texts = Object.entries(all).map(([file, content]): [string, string] => {
    return [file, typeof content === 'string' ? content : JSON.stringify(content)];
  });
  const repository = memoryRepository({
    'render.yaml': JSON.stringify({ services: [service] }),
    ...Object.fromEntries(texts),
  });
  return lint({ repository, rules: [rule], platforms: [render] });
}

async function causes(deployed: Deployed): Promise<unknown[]> {
  return (await linted(deployed)).findings.map(({ facts }) => [facts.cause, facts.package]);
}

const TYPESCRIPT = { scripts: { build: 'tsc' }, devDependencies: { typescript: '^5.9.0' } };
const PRODUCTION = { NODE_ENV: 'production' };
const OMITTED = [['omitted', 'typescript']];

describe('programs that a script runs in another folder', () => {
  const web = { scripts: { prepare: 'cd .. && husky web/.husky', start: 'node server.js' } };
  it.each([
    ['are those of its package', { husky: '^9.0.0' }, []],
    ['are not those of another', {}, [['other-folder', 'husky']]],
  ])('%s', async (_, devDependencies, expected) => {
    const files = {
      'web/package.json': JSON.stringify({ ...web, devDependencies }),
      'web/server.js': '',
      'tools/package.json': '{ "devDependencies": { "husky": "^9.0.0" } }',
    };
    const build = 'npm install --prefix tools && cd web && npm install';
    expect(await causes({ build, start: 'cd web && node server.js', files })).toEqual(expected);
  });
});

describe('a build that installs nothing', () => {
  const own = { scripts: { build: 'nest build' }, dependencies: { express: '^5.1.0' } };
  const files = { 'package.json': JSON.stringify(own), 'server.js': "require('express')();" };
  it('is one finding, whatever needs what it does not install', async () => {
    const { findings } = await linted({ build: 'yarn build', start: 'node server.js', files });
    expect(findings.map(({ facts }) => facts.cause)).toEqual(['no-install']);
    expect(findings[0]?.message.remedy).toContain('`yarn install`');
  });
});

describe('an install and what is listed for development', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['npm install', {}, false],
    ['npm install', PRODUCTION, true],
    ['npm i --omit=dev', {}, true],
    ['npm install --omit dev', {}, true],
    ['npm install --production', {}, true],
    ['npm install --prod', {}, true],
    ['npm install --only=prod', {}, true],
    ['npm install --only=production', {}, true],
    ['npm install --only=production=false', {}, false],
    ['npm install --only production', {}, true],
    ['npm install --include=dev', PRODUCTION, false],
    ['npm install --include dev', PRODUCTION, false],
    ['npm install --production=false', PRODUCTION, false],
    ['npm install --also=dev', PRODUCTION, false],
    ['npm install -D', PRODUCTION, true],
    ['NODE_ENV=development npm install', PRODUCTION, false],
    ['NODE_ENV=production npm install', {}, true],
    ['npm install', { NPM_CONFIG_PRODUCTION: 'true' }, true],
    ['npm install', { ...PRODUCTION, NPM_CONFIG_PRODUCTION: 'false' }, false],
    ['npm install', { NPM_CONFIG_OMIT: 'dev' }, true],
    ['npm install', { ...PRODUCTION, npm_config_include: 'dev' }, false],
    ['yarn', PRODUCTION, true],
    ['yarn install --production', {}, true],
    ['yarn install --production=false', PRODUCTION, false],
    ['pnpm install', PRODUCTION, true],
    ['pnpm i --prod', {}, true],
    ['pnpm install -P', {}, true],
    ['pnpm install --prod=false', PRODUCTION, false],
    ['bun install', PRODUCTION, false],
    ['bun install --production', {}, true],
    ['npm install && npm install typescript', PRODUCTION, false],
    ['npm install -g typescript && npm install', PRODUCTION, false],
  ])('%s with %j', async (install, env, omits) => {
    const found = await causes({ build: `${install} && npm run build`, env, files: { 'package.json': TYPESCRIPT } });
    expect(found).toEqual(omits ? OMITTED : []);
  });

  it.each(['omit=dev', 'production=true'])('by .npmrc: %s', async (line) => {
    const files = { 'package.json': TYPESCRIPT, '.npmrc': `${line}\n` };
    expect(await causes({ build: 'npm install && npm run build', files })).toEqual(OMITTED);
  });

  it('is not decided where a variable has no known value', async () => {
    const { findings, undecided } = await linted({
      build: 'NODE_ENV=$(cat mode) npm install && npm run build',
      files: { 'package.json': TYPESCRIPT },
    });
    expect([findings.length, undecided.length]).toEqual([0, 1]);
  });

  it('is taken away again by a later install', async () => {
    const files = {
      'package.json': { scripts: { start: 'ts-node server.ts' }, devDependencies: { 'ts-node': '1' } },
      'server.ts': '',
    };
    const build = 'npm install && npm run lint --if-present && npm install --omit=dev';
    expect(await causes({ build, start: 'npm start', files })).toEqual([['omitted', 'ts-node']]);
    expect(await causes({ build: 'npm install', start: 'npm install && npm start', env: {}, files })).toEqual([
      ['omitted', 'ts-node'],
    ]);
  });

  it('yarn 1 does not run prepare then, npm does', async () => {
    const files = { 'package.json': { scripts: { prepare: 'husky' }, devDependencies: { husky: '9' } } };
    expect(await causes({ build: 'yarn', env: PRODUCTION, files })).toEqual([]);
    expect(await causes({ build: 'npm install', env: PRODUCTION, files })).toEqual([['omitted', 'husky']]);
  });
});

describe('a lockfile', () => {
  it.each([
    ['npm ci', {}, true],
    ['npm ci', { 'package-lock.json': '{}' }, false],
    ['npm ci', { 'npm-shrinkwrap.json': '{}' }, false],
    ['npm ci', { 'yarn.lock': '' }, true],
    ['npm clean-install', {}, true],
    ['npm install', {}, false],
    ['yarn install --frozen-lockfile', {}, false],
    ['pnpm install --frozen-lockfile', {}, true],
    ['pnpm install --frozen-lockfile', { 'pnpm-lock.yaml': '' }, false],
    ['pnpm install', {}, false],
    ['bun install --frozen-lockfile', {}, false],
    ['npm ci || npm install', {}, false],
  ])('%s with %j', async (build, files, fails) => {
    const found = await causes({ build, files: { 'package.json': {}, ...files } });
    expect(found).toEqual(fails ? [['no-lockfile', undefined]] : []);
  });

  it.each([
    ['npm ci', 'package-lock.json or `npm-shrinkwrap.json', 'npm'],
    ['pnpm install --frozen-lockfile', 'pnpm-lock.yaml', 'pnpm'],
  ])('of a workspace is looked for in its root: %s', async (command, file, manager) => {
    const { findings } = await linted({
      build: `cd web && ${command}`,
      files: { 'package.json': { workspaces: ['web'] }, 'web/package.json': {}, 'web/package-lock.json': '{}' },
    });
    const name = command.split(' --', 1)[0] ?? '';
    expect(findings.map(({ message }) => message.found)).toEqual([
      `The build of \`api\` runs \`${name}\` in \`web\`, a workspace of the package.json in the root of the repository: ${manager} looks for the lockfile there, and there is no \`${file.replace(' or ', '` or ')}\` in the root of the repository.`,
    ]);
  });

  const build = 'npm install && tsc';
  it.each<[string, Files, string]>([
    ['has the program', { 'package-lock.json': { packages: { 'node_modules/x': { bin: { tsc: 'x' } } } } }, 'yes'],
    ['lacks it', { 'package-lock.json': { packages: { 'node_modules/x': {} } } }, 'no'],
    ['of version 1', { 'package-lock.json': { dependencies: { typescript: {} } } }, 'yes'],
    ['is broken', { 'package-lock.json': '{ "packages"' }, 'unknown'],
    ['is too large', { 'package-lock.json': `{"packages":{"a":"${'x'.repeat(1_200_000)}"}}` }, 'unknown'],
    ['is not there', {}, 'no'],
  ])('that %s', async (_, files, answer) => {
    const { findings, undecided } = await linted({ build, files: { 'package.json': {}, ...files } });
    expect([findings.length, undecided.length]).toEqual({ yes: [0, 0], no: [1, 0], unknown: [0, 1] }[answer]);
  });

  it.each<[string, Files]>([
    [
      'yarn && tsc',
      { 'yarn.lock': '"@scope/x@^1":\n  version "1"\n\ntypescript@^5.0.0, typescript@^5.9.0:\n  version "5.9.3"\n' },
    ],
    ['bun install && tsc', { 'bun.lock': '{ "packages": { "ts": ["ts@1", "", { "bin": { "tsc": "x" } }, "sha"], } }' }],
  ])('of another manager: %s', async (command, files) => {
    expect(await causes({ build: command, files: { 'package.json': {}, ...files } })).toEqual([]);
  });
});

describe('what lists ask for, by the command that installs them', () => {
  const toml = (text: string): Files => ({ 'pyproject.toml': text });
  const project = '[project]\nname = "x"\ndependencies = ["gunicorn>=20"]\n';
  const poetry = '[tool.poetry.dependencies]\npython = "^3.12"\ngunicorn = "^23"\n';
  const group = '[tool.poetry.dependencies]\npython = "^3.12"\n[tool.poetry.group.web.dependencies]\ngunicorn = "*"\n';
  const optional = `${group}[tool.poetry.group.web]\noptional = true\n`;
  const groups = '[project]\nname = "x"\n[dependency-groups]\nweb = ["gunicorn"]\nall = [{ include-group = "web" }]\n';

  it.each<[string, Files, boolean]>([
    ['pip install gunicorn', {}, true],
    ['pip3 install "gunicorn[gevent]>=20"', {}, true],
    ['python -m pip install gunicorn==23.0.0', {}, true],
    ['pip install flask', {}, false],
    ['pip install -r requirements.txt', { 'requirements.txt': 'flask\ngunicorn' }, true],
    ['pip install -r requirements.txt', { 'requirements.txt': 'flask\n# gunicorn' }, false],
    ['pip install -c requirements.txt flask', { 'requirements.txt': 'gunicorn' }, false],
    ['pip install .', toml(project), true],
    [
      'pip install -e .[web]',
      toml('[project]\nname = "x"\n[project.optional-dependencies]\nweb = ["gunicorn"]\n'),
      true,
    ],
    ['pip install .', toml('[project]\nname = "x"\n[project.optional-dependencies]\nweb = ["gunicorn"]\n'), false],
    ['pip install .', { 'setup.py': 'from setuptools import setup\nsetup(install_requires=["gunicorn"])\n' }, true],
    ['pip install .', { 'setup.py': 'from setuptools import setup\nsetup(install_requires=["flask"])\n' }, false],
    ['pip install .', { 'setup.cfg': '[options]\ninstall_requires =\n  flask\n  gunicorn>=20\n' }, true],
    ['uv pip install -r requirements.txt', { 'requirements.txt': 'gunicorn' }, true],
    ['uv pip install -r pyproject.toml', toml(project), true],
    ['uv sync', toml(project), true],
    ['uv sync --group web', toml(groups), true],
    ['uv sync --group all', toml(groups), true],
    ['uv sync', toml(groups), false],
    ['uv sync --no-dev', toml('[project]\nname = "x"\n[dependency-groups]\ndev = ["gunicorn"]\n'), false],
    ['poetry install', toml(poetry), true],
    ['poetry install', toml(project), true],
    ['poetry install', toml(group), true],
    ['poetry install', toml(optional), false],
    ['poetry install --with web', toml(optional), true],
    ['poetry install --without web', toml(group), false],
    ['poetry install --only main', toml(group), false],
    ['poetry install --only=main,web', toml(group), true],
    ['poetry install --no-dev', toml('[tool.poetry.dev-dependencies]\ngunicorn = "*"\n'), false],
    ['pdm install --prod', toml('[tool.pdm.dev-dependencies]\nweb = ["gunicorn"]\n'), false],
    ['pdm sync', toml(project), true],
    ['pipenv install', { Pipfile: '[packages]\ngunicorn = "*"\n' }, true],
    ['pipenv install --deploy', { Pipfile: '[dev-packages]\ngunicorn = "*"\n' }, false],
    ['pipenv sync --dev', { Pipfile: '[dev-packages]\ngunicorn = "*"\n' }, true],
    ['pip install functions-framework', {}, true],
  ])('%s with %j', async (build, files, has) => {
    expect(await causes({ build, start: 'gunicorn app:app', files })).toEqual(has ? [] : [['not-listed', 'gunicorn']]);
  });

  it.each<[string, Files]>([
    ['pip install -r requirements.txt', {}],
    ['pip install $(cat packages)', {}],
    ['uv sync', toml('[project')],
    ['pip install .', { 'setup.py': 'setup(install_requires=read("x"))' }],
    ['apt-get install -y gunicorn', {}],
    ['conda env create -f environment.yml', {}],
  ])('is not decided: %s with %j', async (build, files) => {
    const { findings, undecided } = await linted({ build, start: 'gunicorn app:app', files });
    expect([findings.length, undecided.length]).toEqual([0, 1]);
  });
});

describe('what is installed nowhere', () => {
  it('is told once, at the build command', async () => {
    const files = {
      'package.json': { scripts: { build: 'tsc && vite build' }, devDependencies: { typescript: '5', vite: '7' } },
    };
    const { findings } = await linted({ build: 'npm run build', files });
    expect(findings.map(({ message }) => message.found)).toEqual([
      'The build of `api` runs `tsc` and `vite`, but the build command installs nothing.',
    ]);
    expect(findings.map(({ message }) => message.remedy)).toEqual(['Begin the build command with `npm install`.']);
  });

  it('is no matter of a static site, unless that is told not to install', async () => {
    const files = { 'package.json': { scripts: { build: 'vite build' }, devDependencies: { vite: '7' } } };
    expect(await causes({ kind: 'static', build: 'npm run build', files })).toEqual([]);
    expect(await causes({ kind: 'static', build: 'npm run build', files, env: { SKIP_INSTALL_DEPS: 'true' } })).toEqual(
      [['no-install', 'vite']],
    );
    expect(await causes({ kind: 'static', build: 'npm run build', files, env: PRODUCTION })).toEqual([
      ['omitted', 'vite'],
    ]);
  });

  it('may be in the repository', async () => {
    const files = { 'package.json': {}, 'node_modules/express/index.js': '', 'server.js': "require('express')" };
    expect(await causes({ build: 'echo', files })).toEqual([]);
  });
});

describe('a built file that is started', () => {
  const files = {
    'package-lock.json': { lockfileVersion: 3, packages: { '': {}, 'node_modules/esbuild': {} } },
    'tsconfig.json': { compilerOptions: { outDir: 'dist', rootDir: 'src' } },
    'src/server.ts': "import bolt from '@slack/bolt';\nbolt();\n",
  };
  const start = 'node dist/server.js';
  it.each<[string, unknown[]]>([
    ['tsc', [['not-listed', '@slack/bolt']]],
    ['tsc && echo built', [['not-listed', '@slack/bolt']]],
    // What a bundler makes may hold the package already.
    ['esbuild src/server.ts --bundle --outdir=dist', []],
    ['make dist', []],
  ])('by %s needs what its source imports', async (build, expected) => {
    const json = { scripts: { build }, devDependencies: { typescript: '5', esbuild: '0.25' } };
    const all = { ...files, 'package.json': json };
    expect(await causes({ build: 'npm install && npm run build', start, files: all })).toEqual(expected);
  });
});

describe('the apps of a Django project', () => {
  const project = (requirements: string): Files => ({
    'requirements.txt': requirements,
    'manage.py':
      "import os\nfrom django.core.management import execute_from_command_line\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_.settings')\nexecute_from_command_line()\n",
    'site_/__init__.py': '',
    'site_/settings.py': "INSTALLED_APPS = ['django.contrib.staticfiles', 'cloudinary']\n",
    'site_/wsgi.py':
      "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_.settings')\napplication = get_wsgi_application()\n",
  });
  const install = 'pip install -r requirements.txt';
  const missing = (command: string): unknown[] => [['not-listed', 'cloudinary', command]];
  it.each<[string, string, unknown[]]>([
    ['django\ngunicorn', install, missing('start')],
    ['django\ngunicorn', `${install} && python manage.py collectstatic --noinput`, missing('build')],
    ['django\ngunicorn', `${install} && python3 -u manage.py migrate`, missing('build')],
    // These do without the apps, and this may fail.
    ['django\ngunicorn', `${install} && python manage.py --version`, missing('start')],
    ['django\ngunicorn', `${install} && (python manage.py migrate || true)`, missing('start')],
    ['django\ngunicorn\ncloudinary', install, []],
    // Another package brings it, or may.
    ['django\ngunicorn\ndjango-cloudinary-storage', install, []],
    ['django\ngunicorn\ndj3-cloudinary-storage', install, []],
    ['django\ngunicorn\ndj-rest-auth', install, missing('start')],
  ])('with %j, built by %s', async (requirements, build, expected) => {
    const { findings } = await linted({ build, start: 'gunicorn site_.wsgi', files: project(requirements) });
    expect(findings.map(({ facts }) => [facts.cause, facts.package, facts.command])).toEqual(expected);
  });

  it('fail the build, where a command of it loads them', async () => {
    const build = `${install} && python manage.py collectstatic --noinput`;
    const { findings } = await linted({ build, start: 'gunicorn site_.wsgi', files: project('django\ngunicorn') });
    const [finding] = findings;
    expect(finding?.message.found).toBe(
      'What the build of `api` runs imports `cloudinary`, but `requirements.txt`, which the build installs, does not list it.',
    );
    expect(finding?.message.effect).toBe('The build fails, and nothing is deployed.');
    expect(finding?.statuses).toEqual([]);
  });
});

it('does not hang on packages that include each other', async () => {
  const files = {
    'requirements.txt': '-r a.txt',
    'a.txt': '-r requirements.txt\n-e .',
    'setup.py': 'setup(install_requires=["a"])',
  };
  expect(await causes({ build: 'pip install -r requirements.txt', start: 'gunicorn app:app', files })).toEqual([
    ['not-listed', 'gunicorn'],
  ]);
});
