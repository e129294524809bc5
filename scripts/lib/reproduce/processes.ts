import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { listenersOf, type Address } from '../sockets.js';

/** A program in a process group of its own, so that what it starts ends with it. */
export interface Running {
  id: number;
  /** The end of what it wrote. */
  output: () => string;
  hasEnded: () => boolean;
  ended: Promise<void>;
}

export interface Surroundings {
  cwd: string;
  env: Readonly<Record<string, string>>;
}

/** How much of a program's output is kept, in characters. */
const KEPT = 4_000;
/** How long a server is given to listen, in ms: a busy machine is slow. */
const START_LIMIT = 60_000;

const groups = new Set<number>();
process.on('exit', () => {
  for (const id of groups) signal(id, 'SIGKILL');
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(1));

/** Starts a program with this environment and no other variable. */
export function run([program = '', ...args]: readonly string[], { cwd, env }: Surroundings): Running {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output = `${output}${data.toString()}`.slice(-KEPT)));
  }
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      over = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      output += error.message;
      end();
    });
  });
  const id = child.pid ?? 0;
  if (id > 0) groups.add(id);
  return { id, output: () => output, hasEnded: () => over, ended };
}

/** Ends a program and all that it started. */
export async function stop({ id, ended }: Running): Promise<void> {
  signal(id, 'SIGKILL');
  await ended;
  groups.delete(id);
}

/** Sends a signal to a whole group; one that is gone already is no fault. */
function signal(group: number, name: NodeJS.Signals): void {
  if (group <= 0) return;
  try {
    process.kill(-group, name);
  } catch {
    // It is gone.
  }
}

/** Waits until a program listens somewhere; nowhere if it ends first, or does not for a minute. */
export async function listening(running: Running): Promise<readonly Address[]> {
  const start = Date.now();
  while (Date.now() - start < START_LIMIT) {
    const found = listenersOf(running.id);
    if (found.length > 0) return found;
    // One that goes to the background may listen later.
    if (running.hasEnded()) return [];
    await wait(100);
  }
  return [];
}
