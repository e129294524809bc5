import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDirectory } from '../../src/repository/disk.js';
import { deployedEntries, type GitEntry } from '../../src/repository/git-files.js';
import type { MemoryFile } from '../../src/repository/memory.js';
import type { Repository } from '../../src/repository/repository.js';
import { folderOf, git } from './folder.js';

/** A work tree with these files, none of them added. */
function workTree(files: Readonly<Record<string, MemoryFile>>): string {
  const root = folderOf(files);
  git(root, 'init', '-q');
  return root;
}

const names = (repository: Repository, folder = ''): string[] => repository.list(folder).map((entry) => entry.name);

// Neither the settings of whoever runs the tests nor a git hook around them shall count.
beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('in a work tree', () => {
  it('what git ignores is not there; what is tracked, or would be added, is', () => {
    const root = workTree({
      '.gitignore': '*.log\ndist/\nnode_modules\n',
      'tracked.log': '',
      'ignored.log': '',
      'dist/app.js': '',
      'node_modules/x/index.js': '',
      'vendor/node_modules/y/index.js': '',
      'src/new.js': '',
      'src/ignored.log': '',
      'logs/only.log': '',
    });
    git(root, 'add', '--force', 'tracked.log', 'vendor');
    const repository = openDirectory(root);
    expect(names(repository)).toEqual(['.gitignore', 'src', 'tracked.log', 'vendor']);
    expect(names(repository, 'src')).toEqual(['new.js']);
    for (const path of ['ignored.log', 'dist', 'dist/app.js', 'node_modules/x/index.js', 'logs', 'src/ignored.log']) {
      expect(repository.lookup(path)).toEqual({ is: 'missing' });
      expect(repository.read(path)).toMatchObject({ is: 'missing' });
    }
    expect(repository.read('tracked.log')).toMatchObject({ is: 'text' });
    expect(repository.lookup('vendor/node_modules/y/index.js')).toMatchObject({ is: 'file' });
  });

  it('a link to something ignored is broken', () => {
    const root = workTree({ '.gitignore': 'dist\n', 'dist/app.js': '', link: { link: 'dist/app.js' } });
    expect(openDirectory(root).lookup('link')).toEqual({ is: 'special' });
  });

  it('the disk decides whether a tracked file is there', () => {
    const root = workTree({ 'gone.js': '', 'old/gone.js': '', 'here.js': '' });
    git(root, 'add', '.');
    rmSync(join(root, 'gone.js'));
    rmSync(join(root, 'old'), { recursive: true });
    expect(names(openDirectory(root))).toEqual(['here.js']);
    expect(openDirectory(root).lookup('gone.js')).toEqual({ is: 'missing' });
  });

  it('the index says whether a tracked file is executable, the disk whether another is', () => {
    const root = workTree({
      'in-index.sh': '',
      'on-disk.sh': { content: '', executable: true },
      'new.sh': { content: '', executable: true },
      'new.txt': '',
    });
    git(root, 'add', 'in-index.sh', 'on-disk.sh');
    git(root, 'update-index', '--chmod=+x', 'in-index.sh');
    git(root, 'update-index', '--chmod=-x', 'on-disk.sh');
    const repository = openDirectory(root);
    expect(repository.lookup('in-index.sh')).toMatchObject({ executable: true });
    expect(repository.lookup('on-disk.sh')).toMatchObject({ executable: false });
    expect(repository.lookup('new.sh')).toMatchObject({ executable: true });
    expect(repository.lookup('new.txt')).toMatchObject({ executable: false });
  });

  it('takes names as they are: spaces, line breaks, umlauts, and what looks like a record of git', () => {
    const odd = ['a b', 'line\nbreak', 'ü.js', 'H 100755 0 0\tx', '? y', '-z'];
    const root = workTree(Object.fromEntries(odd.map((name) => [name, ''])));
    git(root, 'add', 'line\nbreak');
    expect(names(openDirectory(root))).toEqual([...odd].sort());
    expect(openDirectory(root).lookup('H 100755 0 0\tx')).toMatchObject({ executable: false });
  });

  it('a subfolder as root sees its own part, under the rules of the whole', () => {
    const root = workTree({
      '.gitignore': 'api/*.log\n',
      'api/app.js': '',
      'api/x.log': '',
      'api/src/a.js': '',
      'web/b.js': '',
    });
    git(root, 'add', 'api/app.js');
    git(root, 'update-index', '--chmod=+x', 'api/app.js');
    const repository = openDirectory(join(root, 'api'));
    expect(names(repository)).toEqual(['app.js', 'src']);
    expect(repository.lookup('app.js')).toMatchObject({ executable: true });
    expect(repository.lookup('../web/b.js')).toEqual({ is: 'outside' });
  });

  it('an ignored folder as root is read whole', () => {
    const root = workTree({ '.gitignore': 'tmp\n', 'tmp/clone/app.js': '', 'tmp/clone/.gitignore': 'app.js\n' });
    expect(names(openDirectory(join(root, 'tmp/clone')))).toEqual(['.gitignore', 'app.js']);
  });

  it('a submodule is there with its content, a repository that is only nested is not', () => {
    const module = workTree({ 'lib/index.js': '', '.gitignore': '*.log\n' });
    git(module, 'add', '.');
    git(module, 'commit', '-qm', 'x');
    const root = workTree({ 'app.js': '' });
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module, 'vendor/module');
    git(root, 'clone', '-q', module, 'nested');
    const repository = openDirectory(root);
    expect(names(repository)).toEqual(['.gitmodules', 'app.js', 'vendor']);
    expect(names(repository, 'vendor/module')).toEqual(['.gitignore', 'lib']);
    expect(repository.read('vendor/module/lib/index.js')).toMatchObject({ is: 'text' });
  });

  it('leaves no folder out where only folders are asked for', () => {
    const module = workTree({ 'lib/index.js': '' });
    git(module, 'add', '.');
    git(module, 'commit', '-qm', 'x');
    const root = workTree({ 'flat/app.js': '', 'deep/on/app.js': '', 'turned/was-a-file': '', 'new/app.js': '' });
    git(root, 'add', 'flat', 'deep', 'turned');
    rmSync(join(root, 'turned/was-a-file'));
    mkdirSync(join(root, 'turned/was-a-file'));
    writeFileSync(join(root, 'turned/was-a-file/app.js'), '');
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module, 'vendor/module');
    const repository = openDirectory(root);
    for (const folder of ['', 'flat', 'deep', 'turned', 'new', 'vendor', 'vendor/module']) {
      const isFolder = ({ is }: { is: string }): boolean => is === 'directory';
      expect(repository.list(folder, 'folders').filter(isFolder)).toEqual(repository.list(folder).filter(isFolder));
    }
    expect(repository.list('turned', 'folders')).toEqual([{ name: 'was-a-file', is: 'directory' }]);
    expect(repository.list('flat', 'folders')).toEqual([]);
  });

  it('reads a linked work tree, whose .git is a file', () => {
    const root = workTree({ '.gitignore': '*.log\n', 'app.js': '' });
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x');
    const linked = join(folderOf(), 'linked');
    git(root, 'worktree', 'add', '-q', linked);
    writeFileSync(join(linked, 'x.log'), '');
    expect(names(openDirectory(linked))).toEqual(['.gitignore', 'app.js']);
  });

  it('minds the repository it is in, not the one a git hook runs for', () => {
    const other = workTree({ 'other.js': '' });
    const root = workTree({ '.gitignore': '*.log\n', 'x.log': '', 'app.js': '' });
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other);
    vi.stubEnv('GIT_INDEX_FILE', '.git/index');
    expect(names(openDirectory(root))).toEqual(['.gitignore', 'app.js']);
  });

  it('starts no program that the repository names', () => {
    const root = workTree({ 'app.js': '', '.gitignore': '*.log\n', 'x.log': '' });
    git(root, 'add', '.');
    const marker = join(folderOf(), 'marker');
    const program = join(folderOf({ evil: { content: `#!/bin/sh\ntouch '${marker}'\n`, executable: true } }), 'evil');
    mkdirSync(join(root, '.git/hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'query-watchman']) {
      writeFileSync(join(root, '.git/hooks', hook), `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    }
    for (const key of ['core.fsmonitor', 'core.pager', 'pager.ls-files', 'core.sshCommand', 'alias.ls-files']) {
      git(root, 'config', key, key.startsWith('alias') ? `!${program}` : program);
    }
    git(root, 'config', 'core.hooksPath', join(root, '.git/hooks'));
    expect(names(openDirectory(root))).toEqual(['.gitignore', 'app.js']);
    expect(existsSync(marker)).toBe(false);
    // The same configuration does start it without our switches.
    git(root, 'ls-files', '--others');
    expect(existsSync(marker)).toBe(true);
  });
});

describe('git itself', () => {
  /** A stand-in for git, first on the PATH, which leaves a mark. */
  function fakeGit(script: string): string {
    const bin = folderOf({
      git: { content: `#!/bin/sh\necho run >> "$(dirname "$0")/runs"\n${script}\n`, executable: true },
    });
    vi.stubEnv('PATH', `${bin}:${process.env.PATH ?? ''}`);
    return join(bin, 'runs');
  }

  it('is run only when something is asked, and in a work tree', () => {
    const root = workTree({ 'app.js': '' });
    const runs = fakeGit(`printf '? app.js\\0'`);
    const repository = openDirectory(root);
    const outside = openDirectory(folderOf({ 'x.js': '' }));
    expect(names(outside)).toEqual(['x.js']);
    expect(existsSync(runs)).toBe(false);
    expect(names(repository)).toEqual(['app.js']);
    expect(existsSync(runs)).toBe(true);
  });

  it('is not taken from the repository', () => {
    const root = workTree({ 'app.js': '', git: { content: '#!/bin/sh\ntouch marker\n', executable: true } });
    vi.stubEnv('PATH', `.:${process.env.PATH ?? ''}`);
    const before = process.cwd();
    process.chdir(root);
    try {
      expect(names(openDirectory(root))).toEqual(['app.js', 'git']);
    } finally {
      process.chdir(before);
    }
    expect(existsSync(join(root, 'marker'))).toBe(false);
  });

  /** What is seen, and what is said, in a work tree with an ignored file. */
  function withIgnored(change: (root: string) => void): { seen: string[]; notices: string[] } {
    const root = workTree({ '.gitignore': '*.log\n', 'x.log': '' });
    change(root);
    const notices: string[] = [];
    const repository = openDirectory(root, { notice: (text) => notices.push(text) });
    const seen = names(repository);
    repository.lookup('x.log');
    return { seen, notices };
  }

  it('may be absent: then everything is there, and one notice says so', () => {
    const { seen, notices } = withIgnored(() => vi.stubEnv('PATH', '/nowhere'));
    expect(seen).toEqual(['.gitignore', 'x.log']);
    expect(notices).toEqual(['Files that git ignores are read too, because git is not installed.']);
  });

  it('may refuse: the notice gives its reason', () => {
    const { seen, notices } = withIgnored((root) => {
      renameSync(join(root, '.git'), join(folderOf(), 'moved'));
      writeFileSync(join(root, '.git'), 'gitdir: /nowhere\n');
    });
    expect(seen).toEqual(['.gitignore', 'x.log']);
    expect(notices).toEqual([
      'Files that git ignores are read too, because git refused: not a git repository: /nowhere.',
    ]);
  });

  it.skipIf(process.getuid?.() !== 0)('may refuse a folder of somebody else', () => {
    const { seen, notices } = withIgnored((root) => {
      chownSync(root, 12_345, 12_345);
      chownSync(join(root, '.git'), 12_345, 12_345);
    });
    expect(seen).toEqual(['.gitignore', 'x.log']);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('dubious ownership');
  });

  it('says nothing where all is well', () => {
    expect(withIgnored(() => undefined)).toEqual({ seen: ['.gitignore'], notices: [] });
    const notices: string[] = [];
    names(openDirectory(folderOf({ a: '' }), { notice: (text) => notices.push(text) }));
    expect(notices).toEqual([]);
  });
});

describe('deployedEntries', () => {
  const held = new Map<string, GitEntry>([
    ['Readme.md', 'file'],
    ['gone.js', 'file'],
    ['same.js', 'file'],
  ]);

  it('gives a name that differs in letter case on a case-insensitive disk as git has it', () => {
    const listed = [
      { name: 'README.md', is: 'file' as const },
      { name: 'same.js', is: 'file' as const },
      { name: 'ignored.log', is: 'file' as const },
    ];
    const onDisk = (name: string) => (name.toLowerCase() === 'readme.md' ? ('file' as const) : undefined);
    expect(deployedEntries(listed, held, onDisk)).toEqual([
      { name: 'same.js', is: 'file' },
      { name: 'Readme.md', is: 'file' },
    ]);
  });
});
