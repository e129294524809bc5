import { describe, expect, it } from 'vitest';
import type { StaticFiles } from '../../../src/apps/django/static-files.js';
import { openDeployment } from '../../../src/deployment/open.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';

const MANIFEST = 'django.contrib.staticfiles.storage.ManifestStaticFilesStorage';
const WHITENOISE = 'whitenoise.storage.CompressedManifestStaticFilesStorage';
const INSTALL = 'pip install -r requirements.txt';
const COLLECT = 'python manage.py collectstatic --noinput';

const MANAGED = {
  'manage.py':
    "import os\nfrom django.core.management import execute_from_command_line\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\nexecute_from_command_line()\n",
};

interface Given {
  settings?: string;
  middleware?: readonly string[];
  django?: string;
  build?: string;
  start?: string;
  files?: Readonly<Record<string, string>>;
}

function repositoryOf({ settings = '', middleware = [], django = '5.2.17', build = INSTALL, start, files }: Given) {
  const listed = ['django.middleware.security.SecurityMiddleware', ...middleware];
  return memoryRepository({
    'requirements.txt': `Django==${django}\ngunicorn\nwhitenoise\n`,
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\n",
    'mysite/__init__.py': '',
    'mysite/settings.py': `DEBUG = False\nROOT_URLCONF = 'mysite.urls'\nSTATIC_URL = 'static/'\nSTATIC_ROOT = 'collected'\nINSTALLED_APPS = ['django.contrib.admin', 'django.contrib.staticfiles']\nMIDDLEWARE = ${JSON.stringify(listed)}\n${settings}\n`,
    'mysite/urls.py': 'urlpatterns = []\n',
    'mysite/wsgi.py':
      "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\napplication = get_wsgi_application()\n",
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: ${JSON.stringify(build)}\n    startCommand: ${JSON.stringify(start ?? 'gunicorn mysite.wsgi')}\n`,
    ...files,
  });
}

async function staticFiles(given: Given): Promise<StaticFiles | undefined> {
  const { deployment } = await openDeployment(repositoryOf(given), [render]);
  const [service] = deployment.services;
  return service && deployment.staticFiles(service);
}

async function storageOf(given: Given): Promise<string | undefined> {
  const { deployment } = await openDeployment(repositoryOf(given), [render]);
  const [service] = deployment.services;
  const django = service && (await deployment.django(service));
  if (django?.is !== 'settings') return undefined;
  const { value } = django.staticStorage;
  return value.is === 'known' ? value.value : value.is === 'absent' ? 'default' : '?';
}

/** Those of 3.2 and 5.2 are what `staticfiles_storage` is there (measured 2026-11-21 with Django 3.2.25 and 5.2.17). */
describe('the class that stores static files', () => {
  const old = `STATICFILES_STORAGE = '${WHITENOISE}'`;
  const dictionary = `STORAGES = {'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}, 'staticfiles': {'BACKEND': '${MANIFEST}'}}`;

  it.each<[string, string, string, string]>([
    ['nothing', '5.2.17', '', 'default'],
    ['the old name', '3.2.25', old, WHITENOISE],
    ['the old name', '5.0.9', old, WHITENOISE],
    ['the old name, which is not read any more', '5.2.17', old, 'default'],
    ['STORAGES', '5.2.17', dictionary, MANIFEST],
    ['STORAGES set later', '5.2.17', `STORAGES = {}\nSTORAGES['staticfiles'] = {'BACKEND': '${MANIFEST}'}`, MANIFEST],
    [
      'STORAGES with others spread',
      '5.2.17',
      `BASE = {'staticfiles': {'BACKEND': '${MANIFEST}'}}\nSTORAGES = {**BASE, 'default': {}}`,
      MANIFEST,
    ],
    ['both, where STORAGES counts', '5.2.17', `${old}\n${dictionary}`, MANIFEST],
    ['STORAGES, which is not read yet', '3.2.25', dictionary, 'default'],
    ['both, where the old name counts', '3.2.25', `${old}\n${dictionary}`, WHITENOISE],
    ['behind DEBUG', '5.2.17', `if not DEBUG:\n    ${dictionary}`, MANIFEST],
    ['behind DEBUG, which is off', '5.2.17', `if DEBUG:\n    ${dictionary}`, 'default'],
    ['a comment', '5.2.17', `# ${dictionary}`, 'default'],
  ])('%s, Django %s', async (_, django, settings, expected) => {
    expect(await storageOf({ django, settings })).toBe(expected);
  });

  it('is not decided where the version of Django is not known', async () => {
    const files = { 'requirements.txt': 'gunicorn\n' };
    expect(await storageOf({ settings: old, files })).toBe('?');
  });
});

describe('whether collectstatic is run', () => {
  it.each<[string, Given, StaticFiles['collected']]>([
    ['no', {}, 'no'],
    ['in the build', { build: `${INSTALL} && ${COLLECT}` }, 'yes'],
    [
      'without input, by its long name',
      { build: `${INSTALL} && python manage.py collectstatic --no-input --clear` },
      'yes',
    ],
    ['by django-admin', { build: `${INSTALL} && django-admin collectstatic --noinput` }, 'yes'],
    ['by uv', { build: `uv sync && uv run manage.py collectstatic --noinput` }, 'yes'],
    ['by poetry', { build: `poetry install && poetry run ${COLLECT}` }, 'yes'],
    ['in a script', { build: './build.sh', files: { 'build.sh': `${INSTALL}\n${COLLECT}\n` } }, 'yes'],
    ['in a script, as a comment', { build: './build.sh', files: { 'build.sh': `${INSTALL}\n# ${COLLECT}\n` } }, 'no'],
    ['in a script that nothing runs', { files: { 'build.sh': `${COLLECT}\n` } }, 'no'],
    ['at the start', { start: `${COLLECT} && gunicorn mysite.wsgi` }, 'yes'],
    ['by a script that is not there', { build: './build.sh' }, 'unknown'],
    ['findstatic is another command', { build: `${INSTALL} && python manage.py findstatic a.css` }, 'no'],
    ['migrate only', { build: `${INSTALL} && python manage.py migrate` }, 'no'],
  ])('%s', async (_, given, expected) => {
    expect((await staticFiles(given))?.collected).toBe(expected);
  });

  it.each([
    ['RUN', `RUN ${COLLECT}\nCMD ["gunicorn", "mysite.wsgi"]`],
    ['CMD', `CMD ${COLLECT} && gunicorn mysite.wsgi`],
    ['a later stage', `FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN ${COLLECT}\nCMD ["gunicorn", "mysite.wsgi"]`],
  ])('in an image, by %s', async (_, last) => {
    const dockerfile = `FROM python:3.12\nWORKDIR /app\nCOPY . .\nRUN ${INSTALL}\n${last}\n`;
    const files = {
      Dockerfile: dockerfile,
      'render.yaml': 'services:\n  - type: web\n    name: shop\n    runtime: docker\n',
    };
    expect((await staticFiles({ files }))?.collected).toBe('yes');
  });
});

describe('what serves static files with DEBUG off', () => {
  const wsgi = (text: string): Readonly<Record<string, string>> => ({
    'mysite/wsgi.py': `import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\n${text}`,
  });

  it.each<[string, Given, StaticFiles['served']]>([
    ['nothing', {}, 'no'],
    ['the middleware of WhiteNoise', { middleware: ['whitenoise.middleware.WhiteNoiseMiddleware'] }, 'yes'],
    ['that of ServeStatic', { middleware: ['servestatic.middleware.ServeStaticMiddleware'] }, 'yes'],
    ['WhiteNoise inserted', { settings: "MIDDLEWARE.insert(1, 'whitenoise.middleware.WhiteNoiseMiddleware')" }, 'yes'],
    ['WhiteNoise in a list of its own', { settings: "OTHER = ['whitenoise.middleware.WhiteNoiseMiddleware']" }, 'no'],
    ['runserver_nostatic alone', { settings: "INSTALLED_APPS.insert(0, 'whitenoise.runserver_nostatic')" }, 'no'],
    [
      'WhiteNoise around the application',
      {
        files: wsgi(
          "from whitenoise import WhiteNoise\napplication = WhiteNoise(get_wsgi_application(), root='collected')\n",
        ),
      },
      'yes',
    ],
    [
      'dj-static around the application',
      { files: wsgi('from dj_static import Cling\napplication = Cling(get_wsgi_application())\n') },
      'yes',
    ],
    ['an address elsewhere', { settings: "STATIC_URL = 'https://cdn.example.com/'" }, 'yes'],
    ['a bucket', { settings: "STORAGES = {'staticfiles': {'BACKEND': 'storages.backends.s3.S3Storage'}}" }, 'yes'],
    [
      'a route',
      {
        files: {
          'mysite/urls.py':
            "from django.urls import re_path\nfrom django.views.static import serve\nurlpatterns = [re_path(r'^static/(?P<path>.*)$', serve)]\n",
        },
      },
      'yes',
    ],
    [
      'a route of a package of routes',
      {
        settings: "ROOT_URLCONF = 'mysite.routes'",
        files: {
          'mysite/routes/__init__.py':
            "from django.urls import re_path\nfrom django.views.static import serve\nurlpatterns = [re_path(r'^static/(?P<path>.*)$', serve)]\n",
        },
      },
      'yes',
    ],
    ['routes that are elsewhere', { settings: "ROOT_URLCONF = 'somebody.urls'" }, 'unknown'],
    ['uWSGI itself', { start: 'uwsgi --http :$PORT --module mysite.wsgi --static-map /static=collected' }, 'yes'],
    ['uWSGI with no such option', { start: 'uwsgi --http :$PORT --module mysite.wsgi' }, 'no'],
    [
      'Granian itself',
      { start: 'granian --interface wsgi mysite.wsgi:application --static-path-mount collected' },
      'yes',
    ],
    ['runserver', { start: 'python manage.py runserver 0.0.0.0:$PORT', files: MANAGED }, 'no'],
    ['runserver told to', { start: 'python manage.py runserver 0.0.0.0:$PORT --insecure', files: MANAGED }, 'yes'],
    ['a command of a package', { start: 'python manage.py runmodwsgi --port $PORT', files: MANAGED }, 'unknown'],
    ['middleware that is not read', { settings: 'MIDDLEWARE = make()' }, 'unknown'],
  ])('%s', async (_, given, expected) => {
    expect((await staticFiles(given))?.served).toBe(expected);
  });
});

describe('what serves static files with DEBUG on', () => {
  const routes = (text: string): Given => ({
    files: {
      'mysite/urls.py': `from django.conf import settings\nfrom django.conf.urls.static import static\nurlpatterns = []\n${text}\n`,
    },
  });

  it.each<[string, Given, StaticFiles['servedInDebug']]>([
    ['nothing', {}, 'no'],
    ['runserver', { start: 'python manage.py runserver 0.0.0.0:$PORT', files: MANAGED }, 'yes'],
    ['runserver_plus', { start: 'python manage.py runserver_plus 0.0.0.0:$PORT', files: MANAGED }, 'yes'],
    ['another command', { start: 'python manage.py runsslserver 0.0.0.0:$PORT', files: MANAGED }, 'unknown'],
    [
      'routes that are included',
      {
        files: {
          'mysite/urls.py': "from django.urls import include, path\nurlpatterns = [path('', include('pages.urls'))]\n",
          'pages/__init__.py': '',
          'pages/urls.py':
            "from django.conf import settings\nfrom django.conf.urls.static import static\nurlpatterns = static(settings.STATIC_URL, document_root='static')\n",
        },
      },
      'yes',
    ],
    ['routes for them', routes('urlpatterns += static(settings.STATIC_URL, document_root="static")'), 'yes'],
    ['routes for a path', routes("urlpatterns += static('/static/', document_root='static')"), 'yes'],
    [
      'the routes of staticfiles',
      routes(
        'from django.contrib.staticfiles.urls import staticfiles_urlpatterns\nurlpatterns += staticfiles_urlpatterns()',
      ),
      'yes',
    ],
    ['routes for uploads', routes('urlpatterns += static(settings.MEDIA_URL, document_root="media")'), 'no'],
    ['WhiteNoise', { middleware: ['whitenoise.middleware.WhiteNoiseMiddleware'] }, 'yes'],
    ['middleware that is not read', { settings: 'MIDDLEWARE = make()' }, 'unknown'],
  ])('%s', async (_, given, expected) => {
    expect((await staticFiles(given))?.servedInDebug).toBe(expected);
  });
});
