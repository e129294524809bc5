import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What becomes of a process when an async handler of Express 4 rejects: it answers, it lives on, or it ends. */
export type Outcome = 'answers' | 'lives' | 'ends';

/** A package that is beside Express 4, as it is started for real. */
export interface RejectionCase {
  package: string;
  /** In JavaScript: what comes before the app, the app, and its handler. */
  before: string;
  app: string;
  handler: string;
  outcome: Outcome;
}

const APP = "const app = require('express')();";
const REJECTING = "async () => { throw new Error('rejected'); }";
const ROUTER = `router.get('/reject', ${REJECTING}); app.use(router);`;

function beside(name: string, outcome: Outcome, before: string): RejectionCase {
  return { package: name, before, app: APP, handler: REJECTING, outcome };
}

function making(name: string, app: string): RejectionCase {
  return { package: name, before: '', app, handler: REJECTING, outcome: 'answers' };
}

function wrapping(name: string, wrap: string): RejectionCase {
  return { package: name, before: '', app: APP, handler: `${wrap}(${REJECTING})`, outcome: 'answers' };
}

const NEW_RELIC =
  "Object.assign(process.env, { NEW_RELIC_APP_NAME: 'a', NEW_RELIC_LICENSE_KEY: 'a'.repeat(40), NEW_RELIC_HOST: '127.0.0.1', NEW_RELIC_LOG: '/dev/null' }); require('newrelic');";

export const REJECTION_CASES: readonly RejectionCase[] = [
  beside('express-async-errors', 'answers', "require('express'); require('express-async-errors');"),
  beside('@sentry/node', 'lives', "require('@sentry/node').init({ dsn: 'http://a@127.0.0.1:1/1' });"),
  beside('@bugsnag/js', 'lives', "require('@bugsnag/js').start({ apiKey: 'a'.repeat(32), logger: null });"),
  beside(
    'rollbar',
    'lives',
    "new (require('rollbar'))({ accessToken: 'a', captureUncaught: true, captureUnhandledRejections: true });",
  ),
  beside('loud-rejection', 'lives', "require('loud-rejection')();"),
  beside('@honeybadger-io/js', 'ends', "require('@honeybadger-io/js').configure({ apiKey: 'a' });"),
  beside('newrelic', 'ends', NEW_RELIC),
  beside('dd-trace', 'ends', "require('dd-trace').init();"),
  beside('make-promises-safe', 'ends', "require('make-promises-safe');"),
  making('express-async-router', `${APP} const router = require('express-async-router').AsyncRouter(); ${ROUTER}`),
  making('express-promise-router', `${APP} const router = require('express-promise-router').default(); ${ROUTER}`),
  making('express-async-patch', `${APP} require('express-async-patch')(app);`),
  making('express-async-await', `${APP} require('express-async-await')(app);`),
  making('express-asyncify', "const app = (await import('express-asyncify')).default(require('express')());"),
  making(
    '@awaitjs/express',
    `const app = require('@awaitjs/express').addAsync(require('express')()); app.getAsync('/reject', ${REJECTING});`,
  ),
  wrapping('async-express-mw', "require('async-express-mw')"),
  wrapping('express-async-handler', "require('express-async-handler')"),
  wrapping('express-async-wrap', "require('express-async-wrap')"),
  wrapping('async-express', "require('async-express')"),
  wrapping('async-middleware', "require('async-middleware').wrap"),
];

/** Longest time that one is given, in ms. */
const LIMIT = 60_000;
/** With which an error that reached Express is answered. */
const CAUGHT = 555;

/** What became of it, in a folder that has the packages and Express 4. */
export function outcomeOf(folder: string, { package: name, before, app, handler }: RejectionCase): Outcome {
  const file = join(folder, `rejects-${name.replace(/\W+/g, '-')}.cjs`);
  writeFileSync(
    file,
    `${before}
(async () => {
${app}
app.get('/reject', ${handler});
app.use((error, request, response, next) => { response.statusCode = ${String(CAUGHT)}; response.end(); });
const server = app.listen(0, async () => {
  const url = 'http://127.0.0.1:' + server.address().port + '/reject';
  const status = await fetch(url, { signal: AbortSignal.timeout(2000) }).then((answer) => answer.status, () => 0);
  console.log('OUTCOME ' + (status === ${String(CAUGHT)} ? 'answers' : 'lives'));
  process.exit(0);
});
})();
`,
  );
  const { stdout } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', timeout: LIMIT });
  const outcome = /^OUTCOME (?<word>answers|lives)$/m.exec(stdout)?.groups?.word;
  return outcome === 'answers' || outcome === 'lives' ? outcome : 'ends';
}
