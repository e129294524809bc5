import { describe, expect, it } from 'vitest';
import { readSettings, type ConfigResult } from '../../src/config/read.js';
import type { SchemaFacts } from '../../src/config/schema.js';
import type { Settings } from '../../src/model/settings.js';
import { memoryRepository } from '../../src/repository/memory.js';

const FACTS: SchemaFacts = {
  platforms: ['render'],
  id: 'https://example.com/schema.json',
  rules: [
    { id: 'loopback-bind', title: 'Loopback' },
    {
      id: 'slow-start',
      title: 'Slow start',
      options: {
        most: { type: 'integer', minimum: 1, maximum: 60, default: 5, description: 'Seconds.' },
        names: { type: 'strings', default: [], description: 'Which.' },
        mode: { type: 'string', oneOf: ['fast', 'exact'], default: 'fast', description: 'How.' },
      },
    },
  ],
};

function read(files: Record<string, string>, file?: string): Promise<ConfigResult> {
  return readSettings(memoryRepository(files), FACTS, file);
}

async function settings(files: string | Record<string, string>): Promise<Settings> {
  const result = await read(typeof files === 'string' ? { 'lint-deploy.yaml': files } : files);
  if (result.is === 'wrong') throw new Error(JSON.stringify(result.problems));
  return result.settings;
}

/** `line:column: message`, with the file before it where it is another one. */
async function problems(files: string | Record<string, string>, file?: string): Promise<string[]> {
  const result = await read(typeof files === 'string' ? { 'lint-deploy.yaml': files } : files, file);
  if (result.is === 'read') return [];
  return result.problems.map(({ at, message }) => {
    const { line, column } = at.range.start;
    return `${at.file === 'lint-deploy.yaml' ? '' : `${at.file}:`}${line}:${column}: ${message}`;
  });
}

describe('the configuration', () => {
  it.each([
    [{}],
    [{ 'lint-deploy.yaml': '' }],
    [{ 'lint-deploy.yaml': '# nothing\n' }],
    [{ 'lint-deploy.yaml': 'rules:\nignores:\n  # - rule: x\n' }],
    [{ 'package.json': '{ "devDependencies": { "lint-deploy": "1" } }' }],
    [{ 'package.json': '{ broken "lint-deploy"' }],
    [{ 'sub/lint-deploy.yaml': 'rulez: 1' }],
  ])('may say nothing: %j', async (files: Record<string, string>) => {
    expect(await settings(files)).toMatchObject({ rules: new Map(), ignores: [], services: [] });
  });

  it('says what is asked of rules', async () => {
    const text = [
      'platform: render',
      'rules:',
      '  loopback-bind: off',
      '  slow-start:',
      '    severity: "error"',
      '    options: { most: 9, names: [a, b], mode: exact }',
    ];
    expect(await settings(text.join('\n'))).toMatchObject({
      platform: 'render',
      rules: new Map([
        ['loopback-bind', { severity: 'off', options: {} }],
        ['slow-start', { severity: 'error', options: { most: 9, names: ['a', 'b'], mode: 'exact' } }],
      ]),
      files: ['lint-deploy.yaml'],
    });
  });

  it('says what to ignore', async () => {
    const text = [
      'ignores:',
      '  - rule: loopback-bind',
      '    reason: " It is behind a proxy. "',
      '  - rule: [loopback-bind, slow-start]',
      '    path: [./services/**, src]',
      '    service: api',
      '    reason: So it is.',
      '    until: 2026-12-31',
    ];
    const { ignores } = await settings(text.join('\n'));
    expect(ignores).toMatchObject([
      { rules: ['loopback-bind'], paths: [], services: [], reason: 'It is behind a proxy.' },
      {
        rules: ['loopback-bind', 'slow-start'],
        paths: ['services/**', 'src'],
        services: ['api'],
        reason: 'So it is.',
        until: '2026-12-31',
      },
    ]);
    expect(ignores.map(({ at }) => at.range.start.line)).toEqual([2, 4]);
  });

  it('says what a dashboard holds, each value with its place', async () => {
    const text = [
      'services:',
      '  api:',
      '    kind: web',
      '    startCommand: npm start',
      '    domains: api.example.com',
      '    env: [SECRET, NODE_ENV=production, EMPTY=, "URL=a=b"]',
    ];
    const { services } = await settings(text.join('\n'));
    expect(services).toMatchObject([
      {
        name: 'api',
        at: { file: 'lint-deploy.yaml', range: { start: { line: 2, column: 3 } } },
        kind: 'web',
        values: {
          startCommand: {
            is: 'known',
            value: 'npm start',
            at: { file: 'lint-deploy.yaml', range: { start: { line: 4, column: 19 }, end: { column: 28 } } },
          },
        },
        domains: [{ value: 'api.example.com' }],
        env: [
          { key: 'SECRET', value: { is: 'unknown' } },
          { key: 'NODE_ENV', value: { is: 'known', value: 'production' } },
          { key: 'EMPTY', value: { is: 'known', value: '' } },
          { key: 'URL', value: { is: 'known', value: 'a=b' } },
        ],
      },
    ]);
  });

  it('may stand in package.json', async () => {
    const text = '{\n  "name": "x",\n  "lint-deploy": { "rules": { "loopback-bind": "of" } }\n}';
    expect(await problems({ 'package.json': text })).toEqual([
      'package.json:3:48: rules.loopback-bind takes off, error, warning or note; not "of". Did you mean off?',
    ]);
    expect(await settings({ 'package.json': text.replace('"of"', '"off"') })).toMatchObject({
      rules: new Map([['loopback-bind', { severity: 'off' }]]),
      files: ['package.json'],
    });
  });

  it('is another file where one is named', async () => {
    const files = { 'lint-deploy.yaml': 'rulez: 1', 'ci/strict.yaml': 'rules: { loopback-bind: note }' };
    expect(await read(files, 'ci/strict.yaml')).toMatchObject({ is: 'read', settings: { files: ['ci/strict.yaml'] } });
    expect(await problems(files, 'ci/none.yaml')).toEqual(['ci/none.yaml:1:1: There is no file ci/none.yaml.']);
  });
});

