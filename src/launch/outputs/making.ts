import type { Package } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import type { Repository } from '../../repository/repository.js';
import type { Words } from '../words.js';

/** A program of a build, as those who know what it makes see it. */
export interface Ran {
  repository: Repository;
  /** Its name and arguments. */
  words: Words;
  /** The folder it runs in, relative to the root of the repository. */
  folder: string;
  environment: Environment;
  /** The package.json in force there. */
  package: Package | undefined;
  at: Location;
}

/** A file that a program makes. Paths are relative to the root of the repository. */
export interface MadeFile {
  path: string;
  /** The file it is made from, where there is one such file. */
  source?: string;
}

/** What a program makes, as far as its words and its configuration tell. */
export interface Making {
  /** Files it makes for certain. */
  files?: readonly MadeFile[];
  /** Files it makes unless it is set up in a way that is not read. */
  likely?: readonly MadeFile[];
  /** Folders it fills with files that are not listed. */
  folders?: readonly string[];
  /** Folders it empties first. */
  clears?: readonly string[];
  /** Records it leaves of what it wrote. Where one is there before, it may leave out any of the files. */
  records?: readonly string[];
  /** The folder, or one of the folders, that hold a site to publish. */
  sites?: readonly string[];
  /** It may make anything else besides. A clause that says why. */
  gap?: string;
}

export type Maker = (ran: Ran) => Making | Promise<Making>;

/** Nothing that a later command could name. */
export const MAKES_NOTHING: Making = {};

/** A program that fills a folder, which is a site. `undefined`: the path leaves the repository, where nothing matters. */
export function siteIn(...folders: readonly (string | undefined)[]): Making {
  const inside = folders.flatMap((folder) => folder ?? []);
  return { folders: inside, sites: inside };
}

export function notRead(what: string): Making {
  return { gap: `${what} in a way that is not read` };
}
