import type { Launch, Process } from '../model/process.js';

/** The process that answers requests, as far as the programs tell; `undecided` where several may. */
export function serverOf({ processes }: Launch): Process | 'undecided' | undefined {
  const servers = processes.filter(({ program }) => program.role === 'server' || program.role === 'dev-server');
  const candidates =
    servers.length > 0
      ? servers
      : processes.filter(({ program }) => program.role === 'runtime' || program.role === 'unknown');
  if (candidates.length > 1) return 'undecided';
  return candidates[0];
}
