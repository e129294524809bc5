import type { BuilderCase } from './run.js';

const SERVER = 'export const port: number = 1;\n';
const source = { 'src/server.ts': SERVER, 'src/lib/db.ts': 'export const db = 1;\n' };

/** What is checked does not matter here: only what is written. */
const QUICK = { lib: ['es5'], skipLibCheck: true };

/** Those that no version has ever seen otherwise. */
const WIDE = new Set([
  'rootDir of the project',
  'a test folder',
  'JSON beside the source',
  'no outDir',
  'declarations only',
  'incremental',
  'JavaScript left alone',
  'JSX kept',
  'two bases',
  'another configuration',
  'noEmit of a base taken back',
  'declarations beside the scripts',
  'JavaScript that is imported',
  'two configurations that extend each other',
  'a record of another configuration',
  'a record of references',
  'a record that the command names',
]);

function project(
  name: string,
  compilerOptions: object,
  more: Partial<BuilderCase> & { config?: object } = {},
): BuilderCase {
  const { config = {}, files = {}, ...rest } = more;
  return {
    name,
    command: 'tsc',
    exact: true,
    ...(WIDE.has(name) && { wide: true }),
    ...rest,
    files: {
      ...source,
      'tsconfig.json': {
        compilerOptions: {
          module: 'esnext',
          moduleResolution: 'node10',
          types: [],
          ...QUICK,
          ignoreDeprecations: '6.0',
          ...compilerOptions,
        },
        ...config,
      },
      ...files,
    },
  };
}

