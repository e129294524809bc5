import type { Location } from '../../model/location.js';
import type { Environment } from '../../model/process.js';
import { baseName, childOf, join, normalise, parent } from '../../repository/paths.js';
import type { Entry, Lookup, Repository, SourceText, Unread } from '../../repository/repository.js';
import type { Ignored } from './ignored.js';
import type { ImageCommand } from './image-command.js';

/** Where files of an image come from; `path` is a folder or file there. */
export type FileSource =
  /** The repository; `ignored` is asked with paths relative to `context`. */
  | { is: 'context'; repository: Repository; path: string; context: string; ignored: Ignored }
  /** Another stage of the Dockerfile. */
  | { is: 'stage'; files: ImageFiles; path: string };

/** What an instruction puts into an image, at a path of the image without the slash in front. */
export type Layer =
  /**
   * A file or a folder with all that is in it. `mode`: the instruction sets it anew. `into`: it goes below `at` by its own
   * name if it turns out to be a file, which a command would have to make. `deployed`: `pnpm deploy` copies it, which
   * installs its packages anew.
   */
  | { is: 'copy'; at: string; source: FileSource; mode: boolean; into?: true; deployed?: true }
  /** A here-document; `start` is its offset in the Dockerfile, in UTF-16 units. */
  | { is: 'text'; at: string; text: string; file: string; start: number }
  | { is: 'folder'; at: string }
  /** Something that cannot be seen: from another image, or from an address. */
  | { is: 'unseen'; at: string };

/** A file of the repository as it is found in an image. */
export interface FileOrigin {
  file: string;
  /** How far its text is moved in that file, in UTF-16 units. */
  start: number;
}

/** Where another stage has what is copied. */
export interface StageSource {
  files: ImageFiles;
  path: string;
  /** COPY names it, and not only a folder that it may be in: a build without it fails. */
  itself: boolean;
}

/** A command that is run while a stage is built. */
export interface RunStep {
  /** The files of its stage, those of later instructions included, and what is mounted for it. */
  files: ImageFiles;
  /** The same without those of later instructions. */
  before: () => ImageFiles;
  command: ImageCommand;
  /** The folder it runs in: a path of the image without the slash in front; undefined where it cannot be told. */
  folder: string | undefined;
  environment: Environment;
  at: Location;
}

/** What may have made a path that no instruction is seen to put there. */
export interface Makers {
  /** Something that cannot be seen may hold it. */
  unseen: boolean;
  /** Commands that were run in the folder it is, or was, in. */
  runs: readonly RunStep[];
}

/** Most stages that are followed one into the other. */
const MAX_DEPTH = 40;

/** Most instructions that one path is looked for in, those of the stages that others take from counted on each way. */
const MAX_WEIGHT = 1_000;

/** Most folders of the repository that one of the image is traced to. */
const MAX_FOLDERS = 20;

/** Folders that base images bring, and where installs put programs. */
const SYSTEM = /^(?:usr|bin|sbin|lib|lib64|etc|opt|var|root|run|proc|sys|dev|tmp|boot|go)(?:\/|$)/;

const MISSING: Unread = { is: 'missing', why: 'does not exist' };

/**
 * The files of an image as far as they come from the repository: a tree with the root of the image as its own. What
 * commands make in it is not there.
 */
export class ImageFiles implements Repository {
  readonly runs: RunStep[] = [];
  /** The base image may bring files of its own to any place. */
  isOpen = false;
  readonly #layers: Layer[] = [];
  #depth = 0;
  #weight = 0;
  readonly #lookups = new Map<string, Lookup>();
  readonly #lists = new Map<string, readonly Entry[]>();
  readonly #read = new Set<string>();
  readonly #folders = new Map<string, readonly string[]>();
  readonly #paths = new Map<string, string | undefined>();
  readonly #makers = new Map<string, Makers>();

  add(layer: Layer): void {
    if (layer.is === 'copy' && layer.source.is === 'stage') {
      const { files } = layer.source;
      const depth = files.#depth + 1;
      const weight = this.#weight + files.#weight;
      if (depth > MAX_DEPTH || weight > MAX_WEIGHT) {
        this.#layers.push({ is: 'unseen', at: layer.at });
        return;
      }
      this.#depth = Math.max(this.#depth, depth);
      this.#weight = weight;
    }
    this.#weight += 1;
    this.#layers.push(layer);
  }

