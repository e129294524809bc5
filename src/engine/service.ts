import type { Deployment } from '../deployment/deployment.js';
import type { ServiceLabel } from '../model/finding.js';
import type { Launch, Process } from '../model/process.js';
import type { Notification } from '../model/report.js';
import type { Service } from '../model/service.js';
import type { Sockets } from '../model/socket.js';
import { knownValue } from '../model/value.js';

/** A service as reports name it. */
export function labelOf(service: Service, deployment: Deployment): ServiceLabel {
  return {
    name: knownValue(service.name) ?? '(unnamed)',
    kind: service.kind,
    platform: deployment.facts(service).title,
    at: service.at,
  };
}

/**
 * Where the start command of a service leads; undefined for a static site, which has none. A crash on the way is added
 * to the notifications.
 */
export async function launchOf(
  service: Service,
  deployment: Deployment,
  notifications: Notification[],
): Promise<Launch | undefined> {
  if (service.kind === 'static') return undefined;
  try {
    return await deployment.launch(service);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notifications.push({
      id: 'launch-crash',
      level: 'error',
      message: `The start command could not be followed because of an error: ${reason}. This is a fault in lint-deploy; the other results stand.`,
      at: service.at,
    });
    return undefined;
  }
}

/** What the processes of a service listen on. A crash on the way is added to the notifications. */
export async function socketsOf(
  service: Service,
  { processes }: Launch,
  deployment: Deployment,
  notifications: Notification[],
): Promise<ReadonlyMap<Process, Sockets>> {
  const found = new Map<Process, Sockets>();
  for (const process of processes) {
    try {
      found.set(process, await deployment.sockets(process));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `What ${process.program.name} listens on could not be read because of an error: ${reason}. This is a fault in lint-deploy; the other results stand.`;
      notifications.push({ id: 'sockets-crash', level: 'error', message, at: service.at });
    }
  }
  return found;
}
