import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../scripts/lib/bundle.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a fresh bundle of the sources under test, as `dist` would be. */
    bundle: string;
  }
}

/** Bundles once for all tests: the committed dist may be older than the sources while one works on them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-deploy-bundle-'));
  await bundle(folder);
  project.provide('bundle', folder);
  return () => {
    rmSync(folder, { recursive: true });
  };
}
