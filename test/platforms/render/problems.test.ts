import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../../src/model/finding.js';
import type { Problem } from '../../../src/model/platform-file.js';
import { meantBy } from '../../../src/platforms/render/names.js';
import { brief, readOne } from './read.js';

async function problemsOf(text: string): Promise<readonly Problem[]> {
  return (await readOne(text)).problems;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.at.range.start.offset - a.at.range.start.offset)
    .reduce(
      (result, { at, text: insert }) =>
        result.slice(0, at.range.start.offset) + insert + result.slice(at.range.end.offset),
      text,
    );
}

const worker = (...lines: string[]): string =>
  [
    'services:',
    '  - type: worker',
    '    name: a',
    '    runtime: docker',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');

describe('meantBy', () => {
  const keys = [
    'healthCheckPath',
    'envVars',
    'plan',
    'port',
    'startCommand',
    'staticPublishPath',
    'user',
    'disk',
    'region',
    'repo',
  ];

  it.each([
    ['healthcheckPath', 'healthCheckPath'],
    ['health_check_path', 'healthCheckPath'],
    ['healthCheck', 'healthCheckPath'],
    ['startComand', 'startCommand'],
    ['environment', 'envVars'],
    ['userName', 'user'],
    ['disks', 'disk'],
    ['publishPath', 'staticPublishPath'],
  ])('takes %s for %s', (word, meant) => {
    expect(meantBy(word, keys)).toBe(meant);
  });

  it.each(['description', 'host', 'x', 'rep', 'constructor', '__proto__', 'p'.repeat(100_000)])(
    'does not guess at %.20s',
    (word) => {
      expect(meantBy(word, keys)).toBeUndefined();
    },
  );

  it('does not choose between two names that are as near', () => {
    expect(meantBy('plane', ['plans', 'plant'])).toBeUndefined();
  });
});

describe('a slip whose meaning is clear', () => {
  it('is one problem, and the entry is read as meant', async () => {
    const { problems, services } = await readOne(
      worker('startCommand: x', 'envVar:', '  - { key: A, value: a }')
        .replace('docker', 'nodejs')
        .replace('worker', 'background_worker'),
    );
    expect(problems.map(brief)).toEqual(['2 refused-value type', '4 refused-value runtime', '6 unknown-key envVar']);
    expect(services).toMatchObject([{ kind: 'worker', runtime: { value: 'node' }, env: [{ key: 'A' }] }]);
  });

  it('is not taken for a key that is there already', async () => {
    const [problem] = await problemsOf(worker('Plan: pro', 'plan: pro'));
    expect(problem).toMatchObject({ problem: 'unknown-key', key: 'Plan', fixes: [] });
    expect(problem).not.toHaveProperty('meant');
  });

  it('has no fix where another name alone does not repair it', async () => {
    const [problem, more] = await problemsOf(worker('disks:', '  - { name: d, mountPath: /d }'));
    expect(problem).toMatchObject({ problem: 'unknown-key', meant: 'disk', fixes: [] });
    expect(more).toBeUndefined();
  });

  it.each([
    [
      'as a whole',
      ['environment:', '  LOG_LEVEL: info'],
      'Write `envVars` with a list of entries, each with `key` and `value`.',
    ],
    [
      'in its items',
      ['environment:', '  - LOG_LEVEL=info'],
      'Write `envVars` with a list of entries, each with `key` and `value`.',
    ],
    ['in a detail, where its form is right', ['environment:', '  - { key: A, value: true }'], undefined],
  ])('is shown in its form where the value does not fit %s', async (_, lines, remedy) => {
    const [problem] = await problemsOf(worker(...lines));
    expect(problem).toMatchObject({ meant: 'envVars', fixes: [] });
    expect(problem?.remedy).toBe(remedy);
  });

  it('is no reason to write a health check path where that has no effect', async () => {
    const problems = await problemsOf(worker('healthCheck: /up'));
    expect(problems).toMatchObject([
      { problem: 'unknown-key', remedy: 'Remove it. Only web services have a health check by path.', fixes: [] },
    ]);
    expect(problems[0]).not.toHaveProperty('meant');
    expect(await problemsOf(worker('healthCheck: /up').replace('worker', 'web'))).toMatchObject([
      { meant: 'healthCheckPath' },
    ]);
  });
});

describe('where a problem stands', () => {
  it.each([
    ['a service', worker('planz: x'), 'worker `a`'],
    ['a map in it', worker('disk: { name: d, mountPath: /d, sise: 1 }'), '`disk` of the worker `a`'],
    ['a variable', worker('envVars: [{ key: A, descr: x }]'), 'variable `A` of the worker `a`'],
    ['a database', 'databases: [{ name: d, colour: red }]', 'database `d`'],
    ['the file', 'servces: []\n', ''],
    ['previews', 'previews: { when: x }\n', 'entry `previews`'],
  ])('is said in words: %s', async (_, text, owner) => {
    expect((await problemsOf(text))[0]?.owner).toBe(owner);
  });

  it('is each later of several equal keys, with the first as the other place', async () => {
    const problems = await problemsOf(worker('plan: pro', 'plan: standard', 'plan: starter'));
    expect(
      problems.map((problem) => [brief(problem), problem.problem === 'repeated-key' && problem.first.range.start.line]),
    ).toEqual([
      ['6 repeated-key plan', 5],
      ['7 repeated-key plan', 5],
    ]);
  });

  it('is the anchored text, once, for a value that is taken in twice', async () => {
    const text =
      'services:\n  - { type: worker, name: a, runtime: docker, envVars: &v [{ key: A, value: true }] }\n  - { type: worker, name: b, runtime: docker, envVars: *v }\n';
    expect((await problemsOf(text)).map(brief)).toEqual(['2 unquoted value']);
  });
});

describe('what Render does with it', () => {
  it.each([
    [
      'a number for text, which is no allowed text either: refuses',
      'databases: [{ name: d, postgresMajorVersion: 9 }]',
      undefined,
    ],
    ['a number for text: reads it', 'databases: [{ name: d, postgresMajorVersion: 16 }]', 'none'],
    ['an unknown key: refuses', worker('planz: x'), undefined],
    ['an unknown plan, as lists of plans grow: not documented', worker('plan: huge'), 'unclear'],
    ['an unknown key of a variable: not documented', worker('envVars: [{ key: A, descr: x }]'), 'unclear'],
    [
      'an unknown key of a route: leaves it out',
      'services: [{ type: web, name: a, runtime: static, staticPublishPath: d, routes: [{ type: redirect, source: /a, destination: /b, status: 301 }] }]',
      'lost',
    ],
    ['an old name: reads it', worker('autoDeploy: true'), 'none'],
    ['a key value store without list: refuses', 'services: [{ type: keyvalue, name: a }]', undefined],
    [
      'a workflow without region: not documented',
      'services: [{ type: workflow, name: a, runtime: node, startCommand: x }]',
      'unclear',
    ],
    [
      'a static site without publish path: not documented',
      'services: [{ type: web, name: a, runtime: static }]',
      'unclear',
    ],
  ])('%s', async (_, text, effect) => {
    const problems = await problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.effect).toBe(effect);
  });
});

