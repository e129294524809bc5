import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wantsColour, type Invocation } from '../streams.js';

/**
 * The file that keeps what a command line was answered: an absolute path. Undefined without `--cache`, and where there is
 * no folder to keep it in. Two command lines share it only where they ask for the same reports, from the same folder, in
 * the same look.
 */
export async function keptFile({ argv, cwd, env, stdout }: Invocation): Promise<string | undefined> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, allowPositionals: true });
  if (values.cache !== true) return undefined;
  const location = values['cache-location'];
  const folder = typeof location === 'string' ? resolve(cwd, location) : await ownFolder();
  if (folder === undefined) return undefined;
  const asked = [argv, cwd, wantsColour(stdout, env, false), stdout.columns];
  return join(folder, `${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}.json`);
}

/** Undefined for a user without a home, as in a container that runs under a number: only a whole path is sure to be theirs. */
async function ownFolder(): Promise<string | undefined> {
  try {
    // It looks for the home as soon as it is loaded, and throws where there is none.
    const { default: envPaths } = await import('env-paths');
    const { cache } = envPaths('lint-deploy', { suffix: '' });
    return isAbsolute(cache) ? cache : undefined;
  } catch {
    return undefined;
  }
}

/** Of the command line, what has to be known before all else of it is read. */
const OPTIONS = { cache: { type: 'boolean' }, 'cache-location': { type: 'string' } } as const;

/** Whether a file in the folder of the cache is one of those that `keptFile` names. */
export function isKeptFile(name: string): boolean {
  return /^[0-9a-f]{64}\.json$/.test(name);
}
