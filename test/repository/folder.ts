import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MemoryFile } from '../../src/repository/memory.js';

/** A folder on disk with these files; it goes with the test. */
export function folderOf(files: Readonly<Record<string, MemoryFile>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'lint-deploy-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [path, file] of Object.entries(files)) write(join(root, path), file);
  return root;
}

function write(path: string, file: MemoryFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof file === 'string' || file instanceof Uint8Array) writeFileSync(path, file);
  else if ('link' in file) symlinkSync(file.link, path);
  else {
    writeFileSync(path, file.content);
    if (file.executable) chmodSync(path, 0o755);
  }
}

/** Runs git in a folder, apart from the settings of whoever runs the tests. */
export function git(folder: string, ...words: string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...words],
    {
      cwd: folder,
      stdio: 'pipe',
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_ALLOW_PROTOCOL: 'file' },
    },
  );
}
