import type { DependencyFault } from '../../src/apps/dependencies/faults.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { nameOf } from '../../src/deployment/prose.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import { failingMessage, missingMessage } from './messages.js';

export const rule = defineRule({
  id: 'missing-dependency',
  title: 'A command needs a package that nothing installs',
  severity: 'error',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  for (const fault of await deployment.dependencies(service)) yield verdict(service, deployment, fault);
}

function verdict(service: Service, deployment: Deployment, fault: DependencyFault): Verdict {
  const { at, steps } = fault;
  const name = nameOf(service);
  switch (fault.is) {
    case 'undecided':
      return {
        is: 'undecided',
        at,
        why:
          fault.name === undefined
            ? `Whether all that ${name} needs is installed is not decided: ${fault.why}.`
            : `Whether \`${fault.name}\`, which ${name} needs, is installed is not decided: ${fault.why}.`,
      };
    case 'failing':
      return {
        is: 'finding',
        at,
        label: 'needs a lockfile',
        message: failingMessage(name, fault),
        trail: steps.slice(0, -1),
        facts: { cause: 'no-lockfile', command: fault.phase },
        ...(fault.phase !== 'start' && { statuses: [] }),
      };
    case 'missing': {
      const [want] = fault.wants;
      const { lack } = fault;
      return {
        is: 'finding',
        at,
        label: lack.is === 'omitted' ? 'leaves it out' : 'not installed',
        message: missingMessage(name, fault, deployment.facts(service).title),
        // Where the place is that of the install, the chain shows what needs the package.
        trail: trailOf(fault),
        facts: { cause: lack.is, package: lack.package, command: fault.phase, name: want?.name ?? '' },
        ...(fault.phase !== 'start' && { statuses: [] }),
      };
    }
  }
}

function trailOf({ lack, wants, steps }: Extract<DependencyFault, { is: 'missing' }>): DependencyFault['steps'] {
  const [want] = wants;
  if (lack.is === 'not-listed' || lack.is === 'other-folder') return steps.slice(0, -1);
  const omission =
    lack.is === 'omitted' && lack.omission.by !== 'option'
      ? [{ at: lack.omission.at, words: `\`${lack.omission.text}\` is set` }]
      : [];
  return [...omission, ...(want?.steps ?? [])];
}
