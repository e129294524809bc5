import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/disallowed-host/rule.js';
import { TRUSTED_HOSTS } from '../../scripts/lib/python-cases.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

async function verdict(text: string): Promise<string> {
  const repository = memoryRepository({
    'render.yaml':
      'services:\n  - type: web\n    name: site\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n',
    'main.py': text,
  });
  const { findings, undecided } = await lint({ repository, rules: [rule], platforms: [render] });
  return findings.length > 0 ? 'refused' : undecided.length > 0 ? 'undecided' : 'let in';
}

// `npm run measure-python` asks Starlette itself.
describe('hosts of TrustedHostMiddleware', () => {
  it.each(TRUSTED_HOSTS)('$name', async ({ text, refused }) => {
    expect(await verdict(text)).toBe(refused ? 'refused' : 'let in');
  });

  const HEAD =
    'import os\nfrom fastapi import FastAPI\nfrom fastapi.middleware.trustedhost import TrustedHostMiddleware\n\napp = FastAPI()\n';

  it.each([
    ['from settings import HOSTS\napp.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)\n', 'undecided'],
    ['app.add_middleware(TrustedHostMiddleware, **options)\n', 'undecided'],
    ["if maybe():\n    app.add_middleware(TrustedHostMiddleware, allowed_hosts=['localhost'])\n", 'undecided'],
    [
      "if 'RENDER' not in os.environ:\n    app.add_middleware(TrustedHostMiddleware, allowed_hosts=['localhost'])\n",
      'let in',
    ],
    ["def limit():\n    app.add_middleware(TrustedHostMiddleware, allowed_hosts=['localhost'])\n", 'let in'],
    // An app that nobody serves.
    ["other = FastAPI()\nother.add_middleware(TrustedHostMiddleware, allowed_hosts=['localhost'])\n", 'let in'],
    ['from own import TrustedHostMiddleware\napp.add_middleware(TrustedHostMiddleware, allowed_hosts=[])\n', 'let in'],
  ])('%s is %s', async (text, expected) => {
    expect(await verdict(`${HEAD}${text}`)).toBe(expected);
  });
});
