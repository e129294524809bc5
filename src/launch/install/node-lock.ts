import type { Location } from '../../model/location.js';
import { perRepository } from '../../repository/kept.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { isTrue, member, parseJson, type Json } from '../../syntax/json.js';
import { startOf } from '../../syntax/lines.js';

/** A package as a lockfile has it. `development`: only what is listed for development needs it; undefined: not told. */
interface LockedPackage {
  name: string;
  /** Programs; undefined where the lockfile does not name them. */
  bins: readonly string[] | undefined;
  development: boolean | undefined;
}

/** What a lockfile says of the packages that are installed into the top folder. */
export type Lock =
  | { is: 'read'; file: string; packages: ReadonlyMap<string, LockedPackage> }
  /** `why` is a clause. */
  | { is: 'unread'; why: string; at: Location };

type Reader = (text: string, file: string) => readonly LockedPackage[] | undefined;

/** Names of lockfiles, by manager. What pnpm installs is not put into the top folder, unless it is listed. */
const READERS: readonly (readonly [name: string, read: Reader | 'nothing'])[] = [
  ['npm-shrinkwrap.json', npmPackages],
  ['package-lock.json', npmPackages],
  ['bun.lock', bunPackages],
  ['yarn.lock', yarnPackages],
  ['pnpm-lock.yaml', 'nothing'],
  ['bun.lockb', 'nothing'],
];

/** Lockfiles that a manager takes. */
export const LOCKFILES: Readonly<Record<string, readonly string[]>> = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json'],
  pnpm: ['pnpm-lock.yaml'],
  berry: ['yarn.lock'],
};

const read = perRepository(() => new Map<string, Lock | undefined>());

/** The lockfile of a folder; undefined where there is none that a manager takes. Read once. */
export function lockIn(repository: Repository, folder: string, manager: string): Lock | undefined {
  const known = read(repository);
  const key = `${manager}\0${folder}`;
  if (!known.has(key)) known.set(key, readLock(repository, folder, manager));
  return known.get(key);
}

const OF: Readonly<Record<string, RegExp>> = {
  npm: /^(?:npm-shrinkwrap|package-lock)\.json$/,
  yarn: /^yarn\.lock$/,
  berry: /^yarn\.lock$/,
  pnpm: /^pnpm-lock\.yaml$/,
  bun: /^(?:bun\.lockb?|package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/,
};

function readLock(repository: Repository, folder: string, manager: string): Lock | undefined {
  for (const [name, reader] of READERS) {
    const file = childOf(folder, name);
    if (OF[manager]?.test(name) !== true || repository.lookup(file).is !== 'file') continue;
    const unread = (why: string): Lock => ({ is: 'unread', why: `${file} ${why}`, at: startOf(file) });
    if (reader === 'nothing') return unread('does not tell which programs are installed');
    const source = repository.read(file);
    if (source.is !== 'text') return unread(source.why);
    const packages = reader(source.text, file);
    if (!packages) return unread('cannot be read');
    return { is: 'read', file, packages: new Map(packages.map((each) => [each.name, each])) };
  }
  return undefined;
}

/** https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json: version 1 has no programs and no `packages`. */
function npmPackages(text: string, file: string): readonly LockedPackage[] | undefined {
  const json = parseJson(text, file);
  const packages = member(json, 'packages');
  if (packages?.is === 'object') {
    return [...packages.members].flatMap(([path, { value }]): LockedPackage[] => {
      const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
      if (name === undefined) return [];
      return [{ name, bins: binNames(name, member(value, 'bin')), development: isTrue(member(value, 'dev')) }];
    });
  }
  const dependencies = member(json, 'dependencies');
  if (dependencies?.is !== 'object') return json?.is === 'object' && json.members.size > 0 ? [] : undefined;
  return [...dependencies.members].map(([name, { value }]) => {
    return { name, bins: undefined, development: isTrue(member(value, 'dev')) };
  });
}

/** https://bun.com/docs/pm/lockfile: `"name": ["name@version", "registry", { "bin": … }, "integrity"]`. */
function bunPackages(text: string, file: string): readonly LockedPackage[] | undefined {
  const packages = member(parseJson(text, file), 'packages');
  if (packages?.is !== 'object') return undefined;
  return [...packages.members].flatMap(([name, { value }]): LockedPackage[] => {
    if (value.is !== 'array' || /^(?:@[^/]+\/)?[^/]+\/./.test(name)) return [];
    const about = value.items.find((each) => each.is === 'object');
    return [{ name, bins: binNames(name, member(about, 'bin')), development: undefined }];
  });
}

/** https://classic.yarnpkg.com/en/docs/yarn-lock: entries begin with `name@range`, several separated by commas. */
function yarnPackages(text: string): readonly LockedPackage[] {
  const names = new Set(
    Array.from(text.matchAll(/^"?((?:@[^/\s"]+\/)?[^@\s",:]+)@[^\n]*:[ \t]*$/gm), ([, name = '']) => name),
  );
  return [...names].map((name) => ({ name, bins: undefined, development: undefined }));
}

/** A text stands for one program of the package's own name. */
function binNames(name: string, bin: Json | undefined): readonly string[] {
  if (bin?.is === 'object') return [...bin.members.keys()];
  return bin?.is === 'string' ? [name.slice(name.lastIndexOf('/') + 1)] : [];
}
