/** A word of an instruction as it stands, variables and quotes included. Offsets count in the file. */
export interface DockerWord {
  text: string;
  start: number;
  end: number;
}

/** A here-document: text of the Dockerfile that an instruction takes for a file or a script. */
export interface DockerHeredoc {
  name: string;
  /** Variables in it are expanded; they are not where its name is quoted. */
  expands: boolean;
  /** Tabs at the beginning of its lines do not count (`<<-`). */
  stripsTabs: boolean;
  /** The lines between the two that hold its name. Offsets count in the file. */
  start: number;
  end: number;
}

export interface DockerInstruction {
  /** In upper case; what Docker does not know stands as it is written. */
  keyword: string;
  flags: readonly { name: string; value: string | undefined }[];
  /** What follows the keyword and the flags, on one line: continued lines are joined and comments between them left out. */
  text: string;
  /** The place in the file of a part of `text`. */
  place: (start: number, end: number) => { start: number; end: number };
  /** The words between blanks. */
  words: readonly DockerWord[];
  /** The strings, without quotes, of an instruction in JSON form; undefined in any other. */
  json: readonly DockerWord[] | undefined;
  heredocs: readonly DockerHeredoc[];
  /** From its keyword to the end of its last line without its here-documents. Offsets count in the file. */
  start: number;
  end: number;
}

export interface DockerfileTree {
  instructions: readonly DockerInstruction[];
  /** What continues a line and keeps a character from its meaning. */
  escape: '\\' | '`';
  /** Why it cannot be read to its end, a clause, and where. */
  fault?: { why: string; offset: number };
}

/** Reads a Dockerfile, or what can be read of it. Never throws; loads the parser on first use. */
export async function parseDockerfile(text: string): Promise<DockerfileTree> {
  const { parseInstructions } = await import('./dockerfile-parser.js');
  return parseInstructions(text);
}
