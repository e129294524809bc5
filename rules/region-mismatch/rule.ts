import type { Deployment } from '../../src/deployment/deployment.js';
import { capital, nameOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Fix } from '../../src/model/finding.js';
import type { Location } from '../../src/model/location.js';
import type { Reference, Service, Store } from '../../src/model/service.js';
import { knownValue } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'region-mismatch',
  title: 'A service and the store it uses are in different regions',
  severity: 'warning',
  // What an app answers without its store is its own affair.
  statuses: [],
  scope: 'service',
  // A static site has no region: it only takes values in while it is built.
  appliesTo: (service) => service.kind !== 'static',
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const { privateNetwork, title } = deployment.facts(service);
  if (!privateNetwork) return;
  const own = knownValue(service.region);
  if (own === undefined) return;
  for (const { reference, target } of referencedStores(service, deployment)) {
    const theirs = knownValue(target.region);
    // A region that cannot be read, or a store that this repository does not declare, may well be the same one.
    if (theirs === undefined || theirs === own) continue;
    const store = target.kind === 'postgres' ? 'database' : 'key value store';
    yield {
      is: 'finding',
      at: reference.at,
      label: `in ${theirs}`,
      message: {
        found: `${capital(nameOf(service, 'this service'))} runs in ${own}, but the ${store} \`${reference.name}\` is in ${theirs}.`,
        effect: `${title}'s private network joins only services of one region, so the internal address does not connect and requests that need the ${store} fail.`,
        remedy: `Give both the same region. ${title} does not move what exists: a region changes only by creating it anew.`,
      },
      trail: [
        { at: regionPlace(service), words: `${nameOf(service, 'this service')} is in ${regionWords(service, own)}` },
        { at: regionPlace(target), words: `\`${reference.name}\` is in ${regionWords(target, theirs)}` },
      ],
      fixes: regionFix(service, theirs, deployment),
      facts: { service: own, store: theirs },
    };
  }
}

/** Each store once, at its first mention: one cause, one finding. */
function referencedStores(service: Service, deployment: Deployment): { reference: Reference; target: Store }[] {
  const seen = new Set<Store>();
  return service.env.flatMap(({ reference }) => {
    const target = reference && deployment.resolve(service, reference);
    if (!reference || !target || !isStore(target) || seen.has(target)) return [];
    seen.add(target);
    return [{ reference, target }];
  });
}

function isStore(target: Service | Store): target is Store {
  return target.kind === 'postgres' || target.kind === 'keyvalue';
}

function regionPlace({ region, at }: Service | Store): Location {
  return region.is === 'known' && region.from.by === 'written' ? region.at : at;
}

function regionWords({ region }: Service | Store, name: string): string {
  return region.is === 'known' && region.from.by === 'default' ? `${name}, the default` : name;
}

function regionFix(service: Service, region: string, deployment: Deployment): Fix[] {
  const edits = deployment.edits(service).setRegion(service, region);
  if (!edits) return [];
  return [
    {
      title: `Set the region of the service to ${region}`,
      safety: 'unsafe',
      because: 'A service that already runs cannot change its region.',
      edits,
    },
  ];
}
