import type { Engine } from '../../src/apps/databases/engines.js';
import type { DatabaseSetting, DjangoSettings } from '../../src/apps/django/settings.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import { knownValue } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'stale-db-connection',
  title: 'Database connections are used without being tested',
  severity: 'note',
  statuses: [500],
  scope: 'service',
  appliesTo: (service) => service.kind !== 'static' && !service.inferred && service.elsewhere === undefined,
  check,
});

const EFFECT =
  'The database, or the network between, may close a connection that is idle. The next request that is given it fails with 500.';

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const django = await deployment.django(service);
  if (django?.is === 'settings') {
    for (const database of django.databases) {
      if (isStale(django, database)) yield { ...ofDjango(database), trail: django.steps };
    }
  }
  for (const engine of await deployment.engines(service)) {
    if (engine.unpooled || isSqlite(engine.url)) continue;
    if (engine.refreshed === false) yield ofEngine(engine);
    if (engine.refreshed === undefined) {
      yield {
        is: 'undecided',
        at: engine.at,
        why: `Whether connections are tested before use is not decided: not all that ${engine.name} is given can be read.`,
      };
    }
  }
}

/** The setting for the test exists since Django 4.1. A database that is a file has no connection to lose. */
function isStale({ testsConnections }: DjangoSettings, { engine, maxAge, healthChecks }: DatabaseSetting): boolean {
  const age = knownValue(maxAge);
  if (testsConnections !== true || age === undefined || age <= 0 || isSqlite(engine)) return false;
  return healthChecks.is === 'absent' || knownValue(healthChecks) === false;
}

function isSqlite(value: Engine['url']): boolean {
  const values = value.is === 'known' ? [value] : value.is === 'oneOf' ? value.values : [];
  return values.some((each) => each.value.includes('sqlite'));
}

function ofDjango({ alias, maxAge, maxAgeAt }: DatabaseSetting): FindingDraft {
  const age = knownValue(maxAge) ?? 0;
  const kept = age === Infinity ? 'without an end' : `for ${String(age)} s`;
  return {
    is: 'finding',
    at: maxAgeAt,
    label: 'kept, and not tested',
    message: {
      found: `Django keeps each connection of the database \`${alias}\` ${kept} and does not test it before a request uses it.`,
      effect: EFFECT,
      remedy: 'Set `CONN_HEALTH_CHECKS` to `True` beside it; dj-database-url calls it `conn_health_checks`.',
    },
    facts: { database: alias, seconds: age === Infinity ? 'never' : age },
  };
}

function ofEngine({ name, at, steps }: Engine): FindingDraft {
  return {
    is: 'finding',
    at,
    label: 'keeps connections',
    message: {
      found: `\`${name}()\` is called without \`pool_pre_ping\` and \`pool_recycle\`, so connections of the pool are used without being tested.`,
      effect: EFFECT,
      remedy: 'Add `pool_pre_ping=True`.',
    },
    trail: steps,
    facts: { function: name },
  };
}
