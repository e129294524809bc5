import { describe, expect, it } from 'vitest';
import { openModules, readModule, type Module, type Resolution } from '../../src/code/modules.js';
import { memoryRepository } from '../../src/repository/memory.js';

type Files = Readonly<Record<string, string>>;

async function resolved(files: Files, from: string, specifier: string, folder = ''): Promise<Resolution> {
  return openModules(memoryRepository(files), { folder, root: folder, aliases: [] }).resolve(from, specifier);
}

async function moduleOf(text: string, file = 'a.js'): Promise<Module> {
  const module = await openModules(memoryRepository({ [file]: text }), { folder: '', root: '', aliases: [] }).module(
    file,
  );
  if (module.is === 'unreadable') throw new Error(module.why);
  return module;
}

describe('a file of a repository', () => {
  it('is parsed once, whoever asks', async () => {
    const repository = memoryRepository({ 'a.js': 'a();' });
    const first = await readModule(repository, 'a.js');
    expect(await readModule(repository, 'a.js', { aroundMistakes: true })).toBe(first);
    expect(await readModule(memoryRepository({ 'a.js': 'a();' }), 'a.js')).not.toBe(first);
  });

  it('is read around its mistakes for those alone who ask for it', async () => {
    const repository = memoryRepository({ 'a.js': 'a();\nconst = 1;\nb();' });
    const around = await readModule(repository, 'a.js', { aroundMistakes: true });
    expect(around.is).toBe('module');
    expect((await readModule(repository, 'a.js')).is).toBe('unreadable');
    expect(await readModule(repository, 'a.js', { aroundMistakes: true })).toBe(around);
  });
});

describe('resolve', () => {
  const sources: Files = {
    'src/main.ts': '',
    'src/util.ts': '',
    'src/views/index.tsx': '',
    'src/App.vue': '',
    'src/logo.svg': '',
    'src/data.json': '{}',
    'src/old.mts': '',
  };

  it.each([
    ['./util', { is: 'file', file: 'src/util.ts' }],
    ['./util.js', { is: 'file', file: 'src/util.ts' }],
    ['./old.mjs', { is: 'file', file: 'src/old.mts' }],
    ['./views', { is: 'file', file: 'src/views/index.tsx' }],
    ['./views/', { is: 'file', file: 'src/views/index.tsx' }],
    ['../src/App.vue', { is: 'file', file: 'src/App.vue' }],
    ['/src/main.ts', { is: 'file', file: 'src/main.ts' }],
    ['./util?worker', { is: 'file', file: 'src/util.ts' }],
    ['./logo.svg?react', { is: 'asset' }],
    ['./gone.css', { is: 'asset' }],
    ['./data.json', { is: 'asset' }],
    ['./Util', { is: 'missing' }],
    ['./gone', { is: 'missing' }],
    ['./routes.gen', { is: 'missing' }],
    ['../../outside', { is: 'missing' }],
    ['react', { is: 'external', name: 'react' }],
    ['@scope/name/deep', { is: 'external', name: '@scope/name' }],
  ])('takes %s for %j', async (specifier, expected) => {
    expect(await resolved(sources, 'src/main.ts', specifier)).toEqual(expected);
  });

  it('knows the usual aliases where nothing is configured', async () => {
    expect(await resolved(sources, 'src/main.ts', '@/util')).toEqual({ is: 'file', file: 'src/util.ts' });
    expect(await resolved(sources, 'src/main.ts', '~/gone')).toEqual({ is: 'missing' });
  });

  it('puts configured aliases first, the longest match being none of its business', async () => {
    const graph = openModules(memoryRepository({ 'app/a.js': '', 'src/a.js': '' }), {
      folder: '',
      root: '',
      aliases: [{ find: '@', replacement: 'app' }],
    });
    expect(await graph.resolve('src/b.js', '@/a')).toEqual({ is: 'file', file: 'app/a.js' });
    expect(await graph.resolve('src/b.js', '@other/a')).toEqual({ is: 'external', name: '@other/a' });
  });

  it('reads paths, baseUrl, extends and references of the nearest tsconfig.json', async () => {
    const files: Files = {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "wrong/*": ["./*"] } } }',
      'web/tsconfig.json': '{ "extends": "../base", "references": [{ "path": "./app" }], }',
      'base.json': '{ "compilerOptions": { "baseUrl": "web/lib" } } // where it stands',
      'web/app/tsconfig.json':
        '{ "compilerOptions": { "paths": { "#/*": ["../src/*"], "exact": ["../src/one.ts"] } } }',
      'web/src/one.ts': '',
      'web/lib/two.ts': '',
    };
    expect(await resolved(files, 'web/src/main.ts', '#/one', 'web')).toEqual({ is: 'file', file: 'web/src/one.ts' });
    expect(await resolved(files, 'web/src/main.ts', 'exact', 'web')).toEqual({ is: 'file', file: 'web/src/one.ts' });
    expect(await resolved(files, 'web/src/main.ts', 'two', 'web')).toEqual({ is: 'file', file: 'web/lib/two.ts' });
    expect(await resolved(files, 'web/src/main.ts', 'wrong/base.json', 'web')).toEqual({
      is: 'external',
      name: 'wrong',
    });
  });

  it('takes an exact match of paths first, then the longest prefix', async () => {
    const paths = { '*': ['./any/*'], '@/*': ['./src/*'], '@/ui/*': ['./ui/*'], '@/ui/one': ['./one.ts'] };
    const files = { 'tsconfig.json': JSON.stringify({ compilerOptions: { paths } }), 'one.ts': '', 'ui/one.ts': '' };
    const all: Files = { ...files, 'ui/a.ts': '', 'src/ui/a.ts': '', 'any/@/ui/a.ts': '', 'any/b.ts': '' };
    expect(await resolved(all, 'src/main.ts', '@/ui/one')).toEqual({ is: 'file', file: 'one.ts' });
    expect(await resolved(all, 'src/main.ts', '@/ui/a')).toEqual({ is: 'file', file: 'ui/a.ts' });
    expect(await resolved(all, 'src/main.ts', 'b')).toEqual({ is: 'file', file: 'any/b.ts' });
  });

  it('does not follow a tsconfig.json in circles', async () => {
    const files = { 'tsconfig.json': '{ "extends": "./tsconfig.json", "references": [{ "path": "." }] }', 'a.ts': '' };
    expect(await resolved(files, 'a.ts', 'react')).toEqual({ is: 'external', name: 'react' });
  });

  const packages: Files = {
    'packages/ui/package.json':
      '{ "name": "@x/ui", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./shell": { "default": "./lib/shell.js" } } }',
    'packages/ui/src/index.tsx': '',
    'packages/ui/lib/shell.js': '',
    'packages/ui/src/extra.ts': '',
    'apps/web/package.json': '{ "name": "web" }',
    'apps/web/src/main.ts': '',
  };

  it.each([
    ['package.json', '{ "workspaces": ["apps/*", "packages/*"] }'],
    ['package.json', '{ "workspaces": { "packages": ["packages/ui", "!packages/old"] } }'],
    ['package.json', '{ "workspaces": ["packages/**"] }'],
    [
      'pnpm-workspace.yaml',
      "# where\npackages:\n  - 'apps/*'\n\n  # ours\n  - packages/* # all\ncatalog:\n  react: 19\n",
    ],
    ['pnpm-workspace.yaml', 'packages: ["apps/*", packages/*] # all\n'],
    ['pnpm-workspace.yaml', 'packages: # all\n- "packages/*"\n# - old/*\n'],
    ['pnpm-workspace.yaml', '"packages": &all ["packages/**"]\n'],
  ])('finds packages of the workspace by %s: %j', async (file, text) => {
    const files = { ...packages, [file]: text };
    const from = 'apps/web/src/main.ts';
    expect(await resolved(files, from, '@x/ui', 'apps/web')).toEqual({ is: 'file', file: 'packages/ui/src/index.tsx' });
    expect(await resolved(files, from, '@x/ui/shell', 'apps/web')).toEqual({
      is: 'file',
      file: 'packages/ui/lib/shell.js',
    });
    expect(await resolved(files, from, '@x/ui/extra', 'apps/web')).toEqual({
      is: 'file',
      file: 'packages/ui/src/extra.ts',
    });
    expect(await resolved(files, from, '@x/ui/gone', 'apps/web')).toEqual({ is: 'missing' });
    expect(await resolved(files, from, '@x/other', 'apps/web')).toEqual({ is: 'external', name: '@x/other' });
  });
});

