import type { Deployment } from '../../src/deployment/deployment.js';
import {
  editsOf,
  isLoopback,
  listenersOf,
  placeOr,
  stepsTo,
  valuesOf,
  type Listener,
  type Listeners,
} from '../../src/deployment/listeners.js';
import { capital, code, listOf, serverOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Message, TextEdit } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';
import { judge } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'loopback-bind',
  title: 'The server listens on a local address only',
  severity: 'error',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  if (!deployment.facts(service).port) return;
  const listeners = await listenersOf(service, deployment);
  const judged = listeners.routed.map((listener) => [listener, judgeHost(listener)] as const);
  // One that answers is enough: the others may be for the machine itself.
  if (judged.some(([, judgement]) => judgement === 'fine')) return;
  const [first] = listeners.routed;
  if (!first) {
    yield* notDecided(service, listeners.gaps[0]);
    return;
  }
  const open = judged.find(([, judgement]) => judgement === 'undecided')?.[0] ?? conditional(listeners);
  const gap = listeners.gaps[0];
  if (open || gap) {
    const why = gap?.why ?? whyOpen(open ?? first);
    const at = open ? placeOr(open.socket.host, open.socket.at) : (gap?.at ?? first.socket.at);
    yield* notDecided(service, { why, at });
    return;
  }
  yield findingOf(
    service,
    deployment,
    first,
    editsOf(first, listeners.routed, ({ host }) => host),
  );
}

function* notDecided(service: Service, gap: Listeners['gaps'][number] | undefined): Generator<Verdict> {
  if (!gap) return;
  const { why, at } = gap;
  yield { is: 'undecided', at, why: `Which address ${serverOf(service)} listens on is not decided: ${why}.` };
}

function judgeHost({ socket: { host } }: Listener): 'wrong' | 'fine' | 'undecided' {
  return host.is === 'absent' ? 'fine' : judge(host, isLoopback);
}

/** A server that may not be started at all. */
function conditional({ routed }: Listeners): Listener | undefined {
  const [first] = routed;
  return routed.every(({ socket }) => socket.conditional) ? first : undefined;
}

function whyOpen({ socket: { host } }: Listener): string {
  return host.is === 'unknown' ? host.why : 'it depends on a condition';
}

function findingOf(
  service: Service,
  deployment: Deployment,
  { socket, process }: Listener,
  edits: readonly TextEdit[] | undefined,
): Verdict {
  const { host, server } = socket;
  const at = placeOr(host, socket.at);
  const address = valuesOf(host)[0] ?? '';
  const isDefault = host.is === 'known' && host.from.by === 'default';
  return {
    is: 'finding',
    at,
    label: isDefault ? `${server} listens on ${address} by default` : 'a local address',
    message: messageOf(service, deployment, { socket, process }),
    trail: stepsTo(at, socket),
    fixes: edits ? [{ title: 'Listen on 0.0.0.0', safety: 'safe', edits }] : [],
    facts: { server, host: address, default: isDefault },
  };
}

function messageOf(service: Service, deployment: Deployment, { socket }: Listener): Message {
  const { title } = deployment.facts(service);
  const { host, server } = socket;
  const address = valuesOf(host).map(code).join(' or ');
  const unset = host.is === 'known' ? (host.unless ?? []) : [];
  const names = listOf(unset);
  const because =
    host.is === 'known' && host.from.by === 'default'
      ? `, which is ${server}'s default`
      : unset.length > 0
        ? `, as nothing sets ${names}`
        : '';
  return {
    found: `${capital(serverOf(service))} listens on ${address}${because}.`,
    effect: `That address is reached from inside its own machine only: ${title} cannot connect, and every request gets 502.`,
    remedy:
      unset.length > 0 && !service.inferred
        ? `Listen on \`0.0.0.0\`, unless ${names} is set in the dashboard.`
        : 'Listen on `0.0.0.0`.',
  };
}
