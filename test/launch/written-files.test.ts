import { describe, expect, it } from 'vitest';
import { rule as disallowedHost } from '../../rules/disallowed-host/rule.js';
import { rule } from '../../rules/ignored-port/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const PROGRAMS = {
  json: "require('express')().listen(require('./config.json').port);",
  read: "const config = JSON.parse(require('fs').readFileSync('config.json'));\nrequire('express')().listen(config.port);",
  module: "require('express')().listen(require('./config').port);",
  dotenv: "require('dotenv').config();\nrequire('express')().listen(process.env.APP_PORT || 8080);",
  config: "require('express')().listen(require('config').get('port'));",
  nconf: "const nconf = require('nconf');\nnconf.file('config.json');\nrequire('express')().listen(nconf.get('port'));",
};

/** What is said of the port of a program whose files commands write: findings, else what is undecided. */
async function said(program: keyof typeof PROGRAMS, build: string, start = 'node server.js'): Promise<string> {
  const files = {
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: node\n    buildCommand: ${build}\n    startCommand: ${start}\n`,
    'server.js': PROGRAMS[program],
    'config.json': '{"port":8080}',
    ...(program === 'module' && { 'config.js': 'module.exports = { port: 8080 };' }),
    'config/default.json': '{"port":8080}',
    'config/render.json': '{"port":10000}',
    'other.json': '{"port":10000}',
    '.env.production': 'APP_PORT=10000\n',
  };
  const { findings, undecided } = await lint({
    repository: memoryRepository(files),
    rules: [rule],
    platforms: [render],
  });
  return findings.length > 0 ? 'wrong' : undecided.length > 0 ? 'undecided' : 'fine';
}

describe('a file that a command writes is not read as the repository has it', () => {
  it.each<[keyof typeof PROGRAMS, string, string?]>([
    ['json', 'cp other.json config.json'],
    ['read', 'cp other.json config.json'],
    ['read', 'mv other.json config.json'],
    ['read', 'echo \'{"port":10000}\' > config.json'],
    ['read', 'node -e 0 || cp other.json config.json'],
    ['read', 'echo', 'sed -i s/8080/10000/ config.json && node server.js'],
    ['read', 'echo', 'sed -Ei s/8080/10000/ ./config.json && node server.js'],
    ['module', 'node -p 1 > config.js'],
    ['nconf', 'cp other.json config.json'],
    ['dotenv', 'cp .env.production .env'],
    ['dotenv', 'echo APP_PORT=10000 > .env'],
    ['config', 'cp config/render.json config/default.json'],
    ['config', 'cp config/render.json config/production.json'],
  ])('%s: %s', async (program, build, start) => {
    expect(await said(program, build, start)).toBe('undecided');
  });

  it.each<[keyof typeof PROGRAMS, string, string?]>([
    ['read', 'touch config.json'],
    ['read', 'cp config.json other.json'],
    ['read', 'echo', 'sed s/8080/10000/ config.json && node server.js'],
    ['read', 'cat config.json > /dev/null'],
    ['dotenv', 'cp .env.production .env.local'],
    ['config', 'cp other.json config/development.json'],
  ])('%s: another file, or none: %s', async (program, build, start) => {
    expect(await said(program, build, start)).toBe('wrong');
  });
});

it('settings of Django that a command writes are not read as the repository has them', async () => {
  const files = {
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: pip install -r requirements.txt && BUILD\n    startCommand: gunicorn shop.wsgi\n`,
    'requirements.txt': 'django==5.2\ngunicorn\n',
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'shop/__init__.py': '',
    'shop/wsgi.py':
      "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_wsgi_application()\n",
    'shop/urls.py': 'urlpatterns = []\n',
    'shop/settings.py':
      "DEBUG = False\nALLOWED_HOSTS = ['localhost']\nROOT_URLCONF = 'shop.urls'\nMIDDLEWARE = ['django.middleware.common.CommonMiddleware']\n",
    'shop/render.py': "DEBUG = False\nALLOWED_HOSTS = ['.onrender.com']\n",
  };
  const found = async (build: string): Promise<readonly string[]> => {
    const repository = memoryRepository({ ...files, 'render.yaml': files['render.yaml'].replace('BUILD', build) });
    const { findings } = await lint({ repository, rules: [disallowedHost], platforms: [render] });
    return findings.map(({ at }) => at.file);
  };
  expect(await found('python manage.py check')).toEqual(['shop/settings.py']);
  expect(await found('cp shop/render.py shop/settings.py')).toEqual([]);
});
