import { BUNDLER_SETS } from './bundler-cases.js';
import { COMPILER_SETS } from './compiler-cases.js';
import { ESBUILD_CASES } from './esbuild-cases.js';
import { FILE_PROGRAM_CASES } from './file-cases.js';
import { FRAMEWORK_SETS } from './framework-cases.js';
import type { BuilderSet } from './set.js';
import { SITE_SETS } from './site-cases.js';
import { TYPESCRIPT_CASES } from './typescript-cases.js';

/**
 * A list of bases came with version 5.0, `${configDir}` with 5.5. A build of version 4 writes nothing where an option is not
 * known, as one is of the cases.
 */
const SINCE_TYPESCRIPT_5 = new Set(['two bases', 'configDir in a base', 'a record of a build that is not incremental']);

/** Everything that is measured. The versions are those of the day; older ones where projects still have them. */
export const BUILDER_SETS: readonly BuilderSet[] = [
  ...['4.9.5', '5.9.3', '6.0.3', '7.0.2'].map((version): BuilderSet => ({
    builder: 'typescript',
    packages: [`typescript@${version}`],
    cases: TYPESCRIPT_CASES.filter(({ name }) => !version.startsWith('4') || !SINCE_TYPESCRIPT_5.has(name)),
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
