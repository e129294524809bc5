import { describe, expect, it } from 'vitest';
import { completeServices } from '../../src/deployment/complete.js';
import type { ServiceSetting } from '../../src/model/settings.js';
import { knownValue } from '../../src/model/value.js';
import { known, place, service } from '../support/model.js';

const HERE = place('lint-deploy.yaml');

function setting(name: string, given: Partial<ServiceSetting> = {}): ServiceSetting {
  return { name, at: HERE, values: {}, domains: [], env: [], ...given };
}

const written = (value: string) => known(value, HERE);
const inferredAt = (name: string, folder: string) => service(name, 'web', { inferred: true, root: known(folder) });

describe('a declared service', () => {
  const api = service('api', 'web', {
    startCommand: known('npm start'),
    region: { is: 'known', value: 'oregon', at: place('render.yaml'), from: { by: 'default', of: 'x', source: 'y' } },
    env: [
      { key: 'OPEN', value: { is: 'unknown', why: 'x', at: place('render.yaml') }, at: place('render.yaml') },
      { key: 'SET', value: known('1'), at: place('render.yaml') },
    ],
  });

  it('is completed where nothing is written, or only a default holds', () => {
    const values = { healthCheckPath: written('/health'), region: written('frankfurt') };
    const { services, serviceFor, notifications } = completeServices([api], [setting('api', { values })], 'testing');
    expect(services).toMatchObject([
      {
        inferred: false,
        healthCheckPath: { value: '/health', at: { file: 'lint-deploy.yaml' } },
        region: { value: 'frankfurt' },
      },
    ]);
    expect(serviceFor(api)).toBe(services[0]);
    expect(notifications).toEqual([]);
  });

  it('keeps what its file writes, and says so', () => {
    const env = [
      { key: 'SET', value: written('2'), at: HERE },
      { key: 'OPEN', value: written('3'), at: HERE },
      { key: 'NEW', value: { is: 'unknown', why: 'x', at: HERE } as const, at: HERE },
    ];
    const own = setting('api', {
      values: { startCommand: written('node x.js') },
      env,
      domains: [written('a.example.com')],
    });
    const { services, notifications } = completeServices([api], [own], 'testing');
    expect(services).toMatchObject([
      {
        startCommand: { value: 'npm start' },
        domains: [{ value: 'a.example.com' }],
        env: [
          { key: 'OPEN', value: { value: '3' } },
          { key: 'SET', value: { value: '1' } },
          { key: 'NEW', value: { is: 'unknown' } },
        ],
      },
    ]);
    expect(notifications.map(({ id, message }) => [id, message])).toEqual([
      ['setting-without-effect', 'startCommand has no effect here: render.yaml sets it.'],
      ['setting-without-effect', 'SET has no effect here: render.yaml sets it.'],
    ]);
  });
});

describe('an inferred service', () => {
  it.each([
    ['its name', 'web', {}],
    ['its folder', 'api', { root: written('./app/') }],
  ])('is known by %s, and gives way', (_, name, values) => {
    const web = { ...inferredAt('web', 'app'), startCommand: known('npm start') };
    const own = setting(name, { values: { ...values, startCommand: written('node x.js') } });
    const { services } = completeServices([web, inferredAt('other', 'b')], [own], 'testing');
    expect(services).toHaveLength(2);
    expect(services[0]).toMatchObject({ inferred: true, name: { value: name }, startCommand: { value: 'node x.js' } });
  });

  it('is known by its folder only where that tells it apart', () => {
    const both = [inferredAt('one', ''), inferredAt('two', '')];
    const { services, notifications } = completeServices(both, [setting('api')], 'testing');
    expect(services).toEqual(both);
    expect(notifications.map(({ id }) => id)).toEqual(['unknown-service']);
    const kinds = [inferredAt('one', ''), { ...inferredAt('two', ''), kind: 'worker' as const }];
    const named = completeServices(kinds, [setting('jobs', { kind: 'worker' })], 'testing').services;
    expect(named.map(({ name }) => knownValue(name))).toEqual(['one', 'jobs']);
  });

  it('is taken once', () => {
    const { services } = completeServices(
      [inferredAt('web', '')],
      [setting('one'), setting('two', { kind: 'worker' })],
      'testing',
    );
    expect(services.map(({ name, kind }) => [knownValue(name), kind])).toEqual([
      ['one', 'web'],
      ['two', 'worker'],
    ]);
  });
});

describe('a service that nothing else shows', () => {
  it('is there with its kind, and what is not said of it is unknown', () => {
    const own = setting('jobs', { kind: 'worker', values: { startCommand: written('node jobs.js') } });
    const { services } = completeServices([service('api')], [own], 'testing');
    expect(services[1]).toMatchObject({
      platform: 'testing',
      kind: 'worker',
      inferred: true,
      file: 'lint-deploy.yaml',
      startCommand: { value: 'node jobs.js' },
      healthCheckPath: { is: 'unknown' },
      root: { is: 'absent' },
    });
  });

  it('without a kind is a mistake, with the nearest name', () => {
    const { services, notifications } = completeServices(
      [service('api')],
      [setting('apl'), setting('zzzzz')],
      'testing',
    );
    expect(services).toHaveLength(1);
    expect(notifications.map(({ message }) => message)).toEqual([
      'There is no service "apl". Did you mean api?',
      'There is no service "zzzzz". One that no file shows needs a kind, such as web.',
    ]);
  });
});
