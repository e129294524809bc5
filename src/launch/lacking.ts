import { resolveModule } from '../code/python/modules.js';
import type { Launch, Process } from '../model/process.js';
import type { Service } from '../model/service.js';
import { knownValue } from '../model/value.js';
import type { Repository } from '../repository/repository.js';
import { follow } from './followed.js';
import { missingLists } from './install/missing-lists.js';
import { outputsOf } from './outputs/outputs.js';
import { serviceBuild } from './outputs/service.js';
import { outcomeOf } from './start.js';
import type { Surroundings } from './surroundings.js';

/**
 * Whether what the commands of a service name is not there if they run in a folder, so that another one may be meant:
 * scripts, files that the build does not make there, lists of packages, Python modules.
 */
export async function lacksAny(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  { gaps, processes, folder }: Launch,
): Promise<boolean> {
  if (folder === undefined || (await lacksTarget(repository, service, { folder, surroundings }, gaps))) return true;
  if (processes.some((each) => lacksModule(repository, each))) return true;
  const build = await follow(repository, service, service.buildCommand, { folder, surroundings, subject: 'the build' });
  if (!build) return false;
  const hasGap = outcomeOf(build.flow, repository).gaps.some(({ missing }) => missing !== undefined);
  return hasGap || missingLists(repository, build.commands).length > 0;
}

/** Something that the start command names and that is not there, nor made by the build in the same folder. */
async function lacksTarget(
  repository: Repository,
  service: Service,
  place: { folder: string; surroundings: Surroundings },
  gaps: Launch['gaps'],
): Promise<boolean> {
  const missing = gaps.flatMap((gap) => gap.missing ?? []);
  if (missing.length === 0) return false;
  if (missing.some(({ kind }) => kind !== 'file')) return true;
  const outputs = await outputsOf(repository, await serviceBuild(repository, service, place));
  return missing.some(({ path, endings }) => outputs.has(path, endings) !== 'yes');
}

/** A server's module that is not in the folders it is looked for. What `python -m` runs is mostly installed. */
function lacksModule(repository: Repository, { program, folder }: Process): boolean {
  const { target, name } = program;
  if (target.is !== 'module' || name === 'python') return false;
  const module = knownValue(target.module);
  if (module === undefined || !/^[\w.]+$/.test(module)) return false;
  return ['external', 'missing'].includes(resolveModule(repository, target.folders ?? [folder], module).is);
}
