import type { Run } from '../../code/run/run.js';
import type { Primitive } from '../../code/run/values.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Socket, Sockets } from '../../model/socket.js';
import type { Absent, Known, Unknown, Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { socketEdits } from './edits.js';
import type { Framework } from './frameworks.js';
import { excludeEachOther, onEverySide } from './sides.js';
import { givenTo } from './given.js';
import { keepAliveOf, timeSet } from './keep-alive.js';
import { listeningCalls, type Listening } from './listening.js';
import { byDefault, hostOf, orElse, portOf, settingOf } from './settings.js';
import { oldFastifyKeepAlive } from './versions.js';

/** What a program that was run in the mind listens on. */
export function programSockets(repository: Repository, run: Run, process: Process): Sockets {
  const { found, unclear } = listeningCalls(run);
  const certain = onEverySide(found.map(({ call }) => call));
  const isChoice = certain.size > 1 && excludeEachOther([...certain]);
  const sockets = found.flatMap((each) => {
    const isCertain = certain.has(each.call);
    const socket = socketOf(repository, run, process, each);
    if (!socket) return [];
    if (process.conditional || !isCertain) return { ...socket, conditional: true as const };
    return isChoice ? { ...socket, alternative: true as const } : socket;
  });
  const { leftOut } = run.program;
  const gaps = run.gaps.filter((gap) => sockets.length === 0 || gap.at.file === '' || leftOut.includes(gap));
  return { sockets, gaps: [...gaps, ...unclear] };
}

function socketOf(repository: Repository, run: Run, process: Process, listening: Listening): Socket | undefined {
  const { call } = listening;
  const framework = inVersion(repository, process, listening.framework);
  const own = { ...listening, framework };
  const at = listenPlace(own);
  const given = givenTo(run, own);
  if (given.path) return undefined;
  const { title, source } = framework;
  const port = orElse(settingOf(given.port, at, portOf), ownPort(framework, run, at));
  const host = orElse(
    orElse(settingOf(given.host, at, hostOf), ownVariable(run, framework.variables?.host, at, hostOf)),
    byDefault(framework.host, title, source, at),
  );
  const keepAlive = keepAliveOf(run, own, at);
  return {
    server: title,
    host,
    port,
    keepAlive,
    headersTimeout: timeSet(run, own, 'headersTimeout', at),
    requestTimeout: timeSet(run, own, 'requestTimeout', at),
    at,
    steps: stepsOf(process, call.stack),
    edits: socketEdits(run.program.modules, own, { host, port, keepAlive, given, at }),
  };
}

/** Fastify 3 leaves the time to Node. */
function inVersion(repository: Repository, process: Process, framework: Framework): Framework {
  if (framework.title !== 'Fastify' && framework.title !== 'Nest on Fastify') return framework;
  const keepAlive = oldFastifyKeepAlive(repository, process.folder);
  return keepAlive === undefined ? framework : { ...framework, keepAlive };
}

/** The name of the method, as a call may go over many lines. */
function listenPlace({ call }: Listening): Location {
  const { node, at, module } = call;
  const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : undefined;
  const name = callee?.type === 'MemberExpression' ? callee.property : callee;
  return name ? module.program.lines.location(name.start ?? 0, name.end ?? 0) : at;
}

function ownPort({ port, title, source, variables }: Framework, run: Run, at: Location): Value<number> {
  const own = ownVariable(run, variables?.port, at, portOf);
  return orElse(own, port === undefined ? { is: 'absent', at } : byDefault(port, title, source, at));
}

/** The first of these variables that is set, by the service or by the program itself. */
function ownVariable<T>(
  { machine }: Run,
  names: readonly string[] | undefined,
  at: Location,
  read: (value: Primitive) => Known<T> | Absent | Unknown,
): Value<T> {
  const values = (names ?? []).map((name) => settingOf(machine.member(machine.env, name, at), at, read));
  return values.reduce<Value<T>>((before, value) => orElse(before, value), { is: 'absent', at });
}

/** Most steps of the program itself that a chain shows. */
const MAX_STEPS = 6;

/** From the start command to the call: each file once, and the functions in between. */
function stepsOf({ steps }: Process, stack: Listening['call']['stack']): readonly Step[] {
  const own = stack.map(({ at, words }): Step => ({ at, words: `${at.file} ${words}` }));
  return [...steps, ...own.slice(-MAX_STEPS)];
}
