import { packageAt } from '../../code/packages.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { packageCommand } from '../package-managers.js';
import { imagePath } from './copy.js';

/** A package of a workspace that `pnpm deploy` copies, and the folder it makes: paths of an image. */
export interface DeployedPackage {
  from: string;
  to: string;
}

/** What the commands of a RUN deploy, as far as they can be told apart by their text. `folder`: where they run. */
export function deployedPackages(files: () => Repository, text: string, folder: string): readonly DeployedPackage[] {
  // Few steps have the word.
  if (!text.includes('pnpm') || !text.includes('deploy') || /(?:^|[\s;&(])cd\s/.test(text)) return [];
  return text.split(/&&|[;|\n]/).flatMap((command) => {
    const words = command.trim().split(/\s+/).map(unquoted);
    const asked = words.includes(undefined) ? undefined : packageCommand(words);
    if (asked?.asks !== 'deploy') return [];
    const { target } = asked;
    const written = asked.words.at(-1);
    const base = target.folder === undefined ? folder : imagePath(folder, target.folder);
    const to = written === undefined || base === undefined ? undefined : imagePath(base, written);
    const from = base === undefined ? undefined : packageFolder(files(), base, target.packages);
    return to === undefined || from === undefined || to === from ? [] : [{ from, to }];
  });
}

function unquoted(word: string): string | undefined {
  return /^(["']?)([^"'$`\\]*)\1$/.exec(word)?.[2];
}

/** The folder of the one package that is asked for: by its name, with or without its scope, or by its path. */
function packageFolder(files: Repository, base: string, [asked, ...others]: readonly string[]): string | undefined {
  if (asked === undefined) return base;
  if (others.length > 0) return undefined;
  if (/^\.{1,2}\//.test(asked)) return join(base, asked);
  let folders = [base];
  for (let level = 0; level <= MAX_LEVELS && folders.length > 0; level++) {
    const named = folders.find((each) => {
      const name = packageAt(files, each)?.name;
      return name === asked || name?.endsWith(`/${asked}`) === true;
    });
    if (named !== undefined) return named;
    folders = folders.flatMap((each) => foldersIn(files, each)).slice(0, MAX_FOLDERS);
  }
  return undefined;
}

function foldersIn(files: Repository, folder: string): string[] {
  const entries = files.list(folder).filter(({ name, is }) => is === 'directory' && !/^\.|^node_modules$/.test(name));
  return entries.map(({ name }) => childOf(folder, name));
}

/** Levels of folders, and folders of a level, in which a package is looked for. */
const MAX_LEVELS = 3;
const MAX_FOLDERS = 200;
