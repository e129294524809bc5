import type { Step } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Environment, Gap, MissingTarget, Parent, Variable } from '../model/process.js';
import type { Repository } from '../repository/repository.js';
import { linesOf } from '../syntax/lines.js';
import type { Connector } from '../syntax/shell.js';
import type { Places } from './places.js';
import type { Target } from './package-managers.js';
import type { Words } from './words.js';
import type { VariableFile } from './wrappers.js';

/** A program that runs another one: `npm`, `npx`, `cross-env`, `poetry`. */
export interface Caller {
  words: Words;
  folder: string;
  /** The line that names it, with the steps to there. */
  at: Location;
  steps: readonly Step[];
}

/** A command that runs a program. */
export interface FollowedCommand {
  words: Words;
  /** The folder it runs in, relative to the root of the repository. */
  folder: string;
  environment: Environment;
  /** The line that names it. */
  at: Location;
  /** From the first command on; the last step is the command itself. */
  steps: readonly Step[];
  /** It may not run. */
  conditional: boolean;
  /** The program that runs it anew when a file changes, as is done in development. */
  watcher?: { name: string; words: Words };
  /** The function of a project that a program of its own calls, as `module:function`. */
  entry?: string;
  /** Files its output goes to. */
  writes?: Words;
  /** What runs it, the outermost first. */
  callers: readonly Caller[];
  /** Work of a package manager: it installs, or manages itself. */
  manages?: true;
  /** The programs of a container that stay above it. */
  parents?: readonly Parent[];
}

/** What a command comes to, as far as it can be followed. */
export type Flow =
  | { is: 'command'; command: FollowedCommand }
  /** The way ends. `fails`: so does the command. */
  | { is: 'gap'; gap: Gap; fails: boolean }
  /** One after another, in one shell. */
  | { is: 'sequence'; parts: readonly FlowPart[] }
  /** At the same time; it stays as long as one does. */
  | { is: 'together'; flows: readonly Flow[] }
  /** The output of one is the input of the next. */
  | { is: 'pipe'; flows: readonly Flow[] }
  /** One of them; without `exhaustive`, or none. */
  | { is: 'either'; flows: readonly Flow[]; exhaustive: boolean }
  | { is: 'loop'; flow: Flow; endless: boolean }
  /** It goes on after the command has ended. `why` is a clause. */
  | { is: 'detached'; flow: Flow; why: string; at: Location }
  /** It takes the place of the shell. */
  | { is: 'replaces'; flow: Flow }
  /** The shell ends. */
  | { is: 'exit'; at: Location }
  /** It stays as long as something does in the background. */
  | { is: 'waits' }
  /** It ends, and does nothing but tell whether something is so; without a result, that is not decided. */
  | { is: 'test'; result?: boolean }
  | { is: 'nothing' };

export interface FlowPart {
  flow: Flow;
  after: Connector;
  background: boolean;
  /** A failure ends the shell (`set -e`). */
  strict?: boolean;
  /** Whether it is reached at all is not decided. */
  unsure?: true;
  /** It is not reached as long as what is before it stays, whatever that is. */
  trailing?: true;
}

/** Deepest chain of scripts that call scripts. */
export const MAX_DEPTH = 20;

export const NOTHING: Flow = { is: 'nothing' };

/** Where a command runs. */
export interface Place {
  folder: string;
  environment: Environment;
  steps: readonly Step[];
  /** Scripts and files on the way here, against loops. */
  within: readonly string[];
  /** Behind a condition that is not decided. */
  conditional: boolean;
  watcher?: FollowedCommand['watcher'];
  /** The programs that stay above what runs here, outermost first; only followed in a container. */
  parents?: readonly Parent[];
  callers?: readonly Caller[];
}

/** A text that a shell reads. */
export interface ShellText {
  text: string;
  places: Places;
  /** What runs the commands in it, such as "the script start": each becomes a step of its own. */
  subject: string | undefined;
  /** The file it is, where it is one, with its arguments. */
  file?: string;
  args?: Words;
  /** Words added behind its last command, as `npm run x -- --flag` does. */
  added?: Words;
  strict?: boolean;
  /** Its last command takes the place of the shell. */
  execsLast?: boolean;
}