describe('a mistake in it', () => {
  it.each<[string, string[]]>([
    ['rulez: {}', ['1:1: "rulez" is no key of the configuration. Did you mean rules?']],
    [
      'zzzzzzzz: {}',
      [
        '1:1: "zzzzzzzz" is no key of the configuration. Its keys are $schema, extends, platform, rules, ignores, services.',
      ],
    ],
    ['rules:\n  loopback-bnd: off', ['2:3: There is no rule "loopback-bnd". Did you mean loopback-bind?']],
    ['rules:\n  zzz: off', ['2:3: There is no rule "zzz". lint-deploy rules lists them.']],
    [
      'rules:\n  loopback-bind: { severty: error }',
      ['2:20: "severty" is no key of rules.loopback-bind. Did you mean severity?'],
    ],
    [
      'rules:\n  loopback-bind: { options: { most: 1 } }',
      ['2:20: "options" is no key of rules.loopback-bind. Its keys are severity.'],
    ],
    [
      'rules:\n  slow-start: { options: { moost: 1 } }',
      ['2:28: "moost" is no key of rules.slow-start.options. Did you mean most?'],
    ],
    ['rules:\n  slow-start: { options: { most: 0 } }', ['2:34: rules.slow-start.options.most takes 1 at least.']],
    [
      'rules:\n  slow-start: { options: { most: many } }',
      ['2:34: rules.slow-start.options.most takes a whole number, not "many".'],
    ],
    [
      'rules:\n  slow-start: { options: { mode: exakt } }',
      ['2:34: rules.slow-start.options.mode takes fast or exact; not "exakt". Did you mean exact?'],
    ],
    ['rules:\n  loopback-bind:', ['2:17: rules.loopback-bind takes off, error, warning or note; not nothing.']],
    [
      'rules: { loopback-bind: false }',
      ['1:25: rules.loopback-bind takes off, error, warning or note; not false. Did you mean off?'],
    ],
    ['rules: { loopback: off }', ['1:10: There is no rule "loopback". Did you mean loopback-bind?']],
    ['rules: [loopback-bind]', ['1:8: rules takes keys with values, not a list.']],
    ['just text', ['1:1: the configuration takes keys with values, not "just text".']],
    ['ignores: { rule: x }', ['1:12: ignores takes a list, not keys with values.']],
    [
      'ignores:\n  - rule: loopback-bind',
      ['2:5: ignores[0] has no reason. Say in a sentence why the findings are not to be reported.'],
    ],
    ['ignores:\n  - reason: why', ['2:5: ignores[0] names no rule, path or service.']],
    [
      'ignores:\n  - rule: [loopback-bind, loopbak-bind]\n    reason: why',
      ['2:27: There is no rule "loopbak-bind". Did you mean loopback-bind?'],
    ],
    [
      'ignores:\n  - rule: loopback-bind\n    reason: "  "',
      ['3:13: ignores[0].reason is empty. Say in a sentence why the findings are not to be reported.'],
    ],
    [
      'ignores:\n  - path: a\n    reason: why\n    until: 31.12.2026',
      ['4:12: ignores[0].until cannot be read. The last day on which it holds, such as "2026-12-31".'],
    ],
    [
      'ignores:\n  - path: a\n    reason: why\n    until: 2026',
      ['4:12: ignores[0].until takes text, not 2026. Put it in quotes: "2026".'],
    ],
    ['ignores:\n  - path: a\n    reason: why\n    until: 2027-02-29', ['4:12: There is no day 2027-02-29.']],
    ['ignores:\n  - path: a\n    reason: why\n    until: 2027-11-31', ['4:12: There is no day 2027-11-31.']],
    ['ignores:\n  - path: a\n    reason: why\n    until: 2028-02-29', []],
    ['extends: ""', ['1:10: extends is empty.']],
    [
      'rules: {}\n---\nrules: { loopback-bind: off }',
      ['3:1: A configuration is one document, and this is a second one.'],
    ],
    ['---\nrules: {}\n...\n', []],
    [
      'ignores:\n  - path: "+(a|b)"\n    reason: why',
      ['2:11: The pattern "+(a|b)" is not matched: it is too long, or has groups, ranges or too many wildcards.'],
    ],
    [
      'services:\n  api: { startcommand: npm start }',
      ['2:10: "startcommand" is no key of services.api. Did you mean startCommand?'],
    ],
    ['services:\n  api: { root: 1 }', ['2:16: services.api.root takes text, not 1. Put it in quotes: "1".']],
    ['services:\n  api: { root: "" }', ['2:16: services.api.root is empty.']],
    [
      'services:\n  api: { env: [a-b=TOPSECRET] }',
      ['2:16: services.api.env[0] cannot be read. A variable is NAME or NAME=value.'],
    ],
    ['platform: rendr', ['1:11: platform takes render; not "rendr". Did you mean render?']],
    ['rules: {}\nrules: {}', ['2:1: "rules" is written twice here.']],
    [
      '__proto__: { polluted: true }',
      [
        '1:1: "__proto__" is no key of the configuration. Its keys are $schema, extends, platform, rules, ignores, services.',
      ],
    ],
    [
      'rulez: {}\nignorez: []',
      [
        '1:1: "rulez" is no key of the configuration. Did you mean rules?',
        '2:1: "ignorez" is no key of the configuration. Did you mean ignores?',
      ],
    ],
  ])('%j', async (text, expected) => {
    expect(await problems(text)).toEqual(expected);
  });

  it('in its YAML is told with its place', async () => {
    const [problem, ...more] = await problems('rules:\n  "loopback-bind: off\n');
    expect(problem).toMatch(/^[23]:\d+: /);
    expect(more).toEqual([]);
  });

  it('is a name that is not read', async () => {
    expect(await problems({ 'lint-deploy.yml': '' })).toEqual([
      'lint-deploy.yml:1:1: The configuration is called lint-deploy.yaml.',
    ]);
  });

  it('in its JSON is told with its place', async () => {
    const text = '{ "rules": { "loopback-bind": "off" },\n<<<<<<< HEAD\n "ignores": [] }';
    expect(await problems({ 'a.json': text }, 'a.json')).toEqual(['a.json:2:1: a.json is no JSON from here on.']);
    const packaged = '{ "lint-deploy": { "rules": {} ';
    expect(await problems({ 'package.json': packaged })).toEqual([
      expect.stringMatching(/^package\.json:1:\d+: package\.json is no JSON from here on\.$/),
    ]);
  });

  it('is to stand in two places', async () => {
    const files = { 'lint-deploy.yaml': '', 'package.json': '{ "lint-deploy": {} }' };
    expect(await problems(files)).toEqual([
      'package.json:1:3: The configuration stands in lint-deploy.yaml and here. Keep one of them.',
    ]);
  });
});

