import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/disallowed-host/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { LISTS, STATEMENTS, VARIABLES } from './allowed-hosts.js';

const WSGI =
  "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\napplication = get_wsgi_application()\n";

/** Variables of the service `shop`; what is not here is not set. */
const ENTRIES = Object.entries(VARIABLES).map(([key, value]) =>
  value === undefined
    ? `\n      - { key: ${key}, sync: false }`
    : `\n      - { key: ${key}, value: ${JSON.stringify(value)} }`,
);

/** Behind the settings: it looks at the host of each request. */
const MIDDLEWARE = "\nMIDDLEWARE = ['django.middleware.common.CommonMiddleware']\n";

function linted(settings: string, files: Record<string, string> = {}): Promise<Report> {
  const repository = memoryRepository({
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: gunicorn mysite.wsgi\n    envVars:${ENTRIES.join('')}\n`,
    'mysite/__init__.py': '',
    'mysite/wsgi.py': WSGI,
    'mysite/settings.py': `${settings}${MIDDLEWARE}`,
    ...files,
  });
  return lint({ repository, rules: [rule], platforms: [render] });
}

/** `error`, `note`, `fine` or `?` for what is not decided. */
async function verdict(settings: string, files?: Record<string, string>): Promise<string> {
  const { findings, undecided } = await linted(settings, files);
  return findings[0]?.severity ?? (undecided.length > 0 ? '?' : 'fine');
}

const DECOUPLE = 'from decouple import config, Csv\n';
const ENVIRON = 'import environ\nenv = environ.Env(ALLOWED_HOSTS=(list, []), D=(bool, False))\n';

describe('ALLOWED_HOSTS of a declared service', () => {
  it.each(LISTS)('%s: %s', async (written, expected) => {
    expect(await verdict(`import os, json\n${DECOUPLE}${ENVIRON}ALLOWED_HOSTS = ${written}\n`)).toBe(expected);
  });

  it.each(STATEMENTS)('%s: %s', async (text, expected) => {
    expect(await verdict(`import os\n${text}\n`)).toBe(expected);
  });
});

describe('settings that cannot be read', () => {
  it.each([
    ['do not parse', 'ALLOWED_HOSTS = [\n'],
    ['are of Python 2', "print 'x'\nALLOWED_HOSTS = []\n"],
    ['mix tabs and blanks', 'if True:\n\tA = 1\n        B = 2\nALLOWED_HOSTS = []\n'],
    ['are too large', `ALLOWED_HOSTS = []\n${'# filled\n'.repeat(250_000)}`],
    ['import what is not there', 'from unknown.settings import *\n'],
  ])('%s', async (_, text) => {
    const { findings, undecided } = await linted(text);
    expect(findings).toEqual([]);
    expect(undecided.map(({ at }) => at.file)).toEqual(['mysite/settings.py']);
  });
});

describe('the message', () => {
  it('names the variable that is not set, and what is left', async () => {
    const { findings } = await linted("import os\nALLOWED_HOSTS = os.environ.get('NONE', '').split(',')\n");
    expect(findings[0]?.message.found).toContain('`NONE` is not set for the service');
    expect(findings[0]?.message.found).toContain("`['']`");
    expect(findings[0]?.message.effect).toContain('`shop.onrender.com`');
  });

  it('tells the way from the start command to the settings', async () => {
    const { findings } = await linted('ALLOWED_HOSTS = []\n');
    expect(findings[0]?.trail.map(({ at }) => at.file)).toEqual(['render.yaml', 'mysite/wsgi.py']);
  });
});

describe('a service that is not declared', () => {
  it.each([
    ['[]', 'error'],
    ["['localhost']", 'error'],
    ["['*']", 'fine'],
    ["['shop.herokuapp.com']", '?'],
    ["['shop.onrender.com']", '?'],
    ["os.environ.get('HOSTS', '').split(',')", '?'],
  ])('%s: %s', async (written, expected) => {
    const files = {
      'manage.py':
        "import os, sys\nif __name__ == '__main__':\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\n    from django.core.management import execute_from_command_line\n    execute_from_command_line(sys.argv)\n",
      'mysite/__init__.py': '',
      'mysite/settings.py': `import os\nALLOWED_HOSTS = ${written}${MIDDLEWARE}`,
    };
    const { findings, undecided } = await lint({
      repository: memoryRepository(files),
      rules: [rule],
      platforms: [render],
    });
    expect(findings[0]?.severity ?? (undecided.length > 0 ? '?' : 'fine')).toBe(expected);
  });
});

describe('settings of the one manage.py, where no command tells what is started', () => {
  const manage =
    "import os\nimport sys\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\nfrom django.core.management import execute_from_command_line\nexecute_from_command_line(sys.argv)\n";

  async function found(build: string): Promise<string> {
    const blueprint = `services:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: ${JSON.stringify(build)}\n    startCommand: $START\n    envVars:\n      - { key: START, sync: false }\n`;
    const others = { 'manage.py': manage, 'mysite/production.py': "ALLOWED_HOSTS = ['*']\n" };
    return verdict('ALLOWED_HOSTS = []\n', { 'render.yaml': blueprint, ...others });
  }

  it('are judged', async () => {
    expect(await found('pip install -r requirements.txt')).toBe('error');
  });

  it.each([
    'echo "ALLOWED_HOSTS = [\'*\']" >> mysite/settings.py',
    'cp mysite/production.py mysite/settings.py',
    'sed -i "s/ALLOWED_HOSTS = .*/ALLOWED_HOSTS = [\'*\']/" mysite/settings.py',
  ])('are not decided where the build writes them: %s', async (command) => {
    expect(await found(`pip install -r requirements.txt && ${command}`)).toBe('?');
  });
});
