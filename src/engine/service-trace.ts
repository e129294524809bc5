import { serverOf } from '../launch/server.js';
import type { ServiceLabel } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Launch, Process } from '../model/process.js';
import type { Service } from '../model/service.js';
import type { Sockets } from '../model/socket.js';
import type { ProcessTrace, ServiceTrace } from '../model/trace.js';
import type { Repository } from '../repository/repository.js';
import { serviceSummary } from './service-summary.js';

/**
 * A service with what its start command comes to, as plain data. `launch` is undefined where it was not followed;
 * `sockets` holds the processes that were read.
 */
export function serviceTrace(
  service: Service,
  label: ServiceLabel,
  launch: Launch | undefined,
  sockets: ReadonlyMap<Process, Sockets>,
  repository: Repository,
): ServiceTrace {
  const { runtime, root, buildCommand, preDeployCommand, startCommand, dockerfile, dockerContext } = service;
  const { image, healthCheckPath, publishPath, region, plan } = service;
  const server = launch && serverOf(launch);
  const traced = (process: Process, state: ProcessTrace['server']): ProcessTrace => ({
    ...processTrace(process, state, repository),
    ...socketsTrace(sockets.get(process)),
  });
  return {
    ...serviceSummary(service, label, launch),
    ...(service.elsewhere !== undefined && { elsewhere: service.elsewhere }),
    settings: {
      ...{ runtime, root, buildCommand, preDeployCommand, startCommand, dockerfile, dockerContext },
      ...{ image, healthCheckPath, publishPath, region, plan },
    },
    routes: service.routes,
    refusedRoutes: service.refusedRoutes,
    folder: launch?.folder,
    processes: launch?.processes.map((each) => traced(each, serverState(each, server))) ?? [],
    before: launch?.before.map((each) => traced(each, 'no')) ?? [],
    gaps: launch?.gaps ?? [],
    ...(launch?.ends && { ends: launch.ends }),
  };
}

function serverState(process: Process, server: ReturnType<typeof serverOf>): ProcessTrace['server'] {
  if (server !== 'undecided') return process === server ? 'yes' : 'no';
  const { role } = process.program;
  return role === 'worker' || role === 'task' ? 'no' : 'undecided';
}

function socketsTrace(found: Sockets | undefined): Pick<ProcessTrace, 'sockets' | 'openSockets'> {
  return {
    sockets: (found?.sockets ?? []).map(({ server, host, port, keepAlive, at, conditional }) => ({
      ...{ server, host, port, keepAlive, at },
      conditional: conditional === true,
    })),
    openSockets: found?.gaps ?? [],
  };
}

function processTrace(
  process: Process,
  server: ProcessTrace['server'],
  repository: Repository,
): Omit<ProcessTrace, 'sockets' | 'openSockets'> {
  const { program, folder, steps, at, conditional } = process;
  return { program, folder, steps, at, conditional, server, variables: variablesOf(process, repository) };
}

/** A name in upper case, as those of the environment are; a shell's own are in lower case by custom (POSIX, XBD 8.1). */
const NAMED = /\$\{?([A-Z_][A-Z0-9_]*)|\b([A-Z_][A-Z0-9_]*)=/g;

/** The variables that the commands on the way to a program name or set. */
function variablesOf({ environment, steps, at }: Process, repository: Repository): ProcessTrace['variables'] {
  const texts = [...steps.map((step) => step.at), at].map((place) => textAt(place, repository));
  const found = texts.flatMap((text) => [...text.matchAll(NAMED)]);
  const names = [...new Set(found.flatMap(([, used, set]) => used ?? set ?? []))].sort();
  return names.map((name) => ({ name, variable: environment.variable(name) }));
}

function textAt({ file, range }: Location, repository: Repository): string {
  const source = repository.read(file);
  return source.is === 'text' ? source.text.slice(range.start.offset, range.end.offset) : '';
}
