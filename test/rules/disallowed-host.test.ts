import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/disallowed-host/rule.js';
import { lint } from '../../src/engine/lint.js';
import type { Report } from '../../src/model/report.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const WSGI =
  "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\napplication = get_wsgi_application()\n";

/** Variables of the service `shop`; what is not here is not set. */
const VARIABLES = `
      - { key: HOSTS, value: 'localhost,shop.onrender.com' }
      - { key: SPACED, value: 'localhost, shop.onrender.com' }
      - { key: ONE, value: shop.onrender.com }
      - { key: EMPTY, value: '' }
      - { key: LOCAL, value: 'localhost,127.0.0.1' }
      - { key: URL, value: 'https://shop.onrender.com' }
      - { key: ENV, value: production }
      - { key: DEBUG, value: 'False' }
      - { key: JSON, value: '["shop.onrender.com"]' }
      - { key: SECRET, sync: false }`;

function linted(settings: string, files: Record<string, string> = {}): Promise<Report> {
  const repository = memoryRepository({
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: gunicorn mysite.wsgi\n    envVars:${VARIABLES}\n`,
    'mysite/__init__.py': '',
    'mysite/wsgi.py': WSGI,
    'mysite/settings.py': settings,
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
const APPEND = '\nhost = os.environ.get("RENDER_EXTERNAL_HOSTNAME")\nif host:\n    ALLOWED_HOSTS.append(host)';

describe('ALLOWED_HOSTS of a declared service', () => {
  it.each([
    ['[]', 'error'],
    ['()', 'error'],
    ['list()', 'error'],
    ["['']", 'error'],
    ['[None]', 'error'],
    ["['*']", 'fine'],
    ["('*',)", 'fine'],
    ['["*"]', 'fine'],
    ["['localhost', '*']", 'fine'],
    ["['localhost']", 'error'],
    ["['127.0.0.1', 'localhost', '[::1]']", 'error'],
    ["['0.0.0.0']", 'error'],
    ["['192.168.1.20']", 'error'],
    ["['testserver']", 'error'],
    ["['.localhost', '127.0.0.1']", 'error'],
    ["['web', 'localhost']", 'error'],
    ["['shop.onrender.com']", 'fine'],
    ["['SHOP.onrender.com']", 'fine'],
    ["['.onrender.com']", 'fine'],
    ["['.shop.onrender.com']", 'fine'],
    ["['onrender.com']", 'error'],
    ["['.com']", 'fine'],
    ["['*.onrender.com']", 'error'],
    ["['https://shop.onrender.com']", 'error'],
    ["['http://localhost', 'https://shop.onrender.com/']", 'error'],
    ["['shop.onrender.com/']", 'error'],
    ["['shop.onrender.com:443']", 'error'],
    ["[' shop.onrender.com']", 'error'],
    ["['shop.onrender.com ', 'localhost']", 'error'],
    ["['shop.onrender.com,localhost']", 'error'],
    ["['store.onrender.com']", 'error'],
    ["['shop-ab12.onrender.com']", 'note'],
    ["['shop-backend.onrender.com']", 'error'],
    ["['shop.herokuapp.com']", 'error'],
    ["['.vercel.app', '.now.sh']", 'error'],
    ["['.vercel.app', '.onrender.com']", 'fine'],
    ["['shop.up.railway.app']", 'error'],
    ["['me.pythonanywhere.com', 'localhost']", 'error'],
    ["['shop.example.net']", '?'],
    ["['www.shop.de', 'shop.herokuapp.com']", '?'],
    ["'*'", 'error'],
    ["'shop.onrender.com'", 'error'],
    ["{'shop.onrender.com'}", 'error'],
    ["os.environ.get('HOSTS')", 'error'],
    ["os.environ.get('HOSTS').split(',')", 'fine'],
    ["os.environ['HOSTS'].split(',')", 'fine'],
    ["os.getenv('HOSTS', 'localhost').split(',')", 'fine'],
    ["os.environ.get('SPACED', '').split(',')", 'error'],
    ["os.environ.get('SPACED', '').split(', ')", 'fine'],
    ["[h.strip() for h in os.environ.get('SPACED', '').split(',')]", 'fine'],
    ["[h.strip() for h in os.environ.get('NONE', '').split(',') if h.strip()]", 'error'],
    ["[h for h in os.getenv('NONE', '').split(',') if h] or ['*']", 'fine'],
    ["os.environ.get('NONE', '').split(',')", 'error'],
    ["os.environ.get('NONE', '').split()", 'error'],
    ["os.environ.get('NONE', '*').split(',')", 'fine'],
    ["os.environ.get('NONE', 'localhost,127.0.0.1').split(',')", 'error'],
    ["os.environ.get('NONE', 'localhost,.onrender.com').split(',')", 'fine'],
    ["os.environ.get('EMPTY', '*').split(',')", 'error'],
    ["(os.environ.get('EMPTY') or '*').split(',')", 'fine'],
    ["os.environ.get('LOCAL', '*').split(',')", 'error'],
    ["os.environ.get('SECRET', '').split(',')", '?'],
    ["[os.environ.get('SECRET'), 'localhost']", '?'],
    ["[os.environ.get('SECRET'), '.onrender.com']", 'fine'],
    ["[os.environ.get('NONE')]", 'error'],
    ["[os.environ.get('ONE', 'localhost')]", 'fine'],
    ["[os.environ['URL']]", 'error'],
    ["[os.environ['URL'].replace('https://', '')]", 'fine'],
    ["[os.environ['URL'].split('//')[1]]", 'fine'],
    ["[os.environ.get('RENDER_EXTERNAL_HOSTNAME')]", 'fine'],
    ["[os.environ.get('RENDER_EXTERNAL_HOSTNAME', 'localhost'), 'localhost']", 'fine'],
    ["[os.getenv('RENDER_EXTERNAL_URL')]", 'error'],
    ["[os.getenv('RENDER_EXTERNAL_URL', '').replace('https://', '')]", 'fine'],
    ['[f"{os.environ[\'RENDER_SERVICE_NAME\']}.onrender.com"]', 'fine'],
    ["['localhost'] + os.environ.get('HOSTS', '').split(',')", 'fine'],
    ["['localhost'] + os.environ.get('NONE', '').split(',')", 'error'],
    ["['localhost', *os.environ.get('HOSTS', '').split(',')]", 'fine'],
    ["['*'] if os.environ.get('DEBUG') == 'True' else ['shop.onrender.com']", 'fine'],
    ["['*'] if os.environ.get('DEBUG') == 'True' else ['localhost']", 'error'],
    ["['localhost'] if os.environ.get('SECRET') else ['.onrender.com']", '?'],
    ["['localhost'] if os.environ.get('SECRET') else ['127.0.0.1']", 'error'],
    ["['*' if os.environ.get('ENV') == 'production' else 'localhost']", 'fine'],
    ["list(filter(None, os.environ.get('HOSTS', '').split(',')))", 'fine'],
    ["tuple(os.environ.get('HOSTS', '').split(','))", 'fine'],
    ["list(map(str.strip, os.environ['SPACED'].split(',')))", 'fine'],
    ["json.loads(os.environ['JSON'])", 'fine'],
    ["config('HOSTS', cast=Csv())", 'fine'],
    ["config('SPACED', cast=Csv())", 'fine'],
    ["config('NONE', default='localhost,127.0.0.1', cast=Csv())", 'error'],
    ["config('NONE', default='', cast=Csv())", 'error'],
    ["config('NONE', default='*', cast=Csv())", 'fine'],
    ["config('HOSTS', default='*').split(',')", 'fine'],
    ["config('NONE', default='localhost', cast=lambda v: [s.strip() for s in v.split(',')])", 'error'],
    ["config('SECRET', cast=Csv())", '?'],
    ["env.list('HOSTS')", 'fine'],
    ["env.list('SPACED')", 'error'],
    ["env.list('NONE', default=[])", 'error'],
    ["env.list('NONE', default=['*'])", 'fine'],
    ["env('ALLOWED_HOSTS')", 'error'],
    ["env('HOSTS').split(',')", 'fine'],
    ["env('HOSTS', cast=list)", 'fine'],
    ["env.list('SECRET')", '?'],
    ['some_function()', '?'],
    ['settings.HOSTS', '?'],
    ["['localhost'] + hosts()", '?'],
  ])('%s: %s', async (written, expected) => {
    expect(await verdict(`import os, json\n${DECOUPLE}${ENVIRON}ALLOWED_HOSTS = ${written}\n`)).toBe(expected);
  });

  it.each([
    [`ALLOWED_HOSTS = []${APPEND}`, 'fine'],
    [`ALLOWED_HOSTS = os.environ.get('NONE', '').split(',')${APPEND}`, 'fine'],
    ["ALLOWED_HOSTS = ['localhost']\nALLOWED_HOSTS.append('shop.onrender.com')", 'fine'],
    ["ALLOWED_HOSTS = ['localhost']\nALLOWED_HOSTS.extend(os.environ.get('HOSTS', '').split(','))", 'fine'],
    ["ALLOWED_HOSTS = ['localhost']\nALLOWED_HOSTS += ['127.0.0.1']", 'error'],
    ["ALLOWED_HOSTS = ['localhost']\nALLOWED_HOSTS += '*'", 'fine'],
    ["ALLOWED_HOSTS = ['localhost']\nALLOWED_HOSTS.insert(0, '.onrender.com')", 'fine'],
    ["ALLOWED_HOSTS = ['*']\nALLOWED_HOSTS = []", 'error'],
    ["DEBUG = os.environ.get('DEBUG') == 'True'\nALLOWED_HOSTS = ['localhost'] if DEBUG else ['*']", 'fine'],
    ["if 'RENDER' in os.environ:\n    ALLOWED_HOSTS = ['.onrender.com']\nelse:\n    ALLOWED_HOSTS = []", 'fine'],
    ["if 'DYNO' in os.environ:\n    ALLOWED_HOSTS = ['*']", 'error'],
    [
      "if os.environ.get('ENV') == 'production':\n    ALLOWED_HOSTS = ['localhost']\nelse:\n    ALLOWED_HOSTS = ['*']",
      'error',
    ],
    ["hosts = os.getenv('NONE')\nALLOWED_HOSTS = hosts.split(',') if hosts else []", 'error'],
    ["try:\n    ALLOWED_HOSTS = os.environ['NONE'].split(',')\nexcept KeyError:\n    ALLOWED_HOSTS = ['*']", 'fine'],
    [
      "def hosts(name, default):\n    return os.environ.get(name, default).split(',')\nALLOWED_HOSTS = hosts('NONE', '.onrender.com')",
      'fine',
    ],
    ["for name in ('shop', 'api'):\n    ALLOWED_HOSTS = [name + '.onrender.com', 'shop.onrender.com']", 'fine'],
    ["SITE = 'shop'\nALLOWED_HOSTS = [f'{SITE}.onrender.com', 'localhost']", 'fine'],
    ["SITE = 'store'\nALLOWED_HOSTS = ['%s.onrender.com' % SITE]", 'error'],
    ['class Hosts(list): pass\nALLOWED_HOSTS = Hosts()', '?'],
    ['import django_heroku\nALLOWED_HOSTS = []\ndjango_heroku.settings(locals())', '?'],
    ["globals()['ALLOWED_HOSTS'] = ['*']", 'fine'],
    ["ALLOWED_HOSTS = []\nexec(open('local.py').read())", '?'],
  ])('%s: %s', async (text, expected) => {
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
      'mysite/settings.py': `import os\nALLOWED_HOSTS = ${written}\n`,
    };
    const { findings, undecided } = await lint({
      repository: memoryRepository(files),
      rules: [rule],
      platforms: [render],
    });
    expect(findings[0]?.severity ?? (undecided.length > 0 ? '?' : 'fine')).toBe(expected);
  });
});
