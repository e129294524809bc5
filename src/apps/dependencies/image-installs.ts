import { foldersUp } from '../../code/packages.js';
import type { ImageFiles, RunStep, StageSource } from '../../launch/docker/files.js';
import { followRun } from '../../launch/docker/runs.js';
import type { Stage } from '../../launch/docker/stage.js';
import { followedOf, type Followed } from '../../launch/followed.js';
import { installedBy, type Installed } from '../../launch/install/installs.js';
import type { NodePackages } from '../../launch/install/node.js';
import type { Provision } from '../../launch/install/provision.js';
import { childOf, parent } from '../../repository/paths.js';
import { joinedAnswer, nodeAnswer, pythonAnswer } from './answer.js';
import type { Called } from './wants.js';

/** Whether something is installed where an image looks for it. */
export interface InImage {
  provision: Provision | undefined;
  /** The files whose paths `provision` names. */
  files: ImageFiles;
  /** Why something that is not read may install it all the same; a clause. */
  open: string | undefined;
}

/** What the commands of one stage install, those of the stage it begins with included. */
interface StageInstalls {
  installed: Installed;
  open: string | undefined;
}

/**
 * What the stages of an image install: packages of Node in the folders where they are looked for, also where these are
 * copied from another stage; those of Python in all stages together.
 */
export class ImageInstalls {
  readonly #followed = new Map<RunStep, Promise<Followed>>();
  readonly #settled = new Map<ImageFiles, Promise<StageInstalls>>();
  readonly #any = new Map<ImageFiles, Promise<StageInstalls>>();

  constructor(private readonly stages: readonly Stage[]) {}

  follow(run: RunStep): Promise<Followed> {
    return once(this.#followed, run, async () => followedOf(await followRun(run)));
  }

  /** The commands of a stage, those of the stage it begins with first. */
  async commands(files: ImageFiles): Promise<Pick<Followed, 'commands' | 'gaps'>> {
    const all = files.inherited ? [await this.commands(files.inherited)] : [];
    for (const run of files.runs) all.push(await this.follow(run));
    return { commands: all.flatMap((each) => each.commands), gaps: all.flatMap((each) => each.gaps) };
  }

  /** The packages of Node that the commands of a stage install. */
  async node(files: ImageFiles): Promise<NodePackages> {
    const { installed } = await this.#installs(files, false);
    return installed.node;
  }

  /** `settled`: all commands of the stage have run, and the last install counts. */
  async answer(files: ImageFiles, called: Called, settled: boolean): Promise<InImage> {
    const python = await this.#python(files, called);
    const node = await this.#node(files, called, settled);
    const provision = joinedAnswer([node.provision, python.provision], called);
    return { ...(provision === python.provision ? python : node), provision };
  }

  async #python(files: ImageFiles, called: Called): Promise<InImage> {
    const answers: InImage[] = [];
    for (const { files: own } of this.stages) {
      const { installed, open } = await this.#installs(own, true);
      const unseen = own.unseen.some((place) => PYTHON_FOLDERS.test(place)) ? UNSEEN : undefined;
      answers.push({ provision: pythonAnswer(installed.python, called), files: own, open: open ?? unseen });
    }
    return best(answers, files);
  }

  /** Node looks in the folder of a file and in all above it. */
  async #node(files: ImageFiles, called: Called, settled: boolean): Promise<InImage> {
    const { installed, open } = await this.#installs(files, settled);
    const own = nodeAnswer(installed.node, called);
    if (!own) return { provision: undefined, files, open };
    const answers: InImage[] = [{ provision: own, files, open }];
    for (const folder of foldersUp(called.folder))
      answers.push(...(await this.#copied(files, folder, called, settled)));
    if (called.what === 'program') {
      const isGlobal = copiesOf(files, GLOBAL).whole.length > 0;
      const brings = [GLOBAL, `usr/local/bin/${called.name}`].some((path) => files.bringsUnseen(path));
      if (isGlobal || brings) answers.push(unread(called, files, UNSEEN));
    }
    return best(answers, files);
  }

  /** What the `node_modules` of a folder has that is copied from other stages. */
  async #copied(
    files: ImageFiles,
    folder: string,
    called: Called,
    settled: boolean,
    seen = new Set<string>(),
  ): Promise<readonly InImage[]> {
    const path = childOf(folder, 'node_modules');
    const { whole, parts } = copiesOf(files, path);
    const answers: InImage[] = [];
    for (const source of whole) {
      const from = parent(source.path);
      const place = `${this.stages.findIndex((each) => each.files === source.files)} ${from}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const { installed, open } = await this.#installs(source.files, settled);
      if (installed.node.folders.includes(from)) {
        const provision = nodeAnswer(installed.node, { ...called, folder: from });
        answers.push({ provision, files: source.files, open });
      }
      const before = await this.#copied(source.files, from, called, settled, seen);
      const isMade = before.length > 0 || installed.node.folders.includes(from);
      if (source.itself && !isMade) answers.push(unread(called, files, `what fills /${source.path} is not known`));
      answers.push(...before);
    }
    if (parts) answers.push(unread(called, files, `parts of /${path} are copied from another stage`));
    if (files.bringsUnseen(path)) answers.push(unread(called, files, UNSEEN));
    return answers;
  }

  #installs(files: ImageFiles, settled: boolean): Promise<StageInstalls> {
    return once(settled ? this.#settled : this.#any, files, async () => {
      const { commands, gaps } = await this.commands(files);
      const installed = await installedBy(files, commands, '', { settled });
      return { installed, open: gaps[0]?.why ?? installed.doubt?.why };
    });
  }
}

const GLOBAL = 'usr/local/lib/node_modules';
const UNSEEN = 'an image that it is built from may bring it';

/** Places that packages of Python are copied to; the whole image is the empty one. */
const PYTHON_FOLDERS =
  /python|venv|site-packages|^(?:usr(?:\/local(?:\/(?:lib|bin))?)?|opt|root(?:\/\.local)?|app|install)?$/;

function once<Key, Found>(known: Map<Key, Promise<Found>>, key: Key, find: () => Promise<Found>): Promise<Found> {
  const before = known.get(key);
  if (before) return before;
  const finding = find();
  known.set(key, finding);
  return finding;
}

/** Where a folder is copied from, as a whole and in parts; what the stage it begins with copies is there, too. */
function copiesOf(files: ImageFiles, path: string): { whole: readonly StageSource[]; parts: boolean } {
  const { inherited } = files;
  const before = inherited ? copiesOf(inherited, path) : { whole: [], parts: false };
  const own = files.stagesOf(path).filter((each) => each.files !== inherited);
  return { whole: [...before.whole, ...own], parts: before.parts || files.copiesInto(path) };
}

function unread({ at }: Called, files: ImageFiles, why: string): InImage {
  return { provision: { is: 'unknown', why, at }, files, open: why };
}

/** Of several places that are looked in, one that has it. What an install leaves out tells more than that there is none. */
function best(answers: readonly InImage[], files: ImageFiles): InImage {
  const isLack = ({ provision }: InImage, lack: string): boolean =>
    provision?.is === 'no' && provision.lack.is === lack;
  const found =
    answers.find(({ provision }) => provision?.is === 'yes') ??
    answers.find(({ provision }) => provision?.is === 'unknown') ??
    answers.find((each) => isLack(each, 'omitted')) ??
    answers.find((each) => isLack(each, 'not-listed')) ??
    answers.find(({ provision }) => provision !== undefined);
  const open = answers.find((each) => each.open !== undefined)?.open;
  return { provision: found?.provision, files: found?.files ?? files, open };
}
