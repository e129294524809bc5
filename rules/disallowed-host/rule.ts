import type { PublicHost } from '../../src/apps/django/host.js';
import type { DjangoSettings, Setting } from '../../src/apps/django/settings.js';
import type { Texts } from '../../src/apps/django/texts.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { allows, type HostEntry } from '../../src/deployment/hosts.js';
import { listOf } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Fix, Message } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';
import type { Value } from '../../src/model/value.js';
import { listVerdict, type ListVerdict } from './hosts.js';
import { trustedHosts } from './trusted-hosts.js';

export const rule = defineRule({
  id: 'disallowed-host',
  title: "Django's ALLOWED_HOSTS lacks the host of the service",
  severity: 'error',
  statuses: [400],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const host = deployment.publicHost(service);
  if (!host) return;
  const django = await deployment.django(service);
  if (!django) {
    yield* trustedHosts(service, deployment, host);
    return;
  }
  if (django.is === 'undecided') {
    yield { is: 'undecided', at: django.at, why: `What ALLOWED_HOSTS holds is not decided: ${django.why}.` };
    return;
  }
  const setting = django.allowedHosts;
  const verdict = settingVerdict(setting.value, host, service.inferred);
  switch (verdict.is) {
    case 'fine':
      yield* missingDomains(setting, django, host);
      return;
    case 'undecided':
      yield {
        is: 'undecided',
        at: setting.at,
        why: `Whether ALLOWED_HOSTS has the host is not decided: ${verdict.why}.`,
      };
      return;
    default:
      if (verdict.is !== 'no-list' && !django.looksAtHosts) {
        const why = 'MIDDLEWARE lacks CommonMiddleware, so that whether anything looks at the host is not decided.';
        yield { is: 'undecided', at: django.middleware.at, why };
        return;
      }
      yield finding(verdict, { service, deployment, django, host });
  }
}

/** Of several possible lists, only what holds for all of them is told. */
function settingVerdict(value: Value<Texts>, host: PublicHost, inferred: boolean): ListVerdict {
  if (value.is === 'absent') return { is: 'wrong', kinds: [] };
  if (value.is === 'unknown') return { is: 'undecided', why: value.why };
  const lists = value.is === 'known' ? [value.value] : value.values.map((each) => each.value);
  const verdicts = lists.map((list) => listVerdict(list, host, inferred));
  const [first] = verdicts;
  const alike = verdicts.every(({ is }) => is === first?.is);
  return first && alike ? first : { is: 'undecided', why: 'it depends on a condition that is not decided' };
}

interface Context {
  service: Service;
  deployment: Deployment;
  django: DjangoSettings;
  host: PublicHost;
}

function finding(verdict: Exclude<ListVerdict, { is: 'fine' | 'undecided' }>, context: Context): FindingDraft {
  const { django, deployment, host } = context;
  const { allowedHosts } = django;
  const edits = verdict.is === 'no-list' ? undefined : deployment.djangoEdits(django).allowHost(host.variable);
  const title = `Add the host in ${host.variable} to ALLOWED_HOSTS`;
  const fix: Fix | undefined = edits && { title, safety: 'safe', edits };
  return {
    is: 'finding',
    at: allowedHosts.at,
    label: allowedHosts.value.is === 'absent' ? 'nothing sets ALLOWED_HOSTS here' : 'written here',
    ...(verdict.is === 'near' && { severity: 'note' as const }),
    ...(verdict.is === 'no-list' && { statuses: [502] }),
    message: messageOf(verdict, context),
    trail: django.steps,
    facts: { host: host.host, hosts: shown(allowedHosts.value) },
    ...(fix && { fixes: [fix] }),
  };
}

function messageOf(verdict: Exclude<ListVerdict, { is: 'fine' | 'undecided' }>, context: Context): Message {
  const { deployment, service, host, django } = context;
  const { title } = deployment.facts(service);
  const own = host.assumed ? `the host that ${title} gives the service` : `\`${host.host}\``;
  const append = `Add the host that ${title} puts in \`${host.variable}\` to \`ALLOWED_HOSTS\`.`;
  if (verdict.is === 'no-list') {
    return {
      found: `\`ALLOWED_HOSTS\` is ${shown(django.allowedHosts.value)}, which is neither a list nor a tuple.`,
      effect: 'Django refuses it when it starts, so the process ends.',
      remedy: `Make it a list. ${append}`,
    };
  }
  if (verdict.is === 'near') {
    return {
      found: `\`ALLOWED_HOSTS\` is ${shown(django.allowedHosts.value)}, which names the service with four characters added.`,
      effect: `${title} adds them only where the name is taken: under ${own} Django answers each request with 400.`,
      remedy: append,
    };
  }
  return {
    found: foundWords(django.allowedHosts, verdict.kinds),
    effect: `Django answers each request for ${own} with 400.`,
    remedy: append,
  };
}

function foundWords({ value, unset }: Setting<Texts>, kinds: readonly HostEntry[]): string {
  if (value.is === 'absent') return '`ALLOWED_HOSTS` is not set, so it is empty.';
  const list = shown(value);
  if (unset.length > 0) {
    const names = listOf(unset);
    const [subject, verb] = unset.length > 1 ? ['The variables', 'are'] : ['The variable', 'is'];
    return `${subject} ${names} ${verb} not set for the service (unless in the dashboard), which leaves \`ALLOWED_HOSTS\` at ${list}.`;
  }
  return `\`ALLOWED_HOSTS\` is ${list}${because(kinds)}.`;
}

function because(kinds: readonly HostEntry[]): string {
  const [first] = kinds;
  if (first === undefined) return '';
  if (kinds.includes('other-service')) return ', which names another service';
  if (kinds.includes('other-platform')) return ', which names a host of another platform';
  if (kinds.includes('malformed')) {
    return ', where an entry is more than a host: with a scheme, a port, a path, a space or `*.` it matches none';
  }
  return kinds.length > 1 ? ', which are local names only' : ', a local name only';
}

/** The list as Python would show it. */
function shown(value: Value<Texts>): string {
  if (value.is === 'absent') return '`[]`';
  const lists =
    value.is === 'known' ? [value.value] : value.is === 'oneOf' ? value.values.map((each) => each.value) : [];
  return lists.map((list) => `\`${listed(list)}\``).join(' or ');
}

/** Entries of a list that are shown. */
const MAX_SHOWN = 6;

function listed({ kind, items }: Texts): string {
  const entries = items.slice(0, MAX_SHOWN).map((item) => (item.is === 'known' ? `'${item.value}'` : '…'));
  if (items.length > MAX_SHOWN) entries.push('…');
  if (kind === 'text') return entries.join('');
  const [open, close] =
    kind === 'list' ? ['[', ']'] : kind === 'tuple' ? ['(', items.length === 1 ? ',)' : ')'] : ['{', '}'];
  return `${open}${entries.join(', ')}${close}`;
}

/** Domains that the service declares, in its platform's file, have to be let in as well. */
function* missingDomains(setting: Setting<Texts>, django: DjangoSettings, host: PublicHost): Generator<Verdict> {
  const { value } = setting;
  if (value.is !== 'known' || value.value.more !== undefined) return;
  const known = value.value.items.flatMap((item) => (item.is === 'known' ? [item.value] : []));
  // An entry that cannot be read may be the domain.
  if (known.length < value.value.items.length) return;
  for (const domain of host.domains) {
    if (known.some((pattern) => allows(pattern, domain))) continue;
    yield {
      is: 'finding',
      at: setting.at,
      label: 'written here',
      message: {
        found: `\`ALLOWED_HOSTS\` is ${shown(value)}, without \`${domain}\`, a domain of the service.`,
        effect: `Django answers each request for \`${domain}\` with 400.`,
        remedy: `Add \`${domain}\` to \`ALLOWED_HOSTS\`.`,
      },
      trail: django.steps,
      facts: { host: domain, hosts: shown(value) },
    };
  }
}
