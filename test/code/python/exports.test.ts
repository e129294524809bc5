import { describe, expect, it } from 'vitest';
import { attributeOf, type Attribute } from '../../../src/code/python/exports.js';
import { resolveModule } from '../../../src/code/python/modules.js';
import { memoryRepository } from '../../../src/repository/memory.js';

/** Asks for `module:path` in a repository of these files. */
async function ask(
  target: string,
  files: Record<string, string>,
  folders: readonly string[] = [''],
): Promise<Attribute> {
  const [dotted = '', path] = target.split(':');
  const repository = memoryRepository(files);
  const module = resolveModule(repository, folders, dotted);
  if (module.is !== 'file' && module.is !== 'package' && module.is !== 'namespace')
    throw new Error(`no module ${dotted}`);
  return attributeOf(repository, folders, module, path);
}

/** The answer in a line: `defined <how> <file>:<line>`, `missing <file>` or `unknown <file>:<line> <why>`. */
async function short(target: string, files: Record<string, string>, folders?: readonly string[]): Promise<string> {
  const found = await ask(target, files, folders);
  if (found.is === 'missing') return `missing ${found.file}`;
  const place = `${found.at.file}:${found.at.range.start.line}`;
  return found.is === 'defined' ? `defined ${found.how} ${place}` : `unknown ${place} ${found.why}`;
}

const main = (text: string): Record<string, string> => ({ 'main.py': text });

describe('a module that defines a name', () => {
  it.each([
    ['by assignment', 'import x\napp = x.App()\n', 'defined assignment main.py:2'],
    ['with an annotation', 'app: App = App()\n', 'defined assignment main.py:1'],
    ['in a tuple', 'a, (app, *b) = c\n', 'defined assignment main.py:1'],
    ['in a chain', 'application = app = App()\n', 'defined assignment main.py:1'],
    ['as a function', '@a\nasync def app(): ...\n', 'defined function main.py:2'],
    ['as a class', 'class app: pass\n', 'defined class main.py:1'],
    ['by an import', 'import app\n', 'defined import main.py:1'],
    ['from a package that is installed', 'from flask_app import server as app\n', 'defined import main.py:1'],
    ['on one branch', 'if a:\n  app = 1\n', 'defined assignment main.py:2'],
    ['on the other', 'if a: pass\nelif b: pass\nelse:\n  app = 1\n', 'defined assignment main.py:4'],
    [
      'after a failed import',
      'try:\n  import uvloop\nexcept ImportError:\n  app = 1\n',
      'defined assignment main.py:4',
    ],
    ['with with', 'with a() as app: pass\n', 'defined other main.py:1'],
    ['in a loop', 'for app in b: pass\n', 'defined other main.py:1'],
    ['in a test', 'if (app := a()): pass\n', 'defined assignment main.py:1'],
    ['by a pattern', 'match a:\n  case {"b": app}: pass\n', 'defined other main.py:2'],
    ['twice, the last time', 'app = None\napp = App()\n', 'defined assignment main.py:2'],
    ['where it is not the main program', "if __name__ != '__main__':\n  app = 1\n", 'defined assignment main.py:2'],
    ['beside the main program', "if '__main__' == __name__: a()\nelse:\n  app = 1\n", 'defined assignment main.py:3'],
    ['also for functions', 'app = None\ndef f():\n  global app\n  app = 1\n', 'defined assignment main.py:1'],
  ])('%s', async (_, text, expected) => {
    expect(await short('main:app', main(text))).toBe(expected);
  });

  it('points at the name', async () => {
    const found = await ask('main:app', main('x = 1\nclient, app = make()\n'));
    expect(found).toMatchObject({ at: { range: { start: { offset: 14 }, end: { offset: 17 } } } });
  });
});

