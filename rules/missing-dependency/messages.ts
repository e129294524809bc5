import type { DependencyFault, Want } from '../../src/apps/dependencies/faults.js';
import { capital, code, isInScript, listOf } from '../../src/deployment/prose.js';
import type { Message } from '../../src/model/finding.js';

type Missing = Extract<DependencyFault, { is: 'missing' }>;
type Failing = Extract<DependencyFault, { is: 'failing' }>;

/** What to say of packages that are not installed. `service` and `platform` are names as a sentence has them. */
export function missingMessage(service: string, fault: Missing, platform: string): Message {
  const { lack, wants } = fault;
  const needs = wantsWords(service, wants);
  const effect = effectOf(fault);
  switch (lack.is) {
    case 'no-install':
      if (fault.dockerfile !== undefined) return inImageMessage(needs, lack, fault, fault.dockerfile);
      return {
        found: `${needs}, but ${uninstalled(fault, lack)}.`,
        effect: `${platform} installs nothing by itself for this service. ${effect}`,
        remedy: installRemedy(fault, lack),
      };
    case 'other-folder':
      return {
        found: `${needs}, which is installed in ${foldersWords(lack.folders)} only; the command does not look there.`,
        effect,
        remedy: `Run it with \`npx ${wants[0]?.name ?? ''}\`, or in the folder where it is installed.`,
      };
    case 'omitted': {
      const { install, omission } = lack;
      const packages = listOf(unique(wants.map((want) => want.package)));
      return {
        found: `${needs}, which package.json lists in \`${lack.list}\` only, and \`${install.name}\` leaves these out: \`${omission.text}\` is ${omission.by === 'option' ? 'given' : 'set'}.`,
        effect,
        remedy:
          omission.by === 'option'
            ? `Remove \`${omission.text}\`, or move ${packages} to \`dependencies\`.`
            : `Move ${packages} to \`dependencies\`, or install with \`${install.name} ${includeOption(install.name)}\`.`,
      };
    }
    case 'not-listed':
      return {
        found: `${needs}, but ${lack.file === '' ? 'nothing that the build installs brings it' : `\`${lack.file}\`, which ${installer(fault)}, does not list ${wants.length > 1 ? 'them' : 'it'}`}.`,
        effect,
        remedy: `Add ${listOf(unique(wants.flatMap(({ line = [] }) => line)))} to ${lack.file === '' ? 'what the build installs' : `\`${lack.file}\``}${lack.file.endsWith('package.json') ? ', with the version that you use' : ''}.`,
      };
  }
}

/** What is not said in the terms of a build command: a stage of an image installs, or it does not. */
function inImageMessage(needs: string, lack: NoInstall, fault: Missing, dockerfile: string): Message {
  const { wants, phase } = fault;
  const { listedIn, folder, package: name } = lack;
  const isNode = listedIn?.endsWith('package.json') === true || (wants[0] !== undefined && isJavaScript(wants[0]));
  const where = isNode && listedIn !== undefined ? ` for \`${folder === '/' ? '/' : `${folder}/`}\`` : '';
  const stage = phase === 'start' ? 'the last stage' : 'its stage';
  const install = isNode ? 'npm ci' : installOf(listedIn);
  return {
    found: `${needs}, but in \`${dockerfile}\` nothing installs \`${name}\`${where}${isNode ? `, and ${stage} copies no node_modules that has it` : ''}.`,
    effect: effectOf(fault),
    remedy: isNode
      ? `Add \`RUN ${install}\` to ${stage}, or copy node_modules from the stage that installs it.`
      : `Add \`RUN ${install}\`${listedIn === undefined ? ` with a list that has \`${name}\`` : ''} to \`${dockerfile}\`.`,
  };
}

function installer({ build, dockerfile }: Missing): string {
  if (dockerfile !== undefined) return 'the image installs';
  return build ? 'the build installs' : 'lists what it needs';
}

