/** Settings as people write them, and broken ones, with what Django has of them once they are imported. */
export interface SettingsFile {
  name: string;
  /** The text of mysite/settings.py, or files by their paths. */
  files: string | Readonly<Record<string, string>>;
  variables?: Readonly<Record<string, string>>;
  /** The dotted name of the settings module, where it is another than mysite.settings. */
  settings?: string;
  /**
   * What the settings are for certain; '?' is not decided, and 'refused' means that Python does not run the file. The values
   * are those of Django 3.2.25 (`npm run compare-django`); a path is told from the root of the repository.
   */
  values: Readonly<Record<string, unknown>> | 'refused';
}

/** Variables that are set in every case, as the platform does. */
export const PLATFORM_VARIABLES: Readonly<Record<string, string>> = {
  RENDER: 'true',
  RENDER_EXTERNAL_HOSTNAME: 'shop.onrender.com',
  RENDER_EXTERNAL_URL: 'https://shop.onrender.com',
  RENDER_SERVICE_NAME: 'shop',
};

/** Of a module where anything may be set in a way that is not read. */
const OPEN: SettingsFile['values'] = {
  ALLOWED_HOSTS: '?',
  CSRF_TRUSTED_ORIGINS: '?',
  DEBUG: '?',
  MIDDLEWARE: '?',
  SECURE_PROXY_SSL_HEADER: '?',
  SECURE_SSL_REDIRECT: '?',
  STATIC_ROOT: '?',
};

