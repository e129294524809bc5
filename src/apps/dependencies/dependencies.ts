import { unknownEnvironment } from '../../launch/environment.js';
import { serviceFolders } from '../../launch/folder.js';
import { installedBy, type Installed } from '../../launch/install/installs.js';
import type { Lack, Provision } from '../../launch/install/provision.js';
import { launch, type Surroundings } from '../../launch/launch.js';
import type { Location } from '../../model/location.js';
import type { Launch } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { follow, type Followed } from '../../launch/followed.js';
import { followBuilt } from '../../launch/outputs/service.js';
import { automaticInstalls } from './automatic.js';
import type { DependencyFault, Phase, Want } from './faults.js';
import { packagesOnLoad } from './javascript.js';
import { modulesOnLoad } from './python.js';
import { calledBy, type Called } from './wants.js';

/**
 * What the commands of a service, and the code they start, need and nothing installs. Each cause once, in the order the
 * commands run. Images install for themselves, in a way that is not read here.
 */
export async function dependencyFaults(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
): Promise<readonly DependencyFault[]> {
  if (service.elsewhere !== undefined) return [];
  if (['docker', 'image'].includes(knownValue(service.runtime) ?? '')) return [];
  const isFolder = (folder: string): boolean => repository.lookup(folder).is === 'directory';
  const folders = serviceFolders(repository, service).filter(isFolder);
  let first: Commands | undefined;
  let best: readonly DependencyFault[] | undefined;
  for (const folder of folders) {
    const commands = await followAll(repository, service, surroundings, folder);
    first ??= commands;
    if (!isThere(commands)) continue;
    const faults = await faultsIn(repository, service, surroundings, commands);
    // Of two folders that may be meant, the one with less at fault is.
    if (!best || countOf(faults) < countOf(best)) best = faults;
  }
  return best ?? (first ? faultsIn(repository, service, surroundings, first) : []);
}

function countOf(faults: readonly DependencyFault[]): number {
  return faults.filter((each) => each.is !== 'undecided').length;
}

interface Commands {
  folder: string;
  build: Followed | undefined;
  hook: Followed | undefined;
  start: Followed | undefined;
}

async function followAll(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  folder: string,
): Promise<Commands> {
  const given = { folder, surroundings };
  return {
    folder,
    build: await follow(repository, service, service.buildCommand, { ...given, subject: 'the build' }),
    hook: await followBuilt(repository, service, service.preDeployCommand, {
      ...given,
      subject: 'the pre-deploy command',
    }),
    start: await followBuilt(repository, service, service.startCommand, { ...given, subject: 'the start command' }),
  };
}

function isThere({ build, hook, start }: Commands): boolean {
  return [build, hook, start].every((each) => each?.gaps.every(({ missing }) => !missing) ?? true);
}

async function faultsIn(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  { folder, build, hook, start }: Commands,
): Promise<readonly DependencyFault[]> {
  const isUnread = service.buildCommand.is === 'unknown' || service.buildCommand.is === 'oneOf';
  if (isUnread && !service.inferred) return [];
  const automatic = automaticInstalls(repository, service, surroundings, folder);
  const built = await installedBy(repository, [...automatic, ...(build?.commands ?? [])], folder, { settled: false });
  const installed = await installedBy(
    repository,
    [...automatic, ...(build?.commands ?? []), ...(hook?.commands ?? []), ...(start?.commands ?? [])],
    folder,
    { settled: true },
  );
  const faults = new Faults(service, build);
  const phases = [
    ['build', build, built],
    ['pre-deploy', hook, built],
    ['start', start, installed],
  ] as const;
  for (const [phase, followed, available] of phases) {
    if (!followed) continue;
    faults.failing(phase, available, followed);
    for (const command of followed.commands) {
      const { fatal, conditional } = command.weight;
      if (!fatal || conditional || isSkipped(command, available)) continue;
      for (const called of calledBy(command)) faults.want(phase, called, answer(available, called), available);
    }
  }
  if (service.inferred && /(?:^|\/)manage\.py$/.test(service.file))
    await addManagement(repository, service, installed, faults);
  if (start && service.kind !== 'static') {
    const started = await launch(
      repository,
      { ...service, root: { is: 'known', value: folder || '.', at: service.at, from: { by: 'written' } } },
      surroundings,
    );
    await addImports(repository, started, installed, faults);
  }
  return faults.all();
}

