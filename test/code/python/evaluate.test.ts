import { describe, expect, it } from 'vitest';
import { runModule, type EvaluatedModule } from '../../../src/code/python/evaluate/run.js';
import type { Evaluated } from '../../../src/code/python/evaluate/values.js';
import type { Variable } from '../../../src/model/process.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import { environment } from '../../support/launch.js';
import { known, place } from '../../support/model.js';

const SET: Readonly<Record<string, string>> = {
  RENDER: 'true',
  HOSTS: 'a.com,b.com',
  SPACED: 'a.com, b.com',
  EMPTY: '',
  NUMBER: '3',
  DEBUG: 'False',
};

function variables(): Record<string, Variable> {
  const at = place('render.yaml');
  const secret: Variable = { is: 'set', value: { is: 'unknown', why: 'is set in the dashboard', at }, at };
  const set = Object.entries(SET).map(([name, value]): [string, Variable] => [
    name,
    { is: 'set', value: known(value), at },
  ]);
  return { ...Object.fromEntries(set), SECRET: secret, MAYBE: { is: 'unknown', at } };
}

function run(files: Record<string, string>, main = 'main'): Promise<EvaluatedModule> {
  const repository = memoryRepository(files);
  const options = { folders: [''], folder: '', environment: environment(variables()) };
  return runModule(repository, { is: 'file', path: `${main.replaceAll('.', '/')}.py` }, main, options);
}

