import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A whole process, from its start to its end. */
export interface Cost {
  wallSeconds: number;
  /** User and system. */
  cpuSeconds: number;
  /** The most memory that it held at one time. */
  peakMiB: number;
}

export interface Contender {
  name: string;
  command: readonly [program: string, ...args: string[]];
}

/**
 * The median cost of each command, by its name. The commands take turns, so that a machine that slows down slows all of
 * them, and each has one run first that does not count. What they print and find is of no interest here.
 * @throws Error where GNU time is not there, or a command cannot be started.
 */
export function compare(contenders: readonly Contender[], cwd: string, rounds: number): ReadonlyMap<string, Cost> {
  const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const { name, command } of contenders) {
      const cost = costOf(command, cwd);
      if (round > 0) costs.get(name)?.push(cost);
    }
  return new Map([...costs].map(([name, all]) => [name, medianOf(all)]));
}

function costOf(command: Contender['command'], cwd: string): Cost {
  const figures = `${cwd}.time`;
  const start = process.hrtime.bigint();
  const run = spawnSync('/usr/bin/time', ['-q', '-f', '%U %S %M', '-o', figures, ...command], { cwd, stdio: 'ignore' });
  const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (run.error) throw new Error(`GNU time is needed (the package "time"): ${run.error.message}`);
  if (run.status === 127) throw new Error(`${command[0]} cannot be started`);
  const [user = NaN, system = NaN, peakKiB = NaN] = readFileSync(figures, 'utf8').trim().split(' ').map(Number);
  return { wallSeconds, cpuSeconds: user + system, peakMiB: peakKiB / 1024 };
}

function medianOf(costs: readonly Cost[]): Cost {
  return {
    wallSeconds: median(costs.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: median(costs.map(({ peakMiB }) => peakMiB)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
