import type { Deployment } from '../../src/deployment/deployment.js';
import { capital, nameOf } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type UndecidedDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Missing, TargetFault } from '../../src/apps/targets/faults.js';
import type { Fix } from '../../src/model/finding.js';
import type { Service } from '../../src/model/service.js';
import { besideMessage, missingMessage } from './messages.js';

export const rule = defineRule({
  id: 'missing-start-target',
  title: 'A command names a file, script or module that is not there',
  severity: 'error',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  for (const fault of await deployment.targets(service)) yield verdict(service, deployment, fault);
}

function verdict(service: Service, deployment: Deployment, fault: TargetFault): Verdict {
  const command = `the ${COMMAND[fault.is === 'ends' || fault.is === 'outside' ? 'start' : fault.phase]} of ${nameOf(service)}`;
  switch (fault.is) {
    case 'undecided':
      return undecided(fault, `What ${command} starts is not decided: ${fault.why}.`);
    case 'may-be-made':
      return undecided(
        fault,
        `Whether \`${fault.name}\`, which ${command} needs, is there when it runs is not decided: ${fault.why ?? 'the build would have to make it'}.`,
      );
    case 'missing':
      return {
        ...finding(fault),
        label: 'not there',
        message: missingMessage(fault, command),
        facts: { what: fault.what, name: fault.name, path: fault.path, command: fault.phase },
        fixes: madeFix(fault),
        ...(fault.phase !== 'start' && { statuses: [] }),
      };
    case 'ends':
      return {
        ...finding(fault),
        label: 'ends here',
        message: {
          found: `${capital(command)} leaves nothing running: ${fault.why}.`,
          effect: 'The platform takes the service for ended, and every request is answered 502.',
          remedy: 'Let the command end with the server in the foreground.',
        },
        facts: { what: 'ends', command: 'start' },
      };
    case 'not-executable':
      return {
        ...finding(fault),
        severity: 'warning',
        label: 'run by its path',
        message: {
          found: `${capital(command)} runs \`${fault.path}\` by its path, but git records that file as not executable.`,
          effect: 'The shell refuses it with "Permission denied", and the command fails.',
          remedy: `Run \`git update-index --chmod=+x ${fault.path}\` and commit it, or run it with \`bash\`.`,
        },
        facts: { what: 'not-executable', path: fault.path, command: fault.phase },
        ...(fault.phase !== 'start' && { statuses: [] }),
      };
    case 'outside':
      return {
        ...finding(fault),
        label: `outside ${fault.root}`,
        message: {
          found: `${capital(command)} runs \`${fault.path}\`, which is outside the folder of the service, \`${fault.root}\`.`,
          effect: `${deployment.facts(service).title} gives a service only the files in its folder, so the program is not there and every request is answered 502.`,
          remedy: 'Set the folder of the service to one that holds all it runs, and name the paths from there.',
        },
        facts: { what: 'outside', path: fault.path, command: 'start' },
      };
    case 'beside':
      return {
        ...finding(fault),
        severity: 'warning',
        label:
          fault.image === undefined ? 'runs at the root of the repository' : 'built from the root of the repository',
        message: besideMessage(fault, command, nameOf(service)),
        facts: { what: 'beside', folder: fault.folder, name: fault.name, command: fault.phase },
        fixes: besideFix(service, deployment, fault),
        ...(fault.phase !== 'start' && { statuses: [] }),
      };
  }
}

const COMMAND = { build: 'build', 'pre-deploy': 'pre-deploy command', start: 'start command' } as const;

function finding({ at, steps }: TargetFault): Pick<FindingDraft, 'is' | 'at' | 'trail'> {
  return { is: 'finding', at, trail: steps.slice(0, -1) };
}

function undecided({ at }: TargetFault, why: string): UndecidedDraft {
  return { is: 'undecided', at, why };
}

/** The compiler adds folders to the path; nothing else differs. */
function madeFix({ made }: Missing): readonly Fix[] {
  if (!made?.edit) return [];
  return [{ title: `Name ${made.edit.text}`, safety: 'safe', edits: [made.edit] }];
}

function besideFix(
  service: Service,
  deployment: Deployment,
  { folder, image }: Extract<TargetFault, { is: 'beside' }>,
): readonly Fix[] {
  const all = deployment.edits(service);
  const isContext = image === 'files';
  const edits = isContext ? all.setDockerContext(service, folder) : all.setRoot(service, folder);
  const title = isContext ? `Set dockerContext to ./${folder}` : `Set rootDir to ${folder}`;
  return edits ? [{ title, safety: 'safe', edits }] : [];
}
