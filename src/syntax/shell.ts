import { parserLoaded } from './loaded.js';
/** A word of a command. */
export interface ShellWord {
  /** Its text where it is written as such; undefined where it depends on a variable, a command or the files there are. */
  text: string | undefined;
  /** As written. */
  raw: string;
  parts: readonly ShellPart[];
}

/** A piece of a word. Quoted pieces are not split into fields. */
export type ShellPart =
  | { is: 'text'; text: string }
  | { is: 'variable'; name: string; quoted: boolean; operation?: ShellOperation }
  | { is: 'command'; body: ShellList; quoted: boolean }
  /** It depends on the files there are, on arithmetic or on who runs it. */
  | { is: 'other' };

/** What `${name…}` does with the variable. `other`: a form that is not worked out. */
export type ShellOperation =
  | { is: 'default' | 'assign' | 'alternative' | 'error'; orEmpty: boolean; operand: ShellWord }
  | { is: 'from'; position: number }
  | { is: 'other' };

/** A variable set for one command, or by a command of its own. `value` is undefined for an array. */
export interface ShellAssignment {
  name: string;
  value: ShellWord | undefined;
}

/** How a command follows the one before it: `;` for anything that runs in any case, a new line included. */
export type Connector = '&&' | '||' | ';';

/** A command of a list. */
export interface ShellItem {
  command: ShellCommand;
  after: Connector;
  background: boolean;
}

/** Commands one after another, in one shell. */
export type ShellList = readonly ShellItem[];

/** Offsets count in the script's text. */
export type ShellCommand =
  | {
      is: 'simple';
      words: readonly ShellWord[];
      assignments: readonly ShellAssignment[];
      /** Files its output goes to. */
      writes?: readonly ShellWord[];
      start: number;
      end: number;
    }
  | { is: 'list'; list: ShellList }
  | { is: 'subshell'; list: ShellList }
  /** Each runs in a shell of its own. */
  | { is: 'pipe'; commands: readonly ShellCommand[] }
  /** The last branch may have no test: it is for all other cases. */
  | { is: 'if'; branches: readonly { test: ShellList; body: ShellList }[] }
  | { is: 'case'; word: ShellWord; branches: readonly { patterns: readonly ShellWord[]; body: ShellList }[] }
  /** `variable`: what a `for` gives each of its values to. */
  | { is: 'loop'; test: ShellList; body: ShellList; variable?: string }
  | { is: 'function'; name: string; body: ShellCommand }
  /** `! command` */
  | { is: 'not'; command: ShellCommand }
  /** `[[ … ]]` with the words of a single test, and `(( … ))`, which has none. */
  | { is: 'test'; words: readonly ShellWord[] };

export interface ShellScript {
  list: ShellList;
  /** Why it cannot be read to its end, a clause, and where. */
  fault?: { why: string; offset: number };
}

/** Reads a shell command or script, or what can be read of it. Never throws; loads the parser on first use. */
export async function parseShell(text: string): Promise<ShellScript> {
  const { parseScript } = await import('./shell-parser.js');
  parserLoaded('shell');
  return parseScript(text);
}
