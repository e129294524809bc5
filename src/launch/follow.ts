import type { Location } from '../model/location.js';
import type { Environment, MissingTarget, Variable } from '../model/process.js';
import { join } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { parseShell, type ShellScript } from '../syntax/shell.js';
import { asSeenFrom, optionsSeenFrom, pathMeant, type Ground } from './command-paths.js';
import { emptyEnvironment, extended, opened } from './environment.js';
import {
  calledFrom,
  failing,
  inSequence,
  MAX_DEPTH,
  NOTHING,
  part,
  runs,
  writtenVariable,
  type Flow,
  type Follower,
  type Place,
  type ScriptRun,
  type ShellText,
} from './flow.js';
import { MadeFolders } from './made-folders.js';
import { missingFolder } from './missing.js';
import type { BuildStep } from './outputs/outputs.js';
import { packageCommand, type Target } from './package-managers.js';
import { PackageScripts } from './package-scripts.js';
import { belowProgram, type ImageShells } from './parents.js';
import { ShellRun } from './shell-run.js';
import { SHELLS, ShellScripts } from './shell-scripts.js';
import { openShell } from './shell-state.js';
import { TOOLS } from './tools/index.js';
import { withFile } from './variable-files.js';
import type { Words } from './words.js';
import { namedProgram, unwrapped, type VariableFile, type Wrapped } from './wrappers.js';

/** Most commands that are followed, those of the shell itself included. */
const MAX_COMMANDS = 1_000;

/** Most words of a command that is followed: each of those that run another one, as `env` does, is read as often. */
const MAX_WORDS = 2_000;

export interface FollowerOptions {
  /** The absolute path of the repository where its commands run. */
  sourceFolder?: string | undefined;
  /** The repository is the tree of an image. */
  image?: ImageShells;
  /** What ran before: the steps of the build, for commands that run behind it. */
  before?: () => Promise<readonly BuildStep[]>;
}

export function openFollower(repository: Repository, options: FollowerOptions = {}): Follower {
  return new ShellFollower(repository, options);
}

class ShellFollower implements Follower {
  #commands = 0;
  readonly #ground: Ground;
  readonly #made: MadeFolders;
  readonly #scripts: ShellScripts;
  readonly #packages: PackageScripts;

  constructor(
    readonly repository: Repository,
    { sourceFolder, image, before }: FollowerOptions,
  ) {
    this.#ground = { repository, sourceFolder, image };
    this.#made = new MadeFolders(repository, before);
    this.#scripts = new ShellScripts(this, this.#ground);
    this.#packages = new PackageScripts(this, this.#ground);
  }

  async text(text: ShellText, place: Place): Promise<Flow> {
    if (place.within.length >= MAX_DEPTH) {
      return this.gap('scripts call scripts too many times', text.places(0, 1), place);
    }
    // A carriage return at the end of a line would be part of its last word.
    const script = await parseShell(text.text.replaceAll('\r\n', ' \n'));
    const flow = await new ShellRun(this, text, place, this.#ground.sourceFolder).list(
      script.list,
      openShell(text, place),
    );
    const read = this.#withFault(flow, script, text, place);
    if (place.within.length > 0 || this.#commands < MAX_COMMANDS) return read;
    const gap = this.gap(`it runs more than ${MAX_COMMANDS} commands`, text.places(0, text.text.length), place);
    return { is: 'sequence', parts: [part(read), part(gap)] };
  }

  /** Whether one more command may be followed. */
  spend(): boolean {
    return this.#commands++ < MAX_COMMANDS;
  }

  #withFault(flow: Flow, { fault }: ShellScript, text: ShellText, place: Place): Flow {
    if (!fault) return flow;
    const at = text.places(fault.offset, Math.min(fault.offset + 1, text.text.length));
    const gap = failing(this.gap(`the shell cannot read it: ${fault.why}`, at, place));
    // A shell runs the lines before the one it cannot read.
    const isFirst = !text.text.slice(0, fault.offset).trim().includes('\n');
    return isFirst ? gap : { is: 'sequence', parts: [part(flow), part(gap)] };
  }

  async command(written: Words, at: Location, place: Place): Promise<Flow> {
    const flow = await this.#command(written, at, place);
    if (flow.is === 'command') this.#made.ran(flow.command);
    return flow;
  }

  // The tree of an image has what its own commands made as far as it is known.
  isMade(folder: string): Promise<boolean> {
    return this.#ground.image ? Promise.resolve(false) : this.#made.has(folder);
  }

