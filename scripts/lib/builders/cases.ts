import { BUNDLER_SETS } from './bundler-cases.js';
import { COMPILER_SETS } from './compiler-cases.js';
import { ESBUILD_CASES } from './esbuild-cases.js';
import { FILE_PROGRAM_CASES } from './file-cases.js';
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
  {
    builder: 'file-programs',
    packages: ['shx@0.4', 'cpx2@8', 'copyfiles@2', 'cpy-cli@5', 'ncp@2', 'mkdirp@3', 'rimraf@6', 'del-cli@6'],
    cases: FILE_PROGRAM_CASES,
  },
  ...COMPILER_SETS,
  ...BUNDLER_SETS,
  ...FRAMEWORK_SETS,
  ...SITE_SETS,
];
