import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/missing-dependency/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

type Files = Readonly<Record<string, string>>;

/** Each finding as `cause package file:line`; `undecided` where there is nothing but that. */
async function found(dockerfile: readonly string[], files: Files): Promise<readonly string[]> {
  const service = { type: 'web', name: 'api', runtime: 'docker' };
  const repository = memoryRepository({
    'render.yaml': JSON.stringify({ services: [service] }),
    Dockerfile: `${dockerfile.join('\n')}\n`,
    ...files,
  });
  const report = await lint({ repository, rules: [rule], platforms: [render] });
  const all = report.findings.map(
    ({ facts, at }) =>
      `${String(facts.cause)} ${String(facts.package ?? facts.command)} ${at.file}:${at.range.start.line}`,
  );
  return all.length === 0 && report.undecided.length > 0 ? ['undecided'] : all;
}

const NODE: Files = {
  'package.json': JSON.stringify({
    scripts: { build: 'tsc', start: 'node dist/server.js' },
    dependencies: { express: '^5.1.0' },
    devDependencies: { typescript: '^5.9.3', dotenv: '^17.0.0' },
  }),
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': {},
      'node_modules/express': {},
      'node_modules/dotenv': { dev: true },
      'node_modules/typescript': { dev: true, bin: { tsc: 'bin/tsc' } },
    },
  }),
  'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
  'src/server.ts': "import express from 'express';\nexpress().listen(10000);\n",
};
const START = 'CMD ["node", "dist/server.js"]';
const BUILDER = ['FROM node:22 AS build', 'WORKDIR /app', 'COPY . .', 'RUN npm ci', 'RUN npm run build'];
const FINAL = ['FROM node:22-slim', 'WORKDIR /app', 'COPY --from=build /app/dist ./dist', 'COPY package*.json ./'];

const HUSKY: Files = {
  'package.json': JSON.stringify({ scripts: { prepare: 'husky' }, devDependencies: { husky: '^9.0.0' } }),
  'src/server.js': '',
};

