import type { Reproduction, RuleReproductions } from '../reproduction.js';
import { afterADatabaseRestart, follow, get } from '../visits.js';

const GUNICORN = ['Django', 'gunicorn'];

export const SSL_REDIRECT_LOOP: RuleReproductions = {
  rule: 'ssl-redirect-loop',
  how: 'The edge speaks http to the app and says in X-Forwarded-Proto that the visitor came by https. Each redirect leads to the address that was asked for, and is followed, five times at most.',
  cases: [
    {
      title: 'gunicorn that trusts local proxies only',
      repository: 'ssl-redirect-loop/flagged-gunicorn-local-proxies',
      status: 301,
      repair: 'safe',
      visit: follow('/health/'),
      versions: GUNICORN,
      quick: true,
    },
  ],
};

const HOSTS = "ALLOWED_HOSTS = ['.onrender.com']\n";

/** A Django project under gunicorn, in as few files as there can be. */
function project(settings: string, urls: string, buildCommand: string): Readonly<Record<string, string>> {
  return {
    'render.yaml': `services:
  - type: web
    name: shop
    runtime: python
    buildCommand: ${buildCommand}
    startCommand: gunicorn mysite.wsgi --timeout 120
    healthCheckPath: /health/
    envVars:
      - key: FORWARDED_ALLOW_IPS
        value: 127.0.0.1
`,
    'requirements.txt': 'Django==5.2.17\ngunicorn==20.1.0\n',
    'manage.py': `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')
execute_from_command_line(sys.argv)
`,
    'mysite/__init__.py': '',
    'mysite/wsgi.py': `import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')

application = get_wsgi_application()
`,
    'mysite/settings.py': `import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = 'only-for-tests'
DEBUG = False
ROOT_URLCONF = 'mysite.urls'
${settings}`,
    'mysite/urls.py': urls,
  };
}

const INSTALL = 'pip install -r requirements.txt';

function hosts(title: string, fixture: string): Reproduction {
  return {
    title,
    repository: `disallowed-host/${fixture}`,
    status: 400,
    repair: 'safe',
    visit: get('/health/'),
    versions: GUNICORN,
  };
}

export const DISALLOWED_HOST: RuleReproductions = {
  rule: 'disallowed-host',
  how: 'The site is called by its own host name, shop.onrender.com, which the edge passes on. Django looks at it in its CommonMiddleware, which nearly every project has.',
  cases: [
    { ...hosts('an empty list', 'flagged-empty'), quick: true },
    hosts('a variable that is not set', 'flagged-unset-variable'),
    hosts('the scheme in the list', 'flagged-with-scheme'),
    {
      ...hosts('a text in place of a list', 'flagged-plain-string'),
      status: 502,
      repair: {
        told: 'the text in a list',
        edits: [{ file: 'mysite/settings.py', from: "= 'shop.onrender.com'", to: "= ['shop.onrender.com']" }],
      },
    },
  ],
};

const FORM = `from django.http import HttpResponse
from django.urls import path


def contact(request):
    return HttpResponse('thanks')


urlpatterns = [path('contact/', contact)]
`;

/** A form of a page that the visitor got before, with the token of that page in a cookie and in the form. */
const TOKEN = 'a'.repeat(32);

