import type { Words } from './package-managers.js';

interface Row {
  /** Kebab-case. */
  id: string;
  /** As its users write it. */
  name: string;
  /** How it is called: its program and the subcommand, where it needs one. */
  calls?: readonly Call[];
  /** Modules that a Vite configuration imports, so that `vite build` makes what this builder makes. */
  plugins?: readonly string[];
  /**
   * What it makes of an app: one page that shows every route (`single`), a page for each route (`multiple`), or either,
   * by settings that are not read (`unknown`). `none`: it makes programs, not sites.
   */
  pages: 'single' | 'multiple' | 'unknown' | 'none';
  /** Where it is documented what it makes. */
  source: string;
}

type Call = readonly [program: string, subcommand?: string];

const BUILDERS = [
  {
    id: 'vite',
    name: 'Vite',
    calls: [['vite', 'build']],
    pages: 'single',
    source: 'https://vite.dev/guide/build.html',
  },
  {
    id: 'create-react-app',
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
    id: 'vue-cli',
    name: 'Vue CLI',
    calls: [['vue-cli-service', 'build']],
    pages: 'single',
    source: 'https://cli.vuejs.org/guide/deployment.html',
  },
  {
    id: 'angular',
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
    id: 'parcel',
    name: 'Parcel',
    calls: [['parcel', 'build']],
    pages: 'single',
    source: 'https://parceljs.org/features/production/',
  },
  {
    id: 'webpack',
    name: 'webpack',
    calls: [['webpack']],
    pages: 'single',
    source: 'https://webpack.js.org/concepts/entry-points/',
  },
  {
    id: 'rsbuild',
    name: 'Rsbuild',
    calls: [['rsbuild', 'build']],
    pages: 'single',
    source: 'https://rsbuild.rs/config/source/entry',
  },
  {
    id: 'rspack',
    name: 'Rspack',
    calls: [['rspack', 'build'], ['rspack']],
    pages: 'single',
    source: 'https://rspack.rs/config/entry',
  },
  {
    id: 'next',
    name: 'Next.js',
    calls: [
      ['next', 'build'],
      ['next', 'export'],
    ],
    pages: 'multiple',
    source: 'https://nextjs.org/docs/app/guides/static-exports',
  },
  {
    id: 'nuxt',
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
    id: 'gatsby',
    name: 'Gatsby',
    calls: [['gatsby', 'build']],
    pages: 'multiple',
    source: 'https://www.gatsbyjs.com/docs/conceptual/overview-of-the-gatsby-build-process/',
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus',
    calls: [['docusaurus', 'build']],
    pages: 'multiple',
    source: 'https://docusaurus.io/docs/deployment',
  },
  {
    id: 'vitepress',
    name: 'VitePress',
    calls: [['vitepress', 'build']],
    pages: 'multiple',
    source: 'https://vitepress.dev/guide/deploy',
  },
  {
    id: 'vuepress',
    name: 'VuePress',
    calls: [['vuepress', 'build']],
    pages: 'multiple',
    source: 'https://vuepress.vuejs.org/guide/introduction.html',
  },
  {
    id: 'astro',
    name: 'Astro',
    calls: [['astro', 'build']],
    pages: 'multiple',
    source: 'https://docs.astro.build/en/basics/astro-pages/',
  },
  {
    id: 'hugo',
    name: 'Hugo',
    calls: [['hugo']],
    pages: 'multiple',
    source: 'https://gohugo.io/getting-started/usage/',
  },
  {
    id: 'jekyll',
    name: 'Jekyll',
    calls: [
      ['jekyll', 'build'],
      ['jekyll', 'b'],
    ],
    pages: 'multiple',
    source: 'https://jekyllrb.com/docs/usage/',
  },
  {
    id: 'eleventy',
    name: 'Eleventy',
    calls: [['eleventy'], ['@11ty/eleventy']],
    pages: 'multiple',
    source: 'https://www.11ty.dev/docs/usage/',
  },
  {
    id: 'mkdocs',
    name: 'MkDocs',
    calls: [['mkdocs', 'build']],
    pages: 'multiple',
    source: 'https://www.mkdocs.org/user-guide/cli/',
  },
  {
    id: 'sphinx',
    name: 'Sphinx',
    calls: [['sphinx-build']],
    pages: 'multiple',
    source: 'https://www.sphinx-doc.org/en/master/man/sphinx-build.html',
  },
  {
    id: 'hexo',
    name: 'Hexo',
    calls: [
      ['hexo', 'generate'],
      ['hexo', 'g'],
    ],
    pages: 'multiple',
    source: 'https://hexo.io/docs/generating',
  },
  {
    id: 'zola',
    name: 'Zola',
    calls: [['zola', 'build']],
    pages: 'multiple',
    source: 'https://www.getzola.org/documentation/getting-started/cli-usage/',
  },
  {
    id: 'storybook',
    name: 'Storybook',
    calls: [['storybook', 'build'], ['build-storybook']],
    pages: 'multiple',
    source: 'https://storybook.js.org/docs/sharing/publish-storybook',
  },
  {
    id: 'react-router',
    name: 'React Router',
    calls: [['react-router', 'build']],
    plugins: ['@react-router/dev/vite'],
    pages: 'unknown',
    source: 'https://reactrouter.com/how-to/spa',
  },
  {
    id: 'remix',
    name: 'Remix',
    calls: [
      ['remix', 'vite:build'],
      ['remix', 'build'],
    ],
    plugins: ['@remix-run/dev'],
    pages: 'unknown',
    source: 'https://v2.remix.run/docs/guides/spa-mode',
  },
  {
    id: 'expo',
    name: 'Expo',
    calls: [
      ['expo', 'export'],
      ['expo', 'export:web'],
    ],
    pages: 'unknown',
    source: 'https://docs.expo.dev/router/reference/static-rendering/',
  },
  {
    id: 'ember',
    name: 'Ember',
    calls: [
      ['ember', 'build'],
      ['ember', 'b'],
    ],
    pages: 'unknown',
    source: 'https://cli.emberjs.com/release/basic-use/deploying/',
  },
  {
    id: 'vinxi',
    name: 'Vinxi',
    calls: [['vinxi', 'build']],
    pages: 'unknown',
    source: 'https://docs.solidjs.com/solid-start/reference/config/define-config',
  },
  {
    id: 'vite-ssg',
    name: 'Vite SSG',
    calls: [['vite-ssg']],
    plugins: ['vite-ssg'],
    pages: 'unknown',
    source: 'https://github.com/antfu-collective/vite-ssg',
  },
  {
    id: 'vite-react-ssg',
    name: 'Vite React SSG',
    calls: [['vite-react-ssg']],
    plugins: ['vite-react-ssg'],
    pages: 'unknown',
    source: 'https://github.com/Daydreamer-riri/vite-react-ssg',
  },
  {
    id: 'vike',
    name: 'Vike',
    calls: [['vike', 'build']],
    plugins: ['vike/plugin'],
    pages: 'unknown',
    source: 'https://vike.dev/pre-rendering',
  },
  {
    id: 'vite-plugin-ssr',
    name: 'vite-plugin-ssr',
    plugins: ['vite-plugin-ssr/plugin'],
    pages: 'unknown',
    source: 'https://vite-plugin-ssr.com/pre-rendering',
  },
  {
    id: 'sveltekit',
    name: 'SvelteKit',
    plugins: ['@sveltejs/kit/vite'],
    pages: 'unknown',
    source: 'https://svelte.dev/docs/kit/adapter-static',
  },
  {
    id: 'tanstack-start',
    name: 'TanStack Start',
    plugins: ['@tanstack/react-start/plugin/vite', '@tanstack/solid-start/plugin/vite'],
    pages: 'unknown',
    source: 'https://tanstack.com/start/latest/docs/framework/react/guide/spa-mode',
  },
  {
    id: 'solidstart',
    name: 'SolidStart',
    plugins: ['@solidjs/start/config'],
    pages: 'unknown',
    source: 'https://docs.solidjs.com/solid-start/building-your-application/route-prerendering',
  },
  {
    id: 'qwik-city',
    name: 'Qwik City',
    plugins: ['@builder.io/qwik-city/vite'],
    pages: 'unknown',
    source: 'https://qwik.dev/docs/guides/static-site-generation/',
  },
  {
    id: 'analog',
    name: 'Analog',
    plugins: ['@analogjs/platform'],
    pages: 'unknown',
    source: 'https://analogjs.org/docs/features/server/static-site-generation',
  },
  {
    id: 'vite-plugin-prerender',
    name: 'vite-plugin-prerender',
    plugins: ['vite-plugin-prerender'],
    pages: 'unknown',
    source: 'https://github.com/Rudeus3Greyrat/vite-plugin-prerender',
  },
  {
    id: 'vite-prerender-plugin',
    name: 'vite-prerender-plugin',
    plugins: ['vite-prerender-plugin'],
    pages: 'unknown',
    source: 'https://github.com/preactjs/vite-prerender-plugin',
  },
  {
    id: 'prerenderer',
    name: '@prerenderer/rollup-plugin',
    plugins: ['@prerenderer/rollup-plugin'],
    pages: 'unknown',
    source: 'https://github.com/Tofandel/prerenderer',
  },
  {
    id: 'typescript',
    name: 'TypeScript',
    calls: [['tsc'], ['vue-tsc'], ['ttsc'], ['tspc'], ['tsgo']],
    pages: 'none',
    source: 'https://www.typescriptlang.org/docs/handbook/compiler-options.html',
  },
  {
    id: 'nest',
    name: 'Nest',
    calls: [['nest', 'build']],
    pages: 'none',
    source: 'https://docs.nestjs.com/cli/usages#nest-build',
  },
  {
    id: 'swc',
    name: 'swc',
    calls: [['swc'], ['swc', 'compile']],
    pages: 'none',
    source: 'https://swc.rs/docs/usage/cli',
  },
  {
    id: 'babel',
    name: 'Babel',
    calls: [['babel']],
    pages: 'none',
    source: 'https://babeljs.io/docs/babel-cli',
  },
  {
    id: 'esbuild',
    name: 'esbuild',
    calls: [['esbuild']],
    pages: 'none',
    source: 'https://esbuild.github.io/api/',
  },
  {
    id: 'tsup',
    name: 'tsup',
    calls: [['tsup'], ['tsup-node']],
    pages: 'none',
    source: 'https://tsup.egoist.dev',
  },
  {
    id: 'tsdown',
    name: 'tsdown',
    calls: [['tsdown']],
    pages: 'none',
    source: 'https://tsdown.dev/options/output-directory',
  },
  {
    id: 'rollup',
    name: 'Rollup',
    calls: [['rollup']],
    pages: 'none',
    source: 'https://rollupjs.org/configuration-options/',
  },
  {
    id: 'ncc',
    name: 'ncc',
    calls: [
      ['ncc', 'build'],
      ['@vercel/ncc', 'build'],
    ],
    pages: 'none',
    source: 'https://github.com/vercel/ncc',
  },
  {
    id: 'bun',
    name: 'Bun',
    calls: [['bun', 'build']],
    pages: 'none',
    source: 'https://bun.com/docs/bundler',
  },
  {
    id: 'unbuild',
    name: 'unbuild',
    calls: [['unbuild']],
    pages: 'none',
    source: 'https://github.com/unjs/unbuild',
  },
  {
    id: 'nitro',
    name: 'Nitro',
    calls: [
      ['nitro', 'build'],
      ['nitropack', 'build'],
    ],
    pages: 'none',
    source: 'https://nitro.build/deploy',
  },
  {
    id: 'strapi',
    name: 'Strapi',
    calls: [['strapi', 'build']],
    pages: 'none',
    source: 'https://docs.strapi.io/cms/cli',
  },
  {
    id: 'go',
    name: 'Go',
    calls: [
      ['go', 'build'],
      ['go', 'install'],
    ],
    pages: 'none',
    source: 'https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies',
  },
  {
    id: 'cargo',
    name: 'Cargo',
    calls: [
      ['cargo', 'build'],
      ['cargo', 'b'],
      ['cargo', 'install'],
    ],
    pages: 'none',
    source: 'https://doc.rust-lang.org/cargo/guide/build-cache.html',
  },
  {
    id: 'maven',
    name: 'Maven',
    calls: [['mvn'], ['mvnw']],
    pages: 'none',
    source: 'https://maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout.html',
  },
  {
    id: 'gradle',
    name: 'Gradle',
    calls: [['gradle'], ['gradlew']],
    pages: 'none',
    source: 'https://docs.gradle.org/current/userguide/organizing_gradle_projects.html',
  },
  {
    id: 'dotnet',
    name: '.NET',
    calls: [
      ['dotnet', 'build'],
      ['dotnet', 'publish'],
    ],
    pages: 'none',
    source: 'https://learn.microsoft.com/dotnet/core/tools/dotnet-publish',
  },
] as const satisfies readonly Row[];

/** A program that builds sites or programs, or a plugin that does so in Vite's place. */
export type Builder = (typeof BUILDERS)[number];

/** Those that make sites. */
export type SiteBuilder = Exclude<Builder, { pages: 'none' }>;

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
