import { accessSync, constants, realpathSync, statSync, type Stats } from 'node:fs';
import { didYouMean } from '../model/nearest.js';
import { COMMANDS, UsageError } from './options.js';

/**
 * The real path of the folder to read. `path` is absolute, `written` as the command line has it.
 * @throws {UsageError} where the path is no folder that can be read.
 */
export function folderAt(path: string, written: string): string {
  const stats = statsOf(path);
  if (!stats) {
    throw new UsageError(`There is no folder ${written}, or it cannot be read.${didYouMean(written, COMMANDS)}`);
  }
  if (!stats.isDirectory()) {
    throw new UsageError(`${written} is a file. lint-deploy reads a whole repository: name its folder.`);
  }
  return realpathSync(path);
}

function statsOf(path: string): Stats | undefined {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** What to say of a folder without a service: a sentence. */
export function nothingIn(path: string): string {
  return (
    `${path} holds no render.yaml, and no Procfile, Dockerfile, package.json with a start script or manage.py ` +
    'to infer a service from.'
  );
}
