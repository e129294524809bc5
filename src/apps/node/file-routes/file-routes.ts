import type { Process } from '../../../model/process.js';
import type { Routes } from '../../../model/routes.js';
import { join } from '../../../repository/paths.js';
import type { Repository } from '../../../repository/repository.js';
import { wantedMajor } from '../versions.js';
import { astroFiles } from './astro.js';
import { firstOf, scripts, type App, type Found } from './found.js';
import { nextFiles } from './next.js';
import { nitroFiles, nuxtFiles } from './nuxt.js';
import { reactRouterFiles } from './react-router.js';
import { svelteFiles } from './sveltekit.js';

type Read = (app: App) => Promise<Found>;

/** The routes of an app that are its files; undefined where the process runs none that is known. */
export async function fileRoutes(repository: Repository, process: Process): Promise<Routes | undefined> {
  const started = served(repository, process) ?? built(repository, process);
  if (!started) return undefined;
  const { routes, doubts, guarded, guardedAt } = await started.read({ repository, folder: started.folder });
  const why = doubts[0] ?? ownBase(process);
  return {
    routes: routes.map((route) => ({ ...route, guarded: route.guarded || guarded, ...(guardedAt && { guardedAt }) })),
    complete: why === undefined,
    ...(why !== undefined && { why }),
    steps: process.steps,
  };
}

/** Variables that put a prefix before all paths (https://nuxt.com/docs/api/nuxt-config#baseurl, https://nitro.build/config#baseurl). */
function ownBase({ environment }: Process): string | undefined {
  const name = ['NUXT_APP_BASE_URL', 'NITRO_APP_BASE_URL'].find((each) => environment.variable(each).is === 'set');
  return name && `${name} puts a prefix before its paths`;
}

interface Started {
  folder: string;
  read: Read;
}

/** An app that a program of its framework serves. */
function served(repository: Repository, { program, folder }: Process): Started | undefined {
  if (program.name === 'next') {
    const own = nextFolder(program.words, folder);
    return own === undefined ? undefined : { folder: own, read: nextFiles };
  }
  const isReact = program.name === 'react-router-serve' || program.name === 'remix-serve';
  // Remix 1 took its folders for segments.
  const isOld = program.name === 'remix-serve' && wantedMajor(repository, folder, '@remix-run/serve') === 1;
  return isReact && !isOld ? { folder, read: reactRouterFiles } : undefined;
}

/** The folder of `next start [folder]`; undefined where it leaves the repository. */
function nextFolder([, command, given]: Process['program']['words'], folder: string): string | undefined {
  if (command !== 'start' || given === undefined || given.startsWith('-')) return folder;
  return join(folder, given);
}

/** An app that a build makes of its files: what it makes, and the packages of which the app has one. */
const BUILT: readonly { file: RegExp; packages: readonly string[]; configured?: string; read: Read }[] = [
  { file: /^(?<folder>.*?)\/?\.output\/server\/index\.mjs$/, packages: ['nuxt'], read: nuxtFiles },
  {
    file: /^(?<folder>.*?)\/?\.output\/server\/index\.mjs$/,
    packages: ['nitropack', 'nitro'],
    // Other frameworks that are built with Nitro have routes of their own.
    configured: 'nitro.config',
    read: nitroFiles,
  },
  { file: /^(?<folder>.*?)\/?\bbuild(?:\/index\.js)?$/, packages: ['@sveltejs/kit'], read: svelteFiles },
  { file: /^(?<folder>.*?)\/?\bdist\/server\/entry\.mjs$/, packages: ['astro'], read: astroFiles },
];

function built(repository: Repository, { program: { target } }: Process): Started | undefined {
  const path = target.is === 'file' && target.path.is === 'known' ? target.path.value : undefined;
  if (path === undefined) return undefined;
  for (const { file, packages, configured, read } of BUILT) {
    const folder = file.exec(path)?.groups?.folder;
    if (folder === undefined) continue;
    if (!packages.some((name) => wantedMajor(repository, folder, name) !== undefined)) continue;
    const isOwn =
      configured === undefined ||
      (firstOf({ repository, folder }, scripts(configured)) !== undefined &&
        firstOf({ repository, folder }, scripts('vite.config')) === undefined);
    if (isOwn) return { folder, read };
  }
  return undefined;
}
