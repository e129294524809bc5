import { describe, expect, it } from 'vitest';
import { brief, readFiles, readOne } from './read.js';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('a Blueprint that is none', () => {
  it.each([
    ['an empty file', '', 'nothing'],
    ['only comments', '# later\n', 'only comments'],
    ['only a document mark', '---\n', 'nothing'],
    ['a list', '- type: web\n', 'a list'],
    ['a text', 'hello\n', 'text'],
    ['a number', '5\n', 'a number'],
  ])('%s is said to be that', async (_, text, got) => {
    const { problems, services } = await readOne(text);
    expect(problems).toMatchObject([{ problem: 'wrong-type', key: '', got }]);
    expect(services).toEqual([]);
  });

  it('a folder of that name is not read', async () => {
    const [file] = await readFiles({ 'render.yaml/a.txt': 'x' });
    expect(file).toMatchObject({ partial: true, problems: [{ problem: 'unread', reason: 'refused' }] });
  });

  it('a second document is reported, and only the first read', async () => {
    const { problems, services } = await readOne(
      'services: []\n---\nservices:\n  - { type: worker, name: a, runtime: docker }\n',
    );
    expect(problems.map(brief)).toEqual(['3 syntax']);
    expect(services).toEqual([]);
  });
});

describe('wrong types everywhere', () => {
  it.each([
    'services: 5\ndatabases: hi\nprojects: {a: 1}\nenvVarGroups: [1, [2], null]\nversion: {}\npreviews: []\nungrouped: 3\nbuildSources: x\n',
    'services: [1, null, [], {}, {type: {}}, {type: web, name: [], envVars: [1, null, {key: {}}, {fromGroup: []}, {key: a, fromService: []}], disk: [], routes: 5, scaling: x, domains: {}}]\n',
    'projects: [{ environments: [{ services: 5 }, 6], name: [] }, 7]\n',
    'services: [{ type: web, name: a, runtime: docker, image: 5, headers: [[]], buildFilter: x, previews: 5 }]\n',
    '__proto__: {a: 1}\nservices:\n  - __proto__: 1\n    constructor: 2\n    toString: x\n    type: __proto__\n    runtime: constructor\n',
  ])('are problems with a place, never a crash (%#)', async (text) => {
    const { problems } = await readOne(text);
    expect(problems.length).toBeGreaterThan(2);
    for (const { at } of problems) {
      expect(at.range.start.line).toBe(at.range.end.line);
      expect(at.range.end.offset).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('a large Blueprint', () => {
  it.each([
    [
      '100 workers of 40 variables',
      100,
      `services:\n${many(100, (index) => `  - type: worker\n    name: w${index}\n    runtime: docker\n    envVars:\n${many(40, (key) => `      - key: K${key}\n        value: "x"`)}`)}\n`,
    ],
    [
      '1,000 services',
      1000,
      `services:\n${many(1000, (index) => `  - type: web\n    name: w${index}\n    runtime: node\n    plan: starter\n    region: frankfurt\n    branch: main\n    buildCommand: npm ci\n    startCommand: node .\n    healthCheckPath: /up`)}\n`,
    ],
  ])('%s is read', async (_, count, text) => {
    const { problems, services, partial } = await readOne(text);
    expect(problems).toEqual([]);
    expect(partial).toBe(false);
    expect(services).toHaveLength(count);
  });

  it.each([
    ['tokens', `services: [${'[],'.repeat(60_000)}]`, 'holds more than 150,000 YAML tokens'],
    [
      'values by aliases',
      `x: &x [${'1,'.repeat(20_000)}]\nservices: [*x, *x, *x]`,
      'holds more than 50,000 values, its aliases unfolded',
    ],
    ['bytes', `services: []\n#${'x'.repeat(1024 * 1024)}`, 'is larger than 1 MB'],
  ])('beyond our limit of %s is not called broken', async (_, text, why) => {
    const { problems, partial } = await readOne(text);
    expect(partial).toBe(true);
    expect(problems).toMatchObject([{ problem: 'unread', reason: 'too-large', why }]);
  });
});

describe('hostile input', () => {
  // Each takes a fraction of a second alone; the limit leaves room for a busy machine.
  it.each([
    ['more unknown keys than anyone reads', many(9000, (index) => `key${index}: 1`)],
    ['two thousand entries of one name', `services:\n${many(2000, () => '  - { type: web, name: a }')}`],
    ['a key three thousand times', many(3000, () => 'services: []')],
    ['a top-level key a thousand times', many(1000, () => 'services: [{ type: web }]')],
    [
      'wrong variables taken in by alias over and over',
      `services:\n  - &a { type: web, name: x, runtime: foo, envVars: [${many(100, (index) => `{ key: k${index}, vale: true },`)}] }\n${many(30, () => '  - *a')}`,
    ],
    [
      'values full of address parts',
      `services:\n  - type: worker\n    name: a\n    runtime: docker\n    envVars:\n${many(300, (index) => `      - { key: K${index}, value: "${'://<a'.repeat(500)}" }`)}`,
    ],
  ])('%s is read in bounded time', async (_, text) => {
    const { problems } = await readOne(text);
    expect(problems.length).toBeLessThanOrEqual(2500);
  });
});
