import { expect, it } from 'vitest';
import { repositoryOf, type TreeSource } from '../../src/repository/tree.js';

/** `src/app.js` beside a folder of 60,000 folders and one that may not be listed; every question is noted. */
function largeTree(): { source: TreeSource; asked: string[] } {
  const asked: string[] = [];
  const large = Array.from({ length: 60_000 }, (_, index) => ({ name: `p${index}`, is: 'directory' as const }));
  const folders: Readonly<Record<string, readonly { name: string; is: 'file' | 'directory' }[]>> = {
    '': ['src', 'packages', 'closed'].map((name) => ({ name, is: 'directory' })),
    src: [{ name: 'app.js', is: 'file' }],
    packages: large,
  };
  const source: TreeSource = {
    list(folder) {
      asked.push(`list ${folder}`);
      const entries = folders[folder];
      return entries === undefined ? { is: 'unreadable', why: 'cannot be listed' } : { is: 'entries', entries };
    },
    bytes(file) {
      asked.push(`read ${file}`);
      return { is: 'bytes', bytes: new Uint8Array() };
    },
    lacks: () => false,
    isFlat: () => false,
    linkTarget: () => undefined,
    executable: () => undefined,
  };
  return { source, asked };
}

it('asks for nothing before it is asked, then for the folders on the way, once', () => {
  const { source, asked } = largeTree();
  const repository = repositoryOf(source);
  expect(asked).toEqual([]);
  for (let times = 0; times < 2; times++) {
    repository.lookup('src/app.js');
    repository.read('src/app.js');
    repository.list('src');
    repository.lookup('SRC/app.js');
  }
  expect(asked).toEqual(['list ', 'list src', 'read src/app.js']);
});

it('lists a large folder without looking into its folders', () => {
  const { source, asked } = largeTree();
  expect(repositoryOf(source).list('packages')).toHaveLength(60_000);
  expect(asked).toEqual(['list ', 'list packages']);
});

it('lists no folder for what its source is sure of', () => {
  const { source, asked } = largeTree();
  const sure: TreeSource = {
    ...source,
    lacks: (path) => path === 'packages/P1' || path === 'closed/app.js',
    isFlat: (folder) => folder === 'src',
  };
  const repository = repositoryOf(sure);
  const missing = repository.lookup('packages/P1');
  expect(missing.is).toBe('missing');
  expect(repository.read('closed/app.js')).toMatchObject({ is: 'missing' });
  expect(repository.list('src', 'folders')).toEqual([]);
  expect(asked).toEqual(['list ']);
  expect(missing).toEqual({ is: 'missing', otherCase: 'packages/p1' });
  expect(repository.list('src')).toHaveLength(1);
});

it('does not call a file missing whose folder cannot be listed', () => {
  const repository = repositoryOf(largeTree().source);
  expect(repository.lookup('closed')).toEqual({ is: 'directory', path: 'closed' });
  expect(repository.lookup('closed/app.js')).toEqual({ is: 'special' });
  expect(repository.read('closed/app.js')).toEqual({ is: 'unreadable', why: 'cannot be listed' });
  expect(repository.list('closed')).toEqual([]);
});
