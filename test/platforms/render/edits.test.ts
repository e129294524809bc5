import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../../src/model/finding.js';
import type { Service } from '../../../src/model/service.js';
import { knownValue } from '../../../src/model/value.js';
import type { PlatformEdits } from '../../../src/platforms/platform.js';
import { render } from '../../../src/platforms/render/index.js';
import { memoryRepository } from '../../../src/repository/memory.js';

type Edit = (edits: PlatformEdits, service: Service) => readonly TextEdit[] | undefined;

/** The text after an edit of its last service; undefined where the place does not allow one. */
async function edited(text: string, edit: Edit): Promise<string | undefined> {
  const { files, edits } = await render.read(memoryRepository({ 'render.yaml': text }));
  const service = files[0]?.services.at(-1);
  if (!service) throw new Error('the text declares a service');
  return edit(edits, service)
    ?.toSorted((a, b) => b.at.range.start.offset - a.at.range.start.offset)
    .reduce(
      (result, { at, text: insert }) =>
        result.slice(0, at.range.start.offset) + insert + result.slice(at.range.end.offset),
      text,
    );
}

async function lastService(text: string): Promise<Service | undefined> {
  const [file] = (await render.read(memoryRepository({ 'render.yaml': text }))).files;
  expect(file?.partial).toBe(false);
  return file?.services.at(-1);
}

const route: Edit = (edits, service) => edits.addIndexRewrite(service);
const health: Edit = (edits, service) => edits.setHealthCheckPath(service, '/health');
const region: Edit = (edits, service) => edits.setRegion(service, 'ohio');

const site = ['services:', '  - type: web', '    name: a', '    runtime: static', '    staticPublishPath: dist'];
const lines = (...text: string[]): string => [...text, ''].join('\n');

