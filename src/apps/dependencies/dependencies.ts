import { unknownEnvironment } from '../../launch/environment.js';
import { follow, type Followed } from '../../launch/followed.js';
import { serviceFolders } from '../../launch/folder.js';
import { installedBy, type Installed } from '../../launch/install/installs.js';
import type { FailingInstall, Provision } from '../../launch/install/provision.js';
import { launch, type Surroundings } from '../../launch/launch.js';
import type { Outputs } from '../../launch/outputs/outputs.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import type { Driver } from '../databases/drivers.js';
import { joinedAnswer, nodeAnswer, pythonAnswer } from './answer.js';
import { followBuilt } from '../../launch/outputs/service.js';
import { automaticInstalls } from './automatic.js';
import { certainFaults, type DependencyFault } from './faults.js';
import { Faults } from './gathered.js';
import { compiledFrom, importedBy, type Written } from './imports.js';
import { neededDrivers } from './drivers.js';
import { importedByCommands, importedByManagement } from './management.js';
import { neededBy, type Called } from './wants.js';

/** What else is known of the service. */
interface Asked {
  /** The folder it is started in, relative to the root; undefined where that cannot be read. */
  folder: string | undefined;
  /** What its build leaves. */
  outputs: () => Promise<Outputs>;
  /** The driver of its database. */
  driver: () => Promise<Driver | undefined>;
}

/**
 * What the commands of a service, and the code they start, need and nothing installs. Each cause once, in the order the
 * commands run. What images need is told by `imageDependencyFaults`.
 */
export async function dependencyFaults(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  asked: Asked,
): Promise<readonly DependencyFault[]> {
  if (service.elsewhere !== undefined) return [];
  if (['docker', 'image'].includes(knownValue(service.runtime) ?? '')) return [];
  const isFolder = (folder: string): boolean => repository.lookup(folder).is === 'directory';
  const [root, ...others] = serviceFolders(repository, service);
  // Where the root has not what the commands name, what is beside the platform file counts alone.
  const folders = [
    ...(root === undefined || others.some((each) => each === asked.folder) ? [] : [root]),
    ...others,
  ].filter(isFolder);
  let first: Commands | undefined;
  let best: readonly DependencyFault[] | undefined;
  for (const folder of folders) {
    const commands = await followAll(repository, service, surroundings, folder);
    first ??= commands;
    if (!isThere(commands)) continue;
    const faults = await faultsIn(repository, service, surroundings, commands, asked);
    // Of two folders that may be meant, the one with less at fault is.
    if (!best || certainFaults(faults) < certainFaults(best)) best = faults;
  }
  return best ?? (first ? faultsIn(repository, service, surroundings, first, asked) : []);
}

interface Commands {
  folder: string;
  build: Followed | undefined;
  hook: Followed | undefined;
  start: Followed | undefined;
}

async function followAll(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<Commands> {
  const given = { folder, surroundings };
  return {
    folder,
    build: await follow(repository, service, service.buildCommand, { ...given, subject: 'the build' }),
    hook: await followBuilt(repository, service, service.preDeployCommand, {
      ...given,
      subject: 'the pre-deploy command',
    }),
    start: await followBuilt(repository, service, service.startCommand, { ...given, subject: 'the start command' }),
  };
}

function isThere({ build, hook, start }: Commands): boolean {
  return [build, hook, start].every((each) => each?.gaps.every(({ missing }) => !missing) ?? true);
}

async function faultsIn(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  { folder, build, hook, start }: Commands,
  { outputs, driver }: Asked,
): Promise<readonly DependencyFault[]> {
  const isUnread = service.buildCommand.is === 'unknown' || service.buildCommand.is === 'oneOf';
  if (isUnread && !service.inferred) return [];
  const automatic = automaticInstalls(repository, service, surroundings, folder);
  const built = await installedBy(repository, [...automatic, ...(build?.commands ?? [])], folder, { settled: false });
  const installed = await installedBy(
    repository,
    [...automatic, ...(build?.commands ?? []), ...(hook?.commands ?? []), ...(start?.commands ?? [])],
    folder,
    { settled: true },
  );
  const faults = new Faults({
    build: service.buildCommand.is === 'known' ? service.buildCommand.at : undefined,
    listsOnly: service.inferred,
  });
  const openTo = ({ doubt }: Installed): string | undefined => build?.gaps[0]?.why ?? doubt?.why;
  const phases = [
    ['build', build, built],
    ['pre-deploy', hook, built],
    ['start', start, installed],
  ] as const;
  for (const [phase, followed, available] of phases) {
    if (!followed) continue;
    for (const each of available.node.failing) if (runs(followed, each)) faults.failing(phase, each);
    const imported = await importedByCommands(repository, followed.commands);
    for (const called of [...neededBy(followed.commands, available.node), ...imported])
      faults.want(phase, called, answer(available, called), openTo(available));
  }
  const want = (called: Called): void => {
    faults.want('start', called, answer(installed, called), openTo(installed));
  };
  const sourceOf = async (path: string): Promise<Written | undefined> => {
    const file = compiledFrom(await outputs(), path);
    return file === undefined ? undefined : { repository, file };
  };
  // A Django project loads its apps whatever starts it, where only its manage.py tells that there is one.
  if (service.inferred && /(?:^|\/)manage\.py$/.test(service.file)) {
    const { file, at } = service;
    const management = { file, at, environment: unknownEnvironment(at) };
    for (const each of await importedByManagement(repository, management)) want(each);
  }
  if (start && service.kind !== 'static') {
    const started = await launch(
      repository,
      { ...service, root: { is: 'known', value: folder || '.', at: service.at, from: { by: 'written' } } },
      surroundings,
    );
    for (const process of started.processes) {
      if (process.conditional) continue;
      const { calls } = await importedBy(repository, process, sourceOf);
      for (const each of calls) want(each);
    }
    for (const each of neededDrivers(await driver())) want(each);
  }
  return faults.all();
}

function answer({ node, python }: Installed, called: Called): Provision | undefined {
  return joinedAnswer([nodeAnswer(node, called), pythonAnswer(python, called)], called);
}

/** Whether a command runs an install, and ends where that fails. */
function runs({ commands }: Followed, { install }: FailingInstall): boolean {
  return commands.some(({ at, weight }) => at === install.at && weight.fatal && !weight.conditional);
}