it.each([
  ['dockerfilePath: ./Dockerfile', 'Add `runtime: docker`, as `dockerfilePath` is of such a service.'],
  ['dockerCommand: ./run', 'Add `runtime: docker`, as `dockerCommand` is of such a service.'],
  ['staticPublishPath: dist', 'Add `runtime: static`, as `staticPublishPath` is of such a service.'],
])('names the runtime that is missing where a key tells it: %s', async (key, remedy) => {
  const problems = await problemsOf(`services: [{ type: web, name: a, plan: starter, ${key} }]`);
  expect(problems).toContainEqual(expect.objectContaining({ problem: 'missing-key', key: 'runtime', remedy }));
});

describe('what to do about a key in the wrong place', () => {
  const site = (key: string): string =>
    `services: [{ type: web, name: a, runtime: static, staticPublishPath: d, ${key} }]`;

  it('is to remove it where it is a setting of servers on a static site', async () => {
    expect(await problemsOf(site('plan: starter'))).toMatchObject([{ problem: 'misplaced-key', remedy: 'Remove it.' }]);
  });

  it('is left to the reader elsewhere', async () => {
    const [problem] = await problemsOf(site('schedule: "* * * * *"'));
    expect(problem).toMatchObject({ problem: 'misplaced-key', belongs: 'a cron job' });
    expect(problem).not.toHaveProperty('remedy');
  });

  it.each([
    ['fromGroup', 'an entry of envVars'],
    ['generateValue', 'an entry of envVars'],
    ['mountPath', 'disk'],
  ])('names the place of %s', async (key, belongs) => {
    expect(await problemsOf(worker(`${key}: x`))).toMatchObject([{ problem: 'misplaced-key', belongs }]);
  });
});