describe('addIndexRewrite', () => {
  it.each([
    [
      'at the end of the entry, before what follows',
      lines(...site, '', '# the data', 'databases:', '  - name: d'),
      lines(
        ...site,
        '    routes:',
        '      - type: rewrite',
        '        source: /*',
        '        destination: /index.html',
        '',
        '# the data',
        'databases:',
        '  - name: d',
      ),
    ],
    [
      'after a comment on the last line, without a line break at the end',
      `${site.join('\n')} # built`,
      [...site, ' # built'].join('\n').replace('\n # built', ' # built') +
        '\n    routes:\n      - type: rewrite\n        source: /*\n        destination: /index.html',
    ],
    [
      'with Windows line endings',
      site.join('\r\n') + '\r\n',
      [
        ...site,
        '    routes:',
        '      - type: rewrite',
        '        source: /*',
        '        destination: /index.html',
        '',
      ].join('\r\n'),
    ],
    [
      'with dashes at the column of the key where the file has them there',
      lines('services:', '- type: web', '  name: a', '  runtime: static'),
      lines(
        'services:',
        '- type: web',
        '  name: a',
        '  runtime: static',
        '  routes:',
        '  - type: rewrite',
        '    source: /*',
        '    destination: /index.html',
      ),
    ],
    [
      'after the routes there are, at their column',
      lines(
        ...site,
        '    routes:',
        '    - type: redirect',
        '      source: /a',
        '      destination: /b # moved',
        '    branch: main',
      ),
      lines(
        ...site,
        '    routes:',
        '    - type: redirect',
        '      source: /a',
        '      destination: /b # moved',
        '    - type: rewrite',
        '      source: /*',
        '      destination: /index.html',
        '    branch: main',
      ),
    ],
    [
      'under a key with nothing after it',
      lines(...site, '    routes:', '    branch: main'),
      lines(
        ...site,
        '    routes:',
        '      - type: rewrite',
        '        source: /*',
        '        destination: /index.html',
        '    branch: main',
      ),
    ],
    ...[['  - &k type: web'], ['  - !!str type: web'], ['  - ? type', '    : web']].map(
      (first): [string, string, string] => [
        `where only another key than ${first.join('')} shows the indentation`,
        lines('services:', ...first, '    name: a', '    runtime: static'),
        lines(
          'services:',
          ...first,
          '    name: a',
          '    runtime: static',
          '    routes:',
          '      - type: rewrite',
          '        source: /*',
          '        destination: /index.html',
        ),
      ],
    ),
    [
      'under a key with only a comment that has a colon',
      lines(...site, '    "routes" : # a:b'),
      lines(
        ...site,
        '    "routes" :',
        '      - type: rewrite',
        '        source: /*',
        '        destination: /index.html # a:b',
      ),
    ],
    ...['null', '~'].map((written): [string, string, string] => [
      `in place of ${written}`,
      lines(...site, `    routes: ${written} # none`),
      lines(...site, '    routes: [{ type: rewrite, source: /*, destination: /index.html }] # none'),
    ]),
    [
      'in an empty list',
      lines(...site, '    routes: []'),
      lines(...site, '    routes: [{ type: rewrite, source: /*, destination: /index.html }]'),
    ],
    [
      'in a list in brackets',
      lines(...site, '    routes: [{ type: redirect, source: /a, destination: /b }]'),
      lines(
        ...site,
        '    routes: [{ type: redirect, source: /a, destination: /b }, { type: rewrite, source: /*, destination: /index.html }]',
      ),
    ],
    [
      'in an entry in braces',
      'services: [{ type: web, name: a, runtime: static }]\n',
      'services: [{ type: web, name: a, runtime: static, routes: [{ type: rewrite, source: /*, destination: /index.html }] }]\n',
    ],
    [
      'after a block text',
      lines(...site, '    buildCommand: |', '      npm ci', '      npm run build', '', 'databases: []'),
      lines(
        ...site,
        '    buildCommand: |',
        '      npm ci',
        '      npm run build',
        '    routes:',
        '      - type: rewrite',
        '        source: /*',
        '        destination: /index.html',
        '',
        'databases: []',
      ),
    ],
  ])('adds it %s', async (_, text, expected) => {
    const result = await edited(text, route);
    expect(result).toBe(expected);
    const service = await lastService(result ?? '');
    expect(service?.routes.at(-1)).toMatchObject({ type: 'rewrite', source: '/*', destination: '/index.html' });
  });

  it.each([
    [
      'routes that come by an alias',
      lines(
        'services:',
        '  - { type: web, name: a, runtime: static, routes: &r [] }',
        '  - { type: web, name: b, runtime: static, routes: *r }',
      ),
    ],
    [
      'routes that come by a merge key',
      lines('services:', '  - &a { type: web, name: a, runtime: static, routes: [] }', '  - { <<: *a, name: b }'),
    ],
    ['a block text that keeps its line breaks', lines(...site, '    buildCommand: |+', '      npm ci', '', '')],
    ['an entry whose only key has an anchor', lines('services:', '  - &k type: static')],
    ['an entry whose only key has a tag', lines('services:', '  - !!str type: static')],
    ['an entry whose only key is behind a question mark', lines('services:', '  - ? type', '    : static')],
    ['an entry with an anchor', lines('services:', '  - &a', '    type: web', '    runtime: static')],
    ['an entry with a tag', lines('services:', '  - !!map', '    type: web', '    runtime: static')],
    ['routes behind a question mark', lines(...site, '    ? routes # a:b', '    :')],
    ['routes without a colon', 'services: [{ type: web, runtime: static, routes }]\n'],
    ['routes with an anchor', lines(...site, '    routes: &r')],
    ['a list with an anchor', lines(...site, '    routes: &r []')],
    ['a null with a tag', lines(...site, '    routes: !!null')],
    ['a map without braces in brackets', 'services: [type: web]\n'],
  ])('does not touch %s', async (_, text) => {
    expect(await edited(text, route)).toBeUndefined();
  });
});

