import { nearestPackage } from '../../code/packages.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';
import { FASTIFY_3_KEEP_ALIVE } from './frameworks.js';

/** The major version of a package that a manifest asks for; undefined where it cannot be read. */
export function wantedMajor(repository: Repository, folder: string, name: string): number | undefined {
  const json = nearestPackage(repository, folder)?.json;
  const wanted = stringAt(json, 'dependencies', name) ?? stringAt(json, 'devDependencies', name);
  const [, major] = /^[\^~>=v ]*(\d+)(?:\.|$)/.exec(wanted ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}

/** What an old Fastify keeps connections for, in ms; undefined for a newer one. */
export function oldFastifyKeepAlive(repository: Repository, folder: string): number | undefined {
  const major = wantedMajor(repository, folder, 'fastify');
  return major !== undefined && major < FASTIFY_3_KEEP_ALIVE.below ? FASTIFY_3_KEEP_ALIVE.keepAlive : undefined;
}
