import { placeOf, readProgram } from '../../code/python/program.js';
import { resolveModule } from '../../code/python/modules.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { settingsModules } from '../dependencies/django.js';
import { startedModule } from '../python/started.js';

/** A settings module that a started module names for Django, and that is not where it is looked for. */
export interface MissingSettings {
  /** Its dotted name. */
  name: string;
  at: Location;
  /** The folder from which it would be found. */
  folder: string;
  searched: readonly string[];
}

/**
 * `gunicorn shop.shop.wsgi`, run above the project: that module is there, but the settings it names are seen only from
 * the folder of the project. Silent unless they are there, as they may be installed else, and where code changes what
 * is searched.
 */
export async function missingSettings(repository: Repository, process: Process): Promise<MissingSettings | undefined> {
  const started = startedModule(repository, process);
  if (!started || started.asMain || !started.dotted.includes('.')) return undefined;
  if (process.environment.variable('PYTHONPATH').is === 'unknown') return undefined;
  if (process.program.words.some((word) => word?.startsWith('--pythonpath') !== false)) return undefined;
  const { path } = started.found;
  const source = repository.read(path);
  if (source.is !== 'text' || !/\bget_[aw]sgi_application\b/.test(source.text)) return undefined;
  if (/\bsys\.path\b|\bsite\.addsitedir\b|\bchdir\b/.test(source.text)) return undefined;
  const program = await readProgram(repository, path);
  const [named, ...others] = program.is === 'program' ? settingsModules(program, process.environment) : [];
  if (program.is !== 'program' || !named || others.length > 0 || !/^[\w.]+$/.test(named.module)) return undefined;
  const { is } = resolveModule(repository, started.folders, named.module);
  if (is !== 'external' && is !== 'missing') return undefined;
  const folder = parent(parent(path));
  if (started.folders.includes(folder)) return undefined;
  const there = resolveModule(repository, [folder], named.module);
  if (there.is !== 'file' && there.is !== 'package') return undefined;
  const at = placeOf(program, named.at);
  return { name: named.module, at, folder, searched: started.folders };
}
