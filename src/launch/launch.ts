import type { Launch } from '../model/process.js';
import type { EnvGroup, Service } from '../model/service.js';
import { knownValue } from '../model/value.js';
import type { PlatformFacts } from '../platforms/platform.js';
import type { Repository } from '../repository/repository.js';
import { serviceEnvironment } from './environment.js';
import { openFollower } from './follow.js';
import { serviceFolders } from './folder.js';
import { placesWithin } from './places.js';
import { outcomeOf, type Outcome } from './start.js';

/** What a service's platform and its files say of its environment. */
export interface Surroundings {
  facts: PlatformFacts;
  /** The variable groups that a service may take in. */
  groups: readonly EnvGroup[];
}

/**
 * Follows a service's start command to the programs it starts. Never rejects: what cannot be followed is a gap.
 * Where the root of a service is not set and its platform file lies deeper, the folder of that file is tried, too.
 */
export async function launch(repository: Repository, service: Service, surroundings: Surroundings): Promise<Launch> {
  const why = notFollowed(service);
  const folders = serviceFolders(repository, service);
  if (why !== undefined) return ending(why, service, folders[0]);
  if (folders.length === 0) return ending('the folder of the service cannot be read', service, undefined);
  let first: Launch | undefined;
  for (const folder of folders) {
    const found = await launchIn(repository, service, surroundings, folder);
    if (found.gaps.every(({ missing }) => missing === undefined)) return found;
    first ??= found;
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
  const named = knownValue(runtime);
  if (named === 'docker') return 'the command of its Dockerfile is not read';
  return named === 'image' ? 'the command of its image is not known' : 'it has no start command';
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
  const native = !['docker', 'image'].includes(knownValue(service.runtime) ?? '');
  const follower = openFollower(repository, native ? surroundings.facts.sourceFolder?.value : undefined);
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

function launchOf(outcome: Outcome, at: Service['at'], folder: string): Launch {
  const { before, front, background, gaps, end, waits } = outcome;
  const processes = [...background, ...front].filter(({ program }) => program.role !== 'task');
  // A program that ends by itself leaves nothing, wherever it stands.
  const tasks = [...background, ...front].filter(({ program }) => program.role === 'task');
  const launched = { processes, before: [...before, ...tasks], gaps, folder };
  if (front.some(({ program }) => program.role !== 'task') || (waits && background.length > 0)) return launched;
  const last = [...processes, ...launched.before].at(-1);
  if (end) return { ...launched, ends: end };
  if (processes.length > 0) {
    const why = 'it goes on in the background, and nothing stays in front';
    return { ...launched, ends: { why, at: last?.at ?? at } };
  }
  if (tasks.length > 0)
    return { ...launched, ends: { why: `\`${last?.program.name ?? ''}\` ends by itself`, at: last?.at ?? at } };
  return gaps.length > 0 ? launched : { ...launched, ends: { why: 'it starts nothing that stays', at } };
}