describe('module', () => {
  it('lists the imports of every form, types left out', async () => {
    const { imports } = await moduleOf(
      [
        "import a from 'one'; import 'two'; import {} from 'three';",
        "import type b from 'type-1'; import { type c } from 'type-2'; export type { d } from 'type-3';",
        "export { e } from 'four'; export * from 'five';",
        "const f = require('six'); import('seven'); import(`eight`); import(`${f}`); require(f);",
        'const lazy = React.lazy(() => import("nine"));',
      ].join('\n'),
      'a.ts',
    );
    expect(imports.map(({ specifier }) => specifier)).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
    ]);
    expect(imports.at(-1)?.at.range.start).toMatchObject({ line: 5, column: 38 });
  });

  it('gives local names their origin', async () => {
    const { bindings } = await moduleOf(
      [
        "import a, { b as c, 'd-e' as f } from 'm'; import * as g from 'm';",
        "const h = require('m'), { i: j, k } = require('m'), l = require('m').n;",
        "async () => { const { o } = await import('m'); };",
      ].join('\n'),
    );
    expect(bindings.map(({ local, name }) => `${local}=${name}`)).toEqual([
      ...['a=default', 'c=b', 'f=d-e', 'g=*'],
      ...['h=*', 'j=i', 'k=k', 'l=n'],
      'o=o',
    ]);
  });

  it('knows what a module passes on', async () => {
    const { passedOn, passedOnWhole } = await moduleOf(
      "import { a } from 'm'; const own = 1; export { a as b, own }; export { c as default } from 'n'; export * as d from 'o'; export * from 'p';",
    );
    expect(Object.fromEntries(passedOn)).toMatchObject({
      b: { specifier: 'm', name: 'a' },
      default: { specifier: 'n', name: 'c' },
      d: { specifier: 'o', name: '*' },
    });
    expect(passedOn.has('own')).toBe(false);
    expect(passedOnWhole).toEqual(['p']);
  });

  it('says why a file is none', async () => {
    const graph = openModules(memoryRepository({ 'a.js': 'let = ;' }), { folder: '', root: '', aliases: [] });
    expect(await graph.module('a.js')).toMatchObject({ is: 'unreadable', why: 'does not parse' });
    expect(await graph.module('b.js')).toMatchObject({ is: 'unreadable', why: 'does not exist' });
  });
});