describe('what goes together', () => {
  it.each([
    ['a free worker', worker('plan: free'), ['5 conflict plan: free']],
    [
      'a free cron job',
      'services:\n  - { type: cron, name: a, runtime: docker, schedule: "* * * * *",\n      plan: free }\n',
      ['3 conflict plan: free'],
    ],
    [
      'a disk with autoscaling',
      worker('disk: { name: d, mountPath: /d }', 'scaling: { minInstances: 1, maxInstances: 2 }'),
      ['5 conflict disk'],
    ],
    ['a disk over the system', worker('disk: { name: d, mountPath: /etc/ }'), ['5 out-of-limit mountPath']],
    ['the root as mount path', worker('disk: { name: d, mountPath: / }'), ['5 out-of-limit mountPath']],
    ['a native worker without start command', worker().replace('docker', 'go'), ['3 missing-key startCommand']],
    ['no runtime at all, by that alone', worker().replace('    runtime: docker\n', ''), ['3 missing-key runtime']],
    [
      'a reference to a property and a variable',
      worker('envVars:', '  - { key: A, fromService: { name: a, type: worker, envVarKey: B, property: slug } }'),
      ['6 conflict envVarKey'],
    ],
    [
      'a reference to neither',
      worker('envVars:', '  - { key: A, fromService: { name: a, type: worker } }'),
      ['6 missing-key property'],
    ],
    [
      'a build source that is not declared',
      'services:\n  - { type: worker, name: a, buildSource: app }\n',
      ['2 unresolved-reference app'],
    ],
    [
      'one wrong name in two variables, once',
      worker(
        'envVars:',
        '  - { key: A, fromDatabase: { name: d, property: host } }',
        '  - { key: B, fromDatabase: { name: d, property: port } }',
      ),
      ['6 unresolved-reference d'],
    ],
  ])('%s', async (_, text, problems) => {
    expect((await problemsOf(text)).map(brief)).toEqual(problems);
  });
});

describe('a variable', () => {
  const withVariable = (...lines: string[]): string => worker('envVars:', ...lines.map((line) => `  ${line}`));

  it('takes its value from a service, whatever that is called elsewhere, unless it has another source', async () => {
    const whole = '{ name: a, type: keyvalue, property: host }';
    const [free] = await problemsOf(withVariable(`- { key: A, fromRedis: ${whole} }`));
    expect(free).toMatchObject({ problem: 'unknown-key', meant: 'fromService', fixes: [{ safety: 'unsafe' }] });
    const [taken] = await problemsOf(withVariable(`- { key: A, value: x, fromRedis: ${whole} }`));
    expect(taken).toMatchObject({
      problem: 'unknown-key',
      allowed: ['key', 'value', 'generateValue', 'sync', 'previewValue'],
    });
    expect(taken).not.toHaveProperty('meant');
  });

  it('that is set twice is reported at each later place', async () => {
    const problems = await problemsOf(
      withVariable('- { key: A, value: x }', '- { key: A, value: x }', '- { key: A, sync: false }'),
    );
    expect(
      problems.map((each) => [brief(each), each.problem === 'repeated-variable' && each.first.range.start.line]),
    ).toEqual([
      ['7 repeated-variable A', 6],
      ['8 repeated-variable A', 6],
    ]);
  });
});

