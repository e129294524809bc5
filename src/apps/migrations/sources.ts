import { childOf } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';

/** Files of code that are read, and folders looked into, before the search gives up. */
const MAX_FILES = 1_500;
const MAX_FOLDERS = 600;

const CODE = /\.(?:py|[cm]?[jt]sx?|sh|rb|rake)$/;

/** Folders that hold no code that a service starts. Tests and what is installed or built are none of it. */
const LEFT_OUT =
  /^(?:node_modules|\..*|dist|build|out|venv|env|__pycache__|site-packages|vendor|tests?|__tests__|spec|e2e|docs?|versions|static|public|media|assets)$/;

/** The texts of the code in some folders and below. `complete`: all of it was read. */
export function sourcesIn(
  repository: Repository,
  folders: readonly string[],
): { texts: readonly string[]; complete: boolean } {
  const texts: string[] = [];
  const left = folders.filter(
    (one) => !folders.some((other) => other !== one && (other === '' || one.startsWith(`${other}/`))),
  );
  for (let looked = 0; looked < MAX_FOLDERS; looked++) {
    const folder = left.shift();
    if (folder === undefined) return { texts, complete: true };
    for (const { name, is, link } of repository.list(folder)) {
      const path = childOf(folder, name);
      if (is === 'directory' && !link && !LEFT_OUT.test(name)) left.push(path);
      if (is !== 'file' || !CODE.test(name)) continue;
      if (texts.length >= MAX_FILES) return { texts, complete: false };
      const source = repository.read(path);
      if (source.is === 'text') texts.push(source.text);
    }
  }
  return { texts, complete: left.length === 0 };
}
