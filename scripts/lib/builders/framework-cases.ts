import type { BuilderSet } from './set.js';
import { MODULE } from './sources.js';

const NEXT = {
  'app/layout.js': 'export default function L({ children }) {\n  return <html><body>{children}</body></html>;\n}\n',
  'app/page.js': 'export default function P() {\n  return <p>it</p>;\n}\n',
};
const NUXT = { 'app.vue': '<template><p>it</p></template>\n' };
const REMIX = {
  'package.json': MODULE,
  'app/root.tsx':
    "import { Outlet, Scripts } from '@remix-run/react';\nexport default function App() {\n  return <html><body><Outlet /><Scripts /></body></html>;\n}\nexport function HydrateFallback() {\n  return <html><body>...<Scripts /></body></html>;\n}\n",
  'app/routes/_index.tsx': 'export default function Home() {\n  return <p>it</p>;\n}\n',
};
const SVELTE = {
  'package.json': MODULE,
  'vite.config.js': "import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };\n",
  'src/app.html': '<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n',
  'src/routes/+page.svelte': '<p>it</p>\n',
};
const svelteConfig = (adapter: string, options = ''): string =>
  `import adapter from '${adapter}';\nexport default { kit: { adapter: adapter(${options}) } };\n`;
const ROUTER = {
  'package.json': MODULE,
  'vite.config.ts':
    "import { reactRouter } from '@react-router/dev/vite';\nexport default { plugins: [reactRouter()] };\n",
  'app/routes.ts': "import { index } from '@react-router/dev/routes';\nexport default [index('home.tsx')];\n",
  'app/home.tsx': 'export default function Home() {\n  return <p>it</p>;\n}\n',
  'app/root.tsx':
    "import { Outlet, Scripts } from 'react-router';\nexport default function Root() {\n  return <html><body><Outlet /><Scripts /></body></html>;\n}\nexport function HydrateFallback() {\n  return <html><body>...<Scripts /></body></html>;\n}\n",
};

