import { serviceEnvironment } from '../../launch/environment.js';
import type { FollowedCommand } from '../../launch/flow.js';
import type { Surroundings } from '../../launch/launch.js';
import type { Service } from '../../model/service.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Which manager a static site is installed with, by its lockfile; npm otherwise. */
const MANAGERS: readonly (readonly [lockfile: string, manager: string])[] = [
  ['yarn.lock', 'yarn'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lockb', 'bun'],
  ['bun.lock', 'bun'],
];

/**
 * The installs that Render makes for a static site before its build command, unless SKIP_INSTALL_DEPS says otherwise
 * (https://render.com/docs/static-sites).
 */
export function automaticInstalls(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): readonly FollowedCommand[] {
  if (service.kind !== 'static') return [];
  const environment = serviceEnvironment(service, surroundings, 'build');
  const skips = environment.variable('SKIP_INSTALL_DEPS');
  if (skips.is === 'set' && skips.value.is === 'known' && skips.value.value === 'true') return [];
  const isThere = (name: string): boolean => repository.lookup(childOf(folder, name)).is === 'file';
  const { at } = service;
  const command = (...words: string[]): FollowedCommand => ({ words, folder, environment, at, steps: [], conditional: false, callers: [] });
  const manager = MANAGERS.find(([lockfile]) => isThere(lockfile))?.[1] ?? 'npm';
  return [
    ...(isThere('package.json') ? [command(manager, 'install')] : []),
    ...(isThere('requirements.txt') ? [command('pip', 'install', '-r', 'requirements.txt')] : []),
  ];
}
