import { describe, expect, it } from 'vitest';
import { knownValue } from '../../../src/model/value.js';
import { brief, onlyService, readFiles, readOne } from './read.js';

const entry = (...lines: string[]): string =>
  ['services:', ...lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`), ''].join('\n');

describe('a service', () => {
  it('has its values with their places', async () => {
    const text = entry(
      'type: web',
      'name: api',
      'runtime: node',
      'rootDir: api',
      'buildCommand: npm ci',
      'startCommand: "npm start"',
      'healthCheckPath: /up',
    );
    const service = await onlyService(text);
    expect(service).toMatchObject({ platform: 'render', kind: 'web', inferred: false, file: 'render.yaml' });
    expect(service.at.range.start).toMatchObject({ line: 3, column: 11 });
    expect(service.startCommand).toMatchObject({ is: 'known', value: 'npm start', from: { by: 'written' } });
    const { start, end } = service.startCommand.is === 'known' ? service.startCommand.at.range : service.at.range;
    expect(text.slice(start.offset, end.offset)).toBe('"npm start"');
    expect(text.slice(service.entry.start.offset, service.entry.end.offset)).toMatch(/^type: web[^]*\/up$/);
    expect([service.root, service.healthCheckPath].map(knownValue)).toEqual(['api', '/up']);
  });

  it('has the defaults of the format, and absent where there is none', async () => {
    const service = await onlyService(entry('type: pserv', 'name: a', 'runtime: docker'));
    expect(service.region).toMatchObject({ is: 'known', value: 'oregon', from: { by: 'default', of: 'Render' } });
    expect([service.plan, service.dockerfile, service.dockerContext].map(knownValue)).toEqual([
      'starter',
      './Dockerfile',
      '.',
    ]);
    expect(service.root.is).toBe('absent');
    expect(service.startCommand.is).toBe('absent');
  });

  it('starts a container by dockerCommand', async () => {
    const service = await onlyService(
      entry('type: pserv', 'name: a', 'runtime: image', 'dockerCommand: serve', 'image: { url: docker.io/a/b }'),
    );
    expect(knownValue(service.startCommand)).toBe('serve');
    expect(knownValue(service.image)).toBe('docker.io/a/b');
  });

  it.each([
    ['type: web', 'runtime: static', 'static'],
    ['type: web', 'env: static', 'static'],
    ['type: static', 'branch: main', 'static'],
    ['type: web', 'runtime: go', 'web'],
    ['type: pserv', 'runtime: go', 'private'],
    ['type: worker', 'runtime: go', 'worker'],
    ['type: cron', 'runtime: go', 'cron'],
    ['type: workflow', 'runtime: node', 'workflow'],
    ['type: webservice', 'runtime: go', 'web'],
  ])('with %s and %s is of the kind %s', async (type, runtime, kind) => {
    const { services } = await readOne(entry(type, 'name: a', runtime));
    expect(services.map((service) => service.kind)).toEqual([kind]);
  });

  it('has no region or plan where it runs nowhere', async () => {
    const service = await onlyService(entry('type: web', 'name: a', 'runtime: static', 'staticPublishPath: dist'));
    expect([service.region.is, service.plan.is]).toEqual(['absent', 'absent']);
    expect(knownValue(service.publishPath)).toBe('dist');
  });

  it('takes what is built from its build source', async () => {
    const { services } = await readOne(
      'buildSources:\n  - name: app\n    git: { repo: https://github.com/a/b, runtime: node, rootDir: app, buildCommand: npm ci }\n' +
        entry('type: web', 'name: a', 'buildSource: app', 'startCommand: npm start'),
    );
    const [service] = services;
    expect(service).toMatchObject({
      runtime: { value: 'node' },
      root: { value: 'app' },
      buildCommand: { value: 'npm ci' },
      elsewhere: 'https://github.com/a/b',
    });
  });

  it('keeps what cannot be read as unknown', async () => {
    const { services } = await readOne(entry('type: web', 'name: a', 'runtime: docker', 'healthCheckPath: [/up]'));
    expect(services[0]?.healthCheckPath.is).toBe('unknown');
  });

  it('keeps routes in order, refused ones apart', async () => {
    const { services } = await readOne(
      entry(
        'type: web',
        'name: a',
        'runtime: static',
        'staticPublishPath: dist',
        'routes:',
        '  - { type: redirect, source: /a, destination: /b }',
        '  - { type: proxy, source: /*, destination: /c }',
        '  - { type: rewrite, source: /* }',
        '  - { type: rewrite, source: /*, destination: /index.html }',
      ),
    );
    expect(services[0]?.routes.map(({ destination, at }) => `${destination}:${at.range.start.line}`)).toEqual([
      '/b:7',
      '/index.html:10',
    ]);
    expect(services[0]?.refusedRoutes.map(({ at }) => at.range.start.line)).toEqual([8, 9]);
  });

  it('has its domains and disks', async () => {
    const service = await onlyService(
      entry(
        'type: web',
        'name: a',
        'runtime: docker',
        'domains: [a.example, b.example]',
        'domain: c.example',
        'disk: { name: d, mountPath: /data }',
      ),
    );
    expect(service.domains.map(knownValue)).toEqual(['c.example', 'a.example', 'b.example']);
    expect(service.disks.map(({ mountPath }) => knownValue(mountPath))).toEqual(['/data']);
  });
});

describe('variables', () => {
  it('are known only where the file has their value', async () => {
    const service = await onlyService(
      entry(
        'type: pserv',
        'name: a',
        'runtime: docker',
        'envVars:',
        '  - { key: PORT, value: 8080 }',
        '  - { key: PYTHON_VERSION, value: 3.10 }',
        '  - { key: SECRET, generateValue: true }',
        '  - { key: TOKEN, sync: false }',
        '  - { key: OWN, fromService: { name: a, type: pserv, property: host } }',
        '  - fromGroup: shared',
      ),
    );
    expect(service.env.map(({ key, value }) => `${key}=${knownValue(value) ?? value.is}`)).toEqual([
      'PORT=8080',
      'PYTHON_VERSION=3.10',
      'SECRET=unknown',
      'TOKEN=unknown',
      'OWN=unknown',
    ]);
    expect(service.env.at(-1)?.reference).toMatchObject({
      to: 'service',
      name: 'a',
      kind: 'pserv',
      at: { range: { start: { line: 10 } } },
    });
    expect(service.groups).toMatchObject([{ to: 'group', name: 'shared' }]);
  });

  it('of a group that only ask for a value are not declared', async () => {
    const { groups } = await readOne(
      'envVarGroups:\n  - name: g\n    envVars:\n      - { key: A, sync: false }\n      - { key: B, value: b }\n',
    );
    expect(groups[0]?.env.map(({ key }) => key)).toEqual(['B']);
  });

  it('that come by an alias keep their place', async () => {
    const { services } = await readOne(
      'services:\n  - { type: worker, name: a, runtime: docker, envVars: &all [{ key: A, value: a }] }\n  - { type: worker, name: b, runtime: docker, envVars: *all }\n',
    );
    expect(services.map(({ env }) => env[0]?.at.range.start.line)).toEqual([2, 2]);
  });
});

describe('a Blueprint', () => {
  it('declares resources at the top, in environments and ungrouped', async () => {
    const { services, stores } = await readOne(`
services:
  - { type: worker, name: a, runtime: docker }
databases:
  - { name: b }
projects:
  - name: p
    environments:
      - name: production
        services:
          - { type: worker, name: c, runtime: docker }
          - { type: keyvalue, name: d, ipAllowList: [] }
ungrouped:
  services:
    - { type: worker, name: e, runtime: docker }
`);
    expect(services.map(({ name }) => knownValue(name))).toEqual(['a', 'c', 'e']);
    expect(stores.map(({ kind, name, region }) => [kind, knownValue(name), knownValue(region)])).toEqual([
      ['postgres', 'b', 'oregon'],
      ['keyvalue', 'd', 'oregon'],
    ]);
  });

  it('yields the services of both lists where the key is there twice', async () => {
    const { services, stores } = await readOne(
      'services:\n  - { type: worker, name: a, runtime: docker }\nservices:\n  - { type: keyvalue, name: b, ipAllowList: [] }\n',
    );
    expect([...services, ...stores].map(({ name }) => knownValue(name))).toEqual(['a', 'b']);
  });

  it('merges, and lets its own keys win', async () => {
    const { services, problems } = await readOne(
      'services:\n  - &a { type: worker, name: a, runtime: docker, plan: pro }\n  - { <<: *a, name: b }\n',
    );
    expect(problems).toEqual([]);
    expect(services.map(({ name, plan }) => [knownValue(name), knownValue(plan)])).toEqual([
      ['a', 'pro'],
      ['b', 'pro'],
    ]);
  });

  it('yields what can be read of a broken file, and nothing but the break as its problem', async () => {
    const { partial, services, problems } = await readOne(
      'services:\n  - type: worker\n    name: a\n    env: docker\nenvVarGroups: "x\n',
    );
    expect(partial).toBe(true);
    expect(services.map(({ name }) => knownValue(name))).toEqual(['a']);
    expect(problems.map(brief)).toEqual(['5 syntax']);
  });
});

describe('the repository a service is built from', () => {
  const text = entry('type: worker', 'name: a', 'runtime: docker', 'repo: https://github.com/someone/shop.git');

  it.each([
    ['its name is in package.json', { 'package.json': '{ "name": "shop" }' }],
    [
      'its address is in package.json',
      {
        'package.json':
          '{ "name": "x", "repository": { "type": "git", "url": "git+https://github.com/someone/shop.git" } }',
      },
    ],
    ['its short address is in package.json', { 'package.json': '{ "repository": "github:Someone/Shop" }' }],
    [
      'its name comes last in package.json',
      { 'package.json': '{ "engines": { "node": "22" }, "files": [], "name": "shop" }' },
    ],
    ['its name is in pyproject.toml', { 'pyproject.toml': '[project]\nname = "shop"\n' }],
    ['its name is in pyproject.toml of Poetry', { 'pyproject.toml': '[tool.poetry]\r\nname = "shop"\r\n' }],
    ['the README is headed by its name', { 'README.md': '# Shop\n' }],
    ['the README clones it', { 'README.md': 'git clone https://github.com/someone/shop.git\n' }],
    [
      'the README links to its pages',
      { 'readme.md': '![CI](https://github.com/someone/shop/actions/workflows/ci.yml/badge.svg)' },
    ],
  ])('is this one if %s', async (_, files) => {
    expect((await onlyService(text, files)).elsewhere).toBeUndefined();
  });

  it.each([
    ['nothing says so', {}],
    ['a dependency has its name', { 'package.json': '{ "dependencies": { "shop": "1", "x": { "name": "shop" } } }' }],
    [
      'another table of pyproject.toml has its name',
      { 'pyproject.toml': '[project]\nname = "x"\n\n[[tool.uv.index]]\nname = "shop"\n' },
    ],
    [
      'a repository of a longer name is in package.json',
      { 'package.json': '{ "repository": "https://github.com/not-someone/shop" }' },
    ],
    [
      'the README clones a repository with a longer name',
      { 'README.md': 'git clone https://github.com/someone/shop-api\n' },
    ],
    ['the README merely mentions it', { 'README.md': 'See https://github.com/someone/shop.' }],
  ])('is another one if %s', async (_, files) => {
    expect((await onlyService(text, files)).elsewhere).toBe('https://github.com/someone/shop.git');
  });

  it('is this one if a path the entry sets is here', async () => {
    const service = await onlyService(
      entry(
        'type: worker',
        'name: a',
        'runtime: docker',
        'repo: https://github.com/someone/shop',
        'rootDir: ./worker/',
      ),
      { 'worker/Dockerfile': 'FROM x' },
    );
    expect(service.elsewhere).toBeUndefined();
  });

  it.each([
    ['app/**', true],
    ['app/main.py, app/*.py', true],
    ['app/**, web/**', false],
    ['**/*.py', false],
  ])('is this one by a build filter of %s: %s', async (paths, isHere) => {
    const filter = ['buildFilter:', '  paths:', ...paths.split(', ').map((path) => `    - ${JSON.stringify(path)}`)];
    const lines = ['type: web', 'name: a', 'runtime: docker', 'repo: https://github.com/someone/shop', ...filter];
    const service = await onlyService(entry(...lines), { 'app/main.py': '' });
    expect(service.elsewhere === undefined).toBe(isHere);
  });

  it('is this one while the address is a placeholder', async () => {
    const { services } = await readOne(
      entry('type: worker', 'name: a', 'runtime: docker', 'repo: https://github.com/your-name/your-repo'),
    );
    expect(services[0]?.elsewhere).toBeUndefined();
  });
});

describe('several Blueprints', () => {
  const worker = (name: string, more = ''): string =>
    `services:\n  - { type: worker, name: ${name}, runtime: docker${more} }\n`;

  it('are read from the root on, level by level', async () => {
    const files = await readFiles({
      'a/b/c/render.yaml': worker('deepest'),
      'b/render.yaml': worker('b'),
      'a/b/render.yaml': worker('deep'),
      'render.yaml': worker('root'),
      'a/b/c/d/render.yaml': worker('too-deep'),
    });
    expect(files.map(({ file }) => file)).toEqual([
      'render.yaml',
      'b/render.yaml',
      'a/b/render.yaml',
      'a/b/c/render.yaml',
    ]);
  });

  it.each(['examples', 'my-template', 'test', '.github', 'node_modules', 'fixtures.old'])(
    'are not looked for in %s',
    async (folder) => {
      expect(await readFiles({ [`${folder}/render.yaml`]: worker('a') })).toEqual([]);
    },
  );

  it('are read in a folder of documents, which may be the site itself', async () => {
    expect((await readFiles({ 'docs/render.yaml': worker('a') })).map(({ file }) => file)).toEqual([
      'docs/render.yaml',
    ]);
  });

  it('are read once, where they lie, whatever links lead to them', async () => {
    const files = await readFiles({
      'render.yaml': { link: 'deploy/blueprint.yaml' },
      'deploy/blueprint.yaml': worker('a', ', planz: x'),
      linked: { link: 'sub' },
      'sub/loop': { link: '..' },
      'sub/render.yaml': 'services: [',
      'other/render.yaml': { link: '../sub/render.yaml' },
    });
    expect(files.map(({ file, problems }) => [file, problems.length])).toEqual([
      ['deploy/blueprint.yaml', 1],
      // The first in the order of folders is a link to it.
      ['sub/render.yaml', 1],
    ]);
    expect(files[0]?.problems[0]?.at.file).toBe('deploy/blueprint.yaml');
  });

  it('are read at the root whatever they hold, also by a link', async () => {
    const files = await readFiles({ 'render.yaml': { link: 'deploy/empty.yaml' }, 'deploy/empty.yaml': '# later\n' });
    expect(files).toMatchObject([{ file: 'deploy/empty.yaml', problems: [{ problem: 'wrong-type' }] }]);
  });

  it('leave a name that was read alone, with its problems', async () => {
    const files = await readFiles({
      'render.yaml': worker('a'),
      'old/render.yaml': `${worker('a', ', planz: x')}  - { type: worker, name: b, runtime: docker, planz: x }\nunknown: 1\n`,
    });
    expect(files[1]?.services.map(({ name }) => knownValue(name))).toEqual(['b']);
    expect(files[1]?.problems.map(brief)).toEqual(['3 unknown-key planz', '4 unknown-key unknown']);
  });

  it('resolve references to each other', async () => {
    const files = await readFiles({
      'render.yaml': 'databases:\n  - name: db\n',
      'api/render.yaml': worker('a', ', envVars: [{ key: A, fromDatabase: { name: db, property: host } }]'),
    });
    expect(files.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('are not confused with files of other tools', async () => {
    expect(await readFiles({ 'charts/render.yaml': 'apiVersion: v1\nkind: {{ .Kind }}\n' })).toEqual([]);
  });

  it('take render.yml only where there is no render.yaml', async () => {
    expect((await readFiles({ 'render.yml': worker('a') })).map(({ problems }) => problems.map(brief))).toEqual([
      ['1 file-name'],
    ]);
    expect(
      (await readFiles({ 'render.yml': worker('a'), 'render.yaml': worker('b') })).map(({ file }) => file),
    ).toEqual(['render.yaml']);
  });
});
