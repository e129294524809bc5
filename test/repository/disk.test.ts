import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, openSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/repository/disk.js';
import { folderOf } from './folder.js';

describe('openDirectory', () => {
  it('throws where there is no folder', () => {
    const root = folderOf({ file: '' });
    expect(() => openDirectory(join(root, 'x'))).toThrow('ENOENT');
    expect(() => openDirectory(join(root, 'file'))).toThrow('file is not a folder');
  });

  it('takes a link as root, and stays inside its target', () => {
    const root = folderOf({ 'real/app.js': 'text', secret: '', link: { link: 'real' } });
    const repository = openDirectory(join(root, 'link'));
    expect(repository.read('app.js')).toMatchObject({ text: 'text' });
    expect(repository.lookup('../secret')).toEqual({ is: 'outside' });
  });

  it('follows an absolute link that leads to a place below the root', () => {
    const root = folderOf({ 'lib/app.js': 'text' });
    symlinkSync(join(root, 'lib'), join(root, 'absolute'));
    expect(openDirectory(root).lookup('absolute/app.js')).toMatchObject({ is: 'file', path: 'lib/app.js' });
  });

  it('never opens a FIFO, a socket or a device', async () => {
    const root = folderOf({ 'to-device': { link: '/dev/zero' }, 'to-pipe': { link: 'pipe' } });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const server = createServer().listen(join(root, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    const repository = openDirectory(root);
    // A read of the FIFO would wait for a writer for ever.
    for (const path of ['pipe', 'to-pipe', 'socket']) {
      expect(repository.lookup(path)).toEqual({ is: 'special' });
      expect(repository.read(path)).toMatchObject({ is: 'special' });
    }
    expect(repository.read('to-device')).toMatchObject({ is: 'outside' });
    expect(repository.list('').find((entry) => entry.name === 'pipe')).toEqual({ name: 'pipe', is: 'special' });
    server.close();
  });

  it('neither waits for nor follows what takes the place of a listed file', () => {
    const root = folderOf({ 'pipe.js': '', 'link.js': '', 'gone.js': '' });
    const secret = folderOf({ secret: 'secret' });
    const repository = openDirectory(root);
    repository.list('');
    for (const name of ['pipe.js', 'link.js', 'gone.js']) renameSync(join(root, name), join(secret, name));
    execFileSync('mkfifo', [join(root, 'pipe.js')]);
    symlinkSync(join(secret, 'secret'), join(root, 'link.js'));
    expect(repository.read('pipe.js')).toMatchObject({ is: 'special' });
    expect(repository.read('link.js')).toMatchObject({ is: 'unreadable' });
    expect(repository.read('gone.js')).toEqual({ is: 'unreadable', why: 'cannot be read (it does not exist)' });
  });

  it('tells a huge file by its size, without reading it', () => {
    const root = folderOf();
    const descriptor = openSync(join(root, 'huge.js'), 'w');
    // A sparse file: a read would need 1 TB of memory.
    ftruncateSync(descriptor, 2 ** 40);
    closeSync(descriptor);
    expect(openDirectory(root).read('huge.js')).toMatchObject({ is: 'tooLarge' });
  });

  it('survives names that are not UTF-8', () => {
    const root = folderOf({ 'a.js': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/x`), Buffer.from([0xff])]), 'text');
    const repository = openDirectory(root);
    expect(repository.list('')).toHaveLength(2);
    expect(repository.read('x\uFFFD')).toMatchObject({ is: 'unreadable' });
    expect(repository.lookup('x\uFFFD')).toMatchObject({ is: 'file', executable: undefined });
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not read', () => {
    const root = folderOf({ 'secret.js': '', 'folder/a.js': '' });
    chmodSync(join(root, 'secret.js'), 0);
    chmodSync(join(root, 'folder'), 0);
    const repository = openDirectory(root);
    expect(repository.read('secret.js')).toEqual({ is: 'unreadable', why: 'cannot be read (permission denied)' });
    expect(repository.lookup('folder/a.js')).toEqual({ is: 'special' });
    expect(repository.read('folder/a.js')).toMatchObject({ is: 'unreadable' });
    chmodSync(join(root, 'folder'), 0o755);
  });
});
