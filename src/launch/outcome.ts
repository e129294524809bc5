import type { Location } from '../model/location.js';
import type { Launch } from '../model/process.js';
import type { LaunchedProcess, Outcome } from './start.js';

/** A launch whose processes still tell what stays above them. */
export interface OpenLaunch extends Launch {
  processes: readonly LaunchedProcess[];
  before: readonly LaunchedProcess[];
}

/** What a command that was followed comes to as the start command of a service, written at `at`. */
export function launchOf(outcome: Outcome, at: Location, folder: string): OpenLaunch {
  const { before, front, background, gaps, end, waits } = outcome;
  const processes = [...background, ...front].filter(({ program }) => program.role !== 'task');
  // A program that ends by itself leaves nothing, wherever it stands.
  const tasks = [...background, ...front].filter(({ program }) => program.role === 'task');
  const launched = { processes, before: [...before, ...tasks], gaps, folder };
  if (front.some(({ program }) => program.role !== 'task') || (waits && background.length > 0)) return launched;
  const last = [...processes, ...launched.before].at(-1);
  if (end) return { ...launched, ends: end };
  if (processes.length > 0) {
    const why = 'it goes on in the background, and nothing stays in front';
    return { ...launched, ends: { why, at: last?.at ?? at } };
  }
  if (tasks.length > 0)
    return { ...launched, ends: { why: `\`${last?.program.name ?? ''}\` ends by itself`, at: last?.at ?? at } };
  return gaps.length > 0 ? launched : { ...launched, ends: { why: 'it starts nothing that stays', at } };
}
