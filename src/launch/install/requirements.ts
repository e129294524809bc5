import type { Location } from '../../model/location.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf, startOf } from '../../syntax/lines.js';

/** A package of Python's that is asked for. */
export interface Requirement {
  /** In the one spelling that pip compares names in (https://packaging.python.org/en/latest/specifications/name-normalization/). */
  name: string;
  extras: readonly string[];
  /** The versions that it may be, as they are written: `>=4.2,<5`; empty: any, or those that an address has. */
  versions: string;
  at: Location;
  /** Only an extra of the project asks for it. */
  maybe: boolean;
}

/** Something that may bring packages that cannot be told. `why` is a clause. */
export interface Doubt {
  why: string;
  at: Location;
}

/** What some lists ask for. */
export interface Listing {
  requirements: readonly Requirement[];
  /** Folders of projects that are installed with what they list themselves; `extras` of theirs. */
  projects: readonly { folder: string; extras: readonly string[]; at: Location }[];
  /** The files that were read, in order. */
  files: readonly string[];
  doubts: readonly Doubt[];
}

export const NOTHING_LISTED: Listing = { requirements: [], projects: [], files: [], doubts: [] };

export function joined(listings: readonly Listing[]): Listing {
  return {
    requirements: listings.flatMap((each) => each.requirements),
    projects: listings.flatMap((each) => each.projects),
    files: [...new Set(listings.flatMap((each) => each.files))],
    doubts: listings.flatMap((each) => each.doubts),
  };
}

export function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Most files that include each other. */
const MAX_FILES = 50;

/** Reads a requirements file with those it includes (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export function requirementsIn(repository: Repository, file: string, asked: Location): Listing {
  return new Requirements(repository).read(file, asked);
}

class Requirements {
  readonly #seen = new Set<string>();

  constructor(private readonly repository: Repository) {}

  read(file: string, asked: Location): Listing {
    if (this.#seen.has(file)) return NOTHING_LISTED;
    this.#seen.add(file);
    if (this.#seen.size > MAX_FILES) return doubtful(`${file} is one of too many files that include each other`, asked);
    const source = this.repository.read(file);
    if (source.is !== 'text') return doubtful(`${file} ${source.why}`, source.is === 'missing' ? asked : startOf(file));
    const lines = linesOf(file, source.text);
    const listings = logicalLines(source.text).map(({ text, offset }) =>
      this.#line(text, file, lines.location(offset, offset + text.length)),
    );
    return joined([{ ...NOTHING_LISTED, files: [file] }, ...listings]);
  }

  #line(written: string, file: string, at: Location): Listing {
    const text = written
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .replace(/\s--hash[=\s].*$/s, '');
    if (text === '') return NOTHING_LISTED;
    if (text.length > MAX_REQUIREMENT) return doubtful(`a line of ${file} is too long`, at);
    const [, option = '', value = ''] = /^(-{1,2}[\w-]+)(?:[ \t]*=[ \t]*|[ \t]+|(?<=^-[a-z]))(.*)$/.exec(text) ?? [];
    switch (option) {
      case '-r':
      case '--requirement': {
        const path = join(parent(file), value.trim());
        return path === undefined ? doubtful(`${value} is outside the repository`, at) : this.read(path, at);
      }
      case '-e':
      case '--editable':
        return operandListing(value.trim(), parent(file), at);
      case '':
        // An option without a value, such as --no-index.
        return text.startsWith('-') ? NOTHING_LISTED : operandListing(text, parent(file), at);
      default:
        // Constraints (-c) choose versions only, and other options where packages come from.
        return NOTHING_LISTED;
    }
  }
}

/** Lines with those that a backslash joins to them. */
function logicalLines(text: string): readonly { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  let offset = 0;
  let open: { text: string; offset: number } | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const bare = line.replace(/[\r\n]+$/, '');
    const goesOn = bare.endsWith('\\');
    const part = goesOn ? bare.slice(0, -1) : bare;
    open = open ? { ...open, text: `${open.text} ${part}` } : { text: part, offset };
    if (!goesOn || open.text.length > MAX_LINE) {
      found.push(open);
      open = undefined;
    }
    offset += line.length;
  }
  if (open) found.push(open);
  return found;
}

/** Longest line that is put together of others, in UTF-16 units: hashes make some long. */
const MAX_LINE = 20_000;

/** Longest requirement without its hashes, in UTF-16 units. */
const MAX_REQUIREMENT = 2_000;

/** Nothing is known of what is listed, and why; a clause. */
export function doubtful(why: string, at: Location): Listing {
  return { ...NOTHING_LISTED, doubts: [{ why, at }] };
}

