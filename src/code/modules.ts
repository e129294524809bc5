import type { Node } from '@babel/types';
import type { Location } from '../model/location.js';
import { perText } from '../repository/kept.js';
import { childOf, join, parent } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { parseJavaScript, type JavaScript, type ParseOptions } from '../syntax/javascript.js';
import { member, stringAt, stringsOf, type Json } from '../syntax/json.js';
import { startOf } from '../syntax/lines.js';
import { aliased, typeScriptConfig, typeScriptPaths, type Alias, type TypeScriptPaths } from './aliases.js';
import { SCRIPT_EXTENSIONS } from './extensions.js';
import { moduleInterface, type ModuleInterface } from './module-interface.js';
import { workspacePackages, type Package } from './packages.js';

export type { Binding, Import, Origin } from './module-interface.js';

/** A source file with what it takes from others and passes on. */
export interface Module extends ModuleInterface {
  is: 'module';
  file: string;
  program: JavaScript;
}

/** Why a file is no module. `why` is a clause such as "does not parse". */
export interface Unreadable {
  is: 'unreadable';
  why: string;
  at: Location;
}

/** What an import leads to. */
export type Resolution =
  | { is: 'file'; file: string }
  /** Styles, images and the like. */
  | { is: 'asset' }
  /** A package that is not in the repository, by its name. */
  | { is: 'external'; name: string }
  /** It should be a file of the repository, but is none. */
  | { is: 'missing' };

/** The modules of one program, read when asked for. */
export interface ModuleGraph {
  module(file: string): Promise<Module | Unreadable>;
  resolve(from: string, specifier: string): Promise<Resolution>;
}

/** How a build tool finds modules, beyond what is true of all. */
export interface ResolutionOptions extends ParseOptions {
  /** The folder of the program: that of its package.json. */
  folder: string;
  /** The folder that a specifier beginning with `/` starts at. */
  root: string;
  aliases: readonly Alias[];
}

/** What a build tool adds to a specifier, in the order most of them do. */
const EXTENSIONS = [...SCRIPT_EXTENSIONS, 'vue', 'svelte', 'json'];
const CODE = new Set([...SCRIPT_EXTENSIONS, 'vue', 'svelte', 'html']);

/** TypeScript lets a source file be named by what it compiles to. */
const SOURCE_OF: Readonly<Record<string, readonly string[]>> = {
  js: ['ts', 'tsx'],
  jsx: ['tsx'],
  mjs: ['mts'],
  cjs: ['cts'],
};

/** Most files with mistakes of one program that are read around them, as that takes long. */
const MAX_WITH_MISTAKES = 10;

export function openModules(repository: Repository, options: ResolutionOptions): ModuleGraph {
  return new Graph(repository, options);
}

class Graph implements ModuleGraph {
  readonly #modules = new Map<string, Promise<Module | Unreadable>>();
  readonly #resolved = new Map<string, Promise<Resolution>>();
  /** By folder, and by tsconfig.json. */
  readonly #configs = new Map<string, string | undefined>();
  readonly #paths = new Map<string, TypeScriptPaths>();
  #withMistakes = 0;
  #workspace: Promise<readonly Package[]> | undefined;

  constructor(
    private readonly repository: Repository,
    private readonly options: ResolutionOptions,
  ) {}

  module(file: string): Promise<Module | Unreadable> {
    const known = this.#modules.get(file) ?? this.#read(file);
    this.#modules.set(file, known);
    return known;
  }

  async #read(file: string): Promise<Module | Unreadable> {
    const aroundMistakes = this.options.aroundMistakes === true && this.#withMistakes < MAX_WITH_MISTAKES;
    const module = await readModule(this.repository, file, { aroundMistakes });
    if (module.is === 'unreadable' || module.program.leftOut.length > 0) this.#withMistakes++;
    return module;
  }

  resolve(from: string, written: string): Promise<Resolution> {
    // Build tools take what follows as instructions: `./icon.svg?react`, `./worker?worker`.
    const specifier = written.replace(/[?].*$/s, '');
    const key = `${parent(from)}\0${specifier}`;
    const known = this.#resolved.get(key) ?? this.#resolve(parent(from), specifier);
    this.#resolved.set(key, known);
    return known;
  }

  async #resolve(folder: string, specifier: string): Promise<Resolution> {
    if (/^\.{0,2}(?:\/|$)/.test(specifier)) {
      const path = specifier.startsWith('/') ? join(this.options.root, specifier.slice(1)) : join(folder, specifier);
      return this.#first(path === undefined ? [] : [path]) ?? missing(specifier);
    }
    const own = this.options.aliases.flatMap((alias) => aliased(alias, specifier));
    const configured = this.#first([...own, ...this.#typeScriptPaths(folder)(specifier)]);
    if (configured) return configured;
    if (own.length > 0) return missing(specifier);
    if (/^[@~]\//.test(specifier)) return this.#first(usual(this.options.folder, specifier)) ?? missing(specifier);
    return this.#package(specifier);
  }

  async #package(specifier: string): Promise<Resolution> {
    const name = packageName(specifier);
    this.#workspace ??= workspacePackages(this.repository, this.options.folder);
    const local = (await this.#workspace).find((each) => each.name === name);
    if (!local) return { is: 'external', name };
    return this.#first(packageEntries(local, specifier.slice(name.length + 1))) ?? missing(specifier);
  }

  /** The first path that means a file. */
  #first(paths: readonly string[]): Resolution | undefined {
    for (const path of paths) {
      const file = fileOf(this.repository, path);
      if (file !== undefined) return CODE.has(extensionOf(file)) ? { is: 'file', file } : { is: 'asset' };
    }
    return undefined;
  }

  #typeScriptPaths(folder: string): TypeScriptPaths {
    if (!this.#configs.has(folder)) this.#configs.set(folder, typeScriptConfig(this.repository, folder));
    const file = this.#configs.get(folder);
    if (file === undefined) return () => [];
    const known = this.#paths.get(file) ?? typeScriptPaths(this.repository, file);
    this.#paths.set(file, known);
    return known;
  }
}

