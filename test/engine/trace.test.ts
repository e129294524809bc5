import { describe, expect, it } from 'vitest';
import { serviceTrace } from '../../src/engine/service-trace.js';
import { trace } from '../../src/engine/trace.js';
import type { Location } from '../../src/model/location.js';
import type { Launch } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';
import type { ServiceTrace } from '../../src/model/trace.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { linesOf } from '../../src/syntax/lines.js';
import { environment, launched, process, program } from '../support/launch.js';
import { known, place, platform, platformFile, service } from '../support/model.js';

describe('the trace of a service', () => {
  const TEXT = 'run: A=1 gunicorn --bind 0.0.0.0:$PORT -w ${WEB:-$lower}';
  const repository = memoryRepository({ 'render.yaml': TEXT });
  const at = within('A=1');
  const api = service('api', 'web', { healthCheckPath: known('/health') });

  function within(start: string): Location {
    return linesOf('render.yaml', TEXT).location(TEXT.indexOf(start), TEXT.length);
  }

  function traced(launch: Launch | undefined, own: Service = api): ServiceTrace {
    const label = { name: 'api', kind: own.kind, platform: 'Testing', at: own.at };
    return serviceTrace(own, label, launch, new Map(), repository);
  }

  it('holds the variables that the commands name or set, and no others', () => {
    const port = { is: 'set', value: known('10000'), at: place('render.yaml') } as const;
    const set = { is: 'set', value: known('1', at), at } as const;
    const own = process(program(['gunicorn']), at, { environment: environment({ PORT: port, A: set, OTHER: port }) });
    const [found] = traced(launched({ processes: [own] })).processes;
    expect(found?.variables).toEqual([
      { name: 'A', variable: set },
      { name: 'PORT', variable: port },
      { name: 'WEB', variable: { is: 'unset', at: place('render.yaml') } },
    ]);
  });

  it('says which process serves', () => {
    const server = process(program(['gunicorn']), at);
    const worker = process(program(['celery'], { role: 'worker' }), at);
    const states = (...processes: Launch['processes']): string[] =>
      traced(launched({ processes })).processes.map((each) => each.server);
    expect(states(server, worker)).toEqual(['yes', 'no']);
    expect(states(server, worker, server)).toEqual(['undecided', 'no', 'undecided']);
  });

  it('is plain data: nothing is lost when it is written', () => {
    const full = traced(launched({ processes: [process(program(['gunicorn', undefined]), at)] }));
    expect(structuredClone(full)).toEqual(full);
    expect(full.settings).toMatchObject({ healthCheckPath: known('/health'), plan: { is: 'absent' } });
  });

  it('says where nothing is left running', () => {
    const ends = { why: 'it starts nothing that stays', at };
    expect(traced(launched({ ends }))).toMatchObject({ ends, processes: [] });
    expect(traced(undefined)).toMatchObject({ folder: undefined, processes: [], gaps: [] });
  });
});

describe('trace', () => {
  it('follows each service of a repository', async () => {
    const repository = memoryRepository({
      'render.yaml': [
        'services:',
        '  - type: web',
        '    name: api',
        '    runtime: node',
        '    startCommand: npm start',
        '  - type: web',
        '    name: site',
        '    runtime: static',
        '    buildCommand: npm run build',
        '',
      ].join('\n'),
      'package.json': '{ "scripts": { "start": "node server.js" } }',
      'server.js': '',
    });
    const result = await trace(repository, [render]);
    expect(result).toMatchObject({ complete: true, notifications: [], platformFiles: ['render.yaml'] });
    const [api, site] = result.services;
    expect(api?.chain.map(({ words }) => words)).toEqual(['npm start', 'node server.js']);
    expect(api?.processes).toMatchObject([
      {
        program: { name: 'node', target: { is: 'file', path: { value: 'server.js' } } },
        server: 'yes',
        steps: [
          { at: { file: 'render.yaml', range: { start: { line: 5 } } } },
          { at: { file: 'package.json', range: { start: { line: 1 } } } },
        ],
      },
    ]);
    expect(api?.settings.region).toMatchObject({ is: 'known', from: { by: 'default' } });
    expect(site).toMatchObject({ chain: [{ words: 'npm run build' }], processes: [], gaps: [] });
  });

  it('says that a platform file was not read to its end', async () => {
    const files = [platformFile('render.yaml', { partial: true, services: [service('api')] })];
    const result = await trace(memoryRepository({}), [platform(files)]);
    expect(result.notifications).toMatchObject([{ id: 'unparsed-file', level: 'note' }]);
    expect(result).toMatchObject({ complete: true, services: [{ name: 'api' }] });
  });

  it('is incomplete where a reader crashes', async () => {
    const crashing = {
      ...platform([]),
      read: () => Promise.reject(new Error('no such thing')),
    };
    const result = await trace(memoryRepository({}), [crashing]);
    expect(result).toMatchObject({ complete: false, services: [], notifications: [{ id: 'reader-crash' }] });
  });
});
