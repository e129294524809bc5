import { describe, expect, it } from 'vitest';
import { perText } from '../../src/repository/kept.js';
import { memoryRepository } from '../../src/repository/memory.js';

describe('what is remembered of a text', () => {
  function counting(room: number) {
    const asked: string[] = [];
    const lengthOf = perText(room, (text, file) => {
      asked.push(file);
      return text.length;
    });
    return { asked, lengthOf };
  }

  it('is asked for once, in each view of a repository', () => {
    const { asked, lengthOf } = counting(100);
    const [one, other] = [memoryRepository({}), memoryRepository({})];
    expect([lengthOf(one, 'a', 'xy'), lengthOf(one, 'a', 'xy')]).toEqual([2, 2]);
    expect(asked).toEqual(['a']);
    expect(lengthOf(other, 'a', 'xy')).toBe(2);
    expect(asked).toEqual(['a', 'a']);
  });

  it('is asked for again where the text has changed', () => {
    const { lengthOf } = counting(100);
    const repository = memoryRepository({});
    expect([lengthOf(repository, 'a', 'xy'), lengthOf(repository, 'a', 'xyz')]).toEqual([2, 3]);
  });

  it('gives way where the texts together are too long', () => {
    const { asked, lengthOf } = counting(3);
    const repository = memoryRepository({});
    for (const file of ['a', 'b', 'a']) lengthOf(repository, file, 'xy');
    expect(asked).toEqual(['a', 'b', 'a']);
  });
});
