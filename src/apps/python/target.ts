import { foldersUp } from '../../code/packages.js';
import { attributeOf } from '../../code/python/exports.js';
import { nearNames } from '../../code/python/near.js';
import {
  resolveModule,
  searchPath,
  submoduleOf,
  type FoundModule,
  type ModuleResolution,
} from '../../code/python/modules.js';
import type { Location } from '../../model/location.js';
import type { Process, Target } from '../../model/process.js';
import type { Repository } from '../../repository/repository.js';
import { packageLists } from './package-lists.js';

/** What becomes of the module, and the object in it, that a process is given to run. */
export type PythonTarget =
  /** It is there, or nothing says that it is not. */
  | { is: 'fine' }
  | {
      is: 'missing';
      what: 'module' | 'attribute';
      /** The whole dotted name of the module, or the name of the attribute. */
      name: string;
      /** The module as it is asked for. */
      module: string;
      /** Where it was looked for: folders for a module, the file for an attribute. */
      searched: readonly string[];
      /** Likely names instead, the likeliest first: whole dotted names of modules, or what the file defines. */
      near: readonly string[];
      /** The path that differs in letter case only. */
      otherCase?: string;
    }
  /** `why` is a clause. */
  | { is: 'undecided'; why: string; at: Location };

/** What a build installs that the files of the repository do not show. */
export interface Installed {
  /** The project itself, whose packages may have names of their own. */
  project: boolean;
}

type ModuleTarget = Extract<Target, { is: 'module' }>;

const FINE: PythonTarget = { is: 'fine' };

/** Looks for the Python module that a process runs, and the object that is called in it. Never rejects. */
export async function pythonTarget(
  repository: Repository,
  process: Process,
  installed: Installed,
): Promise<PythonTarget> {
  const { target } = process.program;
  if (target.is !== 'module' || target.module.is !== 'known') return FINE;
  const { value: dotted } = target.module;
  if (!/^[\w.]+$/.test(dotted)) return FINE;
  const { folders, isOpen } = foldersOf(process, target, installed);
  const found = resolveModule(repository, folders, dotted);
  const isRun = process.program.name === 'python' && !target.call;
  switch (found.is) {
    case 'unknown':
      return { is: 'undecided', why: `${found.path} ${found.why}`, at: process.at };
    case 'file':
    case 'package':
    case 'namespace':
      return isRun
        ? runnable(repository, found, dotted, folders)
        : attribute(repository, found, target, dotted, folders);
    case 'external':
      // Most of what `python -m` runs is installed, or of Python itself.
      if (isRun) return FINE;
      break;
    case 'missing':
  }
  const why = doubt(repository, process, found, dotted, isOpen, installed);
  if (why !== undefined) return { is: 'undecided', why, at: process.at };
  const near = found.near.length > 0 || dotted.includes('.') ? found.near : nearFiles(repository, folders, dotted);
  const { otherCase } = found;
  const missing = { is: 'missing', what: 'module', name: dotted, module: dotted, searched: folders, near } as const;
  return otherCase === undefined ? missing : { ...missing, otherCase };
}

/** The folders that are searched; `isOpen`: there may be more. */
function foldersOf(
  { folder, environment, program }: Process,
  target: ModuleTarget,
  { project }: Installed,
): { folders: readonly string[]; isOpen: boolean } {
  const variable = environment.variable('PYTHONPATH');
  const known = variable.is === 'set' && variable.value.is === 'known' ? variable.value.value : undefined;
  const path = searchPath({ folder, srcLayout: project, ...(known !== undefined && { pythonPath: known }) });
  return {
    folders: [...new Set([...(target.folders ?? []), ...path.folders])],
    isOpen:
      path.unread.length > 0 ||
      variable.is === 'unknown' ||
      (variable.is === 'set' && known === undefined) ||
      program.words.some((word) => word === undefined || word.startsWith('--pythonpath')),
  };
}

/** Why a module that is not found may be there all the same; a clause. */
function doubt(
  repository: Repository,
  { folder }: Process,
  found: Extract<ModuleResolution, { is: 'missing' | 'external' }>,
  dotted: string,
  isOpen: boolean,
  { project }: Installed,
): string | undefined {
  if (isOpen) return `where the module \`${dotted}\` is looked for cannot be read`;
  if (found.is === 'missing' && !found.installedWins) return undefined;
  if (project) return `\`${dotted}\` may be a name under which the build installs the project`;
  const [top = ''] = dotted.split('.');
  return isListed(repository, folder, top) ? `\`${dotted}\` may be of an installed package` : undefined;
}

async function attribute(
  repository: Repository,
  found: FoundModule,
  target: ModuleTarget,
  module: string,
  folders: readonly string[],
): Promise<PythonTarget> {
  if (target.attribute.is !== 'known') return FINE;
  const answer = await attributeOf(repository, folders, found, target.attribute.value);
  switch (answer.is) {
    case 'defined':
      return FINE;
    case 'unknown':
      return { is: 'undecided', why: `${answer.at.file} ${answer.why}`, at: answer.at };
    case 'missing':
      return {
        is: 'missing',
        what: 'attribute',
        name: answer.name,
        module,
        searched: [answer.file],
        near: answer.defined,
      };
  }
}

/** `python -m` runs a file, or the `__main__` of a package (https://docs.python.org/3/using/cmdline.html#cmdoption-m). */
function runnable(
  repository: Repository,
  found: FoundModule,
  dotted: string,
  searched: readonly string[],
): PythonTarget {
  if (found.is !== 'package' || submoduleOf(repository, found, '__main__')) return FINE;
  return { is: 'missing', what: 'module', name: `${dotted}.__main__`, module: dotted, searched, near: [] };
}

/** Modules directly in the folders whose names are near. */
function nearFiles(repository: Repository, folders: readonly string[], name: string): readonly string[] {
  const names = folders.flatMap((folder) =>
    repository.list(folder).flatMap((entry) => {
      return entry.is === 'file' && entry.name.endsWith('.py') ? [entry.name.slice(0, -'.py'.length)] : [];
    }),
  );
  return nearNames(name, names);
}

/** Whether a list of dependencies, here or in a folder above, has a name, alone or as a part of a longer one. */
function isListed(repository: Repository, folder: string, name: string): boolean {
  const wanted = ` ${inWords(name)} `;
  return foldersUp(folder).some((each) => {
    return packageLists(repository, each).some((list) => {
      const source = repository.read(list);
      if (source.is !== 'text') return false;
      // A setup.py that packages something names packages by texts.
      const isProgram = list.endsWith('.py');
      if (isProgram && !/\bsetup\s*\(/.test(source.text)) return false;
      const read = isProgram ? quoted : (line: string): string => line;
      return source.text.split(/\r\n|\n|\r/).some((line) => ` ${inWords(read(line))} `.includes(wanted));
    });
  });
}

/** The texts in a line of Python that name something, without the names that Python keeps for itself. */
function quoted(line: string): string {
  const texts = line.match(/"[^"]*"|'[^']*'/g) ?? [];
  return texts.filter((text) => !/^.__\w+__.$/.test(text)).join(' ');
}

/** Letters and digits in lower case, everything between them as one space; without a comment. */
function inWords(line: string): string {
  const [text = ''] = line.split('#', 1);
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
