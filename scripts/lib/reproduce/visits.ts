import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { idleTime } from './idle.js';
import type { Site } from './platform.js';
import { ask, type Answer, type Asked } from './visitor.js';

/** What visitors got: the status of each request. 0: the connection ended without an answer. */
export type Visit = (site: Site) => Promise<readonly number[]>;

/** Asks for one path several times. */
export function get(path: string, times = 5, asked: Asked = {}): () => Visit {
  return () => async (site) => {
    const answers: number[] = [];
    for (let time = 0; time < times; time++) {
      const { status } = await ask(site.port, site.host, path, asked);
      answers.push(status);
    }
    return answers;
  };
}

export interface Bursts {
  path: string;
  /** Requests that are sent at once, each over a connection of its own between edge and app. */
  connections: number;
  rounds: number;
  /** Enough once so many requests failed. */
  enough?: number;
}

/**
 * Posts in bursts, with pauses about as long as the server keeps an idle connection, so that many meet the moment at which
 * it closes theirs. The edge does not repeat a POST. How long that is, the first visit finds out.
 */
export function postsAroundTheLimit({ path, connections, rounds, enough = Infinity }: Bursts): () => Visit {
  return () => {
    let pause: number | undefined;
    let most = rounds;
    return async (site) => {
      const isFirst = pause === undefined;
      pause ??= await idleTime(site, path);
      const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
      const headers = { 'content-type': 'text/plain' };
      const asked: Asked = { method: 'POST', headers, body: 'shop', agent };
      const answers: number[] = [];
      for (let round = 0; round < most && count(answers, 502) < enough; round++) {
        const start = Date.now();
        const burst = Array.from({ length: connections }, () => ask(site.port, site.host, path, asked));
        answers.push(...(await Promise.all(burst)).map(({ status }) => status));
        // The first connections of a burst are idle while it goes on, and the next burst takes its time, too.
        await wait(pause - Math.random() * 2 * (Date.now() - start));
      }
      agent.destroy();
      // What did not happen is sought twice as long as it took to happen.
      if (isFirst) most = (answers.length / connections) * 2;
      return answers;
    };
  };
}

export function count(answers: readonly number[], status: number): number {
  return answers.filter((each) => each === status).length;
}

/** Makes an app crash, waits for it to answer again, up to a time, and asks then. */
export function afterACrash(crash: string, path: string): () => Visit {
  return () => async (site) => {
    await ask(site.port, site.host, crash);
    const start = Date.now();
    // The crash comes after the answer.
    await wait(1_000);
    while (Date.now() - start < RECOVERY && (await ask(site.port, site.host, path)).status !== 200) await wait(500);
    return get(path)()(site);
  };
}

/** How long an app has to come back, in ms. */
const RECOVERY = 10_000;

/** Slow requests that are sent at once. */
const SLOW = 5;

/** Makes an app crash while slow requests are under way, and tells what these got. */
export function duringACrash({ slow, crash }: { slow: string; crash: string }): () => Visit {
  return () => async (site) => {
    const answers = await underWay(site, slow, SLOW);
    await ask(site.port, site.host, crash);
    return (await Promise.all(answers)).map(({ status }) => status);
  };
}

/** Asks for what is slow; a POST, which the edge does not repeat. */
export interface Slow {
  path: string;
  /** Requests that are under way when SIGTERM is sent. A sync worker of gunicorn takes one at a time. */
  atOnce: number;
}

/**
 * Ends an app as a deploy does, with SIGTERM and in the end SIGKILL, while slow requests are under way. One visitor goes on
 * with the next request as soon as it has its answer, until the app is gone.
 */
export function duringATermination({ path, atOnce }: Slow): () => Visit {
  return () => async (site) => {
    const asked = { method: 'POST' };
    const first = await underWay(site, path, atOnce, asked);
    const delay = site.shutdownDelay ?? 0;
    const start = Date.now();
    let isGone = false;
    const end = site.app?.terminate(delay).finally(() => (isGone = true));
    const goOn = async (): Promise<readonly number[]> => {
      const answers = (await Promise.all(first)).map(({ status }) => status);
      const duration = Date.now() - start;
      // A worker that ends may still be on its way.
      await wait(LEAVING);
      while (!isGone) {
        // None ends about when all is killed: the kill meets one that is half done.
        const left = start + delay - Date.now();
        await wait(Math.abs(left - duration) < duration / 2 ? left - duration / 2 : BETWEEN);
        answers.push((await ask(site.port, site.host, path, asked)).status);
      }
      return answers;
    };
    const [answers] = await Promise.all([goOn(), end]);
    return answers;
  };
}

/** How long a worker has to end after its last answer, in ms. */
const LEAVING = 200;
/** Between an answer and the visitor's next request, in ms. */
const BETWEEN = 20;

/** Sends requests that an app says of that it began each. */
async function underWay(
  site: Site,
  path: string,
  times: number,
  asked: Asked = {},
): Promise<readonly Promise<Answer>[]> {
  const answers = Array.from({ length: times }, () => ask(site.port, site.host, path, asked));
  let open = times;
  for (const each of answers) void each.then(() => open--);
  // An app that is not there says nothing: the edge answers for it.
  while (open > 0 && (site.app?.output() ?? '').split(' begins').length <= times) await wait(50);
  return answers;
}

/** Follows redirects that lead to the very page they come from. */
export function follow(path: string): () => Visit {
  return () => async (site) => {
    const address = `https://${site.host}${path}`;
    const answers: number[] = [];
    for (let hop = 0; hop < 5; hop++) {
      const { status, headers } = await ask(site.port, site.host, path);
      answers.push(status);
      if (status < 300 || status >= 400) return answers;
      if (headers.location !== address) throw new Error(`It leads to ${headers.location ?? 'nowhere'}.`);
    }
    return answers;
  };
}

/** Asks once, so that a connection to the database is open, ends the database's connections, and asks again. */
export function afterADatabaseRestart(path: string): () => Visit {
  return () => async (site) => {
    const { status } = await ask(site.port, site.host, path);
    if (status !== 200) throw new Error(`It answers ${status} before the database is restarted.`);
    await site.database?.restart();
    return get(path)()(site);
  };
}
