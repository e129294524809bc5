import type { Migrations } from '../../src/apps/migrations/migrations.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';

export const rule = defineRule({
  id: 'unapplied-migrations',
  title: 'Nothing applies the migrations',
  severity: 'warning',
  statuses: [500],
  scope: 'service',
  // What builds an inferred service only a dashboard knows.
  appliesTo: (service) => service.kind === 'web' && !service.inferred && service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  for (const migrations of await deployment.migrations(service)) {
    const { tool, applied } = migrations;
    if (applied.is === 'unknown') {
      const why = `Whether something applies the migrations of ${tool} is not decided: ${applied.why}.`;
      yield { is: 'undecided', at: service.at, why };
    }
    if (applied.is === 'no') yield finding(service, migrations);
  }
}

function finding(service: Service, { tool, command, seen }: Migrations): Verdict {
  const { buildCommand, at } = service;
  return {
    is: 'finding',
    at: buildCommand.is === 'known' ? firstLine(buildCommand.at) : at,
    label: 'applies no migrations',
    message: {
      found: `There are migrations of ${tool}, and no command of the service applies them, nor does its code.`,
      effect:
        'Tables or columns that the program asks for are missing in a new database, and after each change: requests that need them answer 500.',
      remedy: `Run \`${command}\` in the pre-deploy command, or at the end of the build.`,
    },
    trail: [{ at: seen, words: `${tool} has migrations` }],
    facts: { tool },
  };
}

function firstLine({ file, range: { start, end } }: Service['at']): Service['at'] {
  return { file, range: { start, end: start.line === end.line ? end : start } };
}