/** A value as Python would show it; `?` is unknown, `…` stands for what there may be besides, `|` parts possible values. */
function shown(value: Evaluated | undefined): string {
  switch (value?.is) {
    case 'string':
      return `'${value.value}'`;
    case 'path':
      return `<${value.value}>`;
    case 'number':
      return String(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'list':
    case 'tuple':
    case 'set': {
      const items = [...value.items.map(shown), ...(value.rest ? ['…'] : [])].join(', ');
      return value.is === 'list' ? `[${items}]` : value.is === 'tuple' ? `(${items})` : `{${items}}`;
    }
    case 'dictionary': {
      const items = value.entries.map((entry) => `${entry.key}: ${shown(entry.value)}`);
      return `{${[...items, ...(value.rest ? ['…'] : [])].join(', ')}}`;
    }
    case 'oneOf':
      return value.values.map(shown).join(' | ');
    case 'undefined':
      return '-';
    case 'object':
      return `${value.of}(…)`;
    default:
      return '?';
  }
}

async function x(text: string, files: Record<string, string> = {}): Promise<string> {
  const module = await run({ 'main.py': text, ...files });
  return shown(module.binding('x')?.value);
}

describe('an expression', () => {
  it.each([
    ['\'a\' + "b"', "'ab'"],
    ['f\'{1 + 1}.{"c"}\'', "'2.c'"],
    ["'%s-%d' % ('a', 2)", "'a-2'"],
    ["'%(a)s' % {'a': 1}", "'1'"],
    ["'{}:{b}'.format(1, b=2)", "'1:2'"],
    ['3 * 2 + 1', '7'],
    ['7 // 2', '3'],
    ['-7 % 3', '2'],
    ["int('5') * 2", '10'],
    ["bool('False')", 'True'],
    ["bool('')", 'False'],
    ['str(5)', "'5'"],
    ["float('1.5')", '1.5'],
    ["'a,b'.split(',')", "['a', 'b']"],
    ["''.split(',')", "['']"],
    ["''.split()", '[]'],
    ["' a  b '.split()", "['a', 'b']"],
    ["' a '.strip()", "'a'"],
    ["'xxaxx'.strip('x')", "'a'"],
    ["'A'.lower()", "'a'"],
    ["'https://a.com/'.replace('https://', '').rstrip('/')", "'a.com'"],
    ["'https://a.com'.removeprefix('https://')", "'a.com'"],
    ["'a.com'.endswith('.com')", 'True'],
    ["','.join(['a', 'b'])", "'a,b'"],
    ["[h.strip() for h in 'a, b,'.split(',') if h]", "['a', 'b']"],
    ["[h for h in 'a, ,b'.split(',') if h.strip()]", "['a', 'b']"],
    ["list(filter(None, ['', 'a']))", "['a']"],
    ["list(map(str.strip, [' a']))", "['a']"],
    ["list(map(lambda h: h.strip(), [' a']))", "['a']"],
    ["[*('a', 'b'), 'c']", "['a', 'b', 'c']"],
    ["{**{'a': 1}, 'b': 2}", '{a: 1, b: 2}'],
    ["{'a': 1}['a']", '1'],
    ["{'a': 1}.get('b', 2)", '2'],
    ["('a', 'b')[-1]", "'b'"],
    ["'' or 'b'", "'b'"],
    ["'a' and 'b'", "'b'"],
    ['not []', 'True'],
    ["1 if 'a' in ['a'] else 2", '1'],
    ["'a' == 'b'", 'False'],
    ['1 < 2 < 3', 'True'],
    ['None is None', 'True'],
    ["'True' == True", 'False'],
    ['len([1, 2])', '2'],
    ['max(1, 3)', '3'],
    ["dict(a=1, b='c')", "{a: 1, b: 'c'}"],
    ['any([False, True])', 'True'],
    ["{'a'} | {'b'}", "{'a', 'b'}"],
    ['unknown_name', '?'],
    ['(lambda a, b=2: a + b)(1)', '3'],
    ['__name__', "'main'"],
    ['10 ** 400', '?'],
    ["'a' * 10 ** 9", '?'],
  ])('%s', async (text, expected) => {
    expect(await x(`x = ${text}\n`)).toBe(expected);
  });
});

describe('a variable of the environment', () => {
  it.each([
    ["os.environ['HOSTS']", "'a.com,b.com'"],
    ["os.environ.get('HOSTS')", "'a.com,b.com'"],
    ["os.getenv('HOSTS', 'c.com')", "'a.com,b.com'"],
    ["os.environ.get('NONE')", 'None'],
    ["os.environ.get('NONE', 'd')", "'d'"],
    ["os.environ['NONE']", '?'],
    ["os.environ.get('NONE', '').split(',')", "['']"],
    ["os.environ.get('EMPTY', 'x')", "''"],
    ["os.environ.get('EMPTY') or 'x'", "'x'"],
    ["os.environ.get('SPACED').split(',')", "['a.com', ' b.com']"],
    ["'RENDER' in os.environ", 'True'],
    ["'RENDER' not in os.environ", 'False'],
    ["'NONE' in os.environ", 'False'],
    ["'MAYBE' in os.environ", '?'],
    ["os.environ.get('MAYBE', 'd')", "? | 'd'"],
    ["os.environ.get('MAYBE', 'd').split(',')", "? | ['d']"],
    ["os.environ.get('SECRET', 'd')", '?'],
    ["[os.environ.get('SECRET'), 'b']", "[?, 'b']"],
    ["int(os.environ.get('NUMBER', 1)) * 2 + 1", '7'],
    ["os.environ.get('DEBUG') == 'True'", 'False'],
    ["os.environ.get('DEBUG', 'True').lower() in ('true', '1')", 'False'],
    ["bool(os.environ.get('DEBUG'))", 'True'],
    ["os.environ.get('NONE', default='d')", "'d'"],
    ["'a' if os.environ.get('MAYBE') else 'b'", "'a' | 'b'"],
    ["os.getenv(key='HOSTS')", "'a.com,b.com'"],
  ])('%s', async (text, expected) => {
    expect(await x(`import os\nx = ${text}\n`)).toBe(expected);
  });

  it.each([
    ['from os import environ\nx = environ.get("HOSTS")', "'a.com,b.com'"],
    ['from os import getenv as env\nx = env("NONE", "n")', "'n'"],
    ['import os as _os\nx = _os.environ["HOSTS"]', "'a.com,b.com'"],
    ['import os\nos.environ["N"] = "1"\nx = os.environ.get("N")', "'1'"],
    ['import os\nos.environ.setdefault("HOSTS", "z")\nx = os.environ["HOSTS"]', "'a.com,b.com'"],
    ['import os\nos.environ.setdefault("N", "z")\nx = os.environ["N"]', "'z'"],
    ['import os\ntry:\n  x = os.environ["NONE"]\nexcept KeyError:\n  x = "k"', "'k'"],
    ['import os\ndef get(n, d=None):\n  return os.environ.get(n, d)\nx = get("NONE", "d")', "'d'"],
    [
      'import os\ndef get(n):\n  try:\n    return os.environ[n]\n  except KeyError:\n    raise ValueError\nx = get("HOSTS")',
      "'a.com,b.com'",
    ],
    ['import os\ndef flag(n):\n  if os.environ.get(n):\n    return 1\n  return 2\nx = flag("MAYBE")', '1 | 2'],
  ])('%s', async (text, expected) => {
    expect(await x(`${text}\n`)).toBe(expected);
  });
});

describe('a library that reads settings', () => {
  const environ = 'import environ\nenv = environ.Env(D=(bool, False), L=(list, ["l"]))\n';
  const decouple = 'from decouple import config, Csv\n';
  it.each([
    [`${environ}x = env('HOSTS')`, "'a.com,b.com'"],
    [`${environ}x = env.list('HOSTS')`, "['a.com', 'b.com']"],
    [`${environ}x = env.list('SPACED')`, "['a.com', ' b.com']"],
    [`${environ}x = env.list('EMPTY')`, '[]'],
    [`${environ}x = env.list('NONE', default=['d'])`, "['d']"],
    [`${environ}x = env.list('NONE')`, '?'],
    [`${environ}x = env('HOSTS', cast=list)`, "['a.com', 'b.com']"],
    [`${environ}x = env('D')`, 'False'],
    [`${environ}x = env('L')`, "['l']"],
    [`${environ}x = env.bool('DEBUG', True)`, 'False'],
    [`${environ}x = env.bool('NONE', default=True)`, 'True'],
    [`${environ}x = env.int('NUMBER')`, '3'],
    [`${environ}x = env.str('MAYBE', 'm')`, "? | 'm'"],
    [`${environ}x = env.db()`, '?'],
    [`${environ}x = env.db(default="sqlite:///x")["ENGINE"]`, "'django.db.backends.sqlite3'"],
    ['import dj_database_url\nx = dj_database_url.config()', '{}'],
    ['from environs import Env\nenv = Env()\nenv.read_env()\nx = env.list("SPACED")', "['a.com', 'b.com']"],
    ['from environs import env\nx = env.bool("DEBUG")', 'False'],
    [`${decouple}x = config('SPACED', cast=Csv())`, "['a.com', 'b.com']"],
    [`${decouple}x = config('NONE', default='', cast=Csv())`, '[]'],
    [`${decouple}x = config('NONE', default='a, b', cast=Csv())`, "['a', 'b']"],
    [`${decouple}x = config('NONE', default='a,b', cast=lambda v: [s.strip() for s in v.split(',')])`, "['a', 'b']"],
    [`${decouple}x = config('DEBUG', default=True, cast=bool)`, 'False'],
    [`${decouple}x = config('NONE', default=True, cast=bool)`, 'True'],
    [`${decouple}x = config('NUMBER', cast=int)`, '3'],
    [`${decouple}x = config('NONE')`, '?'],
  ])('%s', async (text, expected) => {
    expect(await x(`${text}\n`)).toBe(expected);
  });

  it.each([
    ['import os\nfrom dotenv import load_dotenv\nload_dotenv()\nx = os.getenv("FILE")', "'f'"],
    ['import os\nfrom dotenv import load_dotenv\nload_dotenv()\nx = os.getenv("HOSTS")', "'a.com,b.com'"],
    ['import os\nfrom dotenv import load_dotenv\nload_dotenv(override=True)\nx = os.getenv("HOSTS")', "'o'"],
    ['import os\nx = os.getenv("FILE")', 'None'],
    [
      'import environ, os\nenviron.Env.read_env(os.path.join(os.path.dirname(__file__), ".env"))\nx = os.environ["FILE"]',
      "'f'",
    ],
    [
      'import environ\nfrom pathlib import Path\nenv = environ.Env()\nenv.read_env(Path(__file__).resolve().parent / ".env")\nx = env("FILE")',
      "'f'",
    ],
    ['from decouple import config\nx = config("FILE")', "'f'"],
  ])('reads a committed .env: %s', async (text, expected) => {
    expect(await x(`${text}\n`, { '.env': 'FILE=f\nHOSTS=o\n' })).toBe(expected);
  });

  it.each([
    ['x = Settings().hosts', "'a.com,b.com'"],
    ['x = Settings().port', '8000'],
    ['x = Settings().debug', 'False'],
    ['s = Settings()\nx = s.number + 1', '4'],
    ['x = Settings().none', '?'],
  ])('pydantic: %s', async (text, expected) => {
    const model =
      'from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n  hosts: str = "h"\n  port: int = 8000\n  debug: bool = True\n  number: int\n  none: str\n';
    expect(await x(`${model}${text}\n`)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    ['x = []\nx.append("a")\nx += ["b"]\nx.extend(("c",))\nx.insert(0, "z")', "['z', 'a', 'b', 'c']"],
    ['x = ["a", "b"]\nx.remove("a")', "['b']"],
    ['x = ("a",)\nx += ("b",)', "('a', 'b')"],
    ['x = ["a"]\nx += "bc"', "['a', 'b', 'c']"],
    ['x = ["a"]\nx = x + ["b"]', "['a', 'b']"],
    ['x = {"a": {"b": 1}}\nx["a"]["b"] = 2\nx["a"].update(c=3)', '{a: {b: 2, c: 3}}'],
    ['x = ["a"]\nx += other()', "['a', …]"],
    ['a = x = 1', '1'],
    ['a, x = 1, 2', '2'],
    ['x = 1\nif __name__ == "__main__":\n  x = 2', '1'],
    ['import os\nx = []\nif "RENDER" in os.environ:\n  x.append("r")', "['r']"],
    ['import os\nif os.environ.get("MAYBE"):\n  x = 1\nelse:\n  x = 2', '1 | 2'],
    ['import os\nif os.environ.get("MAYBE"):\n  x = 1', '1 | -'],
    ['import os\nx = 0\nif os.environ.get("MAYBE"):\n  x = 0', '0'],
    ['import os\nif not os.environ.get("MAYBE"):\n  raise ValueError\nx = 1', '1'],
    ['x = []\nfor h in ["a", "b"]:\n  x.append(h + ".com")', "['a.com', 'b.com']"],
    ['x = []\nfor h in ["a", "b", "c"]:\n  if h == "b": break\n  x.append(h)', "['a']"],
    ['x = []\nfor h in ["a", "b", "c"]:\n  if h == "b": continue\n  x.append(h)', "['a', 'c']"],
    ['try:\n  from .local_settings import *\nexcept ImportError:\n  x = 1', '1'],
    ['try:\n  from local_settings import *\nexcept ImportError:\n  pass\nx = 1', '1'],
    ['x = 1\ntry:\n  from local_settings import *\nexcept ImportError:\n  pass', '1'],
    ['x = 1\nfrom some_package.settings import *', '1 | ?'],
    ['x = 1\nimport django_heroku\ndjango_heroku.settings(locals())', '1 | ?'],
    ['x = 1\nexec(open("local.py").read())', '1 | ?'],
    ['try:\n  import yaml\n  x = 1\nexcept ImportError:\n  x = 2', '1 | 2'],
    ['x = [0]\ndef f():\n  x.append(1)\nf()', '[0, 1]'],
    ['x = 1\ndef f():\n  global x\n  x = 2\nf()', '2'],
    ['def f():\n  return f()\nx = f()', '?'],
    ['class C:\n  a = 1\nclass D(C):\n  b = 2\nx = D.a + D.b', '3'],
    ['class C:\n  def __init__(self, a):\n    self.a = a\n  def get(self):\n    return self.a\nx = C(3).get()', '3'],
    ['while True:\n  x = 1', '1'],
    ['while True:\n  x = 1\n  break', '1'],
    ['x = 0\nwhile x < 3:\n  x += 1', '3'],
    ['x = 0\nwhile other():\n  x = 1\n  break', '0 | 1'],
    ['a = [1]\nx = a\na.append(2)', '[1, 2]'],
    ['import copy\na = [1]\nx = copy.copy(a)\na.append(2)', '[1]'],
    ['a = (1,)\nx = a\na += (2,)', '(1)'],
    ['a, *x = 1, 2, 3', '[2, 3]'],
    ['*a, x = 1, 2, 3', '3'],
    ['x: list[str] = ["a"]', "['a']"],
    ['if (y := 5) > 3:\n  x = y', '5'],
    ['with open("f") as f:\n  x = 1', '1'],
    ['import sys\nx = 1\nsys.exit(1)\nx = 2', '1'],
  ])('%s', async (text, expected) => {
    expect(await x(`${text}\n`)).toBe(expected);
  });
});

describe('modules', () => {
  it.each<[string, Record<string, string>, string]>([
    ['from base import *', { 'base.py': 'x = 1\n' }, '1'],
    ['from base import *\nx.append(2)', { 'base.py': 'x = [1]\n' }, '[1, 2]'],
    ['from base import *', { 'base.py': '__all__ = ["y"]\nx = 1\n' }, 'none'],
    ['from base import y as x', { 'base.py': 'from deep import y\n', 'deep.py': 'y = 1\n' }, '1'],
    ['import base\nx = base.y', { 'base.py': 'y = 1\n' }, '1'],
    ['from pkg import mod\nx = mod.y', { 'pkg/__init__.py': '', 'pkg/mod.py': 'y = 1\n' }, '1'],
    ['import pkg.mod\nx = pkg.mod.y', { 'pkg/__init__.py': '', 'pkg/mod.py': 'y = 1\n' }, '1'],
    ['from pkg.a import *', { 'pkg/a.py': 'from .b import *\nx += 1\n', 'pkg/b.py': 'x = 1\n' }, '2'],
    ['from base import *', { 'base.py': 'x = = 1\n' }, '?'],
    ['from base import *', { 'base.py': 'from main import *\nx = 1\n' }, '1'],
  ])('%s', async (text, files, expected) => {
    const module = await run({ 'main.py': `${text}\n`, ...files });
    const binding = module.binding('x');
    expect(binding ? shown(binding.value) : 'none').toBe(expected);
  });

  it('tells the place of each statement and the variables it asked for', async () => {
    const text = 'import os\nx = os.environ.get("NONE", "").split(",")\nx.append("b")\n';
    const binding = (await run({ 'main.py': text })).binding('x');
    expect(binding?.statements.map(({ at }) => at.range.start.line)).toEqual([2, 3]);
    expect(binding?.reads.map(({ name, found }) => `${name} ${found}`)).toEqual(['NONE unset']);
  });

  it('notes what it calls of installed packages', async () => {
    const text =
      'import os, uvicorn\ndef main():\n  uvicorn.run("a:b", port=int(os.environ.get("NUMBER", 1)))\nmain()\n';
    const [call] = (await run({ 'main.py': text })).calls;
    expect(call?.callee).toBe('uvicorn.run');
    expect(shown(call?.arguments.named.get('port'))).toBe('3');
    expect(call?.at.range.start.line).toBe(3);
  });

  it('ends with a program that imports itself, recurses or loops without end', async () => {
    const text =
      'from main import *\ndef f(n):\n  return f(n + 1)\nx = f(0)\nfor a in "a" * 200:\n  for b in "b" * 200:\n    for c in "c" * 200:\n      y = c\n';
    expect(shown((await run({ 'main.py': text })).binding('x')?.value)).toBe('?');
  });
});
