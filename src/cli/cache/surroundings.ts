import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realPlace } from '../../repository/named-path.js';
import { dayOf, type Invocation } from '../streams.js';

/**
 * A digest of what a run depends on besides the content of the repository: the program itself, the day, where the folder
 * that is linted lies in truth, and the files that the command line names: whether a link leads one of them out of the
 * repository counts beside its content. All paths are absolute.
 */
export function surroundingsOf(invocation: Invocation, folder: string, named: readonly string[]): string {
  const about = [programFiles(), dayOf(invocation), realPlace(folder)];
  const digest = createHash('sha256').update(JSON.stringify(about));
  for (const path of named) digest.update(JSON.stringify([path, realPlace(path), contentOf(path)]));
  return digest.digest('hex');
}

/** In the bundle this file lies beside all others, which are named for their content. */
function programFiles(): string[] {
  const folder = dirname(fileURLToPath(import.meta.url));
  return readdirSync(folder).map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
}

function contentOf(path: string): string | undefined {
  try {
    return isFile(path) ? readFileSync(path, 'base64') : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path leads to a plain file. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