describe('a module that lacks a name', () => {
  it.each([
    ['altogether', 'application = 1\n'],
    ['but has it in a function', 'def f():\n  app = 1\n'],
    ['but has it in a class', 'class A:\n  app = 1\n'],
    ['but has it in the main program', "if __name__ == '__main__':\n  app = 1\n  app.run()\n"],
    ['but has it in the main program of some runs', "if __name__ == '__main__' and debug:\n  app = 1\n"],
    ['but has it for type checkers', 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  from a import app\n'],
    ['but has it in dead code', 'if False:\n  app = 1\n'],
    ['but annotates it', 'app: App\n'],
    ['but has it in a comprehension', 'x = [app for app in b]\n'],
    ['but catches an error by it', 'try: pass\nexcept E as app: pass\n'],
    ['but sets an attribute', 'a.app = 1\na["app"] = 1\n'],
    ['but has it in another letter case', 'App = 1\n'],
    ['and is empty', ''],
  ])('%s', async (_, text) => {
    expect(await short('main:app', main(text))).toBe('missing main.py');
  });

  it('tells what it has, the likeliest first', async () => {
    const text = 'import os\nfrom a import b\n_app = 1\nconfig = 2\ndef create_app(): ...\napplication = 3\n';
    // Two hold "app"; the shorter of them is nearer. Imports and private names are none of its own.
    const defined = ['create_app', 'application', 'config'];
    expect(await ask('main:app', main(text))).toMatchObject({ is: 'missing', defined });
  });
});

describe('what is not decided', () => {
  it.each([
    ['set by a function', 'def f():\n  global app\n  app = 1\nf()\n', 'unknown main.py:2 is set in a function'],
    ['deleted', 'app = 1\ndel app\n', 'unknown main.py:2 is deleted'],
    ['asked of __getattr__', 'def __getattr__(name): ...\n', 'unknown main.py:1 defines __getattr__'],
    ['written by exec', 'exec(open("a").read())\n', 'unknown main.py:1 uses exec()'],
    ['written into globals()', 'a = 1\nglobals()["app"] = 1\n', 'unknown main.py:2 uses globals()'],
    ['written there by a function', 'def f():\n  globals().update(a)\n', 'unknown main.py:2 uses globals()'],
    ['set by name', 'import sys\nsetattr(sys.modules[__name__], "app", 1)\n', 'unknown main.py:2 uses setattr()'],
    [
      'in what may take the place of the module',
      'import sys\nclass A:\n  def f(self):\n    sys.modules[__name__] = self\n',
      'unknown main.py:4 uses sys.modules',
    ],
    [
      'among the names of an installed package',
      'from flask import *\n',
      'unknown main.py:1 takes all names of an installed package',
    ],
    [
      'a member of an enumeration',
      '@enum.global_enum\nclass A(Enum): ...\n',
      'unknown main.py:1 spreads the members of an enumeration',
    ],
    ['in what is not read', 'x = yield_[1:(app := 2)]\n', 'unknown main.py:1 is not fully read'],
    ['in a file that does not parse', 'app = 1\nx = (\n', 'unknown main.py:2 does not parse'],
    ['in a file of Python 2', 'app = 1\nprint "a"\n', 'unknown main.py:2 is Python 2'],
    [
      'made by the build',
      'from ._version import app\n',
      'unknown main.py:1 imports ._version, which is not in the repository',
    ],
    ['imported from itself', 'from main import app\n', 'unknown main.py:1 imports in a circle'],
    ['above the repository', 'from ..a import app\n', 'unknown main.py:1 imports from outside the repository'],
  ])('%s', async (_, text, expected) => {
    expect(await short('main:app', main(text))).toBe(expected);
  });

  it('is no doubt about a name that is written', async () => {
    const text = 'from flask import *\nglobals().update(a)\napp = 1\n';
    expect(await short('main:app', main(text))).toBe('defined assignment main.py:3');
  });

  it('is not what a method does to its object', async () => {
    const text = 'class A:\n  def f(self):\n    setattr(self, "app", 1)\n    vars(self)\n';
    expect(await short('main:app', main(text))).toBe('missing main.py');
  });

  it('is a file that is too large', async () => {
    expect(await short('main:app', main('#'.repeat(1_100_000)))).toMatch(/^unknown main.py:1 is larger/);
  });
});

describe('imports', () => {
  it('are followed to where the name is defined, and told on the way', async () => {
    const found = await ask('api:app', {
      'api/__init__.py': '# the API\nfrom .factory import application as app\n',
      'api/factory.py': 'from api.core.server import application\n',
      'api/core/server.py': 'application = App()\n',
    });
    expect(found).toMatchObject({
      is: 'defined',
      how: 'assignment',
      file: 'api/core/server.py',
      through: [
        { file: 'api/__init__.py', range: { start: { line: 2 } } },
        { file: 'api/factory.py', range: { start: { line: 1 } } },
      ],
    });
  });

  it('say which file lacks the name', async () => {
    const files = { 'main.py': 'from api import app\n', 'api.py': 'application = 1\n' };
    expect(await ask('main:app', files)).toMatchObject({
      is: 'missing',
      file: 'api.py',
      defined: ['application'],
      through: [{ file: 'main.py' }],
    });
  });

  it('may fail where another binding stands in', async () => {
    const text = 'try:\n  from api import app\nexcept ImportError:\n  app = None\n';
    expect(await short('main:app', { 'main.py': text, 'api.py': '' })).toBe('defined assignment main.py:4');
    const reversed = 'app = None\ntry:\n  from api import app\nexcept ImportError:\n  pass\n';
    expect(await short('main:app', { 'main.py': reversed, 'api.py': '' })).toBe('defined assignment main.py:1');
  });

  it('climb by their dots', async () => {
    const files = {
      'a/__init__.py': '',
      'a/app.py': 'app = 1\n',
      'a/b/__init__.py': '',
      'a/b/c.py': 'from ..app import app\n',
    };
    expect(await short('a.b.c:app', files)).toBe('defined assignment a/app.py:1');
  });

  it('search the folders that the program does', async () => {
    const files = { 'src/main.py': 'from core import app\n', 'lib/core.py': 'app = 1\n' };
    expect(await short('main:app', files, ['src', 'lib'])).toBe('defined assignment lib/core.py:1');
    expect(await short('main:app', files, ['src'])).toBe('defined import src/main.py:1');
  });

  it('of a package with the name of a folder without code are those of an installed package', async () => {
    const files = { 'main.py': 'from alembic.app import app\n', 'alembic/env.py': '' };
    expect(await short('main:app', files)).toBe('defined import main.py:1');
  });

  it('of what a folder without __init__.py lacks are those of an installed package', async () => {
    const files = { 'celery/tasks.py': '' };
    const main = 'from celery import Celery as app\n';
    expect(await short('main:app', { ...files, 'main.py': main })).toBe('defined import main.py:1');
    const star = 'unknown main.py:1 takes all names of an installed package';
    expect(await short('main:app', { ...files, 'main.py': 'from celery import *\n' })).toBe(star);
  });

  it('that go in a circle end', async () => {
    const files = { 'main.py': 'from b import app\n', 'b.py': 'from main import app\n' };
    expect(await short('main:app', files)).toBe('unknown main.py:1 imports in a circle');
  });
});

describe('from … import *', () => {
  const star = (text: string): Record<string, string> => ({ 'main.py': 'from b import *\n', 'b.py': text });

  it.each([
    ['gives names', 'app = 1\n', 'app', 'defined assignment b.py:1'],
    ['gives what is imported there', 'from flask import app\n', 'app', 'defined import b.py:1'],
    ['keeps names with an underscore', '_app = 1\n', '_app', 'missing main.py'],
    ['gives those of __all__', '__all__ = ["_app"]\n_app = 1\n', '_app', 'defined assignment b.py:2'],
    ['gives those added to it', '__all__ = ("a",)\n__all__ += ["app"]\napp = 1\n', 'app', 'defined assignment b.py:3'],
    ['keeps what is not in it', '__all__ = ["a"]\napp = 1\n', 'app', 'missing main.py'],
    [
      'may give any where it is not read',
      '__all__ = a + b\napp = 1\n',
      'app',
      'unknown b.py:1 has an __all__ that is not read',
    ],
    [
      'may where it grows',
      '__all__ = []\n__all__.append("app")\napp = 1\n',
      'app',
      'unknown b.py:1 has an __all__ that is not read',
    ],
    ['goes in circles', 'from main import *\n', 'app', 'missing main.py'],
  ])('%s', async (_, text, name, expected) => {
    expect(await short(`main:${name}`, star(text))).toBe(expected);
  });

  it('ends in a web of circles', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `m${index}`);
    const text = names.map((name) => `from ${name} import *\n`).join('');
    const files = Object.fromEntries(names.map((name) => [`${name}.py`, text]));
    expect(await short('m0:app', files)).toBe('missing m0.py');
    expect(await short('m0:app', { ...files, 'm11.py': 'app = 1\n' })).toBe('defined assignment m11.py:1');
  });
});

