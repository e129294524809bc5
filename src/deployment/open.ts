import type { PlatformFile } from '../model/platform-file.js';
import type { Notification } from '../model/report.js';
import type { Service } from '../model/service.js';
import type { ServiceSetting } from '../model/settings.js';
import { inferServices } from '../platforms/inferred.js';
import type { Platform, PlatformEdits } from '../platforms/platform.js';
import type { Repository } from '../repository/repository.js';
import { completeServices } from './complete.js';
import type { Deployment } from './deployment.js';
import { commandQuestions } from './questions/commands.js';
import { databaseQuestions } from './questions/databases.js';
import { dependencyQuestions } from './questions/dependencies.js';
import { djangoQuestions } from './questions/django.js';
import type { Given } from './questions/given.js';
import { serverQuestions } from './questions/servers.js';
import { staticSiteQuestions } from './questions/static-sites.js';
import { resolveReference } from './references.js';

/**
 * Reads what the platforms declare and opens the model over it. Services are inferred only where no platform file exists;
 * until there is a platform for them, the first platform's facts apply to these. What `settings` say of services is filled
 * in where it is not written.
 *
 * A platform whose reader crashes is reported as a notification; the others stand.
 */
export async function openDeployment(
  repository: Repository,
  platforms: readonly [Platform, ...Platform[]],
  settings: readonly ServiceSetting[] = [],
): Promise<{ deployment: Deployment; notifications: readonly Notification[] }> {
  const platformFiles: PlatformFile[] = [];
  const edits = new Map<Platform, PlatformEdits>();
  const notifications: Notification[] = [];
  for (const platform of platforms) {
    try {
      const reading = await platform.read(repository);
      platformFiles.push(...reading.files);
      edits.set(platform, reading.edits);
    } catch (error) {
      notifications.push(readerCrash(platform, error));
    }
  }
  const declared = platformFiles.flatMap((file) => file.services);
  const inferred = platformFiles.length === 0 ? inferredServices(repository, platforms[0], notifications) : [];
  const completed = completeServices([...declared, ...inferred], settings, platforms[0].facts.id);
  const files = platformFiles.map((file) => ({ ...file, services: file.services.map(completed.serviceFor) }));
  return {
    deployment: modelOf(repository, platforms, files, edits, completed.services),
    notifications: [...notifications, ...completed.notifications],
  };
}

function inferredServices(
  repository: Repository,
  platform: Platform,
  notifications: Notification[],
): readonly Service[] {
  try {
    return inferServices(repository, platform.facts.id);
  } catch (error) {
    notifications.push(readerCrash(platform, error));
    return [];
  }
}

function readerCrash(platform: Platform, error: unknown): Notification {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    id: 'reader-crash',
    level: 'error',
    message: `The reader of ${platform.facts.title} files stopped with an error: ${reason}. This is a fault in lint-deploy.`,
  };
}

/** The questions of one theme are answered in one file of `questions`, each once and by code that is loaded when first asked. */
function modelOf(
  repository: Repository,
  platforms: readonly [Platform, ...Platform[]],
  platformFiles: readonly PlatformFile[],
  edits: ReadonlyMap<Platform, PlatformEdits>,
  services: readonly Service[],
): Deployment {
  const platformOf = ({ platform }: { platform: string }): Platform =>
    platforms.find((each) => each.facts.id === platform) ?? platforms[0];
  const given: Given = {
    repository,
    services,
    surroundingsOf: ({ platform }) => ({
      facts: platformOf({ platform }).facts,
      groups: platformFiles.filter((file) => file.platform === platform).flatMap(({ groups }) => groups),
    }),
  };
  const commands = commandQuestions(given);
  const django = djangoQuestions(given, commands);
  return {
    platformFiles,
    services,
    facts: (service) => platformOf(service).facts,
    edits: (service) => edits.get(platformOf(service)) ?? NO_EDITS,
    resolve: (service, reference) => resolveReference(platformFiles, service, reference),
    ...commands,
    ...dependencyQuestions(given, commands, django),
    ...serverQuestions(given, commands, django),
    ...staticSiteQuestions(given),
    ...django,
    ...databaseQuestions(given, commands, django),
  };
}

/** Of a platform whose reader crashed. */
const NO_EDITS: PlatformEdits = {
  addIndexRewrite: () => undefined,
  setHealthCheckPath: () => undefined,
  setPublishPath: () => undefined,
  setRegion: () => undefined,
  setRoot: () => undefined,
  setDockerContext: () => undefined,
};
