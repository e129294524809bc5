import { describe, expect, it } from 'vitest';
import { djangoSettings, type Django } from '../../../src/apps/django/settings.js';
import type { Variable } from '../../../src/model/process.js';
import type { Value } from '../../../src/model/value.js';
import { memoryRepository, type MemoryFile } from '../../../src/repository/memory.js';
import { environment, process, program } from '../../support/launch.js';
import { known, place } from '../../support/model.js';
import { DATABASE_FILES } from './database-files.js';
import { PLATFORM_VARIABLES, SETTINGS_FILES, type SettingsFile } from './settings-files.js';

interface Given {
  files: Readonly<Record<string, MemoryFile>>;
  variables?: Readonly<Record<string, string>>;
  settings?: string;
  configuration?: string;
}

function settingsOf({ files, variables = {}, settings = 'mysite.settings', configuration }: Given): Promise<Django> {
  const at = place('render.yaml');
  const all = { ...PLATFORM_VARIABLES, ...variables };
  const set = Object.entries(all).map(([name, value]): [string, Variable] => [
    name,
    { is: 'set', value: known(value), at },
  ]);
  return djangoSettings(memoryRepository({ 'mysite/__init__.py': '', ...files }), {
    is: 'project',
    process: process(program(['gunicorn', 'mysite.wsgi']), at),
    settings,
    at,
    configuration,
    environment: environment(Object.fromEntries(set)),
    folder: '',
    folders: [''],
    steps: [],
  });
}

/** Undefined where nothing sets it. */
function plain<T>(value: Value<T>, show: (one: T) => unknown): unknown {
  if (value.is === 'absent') return undefined;
  return value.is === 'known' ? show(value.value) : '?';
}

/** What the settings are, in the form of the table. */
function valuesOf(django: Django): Readonly<Record<string, unknown>> | 'refused' {
  if (django.is === 'undecided') return 'refused';
  const texts = (setting: typeof django.allowedHosts): unknown =>
    plain(setting.value, ({ kind, items, more }) => {
      const shown = items.map((item) => plain(item, (text) => text));
      return more !== undefined || shown.includes('?') ? '?' : kind === 'text' ? shown[0] : shown;
    });
  const [database] = django.databases;
  const found = {
    ALLOWED_HOSTS: texts(django.allowedHosts),
    DEBUG: plain(django.debug.value, (on) => on),
    CSRF_TRUSTED_ORIGINS: texts(django.trustedOrigins),
    SECURE_SSL_REDIRECT: plain(django.sslRedirect.value, (on) => on),
    SECURE_PROXY_SSL_HEADER: texts(django.proxySslHeader),
    MIDDLEWARE: texts(django.middleware),
    STATIC_ROOT: plain(django.staticRoot.value, (path) => path),
    engine: database && plain(database.engine, (name) => name),
    CONN_MAX_AGE: database && plain(database.maxAge, (age) => age),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function filesOf({ files }: SettingsFile): Readonly<Record<string, string>> {
  return typeof files === 'string' ? { 'mysite/settings.py': files } : files;
}

describe('settings in force, as Django has them', () => {
  it.each([...SETTINGS_FILES, ...DATABASE_FILES])('$name', async (one) => {
    expect(valuesOf(await settingsOf({ ...one, files: filesOf(one) }))).toEqual(one.values);
  });
});

const CONFIGURATIONS = 'from configurations import Configuration, values\n';

describe('classes of django-configurations', () => {
  it.each<[string, string, Readonly<Record<string, string>>, Readonly<Record<string, unknown>>]>([
    [
      'what a class inherits',
      "class Common(Configuration):\n    DEBUG = values.BooleanValue(False)\n    ALLOWED_HOSTS = values.ListValue(['c'])\nclass Production(Common):\n    SECURE_SSL_REDIRECT = True\n",
      {},
      { DEBUG: false, ALLOWED_HOSTS: ['c'], SECURE_SSL_REDIRECT: true },
    ],
    [
      'variables',
      "class Production(Configuration):\n    DEBUG = values.BooleanValue(True)\n    ALLOWED_HOSTS = values.ListValue([])\n    CSRF_TRUSTED_ORIGINS = values.TupleValue((), environ_prefix=None)\n    SECURE_SSL_REDIRECT = values.BooleanValue(False, environ_name='SSLR')\n",
      {
        DJANGO_DEBUG: 'no',
        DJANGO_ALLOWED_HOSTS: 'a.com, b.com',
        CSRF_TRUSTED_ORIGINS: 'https://a.com',
        DJANGO_SSLR: 'true',
      },
      {
        DEBUG: false,
        ALLOWED_HOSTS: ['a.com', 'b.com'],
        CSRF_TRUSTED_ORIGINS: ['https://a.com'],
        SECURE_SSL_REDIRECT: true,
      },
    ],
    [
      'a value that is not read from the environment',
      "class Production(Configuration):\n    ALLOWED_HOSTS = values.ListValue(['a.com'], environ=False)\n",
      { DJANGO_ALLOWED_HOSTS: 'b.com' },
      { ALLOWED_HOSTS: ['a.com'] },
    ],
    [
      'a prefix of its own',
      "class Production(Configuration):\n    ALLOWED_HOSTS = values.ListValue([], environ_prefix='SHOP', separator=';')\n",
      { SHOP_ALLOWED_HOSTS: 'a.com;b.com' },
      { ALLOWED_HOSTS: ['a.com', 'b.com'] },
    ],
    [
      'no boolean',
      'class Production(Configuration):\n    DEBUG = values.BooleanValue(False)\n',
      { DJANGO_DEBUG: 'maybe' },
      { DEBUG: '?' },
    ],
    [
      'a mixin',
      "class Hosts:\n    ALLOWED_HOSTS = ['h']\nclass Production(Hosts, Configuration):\n    ALLOWED_HOSTS = Hosts.ALLOWED_HOSTS + ['p']\n",
      {},
      { ALLOWED_HOSTS: ['h', 'p'] },
    ],
    [
      'a property',
      "class Production(Configuration):\n    @property\n    def ALLOWED_HOSTS(self):\n        return ['a.com']\n",
      {},
      { ALLOWED_HOSTS: '?' },
    ],
  ])('%s', async (_, text, variables, expected) => {
    const files = { 'mysite/settings.py': CONFIGURATIONS + text };
    expect(valuesOf(await settingsOf({ files, variables, configuration: 'Production' }))).toEqual(expected);
  });
});

describe('a file in another encoding', () => {
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it('is read where it names the encoding', async () => {
    const text = '# -*- coding: latin-1 -*-\nNAME = "Caf\xe9"\nALLOWED_HOSTS = ["a"]\n';
    expect(valuesOf(await settingsOf({ files: { 'mysite/settings.py': latin1(text) } }))).toEqual({
      ALLOWED_HOSTS: ['a'],
    });
  });

  it.each<[string, Uint8Array]>([
    ['without a name', latin1('NAME = "Caf\xe9"\nALLOWED_HOSTS = []\n')],
    ['with a name in line 3', latin1('\n\n# coding: latin-1\nNAME = "Caf\xe9"\nALLOWED_HOSTS = []\n')],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Array.from('A = 1\n', (one) => [one.charCodeAt(0), 0]).flat()])],
  ])('is refused %s', async (_, bytes) => {
    expect(await settingsOf({ files: { 'mysite/settings.py': bytes } })).toMatchObject({
      is: 'undecided',
      at: { file: 'mysite/settings.py' },
    });
  });
});

