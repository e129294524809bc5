import module from 'node:module';
import { EXIT } from './cli/exit.js';

/** The folder to start from; undefined where it was deleted under the shell. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function fail(message: string): void {
  process.stderr.write(`lint-deploy: ${message}\n`);
  process.exitCode = EXIT.failed;
}

/** A shell's statuses of programs that these signals end. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

const state: { isWriting: boolean } = { isWriting: false };

/** A file is written in one go, beside its place first: Node gives the word to these only after it is whole. */
function endWhole(): void {
  state.isWriting = true;
  process.once('SIGINT', () => process.exit(SIGNALS.SIGINT));
  process.once('SIGTERM', () => process.exit(SIGNALS.SIGTERM));
}

/** A reader such as `head` may close the pipe early; any other error, such as a full disk, loses the report. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    fail(`The report could not be written to standard output: ${error.code ?? error.message}.`);
});
process.stderr.on('error', () => {
  process.exitCode = EXIT.failed;
});

// From Node 22.1 on the compiled program is kept in Node's own cache, in the system's temporary folder. It has to be asked
// for before the rest loads; where it cannot be written, Node goes on without.
const { enableCompileCache }: Pick<typeof module, 'builtinModules'> & { enableCompileCache?: () => unknown } = module;
enableCompileCache?.();
const { main } = await import('./cli/main.js');

const cwd = currentFolder();
if (cwd === undefined) fail('The current folder no longer exists.');
else {
  const code = await main({
    argv: process.argv.slice(2),
    cwd,
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    beforeWriting: endWhole,
    ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
  });
  // With nothing left to wait for, Node would end without looking whether a signal came. It looks before the second turn.
  for (let turn = 0; state.isWriting && turn < 2; turn++) await new Promise(setImmediate);
  process.exitCode ??= code;
}
