import { resolveModule, searchPath, type FoundModule } from '../../code/python/modules.js';
import type { Process } from '../../model/process.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** The Python module that a process begins with. */
export interface StartedModule {
  /** Its file. */
  found: Exclude<FoundModule, { is: 'namespace' }>;
  dotted: string;
  /** Where modules are looked for. */
  folders: readonly string[];
  /** It is the main program. */
  asMain: boolean;
}

/** The module that a process begins with; undefined where it is none of the repository. */
export function startedModule(repository: Repository, process: Process): StartedModule | undefined {
  const { target } = process.program;
  const folders = foldersOf(process);
  if (target.is === 'file' && target.path.is === 'known' && target.path.value.endsWith('.py')) {
    const { value: path } = target.path;
    if (repository.lookup(path).is !== 'file') return undefined;
    // A script's own folder comes first, not the one it is run in.
    return { found: { is: 'file', path }, dotted: '__main__', folders: [parent(path)], asMain: true };
  }
  if (target.is !== 'module' || target.module.is !== 'known') return undefined;
  const { value: dotted } = target.module;
  const found = /^[\w.]+$/.test(dotted) ? resolveModule(repository, folders, dotted) : undefined;
  if (found?.is !== 'file' && found?.is !== 'package') return undefined;
  return { found, dotted, folders, asMain: false };
}

function foldersOf({ folder, environment, program: { target } }: Process): readonly string[] {
  const variable = environment.variable('PYTHONPATH');
  const known = variable.is === 'set' && variable.value.is === 'known' ? variable.value.value : undefined;
  const path = searchPath({ folder, srcLayout: true, ...(known !== undefined && { pythonPath: known }) });
  const named = target.is === 'module' ? (target.folders ?? []) : [];
  return [...new Set([...named, ...path.folders])];
}
