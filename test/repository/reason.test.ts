import { expect, it } from 'vitest';
import { codeOf, reasonOf } from '../../src/repository/reason.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as Node says it, open '/home/me/file'`), { code });
}

it.each([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOSPC', 'the disk is full'],
  ['EIO', 'EIO'],
])('puts %s into words, without the path', (code, words) => {
  expect(reasonOf(systemError(code))).toBe(words);
});

it('takes the words of the place where they differ', () => {
  expect(reasonOf(systemError('ENOENT'), { ENOENT: 'its folder does not exist' })).toBe('its folder does not exist');
});

it('gives what is no error of the system as it is', () => {
  expect(reasonOf(new Error('out of luck'))).toBe('out of luck');
  expect(reasonOf('thrown text')).toBe('thrown text');
  expect(codeOf(Object.assign(new Error('x'), { code: 5 }))).toBeUndefined();
});
