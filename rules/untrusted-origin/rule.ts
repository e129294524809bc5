import type { PublicHost } from '../../src/apps/django/host.js';
import type { DjangoSettings } from '../../src/apps/django/settings.js';
import type { Texts } from '../../src/apps/django/texts.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { originEntry } from '../../src/deployment/hosts.js';
import { listOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Message } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';

export const rule = defineRule({
  id: 'untrusted-origin',
  title: 'CSRF_TRUSTED_ORIGINS lacks the host of the service',
  severity: 'warning',
  statuses: [403],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const host = deployment.publicHost(service);
  if (!host) return;
  const django = await deployment.django(service);
  if (django?.is !== 'settings' || django.originsAreCompared !== true || !django.hasForms) return;
  const { forwardedScheme, trustedOrigins } = django;
  // With the scheme of the request, Django takes a form's own origin for granted.
  if (forwardedScheme.is === 'trusted') return;
  const judgement = verdictOf(django, host);
  if (judgement === 'trusted') return;
  if (judgement !== 'lacks' || forwardedScheme.is === 'unknown') {
    const why = forwardedScheme.is === 'unknown' ? forwardedScheme.why : judgement;
    yield { is: 'undecided', at: trustedOrigins.at, why: `Whether Django accepts forms is not decided: ${why}.` };
    return;
  }
  const edits = deployment.djangoEdits(django).trustOrigin(host.variable);
  const title = `Add the host in ${host.variable} to CSRF_TRUSTED_ORIGINS`;
  yield {
    is: 'finding',
    at: trustedOrigins.at,
    label: trustedOrigins.value.is === 'absent' ? 'nothing sets CSRF_TRUSTED_ORIGINS here' : 'written here',
    message: messageOf(django, host, deployment.facts(service).title),
    trail: django.steps,
    facts: { host: host.host },
    ...(edits && { fixes: [{ title, safety: 'safe' as const, edits }] }),
  };
}

/** `trusted`, `lacks`, or why it cannot be told. */
function verdictOf({ trustedOrigins: { value } }: DjangoSettings, host: PublicHost): string {
  if (value.is === 'absent') return 'lacks';
  if (value.is === 'unknown') return value.why;
  const lists = value.is === 'known' ? [value.value] : value.values.map((each) => each.value);
  const verdicts = new Set(lists.map((list) => listVerdict(list, host)));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? only : 'it depends on a condition that is not decided';
}

function listVerdict({ items, more }: Texts, host: PublicHost): string {
  let doubt = more;
  for (const item of items) {
    if (item.is === 'absent') continue;
    if (item.is !== 'known') {
      doubt ??= 'an entry cannot be read';
      continue;
    }
    const entry = originEntry(item.value, host);
    if (entry === 'trusts') return 'trusted';
    if (entry === 'domain') doubt ??= `whether \`${item.value}\` is an origin of the service is not known`;
  }
  return doubt ?? 'lacks';
}

function messageOf({ trustedOrigins: { value, unset } }: DjangoSettings, host: PublicHost, title: string): Message {
  const names = listOf(unset);
  const origin = host.assumed ? 'the origin of the service' : `\`https://${host.host}\``;
  return {
    found:
      value.is === 'absent'
        ? '`CSRF_TRUSTED_ORIGINS` is not set, and Django does not see that requests come by https.'
        : unset.length > 0
          ? `\`CSRF_TRUSTED_ORIGINS\` is read from ${names}, which the service does not set (unless in the dashboard), and lacks ${origin}.`
          : `\`CSRF_TRUSTED_ORIGINS\` lacks ${origin}, and Django does not see that requests come by https.`,
    effect: `A browser sends ${origin} with a form; Django takes its own origin for http, as ${title}'s edge passes requests on, and answers the form with 403.`,
    remedy: `Add ${host.assumed ? 'that origin' : origin} to \`CSRF_TRUSTED_ORIGINS\`, or set \`SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\`.`,
  };
}
