import { serverOf } from '../launch/server.js';
import type { Location } from '../model/location.js';
import type { Launch, Process } from '../model/process.js';
import type { Routes } from '../model/routes.js';
import type { Service } from '../model/service.js';

/** What answers the requests of a service, or why that is not known: a clause. */
export type Served = { is: 'read'; process: Process; routes: Routes } | { is: 'unread'; why: string; at: Location };

/** Finds the process of a service that answers requests, and its routes. */
export async function served(
  service: Service,
  launch: Launch,
  routesOf: (process: Process) => Promise<Routes | undefined>,
): Promise<Served> {
  const server = serverOf(launch);
  const [gap] = launch.gaps;
  if (server === undefined || server === 'undecided') {
    const why = gap?.why ?? 'which of its processes answers is not known';
    return { is: 'unread', why, at: gap?.at ?? service.at };
  }
  if (server.conditional) return { is: 'unread', why: 'what is started depends on a condition', at: server.at };
  const routes = await routesOf(server);
  return routes
    ? { is: 'read', process: server, routes }
    : { is: 'unread', why: `the routes of \`${server.program.name}\` are not read`, at: server.at };
}
