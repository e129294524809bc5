import { expect, it } from 'vitest';
import { rule as migrations } from '../../../rules/unapplied-migrations/rule.js';
import { rule as stale } from '../../../rules/stale-db-connection/rule.js';
import { lint } from '../../../src/engine/lint.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';

const MANAGE =
  "import os\nimport sys\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line(sys.argv)\n";
const WSGI =
  "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_wsgi_application()\n";
const BASE =
  "import os\nimport dj_database_url\nfrom decouple import config\nINSTALLED_APPS = ['django.contrib.auth']\nROOT_URLCONF = 'shop.urls'\nDATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}\n";
const KEPT = 'dj_database_url.config(conn_max_age=600)';

/** The rules that say something of a project; a variable that the service is given is DATABASE_URL. */
async function found(settings: string, variable: string): Promise<string[]> {
  const blueprint = `databases:\n  - name: db\nservices:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: gunicorn shop.wsgi\n    envVars:\n      - key: DATABASE_URL\n        ${variable}\n`;
  const repository = memoryRepository({
    'render.yaml': blueprint,
    'requirements.txt': 'django==5.2\ngunicorn\ndj-database-url\npython-decouple\npsycopg2-binary\n',
    'manage.py': MANAGE,
    'db.sqlite3': '',
    'shop/__init__.py': '',
    'shop/wsgi.py': WSGI,
    'shop/urls.py': 'urlpatterns = []\n',
    'shop/settings.py': BASE + settings,
  });
  const { findings } = await lint({ repository, rules: [migrations, stale], platforms: [render] });
  return findings.map(({ rule }) => rule).sort();
}

const DATABASE = 'fromDatabase: { name: db, property: connectionString }';
const BOTH = ['stale-db-connection', 'unapplied-migrations'];

it.each([
  ['a switch by its value', `if os.getenv('DATABASE_URL'):\n    DATABASES['default'] = ${KEPT}\n`],
  ['a switch by a name', `URL = os.environ.get('DATABASE_URL')\nif URL:\n    DATABASES = {'default': ${KEPT}}\n`],
  ['a switch by decouple', `if config('DATABASE_URL', default=''):\n    DATABASES['default'] = ${KEPT}\n`],
  ['a negated switch', `if not os.getenv('DATABASE_URL'):\n    pass\nelse:\n    DATABASES['default'] = ${KEPT}\n`],
  ['a switch by another form of it', `if os.getenv('DATABASE_URL').lower():\n    DATABASES['default'] = ${KEPT}\n`],
  ['a choice', `DATABASES = {'default': ${KEPT}} if os.getenv('DATABASE_URL') else DATABASES\n`],
])('a variable from a database is not empty: %s', async (_, settings) => {
  expect(await found(settings, DATABASE)).toEqual(BOTH);
});

it.each([
  ['is set in the dashboard', `if os.getenv('DATABASE_URL'):\n    DATABASES['default'] = ${KEPT}\n`, 'sync: false'],
  [
    'is another variable of a service',
    `if os.getenv('DATABASE_URL'):\n    DATABASES['default'] = ${KEPT}\n`,
    'fromService: { name: shop, type: web, envVarKey: URL }',
  ],
  ['is compared', `if os.getenv('DATABASE_URL') == 'x':\n    DATABASES['default'] = ${KEPT}\n`, DATABASE],
  ['is cast', `if config('DATABASE_URL', cast=bool):\n    DATABASES['default'] = ${KEPT}\n`, DATABASE],
])('nothing is said where what is tested %s', async (_, settings, variable) => {
  expect(await found(settings, variable)).toEqual([]);
});