describe('the path behind the colon', () => {
  const factory = main('def create_app(mode="x"): ...\nserver = dash.server\n');

  it.each([
    ['main:create_app', 'defined function main.py:1'],
    ['main:create_app()', 'defined function main.py:1'],
    ["main:create_app('a.b')", 'defined function main.py:1'],
    ['main:server.wsgi', 'unknown main.py:2 has attributes that are not read'],
    ['main:nothing.wsgi', 'missing main.py'],
  ])('%s', async (target, expected) => {
    expect(await short(target, factory)).toBe(expected);
  });

  it('is application where nothing is written', async () => {
    expect(await short('main', main('application = get_wsgi_application()\n'))).toBe('defined assignment main.py:1');
    expect(await short('main', main('app = 1\n'))).toBe('missing main.py');
  });

  it('may lead through modules', async () => {
    const files = { 'a/__init__.py': '', 'a/b.py': 'app = 1\n', 'main.py': 'import a.b\nimport a.b as c\n' };
    expect(await short('a:b', files)).toBe('defined module a/b.py:1');
    expect(await short('a:b.app', files)).toBe('defined assignment a/b.py:1');
    expect(await short('main:a.b.app', files)).toBe('defined assignment a/b.py:1');
    expect(await short('main:c.nothing', files)).toBe('missing a/b.py');
  });

  it('prefers what a package defines to its module of the same name', async () => {
    const files = { 'a/__init__.py': 'from .app import app\n', 'a/app.py': 'app = 1\n' };
    expect(await ask('a:app', files)).toMatchObject({ how: 'assignment', file: 'a/app.py' });
  });

  it('may be a module that its own package imports', async () => {
    const files = { 'a/__init__.py': 'from a import app\n', 'a/app.py': '' };
    expect(await short('a:app', files)).toBe('defined module a/app.py:1');
  });

  it('is missing in a folder without __init__.py unless it is a module', async () => {
    const files = { 'a/b.py': 'app = 1\n' };
    expect(await short('a:app', files)).toBe('missing a');
    expect(await short('a:b.app', files)).toBe('defined assignment a/b.py:1');
  });
});
