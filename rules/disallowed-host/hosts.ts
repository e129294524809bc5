import type { PublicHost } from '../../src/apps/django/host.js';
import type { Texts } from '../../src/apps/django/texts.js';
import { hostEntry, type HostEntry } from '../../src/deployment/hosts.js';

export type ListVerdict =
  | { is: 'fine' }
  | { is: 'near' }
  | { is: 'undecided'; why: string }
  | { is: 'wrong'; kinds: readonly HostEntry[] }
  /** Django refuses the setting itself. */
  | { is: 'no-list' };

/** Whether a list lets requests for the service's own host in. `inferred`: it may be deployed anywhere. */
export function listVerdict({ kind, items, more }: Texts, host: PublicHost, inferred: boolean): ListVerdict {
  if (kind === 'text' || kind === 'set') return { is: 'no-list' };
  const kinds: HostEntry[] = [];
  let doubt = more;
  let near = false;
  for (const item of items) {
    if (item.is === 'unknown') doubt ??= item.why;
    const values =
      item.is === 'known' ? [item.value] : item.is === 'oneOf' ? item.values.map(({ value }) => value) : [];
    const verdicts = values.map((value) => hostEntry(value, host));
    if (verdicts.length > 0 && verdicts.every((each) => each === 'allows')) return { is: 'fine' };
    if (verdicts.includes('allows')) doubt ??= 'an entry depends on a condition that is not decided';
    near ||= verdicts.includes('near');
    kinds.push(...verdicts);
  }
  if (near) return host.assumed ? { is: 'undecided', why: 'the name of the service is not known' } : { is: 'near' };
  if (doubt !== undefined) return { is: 'undecided', why: doubt };
  // A domain may be given to the service in the dashboard.
  const elsewhere = kinds.includes('domain') || (inferred && kinds.some((each) => each.startsWith('other-')));
  if (!elsewhere) return { is: 'wrong', kinds };
  return host.domains.length > 0
    ? { is: 'fine' }
    : { is: 'undecided', why: 'whether the domains it names lead to the service is not known' };
}
