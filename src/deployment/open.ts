import { clientRouting, type ClientRouting } from '../apps/static/routing.js';
import { launch, type Surroundings } from '../launch/launch.js';
import { refusesHosts } from '../apps/node/dev-server.js';
import { dependencyFaults } from '../apps/dependencies/dependencies.js';
import type { DependencyFault } from '../apps/dependencies/faults.js';
import type { TargetFault } from '../apps/targets/faults.js';
import { targetFaults } from '../apps/targets/targets.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Launch } from '../model/process.js';
import type { Notification } from '../model/report.js';
import type { Reference, Service, Store } from '../model/service.js';
import { knownValue } from '../model/value.js';
import { inferServices } from '../platforms/inferred.js';
import type { Platform, PlatformEdits } from '../platforms/platform.js';
import type { Repository } from '../repository/repository.js';
import type { Deployment } from './deployment.js';

/**
 * Reads what the platforms declare and opens the model over it. Services are inferred only where no platform file exists;
 * until there is a platform for them, the first platform's facts apply to these.
 *
 * A platform whose reader crashes is reported as a notification; the others stand.
 */
export async function openDeployment(
  repository: Repository,
  platforms: readonly [Platform, ...Platform[]],
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
  return {
    deployment: modelOf(repository, platforms, platformFiles, edits, [...declared, ...inferred]),
    notifications,
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

function modelOf(
  repository: Repository,
  platforms: readonly [Platform, ...Platform[]],
  platformFiles: readonly PlatformFile[],
  edits: ReadonlyMap<Platform, PlatformEdits>,
  services: readonly Service[],
): Deployment {
  const platformOf = ({ platform }: { platform: string }): Platform =>
    platforms.find((each) => each.facts.id === platform) ?? platforms[0];
  const surroundingsOf = ({ platform }: Service): Surroundings => ({
    facts: platformOf({ platform }).facts,
    groups: platformFiles.filter((file) => file.platform === platform).flatMap(({ groups }) => groups),
  });
  return {
    platformFiles,
    services,
    facts: (service) => platformOf(service).facts,
    edits: (service) => edits.get(platformOf(service)) ?? NO_EDITS,
    resolve: (service, reference) => resolve(platformFiles, service, reference),
    launch: oncePer((service: Service): Promise<Launch> => launch(repository, service, surroundingsOf(service))),
    targets: oncePer((service: Service): Promise<readonly TargetFault[]> =>
      targetFaults(repository, service, surroundingsOf(service)),
    ),
    dependencies: oncePer((service: Service): Promise<readonly DependencyFault[]> =>
      dependencyFaults(repository, service, surroundingsOf(service)),
    ),
    refusesHosts: (process) => refusesHosts(repository, process),
    clientRouting: oncePer((service: Service): Promise<ClientRouting> =>
      clientRouting(repository, service, platformOf(service).facts.rewrite?.notRead ?? []),
    ),
  };
}

/** Of a platform whose reader crashed. */
const NO_EDITS: PlatformEdits = {
  addIndexRewrite: () => undefined,
  setHealthCheckPath: () => undefined,
  setRegion: () => undefined,
  setRoot: () => undefined,
};

/** A question whose answer is kept, one per subject. */
function oncePer<Subject extends object, Answer>(ask: (subject: Subject) => Answer): (subject: Subject) => Answer {
  const answers = new WeakMap<Subject, Answer>();
  return (subject) => {
    const known = answers.get(subject);
    if (known !== undefined) return known;
    const answer = ask(subject);
    answers.set(subject, answer);
    return answer;
  };
}

/** The file that holds the reference is asked before the other files of its platform. */
function resolve(files: readonly PlatformFile[], from: Service, reference: Reference): Service | Store | undefined {
  const own = files.filter(({ platform }) => platform === from.platform);
  const ordered = [...own.filter(({ file }) => file === from.file), ...own.filter(({ file }) => file !== from.file)];
  for (const file of ordered) {
    const found = candidates(file, reference).find(({ name }) => knownValue(name) === reference.name);
    if (found) return found;
  }
  return undefined;
}

function candidates(file: PlatformFile, { to }: Reference): readonly (Service | Store)[] {
  if (to === 'service') return [...file.services, ...file.stores];
  return to === 'store' ? file.stores : [];
}
