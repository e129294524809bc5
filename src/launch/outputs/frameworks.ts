import { configPath, optionOf, readConfig, settingOf, type ConfigFile } from '../../code/config-file.js';
import { textOf } from '../../code/literals.js';
import { childOf, join } from '../../repository/paths.js';
import { member } from '../../syntax/json.js';
import type { Builder } from '../builders.js';
import { configuredFolder } from './bundlers.js';
import { notRead, siteIn, type MadeFile, type Making, type Ran } from './making.js';
import { site } from './site-folder.js';
import { installedVersion } from './versions.js';

/** What a Vite build makes where a plugin of a framework takes it over. */
export async function frameworkByPlugin(id: Builder['id'], ran: Ran): Promise<Making> {
  switch (id) {
    case 'sveltekit':
      return svelteKitMaking(ran);
    case 'react-router':
      return reactRouterMaking(ran);
    case 'remix':
      return remixMaking(ran);
    default:
      return notRead('what a plugin of Vite makes is set');
  }
}

async function config(ran: Ran, name: string): Promise<ConfigFile | 'unread' | undefined> {
  const { repository, folder, words } = ran;
  const read = await readConfig(
    repository,
    folder,
    name,
    name === 'next.config' ? undefined : optionOf(words, '--config'),
  );
  if (read === undefined) return undefined;
  return read.is === 'config' && read.object ? { ...read, folder } : 'unread';
}

/** A text that a configuration sets; undefined where it sets none, null where it cannot be read. */
function textSet(own: ConfigFile | undefined, ...path: readonly string[]): string | null | undefined {
  const set = own ? settingOf(own, ...path) : undefined;
  if (set === undefined || set.is === 'unset') return undefined;
  return set.is === 'set' ? (textOf(set.node) ?? null) : null;
}

// ---- Next.js

/**
 * `.next`, or `distDir`; `standalone` adds a server, `export` a site in `out`
 * (https://nextjs.org/docs/app/api-reference/config/next-config-js/output). Measured: docs/builders.md.
 */
export async function nextMaking(ran: Ran): Promise<Making> {
  const { folder, words } = ran;
  if (words[1] === 'export') {
    const named = optionOf(words, '-o', '--outdir');
    return siteIn(join(folder, named ?? 'out'));
  }
  const own = await config(ran, 'next.config');
  const usual = childOf(folder, '.next');
  if (own === 'unread')
    return {
      ...notRead('what Next.js makes is set'),
      folders: [usual],
      likely: [{ path: childOf(usual, 'BUILD_ID') }],
    };
  const dist = textSet(own, 'distDir');
  const output = textSet(own, 'output');
  const outDir = dist === undefined ? usual : dist === null ? undefined : join(folder, dist);
  if (outDir === undefined || output === null) {
    return { ...notRead('what Next.js makes is set'), folders: outDir === undefined ? [] : [outDir] };
  }
  if (output === 'export') {
    // With a folder of its own, that one gets the pages, too.
    const pages = dist === undefined ? childOf(folder, 'out') : outDir;
    return { ...siteIn(pages), folders: [pages, usual] };
  }
  const server: MadeFile[] = output === 'standalone' ? [{ path: childOf(outDir, 'standalone/server.js') }] : [];
  return { folders: [outDir], files: [{ path: childOf(outDir, 'BUILD_ID') }], likely: server };
}

// ---- Nuxt, SolidStart and others by Nitro

/** `.output/server/index.mjs` and `.output/public` (https://nuxt.com/docs/getting-started/deployment); Nuxt 2 has its own. */
export async function nuxtMaking(ran: Ran): Promise<Making> {
  const { repository, folder, words } = ran;
  const version = installedVersion(repository, folder, 'nuxt');
  if (version?.major === 2) {
    return words[1] === 'generate' ? site('Nuxt', childOf(folder, 'dist')) : { folders: [childOf(folder, '.nuxt')] };
  }
  const own = await config(ran, 'nuxt.config');
  const outputs = ['.output', '.nuxt', '.nitro', 'dist'].map((each) => childOf(folder, each));
  const sites = [childOf(folder, '.output/public'), childOf(folder, 'dist')];
  const isConfigured = own === 'unread' || (own !== undefined && settingOf(own, 'nitro').is !== 'unset');
  const isStatic = words[1] === 'generate';
  if (isStatic) return { folders: outputs, sites, ...(isConfigured && notRead('what Nuxt makes may be set')) };
  const server = [{ path: childOf(folder, '.output/server/index.mjs') }];
  if (!isConfigured && version !== undefined) return { folders: outputs, files: server };
  return { folders: outputs, likely: server, ...(isConfigured && notRead('what Nuxt makes may be set')) };
}

// ---- SvelteKit

const ADAPTERS: Readonly<Record<string, (base: string) => Making>> = {
  '@sveltejs/adapter-node': (out) => ({
    folders: [out],
    files: [{ path: childOf(out, 'index.js') }, { path: childOf(out, 'handler.js') }],
  }),
  '@sveltejs/adapter-static': (out) => siteIn(out),
};

/**
 * By the adapter (https://svelte.dev/docs/kit/adapters): `build` of adapter-node and adapter-static. adapter-auto finds
 * none on Render, so it makes nothing but `.svelte-kit/output`.
 */
