import { childOf, join } from '../../repository/paths.js';
import type { Entry as FolderEntry, Repository } from '../../repository/repository.js';
import { nearNames } from './near.js';

/** Stands for the repository's root in absolute paths: what a program makes of its own place, and PYTHONPATH. */
export const REPOSITORY_FOLDER = '/repository';

/** A module that the repository holds. */
export type FoundModule =
  | { is: 'file'; path: string }
  /** A folder with an `__init__.py`, which is its path. */
  | { is: 'package'; path: string; folder: string }
  /** Folders without an `__init__.py` that make up one package, in the order of the search. */
  | { is: 'namespace'; folders: readonly string[] };

/** What a dotted name leads to. Paths are relative to the repository's root. */
export type ModuleResolution =
  | FoundModule
  /** The first package is there, what follows is not. */
  | {
      is: 'missing';
      /** As much of the name as is there, with what it leads to. */
      found: { dotted: string; module: FoundModule };
      /** Whole names that it may stand for, the nearest first. */
      near: readonly string[];
      /** The path that differs in letter case only. */
      otherCase: string | undefined;
      /** The first package is a folder without `__init__.py`: an installed package of its name would be taken instead. */
      installedWins: boolean;
    }
  /** Not in the folders of the search: an installed package, or nothing. */
  | { is: 'external'; near: readonly string[]; otherCase: string | undefined }
  /** It is there, but not as Python source. `why` is a clause. */
  | { is: 'unknown'; why: string; path: string };

/** What decides where modules are searched. Folders are as written, relative to the one before unless said otherwise. */
export interface SearchOptions {
  /** The folder that the command is run in, relative to the repository's root. */
  folder: string;
  /** The folder that the program changes to, such as by gunicorn's `--chdir`. */
  chdir?: string;
  /** Folders that the program puts first once it has changed folder, such as gunicorn's `--pythonpath`, the first first. */
  inserted?: readonly string[];
  /** What the program searches in place of its working folder, such as by uvicorn's `--app-dir`. */
  appDir?: string;
  /** It is run by `python -m`, which searches `folder` besides. */
  runAsModule?: boolean;
  /** PYTHONPATH as the process gets it; relative to `folder`, or below REPOSITORY_FOLDER. */
  pythonPath?: string;
  /** The build installs the project in `folder`, whose packages stand in its `src`. */
  srcLayout: boolean;
}

/** Where modules are searched, the first first; the folders are of the repository. */
export interface SearchPath {
  folders: readonly string[];
  /** Entries, as written, that lead out of the repository or to no known folder: modules may be there. */
  unread: readonly string[];
}

/**
 * The part of `sys.path` that is in the repository: the program's own folder, PYTHONPATH, then what is installed.
 * gunicorn 26.2 searches the folder it was run in as well as that of `--chdir` (gunicorn/app/base.py: `chdir` is called
 * before and after the settings are read); uvicorn 0.54 only that of `--app-dir` (uvicorn/main.py).
 * @see https://docs.python.org/3/library/sys_path_init.html
 */
export function searchPath(options: SearchOptions): SearchPath {
  const { folder, chdir = '', inserted = [], appDir, runAsModule = false, pythonPath = '', srcLayout } = options;
  const working = join(folder, chdir);
  const inWorking = (written: string): Entry => ({
    written,
    path: working === undefined ? undefined : join(working, written),
  });
  const inFolder = (written: string): Entry => ({ written, path: join(folder, written) });
  const entries = [
    ...inserted.map(inWorking),
    ...(appDir === undefined ? [{ written: chdir, path: working }, inFolder('')] : [inWorking(appDir)]),
    ...(runAsModule ? [inFolder('')] : []),
    // An empty entry is the folder itself.
    ...(pythonPath === ''
      ? []
      : pythonPath.split(':').map((written) => ({ written, path: pythonPathFolder(written, folder) }))),
    ...(srcLayout ? [inFolder('src')] : []),
  ];
  // A variable that is still there has no known value.
  const isRead = ({ written, path }: Entry): boolean => path !== undefined && !written.includes('$');
  return {
    folders: [...new Set(entries.filter(isRead).flatMap(({ path }) => path ?? []))],
    unread: entries.filter((each) => !isRead(each)).map(({ written }) => written),
  };
}

/** The folder that an entry of PYTHONPATH is, for a process in a folder; undefined where it is not of the repository. */
export function pythonPathFolder(written: string, folder: string): string | undefined {
  const isAbsolute = written === REPOSITORY_FOLDER || written.startsWith(`${REPOSITORY_FOLDER}/`);
  return isAbsolute ? join('', written.slice(REPOSITORY_FOLDER.length + 1)) : join(folder, written);
}

interface Entry {
  written: string;
  path: string | undefined;
}

/** Compiled code that Python imports by a module's name, and Cython's source of it. */
const COMPILED = /\.(?:so|pyd|pyc|pyx)$/;

/**
 * Finds a module by its dotted name as Python's import does: by exact letter case, packages before files, and folders
 * without `__init__.py` only where no folder of the search has better. Stubs (.pyi) are no modules.
 * @see https://docs.python.org/3/reference/import.html#the-path-based-finder
 */