describe('words of the command', () => {
  it('are what sys.argv holds', async () => {
    const text =
      "import sys\nDEBUG = 'test' in sys.argv\nALLOWED_HOSTS = ['a' if sys.argv[0].endswith('/gunicorn') else 'b']\n";
    expect(valuesOf(await settingsOf({ files: { 'mysite/settings.py': text } }))).toEqual({
      DEBUG: false,
      ALLOWED_HOSTS: ['a'],
    });
  });
});

describe('a module that is not read', () => {
  const hosts = "ALLOWED_HOSTS = ['a']\n";

  it.each<[string, string, string, number]>([
    ['print as a statement', `print 'starts'\n${hosts}`, 'is Python 2', 1],
    ['exec as a statement', `${hosts}exec 'x = 1'\n`, 'is Python 2', 2],
    ['except with a comma', `try:\n    import a\nexcept ImportError, e:\n    pass\n${hosts}`, 'is Python 2', 3],
    ['an octal number of old', `A = 0777\n${hosts}`, 'is Python 2', 1],
    ['raise with a comma', `def f():\n    raise ValueError, 'x'\n${hosts}`, 'is Python 2', 2],
    ['a bracket without an end', `${hosts}X = [1, 2\n`, 'does not parse', 2],
    ['a merge that is not done', `${hosts}<<<<<<< HEAD\nA = 1\n=======\nA = 2\n>>>>>>> other\n`, 'does not parse', 2],
    ['tabs among spaces', `${hosts}if True:\n        A = 1\n\tB = 2\n`, 'is not indented like its block', 4],
    ['deep brackets', `${hosts}X = ${'('.repeat(3_000)}1${')'.repeat(3_000)}\n`, 'nests too deep', 2],
    ['2 MB', hosts + "NAME = 'aaaaaaaaaaaaaaaaaaaaaaaa'\n".repeat(62_000), 'is larger than 1 MB', 1],
    ['bytes that are no text', `${hosts}A = '\0'\n`, 'is not text', 1],
  ])('says why and where: %s', async (_, text, why, line) => {
    expect(await settingsOf({ files: { 'mysite/settings.py': text } })).toMatchObject({
      is: 'undecided',
      why: `mysite/settings.py ${why}`,
      at: { file: 'mysite/settings.py', range: { start: { line } } },
    });
  });

  it('tells what star imports in a circle leave, as Python does', async () => {
    const files = {
      'mysite/settings.py': "from .a import *\nALLOWED_HOSTS += ['s']\n",
      'mysite/a.py': "ALLOWED_HOSTS = ['a']\nfrom .b import *\n",
      'mysite/b.py': "from .settings import *\nfrom .a import *\nALLOWED_HOSTS.append('b')\n",
    };
    expect(valuesOf(await settingsOf({ files }))).toEqual({ ALLOWED_HOSTS: ['a', 'b', 's'] });
  });
});
