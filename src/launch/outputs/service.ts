import { packageAt } from '../../code/packages.js';
import type { MissingTarget } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue, type Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { follow, type Followed } from '../followed.js';
import type { Surroundings } from '../surroundings.js';
import { outputsOf, type BuildStep, type Outputs } from './outputs.js';

/** What the build of a service leaves in the folder it is built in; undefined: that cannot be read. */
export async function serviceOutputs(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string | undefined,
): Promise<Outputs> {
  if (folder === undefined) {
    return outputsOf(repository, [{ is: 'gap', why: 'the folder of the service cannot be read', at: service.at }]);
  }
  return outputsOf(repository, await serviceBuild(repository, service, { folder, surroundings }));
}

/** The steps of a service's build: its build command, before which a static site installs its packages by itself. */
export async function serviceBuild(
  repository: Repository,
  service: Service,
  given: { folder: string; surroundings: Surroundings },
): Promise<readonly BuildStep[]> {
  const { buildCommand, runtime, at } = service;
  const named = knownValue(runtime);
  if (named === 'docker' || named === 'image') return [{ is: 'gap', why: 'what is in its image is not read', at }];
  const steps = await installSteps(repository, service, given);
  const build = await follow(repository, service, buildCommand, { ...given, subject: 'the build' });
  if (build) return [...steps, ...stepsOf(build)];
  if (buildCommand.is === 'absent' && !service.inferred) return steps;
  const why = buildCommand.is === 'unknown' ? buildCommand.why : 'the build command is not written';
  return [...steps, { is: 'gap', why, at: buildCommand.is === 'oneOf' ? at : buildCommand.at }];
}

/** https://render.com/docs/static-sites: packages are installed before the build command, unless SKIP_INSTALL_DEPS is set. */
async function installSteps(
  repository: Repository,
  service: Service,
  given: { folder: string; surroundings: Surroundings },
): Promise<readonly BuildStep[]> {
  if (service.kind !== 'static' || !packageAt(repository, given.folder)) return [];
  if (service.env.some(({ key }) => key === 'SKIP_INSTALL_DEPS')) return [];
  const { at } = service.buildCommand.is === 'known' ? service.buildCommand : service;
  const install: Value<string> = { is: 'known', value: 'npm install', at, from: { by: 'written' } };
  const followed = await follow(repository, service, install, { ...given, subject: 'the build' });
  return followed ? stepsOf(followed) : [];
}

/** Follows a command of a service that runs behind its build. */
export function followBuilt(
  repository: Repository,
  service: Service,
  command: Value<string>,
  given: { folder: string; surroundings: Surroundings; subject: string },
): Promise<Followed | undefined> {
  return follow(repository, service, command, { ...given, before: () => serviceBuild(repository, service, given) });
}

/** The steps of a command that was followed. */
export function stepsOf({ commands, gaps }: Followed): readonly BuildStep[] {
  const gapsAfter = (count: number): readonly BuildStep[] =>
    gaps
      .filter(({ after, missing }) => after === count && !makesNothing(missing, after))
      .map(({ why, at }) => ({ is: 'gap', why, at }));
  return [
    ...gapsAfter(0),
    ...commands.flatMap((command, index): readonly BuildStep[] => [
      { ...command, is: 'command', conditional: command.weight.conditional },
      ...gapsAfter(index + 1),
    ]),
  ];
}

/** A command whose script is not there ends at once; so does one whose file nothing before it can have made. */
function makesNothing(missing: MissingTarget | undefined, after: number): boolean {
  return missing?.kind === 'script' || missing?.kind === 'manifest' || (missing?.kind === 'file' && after === 0);
}
