import { describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/repository/disk.js';
import { MAX_FILE_BYTES, MAX_LINKS } from '../../src/repository/limits.js';
import { openCommit } from '../../src/repository/commit.js';
import { memoryRepository, type MemoryFile } from '../../src/repository/memory.js';
import type { Repository } from '../../src/repository/repository.js';
import { folderOf, git } from './folder.js';

type Open = (files: Readonly<Record<string, MemoryFile>>) => Repository;

const sources: readonly [string, Open][] = [
  ['on disk', (files) => openDirectory(folderOf(files))],
  ['in memory', memoryRepository],
  ['in a commit', (files) => committed(files)],
];

/** The files of a commit, of which none is on disk any more. */
function committed(files: Readonly<Record<string, MemoryFile>>): Repository {
  const root = folderOf(files);
  git(root, 'init', '-q');
  git(root, 'add', '--force', '.');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'base');
  git(root, 'rm', '-rq', '--ignore-unmatch', '.');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'empty');
  const answer = openCommit(root, 'HEAD~1');
  if (answer.is === 'failed') throw new Error(answer.why);
  return answer.repository;
}

const UTF16LE = Buffer.from('\uFEFFname: é\r\n', 'utf16le');

describe.each(sources)('a repository %s', (where, open) => {
  describe('lookup', () => {
    it('finds files and folders by any spelling of their path', () => {
      const repository = open({ 'src/lib/app.js': '' });
      for (const path of ['src/lib/app.js', './src//lib/./app.js', 'src/x/../lib/app.js', 'src/lib/app.js/']) {
        expect(repository.lookup(path)).toMatchObject({ is: 'file', path: 'src/lib/app.js' });
      }
      expect(repository.lookup('src/lib/')).toEqual({ is: 'directory', path: 'src/lib' });
      for (const root of ['', '.', './', 'src/..'])
        expect(repository.lookup(root)).toEqual({ is: 'directory', path: '' });
    });

    it('says whether a file may be executed', () => {
      const repository = open({
        'run.sh': { content: '', executable: true },
        'data.txt': { content: '', executable: false },
      });
      // A folder that git knows nothing of may have lost the bits on its way.
      const known = where !== 'on disk';
      expect(repository.lookup('run.sh')).toMatchObject({ executable: known ? true : undefined });
      expect(repository.lookup('data.txt')).toMatchObject({ executable: known ? false : undefined });
    });

    it.each(['../x', '..', 'src/../../x', '/etc/passwd', 'C:\\x', '\\\\host\\x'])('takes %j as outside', (path) => {
      const repository = open({ 'src/app.js': '' });
      expect(repository.lookup(path)).toEqual({ is: 'outside' });
      expect(repository.read(path)).toMatchObject({ is: 'outside' });
      expect(repository.list(path)).toEqual([]);
    });

    it('finds nothing below a file, under a name with NUL or a backslash, or along an endless path', () => {
      const repository = open({ 'src/app.js': '' });
      for (const path of ['src/app.js/x', 'src/\0', 'src\\app.js', 'x/'.repeat(100_000)]) {
        expect(repository.lookup(path)).toEqual({ is: 'missing' });
      }
    });

    it('takes letter case exactly, and tells the path in another case', () => {
      const repository = open({ 'src/Server.js': '', 'docs/a.md': '' });
      expect(repository.lookup('Src/server.js')).toEqual({ is: 'missing', otherCase: 'src/Server.js' });
      expect(repository.lookup('./SRC')).toEqual({ is: 'missing', otherCase: 'src' });
      expect(repository.lookup('src/server.ts')).toEqual({ is: 'missing' });
      expect(repository.lookup('src/Server.js/x')).toEqual({ is: 'missing' });
      expect(repository.read('src/server.js')).toMatchObject({ is: 'missing' });
    });

    it('never sees .git, be it a folder or a file', () => {
      const repository = open({ '.git/config': '', 'module/.git': 'gitdir: x', '.gitignore': '', 'a.js': '' });
      expect(repository.lookup('.git')).toEqual({ is: 'missing' });
      expect(repository.lookup('.git/config')).toEqual({ is: 'missing' });
      expect(repository.lookup('module/.git')).toEqual({ is: 'missing' });
      // Of a folder with a git of its own, a commit has nothing.
      const module = where === 'in a commit' ? [] : ['module'];
      expect(repository.list('').map((entry) => entry.name)).toEqual(['.gitignore', 'a.js', ...module]);
    });
  });

  describe('links', () => {
    it('are followed inside the root, and found under the canonical path', () => {
      const repository = open({
        'shared/config/app.js': 'text',
        'web/config': { link: '../shared/config' },
        'app.js': { link: 'web/config/app.js' },
      });
      expect(repository.lookup('web/config')).toEqual({ is: 'directory', path: 'shared/config' });
      expect(repository.lookup('app.js')).toMatchObject({ is: 'file', path: 'shared/config/app.js' });
      expect(repository.read('app.js')).toMatchObject({ text: 'text' });
      expect(repository.list('web/config')).toEqual([{ name: 'app.js', is: 'file' }]);
      expect(repository.lookup('web/config/x.js')).toEqual({ is: 'missing' });
      expect(repository.lookup('web/config/APP.js')).toEqual({ is: 'missing', otherCase: 'web/config/app.js' });
    });

    it('are outside where they lead out, though the target exists', () => {
      const repository = open({ up: { link: '../' }, etc: { link: '/etc' }, 'a/deep': { link: '../../x' } });
      for (const path of ['up', 'up/x', 'etc', 'etc/passwd', 'a/deep']) {
        expect(repository.lookup(path)).toEqual({ is: 'outside' });
        expect(repository.read(path)).toMatchObject({ is: 'outside' });
        expect(repository.list(path)).toEqual([]);
      }
    });

    it('are special where they are broken or circular', () => {
      const repository = open({
        broken: { link: 'nowhere' },
        below: { link: 'a.js/x' },
        cased: { link: 'A.js' },
        self: { link: 'self' },
        one: { link: 'two' },
        two: { link: 'one' },
        'a.js': '',
      });
      for (const path of ['broken', 'below', 'cased', 'self', 'one', 'two', 'one/x']) {
        expect(repository.lookup(path)).toEqual({ is: 'special' });
        expect(repository.read(path)).toMatchObject({ is: 'special' });
      }
    });

    it(`are followed ${MAX_LINKS} times in one path, not more`, () => {
      const repository = open({ 'a/loop': { link: '.' }, 'a/app.js': 'text' });
      expect(repository.lookup(`a/${'loop/'.repeat(MAX_LINKS)}app.js`)).toMatchObject({ path: 'a/app.js' });
      expect(repository.lookup(`a/${'loop/'.repeat(MAX_LINKS + 1)}app.js`)).toEqual({ is: 'special' });
    });

    it('are listed by what they lead to', () => {
      const repository = open({
        'lib/a.js': '',
        'to-file': { link: 'lib/a.js' },
        'to-folder': { link: 'lib' },
        'to-nothing': { link: 'x' },
        'to-outside': { link: '..' },
      });
      expect(repository.list('')).toEqual([
        { name: 'lib', is: 'directory' },
        { name: 'to-file', is: 'file', link: true },
        { name: 'to-folder', is: 'directory', link: true },
        { name: 'to-nothing', is: 'special', link: true },
        { name: 'to-outside', is: 'special', link: true },
      ]);
    });
  });

  describe('list', () => {
    it('gives the entries of a folder alone, in code-unit order', () => {
      const repository = open({ 'x/b': '', 'x/B': '', 'x/a/deep': '', 'x/é': '', 'x/.env': '', 'x/a.js': '', y: '' });
      expect(repository.list('x').map((entry) => entry.name)).toEqual(['.env', 'B', 'a', 'a.js', 'b', 'é']);
      expect(repository.list('x')[2]).toEqual({ name: 'a', is: 'directory' });
    });

    it('is empty for what is no folder', () => {
      const repository = open({ y: '' });
      expect(repository.list('y')).toEqual([]);
      expect(repository.list('z')).toEqual([]);
    });
  });

  describe('read', () => {
    const read = (bytes: string | Uint8Array) => open({ file: bytes }).read('file');
    const text = { is: 'text', encoding: 'utf-8', bom: false, lossy: false };

    it('gives UTF-8 as it is, with its line endings', () => {
      expect(read('a\r\nb\rc\n€ 😀')).toEqual({ ...text, text: 'a\r\nb\rc\n€ 😀' });
      expect(read('')).toEqual({ ...text, text: '' });
    });

    it('leaves out a byte order mark, and only the first', () => {
      expect(read('\uFEFFname: x')).toEqual({ ...text, bom: true, text: 'name: x' });
      expect(read('\uFEFF\uFEFFx')).toEqual({ ...text, bom: true, text: '\uFEFFx' });
    });

    it('reads UTF-16 of both byte orders', () => {
      expect(read(UTF16LE)).toEqual({ ...text, encoding: 'utf-16le', bom: true, text: 'name: é\r\n' });
      const bigEndian = Buffer.from(UTF16LE).swap16();
      expect(read(bigEndian)).toEqual({ ...text, encoding: 'utf-16be', bom: true, text: 'name: é\r\n' });
    });

    it('marks a text with invalid bytes as lossy', () => {
      expect(read(Buffer.from([0x61, 0xe9, 0x62]))).toEqual({ ...text, lossy: true, text: 'a\uFFFDb' });
      expect(read(Buffer.concat([UTF16LE, Buffer.from([0x41])]))).toMatchObject({ encoding: 'utf-16le', lossy: true });
    });

    it('takes what holds NUL as binary: also UTF-16 without a mark, and UTF-32', () => {
      for (const bytes of [Buffer.from('a\0b'), UTF16LE.subarray(2), Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])]) {
        expect(read(bytes)).toMatchObject({ is: 'binary', why: 'is not text' });
      }
    });

    it('reads up to the size limit, and nothing larger', () => {
      expect(read('x'.repeat(MAX_FILE_BYTES))).toMatchObject({ is: 'text' });
      expect(read('x'.repeat(MAX_FILE_BYTES + 1))).toEqual({ is: 'tooLarge', why: 'is larger than 1 MB' });
    });

    it('says why there is no text', () => {
      const repository = open({ 'render.yaml/x': '' });
      expect(repository.read('render.yaml')).toEqual({ is: 'directory', why: 'is a folder' });
      expect(repository.read('x')).toEqual({ is: 'missing', why: 'does not exist' });
    });
  });
});

describe('memoryRepository', () => {
  it('refuses paths that cannot be', () => {
    expect(() => memoryRepository({ '../x': '' })).toThrow('not a path of a file: ../x');
    expect(() => memoryRepository({ './': '' })).toThrow('not a path of a file');
    expect(() => memoryRepository({ a: '', 'a/b': '' })).toThrow('both a file and a folder: a');
    expect(() => memoryRepository({ 'a/b': '', a: '' })).toThrow('both a file and a folder: a');
  });

  it('says nothing on a mode that is not given', () => {
    expect(memoryRepository({ a: '' }).lookup('a')).toEqual({ is: 'file', path: 'a', executable: undefined });
  });
});
