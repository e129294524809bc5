import { describe, expect, it } from 'vitest';
import { leadsTo, matchesOf } from '../../../src/platforms/render/routes.js';

describe('matchesOf', () => {
  it.each(['/*', '/**', '*', '/:path*', ' /* '])('%s is every path', (source) => {
    expect(matchesOf(source)).toBe('all');
  });

  it.each(['/.*', '/(.*)', '^/.*$', '/.+'])('%s is a regular expression, which is none here', (source) => {
    expect(matchesOf(source)).toBe('literal-pattern');
  });

  it.each(['/app/*', '/:page', '/about', '/*.html', '/*/edit'])('%s is some paths', (source) => {
    expect(matchesOf(source)).toBe('some');
  });

  it('/ is the start page', () => {
    expect(matchesOf('/')).toBe('root');
  });
});

describe('leadsTo', () => {
  it.each(['/index.html', 'index.html', './index.html', '/', ''])('"%s" is the index page', (destination) => {
    expect(leadsTo(destination, 'dist')).toBe('index');
  });

  it.each([
    ['/frontend/dist/index.html', './frontend/dist/'],
    ['dist/index.html', './frontend/dist'],
    ['/*', 'dist'],
    ['/app/*', ''],
  ])('%s is no file of a site published from "%s"', (destination, publishPath) => {
    expect(leadsTo(destination, publishPath)).toBe('nowhere');
  });

  it.each([
    ['/app.html', 'dist'],
    ['/frontend/index.html', 'frontend/dist'],
    ['https://example.com/*', 'dist'],
    ['/dist/index.html', ''],
  ])('%s of a site published from "%s" is something else', (destination, publishPath) => {
    expect(leadsTo(destination, publishPath)).toBe('other');
  });
});
