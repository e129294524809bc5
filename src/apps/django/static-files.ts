import { resolveModule } from '../../code/python/modules.js';
import type { Location } from '../../model/location.js';
import type { Launch } from '../../model/process.js';
import { knownValue, type Value } from '../../model/value.js';
import { childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { runs, type RanCommands } from '../commands/ran.js';
import type { DjangoSettings } from './settings.js';
import type { Texts } from './texts.js';

/** How a service comes to its static files. */
export interface StaticFiles {
  /** Whether `collectstatic` is run. */
  collected: 'yes' | 'no' | 'unknown';
  /** Where it is run. */
  collectedAt: Location | undefined;
  /** Whether the files that it makes are committed. */
  committed: boolean;
  /** Whether something serves them while DEBUG is off. */
  served: 'yes' | 'no' | 'unknown';
  /**
   * The same while DEBUG is on. By itself DEBUG serves them under `runserver` alone (measured with Django 5.2 and gunicorn
   * 26.2, November 2026; https://docs.djangoproject.com/en/stable/howto/static-files/).
   */
  servedInDebug: 'yes' | 'no' | 'unknown';
  /** `django.contrib.staticfiles`, whose command that is, is installed. */
  installed: boolean;
  /** The app has static files: those of the admin, or its own. */
  any: boolean;
  /** The class that stores them; undefined where it is not known, or none is named. */
  storage: Storage | undefined;
  /** They are stored in a folder, as Django's own class does, which is the default; undefined where it is not known. */
  inFolder: boolean | undefined;
}

interface Storage {
  /** With its module, and without. */
  path: string;
  name: string;
  /** It looks files up in a manifest, which `collectstatic` makes. */
  hasManifest: boolean;
}

const COLLECTS = /\bcollectstatic\b/;

export function staticFiles(
  repository: Repository,
  settings: DjangoSettings,
  launch: Launch,
  ran: RanCommands,
): StaticFiles {
  const sources = sourcesOf(repository, settings);
  const served = servedBy(settings, sources, launch, ran);
  const isServedInDebug = isDevelopmentServer(settings) || IN_ROUTES_OF_DEBUG.test(sources.routes ?? '');
  return {
    storage: storageOf(settings),
    inFolder: isInFolder(settings),
    collected: runs(ran, COLLECTS),
    collectedAt: ran.commands.find(({ text }) => COLLECTS.test(text))?.at,
    committed: isCommitted(repository, settings),
    served,
    servedInDebug: isServedInDebug ? 'yes' : served,
    installed: isInstalled(settings),
    any: hasStaticFiles(settings),
  };
}

function storageOf({ staticStorage }: DjangoSettings): Storage | undefined {
  const path = knownValue(staticStorage.value);
  return path === undefined
    ? undefined
    : { path, name: path.split('.').at(-1) ?? path, hasManifest: path.includes('Manifest') };
}

/** A storage of its own, such as that of a bucket, gives addresses elsewhere. */
function isInFolder({ staticStorage: { value } }: DjangoSettings): boolean | undefined {
  if (value.is === 'absent') return true;
  return value.is === 'known' ? /^django\.|whitenoise/.test(value.value) : undefined;
}

function isInstalled({ apps }: DjangoSettings): boolean {
  return names(apps.value, (name) => name === 'django.contrib.staticfiles');
}

function hasStaticFiles(settings: DjangoSettings): boolean {
  const { hasForms, staticFolders } = settings;
  if (!isInstalled(settings)) return false;
  const own = staticFolders.value.is === 'known' && staticFolders.value.value.items.length > 0;
  return hasForms || own;
}

/** Whether the folder that STATIC_ROOT names is in the repository, with files in it. */
function isCommitted(repository: Repository, { staticRoot }: DjangoSettings): boolean {
  const root = knownValue(staticRoot.value);
  if (root === undefined) return false;
  const path = root.replace(/^\/repository\//, '');
  return ['', 'admin', 'css', 'js'].some((inside) =>
    repository.list(inside === '' ? path : childOf(path, inside)).some(({ is }) => is === 'file'),
  );
}

/** What serves static files without being a middleware of Django. */
const WRAPPERS =
  /\bwhitenoise\b|\bdj_static\b|\bCling\b|StaticFilesHandler|ASGIStaticFiles|\bStaticFiles\(|servestatic/i;

const IN_ROUTES = /\bserve\b|\bwhitenoise\b|staticfiles_urlpatterns/;

/** `static(settings.STATIC_URL, …)` adds routes while DEBUG is on, and none while it is off. */
const IN_ROUTES_OF_DEBUG = /\bSTATIC_URL\b|\bstaticfiles\b|\bstatic\(\s{0,9}f?['"]/;

/**
 * The options and variables by which a server answers for a folder itself
 * (https://uwsgi-docs.readthedocs.io/en/latest/StaticFiles.html, https://github.com/emmett-framework/granian), and the
 * option of `runserver` that does without DEBUG (https://docs.djangoproject.com/en/stable/ref/contrib/staticfiles/#runserver).
 */
const BY_SERVER = /^--(?:check-)?static|^--insecure$|^(?:UWSGI|GRANIAN)_(?:CHECK_)?STATIC/;

/**
 * Commands of manage.py that serve static files while DEBUG is on: Django's own, and that of django-extensions
 * (https://django-extensions.readthedocs.io/en/latest/runserver_plus.html).
 */
const DEVELOPMENT_SERVERS = ['runserver', 'runserver_plus'];

function isDevelopmentServer({ process }: DjangoSettings): boolean {
  return process?.program.words.some((word) => word !== undefined && DEVELOPMENT_SERVERS.includes(word)) === true;
}

function isServedByServer({ process }: DjangoSettings): boolean {
  const words = process ? [...process.program.words, ...process.environment.names] : [];
  return words.some((word) => word !== undefined && BY_SERVER.test(word));
}

/** Another command of manage.py that serves may come with files of its own. */
function isOtherCommand(settings: DjangoSettings): boolean {
  return settings.process?.program.name === 'manage.py' && !isDevelopmentServer(settings);
}

function servedBy(
  settings: DjangoSettings,
  { server, routes }: Sources,
  launch: Launch,
  { texts }: RanCommands,
): StaticFiles['served'] {
  const { middleware, process, rootUrlconf, staticStorage, staticUrl } = settings;
  if (names(middleware.value, (name) => /whitenoise|servestatic|static/i.test(name))) return 'yes';
  const url = knownValue(staticUrl.value);
  if (url !== undefined && /^(?:https?:)?\/\//.test(url)) return 'yes';
  if (isInFolder(settings) === false) return 'yes';
  if (launch.processes.length > 1 || texts.some((text) => /\b(?:nginx|caddy|supervisord)\b/i.test(text)))
    return 'unknown';
  if (isServedByServer(settings) || WRAPPERS.test(server ?? '') || IN_ROUTES.test(routes ?? '')) return 'yes';
  if (isOtherCommand(settings) || (routes === undefined && rootUrlconf.value.is !== 'absent')) return 'unknown';
  if (!process || middleware.value.is !== 'known' || middleware.value.value.more !== undefined) return 'unknown';
  if (staticStorage.value.is === 'unknown' || staticUrl.value.is === 'unknown') return 'unknown';
  return 'no';
}

/** The texts of the module that the server loads, and of the routes; undefined where they are not found. */
interface Sources {
  server: string | undefined;
  routes: string | undefined;
}

/** The module of routes that a route leads to. */
const INCLUDED = /\binclude\(\s{0,99}\(?\s{0,99}['"]([\w.]+)['"]/g;

function sourcesOf(repository: Repository, { process, rootUrlconf, file }: DjangoSettings): Sources {
  const { target } = process?.program ?? {};
  const folder = parent(parent(file));
  const folders = [...new Set([folder, '', parent(folder)])];
  const read = (dotted: string | undefined): string | undefined => {
    const found = dotted === undefined ? undefined : resolveModule(repository, folders, dotted);
    const isSource = found?.is === 'file' || found?.is === 'package';
    const source = isSource ? repository.read(found.path) : undefined;
    return source?.is === 'text' ? source.text : undefined;
  };
  const routes = read(knownValue(rootUrlconf.value));
  const included = Array.from(routes?.matchAll(INCLUDED) ?? [], ([, dotted]) => read(dotted) ?? '');
  return {
    server: read(target?.is === 'module' ? knownValue(target.module) : undefined),
    routes: routes === undefined ? undefined : [routes, ...included].join('\n'),
  };
}

/** Whether an item of a list is known to fit. */
function names(value: Value<Texts>, fits: (name: string) => boolean): boolean {
  const lists = value.is === 'known' ? [value.value] : value.is === 'oneOf' ? value.values.map((one) => one.value) : [];
  return lists.some(({ items }) => items.some((item) => item.is === 'known' && fits(item.value)));
}
