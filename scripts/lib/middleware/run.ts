import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Does, MiddlewareCase } from './cases.js';

/** What `GET /health` is answered behind it, request by request. */
export interface Answers {
  /** Once, as a platform asks. */
  once: number;
  /** With cookies, an origin and a query of its own. */
  loaded: number;
  /** The last of 30 in a row. */
  last: number;
}

const REQUESTS = 30;
/** Longest time that all of it is given, in ms. */
const LIMIT = 30_000;

const LISTEN = 'listen(0, function () { ask(this.address().port); })';
const APPS: Readonly<Record<MiddlewareCase['framework'], readonly [before: string, after: string]>> = {
  express: [
    "const app = require('express')();",
    `app.get('/health', (request, response) => response.end('ok')); app.${LISTEN};`,
  ],
  koa: [
    "const Koa = require('koa'); const app = new Koa(); app.silent = true;",
    `app.use((context) => { context.body = 'ok'; }); app.${LISTEN};`,
  ],
  hono: [
    "const app = new (require('hono').Hono)();",
    "app.get('/health', (context) => context.text('ok')); require('@hono/node-server').serve({ fetch: app.fetch, port: 0 }, ({ port }) => ask(port));",
  ],
  restify: [
    "const app = require('restify').createServer();",
    "app.get('/health', (request, response, next) => { response.send('ok'); next(); }); app.listen(0, () => ask(app.address().port));",
  ],
};

/** Asks three times over, and says what came. */
const ASK = `async function ask(port) {
  const status = async (path, headers) => (await fetch('http://127.0.0.1:' + port + path, { headers, redirect: 'manual' })).status;
  const once = await status('/health');
  const loaded = await status('/health?a=1&a=2&$where=1', { cookie: 'a=b', origin: 'http://b.example', 'accept-encoding': 'gzip', 'accept-language': 'de' });
  let last = once;
  for (let count = 0; count < ${String(REQUESTS)}; count++) last = await status('/health');
  console.log('ANSWERS ' + JSON.stringify({ once, loaded, last }));
  process.exit(0);
}`;

/** Puts it before a route of an app that runs in a folder with its packages; null where that does not start. */
export function answersBehind(folder: string, { framework, code, path }: MiddlewareCase): Answers | null {
  const [before, after] = APPS[framework];
  const file = join(folder, `${path.replace(/\W+/g, '-')}.cjs`);
  // Some have to be imported, which takes a moment.
  writeFileSync(file, `${ASK}\n${before}\n${code}\nsetTimeout(() => { ${after} }, 500);\n`);
  try {
    return answersOf(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', timeout: LIMIT }));
  } catch {
    return null;
  }
}

function answersOf(output: string): Answers | null {
  const text = /^ANSWERS (?<json>.*)$/m.exec(output)?.groups?.json;
  const found: unknown = text === undefined ? undefined : JSON.parse(text);
  const isNumbers =
    typeof found === 'object' && found !== null && 'once' in found && 'loaded' in found && 'last' in found;
  if (!isNumbers) return null;
  return { once: Number(found.once), loaded: Number(found.loaded), last: Number(found.last) };
}

/** What an app was seen to do behind it; undefined: none of these. */
export function does({ once, loaded, last }: Answers): Does | undefined {
  if (once === 401 && loaded === 401) return 'refuses';
  if (once !== 200 || loaded !== 200) return undefined;
  if (last === 200) return 'passes';
  return last === 429 ? 'limits' : undefined;
}
