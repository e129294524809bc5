import { nearNames } from '../../code/python/near.js';
import { startImage, type ImageStart } from '../../launch/docker/launch-image.js';
import { madeInImage } from '../../launch/docker/outputs.js';
import { followRun } from '../../launch/docker/runs.js';
import type { RunStep } from '../../launch/docker/files.js';
import type { MissingSource } from '../../launch/docker/stage.js';
import { followedOf, type Followed } from '../../launch/followed.js';
import { serviceFolders } from '../../launch/folder.js';
import type { LaunchedProcess } from '../../launch/start.js';
import type { Surroundings } from '../../launch/surroundings.js';
import type { Gap, MissingTarget } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { baseName, childOf, join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { pythonTarget } from '../python/target.js';
import { elsewhere } from './elsewhere.js';
import type { ImageBeside, Missing, TargetFault } from './faults.js';
import { imageFaults } from './image.js';
import { nearestMade, type Instead } from './made.js';
import { isSubmodule, partOf, writesByGroup } from './missing-targets.js';
import { endFaults, executableFaults, installsProject, once, rootFault } from './targets.js';

/**
 * What the Dockerfile of a service and the commands of its container name and do not find. Whatever a command of the
 * image may make is not decided. Each cause once.
 */
export async function containerTargetFaults(
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
  const fault = own.find((each) => each.is === 'missing');
  if (fault?.is !== 'missing' || beside === undefined || fault.path.startsWith(`${beside}/`)) return own;
  // Counted from the folder of the platform file, it leads out of it: no root of the service makes that right.
  if (fault.name.startsWith('../')) return own;
  const there = await inFolder(repository, service, surroundings, beside);
  if (there.some((each) => each.is === 'missing')) return own;
  return [{ ...fault, is: 'beside', folder: beside, image: imageBeside(repository, service, fault, beside) }, ...there];
}

/** A Dockerfile whose path is right from the root stays where it is: with a root of the service, it would not be found. */
function imageBeside(
  repository: Repository,
  { dockerfile, dockerContext }: Service,
  { what }: Missing,
  folder: string,
): ImageBeside {
  if (what === 'dockerfile' || what === 'context') return 'dockerfile';
  if (!['.', './'].includes(knownValue(dockerContext) ?? '.')) return 'dockerfile';
  const path = join(folder, (knownValue(dockerfile) ?? './Dockerfile').replace(/^\/+/, ''));
  return path !== undefined && repository.lookup(path).is === 'file' ? 'dockerfile' : 'files';
}

async function inFolder(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<readonly TargetFault[]> {
  const absent = imageFaults(repository, service, folder);
  if (absent.length > 0) return absent;
  const started = await startImage(repository, service, surroundings, folder);
  if (started.is === 'none') {
    return [{ is: 'undecided', phase: 'start', why: started.why, at: started.at, steps: [] }];
  }
  const sources = started.image.missing.filter(({ path }) => !isSubmodule(repository, path));
  // Without its files, the image is not built: what it would start is not asked.
  if (sources.length > 0) return once(sources.map((each) => sourceFault(repository, each)));
  return startFaults({ repository, service, started, ran: new Map() });
}

/** A source of COPY that the build does not get. */
function sourceFault(repository: Repository, { name, path, ignored, at }: MissingSource): Missing {
  const found = repository.lookup(path);
  const near = repository.list(parent(path)).map((entry) => entry.name);
  return {
    ...{ is: 'missing', what: 'source', phase: 'build', name, path, because: 'not-built', at, steps: [] },
    ...(found.is === 'missing' && found.otherCase !== undefined && { otherCase: found.otherCase }),
    ...(ignored && { ignored }),
    near: ignored ? [] : nearNames(baseName(path), near),
    elsewhere: ignored ? [] : elsewhere(repository, path, 'file'),
  };
}

interface Context {
  repository: Repository;
  service: Service;
  started: ImageStart;
  /** The commands of the image that were followed. */
  ran: Map<RunStep, Promise<Followed>>;
}

async function startFaults(context: Context): Promise<readonly TargetFault[]> {
  const { service, started, repository } = context;
  const { launch, flow, translation, image } = started;
  const followed = followedOf(flow);
  const faults: TargetFault[] = [];
  for (const gap of launch.gaps) faults.push(...(await gapFault(context, followed, gap)));
  for (const process of launch.processes) faults.push(...(await moduleFault(context, process)));
  const translated = translation.launch(launch);
  faults.push(...endFaults(service, translated));
  const { files, folder = '' } = image.stage;
  const changed = (await commandsOf(context, image.stage.files.runs)).filter(({ words }) => words[0] === 'chmod');
  const commands = [...followed.commands, ...changed.map((each) => ({ ...each, weight: NO_WEIGHT, steps: [] }))];
  const scripts = executableFaults(files, folder, {
    ...{ build: undefined, 'pre-deploy': undefined },
    start: { ...followed, commands },
  });
  faults.push(...scripts.flatMap((each) => inRepository(each, context)));
  return once(faults.map((each) => translatedSteps(inCommand(each, started), context))).filter(
    (each) => !('path' in each) || !isSubmodule(repository, each.path),
  );
}

const NO_WEIGHT = { fatal: false, conditional: false };

/** What an entrypoint such as `dumb-init --` is only given stands in the line that gives it. */
function inCommand(fault: TargetFault, { start: { entrypoint, cmd }, translation }: ImageStart): TargetFault {
  if (!cmd || !('name' in fault) || fault.at !== entrypoint?.at) return fault;
  const isNamed = ({ at }: typeof cmd): boolean => translation.textAt(translation.location(at)).includes(fault.name);
  return !isNamed(entrypoint) && isNamed(cmd) ? { ...fault, at: cmd.at } : fault;
}

function translatedSteps(fault: TargetFault, { started: { translation } }: Context): TargetFault {
  const steps = fault.steps.map((step) => translation.step(step));
  return { ...fault, at: translation.location(fault.at), steps };
}

/** A script that is not executable, by its path in the repository. */
function inRepository(fault: TargetFault, { started }: Context): readonly TargetFault[] {
  if (fault.is !== 'not-executable') return [];
  const path = started.translation.path(fault.path);
  return path === undefined ? [] : [{ ...fault, path }];
}

// ---- what the commands name

async function gapFault(context: Context, followed: Followed, gap: Gap): Promise<readonly TargetFault[]> {
  const { why, at, steps, missing } = gap;
  const { weight } = partOf(followed, gap);
  const placed = { phase: 'start', at, steps } as const;
  if (!missing) return [{ is: 'undecided', why, ...placed }];
  const made = await madeFor(context, missing);
  if (made.is === 'made') return [];
  if (!weight.fatal || weight.conditional) {
    return [{ is: 'undecided', why: `/${missing.path} is not there, but it may go on without`, ...placed }];
  }
  const { name, path } = missing;
  if (made.is === 'not-made') return [missingFault(context, gap, missing, made.instead)];
  return [{ is: 'may-be-made', name, path: `/${path}`, ...(made.why !== undefined && { why: made.why }), ...placed }];
}

function missingFault(
  { repository, started }: Context,
  { at, steps }: Gap,
  missing: MissingTarget,
  made: Instead | undefined,
): Missing {
  const { kind, name, path, passedOn, available, otherCase } = missing;
  const { translation } = started;
  const own = translation.path(path) ?? path;
  const isPath = kind === 'file' || kind === 'folder' || kind === 'manifest';
  const near = nearNames(isPath ? baseName(path) : name, available);
  const otherWay = otherCase === undefined ? undefined : (translation.path(otherCase) ?? otherCase);
  return {
    ...{ is: 'missing', what: kind, phase: 'start', name, path: own, at, steps },
    because: made ? 'not-made' : 'not-built',
    ...(made && { made }),
    ...(kind !== 'script' && kind !== 'package' && { inImage: `/${path}` }),
    ...(passedOn !== undefined && { passedOn }),
    ...(otherWay !== undefined && { otherCase: otherWay }),
    ...(repository.lookup(own).is === 'file' && isPath && { ignored: true }),
    near: near.length > 0 || isPath ? near : available.slice(0, 6),
    elsewhere: isPath ? elsewhere(repository, own, kind === 'folder' ? 'directory' : 'file') : [],
  };
}

type MadeFor = { is: 'made' } | { is: 'unknown'; why?: string } | { is: 'not-made'; instead: Instead | undefined };

/** Whether anything in the image makes what no COPY puts there. */
async function madeFor(context: Context, missing: MissingTarget): Promise<MadeFor> {
  const { service, started } = context;
  const { kind, path, otherCase, endings } = missing;
  const { files } = started.image.stage;
  const { unseen, runs } = files.makers(path);
  if (kind === 'script') {
    const isWritten = (await commandsOf(context, runs)).some(({ words }) => words.includes('pkg'));
    return isWritten ? { is: 'unknown' } : { is: 'not-made', instead: undefined };
  }
  const made = await madeInImage(files, path, endings);
  if (made.state === 'yes') return { is: 'made' };
  if (otherCase !== undefined) return { is: 'not-made', instead: undefined };
  // A disk may bring what it was filled with before.
  if (unseen || service.disks.length > 0 || runs.some(fillsFiles)) return { is: 'unknown' };
  if (made.state === 'unknown') return { is: 'unknown', ...(made.why !== undefined && { why: made.why }) };
  const instead = nearestMade(made.outputs, made.path);
  return { is: 'not-made', instead: instead && { ...instead, paths: instead.paths.map((each) => `/${each}`) } };
}

/** Whether a part of a RUN that is no single command sends output into a file. */
function fillsFiles({ command }: RunStep): boolean {
  return command.is === 'shell' && writesByGroup(command.text);
}

function ranOnce({ ran }: Context, run: RunStep): Promise<Followed> {
  const before = ran.get(run);
  if (before) return before;
  const following = followRun(run).then(followedOf);
  ran.set(run, following);
  return following;
}

async function commandsOf(context: Context, runs: readonly RunStep[]): Promise<Followed['commands']> {
  const all: Followed['commands'][number][] = [];
  for (const run of runs) all.push(...(await ranOnce(context, run)).commands);
  return all;
}

// ---- Python modules

async function moduleFault(context: Context, process: LaunchedProcess): Promise<readonly TargetFault[]> {
  const { started, repository } = context;
  const { files } = started.image.stage;
  if (process.program.target.is !== 'module') return [];
  const { runs, unseen } = files.makers(childOf(process.folder, 'x'));
  const project = (await commandsOf(context, runs)).some(installsProject);
  const found = await pythonTarget(files, process, { project });
  if (found.is === 'fine') return [];
  const { at, steps, program, conditional } = process;
  const placed = { phase: 'start', at, steps } as const;
  if (found.is === 'undecided') return [{ is: 'undecided', why: found.why, ...placed }];
  const { what, name, module, searched, near, otherCase } = found;
  const [folder = ''] = searched;
  const path = what === 'attribute' ? folder : childOf(folder, name.replaceAll('.', '/'));
  const isOpen = what === 'module' && otherCase === undefined && (unseen || (await mayBeModule(context, path)));
  if (conditional || isOpen) return [{ is: 'may-be-made', name, path: `/${path}`, ...placed }];
  const own = started.translation.path(path) ?? path;
  const otherWay = otherCase === undefined ? undefined : (started.translation.path(otherCase) ?? otherCase);
  return [
    {
      ...{ is: 'missing', what, name, module, program: program.name, path: own, because: 'not-built', near, ...placed },
      ...(otherWay !== undefined && { otherCase: otherWay }),
      ...(what === 'module' && { inImage: `/${path}` }),
      elsewhere: what === 'attribute' ? [] : elsewhere(repository, `${own}.py`, 'file'),
    },
  ];
}

/** Whether a command of the image may make a module. */
async function mayBeModule({ started }: Context, path: string): Promise<boolean> {
  const { files } = started.image.stage;
  const { state } = await madeInImage(files, path, ['.py', '/__init__.py']);
  return state !== 'no' || files.makers(path).runs.some(fillsFiles);
}
