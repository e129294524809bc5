import type { BuilderSet } from './set.js';
import { SCRIPT } from './sources.js';

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

/** Programs that compile each file of a project. */
export const COMPILER_SETS: readonly BuilderSet[] = [
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
];
