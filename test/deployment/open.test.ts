import { describe, expect, it } from 'vitest';
import { openDeployment } from '../../src/deployment/open.js';
import type { Reference } from '../../src/model/service.js';
import { memoryRepository } from '../../src/repository/memory.js';
import { place, platform, platformFile, service, store } from '../support/model.js';

function reference(to: Reference['to'], name: string): Reference {
  return { to, name, at: place('render.yaml') };
}

describe('openDeployment', () => {
  const first = platformFile('render.yaml', {
    services: [service('api'), service('search', 'private')],
    stores: [store('db'), store('cache', { kind: 'keyvalue' })],
  });
  const second = platformFile('b/render.yaml', {
    services: [service('jobs', 'worker', { file: 'b/render.yaml', at: place('b/render.yaml') })],
    stores: [store('db', { at: place('b/render.yaml'), file: 'b/render.yaml' })],
  });

  it('resolves a reference to a store or service, in its own file first', async () => {
    const { deployment } = await openDeployment(memoryRepository({}), [platform([first, second])]);
    const [api] = first.services;
    const [jobs] = second.services;
    if (!api || !jobs) throw new Error('no services');
    expect(deployment.resolve(api, reference('store', 'db'))?.at.file).toBe('render.yaml');
    expect(deployment.resolve(jobs, reference('store', 'db'))?.at.file).toBe('b/render.yaml');
    expect(deployment.resolve(jobs, reference('store', 'cache'))?.at.file).toBe('render.yaml');
    expect(deployment.resolve(api, reference('service', 'search'))).toBe(first.services[1]);
    expect(deployment.resolve(api, reference('service', 'cache'))).toBe(first.stores[1]);
    expect(deployment.resolve(api, reference('store', 'search'))).toBeUndefined();
    expect(deployment.resolve(api, reference('group', 'db'))).toBeUndefined();
  });

  it('answers a question about a service once', async () => {
    let reads = 0;
    const repository = memoryRepository({ 'package.json': '{}' });
    const counting = { ...repository, read: (path: string) => (reads++, repository.read(path)) };
    const site = service('site', 'static');
    const { deployment } = await openDeployment(counting, [
      platform([platformFile('render.yaml', { services: [site] })]),
    ]);
    const answer = await deployment.clientRouting(site);
    const before = reads;
    expect(await deployment.clientRouting(site)).toBe(answer);
    expect(reads).toBe(before);
  });
});
