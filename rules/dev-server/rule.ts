import type { Deployment } from '../../src/deployment/deployment.js';
import { listenersOf } from '../../src/deployment/listeners.js';
import { capital, nameOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Message, Severity } from '../../src/model/finding.js';
import type { Process } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';
import { instead, insteadInCode } from './servers.js';

export const rule = defineRule({
  id: 'dev-server',
  title: 'A web service runs a development server',
  severity: 'warning',
  statuses: [403, 502],
  scope: 'service',
  // What an inferred service starts is only likely, and its development server often belongs to a static site. A
  // Procfile is written for a deploy.
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined && isMeant(service),
  check,
});

function isMeant({ inferred, inferredFrom }: Service): boolean {
  return !inferred || inferredFrom === 'Procfile';
}

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const { processes } = await deployment.launch(service);
  for (const process of processes) {
    if (process.program.role === 'runtime') yield* inCode(service, deployment, process);
    if (process.program.role !== 'dev-server' || isForProduction(process)) continue;
    const { name } = process.program;
    if (process.conditional) {
      const why = `Whether ${nameOf(service)} runs the development server \`${name}\` depends on a condition that is not decided.`;
      yield { is: 'undecided', at: process.at, why };
      continue;
    }
    const refuses = deployment.refusesHosts(process) && (await isReached(service, deployment, process));
    yield {
      is: 'finding',
      at: process.at,
      label: 'a development server',
      severity: severityOf(process, refuses),
      statuses: refuses ? [403] : (instead(process.program).statuses ?? []),
      message: messageOf(service, deployment, process, refuses),
      trail: process.steps.slice(0, -1),
      facts: { program: name, refusesHosts: refuses },
    };
  }
}

/** Whether requests may reach a process: not where another one listens on the port that they go to. */
async function isReached(service: Service, deployment: Deployment, process: Process): Promise<boolean> {
  const { routed } = await listenersOf(service, deployment);
  return routed.length === 0 || routed.some((each) => each.process === process);
}

/** What the code that a process runs starts: Flask's `app.run()`. */
async function* inCode(service: Service, deployment: Deployment, process: Process): AsyncGenerator<Verdict> {
  const { sockets } = await deployment.sockets(process);
  const socket = sockets.find(({ development }) => development !== undefined);
  if (!socket?.development) return;
  const { server, development, at, steps } = socket;
  // Beside another server, it may be for numbers or for checks alone.
  if (sockets.some((each) => each.development === undefined && !each.conditional)) return;
  if (process.conditional || socket.conditional) {
    const why = `Whether ${nameOf(service)} runs the development server of ${server} depends on a condition that is not decided.`;
    yield { is: 'undecided', at, why };
    return;
  }
  const { effect, remedy } = insteadInCode(server, development);
  yield {
    is: 'finding',
    at,
    label: WHAT[development],
    severity: development === 'plain' ? 'note' : 'warning',
    statuses: [502],
    message: { found: `${capital(nameOf(service))} starts ${server} here, ${WHAT[development]}.`, effect, remedy },
    trail: steps,
    facts: { program: server, refusesHosts: false },
  };
}

const WHAT = {
  server: 'a development server',
  reload: 'which starts again whenever a file changes',
  plain: 'a server for small purposes',
} as const;

/** Reflex runs what it built with this option (https://reflex.dev/docs/hosting/self-hosting/). */
function isForProduction({ program }: Process): boolean {
  const { name, words } = program;
  return name === 'reflex' && (words.includes('--env=prod') || words[words.indexOf('--env') + 1] === 'prod');
}

function severityOf({ program }: Process, refuses: boolean): Severity {
  if (refuses) return 'error';
  return program.name === 'http.server' ? 'note' : 'warning';
}

function messageOf(service: Service, deployment: Deployment, { program }: Process, refuses: boolean): Message {
  const { title } = deployment.facts(service);
  const words = program.words.map((word) => word ?? '…').join(' ');
  const { effect, remedy } = instead(program);
  return {
    found: `${capital(nameOf(service))} starts \`${words}\`, a development server.`,
    effect: refuses
      ? `It answers only requests for a local host: those that reach it under the service's name on ${title} get 403.`
      : effect,
    remedy,
  };
}
