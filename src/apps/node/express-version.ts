import { foldersUp, nearestPackage, type Package } from '../../code/packages.js';
import { perRepository } from '../../repository/kept.js';
import { childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';

/** Where lockfiles write the version of Express that is installed at the top. */
const LOCKED: Readonly<Record<string, RegExp>> = {
  'package-lock.json': /"(?:node_modules\/)?express":\s*\{\s*"version":\s*"(\d+)\./,
  'yarn.lock': /^"?express@[^\n]*:\r?\n\s+version:?\s+"?(\d+)\./m,
  'pnpm-lock.yaml': /^ {2}['"]?\/?express[@/](\d+)\./m,
};

/**
 * The major version of Express that the modules of a folder get in a program; undefined where it is open. A package of
 * its own below or beside that of the program may never be installed: its modules then get the Express of a folder above.
 */
export function expressMajor(repository: Repository, folder: string, entry: string): number | undefined {
  const major = majorIn(repository, folder);
  const own = nearestPackage(repository, folder);
  if (!own || own.folder === '' || entry.startsWith(`${own.folder}/`)) return major;
  const above = majorIn(repository, parent(own.folder));
  return above === undefined || above === major ? major : undefined;
}

/** By folder of the package: each handler of a program asks again, and lockfiles are long. */
const known = perRepository(() => new Map<string, number | undefined>());

/** The major version that a folder is to get: that of the lockfile, else of the range. */
function majorIn(repository: Repository, folder: string): number | undefined {
  const own = nearestPackage(repository, folder);
  const majors = known(repository);
  const key = own?.folder ?? folder;
  if (!majors.has(key)) majors.set(key, readMajor(repository, key, own));
  return majors.get(key);
}

function readMajor(repository: Repository, folder: string, own: Package | undefined): number | undefined {
  const wanted = stringAt(own?.json, 'dependencies', 'express') ?? stringAt(own?.json, 'devDependencies', 'express');
  for (const each of foldersUp(folder)) {
    for (const [name, pattern] of Object.entries(LOCKED)) {
      const source = repository.read(childOf(each, name));
      const [, major] = (source.is === 'text' ? pattern.exec(source.text) : undefined) ?? [];
      if (major !== undefined) return Number(major);
    }
  }
  const [, major] = /^[\^~=v ]*(\d+)(?:\.|$)/.exec(wanted ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}