const SENT = {
  method: 'POST',
  headers: {
    origin: 'https://shop.onrender.com',
    cookie: `csrftoken=${TOKEN}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: `csrfmiddlewaretoken=${TOKEN}`,
};

export const UNTRUSTED_ORIGIN: RuleReproductions = {
  rule: 'untrusted-origin',
  how: 'A form is sent as a browser does that came by https: with the token, the cookie and the origin of the site. Django checks the origin from version 4 on.',
  cases: [
    {
      title: 'a form',
      repository: project(
        `${HOSTS}MIDDLEWARE = [
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
]
INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions', 'django.contrib.messages']
`,
        FORM,
        INSTALL,
      ),
      status: 403,
      repair: 'safe',
      visit: get('/contact/', 5, SENT),
      versions: GUNICORN,
    },
  ],
};

export const UNSERVED_STATIC: RuleReproductions = {
  rule: 'unserved-static',
  how: 'Asked for is a page that links a style sheet by its name in the manifest, or the style sheet itself.',
  cases: [
    {
      title: 'a manifest of WhiteNoise that nothing makes',
      repository: 'unserved-static/flagged-manifest-not-collected',
      status: 500,
      repair: {
        told: '`collectstatic` in the build command',
        edits: [{ file: 'render.yaml', from: INSTALL, to: `${INSTALL} && python manage.py collectstatic --noinput` }],
      },
      visit: get('/'),
      versions: [...GUNICORN, 'WhiteNoise'],
    },
    {
      title: 'files that nothing serves',
      repository: 'unserved-static/flagged-nothing-serves',
      status: 404,
      repair: {
        told: 'WhiteNoise in `MIDDLEWARE`',
        edits: [
          {
            file: 'mysite/settings.py',
            from: "['django.middleware.security.SecurityMiddleware']",
            to: "['django.middleware.security.SecurityMiddleware', 'whitenoise.middleware.WhiteNoiseMiddleware']",
          },
        ],
      },
      visit: get('/static/style.css'),
      versions: [...GUNICORN, 'WhiteNoise'],
    },
  ],
};

export const UNAPPLIED_MIGRATIONS: RuleReproductions = {
  rule: 'unapplied-migrations',
  how: 'A page is asked for that reads a table.',
  cases: [
    {
      title: "Django's own tables",
      repository: project(
        `${HOSTS}INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions']
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE_DIR / 'shop.sqlite3'}}
`,
        `from django.contrib.auth.models import User
from django.http import HttpResponse
from django.urls import path

urlpatterns = [path('', lambda request: HttpResponse(User.objects.count()))]
`,
        INSTALL,
      ),
      status: 500,
      repair: {
        told: '`migrate` in the build command',
        edits: [{ file: 'render.yaml', from: INSTALL, to: `${INSTALL} && python manage.py migrate` }],
      },
      visit: get('/'),
      versions: GUNICORN,
      quick: true,
    },
  ],
};

const REUSED = `DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.postgresql',
        'NAME': 'postgres',
        'CONN_MAX_AGE': 600,
    },
}
`;

const QUERY = `from django.db import connection
from django.http import HttpResponse
from django.urls import path


def one(request):
    with connection.cursor() as cursor:
        cursor.execute('SELECT 1')
        return HttpResponse(cursor.fetchone())


urlpatterns = [path('', one)]
`;

export const STALE_DB_CONNECTION: RuleReproductions = {
  rule: 'stale-db-connection',
  how: 'A first request opens the connection. Then the database is started again, as at a maintenance, and five requests follow: the one that meets the old connection fails.',
  cases: [
    {
      title: 'Django, `CONN_MAX_AGE`',
      repository: project(`${HOSTS}${REUSED}`, QUERY, INSTALL),
      status: 500,
      repair: {
        told: '`CONN_HEALTH_CHECKS`',
        edits: [
          {
            file: 'mysite/settings.py',
            from: "'CONN_MAX_AGE': 600,",
            to: "'CONN_MAX_AGE': 600,\n        'CONN_HEALTH_CHECKS': True,",
          },
        ],
      },
      visit: afterADatabaseRestart('/'),
      versions: [...GUNICORN, 'psycopg', 'PostgreSQL'],
      hasDatabase: true,
    },
    {
      title: 'SQLAlchemy',
      repository: {
        'render.yaml': `services:
  - type: web
    name: shop
    runtime: python
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app --timeout 120
    healthCheckPath: /health
`,
        'requirements.txt': 'flask\ngunicorn\nSQLAlchemy\npsycopg2\n',
        'app.py': `import os

from flask import Flask
from sqlalchemy import create_engine, text

app = Flask(__name__)
engine = create_engine(os.environ["DATABASE_URL"])


@app.get("/")
def one():
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT 1")).scalar())
`,
      },
      status: 500,
      repair: {
        told: '`pool_pre_ping=True`',
        edits: [{ file: 'app.py', from: '["DATABASE_URL"])', to: '["DATABASE_URL"], pool_pre_ping=True)' }],
      },
      visit: afterADatabaseRestart('/'),
      versions: ['SQLAlchemy', 'gunicorn', 'PostgreSQL'],
      hasDatabase: true,
    },
  ],
};
