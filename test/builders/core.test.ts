import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ESBUILD_CASES } from '../../scripts/lib/builders/esbuild-cases.js';
import { FILE_CASES } from '../../scripts/lib/builders/file-cases.js';
import { measure, type BuilderCase } from '../../scripts/lib/builders/run.js';
import { TYPESCRIPT_CASES } from '../../scripts/lib/builders/typescript-cases.js';
import { PROJECT } from '../../scripts/lib/project.js';
import { temporaryFolder } from '../support/temporary.js';

const BIN = join(PROJECT, 'node_modules/.bin');

/** A compiler takes its time on a machine that does much else, in milliseconds. */
const LONGEST = 120_000;

/** The other builders, and the other versions of TypeScript, are measured by `npm run measure-builders`. */
describe.each([
  ['TypeScript', TYPESCRIPT_CASES],
  ['esbuild', ESBUILD_CASES],
  ['A command of files', FILE_CASES],
])('%s makes what is said of it', (_, cases) => {
  it.each(cases.filter(({ wide }) => wide !== true).map((each): [string, BuilderCase] => [each.name, each]))(
    '%s',
    async (_name, asked) => {
      const folder = join(temporaryFolder(), 'project');
      mkdirSync(folder);
      const measured = await measure(folder, BIN, withVersion(asked));
      expect(measured.faults).toEqual([]);
    },
    LONGEST,
  );
});

/** The layout depends on the version of the compiler. */
function withVersion(asked: BuilderCase): BuilderCase {
  const own = asked.files['package.json'];
  const listed = { devDependencies: { typescript: '6.0.3', esbuild: '0.28.2' } };
  return {
    ...asked,
    files: { ...asked.files, 'package.json': typeof own === 'object' ? { ...own, ...listed } : listed },
  };
}
