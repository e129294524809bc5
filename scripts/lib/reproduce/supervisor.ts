import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Address } from '../sockets.js';
import { listening, run, stop, type Running, type Surroundings } from './processes.js';

/** An app that is started again when it ends, as a platform does. */
export interface Supervised {
  /** What it listened on once it had started. */
  listens: readonly Address[];
  /** The end of what it wrote. */
  output: () => string;
  /**
   * Sends SIGTERM to its first process, kills all that is left after a time, in ms, and does not start it again. Resolves
   * when the first process has ended.
   */
  terminate: (delay: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** How often an app that ends is started again, and the pause before that, in ms. */
const RESTARTS = 5;
const PAUSE = 500;

/**
 * Starts an app. When its first process ends, the others end with it, as in a container.
 *
 * @param isFirst it is the first process of a process namespace, with which the kernel is more careful
 */
export async function supervised(argv: readonly string[], at: Surroundings, isFirst: boolean): Promise<Supervised> {
  const start = (): Running => run(isFirst ? [...NAMESPACE, ...argv] : argv, at);
  let app = start();
  let isWanted = true;
  const restarting = (async () => {
    for (let time = 0; ; time++) {
      await app.ended;
      await stop(app);
      await wait(PAUSE);
      // It may have been taken down meanwhile.
      if (!(() => isWanted)() || time === RESTARTS) return;
      app = start();
    }
  })();
  return {
    listens: await listening(app),
    output: () => app.output(),
    terminate: async (delay) => {
      isWanted = false;
      const { id, ended, hasEnded } = app;
      if (hasEnded()) throw new Error('It had ended before it was to.');
      process.kill(isFirst ? childOf(id) : id, 'SIGTERM');
      const limit = new AbortController();
      const late = wait(delay, undefined, { signal: limit.signal }).catch(() => undefined);
      await Promise.race([ended, late]);
      limit.abort();
      await stop(app);
    },
    stop: async () => {
      isWanted = false;
      await stop(app);
      await restarting;
      await stop(app);
    },
  };
}

/** Runs a program as the first process of a namespace, which ends with it. Needs the rights of root. */
const NAMESPACE = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child', '--'];

function childOf(id: number): number {
  return Number(readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ')[0]);
}
