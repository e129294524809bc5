import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/lost-sigterm/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

function linted(dockerfile: string, files: Record<string, string>, service: object = {}): Promise<Report> {
  const repository = memoryRepository({
    'render.yaml': JSON.stringify({ services: [{ type: 'web', name: 'api', runtime: 'docker', ...service }] }),
    Dockerfile: dockerfile,
    'app.py': 'app = 1\n',
    ...files,
  });
  return lint({ repository, rules: [rule], platforms: [render] });
}

const BASE = 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n';

describe('the fix puts exec in front', () => {
  /** The text with its edits made; undefined where there is a finding without a fix. */
  async function fixed(dockerfile: string, files: Record<string, string> = {}): Promise<string | undefined> {
    const { findings } = await linted(`${BASE}${dockerfile}`, files);
    const [finding] = findings;
    expect(findings).toHaveLength(1);
    const [edit] = finding?.fixes[0]?.edits ?? [];
    if (!edit) return undefined;
    const all: Record<string, string> = { Dockerfile: `${BASE}${dockerfile}`, ...files };
    const text = all[edit.at.file] ?? '';
    const { start, end } = edit.at.range;
    return `${text.slice(0, start.offset)}${edit.text}${text.slice(end.offset)}`.replace(BASE, '');
  }

  it.each<[string, string | undefined]>([
    ['CMD gunicorn app:app --bind 0.0.0.0:$PORT\n', 'CMD exec gunicorn app:app --bind 0.0.0.0:$PORT\n'],
    ['CMD gunicorn app:app \\\n  --workers 2\n', 'CMD exec gunicorn app:app \\\n  --workers 2\n'],
    ['CMD flask db upgrade && gunicorn app:app\n', 'CMD flask db upgrade && exec gunicorn app:app\n'],
    ['CMD flask db upgrade ; gunicorn app:app\n', 'CMD flask db upgrade ; exec gunicorn app:app\n'],
    [
      'CMD ["sh", "-c", "uvicorn app:app --port ${PORT:-80}"]\n',
      'CMD ["sh", "-c", "exec uvicorn app:app --port ${PORT:-80}"]\n',
    ],
    ['ENTRYPOINT gunicorn app:app\nEXPOSE 80\n', 'ENTRYPOINT exec gunicorn app:app\nEXPOSE 80\n'],
    ['CMD gunicorn app:app && echo done\n', undefined],
    ['CMD gunicorn app:app | tee log\n', undefined],
    ['CMD PORT=80 gunicorn app:app\n', undefined],
  ])('%j', async (dockerfile, expected) => {
    expect(await fixed(dockerfile)).toBe(expected);
  });

  it.each<[string, string | undefined]>([
    [
      '#!/bin/sh\nset -e\nflask db upgrade\ngunicorn app:app\n',
      '#!/bin/sh\nset -e\nflask db upgrade\nexec gunicorn app:app\n',
    ],
    ['#!/bin/sh\ngunicorn app:app\necho done\n', undefined],
  ])('in a script: %j', async (script, expected) => {
    expect(await fixed('CMD ["sh", "start.sh"]\n', { 'start.sh': script })).toBe(expected);
  });
});

describe('the remedy below a manager, taken literally, keeps what the manager did', () => {
  const node = 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\n';
  const generic =
    'Start the program itself in place of npm, with `exec` in front, in the folder and with the variables that it has now.';
  it.each<[string, string, Record<string, string>, string, string]>([
    [
      'the command itself',
      'node server.js',
      {},
      'CMD ["npm", "start"]',
      'Start the program itself: `CMD ["node", "server.js"]`.',
    ],
    [
      'a program of a package',
      'next start',
      {},
      'CMD ["npm", "start"]',
      'Start the program itself: `CMD ["node_modules/.bin/next", "start"]`.',
    ],
    [
      'behind a script that does other things',
      'node server.js',
      {},
      'CMD ["sh", "start.sh"]',
      'In `start.sh`, start the program itself: `exec node server.js`.',
    ],
    ['variables', 'NODE_ENV=production node server.js', {}, 'CMD ["npm", "start"]', generic],
    ['variables by cross-env', 'cross-env NODE_ENV=production node server.js', {}, 'CMD ["npm", "start"]', generic],
    ['what runs first', 'node migrate.js && node server.js', {}, 'CMD ["npm", "start"]', generic],
    ['what npm runs first', 'node server.js', { prestart: 'node migrate.js' }, 'CMD ["npm", "start"]', generic],
    ['another folder', 'node server.js', {}, 'CMD ["npm", "--prefix", "api", "start"]', generic],
  ])('%s', async (_, start, scripts, command, remedy) => {
    const manifest = JSON.stringify({ scripts: { start, ...scripts } });
    const { findings } = await linted(`${node}${command}\n`, {
      'package.json': manifest,
      'api/package.json': manifest,
      'start.sh': '#!/bin/sh\nmkdir -p /tmp/sessions\nexec npm start\n',
      'server.js': "require('express')().listen(process.env.PORT);\n",
      'api/server.js': "require('express')().listen(process.env.PORT);\n",
      'migrate.js': '',
    });
    expect(findings.map(({ message }) => message.remedy)).toEqual([remedy]);
  });
});

