import { parent } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import type { Statement } from '../../../syntax/python.js';
import { packageAt, resolveModule, submoduleOf, type FoundModule } from '../modules.js';
import { readProgram, type Program, type Unreadable } from '../program.js';
import { walk } from '../walk.js';

/** What an import names. `absent`: importing it raises an error. `external`: it is installed, or nothing. */
export type Imported =
  { is: 'found'; module: FoundModule } | { is: 'absent' | 'external' } | { is: 'unknown'; why: string };

/** The module `dotted`, or with `level` dots before it, as seen from a file. */
export function importedModule(
  repository: Repository,
  folders: readonly string[],
  from: string,
  dotted: string,
  level = 0,
): Imported {
  if (level > 0) return relative(repository, from, dotted, level);
  const found = resolveModule(repository, folders, dotted);
  switch (found.is) {
    case 'external':
      return { is: 'external' };
    case 'missing':
      return { is: found.installedWins ? 'external' : 'absent' };
    case 'unknown':
      return { is: 'unknown', why: `${found.path} ${found.why}` };
    default:
      return { is: 'found', module: found };
  }
}

function relative(repository: Repository, from: string, dotted: string, level: number): Imported {
  let folder = parent(from);
  for (let up = 1; up < level; up++) {
    if (folder === '') return { is: 'absent' };
    folder = parent(folder);
  }
  let module: FoundModule = packageAt(repository, folder);
  for (const name of dotted === '' ? [] : dotted.split('.')) {
    const next = submoduleOf(repository, module, name);
    if (!next) return { is: 'absent' };
    if (next.is === 'unknown') return { is: 'unknown', why: `${next.path} ${next.why}` };
    module = next;
  }
  return { is: 'found', module };
}

/** Most files that one run reads. */
const MAX_PROGRAMS = 400;

/** Reads a file and all that it imports, directly or not, also in its functions. */
export async function readImported(
  repository: Repository,
  folders: readonly string[],
  start: string,
  programs: Map<string, Program | Unreadable>,
): Promise<void> {
  const left = [start];
  while (left.length > 0 && programs.size < MAX_PROGRAMS) {
    const file = left.shift();
    if (file === undefined || programs.has(file)) continue;
    const program = await readProgram(repository, file);
    programs.set(file, program);
    if (program.is === 'program') left.push(...filesImportedBy(repository, folders, program));
  }
}

function filesImportedBy(repository: Repository, folders: readonly string[], program: Program): readonly string[] {
  const files: string[] = [];
  const add = (found: Imported, names: readonly string[]): void => {
    if (found.is !== 'found') return;
    if (found.module.is !== 'namespace') files.push(found.module.path);
    for (const name of names) {
      const submodule = submoduleOf(repository, found.module, name);
      if (submodule && submodule.is !== 'unknown' && submodule.is !== 'namespace') files.push(submodule.path);
    }
  };
  walk(program.body, (node) => {
    for (const { dotted, level, names } of namedIn(node)) {
      add(importedModule(repository, folders, program.file, dotted, level), names);
      // The packages around it are run first.
      const parts = level === 0 ? dotted.split('.') : [];
      for (const end of parts.keys()) {
        if (end > 0) add(importedModule(repository, folders, program.file, parts.slice(0, end).join('.')), []);
      }
    }
    return true;
  });
  return files;
}

interface NamedImport {
  dotted: string;
  level: number;
  names: readonly string[];
}

function namedIn(node: { is: string } | Statement): readonly NamedImport[] {
  if (!('is' in node)) return [];
  if (node.is === 'import' && 'modules' in node) {
    return node.modules.map(({ name }) => ({ dotted: name, level: 0, names: [] }));
  }
  if (node.is !== 'fromImport' || !('level' in node)) return [];
  const names = node.names === '*' ? [] : node.names.map(({ name }) => name);
  return [{ dotted: node.module, level: node.level, names }];
}
