import type { BuilderCase } from './run.js';
import { TYPESCRIPT_CASES } from './typescript-cases.js';

/** Packages that are installed together, and what is built with them. */
export interface BuilderSet {
  /** The builder's id. */
  builder: string;
  /** `name@version` each. */
  packages: readonly string[];
  cases: readonly BuilderCase[];
}

const MODULE = { type: 'module' };
const SCRIPT = 'export const port = 1;\n';
const PAGE =
  '<!doctype html>\n<title>it</title>\n<div id="root"></div>\n<script type="module" src="/src/main.js"></script>\n';
const SITE = { 'index.html': PAGE, 'src/main.js': "document.body.append('it');\n", 'package.json': MODULE };

export const ESBUILD_CASES: readonly BuilderCase[] = [
  {
    name: 'one entry',
    command: 'esbuild src/server.js --bundle --platform=node --outdir=dist',
    exact: true,
    files: { 'src/server.js': SCRIPT },
  },
  {
    name: 'two entries',
    command: 'esbuild src/server.ts src/jobs/run.ts --bundle --platform=node --outdir=dist',
    exact: true,
    files: { 'src/server.ts': SCRIPT, 'src/jobs/run.ts': SCRIPT },
  },
  {
    name: 'outfile',
    command: 'esbuild src/server.ts --bundle --platform=node --outfile=build/app.cjs',
    exact: true,
    files: { 'src/server.ts': SCRIPT },
  },
  {
    name: 'another ending',
    command: 'esbuild src/server.ts --outdir=dist --out-extension:.js=.mjs',
    exact: true,
    files: { 'src/server.ts': SCRIPT },
  },
  {
    name: 'outbase',
    command: 'esbuild src/jobs/run.ts --outdir=dist --outbase=src',
    exact: true,
    files: { 'src/jobs/run.ts': SCRIPT },
  },
  {
    name: 'a named entry',
    command: 'esbuild app=src/server.ts --outdir=dist',
    exact: true,
    files: { 'src/server.ts': SCRIPT },
  },
  { name: 'nothing named', command: 'esbuild src/server.ts --bundle', exact: true, files: { 'src/server.ts': SCRIPT } },
];

const NEST_FILES = {
  'src/main.ts': 'export const port: number = 1;\n',
  'src/app/app.module.ts': 'export const app = 1;\n',
  'tsconfig.json': {
    compilerOptions: {
      module: 'commonjs',
      target: 'ES2021',
      outDir: './dist',
      baseUrl: './',
      types: [],
      skipLibCheck: true,
    },
  },
  'tsconfig.build.json': { extends: './tsconfig.json', exclude: ['node_modules', 'test', 'dist', '**/*spec.ts'] },
  'nest-cli.json': { collection: '@nestjs/schematics', sourceRoot: 'src' },
};

const LIBRARY = { 'src/index.ts': SCRIPT, 'src/server.ts': SCRIPT };
const NEXT = {
  'app/layout.js': 'export default function L({ children }) {\n  return <html><body>{children}</body></html>;\n}\n',
  'app/page.js': 'export default function P() {\n  return <p>it</p>;\n}\n',
};
const NUXT = { 'app.vue': '<template><p>it</p></template>\n' };
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
const CRA = { 'public/index.html': '<div id="root"></div>\n', 'src/index.js': "document.body.append('it');\n" };
const VUE_CLI = { 'public/index.html': '<div id="app"></div>\n', 'src/main.js': "document.body.append('it');\n" };

function angular(options: object, more: Record<string, string> = {}): Record<string, string | object> {
  const build = {
    builder: '@angular/build:application',
    options: { browser: 'src/main.ts', tsConfig: 'tsconfig.json', index: 'src/index.html', ...options },
  };
  return {
    'angular.json': {
      version: 1,
      projects: { shop: { projectType: 'application', root: '', sourceRoot: 'src', architect: { build } } },
    },
    'tsconfig.json': {
      compilerOptions: {
        target: 'ES2022',
        module: 'ES2022',
        moduleResolution: 'bundler',
        skipLibCheck: true,
        types: [],
      },
      files: ['src/main.ts'],
    },
    'src/main.ts': "document.body.append('it');\n",
    'src/index.html': '<!doctype html><html><head></head><body></body></html>\n',
    ...more,
  };
}

