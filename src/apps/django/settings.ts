import { runModule, type EvaluatedModule } from '../../code/python/evaluate/run.js';
import { textOf, type Evaluated } from '../../code/python/evaluate/values.js';
import { resolveModule } from '../../code/python/modules.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf, startOf } from '../../syntax/lines.js';
import { configurationClass } from './configurations.js';
import { looksAtForms, looksAtHosts } from './middleware.js';
import type { Project } from './project.js';
import { forwardedScheme, type ForwardedScheme } from './scheme.js';
import type { Setting } from './setting.js';
import { databasesOf, type DatabaseSetting } from './databases.js';
import { inDictionary } from './dictionaries.js';
import type { SettingsHolder } from './settings-holder.js';
import { hasItem, switchOf, textsOf, type Texts } from './texts.js';
import { djangoVersion, isAtLeast, type DjangoVersion } from './version.js';

export type { DatabaseSetting } from './databases.js';
export type { Setting } from './setting.js';

/** The settings of Django in force for a service. */
export interface DjangoSettings {
  is: 'settings';
  /** The dotted name of the settings module. */
  module: string;
  file: string;
  /** Line 1 of the settings module. */
  at: Location;
  /** From the start command to the settings module. */
  steps: readonly Step[];
  /** What answers the requests; undefined where no command tells. */
  process: Process | undefined;
  version: DjangoVersion;
  allowedHosts: Setting<Texts>;
  debug: Setting<boolean>;
  trustedOrigins: Setting<Texts>;
  sslRedirect: Setting<boolean>;
  proxySslHeader: Setting<Texts>;
  /** Whether Django learns of https behind the edge, by this header or by its server. */
  forwardedScheme: ForwardedScheme;
  middleware: Setting<Texts>;
  apps: Setting<Texts>;
  staticRoot: Setting<string>;
  staticUrl: Setting<string>;
  /** STATICFILES_DIRS. */
  staticFolders: Setting<Texts>;
  /** The class that stores static files. */
  staticStorage: Setting<string>;
  rootUrlconf: Setting<string>;
  /** A middleware, or what may be one, asks for the host of each request. */
  looksAtHosts: boolean;
  /**
   * It compares the Origin of forms, as Django does since 4.0 (docs.djangoproject.com, release notes) where a middleware,
   * or what may be one, looks at forms; undefined where the version is not known.
   */
  originsAreCompared: boolean | undefined;
  /** It can test connections before use, as Django does since 4.1; undefined where the version is not known. */
  testsConnections: boolean | undefined;
  /** It has Django's admin, whose pages are forms. */
  hasForms: boolean;
  databases: readonly DatabaseSetting[];
}

export type Django = DjangoSettings | { is: 'undecided'; why: string; at: Location; steps: readonly Step[] };

/** Evaluates the settings module that is in force. */
export async function djangoSettings(repository: Repository, project: Project): Promise<Django> {
  if (project.is === 'undecided') return project;
  const { settings, at, steps, folders, folder, environment, process } = project;
  const found = /^[\w.]+$/.test(settings) ? resolveModule(repository, folders, settings) : undefined;
  if (found?.is !== 'file' && found?.is !== 'package') {
    return { is: 'undecided', why: `the settings module ${settings} is not in the repository`, at, steps };
  }
  const words = process && commandLine(process);
  const run = await runModule(repository, found, settings, { folders, folder, environment, ...(words && { words }) });
  // Nothing of a module that does not parse or is not read can be told.
  if (run.names.length === 0 && run.open) return { is: 'undecided', ...run.open, steps };
  const way = [...steps, { at, words: `DJANGO_SETTINGS_MODULE is ${settings}` }];
  const version = await djangoVersion(repository, folder);
  return collected(repository, project, run, version, way);
}

/** As Python sees it: the program by its path, wherever it is installed. */
function commandLine({ program }: Process): readonly (string | undefined)[] {
  const [name, ...words] = program.words;
  return [name === undefined || name.endsWith('.py') ? name : `/usr/local/bin/${name}`, ...words];
}

