// npm run measure-python [-- --write]: starts the servers of Python that Debian packages, watches where they listen and
// when they close an idle connection, and compares that with the tables in src/apps/python; what gunicorn's timeout ends,
// what Django answers for a host and to the flagged fixtures of its rules, and whether services start once their fixes are
// made. Linux only. It installs what it needs where there is apt-get, and names it elsewhere. With --write, a newer Django
// than Debian's is asked besides, and the result goes to docs/measured-python.md.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { GUNICORN_DEFAULTS } from '../src/apps/python/gunicorn-options.js';
import { LISTEN_CALLS } from '../src/apps/python/listen-calls.js';
import { SERVER_COMMANDS, type IdleDefault } from '../src/apps/python/servers.js';
import { argumentsOf } from './lib/arguments.js';
import { installPackages, missingPackages } from './lib/debian.js';
import { answersOf, flaggedProjects } from './lib/django-answers.js';
import { findings, fixedAndStarted } from './lib/fixed-python.js';
import {
  folderOf,
  isInstalled,
  measure,
  statusOf,
  versionOf,
  withServer,
  type Expected,
  type Measured,
} from './lib/measure.js';
import { DJANGO } from './lib/reproduce/packages.js';
import { djangoSite, FAULTY, FILES, FLASK, HOSTS, TRUSTED_HOSTS } from './lib/python-cases.js';
import { ROUTE_CASES, type RouteCase } from './lib/python-route-cases.js';

const { values } = argumentsOf(import.meta.url, { options: { write: { type: 'boolean', default: false } } });

const PACKAGES = [
  ...[
    'gunicorn',
    'uvicorn',
    'python3-hypercorn',
    'daphne',
    'python3-gevent',
    'python3-flask',
    'python3-django',
    'python3-whitenoise',
    'python3-bottle',
  ],
  ...['python3-waitress', 'python3-aiohttp', 'python3-tornado', 'python3-starlette', 'python3-fastapi'],
  ...['python3-quart', 'python3-djangorestframework'],
];

// Debian's own Python, whose packages these are, comes before any other.
process.env.PATH = `/usr/bin:${process.env.PATH ?? ''}`;
const lacking = missingPackages(PACKAGES);
if (!installPackages(lacking)) {
  console.error(`Not installed: ${lacking.join(', ')}. Packages of Debian by these names are needed.`);
  if (process.env.CI !== undefined) process.exit(1);
}

interface Row {
  name: string;
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  expected: Expected;
}

const PORT = '4567';

function idleOf(idle: IdleDefault): Expected['idle'] {
  return idle === 'none' || idle === 'unknown' ? idle : idle.seconds;
}

function commandRow(program: string, args: readonly string[], command?: string): Row {
  const server = SERVER_COMMANDS.find((each) => each.program === program && each.command === command);
  if (!server) throw new Error(`${program} is not in the table`);
  const { host, port, keepAlive } = server.defaults;
  return { name: server.title, command: [program, ...args], expected: { host, port, idle: idleOf(keepAlive) } };
}

function codeRow(title: string, file: string): Row {
  const call = LISTEN_CALLS.find((each) => each.title === title);
  if (!call) throw new Error(`${title} is not in the table`);
  const { host, port = 8000, keepAlive } = call.defaults;
  return { name: `python: ${title}`, command: ['python3', file], expected: { host, port, idle: idleOf(keepAlive) } };
}

const { host, hostWithPort, port, keepAlive } = GUNICORN_DEFAULTS;

const hypercorn = commandRow('hypercorn', ['asgi:app']);

