import type { SettingsFile } from './settings-files.js';

const LITE = `{'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}`;
const SQL = `{'ENGINE': 'django.db.backends.postgresql', 'NAME': 'shop', 'HOST': os.environ.get('DB_HOST', 'localhost')}`;
const POSTGRES = { DATABASE_URL: 'postgres://user:password@host:5432/shop' };

/** A name, the text behind `import os`, variables, and the engine of the main database, perhaps with the age of its connections. */
type Row = readonly [
  name: string,
  text: string,
  variables: Readonly<Record<string, string>>,
  engine: 'postgresql' | 'mysql' | 'sqlite3' | '?' | undefined,
  age?: number | '?',
];

const URL = 'import dj_database_url\n';
const ENVIRON = 'import environ\nenv = environ.Env()\n';
const DECOUPLE = 'from decouple import config\n';

const ROWS: readonly Row[] = [
  // dj-database-url
  ['no address and no default', `${URL}DATABASES = {'default': dj_database_url.config()}`, {}, undefined],
  ['an address', `${URL}DATABASES = {'default': dj_database_url.config()}`, POSTGRES, 'postgresql'],
  [
    'a default that counts',
    `${URL}DATABASES = {'default': dj_database_url.config(default='sqlite:///db.sqlite3')}`,
    {},
    'sqlite3',
  ],
  [
    'a default that does not count',
    `${URL}DATABASES = {'default': dj_database_url.config(default='sqlite:///db.sqlite3', conn_max_age=600)}`,
    POSTGRES,
    'postgresql',
    600,
  ],
  [
    'a default made of a path',
    `${URL}DATABASES = {'default': dj_database_url.config(default='sqlite:///' + os.path.join('a', 'db.sqlite3'))}`,
    {},
    'sqlite3',
  ],
  [
    'a default in an f-string',
    `${URL}NAME = 'db.sqlite3'\nDATABASES = {'default': dj_database_url.config(default=f'sqlite:///{NAME}')}`,
    {},
    'sqlite3',
  ],
  [
    'another variable, by place',
    `${URL}DATABASES = {'default': dj_database_url.config('SHOP_URL', 'sqlite://:memory:')}`,
    { SHOP_URL: 'mysql://u:p@h/n' },
    'mysql',
  ],
  [
    'another variable, by name',
    `${URL}DATABASES = {'default': dj_database_url.config(env='SHOP_URL')}`,
    { SHOP_URL: 'postgresql://u:p@h/n' },
    'postgresql',
  ],
  [
    'another variable, not set',
    `${URL}DATABASES = {'default': dj_database_url.config(env='SHOP_URL')}`,
    POSTGRES,
    undefined,
  ],
  [
    'parse of the variable',
    `${URL}DATABASES = {'default': dj_database_url.parse(os.environ['DATABASE_URL'], conn_max_age=60)}`,
    POSTGRES,
    'postgresql',
    60,
  ],
  [
    'parse of a default',
    `${URL}DATABASES = {'default': dj_database_url.parse(os.environ.get('DATABASE_URL', 'sqlite:///db.sqlite3'))}`,
    {},
    'sqlite3',
  ],
  [
    'parse of what or falls back to',
    `${URL}DATABASES = {'default': dj_database_url.parse(os.getenv('DATABASE_URL') or 'sqlite:///db.sqlite3')}`,
    { DATABASE_URL: '' },
    'sqlite3',
  ],
  [
    'an age of the environment',
    `${URL}DATABASES = {'default': dj_database_url.config(conn_max_age=int(os.environ.get('AGE', '30')))}`,
    POSTGRES,
    'postgresql',
    30,
  ],
  ['an age of 0', `${URL}DATABASES = {'default': dj_database_url.config(conn_max_age=0)}`, POSTGRES, 'postgresql', 0],
  [
    'update of a literal',
    `${URL}DATABASES = {'default': ${LITE}}\nDATABASES['default'].update(dj_database_url.config(conn_max_age=500))`,
    POSTGRES,
    'postgresql',
    500,
  ],
  [
    'update of a literal with nothing',
    `${URL}DATABASES = {'default': ${LITE}}\nDATABASES['default'].update(dj_database_url.config(conn_max_age=500))`,
    {},
    'sqlite3',
  ],
  [
    'update through a name',
    `${URL}DATABASES = {'default': ${LITE}}\nfrom_env = dj_database_url.config(conn_max_age=500)\nDATABASES['default'].update(from_env)`,
    POSTGRES,
    'postgresql',
    500,
  ],
  [
    'assignment to the entry',
    `${URL}DATABASES = {'default': ${LITE}}\nDATABASES['default'] = dj_database_url.config()`,
    POSTGRES,
    'postgresql',
  ],
  [
    'a name of the import',
    `import dj_database_url as urls\nDATABASES = {'default': urls.config()}`,
    POSTGRES,
    'postgresql',
  ],
  [
    'the function imported',
    `from dj_database_url import parse\nDATABASES = {'default': parse(os.environ['DATABASE_URL'])}`,
    POSTGRES,
    'postgresql',
  ],
  [
    'a default behind an empty entry',
    `${URL}DATABASES = {'default': dj_database_url.config()}\nif not DATABASES['default']:\n    DATABASES['default'] = ${LITE}`,
    {},
    'sqlite3',
  ],
  // django-environ
  ['env.db()', `${ENVIRON}DATABASES = {'default': env.db()}`, POSTGRES, 'postgresql'],
  [
    'env.db() of another variable',
    `${ENVIRON}DATABASES = {'default': env.db('SHOP_URL', default='sqlite:///db.sqlite3')}`,
    POSTGRES,
    'sqlite3',
  ],
  [
    'env.db_url()',
    `${ENVIRON}DATABASES = {'default': env.db_url('DATABASE_URL')}`,
    { DATABASE_URL: 'mysql://u:p@h/n' },
    'mysql',
  ],
  [
    'env.db() with an age behind it',
    `${ENVIRON}DATABASES = {'default': env.db()}\nDATABASES['default']['CONN_MAX_AGE'] = env.int('CONN_MAX_AGE', default=60)`,
    POSTGRES,
    'postgresql',
    60,
  ],
  [
    'an engine by env()',
    `${ENVIRON}DATABASES = {'default': {'ENGINE': env('DB_ENGINE', default='django.db.backends.postgresql'), 'NAME': 'shop'}}`,
    {},
    'postgresql',
  ],
  // python-decouple
  [
    'parse of config()',
    `${DECOUPLE}${URL}DATABASES = {'default': dj_database_url.parse(config('DATABASE_URL'))}`,
    POSTGRES,
    'postgresql',
  ],
  [
    'config() with cast',
    `${DECOUPLE}from dj_database_url import parse as db_url\nDATABASES = {'default': config('DATABASE_URL', default='sqlite:///db.sqlite3', cast=db_url)}`,
    POSTGRES,
    'postgresql',
  ],
  [
    'an engine by config()',
    `${DECOUPLE}DATABASES = {'default': {'ENGINE': config('DB_ENGINE', default='django.db.backends.sqlite3'), 'NAME': 'db.sqlite3'}}`,
    { DB_ENGINE: 'django.db.backends.mysql' },
    'mysql',
  ],
  // literals
  ['a literal', `DATABASES = {'default': ${SQL}}`, {}, 'postgresql'],
  ['dict()', `DATABASES = dict(default=dict(ENGINE='django.db.backends.mysql', NAME='shop'))`, {}, 'mysql'],
  [
    'an engine by a variable',
    `DATABASES = {'default': {'ENGINE': os.environ.get('DB_ENGINE', 'django.db.backends.sqlite3')}}`,
    {},
    'sqlite3',
  ],
  [
    'an engine by an f-string',
    `DATABASES = {'default': {'ENGINE': f"django.db.backends.{os.environ.get('DB_KIND', 'postgresql')}"}}`,
    {},
    'postgresql',
  ],
  ['another entry spread', `BASE = ${LITE}\nDATABASES = {'default': {**BASE, 'CONN_MAX_AGE': 60}}`, {}, 'sqlite3', 60],
  [
    'an engine set later',
    `DATABASES = {'default': ${LITE}}\nDATABASES['default']['ENGINE'] = 'django.db.backends.mysql'`,
    {},
    'mysql',
  ],
  ['an entry added later', `DATABASES = {}\nDATABASES['default'] = ${SQL}`, {}, 'postgresql'],
  [
    'an address taken apart',
    `from urllib.parse import urlparse\nurl = urlparse(os.environ['DATABASE_URL'])\nDATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': url.path[1:], 'HOST': url.hostname}}`,
    POSTGRES,
    'postgresql',
  ],
  // conditions
  [
    'if DEBUG',
    `LOCAL = os.environ.get('DEBUG', 'False') == 'True'\nif LOCAL:\n    DATABASES = {'default': ${LITE}}\nelse:\n    DATABASES = {'default': ${SQL}}`,
    {},
    'postgresql',
  ],
  [
    'if DEBUG, on',
    `LOCAL = os.environ.get('DEBUG', 'False') == 'True'\nif LOCAL:\n    DATABASES = {'default': ${LITE}}\nelse:\n    DATABASES = {'default': ${SQL}}`,
    { DEBUG: 'True' },
    'sqlite3',
  ],
  [
    'in os.environ',
    `${URL}if 'DATABASE_URL' in os.environ:\n    DATABASES = {'default': dj_database_url.config(conn_max_age=600)}\nelse:\n    DATABASES = {'default': ${LITE}}`,
    POSTGRES,
    'postgresql',
    600,
  ],
  [
    'in os.environ, not there',
    `${URL}if 'DATABASE_URL' in os.environ:\n    DATABASES = {'default': dj_database_url.config(conn_max_age=600)}\nelse:\n    DATABASES = {'default': ${LITE}}`,
    {},
    'sqlite3',
  ],
  ['by the platform', `DATABASES = {'default': ${SQL} if 'RENDER' in os.environ else ${LITE}}`, {}, 'postgresql'],
  [
    'by a walrus',
    `${URL}if url := os.environ.get('DATABASE_URL'):\n    DATABASES = {'default': dj_database_url.parse(url)}\nelse:\n    DATABASES = {'default': ${LITE}}`,
    POSTGRES,
    'postgresql',
  ],
  [
    'try and KeyError',
    `try:\n    NAME = os.environ['DB_NAME']\n    DATABASES = {'default': ${SQL}}\nexcept KeyError:\n    DATABASES = {'default': ${LITE}}`,
    {},
    'sqlite3',
  ],
  [
    'by a dictionary',
    `KINDS = {'lite': ${LITE}, 'sql': ${SQL}}\nDATABASES = {'default': KINDS[os.environ.get('DB_KIND', 'sql')]}`,
    {},
    'postgresql',
  ],
  [
    'by a function',
    `def database():\n    if os.environ.get('DB_HOST'):\n        return ${SQL}\n    return ${LITE}\nDATABASES = {'default': database()}`,
    { DB_HOST: 'db' },
    'postgresql',
  ],
  [
    'by sys.argv',
    `import sys\nDATABASES = {'default': ${SQL}}\nif 'test' in sys.argv:\n    DATABASES = {'default': ${LITE}}`,
    {},
    'postgresql',
  ],
  [
    'overridden for one setting',
    `DATABASES = {'default': ${LITE}}\nif os.environ.get('USE_SQL') == '1':\n    DATABASES['default'] = ${SQL}`,
    { USE_SQL: '1' },
    'postgresql',
  ],
  // near misses
  ['another alias only', `DATABASES = {'default': {}, 'old': ${SQL}}`, {}, undefined],
  ['another name', `DATABASE = {'default': ${SQL}}\nDATABASES = {'default': ${LITE}}`, {}, 'sqlite3'],
  [
    'a function nothing calls',
    `DATABASES = {'default': ${LITE}}\ndef use_sql():\n    global DATABASES\n    DATABASES = {'default': ${SQL}}`,
    {},
    'sqlite3',
  ],
  [
    'a local name of a function',
    `DATABASES = {'default': ${LITE}}\ndef other():\n    DATABASES = {'default': ${SQL}}\nother()`,
    {},
    'sqlite3',
  ],
  ['a comment', `# DATABASES = {'default': ${SQL}}\nDATABASES = {'default': ${LITE}}`, {}, 'sqlite3'],
  ['a text', `'''\nDATABASES = {'default': ${SQL}}\n'''\nDATABASES = {'default': ${LITE}}`, {}, 'sqlite3'],
  [
    'a shallow copy, whose entries are the same',
    `DATABASES = {'default': ${LITE}}\nothers = DATABASES.copy()\nothers['default']['ENGINE'] = 'django.db.backends.mysql'`,
    {},
    'mysql',
  ],
  [
    'an entry of a copy replaced',
    `DATABASES = {'default': ${LITE}}\nothers = dict(DATABASES)\nothers['default'] = ${SQL}`,
    {},
    'sqlite3',
  ],
  [
    'a copy that is changed',
    `from copy import deepcopy\nDATABASES = {'default': ${LITE}}\nothers = deepcopy(DATABASES)\nothers['default']['ENGINE'] = 'django.db.backends.mysql'`,
    {},
    'sqlite3',
  ],
  [
    'the same object changed by another name',
    `main = ${LITE}\nDATABASES = {'default': main}\nmain['ENGINE'] = 'django.db.backends.mysql'`,
    {},
    'mysql',
  ],
];

export const DATABASE_FILES: readonly SettingsFile[] = ROWS.map(([name, text, variables, engine, age]) => ({
  name: `database: ${name}`,
  files: `import os\n${text}\n`,
  variables,
  values: {
    ...(engine !== undefined && { engine: engine === '?' ? '?' : `django.db.backends.${engine}` }),
    ...(age !== undefined && { CONN_MAX_AGE: age }),
  },
}));