function collected(
  repository: Repository,
  project: Extract<Project, { is: 'project' }>,
  run: EvaluatedModule,
  version: DjangoVersion,
  steps: readonly Step[],
): Django {
  const { settings: module, process, configuration } = project;
  const at = firstLine(repository, run.file);
  const held = configuration === undefined ? run : configurationClass(run, configuration, project.environment);
  if (!held) {
    return { is: 'undecided', why: `the class ${configuration ?? ''} of ${module} is not read`, at, steps };
  }
  const setting = <T>(name: string, read: (value: Evaluated) => Value<T>): Setting<T> =>
    settingOf(held, name, at, read);
  const apps = setting('INSTALLED_APPS', textsOf);
  const middleware = setting('MIDDLEWARE', textsOf);
  const proxySslHeader = setting('SECURE_PROXY_SSL_HEADER', textsOf);
  return {
    is: 'settings',
    module,
    file: run.file,
    at,
    steps,
    process,
    version,
    allowedHosts: setting('ALLOWED_HOSTS', textsOf),
    debug: setting('DEBUG', switchOf),
    trustedOrigins: setting('CSRF_TRUSTED_ORIGINS', textsOf),
    sslRedirect: setting('SECURE_SSL_REDIRECT', switchOf),
    proxySslHeader,
    forwardedScheme: forwardedScheme(repository, process, proxySslHeader),
    middleware,
    apps,
    staticRoot: setting('STATIC_ROOT', textOf),
    staticUrl: setting('STATIC_URL', textOf),
    staticFolders: setting('STATICFILES_DIRS', textsOf),
    staticStorage: staticStorage(setting, version),
    rootUrlconf: setting('ROOT_URLCONF', textOf),
    databases: databasesOf(held),
    looksAtHosts: looksAtHosts(middleware.value),
    originsAreCompared: looksAtForms(middleware.value) && isAtLeast(version, 4, 0),
    testsConnections: isAtLeast(version, 4, 1),
    hasForms: hasItem(apps.value, 'django.contrib.admin'),
  };
}

function settingOf<T>(
  held: SettingsHolder,
  name: string,
  line1: Location,
  read: (value: Evaluated) => Value<T>,
): Setting<T> {
  const binding = held.binding(name);
  if (!binding) return { name, value: { is: 'absent', at: line1 }, at: line1, statements: [], unset: [] };
  const value = read(binding.value);
  const unset = binding.reads.filter(({ found }) => found === 'unset').map((one) => one.name);
  return {
    name,
    value,
    at: binding.statements[0]?.at ?? line1,
    statements: binding.statements.map(({ whole }) => whole),
    unset: [...new Set(unset)],
  };
}

/** From 4.2 on, STORAGES counts where it names one; before 5.1, STATICFILES_STORAGE does too (docs.djangoproject.com, releases 4.2 and 5.1). */
function staticStorage(
  setting: <T>(name: string, read: (value: Evaluated) => Value<T>) => Setting<T>,
  version: DjangoVersion,
): Setting<string> {
  const storages = setting('STORAGES', (value) => textOf(inDictionary(inDictionary(value, 'staticfiles'), 'BACKEND')));
  const old = setting('STATICFILES_STORAGE', textOf);
  const isRead = isAtLeast(version, 4, 2) !== false;
  if (isRead && (storages.value.is !== 'absent' || isAtLeast(version, 5, 1) === true)) return storages;
  if (old.value.is === 'absent' || isAtLeast(version, 5, 1) === false) return old;
  const why = 'whether this version of Django reads STATICFILES_STORAGE is not known';
  return { ...old, value: { is: 'unknown', why, at: old.at } };
}

function firstLine(repository: Repository, file: string): Location {
  const source = repository.read(file);
  if (source.is !== 'text') return startOf(file);
  const [line = ''] = source.text.split(/\r\n|\n|\r/, 1);
  return linesOf(file, source.text).location(0, line.length);
}
