import { runModule, type EvaluatedModule } from '../../code/python/evaluate/run.js';
import { startedModule } from '../python/started.js';
import { extended, opened } from '../../launch/environment.js';
import { serviceFolders } from '../../launch/folder.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Environment, Launch, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { startOf } from '../../syntax/lines.js';

/** The Django project that a service starts. */
export type Project =
  | {
      is: 'project';
      /** What answers its requests; undefined where no command tells, and the project is that of the one manage.py. */
      process: Process | undefined;
      /** The dotted name of the settings module, and where it is named. */
      settings: string;
      at: Location;
      /** The class in the settings module that holds them (django-configurations). */
      configuration: string | undefined;
      environment: Environment;
      /** The working directory, and where modules are looked for. */
      folder: string;
      folders: readonly string[];
      steps: readonly Step[];
    }
  /** It is a Django project, but which settings are in force is not known. `why` is a clause. */
  | { is: 'undecided'; why: string; at: Location; steps: readonly Step[] };

const SETTINGS_MODULE = 'DJANGO_SETTINGS_MODULE';

/** What a program calls that makes it a Django project. */
const STARTS_DJANGO = new Set([
  'django.core.wsgi.get_wsgi_application',
  'django.core.asgi.get_asgi_application',
  'django.core.handlers.wsgi.WSGIHandler',
  'django.core.management.execute_from_command_line',
  'django.core.management.call_command',
  'django.setup',
  'channels.routing.get_default_application',
  'configurations.wsgi.get_wsgi_application',
  'configurations.asgi.get_asgi_application',
  'configurations.management.execute_from_command_line',
  'configurations.setup',
]);

/** Modules whose import alone sets Django up. */
const WITH_CONFIGURATIONS = /\bconfigurations\.(?:wsgi|asgi)\b/;

/** The project that a process starts in this environment; undefined: it starts none. */
export async function projectOf(
  repository: Repository,
  process: Process,
  environment: Environment,
): Promise<Project | undefined> {
  const { steps, folder } = process;
  const module = startedModule(repository, process);
  if (!module) return undefined;
  // The project's own folder counts where it is started from another: its settings are meant all the same.
  const folders = [...new Set([...module.folders, parent(parent(module.found.path))])];
  const prepared = withDefaultSettings(environment);
  const run = await runModule(repository, module.found, module.dotted, {
    folders,
    folder,
    environment: prepared,
    asMain: module.asMain,
  });
  if (!startsDjango(repository, run)) return undefined;
  const named = settingsFlag(process);
  const base = { process, environment: prepared, folder, folders, steps };
  if (named !== undefined) {
    return { is: 'project', settings: named, at: process.at, configuration: configurationOf(run), ...base };
  }
  return settingsOf(run, base, process.at);
}

/** A dashboard that sets the settings module is rare where the code names one, so that its default counts. */
function withDefaultSettings(environment: Environment): Environment {
  const variable = environment.variable(SETTINGS_MODULE);
  if (variable.is !== 'unknown') return environment;
  return extended(environment, new Map([[SETTINGS_MODULE, { is: 'unset', at: variable.at }]]));
}

/** Names of settings that are not made for a deploy: another module is in force there. */
const FOR_DEVELOPMENT = /(?:^|[._])(?:dev|devel|development|local|test|testing|debug)(?:$|[._])/;

type Base = Pick<Extract<Project, { is: 'project' }>, 'process' | 'environment' | 'folder' | 'folders' | 'steps'>;

function settingsOf(run: EvaluatedModule, base: Base, at: Location): Project {
  const found = run.variable(SETTINGS_MODULE);
  if (found.is === 'set' && found.value.is === 'string') {
    const { value } = found;
    if (base.process === undefined && FOR_DEVELOPMENT.test(value.value)) {
      const why = `the service may be started with other settings than ${value.value}`;
      return { is: 'undecided', why, at: value.at, steps: base.steps };
    }
    return { is: 'project', settings: value.value, at: value.at, configuration: configurationOf(run), ...base };
  }
  const why =
    found.is === 'unset'
      ? 'nothing sets DJANGO_SETTINGS_MODULE'
      : found.value.is === 'unknown'
        ? found.value.why
        : 'DJANGO_SETTINGS_MODULE depends on a condition that is not decided';
  return { is: 'undecided', why, at: found.is === 'unset' ? at : found.value.at, steps: base.steps };
}

function configurationOf(run: EvaluatedModule): string | undefined {
  const found = run.variable('DJANGO_CONFIGURATION');
  return found.is === 'set' && found.value.is === 'string' ? found.value.value : undefined;
}

function startsDjango(repository: Repository, run: EvaluatedModule): boolean {
  if (run.calls.some(({ callee }) => STARTS_DJANGO.has(callee))) return true;
  const source = repository.read(run.file);
  return source.is === 'text' && WITH_CONFIGURATIONS.test(source.text);
}

/** `manage.py runserver --settings=name`. */
function settingsFlag({ program }: Process): string | undefined {
  if (program.name !== 'manage.py' && program.name !== 'django-admin') return undefined;
  const { words } = program;
  const joined = words.find((word) => word?.startsWith('--settings='));
  const behind = words[words.indexOf('--settings') + 1];
  return joined?.slice('--settings='.length) ?? (words.includes('--settings') ? behind : undefined);
}

/**
 * The project of the one manage.py in the service's folder, or in a folder of it. What starts it may set more variables
 * than `own`, which are those of the service.
 */
export async function managerProject(
  repository: Repository,
  service: Service,
  launch: Launch,
  own: Environment,
): Promise<Project | undefined> {
  const root = launch.folder ?? serviceFolders(repository, service)[0];
  if (root === undefined) return undefined;
  const inside = repository.list(root).flatMap((entry) => (entry.is === 'directory' ? childOf(root, entry.name) : []));
  const direct = managerIn(repository, root);
  const found = direct === undefined ? inside.flatMap((folder) => managerIn(repository, folder) ?? []) : [direct];
  const [path, ...others] = found;
  if (path === undefined || others.length > 0) return undefined;
  const folder = parent(path);
  const folders = [folder];
  const environment = withDefaultSettings(opened(own));
  const run = await runModule(repository, { is: 'file', path }, '__main__', {
    folders,
    folder,
    environment,
    asMain: true,
  });
  if (!startsDjango(repository, run)) return undefined;
  const at = startOf(path);
  const steps: Step[] = [{ at, words: `the project of ${path}` }];
  return settingsOf(run, { process: undefined, environment, folder, folders, steps }, at);
}

function managerIn(repository: Repository, folder: string): string | undefined {
  const path = childOf(folder, 'manage.py');
  return repository.lookup(path).is === 'file' ? path : undefined;
}
