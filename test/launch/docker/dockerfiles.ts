/** A Dockerfile as real ones look, and what its container starts, judged by hand. */
export interface Case {
  name: string;
  dockerfile: string;
  /** Other files by path; the Dockerfile is at the root unless `path` says otherwise. */
  files?: Readonly<Record<string, string>>;
  path?: string;
  root?: string;
  context?: string;
  /** Replaces CMD. */
  command?: string;
  env?: Readonly<Record<string, string>>;
  /** Words of the programs that stay. */
  runs: readonly string[];
  /** Of the last of them: what it is given to run, its folder in the repository, and the line that names it. */
  target?: string;
  folder?: string;
  at?: string;
  /** Programs that stay above it, and what they do with SIGTERM. */
  below?: readonly string[];
  /** The words of its steps. */
  chain?: readonly string[];
  variables?: Readonly<Record<string, string>>;
  gaps?: readonly string[];
}

const NODE = `FROM node:22-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
COPY . .
`;
const PYTHON = `FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
`;
const NODE_FILES = {
  'package.json': '{"name":"api","scripts":{"start":"node server.js","serve":"node src/main.js --port 3000"}}',
  'package-lock.json': '{}',
  'server.js': '',
  'src/main.js': '',
};
const PYTHON_FILES = { 'requirements.txt': 'flask\n', 'app.py': 'app = 1\n', 'main.py': 'app = 1\n' };
const SCRIPT = '#!/bin/sh\nset -e\nflask db upgrade\nexec "$@"\n';

