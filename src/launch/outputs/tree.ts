import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import { childOf, liesWithin, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Making } from './making.js';

/** The step of a build that makes something: its command as a few words, and its place. */
export interface MadeBy {
  /** The program's name and its first words, such as `vite build`. */
  program: string;
  at: Location;
  /** From the build command to it; the last step is the command itself. */
  steps: readonly Step[];
}

export interface Made {
  path: string;
  source: string | undefined;
  /** Whether it is there for certain. */
  certain: boolean;
  by: MadeBy;
}

/** A folder with files that are not listed. */
export interface Filled {
  path: string;
  certain: boolean;
  by: MadeBy;
}

/** Most files and folders of one build that are kept. */
const MAX_MADE = 50_000;

/** What the commands of a build leave, one after another. */
export class MadeTree {
  readonly files = new Map<string, Made>();
  readonly folders = new Map<string, Filled>();
  sites: readonly Filled[] = [];
  readonly gaps: { why: string; at: Location }[] = [];

  /** Files by which a compiler knows what it wrote before. */
  readonly #records = new Set<string>();
  /** Paths of the repository that are gone. */
  readonly #removed: string[] = [];

  constructor(readonly repository: Repository) {}

  add(making: Making, by: MadeBy, conditional: boolean): void {
    const certain = !conditional;
    if (certain) for (const folder of making.clears ?? []) this.remove(folder);
    const isComplete = !(making.records ?? []).some((each) => this.#hasRecord(each));
    for (const { path, source } of making.files ?? []) this.file({ path, source, certain: certain && isComplete, by });
    for (const { path, source } of making.likely ?? []) this.file({ path, source, certain: false, by });
    for (const path of making.folders ?? []) this.fill({ path, certain, by });
    this.sites = [...this.sites, ...(making.sites ?? []).map((path) => ({ path, certain, by }))];
    for (const each of making.records ?? []) this.#records.add(each);
    if (making.gap !== undefined) this.gaps.push({ why: making.gap, at: by.at });
  }

  #hasRecord(path: string): boolean {
    if (this.#records.has(path)) return true;
    return this.repository.lookup(path).is === 'file' && !this.#removed.some((each) => liesWithin(path, each));
  }

  file(made: Made): void {
    const known = this.files.get(made.path);
    if (known?.certain === true && !made.certain) return;
    if (this.files.size < MAX_MADE) this.files.set(made.path, made);
    else this.fill({ path: parent(made.path), certain: made.certain, by: made.by });
  }

  fill(filled: Filled): void {
    const known = this.folders.get(filled.path);
    if (known?.certain !== true) this.folders.set(filled.path, filled);
  }

  remove(path: string): void {
    for (const own of [...this.files.keys()]) if (liesWithin(own, path)) this.files.delete(own);
    for (const own of [...this.folders.keys()]) if (liesWithin(own, path)) this.folders.delete(own);
    for (const own of this.#records) if (liesWithin(own, path)) this.#records.delete(own);
    this.#removed.push(path);
    this.sites = this.sites.filter((each) => !liesWithin(each.path, path));
  }

  /** What is below a folder may be gone. */
  doubt(folder: string): void {
    for (const [path, made] of this.files) {
      if (path !== folder && liesWithin(path, folder)) this.files.set(path, { ...made, certain: false });
    }
    for (const [path, filled] of this.folders) {
      if (liesWithin(path, folder)) this.folders.set(path, { ...filled, certain: false });
    }
  }

  /** Whether something is at a path, made or in the repository. */
  is(path: string): 'file' | 'folder' | 'open' | 'missing' {
    const found = this.repository.lookup(path).is;
    if (found === 'file') return 'file';
    if (this.files.has(path)) return 'file';
    if (found === 'directory' || this.#holds(path)) return 'folder';
    return this.isOpen(path) || this.gaps.length > 0 ? 'open' : 'missing';
  }

  /** Whether a path is in a folder whose files are not listed. */
  isOpen(path: string): boolean {
    for (let folder = path; ; folder = parent(folder)) {
      if (this.folders.has(folder)) return true;
      if (folder === '') return false;
    }
  }

  #holds(path: string): boolean {
    if (this.folders.has(path)) return true;
    for (const own of this.files.keys()) if (liesWithin(own, path)) return true;
    for (const own of this.folders.keys()) if (liesWithin(own, path)) return true;
    return false;
  }

  /** Copies what is at a path to another one, from what was made and from the repository. */
  copy(from: string, to: string, by: MadeBy, certain: boolean): void {
    const found = this.repository.lookup(from).is;
    const made = this.files.get(from);
    if (found === 'file' || made) {
      this.file({ path: to, source: made ? made.source : from, certain: certain && (made?.certain ?? true), by });
      return;
    }
    const moved = (path: string): string =>
      path === from ? to : childOf(to, path.slice(from === '' ? 0 : from.length + 1));
    for (const each of [...this.files.values()]) {
      if (liesWithin(each.path, from))
        this.file({ ...each, path: moved(each.path), certain: certain && each.certain, by });
    }
    for (const each of [...this.folders.values()]) {
      if (liesWithin(each.path, from)) this.fill({ path: moved(each.path), certain: certain && each.certain, by });
    }
    const sites = this.sites.filter((each) => liesWithin(each.path, from));
    this.sites = [
      ...this.sites,
      ...sites.map((each) => ({ ...each, path: moved(each.path), certain: certain && each.certain })),
    ];
    if (found === 'directory') this.#copyFolder(from, to, by, certain);
    else if (this.is(from) === 'open') this.fill({ path: to, certain, by });
  }

  /** Files of the repository; where they are too many to be listed, the folder counts as filled. */
  #copyFolder(from: string, to: string, by: MadeBy, certain: boolean): void {
    const pending: (readonly [string, string])[] = [[from, to]];
    for (let next = 0; next < pending.length; next++) {
      const [source, target] = pending[next] ?? ['', ''];
      if (next > MAX_COPIED) {
        this.fill({ path: to, certain, by });
        return;
      }
      for (const { name, is } of this.repository.list(source)) {
        const path = childOf(source, name);
        if (is === 'directory' && name !== 'node_modules' && path !== to) pending.push([path, childOf(target, name)]);
        else if (is === 'file') this.file({ path: childOf(target, name), source: path, certain, by });
      }
    }
    if (this.repository.list(from).length === 0) this.fill({ path: to, certain, by });
  }
}

/** Most folders that one copy goes through. */
const MAX_COPIED = 2_000;
