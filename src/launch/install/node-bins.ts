/**
 * Which package of npm has a program. Taken from the field `bin` of each package.json
 * (https://docs.npmjs.com/cli/v11/configuring-npm/package-json#bin; `npm view NAME bin` shows it), 2026-11.
 */

/** Programs that are not called as their package is. Any of the packages provides it. */
const OTHER_NAME: Readonly<Record<string, readonly string[]>> = {
  tsc: ['typescript'],
  tsserver: ['typescript'],
  nest: ['@nestjs/cli'],
  ng: ['@angular/cli'],
  next: ['next'],
  nuxt: ['nuxt', 'nuxi', 'nuxt-edge', '@nuxt/cli'],
  nuxi: ['nuxi', 'nuxt', '@nuxt/cli'],
  'vue-cli-service': ['@vue/cli-service'],
  vue: ['@vue/cli'],
  'react-scripts': ['react-scripts', 'react-scripts-ts'],
  craco: ['@craco/craco'],
  webpack: ['webpack', 'webpack-cli'],
  'webpack-dev-server': ['webpack-dev-server'],
  rspack: ['@rspack/cli'],
  rsbuild: ['@rsbuild/core'],
  babel: ['@babel/cli', 'babel-cli'],
  'babel-node': ['@babel/node', 'babel-cli'],
  swc: ['@swc/cli'],
  'swc-node': ['@swc-node/register'],
  'ts-node': ['ts-node'],
  'ts-node-esm': ['ts-node'],
  'ts-node-script': ['ts-node'],
  'ts-node-transpile-only': ['ts-node'],
  'ts-node-dev': ['ts-node-dev'],
  tsnd: ['ts-node-dev'],
  remix: ['@remix-run/dev'],
  'remix-serve': ['@remix-run/serve'],
  'react-router': ['@react-router/dev'],
  'react-router-serve': ['@react-router/serve'],
  'svelte-kit': ['@sveltejs/kit'],
  'solid-start': ['solid-start'],
  gatsby: ['gatsby', 'gatsby-cli'],
  parcel: ['parcel', 'parcel-bundler'],
  eleventy: ['@11ty/eleventy'],
  docusaurus: ['@docusaurus/core'],
  ember: ['ember-cli'],
  gulp: ['gulp', 'gulp-cli'],
  grunt: ['grunt-cli', 'grunt'],
  quasar: ['@quasar/cli', '@quasar/app-vite', '@quasar/app-webpack', '@quasar/app'],
  ionic: ['@ionic/cli'],
  expo: ['expo', '@expo/cli', 'expo-cli'],
  electron: ['electron'],
  'electron-forge': ['@electron-forge/cli'],
  'electron-builder': ['electron-builder'],
  sls: ['serverless'],
  serverless: ['serverless'],
  'run-s': ['npm-run-all', 'npm-run-all2'],
  'run-p': ['npm-run-all', 'npm-run-all2'],
  'npm-run-all': ['npm-run-all', 'npm-run-all2'],
  conc: ['concurrently'],
  'cross-env-shell': ['cross-env'],
  dotenv: ['dotenv-cli'],
  dotenvx: ['@dotenvx/dotenvx'],
  'env-cmd': ['env-cmd'],
  'sequelize-cli': ['sequelize-cli'],
  sequelize: ['sequelize-cli'],
  'typeorm-ts-node-commonjs': ['typeorm'],
  'typeorm-ts-node-esm': ['typeorm'],
  'mikro-orm': ['@mikro-orm/cli'],
  strapi: ['@strapi/strapi', 'strapi'],
  medusa: ['@medusajs/cli', '@medusajs/medusa', '@medusajs/medusa-cli'],
  keystone: ['@keystone-6/core', '@keystone-next/keystone'],
  payload: ['payload'],
  directus: ['directus'],
  rw: ['@redwoodjs/core', '@redwoodjs/cli'],
  'rw-server': ['@redwoodjs/api-server'],
  'rw-api-server': ['@redwoodjs/api-server'],
  cedar: ['@cedarjs/core', '@cedarjs/cli'],
  ncc: ['@vercel/ncc', '@zeit/ncc'],
  fastify: ['fastify-cli'],
  'graphql-codegen': ['@graphql-codegen/cli'],
  'http-server': ['http-server'],
  sirv: ['sirv-cli'],
  ws: ['local-web-server'],
  'pm2-runtime': ['pm2'],
  'pm2-docker': ['pm2'],
  tailwindcss: ['tailwindcss', '@tailwindcss/cli'],
  postcss: ['postcss-cli'],
  uglifyjs: ['uglify-js'],
  prettier: ['prettier'],
  biome: ['@biomejs/biome'],
  playwright: ['playwright', '@playwright/test'],
  cap: ['@capacitor/cli'],
  storybook: ['storybook', '@storybook/cli'],
  'start-storybook': ['@storybook/react', '@storybook/vue'],
  tsr: ['@tanstack/router-cli'],
  eslint: ['eslint'],
  coffee: ['coffeescript', 'coffee-script'],
  lit: ['@lit/localize-tools'],
  moleculer: ['moleculer-cli'],
  'moleculer-runner': ['moleculer'],
  adonis: ['@adonisjs/cli'],
  del: ['del-cli'],
  trash: ['trash-cli'],
  cpx: ['cpx', 'cpx2'],
  copyfiles: ['copyfiles'],
  copyup: ['copyfiles'],
  'resolve-tspaths': ['resolve-tspaths'],
  esno: ['esno'],
  esmo: ['esno'],
  'react-app-rewired': ['react-app-rewired'],
  'json-server': ['json-server'],
  'relay-compiler': ['relay-compiler'],
  rescript: ['rescript'],
};

