import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../schema/render.yaml.json' with { type: 'json' };

const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(schema);

/** The errors without those that only say that a branch failed. */
function errorsOf(data: unknown): string[] {
  validate(data);
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const web = { type: 'web', name: 'a', runtime: 'node' };
const entries: Record<string, object> = {
  'a web service': { ...web, plan: '2c-8g', healthCheckPath: '/up', scaling: { minInstances: 1, maxInstances: 2 } },
  'a private service': { type: 'pserv', name: 'a', runtime: 'docker', disk: { name: 'd', mountPath: '/data' } },
  'a worker from an image': { type: 'worker', name: 'a', runtime: 'image', image: { url: 'docker.io/library/nginx' } },
  'a service from a build source': { type: 'web', name: 'a', buildSource: 'app', startCommand: 'x' },
  'a static site': {
    type: 'web',
    name: 'a',
    runtime: 'static',
    staticPublishPath: 'dist',
    routes: [{ type: 'rewrite', source: '/*', destination: '/index.html' }],
  },
  'a static site by its old key': { type: 'web', name: 'a', env: 'static', staticPublishPath: 'dist' },
  'a cron job': { type: 'cron', name: 'a', runtime: 'python', schedule: '0 4 * * *', plan: 'pro plus' },
  'a key value store': { type: 'keyvalue', name: 'a', ipAllowList: [], plan: '256mb', persistenceMode: 'off' },
  'a key value store by its old name': { type: 'redis', name: 'a', ipAllowList: [{ source: '0.0.0.0/0' }] },
  'a workflow': { type: 'workflow', name: 'a', runtime: 'node', region: 'ohio', startCommand: 'node a.js' },
  'old keys': {
    type: 'web',
    name: 'a',
    env: 'ruby',
    autoDeploy: false,
    pullRequestPreviewsEnabled: true,
    previewPlan: 'starter',
  },
};

describe('the schema', () => {
  it('has the address it is published under', () => {
    expect(schema.$id).toBe('https://raw.githubusercontent.com/lint-deploy/lint-deploy/main/schema/render.yaml.json');
  });

  it.each(Object.entries(entries))('accepts %s', (_, service) => {
    expect(errorsOf({ services: [service] })).toEqual([]);
  });

  it('accepts the rest of the format', () => {
    expect(
      errorsOf({
        version: '1',
        previews: { generation: 'manual', expireAfterDays: 2 },
        databases: [{ name: 'd', plan: 'basic-256mb', postgresMajorVersion: '17', readReplicas: [] }],
        envVarGroups: [
          {
            name: 'g',
            envVars: [
              { key: 'A', value: 1 },
              { key: 'B', generateValue: true },
            ],
          },
        ],
        buildSources: [{ name: 'app', git: { repo: 'https://github.com/a/b', runtime: 'docker', baseDir: '.' } }],
        projects: [{ name: 'p', environments: [{ name: 'e', services: [web], networking: { isolation: 'enabled' } }] }],
        ungrouped: { databases: [{ name: 'u' }] },
        previewsEnabled: true,
        previewsExpireAfterDays: 1,
      }),
    ).toEqual([]);
    expect(errorsOf({})).toEqual([]);
  });

  it.each([
    ['an unknown key', { ...web, healthCheck: '/' }, ['/services/0 additionalProperties']],
    ['a static key on a server', { ...web, routes: [] }, ['/services/0 additionalProperties']],
    [
      'a server key on a static site',
      { ...web, runtime: 'static', plan: 'free' },
      ['/services/0 additionalProperties'],
    ],
    ['no runtime', { type: 'web', name: 'a' }, ['/services/0 required']],
    ['an unknown type, by that alone', { ...web, type: 'site' }, ['/services/0/type enum']],
    ['type static, by that alone', { type: 'static', name: 'a', staticPublishPath: 'dist' }, ['/services/0/type enum']],
    ['an unknown runtime', { ...web, runtime: 'php' }, ['/services/0/runtime enum']],
    ['a cron job without schedule', { type: 'cron', name: 'a', runtime: 'go' }, ['/services/0 required']],
    [
      'a free cron job',
      { type: 'cron', name: 'a', runtime: 'go', schedule: '* * * * *', plan: 'free' },
      ['/services/0/plan enum'],
    ],
    ['a key value store without allow list', { type: 'keyvalue', name: 'a' }, ['/services/0 required']],
    [
      'a workflow in Ruby',
      { type: 'workflow', name: 'a', runtime: 'ruby', region: 'ohio', startCommand: 'x' },
      ['/services/0/runtime enum'],
    ],
    ['a build source beside a runtime', { ...web, buildSource: 'app' }, ['/services/0/runtime false schema']],
    [
      'a longer shutdown than 300 s',
      { ...web, maxShutdownDelaySeconds: 301 },
      ['/services/0/maxShutdownDelaySeconds maximum'],
    ],
    ['an empty build filter', { ...web, buildFilter: {} }, ['/services/0/buildFilter minProperties']],
    ['a boolean as a variable', { ...web, envVars: [{ key: 'A', value: true }] }, ['/services/0/envVars/0/value type']],
    ['a variable without key', { ...web, envVars: [{ value: 'a' }] }, ['/services/0/envVars/0 required']],
    [
      'a reference without type, by that alone',
      { ...web, envVars: [{ key: 'A', fromService: { name: 'b', property: 'host' } }] },
      ['/services/0/envVars/0/fromService required'],
    ],
    [
      'a group with a key',
      { ...web, envVars: [{ key: 'A', fromGroup: 'g' }] },
      ['/services/0/envVars/0 additionalProperties'],
    ],
  ])('refuses %s', (_, service, errors) => {
    expect(errorsOf({ services: [service] })).toEqual(errors);
  });

  it.each([
    ['an unknown key at the top', { service: [] }, [' additionalProperties']],
    ['a number as version', { version: 1 }, ['/version type', '/version const']],
    ['an unknown database plan', { databases: [{ name: 'd', plan: 'basic_256mb' }] }, ['/databases/0/plan enum']],
    [
      'a group that takes from a database',
      { envVarGroups: [{ name: 'g', envVars: [{ key: 'A', fromDatabase: {} }] }] },
      ['/envVarGroups/0/envVars/0 additionalProperties'],
    ],
    [
      'a build source of both kinds',
      { buildSources: [{ name: 'a', image: { url: 'x' }, git: {} }] },
      ['/buildSources/0/git false schema'],
    ],
  ])('refuses %s', (_, data, errors) => {
    expect(errorsOf(data)).toEqual(expect.arrayContaining(errors));
  });

  it('marks old keys, for editors', () => {
    const { server } = schema.definitions;
    expect(server.properties.env.deprecated).toBe(true);
    expect(server.properties.autoDeploy.deprecated).toBe(true);
    expect(schema.properties.previewsEnabled.deprecated).toBe(true);
  });
});
