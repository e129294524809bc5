import { serviceEnvironment, unknownEnvironment } from '../../launch/environment.js';
import type { FollowedCommand } from '../../launch/flow.js';
import type { Surroundings } from '../../launch/surroundings.js';
import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Which manager packages are installed with, by the lockfile; npm otherwise. */
const MANAGERS: readonly (readonly [lockfile: string, manager: string])[] = [
  ['yarn.lock', 'yarn'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lockb', 'bun'],
  ['bun.lock', 'bun'],
];

/** The installs that the platform makes by itself before the build command. */
export function automaticInstalls(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): readonly FollowedCommand[] {
  if (service.inferred) return usualInstalls(repository, service, folder);
  const { installs } = surroundings.facts;
  if (!installs?.kinds.includes(service.kind)) return [];
  const environment = serviceEnvironment(service, surroundings, 'build');
  const skips = environment.variable(installs.unless);
  if (skips.is === 'set' && skips.value.is === 'known' && skips.value.value === 'true') return [];
  const isThere = (name: string): boolean => repository.lookup(childOf(folder, name)).is === 'file';
  const { at } = service;
  const command = commandsIn(folder, environment, at);
  return [
    ...(isThere('package.json') ? [command(managerIn(repository, folder), 'install')] : []),
    ...(isThere('requirements.txt') ? [command('pip', 'install', '-r', 'requirements.txt')] : []),
  ];
}

function managerIn(repository: Repository, folder: string): string {
  return MANAGERS.find(([lockfile]) => repository.lookup(childOf(folder, lockfile)).is === 'file')?.[1] ?? 'npm';
}

function commandsIn(folder: string, environment: Environment, at: Location): (...words: string[]) => FollowedCommand {
  return (...words) => ({ words, folder, environment, at, steps: [], conditional: false, callers: [] });
}

/** The installs that the lists of a repository are made for: where no file tells how it is built, all of them. */
function usualInstalls(repository: Repository, { at }: Service, folder: string): readonly FollowedCommand[] {
  const command = commandsIn(folder, unknownEnvironment(at), at);
  const names = repository.list(folder).flatMap(({ name, is }) => (is === 'file' ? [name] : []));
  const further = repository.list(childOf(folder, 'requirements')).flatMap(({ name }) => `requirements/${name}`);
  const lists = [...names, ...further].filter((name) => /^(?:requirements.*|requirements\/.*)\.(?:txt|in)$/.test(name));
  return [
    ...(names.includes('package.json') ? [command(managerIn(repository, folder), 'install')] : []),
    ...lists.map((name) => command('pip', 'install', '-r', name)),
    ...(names.includes('pyproject.toml') ? [command('uv', 'sync', '--all-extras', '--all-groups')] : []),
    ...(names.includes('Pipfile') ? [command('pipenv', 'install', '--dev')] : []),
  ];
}
