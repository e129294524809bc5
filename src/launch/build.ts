import { nearestPackage, type Package } from '../code/packages.js';
import type { Step } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Environment } from '../model/process.js';
import type { Service } from '../model/service.js';
import type { Repository } from '../repository/repository.js';
import { unknownEnvironment } from './environment.js';
import { openFollower } from './follow.js';
import type { Flow } from './flow.js';
import { serviceFolders } from './folder.js';
import { placesWithin } from './places.js';
import type { Words } from './words.js';

/** A program that a build runs. */
export interface BuildProgram {
  /** Its name and arguments; a word that depends on the shell's variables is undefined. */
  words: Words;
  /** The folder it runs in, relative to the root of the repository. */
  folder: string;
  environment: Environment;
  /** The package.json in force there. */
  package: Package | undefined;
  /** The place of the command that names it. */
  at: Location;
  /** From the build command on; the last step names the program. */
  trail: readonly Step[];
}

/** Where the way through a build could not be followed. `why` is a clause. */
interface Gap {
  why: string;
  at: Location;
  /** What the build asks for is not there, so it may have been meant for another folder. */
  missing: boolean;
}

export interface Build {
  /** The folder the build starts in, relative to the root of the repository. */
  folder: string;
  /** In the order they run. */
  programs: readonly BuildProgram[];
  gaps: readonly Gap[];
}

/**
 * Follows a service's build command through folders, package.json scripts, workspaces and shell scripts up to the
 * programs it runs. Undefined where the folder of the service cannot be read. Without a build command there are none.
 */
export async function followBuild(repository: Repository, service: Service): Promise<Build | undefined> {
  let first: Build | undefined;
  for (const folder of serviceFolders(repository, service)) {
    const build = await buildIn(repository, service, folder);
    if (build.gaps.every(({ missing }) => !missing)) return build;
    first ??= build;
  }
  return first;
}

async function buildIn(repository: Repository, { buildCommand }: Service, folder: string): Promise<Build> {
  const build = { folder, programs: [] as const, gaps: [] as const };
  switch (buildCommand.is) {
    case 'known': {
      const { value: text, at } = buildCommand;
      const environment = unknownEnvironment(at);
      const flow = await openFollower(repository).text(
        { text, places: placesWithin(repository, at, text), subject: 'the build' },
        { folder, environment, steps: [], within: [], conditional: false },
      );
      return { folder, programs: programsOf(flow, repository), gaps: gapsOf(flow) };
    }
    case 'unknown':
      return { ...build, gaps: [{ why: buildCommand.why, at: buildCommand.at, missing: false }] };
    case 'oneOf': {
      const gaps = buildCommand.values.slice(0, 1);
      return {
        ...build,
        gaps: gaps.map(({ at }) => ({ why: 'the build command depends on a condition', at, missing: false })),
      };
    }
    case 'absent':
      return build;
  }
}

/** Whatever may run, in the order it is written: a build is judged by all it may do. */
function programsOf(flow: Flow, repository: Repository): readonly BuildProgram[] {
  if (flow.is !== 'command') return partsOf(flow).flatMap((part) => programsOf(part, repository));
  const { words, folder, environment, at, steps, manages } = flow.command;
  if (manages) return [];
  return [{ words, folder, environment, package: nearestPackage(repository, folder), at, trail: steps }];
}

function gapsOf(flow: Flow): readonly Gap[] {
  if (flow.is !== 'gap') return partsOf(flow).flatMap(gapsOf);
  const { why, at, missing } = flow.gap;
  return [{ why, at, missing: missing !== undefined }];
}

function partsOf(flow: Flow): readonly Flow[] {
  switch (flow.is) {
    case 'sequence':
      return flow.parts.map((part) => part.flow);
    case 'together':
    case 'pipe':
    case 'either':
      return flow.flows;
    case 'loop':
    case 'detached':
    case 'replaces':
      return [flow.flow];
    default:
      return [];
  }
}
