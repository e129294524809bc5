import type { Deployment } from '../../src/deployment/deployment.js';
import { nameOf, placeWords } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import { healthRoutes, type AppRoute } from '../../src/model/routes.js';
import type { Service } from '../../src/model/service.js';
import { knownValue } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'missing-health-check',
  title: 'A web service has no health check path',
  severity: 'warning',
  statuses: [503],
  scope: 'service',
  // Static sites, workers, cron jobs and private services answer no public requests, or have no such key.
  // Of an inferred service only a dashboard knows the path.
  appliesTo: (service) => service.kind === 'web' && !service.inferred,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const { healthCheck, title } = deployment.facts(service);
  if (!healthCheck) return;
  if (!isUnset(service)) return;
  const image = knownValue(service.image);
  const route = await healthRoute(service, deployment, healthCheck.statuses);
  const edits = route && deployment.edits(service).setHealthCheckPath(service, route.path);
  const { key } = healthCheck;
  yield {
    is: 'finding',
    at: service.at,
    // An image is built elsewhere: whether it has a health route cannot be seen here.
    ...(image !== undefined && { severity: 'note' as const }),
    message: {
      found: `${nameOf(service, 'This web service')} has no \`${key}\`.`,
      effect: `${healthCheck.without} A version that starts but cannot answer gets the traffic, and its requests fail until someone notices.`,
      remedy: route
        ? `Set \`${key}\` to \`${route.path}\`, which the app answers (${placeWords(route.at)}).`
        : `Set \`${key}\` to a path that the app answers with ${healthCheck.accepts} by GET, without login.`,
    },
    facts: { key, platform: title, ...(route && { path: route.path }) },
    ...(edits && { fixes: [{ title: `Set ${key} to ${route.path}`, safety: 'safe', edits }] }),
  };
}

/** A route of the app that is obviously meant for this. */
async function healthRoute(
  service: Service,
  deployment: Deployment,
  [first, last]: readonly [number, number],
): Promise<AppRoute | undefined> {
  const served = await deployment.served(service);
  if (served.is !== 'read') return undefined;
  const [route] = healthRoutes(served.routes, (status) => first <= status && status <= last);
  return route;
}

/** An empty text sets no path. A value that cannot be read may be one: silent. */
function isUnset({ healthCheckPath }: Service): boolean {
  return healthCheckPath.is === 'absent' || knownValue(healthCheckPath)?.trim() === '';
}
