import { describe, expect, it } from 'vitest';
import { fileRoutes } from '../../../src/apps/node/file-routes/file-routes.js';
import { unknownEnvironment } from '../../../src/launch/environment.js';
import type { Process } from '../../../src/model/process.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { place } from '../../support/model.js';
import { said, type Files } from './routes-of.js';

async function routesOf(dependency: string, started: string, files: Files): Promise<string> {
  const at = place('render.yaml');
  const target: Process['program']['target'] = started.includes('/')
    ? { is: 'file', path: { is: 'known', value: started, at, from: { by: 'written' } } }
    : { is: 'none' };
  const name = started.includes('/') ? 'node' : started;
  const process: Process = {
    program: { name, words: [name, started], role: 'server', target },
    ...{ folder: '', environment: unknownEnvironment(at), steps: [], at, conditional: false },
  };
  const manifest = JSON.stringify({ dependencies: { [dependency]: '^3.0.0' } });
  const routes = await fileRoutes(memoryRepository({ 'package.json': manifest, ...files }), process);
  return routes ? said(routes) : 'none';
}

const PAGE = { 'pages/index.vue': '' };

describe('Nuxt', () => {
  it.each<[Files, string]>([
    [{ ...PAGE, 'pages/about.vue': '', 'pages/(shop)/cart.vue': '' }, 'GET /cart, GET /about, GET /'],
    [{ 'app/pages/index.vue': '', 'app/pages/posts/[slug].vue': '' }, 'GET /, GET /posts/:slug'],
    [{ 'pages/[...slug].vue': '' }, 'GET /, GET /*'],
    [{ 'pages/[[slug]].vue': '' }, 'GET /, GET /:{open}'],
    [{ 'pages/user-[id].vue': '' }, 'GET /:{open}'],
    [{ 'pages/[[lang]]/about.vue': '' }, 'GET /:{open}/about, …'],
    [{ ...PAGE, 'server/api/health.get.ts': '' }, 'GET /api/health, GET /'],
    [{ ...PAGE, 'server/api/[id]/index.ts': '' }, 'ALL /api/:id, GET /'],
    [{ ...PAGE, 'server/routes/health.post.js': '' }, 'POST /health, GET /'],
    [{ ...PAGE, 'server/routes/feed.xml.ts': '' }, 'ALL /feed.xml, GET /'],
    [{ ...PAGE, 'server/api/[...].ts': '' }, 'ALL /api, ALL /api/*, GET /'],
    [{ ...PAGE, 'server/api/debug.get.dev.ts': '' }, 'GET /api/debug ?, GET /, …'],
    [{ ...PAGE, 'server/middleware/auth.ts': '' }, 'GET / guarded, …'],
    [{ ...PAGE, 'server/plugins/a.ts': '' }, 'GET /, …'],
    [{ ...PAGE, 'middleware/auth.ts': '' }, 'GET /'],
    [{ ...PAGE, 'middleware/auth.global.ts': '' }, 'GET / guarded, …'],
    [{ ...PAGE, 'public/robots.txt': '' }, 'GET /robots.txt, GET /'],
    [{ 'app.vue': '', 'server/api/health.ts': '' }, 'ALL /api/health, …'],
    [{ 'pages/a.vue': "<script setup>definePageMeta({ path: '/b' })</script>" }, 'GET /a ?, …'],
    [{ 'pages/a.vue': "<script setup>definePageMeta({ layout: 'wide' })</script>" }, 'GET /a'],
    [
      { ...PAGE, 'nuxt.config.ts': 'export default defineNuxtConfig({ devtools: { enabled: true }, css: [] })' },
      'GET /',
    ],
    [{ ...PAGE, 'nuxt.config.ts': "export default defineNuxtConfig({ modules: ['@nuxt/content'] })" }, 'GET /, …'],
    [{ ...PAGE, 'nuxt.config.ts': 'export default defineNuxtConfig({ ...base })' }, 'GET /, …'],
    [{ ...PAGE, 'nuxt.config.ts': 'export default make' }, 'GET /, …'],
  ])('%j', async (files, expected) => {
    expect(await routesOf('nuxt', '.output/server/index.mjs', files)).toBe(expected);
  });
});