const ROWS: readonly Row[] = [
  { name: 'gunicorn', command: ['gunicorn', 'app:app'], expected: { host, port, idle: 'none' } },
  {
    name: 'gunicorn with PORT',
    command: ['gunicorn', 'app:app'],
    env: { PORT },
    expected: { host: hostWithPort, port: Number(PORT), idle: 'none' },
  },
  {
    name: 'gunicorn, 2 threads',
    command: ['gunicorn', '--threads', '2', 'app:app'],
    expected: { host, port, idle: keepAlive },
  },
  {
    name: 'gunicorn, gevent',
    command: ['gunicorn', '-k', 'gevent', 'app:app'],
    expected: { host, port, idle: keepAlive },
  },
  {
    name: 'gunicorn, uvicorn worker',
    command: ['gunicorn', '-k', 'uvicorn.workers.UvicornWorker', 'asgi:app'],
    expected: { host, port, idle: keepAlive },
  },
  {
    name: 'gunicorn, --bind 0.0.0.0 and PORT',
    command: ['gunicorn', '--bin', '0.0.0.0', 'app:app'],
    env: { PORT },
    expected: { host: '0.0.0.0', port, idle: 'none' },
  },
  {
    name: 'gunicorn, GUNICORN_CMD_ARGS over its file',
    command: ['gunicorn', '-c', 'settings.py', 'app:app'],
    env: { GUNICORN_CMD_ARGS: '--bind=127.0.0.1:4568' },
    expected: { host: '127.0.0.1', port: 4568, idle: 3 },
  },
  commandRow('uvicorn', ['asgi:app']),
  {
    ...commandRow('uvicorn', ['asgi:app']),
    name: 'uvicorn with UVICORN_HOST, UVICORN_PORT and PORT',
    env: { UVICORN_HOST: '0.0.0.0', UVICORN_PORT: '4569', PORT },
    expected: { host: '0.0.0.0', port: 4569, idle: 5 },
  },
  // hypercorn 0.13 of Debian closes each connection without a word, though its source says 5 seconds: only its address counts.
  { ...hypercorn, expected: { ...hypercorn.expected, idle: 'unknown' } },
  {
    name: 'hypercorn with a file of Python',
    command: ['hypercorn', '-c', 'file:hyper.py', 'asgi:app'],
    expected: { host: '0.0.0.0', port: 4572, idle: 'unknown' },
  },
  {
    name: 'hypercorn, --bind over its file',
    command: ['hypercorn', '-c', 'hyper.toml', '--bind', '0.0.0.0:4574', 'asgi:app'],
    expected: { host: '0.0.0.0', port: 4574, idle: 'unknown' },
  },
  commandRow('daphne', ['asgi:app']),
  commandRow('waitress-serve', ['app:app']),
  commandRow('flask', ['--app', 'app:app', 'run'], 'run'),
  {
    ...commandRow('flask', ['--app', 'app:app', 'run'], 'run'),
    name: 'flask run with FLASK_RUN_HOST and FLASK_RUN_PORT',
    env: { FLASK_RUN_HOST: '0.0.0.0', FLASK_RUN_PORT: '4570' },
    expected: { host: '0.0.0.0', port: 4570, idle: 'none' },
  },
  {
    name: 'http.server',
    command: ['python3', '-m', 'http.server'],
    expected: { host: '0.0.0.0', port: 8000, idle: 'none' },
  },
  codeRow('uvicorn', 'run_uvicorn.py'),
  codeRow('Flask', 'run_flask.py'),
  codeRow('Bottle', 'run_bottle.py'),
  codeRow('waitress', 'run_waitress.py'),
  codeRow('aiohttp', 'run_aiohttp.py'),
  codeRow('Tornado', 'run_tornado.py'),
];

const measured: { row: Row; result: Measured; version: string }[] = [];
for (const row of ROWS) {
  const [, title] = /^python: (.*)$/.exec(row.name) ?? [];
  const version = versionOf(row.command, title?.toLowerCase());
  const result = await measure(row.command, row.env ?? {}, FILES, row.expected);
  measured.push({ row, result, version });
  console.log(`${result.verdict.padEnd(13)} ${row.name}: ${result.found}`);
}
interface Check {
  name: string;
  result: Measured;
}

const checks: Check[] = [];

async function check(name: string, run: () => Promise<Measured>): Promise<void> {
  const result = await run();
  checks.push({ name, result });
  console.log(`${result.verdict.padEnd(13)} ${name}: ${result.found}`);
}

/** An app that answers after 4 seconds. */
const SLOW = `import time\n\n${FLASK.replace("return 'ok'", "time.sleep(4)\n    return 'ok'")}`;

/** With a timeout of 2 seconds, what each class of workers does to a request of 4. */
for (const [words, isAnswered] of [
  ['--timeout 2', false],
  ['--timeout 0', true],
  ['--timeout 2 --threads 2', true],
] as const) {
  await check(`gunicorn ${words}, a request of 4 s`, () =>
    served({ 'app.py': SLOW }, ['gunicorn', ...words.split(' '), 'app:app'], (status) => {
      const verdict = (status === 200) === isAnswered ? 'agrees' : 'differs';
      return { verdict, found: status === undefined ? 'no answer' : `answers ${String(status)}` };
    }),
  );
}

for (const hosts of HOSTS) {
  await check(`ALLOWED_HOSTS = ${hosts}`, async () => {
    const files = djangoSite(hosts);
    const folder = folderOf(files);
    const refused = (await findings(folder)).some(({ rule }) => rule === 'disallowed-host');
    rmSync(folder, { recursive: true, force: true });
    return served(files, ['gunicorn', 'wsgi:application'], (status) => {
      const verdict = (status === 400) === refused ? 'agrees' : 'differs';
      return { verdict, found: `answers ${String(status)}, the rule ${refused ? 'reports it' : 'is silent'}` };
    });
  });
}

