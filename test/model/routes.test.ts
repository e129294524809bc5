import { describe, expect, it } from 'vitest';
import { answerOf, healthRoutes, matchPath, type AppRoute, type Routes } from '../../src/model/routes.js';
import { place } from '../support/model.js';

const at = place('server.js');
const isAccepted = (status: number): boolean => status >= 200 && status < 400;

function route(text: string, more: Partial<AppRoute> = {}): AppRoute {
  const [method = '', path = ''] = text.split(' ');
  return { method, path, at, guarded: false, ...more };
}

function routes(list: readonly AppRoute[], complete = true): Routes {
  return { routes: list, complete, steps: [] };
}

describe('matchPath', () => {
  it.each([
    ['/', '/', 'yes'],
    ['/', '/a', 'no'],
    ['/a', '/a', 'yes'],
    ['/a', '/a?x=/b', 'yes'],
    ['/a', '/a/', 'maybe'],
    ['/a/', '/a', 'maybe'],
    ['/a', '/A', 'maybe'],
    ['/a', '/ab', 'no'],
    ['/a', '/a/b', 'no'],
    ['/a/b', '/a', 'no'],
    ['/:id', '/x', 'yes'],
    ['/:id', '/', 'no'],
    ['/a/:id', '/a/', 'no'],
    ['/:id{}', '/x', 'maybe'],
    ['/v:n/x', '/v1/x', 'maybe'],
    ['/v:n/x', '/v1/y', 'no'],
    ['/*', '/', 'yes'],
    ['*', '/a/b', 'yes'],
    ['/a/*', '/a/b/c', 'yes'],
    ['/a/*', '/a', 'maybe'],
    ['/a/*', '/b', 'no'],
    ['/a*', '/ab', 'maybe'],
    ['/*/a', '/x/a', 'maybe'],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchPath(pattern, path)).toBe(expected);
  });
});

describe('answerOf', () => {
  const health = route('GET /health');
  it.each<[string, Routes, string]>([
    ['a route', routes([health]), 'yes'],
    ['any method', routes([route('ALL /health')]), 'yes'],
    ['a route for every path', routes([route('GET /*')]), 'yes'],
    ['one of several statuses', routes([route('GET /health', { statuses: [503, 204] })]), 'yes'],
    ['a redirect', routes([route('GET /health', { statuses: [302] })]), 'yes'],
    ['a route, though not all are known', routes([health], false), 'yes'],
    ['none', routes([route('GET /')]), 'no: no-route'],
    ['another method', routes([route('POST /health')]), 'no: method'],
    ['a refusal', routes([route('GET /health', { guarded: true, refusedAt: at })]), 'no: refused'],
    ['other statuses', routes([route('GET /health', { statuses: [404, 500] })]), 'no: status'],
    ['a handler of what is not found', routes([route('ALL /*', { statuses: [404] })]), 'no: status'],
    ['none, but not all are known', routes([], false), 'unknown'],
    ['a guard that may let it pass', routes([route('GET /health', { guarded: true })]), 'unknown'],
    ['a route that may not be there', routes([route('GET /health', { uncertain: 'why' })]), 'unknown'],
    ['a pattern that may match', routes([route('GET /heal*')]), 'unknown'],
    [
      'what may answer before what refuses',
      routes([route('GET /*', { uncertain: 'why' }), route('ALL /*', { statuses: [404] })]),
      'unknown',
    ],
    ['what is tried first', routes([route('GET /health', { statuses: [500] }), health]), 'no: status'],
  ])('%s', (_, given, expected) => {
    const answer = answerOf(given, '/health', isAccepted);
    expect(answer.is === 'no' ? `no: ${answer.because}` : answer.is).toBe(expected);
  });
});

it('says where something stands that may refuse a request', () => {
  const why = (given: AppRoute): string | undefined => {
    const answer = answerOf(routes([given]), '/health', isAccepted);
    return answer.is === 'unknown' ? answer.why : undefined;
  };
  expect(why(route('GET /health', { guarded: true }))).toBe('what stands before `/health` may refuse the request');
  expect(why(route('GET /health', { guarded: true, guardedAt: place('auth.js') }))).toBe(
    'what stands before `/health` (auth.js:1) may refuse the request',
  );
});

describe('healthRoutes', () => {
  it('puts the likeliest first and leaves out what may not answer', () => {
    const list = [
      route('GET /status'),
      route('GET /api/v1/health'),
      route('POST /healthz'),
      route('GET /up', { guarded: true }),
      route('GET /health/:id'),
      route('GET /ping', { statuses: [500] }),
      route('GET /health', { statuses: [301] }),
      route('GET /healthz', { uncertain: 'why' }),
      route('ALL /api/ready'),
      route('GET /users/health'),
      route('GET /_stcore/health'),
    ];
    expect(healthRoutes(routes(list), isAccepted).map(({ path }) => path)).toEqual([
      '/api/v1/health',
      '/_stcore/health',
      '/api/ready',
      '/status',
    ]);
  });

  it('leaves out a route behind one that takes its place', () => {
    const list = [route('GET /:page', { statuses: [404] }), route('GET /health')];
    expect(healthRoutes(routes(list), isAccepted)).toEqual([]);
  });
});