describe('extends', () => {
  it('adds what other files say, and the later one counts', async () => {
    const read = await settings({
      'lint-deploy.yaml':
        'extends: [config/a.yaml, config/b.json]\nrules: { loopback-bind: note }\nservices: { api: { plan: free, env: [A=2] } }',
      'config/a.yaml':
        'extends: base.yaml\nrules: { loopback-bind: off, slow-start: { options: { most: 9 } } }\nservices: { api: { root: api, env: [A=1, B] } }',
      'config/base.yaml': 'rules: { slow-start: { severity: error, options: { most: 1, mode: exact } } }',
      'config/b.json': '{ "ignores": [{ "path": "x", "reason": "why" }] }',
    });
    expect(read.rules).toEqual(
      new Map([
        ['slow-start', { severity: 'error', options: { most: 9, mode: 'exact' } }],
        ['loopback-bind', { severity: 'note', options: {} }],
      ]),
    );
    expect(read.ignores.map(({ at }) => at.file)).toEqual(['config/b.json']);
    expect(read.services).toMatchObject([
      {
        values: { root: { value: 'api' }, plan: { value: 'free' } },
        env: [{ key: 'B' }, { key: 'A', value: { value: '2' } }],
      },
    ]);
    expect(read.files).toEqual(['config/base.yaml', 'config/a.yaml', 'config/b.json', 'lint-deploy.yaml']);
  });

  it('reads a file once that two extend', async () => {
    const { ignores } = await settings({
      'lint-deploy.yaml': 'extends: [a.yaml, b.yaml]',
      'a.yaml': 'extends: c.yaml',
      'b.yaml': 'extends: c.yaml',
      'c.yaml': 'ignores: [{ path: x, reason: why }]',
    });
    expect(ignores).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'a circle',
      { 'lint-deploy.yaml': 'extends: a.yaml', 'a.yaml': 'extends: [lint-deploy.yaml]' },
      ['a.yaml:1:11: The configuration extends itself: lint-deploy.yaml → a.yaml → lint-deploy.yaml.'],
    ],
    ['a file that is not there', { 'lint-deploy.yaml': 'extends: ./none.yaml' }, ['1:10: There is no file none.yaml.']],
    [
      'a file outside',
      { 'lint-deploy.yaml': 'extends: ../a.yaml' },
      ['1:10: "../a.yaml" is outside the repository. Only files of the repository can be extended.'],
    ],
    [
      'an absolute path',
      { 'lint-deploy.yaml': 'extends: /etc/a.yaml' },
      ['1:10: "/etc/a.yaml" is outside the repository. Only files of the repository can be extended.'],
    ],
    [
      'an address',
      { 'lint-deploy.yaml': 'extends: https://example.com/a.yaml' },
      ['1:10: "https://example.com/a.yaml" is outside the repository. Only files of the repository can be extended.'],
    ],
    [
      'a file with a mistake',
      { 'lint-deploy.yaml': 'extends: a.yaml', 'a.yaml': 'rulez: {}' },
      ['a.yaml:1:1: "rulez" is no key of the configuration. Did you mean rules?'],
    ],
  ])('refuses %s', async (_, files, expected) => {
    expect(await problems(files)).toEqual(expected);
  });

  it('ends', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${index}.yaml`, `extends: ${index + 1}.yaml`]),
    );
    expect(await problems({ ...chain, 'lint-deploy.yaml': 'extends: 0.yaml' })).toEqual([
      '18.yaml:1:10: The configuration extends more than 20 files.',
    ]);
  });
});
