import type { Uncaught } from '../../src/apps/node/uncaught/uncaught.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Location } from '../../src/model/location.js';
import type { Process } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';

export const rule = defineRule({
  id: 'uncaught-error',
  title: 'A handler can end the process with an error that nothing catches',
  severity: 'warning',
  statuses: [502],
  scope: 'service',
  appliesTo: ({ kind, elsewhere }) => (kind === 'web' || kind === 'private') && elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const { processes } = await deployment.launch(service);
  for (const process of processes) {
    const uncaught = await deployment.uncaught(process);
    if (!uncaught) continue;
    const handlers = ofHandlers(uncaught, process);
    if (handlers) yield handlers;
    const startUp = ofStartUp(uncaught, process);
    if (startUp) yield startUp;
  }
}

/** One finding for all handlers of a process: one change mends them all. */
function ofHandlers({ handlers }: Uncaught, process: Process): FindingDraft | undefined {
  const [first, ...others] = handlers;
  if (!first) return undefined;
  const { server, at, added, is } = first;
  const name = server === 'Express' ? 'Express 4' : "Node's http server";
  const what = is === 'throws' ? 'throws an error' : 'awaits what can fail';
  return {
    is: 'finding',
    at,
    label: is === 'throws' ? 'thrown here' : 'can reject here',
    message: {
      found: `An async handler ${what}, and nothing catches that${alsoAt(others.map((each) => each.at))}.`,
      effect: `${name} does not catch it either: Node ends the process on an unhandled rejection, and requests are answered 502 until it is up again.`,
      remedy: REMEDIES[server],
    },
    trail: [...process.steps, { at: added, words: 'adds the handler' }],
    facts: { server, handlers: handlers.length },
  };
}

const REMEDIES = {
  Express:
    "Update to Express 5, which passes rejections to its error handlers; or add `require('express-async-errors')` before the routes; or catch the error and give it to `next`.",
  http: 'Catch the error in the handler and answer 500.',
} as const;

function ofStartUp({ startUp }: Uncaught, process: Process): FindingDraft | undefined {
  const [first, ...others] = startUp;
  if (!first) return undefined;
  return {
    is: 'finding',
    severity: 'note',
    at: first.at,
    label: 'not awaited, not caught',
    message: {
      found: `A promise is started with nothing that waits for it or catches its error${alsoAt(others.map((each) => each.at))}.`,
      effect: 'Where it is rejected, Node ends the process, also while the server answers requests.',
      remedy: 'Await it before the server listens, or add a `.catch` that says what to do.',
    },
    trail: process.steps,
    facts: { promises: startUp.length },
  };
}

/** Most other places that a message names. */
const NAMED = 2;

function alsoAt(places: readonly Location[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, NAMED).map(({ file, range }) => `${file}:${String(range.start.line)}`);
  const rest = places.length - named.length;
  return `; the same at ${[...named, ...(rest > 0 ? [`${String(rest)} more`] : [])].join(' and ')}`;
}
