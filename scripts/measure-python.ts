// npm run reproduce [-- --write]: starts the servers of Python that are installed, watches where they listen and when they
// close an idle connection, and compares that with the tables in src/apps/python. Linux only. With --write, the result
// goes to docs/measured-python.md.
import { writeFileSync } from 'node:fs';
import { GUNICORN_DEFAULTS } from '../src/apps/python/gunicorn-options.js';
import { LISTEN_CALLS } from '../src/apps/python/listen-calls.js';
import { SERVER_COMMANDS, type IdleDefault } from '../src/apps/python/servers.js';
import { measure, versionOf, type Expected, type Measured } from './lib/measure.js';

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

const FLASK = "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get('/')\ndef index():\n    return 'ok'\n";
const ASGI =
  "async def app(scope, receive, send):\n    if scope['type'] == 'lifespan':\n        while True:\n" +
  "            kind = (await receive())['type']\n            await send({'type': kind + '.complete'})\n" +
  "            if kind == 'lifespan.shutdown':\n                return\n" +
  "    await send({'type': 'http.response.start', 'status': 200, 'headers': [(b'content-length', b'2')]})\n" +
  "    await send({'type': 'http.response.body', 'body': b'ok'})\n";

/** What the servers are given to serve. */
const FILES: Readonly<Record<string, string>> = {
  'app.py': FLASK,
  'asgi.py': ASGI,
  'settings.py': "bind = '0.0.0.0:4571'\nthreads = 2\nkeepalive = 3\n",
  'run_uvicorn.py': "import uvicorn\n\nuvicorn.run('asgi:app')\n",
  'run_flask.py': 'from app import app\n\napp.run()\n',
  'run_bottle.py': "import bottle\n\n\n@bottle.route('/')\ndef index():\n    return 'ok'\n\n\nbottle.run()\n",
  'run_waitress.py': 'import waitress\nfrom app import app\n\nwaitress.serve(app)\n',
  'run_aiohttp.py': 'from aiohttp import web\n\nweb.run_app(web.Application())\n',
  'run_tornado.py':
    'import asyncio\nimport tornado.web\n\n\nasync def main():\n    tornado.web.Application([]).listen(8000)\n' +
    '    await asyncio.Event().wait()\n\n\nasyncio.run(main())\n',
};

const measured: { row: Row; result: Measured; version: string }[] = [];
for (const row of ROWS) {
  const [, title] = /^python: (.*)$/.exec(row.name) ?? [];
  const version = versionOf(row.command, title?.toLowerCase());
  const result = await measure(row.command, row.env ?? {}, FILES, row.expected);
  measured.push({ row, result, version });
  console.log(`${result.verdict.padEnd(13)} ${row.name}: ${result.found}`);
}
if (process.argv.includes('--write')) writeFileSync('docs/measured-python.md', page());
if (measured.some(({ result }) => result.verdict === 'differs')) process.exitCode = 1;

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

Written by \`npm run reproduce -- --write\` on ${new Date().toISOString().slice(0, 10)}. Each server is started with its
defaults. The address is the one that its process listens on; then a connection with one request is left idle until the
server closes it. "none" means that it closes each connection after its answer, or has no limit.

| server | version | the tables say | measured | verdict |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

Not measured: ${[...new Set(rest)].join(', ')}. Their rows rest on the sources that the tables name.
`;
}

function isFor({ name }: Row, title: string): boolean {
  return name === title || name === `python: ${title}`;
}
