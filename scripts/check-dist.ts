// npm run check:dist: fails unless the committed dist is what the sources give, byte for byte.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleFiles, isProgram } from './lib/bundle.js';
import { PROJECT } from './lib/project.js';

const DIST = join(PROJECT, 'dist');

const expected = await bundleFiles();
const actual = filesIn(DIST);
const faults = [...new Set([...expected.keys(), ...actual])].sort().flatMap((path) => faultOf(path) ?? []);

if (faults.length > 0) {
  console.error(`dist is not what the sources give:\n${faults.join('\n')}\nRun "npm run bundle" and commit dist.`);
  process.exitCode = 1;
} else {
  console.log(`dist is up to date: ${expected.size} files.`);
}

function faultOf(path: string): string | undefined {
  const content = expected.get(path);
  const file = join(DIST, path);
  if (content === undefined) return `  not built any more: dist/${path}`;
  if (!actual.includes(path)) return `  missing: dist/${path}`;
  if (!readFileSync(file).equals(Buffer.from(content))) return `  differs: dist/${path}`;
  if (isProgram(path) && (statSync(file).mode & 0o100) === 0) return `  not executable: dist/${path}`;
  return undefined;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
