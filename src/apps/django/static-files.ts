import type { Location } from '../../model/location.js';
import type { Launch } from '../../model/process.js';
import { knownValue } from '../../model/value.js';
import { childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { runs, type RanCommands } from '../commands/ran.js';
import type { DjangoSettings } from './settings.js';
import type { Texts } from './texts.js';
import type { Value } from '../../model/value.js';

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
  return {
    storage: storageOf(settings),
    inFolder: isInFolder(settings),
    collected: runs(ran, COLLECTS),
    collectedAt: ran.commands.find(({ text }) => COLLECTS.test(text))?.at,
    committed: isCommitted(repository, settings),
    served: servedBy(repository, settings, launch, ran),
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

function servedBy(
  repository: Repository,
  settings: DjangoSettings,
  launch: Launch,
  { texts }: RanCommands,
): StaticFiles['served'] {
  const { middleware, process, rootUrlconf, file, staticStorage, staticUrl } = settings;
  if (names(middleware.value, (name) => /whitenoise|servestatic|static/i.test(name))) return 'yes';
  const url = knownValue(staticUrl.value);
  if (url !== undefined && /^(?:https?:)?\/\//.test(url)) return 'yes';
  if (isInFolder(settings) === false) return 'yes';
  if (launch.processes.length > 1 || texts.some((text) => /\b(?:nginx|caddy|supervisord)\b/i.test(text)))
    return 'unknown';
  const { target } = process?.program ?? {};
  const entry = target?.is === 'module' ? knownValue(target.module) : undefined;
  const folder = parent(parent(file));
  const sources = [entry, knownValue(rootUrlconf.value)].flatMap((dotted) =>
    dotted === undefined ? [] : [`${dotted.replaceAll('.', '/')}.py`],
  );
  const read = (path: string): string => {
    const places = [childOf(folder, path), path, childOf(parent(folder), path)];
    const found = places.map((each) => repository.read(each)).find(({ is }) => is === 'text');
    return found?.is === 'text' ? found.text : '';
  };
  const [server = '', routes = ''] = sources.map(read);
  if (WRAPPERS.test(server) || IN_ROUTES.test(routes)) return 'yes';
  if (!process || middleware.value.is !== 'known' || middleware.value.value.more !== undefined) return 'unknown';
  if (staticStorage.value.is === 'unknown' || staticUrl.value.is === 'unknown') return 'unknown';
  return 'no';
}

/** Whether an item of a list is known to fit. */
function names(value: Value<Texts>, fits: (name: string) => boolean): boolean {
  const lists = value.is === 'known' ? [value.value] : value.is === 'oneOf' ? value.values.map((one) => one.value) : [];
  return lists.some(({ items }) => items.some((item) => item.is === 'known' && fits(item.value)));
}
