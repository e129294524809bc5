import { foldersUp, nearestPackage, type Package } from '../../code/packages.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';

/** Where lockfiles write the version of Express that is installed at the top. */
const LOCKED: Readonly<Record<string, RegExp>> = {
  'package-lock.json': /"(?:node_modules\/)?express":\s*\{\s*"version":\s*"(\d+)\./,
  'yarn.lock': /^"?express@[^\n]*:\r?\n\s+version:?\s+"?(\d+)\./m,
  'pnpm-lock.yaml': /^ {2}['"]?\/?express[@/](\d+)\./m,
};

/** By folder of the package: each handler of a program asks again, and lockfiles are long. */
const kept = new WeakMap<Repository, Map<string, number | undefined>>();

/** The major version of Express in force in a folder: that of the lockfile, else of the range; undefined where it is open. */
export function expressMajor(repository: Repository, folder: string): number | undefined {
  const own = nearestPackage(repository, folder);
  const majors = kept.get(repository) ?? new Map<string, number | undefined>();
  kept.set(repository, majors);
  const key = own?.folder ?? folder;
  if (!majors.has(key)) majors.set(key, readMajor(repository, folder, own));
  return majors.get(key);
}

function readMajor(repository: Repository, folder: string, own: Package | undefined): number | undefined {
  const wanted = stringAt(own?.json, 'dependencies', 'express') ?? stringAt(own?.json, 'devDependencies', 'express');
  for (const each of foldersUp(own?.folder ?? folder)) {
    for (const [name, pattern] of Object.entries(LOCKED)) {
      const source = repository.read(childOf(each, name));
      const [, major] = (source.is === 'text' ? pattern.exec(source.text) : undefined) ?? [];
      if (major !== undefined) return Number(major);
    }
  }
  const [, major] = /^[\^~=v ]*(\d+)(?:\.|$)/.exec(wanted ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}
