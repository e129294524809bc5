import type { Location } from '../../model/location.js';
import type { Environment, Launch, Process, Variable } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { extended, opened, serviceEnvironment } from '../environment.js';
import type { Flow, Place } from '../flow.js';
import { openFollower } from '../follow.js';
import { launchOf, type OpenLaunch } from '../outcome.js';
import type { ImageShells } from '../parents.js';
import { outcomeOf } from '../start.js';
import type { Surroundings } from '../surroundings.js';
import { followStart, startOf, type Start } from './command.js';
import { openImage, type Image, type NoImage } from './image.js';
import { relativeTo } from './files.js';
import { withRelativePaths } from './relative.js';
import { Translation } from './translate.js';

/** What the container of a service starts, in paths of its image. */
export interface ImageStart {
  is: 'started';
  image: Image;
  start: Start;
  flow: Flow;
  launch: OpenLaunch;
  /** Turns its paths into those of the repository. */
  translation: Translation;
}

/**
 * Follows what the container of a service starts, from its Dockerfile to its programs. Of several folders the service
 * may be built in, the first in which nothing is missing counts, or else the first that has the Dockerfile. Never rejects.
 */
export async function launchImage(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folders: readonly string[],
): Promise<Launch> {
  let first: Launch | undefined;
  let built: Launch | undefined;
  for (const folder of folders) {
    const started = await startImage(repository, service, surroundings, folder);
    const launch = started.is === 'none' ? withoutImage(started, folder) : inRepository(started);
    if (isWhole(started)) return launch;
    first ??= launch;
    if (started.is === 'started') built ??= launch;
  }
  return built ?? first ?? { processes: [], before: [], gaps: [], folder: undefined };
}

function isWhole(started: ImageStart | NoImage): boolean {
  if (started.is === 'none') return started.missing === undefined;
  const { image, launch } = started;
  return image.missing.length === 0 && launch.gaps.every(({ missing }) => missing === undefined);
}

function withoutImage({ why, at, missing }: NoImage, folder: string): Launch {
  return { processes: [], before: [], gaps: [{ why, at, steps: [], ...(missing && { missing }) }], folder };
}

function inRepository({ launch, start, translation }: ImageStart): Launch {
  const { processes, before, ...rest } = translation.launch(launch);
  const named = (process: Process): Process => namedInCommand(process, start, translation);
  return { ...rest, processes: processes.map(named), before: before.map(named) };
}

/** The same with the paths of the image, in which nothing of the repository's own layout is left. */
export async function startImage(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<ImageStart | NoImage> {
  const image = await openImage(repository, service, surroundings, folder);
  if (image.is === 'none') return image;
  const { stage } = image;
  const { startCommand } = service;
  if (startCommand.is === 'oneOf') return notKnown('the Docker command depends on a condition', service.at);
  if (startCommand.is === 'unknown' && !service.inferred) return notKnown(startCommand.why, startCommand.at);
  if (image.fault) return notKnown(`${image.dockerfile} is not read to its end: ${image.fault.why}`, image.fault.at);
  const shells: ImageShells = { system: stage.system };
  // Absolute paths of the image are those of its tree.
  const follower = openFollower(stage.files, { sourceFolder: '', image: shells });
  const start = startOf(image, service, repository);
  const place: Place = {
    folder: stage.folder ?? '',
    environment: environmentOf(image, service, surroundings),
    steps: [],
    within: [],
    conditional: false,
    parents: [],
  };
  const followed =
    stage.folder === undefined
      ? follower.gap('the working directory of the image depends on a variable', stage.at, place)
      : await followStart({ image, start, follower, shells, place });
  const flow = withRelativePaths(followed, stage.files);
  const at = (start.cmd ?? start.entrypoint)?.at ?? stage.at;
  const launch = launchOf(outcomeOf(flow, stage.files), at, place.folder);
  return { is: 'started', image, start, flow, launch, translation: new Translation(image, repository) };
}

function notKnown(why: string, at: Location): NoImage {
  return { is: 'none', why, at };
}

/** The platform's variables count more than those of the image. */
function environmentOf({ stage }: Image, service: Service, surroundings: Surroundings): Environment {
  const platform = serviceEnvironment(service, surroundings, 'run');
  const changes = new Map<string, Variable>();
  const { at } = stage;
  for (const name of ['PATH', 'HOME', 'HOSTNAME']) {
    changes.set(name, { is: 'set', value: { is: 'unknown', why: `the container sets ${name}`, at }, at });
  }
  for (const [name, variable] of stage.environment) {
    changes.set(name, name === 'PYTHONPATH' ? seenFrom(stage.folder ?? '', variable) : variable);
  }
  for (const name of changes.keys()) if (platform.variable(name).is === 'set') changes.delete(name);
  // An image that is not known may set anything.
  return extended(stage.base ? platform : opened(platform), changes);
}

/** A search path whose parts start at the working directory, so that it means the same in the repository. */
function seenFrom(folder: string, variable: Variable): Variable {
  if (variable.is !== 'set' || variable.value.is !== 'known') return variable;
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length);
  const parts = variable.value.value.split(':').map((part) => {
    if (!part.startsWith('/')) return part;
    const path = join('', part.replace(/^\/+/, '')) ?? '';
    return relativeTo(folder, path) ?? `${up}${path}`;
  });
  return { ...variable, value: { ...variable.value, value: parts.map((part) => part || '.').join(':') } };
}

/**
 * The line that names a program is CMD where a script or an entrypoint only runs the words it is given, as in
 * `exec "$@"`.
 */
function namedInCommand(process: Process, { entrypoint, cmd }: Start, translation: Translation): Process {
  const text = translation.textAt(process.at);
  const name = process.program.words[0] ?? process.program.name;
  const isPassedOn = /\$\{?[@*]/.test(text) || (process.at === entrypoint?.at && !text.includes(name));
  if (!cmd || cmd.at === process.at || !isPassedOn) return process;
  const written = translation.textAt(cmd.at);
  if (!written.includes(name)) return process;
  return {
    ...process,
    at: cmd.at,
    steps: [...process.steps, { at: cmd.at, words: `it is given ${briefly(written)}` }],
  };
}

function briefly(instruction: string): string {
  const line = instruction.replace(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57).trimEnd()} …` : line}\``;
}
