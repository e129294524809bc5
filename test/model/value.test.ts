import { describe, expect, it } from 'vitest';
import { judge } from '../../src/model/value.js';
import { known, place } from '../support/model.js';

const isLoopback = (host: string): boolean => host === '127.0.0.1';

describe('judge', () => {
  it('judges a known value', () => {
    expect(judge(known('127.0.0.1'), isLoopback)).toBe('wrong');
    expect(judge(known('0.0.0.0'), isLoopback)).toBe('fine');
  });

  it('calls one of several wrong only if all are', () => {
    const oneOf = (...hosts: string[]) => judge({ is: 'oneOf', values: hosts.map((host) => known(host)) }, isLoopback);
    expect(oneOf('127.0.0.1', '127.0.0.1')).toBe('wrong');
    expect(oneOf('127.0.0.1', '0.0.0.0')).toBe('undecided');
    expect(oneOf('0.0.0.0', '::')).toBe('fine');
  });

  it('never calls an unknown value wrong', () => {
    expect(judge({ is: 'unknown', why: 'it is computed', at: place('a') }, () => true)).toBe('undecided');
  });
});
