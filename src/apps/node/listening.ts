import type { Run } from '../../code/run/run.js';
import { pathOfExternal, type Call, type External, type JsValue } from '../../code/run/values.js';
import type { Location } from '../../model/location.js';
import { FRAMEWORKS, NEST_FASTIFY, PASSING, PLAIN, WRAPPERS, type Framework } from './frameworks.js';

/** A call with which a program begins to listen. */
export interface Listening {
  framework: Framework;
  call: Call;
  /** The call that made the server. */
  make: Call;
}

/** Most calls that listen in one program: a real one has a handful, and each is compared with all that it calls. */
const MAX_LISTENING = 50;

/** The calls with which a program listens, and those that may be some. */
export function listeningCalls(run: Run): {
  found: readonly Listening[];
  unclear: readonly { why: string; at: Location }[];
} {
  const found: Listening[] = [];
  const unclear: { why: string; at: Location }[] = [];
  for (const call of run.calls) {
    const listening = listeningOf(call);
    if (listening) found.push(listening);
    else if (mayListen(call)) unclear.push({ why: 'what listens here is not known', at: call.at });
  }
  const beyond = found[MAX_LISTENING];
  if (beyond) return { found: [], unclear: [{ why: 'the program listens too often', at: beyond.call.at }] };
  const lasting = found.filter((each) => !isProbe(each, run));
  // Another protocol's server stands beside the one that is asked over HTTP.
  const own = lasting.filter(({ framework }) => framework !== PLAIN);
  return { found: own.length > 0 ? own : lasting, unclear };
}

function listeningOf(call: Call): Listening | undefined {
  const { callee } = call;
  if (callee.is !== 'external') return undefined;
  const path = pathOfExternal(callee);
  if (path) {
    const framework = madeBy(path, call);
    return framework && listensAtOnce(framework, call) ? { framework, call, make: call } : undefined;
  }
  if (callee.origin.by !== 'member') return undefined;
  const instance = instanceOf(callee.origin.of);
  if (instance?.framework.listen.includes(callee.origin.name) !== true) return undefined;
  return { ...instance, call };
}

/** `serve(app)`; `new Server(3000)` of Socket.IO; ws unless it is part of another server. */
function listensAtOnce({ listen, title }: Framework, { args }: Call): boolean {
  const [first, second] = args;
  if (title === 'Socket.IO') return first?.is === 'primitive' && Number(first.value) > 0;
  if (title === 'ws') return first?.is === 'object' && first.cells.has('port');
  // A server that brings its own is started elsewhere.
  if (title === 'Hono' && listen.length === 0) return first !== undefined;
  return listen.length === 0 && (first ?? second) !== undefined;
}

/** The server that a value is, whatever was called on it on the way. */
export function instanceOf(value: JsValue): { framework: Framework; make: Call } | undefined {
  let each: JsValue | undefined = value;
  for (let turn = 0; turn < 100 && each?.is === 'external'; turn++) {
    const { origin }: External = each;
    if (origin.by === 'member') {
      each = wrapped(origin.of);
      continue;
    }
    if (origin.by !== 'call') return undefined;
    const { call } = origin;
    const { callee } = call;
    if (callee.is !== 'external') return undefined;
    const path = pathOfExternal(callee);
    if (path) {
      const framework = madeBy(path, call);
      if (framework) return { framework, make: call };
      each = wrapped(each);
    } else if (callee.origin.by === 'member' && PASSING.has(callee.origin.name)) each = callee.origin.of;
    else return undefined;
  }
  return undefined;
}

/** The server that a wrapper is given. */
function wrapped(value: External): JsValue | undefined {
  if (value.origin.by !== 'call') return undefined;
  const { callee, args } = value.origin.call;
  const path = callee.is === 'external' ? pathOfExternal(callee) : undefined;
  return path?.[0] !== undefined && WRAPPERS.has(path[0]) ? args[0] : undefined;
}

const BY_PATH = new Map([...FRAMEWORKS, PLAIN].flatMap((each) => each.makes.map((path) => [path, each] as const)));

function madeBy(path: readonly string[], { args }: Call): Framework | undefined {
  const framework = BY_PATH.get(path.join('.'));
  if (framework?.title !== 'Nest') return framework;
  const adapter = args[1];
  const made = adapter?.is === 'external' && adapter.origin.by === 'call' ? adapter.origin.call.callee : undefined;
  const isFastify = made?.is === 'external' && pathOfExternal(made)?.join('.') === NEST_FASTIFY.makes[0];
  return isFastify ? NEST_FASTIFY : framework;
}

/** A call of `listen` on something that is not known, with what may be a port. */
function mayListen({ callee, node, args }: Call): boolean {
  const name = callee.is === 'external' ? callee.origin.by === 'member' && callee.origin.name : calledName(node);
  if (name !== 'listen') return false;
  if (callee.is === 'external' && callee.origin.by === 'member' && isBrowser(callee.origin.of)) return false;
  const [first] = args;
  return (
    first?.is !== 'function' &&
    !(first?.is === 'primitive' && typeof first.value === 'string' && !/^\d+$/.test(first.value))
  );
}

/** Packages whose `listen` opens no port. */
function isBrowser(value: External): boolean {
  const path = pathOfExternal(value);
  return path?.[0] === 'history' || path?.[0] === 'msw/node';
}

function calledName(node: Call['node']): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { property } = node.callee;
  return property.type === 'Identifier' ? property.name : undefined;
}

/** A server that is closed as soon as it listens, to see whether a port is free. */
function isProbe({ call, make }: Listening, { calls }: Run): boolean {
  return calls.some(({ callee, within, conditional }) => {
    if (callee.is !== 'external' || callee.origin.by !== 'member' || callee.origin.name !== 'close') return false;
    const closed = instanceOf(callee.origin.of);
    if (closed?.make !== make) return false;
    const inner = within.at(-1) ?? '';
    // On a signal or a failure every server is closed.
    return (
      inner === 'listen()' ||
      /^(?:once|on)\('listening'\)$/.test(inner) ||
      (!conditional && within.length === call.within.length)
    );
  });
}
