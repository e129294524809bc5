import { nearestPackage } from '../../code/packages.js';
import { nearNames } from '../../code/python/near.js';
import { isSamePlace, type Followed, type Weight } from '../../launch/followed.js';
import { outputsOf, type BuildStep, type Outputs } from '../../launch/outputs/outputs.js';
import { stepsOf } from '../../launch/outputs/service.js';
import { makesNoTarget } from '../../launch/outputs/without-output.js';
import type { Gap, MissingTarget, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { baseName, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member } from '../../syntax/json.js';
import { elsewhere } from './elsewhere.js';
import type { Missing, Phase, TargetFault } from './faults.js';
import { madeInstead, type Instead } from './made.js';
import { unbuiltApp } from './unbuilt.js';

/** A service whose commands run in one folder. */
export interface Context {
  repository: Repository;
  service: Service;
  folder: string;
  build: Followed | undefined;
  /** What the build runs, the install of a static site included. */
  steps: readonly BuildStep[];
}

/** What the parts of a command name and do not find: scripts, files and folders. */
export async function gapFaults(
  context: Context,
  phase: Phase,
  followed: Followed,
  gaps: readonly Gap[],
): Promise<readonly TargetFault[]> {
  const faults: TargetFault[] = [];
  for (const gap of gaps) faults.push(...(await gapFault(context, phase, followed, gap)));
  return faults;
}

async function gapFault(context: Context, phase: Phase, followed: Followed, gap: Gap): Promise<readonly TargetFault[]> {
  const { why, at, steps, missing } = gap;
  const { weight, after } = partOf(followed, gap);
  const isBuild = phase === 'build';
  if (!missing) return isBuild ? [] : [{ is: 'undecided', phase, why, at, steps }];
  if (isSubmodule(context.repository, missing.path)) return [];
  const { name, path } = missing;
  const made = await madeFor(context, missing, phase, stepsBefore(context, phase, followed, after));
  if (made.is === 'made') return [];
  if (!weight.fatal || weight.conditional) {
    return isBuild ? [] : [{ is: 'undecided', phase, why: `${why}, but it may go on without`, at, steps }];
  }
  if (made.is === 'unknown') {
    const { why: reason } = made;
    return isBuild
      ? []
      : [{ is: 'may-be-made', phase, name, path, at, steps, ...(reason !== undefined && { why: reason }) }];
  }
  const instead = made.outputs && madeInstead(context.repository, made.outputs, missing, at);
  return [missingFault(context, gap, missing, phase, made.because, instead)];
}

/** The steps whose files are there when a part of a command runs. A pre-deploy command leaves none to the service. */
export function stepsBefore({ steps }: Context, phase: Phase, followed: Followed, after: number): readonly BuildStep[] {
  const own = stepsOf({
    ...followed,
    commands: followed.commands.slice(0, after),
    gaps: followed.gaps.filter((each) => each.after < after),
  });
  return phase === 'build' ? own : [...steps, ...own];
}

/** What hangs on the part of a command at a place, and how many programs run before it. */
export function partOf({ commands, gaps }: Followed, { at, why, steps }: Gap): { weight: Weight; after: number } {
  // Commands that cannot be told apart by their place are told apart by their words.
  const isMeant = (each: Pick<Gap, 'at' | 'steps'>): boolean =>
    isSamePlace(each.at, at) && each.steps.at(-1)?.words === steps.at(-1)?.words;
  const gap = gaps.find((each) => each.why === why && isMeant(each));
  if (gap) return gap;
  const index = commands.findIndex(isMeant);
  return { weight: commands[index]?.weight ?? { fatal: false, conditional: true }, after: Math.max(index, 0) };
}

/** Whether what is missing is made before it is asked for. `outputs`: what is made instead. */
type MadeFor =
  { is: 'made' } | { is: 'unknown'; why?: string } | { is: 'not-made'; because: Missing['because']; outputs?: Outputs };

export async function madeFor(
  { repository, service }: Context,
  { kind, path, otherCase, endings }: MissingTarget,
  phase: Phase,
  before: readonly BuildStep[],
): Promise<MadeFor> {
  if (kind === 'script' || kind === 'manifest' || (kind === 'package' && phase === 'start')) {
    return { is: 'not-made', because: 'not-built' };
  }
  if (kind === 'package') return { is: 'unknown' };
  const outputs = await outputsOf(repository, before);
  const state = outputs.has(path, endings);
  if (state === 'yes') return { is: 'made' };
  if (otherCase !== undefined) return { is: 'not-made', because: 'not-built' };
  if (state === 'unknown') {
    const why = outputs.unknown(path)?.why;
    return { is: 'unknown', ...(why !== undefined && { why }) };
  }
  if (writesFiles(service) || installs(repository, path, before)) return { is: 'unknown' };
  if (outputs.files.length > 0 || outputs.folders.length > 0) return { is: 'not-made', because: 'not-made', outputs };
  if (phase === 'build') return { is: 'not-made', because: 'not-built' };
  if (service.buildCommand.is === 'absent') return { is: 'not-made', because: 'no-build' };
  const onlyInstalls =
    before.length > 0 &&
    before.every((step) => step.is === 'command' && (step.manages === true || makesNoTarget(step.words)));
  return { is: 'not-made', because: onlyInstalls ? 'build-installs' : 'not-made' };
}

/** Whether a part of the build command that is no single command sends output into a file. */
function writesFiles({ buildCommand }: Service): boolean {
  return writesByGroup(knownValue(buildCommand) ?? '');
}

/** Whether a group, loop or condition of a shell text sends its output into a file. */
export function writesByGroup(text: string): boolean {
  return /(?:[})]|\bdone|\bfi)\s{0,5}&?>/.test(text);
}

