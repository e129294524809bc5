import type { BuildStep } from '../../launch/outputs/outputs.js';
import { builderOf, type Builder } from '../../launch/builders.js';
import { isFileCommand } from '../../launch/outputs/file-commands.js';
import { makesNoTarget } from '../../launch/outputs/without-output.js';
import type { Process } from '../../model/process.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** A command that serves what a builder made, and where that is unless it is set otherwise. */
interface Serving {
  command: readonly [program: string, subcommand: string];
  builder: Builder['id'];
  folders: readonly string[];
}

/** Each ends with an error where nothing is built. Sources: the command line pages of each tool. */
const SERVING: readonly Serving[] = [
  { command: ['next', 'start'], builder: 'next', folders: ['.next'] },
  { command: ['nuxt', 'start'], builder: 'nuxt', folders: ['.nuxt', '.output'] },
  { command: ['nuxt', 'preview'], builder: 'nuxt', folders: ['.output'] },
  { command: ['nuxi', 'preview'], builder: 'nuxt', folders: ['.output'] },
  { command: ['gatsby', 'serve'], builder: 'gatsby', folders: ['public'] },
  { command: ['docusaurus', 'serve'], builder: 'docusaurus', folders: ['build'] },
];

/** An app that is served without having been built. */
export interface Unbuilt {
  /** Such as `next start` and `next build`. */
  command: string;
  build: string;
  /** The folder the build would fill, relative to the root of the repository. */
  path: string;
}

/** What a process serves without a build; `undecided` where the steps before may build it. */
export function unbuiltApp(
  repository: Repository,
  process: Process,
  before: readonly BuildStep[],
): Unbuilt | 'undecided' | undefined {
  const { words } = process.program;
  const serving = SERVING.find(({ command }) => command[0] === words[0] && command[1] === words[1]);
  if (!serving) return undefined;
  const operand = words
    .slice(2)
    .find((word) => word?.startsWith('-') !== true && /^\.?\.?\/|^[a-z][\w-]*\/?$/i.test(word ?? ''));
  const folder = operand === undefined ? process.folder : (join(process.folder, operand) ?? process.folder);
  const base = repository.lookup(folder).is === 'directory' ? folder : process.folder;
  if (serving.folders.some((each) => repository.lookup(childOf(base, each)).is === 'directory')) return undefined;
  for (const step of before) {
    if (step.is === 'gap') return 'undecided';
    const builder = builderOf(step.words);
    if (builder?.id === serving.builder) return undefined;
    // A program that is not known may do so.
    if (!builder && step.manages !== true && !makesNoTarget(step.words) && !isFileCommand(step.words))
      return 'undecided';
  }
  const [first = ''] = serving.folders;
  return { command: serving.command.join(' '), build: `${serving.command[0]} build`, path: childOf(base, first) };
}