describe('Nitro', () => {
  it.each<[Files, string]>([
    [{ 'nitro.config.ts': 'export default defineNitroConfig({})', 'routes/health.get.ts': '' }, 'GET /health'],
    [{ 'nitro.config.ts': "export default { srcDir: 'server' }", 'server/api/a.ts': '' }, 'ALL /api/a'],
    [{ 'nitro.config.ts': 'export default { srcDir: folder }', 'routes/a.ts': '' }, '…'],
    [{ 'nitro.config.ts': 'export default { handlers: [] }', 'routes/a.ts': '' }, 'ALL /a, …'],
    [{ 'nitro.config.ts': 'export default {}', 'plugins/a.ts': '', 'routes/a.ts': '' }, 'ALL /a, …'],
    [{ 'vite.config.ts': '', 'nitro.config.ts': 'export default {}' }, 'none'],
    [{ 'routes/a.ts': '' }, 'none'],
  ])('%j', async (files, expected) => {
    expect(await routesOf('nitropack', '.output/server/index.mjs', files)).toBe(expected);
  });
});

describe('SvelteKit', () => {
  const GET = 'export const GET = () => new Response();';
  it.each<[Files, string]>([
    [{ 'src/routes/+page.svelte': '', 'src/routes/+layout.svelte': '' }, 'GET /'],
    [{ 'src/routes/(app)/a/+page@.svelte': '', 'src/routes/a/Card.svelte': '' }, 'GET /a'],
    [{ 'src/routes/health/+server.ts': GET }, 'GET /health'],
    [{ 'src/routes/a/+server.js': 'export function POST() {} export function fallback() {}' }, 'POST /a, ALL /a'],
    [{ 'src/routes/a/+server.js': "export * from './b';" }, 'ALL /a ?'],
    [{ 'src/routes/[id]/+page.svelte': '', 'src/routes/b/[n=int]/+page.svelte': '' }, 'GET /:id, GET /b/:{open}'],
    [{ 'src/routes/[...rest]/+page.svelte': '' }, 'GET /, GET /*'],
    [{ 'src/routes/[[lang]]/a/+page.svelte': '' }, 'GET /:{open}/a, …'],
    [{ 'src/routes/+page.svelte': '', 'static/a.txt': '' }, 'GET /a.txt, GET /'],
    [{ 'src/routes/+page.svelte': '', 'src/hooks.server.ts': '' }, 'GET / guarded, …'],
    [{ 'src/lib/a.ts': '' }, '…'],
    [
      {
        'src/routes/+page.svelte': '',
        'svelte.config.js': 'const config = { preprocess: [], kit: { adapter: adapter() } }; export default config;',
      },
      'GET /',
    ],
    [
      { 'src/routes/+page.svelte': '', 'svelte.config.js': "export default { kit: { paths: { base: '/a' } } };" },
      'GET /, …',
    ],
    // From version 3 on the settings stand in Vite's.
    [
      {
        'src/routes/+page.svelte': '',
        'vite.config.ts': "export default { plugins: [sveltekit({ paths: { base: '/a' } })] };",
      },
      'GET /, …',
    ],
    [
      {
        'src/routes/+page.svelte': '',
        'vite.config.ts': 'export default { plugins: [sveltekit({ adapter: adapter() })] };',
      },
      'GET /',
    ],
  ])('%j', async (files, expected) => {
    expect(await routesOf('@sveltejs/kit', 'build/index.js', files)).toBe(expected);
  });
});

describe('Astro', () => {
  it.each<[Files, string]>([
    [{ 'src/pages/index.astro': '', 'src/pages/a.md': '', 'src/pages/_b.astro': '' }, 'GET /a, GET /'],
    [{ 'src/pages/health.ts': 'export const GET = () => new Response();' }, 'GET /health'],
    [{ 'src/pages/a.json.ts': 'export const ALL = () => new Response();' }, 'ALL /a.json'],
    [{ 'src/pages/[id].astro': '' }, 'GET /:id ?'],
    [{ 'src/pages/[...path].ts': '' }, 'GET / ?, GET /* ?'],
    [{ 'src/pages/index.astro': '', 'src/middleware.ts': '' }, 'GET / guarded, …'],
    [
      {
        'src/pages/index.astro': '',
        'astro.config.mjs': "export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) });",
      },
      'GET /',
    ],
    [
      { 'src/pages/index.astro': '', 'astro.config.mjs': "export default defineConfig({ base: '/docs' });" },
      'GET /, …',
    ],
    [{ 'src/pages/index.astro': '', 'astro.config.mjs': 'export default { integrations: [x()] };' }, 'GET /, …'],
  ])('%j', async (files, expected) => {
    expect(await routesOf('astro', 'dist/server/entry.mjs', files)).toBe(expected);
  });
});

