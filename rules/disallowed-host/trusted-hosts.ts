import type { PublicHost } from '../../src/apps/django/host.js';
import type { Texts } from '../../src/apps/django/texts.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import type { Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import type { Value } from '../../src/model/value.js';
import { listVerdict } from './hosts.js';

/** Starlette's TrustedHostMiddleware, which FastAPI has under its own name, too. */
export async function* trustedHosts(
  service: Service,
  deployment: Deployment,
  host: PublicHost,
): AsyncGenerator<Verdict> {
  const found = await deployment.trustedHosts(service);
  if (!found) return;
  const { hosts, at, conditional } = found;
  const undecided = (why: string): Verdict => {
    return { is: 'undecided', at, why: `Whether TrustedHostMiddleware lets the host in is not decided: ${why}.` };
  };
  if (conditional || hosts.is === 'oneOf') {
    yield undecided('it depends on a condition that is not decided');
    return;
  }
  if (hosts.is === 'unknown') yield undecided(hosts.why);
  if (hosts.is !== 'known') return;
  const { value } = hosts;
  const verdict = listVerdict(asDjango(value), host, service.inferred);
  if (verdict.is === 'undecided') yield undecided(verdict.why);
  if (verdict.is !== 'wrong' && verdict.is !== 'near') return;
  const { title } = deployment.facts(service);
  const own = host.assumed ? `the host that ${title} gives the service` : `\`${host.host}\``;
  const wildcard = `*${host.suffix}`;
  yield {
    is: 'finding',
    at,
    label: 'lets other hosts in only',
    statuses: [400],
    ...(verdict.is === 'near' && { severity: 'note' as const }),
    message: {
      found: `\`allowed_hosts\` of TrustedHostMiddleware is ${shown(value)}, which does not match ${own}.`,
      effect: 'It answers each request for that host with 400.',
      remedy: `Add the host that ${title} puts in \`${host.variable}\`, or \`${wildcard}\`.`,
    },
    facts: { host: host.host, hosts: shown(value) },
  };
}

/** The list as Django would have to have it to let the same hosts in (starlette/middleware/trustedhost.py). */
function asDjango({ kind, items, more }: Texts): Texts {
  const turn = kind === 'text' ? characters : pattern;
  const turned = (item: Value<string>): Value<string> => {
    if (item.is === 'oneOf')
      return { ...item, values: item.values.map((each) => ({ ...each, value: turn(each.value) })) };
    return item.is === 'known' ? { ...item, value: turn(item.value) } : item;
  };
  const redirected = items.flatMap((item) =>
    item.is === 'known' && item.value.startsWith('www.') && kind !== 'text'
      ? [{ ...item, value: pattern(item.value.slice('www.'.length)) }]
      : [],
  );
  return { kind: 'list', items: [...items.map(turned), ...redirected], ...(more !== undefined && { more }) };
}

/** No host. */
const NONE = '*.';

/**
 * `*.example.com` stands for what Django writes `.example.com`, and the other way round means nothing. Capital letters
 * are not those of a host.
 */
function pattern(written: string): string {
  if (written !== written.toLowerCase() || written.startsWith('.')) return NONE;
  return written.startsWith('*.') ? written.slice(1) : written;
}

/** A text is gone through by its characters, of which a star lets every host in. */
function characters(written: string): string {
  return written.includes('*') ? '*' : NONE;
}

function shown({ kind, items }: Texts): string {
  const [only] = items;
  if (kind === 'text') return `the text \`${only?.is === 'known' ? `'${only.value}'` : '…'}\``;
  const texts = items.slice(0, 6).map((item) => (item.is === 'known' ? `'${item.value}'` : '…'));
  return `\`[${[...texts, ...(items.length > 6 ? ['…'] : [])].join(', ')}]\``;
}