  async #command(written: Words, at: Location, place: Place): Promise<Flow> {
    if (written.length > MAX_WORDS) return this.gap(`a command has more than ${MAX_WORDS} words`, at, place);
    const words = namedProgram(asSeenFrom(this.#ground, written, place.folder));
    if (words.length === 0) return NOTHING;
    const [program, ...rest] = words;
    if (program === undefined) return this.gap('the program depends on a variable', at, place);
    if (!this.spend()) return NOTHING;
    if (place.within.length >= MAX_DEPTH) return this.gap('commands run commands too many times', at, place);
    const wrapped = unwrapped(words);
    if (wrapped) return this.#wrapped(wrapped, at, place, words);
    const tool = Object.hasOwn(TOOLS, program) ? TOOLS[program] : undefined;
    const options = optionsSeenFrom(this.#ground, rest, place.folder);
    const followed = await tool?.(options, at, belowProgram(calledFrom(words, at, place), words, at), this);
    if (followed) return followed;
    const asked = packageCommand(words);
    if (asked) return this.#packages.command(asked, words, at, place);
    if (SHELLS.has(program)) return this.#scripts.shell(program, rest, at, place);
    if (program.includes('/')) return this.#scripts.file(program, rest, at, place);
    if (program.endsWith('.sh')) {
      return failing(
        this.gap(`${program} is looked for in the PATH, not in the folder: \`./${program}\` runs it`, at, place),
      );
    }
    return runs(words, at, place);
  }

  async #wrapped(wrapped: Wrapped, at: Location, place: Place, words: Words): Promise<Flow> {
    const { clears, opens, unsets, sets, files } = wrapped;
    let environment = clears ? emptyEnvironment(at) : place.environment;
    const changes = new Map<string, Variable>(unsets.map((name) => [name, { is: 'unset', at }]));
    for (const [name, text] of sets) changes.set(name, writtenVariable(text, at));
    const gaps: Flow[] = [];
    const isThere = ({ path }: VariableFile): boolean =>
      this.repository.lookup(join(place.folder, path ?? '') ?? '').is === 'file';
    for (const file of files.filter(isThere)) environment = withFile(this, environment, file, at, place, gaps);
    environment = extended(environment, changes);
    if (opens || !files.every(isThere)) environment = opened(environment);
    let inside: Place = { ...belowProgram(calledFrom(words, at, place), words, at), environment };
    if (wrapped.folder !== undefined) {
      const found = this.folder(wrapped.folder, at, place);
      if (found.is !== 'folder') return found;
      inside = { ...inside, folder: found.folder };
    }
    if (wrapped.words.length === 0) return runs(words, at, place);
    const [first] = wrapped.words;
    if (wrapped.isText) {
      const text = wrapped.words.includes(undefined) ? undefined : wrapped.words.join(' ');
      if (text === undefined) return this.gap(`what ${words[0] ?? 'it'} runs depends on a variable`, at, place);
      return this.text({ text, places: () => at, subject: words[0] ?? '' }, inside);
    }
    if (first?.includes(' ') === true) {
      return failing(
        this.gap(`${words[0] ?? 'it'} starts a program of the name \`${first}\`, not a command`, at, place),
      );
    }
    return inSequence([...gaps, await this.command(wrapped.words, at, inside)]);
  }

  variables(file: VariableFile, at: Location, place: Place): { environment: Environment; gaps: readonly Flow[] } {
    const gaps: Flow[] = [];
    return { environment: withFile(this, place.environment, file, at, place, gaps), gaps };
  }

  folder(path: string | undefined, at: Location, place: Place): { is: 'folder'; folder: string } | Flow {
    if (path === undefined) return failing(this.gap('the folder it runs in depends on a variable', at, place));
    const target = pathMeant(this.#ground, path, place.folder);
    if (target === undefined) return failing(this.gap(`the folder ${path} is outside the repository`, at, place));
    if (this.repository.lookup(target).is === 'directory') return { is: 'folder', folder: target };
    const missing = missingFolder(this.repository, path, target);
    return failing(this.gap(`there is no folder ${target}`, at, place, missing));
  }

  targets(
    target: Target,
    at: Location,
    place: Place,
    manager?: string,
  ): Promise<{ folders: readonly string[]; gaps: readonly Flow[] }> {
    return this.#packages.targets(target, at, place, manager);
  }

  script(run: ScriptRun, at: Location, place: Place): Promise<Flow> {
    return this.#packages.script(run, at, place);
  }

  gap(why: string, at: Location, { steps }: Place, missing?: MissingTarget): Flow {
    return { is: 'gap', gap: { why, at, steps, ...(missing && { missing }) }, fails: false };
  }
}
