import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { idleTime } from './idle.js';
import type { Site } from './platform.js';
import { ask, type Asked } from './visitor.js';

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

/** By how much a pause may miss the moment, in ms. */
const JITTER = 20;

/**
 * Posts in bursts, with pauses as long as the server keeps an idle connection, so that many meet the moment at which it
 * closes theirs. The edge does not repeat a POST. How long that is, the first visit finds out.
 */
export function postsAroundTheLimit({ path, connections, rounds, enough = Infinity }: Bursts): () => Visit {
  return () => {
    let pause: number | undefined;
    return async (site) => {
      pause ??= await idleTime(site, path);
      const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
      const asked: Asked = { method: 'POST', body: 'name=shop', agent };
      const answers: number[] = [];
      for (let round = 0; round < rounds && count(answers, 502) < enough; round++) {
        const burst = Array.from({ length: connections }, () => ask(site.port, site.host, path, asked));
        answers.push(...(await Promise.all(burst)).map(({ status }) => status));
        await wait(pause + (Math.random() * 2 - 1) * JITTER);
      }
      agent.destroy();
      return answers;
    };
  };
}

export function count(answers: readonly number[], status: number): number {
  return answers.filter((each) => each === status).length;
}
