/** A word of a command. */
export interface ShellWord {
  /** What the shell makes of it; undefined where that depends on a variable, a command or the files there are. */
  text: string | undefined;
  /** As written. */
  raw: string;
  /** The program whose path it becomes, for `$(which vite)`. */
  which?: string;
}

/** A variable set for one command, or by a command of its own. */
export interface ShellAssignment {
  name: string;
  value: string | undefined;
}

/** How a command follows the one before it: `;` for anything that runs in any case, a new line included. */
export type Connector = '&&' | '||' | ';' | '|';

/** One simple command of a script; offsets count in the script's text. */
export interface ShellCommand {
  words: readonly ShellWord[];
  assignments: readonly ShellAssignment[];
  after: Connector;
  background: boolean;
  /** Ids of the subshells it runs in, the outermost first: what `cd` or an assignment changes there ends with the subshell. */
  subshells: readonly number[];
  /** Inside `if`, `case`, a loop or a function: it may not run, or run more than once. */
  conditional: boolean;
  start: number;
  end: number;
}

/**
 * The simple commands of a shell command or script, in the order they are written. What does not parse is left out.
 * Never throws; loads the parser on first use.
 */
export async function parseShell(text: string): Promise<readonly ShellCommand[]> {
  const { simpleCommands } = await import('./shell-commands.js');
  return simpleCommands(text);
}
