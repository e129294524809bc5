import { describe, expect, it } from 'vitest';
import { baseName, childOf, join, normalise, parent } from '../../src/repository/paths.js';

describe('normalise', () => {
  it.each([
    ['', ''],
    ['.', ''],
    ['./', ''],
    ['./src/app.js', 'src/app.js'],
    ['src//./lib/', 'src/lib'],
    ['src/../app.js', 'app.js'],
    ['src/..', ''],
    ['a b/ü/…', 'a b/ü/…'],
    ['..a/...', '..a/...'],
  ])('%j is %j', (path, normal) => {
    expect(normalise(path)).toBe(normal);
  });

  it.each([
    '..',
    '../app.js',
    'src/../../src/app.js',
    '/',
    '/app.js',
    '//host/x',
    '\\x',
    '\\\\host\\x',
    'C:\\x',
    'c:/x',
    'C:',
  ])('%j is outside', (path) => {
    expect(normalise(path)).toBeUndefined();
  });

  it('takes a colon and a backslash inside a name as characters of it', () => {
    expect(normalise('a:b/c\\d')).toBe('a:b/c\\d');
  });
});

describe('join', () => {
  it.each([
    ['', 'app.js', 'app.js'],
    ['src', './app.js', 'src/app.js'],
    ['src/lib', '../app.js', 'src/app.js'],
    ['src', '..', ''],
    ['src', '', 'src'],
  ])('%j and %j are %j', (base, path, joined) => {
    expect(join(base, path)).toBe(joined);
  });

  it('is undefined where the path leaves the root, and where it is absolute', () => {
    expect(join('src', '../../app.js')).toBeUndefined();
    expect(join('src', '/app.js')).toBeUndefined();
    expect(join('', 'C:\\app.js')).toBeUndefined();
  });
});

it('takes a path apart and puts it together', () => {
  expect([parent('src/lib/app.js'), baseName('src/lib/app.js')]).toEqual(['src/lib', 'app.js']);
  expect([parent('app.js'), baseName('app.js')]).toEqual(['', 'app.js']);
  expect([parent(''), baseName('')]).toEqual(['', '']);
  expect([childOf('', 'src'), childOf('src', 'lib')]).toEqual(['src', 'src/lib']);
});