  /** What it holds now, whatever is added later; asked for when it is needed. */
  snapshot(mounts: readonly Layer[] = []): () => ImageFiles {
    const { length } = this.#layers;
    const [runs, isOpen] = [this.runs.length, this.isOpen];
    return () => {
      const copy = new ImageFiles();
      for (const layer of [...this.#layers.slice(0, length), ...mounts]) copy.add(layer);
      copy.runs.push(...this.runs.slice(0, runs));
      copy.isOpen = isOpen;
      return copy;
    };
  }

  lookup(path: string): Lookup {
    const known = this.#lookups.get(path);
    if (known) return known;
    const own = normalise(path);
    if (own === undefined) return { is: 'outside' };
    const before = this.#lookups.get(own);
    if (before) return before;
    const found = this.#find(own);
    this.#lookups.set(own, found);
    return found;
  }

  #find(path: string): Lookup {
    if (path === '') return { is: 'directory', path };
    let otherCase: string | undefined;
    for (const layer of this.#layers.toReversed()) {
      const found = lookupIn(layer, path);
      if (found.is === 'file' || found.is === 'directory') return found;
      if (found.is === 'missing') otherCase ??= found.otherCase;
    }
    return { is: 'missing', ...(otherCase !== undefined && { otherCase }) };
  }

  list(path: string): readonly Entry[] {
    const own = normalise(path);
    if (own === undefined) return [];
    const before = this.#lists.get(own);
    if (before) return before;
    const entries = new Map<string, Entry>();
    for (const layer of this.#layers) for (const entry of entriesOf(layer, own)) entries.set(entry.name, entry);
    const sorted = [...entries.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    this.#lists.set(own, sorted);
    return sorted;
  }

  /** Whether a text of the image was read at this path. */
  wasRead(path: string): boolean {
    return this.#read.has(path);
  }

  read(path: string): SourceText | Unread {
    const own = normalise(path);
    if (own !== undefined) this.#read.add(own);
    const layer = own === undefined ? undefined : this.#fileLayer(own);
    if (own === undefined || !layer) return this.lookup(path).is === 'directory' ? folderText() : MISSING;
    if (layer.is === 'text') return { is: 'text', text: layer.text, encoding: 'utf-8', bom: false, lossy: false };
    if (layer.is !== 'copy') return MISSING;
    const target = join(layer.source.path, below(layer.at, own)) ?? '';
    return layer.source.is === 'context' ? layer.source.repository.read(target) : layer.source.files.read(target);
  }

  /** The file of the repository that a file of the image is. */
  origin(path: string): FileOrigin | undefined {
    const layer = this.#fileLayer(path);
    if (layer?.is === 'text') return { file: layer.file, start: layer.start };
    if (layer?.is !== 'copy') return undefined;
    const target = join(layer.source.path, below(layer.at, path)) ?? '';
    if (layer.source.is === 'stage') return layer.source.files.origin(target);
    const found = layer.source.repository.lookup(target);
    return found.is === 'file' ? { file: found.path, start: 0 } : undefined;
  }

  /** The layer that a file is in. */
  #fileLayer(path: string): Layer | undefined {
    for (const layer of this.#layers.toReversed()) {
      const found = lookupIn(layer, path);
      if (found.is === 'file') return layer;
      if (found.is === 'directory') return undefined;
    }
    return undefined;
  }

  /** The folders of the repository whose files are in a folder of the image, the outermost first. */
  foldersOf(path: string): readonly string[] {
    const before = this.#folders.get(path);
    if (before) return before;
    const found = new Set(this.#layers.flatMap((layer) => foldersIn(layer, path)));
    const sorted = [...found].sort((one, other) => one.split('/').length - other.split('/').length);
    const folders = sorted.slice(0, MAX_FOLDERS);
    this.#folders.set(path, folders);
    return folders;
  }

  /** The path of the repository that one of the image has, or would have if it were there. */
  pathInRepository(path: string): string | undefined {
    if (!this.#paths.has(path)) this.#paths.set(path, this.#pathInRepository(path));
    return this.#paths.get(path);
  }

  #pathInRepository(path: string): string | undefined {
    const origin = this.origin(path);
    if (origin) return origin.file;
    for (let folder = path; ; folder = parent(folder)) {
      const rest = relativeTo(folder, path) ?? '';
      const [outermost] = this.foldersOf(folder);
      if (outermost !== undefined) return join(outermost, rest);
      // What another stage makes has the place it has there.
      for (const layer of this.#layers.toReversed()) {
        if (layer.is !== 'copy' || layer.at !== folder || layer.source.is !== 'stage') continue;
        const found = layer.source.files.pathInRepository(join(layer.source.path, rest) ?? '');
        if (found !== undefined) return found;
      }
      if (folder === '') return undefined;
    }
  }

  /** Where other stages have what is copied to a path. */
  stagesOf(path: string): readonly StageSource[] {
    return this.#layers.flatMap(({ at, ...layer }) => {
      if (layer.is !== 'copy' || layer.source.is !== 'stage' || !isWithin(at, path)) return [];
      if (layer.deployed && isWithin(childOf(at, 'node_modules'), path)) return [];
      const { files, path: from } = layer.source;
      const inside = { files, path: join(from, below(at, path)) ?? '', itself: path === at };
      return layer.into && path === childOf(at, baseName(from))
        ? [inside, { files, path: from, itself: true }]
        : [inside];
    });
  }

  /** Whether an image or an address that cannot be seen may bring what is at a path, beside the files of the system. */
  bringsUnseen(path: string): boolean {
    return (
      this.unseen.some((at) => isWithin(at, path) || isWithin(path, at)) || this.inherited?.bringsUnseen(path) === true
    );
  }

  /** Where something is that cannot be seen; the whole image, where its base is not known. */
  get unseen(): readonly string[] {
    const places = this.#layers.flatMap(({ is, at }) => (is === 'unseen' ? at : []));
    return this.isOpen ? ['', ...places] : places;
  }

  /** Whether something from another stage is put into a folder. */
  copiesInto(folder: string): boolean {
    return this.#layers.some(
      (layer) =>
        layer.is === 'copy' && layer.source.is === 'stage' && layer.at !== folder && isWithin(folder, layer.at),
    );
  }

