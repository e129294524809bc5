import { expect, it } from 'vitest';
import { boundedCache } from '../../src/repository/cache.js';

it('asks once, until the oldest answers have to go', () => {
  const cache = boundedCache<string>(5, (value) => value.length);
  const asked: string[] = [];
  const get = (key: string, value: string): string =>
    cache(key, () => {
      asked.push(key);
      return value;
    });
  get('a', 'xxx');
  expect(get('a', 'other')).toBe('xxx');
  get('b', 'yy');
  expect(asked).toEqual(['a', 'b']);
  get('c', 'z');
  get('b', 'yy');
  get('c', 'z');
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(get('a', 'new')).toBe('new');
});

it('does not keep an answer over the limit, but gives it', () => {
  const cache = boundedCache<string>(2, (value) => value.length);
  let asked = 0;
  const get = (): string => cache('a', () => `${++asked}xxx`);
  expect([get(), get()]).toEqual(['1xxx', '2xxx']);
});
