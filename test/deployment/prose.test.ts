import { describe, expect, it } from 'vitest';
import { capital, listOf, nameOf, serverOf } from '../../src/deployment/prose.js';
import { known, service } from '../support/model.js';

describe('the words of rules', () => {
  const unnamed = { name: { is: 'absent', at: known('').at } } as const;

  it('name a service', () => {
    expect(nameOf(service('shop', 'web'))).toBe('`shop`');
    expect(nameOf(unnamed)).toBe('the service');
    expect(nameOf(unnamed, 'the site')).toBe('the site');
  });

  it('name the server of a service', () => {
    expect(serverOf(service('shop', 'web'))).toBe('the server of `shop`');
    expect(serverOf(unnamed)).toBe('the server');
  });

  it('begin a sentence', () => {
    expect([capital('the server'), capital('`shop`'), capital('')]).toEqual(['The server', '`shop`', '']);
  });

  it.each([
    [[], ''],
    [['a'], '`a`'],
    [['a', 'b'], '`a` and `b`'],
    [['a', 'b', 'c'], '`a`, `b` and `c`'],
  ])('list %j', (names, words) => {
    expect(listOf(names)).toBe(words);
  });
});
