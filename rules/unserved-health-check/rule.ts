import type { Deployment } from '../../src/deployment/deployment.js';
import { placeWords } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Fix, Message } from '../../src/model/finding.js';
import {
  answerOf,
  healthRoutes,
  nearestRoute,
  type Answer,
  type AppRoute,
  type Routes,
} from '../../src/model/routes.js';
import type { Service } from '../../src/model/service.js';

export const rule = defineRule({
  id: 'unserved-health-check',
  title: 'The app does not answer its health check path',
  severity: 'error',
  statuses: [503],
  scope: 'service',
  // The routes of a prebuilt image, or of another repository, cannot be read here.
  appliesTo: ({ kind, inferred, elsewhere, image }) =>
    kind === 'web' && !inferred && elsewhere === undefined && image.is === 'absent',
  check,
});

type No = Extract<Answer, { is: 'no' }>;

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const { healthCheck, title } = deployment.facts(service);
  const { healthCheckPath } = service;
  if (!healthCheck || healthCheckPath.is !== 'known') return;
  const { at } = healthCheckPath;
  const path = healthCheckPath.value.trim();
  // A path that is not one belongs to the check of the file itself.
  if (!path.startsWith('/')) return;
  const served = await deployment.served(service);
  const isAccepted = within(healthCheck.statuses);
  const answer =
    served.is === 'read' ? answerOf(served.routes, path, isAccepted) : { ...served, is: 'unknown' as const };
  if (answer.is === 'yes') return;
  if (answer.is === 'unknown' || served.is !== 'read') {
    if (answer.is === 'unknown') {
      yield { is: 'undecided', at, why: `Whether the app answers \`${path}\` is not decided: ${answer.why}.` };
    }
    return;
  }
  const { routes } = served;
  const fixes = fixOf(service, deployment, healthCheck.key, routes, isAccepted);
  yield {
    ...finding(answer),
    at,
    message: messageOf(answer, { key: healthCheck.key, path, title, healthCheck, routes, isAccepted }),
    trail: [...routes.steps, ...(answer.because === 'no-route' ? [] : [step(answer)])],
    facts: { path, because: answer.because, platform: title },
    fixes,
  };
}

function finding({ because }: No): Pick<FindingDraft, 'is' | 'label'> {
  return { is: 'finding', label: because === 'no-route' ? 'no such route' : 'not answered as the check needs' };
}

function step(answer: Exclude<No, { because: 'no-route' }>): { at: AppRoute['at']; words: string } {
  const { route, because } = answer;
  const at = because === 'refused' ? (route.refusedAt ?? route.at) : route.at;
  return { at, words: because === 'refused' ? 'refuses what carries no login' : `${route.method} ${route.path}` };
}

function within([first, last]: readonly [number, number]): (status: number) => boolean {
  return (status) => first <= status && status <= last;
}

interface Context {
  key: string;
  path: string;
  title: string;
  healthCheck: { accepts: string; failing: string };
  routes: Routes;
  isAccepted: (status: number) => boolean;
}

function messageOf(answer: No, { key, path, title, healthCheck, routes, isAccepted }: Context): Message {
  const instead = nearestRoute(routes, path, isAccepted);
  const remedy = instead
    ? `Set \`${key}\` to \`${instead.path}\`, which the app answers, or add a route for \`${path}\`.`
    : `Add a route that answers GET \`${path}\` without login, or set \`${key}\` to one that there is.`;
  return {
    found: `${FOUND[answer.because](key, path)}${wordsOn(answer)}`,
    effect: `${title} asks this path by GET and needs ${healthCheck.accepts}. ${healthCheck.failing}`,
    remedy,
  };
}

const FOUND = {
  'no-route': (key: string, path: string) => `\`${key}\` is \`${path}\`, but the app has no such route.`,
  method: (key: string, path: string) => `\`${key}\` is \`${path}\`, which the app does not answer to GET:`,
  refused: (key: string, path: string) => `\`${key}\` is \`${path}\`, which the app refuses without a login:`,
  status: (key: string, path: string) => `\`${key}\` is \`${path}\`, which the app does not answer with success:`,
} as const;

function wordsOn(answer: No): string {
  if (answer.because === 'no-route') return '';
  const { route } = answer;
  if (answer.because === 'status') return ` it sends ${(route.statuses ?? []).join(' or ')}.`;
  if (answer.because === 'method') return ` that route is for ${route.method} only.`;
  return ` see ${placeWords(route.refusedAt ?? route.at)}.`;
}

/** Only where the app has one route for this purpose: of several, one may be meant for another reader. */
function fixOf(
  service: Service,
  deployment: Deployment,
  key: string,
  routes: Routes,
  isAccepted: (status: number) => boolean,
): readonly Fix[] {
  const [only, ...others] = healthRoutes(routes, isAccepted);
  const edits =
    only && others.length === 0 ? deployment.edits(service).setHealthCheckPath(service, only.path) : undefined;
  return only && edits ? [{ title: `Set ${key} to ${only.path}`, safety: 'safe', edits }] : [];
}
