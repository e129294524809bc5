import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCommit } from '../../src/repository/commit.js';
import { MAX_FILE_BYTES } from '../../src/repository/limits.js';
import type { MemoryFile } from '../../src/repository/memory.js';
import type { Repository } from '../../src/repository/repository.js';
import { folderOf, git } from './folder.js';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A work tree with one commit of these files, under the tag `base`. */
function workTree(files: Readonly<Record<string, MemoryFile>>, ...init: string[]): string {
  const root = folderOf(files);
  git(root, 'init', '-q', ...init);
  commit(root);
  git(root, 'tag', 'base');
  return root;
}

function commit(root: string): void {
  git(root, 'add', '.');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'change');
}

function opened(root: string, ref = 'base', notice?: (text: string) => void): Repository {
  const answer = openCommit(root, ref, notice ? { notice } : {});
  if (answer.is === 'failed') throw new Error(answer.why);
  return answer.repository;
}

const textOf = (repository: Repository, path: string): string | undefined => {
  const read = repository.read(path);
  return read.is === 'text' ? read.text : undefined;
};

describe('the tree of a commit', () => {
  it('is as it was, whatever became of it on disk, and leaves the disk alone', () => {
    const root = workTree({ 'same.js': 'same', 'changed.js': 'before', 'gone/deep.js': 'deep', 'kind.js': 'file' });
    writeFileSync(join(root, 'changed.js'), 'after');
    writeFileSync(join(root, 'new.js'), '');
    rmSync(join(root, 'gone'), { recursive: true });
    rmSync(join(root, 'kind.js'));
    mkdirSync(join(root, 'kind.js'));
    const repository = opened(root);
    expect(repository.list('').map(({ name }) => name)).toEqual(['changed.js', 'gone', 'kind.js', 'same.js']);
    const texts = ['same.js', 'changed.js', 'gone/deep.js', 'kind.js'].map((path) => textOf(repository, path));
    expect(texts).toEqual(['same', 'before', 'deep', 'file']);
    expect(repository.lookup('new.js')).toEqual({ is: 'missing' });
  });

  it('is read from objects of either hash', () => {
    const root = workTree({ 'same.js': 'same', 'changed.js': 'before' }, '--object-format=sha256');
    writeFileSync(join(root, 'changed.js'), 'after');
    const repository = opened(root);
    expect([textOf(repository, 'same.js'), textOf(repository, 'changed.js')]).toEqual(['same', 'before']);
  });

  it('does not take what now lies behind a link for its own', () => {
    const outside = folderOf({ 'app.js': 'outside' });
    const root = workTree({ 'src/app.js': 'inside' });
    rmSync(join(root, 'src'), { recursive: true });
    symlinkSync(outside, join(root, 'src'));
    expect(textOf(opened(root), 'src/app.js')).toBe('inside');
  });

  it('below a folder of the work tree has the paths of that folder', () => {
    const root = workTree({ 'services/api/server.js': 'api', 'server.js': 'top' });
    expect(opened(join(root, 'services/api')).list('')).toEqual([{ name: 'server.js', is: 'file' }]);
  });

  it('is empty where the folder is newer than the commit', () => {
    const root = workTree({ 'server.js': '' });
    mkdirSync(join(root, 'new'));
    expect(opened(join(root, 'new')).list('')).toEqual([]);
  });

  it('keeps names that hold anything', () => {
    const name = 'a\tb\nc "d" é.js';
    const root = workTree({ [name]: 'text' });
    rmSync(join(root, name));
    expect(textOf(opened(root), name)).toBe('text');
  });

  it('refuses a file over the limit', () => {
    const root = workTree({ 'large.js': 'x'.repeat(MAX_FILE_BYTES + 1) });
    rmSync(join(root, 'large.js'));
    expect(opened(root).read('large.js')).toMatchObject({ is: 'tooLarge' });
  });

  it('runs no converter that the repository names', () => {
    const root = workTree({ '.gitattributes': '*.js diff=evil filter=evil\n', 'app.js': 'before' });
    git(root, 'config', 'diff.evil.textconv', 'touch converted; cat');
    git(root, 'config', 'filter.evil.smudge', 'touch filtered; cat');
    rmSync(join(root, 'app.js'));
    const repository = opened(root);
    expect(textOf(repository, 'app.js')).toBe('before');
  });

  it('says once where objects are missing', () => {
    const root = workTree({ 'one.js': 'one', 'two.js': 'two' });
    rmSync(join(root, 'one.js'));
    rmSync(join(root, 'two.js'));
    const said: string[] = [];
    const repository = opened(root, 'base', (text) => said.push(text));
    for (const folder of Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'))) {
      // All but the commit and its tree, which are read already.
      rmSync(join(root, '.git/objects', folder), { recursive: true, force: true });
    }
    expect(repository.read('one.js')).toMatchObject({ is: 'unreadable' });
    expect(repository.read('two.js')).toMatchObject({ is: 'unreadable' });
    expect(said).toEqual([expect.stringMatching(/^Some files of the commit to compare with cannot be read, because /)]);
  });
});

describe('the commit', () => {
  it('is the one at which the branch left the other', () => {
    const root = workTree({ 'server.js': 'base' });
    git(root, 'switch', '-q', '-c', 'topic');
    git(root, 'switch', '-q', '-c', 'trunk', 'base');
    writeFileSync(join(root, 'server.js'), 'later on trunk');
    commit(root);
    git(root, 'switch', '-q', 'topic');
    writeFileSync(join(root, 'server.js'), 'topic');
    commit(root);
    expect(textOf(opened(root, 'trunk'), 'server.js')).toBe('base');
  });

  it('is itself where there is no common one', () => {
    const root = workTree({ 'server.js': 'base' });
    git(root, 'switch', '-q', '--orphan', 'other');
    writeFileSync(join(root, 'server.js'), 'other');
    commit(root);
    expect(textOf(opened(root), 'server.js')).toBe('base');
  });

  it.each(['nowhere', '--output=x', '-h', 'base:server.js', '', '0'.repeat(40)])('that is none is said: %j', (ref) => {
    const root = workTree({ 'server.js': '' });
    expect(openCommit(root, ref)).toEqual({ is: 'failed', why: `git has no commit ${ref} here`, isAbsent: true });
  });

  it('is not looked for outside a work tree', () => {
    expect(openCommit(folderOf(), 'base')).toEqual({
      is: 'failed',
      why: 'this is no work tree of git',
      isAbsent: false,
    });
  });

  it('is not opened where git is not there', () => {
    const root = workTree({ 'server.js': '' });
    vi.stubEnv('PATH', folderOf());
    expect(openCommit(root, 'base')).toEqual({ is: 'failed', why: 'git is not installed', isAbsent: false });
  });
});