describe('a database that is a key value store', () => {
  const file = (entry: string, reference = ''): string =>
    `${worker(...(reference === '' ? [] : ['envVars:', `  - { key: A, ${reference} }`]))}databases:\n  - { name: d, plan: starter, ${entry} }\n`;
  const asStore = 'fromService: { name: d, type: redis, property: connectionString }';
  const told = async (text: string): Promise<[string, boolean][]> =>
    (await problemsOf(text)).map((each) => [brief(each), each.remedy?.includes('type: keyvalue') === true]);

  it.each<[string, string, [string, boolean][]]>([
    ['by a key', file('maxmemoryPolicy: noeviction'), [['6 misplaced-key maxmemoryPolicy', true]]],
    ['by its type', file('type: redis'), [['6 unknown-key type', true]]],
    ['by what refers to it', file('region: ohio', asStore), [['6 wrong-reference d', true]]],
    [
      'by both',
      file('maxmemoryPolicy: noeviction', asStore),
      [
        ['6 wrong-reference d', true],
        ['8 misplaced-key maxmemoryPolicy', true],
      ],
    ],
    [
      'not with keys of Postgres',
      file('databaseName: shop', asStore),
      [
        ['6 wrong-reference d', false],
        ['8 deprecated plan', false],
      ],
    ],
    ['not for its name', file('region: ohio').replace('name: d', 'name: redis'), [['6 deprecated plan', false]]],
  ])('is told %s, and nothing else is said of it', async (_, text, problems) => {
    expect(await told(text)).toEqual(problems);
  });
});

describe('what may be chosen', () => {
  it.each([
    ['a worker cannot be a static site', worker().replace('    runtime: docker\n', ''), 'static', false],
    ['a web service can', worker().replace('    runtime: docker\n', '').replace('worker', 'web'), 'static', true],
    ['a wrong runtime of a worker neither', worker().replace('docker', 'perl'), 'static', false],
    [
      'a workflow has two runtimes',
      'services: [{ type: workflow, name: a, region: ohio, startCommand: x }]',
      'go',
      false,
    ],
  ])('%s', async (_, text, value, offered) => {
    const [problem] = await problemsOf(text);
    expect(problem && 'allowed' in problem && problem.allowed.includes(value)).toBe(offered);
    expect(problem && 'allowed' in problem && problem.allowed.includes('node')).toBe(true);
  });

  it('among plans is listed while the list is short', async () => {
    const cron = 'services: [{ type: cron, name: a, runtime: docker, schedule: x, plan: huge }]';
    expect((await problemsOf(cron))[0]?.remedy).toContain('`8c-64g`');
    expect((await problemsOf(worker('plan: huge')))[0]?.remedy).toBe(
      'Take a plan that https://render.com/docs/blueprint-spec lists.',
    );
  });
});

