import type { Location } from '../../model/location.js';
import type { MissingTarget } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue, type Value } from '../../model/value.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseDockerfile, type DockerfileTree } from '../../syntax/dockerfile.js';
import { linesOf, type Lines } from '../../syntax/lines.js';
import { serviceEnvironment } from '../environment.js';
import { missingFile } from '../missing.js';
import type { Surroundings } from '../surroundings.js';
import { buildStages } from './build.js';
import type { BuildVariable } from './expand.js';
import { ignoredBy } from './ignored.js';
import type { MissingSource, Stage } from './stage.js';

/** The image a service is built to, as far as its Dockerfile tells. */
export interface Image {
  is: 'image';
  /** Relative to the root of the repository. */
  dockerfile: string;
  /** The folder it is built with, relative to the root of the repository. */
  context: string;
  lines: Lines;
  /** The last stage: what the service runs. */
  stage: Stage;
  /** The last stage and those it takes something from: Docker builds no others. */
  built: readonly Stage[];
  /** What COPY and ADD of these stages name and the context does not hold. */
  missing: readonly MissingSource[];
  /** Where and why the Dockerfile could not be read to its end, a clause. */
  fault?: { why: string; at: Location };
}

/** Why there is no image to read. `why` is a clause. */
export interface NoImage {
  is: 'none';
  why: string;
  at: Location;
  missing?: MissingTarget;
}

/**
 * Reads the Dockerfile of a service. Render's documentation says of its path and of the context both that they start at
 * the root of the repository and at that of the service (https://render.com/docs/blueprint-spec,
 * https://render.com/docs/monorepo-support): of the readings, the first whose files are all there counts.
 */
export async function openImage(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<Image | NoImage> {
  const { dockerfile, dockerContext, at } = service;
  const path = dockerfile.is === 'absent' ? 'Dockerfile' : knownValue(dockerfile);
  if (path === undefined)
    return { is: 'none', why: 'the path of its Dockerfile cannot be read', at: placeOf(dockerfile, at) };
  if (dockerContext.is !== 'absent' && knownValue(dockerContext) === undefined) {
    return { is: 'none', why: 'the folder it is built with cannot be read', at: placeOf(dockerContext, at) };
  }
  let first: Image | undefined;
  for (const file of dockerfiles(repository, service, folder, path)) {
    for (const context of contexts(repository, service, folder, file)) {
      const image = await readImage(repository, file, context, argumentsOf(service, surroundings));
      if (image.is === 'image' && image.missing.length === 0) return image;
      if (image.is === 'none') return image;
      first ??= image;
    }
  }
  if (first) return first;
  const asked = inFolder(folder, path) ?? path;
  const missing = missingFile(repository, path, asked);
  return { is: 'none', why: `there is no ${asked}`, at: placeOf(dockerfile, at), missing };
}

function placeOf(value: Value<string>, otherwise: Location): Location {
  return value.is === 'known' || value.is === 'unknown' ? value.at : otherwise;
}

/** A leading slash means nothing. */
function inFolder(folder: string, path: string): string | undefined {
  return join(folder, path.replace(/^\/+/, ''));
}

/** The paths a Dockerfile may have, those it is at. */
function dockerfiles(repository: Repository, service: Service, folder: string, path: string): readonly string[] {
  const context = knownValue(service.dockerContext);
  const folders = [folder, '', ...(context === undefined ? [] : [inFolder(folder, context) ?? '', context])];
  const paths = folders.flatMap((each) => inFolder(each, path) ?? []);
  return [...new Set(paths)].filter((each) => repository.lookup(each).is === 'file');
}

/** The folders it may be built with. Where nothing declares a service, that of its Dockerfile is one, too. */
function contexts(repository: Repository, service: Service, folder: string, dockerfile: string): readonly string[] {
  const written = knownValue(service.dockerContext) ?? '.';
  const folders = [inFolder(folder, written), inFolder('', written), ...(service.inferred ? [parent(dockerfile)] : [])];
  const there = folders.flatMap((each) => each ?? []).filter((each) => repository.lookup(each).is === 'directory');
  return there.length > 0 ? [...new Set(there)] : [''];
}

/**
 * What a platform may set arguments of a build to: Render hands the variables of a service on to them
 * (https://render.com/docs/docker). Their values are taken for unknown.
 */
function argumentsOf(service: Service, surroundings: Surroundings): (name: string) => BuildVariable | undefined {
  const environment = serviceEnvironment(service, surroundings, 'build');
  const own = new Set([...service.env, ...surroundings.groups.flatMap((group) => group.env)].map(({ key }) => key));
  return (name) =>
    own.has(name) && environment.variable(name).is === 'set' ? { is: 'set', text: undefined } : undefined;
}

async function readImage(
  repository: Repository,
  dockerfile: string,
  context: string,
  argument: (name: string) => BuildVariable | undefined,
): Promise<Image | NoImage> {
  const source = repository.read(dockerfile);
  const lines = linesOf(dockerfile, source.is === 'text' ? source.text : '');
  if (source.is !== 'text') return { is: 'none', why: `${dockerfile} ${source.why}`, at: lines.location(0, 0) };
  const tree = await parseDockerfile(source.text);
  const ignored = ignoredBy(repository, dockerfile, context);
  const stages = buildStages({
    ...{ tree, text: source.text, lines, argument },
    context: { repository, folder: context, ignored },
  });
  const stage = stages.at(-1);
  if (!stage) return { is: 'none', why: noStage(dockerfile, tree), at: lines.location(0, 1) };
  const built = builtStages(stages);
  const missing = built.flatMap((each) => each.missing);
  const { fault } = tree;
  return {
    ...{ is: 'image', dockerfile, context, lines, stage, built, missing },
    ...(fault && { fault: { why: fault.why, at: lines.location(fault.offset, fault.offset + 1) } }),
  };
}

function noStage(dockerfile: string, { fault }: DockerfileTree): string {
  return fault ? `${dockerfile} is not read to its end: ${fault.why}` : `${dockerfile} has no FROM`;
}

/** The last stage and all that it takes from, in the order of the file. */
function builtStages(stages: readonly Stage[]): readonly Stage[] {
  const used = new Set<number>();
  const open = [stages.length - 1];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (used.has(index)) continue;
    used.add(index);
    open.push(...(stages[index]?.uses ?? []));
  }
  return stages.filter((_, index) => used.has(index));
}
