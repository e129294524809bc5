import { importsOnLoad, type LoadedImport } from '../../code/python/imports.js';
import { packageAt, resolveModule, searchPath, submoduleOf, type FoundModule } from '../../code/python/modules.js';
import { placeOf, readProgram, type Program } from '../../code/python/program.js';
import type { Step } from '../../model/finding.js';
import type { Process } from '../../model/process.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { elsewhere } from '../targets/elsewhere.js';
import { djangoNames, settingsModules } from './django.js';
import type { Loaded } from './loaded.js';

/** Most modules of one program that are read. */
const MAX_MODULES = 500;

/** The modules from outside that a Python program imports when it starts, by first name, each where it is first imported. */
export async function modulesOnLoad(repository: Repository, process: Process): Promise<readonly Loaded[]> {
  const { target } = process.program;
  const folders = foldersOf(process);
  const loader = new Loader(repository, folders, process);
  if (target.is === 'module' && target.module.is === 'known') loader.named(target.module.value, []);
  if (target.is === 'file' && target.path.is === 'known') {
    loader.file(target.path.value, []);
    loader.folders.unshift(parent(target.path.value));
  }
  return loader.run();
}

function foldersOf({ folder, environment, program }: Process): readonly string[] {
  const variable = environment.variable('PYTHONPATH');
  const pythonPath = variable.is === 'set' && variable.value.is === 'known' ? variable.value.value : '';
  const own = program.target.is === 'module' ? (program.target.folders ?? []) : [];
  return [...new Set([...own, ...searchPath({ folder, pythonPath, srcLayout: true }).folders])];
}

class Loader {
  readonly folders: string[];
  readonly #found = new Map<string, Loaded>();
  readonly #seen = new Set<string>();
  readonly #pending: { file: string; steps: readonly Step[] }[] = [];

  constructor(
    private readonly repository: Repository,
    folders: readonly string[],
    private readonly process: Process,
  ) {
    this.folders = [...folders];
  }

  file(file: string, steps: readonly Step[]): void {
    if (this.#seen.has(file) || this.#seen.size >= MAX_MODULES) return;
    this.#seen.add(file);
    this.#pending.push({ file, steps });
  }

  /** A module with the packages it is in. */
  named(dotted: string, steps: readonly Step[]): void {
    const names = dotted.split('.');
    for (let count = 1; count <= names.length; count++) {
      const found = resolveModule(this.repository, this.folders, names.slice(0, count).join('.'));
      if (found.is === 'file' || found.is === 'package') this.file(found.path, steps);
    }
  }

  async run(): Promise<readonly Loaded[]> {
    for (let each = this.#pending.shift(); each; each = this.#pending.shift()) {
      const program = await readProgram(this.repository, each.file);
      if (program.is !== 'program') continue;
      for (const found of importsOnLoad(program.body)) this.#import(program, found, each.steps);
      for (const { name, at } of djangoNames(program)) this.#outside(name, program, at, each.steps);
      for (const { module, at } of settingsModules(program, this.process.environment)) {
        this.named(module, [
          ...each.steps,
          { at: placeOf(program, at), words: `${program.file} names the settings ${module}` },
        ]);
      }
    }
    return [...this.#found.values()];
  }

  #import(program: Program, { module, level, names, at }: LoadedImport, steps: readonly Step[]): void {
    const own = level > 0 ? this.#relative(program, level, module) : this.#absolute(module);
    if (own === 'outside') {
      this.#outside(module.split('.')[0] ?? '', program, at, steps);
      return;
    }
    const follow = (found: FoundModule): void => {
      const path = found.is === 'namespace' ? undefined : found.path;
      if (path !== undefined)
        this.file(path, [...steps, { at: placeOf(program, at), words: `${program.file} imports ${path}` }]);
    };
    own.forEach(follow);
    const last = own.at(-1);
    for (const name of last ? names : []) {
      const inner = last && submoduleOf(this.repository, last, name);
      if (inner && inner.is !== 'unknown') follow(inner);
    }
  }

  /** The module with the packages it is in; empty where it cannot be told. */
  #absolute(dotted: string): readonly FoundModule[] | 'outside' {
    const names = dotted.split('.');
    const found: FoundModule[] = [];
    for (let count = 1; count <= names.length; count++) {
      const each = resolveModule(this.repository, this.folders, names.slice(0, count).join('.'));
      if (each.is === 'external') return 'outside';
      if (each.is !== 'file' && each.is !== 'package' && each.is !== 'namespace') break;
      found.push(each);
    }
    return found;
  }

  #relative({ file }: Program, level: number, dotted: string): readonly FoundModule[] {
    const folder = join(parent(file), '../'.repeat(level - 1));
    if (folder === undefined) return [];
    let found: FoundModule = packageAt(this.repository, folder);
    const all = [found];
    for (const name of dotted === '' ? [] : dotted.split('.')) {
      const next = submoduleOf(this.repository, found, name);
      if (!next || next.is === 'unknown') return all;
      found = next;
      all.push(found);
    }
    return all;
  }

  #outside(name: string, program: Program, at: LoadedImport['at'], steps: readonly Step[]): void {
    if (this.#found.has(name) || name === '') return;
    // A program may add folders to those that are searched.
    const isOwn =
      elsewhere(this.repository, `${name}.py`, 'file').length > 0 ||
      elsewhere(this.repository, name, 'directory').length > 0;
    if (!isOwn) this.#found.set(name, { name, at: placeOf(program, at), steps, folder: parent(program.file) });
  }
}
