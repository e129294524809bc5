import type { Location } from '../../model/location.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { elsewhere } from './elsewhere.js';
import type { Missing, TargetFault } from './faults.js';

/**
 * The Dockerfile and the folder it is built with, where a service is built from one. Render's documentation says of its
 * path both that it starts at the root of the repository and at that of the service
 * (https://render.com/docs/blueprint-spec, https://render.com/docs/monorepo-support), so either will do.
 */
export function imageFaults(repository: Repository, service: Service, folder: string): readonly TargetFault[] {
  if (knownValue(service.runtime) !== 'docker') return [];
  const { dockerfile, dockerContext } = service;
  const context = knownValue(dockerContext);
  const isThere = (path: string, is: 'file' | 'directory', bases: readonly string[]): boolean =>
    bases.some((base) => {
      const full = join(base, path.replace(/^\/+/, ''));
      return full !== undefined && repository.lookup(full).is === is;
    });
  const bases = [folder, ''];
  const faults: TargetFault[] = [];
  const add = (what: Missing['what'], path: string, at: Location): void => {
    const full = join(folder, path.replace(/^\/+/, '')) ?? path;
    const found = repository.lookup(full);
    faults.push({
      is: 'missing',
      what,
      phase: 'build',
      name: path,
      path: full,
      ...(found.is === 'missing' && found.otherCase !== undefined && { otherCase: found.otherCase }),
      near: [],
      elsewhere: elsewhere(repository, full, what === 'dockerfile' ? 'file' : 'directory'),
      because: 'not-built',
      at,
      steps: [],
    });
  };
  if (context !== undefined && !isThere(context, 'directory', bases))
    add('context', context, dockerContext.is === 'known' ? dockerContext.at : service.at);
  const path = dockerfile.is === 'absent' ? './Dockerfile' : knownValue(dockerfile);
  const contexts = context === undefined ? [] : bases.flatMap((base) => join(base, context) ?? []);
  if (path !== undefined && !isThere(path, 'file', [...bases, ...contexts])) {
    add('dockerfile', path, dockerfile.is === 'known' ? dockerfile.at : service.at);
  }
  return faults;
}
