import type { Shutdown } from '../apps/container/shutdown.js';
import { refusesHosts } from '../apps/node/dev-server.js';
import type { Served } from '../apps/served.js';
import type { Publishing } from '../apps/static/publishing.js';
import type { ClientRouting } from '../apps/static/routing.js';
import type { TargetFault } from '../apps/targets/faults.js';
import type { Surroundings } from '../launch/surroundings.js';
import type { Outputs } from '../launch/outputs/outputs.js';
import type { GunicornSettings } from '../model/gunicorn.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Launch, Process } from '../model/process.js';
import type { Notification } from '../model/report.js';
import type { Routes } from '../model/routes.js';
import type { Reference, Service, Store } from '../model/service.js';
import type { ServiceSetting } from '../model/settings.js';
import type { Sockets } from '../model/socket.js';
import { knownValue } from '../model/value.js';
import { inferServices } from '../platforms/inferred.js';
import type { Platform, PlatformEdits } from '../platforms/platform.js';
import type { Repository } from '../repository/repository.js';
import { completeServices } from './complete.js';
import type { Deployment } from './deployment.js';

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
  const owners = new WeakMap<Process, Service>();
  const model: Deployment = {
    platformFiles,
    services,
    facts: (service) => platformOf(service).facts,
    edits: (service) => edits.get(platformOf(service)) ?? NO_EDITS,
    resolve: (service, reference) => resolve(platformFiles, service, reference),
    // What follows commands and reads programs is loaded when a rule first asks: most of the bundle's own code is there.
    launch: oncePer(async (service: Service): Promise<Launch> => {
      const { launch } = await import('../launch/launch.js');
      const launched = await launch(repository, service, surroundingsOf(service));
      for (const process of launched.processes) owners.set(process, service);
      return launched;
    }),
    outputs: oncePer(async (service: Service): Promise<Outputs> => {
      const { serviceOutputs } = await import('../launch/outputs/service.js');
      return serviceOutputs(repository, service, surroundingsOf(service));
    }),
    publishing: oncePer(async (service: Service): Promise<Publishing> => {
      const { publishing } = await import('../apps/static/publishing.js');
      return publishing(repository, service, surroundingsOf(service));
    }),
    targets: oncePer(async (service: Service): Promise<readonly TargetFault[]> => {
      if (knownValue(service.runtime) === 'docker') {
        const { containerTargetFaults } = await import('../apps/targets/container.js');
        return containerTargetFaults(repository, service, surroundingsOf(service));
      }
      const { targetFaults } = await import('../apps/targets/targets.js');
      return targetFaults(repository, service, surroundingsOf(service));
    }),
    sockets: oncePer(async (process: Process): Promise<Sockets> => {
      const { socketsOf } = await import('../apps/sockets.js');
      const { builtFrom } = await import('../apps/node/built-from.js');
      const service = owners.get(process);
      const outputs = service && (await model.outputs(service));
      return socketsOf(repository, process, (path) => outputs?.sourceOf(path) ?? builtFrom(repository, path));
    }),
    shutdown: oncePer(async (service: Service): Promise<Shutdown | undefined> => {
      const { shutdownOf } = await import('../apps/container/shutdown.js');
      return shutdownOf(repository, service, await model.launch(service));
    }),
    refusesHosts: (process) => refusesHosts(repository, process),
    gunicorn: oncePer(async (process: Process): Promise<GunicornSettings | undefined> => {
      const { gunicornSettings } = await import('../apps/python/sockets.js');
      return gunicornSettings(repository, process);
    }),
    routes: oncePer(async (process: Process): Promise<Routes | undefined> => {
      const { processRoutes } = await import('../apps/routes.js');
      const { nodeProgram } = await import('../apps/node/program.js');
      return processRoutes(repository, process, (asked) => nodeProgram(repository, asked, (path) => path));
    }),
    served: oncePer(async (service: Service): Promise<Served> => {
      const { served } = await import('../apps/served.js');
      return served(service, await model.launch(service), (process) => model.routes(process));
    }),
    clientRouting: oncePer(async (service: Service): Promise<ClientRouting> => {
      const { clientRouting } = await import('../apps/static/routing.js');
      return clientRouting(repository, service, platformOf(service).facts.rewrite?.notRead ?? []);
    }),
  };
  return model;
}

/** Of a platform whose reader crashed. */
const NO_EDITS: PlatformEdits = {
  addIndexRewrite: () => undefined,
  setHealthCheckPath: () => undefined,
  setPublishPath: () => undefined,
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
