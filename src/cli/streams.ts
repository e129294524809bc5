import { cleanText } from '../report/clean-text.js';

/** A stream as `main` needs it: Node's own standard streams fit. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface Invocation {
  /** Arguments without `node` and the script. */
  argv: readonly string[];
  /** Absolute path that relative arguments start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
  /** Puts a question on a terminal and gives the answer; left out where there is none to ask on. */
  ask?: (question: string) => Promise<string>;
  /** Called before a file is written that may not be left half-way: from now on a signal ends the run after that. */
  beforeWriting?: () => void;
  /** The day, as `2026-12-31`, for ignores that hold until a day; that of the machine where left out. */
  today?: string;
}

/**
 * Whether a stream gets colours: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal.
 * NO_COLOR counts when it is not empty (https://no-color.org); FORCE_COLOR=0 and =false turn colours off.
 */
export function wantsColour(stream: Output, env: Invocation['env'], noColor: boolean): boolean {
  if (noColor || (env.NO_COLOR ?? '') !== '') return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** The day of a run, in the time zone of the machine. */
export function dayOf({ today }: Invocation): string {
  if (today !== undefined) return today;
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'));
  return [now.getFullYear(), month, day].join('-');
}

/** Says a sentence on standard error. */
export function speaker({ stderr }: Invocation): (text: string) => void {
  return (text) => void stderr.write(`lint-deploy: ${cleanText(text)}\n`);
}
