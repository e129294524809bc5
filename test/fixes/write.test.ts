import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type * as NodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeFixed, type TextForm } from '../../src/fixes/write.js';

const UTF8: TextForm = { encoding: 'utf-8', bom: false, lossy: false };
const CHANGE = { before: 'é\r\n', after: 'é\r\nü' };

/** The call of the file system that fails as on a full disk. */
const failing = vi.hoisted((): { call: 'renameSync' | 'fsyncSync' | undefined } => ({ call: undefined }));

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof NodeFs>();
  const wrap =
    <A extends unknown[]>(call: 'renameSync' | 'fsyncSync', real: (...given: A) => void) =>
    (...given: A): void => {
      if (failing.call === call) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      real(...given);
    };
  return { ...fs, renameSync: wrap('renameSync', fs.renameSync), fsyncSync: wrap('fsyncSync', fs.fsyncSync) };
});

let root: string;

beforeEach(() => {
  failing.call = undefined;
  root = mkdtempSync(join(tmpdir(), 'write-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(file: string, content: string | Buffer): string {
  const path = join(root, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('writeFixed', () => {
  it.each<[string, TextForm, string, string]>([
    ['UTF-8', UTF8, 'c3a90d0a', 'c3a90d0ac3bc'],
    ['UTF-8 with a mark', { ...UTF8, bom: true }, 'efbbbfc3a90d0a', 'efbbbfc3a90d0ac3bc'],
    ['UTF-16 LE', { encoding: 'utf-16le', bom: true, lossy: false }, 'fffee9000d000a00', 'fffee9000d000a00fc00'],
    ['UTF-16 BE', { encoding: 'utf-16be', bom: true, lossy: false }, 'feff00e9000d000a', 'feff00e9000d000a00fc'],
  ])('keeps the encoding: %s', (_, form, before, after) => {
    const path = put('src/a.txt', Buffer.from(before, 'hex'));
    expect(writeFixed(root, 'src/a.txt', CHANGE, form)).toEqual({ is: 'written' });
    expect(readFileSync(path).toString('hex')).toBe(after);
    expect(readdirSync(join(root, 'src'))).toEqual(['a.txt']);
  });

  it('keeps the mode, whatever the umask', () => {
    const path = put('run.sh', 'a');
    chmodSync(path, 0o775);
    const umask = process.umask(0o077);
    try {
      writeFixed(root, 'run.sh', { before: 'a', after: 'b' }, UTF8);
    } finally {
      process.umask(umask);
    }
    expect(statSync(path).mode & 0o777).toBe(0o775);
  });

  it('replaces the file instead of writing into it', () => {
    const path = put('a', 'a');
    linkSync(path, join(root, 'other'));
    writeFixed(root, 'a', { before: 'a', after: 'b' }, UTF8);
    expect(readFileSync(path, 'utf8')).toBe('b');
    expect(readFileSync(join(root, 'other'), 'utf8')).toBe('a');
  });

  it('refuses text that was decoded with loss', () => {
    put('a', 'a');
    expect(writeFixed(root, 'a', { before: 'a', after: 'b' }, { ...UTF8, lossy: true })).toEqual({
      is: 'refused',
      why: 'holds bytes that are not valid in its encoding',
    });
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('a');
  });

  it('refuses a symbolic link, and a path behind one', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    try {
      writeFileSync(join(outside, 'a'), 'a');
      symlinkSync(join(outside, 'a'), join(root, 'link'));
      symlinkSync(outside, join(root, 'folder'));
      const change = { before: 'a', after: 'b' };
      expect(writeFixed(root, 'link', change, UTF8)).toEqual({ is: 'refused', why: 'is a symbolic link' });
      expect(writeFixed(root, 'folder/a', change, UTF8)).toEqual({ is: 'refused', why: 'lies behind a symbolic link' });
      expect(readFileSync(join(outside, 'a'), 'utf8')).toBe('a');
      expect(readdirSync(outside)).toEqual(['a']);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it.each(['../a', '/etc/hosts', 'x/../../a', './a', ''])('refuses the path %j', (file) => {
    expect(writeFixed(root, file, { before: '', after: 'b' }, UTF8)).toEqual({
      is: 'refused',
      why: 'is not a path inside the repository',
    });
  });

  it('refuses a folder and a file that is gone', () => {
    mkdirSync(join(root, 'folder'));
    expect(writeFixed(root, 'folder', { before: '', after: 'b' }, UTF8)).toEqual({
      is: 'refused',
      why: 'is not a regular file',
    });
    expect(writeFixed(root, 'gone', { before: '', after: 'b' }, UTF8)).toEqual({
      is: 'refused',
      why: 'could not be written (it does not exist)',
    });
    expect(readdirSync(root)).toEqual(['folder']);
  });

  it('refuses a file that changed since it was read', () => {
    put('a', 'newer');
    expect(writeFixed(root, 'a', { before: 'a', after: 'b' }, UTF8)).toEqual({
      is: 'refused',
      why: 'was changed in the meantime',
    });
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('newer');
  });

  it('writes a file whose name is as long as a name may be', () => {
    const name = 'x'.repeat(255);
    put(name, 'a');
    expect(writeFixed(root, name, { before: 'a', after: 'b' }, UTF8)).toEqual({ is: 'written' });
    expect(readdirSync(root)).toEqual([name]);
  });

  it.each(['renameSync', 'fsyncSync'] as const)('leaves nothing behind where %s fails', (call) => {
    put('a', 'a');
    failing.call = call;
    expect(writeFixed(root, 'a', { before: 'a', after: 'b' }, UTF8)).toEqual({
      is: 'refused',
      why: 'could not be written (the disk is full)',
    });
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('a');
    expect(readdirSync(root)).toEqual(['a']);
  });
});