describe('packages of Node in an image', () => {
  it.each<[string, readonly string[], Files, readonly string[]]>([
    ['all in one stage', [...BUILDER, START], {}, []],
    ['the last stage installs for itself', [...BUILDER, ...FINAL, 'RUN npm ci --omit=dev', START], {}, []],
    [
      'the last stage copies node_modules',
      [...BUILDER, ...FINAL, 'COPY --from=build /app/node_modules ./node_modules', START],
      {},
      [],
    ],
    [
      'the last stage copies all',
      [...BUILDER, 'FROM node:22-slim', 'WORKDIR /srv', 'COPY --from=build /app .', START],
      {},
      [],
    ],
    [
      'node_modules of a folder above',
      [
        ...BUILDER,
        'FROM node:22-slim',
        'COPY --from=build /app/node_modules /srv/node_modules',
        'COPY --from=build /app/dist /srv/api/dist',
        'WORKDIR /srv/api',
        START,
      ],
      {},
      [],
    ],
    ['the last stage installs nothing', [...BUILDER, ...FINAL, START], {}, ['no-install express src/server.ts:1']],
    [
      'node_modules in the wrong place',
      [...BUILDER, ...FINAL, 'COPY --from=build /app/node_modules /node_modules_of_build', START],
      {},
      ['no-install express src/server.ts:1'],
    ],
    [
      'a base stage installs',
      [
        'FROM node:22 AS base',
        'WORKDIR /app',
        'COPY package*.json ./',
        'RUN npm ci',
        'FROM base',
        'COPY . .',
        'RUN npm run build',
        START,
      ],
      {},
      [],
    ],
    [
      'the build leaves out what it needs',
      ['FROM node:22', 'WORKDIR /app', 'COPY . .', 'RUN npm ci --omit=dev', 'RUN npm run build', START],
      {},
      ['omitted typescript Dockerfile:4'],
    ],
    [
      'ENV leaves it out',
      ['FROM node:22', 'ENV NODE_ENV=production', 'WORKDIR /app', 'COPY . .', 'RUN npm ci', 'RUN npm run build', START],
      {},
      ['omitted typescript Dockerfile:5'],
    ],
    [
      'ARG does so, too',
      ['FROM node:22', 'ARG NODE_ENV=production', 'WORKDIR /app', 'COPY . .', 'RUN npm ci', 'RUN npm run build', START],
      {},
      ['omitted typescript Dockerfile:5'],
    ],
    [
      'an ARG that a build sets does not tell',
      ['FROM node:22', 'ARG NODE_ENV', 'WORKDIR /app', 'COPY . .', 'RUN npm ci', 'RUN npm run build', START],
      {},
      [],
    ],
    [
      'ENV after the install',
      ['FROM node:22', 'WORKDIR /app', 'COPY . .', 'RUN npm ci', 'ENV NODE_ENV=production', 'RUN npm run build', START],
      {},
      [],
    ],
    [
      'ENV of another stage',
      [
        'FROM node:22-slim AS runtime',
        'ENV NODE_ENV=production',
        ...BUILDER,
        'FROM runtime',
        'WORKDIR /app',
        'COPY --from=build /app .',
        START,
      ],
      {},
      [],
    ],
    [
      'pruned in a stage of its own',
      [
        ...BUILDER,
        'FROM build AS pruned',
        'RUN npm prune --omit=dev',
        'FROM node:22-slim',
        'WORKDIR /app',
        'COPY --from=pruned /app .',
        START,
      ],
      { 'src/server.ts': "import 'dotenv/config';\n" },
      ['omitted dotenv Dockerfile:7'],
    ],
    ['pruned, and not needed', [...BUILDER, 'RUN npm prune --omit=dev', START], {}, []],
    [
      'a program of the container that is left out',
      [
        'FROM node:22',
        'WORKDIR /app',
        'COPY . .',
        'RUN npm ci --omit=dev',
        'CMD npx --no-install tsc && node server.js',
      ],
      {},
      ['omitted typescript Dockerfile:4'],
    ],
    [
      'a global install',
      [
        'FROM node:22',
        'RUN npm install -g typescript',
        'WORKDIR /app',
        'COPY . .',
        'RUN npm ci --omit=dev && tsc',
        START,
      ],
      {},
      [],
    ],
    [
      'the source imports what no list has',
      [...BUILDER, START],
      { 'src/server.ts': "import cors from 'cors';\ncors();\n" },
      ['not-listed cors src/server.ts:1'],
    ],
    [
      'a type is not imported',
      [...BUILDER, ...FINAL, 'RUN npm ci --omit=dev', START],
      { 'src/server.ts': "import { Options } from 'dotenv';\nexport const options: Options = {};\n" },
      [],
    ],
    [
      'a bundle holds its packages',
      [
        'FROM node:22 AS build',
        'WORKDIR /app',
        'COPY . .',
        'RUN npm ci && npx esbuild src/server.ts --bundle --platform=node --outfile=dist/server.js',
        ...FINAL,
        START,
      ],
      {},
      [],
    ],
    [
      'an image that is not known may bring them',
      [...BUILDER, 'FROM ghcr.io/acme/node:1', 'WORKDIR /app', 'COPY --from=build /app/dist ./dist', START],
      {},
      ['undecided'],
    ],
    [
      'another image brings them',
      [...BUILDER, ...FINAL, 'COPY --from=acme/modules /node_modules ./node_modules', START],
      {},
      ['undecided'],
    ],
    [
      'a single package is copied',
      [...BUILDER, ...FINAL, 'COPY --from=build /app/node_modules/express ./node_modules/express', START],
      {},
      ['undecided'],
    ],
    [
      'a command may move them',
      [
        ...BUILDER,
        ...FINAL,
        'COPY --from=build /app/node_modules /tmp/node_modules',
        'RUN mv /tmp/node_modules .',
        START,
      ],
      {},
      ['undecided'],
    ],
    ['a script may install them', [...BUILDER, ...FINAL, 'RUN make packages', START], {}, ['undecided']],
    [
      'yarn 1 does not run prepare where it leaves out what is for development',
      ['FROM node:22', 'WORKDIR /app', 'COPY . .', 'RUN yarn install --production', 'CMD ["node", "src/server.js"]'],
      HUSKY,
      [],
    ],
    [
      'npm runs it then, too',
      ['FROM node:22', 'WORKDIR /app', 'COPY . .', 'RUN npm ci --omit=dev', 'CMD ["node", "src/server.js"]'],
      HUSKY,
      ['omitted husky Dockerfile:4'],
    ],
    [
      'another stage is not built',
      ['FROM node:22 AS lint', 'COPY . .', 'RUN npm ci --omit=dev && npm run build', ...BUILDER, START],
      {},
      [],
    ],
  ])('%s', async (_, dockerfile, files, expected) => {
    expect(await found(dockerfile, { ...NODE, ...files })).toEqual(expected);
  });
});