export const SETTINGS_FILES: readonly SettingsFile[] = [
  {
    name: 'startproject',
    files: `from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = 'x'
DEBUG = True
ALLOWED_HOSTS = []
ROOT_URLCONF = 'mysite.urls'
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
]
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE_DIR / 'db.sqlite3'}}
STATIC_URL = 'static/'
`,
    values: {
      ALLOWED_HOSTS: [],
      DEBUG: true,
      MIDDLEWARE: ['django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware'],
      engine: 'django.db.backends.sqlite3',
    },
  },
  {
    name: 'render docs',
    files: `import os
from pathlib import Path
import dj_database_url
BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ.get('SECRET_KEY', default='your secret key')
DEBUG = 'RENDER' not in os.environ
ALLOWED_HOSTS = []
RENDER_EXTERNAL_HOSTNAME = os.environ.get('RENDER_EXTERNAL_HOSTNAME')
if RENDER_EXTERNAL_HOSTNAME:
    ALLOWED_HOSTS.append(RENDER_EXTERNAL_HOSTNAME)
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'whitenoise.middleware.WhiteNoiseMiddleware']
DATABASES = {'default': dj_database_url.config(default='postgresql://postgres:postgres@localhost/postgres', conn_max_age=600)}
STATIC_URL = '/static/'
if not DEBUG:
    STATIC_ROOT = os.path.join(BASE_DIR, 'staticfiles')
    STATICFILES_STORAGE = 'whitenoise.storage.CompressedManifestStaticFilesStorage'
`,
    values: {
      ALLOWED_HOSTS: ['shop.onrender.com'],
      DEBUG: false,
      MIDDLEWARE: ['django.middleware.security.SecurityMiddleware', 'whitenoise.middleware.WhiteNoiseMiddleware'],
      STATIC_ROOT: '/repository/staticfiles',
      engine: 'django.db.backends.postgresql',
      CONN_MAX_AGE: 600,
    },
  },
  {
    name: 'split csv strip',
    files: `import os
ALLOWED_HOSTS = [h.strip() for h in os.environ.get('HOSTS', '').split(',') if h.strip()]
CSRF_TRUSTED_ORIGINS = [f'https://{h}' for h in ALLOWED_HOSTS if h not in ('localhost', '127.0.0.1')]
`,
    variables: { HOSTS: 'localhost, shop.onrender.com ,' },
    values: { ALLOWED_HOSTS: ['localhost', 'shop.onrender.com'], CSRF_TRUSTED_ORIGINS: ['https://shop.onrender.com'] },
  },
  {
    name: 'bool helper',
    files: `import os
def env_bool(name, default=False):
    value = os.getenv(name)
    if value is None:
        return default
    return value.strip().lower() in {'1', 'true', 'yes', 'on'}
DEBUG = env_bool('DEBUG', True)
SECURE_SSL_REDIRECT = env_bool('SECURE_SSL_REDIRECT', not DEBUG)
ALLOWED_HOSTS = ['*'] if DEBUG else ['.onrender.com']
`,
    variables: { DEBUG: 'False' },
    values: { ALLOWED_HOSTS: ['.onrender.com'], DEBUG: false, SECURE_SSL_REDIRECT: true },
  },
  {
    name: 'env list helper',
    files: `import os
def env_list(name, default=''):
    return [item.strip() for item in os.getenv(name, default).split(',') if item.strip()]
ALLOWED_HOSTS = env_list('DJANGO_ALLOWED_HOSTS', 'localhost,127.0.0.1')
CSRF_TRUSTED_ORIGINS = env_list('CSRF')
`,
    variables: { DJANGO_ALLOWED_HOSTS: 'a.com, b.com' },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'], CSRF_TRUSTED_ORIGINS: [] },
  },
  {
    name: 'dict of defaults',
    files: `import os
DEFAULTS = {'prod': {'hosts': ['.onrender.com'], 'debug': False}, 'dev': {'hosts': ['localhost'], 'debug': True}}
ENV = os.environ.get('ENV', 'prod')
DEBUG = DEFAULTS[ENV]['debug']
ALLOWED_HOSTS = DEFAULTS[ENV]['hosts']
`,
    values: { ALLOWED_HOSTS: ['.onrender.com'], DEBUG: false },
  },
  {
    name: 'split base prod star',
    files: {
      'mysite/settings/__init__.py': '',
      'mysite/settings/base.py': `from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent.parent
DEBUG = True
ALLOWED_HOSTS = ['localhost']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware']
STATIC_ROOT = BASE_DIR / 'static'
`,
      'mysite/settings/production.py': `from .base import *  # noqa
from .base import MIDDLEWARE
import os
DEBUG = False
ALLOWED_HOSTS += os.environ.get('HOSTS', 'a.com').split(',')
MIDDLEWARE.insert(1, 'whitenoise.middleware.WhiteNoiseMiddleware')
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
`,
    },
    settings: 'mysite.settings.production',
    values: {
      ALLOWED_HOSTS: ['localhost', 'a.com'],
      DEBUG: false,
      SECURE_SSL_REDIRECT: true,
      SECURE_PROXY_SSL_HEADER: ['HTTP_X_FORWARDED_PROTO', 'https'],
      MIDDLEWARE: [
        'django.middleware.security.SecurityMiddleware',
        'whitenoise.middleware.WhiteNoiseMiddleware',
        'django.middleware.common.CommonMiddleware',
      ],
      STATIC_ROOT: '/repository/static',
    },
  },
  {
    name: 'settings package chooses',
    files: {
      'mysite/settings/__init__.py': `import os
if os.environ.get('ENVIRONMENT') == 'production':
    from .production import *
else:
    from .development import *
`,
      'mysite/settings/base.py': `ALLOWED_HOSTS = []
DEBUG = True
`,
      'mysite/settings/production.py': `from .base import *
DEBUG = False
ALLOWED_HOSTS = ["prod.com"]
`,
      'mysite/settings/development.py': `from .base import *
ALLOWED_HOSTS = ["dev"]
`,
    },
    variables: { ENVIRONMENT: 'production' },
    values: { ALLOWED_HOSTS: ['prod.com'], DEBUG: false },
  },
  {
    name: 'settings package default dev',
    files: {
      'mysite/settings/__init__.py': `import os
env = os.getenv('DJANGO_ENV', 'dev')
if env == 'prod':
    from .prod import *
elif env == 'dev':
    from .dev import *
`,
      'mysite/settings/prod.py': `DEBUG = False
ALLOWED_HOSTS = ["prod.com"]
`,
      'mysite/settings/dev.py': `DEBUG = True
ALLOWED_HOSTS = ["dev"]
`,
    },
    values: { ALLOWED_HOSTS: ['dev'], DEBUG: true },
  },
  {
    name: 'local try star last',
    files: {
      'mysite/settings.py': `ALLOWED_HOSTS = []
try:
    from .local_settings import *
except ImportError:
    pass
`,
    },
    values: { ALLOWED_HOSTS: [] },
  },
  {
    name: 'local committed',
    files: {
      'mysite/settings.py': `ALLOWED_HOSTS = []
DEBUG = False
try:
    from .local import *
except ImportError as e:
    print('no local', e)
`,
      'mysite/local.py': `ALLOWED_HOSTS = ["*"]
`,
    },
    values: { ALLOWED_HOSTS: ['*'], DEBUG: false },
  },
  {
    name: 'local except ModuleNotFoundError else',
    files: {
      'mysite/settings.py': `try:
    from mysite.secrets import HOSTS
except ModuleNotFoundError:
    HOSTS = ['fallback']
else:
    HOSTS = HOSTS + ['x']
ALLOWED_HOSTS = HOSTS
`,
    },
    values: { ALLOWED_HOSTS: ['fallback'] },
  },
  {
    name: 'try env int',
    files: `import os
try:
    PORT = int(os.environ['PORTX'])
except (KeyError, ValueError):
    PORT = 8000
ALLOWED_HOSTS = ['host%d' % PORT]
`,
    values: { ALLOWED_HOSTS: ['host8000'] },
  },
  {
    name: 'environ full',
    files: `import environ, os
from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env(DEBUG=(bool, False), ALLOWED_HOSTS=(list, ['localhost']))
environ.Env.read_env(os.path.join(BASE_DIR, '.env'))
DEBUG = env('DEBUG')
ALLOWED_HOSTS = env('ALLOWED_HOSTS')
SECURE_SSL_REDIRECT = env.bool('SSL', default=True)
CSRF_TRUSTED_ORIGINS = env.list('ORIGINS', default=['https://a.com'])
DATABASES = {'default': env.db('DATABASE_URL', default='sqlite:///db.sqlite3')}
DATABASES['default']['CONN_MAX_AGE'] = env.int('CONN_MAX_AGE', default=60)
`,
    values: {
      ALLOWED_HOSTS: ['localhost'],
      DEBUG: false,
      CSRF_TRUSTED_ORIGINS: ['https://a.com'],
      SECURE_SSL_REDIRECT: true,
      engine: 'django.db.backends.sqlite3',
      CONN_MAX_AGE: 60,
    },
  },
  {
    name: 'environ db postgres',
    files: `import environ
env = environ.Env()
DATABASES = {'default': env.db()}
DATABASES['default']['ATOMIC_REQUESTS'] = True
DATABASES['default']['CONN_MAX_AGE'] = 60
`,
    variables: { DATABASE_URL: 'postgres://u:p@h:5432/d' },
    values: { engine: 'django.db.backends.postgresql', CONN_MAX_AGE: 60 },
  },
  {
    name: 'environ db_url',
    files: `import environ
env = environ.Env()
DATABASES = {'default': env.db_url('DB', default='postgres:///x')}
`,
    values: { engine: 'django.db.backends.postgresql' },
  },
  {
    name: 'environ dotenv committed',
    files: {
      'mysite/settings.py': `import environ
from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(str(BASE_DIR / '.env'))
ALLOWED_HOSTS = env.list('ALLOWED_HOSTS')
DEBUG = env.bool('DEBUG', False)
`,
      '.env': `ALLOWED_HOSTS=a.com,b.com
DEBUG=on
`,
    },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'], DEBUG: true },
  },
  {
    name: 'environ prefix',
    files: `import environ
class E(environ.Env):
    prefix = 'DJANGO_'
env = environ.Env()
env.prefix = 'DJANGO_'
ALLOWED_HOSTS = env.list('HOSTS', default=[])
`,
    variables: { DJANGO_HOSTS: 'a.com', HOSTS: 'b.com' },
    values: { ALLOWED_HOSTS: ['b.com'] },
  },
  {
    name: 'environ tuple and cast',
    files: `import environ
env = environ.Env()
ALLOWED_HOSTS = env.tuple('HOSTS', default=('x',))
CSRF_TRUSTED_ORIGINS = env('O', cast=[str], default=['https://x'])
`,
    variables: { HOSTS: 'a,b', O: 'https://a,https://b' },
    values: { ALLOWED_HOSTS: ['a', 'b'], CSRF_TRUSTED_ORIGINS: ['https://a', 'https://b'] },
  },
  {
    name: 'environ positional list type',
    files: `import environ
env = environ.Env()
ALLOWED_HOSTS = env('HOSTS', [str], ['x'])
DEBUG = env('DEBUG', bool, False)
`,
    variables: { HOSTS: 'a,b' },
    values: { ALLOWED_HOSTS: ['a', 'b'], DEBUG: false },
  },
  {
    name: 'environ dict',
    files: `import environ
env = environ.Env()
D = env.dict('D', default={})
ALLOWED_HOSTS = [D.get('h', 'none')]
`,
    variables: { D: 'h=a.com,k=v' },
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'environ json',
    files: `import environ
env = environ.Env()
ALLOWED_HOSTS = env.json('HOSTS')
`,
    variables: { HOSTS: `["a.com"]` },
    values: { ALLOWED_HOSTS: ['a.com'] },
  },
  {
    name: 'decouple',
    files: `from decouple import config, Csv
from dj_database_url import parse as dburl
DEBUG = config('DEBUG', default=False, cast=bool)
ALLOWED_HOSTS = config('ALLOWED_HOSTS', default='localhost, 127.0.0.1', cast=Csv())
CSRF_TRUSTED_ORIGINS = config('O', default='', cast=Csv())
DATABASES = {'default': config('DATABASE_URL', default='sqlite:///db.sqlite3', cast=dburl)}
`,
    values: {
      ALLOWED_HOSTS: ['localhost', '127.0.0.1'],
      DEBUG: false,
      CSRF_TRUSTED_ORIGINS: [],
      engine: 'django.db.backends.sqlite3',
    },
  },
  {
    name: 'decouple csv tuple',
    files: `from decouple import config, Csv
ALLOWED_HOSTS = config('H', default='a;b', cast=Csv(delimiter=';', post_process=tuple))
CSRF_TRUSTED_ORIGINS = config('O', default='a|b', cast=Csv(str, '|'))
`,
    values: { ALLOWED_HOSTS: ['a', 'b'], CSRF_TRUSTED_ORIGINS: ['a', 'b'] },
  },
  {
    name: 'decouple csv spaces quoted',
    files: `from decouple import config, Csv
ALLOWED_HOSTS = config('H', cast=Csv())
`,
    variables: { H: `"a.com", b.com ,, c.com` },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com', 'c.com'] },
  },
  {
    name: 'decouple dotenv quoted',
    files: {
      'mysite/settings.py': `from decouple import config
ALLOWED_HOSTS = config('H').split()
SECURE_SSL_REDIRECT = config('S', cast=bool)
`,
      '.env': `H="a.com b.com"
S=1
`,
    },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'], SECURE_SSL_REDIRECT: true },
  },
  {
    name: 'decouple RepositoryEnv',
    files: {
      'mysite/settings.py': `from decouple import Config, RepositoryEnv
config = Config(RepositoryEnv('.env.prod'))
ALLOWED_HOSTS = config('H').split(',')
`,
      '.env.prod': `H=a.com,b.com
`,
    },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'] },
  },
  {
    name: 'decouple choices',
    files: `from decouple import config, Choices
ENV = config('ENV', default='dev', cast=Choices(['dev', 'prod']))
DEBUG = ENV == 'dev'
ALLOWED_HOSTS = ['*'] if DEBUG else ['a.com']
`,
    values: { ALLOWED_HOSTS: '?', DEBUG: '?' },
  },
  {
    name: 'a list that begins with a star',
    files: {
      'mysite/settings.py': `import os
ALLOWED_HOSTS = [*os.getenv('ALLOWED_HOSTS', 'a.com,b.com').split(','), 'c.com']
`,
    },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com', 'c.com'] },
  },
  {
    name: 'dotenv',
    files: {
      'mysite/settings.py': `import os
from dotenv import load_dotenv
load_dotenv()
ALLOWED_HOSTS = os.getenv('ALLOWED_HOSTS', '').split(',')
`,
      '.env': `ALLOWED_HOSTS=a.com,b.com
`,
    },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'] },
  },
  {
    name: 'dotenv path join',
    files: {
      'mysite/settings.py': `import os
from pathlib import Path
from dotenv import load_dotenv
BASE_DIR = Path(__file__).resolve().parent.parent
env_path = BASE_DIR / 'conf' / '.env'
load_dotenv(dotenv_path=env_path)
ALLOWED_HOSTS = os.environ['H'].split(' ')
`,
      'conf/.env': `export H="a.com b.com"
`,
    },
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'] },
  },
  {
    name: 'dotenv_values',
    files: {
      'mysite/settings.py': `from dotenv import dotenv_values
config = dotenv_values('.env')
ALLOWED_HOSTS = [config.get('H', 'no')]
`,
      '.env': `H=a.com
`,
    },
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'pydantic default list',
    files: `from pydantic import BaseSettings
class S(BaseSettings):
    hosts: list[str] = ['localhost']
    port: int = 3
ALLOWED_HOSTS = S().hosts
`,
    values: { ALLOWED_HOSTS: ['localhost'] },
  },
  {
    name: 'dj url variants',
    files: `import dj_database_url, os
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'x'}}
db_from_env = dj_database_url.config(conn_max_age=500)
DATABASES['default'].update(db_from_env)
`,
    variables: { DATABASE_URL: 'postgres://u:p@h/d' },
    values: { engine: 'django.db.backends.postgresql', CONN_MAX_AGE: 500 },
  },
  {
    name: 'dj url variants unset',
    files: `import dj_database_url, os
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'x'}}
db_from_env = dj_database_url.config(conn_max_age=500)
DATABASES['default'].update(db_from_env)
`,
    values: { engine: 'django.db.backends.sqlite3' },
  },
  {
    name: 'dj parse os',
    files: `import dj_database_url, os
DATABASES = {'default': dj_database_url.parse(os.environ.get('DATABASE_URL', 'sqlite:///db.sqlite3'), conn_max_age=600)}
`,
    variables: { DATABASE_URL: 'postgresql://u:p@h/d' },
    values: { engine: 'django.db.backends.postgresql', CONN_MAX_AGE: 600 },
  },
  {
    name: 'dj if env',
    files: `import dj_database_url, os
DATABASE_URL = os.environ.get('DATABASE_URL')
if DATABASE_URL:
    DATABASES = {'default': dj_database_url.config(default=DATABASE_URL, conn_max_age=600, ssl_require=True)}
else:
    DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db'}}
`,
    variables: { DATABASE_URL: 'postgresql://u:p@h/d' },
    values: { engine: 'django.db.backends.postgresql', CONN_MAX_AGE: 600 },
  },
  {
    name: 'dj assign default',
    files: `import dj_database_url
DATABASES = {}
DATABASES['default'] = dj_database_url.config(default='postgres://localhost/x')
DATABASES['default']['CONN_MAX_AGE'] = 600
`,
    values: { engine: 'django.db.backends.postgresql', CONN_MAX_AGE: 600 },
  },
  {
    name: 'database dict env',
    files: `import os
DATABASES = {
    'default': {
        'ENGINE': os.environ.get('DB_ENGINE', 'django.db.backends.postgresql'),
        'NAME': os.environ.get('DB_NAME', 'x'),
        'CONN_MAX_AGE': int(os.environ.get('CONN_MAX_AGE', '600')),
        'OPTIONS': {'sslmode': 'require'},
    }
}
`,
    values: { engine: 'django.db.backends.postgresql', CONN_MAX_AGE: 600 },
  },
  {
    name: 'debug from string',
    files: `import os
DEBUG = os.environ.get('DEBUG', 'False') == 'True'
if not DEBUG:
    ALLOWED_HOSTS = ['a.com']
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
else:
    ALLOWED_HOSTS = []
`,
    values: {
      ALLOWED_HOSTS: ['a.com'],
      DEBUG: false,
      SECURE_SSL_REDIRECT: true,
      SECURE_PROXY_SSL_HEADER: ['HTTP_X_FORWARDED_PROTO', 'https'],
    },
  },
  {
    name: 'debug int',
    files: `import os
DEBUG = bool(int(os.environ.get('DEBUG', 0)))
ALLOWED_HOSTS = ['b'] if DEBUG else ['a']
`,
    values: { ALLOWED_HOSTS: ['a'], DEBUG: false },
  },
  {
    name: 'debug literal_eval',
    files: `import os, ast
DEBUG = ast.literal_eval(os.environ.get('DEBUG', 'True'))
ALLOWED_HOSTS = ast.literal_eval(os.environ.get('H', "['a.com']"))
`,
    values: { ALLOWED_HOSTS: ['a.com'], DEBUG: true },
  },
  {
    name: 'debug str trap',
    files: `import os
DEBUG = os.environ.get('DEBUG', False)
`,
    variables: { DEBUG: 'False' },
    values: { DEBUG: true },
  },
  {
    name: 'json loads',
    files: `import json, os
ALLOWED_HOSTS = json.loads(os.getenv('H', '["a", "b"]'))
`,
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'strtobool',
    files: `import os
from distutils.util import strtobool
DEBUG = bool(strtobool(os.getenv('DEBUG', 'no')))
`,
    values: { DEBUG: false },
  },
  {
    name: 'tuple concat',
    files: `ALLOWED_HOSTS = ('a',)
ALLOWED_HOSTS = ALLOWED_HOSTS + ('b',)
ALLOWED_HOSTS += ('c',)
`,
    values: { ALLOWED_HOSTS: ['a', 'b', 'c'] },
  },
  {
    name: 'list ops',
    files: `ALLOWED_HOSTS = ['a', 'b', 'c']
ALLOWED_HOSTS.remove('a')
ALLOWED_HOSTS.pop()
ALLOWED_HOSTS.insert(0, 'z')
ALLOWED_HOSTS = ALLOWED_HOSTS[:1] + ['q'] * 2
ALLOWED_HOSTS[1] = 'w'
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'list pop index',
    files: `ALLOWED_HOSTS = ['a', 'b', 'c']
ALLOWED_HOSTS.pop(0)
ALLOWED_HOSTS.sort(reverse=True)
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'slice assign',
    files: `MIDDLEWARE = ['a', 'b']
MIDDLEWARE[1:1] = ['w']
MIDDLEWARE[:0] = ['first']
`,
    values: { MIDDLEWARE: '?' },
  },
  {
    name: 'walrus',
    files: `import os
ALLOWED_HOSTS = ['localhost']
if host := os.environ.get('RENDER_EXTERNAL_HOSTNAME'):
    ALLOWED_HOSTS.append(host)
    CSRF_TRUSTED_ORIGINS = [f'https://{host}']
`,
    values: { ALLOWED_HOSTS: ['localhost', 'shop.onrender.com'], CSRF_TRUSTED_ORIGINS: ['https://shop.onrender.com'] },
  },
  {
    name: 'ternary nested',
    files: `import os
ENV = os.getenv('ENV', 'staging')
ALLOWED_HOSTS = ['prod'] if ENV == 'production' else (['stag'] if ENV == 'staging' else ['*'])
`,
    values: { ALLOWED_HOSTS: ['stag'] },
  },
  {
    name: 'match statement',
    files: `import os
match os.getenv('ENV', 'prod'):
    case 'prod' | 'production':
        ALLOWED_HOSTS = ['p']
    case 'dev':
        ALLOWED_HOSTS = ['d']
    case _:
        ALLOWED_HOSTS = ['x']
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'for loop urls',
    files: `import os
from urllib.parse import urlparse
ALLOWED_HOSTS = []
for url in os.environ.get('URLS', 'https://a.com/x,http://b.com:80').split(','):
    host = urlparse(url).hostname
    if host:
        ALLOWED_HOSTS.append(host)
`,
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'] },
  },
  {
    name: 'urlparse netloc',
    files: `import os
from urllib.parse import urlparse
ALLOWED_HOSTS = [urlparse(os.environ['RENDER_EXTERNAL_URL']).netloc]
`,
    values: { ALLOWED_HOSTS: ['shop.onrender.com'] },
  },
  {
    name: 'urlsplit',
    files: `import os
from urllib.parse import urlsplit
ALLOWED_HOSTS = [urlsplit(os.environ.get('RENDER_EXTERNAL_URL', '')).hostname or 'localhost']
`,
    values: { ALLOWED_HOSTS: ['shop.onrender.com'] },
  },
  {
    name: 'class holder',
    files: `import os
class Config:
    HOSTS = os.environ.get('HOSTS', 'a').split(',')
    DEBUG = False
class Prod(Config):
    HOSTS = Config.HOSTS + ['p']
ALLOWED_HOSTS = Prod.HOSTS
DEBUG = Prod.DEBUG
`,
    values: { ALLOWED_HOSTS: ['a', 'p'], DEBUG: false },
  },
  {
    name: 'dataclass',
    files: `from dataclasses import dataclass, field
@dataclass
class C:
    hosts: list = field(default_factory=lambda: ['a'])
    debug: bool = False
c = C()
ALLOWED_HOSTS = c.hosts
DEBUG = c.debug
`,
    values: { ALLOWED_HOSTS: ['a'], DEBUG: false },
  },
  {
    name: 'a list of another module, which it changes',
    files: {
      'mysite/settings.py': `from . import hosts
from .hosts import *
hosts.ALLOWED_HOSTS.append('b')
`,
      'mysite/hosts.py': "ALLOWED_HOSTS = ['a']\n",
    },
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'a list of another module, changed before it is taken over',
    files: {
      'mysite/settings.py': `from mysite import hosts as h
h.ALLOWED_HOSTS += ['b']
h.DEBUG = False
ALLOWED_HOSTS = h.ALLOWED_HOSTS
DEBUG = h.DEBUG
`,
      'mysite/hosts.py': "ALLOWED_HOSTS = ['a']\nDEBUG = True\n",
    },
    values: { ALLOWED_HOSTS: ['a', 'b'], DEBUG: false },
  },
  {
    name: 'a name of another module, set on a condition',
    files: {
      'mysite/settings.py': `import time
from mysite import hosts as h
if time.time() > 5:
    h.DEBUG = False
DEBUG = h.DEBUG
`,
      'mysite/hosts.py': 'DEBUG = True\n',
    },
    values: { DEBUG: '?' },
  },
  {
    name: 'vars loop',
    files: `for name, value in {'ALLOWED_HOSTS': ['a']}.items():
    globals()[name] = value
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'locals',
    files: `locals()['ALLOWED_HOSTS'] = ['l']
`,
    values: { ALLOWED_HOSTS: ['l'] },
  },
  {
    name: 'str methods',
    files: `import os
H = os.environ.get('RENDER_EXTERNAL_HOSTNAME', '')
SITE = H.partition('.')[0]
ALLOWED_HOSTS = [SITE.title().lower() + '.onrender.com', H.upper(), H[:4], H.split('.')[-1]]
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'f-string format spec',
    files: `N = 3
ALLOWED_HOSTS = [f'h{N:02d}.com', f'{"a"!s}.com', f"{N=}"]
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'filter lambda',
    files: `import os
ALLOWED_HOSTS = list(filter(lambda h: h and not h.startswith('#'), os.getenv('H', 'a,,#b,c').split(',')))
`,
    values: { ALLOWED_HOSTS: ['a', 'c'] },
  },
  {
    name: 're split',
    files: `import os, re
ALLOWED_HOSTS = re.split(r'[,\\s]+', os.getenv('H', 'a.com, b.com'))
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'splitlines',
    files: `import os
ALLOWED_HOSTS = os.getenv('H', 'a\\nb').splitlines()
`,
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'itertools chain',
    files: `from itertools import chain
ALLOWED_HOSTS = list(chain(['a'], ['b']))
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'del setting',
    files: `ALLOWED_HOSTS = ['a']
del ALLOWED_HOSTS
`,
    values: {},
  },
  {
    name: 'lowercase name',
    files: `allowed_hosts = ['*']
`,
    values: {},
  },
  {
    name: 'annotated',
    files: `ALLOWED_HOSTS: list[str] = ['a']
DEBUG: bool = False
`,
    values: { ALLOWED_HOSTS: ['a'], DEBUG: false },
  },
  {
    name: 'import from app conf',
    files: {
      'mysite/settings.py': `from conf.hosts import HOSTS as ALLOWED_HOSTS
from conf import DEBUG
`,
      'conf/__init__.py': `DEBUG = False
`,
      'conf/hosts.py': `HOSTS = ["c"]
`,
    },
    values: { ALLOWED_HOSTS: ['c'], DEBUG: false },
  },
  {
    name: 'import module attr',
    files: {
      'mysite/settings.py': `import mysite.env as e
ALLOWED_HOSTS = e.HOSTS
DEBUG = e.debug()
`,
      'mysite/env.py': `import os
HOSTS = ["c"]
def debug():
    return os.environ.get("DEBUG") == "1"
`,
    },
    values: { ALLOWED_HOSTS: ['c'], DEBUG: false },
  },
  {
    name: 'importlib',
    files: {
      'mysite/settings.py': `import importlib, os
m = importlib.import_module("mysite.conf_" + os.getenv("E", "prod"))
ALLOWED_HOSTS = m.ALLOWED_HOSTS
`,
      'mysite/conf_prod.py': `ALLOWED_HOSTS = ["p"]
`,
    },
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'raise if missing',
    files: `import os
from django.core.exceptions import ImproperlyConfigured
def get(name):
    try:
        return os.environ[name]
    except KeyError:
        raise ImproperlyConfigured(f'Set {name}')
ALLOWED_HOSTS = [get('RENDER_EXTERNAL_HOSTNAME')]
`,
    values: { ALLOWED_HOSTS: ['shop.onrender.com'] },
  },
  {
    name: 'sys argv test',
    files: `import sys
TESTING = 'test' in sys.argv
ALLOWED_HOSTS = ['t'] if TESTING else ['a']
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'open file json',
    files: {
      'mysite/settings.py': `import json, os
BASE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(BASE, 'conf.json')) as f:
    conf = json.load(f)
ALLOWED_HOSTS = conf['hosts']
`,
      'mysite/conf.json': `{"hosts": ["j"]}`,
    },
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'configparser',
    files: {
      'mysite/settings.py': `import configparser
c = configparser.ConfigParser()
c.read('conf.ini')
ALLOWED_HOSTS = c['s']['hosts'].split(',')
`,
      'conf.ini': `[s]
hosts = a,b
`,
    },
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'unpacking',
    files: `A, *B = ['x', 'y', 'z']
ALLOWED_HOSTS = [*B, A]
(DEBUG, SECURE_SSL_REDIRECT) = False, True
`,
    values: { ALLOWED_HOSTS: ['y', 'z', 'x'], DEBUG: false, SECURE_SSL_REDIRECT: true },
  },
  {
    name: 'chained compare and not',
    files: `import os
V = os.environ.get('V', '0')
DEBUG = not (V == '0' or V.lower() == 'false')
SECURE_SSL_REDIRECT = not DEBUG and 'RENDER' in os.environ
`,
    values: { DEBUG: false, SECURE_SSL_REDIRECT: true },
  },
  {
    name: 'env get in list none',
    files: `import os
ALLOWED_HOSTS = [os.environ.get('A'), os.environ.get('B', 'b')]
ALLOWED_HOSTS = [h for h in ALLOWED_HOSTS if h is not None]
`,
    values: { ALLOWED_HOSTS: ['b'] },
  },
  {
    name: 'env or list',
    files: `import os
ALLOWED_HOSTS = os.environ.get('A', '').split(',') or ['x']
CSRF_TRUSTED_ORIGINS = os.environ.get('A', '').split() or ['https://x']
`,
    values: { ALLOWED_HOSTS: [''], CSRF_TRUSTED_ORIGINS: ['https://x'] },
  },
  {
    name: 'dict comprehension',
    files: `C = {k: v for k, v in [('a', 1), ('b', 2)] if v > 1}
ALLOWED_HOSTS = list(C) + [str(len(C))] + list(C.keys())
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'middleware cond add',
    files: `DEBUG = False
MIDDLEWARE = ['a']
if DEBUG:
    MIDDLEWARE += ['debug_toolbar.middleware.DebugToolbarMiddleware']
else:
    MIDDLEWARE = ['w'] + MIDDLEWARE
INSTALLED_APPS = [*['django.contrib.admin'], 'x']
`,
    values: { DEBUG: false, MIDDLEWARE: ['w', 'a'] },
  },
  {
    name: 'storages dict',
    files: `STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}, 'staticfiles': {'BACKEND': 'whitenoise.storage.CompressedManifestStaticFilesStorage'}}
STORAGES['staticfiles'] = {'BACKEND': 'whitenoise.storage.CompressedStaticFilesStorage'}
`,
    values: {},
  },
  {
    name: 'static root os.path',
    files: `import os
BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROJECT_ROOT = os.path.normpath(os.path.join(BASE_DIR, '..', 'x', '..'))
STATIC_ROOT = os.path.join(BASE_DIR, 'staticfiles')
`,
    values: { STATIC_ROOT: '/repository/staticfiles' },
  },
  {
    name: 'static root path joinpath',
    files: `from pathlib import Path
ROOT = Path(__file__).parent.parent.absolute()
STATIC_ROOT = ROOT.joinpath('a', 'b')
`,
    values: { STATIC_ROOT: '/repository/a/b' },
  },
  {
    name: 'static root parents',
    files: `from pathlib import Path
STATIC_ROOT = str(Path(__file__).resolve().parents[1] / 'collected')
`,
    values: { STATIC_ROOT: '/repository/collected' },
  },
  {
    name: 'static root string',
    files: `STATIC_ROOT = 'staticfiles'
STATIC_URL = '/static/'
`,
    values: { STATIC_ROOT: 'staticfiles' },
  },
  {
    name: 'static root here lambda',
    files: `import os
here = lambda *x: os.path.join(os.path.abspath(os.path.dirname(__file__)), *x)
STATIC_ROOT = here('..', 'static')
`,
    values: { STATIC_ROOT: '/repository/mysite/../static' },
  },
  {
    name: 'dynaconf plain',
    files: {
      'mysite/settings.py': `from dynaconf import Dynaconf
conf = Dynaconf(envvar_prefix='APP', settings_files=['conf.toml'])
ALLOWED_HOSTS = conf.get('HOSTS', ['d'])
`,
    },
    variables: { APP_HOSTS: `["e.com"]` },
    values: { ALLOWED_HOSTS: '?' },
  },
  // What dynaconf loads at the end of a module, from files and DJANGO_… variables, overrides what stands before.
  {
    name: 'dynaconf at the end',
    files: `DEBUG = False
ALLOWED_HOSTS = ['localhost']
import dynaconf
settings = dynaconf.DjangoDynaconf(__name__)
`,
    variables: { DJANGO_ALLOWED_HOSTS: '["e.com"]' },
    values: OPEN,
  },
  {
    name: 'dynaconf by its class',
    files: `DEBUG = False
ALLOWED_HOSTS = ['localhost']
from dynaconf import DjangoDynaconf
settings = DjangoDynaconf(__name__, environments=True)
`,
    variables: { DJANGO_ALLOWED_HOSTS: '["e.com"]' },
    values: OPEN,
  },
  {
    name: 'dynaconf under another name',
    files: `DEBUG = False
ALLOWED_HOSTS = ['localhost']
import dynaconf as d  # noqa
d.DjangoDynaconf(__name__)
`,
    variables: { DJANGO_ALLOWED_HOSTS: '["e.com"]' },
    values: OPEN,
  },
  {
    name: 'an attribute of dynaconf',
    files: `from dynaconf import Dynaconf
settings = Dynaconf(envvar_prefix='APP', settings_files=['settings.toml', '.secrets.toml'])
DEBUG = settings.DEBUG
ALLOWED_HOSTS = settings.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = settings.get('ORIGINS', [])
`,
    values: { DEBUG: '?', ALLOWED_HOSTS: '?', CSRF_TRUSTED_ORIGINS: '?' },
  },
  {
    name: 'two assignments in branches',
    files: `import os
if os.environ.get('RENDER'):
    DEBUG = False
    ALLOWED_HOSTS = [os.environ['RENDER_EXTERNAL_HOSTNAME']]
elif os.environ.get('DYNO'):
    ALLOWED_HOSTS = ['.herokuapp.com']
else:
    ALLOWED_HOSTS = ['localhost']
`,
    values: { ALLOWED_HOSTS: ['shop.onrender.com'], DEBUG: false },
  },
  {
    name: 'nested function default mutable',
    files: `def hosts(*names, suffix='.com', **kw):
    return [n + suffix for n in names]
ALLOWED_HOSTS = hosts('a', 'b', suffix='.org')
`,
    values: { ALLOWED_HOSTS: ['a.org', 'b.org'] },
  },
  {
    name: 'lambda csv',
    files: `import os
csv = lambda s: [x for x in s.split(',') if x]
ALLOWED_HOSTS = csv(os.getenv('H', 'a,b,'))
`,
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'string multi-line split',
    files: `ALLOWED_HOSTS = '''
a.com
b.com
'''.split()
`,
    values: { ALLOWED_HOSTS: ['a.com', 'b.com'] },
  },
  {
    name: 'implicit concat trap',
    files: `ALLOWED_HOSTS = ['a.com' 'b.com', 'c.com']
`,
    values: { ALLOWED_HOSTS: ['a.comb.com', 'c.com'] },
  },
  {
    name: 'str trap tuple',
    files: `ALLOWED_HOSTS = ('a.com')
`,
    values: { ALLOWED_HOSTS: 'a.com' },
  },
  {
    name: 'while loop',
    files: `ALLOWED_HOSTS = []
i = 0
while i < 2:
    ALLOWED_HOSTS.append('h%d' % i)
    i += 1
`,
    values: { ALLOWED_HOSTS: ['h0', 'h1'] },
  },
  {
    name: 'bytes decode',
    files: `import base64
ALLOWED_HOSTS = [base64.b64decode('YS5jb20=').decode()]
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'os.environ dict copy',
    files: `import os
E = dict(os.environ)
ALLOWED_HOSTS = [E.get('RENDER_EXTERNAL_HOSTNAME', 'none')]
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'environ star import alias',
    files: `from os import environ as env
ALLOWED_HOSTS = [env['RENDER_EXTERNAL_HOSTNAME'], env.get('N') or 'n']
`,
    values: { ALLOWED_HOSTS: ['shop.onrender.com', 'n'] },
  },
  {
    name: 'os.environ setitem',
    files: `import os
os.environ.setdefault('H', 'set')
os.environ['I'] = 'i'
ALLOWED_HOSTS = [os.environ['H'], os.getenv('I')]
`,
    values: { ALLOWED_HOSTS: ['set', 'i'] },
  },
  {
    name: 'functools partial',
    files: `import os
from functools import partial
get = partial(os.environ.get, 'H')
ALLOWED_HOSTS = [get('d')]
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'try finally',
    files: `import os
try:
    ALLOWED_HOSTS = ['a']
finally:
    DEBUG = False
`,
    values: { ALLOWED_HOSTS: ['a'], DEBUG: false },
  },
  {
    name: 'except Exception as',
    files: `import os
try:
    ALLOWED_HOSTS = os.environ['H'].split(',')
except Exception as e:
    ALLOWED_HOSTS = ['fallback']
`,
    values: { ALLOWED_HOSTS: ['fallback'] },
  },
  {
    name: 'assert',
    files: `import os
assert os.environ.get('RENDER'), 'no'
ALLOWED_HOSTS = ['a']
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'cond import prod at end',
    files: {
      'mysite/settings.py': `import os
DEBUG = True
ALLOWED_HOSTS = ['localhost']
if os.environ.get('RENDER'):
    from .settings_prod import *
`,
      'mysite/settings_prod.py': `from .settings_shared import X
DEBUG = False
ALLOWED_HOSTS = [X]
`,
      'mysite/settings_shared.py': `X = "x"
`,
    },
    values: { ALLOWED_HOSTS: ['x'], DEBUG: false },
  },
  {
    name: '__all__',
    files: {
      'mysite/settings.py': `from .b import *
`,
      'mysite/b.py': `__all__ = ["ALLOWED_HOSTS"]
ALLOWED_HOSTS = ["a"]
DEBUG = True
`,
    },
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'cyclic star',
    files: {
      'mysite/settings.py': `A = 1
from .b import *
ALLOWED_HOSTS = ["a"]
`,
      'mysite/b.py': `from .settings import *
DEBUG = bool(A)
`,
    },
    values: { ALLOWED_HOSTS: ['a'], DEBUG: true },
  },
  {
    name: 'alias mutate',
    files: `hosts = ['a']
ALLOWED_HOSTS = hosts
hosts.append('b')
`,
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'self concat none',
    files: `import os
ALLOWED_HOSTS = ['a'] + ([os.environ['RENDER_EXTERNAL_HOSTNAME']] if 'RENDER' in os.environ else [])
`,
    values: { ALLOWED_HOSTS: ['a', 'shop.onrender.com'] },
  },
  {
    name: 'BOM',
    files: `\uFEFFALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'CRLF',
    files: `import os\r
ALLOWED_HOSTS = [\r
    "a",\r
    "b",\r
]\r
`,
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'tabs',
    files: `import os
if True:
	ALLOWED_HOSTS = ["a"]
	if True:
		DEBUG = False
`,
    values: { ALLOWED_HOSTS: ['a'], DEBUG: false },
  },
  {
    name: 'line continuation',
    files: `ALLOWED_HOSTS = \\
    ["a"] + \\
    ["b"]
`,
    values: { ALLOWED_HOSTS: ['a', 'b'] },
  },
  {
    name: 'semicolons',
    files: `DEBUG = False; ALLOWED_HOSTS = ["a"]; ALLOWED_HOSTS += ["b"]
`,
    values: { ALLOWED_HOSTS: ['a', 'b'], DEBUG: false },
  },
  {
    name: 'one-line if',
    files: `import os
if "RENDER" in os.environ: ALLOWED_HOSTS = ["r"]
else: ALLOWED_HOSTS = ["l"]
`,
    values: { ALLOWED_HOSTS: ['r'] },
  },
  {
    name: 'py2 print',
    files: `print "x"
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 except',
    files: `try:
    import x
except ImportError, e:
    pass
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 octal',
    files: `MODE = 0777
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 ur',
    files: `A = ur"x"
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 backtick',
    files: `A = \`1\`
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 exec',
    files: `exec "x = 1"
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 <>',
    files: `A = 1 <> 2
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'py2 raise',
    files: `if False:
    raise ValueError, "x"
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'unclosed',
    files: `ALLOWED_HOSTS = [
DEBUG = True
`,
    values: 'refused',
  },
  {
    name: 'bad indent',
    files: `A = 1
  B = 2
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'tabs mix',
    files: `if True:
	A = 1
        B = 2
ALLOWED_HOSTS = []
`,
    values: 'refused',
  },
  {
    name: 'merge markers',
    files: `<<<<<<< HEAD
ALLOWED_HOSTS = []
=======
ALLOWED_HOSTS = ["*"]
>>>>>>> b
`,
    values: 'refused',
  },
  {
    name: 'jinja',
    files: `ALLOWED_HOSTS = {{ cookiecutter.hosts }}
X = {% if a %}
`,
    values: 'refused',
  },
  {
    name: 'unterminated str',
    files: `ALLOWED_HOSTS = ['a]
`,
    values: 'refused',
  },
  {
    name: 'triple never closed',
    files: `ALLOWED_HOSTS = []
X = """abc
`,
    values: 'refused',
  },
  {
    name: 'assign to literal',
    files: `ALLOWED_HOSTS = []
1 = 2
`,
    values: 'refused',
  },
  { name: 'empty', files: '', values: {} },
  {
    name: 'only comment',
    files: `# nothing
`,
    values: {},
  },
  {
    name: 'nonascii ident',
    files: `ÄRGER = 1
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'self import',
    files: `from mysite.settings import *
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'generator infinite',
    files: `def g():
    while True:
        yield 1
for x in g():
    break
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'while true break',
    files: `while True:
    ALLOWED_HOSTS = ["w"]
    break
`,
    values: { ALLOWED_HOSTS: ['w'] },
  },
  {
    name: 'big range',
    files: `X = list(range(10**9)) if False else 1
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'proto names',
    files: `__proto__ = 1
constructor = 2
hasOwnProperty = 3
ALLOWED_HOSTS = ["a"]
D = {"__proto__": 1}
X = D["__proto__"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'class with proto',
    files: `class toString:
    valueOf = 1
ALLOWED_HOSTS = [str(toString.valueOf)]
`,
    values: { ALLOWED_HOSTS: ['1'] },
  },
  {
    name: 'star from None',
    files: `from . import *
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'relative too far',
    files: `try:
    from .....x import *
except (ImportError, ValueError):
    pass
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'unicode escapes',
    files: `ALLOWED_HOSTS = ["\\u0061.com", "\\x61", "\\N{LATIN SMALL LETTER A}", r"\\d", b"x".decode()]
`,
    values: { ALLOWED_HOSTS: '?' },
  },
  {
    name: 'walrus comp',
    files: `ALLOWED_HOSTS = [y for x in ["a", "b"] if (y := x + "1")]
`,
    values: { ALLOWED_HOSTS: ['a1', 'b1'] },
  },
  {
    name: 'async',
    files: `async def f():
    await g()
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
  {
    name: 'decorated class',
    files: `import functools
@functools.total_ordering
class A:
    def __eq__(self, o): return True
    def __lt__(self, o): return False
ALLOWED_HOSTS = ["a"]
`,
    values: { ALLOWED_HOSTS: ['a'] },
  },
];
