import type { ServerCase } from './cases.js';

type More = Omit<ServerCase, 'title' | 'row' | 'packages'>;

/** A server that a build makes, or that needs packages of its own. */
function project(title: string, row: string, packages: string, more: More): ServerCase {
  return { title, row, packages: packages.split(' '), project: title.replace(/\W+/g, '-'), isHeavy: true, ...more };
}

const MODULE = '{ "private": true, "type": "module" }';
const REACT_PAGE = "export default function Page() { return 'ok'; }\n";
const NEXT = 'next@16 react@19 react-dom@19';
const NEXT_PAGE = { 'pages/index.js': 'export default function Page() { return null; }\n' };
const NUXT = { 'app.vue': '<template><p>ok</p></template>\n' };

const SVELTE_PAGE = {
  'src/app.html': '<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n',
  'src/routes/+page.svelte': '<p>ok</p>\n',
};
const ASTRO = {
  'astro.config.mjs':
    "import node from '@astrojs/node'; export default { output: 'server', adapter: node({ mode: 'standalone' }) };\n",
  'src/pages/index.astro': '<p>ok</p>\n',
};
const ADONIS = {
  'package.json': '{ "private": true, "type": "module", "imports": { "#start/*": "./start/*.js" } }',
  'bin/server.js':
    "import { Ignitor } from '@adonisjs/core'; await new Ignitor(new URL('../', import.meta.url), { importer: (path) => import(path) }).httpServer().start();\n",
  'adonisrc.js':
    "import { defineConfig } from '@adonisjs/core/app'; export default defineConfig({ providers: [() => import('@adonisjs/core/providers/app_provider')], preloads: [() => import('#start/routes')] });\n",
  'config/app.js':
    "import { defineConfig } from '@adonisjs/core/http'; export const appKey = 'averylongsecretkeyforthisapponly'; export const http = defineConfig({});\n",
  'config/logger.js':
    "import { defineConfig } from '@adonisjs/core/logger'; export default defineConfig({ default: 'app', loggers: { app: { enabled: true, name: 'app', level: 'info' } } });\n",
  'config/bodyparser.js':
    "import { defineConfig } from '@adonisjs/core/bodyparser'; export default defineConfig({});\n",
  'start/routes.js': "import router from '@adonisjs/core/services/router'; router.get('/', () => 'ok');\n",
};