export function resolveModule(
  repository: Repository,
  searchFolders: readonly string[],
  dotted: string,
): ModuleResolution {
  const [top = '', ...rest] = dotted.split('.');
  const first = moduleIn(repository, searchFolders, top);
  if (
    first === undefined ||
    (first.is === 'namespace' && !first.folders.some((each) => holdsPython(repository, each)))
  ) {
    return {
      is: 'external',
      near: nearNames(top, moduleNames(repository, searchFolders)),
      otherCase: otherCase(repository, searchFolders, top),
    };
  }
  let found = first;
  let name = top;
  for (const segment of rest) {
    if (found.is === 'unknown') return found;
    const next = submoduleOf(repository, found, segment);
    if (!next) {
      const folders = foldersOf(found);
      return {
        is: 'missing',
        found: { dotted: name, module: found },
        near: nearNames(segment, moduleNames(repository, folders)).map((each) => `${name}.${each}`),
        otherCase: otherCase(repository, folders, segment),
        installedWins: first.is === 'namespace',
      };
    }
    found = next;
    name += `.${segment}`;
  }
  return found;
}

/** A module directly in a package; undefined where there is none. */
export function submoduleOf(
  repository: Repository,
  module: FoundModule,
  name: string,
): FoundModule | Extract<ModuleResolution, { is: 'unknown' }> | undefined {
  return moduleIn(repository, foldersOf(module), name);
}

/** The folders in which the modules of a package are; none for a file. */
function foldersOf(module: FoundModule): readonly string[] {
  if (module.is === 'file') return [];
  return module.is === 'package' ? [module.folder] : module.folders;
}

/** The module that a folder is: a package by its `__init__.py`, else a namespace. */
export function packageAt(repository: Repository, folder: string): FoundModule {
  const path = childOf(folder, '__init__.py');
  return repository.lookup(path).is === 'file'
    ? { is: 'package', path, folder }
    : { is: 'namespace', folders: [folder] };
}

function moduleIn(
  repository: Repository,
  searchFolders: readonly string[],
  name: string,
): FoundModule | Extract<ModuleResolution, { is: 'unknown' }> | undefined {
  if (!isIdentifier(name)) return undefined;
  const portions: string[] = [];
  for (const searched of searchFolders) {
    const folder = childOf(searched, name);
    const isFolder = repository.lookup(folder).is === 'directory';
    const found = isFolder ? packageAt(repository, folder) : undefined;
    if (found?.is === 'package') return found;
    const compiled = compiledIn(repository, folder, '__init__') ?? compiledIn(repository, searched, name);
    if (compiled) return { is: 'unknown', why: 'is compiled', path: compiled };
    const path = `${folder}.py`;
    const file = repository.lookup(path);
    if (file.is === 'file') return { is: 'file', path };
    if (file.is === 'special' || file.is === 'outside') return { is: 'unknown', why: 'cannot be read', path };
    if (isFolder) portions.push(folder);
  }
  return portions.length > 0 ? { is: 'namespace', folders: portions } : undefined;
}

function isIdentifier(name: string): boolean {
  return /^[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}_]*$/u.test(name);
}

/** The path of a module's compiled form, such as `name.cpython-312-x86_64-linux-gnu.so`. */
function compiledIn(repository: Repository, folder: string, name: string): string | undefined {
  const entry = repository.list(folder).find((each) => each.name.startsWith(`${name}.`) && COMPILED.test(each.name));
  return entry && childOf(folder, entry.name);
}

/** Levels of folders below a top-level folder that are looked through for Python source. */
const NAMESPACE_LEVELS = 2;

/** Whether a folder without `__init__.py` is code, and not documents or images whose folder a package's name fits. */
function holdsPython(repository: Repository, folder: string, levels = NAMESPACE_LEVELS): boolean {
  const entries = repository.list(folder);
  if (entries.some(isSource)) return true;
  const folders = entries.filter(({ is, link }) => is === 'directory' && !link);
  return levels > 0 && folders.some(({ name }) => holdsPython(repository, childOf(folder, name), levels - 1));
}

function isSource({ name, is }: FolderEntry): boolean {
  return is === 'file' && name.endsWith('.py');
}

/** Names of the modules in some folders. */
function moduleNames(repository: Repository, folders: readonly string[]): readonly string[] {
  const entries = folders.flatMap((folder) =>
    repository.list(folder).flatMap((entry) => {
      if (isSource(entry)) return entry.name.slice(0, -'.py'.length);
      const inPackage = childOf(childOf(folder, entry.name), '__init__.py');
      return entry.is === 'directory' && repository.lookup(inPackage).is === 'file' ? entry.name : [];
    }),
  );
  return entries.filter((name) => isIdentifier(name) && !name.startsWith('__'));
}

function otherCase(repository: Repository, folders: readonly string[], name: string): string | undefined {
  if (!isIdentifier(name)) return undefined;
  for (const folder of folders) {
    for (const path of [`${childOf(folder, name)}.py`, childOf(childOf(folder, name), '__init__.py')]) {
      const found = repository.lookup(path);
      if (found.is === 'missing' && found.otherCase !== undefined) return found.otherCase;
    }
  }
  return undefined;
}
