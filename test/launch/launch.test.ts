import { describe, expect, it } from 'vitest';
import { launch } from '../../src/launch/launch.js';
import { serverOf } from '../../src/launch/server.js';
import type { Launch, Variable } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';
import { renderFacts } from '../../src/platforms/render/facts.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { known, place, service } from '../support/model.js';

type Files = Readonly<Record<string, string>>;

async function start(files: Files, command: string, over: Partial<Service> = {}): Promise<Launch> {
  const text = `start: ${command}`;
  const at = place('render.yaml', 7, command.length);
  const startCommand = known(command, { ...at });
  const own = service('api', over.kind ?? 'web', {
    platform: 'render',
    runtime: known('node'),
    startCommand,
    ...over,
  });
  return launch(memoryRepository({ 'render.yaml': text, ...files }), own, { facts: renderFacts, groups: [] });
}

const scripts = (own: Readonly<Record<string, string>>): string => JSON.stringify({ name: 'app', scripts: own });

function text(variable: Variable | undefined): string | undefined {
  return variable?.is === 'set' && variable.value.is === 'known' ? variable.value.value : variable?.is;
}

describe('launch: what there is to follow', () => {
  it.each([
    ['docker', 'there is no Dockerfile'],
    ['image', 'the command of its image is not known'],
    ['node', 'it has no start command'],
  ])('says so without a command where the runtime is %s', async (runtime, why) => {
    const own = service('api', 'web', { runtime: known(runtime) });
    const result = await launch(memoryRepository({}), own, { facts: renderFacts, groups: [] });
    expect(result).toMatchObject({ processes: [], before: [], gaps: [{ why, at: own.at }] });
    expect(result.ends).toBeUndefined();
  });

  it('follows the command that replaces that of an image, with no folder of the platform', async () => {
    const image = { Dockerfile: 'FROM python:3.12\nCOPY . .\n' };
    const result = await start({ 'app.py': '', ...image }, 'python app.py', { runtime: known('docker') });
    expect(result.processes[0]?.program).toMatchObject({ name: 'python', target: { path: { value: 'app.py' } } });
    const absolute = await start(image, 'cd /opt/render/project/src && node x.js', { runtime: known('docker') });
    expect(absolute.processes).toEqual([]);
  });

  it('does not look here for what is elsewhere', async () => {
    const result = await start({ 'server.js': '' }, 'node server.js', { elsewhere: 'https://example.com/other' });
    expect(result.processes).toEqual([]);
    expect(result.gaps[0]?.why).toContain('https://example.com/other');
  });

  it('has nothing to start for a static site', async () => {
    const result = await launch(memoryRepository({}), service('site', 'static'), { facts: renderFacts, groups: [] });
    expect(result.gaps[0]?.why).toBe('a static site starts nothing');
  });

  it('starts beside a nested platform file where only that folder has what the command needs', async () => {
    const files = {
      'api/render.yaml': 'start: npm start',
      'api/package.json': scripts({ start: 'node a.js' }),
      'api/a.js': '',
    };
    const at = place('api/render.yaml', 7, 9);
    const over = { at, file: 'api/render.yaml', startCommand: known('npm start', at) };
    expect(await start(files, 'npm start', over)).toMatchObject({ folder: 'api', gaps: [] });
    const both = { ...files, 'package.json': scripts({ start: 'node b.js' }), 'b.js': '' };
    expect(await start(both, 'npm start', over)).toMatchObject({ folder: '' });
  });

  it.each([
    ['a server its module', 'gunicorn shop.wsgi', '', { 'api/shop/wsgi.py': '' }, 'api'],
    ['a server its module, which both have', 'gunicorn wsgi', '', { 'api/wsgi.py': '', 'wsgi.py': '' }, ''],
    ['a server its module, which may be installed', 'gunicorn superset.app', '', { 'api/app.py': '' }, ''],
    ['an install its list', 'sh run.sh', 'pip install -r requirements.txt', { 'api/requirements.txt': '' }, 'api'],
    ['an install its list, by another path', 'sh run.sh', 'pip3 install -r api/requirements.txt', {}, ''],
    ['a build its script', 'bundle exec puma', './bin/build.sh', { 'api/bin/build.sh': 'bundle install\n' }, 'api'],
    ['a build its manage.py', 'sh run.sh', 'python manage.py migrate', { 'api/manage.py': '' }, 'api'],
  ])('starts beside it where only there %s is found', async (_, command, build, files, folder) => {
    const over = { file: 'api/render.yaml', ...(build !== '' && { buildCommand: known(build) }) };
    const scripts = { 'run.sh': 'gunicorn wsgi\n', 'api/run.sh': 'gunicorn wsgi\n' };
    const both = command === 'sh run.sh' ? { ...scripts, 'wsgi.py': '', 'api/wsgi.py': '' } : {};
    const result = await start({ 'api/render.yaml': '', ...both, ...files }, command, over);
    expect(result.folder).toBe(folder);
  });

  it('cannot start in a folder that is not readable', async () => {
    expect(await start({}, 'node x.js', { root: known('../x') })).toMatchObject({ processes: [], folder: undefined });
  });
});

