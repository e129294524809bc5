import type { Deployment } from '../../src/deployment/deployment.js';
import {
  edgeOf,
  editsOf,
  listenersOf,
  placeOr,
  stepsTo,
  type Edge,
  type Listener,
  type Listeners,
} from '../../src/deployment/listeners.js';
import { capital, serverOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Message, Severity, TextEdit } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';
import { judge } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'short-keep-alive',
  title: 'The server closes idle connections before the platform does',
  severity: 'warning',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const edge = edgeOf(service, deployment);
  if (!edge) return;
  const listeners = await listenersOf(service, deployment);
  // Development servers have faults of their own.
  const own = listeners.routed.filter(({ process }) => process.program.role !== 'dev-server');
  const judged = own.map((listener) => [listener, judgeTime(listener, edge)] as const);
  const [first] = own;
  // As rarely as a connection is reused at that moment, one server that keeps them speaks for the others.
  if (judged.some(([, judgement]) => judgement === 'fine')) return;
  if (!first) {
    if (listeners.routed.length === 0) yield* notDecided(service, listeners.gaps[0]);
    return;
  }
  const open = judged.find(([, judgement]) => judgement === 'undecided')?.[0];
  // A program that is not known may be a proxy in front.
  const gap = listeners.gaps[0];
  if (open || gap) {
    const { socket } = open ?? first;
    const why = gap?.why ?? whyOpen(socket.keepAlive);
    const at = open ? placeOr(socket.keepAlive, socket.at) : (gap?.at ?? socket.at);
    yield* notDecided(service, { why, at });
    return;
  }
  yield findingOf(
    service,
    first,
    edge,
    editsOf(first, own, ({ keepAlive }) => keepAlive?.(edge.advised)),
  );
}

function* notDecided(service: Service, gap: Listeners['gaps'][number] | undefined): Generator<Verdict> {
  if (!gap) return;
  const { why, at } = gap;
  yield { is: 'undecided', at, why: `How long ${serverOf(service)} keeps idle connections is not decided: ${why}.` };
}

function judgeTime({ socket: { keepAlive } }: Listener, { idleTimeout }: Edge): 'wrong' | 'fine' | 'undecided' {
  return keepAlive.is === 'absent' ? 'fine' : judge(keepAlive, (time) => time < idleTimeout);
}

function whyOpen(keepAlive: Listener['socket']['keepAlive']): string {
  return keepAlive.is === 'unknown' ? keepAlive.why : 'it depends on a condition';
}

function findingOf(
  service: Service,
  { socket }: Listener,
  edge: Edge,
  edits: readonly TextEdit[] | undefined,
): Verdict {
  const { keepAlive, server } = socket;
  const at = placeOr(keepAlive, socket.at);
  const time = keepAlive.is === 'known' ? keepAlive.value : 0;
  const isDefault = keepAlive.is === 'known' && keepAlive.from.by === 'default';
  return {
    is: 'finding',
    at,
    label: `${seconds(time)}, ${isDefault ? `${server}'s default` : 'less than the edge'}`,
    severity: severityOf(service, socket, time, edge),
    message: messageOf(service, socket, time, edge),
    trail: stepsTo(at, socket),
    fixes: edits ? [{ title: `Keep idle connections for ${seconds(edge.advised)}`, safety: 'safe', edits }] : [],
    facts: { server, milliseconds: time, edge: edge.idleTimeout, default: isDefault },
  };
}

/** So near to the edge's time that the two rarely meet, in ms. */
const NEAR = 5_000;

function severityOf(
  service: Service,
  { keepAliveFixed }: Listener['socket'],
  time: number,
  { idleTimeout }: Edge,
): Severity {
  return service.inferred || keepAliveFixed || time > idleTimeout - NEAR ? 'note' : 'warning';
}

function messageOf(
  service: Service,
  socket: Listener['socket'],
  time: number,
  { idleTimeout, advised, name }: Edge,
): Message {
  const { keepAlive, server, keepAliveFixed } = socket;
  const because = keepAlive.is === 'known' && keepAlive.from.by === 'default' ? `, which is ${server}'s default` : '';
  return {
    found: `${capital(serverOf(service))} closes a connection that was idle for ${seconds(time)}${because}.`,
    effect: `${name} keeps one for up to ${seconds(idleTimeout)} and may send a request just when the server closes it: that request gets 502.`,
    remedy: keepAliveFixed
      ? `${server} has no setting for it: where this happens, serve the app with a server that has one.`
      : `Keep idle connections for longer than ${seconds(idleTimeout)}, such as ${seconds(advised)}.`,
  };
}

function seconds(milliseconds: number): string {
  return `${String(milliseconds / 1_000)} s`;
}
