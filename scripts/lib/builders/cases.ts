import { BUNDLER_SETS } from './bundler-cases.js';
import { COMPILER_SETS } from './compiler-cases.js';
import { ESBUILD_CASES } from './esbuild-cases.js';
import { FRAMEWORK_SETS } from './framework-cases.js';
import type { BuilderSet } from './set.js';
import { SITE_SETS } from './site-cases.js';
import { TYPESCRIPT_CASES } from './typescript-cases.js';

/** Everything that is measured. The versions are those of the day; older ones where projects still have them. */
export const BUILDER_SETS: readonly BuilderSet[] = [
  ...['4.9.5', '5.9.3', '6.0.3', '7.0.2'].map((version): BuilderSet => ({
    builder: 'typescript',
    packages: [`typescript@${version}`], // A list of bases came with version 5.
    cases: TYPESCRIPT_CASES.filter(({ name }) => name !== 'two bases' || !version.startsWith('4')),
  })),
  { builder: 'esbuild', packages: ['esbuild@0.28.2'], cases: ESBUILD_CASES },
  ...COMPILER_SETS,
  ...BUNDLER_SETS,
  ...FRAMEWORK_SETS,
  ...SITE_SETS,
];
