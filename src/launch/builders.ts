import type { Words } from './package-managers.js';

/**
 * What a builder makes of an app: one page that shows every route (`single`), a page for each route (`multiple`), or
 * either, by settings that are not read (`unknown`).
 */
export type Pages = 'single' | 'multiple' | 'unknown';

/** A program that builds static sites. */
export interface Builder {
  name: string;
  pages: Pages;
  /** Where it is documented what it makes. */
  source: string;
}

/** How a builder is called: its program and the subcommand, where it needs one. */
interface Row extends Builder {
  calls: readonly (readonly string[])[];
}

const ROWS: readonly Row[] = [
  { name: 'Vite', calls: [['vite', 'build']], pages: 'single', source: 'https://vite.dev/guide/build.html' },
  {
    name: 'Create React App',
    calls: [
      ['react-scripts', 'build'],
      ['craco', 'build'],
      ['react-app-rewired', 'build'],
    ],
    pages: 'single',
    source: 'https://create-react-app.dev/docs/deployment/#serving-apps-with-client-side-routing',
  },
  {
    name: 'Vue CLI',
    calls: [['vue-cli-service', 'build']],
    pages: 'single',
    source: 'https://cli.vuejs.org/guide/deployment.html',
  },
  {
    name: 'Angular',
    calls: [
      ['ng', 'build'],
      ['ng', 'b'],
      ['@angular/cli', 'build'],
    ],
    pages: 'single',
    source: 'https://angular.dev/tools/cli/deployment',
  },
  {
    name: 'Parcel',
    calls: [['parcel', 'build']],
    pages: 'single',
    source: 'https://parceljs.org/features/production/',
  },
  { name: 'webpack', calls: [['webpack']], pages: 'single', source: 'https://webpack.js.org/concepts/entry-points/' },
  { name: 'Rsbuild', calls: [['rsbuild', 'build']], pages: 'single', source: 'https://rsbuild.rs/config/source/entry' },
  {
    name: 'Rspack',
    calls: [['rspack', 'build'], ['rspack']],
    pages: 'single',
    source: 'https://rspack.rs/config/entry',
  },
  {
    name: 'Next.js',
    calls: [
      ['next', 'build'],
      ['next', 'export'],
    ],
    pages: 'multiple',
    source: 'https://nextjs.org/docs/app/guides/static-exports',
  },
  {
    name: 'Nuxt',
    calls: [
      ['nuxt', 'generate'],
      ['nuxi', 'generate'],
      ['nuxt', 'build'],
      ['nuxi', 'build'],
    ],
    pages: 'multiple',
    source: 'https://nuxt.com/docs/getting-started/deployment#static-hosting',
  },
  {
    name: 'Gatsby',
    calls: [['gatsby', 'build']],
    pages: 'multiple',
    source: 'https://www.gatsbyjs.com/docs/conceptual/overview-of-the-gatsby-build-process/',
  },
  {
    name: 'Docusaurus',
    calls: [['docusaurus', 'build']],
    pages: 'multiple',
    source: 'https://docusaurus.io/docs/deployment',
  },
  {
    name: 'VitePress',
    calls: [['vitepress', 'build']],
    pages: 'multiple',
    source: 'https://vitepress.dev/guide/deploy',
  },
  {
    name: 'VuePress',
    calls: [['vuepress', 'build']],
    pages: 'multiple',
    source: 'https://vuepress.vuejs.org/guide/introduction.html',
  },
  {
    name: 'Astro',
    calls: [['astro', 'build']],
    pages: 'multiple',
    source: 'https://docs.astro.build/en/basics/astro-pages/',
  },
  { name: 'Hugo', calls: [['hugo']], pages: 'multiple', source: 'https://gohugo.io/getting-started/usage/' },
  {
    name: 'Jekyll',
    calls: [
      ['jekyll', 'build'],
      ['jekyll', 'b'],
    ],
    pages: 'multiple',
    source: 'https://jekyllrb.com/docs/usage/',
  },
  {
    name: 'Eleventy',
    calls: [['eleventy'], ['@11ty/eleventy']],
    pages: 'multiple',
    source: 'https://www.11ty.dev/docs/usage/',
  },
  { name: 'MkDocs', calls: [['mkdocs', 'build']], pages: 'multiple', source: 'https://www.mkdocs.org/user-guide/cli/' },
  {
    name: 'Sphinx',
    calls: [['sphinx-build']],
    pages: 'multiple',
    source: 'https://www.sphinx-doc.org/en/master/man/sphinx-build.html',
  },
  {
    name: 'Hexo',
    calls: [
      ['hexo', 'generate'],
      ['hexo', 'g'],
    ],
    pages: 'multiple',
    source: 'https://hexo.io/docs/generating',
  },
  {
    name: 'Zola',
    calls: [['zola', 'build']],
    pages: 'multiple',
    source: 'https://www.getzola.org/documentation/getting-started/cli-usage/',
  },
  {
    name: 'Storybook',
    calls: [['storybook', 'build'], ['build-storybook']],
    pages: 'multiple',
    source: 'https://storybook.js.org/docs/sharing/publish-storybook',
  },
  {
    name: 'React Router',
    calls: [['react-router', 'build']],
    pages: 'unknown',
    source: 'https://reactrouter.com/how-to/spa',
  },
  {
    name: 'Remix',
    calls: [
      ['remix', 'vite:build'],
      ['remix', 'build'],
    ],
    pages: 'unknown',
    source: 'https://v2.remix.run/docs/guides/spa-mode',
  },
  {
    name: 'Expo',
    calls: [
      ['expo', 'export'],
      ['expo', 'export:web'],
    ],
    pages: 'unknown',
    source: 'https://docs.expo.dev/router/reference/static-rendering/',
  },
  {
    name: 'Ember',
    calls: [
      ['ember', 'build'],
      ['ember', 'b'],
    ],
    pages: 'unknown',
    source: 'https://cli.emberjs.com/release/basic-use/deploying/',
  },
  {
    name: 'Vinxi',
    calls: [['vinxi', 'build']],
    pages: 'unknown',
    source: 'https://docs.solidjs.com/solid-start/reference/config/define-config',
  },
  {
    name: 'Vite SSG',
    calls: [['vite-ssg'], ['vite-react-ssg'], ['vike', 'build']],
    pages: 'unknown',
    source: 'https://github.com/antfu-collective/vite-ssg',
  },
];

/** The builder a command runs; undefined for every other program. */
export function builderOf(words: Words): Builder | undefined {
  return ROWS.find(({ calls }) => calls.some((call) => isCall(words, call)));
}

function isCall(words: Words, [program, subcommand]: readonly string[]): boolean {
  if (words[0] !== program) return false;
  return subcommand === undefined || words.slice(1).find((word) => word?.startsWith('-') !== true) === subcommand;
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
