import type { Shutdown } from '../../src/apps/container/shutdown.js';
import type { Message } from '../../src/model/finding.js';
import type { Process } from '../../src/model/process.js';
import type { PlatformFacts } from '../../src/platforms/platform.js';

interface Names {
  /** The service. */
  name: string;
  platform: string;
}

type Kept = Extract<Shutdown, { is: 'kept' }>;
type Cut = Extract<Shutdown, { is: 'cut' }>;

/** A program above the server keeps the signal. */
export function keptMessage(kept: Kept, { name, platform }: Names): Message {
  const { process, keeper, above } = kept;
  const command = wordsOf(process);
  const own = keeper.script ? `the script \`${keeper.name}\`` : keeper.name;
  const starter = above && !above.script ? `${above.name}, which starts it through ${own}` : own;
  return {
    found: `In the container of ${name}, \`${command}\` runs below ${starter}.`,
    effect: `When ${platform} replaces or restarts the service, its SIGTERM ends at ${keeper.name} and never reaches the server, which is killed with the requests it is at work on: they are answered 502.`,
    remedy: remedyWords(kept),
  };
}

function remedyWords({ process, keeper, above, at, direct }: Kept): string {
  if (keeper.script) return 'Put `exec` in front of the command, so that the server takes the place of the script.';
  const managers = ['npm', 'npx', 'yarn', 'pnpm'];
  const manager = [above, ...(process.container?.parents ?? [])].find((each) => managers.includes(each?.name ?? ''));
  if (!manager)
    return `Put \`exec\` in front of \`${wordsOf(process)}\`, so that the server takes the place of the shell.`;
  if (!direct) {
    return `Start the program itself in place of ${manager.name}, with \`exec\` in front, in the folder and with the variables that it has now.`;
  }
  // Behind a script, a new CMD would leave out what the script does first.
  return process.steps.some(({ at: { file } }) => file === at.file && isScript(file))
    ? `In \`${at.file}\`, start the program itself: \`exec ${direct.join(' ')}\`.`
    : `Start the program itself: \`CMD ${JSON.stringify(direct).replaceAll('","', '", "')}\`.`;
}

/** Node is the first process, and its code does not handle the signal. */
export function unhandledMessage(process: Process, { name, platform }: Names): Message {
  return {
    found: `\`${wordsOf(process)}\` is the first process in the container of ${name}, and its code does not handle SIGTERM.`,
    effect: `The kernel ends a first process by SIGTERM only if it handles it: when ${platform} replaces the service, it is killed after the delay, with the requests it is at work on.`,
    remedy: 'Close the server in `process.on("SIGTERM", …)`, or start it below an init such as tini.',
  };
}

/** The time that the platform gives is shorter than that of the server. */
export function cutMessage(
  { process, seconds, delay, by }: Cut,
  facts: PlatformFacts['shutdown'],
  { name, platform }: Names,
): Message {
  const { program } = process;
  const own = by === undefined ? `${seconds} s, the default of ${program.name}` : `${seconds} s (\`${by}\`)`;
  const most = facts?.most ?? 0;
  return {
    found: `After SIGTERM, ${program.name} gives open requests of ${name} ${own}, and ${platform} kills it after ${delay} s.`,
    effect: 'Requests that take longer than that are cut off and answered 502 at each deploy.',
    remedy:
      facts && seconds < most
        ? `Set \`${facts.key}\` to more than ${seconds}, or lower the time of ${program.name}.`
        : `Lower the time of ${program.name}.`,
  };
}

function wordsOf({ program }: Process): string {
  const text = program.words.map((word) => word ?? '…').join(' ');
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text;
}

function isScript(file: string): boolean {
  return file.endsWith('.sh') || file.endsWith('.bash');
}
