import type { ClientRouting } from '../../src/apps/static/routing.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { capital, nameOf } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Fix, Message, Step } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';
import { judgeRoutes, type Because, type RouteJudgement } from './routes.js';

export const rule = defineRule({
  id: 'missing-spa-rewrite',
  title: 'A static site with client-side routes does not rewrite every path to its index page',
  severity: 'error',
  statuses: [301, 404],
  scope: 'service',
  // The routes of a site that no file declares are set in the dashboard.
  appliesTo: (service) => service.kind === 'static' && !service.inferred && service.elsewhere === undefined,
  check,
});

type History = Extract<ClientRouting, { is: 'history' }>;

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  // Where the platform has no such routes, their absence says nothing.
  if (!deployment.facts(service).rewrite) return;
  const routes = judgeRoutes(service);
  if (routes.is === 'rewritten') return;
  const routing = await deployment.clientRouting(service);
  switch (routing.is) {
    case 'none':
      return;
    case 'undecided':
      yield {
        is: 'undecided',
        at: routing.at,
        why: `Whether ${nameOf(service, 'the site')} needs a rewrite to its index page is not decided: ${routing.why}.`,
      };
      return;
    case 'history':
      yield verdict(service, deployment, routing, routes);
  }
}

function verdict(
  service: Service,
  deployment: Deployment,
  routing: History,
  routes: Exclude<RouteJudgement, { is: 'rewritten' }>,
): Verdict {
  if (routes.is === 'undecided') {
    return {
      is: 'undecided',
      at: routes.route.at,
      why: `Whether every page of ${nameOf(service, 'the site')} is rewritten is not decided: ${routes.why}.`,
    };
  }
  const router = `\`${routing.name}\` of ${routing.library}`;
  const routerStep: Step = { at: routing.at, words: `${router} takes the routes from the address` };
  const finding: FindingDraft = {
    is: 'finding',
    at: service.at,
    ...(routes.is === 'missing' && { label: 'no rewrite here' }),
    message: messageOf(service, deployment, routing, routes, router),
    trail: [...routing.trail, routerStep, ...routeSteps(routes)],
    facts: {
      library: routing.library,
      router: routing.name,
      routes: routes.is === 'ineffective' ? routes.because : routes.is,
    },
    fixes: fixesOf(service, deployment, routes),
    statuses: isRedirected(routes) ? [301] : [404],
  };
  const [refused] = service.refusedRoutes;
  return refused ? { ...finding, explainedBy: refused.at } : finding;
}

function messageOf(
  service: Service,
  deployment: Deployment,
  routing: History,
  routes: Exclude<RouteJudgement, { is: 'rewritten' | 'undecided' }>,
  router: string,
): Message {
  const { title } = deployment.facts(service);
  const unread = routing.otherHosts.map(({ file }) => file);
  return {
    found: `${capital(nameOf(service, 'the site'))} routes in the browser (${router}), ${routesWords(routes)}.`,
    effect: isRedirected(routes)
      ? 'Whoever opens or reloads any other page is sent to the start page.'
      : 'Every page but the start page answers 404 when it is opened directly or reloaded, unless the dashboard holds such a rewrite.',
    remedy: [remedyOf(routes), ...(unread.length > 0 ? [`${title} does not read ${listOf(unread)}.`] : [])].join(' '),
  };
}

/** The other faults answer 404. */
function isRedirected(routes: RouteJudgement): boolean {
  return routes.is === 'ineffective' && routes.because === 'redirect';
}

const INEFFECTIVE: Readonly<Record<Because, { found: string; remedy: string; step: string }>> = {
  redirect: {
    found: 'is a redirect',
    remedy: 'Make it a rewrite (`type: rewrite`).',
    step: 'this redirect changes the address to that of the start page',
  },
  'no-wildcard': {
    found: 'has no wildcard that matches every path',
    remedy: 'Give a rewrite to `/index.html` the source `/*`.',
    step: 'this source matches few paths',
  },
  destination: {
    found: 'leads to no page of the site',
    remedy: 'Give it the destination `/index.html`; the path starts at the publish directory.',
    step: 'this destination is no file of the site',
  },
};

/** The second half of the first sentence. */
function routesWords(routes: Exclude<RouteJudgement, { is: 'rewritten' | 'undecided' }>): string {
  switch (routes.is) {
    case 'missing':
      return 'but no route rewrites `/*` to `/index.html`';
    case 'shadowed':
      return `but its rewrite to \`/index.html\` is never reached: the ${routes.by.type} from \`${routes.by.source}\` to \`${routes.by.destination}\` above it matches every path`;
    case 'ineffective': {
      const { source, destination } = routes.route;
      return `but its route from \`${source}\` to \`${destination}\` ${INEFFECTIVE[routes.because].found}`;
    }
  }
}

function remedyOf(routes: Exclude<RouteJudgement, { is: 'rewritten' | 'undecided' }>): string {
  switch (routes.is) {
    case 'missing':
      return 'Add a route that rewrites `/*` to `/index.html`.';
    case 'shadowed':
      return 'Move the rewrite above it, or narrow the source of the other route.';
    case 'ineffective':
      return INEFFECTIVE[routes.because].remedy;
  }
}

/** The place of the route that is at fault. */
function routeSteps(routes: Exclude<RouteJudgement, { is: 'rewritten' | 'undecided' }>): readonly Step[] {
  switch (routes.is) {
    case 'missing':
      return [];
    case 'shadowed':
      return [
        { at: routes.by.at, words: `this ${routes.by.type} matches every path` },
        { at: routes.route.at, words: 'so this rewrite is never reached' },
      ];
    case 'ineffective':
      return [{ at: routes.route.at, words: INEFFECTIVE[routes.because].step }];
  }
}

/** A rewrite is added at the end, so it only helps where no route before it matches every path. */
function fixesOf(service: Service, deployment: Deployment, routes: RouteJudgement): readonly Fix[] {
  const helps = routes.is === 'missing' || (routes.is === 'ineffective' && routes.because === 'no-wildcard');
  // A route that the platform refuses may be that rewrite: it has to be put right first.
  if (!helps || service.refusedRoutes.length > 0) return [];
  const edits = deployment.edits(service).addIndexRewrite(service);
  return edits ? [{ title: 'Rewrite /* to /index.html', safety: 'safe', edits }] : [];
}

function listOf(files: readonly string[]): string {
  const last = files.at(-1) ?? '';
  return files.length < 2 ? last : `${files.slice(0, -1).join(', ')} or ${last}`;
}