/** Everything that is measured. The versions are those of the day; older ones where projects still have them. */
export const BUILDER_SETS: readonly BuilderSet[] = [
  ...['4.9.5', '5.9.3', '6.0.3', '7.0.2'].map((version): BuilderSet => ({
    builder: 'typescript',
    packages: [`typescript@${version}`], // A list of bases came with version 5.
    cases: TYPESCRIPT_CASES.filter(({ name }) => name !== 'two bases' || !version.startsWith('4')),
  })),
  { builder: 'esbuild', packages: ['esbuild@0.28.2'], cases: ESBUILD_CASES },
  {
    builder: 'nest',
    packages: [
      '@nestjs/cli@11',
      '@nestjs/schematics@11',
      'typescript@5.9.3',
      '@swc/cli@0.7',
      '@swc/core@1',
      'webpack@5',
      '@nestjs/common@11',
      '@nestjs/core@11',
    ],
    cases: [
      { name: 'as the template has it', command: 'nest build', exact: true, files: NEST_FILES },
      { name: 'a file beside src', command: 'nest build', exact: true, files: { ...NEST_FILES, 'config.ts': SCRIPT } },
      {
        name: 'without tsconfig.build.json',
        command: 'nest build',
        exact: true,
        files: {
          ...NEST_FILES,
          'tsconfig.build.json': '{}',
          'nest-cli.json': { sourceRoot: 'src', compilerOptions: { tsConfigPath: 'tsconfig.json' } },
          'test/a.ts': SCRIPT,
        },
      },
      {
        name: 'webpack',
        command: 'nest build',
        exact: true,
        files: { ...NEST_FILES, 'nest-cli.json': { sourceRoot: 'src', compilerOptions: { webpack: true } } },
      },
      {
        name: 'webpack, another entry',
        command: 'nest build',
        exact: true,
        files: {
          ...NEST_FILES,
          'src/server.ts': SCRIPT,
          'nest-cli.json': { sourceRoot: 'src', entryFile: 'server', compilerOptions: { webpack: true } },
        },
      },
      { name: 'swc', command: 'nest build -b swc', exact: true, files: NEST_FILES },
      {
        name: 'swc with rootDir',
        command: 'nest build',
        exact: true,
        files: {
          ...NEST_FILES,
          'tsconfig.json': { compilerOptions: { module: 'commonjs', outDir: './dist', rootDir: './src', types: [] } },
          'nest-cli.json': { sourceRoot: 'src', compilerOptions: { builder: 'swc' } },
        },
      },
      {
        name: 'an app of a monorepo with webpack',
        command: 'nest build api',
        exact: true,
        files: {
          'tsconfig.json': { compilerOptions: { module: 'commonjs', outDir: './dist', types: [], baseUrl: './' } },
          'nest-cli.json': {
            monorepo: true,
            root: 'apps/web',
            sourceRoot: 'apps/web/src',
            compilerOptions: { webpack: true, tsConfigPath: 'apps/web/tsconfig.app.json' },
            projects: {
              api: {
                type: 'application',
                root: 'apps/api',
                entryFile: 'main',
                sourceRoot: 'apps/api/src',
                compilerOptions: { tsConfigPath: 'apps/api/tsconfig.app.json' },
              },
            },
          },
          'apps/api/tsconfig.app.json': {
            extends: '../../tsconfig.json',
            compilerOptions: { outDir: '../../dist/apps/api' },
            include: ['src/**/*'],
          },
          'apps/api/src/main.ts': SCRIPT,
        },
      },
      {
        name: 'an app of a monorepo with tsc',
        command: 'nest build api',
        exact: true,
        files: {
          'tsconfig.json': { compilerOptions: { module: 'commonjs', outDir: './dist', types: [], baseUrl: './' } },
          'nest-cli.json': {
            monorepo: true,
            root: 'apps/web',
            sourceRoot: 'apps/web/src',
            projects: {
              api: {
                type: 'application',
                root: 'apps/api',
                entryFile: 'main',
                sourceRoot: 'apps/api/src',
                compilerOptions: { tsConfigPath: 'apps/api/tsconfig.app.json' },
              },
            },
          },
          'apps/api/tsconfig.app.json': {
            extends: '../../tsconfig.json',
            compilerOptions: { outDir: '../../dist/apps/api' },
            include: ['src/**/*'],
          },
          'apps/api/src/main.ts': SCRIPT,
        },
      },
    ],
  },
  ...['0.1.65', '0.3.14', '0.4.0', '0.5.2', '0.7.9', '0.8.1'].map((version): BuilderSet => ({
    builder: 'swc',
    packages: [`@swc/cli@${version}`, '@swc/core@1', 'chokidar@3'],
    cases: [
      {
        name: 'a folder',
        command: 'swc src -d dist',
        exact: true,
        files: { 'src/server.ts': SCRIPT, 'src/lib/db.ts': SCRIPT },
      },
      { name: 'a deeper folder', command: 'swc app/src -d dist', exact: true, files: { 'app/src/server.ts': SCRIPT } },
      ...(version.startsWith('0.1')
        ? []
        : [
            {
              name: 'leading paths stripped',
              command: 'swc src -d dist --strip-leading-paths',
              exact: true,
              files: { 'src/server.ts': SCRIPT, 'src/lib/db.ts': SCRIPT },
            },
          ]),
      {
        name: 'one file',
        command: 'swc src/server.ts -o dist/app.js',
        exact: true,
        files: { 'src/server.ts': SCRIPT },
      },
    ],
  })),
  {
    builder: 'babel',
    packages: ['@babel/cli@7', '@babel/core@7', '@babel/preset-typescript@7'],
    cases: [
      {
        name: 'a folder',
        command: 'babel src -d dist',
        exact: true,
        files: { 'src/server.js': SCRIPT, 'src/lib/db.jsx': SCRIPT, 'src/a.mjs': SCRIPT },
      },
      {
        name: 'TypeScript',
        command: 'babel src --out-dir lib --extensions .ts,.tsx --presets @babel/preset-typescript',
        exact: true,
        files: { 'src/server.ts': SCRIPT, 'src/view.tsx': SCRIPT, 'src/old.js': SCRIPT },
      },
      {
        name: 'other files copied',
        command: 'babel src -d dist --copy-files',
        exact: true,
        files: { 'src/server.js': SCRIPT, 'src/mail.html': 'x' },
      },
      { name: 'one file', command: 'babel server.js -o out.js', exact: true, files: { 'server.js': SCRIPT } },
      { name: 'a file into a folder', command: 'babel server.js -d dist', exact: true, files: { 'server.js': SCRIPT } },
    ],
  },
  {
    builder: 'tsup',
    packages: ['tsup@8', 'typescript@5.9.3'],
    cases: [
      { name: 'one entry', command: 'tsup src/index.ts', exact: true, files: LIBRARY },
      { name: 'a module', command: 'tsup src/index.ts', exact: true, files: { ...LIBRARY, 'package.json': MODULE } },
      {
        name: 'both formats',
        command: 'tsup src/index.ts src/server.ts --format cjs,esm',
        exact: true,
        files: LIBRARY,
        unknown: true,
      },
      {
        name: 'a module in its own format',
        command: 'tsup src/server.ts --format esm -d build',
        exact: true,
        files: { ...LIBRARY, 'package.json': MODULE },
      },
      {
        name: 'a configuration',
        command: 'tsup',
        exact: true,
        files: {
          ...LIBRARY,
          'tsup.config.ts':
            "import { defineConfig } from 'tsup';\nexport default defineConfig({ entry: ['src/server.ts'], format: ['cjs'], outDir: 'out' });\n",
        },
      },
      {
        name: 'named entries',
        command: 'tsup',
        exact: true,
        files: {
          ...LIBRARY,
          'tsup.config.ts':
            "import { defineConfig } from 'tsup';\nexport default defineConfig({ entry: { app: 'src/server.ts' }, format: 'cjs' });\n",
        },
      },
      {
        name: 'in package.json',
        command: 'tsup',
        exact: true,
        files: { ...LIBRARY, 'package.json': { tsup: { entry: ['src/index.ts'] } } },
      },
    ],
  },
  {
    builder: 'tsdown',
    packages: ['tsdown@0.21', 'typescript@5.9.3'],
    cases: [
      { name: 'the usual entry', command: 'tsdown', exact: true, files: LIBRARY },
      {
        name: 'one entry',
        command: 'tsdown src/server.ts',
        exact: true,
        files: { ...LIBRARY, 'package.json': MODULE },
      },
      {
        name: 'a configuration',
        command: 'tsdown',
        exact: true,
        files: {
          ...LIBRARY,
          'tsdown.config.ts':
            "import { defineConfig } from 'tsdown';\nexport default defineConfig({ entry: ['src/server.ts'], format: ['cjs'], outDir: 'out' });\n",
        },
      },
    ],
  },
  {
    builder: 'rollup',
    packages: ['rollup@4'],
    cases: [
      {
        name: 'a file',
        command: 'rollup src/server.js -o dist/app.js -f cjs',
        exact: true,
        files: { 'src/server.js': SCRIPT },
      },
      {
        name: 'a configuration',
        command: 'rollup -c',
        exact: true,
        files: {
          'package.json': MODULE,
          'src/server.js': SCRIPT,
          'rollup.config.js':
            "export default { input: 'src/server.js', output: { file: 'build/app.cjs', format: 'cjs' } };\n",
        },
      },
      {
        name: 'a folder',
        command: 'rollup -c',
        files: {
          'package.json': MODULE,
          'src/server.js': SCRIPT,
          'rollup.config.js': "export default { input: 'src/server.js', output: [{ dir: 'build', format: 'es' }] };\n",
        },
      },
    ],
  },
  {
    builder: 'webpack',
    packages: ['webpack@5', 'webpack-cli@6'],
    cases: [
      {
        name: 'no configuration',
        command: 'webpack --mode production',
        files: { 'src/index.js': SCRIPT },
        exact: true,
      },
      {
        name: 'path and file name',
        command: 'webpack',
        exact: true,
        files: {
          'src/server.js': SCRIPT,
          'webpack.config.js':
            "const path = require('path');\nmodule.exports = { mode: 'production', target: 'node', entry: './src/server.js', output: { path: path.resolve(__dirname, 'build'), filename: 'server.js' } };\n",
        },
      },
      {
        name: 'several entries',
        command: 'webpack',
        files: {
          'src/a.js': SCRIPT,
          'src/b.js': SCRIPT,
          'webpack.config.js':
            "module.exports = { mode: 'production', entry: { a: './src/a.js', b: './src/b.js' } };\n",
        },
      },
    ],
  },
  {
    builder: 'ncc',
    packages: ['@vercel/ncc@0.38'],
    cases: [
      {
        name: 'the usual folder',
        command: 'ncc build server.js',
        exact: true,
        files: { 'server.js': 'console.log(1);\n' },
      },
      {
        name: 'another folder',
        command: 'ncc build src/server.js -o out',
        exact: true,
        files: { 'src/server.js': 'console.log(1);\n' },
      },
    ],
  },
  {
    builder: 'parcel',
    packages: ['parcel@2'],
    cases: [
      {
        name: 'the page of the command',
        command: 'parcel build index.html',
        site: true,
        files: { ...SITE, 'index.html': PAGE.replace('/src', 'src'), 'package.json': {} },
      },
      {
        name: 'another folder',
        command: 'parcel build index.html --dist-dir out',
        site: true,
        files: { ...SITE, 'index.html': PAGE.replace('/src', 'src'), 'package.json': {} },
      },
    ],
  },
  ...['5.4', '6.4', '7', '8'].map((version): BuilderSet => ({
    builder: 'vite',
    packages: [`vite@${version}`],
    cases: [
      { name: 'no configuration', command: 'vite build', site: true, files: SITE },
      {
        name: 'outDir',
        command: 'vite build',
        site: true,
        files: {
          ...SITE,
          'vite.config.js':
            "import { defineConfig } from 'vite';\nexport default defineConfig({ build: { outDir: 'build' } });\n",
        },
      },
      { name: 'outDir of the command', command: 'vite build --outDir site', site: true, files: SITE },
      {
        name: 'root and outDir beside it',
        command: 'vite build',
        site: true,
        files: {
          'package.json': MODULE,
          'client/index.html': PAGE,
          'client/src/main.js': SITE['src/main.js'],
          'vite.config.js': "export default { root: 'client', build: { outDir: '../dist', emptyOutDir: true } };\n",
        },
      },
      {
        name: 'root without outDir',
        command: 'vite build client',
        site: true,
        files: { 'package.json': MODULE, 'client/index.html': PAGE, 'client/src/main.js': SITE['src/main.js'] },
      },
      {
        name: 'a function',
        command: 'vite build',
        site: true,
        files: {
          ...SITE,
          'vite.config.js': "export default ({ mode }) => ({ base: '/', build: { outDir: 'build' } });\n",
        },
      },
      {
        name: 'a server bundle',
        command: 'vite build --ssr src/main.js --outDir dist/server',
        exact: true,
        files: { ...SITE, 'src/main.js': SCRIPT },
      },
      {
        name: 'a server bundle of a project that is no module',
        command: 'vite build --ssr src/entry.js',
        files: { 'package.json': {}, 'index.html': PAGE, 'src/entry.js': SCRIPT },
      },
      {
        name: 'a library',
        command: 'vite build',
        files: {
          ...SITE,
          'src/lib.js': SCRIPT,
          'vite.config.js':
            "export default { build: { lib: { entry: 'src/lib.js', formats: ['es'], fileName: 'lib' } } };\n",
        },
      },
    ],
  })),
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
        name: 'export with distDir',
        command: 'next build',
        site: true,
        files: { ...NEXT, 'next.config.js': "module.exports = { output: 'export', distDir: 'build' };\n" },
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
  {
    builder: 'nuxt',
    packages: ['nuxt@4', 'vue@3'],
    cases: [
      { name: 'a server', command: 'nuxt build', files: NUXT },
      { name: 'pages', command: 'nuxt generate', site: true, files: NUXT },
    ],
  },
  {
    builder: 'docusaurus',
    packages: ['@docusaurus/core@3', '@docusaurus/preset-classic@3', 'react@19', 'react-dom@19'],
    cases: [
      {
        name: 'no option',
        command: 'docusaurus build',
        site: true,
        files: {
          'docusaurus.config.js':
            "module.exports = { title: 'it', url: 'https://example.com', baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' } }]] };\n",
          'docs/index.md': '---\nslug: /\n---\n# It\n',
          'sidebars.js': 'module.exports = {};\n',
        },
      },
      {
        name: 'another folder',
        command: 'docusaurus build --out-dir site',
        site: true,
        files: {
          'docusaurus.config.js':
            "module.exports = { title: 'it', url: 'https://example.com', baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' } }]] };\n",
          'docs/index.md': '---\nslug: /\n---\n# It\n',
        },
      },
    ],
  },
  {
    builder: 'eleventy',
    packages: ['@11ty/eleventy@3'],
    cases: [
      { name: 'no configuration', command: 'eleventy', site: true, files: { 'index.md': '# It\n' } },
      {
        name: 'dir.output',
        command: 'eleventy',
        site: true,
        files: { 'index.md': '# It\n', '.eleventy.js': "module.exports = () => ({ dir: { output: 'public' } });\n" },
      },
      { name: 'an option', command: 'eleventy --output=site', site: true, files: { 'index.md': '# It\n' } },
    ],
  },
  {
    builder: 'vitepress',
    packages: ['vitepress@1'],
    cases: [
      { name: 'in a folder', command: 'vitepress build docs', site: true, files: { 'docs/index.md': '# It\n' } },
      {
        name: 'outDir',
        command: 'vitepress build docs',
        site: true,
        files: {
          'docs/index.md': '# It\n',
          'package.json': MODULE,
          'docs/.vitepress/config.js': "export default { outDir: '../public' };\n",
        },
      },
      { name: 'here', command: 'vitepress build', site: true, files: { 'index.md': '# It\n' } },
    ],
  },
  {
    builder: 'vue-cli',
    packages: ['@vue/cli-service@5', 'vue@3'],
    cases: [
      { name: 'no configuration', command: 'vue-cli-service build', site: true, files: VUE_CLI },
      {
        name: 'outputDir',
        command: 'vue-cli-service build',
        site: true,
        files: { ...VUE_CLI, 'vue.config.js': "module.exports = { outputDir: 'public_html' };\n" },
      },
      { name: 'an option', command: 'vue-cli-service build --dest site', site: true, files: VUE_CLI },
    ],
  },
  {
    builder: 'create-react-app',
    packages: ['react-scripts@5', 'react@18', 'react-dom@18'],
    cases: [
      { name: 'the usual folder', command: 'react-scripts build', site: true, files: CRA },
      { name: 'BUILD_PATH', command: 'BUILD_PATH=dist react-scripts build', site: true, files: CRA },
      {
        name: 'BUILD_PATH in .env',
        command: 'react-scripts build',
        site: true,
        files: { ...CRA, '.env': 'BUILD_PATH=out\n' },
      },
    ],
  },
  {
    builder: 'angular',
    packages: [
      '@angular/cli@20',
      '@angular/build@20',
      '@angular/core@20',
      '@angular/compiler@20',
      '@angular/compiler-cli@20',
      '@angular/common@20',
      '@angular/platform-browser@20',
      'rxjs@7',
      'typescript@5.9.3',
      'tslib@2',
    ],
    cases: [
      { name: 'the usual folder', command: 'ng build', site: true, files: angular({}) },
      { name: 'outputPath', command: 'ng build', site: true, files: angular({ outputPath: 'public_html' }) },
      {
        name: 'outputPath with an empty browser',
        command: 'ng build',
        site: true,
        files: angular({ outputPath: { base: 'dist', browser: '' } }),
      },
      { name: 'an option', command: 'ng build --output-path site', site: true, files: angular({}) },
    ],
  },
  {
    builder: 'gatsby',
    packages: ['gatsby@5', 'react@18', 'react-dom@18'],
    cases: [
      {
        name: 'the usual folder',
        command: 'gatsby build',
        site: true,
        files: {
          'src/pages/index.js':
            "import * as React from 'react';\nexport default () => React.createElement('p', null, 'it');\n",
        },
      },
    ],
  },
];