for (const { name, text, refused } of TRUSTED_HOSTS) {
  await check(`TrustedHostMiddleware, ${name}`, () =>
    served({ 'main.py': text }, ['uvicorn', 'main:app', '--port', PORT], (status) => {
      const verdict = (status === 400) === refused ? 'agrees' : 'differs';
      return { verdict, found: `answers ${String(status)}` };
    }),
  );
}

for (const one of ROUTE_CASES) {
  await check(`paths of ${one.name}`, () => asked(one));
}

const newer = values.write ? newerDjango() : '';
for (const each of flaggedProjects()) await check(`fixtures/${each.rule}/${each.name}`, () => answersOf(each, newer));
if (newer !== '') rmSync(newer, { recursive: true, force: true });

/** A folder with a newer Django than Debian's, from its registry. */
function newerDjango(): string {
  const folder = folderOf({});
  execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--quiet', '--target', folder, DJANGO]);
  return folder;
}

for (const faulty of FAULTY) await check(`fixes of \`${faulty.start}\``, () => fixedAndStarted(faulty));

/** Whether an app answers its paths with what is said of them. */
async function asked({ start, files, paths }: RouteCase): Promise<Measured> {
  const folder = folderOf(files);
  try {
    return await withServer(['sh', '-c', `exec ${start}`], { PORT }, folder, async ([address]) => {
      if (!address) return { verdict: 'differs', found: 'it does not start' };
      const found: string[] = [];
      for (const [path, status] of paths) {
        const real = await statusOf(address.port, 'site.onrender.com', path);
        if (real !== status) found.push(`${path} ${String(real ?? 'no answer')}, not ${String(status)}`);
      }
      const told = paths.filter(([, , isUnknown]) => !isUnknown).length;
      const all = `${String(paths.length)} paths as said, ${String(told)} of them decided`;
      return found.length === 0 ? { verdict: 'agrees', found: all } : { verdict: 'differs', found: found.join('; ') };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a server as on Render and asks it for the host of the service. */
async function served(
  files: Readonly<Record<string, string>>,
  command: readonly string[],
  judge: (status: number | undefined) => Measured,
): Promise<Measured> {
  if (!isInstalled(command)) return { verdict: 'not installed', found: '' };
  const folder = folderOf(files);
  const env = { PORT, RENDER_EXTERNAL_HOSTNAME: 'site.onrender.com' };
  try {
    return await withServer(command, env, folder, async ([address]) =>
      address
        ? judge(await statusOf(address.port, 'site.onrender.com'))
        : { verdict: 'differs', found: 'it does not start' },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.write) writeFileSync('docs/measured-python.md', page());
if ([...measured, ...checks].some(({ result }) => result.verdict === 'differs')) process.exitCode = 1;

function page(): string {
  const lines = measured.map(({ row, result, version }) => {
    const { host: address, port: number, idle } = row.expected;
    const wanted = `${address}:${String(number)}, ${typeof idle === 'number' ? `${String(idle)} s` : idle}`;
    return `| ${row.name} | ${version || '-'} | ${wanted} | ${result.found} | ${result.verdict} |`;
  });
  const rest = [...SERVER_COMMANDS, ...LISTEN_CALLS]
    .map(({ title }) => title)
    .filter((title) => !measured.some(({ row, result }) => isFor(row, title) && result.verdict !== 'not installed'));
  return `# Servers of Python, measured

Written by \`npm run measure-python -- --write\` on ${new Date().toISOString().slice(0, 10)}. Each server is started with its
defaults. The address is the one that its process listens on; then a connection with one request is left idle until the
server closes it. "none" means that it closes each connection after its answer, or has no limit.

| server | version | the tables say | measured | verdict |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

## What requests get

gunicorn's timeout, Django's hosts as [disallowed-host](../rules/disallowed-host/README.md) judges them, and services that
are started once their fixes are made and nothing is found any more. Flagged fixtures of Django's rules are asked for their
own host as a browser does behind the edge, by ${DJANGO.replace('==', ' ')}: before and after their safe fixes.

| what | measured | verdict |
| --- | --- | --- |
${checks.map(({ name, result }) => `| ${name.replaceAll('|', '\\|')} | ${result.found} | ${result.verdict} |`).join('\n')}

Not measured: ${[...new Set(rest)].join(', ')}. Their rows rest on the sources that the tables name.
`;
}

function isFor({ name }: Row, title: string): boolean {
  return name === title || name === `python: ${title}`;
}
