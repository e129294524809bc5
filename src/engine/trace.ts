import { openDeployment } from '../deployment/open.js';
import type { Notification } from '../model/report.js';
import type { ServiceTrace, Trace } from '../model/trace.js';
import { NO_SETTINGS, type Settings } from '../model/settings.js';
import type { Platform } from '../platforms/platform.js';
import type { Repository } from '../repository/repository.js';
import { labelOf, launchOf } from './service.js';
import { serviceTrace } from './service-trace.js';
import { unread } from './unread.js';

/**
 * What is understood of the services of a repository: where each start command leads, what it starts and what is known
 * of it. The first platform is the one whose facts apply to inferred services. Never throws on what the repository holds.
 */
export async function trace(
  repository: Repository,
  platforms: readonly [Platform, ...Platform[]],
  settings: Settings = NO_SETTINGS,
): Promise<Trace> {
  const opened = await openDeployment(repository, platforms, settings.services);
  const { deployment } = opened;
  const notifications: Notification[] = [...opened.notifications, ...unread(deployment)];
  const services: ServiceTrace[] = [];
  for (const service of deployment.services) {
    const launch = await launchOf(service, deployment, notifications);
    services.push(serviceTrace(service, labelOf(service, deployment), launch, repository));
  }
  return {
    services,
    platformFiles: deployment.platformFiles.map(({ file }) => file),
    notifications,
    complete: notifications.every(({ level }) => level !== 'error'),
  };
}
