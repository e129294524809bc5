import type { Launch } from '../model/process.js';
import type { Service } from '../model/service.js';
import { knownValue } from '../model/value.js';
import type { Repository } from '../repository/repository.js';
import { launchImage } from './docker/launch-image.js';
import { serviceEnvironment } from './environment.js';
import { openFollower } from './follow.js';
import { serviceFolders } from './folder.js';
import { lacksAny } from './lacking.js';
import { launchOf } from './outcome.js';
import { serviceBuild } from './outputs/service.js';
import { placesWithin } from './places.js';
import { outcomeOf } from './start.js';
import type { Surroundings } from './surroundings.js';

export type { Surroundings } from './surroundings.js';

/**
 * Follows a service's start command to the programs it starts. Never rejects: what cannot be followed is a gap.
 * Where the root of a service is not set and its platform file lies deeper, the folder of that file is tried, too.
 */
export async function launch(repository: Repository, service: Service, surroundings: Surroundings): Promise<Launch> {
  const isBuilt = knownValue(service.runtime) === 'docker' && service.elsewhere === undefined;
  const why = isBuilt ? undefined : notFollowed(service);
  const folders = serviceFolders(repository, service);
  if (why !== undefined) return ending(why, service, folders[0]);
  if (folders.length === 0) return ending('the folder of the service cannot be read', service, undefined);
  if (isBuilt) return launchImage(repository, service, surroundings, folders);
  let first: Launch | undefined;
  // Of folders that all lack something, the first in which a program is named.
  for (const folder of folders) {
    const found = await launchIn(repository, service, surroundings, folder);
    if (folders.length === 1 || !(await lacksAny(repository, service, surroundings, found))) return found;
    first = first && (first.processes.length > 0 || found.processes.length === 0) ? first : found;
  }
  return first ?? ending('there is no folder to start in', service, undefined);
}

/** Why a service has no start command that can be followed; a clause. */
function notFollowed({ elsewhere, startCommand, runtime, kind }: Service): string | undefined {
  if (elsewhere !== undefined) return `its code is in another repository, ${elsewhere}`;
  switch (startCommand.is) {
    case 'known':
      return undefined;
    case 'oneOf':
      return 'the start command depends on a condition';
    case 'unknown':
      return startCommand.why;
    case 'absent':
      break;
  }
  if (kind === 'static') return 'a static site starts nothing';
  return knownValue(runtime) === 'image' ? 'the command of its image is not known' : 'it has no start command';
}

function ending(why: string, { startCommand, at }: Service, folder: string | undefined): Launch {
  const place = startCommand.is === 'unknown' ? startCommand.at : at;
  return { processes: [], before: [], gaps: [{ why, at: place, steps: [] }], folder };
}

async function launchIn(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<Launch> {
  const { startCommand } = service;
  if (startCommand.is !== 'known') return ending('it has no start command', service, folder);
  const { value: text, at } = startCommand;
  const native = knownValue(service.runtime) !== 'image';
  const follower = openFollower(repository, {
    sourceFolder: native ? surroundings.facts.sourceFolder?.value : undefined,
    before: () => serviceBuild(repository, service, { folder, surroundings }),
  });
  const flow = await follower.text(
    { text, places: placesWithin(repository, at, text), subject: 'the start command' },
    {
      folder,
      environment: serviceEnvironment(service, surroundings, 'run'),
      steps: [],
      within: [],
      conditional: false,
    },
  );
  return launchOf(outcomeOf(flow, repository), at, folder);
}