/** What the layout of TypeScript's output depends on. Versions before 6 do not know `ignoreDeprecations: 6.0`; they still write. */
export const TYPESCRIPT_CASES: readonly BuilderCase[] = [
  project('outDir alone', { outDir: 'dist' }),
  project('outDir and include src', { outDir: './dist' }, { config: { include: ['src'] } }),
  project('rootDir src', { outDir: 'dist', rootDir: 'src' }),
  project('rootDir of the project', { outDir: 'dist', rootDir: '.' }),
  project('a configuration beside src', { outDir: 'dist' }, { files: { 'config.ts': SERVER } }),
  project('a test folder', { outDir: 'dist' }, { files: { 'test/a.test.ts': "import '../src/server';\n" } }),
  project(
    'a test folder left out',
    { outDir: 'dist' },
    { config: { exclude: ['test', 'dist', 'node_modules'] }, files: { 'test/a.test.ts': SERVER } },
  ),
  project(
    'an import of package.json',
    { outDir: 'dist', resolveJsonModule: true, esModuleInterop: true },
    {
      config: { include: ['src'] },
      files: {
        'package.json': { name: 'it', version: '1.0.0' },
        'src/server.ts': "import own from '../package.json';\nexport const v = own.version;\n",
      },
    },
  ),
  project(
    'JSON beside the source',
    { outDir: 'dist', rootDir: 'src', resolveJsonModule: true, esModuleInterop: true },
    {
      config: { include: ['src'] },
      files: {
        'src/data.json': '{ "a": 1 }\n',
        'src/server.ts': "import data from './data.json';\nexport const v = data.a;\n",
      },
    },
  ),
  project(
    'an import from outside of include',
    { outDir: 'dist' },
    {
      config: { include: ['src'] },
      files: { 'shared/util.ts': SERVER, 'src/server.ts': "export { port } from '../shared/util';\n" },
    },
  ),
  project(
    'files instead of include',
    { outDir: 'dist' },
    {
      config: { files: ['src/server.ts'] },
      files: { 'src/server.ts': "export { db } from './lib/db';\n", 'src/unused.ts': SERVER },
    },
  ),
  project('no outDir', {}),
  project('noEmit', { outDir: 'dist', noEmit: true }),
  project('declarations only', { outDir: 'dist', rootDir: 'src', declaration: true, emitDeclarationOnly: true }),
  project('composite', { outDir: 'dist', composite: true }, { config: { include: ['src'] } }),
  project('incremental', { outDir: 'dist', rootDir: 'src', incremental: true }),
  project(
    'JavaScript too',
    { outDir: 'dist', rootDir: 'src', allowJs: true },
    { files: { 'src/old.js': 'exports.a = 1;\n' } },
  ),
  project('JavaScript left alone', { outDir: 'dist', rootDir: 'src' }, { files: { 'src/old.js': 'exports.a = 1;\n' } }),
  project(
    'modules by extension',
    { outDir: 'dist', rootDir: 'src' },
    {
      files: {
        'src/a.mts': SERVER,
        'src/b.cts': SERVER,
        'src/c.tsx': SERVER,
        'src/types.d.ts': 'declare const x: 1;\n',
      },
    },
  ),
  project('JSX kept', { outDir: 'dist', rootDir: 'src', jsx: 'preserve' }, { files: { 'src/view.tsx': SERVER } }),
  project('options of the command', {}, { command: 'tsc --outDir build --rootDir src' }),
  project(
    'another configuration',
    { noEmit: true },
    {
      command: 'tsc -p tsconfig.build.json',
      files: {
        'tsconfig.build.json': {
          extends: './tsconfig.json',
          compilerOptions: { noEmit: false, outDir: 'out', rootDir: 'src' },
          include: ['src'],
        },
      },
    },
  ),
  project(
    'a base in another folder',
    { rootDir: 'src' },
    {
      config: { extends: './config/base.json', include: ['src'] },
      files: { 'config/base.json': { compilerOptions: { outDir: '../built' } } },
    },
  ),
  project(
    'two bases',
    { rootDir: 'src' },
    {
      config: { extends: ['./one.json', './two.json'], include: ['src'] },
      files: { 'one.json': { compilerOptions: { outDir: 'one' } }, 'two.json': { compilerOptions: { outDir: 'two' } } },
    },
  ),
  project(
    'patterns of include and exclude',
    { outDir: 'dist', rootDir: 'src' },
    {
      config: { include: ['src/**/*.ts'], exclude: ['**/*.spec.ts', 'src/generated'] },
      files: {
        'src/a.spec.ts': SERVER,
        'src/generated/x.ts': SERVER,
        'src/.hidden/y.ts': SERVER,
        'src/deep/er/z.ts': SERVER,
      },
    },
  ),
  {
    name: 'references',
    command: 'tsc -b',
    exact: true,
    files: {
      'tsconfig.json': { files: [], references: [{ path: 'shared' }, { path: 'api' }] },
      'shared/tsconfig.json': {
        compilerOptions: { composite: true, outDir: 'dist', rootDir: 'src', types: [], ...QUICK },
        include: ['src'],
      },
      'shared/src/index.ts': SERVER,
      'api/tsconfig.json': {
        compilerOptions: { composite: true, outDir: '../out/api', types: [], ...QUICK },
        include: ['src'],
        references: [{ path: '../shared' }],
      },
      'api/src/server.ts': "export { port } from '../../shared/src/index';\n",
    },
  },
  project(
    'noEmit of a base',
    { outDir: 'dist' },
    { config: { extends: './base.json' }, files: { 'base.json': { compilerOptions: { noEmit: true } } } },
  ),
  project(
    'noEmit of a base taken back',
    { outDir: 'dist', rootDir: 'src', noEmit: false },
    { config: { extends: './base.json' }, files: { 'base.json': { compilerOptions: { noEmit: true } } } },
  ),
  project(
    'a chain of three bases',
    { rootDir: 'src' },
    {
      config: { extends: './config/web' },
      files: {
        'config/web.json': { extends: './base', exclude: ['../src/lib'] },
        'config/base.json': { compilerOptions: { outDir: '../out' }, include: ['../src'] },
      },
    },
  ),
  project(
    'configDir in a base',
    {},
    {
      config: { extends: './config/base.json' },
      files: {
        'config/base.json': {
          compilerOptions: { outDir: '${configDir}/dist', rootDir: '${configDir}/src' },
          include: ['${configDir}/src'],
        },
      },
    },
  ),
  project('declarations beside the scripts', {
    outDir: 'dist',
    rootDir: 'src',
    declaration: true,
    declarationDir: 'types',
  }),
  project(
    'JavaScript alone',
    { outDir: 'dist', allowJs: true },
    { config: { include: ['lib'] }, files: { 'lib/a.js': 'exports.a = 1;\n', 'lib/b.mjs': 'export const b = 1;\n' } },
  ),
  project(
    'JavaScript that is imported',
    { outDir: 'dist', rootDir: 'src', allowJs: true },
    {
      config: { files: ['src/server.ts'] },
      files: { 'src/server.ts': "import './old';\n", 'src/old.js': 'exports.a = 1;\n' },
    },
  ),
  project(
    'a configuration that extends itself',
    { outDir: 'dist', rootDir: 'src' },
    { unknown: true, exact: false, config: { extends: './tsconfig.json' }, command: 'tsc || ls > log' },
  ),
  project(
    'two configurations that extend each other',
    { outDir: 'dist', rootDir: 'src' },
    {
      ...{ unknown: true, exact: false, command: 'tsc || ls > log' },
      config: { extends: './base.json' },
      files: { 'base.json': { extends: './tsconfig.json' } },
    },
  ),
  project(
    'a base that is not there',
    { outDir: 'dist', rootDir: 'src' },
    { unknown: true, exact: false, config: { extends: './gone.json' }, command: 'tsc || ls > log' },
  ),
  project(
    'a broken configuration',
    {},
    {
      ...{ unknown: true, exact: false, command: 'tsc || ls > log' },
      files: { 'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", ' },
    },
  ),
  project(
    'a record of an earlier build',
    { outDir: 'dist', rootDir: 'src', incremental: true },
    { unknown: true, earlier: 'tsc; rm -rf dist', command: 'rm -rf dist && tsc' },
  ),
  project(
    'a record of an earlier build that goes before the next',
    { outDir: 'dist', rootDir: 'src', incremental: true },
    { earlier: 'tsc; rm -rf dist', command: 'rm -rf dist tsconfig.tsbuildinfo && tsc' },
  ),
  project(
    'a record of an earlier build under a name of its own',
    { outDir: 'dist', rootDir: 'src', incremental: true, tsBuildInfoFile: './left/by.tsbuildinfo' },
    { unknown: true, earlier: 'tsc; rm -rf dist', command: 'tsc' },
  ),
  project(
    'a record of another configuration',
    { outDir: 'dist', rootDir: 'src' },
    { earlier: 'tsc --incremental --outDir old; rm -rf old', command: 'tsc' },
  ),
  project(
    'a record left within the build',
    { outDir: 'dist', rootDir: 'src', incremental: true },
    { unknown: true, command: 'tsc; rm -rf dist; tsc' },
  ),
  project(
    'a record that goes with the output',
    { outDir: 'dist', incremental: true },
    { command: 'tsc; rm -rf dist; tsc' },
  ),
  project(
    'a record of references',
    { outDir: 'dist', rootDir: 'src', composite: true },
    { unknown: true, earlier: 'tsc -b; rm -rf dist', command: 'tsc -b' },
  ),
  project(
    'a record of a build that is not incremental',
    { outDir: 'dist', rootDir: 'src' },
    { earlier: 'tsc -b; rm -rf dist', command: 'tsc -b' },
  ),
  project(
    'a record that the command names',
    { outDir: 'dist', rootDir: 'src' },
    {
      unknown: true,
      earlier: 'tsc --incremental --tsBuildInfoFile own.tsbuildinfo; rm -rf dist',
      command: 'tsc --incremental --tsBuildInfoFile own.tsbuildinfo',
    },
  ),
];