export async function svelteKitMaking(ran: Ran): Promise<Making> {
  const { folder } = ran;
  const own = await config(ran, 'svelte.config');
  const working = childOf(folder, '.svelte-kit');
  if (own === undefined || own === 'unread') return notRead('what SvelteKit makes is set');
  const names = own.module.imports.map(({ specifier }) => specifier).filter((each) => each.includes('adapter'));
  const [name] = names;
  if (names.length !== 1 || name === undefined) return notRead('which adapter SvelteKit uses is set');
  if (name === '@sveltejs/adapter-auto') return { folders: [working] };
  const adapter = Object.hasOwn(ADAPTERS, name) ? ADAPTERS[name] : undefined;
  const set = settingOf(own, 'kit', 'adapter');
  if (!adapter || set.is !== 'set' || set.node.type !== 'CallExpression')
    return notRead('which adapter SvelteKit uses is set');
  const [options] = set.node.arguments;
  if (options !== undefined && options.type !== 'ObjectExpression') return notRead('where SvelteKit writes to is set');
  const key = name.endsWith('static') ? 'pages' : 'out';
  const folderOf = options ? settingOf({ ...own, object: options }, key) : ({ is: 'unset' } as const);
  const out =
    folderOf.is === 'unset'
      ? childOf(folder, 'build')
      : folderOf.is === 'set'
        ? configPath(own, folderOf.node)
        : undefined;
  if (out === undefined) return notRead('where SvelteKit writes to is set');
  const making = adapter(out);
  return { ...making, folders: [...(making.folders ?? []), working] };
}

// ---- Astro

/** `dist`; with an adapter for Node, `dist/server/entry.mjs` and `dist/client` (https://docs.astro.build/en/reference/configuration-reference/#outdir). */
export async function astroMaking(ran: Ran): Promise<Making> {
  const { folder } = ran;
  const own = await config(ran, 'astro.config');
  if (own === 'unread') return notRead('where Astro writes to is set');
  const out = own ? configuredFolder(own, ['outDir'], childOf(folder, 'dist')) : childOf(folder, 'dist');
  const named = optionOf(ran.words, '--outDir');
  const outDir = named === undefined ? out : join(folder, named);
  if (outDir === undefined) return notRead('where Astro writes to is set');
  const adapter = own && settingOf(own, 'adapter');
  if (!own || adapter?.is === 'unset') return siteIn(outDir);
  const isNode = own.module.imports.some(({ specifier }) => specifier === '@astrojs/node');
  const output = textSet(own, 'output');
  if (!isNode || output === 'static' || settingOf(own, 'build').is !== 'unset') {
    return { ...notRead('what Astro makes is set'), folders: [outDir] };
  }
  const entry = { path: childOf(outDir, 'server/entry.mjs') };
  return { folders: [outDir], ...(output === 'server' ? { files: [entry] } : { likely: [entry] }) };
}

// ---- React Router and Remix

/** `build/server/index.js` and `build/client`; without SSR only the latter (https://reactrouter.com/explanation/special-files). */
export async function reactRouterMaking(ran: Ran): Promise<Making> {
  const { folder } = ran;
  const own = await config(ran, 'react-router.config');
  if (own === 'unread') return notRead('where React Router writes to is set');
  const build = own ? configuredFolder(own, ['buildDirectory'], childOf(folder, 'build')) : childOf(folder, 'build');
  if (build === undefined) return notRead('where React Router writes to is set');
  const client = childOf(build, 'client');
  const ssr = own ? settingOf(own, 'ssr') : undefined;
  const isStatic = ssr?.is === 'set' && ssr.node.type === 'BooleanLiteral' && !ssr.node.value;
  if (isStatic) return { ...siteIn(client), files: [{ path: childOf(client, 'index.html') }] };
  const server = textSet(own, 'serverBuildFile');
  const isSet = own !== undefined && ['serverBundles', 'presets'].some((key) => settingOf(own, key).is !== 'unset');
  const file = { path: childOf(build, `server/${server ?? 'index.js'}`) };
  const isSure = !isSet && server !== null && ssr?.is !== 'unreadable';
  // Without a server, the client's files may still be published: `prerender` makes pages of some.
  return { folders: [build], sites: [client], ...(isSure ? { files: [file] } : { likely: [file] }) };
}

/** With Vite as React Router; the compiler before it wrote `build/index.js` and `public/build` (https://v2.remix.run/docs/file-conventions/vite-config). */
export async function remixMaking(ran: Ran): Promise<Making> {
  const { folder, words } = ran;
  const build = childOf(folder, 'build');
  if (words[0] === 'remix' && words[1] === 'build') {
    const own = await config(ran, 'remix.config');
    if (
      own !== undefined &&
      (own === 'unread' ||
        ['serverBuildPath', 'serverBuildDirectory'].some((key) => settingOf(own, key).is !== 'unset'))
    ) {
      return notRead('where Remix writes to is set');
    }
    return { files: [{ path: childOf(build, 'index.js') }], folders: [build, childOf(folder, 'public/build')] };
  }
  // The plugin in vite.config takes the folders as options, which are not read.
  const file = { path: childOf(build, 'server/index.js') };
  return {
    folders: [build],
    sites: [childOf(build, 'client')],
    likely: [file],
    ...notRead('where Remix writes to may be set'),
  };
}

// ---- others

/** https://strapi.io: the admin panel, and with TypeScript the project itself, in `dist`. */
export function strapiMaking({ folder }: Ran): Making {
  return { folders: [childOf(folder, 'dist'), childOf(folder, 'build'), childOf(folder, '.strapi')] };
}

/** https://github.com/unjs/unbuild: `dist`, or `outDir`. Measured: docs/builders.md. */
export async function unbuildMaking(ran: Ran): Promise<Making> {
  const { folder, package: own } = ran;
  const settings = await config(ran, 'build.config');
  if (member(own?.json, 'unbuild') !== undefined || settings === 'unread')
    return notRead('where unbuild writes to is set');
  const outDir = configuredFolder(settings, ['outDir'], childOf(folder, 'dist'));
  return outDir === undefined ? notRead('where unbuild writes to is set') : { folders: [outDir] };
}