describe('launch: places', () => {
  it('gives each command its own place', async () => {
    const files = { 'package.json': scripts({ start: 'tsc && node "a b.js"' }), 'a b.js': '' };
    const result = await start(files, 'echo x && npm start');
    const [process] = result.processes;
    const cut = ({
      file,
      range,
    }: {
      file: string;
      range: { start: { offset: number }; end: { offset: number } };
    }): string =>
      ({ ...files, 'render.yaml': 'start: echo x && npm start' })[file]?.slice(range.start.offset, range.end.offset) ??
      '';
    expect(process?.steps.map(({ at }) => cut(at))).toEqual(['npm start', String.raw`node \"a b.js\"`]);
    expect(process && cut(process.at)).toBe(String.raw`node \"a b.js\"`);
  });

  it('finds the lines of a command that stands over several', async () => {
    const yaml = 'services:\n  - startCommand: |\n      cd api\n      node   server.js\n';
    const from = yaml.indexOf('|');
    const at = { ...place('render.yaml', from, yaml.length - from), file: 'render.yaml' };
    const startCommand = known('cd api\nnode   server.js\n', at);
    const result = await start({ 'render.yaml': yaml, 'api/server.js': '' }, '', { startCommand });
    expect(result.processes[0]?.at.range.start).toMatchObject({ line: 4, column: 7 });
  });
});

describe('launch: what is not there', () => {
  it('names a script with those there are', async () => {
    const { gaps } = await start({ 'package.json': scripts({ dev: 'x', build: 'y' }) }, 'npm start');
    expect(gaps[0]).toMatchObject({
      why: 'package.json has no script start',
      missing: { kind: 'script', name: 'start', path: 'package.json', available: ['dev', 'build'] },
    });
  });

  it('names a file with the other letter case, and still the program', async () => {
    const { gaps, processes } = await start({ 'src/Server.js': '' }, 'node src/server.js');
    expect(gaps[0]?.missing).toEqual({
      kind: 'file',
      endings: ['.js', '.json', '.node'],
      name: 'src/server.js',
      path: 'src/server.js',
      otherCase: 'src/Server.js',
      available: ['Server.js'],
    });
    expect(processes[0]?.program.target).toMatchObject({ is: 'file', path: { value: 'src/server.js' } });
  });

  it.each([
    ['cd gone && node x.js', 'folder', 'gone'],
    ['npm start --prefix gone', 'folder', 'gone'],
    ['npm start -w gone', 'package', 'gone'],
    ['npm start', 'manifest', 'package.json'],
    ['bash gone.sh', 'file', 'gone.sh'],
    ['./gone.sh', 'file', 'gone.sh'],
    ['./gone', 'file', 'gone'],
    ['serve -s gone', 'folder', 'gone'],
    ['python gone.py', 'file', 'gone.py'],
    ['honcho start', 'file', 'Procfile'],
    ['pm2-runtime ecosystem.config.js', 'file', 'ecosystem.config.js'],
  ])('%s: the %s %s', async (command, kind, path) => {
    const { gaps } = await start({}, command);
    expect(gaps.map(({ missing }) => missing)).toMatchObject([{ kind, path }]);
  });
});

