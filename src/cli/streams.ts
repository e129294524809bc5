/** A stream as `main` needs it: Node's own standard streams fit. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  on?(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

export interface Invocation {
  /** Arguments without `node` and the script. */
  argv: readonly string[];
  /** Absolute path that relative arguments start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
}

/** Lets a reader such as `head` close the pipe early without a crash. Any other error of the stream is thrown. */
export function tolerateClosedPipe(...streams: readonly Output[]): void {
  for (const stream of streams) {
    stream.on?.('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
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
