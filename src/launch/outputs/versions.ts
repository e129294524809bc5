import { foldersUp, packageAt } from '../../code/packages.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseJson, stringAt } from '../../syntax/json.js';

/** A version of a package, as far as lockfiles and lists of dependencies tell. */
export interface Version {
  major: number;
  minor: number;
}

/** Largest lockfile that is searched, in UTF-16 units. */
const MAX_LOCK = 5_000_000;

/**
 * The version of a package that is installed in a folder: by the nearest lockfile, else the lowest that a list of
 * dependencies allows. Undefined where neither names one.
 */
export function installedVersion(repository: Repository, folder: string, name: string): Version | undefined {
  const above = foldersUp(folder);
  for (const each of above) {
    const locked = lockedVersion(repository, each, name);
    if (locked) return locked;
  }
  for (const each of above) {
    const json = packageAt(repository, each)?.json;
    const range = ['dependencies', 'devDependencies'].flatMap((list) => stringAt(json, list, name) ?? [])[0];
    const found = range === undefined ? undefined : versionOf(range.replace(/^[~^=v]+/, ''));
    if (found) return found;
  }
  return undefined;
}

function lockedVersion(repository: Repository, folder: string, name: string): Version | undefined {
  const read = (file: string): string | undefined => {
    const source = repository.read(childOf(folder, file));
    return source.is === 'text' && source.text.length < MAX_LOCK ? source.text : undefined;
  };
  const npm = read('package-lock.json') ?? read('npm-shrinkwrap.json');
  if (npm !== undefined) {
    const json = parseJson(npm, 'package-lock.json');
    return versionOf(
      stringAt(json, 'packages', `node_modules/${name}`, 'version') ?? stringAt(json, 'dependencies', name, 'version'),
    );
  }
  const quoted = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const yarn = read('yarn.lock');
  const pnpm = read('pnpm-lock.yaml');
  const bun = read('bun.lock');
  return (
    match(yarn, new RegExp(`^"?${quoted}@[^\\n]{0,300}:\\r?\\n {2}version:? "?([\\d.]+)`, 'm')) ??
    match(pnpm, new RegExp(`^ {2}'?/?${quoted}[@/]([\\d.]+)`, 'm')) ??
    match(bun, new RegExp(`"${quoted}@([\\d.]+)"`))
  );
}

function match(text: string | undefined, pattern: RegExp): Version | undefined {
  return text === undefined ? undefined : versionOf(pattern.exec(text)?.[1]);
}

function versionOf(text: string | undefined): Version | undefined {
  const [, major, minor = '0'] = /^(\d+)(?:\.(\d+))?/.exec(text ?? '') ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}
