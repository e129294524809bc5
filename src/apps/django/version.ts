import { foldersUp } from '../../code/packages.js';
import { packageLists } from '../python/package-lists.js';
import { pipfileListing, projectListing, type Lists } from '../../launch/install/projects.js';
import { joined, operandListing, requirementsIn, type Listing } from '../../launch/install/requirements.js';
import { baseName, childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';

/** The version of Django that gets installed, as far as the lists of packages tell. */
export type DjangoVersion =
  /** The newest one below this number; 5.1 is 5001. Undefined: the newest there is. */
  | { is: 'below'; below: number | undefined }
  /** No list names Django. */
  | { is: 'unknown' };

/** Lock files name one version; lists may name a range. The nearest folder counts, what is locked before what is asked for. */
export async function djangoVersion(repository: Repository, folder: string): Promise<DjangoVersion> {
  for (const each of foldersUp(folder)) {
    const locked = lockedIn(repository, each);
    if (locked !== undefined) return exactly(locked);
    for (const path of packageLists(repository, each)) {
      const asked = await askedIn(repository, path);
      if (asked) return asked;
    }
  }
  return { is: 'unknown' };
}

/** 5.1 is 5001: a number that orders versions. */
function numbered(version: string): number | undefined {
  const [, major, minor = '0'] = /^(\d{1,3})(?:\.(\d{1,3}))?/.exec(version) ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}

function exactly(version: number): DjangoVersion {
  return { is: 'below', below: version + 1 };
}

function lockedIn(repository: Repository, folder: string): number | undefined {
  for (const name of ['poetry.lock', 'uv.lock', 'pdm.lock', 'Pipfile.lock']) {
    const source = repository.read(childOf(folder, name));
    if (source.is !== 'text') continue;
    const [, version = ''] =
      /^name = "django"\s+version = "([^"]{1,20})"/im.exec(source.text) ??
      /"django": \{[^}]{0,4000}?"version": "==([^"]{1,20})"/i.exec(source.text) ??
      [];
    const found = numbered(version);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function askedIn(repository: Repository, path: string): Promise<DjangoVersion | undefined> {
  const { requirements } = await listingOf(repository, path);
  const asked = requirements.find(({ name }) => name === 'django');
  return asked && rangeOf(asked.versions);
}

const ALL: Lists = { main: true, extras: 'all', groups: () => true };

function listingOf(repository: Repository, path: string): Listing | Promise<Listing> {
  switch (baseName(path)) {
    case 'Pipfile':
      return pipfileListing(repository, parent(path), true);
    case 'pyproject.toml':
    case 'setup.cfg':
    case 'setup.py':
      return projectListing(repository, parent(path), ALL);
    case 'environment.yml':
    case 'environment.yaml':
      return condaListing(repository, path);
    default:
      return requirementsIn(repository, path, startOf(path));
  }
}

/** A conda environment lists packages as items, with one `=` before a version. */
function condaListing(repository: Repository, path: string): Listing {
  const source = repository.read(path);
  const items = source.is === 'text' ? source.text.matchAll(/^[ \t]*-[ \t]*([\w.-]+)[ \t]*(=[^#\n]*)?/gm) : [];
  return joined(
    Array.from(items, ([, name = '', version = '']) =>
      operandListing(`${name}${version.trim().replace(/^=(?!=)/, '==')}`, '', startOf(path)),
    ),
  );
}

/** Of a range, an installer takes the newest version. */
function rangeOf(asked: string): DjangoVersion {
  let below: number | undefined;
  for (const part of asked.split(',')) {
    const [, operator = '==', version = ''] = /^\s*(===|==|~=|>=|<=|!=|\^|~|<|>|=)?\s*([\d.]+)/.exec(part) ?? [];
    const found = numbered(version);
    if (found === undefined) continue;
    // `==5.*` stays in 5.
    const isMajor = /^[^\d]*\d+\.\*$/.test(part.trim());
    if (['==', '===', '=', '<='].includes(operator)) below = found + (isMajor ? 1000 : 1);
    if (operator === '<') below = found;
    if (operator === '^' || operator === '~=' || operator === '~') {
      // `~=4.2.1` and `~4.2` stay in 4.2, `~=4.2` and `^4.2` in 4.
      const inMinor = operator === '~' || (operator === '~=' && version.split('.').length > 2);
      below = inMinor ? found + 1 : (Math.trunc(found / 1000) + 1) * 1000;
    }
  }
  return { is: 'below', below };
}

/** Whether it is at least a version such as 4.1; undefined where that is not known. */
export function isAtLeast(version: DjangoVersion, major: number, minor: number): boolean | undefined {
  if (version.is === 'unknown') return undefined;
  return version.below === undefined || version.below > major * 1000 + minor;
}
