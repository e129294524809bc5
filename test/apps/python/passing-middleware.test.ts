import { describe, expect, it } from 'vitest';
import { rule } from '../../../rules/missing-health-check/rule.js';
import { mayAnswerItself } from '../../../src/apps/python/routes/passing.js';
import { lint } from '../../../src/engine/lint.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';

describe('a function in front of others', () => {
  it.each([
    'return await call_next(request)',
    'response = await call_next(request)\n    return response',
    "resp = await call_next(request)\n    resp.headers['X-A'] = 'b'\n    return resp\n",
    'r: Response = await call_next(request)\n    return r',
    'try:\n        answer = await call_next(request)\n    except Exception as error:\n        log(error)\n        raise\n    return answer',
    "if request.url.path == '/x':\n        return await call_next(request)\n    answer = await call_next(request)\n    return answer\n",
  ])('passes on: %s', (text) => {
    expect(mayAnswerItself(text)).toBe(false);
  });

  it.each([
    'resp = await call_next(request)\n    return other',
    'resp = check(request)\n    return resp',
    'if not allowed(request):\n        raise HTTPException(status_code=401)\n    resp = await call_next(request)\n    return resp',
    'if not allowed(request):\n        return JSONResponse({}, 401)\n    resp = await call_next(request)\n    return resp',
    'resp = await call_next(request)\n    return wrapped(resp)',
    'raise error',
  ])('may answer: %s', (text) => {
    expect(mayAnswerItself(text)).toBe(true);
  });
});

const TIMING = 'resp = await call_next(request)\n        return resp';
const KEY =
  "if 'x-key' not in request.headers:\n            return Response(status_code=401)\n        return await call_next(request)";

async function healthRoute(middleware: string, app: string): Promise<unknown> {
  const repository = memoryRepository({
    'render.yaml':
      'services:\n  - type: web\n    name: api\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n',
    'requirements.txt': 'fastapi\nuvicorn\n',
    'own.py': middleware,
    'main.py': `from fastapi import FastAPI\n${app}\n\n@app.get('/health')\ndef health():\n    return {}\n`,
  });
  const { findings } = await lint({ repository, rules: [rule], platforms: [render] });
  return findings[0]?.facts.path;
}

function ownClass(body: string, base = 'BaseHTTPMiddleware'): string {
  return `from starlette.middleware.base import BaseHTTPMiddleware\nfrom starlette.responses import Response\n\nclass Own(${base}):\n    async def dispatch(self, request, call_next):\n        ${body}\n`;
}

describe('a class in front of the routes', () => {
  const added = 'from own import Own\napp = FastAPI()\napp.add_middleware(Own)';
  const guarded =
    'try:\n    from own import Own\nexcept ImportError:\n    Own = None\napp = FastAPI()\napp.add_middleware(Own)';
  it.each([
    ['passes on', ownClass(TIMING), added, '/health'],
    ['passes on where it can be imported', ownClass(TIMING), guarded, '/health'],
    ['asks for a key', ownClass(KEY), added, undefined],
    ['is of a base that is not known', `from auth import Base\n${ownClass(TIMING, 'Base')}`, added, undefined],
    [
      'has no dispatch',
      'class Own:\n    async def __call__(self, scope, receive, send):\n        pass\n',
      added,
      undefined,
    ],
  ])('%s', async (_, middleware, app, expected) => {
    expect(await healthRoute(middleware, app)).toBe(expected);
  });
});