describe('an old key of previews', () => {
  const site = (line: string): string => `services: [{ type: web, name: a, runtime: docker, ${line} }]`;

  it.each([
    [site('pullRequestPreviewsEnabled: true'), 'previews: { generation: automatic }'],
    [site('pullRequestPreviewsEnabled: false'), "previews: { generation: 'off' }"],
    [site('previewPlan: pro plus'), 'previews: { plan: pro plus }'],
    ['previewsExpireAfterDays: 3', 'previews: { expireAfterDays: 3 }'],
  ])('is shown in its new form with its value: %s', async (text, replacement) => {
    expect(await problemsOf(text)).toMatchObject([{ problem: 'deprecated', replacement }]);
    expect(await problemsOf(text.includes('services') ? site(replacement) : replacement)).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each([
    'your-api-key',
    'https://your-app.onrender.com',
    'CHANGE_ME',
    'changeme',
    '<token>',
    'postgres://<user>:<password>@db/x',
    'replace_with_api_url/*',
  ])('%s is one', async (value) => {
    expect(
      (await problemsOf(worker(`envVars: [{ key: A, value: "${value}" }]`))).map(({ problem }) => problem),
    ).toEqual(['placeholder']);
  });

  it.each([
    'exchange-media',
    'yourself',
    'https://example.com/your-story',
    'Shop <b>now</b>',
    'Shop <a@example.com>',
    'replaced without loss',
    '<'.repeat(5000),
  ])('%.30s is none', async (value) => {
    expect(await problemsOf(worker(`envVars: [{ key: A, value: "${value}" }]`))).toEqual([]);
  });
});

describe('fixes', () => {
  it.each([
    ['env', worker().replace('runtime', 'env'), worker()],
    ['autoDeploy', worker('autoDeploy: false # by hand'), worker("autoDeployTrigger: 'off' # by hand")],
    ['a plain boolean', worker('envVars: [{ key: A, value: true }]'), worker('envVars: [{ key: A, value: "true" }]')],
    ['a plain off', worker('autoDeployTrigger: off'), worker('autoDeployTrigger: "off"')],
    [
      'type: redis',
      'services: [{ type: redis, name: a, ipAllowList: [] }]',
      'services: [{ type: keyvalue, name: a, ipAllowList: [] }]',
    ],
    [
      'type: static',
      'services:\r\n  - type: static\r\n    name: a\r\n    staticPublishPath: d\r\n',
      'services:\r\n  - type: web\r\n    runtime: static\r\n    name: a\r\n    staticPublishPath: d\r\n',
    ],
    [
      'type: static in braces',
      'services: [{ type: static, name: a, staticPublishPath: d }]',
      'services: [{ type: web, runtime: static, name: a, staticPublishPath: d }]',
    ],
    ['a misspelt key', worker('Plan: pro'), worker('plan: pro')],
    [
      'a misspelt plan',
      worker('plan: pro_plus').replace('worker', 'web'),
      worker('plan: pro plus').replace('worker', 'web'),
    ],
  ])('repair %s, and nothing else', async (_, text, repaired) => {
    const problems = await problemsOf(text);
    const fixes = problems.flatMap((problem) => problem.fixes);
    expect(fixes).toHaveLength(1);
    const result = apply(text, fixes[0]?.edits ?? []);
    expect(result).toBe(repaired);
    expect(await problemsOf(result)).toEqual([]);
  });

  it.each([
    ['an old name beside the new one', worker('env: docker')],
    ['a key value store that needs more than a name', 'services: [{ type: redis, name: a }]'],
    ['autoDeploy beside autoDeployTrigger', worker('autoDeploy: true', 'autoDeployTrigger: commit')],
  ])('are not offered for %s', async (_, text) => {
    const problems = await problemsOf(text);
    expect(problems[0]?.problem).toBe('deprecated');
    expect(problems.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  // A fix would take the anchor away, change what an alias or merge key takes in elsewhere, or break the line.
  it.each([
    ['a value with an anchor', worker('autoDeploy: &f false', 'pullRequestPreviewsEnabled: *f'), 'autoDeploy'],
    ['a value with a tag', worker('autoDeploy: !!bool false'), 'autoDeploy'],
    ['a key with an anchor', worker('&k autoDeploy: false'), 'autoDeploy'],
    ['a key behind a question mark', worker('? autoDeploy', ': false'), 'autoDeploy'],
    ['a value on a line of its own', worker('autoDeploy: # no', '  false'), 'autoDeploy'],
    [
      'a value that another entry takes in',
      'services: [{ type: &k redis, name: a, ipAllowList: [] }, { type: *k, name: b }]',
      'type',
    ],
    [
      'an entry that another one takes in',
      'services: [&a { type: redis, name: a, ipAllowList: [] }, { <<: *a, name: b }]',
      'type',
    ],
    ['an old key that a merge key brings', worker('<<: { env: docker }').replace('    runtime: docker\n', ''), 'env'],
    ['a misspelt key with an anchor', worker('&k Plan: pro', 'region: *k'), 'Plan'],
    ['a misspelt value with an anchor', worker('plan: &p pro_plus', 'branch: *p'), 'plan'],
    ['a boolean with an anchor', worker('envVars: [{ key: A, value: &v true }]', 'autoDeploy: *v'), 'value'],
    ['a boolean with a tag', worker('envVars: [{ key: A, value: !!bool true }]'), 'value'],
    ['type: static in brackets', 'services: [type: static]', 'type'],
    ['type: static behind an anchor', 'services:\n  - &k type: static\n', 'type'],
  ])('are not offered for %s', async (_, text, key) => {
    const { problems, partial } = await readOne(text);
    expect(partial).toBe(false);
    const found = problems.filter((problem) => 'key' in problem && problem.key === key);
    expect(found).not.toEqual([]);
    expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it('are safe where the meaning is known, and unsafe where it is guessed', async () => {
    const problems = await problemsOf(worker('autoDeploy: true', 'Plan: pro'));
    expect(problems.map(({ problem, fixes }) => [problem, fixes[0]?.safety])).toEqual([
      ['deprecated', 'safe'],
      ['unknown-key', 'unsafe'],
    ]);
  });
});
