import type { ImageFiles, RunStep } from '../../launch/docker/files.js';
import { startImage, type ImageStart } from '../../launch/docker/launch-image.js';
import { madeInImage } from '../../launch/docker/outputs.js';
import { Translation } from '../../launch/docker/translate.js';
import { followedOf, type Followed } from '../../launch/followed.js';
import { serviceFolders } from '../../launch/folder.js';
import { installedBy } from '../../launch/install/installs.js';
import type { FailingInstall, Lack, Provision } from '../../launch/install/provision.js';
import type { Surroundings } from '../../launch/surroundings.js';
import type { Service } from '../../model/service.js';
import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Driver } from '../databases/drivers.js';
import { neededDrivers } from './drivers.js';
import { certainFaults, type DependencyFault, type Phase } from './faults.js';
import { Faults } from './gathered.js';
import { ImageInstalls } from './image-installs.js';
import { compiledFrom, importedBy, type Written } from './imports.js';
import { importedByCommands } from './management.js';
import { neededBy, type Called } from './wants.js';

/**
 * What the commands of an image, those of its container and the code it starts need, and no stage installs where it is
 * looked for. An image that cannot be built for another reason is not asked.
 */
export async function imageDependencyFaults(
  repository: Repository,
  service: Service,
  surroundings: Surroundings,
  driver: () => Promise<Driver | undefined>,
): Promise<readonly DependencyFault[]> {
  if (service.elsewhere !== undefined) return [];
  let best: readonly DependencyFault[] | undefined;
  for (const folder of serviceFolders(repository, service)) {
    const started = await startImage(repository, service, surroundings, folder);
    if (started.is === 'none' || started.image.missing.length > 0) continue;
    const faults = await new ImageDependencies(repository, started).faults(driver);
    // Of two folders that may be meant, the one with less at fault is.
    if (!best || certainFaults(faults) < certainFaults(best)) best = faults;
  }
  return best ?? [];
}

/** Most RUN steps of one image that are read for what they install. */
const MAX_RUNS = 300;

class ImageDependencies {
  readonly #installs: ImageInstalls;
  readonly #found: Faults;
  readonly #translations = new Map<ImageFiles, Translation>();

  constructor(
    private readonly repository: Repository,
    private readonly started: ImageStart,
  ) {
    this.#installs = new ImageInstalls(started.image.built);
    this.#found = new Faults({ dockerfile: started.image.dockerfile, listsOnly: false });
  }

  async faults(driver: () => Promise<Driver | undefined>): Promise<readonly DependencyFault[]> {
    const { image, flow, launch } = this.started;
    const [beyond] = image.built.flatMap(({ files }) => files.runs).slice(MAX_RUNS);
    if (beyond) {
      const why = `the image is built with more than ${MAX_RUNS} RUN steps`;
      return [{ is: 'undecided', name: undefined, why, at: beyond.at, steps: [] }];
    }
    for (const { files } of image.built) {
      const earlier: Followed['commands'][number][] = files.inherited
        ? [...(await this.#installs.commands(files.inherited)).commands]
        : [];
      for (const run of files.runs) {
        const followed = await this.#installs.follow(run);
        await this.#failing(run, followed, earlier);
        await this.#commands('build', followed, files);
        earlier.push(...followed.commands);
      }
    }
    const { files } = image.stage;
    await this.#commands('start', followedOf(flow), files);
    for (const process of launch.processes) {
      if (process.conditional) continue;
      const imported = await importedBy(files, process, (path) => this.#sourceOf(path));
      const from = this.#translation(imported.repository);
      for (const each of imported.calls) await this.#want('start', each, files, from);
    }
    for (const each of neededDrivers(await driver())) {
      const { provision, files: owner, open } = await this.#installs.answer(files, each, true);
      this.#found.want('start', each, provision && this.#inRepository(provision, owner), open);
    }
    return this.#found.all();
  }

  async #commands(phase: Phase, { commands }: Followed, files: ImageFiles): Promise<void> {
    const node = await this.#installs.node(files);
    const imported = await importedByCommands(files, commands);
    for (const called of [...neededBy(commands, node), ...imported])
      await this.#want(phase, called, files, this.#translation(files));
  }

  async #want(phase: Phase, called: Called, files: ImageFiles, from: Translation): Promise<void> {
    const { provision, files: owner, open } = await this.#installs.answer(files, called, phase === 'start');
    const at = from.location(called.at);
    const steps = called.steps.map((step) => from.step(step));
    this.#found.want(phase, { ...called, at, steps }, provision && this.#inRepository(provision, owner), open);
  }

  /** Installs that need a lockfile which the image does not hold when they run. */
  async #failing(run: RunStep, { commands }: Followed, earlier: Followed['commands']): Promise<void> {
    const certain = commands.filter(({ weight }) => weight.fatal && !weight.conditional);
    const files = run.before();
    const { node } = await installedBy(files, [...earlier, ...commands], run.folder ?? '', { settled: false });
    for (const failing of node.failing) {
      const own = certain.some(({ at }) => at === failing.install.at);
      // Another install may have written it.
      const before = node.installs.some((each) => !each.locked && each.at !== failing.install.at);
      if (!own || before || (await this.#mayHold(files, failing))) continue;
      const from = this.#translation(files);
      const { install, folder, ...rest } = failing;
      this.#found.failing('build', {
        ...rest,
        folder: `/${folder}`,
        install: { ...install, at: from.location(install.at), steps: install.steps.map((step) => from.step(step)) },
      });
    }
  }

  async #mayHold(files: ImageFiles, { folder, needs }: FailingInstall): Promise<boolean> {
    for (const path of needs.map((each) => childOf(folder, each))) {
      if (files.bringsUnseen(path) || (await madeInImage(files, path)).state !== 'no') return true;
    }
    return false;
  }

  async #sourceOf(path: string): Promise<Written | undefined> {
    const made = await madeInImage(this.started.image.stage.files, path);
    const file = made.state === 'yes' ? compiledFrom(made.outputs, made.path) : undefined;
    return file === undefined ? undefined : { repository: made.files, file };
  }

  #translation(files: Repository): Translation {
    const { image } = this.started;
    const stage = image.built.find((each) => each.files === files) ?? image.stage;
    const known = this.#translations.get(stage.files);
    if (known) return known;
    const translation = new Translation({ ...image, stage }, this.repository);
    this.#translations.set(stage.files, translation);
    return translation;
  }

  // ---- paths of the repository for those of the image

  #inRepository(provision: Provision, files: ImageFiles): Provision {
    return provision.is === 'no' ? { is: 'no', lack: this.#lack(provision.lack, files) } : provision;
  }

  #lack(lack: Lack, files: ImageFiles): Lack {
    const from = this.#translation(files);
    const pathOf = (path: string): string => from.path(path) ?? path;
    switch (lack.is) {
      case 'no-install':
        return {
          ...lack,
          folder: `/${lack.folder}`,
          listedIn: lack.listedIn === undefined ? undefined : pathOf(lack.listedIn),
        };
      case 'other-folder':
        return { ...lack, folders: lack.folders.map((each) => `/${each}`) };
      case 'omitted': {
        const { install, omission } = lack;
        const steps = install.steps.map((step) => from.step(step));
        return {
          ...lack,
          listedAt: from.location(lack.listedAt),
          install: { ...install, at: from.location(install.at), steps },
          omission: { ...omission, at: from.location(omission.at) },
        };
      }
      case 'not-listed':
        return { ...lack, file: lack.file === '' ? '' : pathOf(lack.file) };
    }
  }
}
