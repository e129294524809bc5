import { describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/repository/disk.js';
import { glob, isMatchable, pathMatcher } from '../../src/repository/glob.js';
import { memoryRepository, type MemoryFile } from '../../src/repository/memory.js';
import type { Repository } from '../../src/repository/repository.js';
import { folderOf, git } from './folder.js';

type Open = (files: Readonly<Record<string, MemoryFile>>) => Repository;

const sources: readonly [string, Open][] = [
  ['on disk', (files) => openDirectory(folderOf(files))],
  ['in memory', memoryRepository],
];

const FILES = {
  'package.json': '',
  'packages/b/package.json': '',
  'packages/a/package.json': '',
  'packages/a/node_modules/x/package.json': '',
  'packages/.hidden/package.json': '',
  'packages/a/src/main.tsx': '',
  'packages/a/src/Main.ts': '',
  'node_modules/y/package.json': '',
  '.git/package.json': '',
  'weird [x]/a.js': '',
};

describe.each(sources)('glob %s', (_, open) => {
  it.each<[string[], string[]]>([
    [
      ['packages/*/package.json'],
      ['packages/.hidden/package.json', 'packages/a/package.json', 'packages/b/package.json'],
    ],
    [['**/package.json', '!packages/**'], ['package.json']],
    [['packages/a/**/*.{ts,tsx}'], ['packages/a/src/Main.ts', 'packages/a/src/main.tsx']],
    [['**/main.*'], ['packages/a/src/main.tsx']],
    [
      ['package.json', './packages/b/package.json', 'absent.json'],
      ['package.json', 'packages/b/package.json'],
    ],
    [['packages/{a,b}/package.json'], ['packages/a/package.json', 'packages/b/package.json']],
    [['packages'], []],
    [['!package.json'], []],
    [[], []],
  ])('%j', async (patterns, files) => {
    expect(await glob(open(FILES), patterns)).toEqual(files);
  });

  it('takes patterns from a folder, and gives paths from the root', async () => {
    const repository = open(FILES);
    expect(await glob(repository, ['src/*'], { under: 'packages/a' })).toEqual([
      'packages/a/src/Main.ts',
      'packages/a/src/main.tsx',
    ]);
    expect(await glob(repository, ['../b/*.json'], { under: './packages/a/' })).toEqual(['packages/b/package.json']);
    expect(await glob(repository, ['*.js'], { under: 'weird [x]' })).toEqual(['weird [x]/a.js']);
    expect(await glob(repository, ['*'], { under: 'absent' })).toEqual([]);
    expect(await glob(repository, ['*'], { under: '..' })).toEqual([]);
  });

  it.each(['/etc/*', '/repository/*', '../*', '../repository/*', '../../../etc/host*', '/etc/hostname', 'C:/*'])(
    'finds nothing outside by %j',
    async (pattern) => {
      expect(await glob(open(FILES), [pattern])).toEqual([]);
    },
  );

  it('does not go through links by wildcards, and names what is written out by its own path', async () => {
    const repository = open({
      'lib/a.js': '',
      'lib/loop': { link: '.' },
      'lib/up': { link: '..' },
      'link.js': { link: 'lib/a.js' },
      out: { link: '/etc' },
      into: { link: 'lib' },
    });
    expect(await glob(repository, ['**'])).toEqual(['lib/a.js']);
    expect(await glob(repository, ['into/*.js', 'link.js', 'out/hostname', 'out/*'])).toEqual(['lib/a.js']);
  });
});

it('sees nothing that git ignores', async () => {
  const root = folderOf({ '.gitignore': 'dist\n', 'dist/a.js': '', 'src/a.js': '' });
  git(root, 'init', '-q');
  expect(await glob(openDirectory(root), ['**/*.js', 'dist/a.js'])).toEqual(['src/a.js']);
});

it('lists only folders that a pattern can match', async () => {
  const repository = memoryRepository({ 'a/x.js': '', 'b/c/y.js': '', 'z.js': '' });
  const listed: string[] = [];
  const watched: Repository = {
    ...repository,
    list: (path) => {
      listed.push(path);
      return repository.list(path);
    },
  };
  expect(await glob(watched, ['b/*/*.js'])).toEqual(['b/c/y.js']);
  expect(listed).toEqual(['b', 'b/c']);
});

describe('isMatchable', () => {
  it.each([
    'packages/*',
    '**/src/**/*.{ts,tsx,js,jsx,vue}',
    'apps/**',
    '!**/test/**',
    './{a,b}/[id]/*.js',
    '../shared/**',
  ])('accepts %j', (pattern) => {
    expect(isMatchable(pattern)).toBe(true);
  });

  it.each([
    '*a*a*a*a*b',
    '{a,b}'.repeat(20),
    '{1..1000}/{1..1000}/{1..1000}',
    `{${'a,'.repeat(100)}a}`,
    '**/'.repeat(5) + 'a',
    'a'.repeat(501),
    '?'.repeat(30),
    '(a|aa)+b',
    '+(a|aa)b',
    '!(!(a))',
  ])('refuses %j', async (pattern) => {
    expect(isMatchable(pattern)).toBe(false);
    expect(await glob(memoryRepository({ [`${'a'.repeat(200)}/a.js`]: '' }), [pattern])).toEqual([]);
  });

  it.each(['*a*a*b', '[ab]+[ab]+[ab]+c', '**/a*a*a*b/**/*b', '[[:alpha:]', '{{{a,b', '**/a/**/a/**/a/**/b'])(
    'gets through the worst it accepts, %j',
    async (pattern) => {
      expect(isMatchable(pattern)).toBe(true);
      const repository = memoryRepository({ [Array<string>(20).fill('a'.repeat(200)).join('/')]: '' });
      expect(await glob(repository, [pattern])).toEqual([]);
    },
  );
});

describe('pathMatcher', () => {
  it.each<[string[], string, boolean]>([
    [['src'], 'src/a.ts', true],
    [['src/'], 'src/b/a.ts', true],
    [['src'], 'src', true],
    [['src'], 'srcs/a.ts', false],
    [['src/a.ts'], 'src/a.ts', true],
    [['src/*'], 'src/a.ts', true],
    [['src/*'], 'src/b/a.ts', false],
    [['src/**'], 'src/b/.hidden/a.ts', true],
    [['**/*.{ts,tsx}'], 'src/b/a.tsx', true],
    [['other', '*.yaml'], 'render.yaml', true],
    [['!src'], 'lib/a.ts', false],
    [['weird [x]'], 'weird [x]/a.js', true],
    [['+(a|b)'], 'a', false],
    [[], 'a', false],
  ])('of %j takes %s: %s', async (patterns, path, expected) => {
    expect((await pathMatcher(patterns))(path)).toBe(expected);
  });
});
