import envPaths from 'env-paths';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wantsColour, type Invocation } from '../streams.js';

/**
 * The file that keeps what a command line was answered: an absolute path. Undefined without `--cache`. Two command lines
 * share it only where they ask for the same reports, from the same folder, in the same look.
 */
export function keptFile({ argv, cwd, env, stdout }: Invocation): string | undefined {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, allowPositionals: true });
  if (values.cache !== true) return undefined;
  const location = values['cache-location'];
  const folder = typeof location === 'string' ? resolve(cwd, location) : envPaths('lint-deploy', { suffix: '' }).cache;
  const asked = [argv, cwd, wantsColour(stdout, env, false), stdout.columns];
  return join(folder, `${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}.json`);
}

/** Of the command line, what has to be known before all else of it is read. */
const OPTIONS = { cache: { type: 'boolean' }, 'cache-location': { type: 'string' } } as const;

/** Whether a file in the folder of the cache is one of those that `keptFile` names. */
export function isKeptFile(name: string): boolean {
  return /^[0-9a-f]{64}\.json$/.test(name);
}
