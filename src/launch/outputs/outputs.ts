import { nearestPackage } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import { baseName, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { builderOf, type Builder } from '../builders.js';
import type { FollowedCommand } from '../flow.js';
import type { Words } from '../words.js';
import { deploysPackage, handlesFiles, writes } from './file-commands.js';
import { MAKERS } from './makers.js';
import type { Making, Ran } from './making.js';
import { isWithin, MadeTree, type Filled, type Made, type MadeBy } from './tree.js';
import { makesNoTarget } from './without-output.js';

/** A command of a build, followed to its program. Docker's RUN commands and a service's build give the same. */
export type BuildCommand = Pick<
  FollowedCommand,
  'words' | 'folder' | 'environment' | 'at' | 'steps' | 'conditional' | 'writes' | 'manages'
>;

/** One step of a build, or a place where it could not be followed. `why` is a clause. */
export type BuildStep = ({ is: 'command' } & BuildCommand) | { is: 'gap'; why: string; at: Location };

/** What a build leaves, besides the repository itself. Paths are relative to its root. */
export interface Outputs {
  /**
   * Whether the build leaves a file or folder there. `unknown`: a command may make it whose files are not known.
   * `endings`: what a program adds to the path, such as `.js`.
   */
  has(path: string, endings?: readonly string[]): 'yes' | 'no' | 'unknown';
  /** Why that is unknown: a clause, and the command it is about. Undefined where it is not. */
  unknown(path: string): { why: string; at: Location } | undefined;
  /** The source file that a file is made from, where it is made from one. */
  sourceOf(path: string): string | undefined;
  /** The command that makes a path, or the folder it is in. */
  by(path: string): MadeBy | undefined;
  /** Files that are made for certain, in code-unit order. */
  files: readonly Made[];
  /** Folders that are filled with files not listed. */
  folders: readonly Filled[];
  /** Folders with a site to publish, in the order they are made. */
  sites: readonly Filled[];
  /** Where the build could not be followed, or may make anything. */
  gaps: readonly { why: string; at: Location }[];
}

export type { Filled } from './tree.js';

/** Works out what the commands of a build leave, in their order. Never rejects on what it finds in the repository. */
export async function outputsOf(repository: Repository, steps: readonly BuildStep[]): Promise<Outputs> {
  const tree = new MadeTree(repository);
  for (const step of steps) {
    if (step.is === 'gap') tree.gaps.push({ why: step.why, at: step.at });
    else await run(tree, step);
  }
  return outputsIn(tree);
}

async function run(tree: MadeTree, command: BuildCommand): Promise<void> {
  const { words, folder, at, steps, conditional, manages } = command;
  const by: MadeBy = { program: brief(words), at, steps };
  const context = { tree, folder, by, certain: !conditional };
  if (command.writes) writes(command.writes, context);
  if (deploysPackage(words, context)) return;
  if (manages === true || handlesFiles(words, context) || makesNoTarget(words)) return;
  tree.add(await makingOf(tree.repository, command), by, conditional);
}

/** The program and the words behind it that are no options. */
function brief(words: Words): string {
  const end = words.findIndex((word, index) => index > 0 && (word === undefined || word.startsWith('-')));
  return words.slice(0, Math.min(end === -1 ? 3 : end, 3)).join(' ');
}

/** What a command makes: nothing is known of what is no builder. */
export async function makingOf(
  repository: Repository,
  { words, folder, environment, at }: Omit<BuildCommand, 'conditional' | 'steps'>,
): Promise<Making> {
  const builder = builderOf(words);
  if (!builder) return { gap: `what \`${brief(words)}\` makes is not known` };
  const ran: Ran = { repository, words, folder, environment, package: nearestPackage(repository, folder), at };
  const making = await MAKERS[builder.id](ran);
  if (READ_ABSOLUTE.has(builder.id) || !words.slice(1).some((word) => word !== undefined && ABSOLUTE.test(word)))
    return making;
  return { gap: `\`${brief(words)}\` is given an absolute path`, ...making };
}

/** An absolute path as an argument, or in an option. Most builders are read for paths of a project only. */
const ABSOLUTE = /^(?:--?[\w-]+=)?\/\w/;

const READ_ABSOLUTE: ReadonlySet<Builder['id']> = new Set(['go', 'cargo', 'maven', 'gradle', 'dotnet']);

function outputsIn(tree: MadeTree): Outputs {
  const stateOf = (path: string): 'yes' | 'no' | 'unknown' => {
    const file = tree.files.get(path);
    if (file?.certain === true) return 'yes';
    if (holds(tree, path)) return 'yes';
    if (file || tree.isOpen(path) || mayHold(tree, path) || tree.gaps.length > 0) return 'unknown';
    return 'no';
  };
  const enclosing = (path: string): Filled | undefined => {
    for (let folder = path; ; folder = parent(folder)) {
      const own = tree.folders.get(folder);
      if (own || folder === '') return own;
    }
  };
  return {
    has: (path, endings = []) => {
      const states = ['', ...endings, ...endings.map((each) => `/index${each}`)].map((each) =>
        stateOf(`${path}${each}`),
      );
      // A folder alone is nothing that a program with such endings runs.
      const own = endings.length > 0 && holds(tree, path) ? states.slice(1) : states;
      return own.includes('yes') ? 'yes' : own.includes('unknown') ? 'unknown' : 'no';
    },
    unknown: (path) => {
      if (stateOf(path) !== 'unknown') return undefined;
      const by = tree.files.get(path)?.by ?? enclosing(path)?.by;
      if (by) return { why: `which files \`${by.program}\` makes there is not known`, at: by.at };
      return tree.gaps[0];
    },
    sourceOf: (path) => tree.files.get(path)?.source,
    by: (path) => tree.files.get(path)?.by ?? enclosing(path)?.by,
    files: [...tree.files.values()].filter(({ certain, path }) => certain && baseName(path) !== '.').sort(byPath),
    folders: [...tree.folders.values()],
    sites: tree.sites,
    gaps: tree.gaps,
  };
}

function byPath(one: Made, other: Made): number {
  return one.path < other.path ? -1 : 1;
}

/** Whether a path is a folder that something certain is in. */
function holds(tree: MadeTree, path: string): boolean {
  if (tree.folders.get(path)?.certain === true) return true;
  return [...tree.files.values(), ...tree.folders.values()].some(
    (each) => each.certain && each.path !== path && isWithin(each.path, path),
  );
}

function mayHold(tree: MadeTree, path: string): boolean {
  return [...tree.files.values(), ...tree.folders.values()].some((each) => isWithin(each.path, path));
}