const FORMS: readonly Case[] = [
  {
    name: 'CMD in JSON form',
    dockerfile: `${NODE}CMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js', at: 'Dockerfile:6', below: [] },
    chain: ['CMD runs `node server.js`'],
  },
  {
    name: 'CMD in shell form on Debian',
    dockerfile: `${PYTHON}CMD gunicorn app:app --bind 0.0.0.0:$PORT\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app --bind 0.0.0.0:10000'], target: 'app:app', below: ['sh keeps'] },
    chain: ['CMD runs `gunicorn app:app --bind 0.0.0.0:$PORT`'],
  },
  {
    name: 'CMD in shell form on Alpine',
    dockerfile: `FROM python:3.12-alpine\nWORKDIR /app\nCOPY . .\nCMD gunicorn app:app\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], target: 'app:app', below: [] },
  },
  {
    name: 'a variable in JSON form stays as it is',
    dockerfile: `${PYTHON}CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "$PORT"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['uvicorn main:app --host 0.0.0.0 --port $PORT'], target: 'main:app', below: [] },
  },
  {
    name: 'a variable in single quotes stays as it is',
    dockerfile: `${PYTHON}CMD uvicorn main:app --port '$PORT'\n`,
    files: PYTHON_FILES,
    ...{ runs: ['uvicorn main:app --port $PORT'], below: ['sh keeps'] },
  },
  {
    name: 'single quotes make no JSON',
    dockerfile: `${NODE}CMD ['node', 'server.js']\n`,
    files: NODE_FILES,
    // The shell is given the text `['node', 'server.js']`, whose first word is `[node,`.
    ...{ runs: ['[node, server.js]'], below: ['sh keeps'] },
  },
  {
    name: 'sh -c in JSON form',
    dockerfile: `${PYTHON}CMD ["sh", "-c", "uvicorn main:app --port \${PORT:-8000}"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['uvicorn main:app --port 10000'], target: 'main:app', below: ['sh keeps'] },
  },
  {
    name: 'sh -c with exec',
    dockerfile: `${PYTHON}CMD ["sh", "-c", "alembic upgrade head && exec uvicorn main:app"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['uvicorn main:app'], below: [] },
  },
  {
    name: 'bash -c hands its place on',
    dockerfile: `${PYTHON}CMD ["/bin/bash", "-c", "flask db upgrade && gunicorn app:app"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], below: [] },
  },
  {
    name: 'bash -c with a pipe does not',
    dockerfile: `${NODE}CMD ["bash", "-c", "node server.js | tee out.log"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: ['bash keeps'] },
  },
  {
    name: 'SHELL changes the shell form',
    dockerfile: `${PYTHON}SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nCMD gunicorn app:app\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], below: [] },
  },
  {
    name: 'the last CMD counts',
    dockerfile: `${NODE}CMD ["npm", "test"]\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], at: 'Dockerfile:7' },
  },
  {
    name: 'a command over several lines, with a comment between',
    dockerfile: `${PYTHON}CMD gunicorn app:app \\\n  # all interfaces\n  --bind 0.0.0.0:$PORT \\\n\n  --workers 2\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app --bind 0.0.0.0:10000 --workers 2'] },
  },
  {
    name: 'the escape directive',
    dockerfile: '# escape=`\nFROM python:3.12-slim\nCOPY . .\nCMD gunicorn `\n  app:app\n',
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'] },
  },
  {
    name: 'instructions in lower case',
    dockerfile: 'from node:22 as base\nworkdir /srv\ncopy . .\ncmd ["node", "server.js"]\n',
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js' },
  },
];

const ENTRYPOINTS: readonly Case[] = [
  {
    name: 'ENTRYPOINT and CMD are joined',
    dockerfile: `${PYTHON}ENTRYPOINT ["gunicorn"]\nCMD ["app:app", "--workers", "2"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app --workers 2'], target: 'app:app' },
  },
  {
    name: 'ENTRYPOINT in shell form leaves CMD out',
    dockerfile: `${PYTHON}ENTRYPOINT exec gunicorn app:app\nCMD ["--workers", "2"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], below: [] },
  },
  {
    name: 'CMD in shell form behind ENTRYPOINT is handed over with its shell',
    dockerfile: `${PYTHON}COPY --chmod=755 docker/entry.sh /entry.sh\nENTRYPOINT ["/entry.sh"]\nCMD gunicorn app:app\n`,
    files: { ...PYTHON_FILES, 'docker/entry.sh': SCRIPT },
    ...{ runs: ['gunicorn app:app'], below: ['sh keeps'] },
  },
  {
    name: 'an entrypoint that runs its words',
    dockerfile: `${PYTHON}ENTRYPOINT ["./entrypoint.sh"]\nCMD ["gunicorn", "app:app"]\n`,
    files: { ...PYTHON_FILES, 'entrypoint.sh': SCRIPT },
    ...{ runs: ['gunicorn app:app'], at: 'Dockerfile:7', below: [] },
    chain: [
      'ENTRYPOINT runs `./entrypoint.sh gunicorn app:app`',
      'entrypoint.sh runs `exec "$@"`',
      'it is given `CMD ["gunicorn", "app:app"]`',
    ],
  },
  {
    name: 'an entrypoint in a folder of the PATH',
    dockerfile: `${PYTHON}COPY docker/entrypoint.sh /usr/local/bin/\nRUN chmod +x /usr/local/bin/entrypoint.sh\nENTRYPOINT ["entrypoint.sh"]\nCMD ["gunicorn", "app:app"]\n`,
    files: { ...PYTHON_FILES, 'docker/entrypoint.sh': SCRIPT },
    ...{ runs: ['gunicorn app:app'], folder: '', below: [] },
  },
  {
    name: 'an entrypoint that starts the server itself, without exec',
    dockerfile: `${PYTHON}ENTRYPOINT ["sh", "/app/start.sh"]\n`,
    files: { ...PYTHON_FILES, 'start.sh': 'cd /app\ngunicorn app:app\n' },
    ...{ runs: ['gunicorn app:app'], at: 'start.sh:2', below: ['/app/start.sh keeps'] },
  },
  {
    name: 'a new ENTRYPOINT leaves the CMD of the base image out',
    dockerfile: 'FROM nginx:1.27\nENTRYPOINT ["nginx", "-t"]\n',
    ...{ runs: ['nginx -t'] },
  },
  {
    name: 'a CMD before ENTRYPOINT stays',
    dockerfile: `${PYTHON}CMD ["app:app"]\nENTRYPOINT ["gunicorn"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'] },
  },
  {
    name: 'tini',
    dockerfile: `${NODE}ENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js', at: 'Dockerfile:7', below: ['tini hands-on'] },
  },
  {
    name: 'dumb-init signals all',
    dockerfile: `${NODE}ENTRYPOINT ["dumb-init", "--"]\nCMD ["npm", "start"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: ['dumb-init hands-to-all', 'npm hands-on', 'sh keeps'] },
  },
  {
    name: 'gosu takes its own place',
    dockerfile: `${PYTHON}CMD ["gosu", "www-data", "gunicorn", "app:app"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], below: [] },
  },
  {
    name: 'the script of the node image, named again',
    dockerfile: `${NODE}ENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: [] },
  },
  {
    name: 'options alone go to node',
    dockerfile: `${NODE}CMD ["--enable-source-maps", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node --enable-source-maps server.js'], target: 'server.js' },
  },
  {
    name: 'a distroless image runs its program',
    dockerfile: `FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nFROM gcr.io/distroless/nodejs22-debian12\nCOPY --from=build /app /app\nWORKDIR /app\nCMD ["server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js', below: [] },
  },
];

const MANAGERS: readonly Case[] = [
  {
    name: 'npm start',
    dockerfile: `${NODE}CMD ["npm", "start"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js', at: 'package.json:1', below: ['npm hands-on', 'sh keeps'] },
    chain: ['CMD runs `npm start`', 'the script start runs `node server.js`'],
  },
  {
    name: 'npm start in shell form',
    dockerfile: `${NODE}CMD npm start\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: ['sh keeps', 'npm hands-on', 'sh keeps'] },
  },
  {
    name: 'npm start on Alpine',
    dockerfile: `FROM node:22-alpine3.20\nCOPY . /srv\nWORKDIR /srv\nCMD npm start\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: ['npm hands-on'] },
  },
  {
    name: 'yarn with a script',
    dockerfile: `${NODE}CMD ["yarn", "serve"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node src/main.js --port 3000'], target: 'src/main.js', below: ['yarn hands-on', 'sh keeps'] },
  },
  {
    name: 'pnpm with a script of a workspace package',
    dockerfile: `FROM node:22-slim\nWORKDIR /repo\nCOPY . .\nRUN corepack enable && pnpm install\nCMD ["pnpm", "--filter", "web", "start"]\n`,
    files: {
      'package.json': '{"private":true}',
      'pnpm-workspace.yaml': 'packages:\n  - apps/*\n',
      'apps/web/package.json': '{"name":"web","scripts":{"start":"node index.js"}}',
      'apps/web/index.js': '',
    },
    ...{ runs: ['node index.js'], target: 'apps/web/index.js', folder: 'apps/web' },
    below: ['pnpm hands-on', 'sh keeps'],
  },
  {
    name: 'npx',
    dockerfile: `${NODE}CMD ["npx", "next", "start", "-p", "3000"]\n`,
    files: NODE_FILES,
    ...{ runs: ['next start -p 3000'], below: ['npx hands-on', 'sh keeps'] },
  },
  {
    name: 'a program of a package by its path',
    dockerfile: `${NODE}CMD ["node_modules/.bin/next", "start"]\n`,
    files: NODE_FILES,
    ...{ runs: ['next start'], below: [] },
  },
  {
    name: 'poetry run',
    dockerfile: `${PYTHON}CMD ["poetry", "run", "gunicorn", "app:app"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], below: [] },
  },
  {
    name: 'uv run',
    dockerfile: `FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim\nWORKDIR /app\nADD . /app\nRUN uv sync --frozen\nCMD ["uv", "run", "fastapi", "run", "main.py"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['fastapi run main.py'], below: ['uv hands-on'] },
  },
  {
    name: 'bun run',
    dockerfile: `FROM oven/bun:1\nCOPY . .\nRUN bun install\nCMD ["bun", "start"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: ['bun unknown', 'sh unknown'] },
  },
];

const STAGES: readonly Case[] = [
  {
    name: 'only the last stage counts',
    dockerfile: `FROM node:22 AS dev\nWORKDIR /app\nCOPY . .\nCMD ["npm", "start"]\nFROM node:22\nWORKDIR /app\nCOPY --from=dev /app/server.js ./\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js', at: 'Dockerfile:8' },
  },
  {
    name: 'a stage that begins with another one inherits its command',
    dockerfile: `FROM python:3.12-slim AS base\nWORKDIR /srv\nENV LEVEL=info\nCOPY . .\nCMD ["gunicorn", "app:app"]\nFROM base\nUSER app\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], target: 'app:app', at: 'Dockerfile:5', variables: { LEVEL: 'info' } },
  },
  {
    name: 'what a stage builds is not decided',
    dockerfile: `FROM node:22 AS build\nWORKDIR /src\nCOPY . .\nRUN npm ci && npm run build\nFROM node:22-slim\nWORKDIR /app\nCOPY --from=build /src/dist ./dist\nCMD ["node", "dist/main.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node dist/main.js'], target: 'dist/main.js', folder: '' },
    gaps: ['whether the image holds /app/dist/main.js is not known'],
  },
  {
    name: 'stages by number',
    dockerfile: `FROM node:22\nWORKDIR /w\nCOPY . .\nFROM node:22\nCOPY --from=0 /w /x\nWORKDIR /x\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js' },
  },
  {
    name: 'Next standalone',
    dockerfile: `FROM node:20-alpine AS base\nFROM base AS builder\nWORKDIR /app\nCOPY . .\nRUN npm run build\nFROM base AS runner\nWORKDIR /app\nENV HOSTNAME="0.0.0.0"\nCOPY --from=builder --chown=nextjs:nodejs /app/.next/standalone ./\nUSER nextjs\nCMD ["node", "server.js"]\n`,
    files: { 'package.json': '{"scripts":{"build":"next build"}}' },
    ...{ runs: ['node server.js'], target: '.next/standalone/server.js', variables: { HOSTNAME: '0.0.0.0' } },
    gaps: ['whether the image holds /app/server.js is not known'],
  },
  {
    name: 'a virtual environment of another stage',
    dockerfile: `FROM python:3.12 AS build\nRUN python -m venv /opt/venv\nFROM python:3.12-slim\nCOPY --from=build /opt/venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\nWORKDIR /code\nCOPY ./app /code/app\nCMD ["/opt/venv/bin/uvicorn", "app.main:app"]\n`,
    files: { 'app/main.py': 'app = 1', 'app/__init__.py': '' },
    ...{ runs: ['uvicorn app.main:app'], target: 'app.main:app', folder: '' },
  },
  {
    name: 'files of another image',
    dockerfile: `FROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/uv\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "app:app"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'] },
  },
];

const PATHS: readonly Case[] = [
  {
    name: 'a folder under another name',
    dockerfile: 'FROM python:3.12-slim\nWORKDIR /code\nCOPY ./backend /code\nCMD ["uvicorn", "main:app"]\n',
    files: { 'backend/main.py': 'app = 1' },
    ...{ runs: ['uvicorn main:app'], target: 'main:app', folder: 'backend' },
  },
  {
    name: 'single files from several folders',
    dockerfile:
      'FROM python:3.12-slim\nWORKDIR /code\nCOPY requirements.txt .\nCOPY src/main.py src/util.py ./\nCMD ["uvicorn", "main:app"]\n',
    files: { 'requirements.txt': '', 'src/main.py': 'app = 1', 'src/util.py': '' },
    ...{ runs: ['uvicorn main:app'], folder: 'src' },
  },
  {
    name: 'a Dockerfile in a folder, built with the root',
    dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY server/package.json ./\nCOPY server/ ./\nCMD ["node", "index.js"]\n',
    path: 'server/Dockerfile',
    files: { 'server/package.json': '{}', 'server/index.js': '' },
    ...{ runs: ['node index.js'], target: 'server/index.js', folder: 'server', at: 'server/Dockerfile:5' },
  },
  {
    name: 'the folder of the service is the one it is built with',
    dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY package.json index.js ./\nCMD ["node", "index.js"]\n',
    path: 'server/Dockerfile',
    root: 'server',
    files: { 'server/package.json': '{}', 'server/index.js': '' },
    ...{ runs: ['node index.js'], target: 'server/index.js' },
  },
  {
    name: 'with a folder of its own, but built with the root',
    dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY server/index.js ./\nCMD ["node", "index.js"]\n',
    path: 'server/Dockerfile',
    root: 'server',
    files: { 'server/index.js': '' },
    ...{ runs: ['node index.js'], target: 'server/index.js' },
  },
  {
    name: 'dockerContext',
    dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY index.js ./\nCMD ["node", "index.js"]\n',
    path: 'deploy/Dockerfile',
    context: './server',
    files: { 'server/index.js': '' },
    ...{ runs: ['node index.js'], target: 'server/index.js' },
  },
  {
    name: 'WORKDIR step by step, with variables',
    dockerfile:
      'FROM node:22\nARG HOME_DIR=/srv\nENV APP=$HOME_DIR/app\nWORKDIR $APP\nWORKDIR api\nCOPY . .\nCMD ["node", "/srv/app/api/server.js"]\n',
    files: NODE_FILES,
    ...{ runs: ['node server.js'], target: 'server.js' },
  },
  {
    name: 'patterns, also of folders',
    dockerfile:
      'FROM node:22\nWORKDIR /app\nCOPY *.js package*.json ./\nCOPY sr?/ ./lib/\nCMD ["node", "lib/main.js"]\n',
    files: NODE_FILES,
    ...{ runs: ['node lib/main.js'], target: 'src/main.js' },
  },
  {
    name: 'a .dockerignore takes out what is copied',
    dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
    files: { ...NODE_FILES, '.dockerignore': 'node_modules\n**/*.md\nsrc/*\n' },
    ...{ runs: ['node src/main.js'], target: 'src/main.js', gaps: ['there is no file app/src/main.js'] },
  },
  {
    name: 'a .dockerignore with exceptions',
    dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
    files: { ...NODE_FILES, '.dockerignore': '*\n!package.json\n!src\n' },
    ...{ runs: ['node src/main.js'], target: 'src/main.js' },
  },
  {
    name: 'a .dockerignore of the Dockerfile counts more',
    dockerfile: 'FROM node:22\nCOPY . /app\nWORKDIR /app\nCMD ["node", "server.js"]\n',
    files: { ...NODE_FILES, '.dockerignore': '*', 'Dockerfile.dockerignore': 'test\n' },
    ...{ runs: ['node server.js'], target: 'server.js' },
  },
  {
    name: 'a script from a here-document',
    dockerfile: `${PYTHON}COPY --chmod=755 <<'EOF' /start.sh\n#!/bin/sh\nflask db upgrade\nexec gunicorn app:app\nEOF\nCMD ["/start.sh"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], at: 'Dockerfile:9', folder: '', below: [] },
  },
  {
    name: 'a script that RUN writes from a here-document',
    dockerfile: `${PYTHON}RUN cat > start.sh <<'EOF'\n#!/bin/bash\nexec gunicorn app:app\nEOF\nRUN chmod +x start.sh\nENTRYPOINT ["./start.sh"]\n`,
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app'], at: 'Dockerfile:8' },
  },
  {
    name: 'a script that RUN writes otherwise',
    dockerfile: `${PYTHON}RUN printf '#!/bin/sh\\nexec gunicorn app:app\\n' > /start.sh && chmod +x /start.sh\nCMD ["/start.sh"]\n`,
    files: PYTHON_FILES,
    ...{ runs: [], gaps: ['whether the image holds /start.sh is not known'] },
  },
  {
    name: 'cd in the command',
    dockerfile: `FROM node:22-slim\nCOPY . /repo\nCMD cd /repo/src && exec node main.js\n`,
    files: NODE_FILES,
    ...{ runs: ['node main.js'], target: 'src/main.js', folder: 'src', below: [] },
  },
  {
    name: 'a command of the platform replaces CMD',
    dockerfile: `${PYTHON}CMD ["flask", "run"]\n`,
    command: 'gunicorn main:app --bind 0.0.0.0:$PORT',
    files: PYTHON_FILES,
    ...{
      runs: ['gunicorn main:app --bind 0.0.0.0:10000'],
      target: 'main:app',
      at: 'render.yaml:1',
      below: ['sh unknown'],
    },
    chain: ['the Docker command runs `gunicorn main:app --bind 0.0.0.0:$PORT`'],
  },
  {
    name: 'a command of the platform behind ENTRYPOINT',
    dockerfile: `${PYTHON}ENTRYPOINT ["python"]\nCMD ["app.py"]\n`,
    command: 'main.py --verbose',
    files: PYTHON_FILES,
    ...{ runs: ['python main.py --verbose'], target: 'main.py', below: [] },
  },
];

const VARIABLES: readonly Case[] = [
  {
    name: 'ENV in both spellings',
    dockerfile: `${PYTHON}ENV A=1 B="x y" C=\${A}2\nENV OLD some words\nCMD ["gunicorn", "app:app"]\n`,
    files: PYTHON_FILES,
    // All of one instruction see the values from before it.
    ...{ runs: ['gunicorn app:app'], variables: { A: '1', B: 'x y', C: '2', OLD: 'some words' } },
  },
  {
    name: 'the platform overrides ENV',
    dockerfile: `${PYTHON}ENV PORT=8000 LEVEL=info\nCMD gunicorn app:app --bind :$PORT --log-level $LEVEL\n`,
    env: { LEVEL: 'debug' },
    files: PYTHON_FILES,
    ...{ runs: ['gunicorn app:app --bind :10000 --log-level debug'], variables: { PORT: '10000', LEVEL: 'debug' } },
  },
  {
    name: 'ARG with a default, before and in a stage',
    dockerfile:
      'ARG VERSION=22\nARG TAG=${VERSION}-alpine\nFROM node:${TAG}\nARG VERSION\nENV NODE=$VERSION\nCOPY . .\nCMD npm start\n',
    files: NODE_FILES,
    ...{ runs: ['node server.js'], below: ['npm hands-on'], variables: { NODE: '22' } },
  },
  {
    name: 'an argument that the service sets',
    dockerfile: 'FROM node:22-slim\nARG MODE=a\nENV MODE=$MODE\nCOPY . .\nCMD ["node", "server.js"]\n',
    env: { MODE: 'b' },
    files: NODE_FILES,
    ...{ runs: ['node server.js'], variables: { MODE: 'b' } },
  },
  {
    name: 'an ARG is not there when the container runs',
    dockerfile: 'FROM node:22-slim\nARG ENTRY=server.js\nCOPY . .\nCMD node $ENTRY\n',
    files: NODE_FILES,
    // Without a file, Node reads from its input and ends.
    runs: [],
  },
];

const IMAGES: readonly Case[] = [
  {
    name: 'nginx with files of a build',
    dockerfile:
      'FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nRUN npm run build\nFROM nginx:alpine\nCOPY --from=build /app/dist /usr/share/nginx/html\nCOPY nginx.conf /etc/nginx/conf.d/default.conf\nEXPOSE 80\n',
    files: { 'package.json': '{"scripts":{"build":"vite build"}}', 'nginx.conf': '' },
    ...{
      runs: ['nginx -g daemon off;'],
      at: 'Dockerfile:5',
      below: [],
      chain: ['nginx:alpine runs `nginx -g daemon off;`'],
    },
  },
  {
    name: 'nginx by a registry',
    dockerfile: 'FROM docker.io/library/nginx:1.27@sha256:0\n',
    runs: ['nginx -g daemon off;'],
  },
  { name: 'httpd', dockerfile: 'FROM httpd:2.4\nCOPY . htdocs\n', runs: ['httpd-foreground'] },
  {
    name: 'caddy',
    dockerfile: 'FROM caddy:2-alpine\nCOPY Caddyfile /etc/caddy/Caddyfile\n',
    files: { Caddyfile: '' },
    runs: ['caddy run --config /etc/caddy/Caddyfile --adapter caddyfile'],
  },
  { name: 'php with Apache', dockerfile: 'FROM php:8.3-apache\nCOPY . /var/www/html\n', runs: ['apache2-foreground'] },
  { name: 'php with FPM', dockerfile: 'FROM php:8.3-fpm-alpine\nCOPY . .\n', runs: ['php-fpm'] },
  {
    name: 'postgres with options',
    dockerfile: 'FROM postgres:16\nCMD ["-c", "max_connections=50"]\n',
    runs: ['postgres -c max_connections=50'],
  },
  {
    name: 'redis',
    dockerfile: 'FROM redis:7\nCOPY redis.conf /conf\nCMD ["redis-server", "/conf"]\n',
    files: { 'redis.conf': '' },
    runs: ['redis-server /conf'],
  },
  {
    name: 'a binary of a Go build',
    dockerfile:
      'FROM golang:1.23 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /bin/api ./cmd/api\nFROM scratch\nCOPY --from=build /bin/api /api\nENTRYPOINT ["/api"]\n',
    files: { 'go.mod': '', 'cmd/api/main.go': '' },
    ...{ runs: ['/api'], target: '?', below: [] },
  },
  {
    name: 'java',
    dockerfile: 'FROM eclipse-temurin:21-jre\nCOPY target/*.jar app.jar\nENTRYPOINT ["java", "-jar", "/app.jar"]\n',
    files: { 'pom.xml': '' },
    ...{ runs: ['java -jar /app.jar'], target: '?' },
  },
  {
    name: 'an image that is not known',
    dockerfile: 'FROM example/base:1\n',
    runs: [],
    gaps: ['Dockerfile has neither CMD nor ENTRYPOINT, and what the image example/base:1 starts is not known'],
  },
  {
    name: 'files beside the ones an unknown image has',
    dockerfile: 'FROM example/node:1\nCOPY start.sh .\nCMD ["./start.sh"]\n',
    files: { 'start.sh': '#!/bin/bash\nexec node current/index.js\n' },
    ...{ runs: ['node current/index.js'], gaps: ['whether the image holds /current/index.js is not known'] },
  },
  {
    name: 'HEALTHCHECK and EXPOSE start nothing',
    dockerfile: `${NODE}HEALTHCHECK CMD ["npm", "test"]\nEXPOSE 80\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    runs: ['node server.js'],
  },
  {
    name: 'ONBUILD starts nothing here',
    dockerfile: `${NODE}ONBUILD CMD ["npm", "test"]\nCMD ["node", "server.js"]\n`,
    files: NODE_FILES,
    runs: ['node server.js'],
  },
  {
    name: 'supervisord',
    dockerfile:
      'FROM debian:12\nRUN apt-get update && apt-get install -y supervisor nginx\nCOPY supervisord.conf /etc/supervisord.conf\nCMD ["supervisord", "-n", "-c", "/etc/supervisord.conf"]\n',
    files: {
      'supervisord.conf': '[program:web]\ncommand=nginx -g "daemon off;"\n[program:api]\ncommand=gunicorn app:app\n',
    },
    ...{ runs: ['nginx -g daemon off;', 'gunicorn app:app'], below: ['supervisord hands-on'] },
  },
];

export const CASES: readonly Case[] = [
  ...FORMS,
  ...ENTRYPOINTS,
  ...MANAGERS,
  ...STAGES,
  ...PATHS,
  ...VARIABLES,
  ...IMAGES,
];
