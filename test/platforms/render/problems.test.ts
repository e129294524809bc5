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
    const [problem, more] = await problemsOf(worker('healthCheck:', '  path: /up'));
    expect(problem).toMatchObject({ problem: 'unknown-key', meant: 'healthCheckPath', fixes: [] });
    expect(more).toBeUndefined();
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

  it('are safe where the meaning is known, and unsafe where it is guessed', async () => {
    const problems = await problemsOf(worker('autoDeploy: true', 'Plan: pro'));
    expect(problems.map(({ problem, fixes }) => [problem, fixes[0]?.safety])).toEqual([
      ['deprecated', 'safe'],
      ['unknown-key', 'unsafe'],
    ]);
  });
});
