import { PROGRAM_BUILDERS } from './builders/programs.js';
import type { Call } from './builders/row.js';
import { SITE_BUILDERS } from './builders/sites.js';
import type { Words } from './words.js';

/** Every builder that is known. */
export const BUILDERS = [...SITE_BUILDERS, ...PROGRAM_BUILDERS] as const;

export type Builder = (typeof BUILDERS)[number];

/** Those that make sites. */
export type SiteBuilder = (typeof SITE_BUILDERS)[number];

/** Those that make one page, whose entry has to be found. */
export type SinglePageBuilder = Extract<Builder, { pages: 'single' }>;

/** The builder a command runs; undefined for every other program. */
export function builderOf(words: Words): Builder | undefined {
  return BUILDERS.find((builder) => 'calls' in builder && builder.calls.some((call) => isCall(words, call)));
}

/** The builder that takes the place of Vite's own where its configuration imports a module. */
export function builderByPlugin(specifier: string): Builder | undefined {
  return BUILDERS.find((builder) => 'plugins' in builder && builder.plugins.some((each) => each === specifier));
}

function isCall(words: Words, [program, subcommand]: Call): boolean {
  const [called = ''] = words;
  // Wrappers such as `./mvnw` are run by their path.
  if (called !== program && !called.endsWith(`/${program}`)) return false;
  return subcommand === undefined || words.slice(1).find((word) => word?.startsWith('-') !== true) === subcommand;
}

/** Programs that, run on a finished build, write a page for each route they find. */
const PRERENDERERS: readonly Call[] = [
  ['react-snap'],
  ['react-snapshot'],
  ['react-spa-prerender'],
  ['prerender-spa'],
  ['react-static'],
  ['scully'],
  ['vike', 'prerender'],
];

/** Whether a program writes pages into the output of a builder that ran before it. */
export function isPrerenderer(words: Words): boolean {
  return PRERENDERERS.some((call) => isCall(words, call));
}

/** Programs that make no page of a site: a build of nothing else publishes files as they are in the repository. */
const NO_PAGES = new Set([
  ...[
    'echo',
    'printf',
    'true',
    ':',
    'set',
    'export',
    'unset',
    'test',
    '[',
    'exit',
    'pwd',
    'ls',
    'cat',
    'sleep',
    'which',
    'date',
  ],
  ...['rm', 'mkdir', 'cp', 'mv', 'ln', 'chmod', 'touch', 'rsync', 'find', 'curl', 'wget', 'tar', 'unzip', 'git'],
  ...['npm', 'yarn', 'pnpm', 'bun', 'corepack', 'nvm', 'pip', 'pip3', 'apt-get'],
  ...[
    'tsc',
    'vue-tsc',
    'eslint',
    'prettier',
    'biome',
    'jest',
    'vitest',
    'prisma',
    'husky',
    'patch-package',
    'rimraf',
    'ngcc',
  ],
]);

/** Whether a program cannot be what makes a site's pages. */
export function makesNoPages([program]: Words): boolean {
  return program !== undefined && NO_PAGES.has(program);
}
