import type { Invocation } from './streams.js';

/**
 * The command line program. Writes only to the streams it is given, and returns the exit status.
 * Never throws: a usage error or a fault inside is a message on `stderr` and status 2.
 */
export async function main(invocation: Invocation): Promise<number> {
  if (invocation.argv.includes('--cache')) {
    const { repeat } = await import('./cache/repeat.js');
    const status = await repeat(invocation);
    if (status !== undefined) return status;
  }
  const { carryOut } = await import('./commands.js');
  return carryOut(invocation);
}
