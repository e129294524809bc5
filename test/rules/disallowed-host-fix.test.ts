import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/disallowed-host/rule.js';
import { ask, inFolder, pythonWithDjango, SETTINGS } from '../../scripts/lib/django.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const MIDDLEWARE = "MIDDLEWARE = ['django.middleware.common.CommonMiddleware']\n";

/** Settings that refuse the host, as they are written in files; the middleware that looks at it is added to them. */
const SETTINGS_BEFORE = [
  ['an empty list', 'ALLOWED_HOSTS = []\n'],
  ['no line ending at the end', `${MIDDLEWARE}ALLOWED_HOSTS = []`],
  ['nothing', 'DEBUG = False\n'],
  ['several lines', "import os\nALLOWED_HOSTS = [\n    'localhost',  # here\n    '127.0.0.1',\n]\nDEBUG = False\n"],
  ['a comment behind it', 'ALLOWED_HOSTS = []  # later\n'],
  ['a tuple', "ALLOWED_HOSTS = ('localhost',)\n"],
  ['lines added', "ALLOWED_HOSTS = []\nALLOWED_HOSTS += ['localhost']\nALLOWED_HOSTS.append('127.0.0.1')\n"],
  ['a block', "import sys\nif True:\n    ALLOWED_HOSTS = ['localhost']\n    DEBUG = False\n"],
  ['tabs', "if True:\n\tALLOWED_HOSTS = ['localhost']\n\tDEBUG = False\n"],
  ['endings of Windows', 'DEBUG = False\r\nALLOWED_HOSTS = []\r\n'],
  [
    'a docstring and imports',
    '"""Settings."""\nfrom __future__ import annotations\nfrom pathlib import Path\n\nALLOWED_HOSTS = []\n',
  ],
  ['os under another name', 'import os as system\nALLOWED_HOSTS = []\n'],
  ['a variable', "import os\nALLOWED_HOSTS = os.environ.get('HOSTS', '').split(',')\n"],
].map(([name = '', text = '']) => [name, text.startsWith(MIDDLEWARE) ? text : `${text}${MIDDLEWARE}`] as const);

const WSGI =
  "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'mysite.settings')\napplication = get_wsgi_application()\n";

async function findings(settings: string): ReturnType<typeof lint> {
  const files = {
    'render.yaml':
      'services:\n  - type: web\n    name: shop\n    runtime: python\n    buildCommand: make\n    startCommand: gunicorn mysite.wsgi\n',
    'mysite/__init__.py': '',
    'mysite/wsgi.py': WSGI,
    'mysite/settings.py': settings,
  };
  return lint({ repository: memoryRepository(files), rules: [rule], platforms: [render] });
}

/** The text after the fix of the one finding in it. */
async function fixed(settings: string): Promise<string> {
  const { findings: found } = await findings(settings);
  const edits = found[0]?.fixes[0]?.edits ?? [];
  expect(edits.length).toBeGreaterThan(0);
  const ordered = [...edits].sort((one, other) => other.at.range.start.offset - one.at.range.start.offset);
  return ordered.reduce(
    (text, { at: { range }, text: inserted }) =>
      text.slice(0, range.start.offset) + inserted + text.slice(range.end.offset),
    settings,
  );
}

const python = pythonWithDjango();

describe('the fix of ALLOWED_HOSTS', () => {
  it.each(SETTINGS_BEFORE)('leaves nothing to find: %s', async (_, before) => {
    expect((await findings(await fixed(before))).findings).toEqual([]);
  });

  it.skipIf(python === undefined).each(SETTINGS_BEFORE)(
    'lets Django serve the host (needs python3-django): %s',
    async (_, before) => {
      const host = 'shop.onrender.com';
      const after = await fixed(before);
      const answer = (text: string, variables: Readonly<Record<string, string>>): unknown =>
        inFolder({ 'mysite/__init__.py': '', 'mysite/settings.py': text }, (folder) =>
          ask(python ?? '', SETTINGS, folder, { ...variables, DJANGO_SETTINGS_MODULE: 'mysite.settings' }, host),
        );
      expect(answer(before, { RENDER_EXTERNAL_HOSTNAME: host })).toMatchObject({ admitted: false });
      expect(answer(after, { RENDER_EXTERNAL_HOSTNAME: host })).toMatchObject({ admitted: true });
      // On a machine of one's own, where the variable is not set, the settings are imported as before.
      expect(answer(after, {})).toMatchObject({ admitted: false });
    },
  );
});
