import { foldersUp } from '../../code/packages.js';
import { packageLists } from '../python/package-lists.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** The version of Django that gets installed, as far as the lists of packages tell. */
export type DjangoVersion =
  /** The newest one below this number; 5.1 is 5001. Undefined: the newest there is. */
  | { is: 'below'; below: number | undefined }
  /** No list names Django. */
  | { is: 'unknown' };

/** Lock files name one version; lists may name a range. The nearest folder counts, what is locked before what is asked for. */
export function djangoVersion(repository: Repository, folder: string): DjangoVersion {
  for (const each of foldersUp(folder)) {
    const locked = lockedIn(repository, each);
    if (locked !== undefined) return exactly(locked);
    for (const path of packageLists(repository, each)) {
      const asked = askedIn(repository, path);
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

/** A requirement of Django itself, and of none of the packages named after it. */
const REQUIREMENT = /^[\s"'-]*django(?:\[[^\]]*\])?["']?\s*(?:=\s*)?["'({]*\s*([~^<>=!][^"'#;\n]*|\d[\d.]*|\*|$)/i;

function askedIn(repository: Repository, path: string): DjangoVersion | undefined {
  const source = repository.read(path);
  if (source.is !== 'text') return undefined;
  for (const line of source.text.split(/\r\n|\n|\r/)) {
    const [, asked] = REQUIREMENT.exec(line) ?? [];
    if (asked !== undefined) return rangeOf(asked.trim());
  }
  return undefined;
}

/** Of a range, an installer takes the newest version. */
function rangeOf(asked: string): DjangoVersion {
  let below: number | undefined;
  for (const part of asked.split(',')) {
    const [, operator = '==', version = ''] = /^\s*(===|==|~=|>=|<=|!=|\^|~|<|>|=)?\s*([\d.]+)/.exec(part) ?? [];
    const found = numbered(version);
    if (found === undefined) continue;
    if (['==', '===', '=', '<='].includes(operator)) below = found + 1;
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