export function failingMessage(service: string, { failing, phase, dockerfile }: Failing): Message {
  const { install, folder, member, needs, instead } = failing;
  if (dockerfile !== undefined)
    return {
      found: `The image of ${service} is built with \`${install.name}\`, which needs a lockfile, and no instruction before it puts a ${needs.map(code).join(' or ')} into \`${folder}\`.`,
      effect: 'The build fails, and nothing is deployed.',
      remedy: `Commit the lockfile and copy it before this step, or use \`${instead}\`.`,
    };
  const where = folder === '' ? 'the root of the repository' : `\`${folder}\``;
  const command = `${capital(COMMAND[phase])} of ${service} runs \`${install.name}\``;
  const lacking = `there is no ${needs.map(code).join(' or ')} in ${where}`;
  const effect = phase === 'build' ? 'The build fails, and nothing is deployed.' : 'The command fails.';
  const manager = install.name.split(' ', 1)[0] ?? install.name;
  return member === undefined
    ? {
        found: `${command}, which needs a lockfile, and ${lacking}.`,
        effect,
        remedy: `Commit the lockfile, or use \`${instead}\`.`,
      }
    : {
        found: `${command} in \`${member}\`, a workspace of the package.json in ${where}: ${manager} looks for the lockfile there, and ${lacking}.`,
        effect,
        remedy: `Make the lockfile in ${where} and commit it, or use \`${instead}\`.`,
      };
}

const COMMAND = { build: 'the build', 'pre-deploy': 'the pre-deploy command', start: 'the start command' } as const;

function wantsWords(service: string, wants: readonly Want[]): string {
  const [first] = wants;
  if (!first) return '';
  const alike = wants.filter((each) => each.what === first.what && each.phase === first.phase);
  const names = listOf(unique(alike.map(({ name }) => name)).slice(0, MAX_NAMES));
  if (first.what === 'program') return `${capital(COMMAND[first.phase])} of ${service} runs ${names}`;
  const isImport = first.at.file.endsWith('.py') || isJavaScript(first);
  if (isImport && first.phase !== 'start') return `What ${COMMAND[first.phase]} of ${service} runs imports ${names}`;
  return isImport
    ? `What ${service} starts imports ${names}`
    : `${capital(COMMAND[first.phase])} of ${service} needs ${names}`;
}

/** Most names that a message tells. */
const MAX_NAMES = 4;

function effectOf({ phase, wants, dockerfile }: Missing): string {
  switch (phase) {
    case 'build':
      return 'The build fails, and nothing is deployed.';
    case 'pre-deploy':
      return 'The command fails, and the deploy is cancelled.';
    case 'start':
      if (dockerfile !== undefined)
        return 'The container ends as soon as it starts, and every request is answered 502.';
      return wants[0]?.what === 'program'
        ? 'The shell answers "command not found", the service ends at once, and every request is answered 502.'
        : 'The service ends as soon as it starts, and every request is answered 502.';
  }
}

type NoInstall = Extract<Missing['lack'], { is: 'no-install' }>;

function uninstalled({ build }: Missing, { listedIn, folder, others }: NoInstall): string {
  if (others)
    return `nothing installs what ${listedIn === undefined ? 'it needs' : `\`${listedIn}\` lists`} in ${folder === '' ? 'the root of the repository' : `\`${folder}\``}`;
  return build ? 'the build command installs nothing' : 'there is no build command that installs anything';
}

function installRemedy({ build, wants }: Missing, { listedIn, folder, others, package: name }: NoInstall): string {
  const [want] = wants;
  const isNode = listedIn?.endsWith('package.json') === true || (want !== undefined && isJavaScript(want));
  const install = isNode ? `${managerOf(want)} install` : installOf(listedIn);
  if (others && isNode && folder !== '') return `Add \`npm install --prefix ${folder}\` to the build command.`;
  const first = listedIn === undefined && !isNode ? ` and list \`${name}\` in what it installs` : '';
  return build
    ? `Begin the build command with \`${install}\`${first}.`
    : `Add \`buildCommand: ${install}\` to the service${first}.`;
}

/** The manager that the commands themselves call. */
function managerOf(want: Want | undefined): string {
  const [, manager] = /`(yarn|pnpm|bun) /.exec(want?.steps.map(({ words }) => words).join(' ') ?? '') ?? [];
  return manager ?? 'npm';
}

function isJavaScript({ at }: Want): boolean {
  return isInScript(at) || at.file === 'package.json' || at.file.endsWith('/package.json');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function installOf(list: string | undefined): string {
  if (list?.endsWith('pyproject.toml') === true) return 'pip install .';
  if (list?.endsWith('Pipfile') === true) return 'pipenv install';
  return 'pip install -r requirements.txt';
}

function includeOption(install: string): string {
  return install.startsWith('npm') ? '--include=dev' : '--prod=false';
}

function foldersWords(folders: readonly string[]): string {
  return listOf(folders.map((each) => (each === '' ? 'the root of the repository' : each)));
}
