import type { Location } from '../../model/location.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';
import { bindingsOf, type Binding, type Bindings, type How, type Source } from './bindings.js';
import { byNearness } from './near.js';
import { packageAt, resolveModule, submoduleOf, type FoundModule } from './modules.js';
import { placeOf, readProgram, type Program } from './program.js';

/** What is known of an attribute of a module. */
export type Attribute =
  | {
      is: 'defined';
      /** Where it gets its value; for what comes from outside the repository, the import. */
      at: Location;
      how: How | 'module';
      /** It is this module of the repository. */
      module?: FoundModule;
      file: string;
      /** The imports on the way there, that of the asked module first. */
      through: readonly Location[];
    }
  | {
      is: 'missing';
      name: string;
      /** What lacks it: the asked module, or one that it imports the name from; the folder of a namespace package. */
      file: string;
      /** Names that the file defines itself, the likeliest first. */
      defined: readonly string[];
      through: readonly Location[];
    }
  /** `why` is a clause about what is at the place. */
  | { is: 'unknown'; why: string; at: Location };

/**
 * Where an attribute of a module is defined once the module is imported; imports and `__init__.py` are followed.
 * `path` is what stands behind the colon of `module:path`: a name, a call of it (`create_app()`), or attributes of
 * attributes, of which those of modules are read. Without it, gunicorn takes `application`
 * (gunicorn 26.2, gunicorn/util.py, `import_app`).
 */
