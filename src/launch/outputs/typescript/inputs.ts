import { typeScriptPaths, type TypeScriptPaths } from '../../../code/aliases.js';
import { workspacePackages, type Package } from '../../../code/packages.js';
import { join, parent } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { stringAt } from '../../../syntax/json.js';
import { matchedFiles } from './patterns.js';
import type { CompilerOptions, TypeScriptProject } from './project.js';

/** The files that a compiler takes in, declarations left out. */
export interface Inputs {
  sources: readonly string[];
  /** JSON files that sources import, which count where they are written out. */
  json: readonly string[];
  /** Not all of them are known. */
  open: boolean;
}

const TYPESCRIPT = ['.ts', '.tsx', '.mts', '.cts'];
const JAVASCRIPT = ['.js', '.jsx', '.mjs', '.cjs'];
const DECLARATION = /\.d\.(?:[\w-]+\.)?[cm]?ts$/;

/** Most text of one program that is looked through for imports, in UTF-16 units, and most files. */
const MAX_TEXT = 20_000_000;
const MAX_SOURCES = 5_000;

/** The files of a project: those it lists, those its patterns match, and all that these import. */
export async function projectInputs(repository: Repository, project: TypeScriptProject): Promise<Inputs> {
  const { files, include, exclude, folder, options } = project;
  const patterns = include ?? (files ? { folder, patterns: [] } : { folder, patterns: ['**/*'] });
  const unless = [options.outDir, options.declarationDir].flatMap((path) => {
    const own = path === undefined || path === 'outside' ? undefined : relativeTo(folder, path);
    return own === undefined || own === '' ? [] : [own];
  });
  const matched = matchedFiles(repository, {
    include: patterns,
    exclude: exclude ?? { folder, patterns: ['node_modules', 'bower_components', 'jspm_packages', ...unless] },
    extensions: extensionsOf(options),
  });
  const listed = (files ?? []).filter((each) => repository.lookup(each).is === 'file');
  const inputs = await withImports(repository, [...listed, ...withoutTwins(matched ?? [])], project);
  return { ...inputs, open: inputs.open || matched === undefined };
}

/** The files that a command lists, and all that these import. */
export function listedInputs(
  repository: Repository,
  files: readonly string[],
  folder: string,
  options: CompilerOptions,
): Promise<Inputs> {
  return withImports(repository, files, { folder, options, file: undefined, references: [] });
}

function extensionsOf({ allowJs }: CompilerOptions): readonly string[] {
  return allowJs === true ? [...TYPESCRIPT, ...JAVASCRIPT] : TYPESCRIPT;
}

function relativeTo(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Of `a.ts` and `a.js` in one folder, only the first counts. */
function withoutTwins(files: readonly string[]): readonly string[] {
  const all = new Set(files);
  return files.filter((file) => {
    const [, stem = '', kind = ''] = /^(.*)\.([cm]?)jsx?$/.exec(file) ?? [];
    return stem === '' || ![`${stem}.${kind}ts`, `${stem}.${kind}tsx`].some((each) => all.has(each));
  });
}

type Program = Pick<TypeScriptProject, 'folder' | 'options' | 'references'> & { file: string | undefined };

async function withImports(repository: Repository, first: readonly string[], project: Program): Promise<Inputs> {
  const paths = project.file === undefined ? () => [] : typeScriptPaths(repository, project.file);
  const packages = await workspacePackages(repository, project.folder);
  const finder: Finder = { repository, paths, packages, allowJs: project.options.allowJs === true };
  const referred = project.references.map(parent);
  const seen = new Set(first);
  const json = new Set<string>();
  const queue = [...seen];
  let text = 0;
  let open = false;
  for (let next = 0; next < queue.length; next++) {
    const file = queue[next] ?? '';
    const source = repository.read(file);
    if (source.is !== 'text' || text > MAX_TEXT || queue.length > MAX_SOURCES) {
      open = true;
      continue;
    }
    text += source.text.length;
    for (const specifier of specifiersOf(source.text)) {
      const found = imported(finder, file, specifier);
      if (found === undefined || seen.has(found) || DECLARATION.test(found)) continue;
      // What a project that is referred to holds is written by that one.
      if (referred.some((folder) => folder !== project.folder && found.startsWith(`${folder}/`))) continue;
      if (found.endsWith('.json')) json.add(found);
      else {
        seen.add(found);
        queue.push(found);
      }
    }
  }
  return { sources: [...seen].filter((each) => !DECLARATION.test(each)), json: [...json], open };
}

/** What a file may import, as far as its text tells: a mention in a comment counts, too. */
function specifiersOf(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:from|import|require)[\s(]{0,20}(['"])([^'"\n]{1,300})\1/g)].flatMap(
    ([, , specifier]) => specifier ?? [],
  );
}

interface Finder {
  repository: Repository;
  paths: TypeScriptPaths;
  packages: readonly Package[];
  allowJs: boolean;
}

function imported(finder: Finder, from: string, specifier: string): string | undefined {
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
    const path = join(parent(from), specifier);
    return path === undefined ? undefined : fileOf(finder, path);
  }
  for (const path of finder.paths(specifier)) {
    const found = fileOf(finder, path);
    if (found !== undefined) return found;
  }
  return fromPackage(finder, specifier);
}

/** The file of a workspace package that TypeScript takes its types from: a source file counts as part of the program. */
function fromPackage(finder: Finder, specifier: string): string | undefined {
  const local = finder.packages.find(
    ({ name }) => name !== undefined && (specifier === name || specifier.startsWith(`${name}/`)),
  );
  if (!local) return undefined;
  const rest = specifier.slice((local.name ?? '').length + 1);
  const entries = rest === '' ? ['types', 'typings', 'main'].flatMap((key) => stringAt(local.json, key) ?? []) : [rest];
  for (const entry of entries.length > 0 ? entries : ['index']) {
    const path = join(local.folder, entry);
    const found = path === undefined ? undefined : fileOf(finder, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileOf({ repository, allowJs }: Finder, path: string): string | undefined {
  const isFile = (each: string): boolean => repository.lookup(each).is === 'file';
  const [, stem = '', kind = ''] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  const candidates =
    stem === ''
      ? [...endings(path), ...endings(`${path}/index`)]
      : [`${stem}.${kind}ts`, `${stem}.${kind}tsx`, `${stem}.d.${kind}ts`];
  if (/\.(?:[cm]?tsx?|json)$/.test(path) && isFile(path)) return path;
  const found = candidates.find(isFile);
  if (found !== undefined) return found;
  const scripts = stem === '' ? [...JAVASCRIPT.map((each) => path + each), `${path}/index.js`] : [path];
  return allowJs ? scripts.find(isFile) : undefined;
}

function endings(path: string): readonly string[] {
  return [...TYPESCRIPT.slice(0, 2), '.d.ts'].map((each) => path + each);
}
