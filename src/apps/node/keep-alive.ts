import { alternatives, type External, type JsValue } from '../../code/run/values.js';
import type { Run } from '../../code/run/run.js';
import type { Location } from '../../model/location.js';
import type { Value } from '../../model/value.js';
import type { Framework } from './frameworks.js';
import { instanceOf, type Listening } from './listening.js';
import { byDefault, orElse, settingOf, timeOf } from './settings.js';

/** The times of Node's http server that a program can set. */
export type Time = 'keepAliveTimeout' | 'headersTimeout' | 'requestTimeout';

/**
 * What a program sets one of these times to: on the server, wherever it is reached from, or by an option of the call
 * that makes it. Unknown where it sets it on something that cannot be told.
 */
export function timeSet(run: Run, listening: Listening, time: Time, at: Location): Value<number> {
  const { keepAliveOption } = listening.framework;
  const own = settingOf(writtenOn(run, listening, time), at, timeOf(1));
  const option =
    time === 'keepAliveTimeout' ? keepAliveOption : { name: time, unit: 1, within: keepAliveOption?.within };
  const given = option ? settingOf(optionOf(run, listening, option, at), at, timeOf(option.unit)) : own;
  const set = orElse(own, given);
  if (set.is !== 'absent' || !run.lost.has(time)) return set;
  return { is: 'unknown', why: `${time} is set on something that is not followed`, at };
}

/** How long an idle connection is kept. */
export function keepAliveOf(run: Run, listening: Listening, at: Location): Value<number> {
  const { framework } = listening;
  const set = timeSet(run, listening, 'keepAliveTimeout', at);
  if (set.is !== 'absent') return set;
  if (hasOwnServer(listening)) return { is: 'unknown', why: 'the program makes its server in a way of its own', at };
  const { keepAlive, title, source } = framework;
  return keepAlive === undefined ? { is: 'absent', at } : orElse(set, byDefault(keepAlive, title, source, at));
}

/**
 * Fastify's `serverFactory`, Hapi's `listener`, Hono's `createServer`, the function that Adonis is started with: what they
 * give is not looked into.
 */
function hasOwnServer({ make, call, framework }: Listening): boolean {
  if (framework.title === 'Adonis' && call.args.length > 0) return true;
  return make.args.some((arg) =>
    alternatives(arg).some(
      (each) =>
        each.is === 'object' && ['serverFactory', 'listener', 'createServer'].some((name) => each.cells.has(name)),
    ),
  );
}

/** An option in any object that the call is given. */
function optionOf(
  run: Run,
  { call, make }: Listening,
  { name, within, listen }: { name: string; within?: string | undefined; listen?: boolean },
  at: Location,
): JsValue | undefined {
  const made = make.args
    .flatMap(withOwnArguments)
    .map((arg) => (within === undefined || arg.is !== 'object' ? arg : run.machine.member(arg, within, at)));
  for (const each of listen ? [...call.args, ...made] : made) {
    if (each.is !== 'object') continue;
    const value = run.machine.member(each, name, at);
    if (value.is !== 'primitive' || value.value !== undefined) return value;
  }
  return undefined;
}

/** `new FastifyAdapter({ keepAliveTimeout })` hands its options on. */
function withOwnArguments(arg: JsValue): readonly JsValue[] {
  return arg.is === 'external' && arg.origin.by === 'call' && arg.origin.call.constructs
    ? [arg, ...arg.origin.call.args]
    : [arg];
}

/** What is written to a property of the server that listens; of several places, the last. */
function writtenOn({ calls }: Run, listening: Listening, name: string): JsValue | undefined {
  let found: JsValue | undefined;
  for (const { result } of calls) {
    for (const each of withMembers(result, 3)) {
      const cell = each.cells.get(name);
      if (cell && isServerOf(each, listening)) found = cell.value;
    }
  }
  return found;
}

function withMembers(value: External, depth: number): readonly External[] {
  if (depth === 0) return [value];
  return [value, ...[...value.members.values()].flatMap((each) => withMembers(each, depth - 1))];
}

/** Whether an object is the http server behind a call of `listen`. */
function isServerOf(value: External, { framework, call, make }: Listening): boolean {
  if (value === call.result) return true;
  const { origin } = value;
  if (origin.by === 'call') {
    if (origin.call === make) return isServerItself(framework);
    const { callee } = origin.call;
    if (callee.is !== 'external' || callee.origin.by !== 'member')
      return instanceOf(value)?.make === make && isServerItself(framework);
    // `app.getHttpServer()`, `app.listen(…).on(…)`, `server.setTimeout(…)`
    if (framework.keepAliveOn.includes(callee.origin.name)) return instanceOf(callee.origin.of)?.make === make;
    return isServerOf(callee.origin.of, { framework, call, make });
  }
  if (origin.by !== 'member') return false;
  const holder = instanceOf(origin.of);
  if (framework.keepAliveOn.includes(origin.name) && holder?.make === make) return true;
  // `io.httpServer` of Socket.IO is the server that it was given.
  const isGiven = holder?.make.args.some((arg) => instanceOf(arg)?.make === make) === true;
  if (isGiven && holder.framework.keepAliveOn.includes(origin.name)) return true;
  // `{ server }` of what a call gives.
  return origin.name === 'server' && origin.of === call.result;
}

function isServerItself({ title }: Framework): boolean {
  return title.startsWith('Node ') || title === 'Hono' || title === 'tRPC';
}
