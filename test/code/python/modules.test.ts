import { describe, expect, it } from 'vitest';
import { resolveModule, searchPath, type ModuleResolution } from '../../../src/code/python/modules.js';
import { memoryRepository } from '../../../src/repository/memory.js';

/** Resolves in a repository of empty files. */
function resolve(dotted: string, files: readonly string[], folders: readonly string[] = ['']): ModuleResolution {
  return resolveModule(memoryRepository(Object.fromEntries(files.map((file) => [file, '']))), folders, dotted);
}

describe('resolveModule', () => {
  it.each<[string, string, readonly string[], object]>([
    ['a file', 'main', ['main.py'], { is: 'file', path: 'main.py' }],
    ['a file of a package', 'a.b', ['a/__init__.py', 'a/b.py'], { is: 'file', path: 'a/b.py' }],
    [
      'a package',
      'a.b',
      ['a/__init__.py', 'a/b/__init__.py'],
      { is: 'package', path: 'a/b/__init__.py', folder: 'a/b' },
    ],
    ['a folder without __init__.py', 'a', ['a/b.py'], { is: 'namespace', folders: ['a'] }],
    ['a file in one', 'a.b.c', ['a/b/c.py'], { is: 'file', path: 'a/b/c.py' }],
    [
      'the package, of a package and a file',
      'a',
      ['a.py', 'a/__init__.py'],
      { is: 'package', path: 'a/__init__.py', folder: 'a' },
    ],
    ['the file, of a file and a folder', 'a', ['a.py', 'a/b.py'], { is: 'file', path: 'a.py' }],
    ['a name in another script', 'größe', ['größe.py'], { is: 'file', path: 'größe.py' }],
  ])('finds %s', (_, dotted, files, expected) => {
    expect(resolve(dotted, files)).toEqual(expected);
  });

  it('takes the first folder of the search, but any package or file before a folder without __init__.py', () => {
    expect(resolve('a', ['one/a.py', 'two/a.py'], ['one', 'two'])).toEqual({ is: 'file', path: 'one/a.py' });
    expect(resolve('a', ['one/a/b.py', 'two/a.py'], ['one', 'two'])).toEqual({ is: 'file', path: 'two/a.py' });
  });

  it('joins the folders of one namespace', () => {
    const files = ['one/a/b.py', 'two/a/c.py'];
    expect(resolve('a', files, ['one', 'two'])).toEqual({ is: 'namespace', folders: ['one/a', 'two/a'] });
    expect(resolve('a.c', files, ['one', 'two'])).toEqual({ is: 'file', path: 'two/a/c.py' });
  });

  it.each<[string, string, readonly string[], object]>([
    ['what may be installed', 'flask', ['main.py'], { is: 'external', near: [], otherCase: undefined }],
    ['and offers a near name', 'mian', ['main.py', 'docs/main.md'], { is: 'external', near: ['main'] }],
    ['and tells another letter case', 'app', ['App.py'], { is: 'external', otherCase: 'App.py' }],
    ['and tells it of a package', 'app', ['App/__init__.py'], { is: 'external', otherCase: 'App/__init__.py' }],
    ['a folder of documents', 'docker', ['docker/Dockerfile', 'docker/nginx/site.conf'], { is: 'external' }],
    ['stubs', 'a', ['a.pyi'], { is: 'external' }],
    ['a path', 'src/main', ['src/main.py'], { is: 'external' }],
    ['an empty name', '', ['main.py'], { is: 'external' }],
    ['dots alone', '..', ['main.py'], { is: 'external' }],
  ])('does not find %s', (_, dotted, files, expected) => {
    expect(resolve(dotted, files)).toMatchObject(expected);
  });

  it.each<[string, string, readonly string[], object]>([
    [
      'a package has no such module',
      'app.mian',
      ['app/__init__.py', 'app/main.py', 'app/models.py'],
      { near: ['app.main'], installedWins: false, found: { dotted: 'app', module: { is: 'package' } } },
    ],
    ['a folder has none', 'src.app', ['src/main.py'], { installedWins: true, found: { dotted: 'src' } }],
    ['a file is no package', 'main.app', ['main.py'], { found: { dotted: 'main', module: { is: 'file' } } }],
    ['the letter case differs', 'a.B', ['a/__init__.py', 'a/b.py'], { otherCase: 'a/b.py', near: ['a.b'] }],
    ['part of the name is empty', 'a..b', ['a/__init__.py', 'a/b.py'], { found: { dotted: 'a' } }],
  ])('says what is missing where %s', (_, dotted, files, expected) => {
    expect(resolve(dotted, files)).toMatchObject({ is: 'missing', ...expected });
  });

  it.each([
    ['fast', ['fast.cpython-312-x86_64-linux-gnu.so', 'fast.py'], 'fast.cpython-312-x86_64-linux-gnu.so'],
    ['fast', ['fast.pyx'], 'fast.pyx'],
    ['fast', ['fast.pyc'], 'fast.pyc'],
    ['a.fast', ['a/__init__.py', 'a/fast.so'], 'a/fast.so'],
    ['a', ['a/__init__.so', 'a/b.py'], 'a/__init__.so'],
  ])('cannot read %s of %j', (dotted, files, path) => {
    expect(resolve(dotted, files)).toEqual({ is: 'unknown', why: 'is compiled', path });
  });

  it('does not follow a link out of the repository', () => {
    const repository = memoryRepository({ 'main.py': { link: '../main.py' } });
    expect(resolveModule(repository, [''], 'main')).toMatchObject({ is: 'unknown', path: 'main.py' });
  });
});

describe('searchPath', () => {
  it.each<[string, Parameters<typeof searchPath>[0], readonly string[], readonly string[]]>([
    ['the folder it is run in', { folder: 'api', srcLayout: false }, ['api'], []],
    ['an installed src last', { folder: 'api', srcLayout: true }, ['api', 'api/src'], []],
    ['gunicorn --chdir, and the folder', { folder: 'api', chdir: './src/', srcLayout: false }, ['api/src', 'api'], []],
    [
      "gunicorn's --pythonpath first, as seen from --chdir",
      { folder: '', chdir: 'a', inserted: ['../b'], srcLayout: false },
      ['b', 'a', ''],
      [],
    ],
    ['uvicorn --app-dir instead', { folder: 'api', appDir: 'src', srcLayout: false }, ['api/src'], []],
    [
      'and the folder with python -m',
      { folder: 'api', appDir: 'src', runAsModule: true, srcLayout: false },
      ['api/src', 'api'],
      [],
    ],
    ['PYTHONPATH', { folder: 'api', pythonPath: 'lib:../shared:', srcLayout: false }, ['api', 'api/lib', 'shared'], []],
    [
      'what is not known',
      { folder: '', chdir: '/app', pythonPath: '$PYTHONPATH:..', srcLayout: false },
      [''],
      ['/app', '$PYTHONPATH', '..'],
    ],
  ])('holds %s', (_, options, folders, unread) => {
    expect(searchPath(options)).toEqual({ folders, unread });
  });
});