/** Programs that are called as their package is, and that the package's users call. */
const SAME_NAME: ReadonlySet<string> = new Set([
  ...['vite', 'astro', 'tsx', 'tsup', 'tsdown', 'esbuild', 'rollup', 'turbo', 'nx', 'lerna', 'vinxi', 'vitepress'],
  ...[
    'vuepress',
    'hexo',
    'preact',
    'preact-cli',
    'snowpack',
    'microbundle',
    'unbuild',
    'pkgroll',
    'wrangler',
    'vercel',
  ],
  ...['nodemon', 'serve', 'pm2', 'forever', 'micro', 'probot', 'sails', 'live-server', 'browser-sync', 'supervisor'],
  ...['concurrently', 'cross-env', 'rimraf', 'shx', 'cpy-cli', 'mkdirp', 'ncp', 'wait-on', 'wait-port', 'npm-watch'],
  ...['prisma', 'drizzle-kit', 'knex', 'typeorm', 'migrate-mongo', 'node-pg-migrate', 'db-migrate', 'zenstack'],
  ...['tsc-alias', 'tsconfig-paths', 'tscpaths', 'ttsc', 'tspc', 'vue-tsc', 'svelte-check', 'jiti', 'vite-node'],
  ...['sass', 'node-sass', 'less', 'stylus', 'terser', 'browserify', 'svgo', 'nodemon', 'node-dev', 'ntl', 'np'],
  ...['jest', 'vitest', 'mocha', 'cypress', 'husky', 'patch-package', 'is-ci', 'standard', 'xo', 'c8', 'nyc', 'gts'],
  ...['sucrase', 'sucrase-node', 'bob', 'waspc', 'node-red', 'blitz', 'vike', 'rspress', 'rslib', 'farm', 'modern'],
]);

/** The packages of which any provides a program, the usual one first; undefined where it is not known to be one of npm's. */
export function packagesWith(program: string): readonly string[] | undefined {
  const known = Object.hasOwn(OTHER_NAME, program) ? OTHER_NAME[program] : undefined;
  if (known) return [...new Set([...known, program])];
  return SAME_NAME.has(program) ? [program] : undefined;
}

/**
 * Packages that are rarely listed and often there, since others depend on them: what no lockfile decides is not decided.
 * From the dependencies and peer dependencies that npm 7 and later install, 2026-11.
 */