/** The text of a file that a shell reads. */
export function fileText(text: string, file: string, args: Words): ShellText {
  const lines = linesOf(file, text);
  return { text, places: (start, end) => lines.location(start, end), subject: file, file, args };
}

/** What the tools that run other commands are followed with. */
export interface Follower {
  readonly repository: Repository;
  /** Whether one more command may be followed. */
  spend(): boolean;
  /** Follows a shell's text in a shell of its own. */
  text(text: ShellText, place: Place): Promise<Flow>;
  /** Follows the words of one command. */
  command(words: Words, at: Location, place: Place): Promise<Flow>;
  /** Runs a script of the package.json in force, with those around it. */
  script(asked: ScriptRun, at: Location, place: Place): Promise<Flow>;
  /** The folder a path names; a gap where there is none. */
  folder(path: string | undefined, at: Location, place: Place): { is: 'folder'; folder: string } | Flow;
  /** Whether what ran so far, the build of a service included, leaves a folder that is not in the repository. */
  isMade(folder: string): Promise<boolean>;
  gap(why: string, at: Location, place: Place, missing?: MissingTarget): Flow;
  /** An environment with the variables of a file that a command reads. */
  variables(file: VariableFile, at: Location, place: Place): { environment: Environment; gaps: readonly Flow[] };
  /** The folders of the packages a command is asked of. */
  targets(
    target: Target,
    at: Location,
    place: Place,
    manager?: string,
  ): Promise<{ folders: readonly string[]; gaps: readonly Flow[] }>;
}

export interface ScriptRun {
  name: string;
  args: Words;
  manager: string;
  /** Without such a script, a program of that name. */
  orProgram: boolean;
  optional: boolean;
}

/** A program that runs others, by its words without the name itself; undefined where it is followed as any other. */
export type Tool = (words: Words, at: Location, place: Place, follower: Follower) => Promise<Flow | undefined>;

/** Changes to an environment. */
export type Changes = ReadonlyMap<string, Variable>;

/** A variable that a command sets; without a text, to something that cannot be read. */
export function writtenVariable(text: string | undefined, at: Location): Variable {
  if (text === undefined)
    return { is: 'set', value: { is: 'unknown', why: 'it is put together by the command', at }, at };
  return { is: 'set', value: { is: 'known', value: text, at, from: { by: 'written' } }, at };
}

/** A command in a few words: its first line, cut where it is long. */
export function brief(command: string): string {
  const whole = command.trim().replace(/\\\r?\n[ \t]*/g, '');
  const [line = ''] = whole.split(/\r\n|\n|\r/);
  const long = line.length > 60;
  return `\`${long ? line.slice(0, 57).trimEnd() : line}${long || line !== whole ? ' …' : ''}\``;
}

/** A folder in a message. */
export function shownFolder(folder: string): string {
  return folder === '' ? 'the root of the repository' : folder;
}

export function part(flow: Flow): FlowPart {
  return { flow, after: ';', background: false };
}

export function inSequence(flows: readonly Flow[]): Flow {
  const [only] = flows;
  return flows.length === 1 && only ? only : { is: 'sequence', parts: flows.map(part) };
}

/** The same, where the command fails. */
export function failing(flow: Flow): Flow {
  return flow.is === 'gap' ? { ...flow, fails: true } : flow;
}

/** The place of what a program runs. */
export function calledFrom(words: Words, at: Location, place: Place): Place {
  const { folder, steps, callers = [] } = place;
  return { ...place, callers: [...callers, { words, folder, at, steps }] };
}

/** A command that is followed no further. */
export function runs(words: Words, at: Location, place: Place, manages = false): Flow {
  const { folder, environment, steps, conditional, watcher, parents, callers = [] } = place;
  // A program that may run others, and runs none here, is no caller of itself.
  const last = callers.at(-1);
  const isOwn = last !== undefined && last.words[0] === words[0] && last.at === at;
  return {
    is: 'command',
    command: {
      words,
      folder,
      environment,
      steps,
      at,
      conditional,
      callers: isOwn ? callers.slice(0, -1) : callers,
      ...(watcher && { watcher }),
      ...(parents && { parents }),
      ...(manages && { manages }),
    },
  };
}
