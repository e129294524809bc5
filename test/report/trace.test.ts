import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { serviceTrace } from '../../src/engine/service-trace.js';
import type { Gap, Launch } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';
import type { Trace } from '../../src/model/trace.js';
import type { Known } from '../../src/model/value.js';
import { traceJson } from '../../src/report/trace-json.js';
import { traceText } from '../../src/report/trace-text.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { environment, launched, process, program } from '../support/launch.js';
import { absent, known, service } from '../support/model.js';
import { place, type Files } from './sample.js';

const FILES: Files = {
  'render.yaml': [
    'services:',
    '  - type: web',
    '    name: api',
    '    startCommand: ./start.sh',
    '    healthCheckPath: /health',
    '',
  ].join('\n'),
  'start.sh': [
    'flask db upgrade',
    'celery -A jobs worker &',
    'exec gunicorn app:app -b 0.0.0.0:$PORT -k $KIND',
    '',
  ].join('\n'),
};
const NAME = place(FILES, 'render.yaml', 'api');
const START = place(FILES, 'render.yaml', './start.sh');
const GUNICORN = place(FILES, 'start.sh', 'exec gunicorn app:app -b 0.0.0.0:$PORT -k $KIND');

const API = service('api', 'web', {
  at: NAME,
  name: known('api', NAME),
  startCommand: known('./start.sh', START),
  healthCheckPath: known('/health', place(FILES, 'render.yaml', '/health')),
  region: { ...known('oregon', NAME), from: { by: 'default', of: 'Render', source: 'https://example.org/regions' } },
});

function step(words: string, at = START) {
  return { words, at };
}

const PORT: Known<string> = { ...known('10000', NAME), from: { by: 'platform', platform: 'Render' } };

/** gunicorn in front of a celery, after a migration; one part of the script could not be followed. */
function fullLaunch(): Launch {
  const first = step('the start command runs `./start.sh`');
  const celery = place(FILES, 'start.sh', 'celery -A jobs worker');
  const flask = place(FILES, 'start.sh', 'flask db upgrade');
  const target = {
    is: 'module',
    module: known('app', GUNICORN),
    attribute: known('app', GUNICORN),
    call: false,
  } as const;
  const variables = environment({ PORT: { is: 'set', value: PORT, at: NAME } });
  return launched({
    processes: [
      process(program(['celery', '-A', 'jobs', 'worker'], { role: 'worker' }), celery, {
        steps: [first, step('start.sh runs `celery -A jobs worker`', celery)],
      }),
      process(program(['gunicorn', 'app:app', '-b', '0.0.0.0:10000', '-k', undefined], { target }), GUNICORN, {
        environment: variables,
        steps: [first, step('start.sh runs `gunicorn app:app -b 0.0.0.0:$PORT …`', GUNICORN)],
      }),
    ],
    before: [process(program(['flask', 'db', 'upgrade'], { role: 'task' }), flask)],
    gaps: [{ why: 'the program depends on a variable', at: flask, steps: [first] }],
  });
}

function traceOf(launch: Launch | undefined, own: Service = API): Trace {
  const label = { name: 'api', kind: own.kind, platform: 'Render', at: own.at };
  const services = [serviceTrace(own, label, launch, new Map(), memoryRepository(FILES))];
  return { services, platformFiles: ['render.yaml'], notifications: [], complete: true };
}

const context = {
  version: '0.1.0',
  homepage: 'https://github.com/lint-deploy/lint-deploy',
  uriPrefix: '',
  source: (file: string) => FILES[file],
};

function text(trace: Trace, width = 100, uriPrefix = ''): string {
  return traceText(trace, { ...context, uriPrefix }, { colour: false, width });
}