describe('launch: the environment', () => {
  const files = { 'server.js': '', Dockerfile: 'FROM node:22\nCOPY . .\n' };

  it('holds what the platform sets at run time, for this runtime and kind', async () => {
    const variable = async (name: string, over: Partial<Service> = {}): Promise<string | undefined> =>
      text((await start(files, 'node server.js', over)).processes[0]?.environment.variable(name));
    expect(await variable('PORT')).toBe('10000');
    expect(await variable('PORT', { kind: 'worker' })).toBe('unset');
    expect(await variable('NODE_ENV')).toBe('production');
    expect(await variable('NODE_ENV', { runtime: known('docker') })).toBe('unset');
    expect(await variable('RENDER')).toBe('true');
    // It differs from service to service.
    expect(await variable('RENDER_EXTERNAL_HOSTNAME')).toBe('set');
    expect(await variable('CI', { runtime: known('python') })).toBe('unset');
  });

  it('puts groups over the platform and the service over both', async () => {
    const at = place('render.yaml');
    const entry = (key: string, value: string) => ({ key, value: known(value), at });
    const own = service('api', 'web', {
      runtime: known('node'),
      startCommand: known('node server.js'),
      env: [entry('PORT', '8080')],
      groups: [{ to: 'group', name: 'shared', at }],
    });
    const group = { name: known('shared'), at, env: [entry('PORT', '9000'), entry('LEVEL', 'info')] };
    const of = async (groups: (typeof group)[]): Promise<(name: string) => string | undefined> => {
      const { processes } = await launch(memoryRepository(files), own, { facts: renderFacts, groups });
      return (name) => text(processes[0]?.environment.variable(name));
    };
    const declared = await of([group]);
    expect([declared('PORT'), declared('LEVEL'), declared('OTHER')]).toEqual(['8080', 'info', 'unset']);
    // A group that no file declares may hold anything.
    const open = await of([]);
    expect([open('PORT'), open('LEVEL')]).toEqual(['8080', 'unknown']);
  });

  it('does not know what a dashboard may have set', async () => {
    const result = await start(files, 'node server.js', { inferred: true });
    expect(text(result.processes[0]?.environment.variable('SECRET'))).toBe('unknown');
  });

  it('lists the variables that something mentions', async () => {
    const result = await start(files, 'B=1 A=2 node server.js', { platform: 'other', runtime: known('docker') });
    const names = result.processes[0]?.environment.names ?? [];
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['A', 'B', 'PORT']));
  });

  it.each([
    ['HOST=${HOST:-0.0.0.0} node server.js', 'HOST', '0.0.0.0'],
    ['HOST=${PORT:+x} node server.js', 'HOST', 'x'],
    ['HOST=${NONE:+x} node server.js', 'HOST', ''],
    ['export HOST="a b"; X=1; node server.js', 'X', 'unset'],
    ['HOST=$(hostname) node server.js', 'HOST', 'set'],
    ['unset PORT; node server.js', 'PORT', 'unset'],
    ['[ -f gone ] && export HOST=a; node server.js', 'HOST', 'unknown'],
    ['if [ "$RENDER" = true ]; then export HOST=a; else export HOST=b; fi; node server.js', 'HOST', 'a'],
    ['(export HOST=a); node server.js', 'HOST', 'unset'],
    ['doppler run -- node server.js', 'HOST', 'unknown'],
  ])('%s gives %s the value %s', async (command, name, expected) => {
    const { processes } = await start(files, command);
    expect(text(processes[0]?.environment.variable(name))).toBe(expected);
  });
});

describe('serverOf', () => {
  const files = { 'a.js': '', 'b.js': '' };

  it.each([
    ['node a.js', 'node'],
    ['celery -A x worker & gunicorn app:app', 'gunicorn'],
    ['node a.js & next start', 'next'],
    ['celery -A x worker & node a.js', 'node'],
    ['flask run & celery -A x worker & wait', 'flask'],
  ])('%s is answered by %s', async (command, name) => {
    const server = serverOf(await start(files, command));
    expect(server === 'undecided' ? server : server?.program.name).toBe(name);
  });

  it('does not choose between two that may be it', async () => {
    expect(serverOf(await start(files, 'node a.js & node b.js'))).toBe('undecided');
    expect(serverOf(await start(files, 'gunicorn a:a & next start'))).toBe('undecided');
  });

  it('finds none where none answers', async () => {
    expect(serverOf(await start(files, 'celery -A x worker'))).toBeUndefined();
    expect(serverOf(await start(files, 'npm run gone'))).toBeUndefined();
  });
});