describe('a package of a workspace that pnpm deploys', () => {
  const files: Files = {
    'package.json': '{ "name": "all", "private": true }',
    'pnpm-workspace.yaml': 'packages: ["apps/*"]\n',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    'apps/api/package.json': JSON.stringify({
      name: '@acme/api',
      scripts: { build: 'tsc' },
      dependencies: { express: '^5.1.0', prisma: '^6.0.0' },
      devDependencies: { typescript: '^5.9.3', tsx: '^4.20.0' },
    }),
    'apps/api/tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
    'apps/api/src/server.ts': "import express from 'express';\nexpress().listen(10000);\n",
  };
  const build = ['FROM node:22 AS build', 'WORKDIR /repo', 'COPY . .', 'RUN pnpm install && pnpm --filter api build'];
  const final = ['FROM node:22-slim', 'WORKDIR /app', 'COPY --from=build /out/api ./'];
  const modules = [
    'FROM node:22-slim',
    'WORKDIR /app',
    'COPY --from=build /repo/apps/api/dist ./dist',
    'COPY --from=build /out/api/node_modules ./node_modules',
  ];
  const deploy = 'RUN pnpm --filter @acme/api deploy --prod /out/api';
  it.each<[string, readonly string[], readonly string[]]>([
    ['as a whole', [deploy, ...final, 'CMD ["node", "dist/server.js"]'], []],
    [
      'its packages alone',
      [deploy, ...modules, 'CMD ["sh", "-c", "npx prisma migrate deploy && node dist/server.js"]'],
      [],
    ],
    ['by node itself', [deploy, ...modules, 'CMD ["node", "node_modules/prisma/build/index.js", "migrate"]'], []],
    [
      'without what is for development',
      [deploy, ...final, 'CMD ["node_modules/.bin/tsx", "src/server.ts"]'],
      ['omitted tsx Dockerfile:5'],
    ],
    [
      'with it',
      ['RUN pnpm -F=@acme/api deploy /out/api', ...final, 'CMD ["node_modules/.bin/tsx", "src/server.ts"]'],
      [],
    ],
    [
      'from its own folder',
      [
        'WORKDIR /repo/apps/api',
        'RUN pnpm deploy --legacy -P ../../../out/api',
        ...final,
        'CMD ["tsx", "src/server.ts"]',
      ],
      ['omitted tsx Dockerfile:6'],
    ],
    [
      'a folder that something else fills',
      ['RUN ./fill.sh /out/api', ...modules, 'CMD ["node", "dist/server.js"]'],
      ['undecided'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await found([...build, ...lines], files)).toEqual(expected);
  });
});

describe('a lockfile in an image', () => {
  const { 'package-lock.json': lock = '', ...unlocked } = NODE;
  const install = (...before: readonly string[]): readonly string[] => [
    'FROM node:22',
    'WORKDIR /app',
    ...before,
    'RUN npm ci',
    'COPY . .',
    'CMD ["node", "src/server.ts"]',
  ];
  const failing = (line: number): readonly string[] => [`no-lockfile build Dockerfile:${line}`];
  it.each<[string, readonly string[], Files, readonly string[]]>([
    ['is copied', install('COPY package*.json ./'), NODE, []],
    ['is not in the repository', install('COPY package*.json ./'), unlocked, failing(4)],
    ['is copied too late', install('COPY package.json ./'), NODE, failing(4)],
    ['is kept out', install('COPY package*.json ./'), { ...NODE, '.dockerignore': 'package-lock.json\n' }, failing(4)],
    [
      'is mounted',
      install().map((line) =>
        line.replace(
          'RUN',
          'RUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=package-lock.json,target=package-lock.json',
        ),
      ),
      NODE,
      [],
    ],
    [
      'is written by an install before',
      install('COPY package.json ./', 'RUN npm install --package-lock-only'),
      unlocked,
      [],
    ],
    ['comes from another image', install('COPY --from=acme/lock / .', 'COPY package.json .'), unlocked, []],
    [
      'is of a stage before',
      [
        'FROM node:22 AS base',
        'WORKDIR /app',
        'COPY package*.json ./',
        'FROM base',
        'RUN npm ci',
        'COPY . .',
        'CMD ["node", "src/server.ts"]',
      ],
      NODE,
      [],
    ],
    [
      'may be missing for a step that may fail',
      install('COPY package.json ./').map((line) => line.replace('npm ci', 'npm ci || npm install')),
      unlocked,
      [],
    ],
    ['may be written by a program', install('COPY package.json ./', 'RUN node -e "write()"'), unlocked, []],
    [
      'of a folder below',
      ['FROM node:22', 'WORKDIR /app', 'COPY . .', 'RUN cd web && npm ci', 'CMD ["node", "src/server.ts"]'],
      { ...unlocked, 'src/server.ts': '', 'web/package.json': '{}', 'web/package-lock.json': lock },
      [],
    ],
  ])('%s', async (_, dockerfile, files, expected) => {
    expect(await found(dockerfile, files)).toEqual(expected);
  });
});

describe('packages of Python in an image', () => {
  const FLASK: Files = {
    'requirements.txt': 'flask==3.1.2\n',
    'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
  };
  const START_GUNICORN = 'CMD ["gunicorn", "app:app", "--bind", "0.0.0.0:10000"]';
  const missing = (line: number): readonly string[] => [`not-listed gunicorn Dockerfile:${line}`];
  const pip = (...after: readonly string[]): readonly string[] => [
    'FROM python:3.13-slim',
    'WORKDIR /app',
    'COPY requirements.txt .',
    'RUN pip install --no-cache-dir -r requirements.txt',
    'COPY . .',
    ...after,
  ];
  it.each<[string, readonly string[], Files, readonly string[]]>([
    ['the list has no gunicorn', pip(START_GUNICORN), {}, missing(6)],
    ['a step of its own installs it', pip('RUN pip3 install gunicorn', START_GUNICORN), {}, []],
    [
      'behind packages of the system',
      [
        'FROM python:3.13-slim',
        'RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev python3-dev && rm -rf /var/lib/apt/lists/*',
        ...pip(START_GUNICORN).slice(1),
      ],
      {},
      missing(7),
    ],
    ['a user is added', pip('RUN useradd -m app && chown -R app /app', 'USER app', START_GUNICORN), {}, missing(8)],
    [
      'the system brings it',
      ['FROM debian:13', 'RUN apt-get update && apt-get install -y python3-flask gunicorn', 'COPY . .', START_GUNICORN],
      {},
      ['undecided'],
    ],
    [
      'nothing installs',
      ['FROM python:3.13', 'WORKDIR /app', 'COPY . .', START_GUNICORN],
      {},
      ['no-install gunicorn Dockerfile:4'],
    ],
    [
      'a virtual environment of another stage',
      [
        'FROM python:3.13 AS build',
        'COPY requirements.txt .',
        'RUN python -m venv /opt/venv && /opt/venv/bin/pip install -r requirements.txt gunicorn',
        'FROM python:3.13-slim',
        'COPY --from=build /opt/venv /opt/venv',
        'ENV PATH="/opt/venv/bin:$PATH"',
        'WORKDIR /app',
        'COPY . .',
        START_GUNICORN,
      ],
      {},
      [],
    ],
    [
      'wheels of another stage',
      [
        'FROM python:3.13 AS build',
        'COPY requirements.txt .',
        'RUN pip wheel --wheel-dir /wheels -r requirements.txt gunicorn',
        'FROM python:3.13-slim',
        'COPY --from=build /wheels /wheels',
        'RUN pip install /wheels/*',
        'WORKDIR /app',
        'COPY . .',
        START_GUNICORN,
      ],
      {},
      ['undecided'],
    ],
    [
      'an image that is not known',
      ['FROM tiangolo/uvicorn-gunicorn-fastapi:python3.11', 'COPY . /app', 'WORKDIR /app', START_GUNICORN],
      {},
      ['undecided'],
    ],
    [
      'packages of another image',
      pip(
        'COPY --from=acme/deps /usr/local/lib/python3.13/site-packages /usr/local/lib/python3.13/site-packages',
        START_GUNICORN,
      ),
      {},
      ['undecided'],
    ],
    [
      'a mounted list',
      [
        'FROM python:3.13-slim',
        'WORKDIR /app',
        'RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt pip install -r /tmp/requirements.txt',
        'COPY . .',
        START_GUNICORN,
      ],
      {},
      ['undecided'],
    ],
    [
      'uv from its image',
      [
        'FROM python:3.13-slim',
        'COPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/',
        'WORKDIR /app',
        'COPY . .',
        'RUN uv sync --frozen',
        'CMD ["uv", "run", "gunicorn", "app:app"]',
      ],
      { 'pyproject.toml': '[project]\nname = "a"\nversion = "1"\ndependencies = ["flask", "gunicorn"]\n' },
      [],
    ],
    [
      'a module that no list has',
      pip('CMD ["python", "app.py"]'),
      { 'app.py': 'import flask\nimport redis\n' },
      ['not-listed redis app.py:2'],
    ],
  ])('%s', async (_, dockerfile, files, expected) => {
    expect(await found(dockerfile, { ...FLASK, ...files })).toEqual(expected);
  });
});
