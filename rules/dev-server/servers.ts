import type { Program } from '../../src/model/process.js';
import type { Socket } from '../../src/model/socket.js';

/** What a kind of development server does in production, and what takes its place: each a sentence. */
export interface Instead {
  effect: string;
  remedy: string;
  /** What visitors get of it by and by, as far as that was seen (docs/proof.md). */
  statuses?: readonly number[];
}

const WATCHER = 'It watches files and starts the program again when one changes, which no deploy needs.';
const OUTLIVES =
  'It watches files and starts the program again when one changes; when the program crashes, it waits for a change instead of ending, so the platform does not restart it.';
const BUNDLER =
  'It compiles while it serves, which takes long, needs much memory and may run out of it, and is not made for traffic.';
const PREVIEW = 'It is there to look at a finished build on one machine, and is not made for traffic.';
const SITE = 'Build the site and serve it as a static site, or start a server that is made for production.';
const PYTHON =
  'It is made for development alone: its documentation warns of it in production, for security and for load.';

const WATCHERS: Instead = { effect: WATCHER, remedy: 'Start the program itself.' };
/** Measured with nodemon 3.1.14, tsx 4.23, ts-node-dev 2.0 and Node 20.20 on 2026-11-21. vite-node does not. */
const WAITING: Instead = { effect: OUTLIVES, remedy: 'Start the program itself.', statuses: [502] };

/** By the name of the program. */
const INSTEAD: Readonly<Record<string, Instead>> = {
  ...Object.fromEntries(
    ['bun', 'deno', 'vite-node', 'watchfiles', 'air', 'cargo', 'dotnet', 'nest', 'fastify'].map((name) => [
      name,
      WATCHERS,
    ]),
  ),
  nodemon: { ...WAITING, remedy: 'Start the program itself: `node` and its file in place of `nodemon`.' },
  tsx: { ...WAITING, remedy: 'Leave out `watch`.' },
  node: { ...WAITING, remedy: 'Leave out `--watch`.' },
  'ts-node-dev': {
    ...WAITING,
    remedy: 'Compile the program and start it with `node`, or use `tsx` or `ts-node` without watching.',
  },
  next: { effect: BUNDLER, remedy: 'Run `next build` in the build command and start `next start`.' },
  nuxt: { effect: BUNDLER, remedy: 'Run `nuxt build` in the build command and start `node .output/server/index.mjs`.' },
  vite: {
    effect: BUNDLER,
    remedy: 'Run `vite build` and serve its folder as a static site; with a server of its own, start that one.',
  },
  flask: { effect: PYTHON, remedy: 'Start the app with gunicorn, such as `gunicorn app:app`.' },
  quart: { effect: PYTHON, remedy: 'Start the app with hypercorn.' },
  'manage.py': { effect: PYTHON, remedy: "Start the project's `wsgi` or `asgi` module with gunicorn." },
  'django-admin': { effect: PYTHON, remedy: "Start the project's `wsgi` or `asgi` module with gunicorn." },
  uvicorn: { ...WATCHERS, remedy: 'Leave out `--reload`.' },
  hypercorn: { ...WATCHERS, remedy: 'Leave out `--reload`.' },
  granian: { ...WATCHERS, remedy: 'Leave out `--reload`.' },
  fastapi: { ...WATCHERS, remedy: 'Start `fastapi run` in place of `fastapi dev`.' },
  'http.server': {
    effect: 'It answers with the files of a folder and is, as its documentation says, not made for production.',
    remedy: 'Serve the folder as a static site, or with a web server.',
  },
  'php -S': {
    effect: 'It answers one request at a time and is, as its documentation says, not made for a public network.',
    remedy: 'Start a web server with PHP, such as FrankenPHP or Apache.',
  },
  artisan: {
    effect: 'It runs the web server built into PHP, which answers one request at a time.',
    remedy: 'Start a web server with PHP, such as FrankenPHP or Apache.',
  },
};

const OTHER: Instead = { effect: BUNDLER, remedy: SITE };

/** What to say of a development server. */
export function instead({ name, words }: Program): Instead {
  const own = Object.hasOwn(INSTEAD, name) ? (INSTEAD[name] ?? OTHER) : OTHER;
  return words[1] === 'preview' ? { ...own, effect: PREVIEW } : own;
}

/** By the name of what the code starts. */
const IN_CODE: Readonly<Record<string, Instead>> = {
  Flask: { effect: PYTHON, remedy: 'Start the app with gunicorn, such as `gunicorn app:app`.' },
  Quart: { effect: PYTHON, remedy: 'Start the app with hypercorn.' },
  Dash: { effect: PYTHON, remedy: 'Start its server with gunicorn, such as `gunicorn app:server`.' },
};

const PLAIN: Instead = {
  effect: 'It answers one request at a time, or does little to withstand load, as its documentation says.',
  remedy: 'Serve the app with a server that is made for production, such as gunicorn or waitress.',
};

/** What a call of waitress is given in place of the server. */
const WSGI_APP: Readonly<Record<string, string>> = { Flask: 'app', Dash: 'app.server' };

/**
 * What to say of a development server that Python code starts. `threaded`: beside threads of the same program, such as a
 * bot, which a server that imports the app would not start.
 */
export function insteadInCode(
  server: string,
  development: NonNullable<Socket['development']>,
  threaded = false,
): Instead {
  const app = Object.hasOwn(WSGI_APP, server) ? WSGI_APP[server] : undefined;
  if (threaded && app !== undefined) {
    const call = `waitress.serve(${app}, host=…, port=…)`;
    return {
      effect: PYTHON,
      remedy: `Call \`${call}\` in its place: gunicorn would not start the threads that this program runs beside it.`,
    };
  }
  if (development === 'reload') return { ...WATCHERS, remedy: 'Leave out `reload=True`.' };
  if (development === 'plain') return PLAIN;
  return (Object.hasOwn(IN_CODE, server) ? IN_CODE[server] : undefined) ?? { ...PLAIN, effect: PYTHON };
}