describe('launch: bad input', () => {
  const loops: readonly (readonly [string, Files, string])[] = [
    ['a script', { 'package.json': scripts({ start: 'npm start' }) }, 'npm start'],
    ['two scripts', { 'package.json': scripts({ start: 'npm run a', a: 'npm start' }) }, 'npm start'],
    ['a shell script', { 'a.sh': './a.sh' }, './a.sh'],
    ['a file that reads itself', { 'a.sh': '. ./a.sh' }, 'bash a.sh'],
    ['a function', {}, 'f() { f; }; f'],
    ['a Procfile', { Procfile: 'web: honcho start' }, 'honcho start'],
    ['nodemon', { 'nodemon.json': '{ "exec": "nodemon" }' }, 'nodemon'],
    [
      'pm2',
      { 'ecosystem.config.js': 'module.exports = { apps: [{ script: "pm2-runtime start" }] }' },
      'pm2-runtime start',
    ],
    ['supervisord', { 'supervisord.conf': '[program:a]\ncommand=supervisord -n\n' }, 'supervisord -n'],
    ['deno', { 'deno.json': '{ "tasks": { "a": "deno task a" } }' }, 'deno task a'],
  ];

  it.each(loops)('%s that runs itself ends in a gap with its place', async (_, files, command) => {
    const { processes, gaps } = await start(files, command);
    expect(processes).toEqual([]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.why).toMatch(/over and over|too many times/);
  });

  it.each(['env', 'npx', 'poetry run'])('%s that runs itself thousands of times is not followed', async (program) => {
    const { processes, gaps } = await start({}, `${`${program} `.repeat(2_001)}gunicorn app:app`);
    expect(processes).toEqual([]);
    expect(gaps[0]?.why).toBe('a command has more than 2000 words');
  });

  it.each([
    ['an open quote', 'node server.js "x'],
    ['a bracket', 'gunicorn app:create_app()'],
    ['an open branch', 'if true; then node server.js'],
  ])('%s is a gap, and nothing is taken for read', async (_, command) => {
    const { processes, gaps } = await start({ 'server.js': '' }, command);
    expect(processes).toEqual([]);
    expect(gaps[0]).toMatchObject({ at: { file: 'render.yaml' } });
    expect(gaps[0]?.why).toMatch(/^the shell cannot read it: /);
  });

  it('says where a package.json is broken', async () => {
    const { processes, gaps } = await start(
      { 'package.json': '{ "scripts": { "start": "node a.js", } }' },
      'npm start',
    );
    expect(processes).toEqual([]);
    expect(gaps[0]).toMatchObject({
      why: 'package.json is no valid JSON, so npm runs nothing',
      at: { file: 'package.json' },
    });
  });

  const wide = (body: (index: number) => string): string =>
    scripts(Object.fromEntries(Array.from({ length: 18 }, (_, index) => [`s${index}`, body(index + 1)])));

  it.each([
    ['commands', {}, 'a;'.repeat(50_000)],
    ['words', {}, `env ${'A=1 '.repeat(20_000)}node x`],
    ['a word', {}, `node ${'x'.repeat(100_000)}`],
    ['substitutions', {}, '$('.repeat(50_000)],
    ['text from a variable', {}, `A=xx\n${'A=$A$A\n'.repeat(60)}node $A`],
    ['branches', {}, `${'if x; then export A=1; else B=2; fi\n'.repeat(800)}node x`],
    [
      'functions',
      {},
      `${Array.from({ length: 15 }, (_, at) => `f${at}() { f${at + 1}; f${at + 1}; f${at + 1}; }`).join('\n')}\nf0`,
    ],
    [
      'scripts',
      { 'package.json': wide((next) => `npm run s${next}; npm run s${next}; npm run s${next}`) },
      'npm run s0',
    ],
    [
      'apps',
      { 'ecosystem.config.js': `module.exports = { apps: [${'{ script: "pm2-runtime" },'.repeat(3)}] }` },
      'pm2-runtime',
    ],
  ] as readonly (readonly [string, Files, string])[])('comes to an end on too many %s', async (_, files, command) => {
    const { processes, before } = await start(files, command);
    expect(processes.length + before.length).toBeLessThanOrEqual(1_000);
  });
});
