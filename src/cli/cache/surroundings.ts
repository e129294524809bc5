import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf, type Invocation } from '../streams.js';

/**
 * A digest of what a run depends on besides the repository: the program itself, the day, and the files that the command
 * line names, by absolute path.
 */
export function surroundingsOf(invocation: Invocation, named: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([programFiles(), dayOf(invocation)]));
  for (const path of named) digest.update(JSON.stringify([path, contentOf(path)]));
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