export async function attributeOf(
  repository: Repository,
  searchFolders: readonly string[],
  module: FoundModule,
  path = 'application',
): Promise<Attribute> {
  const [name = '', ...rest] = path.replace(/\(.*$/s, '').trim().split('.');
  const member = openSearch(repository, searchFolders);
  let found = await member(module, name);
  for (const next of rest) {
    if (found.is !== 'defined') break;
    if (!found.module) return { is: 'unknown', why: 'has attributes that are not read', at: found.at };
    found = await member(found.module, next);
  }
  return found;
}

/** Most names in `defined`. */
const MAX_OFFERED = 5;

const CIRCLE = 'imports in a circle';

/**
 * Looks up attributes of modules. Each name of each file is looked up once, so that circles end and the work is bounded
 * by what there is to read.
 */
function openSearch(repository: Repository, searchFolders: readonly string[]) {
  const answers = new Map<string, Attribute>();

  /** An attribute of a module, else a module in the package. */
  async function member(module: FoundModule, name: string): Promise<Attribute> {
    const attribute = module.is === 'namespace' ? undefined : await inFile(module.path, name);
    if (attribute?.is === 'defined') return attribute;
    const submodule = submoduleOf(repository, module, name);
    if (submodule?.is === 'unknown') return { is: 'unknown', why: submodule.why, at: startOf(submodule.path) };
    if (submodule) return moduleObject(submodule);
    return attribute ?? { is: 'missing', name, file: placeIn(module), defined: [], through: [] };
  }

  async function inFile(file: string, name: string): Promise<Attribute> {
    const key = `${name} ${file}`;
    const known = answers.get(key);
    if (known) return known;
    answers.set(key, { is: 'unknown', why: CIRCLE, at: startOf(file) });
    const program = await readProgram(repository, file);
    const answer = program.is === 'program' ? await inProgram(program, name) : unknown(program.why, program.at);
    answers.set(key, answer);
    return answer;
  }

  async function inProgram(program: Program, name: string): Promise<Attribute> {
    const [error] = program.errors;
    if (error) return unknown(error.why, error.at);
    const bindings = bindingsOf(program);
    const deleted = bindings.deleted.get(name);
    if (deleted) return unknown('is deleted', placeOf(program, deleted));
    const tried: Attribute[] = [];
    // The last one counts; of several, one that can be followed is enough.
    for (const binding of bindings.names.filter((each) => each.name === name).reverse()) {
      const found = await bound(program, binding);
      if (found.is === 'defined') return found;
      tried.push(found);
    }
    for (const { source, at } of bindings.stars) {
      const found = await starred(program, source, name, placeOf(program, at));
      if (found?.is === 'defined') return found;
      if (found) tried.push(found);
    }
    return (
      tried.find(({ is }) => is === 'unknown') ??
      doubt(program, bindings, name) ??
      tried[0] ??
      absent(program, bindings, name)
    );
  }

  async function bound(program: Program, binding: Binding): Promise<Attribute> {
    const { file } = program;
    const at = placeOf(program, binding.at);
    if (binding.by === 'import') {
      const module = importable(binding.module);
      if (module.is === 'unknown') return unknown(module.why, at);
      return module.is === 'external' ? imported(file, at) : through(at, moduleObject(module));
    }
    if (binding.by !== 'fromImport') return { is: 'defined', at, how: binding.by, file, through: [] };
    const module = sourceModule(file, binding.source);
    if (module.is === 'unknown') return unknown(module.why, at);
    if (module.is === 'external') return imported(file, at);
    const found = await member(module, binding.imported);
    return found.is === 'missing' && mayBeInstalled(module, binding.source) ? imported(file, at) : through(at, found);
  }

  /** What `from source import *` makes of a name; undefined where it does not give it. */
  async function starred(program: Program, source: Source, name: string, at: Location): Promise<Attribute | undefined> {
    const module = sourceModule(program.file, source);
    if (module.is === 'unknown') return unknown(module.why, at);
    if (module.is === 'external' || mayBeInstalled(module, source)) {
      return unknown('takes all names of an installed package', at);
    }
    if (module.is === 'namespace') return undefined;
    const other = await readProgram(repository, module.path);
    const all = other.is === 'program' ? bindingsOf(other).all : undefined;
    if (all?.is === 'names' ? !all.names.includes(name) : name.startsWith('_') && !all) return undefined;
    const found = await member(module, name);
    if (found.is === 'missing' || (found.is === 'unknown' && found.why === CIRCLE)) return undefined;
    if (found.is === 'defined' && all?.is === 'unknown')
      return unknown('has an __all__ that is not read', startOf(module.path));
    return through(at, found);
  }

  /** The module that an import names, or why it cannot be followed. */
  function importable(dotted: string): Importable {
    const module = resolveModule(repository, searchFolders, dotted);
    if (module.is !== 'missing') return module;
    if (module.installedWins) return { is: 'external' };
    return { is: 'unknown', why: `imports ${dotted}, which is not in the repository` };
  }

  function sourceModule(file: string, { level, module }: Source): Importable {
    if (level === 0) return importable(module);
    let folder: string | undefined = parent(file);
    for (let up = 1; up < level; up++) folder = folder === '' || folder === undefined ? undefined : parent(folder);
    if (folder === undefined) return { is: 'unknown', why: 'imports from outside the repository' };
    let found: FoundModule | Unfollowed = packageAt(repository, folder);
    for (const name of module === '' ? [] : module.split('.')) {
      if (found.is === 'unknown') return found;
      found = submoduleOf(repository, found, name) ?? {
        is: 'unknown',
        why: `imports ${'.'.repeat(level)}${module}, which is not in the repository`,
      };
    }
    return found;
  }

  return member;
}

/** Whether an installed package would be taken rather than a folder without `__init__.py`. */
function mayBeInstalled(module: FoundModule, { level }: Source): boolean {
  return module.is === 'namespace' && level === 0;
}

/** An import that leads to no file of Python. `why` is a clause. */
interface Unfollowed {
  is: 'unknown';
  why: string;
}

type Importable = FoundModule | Unfollowed | { is: 'external' };

function unknown(why: string, at: Location): Attribute {
  return { is: 'unknown', why, at };
}

/** Something of an installed package: the import is where the repository has it from. */
function imported(file: string, at: Location): Attribute {
  return { is: 'defined', at, how: 'import', file, through: [] };
}

function moduleObject(module: FoundModule): Attribute {
  const file = placeIn(module);
  return { is: 'defined', at: startOf(file), how: 'module', file, through: [], module };
}

function placeIn(module: FoundModule): string {
  return module.is === 'namespace' ? (module.folders[0] ?? '') : module.path;
}

function through(at: Location, found: Attribute): Attribute {
  return found.is === 'unknown' ? found : { ...found, through: [at, ...found.through] };
}

/** Why a name that is not written in a module may be there all the same. */
function doubt(program: Program, bindings: Bindings, name: string): Attribute | undefined {
  const set = bindings.globals.get(name);
  if (set) return unknown('is set in a function', placeOf(program, set));
  if (bindings.dynamic) return unknown(bindings.dynamic.why, placeOf(program, bindings.dynamic.at));
  // Such as `__path__` and `__version__`, which Python and build tools set.
  return /^__.*__$/.test(name) ? unknown('may have names of the language', startOf(program.file)) : undefined;
}

function absent({ file }: Program, { names }: Bindings, name: string): Attribute {
  const own = names.filter(
    ({ by, name: each }) => (by === 'assignment' || by === 'function' || by === 'class') && !each.startsWith('_'),
  );
  const defined = byNearness(
    name,
    own.map((each) => each.name),
  ).slice(0, MAX_OFFERED);
  return { is: 'missing', name, file, defined, through: [] };
}
