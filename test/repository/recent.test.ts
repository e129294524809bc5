import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/repository/recent.js';

describe('recent answers', () => {
  it('give way to newer ones where they weigh too much', () => {
    const recent = new Recent<string, number>(10);
    recent.set('a', 1, 4);
    recent.set('b', 2, 4);
    recent.set('c', 3, 4);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([undefined, 2, 3]);
  });

  it('stay when they are asked for', () => {
    const recent = new Recent<string, number>(2);
    recent.set('a', 1);
    recent.set('b', 2);
    recent.get('a');
    recent.set('c', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  });

  it('weigh as much as the newest of their key', () => {
    const recent = new Recent<string, number>(10);
    recent.set('a', 1, 9);
    recent.set('a', 2, 1);
    recent.set('b', 3, 9);
    expect([recent.get('a'), recent.get('b')]).toEqual([2, 3]);
  });

  it('keep the newest, whatever it weighs', () => {
    const recent = new Recent<string, number>(1);
    recent.set('a', 1);
    recent.set('b', 2, 100);
    expect([recent.get('a'), recent.get('b')]).toEqual([undefined, 2]);
  });
});