/** Servers that are projects, as a starter makes them but for what they show. */
export const PROJECTS: readonly ServerCase[] = [
  project('next 16, start', 'next start', NEXT, {
    files: NEXT_PAGE,
    build: ['next', 'build'],
    command: ['next', 'start'],
  }),
  project('next 16, dev', 'next dev', NEXT, { files: NEXT_PAGE, command: ['next', 'dev'] }),
  project('next 16, standalone', 'Next standalone', NEXT, {
    files: {
      ...NEXT_PAGE,
      'next.config.mjs': "export default { output: 'standalone', outputFileTracingRoot: import.meta.dirname };\n",
    },
    build: ['next', 'build'],
    built: '.next/standalone/server.js',
  }),
  project('Nuxt 3', 'Nitro', 'nuxt@3', { files: NUXT, build: ['nuxt', 'build'], built: '.output/server/index.mjs' }),
  project('Nuxt 4', 'Nitro', 'nuxt@4', { files: NUXT, build: ['nuxt', 'build'], built: '.output/server/index.mjs' }),
  project(
    'SvelteKit 2',
    'SvelteKit',
    '@sveltejs/adapter-node@5 @sveltejs/kit@2 svelte@5 vite@7 @sveltejs/vite-plugin-svelte@6',
    {
      files: {
        ...SVELTE_PAGE,
        'svelte.config.js':
          "import adapter from '@sveltejs/adapter-node'; export default { kit: { adapter: adapter() } };\n",
        'vite.config.mjs':
          "import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit()] };\n",
        'package.json': MODULE,
      },
      build: ['vite', 'build'],
      built: 'build/index.js',
    },
  ),
  project(
    'SvelteKit 3',
    'SvelteKit',
    '@sveltejs/adapter-node@6 @sveltejs/kit@3 svelte@5 vite@8 @sveltejs/vite-plugin-svelte',
    {
      files: {
        ...SVELTE_PAGE,
        'vite.config.mjs':
          "import adapter from '@sveltejs/adapter-node'; import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit({ adapter: adapter() })] };\n",
        'package.json': MODULE,
      },
      build: ['vite', 'build'],
      built: 'build/index.js',
    },
  ),
  project('Astro 5', 'Astro', '@astrojs/node@9 astro@5', {
    files: ASTRO,
    build: ['astro', 'build'],
    built: 'dist/server/entry.mjs',
  }),
  project('Astro 7', 'Astro', '@astrojs/node@11 astro@7', {
    files: ASTRO,
    build: ['astro', 'build'],
    built: 'dist/server/entry.mjs',
  }),
  project(
    'react-router-serve 7',
    'react-router-serve',
    '@react-router/serve@7 @react-router/node@7 @react-router/dev@7 react-router@7 react@19 react-dom@19 isbot@5 vite@7',
    {
      files: {
        'app/root.jsx':
          "import { Outlet } from 'react-router'; export default function App() { return <html><body><Outlet /></body></html>; }\n",
        'app/routes.js':
          "import { index } from '@react-router/dev/routes'; export default [index('routes/home.jsx')];\n",
        'app/routes/home.jsx': REACT_PAGE,
        'vite.config.mjs':
          "import { reactRouter } from '@react-router/dev/vite'; export default { plugins: [reactRouter()] };\n",
        'package.json': MODULE,
      },
      build: ['react-router', 'build'],
      command: ['react-router-serve', 'build/server/index.js'],
    },
  ),
  project(
    'remix-serve 2',
    'remix-serve',
    '@remix-run/serve@2 @remix-run/node@2 @remix-run/react@2 @remix-run/dev@2 react@18 react-dom@18 isbot@4 vite@5',
    {
      files: {
        'app/root.jsx':
          "import { Outlet } from '@remix-run/react'; export default function App() { return <html><body><Outlet /></body></html>; }\n",
        'app/routes/_index.jsx': REACT_PAGE,
        'vite.config.mjs': "import { vitePlugin } from '@remix-run/dev'; export default { plugins: [vitePlugin()] };\n",
        'package.json': MODULE,
      },
      build: ['remix', 'vite:build'],
      command: ['remix-serve', 'build/server/index.js'],
    },
  ),
  project('Gatsby 5, gatsby serve', 'gatsby serve', 'gatsby@5 react@18 react-dom@18', {
    files: {
      'src/pages/index.js': "import * as React from 'react'; export default function Page() { return <p>ok</p>; }\n",
    },
    build: ['gatsby', 'build'],
    command: ['gatsby', 'serve'],
    env: { GATSBY_TELEMETRY_DISABLED: '1' },
    port: 9000,
  }),
  project('react-scripts 5, start', 'react-scripts start', 'react-scripts@5 react@18 react-dom@18', {
    files: { 'public/index.html': '<div id="root"></div>\n', 'src/index.js': "document.title = 'ok';\n" },
    command: ['react-scripts', 'start'],
  }),
  project('Nuxt 2, nuxt start', 'nuxt start', 'nuxt@2', {
    files: { 'pages/index.vue': '<template><p>ok</p></template>\n' },
    build: ['nuxt', 'build'],
    command: ['nuxt', 'start'],
    // Its webpack is older than the OpenSSL of Node 18.
    env: { NODE_OPTIONS: '--openssl-legacy-provider' },
  }),
  project('graphql-yoga 1', 'graphql-yoga 1', 'graphql-yoga@1', {
    code: "const { GraphQLServer } = require('graphql-yoga'); new GraphQLServer({ typeDefs: 'type Query { a: Int }', resolvers: {} }).start();",
  }),
  project('InversifyJS with Express 4', 'Express', 'inversify-express-utils@6 inversify@6 express@4 reflect-metadata', {
    code: "require('reflect-metadata'); const { InversifyExpressServer, controller } = require('inversify-express-utils'); class A {} controller('/')(A); new InversifyExpressServer(new (require('inversify').Container)()).build().listen(process.env.PORT);",
    makes: 'inversify-express-utils.InversifyExpressServer',
  }),
  project('Adonis 6', 'Adonis', '@adonisjs/core@6', { files: ADONIS, built: 'bin/server.js' }),
  project('Adonis 7', 'Adonis', '@adonisjs/core@7', {
    files: {
      ...ADONIS,
      'config/encryption.js':
        "import { defineConfig, drivers } from '@adonisjs/core/encryption'; export default defineConfig({ default: 'chacha', list: { chacha: drivers.chacha20({ id: 'chacha', keys: ['averylongsecretkeyforthisapponly'] }) } });\n",
    },
    built: 'bin/server.js',
  }),
];