describe('what the server runs below', () => {
  const node = 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\n';
  it.each([
    ['a script', 'CMD ["sh", "start.sh"]', 'below the script `start.sh`.'],
    ['a script without an ending', 'CMD ["sh", "bin/start"]', 'below the script `bin/start`.'],
    ['a script of npm', 'CMD ["npm", "start"]', 'below npm, which starts it through the script `./start.sh`.'],
  ])('%s', async (_, command, words) => {
    const script = '#!/bin/sh\nnode server.js\n';
    const { findings } = await linted(`${node}${command}\n`, {
      'package.json': JSON.stringify({ scripts: { start: 'exec ./start.sh' } }),
      'start.sh': script,
      'bin/start': script,
      'server.js': "require('express')().listen(process.env.PORT);\n",
    });
    expect(findings.map(({ message }) => message.found)).toEqual([expect.stringContaining(words)]);
  });
});

describe('the time to finish', () => {
  const short = { maxShutdownDelaySeconds: 20 };
  const gunicorn = 'CMD ["gunicorn", "app:app"]\n';
  it.each<[string, string, Record<string, string>, object, string]>([
    ['gunicorn by default', gunicorn, {}, short, 'cut 30'],
    ['gunicorn by an option', 'CMD ["gunicorn", "app:app", "--graceful-timeout", "10"]\n', {}, short, 'fine'],
    ['gunicorn by its file', gunicorn, { 'gunicorn.conf.py': 'graceful_timeout = 120\n' }, {}, 'cut 120'],
    [
      'gunicorn by a shorter one in its file',
      gunicorn,
      { 'gunicorn.conf.py': 'graceful_timeout = 10\n' },
      short,
      'fine',
    ],
    ['gunicorn by its variable', `ENV GUNICORN_CMD_ARGS="--graceful-timeout=90"\n${gunicorn}`, {}, {}, 'cut 90'],
    [
      'gunicorn by an option over its file',
      'CMD ["gunicorn", "app:app", "--graceful-timeout", "15"]\n',
      { 'gunicorn.conf.py': 'graceful_timeout = 120\n' },
      short,
      'fine',
    ],
    [
      'gunicorn by what the code computes',
      gunicorn,
      { 'gunicorn.conf.py': 'import x\ngraceful_timeout = x.y()\n' },
      short,
      'undecided',
    ],
    ['uvicorn by default', 'CMD ["uvicorn", "app:app"]\n', {}, short, 'fine'],
    ['uvicorn by an option', 'CMD ["uvicorn", "app:app", "--timeout-graceful-shutdown", "60"]\n', {}, {}, 'cut 60'],
    [
      'uvicorn by its variable',
      'ENV UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN=45\nCMD ["uvicorn", "app:app"]\n',
      {},
      {},
      'cut 45',
    ],
    ['hypercorn by default', 'CMD ["hypercorn", "app:app"]\n', {}, short, 'fine'],
    ['hypercorn by a file', 'CMD ["hypercorn", "-c", "hypercorn.toml", "app:app"]\n', {}, short, 'undecided'],
  ])('%s', async (_, dockerfile, files, service, expected) => {
    const { findings, undecided } = await linted(`${BASE}${dockerfile}`, files, service);
    const found = findings.map(({ facts }) => `cut ${String(facts.seconds)}`);
    expect([...found, ...undecided.map(() => 'undecided'), 'fine'][0]).toBe(expected);
  });
});
