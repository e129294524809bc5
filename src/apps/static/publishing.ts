import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { MissingTarget } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { follow } from '../../launch/followed.js';
import { serviceFolders } from '../../launch/folder.js';
import type { Surroundings } from '../../launch/surroundings.js';
import { outputsOf, type Filled, type Outputs } from '../../launch/outputs/outputs.js';
import { serviceBuild } from '../../launch/outputs/service.js';
import { childOf, join, normalise } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Whether the folder that a static site publishes is what its build makes. */
export type Publishing =
  | { is: 'fine' }
  | { is: 'undecided'; why: string; at: Location }
  | {
      is: 'wrong';
      /** The folder as it is written, and as it is looked for, relative to the root of the repository. */
      written: string;
      path: string;
      at: Location;
      /** The folders with pages that the build makes, as the platform file would name them; empty where it makes none. */
      made: readonly string[];
      /** The program that makes them, such as `vite build`. */
      program: string | undefined;
      /** The build makes them for certain. */
      certain: boolean;
      /** From the build command to that program. */
      trail: readonly Step[];
    };

/** Compares the folder that a static site publishes with what its build makes, and with the repository. */
export async function publishing(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
): Promise<Publishing> {
  const { publishPath } = service;
  if (publishPath.is !== 'known') return { is: 'fine' };
  const folder = await buildFolder(repository, service, surroundings);
  if (folder === undefined) return { is: 'fine' };
  const written = publishPath.value.replace(/^\/+/, '');
  // The path starts at the folder of the service, or at the repository: Render's pages say both.
  const paths = [...new Set([join(folder, written), normalise(written)].flatMap((path) => path ?? []))];
  const [path] = paths;
  if (path === undefined) return { is: 'undecided', why: 'the path leaves the repository', at: publishPath.at };
  const outputs = await outputsOf(repository, await serviceBuild(repository, service, { folder, surroundings }));
  const unsure = undecided(repository, outputs, paths);
  if (unsure) return unsure;
  const made = outputs.sites.filter((each) => each.certain);
  const last = made.at(-1);
  return {
    is: 'wrong',
    written: publishPath.value,
    path,
    at: publishPath.at,
    made: [...new Set(made.map((each) => relativeTo(folder, each)))],
    program: last?.by.program,
    certain: made.length > 0 && made.length === outputs.sites.length,
    trail: last?.by.steps ?? [],
  };
}

/**
 * Where the build runs: beside a nested platform file where the root of the repository has none of what it needs.
 * Undefined where it certainly fails for want of a package.json or a script, which is a fault of its own.
 */
async function buildFolder(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
): Promise<string | undefined> {
  const folders = serviceFolders(repository, service);
  let fails = false;
  for (const folder of folders) {
    const given = { folder, surroundings, subject: 'the build' };
    const build = await follow(repository, service, service.buildCommand, given);
    const gaps = (build?.gaps ?? []).filter(({ missing }) => missing !== undefined);
    if (gaps.length === 0) return folder;
    fails ||= gaps.some(({ missing, weight }) => weight.fatal && !weight.conditional && NEEDED.has(missing?.kind));
  }
  return fails ? undefined : folders[0];
}

const NEEDED: ReadonlySet<MissingTarget['kind'] | undefined> = new Set(['script', 'manifest']);

/** Why it is not decided, or fine; undefined where it is wrong. */
function undecided(repository: Repository, outputs: Outputs, paths: readonly string[]): Publishing | undefined {
  for (const path of paths) {
    if (outputs.sites.some((each) => each.path === path)) return { is: 'fine' };
    const page = childOf(path, 'index.html');
    if (repository.lookup(page).is === 'file' || outputs.has(page) === 'yes') return { is: 'fine' };
    // Files in the repository may be published without a page among them, unless a builder makes one elsewhere.
    if (repository.lookup(path).is !== 'missing' && outputs.sites.length === 0) return { is: 'fine' };
  }
  for (const path of paths) {
    const unknown = outputs.unknown(childOf(path, 'index.html'));
    if (unknown) return { is: 'undecided', ...unknown };
  }
  return undefined;
}

function relativeTo(folder: string, { path }: Filled): string {
  if (path === folder) return '.';
  return folder === '' || !path.startsWith(`${folder}/`) ? path : path.slice(folder.length + 1);
}
