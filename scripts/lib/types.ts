import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from './project.js';

/**
 * The declarations that the public API reaches, by their path in `dist`. Those of the inside are left out.
 *
 * @throws {Error} if the API reaches a declaration outside `src`
 */
export async function declarations(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-deploy-types-'));
  try {
    const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc');
    await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.types.json', '--outDir', folder], {
      cwd: PROJECT,
    });
    return reached('src/index.d.ts', (path) => readFileSync(join(folder, path), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reached(path: string, read: (path: string) => string, files = new Map<string, string>()): Map<string, string> {
  if (!path.startsWith('src/')) throw new Error(`The public types reach ${path}, which is not in src.`);
  const name = path.replace(/^src\//, 'types/');
  if (files.has(name)) return files;
  const text = read(path);
  files.set(name, text);
  for (const specifier of specifiers(text)) {
    reached(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.d.ts'), read, files);
  }
  return files;
}

/** The relative modules that a declaration file names; the compiler writes them all in these forms. */
function specifiers(text: string): string[] {
  return [...text.matchAll(/\b(?:from |import\(|import )['"](\.[^'"]+)['"]/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  );
}
