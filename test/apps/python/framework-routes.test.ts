import { describe, expect, it } from 'vitest';
import { ROUTE_CASES } from '../../../scripts/lib/python-route-cases.js';
import { processRoutes } from '../../../src/apps/routes.js';
import { startedDjango } from '../../../src/apps/django/django.js';
import { launch } from '../../../src/launch/launch.js';
import type { Process } from '../../../src/model/process.js';
import { answerOf } from '../../../src/model/routes.js';
import { renderFacts } from '../../../src/platforms/render/facts.js';
import { memoryRepository } from '../../../src/repository/memory.js';
import type { Repository } from '../../../src/repository/repository.js';
import { known, place, service } from '../../support/model.js';

/** The routes of a process whose program is Python's. */
const routesOf = (repository: Repository, process: Process) =>
  processRoutes(repository, process, {
    nodeProgramOf: () => Promise.resolve(undefined),
    djangoBy: (of) => startedDjango(repository, of, of.environment),
  });

const isAccepted = (status: number): boolean => 200 <= status && status < 400;

// `npm run measure-python` asks the frameworks themselves.
describe.each(ROUTE_CASES)('$name', ({ start, files, paths }) => {
  const asked = paths.map(([path, status, isUnknown]) => ({ path, status, isUnknown }));

  it.each(asked)('GET $path gets $status', async ({ path, status, isUnknown }) => {
    const repository = memoryRepository({ 'render.yaml': `start: ${start}`, ...files });
    const startCommand = known(start, place('render.yaml', 7, start.length));
    const own = service('api', 'web', { platform: 'render', runtime: known('python'), startCommand });
    const { processes } = await launch(repository, own, { facts: renderFacts, groups: [] });
    const [process] = processes;
    const routes = process && (await routesOf(repository, process));
    const answer = routes && answerOf(routes, path, isAccepted);
    expect(answer?.is).toBe(isUnknown ?? (isAccepted(status) ? 'yes' : 'no'));
  });
});