describe('the trace as text', () => {
  it('answers where everything comes from', () => {
    expect(text(traceOf(fullLaunch()))).toBe(`api · web on Render · render.yaml:3
  ./start.sh → gunicorn app:app -b 0.0.0.0:$PORT …

  Stays running
    celery -A jobs worker
      render.yaml:4:19  the start command runs \`./start.sh\`
      start.sh:2:1      start.sh runs \`celery -A jobs worker\`
      program  celery: a worker, which opens no port
      folder   the root of the repository
    gunicorn app:app -b 0.0.0.0:10000 -k …
      render.yaml:4:19  the start command runs \`./start.sh\`
      start.sh:3:1      start.sh runs \`gunicorn app:app -b 0.0.0.0:$PORT …\`
      program  gunicorn: a server
      module   app (start.sh:3:1)
      object   app (start.sh:3:1)
      folder   the root of the repository
      KIND     not set, unless the dashboard sets it
      PORT     10000 (Render sets it)
    The one that answers requests is gunicorn.

  Runs first and ends
    flask db upgrade
      start.sh:1:1  the start command runs \`flask db upgrade\`
      program  flask: ends by itself
      folder   the root of the repository

  Not followed further
    start.sh:1:1  the program depends on a variable

  What is set
    start command  ./start.sh (render.yaml:4:19)
    health check   /health (render.yaml:5:22)
    region         oregon (Render's default, https://example.org/regions)

1 service · 1 start command not followed to the end
`);
  });

  it('keeps within the width of the terminal', () => {
    for (const width of [24, 40, 80]) {
      const lines = text(traceOf(fullLaunch()), width).split('\n');
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('is the same text with and without colours', () => {
    const trace = traceOf(fullLaunch());
    const coloured = traceText(trace, context, { colour: true, width: 100 });
    expect(coloured).toContain('\u001b[');
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text(trace));
  });

  it('puts every path behind the prefix', () => {
    const places = [...text(traceOf(fullLaunch()), 100, 'apps/shop').matchAll(/(\S*)(?:render\.yaml|start\.sh):\d/g)];
    expect(places.length).toBeGreaterThan(8);
    expect(places.filter(([, before]) => !before?.replace('(', '').startsWith('apps/shop/'))).toEqual([]);
  });

  it('says where and why the way ends', () => {
    const missing = { kind: 'file', name: 'x', path: 'Server.js', otherCase: 'server.js', available: [] } as const;
    const gap: Gap = {
      why: 'there is no file Server.js',
      at: GUNICORN,
      steps: [step('the start command runs `./start.sh`')],
      missing,
    };
    const shown = text(traceOf(launched({ gaps: [gap] })));
    expect(shown).toContain('Not decided: the way there ends early.');
    expect(shown).toContain('render.yaml:4:19  the start command runs `./start.sh`\n');
    expect(shown).toContain(
      'start.sh:3:1      there is no file Server.js; there is server.js, in another letter case\n',
    );
  });

  it('counts a start as the report does: one that leads to what is not there was followed', () => {
    const missing = { kind: 'file', name: 'lost.js', path: 'lost.js', available: [] } as const;
    const gap = { why: 'there is no file lost.js', at: START, steps: [step('the start command runs `./start.sh`')] };
    expect(text(traceOf(launched({ gaps: [{ ...gap, missing }] })))).toMatch(/\n1 service\n$/);
    expect(text(traceOf(launched({ gaps: [gap] })))).toMatch(
      /\n1 service · 1 start command not followed to the end\n$/,
    );
  });

  it('gives the reason at once where the way does not even begin', () => {
    const gap = { why: 'it has no start command', at: NAME, steps: [] };
    const shown = text(traceOf(launched({ gaps: [gap] })));
    expect(shown).toContain('  Stays running\n    Not decided: it has no start command (render.yaml:3:11).\n');
    expect(shown).not.toContain('Not followed further');
  });

  it('says that a command ends', () => {
    const ends = { why: '`pm2` goes on in the background and the command ends', at: START };
    const shown = text(traceOf(launched({ processes: [process(program(['pm2']), START)], ends })));
    expect(shown).toContain('  Starts\n    pm2\n');
    expect(shown).toContain(
      'The start command ends: `pm2` goes on in the background and the command ends (render.yaml:4:19).',
    );
  });

  it('says that it is open which process serves, and whether one runs', () => {
    const processes = ['one', 'two'].map((name) => process(program([name]), START, { conditional: true }));
    const shown = text(traceOf(launched({ processes })));
    expect(shown).toContain('Not decided: which of these answers requests.');
    expect(shown.match(/when +not decided: on a condition/g)).toHaveLength(2);
  });

  it('gathers settings that are open for one reason', () => {
    const unknown = { is: 'unknown', why: 'it may be set in the dashboard', at: NAME } as const;
    const own = service('api', 'web', { at: NAME, region: unknown, plan: unknown, publishPath: unknown });
    const shown = text(traceOf(launched(), own));
    expect(shown).toContain('not decided   region, plan: it may be set in the dashboard (render.yaml:3:11)\n');
    expect(shown).toContain('health check  not set\n');
  });

  it('shows the routes of a static site, and no process', () => {
    const routes = [
      { type: 'rewrite', source: '/*', destination: '/index.html', matches: 'all', leadsTo: 'index', at: START },
    ] as const;
    const site = service('site', 'static', { at: NAME, buildCommand: known('vite build', START), routes });
    const shown = text(traceOf(undefined, { ...site, refusedRoutes: [{ at: NAME }] }));
    expect(shown).toContain('rewrite           /* → /index.html (render.yaml:4:19)\n');
    expect(shown).toContain('route             Render refuses it (render.yaml:3:11)\n');
    expect(shown).toContain('published folder  not set\n');
    expect(shown).not.toContain('Stays running');
    expect(text(traceOf(undefined, site))).toContain('/index.html');
    expect(text(traceOf(undefined, { ...site, routes: [] }))).toContain('routes            none\n');
  });

  it('hides secrets and shows control characters', () => {
    const shown = text(traceOf(hostile().launch, hostile().own));
    expect(shown).not.toMatch(/hunter2|tr0ub4dor/);
    expect(shown).not.toMatch(/[^\P{C}\n]/u);
    expect(shown).toContain('••••');
  });

  it('says where there is nothing', () => {
    const nothing = { services: [], platformFiles: [], notifications: [], complete: true };
    expect(text(nothing)).toBe('No platform file and no service was found.\n');
    expect(text({ ...nothing, platformFiles: ['render.yaml'] })).toBe('No services in render.yaml.\n');
  });
});

function hostile(): { launch: Launch; own: Service } {
  const bad = '\u001b[31m\u202e';
  const own = { ...API, name: known(bad, NAME), startCommand: known(`run --password hunter2 ${bad}`, START) };
  const set = { is: 'set', value: known('tr0ub4dor&3', GUNICORN), at: GUNICORN } as const;
  const run = process(program(['run', '--password', 'hunter2', bad]), GUNICORN, {
    environment: environment({ DB_PASSWORD: set, [bad]: { ...set, value: known(bad, GUNICORN) } }),
    steps: [step(`the start command runs \`run --password hunter2 ${bad}\``, GUNICORN)],
    folder: bad,
  });
  return { own, launch: launched({ processes: [run], gaps: [{ why: bad, at: START, steps: [] }] }) };
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema());

function schema(): object {
  const value: unknown = JSON.parse(readFileSync(new URL('../../schema/trace.json', import.meta.url), 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error('no schema');
  return value;
}

/** The trace as read back, after it has been checked by the schema that is shipped. */
function read(trace: Trace): unknown {
  const value: unknown = JSON.parse(traceJson(trace, context));
  validate(value);
  expect(validate.errors).toBeNull();
  return value;
}

describe('the trace as JSON', () => {
  it('names its format', () => {
    expect(read(traceOf(fullLaunch()))).toMatchObject({
      $schema: 'https://raw.githubusercontent.com/lint-deploy/lint-deploy/main/schema/trace.json',
      version: 1,
      tool: { name: 'lint-deploy', version: '0.1.0' },
      complete: true,
      platformFiles: ['render.yaml'],
    });
  });

  it('holds the chain, the processes and what is set', () => {
    expect(read(traceOf(fullLaunch()))).toMatchObject({
      services: [
        {
          chain: [{ words: './start.sh', at: { file: 'render.yaml', start: { line: 4, column: 19 } } }, {}],
          folder: '',
          processes: [
            { program: { name: 'celery', role: 'worker', target: { is: 'none' } }, server: 'no' },
            {
              program: { words: ['gunicorn', 'app:app', '-b', '0.0.0.0:10000', '-k', null] },
              server: 'yes',
              steps: [{ at: { file: 'render.yaml' } }, { at: { file: 'start.sh', start: { line: 3 } } }],
              variables: [
                { name: 'KIND', is: 'unset' },
                { name: 'PORT', is: 'set', value: { value: '10000', from: { by: 'platform', platform: 'Render' } } },
              ],
            },
          ],
          before: [{ program: { name: 'flask', role: 'task' } }],
          gaps: [{ why: 'the program depends on a variable', at: { file: 'start.sh' } }],
          settings: {
            healthCheckPath: { is: 'known', value: '/health', from: { by: 'written' } },
            region: { from: { by: 'default', of: 'Render', source: 'https://example.org/regions' } },
            plan: { is: 'absent' },
          },
        },
      ],
    });
  });

  it('is valid with every kind of value, target and end', () => {
    const either = { is: 'oneOf', values: [known('a'), known('b')] } as const;
    const unknown = { is: 'unknown', why: 'it depends on a variable', at: START } as const;
    const own = service('api', 'private', {
      elsewhere: 'https://github.com/a/b',
      region: either,
      plan: unknown,
      root: { ...known('x'), from: { by: 'variable', name: 'ROOT' } },
      routes: [{ type: 'redirect', source: '/a', destination: '/b', matches: 'some', leadsTo: 'other', at: START }],
      refusedRoutes: [{ at: START }],
    });
    const targets = [
      { is: 'file', path: either },
      { is: 'folder', path: unknown },
      { is: 'module', module: known('m'), attribute: absent(), call: true, folders: ['src'] },
    ] as const;
    const processes = targets.map((target) => process(program(['x'], { target }), START));
    const missing = {
      kind: 'script',
      name: 'x',
      path: 'package.json',
      otherCase: 'Package.json',
      available: ['y'],
    } as const;
    const gaps = [{ why: 'w', at: START, steps: [], missing }];
    const trace = traceOf(launched({ processes, gaps, ends: { why: 'w', at: START }, folder: undefined }), own);
    const notifications = [{ id: 'reader-crash', level: 'error', message: 'M.', at: START } as const];
    expect(read({ ...trace, notifications, complete: false })).toMatchObject({ complete: false });
    expect(read({ ...trace, services: [] })).toMatchObject({ services: [] });
  });

  it('hides secrets and prints no control character', () => {
    const { launch, own } = hostile();
    const written = traceJson(traceOf(launch, own), context);
    expect(written).not.toMatch(/hunter2|tr0ub4dor/);
    expect(written).not.toMatch(/[^\P{C}\n]/u);
    read(traceOf(launch, own));
  });

  it.each([
    ['another version', { version: 2 }],
    ['a service without its chain', { services: [{ name: 'api' }] }],
    ['an unknown key', { extra: 1 }],
  ])('has a schema that refuses %s', (_, change) => {
    const value = read(traceOf(fullLaunch()));
    expect(validate({ ...(typeof value === 'object' && value), ...change })).toBe(false);
  });
});