  /** The stage it begins with. */
  get inherited(): ImageFiles | undefined {
    const [first] = this.#layers;
    return first?.is === 'copy' && first.at === '' && first.source.is === 'stage' && first.source.path === ''
      ? first.source.files
      : undefined;
  }

  /** What may have made a path that is not there. */
  makers(path: string): Makers {
    const before = this.#makers.get(path);
    if (before) return before;
    const makers = this.#makersOf(path);
    this.#makers.set(path, makers);
    return makers;
  }

  #makersOf(path: string): Makers {
    const runs = new Set(this.runs);
    let unseen = this.isOpen || SYSTEM.test(path);
    for (const layer of this.#layers) {
      if (!isWithin(layer.at, path) && !(layer.is !== 'folder' && isWithin(path, layer.at))) continue;
      if (layer.is === 'unseen') unseen = true;
      if (layer.is !== 'copy' || layer.source.is !== 'stage') continue;
      const inner = layer.source.files.makers(join(layer.source.path, below(layer.at, path)) ?? '');
      unseen ||= inner.unseen;
      for (const run of inner.runs) runs.add(run);
    }
    return { unseen, runs: [...runs] };
  }
}

function folderText(): Unread {
  return { is: 'directory', why: 'is a folder' };
}

/** Whether `path` is `folder` or in it. */
export function isWithin(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function below(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

const NOT_THERE: Lookup = { is: 'missing' };

function lookupIn(layer: Layer, path: string): Lookup {
  if (path !== layer.at && isWithin(path, layer.at)) return { is: 'directory', path };
  if (!isWithin(layer.at, path)) return NOT_THERE;
  switch (layer.is) {
    case 'folder':
      return path === layer.at ? { is: 'directory', path } : NOT_THERE;
    case 'text':
      return path === layer.at ? { is: 'file', path, executable: undefined } : NOT_THERE;
    case 'unseen':
      return NOT_THERE;
    case 'copy':
      return copied(layer, path);
  }
}

function copied({ at, source, mode }: Extract<Layer, { is: 'copy' }>, path: string): Lookup {
  const rest = below(at, path);
  const target = join(source.path, rest) ?? '';
  const found = source.is === 'stage' ? source.files.lookup(target) : inContext(source, target);
  switch (found.is) {
    case 'file':
      return { is: 'file', path, executable: mode ? undefined : found.executable };
    case 'directory':
      return { is: 'directory', path };
    case 'missing': {
      const inside = found.otherCase === undefined ? undefined : relativeTo(source.path, found.otherCase);
      return inside === undefined ? NOT_THERE : { is: 'missing', otherCase: childOf(at, inside) };
    }
    default:
      return NOT_THERE;
  }
}

function inContext({ repository, context, ignored }: Extract<FileSource, { is: 'context' }>, path: string): Lookup {
  const inside = relativeTo(context, path);
  return inside === undefined || ignored(inside) ? NOT_THERE : repository.lookup(path);
}

/** A path as it is seen from a folder it is in. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  return isWithin(folder, path) ? below(folder, path) : undefined;
}

function entriesOf(layer: Layer, path: string): readonly Entry[] {
  if (path !== layer.at && isWithin(path, layer.at)) {
    const [name = ''] = below(path, layer.at).split('/');
    const found = lookupIn(layer, childOf(path, name));
    return found.is === 'file' || found.is === 'directory' ? [{ name, is: found.is }] : [];
  }
  if (layer.is !== 'copy' || !isWithin(layer.at, path)) return [];
  const { source } = layer;
  const target = join(source.path, below(layer.at, path)) ?? '';
  if (source.is === 'stage') return source.files.list(target);
  return source.repository.list(target).filter(({ name }) => {
    const inside = relativeTo(source.context, childOf(target, name));
    return inside !== undefined && !source.ignored(inside);
  });
}

function foldersIn(layer: Layer, path: string): readonly string[] {
  if (layer.is !== 'copy') return [];
  const { at, source } = layer;
  if (!isWithin(at, path)) {
    // Single files tell their folder, too.
    if (source.is !== 'context' || parent(at) !== path || baseName(at) !== baseName(source.path)) return [];
    return source.repository.lookup(source.path).is === 'file' ? [parent(source.path)] : [];
  }
  const target = join(source.path, below(at, path)) ?? '';
  if (source.is === 'stage') return source.files.foldersOf(target);
  return source.repository.lookup(target).is === 'directory' ? [target] : [];
}
