import { basename, dirname, relative, resolve, sep } from 'node:path';
import { openDirectory, readSettings, type ConfigFiles, type ConfigProblem, type Settings } from '../index.js';
import { MAX_FILE_BYTES } from '../repository/limits.js';
import { readNamed } from '../repository/named-path.js';
import type { Repository } from '../repository/repository.js';
import { UsageError } from './options.js';

/** The configuration cannot be used. One problem or more, each with its place. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ at: { file, range }, message }) => {
      return `${file}:${range.start.line}:${range.start.column}: ${message}`;
    });
    super(lines.join('\n'));
  }
}

/** What settings are read from, and what the command line says in their place. */
export interface SettingsSource {
  /** The real path of the repository. */
  root: string;
  cwd: string;
  /** A file in place of the repository's own, relative to `cwd`. */
  config?: string | undefined;
  platform?: string | undefined;
}

/**
 * The configuration of a run: that of the repository, or the file which the command line names.
 *
 * @throws {UsageError} where the file cannot be read
 * @throws {ConfigError} where it is wrong
 */
export async function settingsFor(
  repository: Repository,
  { root, cwd, config, platform }: SettingsSource,
): Promise<Settings> {
  const named = config === undefined ? undefined : namedFile(repository, root, resolve(cwd, config), config);
  const result = await (named ? readSettings(named.files, named.name) : readSettings(repository));
  if (result.is === 'wrong') throw new ConfigError(result.problems);
  return platform === undefined ? result.settings : { ...result.settings, platform };
}

/** A file that is named counts also where git ignores it, and where it is outside the repository. */
function namedFile(
  repository: Repository,
  root: string,
  path: string,
  written: string,
): { files: ConfigFiles; name: string } {
  const text = textAt(path, root, written);
  const inside = nameInside(root, path);
  const name = inside ?? outsideName(written);
  const files = inside === undefined ? filesUnder(dirname(path), name) : repository;
  const source = { is: 'text', text, encoding: 'utf-8', bom: false, lossy: false } as const;
  return {
    name,
    files: {
      lookup: (file) => files.lookup(file),
      read: (file) => (file === name ? source : files.read(file)),
    },
  };
}

/** The path of a file seen from the root, with `/`; undefined where it lies outside. Both are absolute. */
export function nameInside(root: string, path: string): string | undefined {
  const inside = relative(root, path).split(sep);
  return inside[0] !== '..' && resolve(root, ...inside) === path ? inside.join('/') : undefined;
}

function textAt(path: string, root: string, written: string): string {
  const read = readNamed(path, root, MAX_FILE_BYTES);
  if (read.is === 'text') return read.text;
  throw new UsageError(`The configuration ${written} cannot be read: ${read.why}.`);
}

/** Reports name files below the root, so that of another folder goes by its path without the way out. */
function outsideName(written: string): string {
  const steps = written
    .split(/[/\\]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !step.endsWith(':'));
  return steps.length > 0 ? steps.join('/') : basename(written);
}

/** The files of the folder that a file lies in, under that file's name. */
function filesUnder(folder: string, name: string): ConfigFiles {
  const directory = openDirectory(folder);
  const prefix = name.slice(0, name.lastIndexOf('/') + 1);
  const within = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : '..');
  return { lookup: (path) => directory.lookup(within(path)), read: (path) => directory.read(within(path)) };
}