const LIFECYCLE = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];

/** Whether an install that is not followed may make files: that of another package, which a workspace installs along. */
function installs(repository: Repository, path: string, before: readonly BuildStep[]): boolean {
  const own = nearestPackage(repository, parent(path));
  if (!own || !LIFECYCLE.some((name) => member(own.json, 'scripts', name) !== undefined)) return false;
  if (before.length === 0) return false;
  return !before.some((step) => step.is === 'command' && step.manages === true && step.folder === own.folder);
}

function missingFault(
  { repository }: Context,
  { at, steps }: Gap,
  { kind, name, path, passedOn, otherCase, available }: MissingTarget,
  phase: Phase,
  because: Missing['because'],
  made: Instead | undefined,
): Missing {
  const isPath = kind === 'file' || kind === 'folder' || kind === 'manifest';
  const near = isPath ? nearNames(baseName(path), available) : nearNames(name, available);
  return {
    is: 'missing',
    what: kind,
    phase,
    name,
    path,
    ...(passedOn !== undefined && { passedOn }),
    ...(otherCase !== undefined && { otherCase }),
    near: near.length > 0 || isPath ? near : available.slice(0, 6),
    elsewhere: isPath ? elsewhere(repository, path, kind === 'folder' ? 'directory' : 'file') : [],
    because,
    ...(made && { made }),
    at,
    steps,
  };
}

/** A command that serves what a builder makes, where nothing runs that builder. */
export function unbuiltFaults(context: Context, process: Process, start: Followed): readonly TargetFault[] {
  const { at, steps, conditional } = process;
  const { weight, after } = partOf(start, { why: '', at, steps });
  const unbuilt = unbuiltApp(context.repository, process, stepsBefore(context, 'start', start, after));
  if (!unbuilt) return [];
  if (unbuilt === 'undecided' || conditional || !weight.fatal) {
    return [
      {
        is: 'undecided',
        phase: 'start',
        why: `whether the build makes what \`${process.program.words.slice(0, 2).join(' ')}\` serves is not known`,
        at,
        steps,
      },
    ];
  }
  const { command, build, path } = unbuilt;
  const because = context.service.buildCommand.is === 'absent' ? 'no-build' : 'not-made';
  return [
    {
      is: 'missing',
      what: 'build',
      phase: 'start',
      name: build,
      program: command,
      path,
      near: [],
      elsewhere: [],
      because,
      at,
      steps,
    },
  ];
}

/** Whether a path is in another repository that git brings along. */
export function isSubmodule(repository: Repository, path: string): boolean {
  const source = repository.read('.gitmodules');
  if (source.is !== 'text') return false;
  return source.text.split(/\r\n|\n|\r/).some((line) => {
    const [, folder] = /^\s*path\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    return folder !== undefined && (path === folder || path.startsWith(`${folder}/`));
  });
}
