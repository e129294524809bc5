import { nearestPackage } from '../../code/packages.js';
import { nearNames } from '../../code/python/near.js';
import { serviceFolders } from '../../launch/folder.js';
import { launch, type Surroundings } from '../../launch/launch.js';
import { outputsOf, type BuildStep, type Outputs } from '../../launch/outputs/outputs.js';
import { serviceBuild, stepsOf } from '../../launch/outputs/service.js';
import { makesNoTarget } from '../../launch/outputs/without-output.js';
import { outcomeOf } from '../../launch/start.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Gap, Launch, MissingTarget, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue, type Value } from '../../model/value.js';
import { baseName, childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { member } from '../../syntax/json.js';
import { pythonTarget } from '../python/target.js';
import { elsewhere } from './elsewhere.js';
import type { Missing, Phase, TargetFault } from './faults.js';
import { follow, isSamePlace, type Followed, type Weight } from '../../launch/followed.js';
import { imageFaults } from './image.js';
import { madeInstead, type Instead } from './made.js';
import { unbuiltApp } from './unbuilt.js';

/**
 * What the commands of a service name and do not find: scripts, files, folders, Python modules. Whatever a build may
 * make is not decided. In the order the commands run; each cause once.
 */
export async function targetFaults(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
): Promise<readonly TargetFault[]> {
  if (service.elsewhere !== undefined) return [];
  const root = rootFault(repository, service);
  if (root) return [root];
  const [first, beside] = serviceFolders(repository, service);
  if (first === undefined) return [];
  const own = await inFolder(repository, service, surroundings, first);
  const [fault] = own.missing;
  if (!fault || beside === undefined) return own.faults;
  const there = await inFolder(repository, service, surroundings, beside);
  const isStillMissing = ({ what, name }: Missing): boolean =>
    own.missing.some((each) => each.what === what && each.name === name);
  // A script that is missing in both places has a package.json of its own in each.
  const isMeant = there.missing.every((each) => each.what === 'script' && !isStillMissing(each));
  if (!isMeant) return own.faults;
  return [{ ...fault, is: 'beside', folder: beside }, ...there.faults];
}

interface InFolder {
  faults: readonly TargetFault[];
  /** What is certainly missing, and lists of packages to install. */
  missing: readonly Missing[];
}

async function inFolder(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<InFolder> {
  const runtime = knownValue(service.runtime);
  if (runtime === 'docker' || runtime === 'image') {
    const faults = imageFaults(repository, service, folder);
    return { faults, missing: faults.filter((each) => each.is === 'missing') };
  }
  const given = { folder, surroundings };
  const build = await follow(repository, service, service.buildCommand, { ...given, subject: 'the build' });
  const hook = await follow(repository, service, service.preDeployCommand, {
    ...given,
    subject: 'the pre-deploy command',
  });
  const start = await follow(repository, service, service.startCommand, { ...given, subject: 'the start command' });
  const steps = await serviceBuild(repository, service, given);
  const context: Context = { repository, service, folder, build, steps };
  const faults: TargetFault[] = [];
  if (build) faults.push(...(await gapFaults(context, 'build', build, outcomeOf(build.flow, repository).gaps)));
  if (hook) faults.push(...(await gapFaults(context, 'pre-deploy', hook, outcomeOf(hook.flow, repository).gaps)));
  if (start) {
    const started = await launch(repository, { ...service, root: written(folder || '.', service.at) }, surroundings);
    faults.push(...(await gapFaults(context, 'start', start, started.gaps)));
    for (const process of started.processes) {
      faults.push(...(await moduleFaults(context, process)), ...outsideFaults(context, process));
      faults.push(...unbuiltFaults(context, process, start));
    }
    faults.push(...endFaults(service, started));
  }
  faults.push(...executableFaults(repository, folder, { build, 'pre-deploy': hook, start }));
  const own = once(faults);
  return { faults: own, missing: [...own.filter((each) => each.is === 'missing'), ...missingLists(context)] };
}

interface Context {
  repository: Repository;
  service: Service;
  folder: string;
  build: Followed | undefined;
  /** What the build runs, the install of a static site included. */
  steps: readonly BuildStep[];
}

function written<T>(value: T, at: Location): Value<T> {
  return { is: 'known', value, at, from: { by: 'written' } };
}

// ---- the folder itself

function rootFault(repository: Repository, { root }: Service): Missing | undefined {
  if (root.is !== 'known' || root.from.by !== 'written') return undefined;
  const path = join('', root.value.replace(/^\/+/, ''));
  const found = path === undefined ? undefined : repository.lookup(path);
  if (found?.is === 'directory' || (path !== undefined && isSubmodule(repository, path))) return undefined;
  return {
    is: 'missing',
    what: 'root',
    phase: 'build',
    name: root.value,
    path: path ?? root.value,
    ...(found?.is === 'missing' && found.otherCase !== undefined && { otherCase: found.otherCase }),
    near: [],
    elsewhere: path === undefined ? [] : elsewhere(repository, path, 'directory'),
    because: 'not-built',
    at: root.at,
    steps: [],
  };
}

/** Whether a path is in another repository that git brings along. */
function isSubmodule(repository: Repository, path: string): boolean {
  const source = repository.read('.gitmodules');
  if (source.is !== 'text') return false;
  return source.text.split(/\r\n|\n|\r/).some((line) => {
    const [, folder] = /^\s*path\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    return folder !== undefined && (path === folder || path.startsWith(`${folder}/`));
  });
}

// ---- scripts, files and folders

async function gapFaults(
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
function stepsBefore({ steps }: Context, phase: Phase, followed: Followed, after: number): readonly BuildStep[] {
  const own = stepsOf({
    ...followed,
    commands: followed.commands.slice(0, after),
    gaps: followed.gaps.filter((each) => each.after < after),
  });
  return phase === 'build' ? own : [...steps, ...own];
}

/** What hangs on the part of a command at a place, and how many programs run before it. */
function partOf({ commands, gaps }: Followed, { at, why, steps }: Gap): { weight: Weight; after: number } {
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

async function madeFor(
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
  const onlyInstalls = before.every(
    (step) => step.is === 'command' && (step.manages === true || makesNoTarget(step.words)),
  );
  return { is: 'not-made', because: onlyInstalls ? 'build-installs' : 'not-made' };
}

/** Whether a part of the build command that is no single command sends output into a file. */
function writesFiles({ buildCommand }: Service): boolean {
  return /(?:[})]|\bdone|\bfi)\s{0,5}&?>/.test(knownValue(buildCommand) ?? '');
}

const LIFECYCLE = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];

/** Whether an install that is not followed may make files: that of another package, which a workspace installs along. */
function installs(repository: Repository, path: string, before: readonly BuildStep[]): boolean {
  const own = nearestPackage(repository, parent(path));
  if (!own || !LIFECYCLE.some((name) => member(own.json, 'scripts', name) !== undefined)) return false;
  return !before.some((step) => step.is === 'command' && step.manages === true && step.folder === own.folder);
}

function missingFault(
  { repository }: Context,
  { at, steps }: Gap,
  { kind, name, path, otherCase, available }: MissingTarget,
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
function unbuiltFaults(context: Context, process: Process, start: Followed): readonly TargetFault[] {
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

// ---- Python modules

async function moduleFaults(context: Context, process: Process): Promise<readonly TargetFault[]> {
  const { repository, service, build } = context;
  const project = build === undefined ? service.buildCommand.is !== 'absent' : build.commands.some(installsProject);
  const { at, steps, program, conditional } = process;
  const found = await pythonTarget(repository, process, { project });
  if (found.is === 'fine') return [];
  if (found.is === 'undecided') return [{ is: 'undecided', phase: 'start', why: found.why, at: found.at, steps }];
  const { what, name, module, searched, near, otherCase } = found;
  const path = what === 'attribute' ? (searched[0] ?? '') : childOf(searched[0] ?? '', name.replaceAll('.', '/'));
  if (isSubmodule(repository, path)) return [];
  if (conditional || (what === 'module' && otherCase === undefined && mayBeMade(context))) {
    return [{ is: 'may-be-made', phase: 'start', name, path, at, steps }];
  }
  return [
    {
      is: 'missing',
      what,
      phase: 'start',
      name,
      module,
      program: program.name,
      path,
      ...(otherCase !== undefined && { otherCase }),
      near,
      elsewhere: what === 'attribute' ? [] : elsewhere(repository, `${path}.py`, 'file'),
      because: 'not-built',
      at,
      steps,
    },
  ];
}

/** Whether the build runs anything that may write Python modules. */
function mayBeMade({ service, build }: Context): boolean {
  if (!build) return service.buildCommand.is !== 'absent';
  const mayMake = ({ words }: Followed['commands'][number]): boolean => !makesNoTarget(words);
  return build.gaps.some(({ missing }) => missing === undefined) || build.commands.some(mayMake);
}

/** Whether a command installs the project it is run in. */
function installsProject({ words }: Followed['commands'][number]): boolean {
  const [program, command] = words;
  if (program === 'poetry' || program === 'pdm' || program === 'hatch' || program === 'rye') {
    return command === 'install' || command === 'sync';
  }
  if (program === 'uv' && command === 'sync') return true;
  if (words.includes('setup.py')) return true;
  const isPip = words.includes('pip') || program === 'pip';
  return (
    isPip &&
    words.some(
      (word) => word === undefined || word === '-e' || word === '--editable' || /^\.{1,2}(?:$|\/|\[)/.test(word),
    )
  );
}

// ---- the rest

function outsideFaults({ repository, service, folder }: Context, process: Process): readonly TargetFault[] {
  const { target } = process.program;
  if (service.inferred || folder === '' || service.root.is !== 'known' || target.is !== 'file') return [];
  const path = knownValue(target.path);
  if (path === undefined || path.startsWith(`${folder}/`) || repository.lookup(path).is !== 'file') return [];
  return [{ is: 'outside', root: folder, path, at: process.at, steps: process.steps }];
}

/** Programs whose tasks are a project's own, so that one of them may stay. */
const TASK_RUNNERS = new Set([
  ...['rake', 'rails', 'mix', 'mvn', 'gradle', 'cargo', 'go', 'artisan', 'composer', 'dotnet', 'flask', 'bundle'],
  ...['django-admin', 'celery', 'make', 'just', 'uv', 'poetry', 'pipenv', 'pdm', 'hatch', 'rye', 'npx', 'env', 'xargs'],
  ...['timeout', 'find', 'git', 'tee', 'jest', 'vitest', 'rsync', 'nc', 'yes', 'strapi', 'temporal'],
]);

const STAYING: readonly Service['kind'][] = ['web', 'private', 'worker'];

function endFaults({ kind }: Service, { ends, gaps, processes, before }: Launch): readonly TargetFault[] {
  if (!ends || gaps.length > 0 || !STAYING.includes(kind)) return [];
  const all = [...before, ...processes];
  const isOpen = all.some(({ conditional, program }) => conditional || TASK_RUNNERS.has(program.name));
  const steps = processes.find(({ at }) => isSamePlace(at, ends.at))?.steps ?? [];
  const { why, at } = ends;
  return [
    isOpen
      ? { is: 'undecided', phase: 'start', why: `${why}, as far as it can be read`, at, steps }
      : { is: 'ends', why, at, steps },
  ];
}

function executableFaults(
  repository: Repository,
  folder: string,
  followed: Readonly<Record<Phase, Followed | undefined>>,
): readonly TargetFault[] {
  const faults: TargetFault[] = [];
  const phases: readonly Phase[] = ['build', 'pre-deploy', 'start'];
  const changed = phases
    .flatMap((phase) => followed[phase]?.commands ?? [])
    .filter(({ words }) => words[0] === 'chmod');
  for (const phase of phases) {
    const chains = [...(followed[phase]?.commands ?? []), ...(followed[phase]?.gaps ?? [])];
    for (const { steps } of chains) {
      for (const [index, step] of steps.entries()) {
        const path = scriptByPath(step, steps[index + 1], folder);
        if (path === undefined || changed.some(({ words }) => mayMention(words, path))) continue;
        const found = repository.lookup(path);
        if (found.is !== 'file' || found.executable !== false) continue;
        faults.push({ is: 'not-executable', phase, path, at: step.at, steps: steps.slice(0, index + 1) });
      }
    }
  }
  return faults;
}

/** The script that a step runs by its path: what the next step stands in. */
function scriptByPath({ words }: Step, next: Step | undefined, folder: string): string | undefined {
  const [, program = ''] = / runs `(?:\w+=\S* )*(?:exec )?([^\s`]+)/.exec(words) ?? [];
  if (next === undefined || !program.includes('/') || program.startsWith('/')) return undefined;
  const path = join(folder, program);
  const { file } = next.at;
  return path === file || file.endsWith(`/${program.replace(/^(?:\.{1,2}\/)+/, '')}`) ? file : undefined;
}

/** Whether a `chmod` may be for a path: it names it, or names it by a pattern, a variable or a folder. */
function mayMention(words: readonly (string | undefined)[], path: string): boolean {
  return words
    .slice(1)
    .some((word) => word === undefined || /[*?[]|^-R/.test(word) || baseName(word) === baseName(path));
}

/** Lists of packages that an install is given and does not find. They tell which folder is meant. */
function missingLists({ repository, build }: Context): readonly Missing[] {
  return (build?.commands ?? []).flatMap(({ words, folder, at, steps }): readonly Missing[] => {
    const name = words[words.findIndex((word) => word === '-r' || word === '--requirement') + 1];
    if (
      !words.includes('pip') ||
      !words.some((word) => word === '-r' || word === '--requirement') ||
      name === undefined
    )
      return [];
    const path = join(folder, name);
    if (path === undefined || repository.lookup(path).is !== 'missing') return [];
    return [
      {
        is: 'missing',
        what: 'file',
        phase: 'build',
        name,
        path,
        near: [],
        elsewhere: [],
        because: 'not-built',
        at,
        steps,
      },
    ];
  });
}

/** One cause gives one fault: what is missing twice is named where it is asked for first. */
function once(faults: readonly TargetFault[]): readonly TargetFault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const key = JSON.stringify(
      fault.is === 'missing' || fault.is === 'may-be-made'
        ? [
            'path',
            fault.path,
            'what' in fault && fault.what === 'attribute' ? fault.name : '',
            'what' in fault && fault.what === 'script' ? fault.name : '',
          ]
        : [fault.is, fault.is === 'not-executable' ? fault.path : [fault.at.file, fault.at.range.start.offset]],
    );
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
