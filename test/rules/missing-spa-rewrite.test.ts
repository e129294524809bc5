import { describe, expect, it } from 'vitest';
import { judgeRoutes } from '../../rules/missing-spa-rewrite/routes.js';
import { rule } from '../../rules/missing-spa-rewrite/rule.js';
import type { ClientRouting } from '../../src/apps/static/routing.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { openDeployment } from '../../src/deployment/open.js';
import type { Verdict } from '../../src/deployment/rule.js';
import type { Route, Service } from '../../src/model/service.js';
import { leadsTo, matchesOf } from '../../src/platforms/render/routes.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { place, platform, service } from '../support/model.js';

type Written = readonly [type: Route['type'], source: string, destination: string];

function site(...routes: readonly Written[]): Service {
  return service('web', 'static', {
    routes: routes.map(([type, source, destination], index) => ({
      type,
      source,
      destination,
      matches: matchesOf(source),
      leadsTo: leadsTo(destination, './frontend/dist'),
      at: place('render.yaml', 10 * index),
    })),
  });
}

const index: Written = ['rewrite', '/*', '/index.html'];

describe('judgeRoutes', () => {
  it.each<Written>([
    index,
    ['rewrite', '/**', '/index.html'],
    ['rewrite', '*', '/index.html'],
    ['rewrite', '/:path*', 'index.html'],
    ['rewrite', '/*', './index.html'],
    ['rewrite', '/*', '/'],
  ])('takes %s %s to %s for the rewrite', (...route) => {
    expect(judgeRoutes(site(route)).is).toBe('rewritten');
    expect(
      judgeRoutes(site(['rewrite', '/api/*', 'https://api.example.com/*'], ['redirect', '/old', '/new'], route)).is,
    ).toBe('rewritten');
  });

  it.each<[Written, string]>([
    [['redirect', '/*', '/index.html'], 'redirect'],
    [['redirect', '/*', '/'], 'redirect'],
    [['rewrite', '/.*', '/index.html'], 'no-wildcard'],
    [['rewrite', '/(.*)', '/index.html'], 'no-wildcard'],
    [['rewrite', '/', '/index.html'], 'no-wildcard'],
    [['rewrite', '/*', '/frontend/dist/index.html'], 'destination'],
    [['rewrite', '/*', 'dist/index.html'], 'destination'],
    [['rewrite', '/*', '/*'], 'destination'],
  ])('knows that %j cannot work', (route, because) => {
    expect(judgeRoutes(site(route))).toMatchObject({ is: 'ineffective', because });
  });

  it.each<[string, readonly Written[]]>([
    ['single paths', [['rewrite', '/about', '/index.html']]],
    ['one folder', [['rewrite', '/app/*', '/index.html']]],
    ['one segment', [['rewrite', '/:page', '/index.html']]],
    ['another page', [['rewrite', '/*', '/app.html']]],
    ['another host', [['redirect', '/*', 'https://example.com/:splat']]],
  ])('does not decide on %s', (_, routes) => {
    expect(judgeRoutes(site(...routes)).is).toBe('undecided');
  });

  it('lets the first route that matches every path decide', () => {
    expect(judgeRoutes(site(['rewrite', '/**', 'https://api.example.com/*'], index)).is).toBe('shadowed');
    expect(judgeRoutes(site(['redirect', '/*', '/'], index)).is).toBe('shadowed');
    expect(judgeRoutes(site(index, ['redirect', '/*', '/'])).is).toBe('rewritten');
  });

  it('knows nothing of routes that concern other things', () => {
    expect(judgeRoutes(site()).is).toBe('missing');
    expect(judgeRoutes(site(['rewrite', '/api/*', 'https://api.example.com/*'], ['redirect', '/a', '/b'])).is).toBe(
      'missing',
    );
  });
});

describe('the rule', () => {
  const history: ClientRouting = {
    is: 'history',
    library: 'wouter',
    name: 'Route',
    at: place('src/main.jsx'),
    trail: [{ at: place('package.json'), words: 'the build' }],
    otherHosts: [place('public/_redirects'), place('public/404.html')],
  };

  async function verdicts(subject: Service, routing: ClientRouting = history): Promise<Verdict[]> {
    const { deployment: opened } = await openDeployment(memoryRepository({}), [
      platform([], { title: 'Testing', rewrite: { source: '', notRead: [] } }),
    ]);
    const deployment: Deployment = {
      ...opened,
      edits: () => ({
        ...opened.edits(subject),
        addIndexRewrite: () => [{ at: place('render.yaml'), text: 'routes' }],
      }),
      publishing: async () => ({ is: 'fine' }),
      clientRouting: async () => routing,
    };
    const all: Verdict[] = [];
    for await (const verdict of rule.check(subject, deployment)) all.push(verdict);
    return all;
  }

  it('speaks of declared static sites of this repository only', () => {
    expect(rule.appliesTo(site())).toBe(true);
    expect(rule.appliesTo(service('web', 'web'))).toBe(false);
    expect(rule.appliesTo({ ...site(), inferred: true })).toBe(false);
    expect(rule.appliesTo({ ...site(), elsewhere: 'https://github.com/example/other' })).toBe(false);
  });

  it('says which files of other hosts are not read', async () => {
    const [verdict] = await verdicts(site());
    if (verdict?.is !== 'finding') throw new Error('no finding');
    expect(verdict.message.remedy).toBe(
      'Add a route that rewrites `/*` to `/index.html`. Testing does not read public/_redirects or public/404.html.',
    );
    expect(verdict.trail?.map(({ at }) => at.file)).toEqual(['package.json', 'src/main.jsx']);
  });

  it('adds the rewrite where that helps', async () => {
    const fixes = async (subject: Service): Promise<number> => {
      const [verdict] = await verdicts(subject);
      return verdict?.is === 'finding' ? (verdict.fixes?.length ?? 0) : -1;
    };
    expect(await fixes(site())).toBe(1);
    expect(await fixes(site(['rewrite', '/.*', '/index.html']))).toBe(1);
    expect(await fixes(site(['redirect', '/*', '/index.html']))).toBe(0);
    expect(await fixes(site(['rewrite', '/*', '/dist/index.html']))).toBe(0);
    expect(await fixes(site(['rewrite', '/*', 'https://example.com/*'], index))).toBe(0);
  });

  it('is explained by a route that the platform refuses', async () => {
    const refused = place('render.yaml', 70);
    const [verdict] = await verdicts({ ...site(), refusedRoutes: [{ at: refused }] });
    expect(verdict).toMatchObject({ is: 'finding', explainedBy: refused, fixes: [] });
  });

  it('passes on what is not decided, and why', async () => {
    expect(await verdicts(site(), { is: 'undecided', why: 'a file does not parse', at: place('src/a.js') })).toEqual([
      {
        is: 'undecided',
        at: place('src/a.js'),
        why: 'Whether `web` needs a rewrite to its index page is not decided: a file does not parse.',
      },
    ]);
    expect(await verdicts(site(['rewrite', '/about', '/index.html']))).toMatchObject([
      { is: 'undecided', at: place('render.yaml') },
    ]);
    expect(await verdicts(site(), { is: 'none', why: '' })).toEqual([]);
  });
});
