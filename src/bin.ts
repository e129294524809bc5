import { main } from './cli/main.js';
import { createInterface } from 'node:readline/promises';
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

/** A reader such as `head` may close the pipe early; any other error, such as a full disk, loses the report. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    fail(`The report could not be written to standard output: ${error.code ?? error.message}.`);
});
process.stderr.on('error', () => {
  process.exitCode = EXIT.failed;
});

const cwd = currentFolder();
if (cwd === undefined) fail('The current folder no longer exists.');
else {
  const code = await main({
    argv: process.argv.slice(2),
    cwd,
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
  });
  process.exitCode ??= code;
}
