import type { BuilderSet } from './set.js';
import { MODULE, PAGE, SCRIPT, SITE } from './sources.js';

const LIBRARY = { 'src/index.ts': SCRIPT, 'src/server.ts': SCRIPT };

/** Programs that put many files into one. */
export const BUNDLER_SETS: readonly BuilderSet[] = [
  {
    builder: 'bun',
    packages: ['bun@1'],
    scripts: true,
    cases: [
      {
        name: 'one entry',
        command: 'bun build src/server.ts --outdir dist --target bun',
        exact: true,
        files: { 'src/server.ts': SCRIPT },
      },
      {
        name: 'a file',
        command: 'bun build ./src/server.ts --outfile=out/app.js --target=node',
        exact: true,
        files: { 'src/server.ts': SCRIPT },
      },
      {
        name: 'two entries',
        command: 'bun build src/server.ts src/jobs/run.ts --outdir dist',
        files: { 'src/server.ts': SCRIPT, 'src/jobs/run.ts': SCRIPT },
      },
      {
        name: 'a program of its own',
        command: 'bun build ./src/server.ts --compile --outfile server',
        files: { 'src/server.ts': SCRIPT },
      },
      { name: 'nothing named', command: 'bun build src/server.ts', exact: true, files: { 'src/server.ts': SCRIPT } },
    ],
  },
  {
    builder: 'rspack',
    packages: ['@rspack/cli@1', '@rspack/core@1'],
    cases: [
      { name: 'no configuration', command: 'rspack build', exact: true, files: { 'src/index.js': SCRIPT } },
      {
        name: 'path and file name',
        command: 'rspack build',
        exact: true,
        files: {
          'src/server.js': SCRIPT,
          'rspack.config.js':
            "const path = require('path');\nmodule.exports = { mode: 'production', target: 'node', entry: './src/server.js', output: { path: path.resolve(__dirname, 'build'), filename: 'server.js' } };\n",
        },
      },
    ],
  },
  {
    builder: 'unbuild',
    packages: ['unbuild@3', 'typescript@5.9.3'],
    cases: [
      {
        name: 'a configuration',
        command: 'unbuild',
        files: {
          'package.json': { ...MODULE, main: './dist/index.mjs' },
          'src/index.ts': SCRIPT,
          'build.config.ts': "export default { entries: ['src/index'] };\n",
        },
      },
      {
        name: 'another folder',
        command: 'unbuild',
        files: {
          'package.json': { ...MODULE, main: './lib/index.mjs' },
          'src/index.ts': SCRIPT,
          'build.config.ts': "export default { entries: ['src/index'], outDir: 'lib' };\n",
        },
      },
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
];
