import { follow, isSamePlace, type Followed } from '../../launch/followed.js';
import { serviceFolders } from '../../launch/folder.js';
import { launch } from '../../launch/launch.js';
import type { Surroundings } from '../../launch/surroundings.js';
import { followBuilt, serviceBuild } from '../../launch/outputs/service.js';
import { makesNoTarget } from '../../launch/outputs/without-output.js';
import { outcomeOf } from '../../launch/start.js';
import type { Step } from '../../model/finding.js';
import type { Launch, Process } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue, written } from '../../model/value.js';
import { baseName, childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { pythonTarget } from '../python/target.js';
import { missingSettings } from './django-settings.js';
import { elsewhere, moduleElsewhere } from './elsewhere.js';
import type { Missing, Phase, TargetFault } from './faults.js';
import { certainLists, lackingLists } from './lists.js';
import { gapFaults, isSubmodule, unbuiltFaults, type Context } from './missing-targets.js';

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
  // Commands that enter the folder by themselves are meant for the root.
  if (!fault || beside === undefined || `${soughtIn(fault)}/`.startsWith(`${beside}/`)) return own.faults;
  const there = await inFolder(repository, service, surroundings, beside);
  const isStillMissing = ({ what, name }: Missing): boolean =>
    own.missing.some((each) => each.what === what && each.name === name);
  // A script that is missing in both places has a package.json of its own in each.
  const isMeant = there.missing.every((each) => each.what === 'script' && !isStillMissing(each));
  if (!isMeant) return own.faults;
  return [{ ...fault, is: 'beside', folder: beside }, ...there.faults];
}

/** The folder that something was looked for in. A module begins with the name of a package, which may be the folder's. */
function soughtIn({ what, name, path }: Missing): string {
  return what === 'module' ? path.slice(0, Math.max(path.length - name.length - 1, 0)) : parent(path);
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
  if (knownValue(service.runtime) === 'image') return { faults: [], missing: [] };
  const given = { folder, surroundings };
  const build = await follow(repository, service, service.buildCommand, { ...given, subject: 'the build' });
  const hook = await followBuilt(repository, service, service.preDeployCommand, {
    ...given,
    subject: 'the pre-deploy command',
  });
  const start = await followBuilt(repository, service, service.startCommand, {
    ...given,
    subject: 'the start command',
  });
  const steps = await serviceBuild(repository, service, given);
  const context: Context = { repository, service, folder, build, steps };
  const faults: TargetFault[] = leavingFaults(service, folder);
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
  const own = withoutEffects(once([...faults, ...(await certainLists(context))]));
  const missing = own.filter((each) => each.is === 'missing');
  // A list of packages that the build may make tells which folder is meant, too.
  return { faults: own, missing: [...missing, ...lackingLists(context)] };
}

/**
 * A command that goes out of the repository first, as by `cd ../.. && npm ci` at the root. Where it does so last, nothing
 * is looked for there.
 */
function leavingFaults({ buildCommand, startCommand }: Service, folder: string): TargetFault[] {
  const commands = [
    ['build', buildCommand],
    ['start', startCommand],
  ] as const;
  return commands.flatMap(([phase, command]): readonly TargetFault[] => {
    if (command.is !== 'known') return [];
    const [, name] = /^\s*cd[ \t]+((?:\.\.\/)*\.\.\/?)[ \t\r]*(?:&&|[;\n])\s*\S/.exec(command.value) ?? [];
    if (name === undefined || join(folder, name) !== undefined) return [];
    const { at } = command;
    const path = name.replace(/\/$/, '');
    return [
      {
        is: 'missing',
        what: 'outside',
        phase,
        name,
        path,
        near: [],
        elsewhere: [],
        because: 'not-built',
        at,
        steps: [],
      },
    ];
  });
}

/** What the start command lacks because a script of the build is not there, which would have made it, is not told again. */
function withoutEffects(all: readonly TargetFault[]): readonly TargetFault[] {
  const leaves = all.find((each) => each.is === 'missing' && each.what === 'outside');
  // What is looked for behind it cannot be told.
  const faults = leaves ? all.filter(({ is }) => is === 'missing') : all;
  const failsInBuild = faults.some((each) => each.is === 'missing' && each.phase === 'build' && each.what === 'script');
  const isEffect = (each: TargetFault): boolean =>
    each.is === 'missing' && each.phase === 'start' && each.what === 'file' && each.otherCase === undefined;
  return failsInBuild ? faults.filter((each) => !isEffect(each)) : faults;
}

// ---- the folder itself

export function rootFault(repository: Repository, { root }: Service): Missing | undefined {
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

// ---- Python modules

async function moduleFaults(context: Context, process: Process): Promise<readonly TargetFault[]> {
  const { repository, service, build } = context;
  const project = build === undefined ? service.buildCommand.is !== 'absent' : build.commands.some(installsProject);
  const { at, steps, program, conditional } = process;
  const found = await pythonTarget(repository, process, { project });
  if (found.is === 'fine') return project || conditional ? [] : settingsFaults(repository, process);
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
      ...(what === 'attribute' ? { elsewhere: [] } : moduleElsewhere(repository, searched[0] ?? '', name)),
      because: 'not-built',
      at,
      steps,
    },
  ];
}

async function settingsFaults(repository: Repository, process: Process): Promise<readonly TargetFault[]> {
  const found = await missingSettings(repository, process);
  if (!found) return [];
  const { name, at, folder, searched } = found;
  const path = childOf(searched[0] ?? '', name);
  return [
    {
      ...{ is: 'missing', what: 'settings', phase: 'start', name, path, because: 'not-built' },
      ...{ program: process.program.name, near: [], elsewhere: [folder], at },
      steps: [...process.steps, { at, words: `the settings ${name}` }],
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
export function installsProject({ words }: Followed['commands'][number]): boolean {
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

/** Why a start command that ends leaves nothing running. */
export function endFaults({ kind }: Service, { ends, gaps, processes, before }: Launch): readonly TargetFault[] {
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

/** Scripts that are run by their path, and that git records as not executable. */
export function executableFaults(
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
  if (next === undefined || !program.includes('/')) return undefined;
  // In an image, paths start at its root.
  if (program.startsWith('/')) return next.at.file === program.slice(1) ? next.at.file : undefined;
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

/** One cause gives one fault: what is missing twice is named where it is asked for first. */
export function once(faults: readonly TargetFault[]): readonly TargetFault[] {
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
