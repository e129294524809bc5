import type { DjangoSettings } from '../../src/apps/django/settings.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Message } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';
import { judge } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'ssl-redirect-loop',
  title: 'Django redirects every request to itself',
  severity: 'error',
  statuses: [301],
  scope: 'service',
  // Nothing stands before a private service or a worker that speaks https.
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

const MIDDLEWARE = 'django.middleware.security.SecurityMiddleware';

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const django = await deployment.django(service);
  if (django?.is !== 'settings') return;
  const { sslRedirect, forwardedScheme } = django;
  if (sslRedirect.value.is === 'absent' || lacksMiddleware(django)) return;
  const judgement = judge(sslRedirect.value, (on) => on);
  if (judgement === 'fine' || forwardedScheme.is === 'trusted') return;
  const undecided = (why: string): Verdict => ({ is: 'undecided', at: sslRedirect.at, why });
  if (judgement === 'undecided') {
    const why = sslRedirect.value.is === 'unknown' ? sslRedirect.value.why : 'it depends on a condition';
    yield undecided(`Whether SECURE_SSL_REDIRECT is on is not decided: ${why}.`);
    return;
  }
  if (forwardedScheme.is === 'unknown') {
    yield undecided(`Whether Django sees https behind the edge is not decided: ${forwardedScheme.why}.`);
    return;
  }
  const edits = deployment.djangoEdits(django).trustForwardedScheme();
  const title = 'Set SECURE_PROXY_SSL_HEADER';
  yield {
    is: 'finding',
    at: sslRedirect.at,
    label: 'on in this service',
    message: messageOf(django, deployment.facts(service).title),
    trail: django.steps,
    facts: { server: django.process?.program.name ?? '' },
    ...(edits && { fixes: [{ title, safety: 'safe' as const, edits }] }),
  };
}

/** Without the middleware, the setting does nothing. */
function lacksMiddleware({ middleware: { value } }: DjangoSettings): boolean {
  if (value.is === 'absent') return true;
  if (value.is !== 'known' || value.value.more !== undefined) return false;
  return value.value.items.every((item) => item.is === 'known' && item.value !== MIDDLEWARE);
}

function messageOf({ process }: DjangoSettings, title: string): Message {
  const server = process?.program.name ?? 'the server';
  return {
    found:
      '`SECURE_SSL_REDIRECT` is on, and nothing tells Django that a request came by https: `SECURE_PROXY_SSL_HEADER` is not set.',
    effect: `${title}'s edge passes requests on as plain http, and ${server} does not take the scheme from its header, so Django answers each with a redirect to the address that was asked for: a loop.`,
    remedy: "Set `SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')`.",
  };
}
