import type { Step, TextEdit } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Process } from '../model/process.js';
import type { Service } from '../model/service.js';
import type { Socket } from '../model/socket.js';
import type { Known, Value } from '../model/value.js';
import { USUAL_IDLE_TIMEOUT } from '../platforms/platform.js';
import type { Deployment } from './deployment.js';

/** A socket with the process that opens it. */
export interface Listener {
  socket: Socket;
  process: Process;
}

/** What a service listens on. */
export interface Listeners {
  all: readonly Listener[];
  /** Those that the requests of the platform reach: on its port; where none is, all. */
  routed: readonly Listener[];
  /** Why there may be others: each a clause with its place. */
  gaps: readonly { why: string; at: Location }[];
  /** Nothing that the service starts opens a port: the programs. */
  idle: readonly Process[];
}

/** What the started programs of a service listen on. */
export async function listenersOf(service: Service, deployment: Deployment): Promise<Listeners> {
  const { processes, gaps } = await deployment.launch(service);
  const all: Listener[] = [];
  // A file that is missing may be made by the build: whether its source can be read shows below.
  const unsure: { why: string; at: Location }[] = gaps.flatMap(({ why, at, missing }) =>
    missing ? [] : [{ why, at }],
  );
  // What an inferred service starts is only likely, and its development server often belongs to a static site.
  const own = processes.filter(({ program }) => !(service.inferred && program.role === 'dev-server'));
  for (const process of own) {
    const sockets = await deployment.sockets(process);
    all.push(...sockets.sockets.map((socket) => ({ socket, process })));
    unsure.push(...sockets.gaps);
  }
  const onPort = all.filter(
    ({ socket, process }) => judgePort(socket, portInForce(service, process, deployment)) === 'fine',
  );
  const isIdle = processes.length > 0 && processes.every(({ program }) => program.role === 'worker');
  if (all.length === 0 && unsure.length === 0 && !isIdle) unsure.push(...silent(own));
  return { all, routed: onPort.length > 0 ? onPort : all, gaps: unsure, idle: isIdle ? processes : [] };
}

/** A program that was read to its end may listen in a way that is not known. */
function silent(processes: readonly Process[]): Listeners['gaps'] {
  const last = processes.findLast(({ program }) => program.role === 'runtime' || program.role === 'dev-server');
  if (!last) return [];
  return [{ why: `nothing with which \`${last.program.name}\` begins to listen was found`, at: last.at }];
}

/** The port that requests go to; undefined where the platform has none. */
export function portInForce(service: Service, { environment }: Process, deployment: Deployment): number | undefined {
  const { port } = deployment.facts(service);
  if (!port) return undefined;
  const variable = environment.variable(port.variable);
  const set = variable.is === 'set' && variable.value.is === 'known' ? Number(variable.value.value) : NaN;
  return Number.isInteger(set) ? set : port.default;
}

/** What a service itself sets its port to, where that is a text that is no number, such as `$PORT`. */
export function unfitPort({ env }: Service, variable: string): Known<string> | undefined {
  const own = env.findLast(({ key }) => key === variable)?.value;
  return own?.is === 'known' && !/^\d*$/.test(own.value.trim()) ? own : undefined;
}

/** What keeps connections to a service open, as a sentence begins, for how long, and what it advises servers, both in ms. */
export interface Edge {
  name: string;
  idleTimeout: number;
  advised: number;
}

/** What stands in front of a service; undefined where the platform's is not known. */
export function edgeOf(service: Service, deployment: Deployment): Edge | undefined {
  const { edge, title } = deployment.facts(service);
  if (!edge) return undefined;
  const { idleTimeout, advised } = edge;
  // Where a service goes that no platform file declares is not known.
  return service.inferred
    ? { name: 'A load balancer usually', idleTimeout: USUAL_IDLE_TIMEOUT, advised }
    : { name: `${title}'s edge`, idleTimeout, advised };
}

/** Whether a socket is on a port. A unix socket has none. */
export function judgePort({ port, host }: Socket, wanted: number | undefined): 'fine' | 'wrong' | 'undecided' {
  if (wanted === undefined) return 'undecided';
  if (isUnix(host)) return 'undecided';
  switch (port.is) {
    case 'absent':
      return 'wrong';
    case 'unknown':
      return 'undecided';
    case 'known':
      return port.value === wanted ? 'fine' : 'wrong';
    case 'oneOf': {
      const fine = port.values.filter(({ value }) => value === wanted).length;
      if (fine === port.values.length) return 'fine';
      return fine === 0 ? 'wrong' : 'undecided';
    }
  }
}

function isUnix(host: Value<string>): boolean {
  return host.is === 'known' && (host.value.startsWith('unix:') || host.value.startsWith('/'));
}

/**
 * The edits that mend what a service listens on, where it is clear which listener is meant for requests: the only one that
 * opens for certain, or those of which one opens.
 */
export function editsFor(
  listeners: readonly Listener[],
  edit: (socket: Socket) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const certain = listeners.filter(({ socket }) => !socket.conditional);
  const edits = certain.map(({ socket }) => edit(socket));
  if (edits.length === 0 || edits.includes(undefined)) return undefined;
  const all = edits.flatMap((each) => each ?? []);
  const different = all.filter((each, index) => all.findIndex((other) => isSameEdit(each, other)) === index);
  // The same call may be made by several processes of a cluster.
  return areAlternatives(certain) || different.length === edits[0]?.length ? different : undefined;
}

function areAlternatives(listeners: readonly Listener[]): boolean {
  return listeners.every(({ socket, process }) => socket.alternative && process === listeners[0]?.process);
}

function isSameEdit(one: TextEdit, other: TextEdit): boolean {
  const { start, end } = one.at.range;
  const place = other.at.range;
  const isThere =
    one.at.file === other.at.file && start.offset === place.start.offset && end.offset === place.end.offset;
  return isThere && one.text === other.text;
}

/** Whether an address is reached from the same machine only. */
export function isLoopback(host: string): boolean {
  const bare = host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare) || bare.startsWith('::ffff:127.');
}

/** What is known of a value, for a sentence: `127.0.0.1`, or several. */
export function valuesOf<T>(value: Value<T>): readonly T[] {
  if (value.is === 'known') return [value.value];
  return value.is === 'oneOf' ? value.values.map((each) => each.value) : [];
}

/** The place of a value, else another. */
export function placeOr<T>(value: Value<T>, otherwise: Location): Location {
  return value.is === 'oneOf' ? (value.values[0]?.at ?? otherwise) : value.at;
}

/** The chain to a place where something of a socket is set: by way of the call that opens it, where that is elsewhere. */
export function stepsTo(place: Location, { at, steps, server }: Socket): readonly Step[] {
  return place === at ? steps : [...steps, { at, words: `${server} begins to listen` }];
}