const BROUGHT_BY: Readonly<Record<string, RegExp>> = {
  typescript:
    /^(?:ts-node|ts-node-dev|@nestjs\/cli|typescript-eslint|@typescript-eslint\/.*|ts-loader|ts-jest|vue-tsc|gts|@angular\/.*|svelte-check|svelte2tsx|@sveltejs\/package|fork-ts-checker-webpack-plugin|tsdx|dts-cli|@redwoodjs\/.*|@cedarjs\/.*|@vue\/cli-plugin-typescript|@rollup\/plugin-typescript|rollup-plugin-typescript2|tsd|@microsoft\/.*|@remix-run\/dev|@graphql-codegen\/.*|react-scripts-ts|@medusajs\/.*|@strapi\/.*|ttypescript|ts-patch|@tsconfig\/.*|@adonisjs\/.*|@docusaurus\/.*|expo|gatsby|nuxt.*|@nuxt\/.*|@motiajs\/.*|@wasp.*)$/,
  webpack:
    /^(?:react-scripts|@angular\/.*|@vue\/cli-service|next|gatsby|webpack-cli|laravel-mix|@nestjs\/cli|@docusaurus\/.*|@craco\/craco|.*webpack.*|@storybook\/.*|nuxt.*)$/,
  'webpack-dev-server': /^(?:react-scripts|@angular\/.*|@vue\/cli-service|gatsby|@docusaurus\/.*)$/,
  vite: /^(?:@sveltejs\/.*|@vitejs\/.*|@analogjs\/.*|astro|nuxt.*|@nuxt\/.*|vitepress|vitest|vinxi|@solidjs\/start|solid-start|@remix-run\/dev|@react-router\/dev|@tanstack\/.*|vike|vite-.*|@angular\/.*|@qwik\..*|@builder\.io\/qwik.*|electron-vite|@quasar\/app-vite|slidev|@slidev\/cli|wxt|histoire|laravel-vite-plugin|@strapi\/.*|@storybook\/.*|@redwoodjs\/.*|@crxjs\/.*|@docusaurus\/.*|ladle|@farmfe\/.*|unplugin.*|rolldown.*|@tailwindcss\/vite|@medusajs\/.*|storybook|@vue\/cli-service)$/,
  esbuild:
    /^(?:vite|tsx|tsup|vitest|astro|@sveltejs\/.*|@vitejs\/.*|nuxt.*|esbuild-.*|@angular\/.*|drizzle-kit|wrangler|@remix-run\/.*|vike|vinxi|@react-router\/.*|@storybook\/.*|storybook|esno|vite-.*|@swc-node\/.*|pkgroll|unbuild|serverless.*|@strapi\/.*|@redwoodjs\/.*|miniflare|@tanstack\/.*|estrella|bundle-require|keystone|@keystone-6\/core)$/,
  rollup:
    /^(?:vite|tsup|vitest|astro|@sveltejs\/.*|@rollup\/.*|rollup-.*|nuxt.*|unbuild|microbundle|vite-.*|@vitejs\/.*|ng-packagr|@angular\/.*|vike|vinxi)$/,
  tailwindcss:
    /^(?:@tailwindcss\/.*|@nuxtjs\/tailwindcss|@astrojs\/tailwind|daisyui|flowbite.*|@nextui-org\/.*|react-scripts|tw-.*|tailwind.*)$/,
  sass: /^(?:@angular\/.*|@strapi\/.*|gatsby-plugin-sass)$/,
};

/** Programs that so many packages bring that none listing them says nothing. */
const OFTEN_BROUGHT = new Set([
  ...['rimraf', 'mkdirp', 'eslint', 'prettier', 'jest', 'terser', 'less', 'uglify-js', 'svgo', 'is-ci', 'node-gyp'],
  ...[
    'babel',
    '@babel/cli',
    'sucrase',
    'nyc',
    'c8',
    'jiti',
    'mocha',
    'playwright',
    'storybook',
    'graphql-codegen',
    'nx',
  ],
]);

/** Packages that applications list themselves, and that hardly any other package brings. */
const LISTED_ITSELF = new Set([
  ...[
    'express',
    'fastify',
    'koa',
    '@hapi/hapi',
    'restify',
    'polka',
    '@nestjs/core',
    '@nestjs/common',
    'hono',
    'elysia',
  ],
  ...['mongoose', 'mongodb', 'pg', 'mysql', 'mysql2', 'sequelize', 'knex', '@prisma/client', 'typeorm', 'drizzle-orm'],
  ...[
    'better-sqlite3',
    'sqlite3',
    'redis',
    'ioredis',
    'bull',
    'bullmq',
    'agenda',
    'amqplib',
    'kafkajs',
    'connect-redis',
  ],
  ...['cors', 'helmet', 'morgan', 'cookie-parser', 'express-session', 'express-rate-limit', 'express-validator'],
  ...[
    'compression',
    'multer',
    'passport',
    'passport-local',
    'passport-jwt',
    'passport-google-oauth20',
    'connect-mongo',
  ],
  ...['bcrypt', 'bcryptjs', 'jsonwebtoken', 'nodemailer', 'stripe', 'razorpay', 'cloudinary', 'twilio', 'socket.io'],
  ...['openai', '@anthropic-ai/sdk', '@google/generative-ai', 'groq-sdk', 'firebase-admin', '@supabase/supabase-js'],
  ...[
    'node-cron',
    'swagger-ui-express',
    'swagger-jsdoc',
    'joi',
    'ejs',
    'pug',
    'express-handlebars',
    'hbs',
    'discord.js',
  ],
  ...[
    'telegraf',
    'node-telegram-bot-api',
    'puppeteer',
    'body-parser',
    'express-async-handler',
    'express-mongo-sanitize',
  ],
  ...[
    '@apollo/server',
    'apollo-server',
    'apollo-server-express',
    'graphql-yoga',
    'web-push',
    'winston',
    '@sendgrid/mail',
  ],
]);

/** Whether a package that some code imports and that is in no list may come with another one. */
export function isOftenBrought(name: string): boolean {
  return !LISTED_ITSELF.has(name);
}

/** Whether an install may bring a package that is not listed, since one of the listed depends on it. */
export function mayBeBrought(name: string, listed: Iterable<string>): boolean {
  if (OFTEN_BROUGHT.has(name)) return true;
  const pattern = Object.hasOwn(BROUGHT_BY, name) ? BROUGHT_BY[name] : undefined;
  if (!pattern) return false;
  for (const each of listed) if (pattern.test(each)) return true;
  return false;
}