/** What `@/` and `~/` stand for where no readable configuration says so. */
function usual(folder: string, specifier: string): readonly string[] {
  const rest = specifier.slice(2);
  return [childOf(childOf(folder, 'src'), rest), childOf(folder, rest)];
}

/** What build tools take besides code, by extension. */
const ASSETS = new Set([
  ...['css', 'scss', 'sass', 'less', 'styl', 'pcss', 'postcss'],
  ...['svg', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'ico', 'bmp', 'woff', 'woff2', 'ttf', 'otf', 'eot'],
  ...[
    'mp3',
    'mp4',
    'webm',
    'ogg',
    'wav',
    'pdf',
    'txt',
    'md',
    'mdx',
    'json',
    'csv',
    'yaml',
    'yml',
    'wasm',
    'glsl',
    'graphql',
    'gql',
  ],
]);

/** Code that is not there matters; a style or an image does not. */
function missing(specifier: string): Resolution {
  return { is: ASSETS.has(extensionOf(specifier)) ? 'asset' : 'missing' };
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
}

/** The file a path means: itself, with an extension, as TypeScript's source, or a folder's index. */
function fileOf(repository: Repository, path: string): string | undefined {
  const exact = repository.lookup(path);
  if (exact.is === 'file') return path;
  const extension = extensionOf(path);
  const stem = path.slice(0, path.length - extension.length);
  const candidates = [
    ...EXTENSIONS.map((each) => `${path}.${each}`),
    ...(SOURCE_OF[extension] ?? []).map((each) => stem + each),
    ...(exact.is === 'directory' ? EXTENSIONS.map((each) => childOf(path, `index.${each}`)) : []),
  ];
  return candidates.find((each) => repository.lookup(each).is === 'file');
}

function packageName(specifier: string): string {
  const segments = specifier.split('/');
  return segments.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Where a package of the workspace may keep what an import asks for: as its package.json says, else its sources. */
function packageEntries({ folder, json }: Package, subpath: string): readonly string[] {
  const exported = exportTargets(member(json, 'exports'), subpath);
  const main = subpath === '' ? ['source', 'module', 'main'].flatMap((key) => stringAt(json, key) ?? []) : [];
  const sources = subpath === '' ? ['src/index', 'src/main', 'index'] : [subpath, `src/${subpath}`];
  return [...exported, ...main, ...sources].flatMap((path) => join(folder, path) ?? []);
}

/** Deepest nesting of conditions in `exports` that is followed. */
const MAX_CONDITIONS = 5;

function exportTargets(exported: Json | undefined, subpath: string): readonly string[] {
  const key = subpath === '' ? '.' : `./${subpath}`;
  const byPath = exported?.is === 'object' && [...exported.members.keys()].some((each) => each.startsWith('.'));
  if (byPath) return targets(member(exported, key), MAX_CONDITIONS);
  return subpath === '' ? targets(exported, MAX_CONDITIONS) : [];
}

function targets(json: Json | undefined, depth: number): readonly string[] {
  if (json?.is !== 'object' || depth === 0) return stringsOf(json);
  return [...json.members.values()].flatMap(({ value }) => targets(value, depth - 1));
}

/** What a file was read to: as it is, and around its mistakes. */
interface Readings {
  whole?: Promise<Module | Unreadable>;
  rest?: Promise<Module | Unreadable>;
}

/**
 * Characters of the files whose trees are kept; a tree takes about a hundred times the memory. The services of a repository
 * share files, and each is asked several questions, mostly one service after the other.
 */
const KEPT_CHARACTERS = 2_000_000;
const readings = perText(KEPT_CHARACTERS, (): Readings => ({}));

/** Reads one file, whatever it imports. A file that was read of late is not parsed again. */
export async function readModule(
  repository: Repository,
  file: string,
  { aroundMistakes = false }: ParseOptions = {},
): Promise<Module | Unreadable> {
  const source = repository.read(file);
  if (source.is !== 'text') return { is: 'unreadable', why: source.why, at: startOf(file) };
  const own = readings(repository, file, source.text);
  const wanted = aroundMistakes ? 'rest' : 'whole';
  const other = aroundMistakes ? own.whole : own.rest;
  return (own[wanted] ??= parseOrReuse(source.text, file, aroundMistakes, other));
}

/** Without mistakes, a file is the same whether it is read around them or not. */
async function parseOrReuse(
  text: string,
  file: string,
  aroundMistakes: boolean,
  other: Promise<Module | Unreadable> | undefined,
): Promise<Module | Unreadable> {
  const known = await other;
  if (known?.is === 'module' && known.program.leftOut.length === 0) return known;
  const program = await parseJavaScript(text, file, { aroundMistakes });
  if (program.is === 'failed') return { is: 'unreadable', why: program.why, at: program.at };
  return { is: 'module', file, program, ...moduleInterface(program) };
}

/** The place of a node. */
export function placeOf({ program }: { program: JavaScript }, node: Node): Location {
  return program.lines.location(node.start ?? 0, node.end ?? node.start ?? 0);
}
