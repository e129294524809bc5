import type { Progress } from '../index.js';
import { cleanLine } from '../report/clean-text.js';
import { truncate } from '../report/layout.js';
import { redactSecrets } from '../report/secrets.js';
import { loadedParsers } from '../syntax/loaded.js';
import type { Output } from './streams.js';

/** A run that takes less, in ms, shows no progress. */
const QUIET_FOR = 1000;
/** The line is written anew after so many ms. */
const EVERY = 100;
/** Columns where the terminal names none. */
const DEFAULT_WIDTH = 80;

/** Goes back to the start of the line and clears it (ECMA-48: CR, then EL). */
const CLEAR = '\r\u001B[2K';

/** Looks on while a run goes on: one line of progress on a terminal, and the time that each phase takes. */
export interface Watch {
  onProgress: (progress: Progress) => void;
  /** A phase that the run itself does not know of begins. */
  start: (phase: string) => void;
  /** Takes the line of progress away; to be called before anything else is written. */
  clear: () => void;
  /** What took how long so far, what was read, in lines. */
  stats: () => string;
}

/** `clock` gives the time in ms. Progress goes to `stderr`, if that is a terminal. */
export function watchRun(stderr: Output, clock: () => number): Watch {
  const began = clock();
  const phases = new Map<string, number>();
  let current: { phase: string; since: number } | undefined;
  let filesRead = 0;
  let writtenAt: number | undefined;
  const start = (phase: string): void => {
    const now = clock();
    if (current) phases.set(current.phase, (phases.get(current.phase) ?? 0) + now - current.since);
    current = { phase, since: now };
  };
  const show = (text: string): void => {
    const now = clock();
    if (stderr.isTTY !== true || now - began < QUIET_FOR || now - (writtenAt ?? 0) < EVERY) return;
    stderr.write(
      CLEAR + truncate(`lint-deploy: ${cleanLine(redactSecrets(text))}`, (stderr.columns ?? DEFAULT_WIDTH) - 1),
    );
    writtenAt = now;
  };
  return {
    start,
    onProgress(progress) {
      if (progress.phase === 'done') {
        ({ filesRead } = progress);
        start('reports');
        return;
      }
      if (current?.phase !== progress.phase) start(progress.phase);
      show(wordsOf(progress));
    },
    clear() {
      if (writtenAt !== undefined) stderr.write(CLEAR);
      writtenAt = undefined;
    },
    stats() {
      start('reports');
      return statsText(phases, clock() - began, filesRead);
    },
  };
}

function wordsOf(progress: Progress): string {
  if (progress.phase !== 'rules') return progress.phase;
  return `service ${progress.done + 1} of ${progress.total}: ${progress.service}`;
}

function statsText(phases: ReadonlyMap<string, number>, total: number, filesRead: number): string {
  const rows = [...phases, ['total', total] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  const times = rows.map(([name, ms]) => `  ${name.padEnd(width)}  ${ms.toFixed(0).padStart(6)} ms`);
  const parsers = loadedParsers();
  return [
    'lint-deploy: time by phase',
    ...times,
    `  files read: ${filesRead}`,
    `  parsers loaded: ${parsers.length > 0 ? parsers.join(', ') : 'none'}`,
    '',
  ].join('\n');
}