/** What pip is given by name, path or address: on the command line as in a file. */
export function operandListing(written: string, folder: string, at: Location): Listing {
  const text = written.replace(/^(["'])(.*)\1$/, '$2');
  const named = requirementOf(text, at);
  if (named !== undefined) return named === 'never' ? NOTHING_LISTED : { ...NOTHING_LISTED, requirements: [named] };
  const [, path = '', extras = ''] =
    /^(?:file:(?:\/\/)?)?([^[\]#;@]+?)(?:\[([\w.,\s-]+)\])?(?:\s*;.*)?$/.exec(text) ?? [];
  const project = path === '' || path.includes(':') ? undefined : join(folder, path);
  if (project !== undefined && !/\.(?:whl|zip|tar\.gz|tgz)$/.test(path))
    return { ...NOTHING_LISTED, projects: [{ folder: project, extras: listOf(extras), at }] };
  const [, egg] = /[#&]egg=([\w.-]+)/.exec(text) ?? [];
  const [, wheel] = /(?:^|\/)([A-Za-z0-9][\w.]*)-\d[^/]*\.whl(?:#.*)?$/.exec(text) ?? [];
  const name = egg ?? wheel ?? (/\/([\w.-]+?)(?:\.git)?(?:@[^/]*)?(?:#.*)?$/.exec(text) ?? [])[1];
  if (name === undefined) return doubtful(`\`${text.slice(0, 60)}\` does not name a package`, at);
  return { ...NOTHING_LISTED, requirements: [{ name: normalised(name), extras: [], versions: '', at, maybe: false }] };
}

/**
 * A requirement by name (https://packaging.python.org/en/latest/specifications/dependency-specifiers/): `never` where its
 * marker rules out Linux; undefined where it is a path or an address.
 */
export function requirementOf(text: string, at: Location): Requirement | 'never' | undefined {
  const [, name, extras = '', rest = ''] =
    /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)[ \t]*(?:\[([^\]]*)\])?[ \t]*((?:@|===?|[<>!~]=?|\(|;|,|--).*)?$/s.exec(
      text,
    ) ?? [];
  if (name === undefined) return undefined;
  const marker = markerIn(rest);
  if (marker !== undefined && rulesOutLinux(marker)) return 'never';
  return { name: normalised(name), extras: listOf(extras), versions: versionsIn(rest), at, maybe: false };
}

/** The versions that stand before the marker; older files have them in parentheses. */
function versionsIn(rest: string): string {
  const written = rest.startsWith('@') ? '' : rest.replace(/(?:;|\s--).*$/s, '');
  return written.replace(/[()\s]+/g, '');
}

/** What stands behind the `;`, without options such as `--hash`. In an address it needs a blank before it. */
function markerIn(rest: string): string | undefined {
  const start = rest.startsWith('@') ? rest.search(/\s;/) : rest.indexOf(';');
  return start === -1 ? undefined : rest.slice(rest.indexOf(';', start) + 1).replace(/\s--.*$/s, '');
}

/**
 * Whether a marker keeps a package from Linux. One that asks for a version of Python is taken to be met, unless it asks
 * for one that no platform runs any more: what is listed for some version is no oversight.
 */
function rulesOutLinux(marker: string): boolean {
  if (/\bor\b/.test(marker)) return false;
  return marker.split(/\band\b/).some((part) => {
    const [, variable = '', operator = '', value = ''] =
      /^[\s(]*(\w+)\s*(==|!=|<=?|>=?|~=|in|not in)\s*["']([^"']*)["'][\s)]*$/.exec(part) ?? [];
    const wanted = PLATFORM[variable];
    if (wanted !== undefined && operator === '==') return value !== wanted;
    if (wanted !== undefined && operator === '!=') return value === wanted;
    if (!variable.startsWith('python_') || !operator.startsWith('<')) return false;
    const [major = 0, minor = 0] = value.split('.').map(Number);
    return major < 3 || (major === 3 && minor <= OLDEST_MINOR);
  });
}

/** Python 3.7 is the oldest that Render runs (https://render.com/docs/language-support). */
const OLDEST_MINOR = 7;

const PLATFORM: Readonly<Record<string, string | undefined>> = {
  sys_platform: 'linux',
  platform_system: 'Linux',
  os_name: 'posix',
  implementation_name: 'cpython',
  platform_python_implementation: 'CPython',
};

function listOf(extras: string): readonly string[] {
  return extras.split(',').flatMap((each) => (each.trim() === '' ? [] : [normalised(each.trim())]));
}