/** Yarn 1 does not run `prepare` where it leaves out what is listed for development (measured 2026-11-21 with 1.22). */
function isSkipped({ steps, folder }: Followed['commands'][number], { node }: Installed): boolean {
  return (
    steps.some(({ words }) => words.startsWith('the script prepare runs ')) &&
    node.installs.some((each) => each.manager === 'yarn' && each.omission !== undefined && each.folder === folder)
  );
}

/** Whether what a command calls is installed; undefined where it is not known to come from a package. */
function answer({ node, python }: Installed, { what, name, from, folder, at }: Called): Provision | undefined {
  if (what === 'module')
    return name.startsWith('npm:') ? node.package(name.slice('npm:'.length), folder) : python.module(name);
  const answers = [from === 'python' ? undefined : node.program(name, folder), python.program(name)];
  const [first, second] = answers.filter((each) => each !== undefined);
  if (!first || !second) return first;
  // A name that npm and PyPI have both: it is enough that one of them is installed.
  return (
    [first, second].find(({ is }) => is === 'yes') ?? {
      is: 'unknown',
      why: `\`${name}\` may be a program of npm or of Python`,
      at,
    }
  );
}

async function addImports(
  repository: Repository,
  { processes }: Launch,
  installed: Installed,
  faults: Faults,
): Promise<void> {
  for (const process of processes) {
    if (process.conditional) continue;
    const isPython = PYTHON.has(process.program.name);
    const { target } = process.program;
    const path = target.is === 'file' ? knownValue(target.path) : undefined;
    if (isPython) {
      for (const each of await modulesOnLoad(repository, process)) {
        faults.want(
          'start',
          { ...each, what: 'module', steps: [...process.steps, ...each.steps] },
          installed.python.module(each.name),
          installed,
        );
      }
    } else if (path !== undefined && /\.[cm]?[jt]s$/.test(path) && JAVASCRIPT.has(process.program.name)) {
      for (const each of await packagesOnLoad(repository, path)) {
        faults.want(
          'start',
          { ...each, what: 'module', steps: [...process.steps, ...each.steps] },
          installed.node.package(each.name, each.folder),
          installed,
        );
      }
    }
  }
}

/** What a Django project loads whatever starts it, where only its manage.py tells that there is one. */
async function addManagement(
  repository: Repository,
  { file, at }: Service,
  installed: Installed,
  faults: Faults,
): Promise<void> {
  const environment = unknownEnvironment(at);
  const path = { is: 'known', value: file, at, from: { by: 'written' } } as const;
  const program = { name: 'manage.py', words: ['manage.py'], role: 'runtime', target: { is: 'file', path } } as const;
  for (const each of await modulesOnLoad(repository, {
    program,
    folder: parent(file),
    environment,
    steps: [],
    at,
    conditional: false,
  })) {
    faults.want('start', { ...each, what: 'module' }, installed.python.module(each.name), installed);
  }
}

/** Programs that load code of a project with Python, and with Node. */
const PYTHON = new Set([
  'python',
  'gunicorn',
  'uvicorn',
  'hypercorn',
  'daphne',
  'waitress-serve',
  'granian',
  'uwsgi',
  'manage.py',
  'flask',
  'fastapi',
  'celery',
]);
const JAVASCRIPT = new Set([
  'node',
  'tsx',
  'ts-node',
  'nodemon',
  'ts-node-dev',
  'babel-node',
  'bun',
  'esno',
  'vite-node',
  'swc-node',
]);

