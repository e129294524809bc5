import { workspacePackages } from '../../../code/packages.js';
import { childOf, join, parent } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { member, parseJson, stringAt, stringsOf, type Json } from '../../../syntax/json.js';

/** A tsconfig.json with all it extends. Paths are relative to the root of the repository. */
export interface TypeScriptProject {
  file: string;
  folder: string;
  options: CompilerOptions;
  /** Undefined: not written. */
  files: readonly string[] | undefined;
  /** Patterns with the folder they are written in. */
  include: Patterns | undefined;
  exclude: Patterns | undefined;
  /** The projects it refers to, by their files. */
  references: readonly string[];
  /** Why not all of it is known; a clause. */
  gap?: string;
}

export interface Patterns {
  folder: string;
  patterns: readonly string[];
}

/** Those that say which files are written, and where. Undefined: not set; null: the path leaves the repository. */
export interface CompilerOptions {
  outDir?: string | null;
  rootDir?: string | null;
  declarationDir?: string | null;
  outFile?: string | null;
  tsBuildInfoFile?: string | null;
  noEmit?: boolean;
  emitDeclarationOnly?: boolean;
  allowJs?: boolean;
  composite?: boolean;
  incremental?: boolean;
  resolveJsonModule?: boolean;
  /** Without `.jsx` where it is compiled away. */
  jsx?: string;
}

const PATHS = ['outDir', 'rootDir', 'declarationDir', 'outFile', 'tsBuildInfoFile'] as const;
const FLAGS = ['noEmit', 'emitDeclarationOnly', 'allowJs', 'composite', 'incremental', 'resolveJsonModule'] as const;

/** Longest chain of `extends`. */
const MAX_CHAIN = 20;

/**
 * Bases that set nothing of where files go (https://github.com/tsconfig/bases, read at their versions of July 2025): the
 * others of that scope set `noEmit` and the like.
 */
const HARMLESS_BASES = /^@tsconfig\/(?:node\d+|node-lts|recommended|strictest|esm|cypress)(?:\/tsconfig(?:\.json)?)?$/;

/** Reads a tsconfig.json. Never throws: a broken file yields what can be read, and a gap. */
export async function readProject(repository: Repository, file: string): Promise<TypeScriptProject> {
  const reader: Reader = { repository, root: parent(file), gaps: [] };
  const read = await readChain(reader, file, []);
  const json = jsonOf(repository, file);
  const references = member(json, 'references');
  return {
    file,
    folder: parent(file),
    options: {},
    files: undefined,
    include: undefined,
    exclude: undefined,
    ...read,
    references: (references?.is === 'array' ? references.items : []).flatMap((item) => {
      const path = join(parent(file), stringAt(item, 'path') ?? '..');
      return path === undefined ? [] : (projectFile(repository, path) ?? []);
    }),
    ...(reader.gaps[0] !== undefined && { gap: reader.gaps[0] }),
  };
}

interface Reader {
  repository: Repository;
  /** The folder of the first file, which `${configDir}` stands for. */
  root: string;
  gaps: string[];
}

type Part = Partial<Pick<TypeScriptProject, 'options' | 'files' | 'include' | 'exclude'>>;

async function readChain(reader: Reader, file: string, above: readonly string[]): Promise<Part> {
  if (above.includes(file) || above.length > MAX_CHAIN) {
    reader.gaps.push(`${file} extends itself`);
    return {};
  }
  const json = jsonOf(reader.repository, file);
  if (json?.is !== 'object') {
    reader.gaps.push(`${file} cannot be read`);
    return {};
  }
  let part: Part = {};
  for (const written of stringsOf(member(json, 'extends'))) {
    const base = await extended(reader, parent(file), written);
    if (base !== undefined) part = merged(part, await readChain(reader, base, [...above, file]));
  }
  return merged(part, ownPart(reader, json, parent(file)));
}

function merged(base: Part, own: Part): Part {
  return { ...base, ...own, options: { ...base.options, ...own.options } };
}

function jsonOf(repository: Repository, file: string): Json | undefined {
  const source = repository.read(file);
  return source.is === 'text' ? parseJson(source.text, file) : undefined;
}

function ownPart(reader: Reader, json: Json, folder: string): Part {
  const path = (written: string): string | null =>
    (written.startsWith('${configDir}')
      ? join(reader.root, `.${written.slice('${configDir}'.length)}`)
      : join(folder, written)) ?? null;
  const files = listAt(json, 'files')?.flatMap((each) => {
    const full = path(each);
    return full === null ? [] : [full];
  });
  const include = listAt(json, 'include');
  const exclude = listAt(json, 'exclude');
  return {
    options: ownOptions(member(json, 'compilerOptions'), path),
    ...(files && { files }),
    ...(include && { include: patternsOf(reader, folder, include) }),
    ...(exclude && { exclude: patternsOf(reader, folder, exclude) }),
  };
}

function patternsOf({ root }: Reader, folder: string, patterns: readonly string[]): Patterns {
  const isOfRoot = patterns.some((each) => each.startsWith('${configDir}'));
  return {
    folder: isOfRoot ? root : folder,
    patterns: patterns.map((each) => each.replace('${configDir}/', '')),
  };
}

function listAt(json: Json, key: string): readonly string[] | undefined {
  const list = member(json, key);
  return list?.is === 'array' ? stringsOf(list) : undefined;
}

function ownOptions(json: Json | undefined, path: (written: string) => string | null): CompilerOptions {
  const options: CompilerOptions = {};
  for (const key of PATHS) {
    const written = stringAt(json, key);
    if (written !== undefined) options[key] = path(written);
  }
  for (const key of FLAGS) {
    const flag = member(json, key);
    if (flag?.is === 'boolean') options[key] = flag.value;
  }
  const checked = member(json, 'checkJs');
  if (checked?.is === 'boolean' && checked.value) options.allowJs ??= true;
  const jsx = stringAt(json, 'jsx');
  if (jsx !== undefined) options.jsx = jsx.toLowerCase();
  return options;
}

/** The file that `extends` names; undefined where it is not in the repository, with a gap unless it does not matter. */
async function extended(reader: Reader, folder: string, written: string): Promise<string | undefined> {
  const { repository } = reader;
  const isFile = (path: string | undefined): path is string =>
    path !== undefined && repository.lookup(path).is === 'file';
  if (/^\.{0,2}(?:\/|$)/.test(written) || written.startsWith('.')) {
    const path = join(folder, written);
    const found = [path, path === undefined ? undefined : `${path}.json`].find(isFile);
    if (found === undefined) reader.gaps.push(`${written}, which a tsconfig.json extends, is not there`);
    return found;
  }
  if (HARMLESS_BASES.test(written)) return undefined;
  const name = written.split('/', written.startsWith('@') ? 2 : 1).join('/');
  const local = (await workspacePackages(repository, folder)).find((each) => each.name === name);
  if (local) {
    const rest = written.slice(name.length + 1);
    const path = rest === '' ? childOf(local.folder, 'tsconfig.json') : childOf(local.folder, rest);
    const found = [path, `${path}.json`, childOf(path, 'tsconfig.json')].find(isFile);
    if (found !== undefined) return found;
  }
  reader.gaps.push(`${written}, which a tsconfig.json extends, is a package that is not in the repository`);
  return undefined;
}

/** The file of a project by its path: a folder has a tsconfig.json. */
export function projectFile(repository: Repository, path: string): string | undefined {
  return [path, childOf(path, 'tsconfig.json'), `${path}.json`].find((each) => repository.lookup(each).is === 'file');
}
