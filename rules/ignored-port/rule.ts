import type { Deployment } from '../../src/deployment/deployment.js';
import {
  editsFor,
  judgePort,
  listenersOf,
  placeOr,
  portInForce,
  stepsTo,
  unfitPort,
  valuesOf,
  type Listener,
  type Listeners,
} from '../../src/deployment/listeners.js';
import { capital, isInScript, listOf, nameOf, serverOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { TextEdit } from '../../src/model/finding.js';
import type { Process } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';
import { knownValue } from '../../src/model/value.js';
import type { PlatformFacts } from '../../src/platforms/platform.js';

export const rule = defineRule({
  id: 'ignored-port',
  title: 'The server does not listen on the port that requests go to',
  severity: 'error',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

type PortFacts = NonNullable<PlatformFacts['port']>;

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const facts = deployment.facts(service).port;
  if (!facts) return;
  const listeners = await listenersOf(service, deployment);
  yield* idle(service, listeners);
  const judged = listeners.all.map((listener) => {
    const wanted = portInForce(service, listener.process, deployment);
    return { listener, wanted, judgement: judgePort(listener.socket, wanted) };
  });
  const first = judged.find(({ judgement }) => judgement !== 'undecided') ?? judged[0];
  const unfit = judged.some(({ judgement }) => judgement === 'fine') ? undefined : unfitFinding(service, facts);
  if (unfit && listeners.idle.length === 0) {
    yield unfit;
    return;
  }
  if (!first) {
    yield* notDecided(service, listeners.gaps[0]);
    return;
  }
  const { listener, wanted } = first;
  if (judged.some(({ judgement }) => judgement === 'fine')) {
    yield* reserved(service, facts, listener.process, wanted);
    return;
  }
  const unexpanded = judged.find((each) => each.listener.socket.unexpanded)?.listener;
  if (unexpanded) {
    yield unexpandedFinding(service, facts, unexpanded);
    return;
  }
  const open = judged.find(({ judgement }) => judgement === 'undecided')?.listener;
  const gap = listeners.gaps[0];
  if (open || gap || judged.every(({ listener: { socket } }) => socket.conditional)) {
    const port = (open ?? listener).socket.port;
    const why = open ? whyOpen(open) : (gap?.why ?? 'it listens only on a condition');
    const at = open || !gap ? placeOr(port, listener.socket.at) : gap.at;
    yield { is: 'undecided', at, why: `Which port ${serverOf(service)} listens on is not decided: ${why}.` };
    return;
  }
  const meant = judged.find((each) => !each.listener.socket.conditional) ?? first;
  const edits = editsFor(listeners.all, (socket) => socket.edits.port);
  yield findingOf(service, facts, { ...meant.listener, edits }, meant.wanted ?? facts.default);
}

/** Where nothing was found that listens, it is not known whether something does. */
function* notDecided(service: Service, gap: Listeners['gaps'][number] | undefined): Generator<Verdict> {
  if (!gap) return;
  const { why, at } = gap;
  yield { is: 'undecided', at, why: `Which port ${serverOf(service)} listens on is not decided: ${why}.` };
}

function whyOpen({ socket: { port, host } }: Listener): string {
  if (port.is === 'unknown') return port.why;
  return host.is === 'known' && host.value.startsWith('unix:') ? 'it is a unix socket' : 'it depends on a condition';
}

function findingOf(
  service: Service,
  facts: PortFacts,
  { socket, edits }: Listener & { edits: readonly TextEdit[] | undefined },
  wanted: number,
): Verdict {
  const { port, server } = socket;
  const at = placeOr(port, socket.at);
  const written = valuesOf(port);
  const isReserved = written.some((each) => facts.reserved.includes(each));
  const isDefault = port.is === 'known' && port.from.by === 'default';
  return {
    is: 'finding',
    at,
    label: written[0] === undefined ? 'no port is given' : `not ${String(wanted)}`,
    severity: facts.finds && !isReserved ? 'warning' : 'error',
    message: {
      found: foundOf(service, socket, facts.variable),
      effect: isReserved
        ? `That port is reserved: the service does not start.`
        : `Requests go to port ${String(wanted)}, the one in \`${facts.variable}\`. ${facts.otherwise}`,
      remedy: remedyOf(service, socket, facts.variable),
    },
    trail: stepsTo(at, socket),
    fixes: edits ? [{ title: `Listen on the port in ${facts.variable}`, safety: 'safe', edits }] : [],
    facts: { server, ...(written[0] !== undefined && { port: written[0] }), expected: wanted, default: isDefault },
  };
}

/** `["uvicorn", "--port", "$PORT"]`, or single quotes: the server gets the name of the variable for its port. */
function unexpandedFinding(service: Service, { variable }: PortFacts, { socket }: Listener): Verdict {
  const { server, unexpanded, steps, at } = socket;
  const text = unexpanded?.text ?? '';
  return {
    is: 'finding',
    at: unexpanded?.at ?? at,
    label: 'no shell reads this',
    severity: 'error',
    message: {
      found: `${capital(serverOf(service))} is given \`${text}\` as it stands: no shell puts in the variable.`,
      effect: `${server} refuses it as a port and does not start.`,
      remedy: `Let a shell read the command: without single quotes around \`$${variable}\`, and in a Dockerfile as \`CMD exec program …\` in place of a list.`,
    },
    trail: steps,
    facts: { server, text, expected: variable },
  };
}

function foundOf(service: Service, { port, server }: Listener['socket'], variable: string): string {
  const name = capital(serverOf(service));
  const unset = (port.is === 'known' || port.is === 'absent' ? (port.unless ?? []) : []).filter(
    (each) => each !== variable,
  );
  const names = listOf(unset);
  const because = unset.length > 0 ? `, as nothing sets ${names}` : '';
  if (port.is === 'absent') return `${name} is given no port${because}, so it gets any that is free.`;
  const ports = valuesOf(port).map(String).join(' or ');
  const isDefault = port.is === 'known' && port.from.by === 'default';
  return `${name} listens on port ${ports}${isDefault ? `, which is ${server}'s default` : because}.`;
}

function remedyOf(service: Service, { at, edits }: Listener['socket'], variable: string): string {
  // A list is read by no shell, so that the variable would stay as it is written.
  if (at.file === knownValue(service.dockerfile) && !edits.port) {
    return `Take the port from the environment variable \`${variable}\`, in a command that a shell reads: \`CMD exec program … $${variable}\`.`;
  }
  return isInScript(at)
    ? `Take the port from the environment: \`process.env.${variable}\`.`
    : `Take the port from the environment variable \`${variable}\`.`;
}

/** The service itself chooses a port that the platform needs. */
function* reserved(
  service: Service,
  { reserved: ports, variable }: PortFacts,
  { environment }: Process,
  wanted: number | undefined,
): Generator<Verdict> {
  const set = environment.variable(variable);
  if (wanted === undefined || !ports.includes(wanted) || set.is !== 'set') return;
  yield {
    is: 'finding',
    at: set.at,
    message: {
      found: `${capital(serverOf(service))} is given port ${String(wanted)}.`,
      effect: 'That port is reserved: the service does not start.',
      remedy: `Leave \`${variable}\` out, or set another port.`,
    },
    facts: { port: wanted, reserved: true },
  };
}

/** The service itself sets the variable to a text that is no port, such as `$PORT`: no shell reads the value of a variable. */
function unfitFinding(service: Service, { variable }: PortFacts): Verdict | undefined {
  const own = unfitPort(service, variable);
  if (!own) return undefined;
  return {
    is: 'finding',
    at: own.at,
    label: 'not a number',
    message: {
      found: `\`${variable}\` of ${nameOf(service, 'this web service')} is the text \`${own.value}\`, which is no port.${own.value.includes('$') ? ' Nothing puts a variable into it.' : ''}`,
      effect: 'A server that is given it for its port ends at once, or listens where no request arrives.',
      remedy: `Leave \`${variable}\` out: the platform sets it.`,
    },
    facts: { text: own.value, expected: variable },
  };
}

/** A web service that starts nothing but programs which open no port. */
function* idle(service: Service, { idle: programs }: Listeners): Generator<Verdict> {
  const [first] = programs;
  if (!first || service.inferred || first.conditional) return;
  const { name } = first.program;
  yield {
    is: 'finding',
    at: first.at,
    label: 'it opens no port',
    message: {
      found: `${capital(serverOf(service))} is \`${name}\`, which opens no port.`,
      effect: 'A web service without an open port does not pass its deploy.',
      remedy: 'Make it a background worker, or start a server in it.',
    },
    trail: first.steps.slice(0, -1),
    facts: { program: name },
  };
}