type Fault = Extract<DependencyFault, { is: 'missing' }>;

/** Gathers what is wanting by its cause. */
class Faults {
  readonly #missing = new Map<string, Fault & { wants: Want[] }>();
  readonly #others: DependencyFault[] = [];
  readonly #undecided = new Set<string>();
  /** Packages that a finding names already. */
  readonly #named = new Set<string>();

  constructor(
    private readonly service: Service,
    private readonly build: Followed | undefined,
  ) {}

  want(
    phase: Phase,
    { what, name, at, steps }: Pick<Called, 'what' | 'name' | 'at' | 'steps'>,
    provision: Provision | undefined,
    installed: Installed,
  ): void {
    if (!provision || provision.is === 'yes') return;
    const shown = name.replace(/^npm:/, '');
    const doubt = this.#doubt(installed, provision);
    if (doubt !== undefined) {
      if (!this.#undecided.has(doubt)) this.#others.push({ is: 'undecided', name: shown, why: doubt, at, steps });
      this.#undecided.add(doubt);
      return;
    }
    if (provision.is !== 'no') return;
    const { lack } = provision;
    // Where no file tells how a service is built, only what no list has is certain.
    if (this.service.inferred && lack.is !== 'not-listed') return;
    const line = lack.is === 'not-listed' ? { line: lack.line } : {};
    const want: Want = { what, name: shown, package: lack.package, ...line, phase, at, steps };
    const key = keyOf(lack, at);
    const known = this.#missing.get(key);
    if (known) {
      if (!known.wants.some((each) => each.name === shown)) known.wants.push(want);
      return;
    }
    if (this.#named.has(lack.package) && lack.is === 'not-listed') return;
    this.#named.add(lack.package);
    const build = this.service.buildCommand.is === 'known' ? this.service.buildCommand.at : undefined;
    const place = placeOf(lack, want, build);
    this.#missing.set(key, { is: 'missing', lack, wants: [want], phase, build, ...place });
  }

  failing(phase: Phase, { node }: Installed, { commands }: Followed): void {
    for (const failing of node.failing) {
      const { at, steps } = failing.install;
      const isOwn = commands.some((each) => each.at === at && each.weight.fatal && !each.weight.conditional);
      if (isOwn) this.#others.push({ is: 'failing', failing, phase, at, steps });
    }
  }

  all(): readonly DependencyFault[] {
    return [...this.#missing.values(), ...this.#others];
  }

  /** Why it may be installed all the same; a clause. */
  #doubt({ doubt }: Installed, provision: Exclude<Provision, { is: 'yes' }>): string | undefined {
    if (provision.is === 'unknown') return provision.why;
    if (provision.lack.is === 'omitted') return undefined;
    const gap = this.build?.gaps[0];
    return gap?.why ?? doubt?.why;
  }
}

/** What is wanting on one line for one reason is told at once. */
function keyOf(lack: Lack, { file, range }: Location): string {
  switch (lack.is) {
    case 'no-install':
      return `${lack.is} ${lack.folder} ${String(lack.listedIn?.endsWith('package.json') ?? false)}`;
    case 'omitted':
      return `${lack.is} ${lack.install.at.file} ${lack.install.at.range.start.offset}`;
    case 'other-folder':
      return `${lack.is} ${lack.package}`;
    case 'not-listed':
      return `${lack.is} ${lack.file} ${file} ${range.start.line}`;
  }
}

/** At the command whose install leaves it out, else where it is needed. */
function placeOf(lack: Lack, { at, steps }: Want, build: Location | undefined): { at: Location; steps: Want['steps'] } {
  if (lack.is === 'omitted') return { at: lack.install.at, steps: lack.install.steps };
  if (lack.is === 'no-install' && build) return { at: build, steps: [] };
  return { at, steps };
}