describe('setHealthCheckPath', () => {
  const web = ['services:', '  - type: web', '    name: a', '    runtime: docker'];

  it.each([
    ['adds the key', lines(...web), lines(...web, '    healthCheckPath: /health')],
    [
      'fills an empty key',
      lines(...web, '    healthCheckPath: # later', '    plan: pro'),
      lines(...web, '    healthCheckPath: /health # later', '    plan: pro'),
    ],
    ['replaces an empty text', lines(...web, '    healthCheckPath: ""'), lines(...web, '    healthCheckPath: /health')],
    [
      'adds it in braces',
      'services: [{ type: web, name: a, runtime: docker, }]\n',
      'services: [{ type: web, name: a, runtime: docker, healthCheckPath: /health, }]\n',
    ],
    [
      'adds it below nested lists',
      lines(...web, '    envVars:', '      - key: A', '        value: a'),
      lines(...web, '    envVars:', '      - key: A', '        value: a', '    healthCheckPath: /health'),
    ],
  ])('%s', async (_, text, expected) => {
    const result = await edited(text, health);
    expect(result).toBe(expected);
    expect(
      knownValue(
        (await lastService(result ?? ''))?.healthCheckPath ?? {
          is: 'absent',
          at: { file: '', range: { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } } },
        },
      ),
    ).toBe('/health');
  });

  it('quotes a path that YAML would read otherwise', async () => {
    const result = await edited(lines(...web), (edits, service) => edits.setHealthCheckPath(service, '/up #1: x'));
    expect(result).toBe(lines(...web, '    healthCheckPath: "/up #1: x"'));
  });
});

describe('setRegion', () => {
  const web = ['services:', '  - type: web', '    name: a', '    runtime: docker'];

  it.each([
    [
      'replaces what is written',
      lines(...web, '    region: "frankfurt" # near', '    plan: pro'),
      lines(...web, '    region: ohio # near', '    plan: pro'),
    ],
    ['adds the key', lines(...web), lines(...web, '    region: ohio')],
    [
      'replaces an alias by the value',
      lines(
        'services:',
        '  - { type: web, name: a, runtime: docker, region: &r frankfurt }',
        '  - { type: web, name: b, runtime: docker, region: *r }',
      ),
      lines(
        'services:',
        '  - { type: web, name: a, runtime: docker, region: &r frankfurt }',
        '  - { type: web, name: b, runtime: docker, region: ohio }',
      ),
    ],
    ['replaces a written null', lines(...web, '    region: ~ # later'), lines(...web, '    region: ohio # later')],
    [
      'overrides a merged one',
      lines(
        'services:',
        '  - &a { type: web, name: a, runtime: docker, region: frankfurt }',
        '  - { <<: *a, name: b }',
      ),
      lines(
        'services:',
        '  - &a { type: web, name: a, runtime: docker, region: frankfurt }',
        '  - { <<: *a, name: b, region: ohio }',
      ),
    ],
  ])('%s', async (_, text, expected) => {
    const result = await edited(text, region);
    expect(result).toBe(expected);
    expect((await lastService(result ?? ''))?.region).toMatchObject({ value: 'ohio', from: { by: 'written' } });
  });
});

it.each([
  ['a value with an anchor', lines('services:', '  - type: web', '    runtime: docker', '    region: &r oregon')],
  ['a value with a tag', lines('services:', '  - type: web', '    runtime: docker', '    region: !!str oregon')],
  ['nothing but an anchor', lines('services:', '  - type: web', '    runtime: docker', '    region: &r')],
  ['a key behind a question mark', lines('services:', '  - type: web', '    runtime: docker', '    ? region', '    :')],
  ['a key with an anchor', lines('services:', '  - type: web', '    runtime: docker', '    &r region: oregon')],
  ['an entry with an anchor', 'services: [&s { type: web, runtime: docker }]\n'],
])('setRegion does not touch %s', async (_, text) => {
  expect((await lastService(text))?.kind).toBeDefined();
  expect(await edited(text, region)).toBeUndefined();
});

it('gives no edit of a service it has not read', async () => {
  const { files } = await render.read(memoryRepository({ 'render.yaml': lines(...site) }));
  const service = files[0]?.services[0];
  if (!service) throw new Error('the text declares a service');
  const { edits } = await render.read(memoryRepository({}));
  expect(edits.setRegion(service, 'ohio')).toBeUndefined();
});
