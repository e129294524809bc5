import { describe, expect, it } from 'vitest';
import { serviceSummary } from '../../src/engine/service-summary.js';
import type { Launch } from '../../src/model/process.js';
import type { Service } from '../../src/model/service.js';
import { launched, process, program } from '../support/launch.js';
import { known, place, service } from '../support/model.js';

function summaryOf(own: Service, launch: Launch | undefined) {
  return serviceSummary(own, { name: 'api', kind: own.kind, platform: 'Testing', at: own.at }, launch);
}

const words = (steps: readonly { words: string }[]): string[] => steps.map((step) => step.words);

describe('the chain of a service', () => {
  const at = place('package.json', 5);
  const steps = [
    { at: place('render.yaml', 3), words: 'the start command runs `npm start`' },
    { at, words: 'the script start runs `node dist/server.js`' },
  ];
  const api = service('api', 'web', { startCommand: known('cd api && npm start') });

  it('is the commands of its steps, each at its place', () => {
    const launch = launched({ processes: [process(program(['node', 'dist/server.js']), at, { steps })] });
    expect(summaryOf(api, launch).chain).toEqual([
      { words: 'npm start', at: place('render.yaml', 3) },
      { words: 'node dist/server.js', at },
    ]);
  });

  it('keeps the backticks of a command, and the words of a step without a command', () => {
    const odd = [
      { at, words: 'run.sh runs `node `pwd`/x.js`' },
      { at, words: 'web = app:main' },
    ];
    const launch = launched({ processes: [process(program(['node']), at, { steps: odd })] });
    expect(words(summaryOf(api, launch).chain)).toEqual(['node `pwd`/x.js', 'web = app:main']);
  });

  it('ends with the file that runs, where no command names it', () => {
    const file = { is: 'file', path: known('api/lib/main.js') } as const;
    const run = (command: string): string[] => {
      const own = program(command.split(' '), { role: 'runtime', target: file });
      return words(summaryOf(api, launched({ processes: [process(own, at)] })).chain);
    };
    expect(run('node .')).toEqual(['node .', 'api/lib/main.js']);
    expect(run('node lib/main.js')).toEqual(['node lib/main.js']);
  });

  it('is that of the server among several processes', () => {
    const worker = process(program(['celery', 'worker'], { role: 'worker' }), at);
    const launch = launched({ processes: [worker, process(program(['gunicorn', 'app:app']), at)] });
    expect(words(summaryOf(api, launch).chain)).toEqual(['gunicorn app:app']);
  });

  it('goes as far as it could be followed', () => {
    const gap = { why: 'there is no folder dist', at, steps };
    expect(words(summaryOf(api, launched({ gaps: [gap] })).chain)).toEqual(['npm start', 'node dist/server.js']);
  });

  it.each<[string, Service, Launch | undefined, string[]]>([
    [
      'of a static site',
      service('site', 'static', { buildCommand: known('npm run build') }),
      undefined,
      ['npm run build'],
    ],
    ['of what was not followed', api, undefined, ['cd api && npm start']],
    ['where it is open which process serves', api, launched({ processes: two() }), ['cd api && npm start']],
    ['where nothing is written', service('api'), launched(), []],
  ])('is the command as it is written %s', (_, own, launch, expected) => {
    expect(words(summaryOf(own, launch).chain)).toEqual(expected);
  });

  function two() {
    return [process(program(['uvicorn']), at), process(program(['gunicorn']), at)];
  }
});

describe('whether a start was followed', () => {
  const at = place('render.yaml');
  const api = service('api', 'web', { startCommand: known('node server.js') });
  const missing = { kind: 'file', name: 'server.js', path: 'server.js', available: [] } as const;
  const node = process(program(['node', 'server.js']), at);

  it.each<[string, Service, Launch | undefined, boolean]>([
    ['to a program that is known', api, launched({ processes: [node] }), true],
    ['of a static site, which starts none', service('site', 'static'), undefined, true],
    // A rule says that it is not there.
    [
      'to a file that is not there',
      api,
      launched({ processes: [node], gaps: [{ why: 'there is no file', at, steps: [], missing }] }),
      true,
    ],
    ['past something that is not decided', api, launched({ gaps: [{ why: 'it has none', at, steps: [] }] }), false],
    [
      'to a program that is not known',
      api,
      launched({ processes: [process(program(['./app'], { role: 'unknown' }), at)] }),
      false,
    ],
    ['in another repository', { ...api, elsewhere: 'me/other' }, launched({ processes: [node] }), false],
    ['where following it crashed', api, undefined, false],
  ])('%s', (_, own, launch, followed) => {
    expect(summaryOf(own, launch).followed).toBe(followed);
  });
});