const ROOT = { 'app/root.tsx': 'export default function Root() {}' };
const DEFAULT = 'export default function Page() {}';
const LOADER = 'export const loader = () => null;';

describe('Remix and React Router', () => {
  it.each<[Files, string]>([
    [{ ...ROOT, 'app/routes/_index.tsx': DEFAULT }, 'GET /'],
    [{ ...ROOT, 'app/routes/health.ts': LOADER }, 'GET /health'],
    [{ ...ROOT, 'app/routes/a.b.$id.tsx': DEFAULT }, 'GET /a/b/:id'],
    [{ ...ROOT, 'app/routes/a_.b.tsx': DEFAULT, 'app/routes/$.tsx': DEFAULT }, 'GET /*, GET /a/b'],
    [{ ...ROOT, 'app/routes/_auth.tsx': DEFAULT, 'app/routes/_auth.login.tsx': DEFAULT }, 'GET /login'],
    [{ ...ROOT, 'app/routes/sitemap[.]xml.ts': LOADER }, 'GET /sitemap.xml'],
    [{ ...ROOT, 'app/routes/health/route.tsx': LOADER, 'app/routes/health/card.tsx': DEFAULT }, 'GET /health'],
    [{ ...ROOT, 'app/routes/hook.ts': 'export const action = () => null;' }, 'POST /hook'],
    [{ ...ROOT, 'app/routes/a.ts': "export * from '../b';" }, 'ALL /a ?'],
    [{ ...ROOT, 'app/routes/($lang).a.tsx': DEFAULT }, '…'],
    [{ ...ROOT, 'app/routes/a.tsx': DEFAULT, 'vite.config.ts': "remix({ basename: '/x' })" }, 'GET /a, …'],
    [{ ...ROOT, 'app/routes/a.tsx': DEFAULT, 'remix.config.js': 'module.exports = { routes() {} }' }, 'GET /a, …'],
    [{ ...ROOT, 'app/routes/a.tsx': DEFAULT, 'react-router.config.ts': 'export default { ssr: true }' }, 'GET /a'],
    [{ ...ROOT, 'app/routes/a.tsx': DEFAULT, 'react-router.config.ts': 'export default { ssr: false }' }, 'GET /a, …'],
    [{ 'app/root.tsx': 'export const middleware = [];', 'app/routes/a.tsx': DEFAULT }, 'GET /a, …'],
    [{ ...ROOT, 'public/robots.txt': '', 'app/routes/a.tsx': DEFAULT }, 'GET /robots.txt, GET /a'],
  ])('by files: %j', async (files, expected) => {
    expect(await routesOf('@react-router/serve', 'react-router-serve', files)).toBe(expected);
  });

  it.each<[string, string]>([
    ["[index('home.tsx'), route('health', './health.ts')]", 'GET /, GET /health'],
    ["[...prefix('api', [route('health', 'health.ts')])] satisfies RouteConfig", 'GET /api/health'],
    [
      "[layout('home.tsx', [route('a', 'home.tsx', [index('home.tsx'), route(':id', 'home.tsx')])])]",
      'GET /a, GET /a, GET /a/:id',
    ],
    ["[route('*', 'home.tsx')]", 'GET /*'],
    ["[route(name, 'home.tsx'), route('a', 'home.tsx')]", 'GET /a, …'],
    ["[route('a?', 'home.tsx')]", '…'],
    ['flatRoutes()', 'GET /flat'],
    ['[...(await flatRoutes())]', 'GET /flat'],
    ["[route('a', 'missing.ts')]", 'ALL /a ?'],
    ['others', '…'],
  ])('by its table: %s', async (table, expected) => {
    const files = { 'app/home.tsx': DEFAULT, 'app/health.ts': LOADER, 'app/routes/flat.tsx': DEFAULT };
    const text = `export default ${table};`;
    const given = { ...ROOT, ...files, 'app/routes.ts': text };
    expect(await routesOf('@react-router/serve', 'react-router-serve', given)).toBe(expected);
  });

  it('leaves Remix 1 open', async () => {
    const files = { 'package.json': '{"dependencies":{"@remix-run/serve":"^1.19.0"}}', 'app/routes/a.tsx': DEFAULT };
    expect(await routesOf('@remix-run/serve', 'remix-serve', files)).toBe('none');
  });
});