/** Frameworks with servers of their own. */
export const FRAMEWORK_SETS: readonly BuilderSet[] = [
  {
    builder: 'remix',
    packages: [
      '@remix-run/dev@2',
      '@remix-run/node@2',
      '@remix-run/react@2',
      '@remix-run/serve@2',
      'react@18',
      'react-dom@18',
      'vite@5',
      'isbot@5',
      'typescript@5.9.3',
    ],
    cases: [
      {
        name: 'by Vite',
        command: 'remix vite:build',
        unknown: true,
        files: {
          ...REMIX,
          'vite.config.ts':
            "import { vitePlugin as remix } from '@remix-run/dev';\nexport default { plugins: [remix()] };\n",
        },
      },
      {
        name: 'without a server',
        command: 'remix vite:build',
        unknown: true,
        site: true,
        files: {
          ...REMIX,
          'vite.config.ts':
            "import { vitePlugin as remix } from '@remix-run/dev';\nexport default { plugins: [remix({ ssr: false })] };\n",
        },
      },
      { name: 'by its own compiler', command: 'remix build', files: REMIX },
    ],
  },
  {
    builder: 'nitro',
    packages: ['nitropack@2'],
    cases: [
      {
        name: 'no configuration',
        command: 'nitropack build',
        files: { 'package.json': MODULE, 'routes/index.ts': "export default defineEventHandler(() => 'it');\n" },
      },
    ],
  },
  ...['14.2.33', '15.5.6', '16'].map((version): BuilderSet => ({
    builder: 'next',
    packages: [
      `next@${version}`,
      version.startsWith('14') ? 'react@18' : 'react@19',
      version.startsWith('14') ? 'react-dom@18' : 'react-dom@19',
    ],
    cases: [
      { name: 'no configuration', command: 'next build', files: NEXT },
      {
        name: 'standalone',
        command: 'next build',
        files: { ...NEXT, 'next.config.mjs': "export default { output: 'standalone' };\n" },
      },
      {
        name: 'export',
        command: 'next build',
        site: true,
        files: { ...NEXT, 'next.config.mjs': "export default { output: 'export' };\n" },
      },
      {
        name: 'distDir',
        command: 'next build',
        files: { ...NEXT, 'next.config.js': "module.exports = { distDir: 'build' };\n" },
      },
      {
        name: 'standalone with distDir',
        command: 'next build',
        files: { ...NEXT, 'next.config.js': "module.exports = { output: 'standalone', distDir: 'build' };\n" },
      },
      {
        name: 'in src',
        command: 'next build',
        files: { 'src/app/layout.js': NEXT['app/layout.js'], 'src/app/page.js': NEXT['app/page.js'] },
      },
      {
        name: 'pages',
        command: 'next build',
        files: { 'pages/index.js': NEXT['app/page.js'] },
      },
      {
        name: 'a function of the phase',
        command: 'next build',
        unknown: true,
        files: { ...NEXT, 'next.config.js': "module.exports = (phase) => ({ output: 'standalone' });\n" },
      },
      {
        name: 'export with distDir',
        command: 'next build',
        site: true,
        files: { ...NEXT, 'next.config.js': "module.exports = { output: 'export', distDir: 'build' };\n" },
      },
    ],
  })),
  ...['3.17.7', '4.0.3'].map((version): BuilderSet => ({
    builder: 'nuxt',
    packages: [`nuxt@${version}`, 'vue@3'],
    cases: [
      { name: 'a server', command: 'nuxt build', files: NUXT },
      { name: 'pages', command: 'nuxt generate', site: true, files: NUXT },
      {
        name: 'without a server',
        command: 'nuxt generate',
        site: true,
        files: { ...NUXT, 'nuxt.config.ts': 'export default defineNuxtConfig({ ssr: false });\n' },
      },
      {
        name: 'a preset',
        command: 'nuxt build',
        unknown: true,
        files: {
          ...NUXT,
          'nuxt.config.ts': "export default defineNuxtConfig({ nitro: { preset: 'node-cluster' } });\n",
        },
      },
    ],
  })),
  {
    builder: 'astro',
    packages: ['astro@5', '@astrojs/node@9'],
    cases: [
      {
        name: 'static',
        command: 'astro build',
        site: true,
        files: { 'package.json': MODULE, 'src/pages/index.astro': '<p>it</p>\n' },
      },
      {
        name: 'outDir',
        command: 'astro build',
        site: true,
        files: {
          'package.json': MODULE,
          'src/pages/index.astro': '<p>it</p>\n',
          'astro.config.mjs':
            "import { defineConfig } from 'astro/config';\nexport default defineConfig({ outDir: './site' });\n",
        },
      },
      {
        name: 'a server',
        command: 'astro build',
        files: {
          'package.json': MODULE,
          'src/pages/index.astro': '<p>it</p>\n',
          'astro.config.mjs':
            "import { defineConfig } from 'astro/config';\nimport node from '@astrojs/node';\nexport default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) });\n",
        },
      },
    ],
  },
  {
    builder: 'react-router',
    packages: [
      'react-router@7',
      '@react-router/dev@7',
      '@react-router/node@7',
      '@react-router/serve@7',
      'react@19',
      'react-dom@19',
      'vite@7',
      'isbot@5',
      'typescript@5.9.3',
    ],
    cases: [
      { name: 'a server', command: 'react-router build', files: ROUTER },
      {
        name: 'without a server',
        command: 'react-router build',
        site: true,
        files: { ...ROUTER, 'react-router.config.ts': 'export default { ssr: false };\n' },
      },
      {
        name: 'another folder',
        command: 'react-router build',
        files: {
          ...ROUTER,
          'react-router.config.ts': "export default { buildDirectory: 'out', serverBuildFile: 'app.js' };\n",
        },
      },
      { name: 'by Vite', command: 'react-router build', files: ROUTER },
    ],
  },
  {
    builder: 'sveltekit',
    packages: [
      '@sveltejs/kit@2',
      '@sveltejs/vite-plugin-svelte@6',
      'svelte@5',
      'vite@7',
      '@sveltejs/adapter-node@5',
      '@sveltejs/adapter-static@3',
      '@sveltejs/adapter-auto@6',
    ],
    cases: [
      {
        name: 'adapter-node',
        command: 'vite build',
        files: { ...SVELTE, 'svelte.config.js': svelteConfig('@sveltejs/adapter-node') },
      },
      {
        name: 'adapter-node, another folder',
        command: 'vite build',
        files: { ...SVELTE, 'svelte.config.js': svelteConfig('@sveltejs/adapter-node', "{ out: 'out' }") },
      },
      {
        name: 'adapter-static',
        command: 'vite build',
        site: true,
        files: {
          ...SVELTE,
          'svelte.config.js': svelteConfig('@sveltejs/adapter-static'),
          'src/routes/+layout.js': 'export const prerender = true;\n',
        },
      },
      {
        name: 'adapter-static, another folder',
        command: 'vite build',
        site: true,
        files: {
          ...SVELTE,
          'svelte.config.js': svelteConfig('@sveltejs/adapter-static', "{ pages: 'site' }"),
          'src/routes/+layout.js': 'export const prerender = true;\n',
        },
      },
      {
        name: 'adapter-auto',
        command: 'vite build',
        files: { ...SVELTE, 'svelte.config.js': svelteConfig('@sveltejs/adapter-auto') },
      },
    ],
  },
];
